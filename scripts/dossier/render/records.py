"""What every export asks of the dossier: addresses, days, and words that may leave the house.

An address is that of the page on which a reader finds the record, from the site's front page:
``events/ev-talks.html#cl-1``. It is the record's name in every format.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dossier.dates import DateValue
from dossier.model import Anchor, Claim, Dating, Event, Quotation, Relation, Source
from dossier.render.book import Book
from dossier.render.excerpt import words_of
from dossier.render.links import (
    BRIEFING,
    FINDINGS,
    QUOTATIONS,
    actor_page,
    event_page,
    href,
    source_page,
)
from dossier.vocabulary import QuoteKind

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dossier")
"""Under which ids are derived where a format wants UUIDs."""

NO_DAY = date(1970, 1, 1)
"""Where a format wants a time and no source has a date."""

_IN_MARKS = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE, QuoteKind.TITLE})


def address_of_event(event_id: str) -> str:
    """Address of an event's page."""
    return href(BRIEFING, event_page(event_id))


def address_of_actor(actor_id: str) -> str:
    """Address of an actor's page."""
    return href(BRIEFING, actor_page(actor_id))


def address_of_source(source_id: str) -> str:
    """Address of a source's page."""
    return href(BRIEFING, source_page(source_id))


def address_of_quotation(quotation: Quotation) -> str:
    """Address of a quotation in the register."""
    return href(BRIEFING, QUOTATIONS, quotation.id)


def address_of_finding(finding_id: str) -> str:
    """Address of a finding in the register."""
    return href(BRIEFING, FINDINGS, finding_id)


def address_of_claim(book: Book, claim: Claim) -> str:
    """Address of a claim on the page of the event or actor it is about; empty without one."""
    if claim.subject_id in book.dossier.events:
        return href(BRIEFING, event_page(claim.subject_id), claim.id)
    if book.has_page(claim.subject_id):
        return href(BRIEFING, actor_page(claim.subject_id), claim.id)
    return ""


def address_of_relation(book: Book, relation: Relation) -> str:
    """Address of a link's row: on the event's page, else on that of the first actor."""
    if relation.event_id in book.dossier.events:
        return href(BRIEFING, event_page(relation.event_id), relation.id)
    ends = relation.subject_id, relation.object_id
    held = next((key for key in ends if book.has_page(key)), "")
    return href(BRIEFING, actor_page(held), relation.id) if held else ""


def address_of_words(book: Book, anchor: Anchor) -> str:
    """Address of the sentence in which words stand."""
    return href(BRIEFING, source_page(anchor.source_id), book.fragment_at(anchor))


def whole_address(book: Book, address: str) -> str:
    """Address with the site's own before it; empty where the project does not name one."""
    site = book.settings.site_url.rstrip("/")
    return f"{site}/{address}" if site else ""


def claims_of(book: Book) -> Iterator[Claim]:
    """Every claim that pages show: those of events first, then standing ones."""
    for event in book.dossier.events.values():
        yield from event.claims
    yield from (claim for claim in book.dossier.claims if book.has_page(claim.subject_id))


def relations_of(book: Book) -> Iterator[Relation]:
    """Every link between actors that pages show."""
    return (one for one in book.dossier.relations if address_of_relation(book, one))


def locators(book: Book, anchors: Iterable[Anchor]) -> tuple[str, ...]:
    """Locators as on the pages, such as ``001:L7.2``, each once, in the order given."""
    return tuple(dict.fromkeys(book.locator_at(anchor) for anchor in anchors))


def sources_of(book: Book, anchors: Iterable[Anchor]) -> tuple[Source, ...]:
    """Sources in which words stand, each once, in the order of the dossier."""
    held = {anchor.source_id for anchor in anchors}
    return tuple(one for one in book.dossier.sources.values() if one.id in held)


def quoted_text(book: Book, quotation: Quotation) -> str:
    """Give quoted words as far as pages may print them, pieces joined by an ellipsis."""
    marked = quotation.kind in _IN_MARKS
    return " … ".join(words_of(book, one, spoken=marked) for one in quotation.anchors)


def name_of(book: Book, key_or_name: str) -> str:
    """Name somebody given by an actor's id or by a name."""
    actor = book.dossier.actors.get(key_or_name)
    return actor.name if actor else key_or_name


def place_name(book: Book, event: Event) -> str:
    """Name an event's place and what holds it; empty if no place is said."""
    place = book.dossier.places.get(event.place_id or "")
    return ", ".join(part for part in (place.name, place.within) if part) if place else ""


def dating_of_relation(book: Book, relation: Relation) -> Dating | None:
    """When a link held: its own date, else that of its event."""
    event = book.dossier.events.get(relation.event_id)
    return relation.dating or (event.dating if event else None)


def first_told(book: Book, anchors: Sequence[Anchor]) -> date:
    """The day on which something was first told, for formats that want a time.

    Args:
        book: The dossier.
        anchors: The words it rests on.

    Returns:
        The last day on which the earliest of its sources can have appeared; where none of
        them is dated, the day of ``last_told``.
    """
    days = sorted(_appeared(book, {anchor.source_id for anchor in anchors}))
    return days[0] if days else last_told(book)


def last_told(book: Book) -> date:
    """The day on which the newest source appeared; 1 January 1970 where none is dated."""
    return max(_appeared(book, set(book.dossier.sources)), default=NO_DAY)


def _appeared(book: Book, source_ids: set[str]) -> list[date]:
    published = book.dossier.calendar.published
    return [
        published[key].value.latest
        for key in sorted(source_ids)
        if key in published and not published[key].value.is_open_end
    ]


def plain_date(value: DateValue | None) -> str:
    """Write a value as ``2021``, ``2021-07`` or ``2021-07-28``; empty where that says less."""
    return value.edtf if value and value.edtf.replace("-", "").isdecimal() and _iso(value) else ""


def _iso(value: DateValue) -> bool:
    """Whether the value is a day, a month or a year of the calendar, no season or quarter."""
    return value.start.isoformat().startswith(value.edtf)
