"""Tell what lines are by where they stand: headline, deck, caption above its credit, tail.

The rules run over a page in the order of ``RULES``; each may decide lines that no rule before
it has decided. What is left in the end are the paragraphs of the story.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dossier.read.bylines import parse_bio, parse_name_line
from dossier.read.clean import has_caption_verb, is_credit, is_signature
from dossier.read.lines import Line, ends_sentence
from dossier.read.words import ReadingWords, fold
from dossier.vocabulary import PassageKind

Decision = tuple[int, PassageKind]
Kinds = list[PassageKind | None]

HEAD_LINES = 12
"""Lines from the top among which an article's own date and byline are looked for."""

TAIL_LINES = 15

_TITLE_LINES = 8
_LONGEST_TITLE = 250
_MOST_TITLE_WORDS = 30
_FEWEST_PROSE_WORDS = 6
_LONG_PARAGRAPH_WORDS = 25
_MOST_HEADING_WORDS = 8
_FEWEST_DECK_WORDS = 4
_LONGEST_SIGN_OFF = 60
_LONGEST_POST = 700
_MOST_POST_LINES = 4
_MOST_CAPTION_WORDS = 60
_FEWEST_REPEATED_WORDS = 8
_LONGEST_REPEATED = 300
_MOST_PLACES = 4
_MOST_COMPARED = 20_000_000
_SUFFIX = re.compile(r"\s+(?:[|–—-]|::|»)\s+(?P<suffix>[^|–—]{2,40})\Z")
_ATTRIBUTION = re.compile(r"[—–-]{1,2}\s?[A-Z][^.!?]{2,120}\Z")
_QUOTED = re.compile(r"[“\"‘'].*[”\"’'][.,]?\Z")
_TRAILING_NAME = re.compile(r"[\s”\"]*\s?[—–-]{1,2}\s?[A-Z][^”\"]{2,80}\Z")
_QUOTES = "“”\"‘’' "


@dataclass(frozen=True, slots=True)
class Page:
    """A text as lines, with the word lists.

    Attributes:
        lines: Its lines in order.
        words: Word lists.
        text: The lines' texts, joined.
        title: The headline, where the format itself gives it; or empty.
    """

    lines: tuple[Line, ...]
    words: ReadingWords
    text: str
    title: str = ""

    def story(self, kinds: Kinds) -> tuple[int, int]:
        """First paragraph and last paragraph or caption; the first is behind the last if none."""
        prose = [i for i, line in enumerate(self.lines) if kinds[i] is None and is_prose(line)]
        if not prose:
            return len(self.lines), -1
        pictures = [i for i, kind in enumerate(kinds) if kind is PassageKind.CAPTION]
        return prose[0], max(prose[-1:] + pictures[-1:])


Rule = Callable[[Page, Kinds], Iterator[Decision]]


def decide_kinds(page: Page, kinds: Sequence[PassageKind | None]) -> tuple[PassageKind, ...]:
    """Decide every line of a page.

    Args:
        page: The page.
        kinds: What each line is by itself; None where the line does not tell.

    Returns:
        What each line is.
    """
    decided = list(kinds)
    for rule in RULES:
        for index, kind in tuple(rule(page, decided)):
            decided[index] = kind
    return tuple(kind or PassageKind.BODY for kind in decided)


def is_prose(line: Line) -> bool:
    """Whether a line looks like a paragraph: a sentence of some length, or long."""
    spaces = line.text.count(" ")
    if spaces + 1 >= _LONG_PARAGRAPH_WORDS:
        return True
    return spaces + 1 >= _FEWEST_PROSE_WORDS and ends_sentence(line.text)


def split_suffix(title: str) -> tuple[str, str]:
    """Cut an outlet's name off a headline: ``Storm hits coast | Daily Planet``.

    Args:
        title: A headline.

    Returns:
        The headline, and what stood behind its last bar or dash; empty if nothing did.
    """
    match = _SUFFIX.search(title)
    if match is None or not match["suffix"][0].isupper():
        return title, ""
    return title[: match.start()], match["suffix"]


