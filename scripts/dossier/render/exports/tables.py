"""CSV files after RFC 4180: UTF-8, a head line, lines that end in CR LF."""

import csv
import io
from collections.abc import Iterable, Sequence

from dossier.model import Dating
from dossier.render.book import Book
from dossier.render.excerpt import words_of
from dossier.render.records import (
    address_of_actor,
    address_of_claim,
    address_of_event,
    address_of_finding,
    address_of_quotation,
    address_of_relation,
    address_of_source,
    address_of_words,
    claims_of,
    locators,
    place_name,
    quoted_text,
    relations_of,
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Sequence[str]


def export_sources(book: Book) -> str:
    """Sources with their dates."""
    published = book.dossier.calendar.published
    rows = [
        (
            source.id,
            source.title.value,
            "; ".join(author.value for author in source.authors if author.value),
            source.publisher.value,
            *_date(published.get(source.id)),
            source.url,
            source.sha256,
            address_of_source(source.id),
        )
        for source in book.dossier.sources.values()
    ]
    header = (
        *("id", "title", "authors", "publisher", "edtf", "basis", "earliest", "latest"),
        *("url", "sha256", "address"),
    )
    return _csv(header, rows)


def export_actors(book: Book) -> str:
    """Actors with their names."""
    rows = [
        (
            actor.id,
            actor.name,
            actor.kind.value,
            actor.side,
            "; ".join(alias.name for alias in actor.aliases),
            "; ".join(role.title for role in actor.roles),
            str(len(actor.mention_ids)),
            actor.reviewed,
            address_of_actor(actor.id),
        )
        for actor in book.published_actors()
    ]
    header = (
        *("id", "name", "kind", "side", "aliases", "roles", "mentions", "reviewed"),
        "address",
    )
    return _csv(header, rows)


def export_events(book: Book) -> str:
    """Events with dates and evidence."""
    rows = [
        (
            event.id,
            event.title,
            *_date(event.dating),
            event.event_type.value,
            event.tier.value,
            event.status.value,
            event.modality.value,
            event.hedge,
            place_name(book, event),
            "; ".join(part.actor_id or part.label for part in event.participants),
            "; ".join(locators(book, event.anchors)),
            event.reviewed,
            address_of_event(event.id),
        )
        for event in book.dossier.events.values()
    ]
    header = (
        *("id", "title", "edtf", "basis", "earliest", "latest", "type", "tier", "status"),
        *("modality", "hedge", "place", "participants", "evidence", "reviewed", "address"),
    )
    return _csv(header, rows)


def export_statements(book: Book) -> str:
    """What is reported, in the dossier's words."""
    rows = [
        (
            claim.id,
            claim.subject_id,
            claim.text,
            claim.modality.value,
            claim.hedge,
            claim.according_to,
            claim.as_of.edtf if claim.as_of else "",
            "; ".join(locators(book, claim.anchors)),
            address_of_claim(book, claim),
        )
        for claim in claims_of(book)
    ]
    header = (
        *("id", "about", "text", "modality", "hedge", "according_to", "as_of"),
        *("evidence", "address"),
    )
    return _csv(header, rows)


def export_quotations(book: Book) -> str:
    """Quotations with their speakers."""
    rows = [
        (
            quotation.id,
            "; ".join(quotation.speaker_ids) or quotation.speaker_label,
            quoted_text(book, quotation),
            quotation.kind.value,
            " › ".join(quotation.chain),
            quotation.event_id,
            "; ".join(locators(book, quotation.anchors)),
            address_of_quotation(quotation),
        )
        for quotation in book.dossier.quotations
    ]
    header = ("id", "speaker", "words", "kind", "chain", "event", "evidence", "address")
    return _csv(header, rows)


def export_dates(book: Book) -> str:
    """Date expressions and what they mean."""
    calendar = book.dossier.calendar
    rows = [
        (
            timex_id,
            words_of(book, book.timexes[timex_id].anchor),
            *_date(dating),
            "; ".join(locators(book, [book.timexes[timex_id].anchor])),
            address_of_words(book, book.timexes[timex_id].anchor),
        )
        for timex_id, dating in calendar.timexes.items()
        if timex_id in book.timexes
    ]
    header = ("id", "words", "edtf", "basis", "earliest", "latest", "evidence", "address")
    return _csv(header, rows)


def export_relations(book: Book) -> str:
    """Links between actors."""
    rows = [
        (
            relation.id,
            relation.subject_id,
            relation.verb,
            relation.object_id,
            *_date(relation.dating),
            relation.event_id,
            relation.according_to,
            relation.hedge,
            relation.via,
            "; ".join(locators(book, relation.anchors)),
            address_of_relation(book, relation),
        )
        for relation in relations_of(book)
    ]
    header = (
        *("id", "from", "verb", "to", "edtf", "basis", "earliest", "latest"),
        *("event", "according_to", "hedge", "via", "evidence", "address"),
    )
    return _csv(header, rows)


def export_findings(book: Book) -> str:
    """Where sources disagree, and what they leave in doubt."""
    rows = [
        (
            finding.id,
            finding.finding_type.value,
            finding.gravity.value,
            finding.status.value,
            finding.text,
            finding.reason,
            "; ".join(finding.about),
            "; ".join(locators(book, finding.sides)),
            address_of_finding(finding.id),
        )
        for finding in book.dossier.findings
    ]
    header = (
        *("id", "type", "gravity", "status", "text", "reason", "about"),
        *("evidence", "address"),
    )
    return _csv(header, rows)


def _date(dating: Dating | None) -> tuple[str, str, str, str]:
    """EDTF, basis, first and last day; an open end stays empty."""
    if dating is None:
        return ("", "", "", "")
    value = dating.value
    first = "" if value.is_open_start else value.earliest.isoformat()
    last = "" if value.is_open_end else value.latest.isoformat()
    return (value.edtf, dating.basis.value, first, last)


def _csv(header: Row, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from running a text that begins like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
