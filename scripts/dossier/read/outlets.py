"""Who published an article, and whether the file is a copy of something published elsewhere.

Pages rarely state their outlet; they leave signs of it. Each sign is an inference and says which
line it rests on. The best one counts.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.model import Fact
from dossier.read.bylines import parse_byline
from dossier.read.clean import opening_of
from dossier.read.datelines import parse_dateline, split_dates
from dossier.read.headline import split_suffix
from dossier.read.lines import Line
from dossier.read.mastheads import is_outlet, parse_header
from dossier.read.notes import FIRST_PARAGRAPHS, NOT_STATED, lines_of, quote_line
from dossier.read.page import Page
from dossier.read.words import ReadingWords, fold
from dossier.vocabulary import FactBasis, PassageKind

_LONGEST_MARKER = 160
_LONGEST_SEARCHED = 300
_APPEARED = re.compile(r"The post .{1,200} appeared first on")
_ADDRESS = re.compile(r"https?://[^\s<>\"”)]{4,400}")
_OWN_ADDRESS = re.compile(
    r"(?:\w+ ){0,2}(?:url|link|source|location|address|read more)?\s*:?\s*https?://\S+\Z",
    re.IGNORECASE,
)
_OUTLET_PAGE = re.compile(
    r"(?P<outlet>[A-Z][\w&.’'-]*(?: (?:of|the|and|for|[A-Z&][\w&.’'-]*)){0,5})"
    r" (?:Videos?|Staff|Newsletters?|Podcasts?)\Z"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s+)?(?:by\s+)?"
    r"(?P<outlet>[A-Z][^.,|©]{1,60}?)(?:\s*[.,|]|\s+all rights|\Z)",
    re.IGNORECASE,
)
_CAME_FROM = re.compile(
    r"\b(?:on|in|by|at|from|via)\s+"
    r"(?P<outlet>(?:[Tt]he )?[A-Z0-9][\w&.’'-]*(?:\s(?:of|the|and|for|[A-Z0-9&][\w&.’'-]*)){0,5})"
    r"[^\w]*(?:and is|under|with|\(|\Z|on\s|at\s|\d)"
)
_OUTLET = re.compile(r"[A-Z][\w&.’'-]{1,30}(?: (?:of|the|and|for|[A-Z&][\w&.’'-]{0,30})){0,5}\Z")
_VIA_OUTLET = re.compile(r"(?:[\w-]+\.)+[a-z]{2,10}\Z", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:[A-Z][^()\n!?“”\"]{1,90}\s)?\((?P<agency>[A-Z][\w .&’'-]{1,40})\)"
    r"\s?(?P<dash>[-–—:]{0,2})\s?(?=\S)"
)


Sign = Iterator[Fact]


def find_publisher(page: Page, kinds: Sequence[PassageKind], suffix: str) -> Fact:
    """Find the outlet of an article.

    Args:
        page: The article as lines.
        kinds: What each line is.
        suffix: What stood behind the headline and is an outlet's name; or empty.
    """
    if suffix:
        line = next(lines_of(page, kinds, PassageKind.TITLE))
        return Fact(suffix, FactBasis.INFERRED, "behind the headline", line.number)
    signs = (
        *(_named_alone, _behind_headline, _labelled, _came_from, _side_by_side, _owned, _signed),
        _agency,
    )
    return next((fact for sign in signs for fact in sign(page, kinds)), NOT_STATED)


def find_markers(page: Page, kinds: Sequence[PassageKind]) -> Iterator[Fact]:
    """Find signs that a file is a republished copy.

    Args:
        page: The article as lines.
        kinds: What each line is.

    Yields:
        The lines, in text order, each with the words that give it away.
    """
    for index, line in enumerate(page.lines):
        kind = kinds[index]
        if kind is PassageKind.DATELINE:
            if any(printed.via for printed in parse_dateline(line.text)):
                yield Fact(line.text, FactBasis.STATED, "a date behind 'via'", line.number)
        elif kind is PassageKind.BYLINE:
            byline = parse_byline(line.text, page.words)
            if byline is not None and byline.copy:
                yield Fact(line.text, FactBasis.STATED, f"'{byline.cue}'", line.number)
        elif kind is PassageKind.FURNITURE and _is_copy_line(page, line):
            opening = opening_of(line, page.words)
            cue = " ".join(opening.words) if opening else "appeared first on"
            text = line.text
            shown = text if len(text) <= _LONGEST_MARKER else text[:_LONGEST_MARKER] + "…"
            yield Fact(shown, FactBasis.STATED, f"'{cue}'", line.number)


def find_url(page: Page, kinds: Sequence[PassageKind]) -> str:
    """Find the address an article came from.

    Args:
        page: The article as lines.
        kinds: What each line is.

    Returns:
        The address that stands on a line of its own; empty if none does.
    """
    for line in lines_of(page, kinds, PassageKind.FURNITURE):
        address = _ADDRESS.search(line.head)
        if address is not None and _OWN_ADDRESS.match(line.text):
            return address.group()
    return ""


def _inferred(outlet: str, line: Line) -> Fact:
    return Fact(outlet, FactBasis.INFERRED, quote_line(line), line.number)


def _named_alone(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    for line in lines_of(page, kinds, PassageKind.BYLINE):
        if is_outlet(line.text, page.words):
            yield _inferred(line.text, line)


def _side_by_side(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """An outlet beside the date, the author or the place."""
    for line in lines_of(page, kinds, PassageKind.DATELINE, PassageKind.BYLINE):
        header = parse_header(line.text, page.words)
        for outlet in header.outlets[:1] if header else ():
            yield _inferred(outlet, line)


def _behind_headline(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """The headline printed again with an outlet behind it."""
    titles = {fold(line.text) for line in lines_of(page, kinds, PassageKind.TITLE)}
    for line in lines_of(page, kinds, PassageKind.FURNITURE):
        cut, behind = split_suffix(line.text)
        if behind and fold(cut) in titles:
            yield Fact(behind, FactBasis.INFERRED, "behind the headline", line.number)


def _labelled(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """A line such as ``Publisher: …`` states it; ``Source: …`` only suggests it."""
    for line in lines_of(page, kinds, PassageKind.FURNITURE):
        opening = opening_of(line, page.words)
        if opening is None or "outlet" not in opening.flags:
            continue
        named = line.text[opening.end :].strip(" :")
        if _OUTLET.match(named):
            basis = FactBasis.INFERRED if "copy" in opening.flags else FactBasis.STATED
            yield Fact(named, basis, quote_line(line), line.number)


def _came_from(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """A line such as ``Originally published by …``."""
    for line in lines_of(page, kinds, PassageKind.FURNITURE):
        opening = opening_of(line, page.words)
        made_by_tool = opening is not None and "tool" in opening.flags
        if _is_copy_line(page, line) and not made_by_tool:
            yield from _matched(_CAME_FROM, line)


def _owned(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """A copyright line, or the outlet's own sections such as ``… Videos``."""
    for pattern in (_RIGHTS, _OUTLET_PAGE):
        for line in lines_of(page, kinds, PassageKind.FURNITURE):
            yield from _matched(pattern, line)


