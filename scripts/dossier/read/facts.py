"""What an article says about itself: title, authors, publisher, date, and whether it is a copy.

Everything rests on a line and says so. What is only suggested (a name in a "Follow …" line, an
outlet in "… Videos") is marked as inferred; what is not there is NOT_STATED, never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.dates import DateValue
from dossier.model import Fact
from dossier.read.bylines import parse_bio, parse_byline, parse_follow, parse_name_line
from dossier.read.clean import opening_of
from dossier.read.datelines import (
    PrintedDate,
    parse_dateline,
    parse_leading_date,
    parse_name_date,
    split_dates,
)
from dossier.read.headline import split_suffix
from dossier.read.lines import Line
from dossier.read.page import Page
from dossier.read.words import fold
from dossier.vocabulary import FactBasis, PassageKind

NOT_STATED = Fact("", FactBasis.NOT_STATED)

_LONGEST_NOTE = 80
_FIRST_PARAGRAPHS = 2
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
_VIA_OUTLET = re.compile(r"(?:[\w-]+\.)+[a-z]{2,10}\Z", re.IGNORECASE)
_PLACE = r"(?:[A-Z][\w.'’ -]{1,40}(?:,\s(?:[A-Z][\w.]{1,15}\s?){1,3}(?:\d{1,2})?){0,2}\s)?"
_AGENCY = re.compile(rf"{_PLACE}\((?P<agency>[A-Z][\w .-]{{1,30}})\)\s?[-–—:]{{0,2}}\s?(?=\S)")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What an article says about itself.

    Attributes:
        title: Headline.
        authors: As ``Source.authors``.
        publisher: Outlet.
        published: As ``Source.published``.
        published_on: As ``Source.published_on``.
        markers: As ``Source.markers``.
        url: Address it came from; or empty.
    """

    title: Fact
    authors: tuple[Fact, ...]
    publisher: Fact
    published: Fact
    published_on: DateValue | None
    markers: tuple[Fact, ...] = ()
    url: str = ""


def find_particulars(page: Page, kinds: Sequence[PassageKind], stem: str) -> Particulars:
    """Collect what a page says about its article.

    Args:
        page: The article as lines.
        kinds: What each line is.
        stem: The file's name without its ending; a date in it counts where the text has none.
    """
    title, suffix = _find_title(page, kinds)
    published, published_on = _find_published(page, kinds, stem)
    return Particulars(
        title=title,
        authors=tuple(_find_authors(page, kinds)) or (NOT_STATED,),
        publisher=next(_find_publishers(page, kinds, suffix), NOT_STATED),
        published=published,
        published_on=published_on,
        markers=tuple(_find_markers(page, kinds)),
        url=_find_url(page, kinds),
    )


def quote_line(line: Line) -> str:
    """The words of a line for a note."""
    text = line.text if len(line.text) <= _LONGEST_NOTE else line.text[: _LONGEST_NOTE - 1] + "…"
    return f"line '{text}'"


def dated(printed: PrintedDate, note: str, line: int | None) -> Fact:
    """The fact that a printed date makes.

    Args:
        printed: The date.
        note: Where it stands, in words.
        line: Line it stands on.
    """
    basis = FactBasis.STATED
    notes = [note]
    if printed.via:
        basis = FactBasis.INFERRED
        notes.append("the day of this copy; the article may be older")
    elif printed.update:
        basis = FactBasis.INFERRED
        notes.append("the day of an update; the article may be older")
    if printed.value.is_one_of:
        basis = FactBasis.INFERRED
        notes.append("day and month cannot be told apart")
    if printed.clock:
        zone = "" if printed.zone else ", time zone not stated"
        notes.append(f"time of day {printed.clock}{zone}")
    return Fact(printed.value.edtf, basis, "; ".join(notes), line)


def _of(page: Page, kinds: Sequence[PassageKind], *wanted: PassageKind) -> Iterator[Line]:
    for line, kind in zip(page.lines, kinds, strict=True):
        if kind in wanted:
            yield line


def _find_title(page: Page, kinds: Sequence[PassageKind]) -> tuple[Fact, str]:
    for line in _of(page, kinds, PassageKind.TITLE):
        title, suffix = split_suffix(line.text)
        if suffix and ("|" in line.text[len(title) :] or fold(suffix) in page.words.media):
            return Fact(title, FactBasis.STATED, "", line.number), suffix
        return Fact(line.text, FactBasis.STATED, "", line.number), ""
    return NOT_STATED, ""


