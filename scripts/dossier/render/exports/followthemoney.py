"""FollowTheMoney entities, one a line: what Aleph, OpenAleph and the OpenSanctions tools load.

An entity's id is its page's address with a dot for the slash, ``events.ev-talks``; a record
without a page of its own has that of its register, ``quotations.q-01``.

Source: the schemata of followthemoney 3.8 (alephdata/followthemoney, ``schema/*.yaml``).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.dates import describe
from dossier.model import Actor, Anchor, Claim, Dating, Event, Quotation, Relation, Source
from dossier.render.book import Book
from dossier.render.records import (
    address_of_actor,
    address_of_claim,
    address_of_event,
    address_of_quotation,
    address_of_relation,
    address_of_source,
    claims_of,
    dating_of_relation,
    locators,
    name_of,
    place_name,
    plain_date,
    quoted_text,
    relations_of,
    sources_of,
    whole_address,
)
from dossier.vocabulary import ActorKind

Entity = dict[str, object]

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "PublicBody",
    ActorKind.PUBLIC_BODY: "PublicBody",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.MEDIUM: "Organization",
    ActorKind.GROUP: "LegalEntity",
    ActorKind.INITIATIVE: "Project",
    ActorKind.PLACE: "Address",
}
"""A group need not be organised, so it is no Organization."""

_NOT_IN_ID = re.compile(r"[^0-9A-Za-z.]+")


def export_followthemoney(book: Book) -> str:
    """Write every entity, one JSON object a line."""
    entities = (
        *(_source(book, source) for source in book.dossier.sources.values()),
        *(_actor(book, actor) for actor in book.published_actors()),
        *(_event(book, event) for event in book.dossier.events.values()),
        *(_claim(book, claim) for claim in claims_of(book)),
        *(one for q in book.dossier.quotations for one in _quotation(book, q)),
        *(_relation(book, one) for one in relations_of(book)),
    )
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in entities)


def entity_id(kind: str, key: str) -> str:
    """Write an id that the format allows: letters, digits, dots and inner hyphens."""
    return f"{kind}.{_NOT_IN_ID.sub('-', key).strip('-')}"


def _entity(schema: str, key: str, properties: Mapping[str, Iterable[str]]) -> Entity:
    """Make an entity; empty values and properties are left out."""
    held = {
        name: list(dict.fromkeys(value for value in values if value))
        for name, values in properties.items()
    }
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in held.items() if values},
    }


def _source(book: Book, source: Source) -> Entity:
    dating = book.dossier.calendar.published.get(source.id)
    return _entity(
        "Article",
        entity_id("sources", source.id),
        {
            "name": [source.title.value or source.path],
            "title": [source.title.value],
            "author": [author.value for author in source.authors],
            "publisher": [source.publisher.value],
            "publishedAt": [plain_date(dating.value) if dating else ""],
            "sourceUrl": [source.url],
            "fileName": [source.path.rpartition("/")[2]],
            "language": [source.language],
            "summary": [*_date_note(dating, "Published"), f"SHA-256 of the file: {source.sha256}"],
            "alephUrl": [whole_address(book, address_of_source(source.id))],
        },
    )


def _actor(book: Book, actor: Actor) -> Entity:
    schema = SCHEMATA[actor.kind]
    mentions = [book.mentions[key].anchor for key in actor.mention_ids if key in book.mentions]
    offices = [role.title for role in actor.roles]
    return _entity(
        schema,
        entity_id("actors", actor.id),
        {
            "name": [actor.name],
            "alias": [alias.name for alias in actor.aliases],
            "position": offices if schema == "Person" else [],
            "summary": [actor.summary],
            "notes": [actor.note, "" if actor.named else "No source names this actor."],
            "alephUrl": [whole_address(book, address_of_actor(actor.id))],
            "proof": _proof(book, mentions),
        },
    )


def _event(book: Book, event: Event) -> Entity:
    parts = [part for part in event.participants if book.has_page(part.actor_id)]
    told = [
        f"{name_of(book, part.actor_id or part.label)}: {part.role}" for part in event.participants
    ]
    return _entity(
        "Event",
        entity_id("events", event.id),
        {
            "name": [event.title],
            "summary": [event.summary],
            "description": [
                f"Type: {event.event_type.value}. Status: {event.status.value}.",
                f"Who took part: {'; '.join(told)}." if told else "",
            ],
            **_interval(event.dating),
            "notes": [*_date_note(event.dating, "Dated"), event.note],
            "location": [place_name(book, event)],
            "involved": [entity_id("actors", part.actor_id) for part in parts if part.actor_id],
            "recordId": [event.id],
            "alephUrl": [whole_address(book, address_of_event(event.id))],
            **_told_by(book, event.anchors),
            "proof": _proof(book, event.anchors),
        },
    )


def _claim(book: Book, claim: Claim) -> Entity:
    kind = "events" if claim.subject_id in book.dossier.events else "actors"
    said = f"According to {name_of(book, claim.according_to)}." if claim.according_to else ""
    return _entity(
        "Note",
        entity_id(f"{kind}.{_NOT_IN_ID.sub('-', claim.subject_id)}", claim.id),
        {
            "name": [claim.text],
            "description": [claim.text],
            "summary": [said, f"{claim.modality.value} {claim.hedge}".strip()],
            "notes": [*_evidence(book, claim.anchors), claim.note],
            "entity": [entity_id(kind, claim.subject_id)],
            "alephUrl": [whole_address(book, address_of_claim(book, claim))],
            "proof": _proof(book, claim.anchors),
        },
    )


def _quotation(book: Book, quotation: Quotation) -> Iterator[Entity]:
    """Tie the words to each speaker, or to the occasion; a Note where there is neither."""
    words = quoted_text(book, quotation)
    base = entity_id("quotations", quotation.id)
    ends = [entity_id("actors", key) for key in quotation.speaker_ids if book.has_page(key)]
    common = {
        "summary": [words],
        "description": [*_evidence(book, quotation.anchors), quotation.note],
        "alephUrl": [whole_address(book, address_of_quotation(quotation))],
    }
    if not ends:
        yield _entity("Note", base, {"name": [words], **common, "proof": _proof_of(quotation)})
        return
    for number, end in enumerate(ends):
        yield _entity(
            "Documentation",
            base if number == 0 else f"{base}.{number + 1}",
            {
                "document": _proof_of(quotation),
                "entity": [end],
                "role": [f"speaker ({quotation.kind.value})"],
                "recordId": [quotation.id],
                **_told_by(book, quotation.anchors),
                **common,
            },
        )


def _proof_of(quotation: Quotation) -> list[str]:
    return [entity_id("sources", quotation.anchors[0].source_id)]


def _relation(book: Book, relation: Relation) -> Entity:
    dating = dating_of_relation(book, relation)
    said = f"According to {name_of(book, relation.according_to)}." if relation.according_to else ""
    return _entity(
        "UnknownLink",
        entity_id("relations", relation.id),
        {
            "subject": [entity_id("actors", relation.subject_id)],
            "object": [entity_id("actors", relation.object_id)],
            "role": [relation.verb],
            **_interval(dating),
            "summary": [said, relation.hedge],
            "description": [
                *_date_note(dating, "Dated"),
                *_evidence(book, relation.anchors),
                relation.note,
            ],
            "recordId": [relation.id],
            "alephUrl": [whole_address(book, address_of_relation(book, relation))],
            **_told_by(book, relation.anchors),
        },
    )


def _interval(dating: Dating | None) -> dict[str, list[str]]:
    """A plain date, or the ends of a stretch of time that the words give as one."""
    if dating is None:
        return {}
    value = dating.value
    if plain := plain_date(value):
        return {"date": [plain]}
    if value.is_one_of or value.is_qualified or "/" not in value.edtf:
        return {}
    first = "" if value.is_open_start else value.earliest.isoformat()
    last = "" if value.is_open_end else value.latest.isoformat()
    return {"startDate": [first], "endDate": [last]}


def _date_note(dating: Dating | None, verb: str) -> list[str]:
    if dating is None:
        return [f"{verb}: not known."]
    value = dating.value
    return [f"{verb} {describe(value)} (EDTF {value.edtf}; basis: {dating.basis.value})."]


def _evidence(book: Book, anchors: Sequence[Anchor]) -> list[str]:
    held = locators(book, anchors)
    return [f"Evidence: {', '.join(held)}."] if held else []


def _told_by(book: Book, anchors: Sequence[Anchor]) -> dict[str, list[str]]:
    sources = sources_of(book, anchors)
    return {
        "publisher": [source.publisher.value for source in sources],
        "sourceUrl": [source.url for source in sources],
    }


def _proof(book: Book, anchors: Sequence[Anchor]) -> list[str]:
    return [entity_id("sources", source.id) for source in sources_of(book, anchors)]
