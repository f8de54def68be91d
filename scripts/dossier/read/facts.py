"""What an article says about itself: title, authors, publisher, date, and whether it is a copy.

Everything rests on a line and says so. What is only suggested (a name in a "Follow …" line, an
outlet in "… Videos") is marked as inferred; what is not there is NOT_STATED, never guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.dates import DateValue
from dossier.model import Fact
from dossier.read.bylines import (
    Byline,
    parse_bio,
    parse_byline,
    parse_follow,
    parse_name_line,
)
from dossier.read.datelines import (
    PrintedDate,
    parse_dated_line,
    parse_dateline,
    parse_leading_date,
    parse_place_and_date,
    split_dates,
)
from dossier.read.headline import split_label, split_suffix
from dossier.read.lines import Line
from dossier.read.mastheads import is_outlet, parse_header
from dossier.read.named_days import parse_address_date, parse_name_date
from dossier.read.notes import FIRST_PARAGRAPHS, NOT_STATED, lines_of, quote_line
from dossier.read.outlets import find_markers, find_publisher, find_url
from dossier.read.page import Page
from dossier.read.words import ReadingWords, fold
from dossier.vocabulary import FactBasis, PassageKind


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
        publisher=find_publisher(page, kinds, suffix),
        published=published,
        published_on=published_on,
        markers=tuple(find_markers(page, kinds)),
        url=find_url(page, kinds),
    )


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


def _find_title(page: Page, kinds: Sequence[PassageKind]) -> tuple[Fact, str]:
    for line in lines_of(page, kinds, PassageKind.TITLE):
        printed = split_label(line.text)
        title, suffix = split_suffix(printed)
        if suffix and ("|" in printed[len(title) :] or is_outlet(suffix, page.words)):
            return Fact(title, FactBasis.STATED, "", line.number), suffix
        return Fact(printed, FactBasis.STATED, "", line.number), ""
    return NOT_STATED, ""


def _find_authors(page: Page, kinds: Sequence[PassageKind]) -> Iterator[Fact]:
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if kinds[index] is not PassageKind.BYLINE:
            continue
        byline, basis = parse_byline(line.text, page.words), FactBasis.STATED
        if byline is None:
            byline, basis = _find_names(line, page.words), FactBasis.INFERRED
        alone = "" if basis is FactBasis.STATED else ", a name alone beside the date or a byline"
        for name in byline.names if byline else ():
            if fold(name) not in seen:
                seen.add(fold(name))
                yield Fact(name, basis, quote_line(line) + alone, line.number)
    if seen:
        return
    for line in lines_of(page, kinds, PassageKind.FURNITURE):
        name = parse_follow(line.text, page.words) or parse_bio(line.head, page.words)
        if name and fold(name) not in seen:
            seen.add(fold(name))
            yield Fact(name, FactBasis.INFERRED, f"{quote_line(line)}; no byline", line.number)


def _find_names(line: Line, words: ReadingWords) -> Byline | None:
    """Names on a line without "by": alone, or beside the date or the outlet."""
    header = parse_header(line.text, words)
    if header is None:
        return parse_name_line(line.text, words)
    return Byline(header.people, behind=header.outlets)


def _is_beside_names(line: Line, words: ReadingWords) -> bool:
    """Whether a date is taken for the article's own only because it stands near the top."""
    known = parse_dateline(line.text) or parse_header(line.text, words)
    return not known and bool(parse_dated_line(line.text))


def _find_published(
    page: Page, kinds: Sequence[PassageKind], stem: str
) -> tuple[Fact, DateValue | None]:
    found = [
        (printed, line)
        for line in lines_of(page, kinds, PassageKind.DATELINE, PassageKind.BYLINE)
        for printed in (parse_dateline(line.text) or split_dates(line.text)[0])
    ]
    # The first date wins, but a day of publication before any update, and both before a copy's;
    # a place and a day may belong to a picture where the story prints its own date.
    beside = [pair for pair in found if _is_beside_names(pair[1], page.words)]
    sure = [pair for pair in found if pair not in beside]
    for printed, line in sorted(sure or beside, key=lambda pair: (pair[0].via, pair[0].update)):
        return dated(printed, quote_line(line), line.number), printed.value
    for line in tuple(lines_of(page, kinds, PassageKind.BODY))[:FIRST_PARAGRAPHS]:
        opening = parse_leading_date(line.head) or parse_place_and_date(line.head)
        if opening is not None:
            note = f"'{opening.words}' before the first sentence"
            return dated(opening, note, line.number), opening.value
    address = find_url(page, kinds)
    printed_there = parse_address_date(address)
    if printed_there is not None:
        note = "the date in the page's address; the text gives none"
        return Fact(printed_there.edtf, FactBasis.INFERRED, note), printed_there
    named = parse_name_date(stem)
    if named is not None:
        note = "the date in the file's name; the text gives none"
        return Fact(named.edtf, FactBasis.INFERRED, note), named
    return NOT_STATED, None
