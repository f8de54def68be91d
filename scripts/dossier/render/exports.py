"""The dossier as files for other programs, each with as many rows as the pages show."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Anchor, Dating
from dossier.render.book import Book
from dossier.render.excerpt import words_of
from dossier.render.interchange import export_dossier

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other programs.

    Attributes:
        path: Where it lies under ``docs/``.
        holds: What it holds, in words.
        rows: How many records.
        text: Its text.
    """

    path: str
    holds: str
    rows: int
    text: str


def render_exports(book: Book) -> tuple[Export, ...]:
    """Write every export, in the order in which the data page lists them."""
    dossier = book.dossier
    whole = json.dumps(export_dossier(book), ensure_ascii=False, indent=1)
    records = len(dossier.sources) + len(dossier.actors) + len(dossier.events)
    held = "Sources, actors, events, quotations, dates, links, findings, with offsets"
    return (
        Export("data/dossier.json", held, records, whole + "\n"),
        _sources(book),
        _actors(book),
        _events(book),
        _quotations(book),
        _dates(book),
        _relations(book),
    )


def _sources(book: Book) -> Export:
    published = book.dossier.calendar.published
    rows = [
        (
            source.id,
            source.title.value,
            "; ".join(author.value for author in source.authors if author.value),
            source.publisher.value,
            *_date(published.get(source.id)),
            source.sha256,
        )
        for source in book.dossier.sources.values()
    ]
    header = ("id", "title", "authors", "publisher", "edtf", "basis", "sha256")
    return _export("data/sources.csv", "Sources with their dates", header, rows)


def _actors(book: Book) -> Export:
    rows = [
        (
            actor.id,
            actor.name,
            actor.kind.value,
            actor.side,
            "; ".join(alias.name for alias in actor.aliases),
            str(len(actor.mention_ids)),
            actor.reviewed,
        )
        for actor in book.published_actors()
    ]
    header = ("id", "name", "kind", "side", "aliases", "mentions", "reviewed")
    return _export("data/actors.csv", "Actors with their names", header, rows)


def _events(book: Book) -> Export:
    rows = [
        (
            event.id,
            event.title,
            *_date(event.dating),
            event.event_type.value,
            event.tier.value,
            event.status.value,
            _place(book, event.place_id),
            "; ".join(part.actor_id or part.label for part in event.participants),
            _at(book, event.anchors),
            event.reviewed,
        )
        for event in book.dossier.events.values()
    ]
    header = (
        *("id", "title", "edtf", "basis", "type", "tier", "status"),
        *("place", "participants", "evidence", "reviewed"),
    )
    return _export("data/events.csv", "Events with dates and evidence", header, rows)


def _quotations(book: Book) -> Export:
    rows = [
        (
            quotation.id,
            "; ".join(quotation.speaker_ids) or quotation.speaker_label,
            " … ".join(words_of(book, anchor) for anchor in quotation.anchors),
            quotation.kind.value,
            quotation.event_id,
            _at(book, quotation.anchors),
        )
        for quotation in book.dossier.quotations
    ]
    header = ("id", "speaker", "words", "kind", "event", "evidence")
    return _export("data/quotations.csv", "Quotations with their speakers", header, rows)


def _dates(book: Book) -> Export:
    calendar = book.dossier.calendar
    rows = [
        (
            timex_id,
            book.timexes[timex_id].anchor.exact,
            *_date(dating),
            _at(book, [book.timexes[timex_id].anchor]),
        )
        for timex_id, dating in calendar.timexes.items()
        if timex_id in book.timexes
    ]
    header = ("id", "words", "edtf", "basis", "evidence")
    return _export("data/dates.csv", "Date expressions and what they mean", header, rows)


def _relations(book: Book) -> Export:
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
            _at(book, relation.anchors),
        )
        for relation in book.dossier.relations
    ]
    header = (
        *("id", "from", "verb", "to", "edtf", "basis"),
        *("event", "according_to", "hedge", "evidence"),
    )
    return _export("data/relations.csv", "Links between actors", header, rows)


def _date(dating: Dating | None) -> tuple[str, str]:
    return (dating.value.edtf, dating.basis.value) if dating else ("", "")


def _place(book: Book, place_id: str | None) -> str:
    place = book.dossier.places.get(place_id or "")
    return place.name if place else ""


def _at(book: Book, anchors: Iterable[Anchor]) -> str:
    """Locators as on the pages, such as ``001:L7.2``, each once, in the order given."""
    return "; ".join(dict.fromkeys(book.locator_at(anchor) for anchor in anchors))


def _export(path: str, holds: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Export:
    return Export(path, holds, len(rows), _csv(header, rows))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from running a text that begins like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
