"""The JSON Schema of ``dossier.json`` (draft 2020-12); closed lists come from the vocabulary."""

import json
from enum import StrEnum

from dossier.render.book import Book
from dossier.render.exported_names import OPEN
from dossier.render.exports.whole import SCHEMA_FILE
from dossier.vocabulary import (
    ActorKind,
    Credibility,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    FindingStatus,
    FindingType,
    Gravity,
    Modality,
    QuoteKind,
    RoleStatus,
    Telling,
)

Json = dict[str, object]

_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_SPAN: Json = {"$ref": "#/$defs/span"}
_SPANS: Json = {"type": "array", "items": _SPAN}
_EDTF: Json = {
    "type": ["string", "null"],
    "description": "EDTF (ISO 8601-2), of the profile on the page about dates; null for no date.",
}
_ADDRESS: Json = {
    "type": "string",
    "description": "Where a reader finds it, from the site's front page.",
}
_PAGED = "Whatever was found; the data page counts those with published true, which have a page."
_LISTS = {
    "sources": "The articles.",
    "actors": _PAGED,
    "events": _PAGED,
    "quotes": "One for each passage; those of one quotation share an id, which counts once.",
    "words_at_a_distance": "Scare quotes and titles; counted with the quotations.",
    "dates": "One a passage that tells a date.",
    "relations": "Links between two actors that a source states.",
    "findings": "Where sources disagree or leave doubt, with the words of each side.",
    "statements": "What is reported, in the dossier's own words.",
    "date_expressions": "The words of dates that the page about dates lists.",
}
_EDITS: Json = {"type": "array", "items": _TEXT, "description": "Edit files that shaped it."}


def export_schema(_: Book) -> str:
    """Write the schema."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=1) + "\n"


def make_schema() -> Json:
    """Give the schema as plain values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dossier:{SCHEMA_FILE}",
        "title": "A dossier",
        "description": (
            "Everything that the pages say, with the places in the files it rests on. Offsets "
            "count Unicode code points of the file as it lies on disk; ranges are half-open."
        ),
        **_record(
            {
                "$schema": _TEXT,
                "schema": {"const": "bench-pred-1"},
                "title": _TEXT,
                "recognizer": _record({"name": _TEXT, "version": _TEXT}),
                "sources": _rows("source", _LISTS["sources"]),
                "actors": _rows("actor", _LISTS["actors"]),
                "events": _rows("event", _LISTS["events"]),
                "quotes": _rows("quote", _LISTS["quotes"]),
                "words_at_a_distance": _rows("quote", _LISTS["words_at_a_distance"]),
                "dates": _rows("date", _LISTS["dates"]),
                "relations": _rows("relation", _LISTS["relations"]),
                "findings": _rows("finding", _LISTS["findings"]),
                "questions": _TEXTS,
                "statements": _rows("statement", _LISTS["statements"]),
                "date_expressions": _rows("date_expression", _LISTS["date_expressions"]),
            }
        ),
        "$defs": {
            "span": _record(_PLACE, ("text",)),
            "source": _SOURCE,
            "actor": _ACTOR,
            "event": _EVENT,
            "quote": _QUOTE,
            "date": _record({**_PLACE, "value": _EDTF, "range": _EDTF}, ("text", "range")),
            "relation": _RELATION,
            "finding": _FINDING,
            "statement": _STATEMENT,
            "date_expression": _record(
                {
                    "id": _TEXT,
                    "value": _EDTF,
                    "basis": _one_of(DateBasis),
                    "source": _TEXT,
                    "address": _ADDRESS,
                }
            ),
        },
    }


def _record(fields: Json, optional: tuple[str, ...] = ()) -> Json:
    """An object that has these fields and no others."""
    return {
        "type": "object",
        "properties": fields,
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }


