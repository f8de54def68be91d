"""Tell what lines are by where they stand: headline, deck, caption above its credit, tail.

The rules run over a page in the order of ``RULES``; each may decide lines that no rule before
it has decided. What is left in the end are the paragraphs of the story.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.read.bylines import parse_bio, parse_name_line
from dossier.read.clean import has_caption_verb, is_credit, is_signature, opens_signature
from dossier.read.headline import find_headline
from dossier.read.lines import Line, ends_sentence
from dossier.read.mastheads import is_outlet
from dossier.read.page import HEAD_LINES, Decision, Kinds, Page, Rule, is_prose
from dossier.read.words import fold
from dossier.vocabulary import PassageKind

_TITLE_LINES = 8
_LONGEST_TITLE = 250
_MOST_TITLE_WORDS = 30
_FEWEST_PROSE_WORDS = 6
_LONG_PARAGRAPH_WORDS = 25
_MOST_HEADING_WORDS = 9
_FEWEST_DECK_WORDS = 4
_FEWEST_ENTRIES = 2
_LONGEST_SIGN_OFF = 60
_LONGEST_POST = 700
_MOST_POST_LINES = 4
_MOST_CAPTION_WORDS = 60
_FEWEST_REPEATED_WORDS = 8
_FEWEST_QUOTED_WORDS = 4
_LONGEST_REPEATED = 300
_MOST_PLACES = 4
_MOST_COMPARED = 20_000_000
_SUFFIX = re.compile(r"\s+(?:[|–—-]|::|»)\s+(?P<suffix>[^|–—]{2,40})\Z")
_ATTRIBUTION = re.compile(r"[—–-]{1,2}\s?[A-Z][^.!?]{2,120}\Z")
_QUOTED = re.compile(r"[“\"‘'].*[”\"’'][.,]?\Z")
_TRAILING_NAME = re.compile(r"[\s”\"]*\s?[—–-]{1,2}\s?[A-Z][^”\"]{2,80}\Z")
_QUOTES = "“”\"‘’' "


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


def find_posts(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """The lines of an embedded post above its signature."""
    for index, line in enumerate(page.lines):
        # A signature behind the post's own words needs nothing from the line above.
        if kinds[index] is not PassageKind.POST or not opens_signature(line):
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
        agency = index < HEAD_LINES and is_outlet(line.text, page.words)
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
        if not any(kinds[i] is None and is_prose(page.lines[i]) for i in below):
            yield from ((i, PassageKind.FURNITURE) for i in below if kinds[i] is None)
            return


def find_repeated(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """Pull quotes and paragraphs printed twice."""
    work = 0
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        quoted = _QUOTED.match(line.text) is not None
        least = _FEWEST_QUOTED_WORDS if quoted else _FEWEST_REPEATED_WORDS
        # Interviewers do put a question twice.
        if kinds[index] is not None or line.text.count(" ") + 1 < least or line.text[-1] == "?":
            continue
        if line.text in seen:
            yield index, PassageKind.FURNITURE
            continue
        seen.add(line.text)
        if len(line.text) > _LONGEST_REPEATED or work > _MOST_COMPARED:
            continue
        work += len(page.text)
        core = _TRAILING_NAME.sub("", line.text).strip(_QUOTES)
        if core.count(" ") + 1 >= least and _stands_elsewhere(page, line, core):
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
    """Short lines inside the story that are no sentence."""
    for index, line in enumerate(page.lines):
        if kinds[index] is None and line.text.count(" ") < _MOST_HEADING_WORDS:
            starts = line.text[0].isupper() or line.text[0].isdigit()
            if starts and not ends_sentence(line.text) and line.text[-1] not in ",;-–—":
                yield index, PassageKind.HEADING


def find_chronicle(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """Dates between paragraphs, where there are several, head the entries of a chronicle."""
    first, last = page.story(kinds)
    inside = [i for i in range(first, last) if kinds[i] is PassageKind.DATELINE]
    if len(inside) >= _FEWEST_ENTRIES:
        yield from ((index, PassageKind.HEADING) for index in inside)


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
    find_chronicle,
    find_lists,
    find_repeated,
    find_attributions,
    find_edges,
    find_headings,
)