def find_headline(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """The headline, and its repetitions, which are furniture."""
    index = _headline(page, kinds)
    if index is not None:
        yield index, PassageKind.TITLE
    title = fold(page.lines[index].text if index is not None else page.title)
    if not title:
        return
    for other, line in enumerate(page.lines):
        if other == index or len(line.text) > _LONGEST_TITLE + 50:
            continue
        if fold(line.text) == title or fold(split_suffix(line.text)[0]) == title:
            yield other, PassageKind.FURNITURE


def find_posts(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """The lines of an embedded post above its signature."""
    for index, line in enumerate(page.lines):
        if kinds[index] is not PassageKind.POST or not is_signature(line):
            continue
        block, length = None, 0
        for above in range(index - 1, max(-1, index - 1 - _MOST_POST_LINES), -1):
            post = page.lines[above]
            length += len(post.text)
            block = post.block if block is None else block
            if kinds[above] not in {None, PassageKind.POST, PassageKind.FURNITURE}:
                break
            first = above == index - 1
            if post.block != block or is_signature(post) or length > _LONGEST_POST:
                break
            if not first and block == line.block and not _looks_posted(post):
                break
            yield above, PassageKind.POST


def find_captions(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """A line directly above a credit, cut off or not, and lines that say what a picture shows."""
    first, _ = page.story(kinds)
    for index, line in enumerate(page.lines):
        if index and kinds[index] is PassageKind.CAPTION and is_credit(line, page.words):
            above = page.lines[index - 1]
            near = above.block == line.block or not ends_sentence(above.text)
            short = above.text.count(" ") < _MOST_CAPTION_WORDS
            if kinds[index - 1] is None and near and short:
                yield index - 1, PassageKind.CAPTION
        elif kinds[index] is None and index < first and has_caption_verb(line, page.words):
            yield index, PassageKind.CAPTION


def find_names(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """A name alone, next to a date line or a byline; an agency alone near the top."""
    named = {PassageKind.DATELINE, PassageKind.BYLINE}
    for index, line in enumerate(page.lines):
        if kinds[index] is not None or line.text.count(" ") > _MOST_HEADING_WORDS:
            continue
        around = {kinds[i] for i in (index - 1, index + 1) if 0 <= i < len(kinds)}
        signs = bool(named & around) and parse_name_line(line.text, page.words) is not None
        agency = index < HEAD_LINES and fold(line.text) in page.words.media
        if signs or agency or _below_byline(page, kinds, index):
            yield index, PassageKind.BYLINE


def find_lists(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """Everything below "Sources", "Related articles" and the like, where the page ends in it."""
    for index, line in enumerate(page.lines):
        if index * 2 < len(page.lines) or len(line.text) > _LONGEST_SIGN_OFF:
            continue
        if "list" not in page.words.whole.get(fold(line.text), ()):
            continue
        below = range(index + 1, len(page.lines))
        if all(page.lines[i].text.count(" ") < _LONG_PARAGRAPH_WORDS for i in below):
            yield from ((i, PassageKind.FURNITURE) for i in below if kinds[i] is None)
            return


def find_repeated(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """Pull quotes and paragraphs printed twice."""
    work = 0
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if kinds[index] is not None or line.text.count(" ") + 1 < _FEWEST_REPEATED_WORDS:
            continue
        # Interviewers do put a question twice.
        if line.text[-1] == "?":
            continue
        if line.text in seen:
            yield index, PassageKind.FURNITURE
            continue
        seen.add(line.text)
        if len(line.text) > _LONGEST_REPEATED or work > _MOST_COMPARED:
            continue
        work += len(page.text)
        core = _TRAILING_NAME.sub("", line.text).strip(_QUOTES)
        if core.count(" ") + 1 >= _FEWEST_REPEATED_WORDS and _stands_elsewhere(page, line, core):
            yield index, PassageKind.FURNITURE


def find_attributions(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """``— A. Smith`` under a quotation belongs to it; left without one it is furniture."""
    for index, line in enumerate(page.lines):
        if kinds[index] is None and index and _ATTRIBUTION.match(line.text):
            above = page.lines[index - 1].text
            quoted = kinds[index - 1] is None and _QUOTED.match(above) is not None
            yield index, PassageKind.BODY if quoted else PassageKind.FURNITURE


def find_edges(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """What stands before and behind the story and is no sentence."""
    first, last = page.story(kinds)
    titled = PassageKind.TITLE in kinds
    for index, line in enumerate(page.lines):
        if kinds[index] is not None:
            continue
        words = line.text.count(" ") + 1
        if index < first and not ends_sentence(line.text):
            deck = titled and words >= _FEWEST_DECK_WORDS
            yield index, PassageKind.HEADING if deck else PassageKind.FURNITURE
        elif index > last and first <= last and not ends_sentence(line.text):
            if len(line.text) < _LONGEST_SIGN_OFF:
                yield index, PassageKind.FURNITURE
        elif index == last and index > first and _is_bio(page, line):
            yield index, PassageKind.FURNITURE


def find_headings(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """Short lines inside the story that are no sentence; dates there head a chronicle."""
    first, last = page.story(kinds)
    for index, line in enumerate(page.lines):
        if kinds[index] is PassageKind.DATELINE:
            if max(first, HEAD_LINES) <= index < min(last, len(kinds) - TAIL_LINES):
                yield index, PassageKind.HEADING
        elif kinds[index] is None and line.text.count(" ") < _MOST_HEADING_WORDS:
            starts = line.text[0].isupper() or line.text[0].isdigit()
            if starts and not ends_sentence(line.text) and line.text[-1] not in ",;-–—":
                yield index, PassageKind.HEADING


def _headline(page: Page, kinds: Kinds) -> int | None:
    if PassageKind.TITLE in kinds:
        return kinds.index(PassageKind.TITLE)
    if page.title:
        title = fold(page.title)
        likely = (i for i, line in enumerate(page.lines[:HEAD_LINES]) if fold(line.head) == title)
        return next(likely, None)
    open_lines = [i for i in range(min(len(kinds), _TITLE_LINES * 2)) if kinds[i] is None]
    candidates = [i for i in open_lines[:_TITLE_LINES] if _may_be_headline(page.lines[i])]
    counts: dict[str, int] = {}
    for line in page.lines:
        if len(line.text) <= _LONGEST_TITLE:
            folded = fold(line.text)
            counts[folded] = counts.get(folded, 0) + 1
    for index in candidates:
        if counts[fold(page.lines[index].text)] > 1:
            return index
    first, _ = page.story(kinds)
    for index in candidates:
        cut, suffix = split_suffix(page.lines[index].text)
        if suffix and fold(cut) in counts:
            continue  # the page's title; the headline itself comes below
        return index if index <= first else None
    return None


def _may_be_headline(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_TITLE or text.count(" ") >= _MOST_TITLE_WORDS:
        return False
    if text[-1] == "." and not re.search(r"(?:\b[A-Z]\.|\.\.\.)\Z", text[-4:]):
        return False
    brand = text[0].islower() and text[1:2].isupper()
    return text[-1] not in ",;" and (brand or not text[0].islower())


def _looks_posted(line: Line) -> bool:
    return any(sign in line.text for sign in ("#", "@", "pic.twitter.com/", "https://t.co/"))


def _below_byline(page: Page, kinds: Kinds, index: int) -> bool:
    """A role, a place or an outlet on the line under a byline."""
    line = page.lines[index]
    return (
        0 < index < HEAD_LINES
        and kinds[index - 1] is PassageKind.BYLINE
        and page.lines[index - 1].block == line.block
        and not ends_sentence(line.text)
        and line.text.count(" ") < _FEWEST_PROSE_WORDS
    )


def _stands_elsewhere(page: Page, line: Line, core: str) -> bool:
    """Whether words stand inside another line, which is more than this one printed again."""
    at = page.text.find(core)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        begin = page.text.rfind("\n", 0, at) + 1
        end = page.text.find("\n", at)
        other = page.text[begin : end if end >= 0 else len(page.text)]
        if len(other) > len(line.text) and other != line.text:
            return True
        at = page.text.find(core, at + len(core))
    return False


def _is_bio(page: Page, line: Line) -> bool:
    name = parse_bio(line.head, page.words)
    return bool(name) and page.text.count(name) == 1


RULES: tuple[Rule, ...] = (
    find_headline,
    find_posts,
    find_captions,
    find_names,
    find_lists,
    find_repeated,
    find_attributions,
    find_edges,
    find_headings,
)