def _signed(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """An outlet behind the author's name."""
    for line in lines_of(page, kinds, PassageKind.BYLINE):
        byline = parse_byline(line.text, page.words)
        if byline is None:
            continue
        for part in byline.behind:
            if is_outlet(part, page.words) or (byline.copy and _VIA_OUTLET.match(part)):
                yield _inferred(part, line)


def _agency(page: Page, kinds: Sequence[PassageKind]) -> Sign:
    """An agency's mark before the first sentence."""
    for line in tuple(lines_of(page, kinds, PassageKind.BODY))[:FIRST_PARAGRAPHS]:
        match = _AGENCY.match(line.head)
        name = _agency_of(match, page.words) if match else ""
        if match and name:
            note = f"agency mark '({match['agency']})' before the first sentence"
            yield Fact(name, FactBasis.INFERRED, note, line.number)


def _agency_of(match: re.Match[str], words: ReadingWords) -> str:
    """Name of the outlet in the mark; empty for other words in brackets.

    What no list knows counts only before a dash, as in "PORT LORNE (Lorne Herald) -".
    """
    printed = match["agency"]
    if fold(printed) in words.media:
        return words.media[fold(printed)]
    return printed if match["dash"] and is_outlet(printed, words) else ""


def _matched(pattern: re.Pattern[str], line: Line) -> Sign:
    match = pattern.search(line.text[:_LONGEST_SEARCHED])
    if match is not None and not split_dates(match["outlet"])[0]:
        yield _inferred(match["outlet"].strip(" .,"), line)


def _is_copy_line(page: Page, line: Line) -> bool:
    opening = opening_of(line, page.words)
    if opening is not None:
        return "copy" in opening.flags
    return _APPEARED.match(line.text) is not None
