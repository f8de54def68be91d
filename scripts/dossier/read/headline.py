"""Find the headline of a page, and where it is printed again."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from dossier.read.lines import Line
from dossier.read.mastheads import is_outlet
from dossier.read.page import HEAD_LINES, Decision, Kinds, Page
from dossier.read.words import fold
from dossier.vocabulary import PassageKind

_TITLE_LINES = 8
_LONGEST_TITLE = 250
_LONGEST_SUFFIX = 50
_MOST_TITLE_WORDS = 30
_FEWEST_REPEATED_WORDS = 3
_SUFFIX = re.compile(r"\s+(?:[|–—-]|::|»)\s+(?P<suffix>[^|–—]{2,40})\Z")
_LABEL = re.compile(r"\A(?:title|headline)\s?:\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\.\.\.)\Z")


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


def split_label(title: str) -> str:
    """Cut a label off a headline, as in ``Title: Storm hits coast``.

    Args:
        title: A headline.
    """
    return _LABEL.sub("", title)


def find_headline(page: Page, kinds: Kinds) -> Iterator[Decision]:
    """The headline, and its repetitions, which are furniture."""
    index = _headline(page, kinds)
    if index is not None:
        yield index, PassageKind.TITLE
    printed = page.lines[index].text if index is not None else page.title
    title = fold(printed)
    if not title:
        return
    for other, line in enumerate(page.lines):
        if other == index or len(line.text) > len(printed) + _LONGEST_SUFFIX:
            continue
        if fold(line.text) == title or fold(split_suffix(line.text)[0]) == title:
            yield other, PassageKind.FURNITURE


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
    longest = max((len(page.lines[i].text) for i in candidates), default=0) + _LONGEST_SUFFIX
    for line in page.lines:
        if len(line.text) <= longest:
            folded = fold(line.text)
            counts[folded] = counts.get(folded, 0) + 1
    first, _ = page.story(kinds)
    for index in candidates:
        text = page.lines[index].text
        if split_label(text) != text:
            return index
        again = text.count(" ") >= _FEWEST_REPEATED_WORDS and counts[fold(text)] > 1
        if again and index <= first:
            return index
    for index, following in zip_longest(candidates, candidates[1:]):
        text = page.lines[index].text
        cut, suffix = split_suffix(text)
        if suffix and fold(cut) in counts:
            continue  # the page's title; the headline itself comes below
        above = following is not None and following <= first
        if above and is_outlet(text, page.words):
            continue  # the outlet's name above the headline
        if above and " " not in text and following == index + 1:
            continue  # a kicker above the headline
        return index if index <= first else None
    return None


def _may_be_headline(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_TITLE or text.count(" ") >= _MOST_TITLE_WORDS:
        return False
    if text[-1] == "." and not _ABBREVIATION.search(text[-4:]):
        return False
    brand = text[0].islower() and text[1:2].isupper()
    return text[-1] not in ",;" and (brand or not text[0].islower())
