"""One id is one page, and every id that is referred to has one."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from dossier.check.records import Origin, fail, where_of
from dossier.errors import Problem
from dossier.ids import slugify
from dossier.model import Anchor, Dossier, Event

Spot = tuple[Origin, tuple[Anchor, ...]]
"""What shaped the record that refers, and the words it rests on."""

Reference = tuple[Spot, str, str]
"""Where it is made, the id, and what it must be."""


def check_ids(dossier: Dossier) -> tuple[Problem, ...]:
    """C310: ids are addresses, each given once."""
    problems = []
    where = {
        **{one.id: where_of(dossier, one.origin, ()) for one in dossier.actors.values()},
        **{one.id: where_of(dossier, one.origin, one.anchors) for one in dossier.events.values()},
        **{one.id: f"{one.path}:1" for one in dossier.sources.values()},
    }
    pages = (
        *((key, one.id) for key, one in dossier.actors.items()),
        *((key, one.id) for key, one in dossier.events.items()),
        *((key, one.id) for key, one in dossier.sources.items()),
    )
    for key, given in pages:
        if key != given or slugify(given) != given:
            message = f"{given!r} cannot be a page's address"
            problems.append(fail("C310", where[given], message, "choose another id"))
    fragments = (
        *(one.id for one in dossier.quotations),
        *(one.id for one in dossier.findings),
        *(one.id for one in dossier.claims),
        *(claim.id for event in dossier.events.values() for claim in event.claims),
        *(relation.id for relation in dossier.relations),
    )
    for one, times in sorted(Counter((*(given for _, given in pages), *fragments)).items()):
        if times > 1:
            message = f"the id {one!r} is given {times} times"
            at = where.get(one, "seeds/edits:1")
            problems.append(fail("C310", at, message, "one id is one page: choose another"))
    return tuple(problems)


def check_references(dossier: Dossier) -> tuple[Problem, ...]:
    """C303: every id that is referred to exists."""
    known = _known_ids(dossier)
    problems = []
    for (origin, anchors), id_, kind in _references(dossier):
        if id_ not in known[kind]:
            where = where_of(dossier, origin, anchors)
            problems.append(fail("C303", where, f"there is no {kind} {id_!r}", "correct the id"))
    return tuple(dict.fromkeys(problems))


def _known_ids(dossier: Dossier) -> dict[str, set[str]]:
    actors, events = set(dossier.actors), set(dossier.events)
    claims = {claim.id for claim in dossier.claims}
    claims |= {claim.id for event in dossier.events.values() for claim in event.claims}
    parts = dossier.extractions.values()
    return {
        "actor": actors,
        "event": events,
        "place": set(dossier.places),
        "source": set(dossier.sources),
        "mention": {one.id for part in parts for one in part.mentions},
        "event mention": {one.id for part in parts for one in part.event_mentions},
        "quote": {one.id for part in parts for one in part.quotes},
        "page": {
            *actors,
            *events,
            *claims,
            *dossier.places,
            *dossier.sources,
            *(one.id for one in dossier.quotations),
            *(one.id for one in dossier.findings),
        },
    }


def _references(dossier: Dossier) -> Iterator[Reference]:
    for actor in dossier.actors.values():
        yield from _given((actor.origin, ()), actor.mention_ids, "mention")
    for place in dossier.places.values():
        yield from _given((place.origin, place.anchors), place.mention_ids, "mention")
    for event in (*dossier.events.values(), *dossier.mentioned):
        yield from _in_event(event, dossier.sources)
    for quotation in dossier.quotations:
        spot = (quotation.origin, quotation.anchors)
        yield from _given(spot, quotation.speaker_ids, "actor")
        yield from _given(spot, quotation.quote_ids, "quote")
        yield from _given(spot, (quotation.event_id,), "event")
    for relation in dossier.relations:
        spot = (relation.origin, relation.anchors)
        yield from _given(spot, (relation.subject_id, relation.object_id), "actor")
        yield from _given(spot, (relation.event_id,), "event")
    for claim in dossier.claims:
        yield from _given((claim.origin, claim.anchors), (claim.subject_id,), "page")
    for finding in dossier.findings:
        yield from _given((finding.found_by, finding.sides), finding.about, "page")
    for question in dossier.questions:
        yield from _given((question.origin, ()), question.about, "page")
    for bullet in dossier.bottom_line:
        yield from _given((bullet.origin, bullet.anchors), bullet.about, "page")
    for note in dossier.source_notes.values():
        yield from _given((note.origin, ()), (note.source_id,), "source")


def _in_event(event: Event, sources: Container[str]) -> Iterator[Reference]:
    spot = (event.origin, event.anchors)
    yield from _given(spot, (part.actor_id or "" for part in event.participants), "actor")
    yield from _given(spot, (event.place_id or "",), "place")
    yield from _given(spot, (event.parent_id, event.outcome_id, *event.same_as_possible), "event")
    yield from _given(spot, event.mention_ids, "event mention")
    # Of every event one for each source: where there are many, most of what is referred to.
    missing = [one.source_id for one in event.tellings if one.source_id not in sources]
    yield from _given(spot, missing, "source")


def _given(spot: Spot, ids: Iterable[str], kind: str) -> Iterator[Reference]:
    return ((spot, one, kind) for one in ids if one)
