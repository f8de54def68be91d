"""The dossier as one JSON file.

It keeps to the schema ``bench-pred-1`` for sources, actors, events, quotations and dates, and
adds keys of our own. Whatever was found is here, with its score: ``published`` says whether it
has a page. A range ("from 3 to 5 May") is two dates, as TimeML has it.

Offsets count code points of the file as it lies on disk, not of the normalised text that the
dossier works on: ``Source.shifts`` leads back.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model import (
    Actor,
    Anchor,
    Dating,
    Dossier,
    Event,
    Place,
    Quotation,
    Quote,
    Source,
)
from dossier.render.book import AT_A_DISTANCE, Book
from dossier.render.exported_names import export_open_names
from dossier.render.printed_names import PrintedNames
from dossier.render.spans import Spans
from dossier.vocabulary import ActorKind, DateBasis, QuoteKind

Json = dict[str, object]

SCHEMA = "bench-pred-1"

_TURN = re.compile(
    r"\s+(?:to|until|till|through|thru|and|into)\s+|\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d)"
)
"""What stands between the two ends of a range."""

_TYPES = {
    ActorKind.PERSON: "person",
    ActorKind.STATE: "place",
    ActorKind.PUBLIC_BODY: "organization",
    ActorKind.ORGANIZATION: "organization",
    ActorKind.MEDIUM: "organization",
    ActorKind.GROUP: "organization",
    ActorKind.INITIATIVE: "other",
    ActorKind.PLACE: "place",
}


def export_dossier(book: Book) -> Json:
    """Give the dossier as plain values.

    Args:
        book: The dossier.

    Returns:
        Texts, numbers, lists and mappings. Offsets count code points of the decoded files. Of
        a source that may not be printed, a place longer than a few words has no ``text``.
    """
    dossier = book.dossier
    extractions = dossier.extractions.values()
    named = {m.id: m for each in extractions for m in each.mentions}
    mentions = {key: mention.anchor for key, mention in named.items()}
    reports = {m.id: m.anchor for each in extractions for m in each.event_mentions}
    quotes = {q.id: q for each in extractions for q in each.quotes}
    spans, printed = Spans(book), PrintedNames(dossier)
    spoken = [q for q in dossier.quotations if q.kind not in AT_A_DISTANCE]
    distant = [q for q in dossier.quotations if q.kind in AT_A_DISTANCE]
    return {
        "schema": SCHEMA,
        "title": book.settings.title,
        "recognizer": {"name": dossier.recognizer, "version": dossier.recognizer_version},
        "sources": [_source(dossier, source) for source in dossier.sources.values()],
        "actors": [
            *(
                _actor(actor, printed.of(named[key] for key in actor.mention_ids if key in named))
                | {"published": book.has_page(actor.id)}
                | {"mentions": spans.of_all(actor.mention_ids, mentions)}
                for actor in dossier.actors.values()
            ),
            *(
                _place(place, printed.of(named[key] for key in place.mention_ids if key in named))
                | {"mentions": spans.of_all(place.mention_ids, mentions)}
                for place in dossier.places.values()
            ),
            *export_open_names(dossier, spans),
        ],
        "events": [
            _event(event)
            | {"published": event.id in dossier.events}
            | {
                "mentions": spans.of_all(event.mention_ids, reports)
                or [spans.of(anchor) for anchor in event.anchors]
            }
            for event in (*dossier.events.values(), *dossier.mentioned)
        ],
        "quotes": [row for q in spoken for row in _quotation(spans, q, quotes)],
        "words_at_a_distance": [row for q in distant for row in _quotation(spans, q, quotes)],
        "dates": _dates(spans, dossier),
        "relations": _relations(spans, dossier),
        "findings": _findings(spans, dossier),
        "questions": [question.text for question in dossier.questions],
    }


def _source(dossier: Dossier, source: Source) -> Json:
    published = dossier.calendar.published.get(source.id)
    return {
        "id": source.id,
        "file": source.path,
        "title": source.title.value,
        "date": published.value.edtf if published else None,
        "publisher": source.publisher.value,
        "authors": [author.value for author in source.authors if author.value],
        "sha256": source.sha256,
    }


def _actor(actor: Actor, longer: frozenset[str]) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "aliases": sorted(longer | {alias.name for alias in actor.aliases}),
        "type": _TYPES[actor.kind],
        "kind": actor.kind.value,
        "edits": edits_of(actor.origin),
    }


def _place(place: Place, longer: frozenset[str]) -> Json:
    whole = {f"{place.name}, {place.within}"} if place.within else set()
    bare, _, noun = place.name.rpartition(" ")
    whole |= {bare} if bare and noun.islower() else set()  # "Kwahu district"
    return {
        "id": place.id,
        "name": place.name,
        "aliases": sorted(longer | whole),
        "type": "place",
        "kind": "location",
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "title": event.title,
        "date": event.dating.value.edtf if event.dating else None,
        "basis": event.dating.basis.value if event.dating else None,
        "type": event.event_type.value,
        "tier": event.tier.value,
        "status": event.status.value,
        "participants": [part.actor_id for part in event.participants if part.actor_id],
        "place": event.place_id,
        "score": event.score,
        "edits": edits_of(event.origin),
    }


def edits_of(origins: Iterable[str]) -> list[str]:
    """The edit files that shaped a record, without lines, so that a line more changes nothing."""
    files = {origin.rpartition(":")[0] for origin in origins if origin.startswith("seeds/")}
    return sorted(files)


def _quotation(spans: Spans, quotation: Quotation, quotes: Mapping[str, Quote]) -> list[Json]:
    """One row for each piece of an interrupted quotation."""
    rows = []
    for place, anchor in enumerate(quotation.anchors):
        piece = quotes.get(quotation.quote_ids[place]) if place < len(quotation.quote_ids) else None
        words = piece.speaker_words.exact if piece and piece.speaker_words else ""
        row: Json = {
            "id": quotation.id,
            "speaker": quotation.speaker_ids[0] if quotation.speaker_ids else None,
            "speaker_text": words or quotation.speaker_label or None,
            "kind": "indirect" if quotation.kind is QuoteKind.INDIRECT else "direct",
            "marks": quotation.kind.value,
            "event": quotation.event_id or None,
            "edits": edits_of([quotation.origin]),
        }
        rows.append(row | spans.of(anchor))
    return rows


def _dates(spans: Spans, dossier: Dossier) -> list[Json]:
    """Date expressions, and the lines in which articles give their own date."""
    datings = [(d.anchors[0], d) for d in dossier.calendar.published.values() if _is_printed(d)]
    datings += [
        (timex.anchor, dossier.calendar.timexes[timex.id])
        for extraction in dossier.extractions.values()
        for timex in extraction.timexes
        if timex.id in dossier.calendar.timexes
    ]
    by_place = {(anchor.source_id, anchor.start): (anchor, dating) for anchor, dating in datings}
    return [
        spans.of(words) | {"value": value} | ({"range": dating.value.edtf} if is_end else {})
        for anchor, dating in by_place.values()
        for words, value, is_end in find_ends(anchor, dating)
    ]


def find_ends(anchor: Anchor, dating: Dating) -> tuple[tuple[Anchor, str, bool], ...]:
    """Find the two ends of a range that names both.

    Args:
        anchor: The words of a date.
        dating: What they mean.

    Returns:
        The words and the EDTF value of each end, and whether it is an end; one row with the
        words as they are for anything else.
    """
    whole = dating.value.edtf
    first, slash, last = whole.partition("/")
    turns = list(_TURN.finditer(anchor.exact))
    if not slash or ".." in (first, last) or len(turns) != 1:
        return ((anchor, whole, False),)
    turn = turns[0]
    return (
        (_part(anchor, 0, turn.start()), first, True),
        (_part(anchor, turn.end(), len(anchor.exact)), last, True),
    )


def _part(anchor: Anchor, start: int, end: int) -> Anchor:
    return replace(
        anchor,
        start=anchor.start + start,
        end=anchor.start + end,
        exact=anchor.exact[start:end],
        prefix="",
        suffix="",
    )


def _is_printed(dating: Dating) -> bool:
    return dating.basis is DateBasis.EXPLICIT and bool(dating.anchors)


def _relations(spans: Spans, dossier: Dossier) -> list[Json]:
    return [
        {
            "id": relation.id,
            "from": relation.subject_id,
            "verb": relation.verb,
            "to": relation.object_id,
            "date": relation.dating.value.edtf if relation.dating else None,
            "event": relation.event_id or None,
            "according_to": relation.according_to,
            "hedge": relation.hedge,
            "edits": edits_of([relation.origin]),
            "at": [spans.of(anchor) for anchor in relation.anchors],
        }
        for relation in dossier.relations
    ]


def _findings(spans: Spans, dossier: Dossier) -> list[Json]:
    return [
        {
            "id": finding.id,
            "type": finding.finding_type.value,
            "gravity": finding.gravity.value,
            "status": finding.status.value,
            "text": finding.text,
            "about": list(finding.about),
            "found_by": "rule" if finding.found_by == finding.rule else "person",
            "rule": finding.rule or None,
            "edits": edits_of([finding.found_by]),
            "at": [spans.of(anchor) for anchor in finding.sides],
        }
        for finding in dossier.findings
    ]
