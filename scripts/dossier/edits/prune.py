"""The last step: take out what nothing supports, and every reference to what is not there."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from dossier.edits.altered import with_values
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.desk import Desk, warn
from dossier.errors import Found, Problem
from dossier.model import Actor, ActorId, Claim, Dossier, Event, Place, Quotation, Relation


def drop_unsupported(dossier: Dossier, desk: Desk) -> Found[Dossier]:
    """Take out actors and places of edits that no article names and nothing published refers to.

    Returns:
        The dossier, and a warning for each of them.
    """
    referred = {
        *(part.actor_id for event in dossier.events.values() for part in event.participants),
        *(speaker for quotation in dossier.quotations for speaker in quotation.speaker_ids),
        *(end for one in dossier.relations for end in (one.subject_id, one.object_id)),
    }
    actors = dict(dossier.actors)
    problems: list[Problem] = []
    for edit in desk.edits.actors:
        actor = actors.get(edit.id)
        if actor is None or edit.id in referred or _is_supported(actor):
            continue
        del actors[edit.id]
        message = f"no article names the actor {edit.id!r}, and nothing refers to it"
        hint = "add an alias or a mention, or delete the file"
        problems.append(warn("E202", edit.where, message, hint))
    places = dict(dossier.places)
    events_at = {event.place_id for event in dossier.events.values()}
    for spot in desk.edits.places:
        place = places.get(spot.id)
        if place and not (place.anchors or place.mention_ids or spot.id in events_at):
            del places[spot.id]
            message = f"no article names the place {spot.id!r}, and no event is there"
            problems.append(warn("E202", spot.where, message, "add at, or delete the entry"))
    return replace(dossier, actors=actors, places=places), tuple(problems)


def _is_supported(actor: Actor) -> bool:
    return bool(
        actor.mention_ids
        or any(role.anchors for role in actor.roles)
        or any(alias.anchors for alias in actor.aliases)
    )


def prune(dossier: Dossier, desk: Desk, actors: ActorsApplied) -> Dossier:
    """Take out every reference to what is not in the dossier, and put all in order."""
    places = _used_places(dossier, desk)
    dossier = replace(dossier, places=places)
    names = Names(dossier, actors)
    events = {
        event_id: _prune_event(event, dossier, names) for event_id, event in dossier.events.items()
    }
    events = _reciprocate(events)
    relations = tuple(
        _prune_relation(one, dossier, names)
        for one in dossier.relations
        if one.subject_id in dossier.actors and one.object_id in dossier.actors
    )
    quotations = tuple(_prune_quotation(one, dossier, names) for one in dossier.quotations)
    known = {
        *dossier.actors,
        *events,
        *places,
        *dossier.sources,
        *(claim.id for event in events.values() for claim in event.claims),
        *(claim.id for claim in dossier.claims),
        *(finding.id for finding in dossier.findings),
        *(quotation.id for quotation in quotations),
    }
    return replace(
        dossier,
        actors=dict(sorted(dossier.actors.items(), key=lambda pair: (pair[1].name, pair[0]))),
        events=events,
        mentioned=tuple(_prune_event(event, dossier, names) for event in dossier.mentioned),
        quotations=quotations,
        relations=relations,
        claims=tuple(
            replace(names.in_claim(one), subject_id="".join(_known((one.subject_id,), known)))
            for one in dossier.claims
        ),
        findings=tuple(replace(one, about=_known(one.about, known)) for one in dossier.findings),
        questions=tuple(replace(one, about=_known(one.about, known)) for one in dossier.questions),
        bottom_line=tuple(
            replace(one, about=_known(one.about, known)) for one in dossier.bottom_line
        ),
    )


class Names:
    """What to write where an id or a name may stand."""

    def __init__(self, dossier: Dossier, actors: ActorsApplied) -> None:
        self._dossier, self._actors = dossier, actors

    def now(self, text: str) -> str:
        """The id as it is now; the display name if the actor has no page; else the text."""
        if text in self._dossier.actors:
            return text
        moved = self._actors.moved.get(text)
        if moved is not None and moved in self._dossier.actors:
            return moved
        return self._actors.labels.get(text, text)

    def label(self, actor_id: ActorId) -> str:
        """The display name of an actor without a page; empty if it is hidden."""
        return "" if actor_id in self._actors.hidden else self._actors.labels.get(actor_id, "")

    def in_claim(self, claim: Claim) -> Claim:
        """A claim with its speaker named as now."""
        return with_values(claim, according_to=self.now(claim.according_to))


def _known(ids: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in known)


def _prune_event(event: Event, dossier: Dossier, names: Names) -> Event:
    return with_values(
        event,
        place_id=event.place_id if event.place_id in dossier.places else None,
        participants=tuple(
            with_values(part, according_to=names.now(part.according_to))
            for part in event.participants
            if part.actor_id is None or part.actor_id in dossier.actors
        ),
        claims=tuple(names.in_claim(claim) for claim in event.claims),
        parent_id=event.parent_id if event.parent_id in dossier.events else "",
        outcome_id=event.outcome_id if event.outcome_id in dossier.events else "",
        same_as_possible=_known(event.same_as_possible, dossier.events),
    )


def _reciprocate(events: Mapping[str, Event]) -> dict[str, Event]:
    """Possible sameness holds both ways, whoever said it."""
    others: dict[str, set[str]] = {event_id: set() for event_id in events}
    for event in events.values():
        for other in event.same_as_possible:
            others[event.id].add(other)
            others[other].add(event.id)
    return {
        event_id: with_values(event, same_as_possible=tuple(sorted(others[event_id] - {event_id})))
        for event_id, event in events.items()
    }


def _prune_quotation(quotation: Quotation, dossier: Dossier, names: Names) -> Quotation:
    speakers: tuple[ActorId, ...] = tuple(
        one for one in quotation.speaker_ids if one in dossier.actors
    )
    absent = [names.label(one) for one in quotation.speaker_ids if one not in dossier.actors]
    labels = [label for label in (*absent, quotation.speaker_label) if label]
    return with_values(
        quotation,
        speaker_ids=speakers,
        speaker_label=", ".join(labels),
        event_id=quotation.event_id if quotation.event_id in dossier.events else "",
    )


def _prune_relation(relation: Relation, dossier: Dossier, names: Names) -> Relation:
    return with_values(
        relation,
        event_id=relation.event_id if relation.event_id in dossier.events else "",
        according_to=names.now(relation.according_to),
        via=names.now(relation.via),
    )


def _used_places(dossier: Dossier, desk: Desk) -> dict[str, Place]:
    """Places of edits, of published events, and of sources nobody has gone through."""
    used = {event.place_id for event in dossier.events.values()}
    return {
        place_id: place
        for place_id, place in dossier.places.items()
        if place.origin or place_id in used or not desk.is_reviewed(place.anchors)
    }
