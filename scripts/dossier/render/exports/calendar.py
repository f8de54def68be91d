"""Events as a calendar: iCalendar, all-day entries.

A calendar knows days and nothing of doubt. An event of one day is that day. A longer or an
uncertain date fills all the days it can mean; where only one of them is meant, or the date is
marked uncertain, the entry is tentative. An event without both ends is a journal entry, which
carries no day. ``X-DOSSIER-EDTF`` keeps the date itself.

Source: RFC 5545.
"""

from collections.abc import Iterator
from datetime import date

from dossier.dates import DateValue, describe
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.book import Book
from dossier.render.markdown import flatten
from dossier.render.records import (
    address_of_event,
    first_told,
    locators,
    name_of,
    place_name,
    whole_address,
)

_LONGEST = 75
"""Octets of a line, its end not counted."""


def export_calendar(book: Book) -> str:
    """Write every event as an entry of a calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dossier//Dossier//EN",
        _text("X-WR-CALNAME", book.settings.title),
        *(line for event in book.dossier.events.values() for line in _entry(book, event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _entry(book: Book, event: Event) -> Iterator[str]:
    value = event.dating.value if event.dating else None
    days = _days(value)
    name = "VEVENT" if days else "VJOURNAL"
    address = address_of_event(event.id)
    yield f"BEGIN:{name}"
    yield _text("UID", address)
    yield f"DTSTAMP:{first_told(book, event.anchors):%Y%m%d}T000000Z"
    if days:
        yield f"DTSTART;VALUE=DATE:{_day(days[0])}"
        yield f"DTEND;VALUE=DATE:{_day(days[1])}"
        yield f"STATUS:{'TENTATIVE' if _is_doubtful(event) else 'CONFIRMED'}"
        yield "TRANSP:TRANSPARENT"
    yield _text("SUMMARY", event.title)
    yield _text("DESCRIPTION", _describe(book, event))
    if place := place_name(book, event):
        # A journal entry has no place of its own.
        yield _text("LOCATION" if days else "X-DOSSIER-PLACE", place)
    if url := whole_address(book, address):
        yield f"URL:{url}"
    if event.dating:
        yield _text("X-DOSSIER-EDTF", event.dating.value.edtf)
        yield _text("X-DOSSIER-BASIS", event.dating.basis.value)
    yield f"END:{name}"


def _days(value: DateValue | None) -> tuple[date, date] | None:
    """First day and day after the last; None where an end is open or there is no date."""
    if value is None or value.is_open_start or value.is_open_end:
        return None
    return value.start, value.end


def _is_doubtful(event: Event) -> bool:
    """Whether the day is one of several, or the event was only announced."""
    value = event.dating.value if event.dating else None
    certain = value is not None and (value.is_day or ("/" in value.edtf and not value.is_qualified))
    return is_pending(event) or not certain


def _describe(book: Book, event: Event) -> str:
    when = describe(event.dating.value) if event.dating else "not known"
    basis = f" ({event.dating.basis.value})" if event.dating else ""
    who = "; ".join(name_of(book, one.actor_id or one.label) for one in event.participants)
    parts = [
        event.summary,
        f"When: {when}{basis}.",
        f"Who took part: {who}." if who else "",
        f"Status: {event.status.value}.",
        f"Evidence: {', '.join(locators(book, event.anchors))}.",
        f"Page: {address_of_event(event.id)}",
    ]
    return " ".join(part for part in parts if part)


def _day(day: date) -> str:
    # strftime leaves out the leading zeros of early years on some systems.
    return day.isoformat().replace("-", "")


def _text(name: str, value: str) -> str:
    flat = flatten(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return f"{name}:{flat}"


def _fold(line: str) -> str:
    """Break a long line as the format wants it, between characters."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            pieces.append("")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n ".join(pieces)
