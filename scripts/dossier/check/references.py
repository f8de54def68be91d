"""One id is one page, and every id that is referred to has one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.check.records import fail, where_of
from dossier.errors import Problem
from dossier.ids import slugify
from dossier.model import Dossier, Event


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
    for where, id_, kind in _references(dossier):
        if id_ not in known[kind]:
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


def _references(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for actor in dossier.actors.values():
        where = where_of(dossier, actor.origin, ())
        yield from ((where, one, "mention") for one in actor.mention_ids)
    for place in dossier.places.values():
        where = where_of(dossier, place.origin, place.anchors)
        yield from ((where, one, "mention") for one in place.mention_ids)
    for event in (*dossier.events.values(), *dossier.mentioned):
        yield from _in_event(where_of(dossier, event.origin, event.anchors), event)
    for quotation in dossier.quotations:
        where = where_of(dossier, quotation.origin, quotation.anchors)
        yield from ((where, one, "actor") for one in quotation.speaker_ids)
        yield from ((where, one, "quote") for one in quotation.quote_ids)
        yield from _given(where, (quotation.event_id,), "event")
    for relation in dossier.relations:
        where = where_of(dossier, relation.origin, relation.anchors)
        yield from ((where, one, "actor") for one in (relation.subject_id, relation.object_id))
        yield from _given(where, (relation.event_id,), "event")
    for claim in dossier.claims:
        yield from _given(where_of(dossier, claim.origin, ()), (claim.subject_id,), "page")
    for finding in dossier.findings:
        where = where_of(dossier, finding.found_by, finding.sides)
        yield from ((where, one, "page") for one in finding.about)
    for question in dossier.questions:
        where = where_of(dossier, question.origin, ())
        yield from ((where, one, "page") for one in question.about)
    for bullet in dossier.bottom_line:
        where = where_of(dossier, bullet.origin, bullet.anchors)
        yield from ((where, one, "page") for one in bullet.about)
    yield from (("seeds/edits/sources:1", one, "source") for one in dossier.source_notes)


def _in_event(where: str, event: Event) -> Iterator[tuple[str, str, str]]:
    yield from _given(where, (part.actor_id or "" for part in event.participants), "actor")
    yield from _given(where, (event.place_id or "",), "place")
    yield from _given(where, (event.parent_id, event.outcome_id, *event.same_as_possible), "event")
    yield from ((where, one, "event mention") for one in event.mention_ids)
    yield from ((where, telling.source_id, "source") for telling in event.tellings)


def _given(where: str, ids: Iterable[str], kind: str) -> Iterator[tuple[str, str, str]]:
    return ((where, one, kind) for one in ids if one)