def _find_authors(page: Page, kinds: Sequence[PassageKind]) -> Iterator[Fact]:
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if kinds[index] is not PassageKind.BYLINE:
            continue
        byline, basis = parse_byline(line.text, page.words), FactBasis.STATED
        if byline is None:
            byline, basis = parse_name_line(line.text, page.words), FactBasis.INFERRED
        alone = "" if basis is FactBasis.STATED else ", a name alone beside the date or a byline"
        for name in byline.names if byline else ():
            if fold(name) not in seen:
                seen.add(fold(name))
                yield Fact(name, basis, quote_line(line) + alone, line.number)
    if seen:
        return
    for line in _of(page, kinds, PassageKind.FURNITURE):
        name = parse_follow(line.text, page.words) or parse_bio(line.head, page.words)
        if name and fold(name) not in seen:
            seen.add(fold(name))
            yield Fact(name, FactBasis.INFERRED, f"{quote_line(line)}; no byline", line.number)


def _find_published(
    page: Page, kinds: Sequence[PassageKind], stem: str
) -> tuple[Fact, DateValue | None]:
    found = [
        (printed, line)
        for line in _of(page, kinds, PassageKind.DATELINE, PassageKind.BYLINE)
        for printed in (parse_dateline(line.text) or split_dates(line.text)[0])
    ]
    # The first date wins, but a day of publication before any update, and both before a copy's.
    found.sort(key=lambda pair: (pair[0].via, pair[0].update))
    for printed, line in found:
        return dated(printed, quote_line(line), line.number), printed.value
    for line in tuple(_of(page, kinds, PassageKind.BODY))[:_FIRST_PARAGRAPHS]:
        opening = parse_leading_date(line.head)
        if opening is not None:
            note = f"'{opening.words}' before the first sentence"
            return dated(opening, note, line.number), opening.value
    named = parse_name_date(stem)
    if named is not None:
        note = "the date in the file's name; the text gives none"
        return Fact(named.edtf, FactBasis.INFERRED, note), named
    return NOT_STATED, None


def _find_publishers(page: Page, kinds: Sequence[PassageKind], suffix: str) -> Iterator[Fact]:
    """Signs of an outlet, best first."""
    if suffix:
        line = next(_of(page, kinds, PassageKind.TITLE))
        yield Fact(suffix, FactBasis.INFERRED, "behind the headline", line.number)
    furniture = tuple(_of(page, kinds, PassageKind.FURNITURE, PassageKind.BYLINE))
    title = (
        fold(next(_of(page, kinds, PassageKind.TITLE)).text) if PassageKind.TITLE in kinds else ""
    )
    for line in furniture:
        cut, behind = split_suffix(line.text)
        if behind and fold(cut) == title:
            yield Fact(behind, FactBasis.INFERRED, "behind the headline", line.number)
    for pattern in (_CAME_FROM, _RIGHTS, _OUTLET_PAGE):
        for line in furniture:
            fits = pattern is not _CAME_FROM or _names_origin(page, line)
            match = pattern.search(line.text[:300]) if fits else None
            if match is not None and not split_dates(match["outlet"])[0]:
                outlet = match["outlet"].strip(" .,")
                yield Fact(outlet, FactBasis.INFERRED, quote_line(line), line.number)
    for line in _of(page, kinds, PassageKind.BYLINE):
        byline = parse_byline(line.text, page.words)
        for part in byline.behind if byline else (line.text,):
            if fold(part) in page.words.media or (
                byline and byline.copy and _VIA_OUTLET.match(part)
            ):
                yield Fact(part, FactBasis.INFERRED, quote_line(line), line.number)
    for line in tuple(_of(page, kinds, PassageKind.BODY))[:_FIRST_PARAGRAPHS]:
        match = _AGENCY.match(line.head)
        if match is not None and fold(match["agency"]) in page.words.media:
            name = page.words.media[fold(match["agency"])]
            note = f"agency mark '({match['agency']})' before the first sentence"
            yield Fact(name, FactBasis.INFERRED, note, line.number)


def _find_markers(page: Page, kinds: Sequence[PassageKind]) -> Iterator[Fact]:
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
            yield Fact(_short(line), FactBasis.STATED, f"'{cue}'", line.number)


def _is_copy_line(page: Page, line: Line) -> bool:
    opening = opening_of(line, page.words)
    if opening is not None:
        return "copy" in opening.flags
    return re.match(r"The post .{1,200} appeared first on", line.text) is not None


def _names_origin(page: Page, line: Line) -> bool:
    opening = opening_of(line, page.words)
    return _is_copy_line(page, line) and (opening is None or "tool" not in opening.flags)


def _find_url(page: Page, kinds: Sequence[PassageKind]) -> str:
    for line in _of(page, kinds, PassageKind.FURNITURE):
        address = _ADDRESS.search(line.head)
        if address is not None and _OWN_ADDRESS.match(line.text):
            return address.group()
    return ""


def _short(line: Line) -> str:
    return (
        line.text if len(line.text) <= _LONGEST_NOTE * 2 else line.text[: _LONGEST_NOTE * 2] + "…"
    )