def _rows(name: str, words: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": words}


def _one_of(words: type[StrEnum]) -> Json:
    return {"enum": [word.value for word in words]}


def _one_of_or_none(words: type[StrEnum]) -> Json:
    return {"enum": [*(word.value for word in words), None]}


_PLACE: Json = {
    "source": {"type": "string", "description": "Id of the source."},
    "start": {"type": "integer", "minimum": 0, "description": "First code point."},
    "end": {"type": "integer", "minimum": 1, "description": "Code point after the last."},
    "text": {
        "type": "string",
        "description": "The words; missing where they may not be printed.",
    },
}

_SOURCE = _record(
    {
        "id": _TEXT,
        "file": _TEXT,
        "title": _TEXT,
        "date": _EDTF,
        "publisher": _TEXT,
        "authors": _TEXTS,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "label": _TEXT,
        "basis": _one_of_or_none(DateBasis),
        "url": _TEXT,
        "language": _TEXT,
        "text_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "origin": {"type": "string", "description": "First source with the same text."},
        "address": _ADDRESS,
    }
)

_ROLE = _record(
    {
        "title": _TEXT,
        "as_of": _EDTF,
        "ended": _EDTF,
        "status": _one_of(RoleStatus),
        "at": _SPANS,
    }
)

_ACTOR = _record(
    {
        "id": _TEXT,
        "name": _TEXT,
        "aliases": _TEXTS,
        "type": {"enum": ["person", "organization", "place", "other"]},
        "kind": {"enum": [*(kind.value for kind in ActorKind), "location", OPEN]},
        "edits": _EDITS,
        "published": {"type": "boolean", "description": "Whether it has a page."},
        "mentions": _SPANS,
        "side": _TEXT,
        "summary": _TEXT,
        "named": {"type": "boolean"},
        "reviewed": _TEXT,
        "roles": {"type": "array", "items": _ROLE},
        "address": _ADDRESS,
    },
    ("edits", "published", "side", "summary", "named", "reviewed", "roles", "address"),
)

_PART = _record(
    {"actor": _MAYBE, "label": _TEXT, "role": _TEXT, "according_to": _TEXT, "at": _SPANS}
)

_EVENT = _record(
    {
        "id": _TEXT,
        "title": _TEXT,
        "date": _EDTF,
        "basis": _one_of_or_none(DateBasis),
        "type": _one_of(EventType),
        "tier": _one_of(EventTier),
        "status": _one_of(EventStatus),
        "participants": {"type": "array", "items": _TEXT, "description": "Ids of actors."},
        "place": {"type": ["string", "null"], "description": "Id of a place among the actors."},
        "score": {"type": "number"},
        "edits": _EDITS,
        "published": {"type": "boolean", "description": "Whether it has a page."},
        "mentions": _SPANS,
        "summary": _TEXT,
        "modality": _one_of(Modality),
        "hedge": _TEXT,
        "credibility": _one_of(Credibility),
        "reviewed": _TEXT,
        "parts": {"type": "array", "items": _PART},
        "tellings": {
            "type": "array",
            "items": _record({"source": _TEXT, "telling": _one_of(Telling), "at": _SPANS}),
        },
        "part_of": _MAYBE,
        "outcome": _MAYBE,
        "unknowns": _TEXTS,
        "address": _ADDRESS,
    },
    (
        *("summary", "modality", "hedge", "credibility", "reviewed", "parts", "tellings"),
        *("part_of", "outcome", "unknowns", "address"),
    ),
)

_QUOTE = _record(
    {
        "id": _TEXT,
        "speaker": _MAYBE,
        "speaker_text": _MAYBE,
        "kind": {"enum": ["direct", "indirect"]},
        "marks": _one_of(QuoteKind),
        "event": _MAYBE,
        "edits": _EDITS,
        **_PLACE,
        "address": _ADDRESS,
    },
    ("text",),
)

_RELATION = _record(
    {
        "id": _TEXT,
        "from": _TEXT,
        "verb": _TEXT,
        "to": _TEXT,
        "date": _EDTF,
        "event": _MAYBE,
        "according_to": _TEXT,
        "hedge": _TEXT,
        "edits": _EDITS,
        "at": _SPANS,
        "address": _ADDRESS,
        "via": _TEXT,
    }
)

_FINDING = _record(
    {
        "id": _TEXT,
        "type": _one_of(FindingType),
        "gravity": _one_of(Gravity),
        "status": _one_of(FindingStatus),
        "text": _TEXT,
        "about": _TEXTS,
        "found_by": {"enum": ["rule", "person"]},
        "rule": _MAYBE,
        "edits": _EDITS,
        "at": _SPANS,
        "address": _ADDRESS,
        "reason": _TEXT,
    }
)

_STATEMENT = _record(
    {
        "id": _TEXT,
        "about": {"type": "string", "description": "Id of an event or actor."},
        "text": _TEXT,
        "modality": _one_of(Modality),
        "hedge": _TEXT,
        "according_to": _TEXT,
        "as_of": _EDTF,
        "credibility": _one_of(Credibility),
        "edits": _EDITS,
        "address": _ADDRESS,
        "at": _SPANS,
    }
)
