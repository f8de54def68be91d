"""What changed, and what the dossier holds, newest first, for feed readers: Atom.

Where an earlier build is kept to compare with, the first entry says what changed since and why;
its id follows from what it says. Every event is an entry, dated by the day on which the newest of
its sources appeared: a later article that tells of it moves it to the top. No clock is read, so
the feed changes only when the dossier does.

Source: RFC 4287.
"""

import uuid
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from dossier.dates import describe
from dossier.model import Event
from dossier.render.book import Book
from dossier.render.changes import NAMES, Change, compare_exports
from dossier.render.exports.whole import give_whole
from dossier.render.links import BRIEFING, CHANGES, href
from dossier.render.markdown import flatten
from dossier.render.records import (
    NAMESPACE,
    NO_DAY,
    address_of_event,
    first_told,
    last_told,
    locators,
    place_name,
    whole_address,
)
from dossier.render.words import count

FEED = "data/feed.xml"

MOST_TOLD = 40
"""Changes told one by one; the page has them all."""


def export_feed(book: Book) -> str:
    """Write the feed."""
    events = list(book.dossier.events.values())
    days = {event.id: _told_last(book, event) for event in events}
    events.sort(key=lambda event: (-days[event.id].toordinal(), event.id))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_urn(book, href(BRIEFING, BRIEFING))}</id>",
        f"<title>{_text(book.settings.title)}</title>",
        *([f"<subtitle>{_text(book.settings.subtitle)}</subtitle>"]
          if book.settings.subtitle else []),
        f"<updated>{_time(last_told(book))}</updated>",
        f"<author><name>{_text(book.settings.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_way(book, FEED)}/>',
        f'<link rel="alternate" type="text/html" href={_way(book, href(BRIEFING, BRIEFING))}/>',
        *_changed(book),
        *(line for event in events for line in _entry(book, event, days[event.id])),
        "</feed>",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _changed(book: Book) -> Iterator[str]:
    previous = book.dossier.previous
    changes = compare_exports(previous, give_whole(book)) if previous else ()
    if not changes:
        return
    told = [_tell(one) for one in changes]
    rest = len(told) - MOST_TOLD
    more = [f"And {rest} more."] if rest > 0 else []
    address = href(BRIEFING, CHANGES)
    yield "<entry>"
    yield f"<id>{_urn(book, f'{address} {changes}')}</id>"
    yield f"<title>What changed: {count(len(told), 'change')}</title>"
    yield f"<updated>{_time(last_told(book))}</updated>"
    yield f'<link rel="alternate" type="text/html" href={_way(book, address)}/>'
    yield '<category term="changes"/>'
    yield f"<summary>{_text(' '.join([*told[:MOST_TOLD], *more]))}</summary>"
    yield "</entry>"


def _tell(change: Change) -> str:
    """Say what became of a record, in which of its values, and why."""
    values = ", ".join(name.replace("_", " ") for name, _, _ in change.values)
    became = f"{change.kind.value}: {values}" if values else change.kind.value
    return f"{change.title} ({NAMES[change.section].lower()}, {became}). {change.why}."


def _entry(book: Book, event: Event, day: date) -> Iterator[str]:
    address = address_of_event(event.id)
    yield "<entry>"
    yield f"<id>{_urn(book, address)}</id>"
    yield f"<title>{_text(event.title)}</title>"
    yield f"<updated>{_time(day)}</updated>"
    yield f"<published>{_time(first_told(book, event.anchors))}</published>"
    yield f'<link rel="alternate" type="text/html" href={_way(book, address)}/>'
    yield f"<category term={quoteattr(event.event_type.value)}/>"
    yield f"<summary>{_text(_describe(book, event))}</summary>"
    yield "</entry>"


def _describe(book: Book, event: Event) -> str:
    when = describe(event.dating.value) if event.dating else "not known"
    place = place_name(book, event)
    parts = [
        event.summary,
        f"When: {when}.",
        f"Where: {place}." if place else "",
        f"Status: {event.status.value}.",
        f"Evidence: {', '.join(locators(book, event.anchors))}.",
    ]
    return " ".join(part for part in parts if part)


def _told_last(book: Book, event: Event) -> date:
    published = book.dossier.calendar.published
    days = [
        published[key].value.latest
        for key in {anchor.source_id for anchor in event.anchors}
        if key in published and not published[key].value.is_open_end
    ]
    return max(days, default=NO_DAY)


def _way(book: Book, address: str) -> str:
    """Full address, or the way there from the feed's own folder."""
    return quoteattr(whole_address(book, address) or href(FEED, address))


def _urn(book: Book, address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{book.settings.title} {address}')}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(flatten(text))
