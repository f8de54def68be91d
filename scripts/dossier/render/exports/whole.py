"""The complete dossier as one JSON file.

``interchange`` gives what the schema ``bench-pred-1`` asks for; this adds what pages say beyond
that, and the address of each record's page. ``schema.py`` describes all of it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import cast

from dossier.model import Claim, Event, Participation, RoleHeld, SourceTelling
from dossier.render.book import Book
from dossier.render.interchange import edits_of, export_dossier
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
)
from dossier.render.spans import Spans

Json = dict[str, object]

SCHEMA_FILE = "dossier.schema.json"


def export_whole(book: Book) -> str:
    """Write the complete dossier."""
    return json.dumps(give_whole(book), ensure_ascii=False, indent=1) + "\n"


def give_whole(book: Book) -> Json:
    """Give the complete dossier as plain values."""
    held = export_dossier(book)
    spans = Spans(book)
    dossier = book.dossier
    _add(held, "sources", {key: _more_of_source(book, key) for key in dossier.sources})
    _add(held, "actors", _more_of_actors(book, spans))
    _add(
        held,
        "events",
        {event.id: _more_of_event(spans, event) for event in dossier.events.values()},
    )
    addresses: dict[str, Json] = {
        q.id: {"address": address_of_quotation(q)} for q in dossier.quotations
    }
    _add(held, "quotes", addresses)
    _add(held, "words_at_a_distance", addresses)
    _add(
        held,
        "relations",
        {r.id: {"address": address_of_relation(book, r), "via": r.via} for r in dossier.relations},
    )
    _add(
        held,
        "findings",
        {f.id: {"address": address_of_finding(f.id), "reason": f.reason} for f in dossier.findings},
    )
    claims = [*claims_of(book)]
    return {
        "$schema": SCHEMA_FILE,
        **held,
        "statements": [_statement(book, spans, claim) for claim in claims],
        "date_expressions": _date_expressions(book),
    }


def _add(held: Json, section: str, more: Mapping[str, Json]) -> None:
    for row in cast("list[Json]", held[section]):
        row.update(more.get(str(row["id"]), {}))


def _more_of_source(book: Book, source_id: str) -> Json:
    source = book.dossier.sources[source_id]
    published = book.dossier.calendar.published.get(source_id)
    return {
        "label": source.label,
        "basis": published.basis.value if published else None,
        "url": source.url,
        "language": source.language,
        "text_sha256": source.text_sha256,
        "origin": book.dossier.origins.get(source_id, source_id),
        "address": address_of_source(source_id),
    }


def _more_of_actors(book: Book, spans: Spans) -> dict[str, Json]:
    return {
        actor.id: {
            "side": actor.side,
            "summary": actor.summary,
            "named": actor.named,
            "reviewed": actor.reviewed,
            "roles": [_role(spans, role) for role in actor.roles],
            "address": address_of_actor(actor.id),
        }
        for actor in book.published_actors()
    }


def _role(spans: Spans, role: RoleHeld) -> Json:
    return {
        "title": role.title,
        "as_of": role.as_of.edtf if role.as_of else None,
        "ended": role.ended.edtf if role.ended else None,
        "status": role.status.value,
        "at": [spans.of(anchor) for anchor in role.anchors],
    }


def _more_of_event(spans: Spans, event: Event) -> Json:
    return {
        "summary": event.summary,
        "modality": event.modality.value,
        "hedge": event.hedge,
        "credibility": event.credibility.value,
        "reviewed": event.reviewed,
        "parts": [_part(spans, part) for part in event.participants],
        "tellings": [_telling(spans, telling) for telling in event.tellings],
        "part_of": event.parent_id or None,
        "outcome": event.outcome_id or None,
        "unknowns": list(event.unknowns),
        "address": address_of_event(event.id),
    }


def _part(spans: Spans, part: Participation) -> Json:
    return {
        "actor": part.actor_id,
        "label": part.label,
        "role": part.role,
        "according_to": part.according_to,
        "at": [spans.of(anchor) for anchor in part.anchors],
    }


def _telling(spans: Spans, telling: SourceTelling) -> Json:
    return {
        "source": telling.source_id,
        "telling": telling.telling.value,
        "at": [spans.of(anchor) for anchor in telling.anchors],
    }


def _statement(book: Book, spans: Spans, claim: Claim) -> Json:
    return {
        "id": claim.id,
        "about": claim.subject_id,
        "text": claim.text,
        "modality": claim.modality.value,
        "hedge": claim.hedge,
        "according_to": claim.according_to,
        "as_of": claim.as_of.edtf if claim.as_of else None,
        "credibility": claim.credibility.value,
        "edits": edits_of([claim.origin]),
        "address": address_of_claim(book, claim),
        "at": [spans.of(anchor) for anchor in claim.anchors],
    }


def _date_expressions(book: Book) -> Sequence[Json]:
    """Each expression by its id: what it means, how that is known, and where it stands."""
    return [
        {
            "id": timex_id,
            "value": dating.value.edtf,
            "basis": dating.basis.value,
            "source": book.timexes[timex_id].anchor.source_id,
            "address": address_of_words(book, book.timexes[timex_id].anchor),
        }
        for timex_id, dating in book.dossier.calendar.timexes.items()
        if timex_id in book.timexes
    ]
