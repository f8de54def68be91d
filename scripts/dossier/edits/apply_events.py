"""Events as the analyst tells them, and where every automatic candidate went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.anchors import find_source
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.apply_dates import apply_date
from dossier.edits.apply_places import PlacesApplied
from dossier.edits.carried_events import carry_over_event
from dossier.edits.claims_on_reports import Taken, take_up
from dossier.edits.desk import Desk, name_sources, sort_events, warn
from dossier.edits.schema_events import NO_PLACE, ClaimEdit, EventEdit
from dossier.edits.tellings import WITHOUT_WORDS, tell_sources
from dossier.errors import Found, Problem
from dossier.ids import make_id
from dossier.model import (
    Anchor,
    Claim,
    Dating,
    Event,
    EventId,
    EventMention,
    Measure,
    Participation,
    PlaceId,
    SourceTelling,
)
from dossier.vocabulary import EventStatus, EventTier, Modality, Telling


@dataclass(frozen=True, slots=True)
class EventsApplied:
    """Events after the edits.

    Attributes:
        events: Published ones by id, by date.
        mentioned: Candidates that are not published, by publication and then by text.
        moved: Where each automatic event went; None if it is not published.
    """

    events: Mapping[EventId, Event]
    mentioned: tuple[Event, ...]
    moved: Mapping[EventId, EventId | None]


def apply_events(desk: Desk, actors: ActorsApplied, places: PlacesApplied) -> Found[EventsApplied]:
    """Tell the events as the edits say.

    Returns:
        Published and merely mentioned events, and where the automatic ones went; and what was
        noticed.
    """
    taken = take_up(desk, actors)
    problems: list[Problem] = list(_unmatched(desk))
    events: list[Event] = []
    for edit in desk.edits.events:
        if edit.hide:
            continue
        event, noticed = _draw(desk, edit, taken, actors, places)
        problems.extend(noticed)
        if event is not None:
            events.append(event)
    mentioned: list[Event] = []
    for candidate in taken.rest:
        event = carry_over_event(desk, candidate, actors, places)
        worth = event.score >= desk.settings.event_threshold
        if worth and not desk.is_reviewed(event.anchors):
            events.append(event)
        else:  # without a page, nobody asks which sources are silent on it
            told = (one for one in event.tellings if one.telling not in WITHOUT_WORDS)
            mentioned.append(replace(event, tellings=tuple(told)))
    published = sort_events(events)
    return (
        EventsApplied(
            published,
            tuple(sorted(mentioned, key=lambda event: (desk.place(event.anchors[0]), event.id))),
            {old: new if new in published else None for old, new in taken.moved.items()},
        ),
        tuple(problems),
    )


def _draw(
    desk: Desk, edit: EventEdit, taken: Taken, actors: ActorsApplied, places: PlacesApplied
) -> tuple[Event | None, tuple[Problem, ...]]:
    share = taken.shares.get(edit.id, ())
    parts = tuple(
        carry_over_event(desk, part, actors, places) for part in taken.parts.get(edit.id, ())
    )
    anchors = _unite(desk, desk.anchors_everywhere(edit.at), share)
    lost = desk.lost(edit.at)
    if not anchors:
        message = f"the event {edit.id!r} is not published: {name_sources(lost)}"
        return None, (warn("E201", edit.where, message),)
    dating, problems = apply_date(
        desk, edit.date, _automatic_datings(desk, edit, share, parts), anchors
    )
    tellings = tell_sources(desk, edit, anchors, dating, taken.whole.get(edit.id, ()))
    status, lowered = _status(desk, edit, parts, tellings, lost)
    event = Event(
        id=edit.id,
        event_type=edit.event_type,
        title=edit.title,
        dating=dating,
        summary=edit.summary,
        tier=edit.tier,
        status=status,
        status_derived=edit.status is None,
        status_note=edit.status_note,
        modality=edit.modality,
        hedge=edit.hedge,
        place_id=_place(edit, parts),
        participants=_participants(desk, edit, anchors, parts),
        mention_ids=tuple(report.id for report in share),
        anchors=anchors,
        claims=tuple(
            claim for claim in (draw_claim(desk, one, edit.id) for one in edit.claims) if claim
        ),
        tellings=tellings,
        measures=_measures(desk, edit),
        parent_id=edit.parent,
        same_as_possible=tuple(sorted(edit.same_as_possible)),
        outcome_id=edit.outcome,
        unknowns=edit.unknowns,
        credibility=edit.credibility,
        score=1.0,
        reviewed=edit.reviewed,
        origin=tuple(sorted({edit.where, *(one for part in parts for one in part.origin)})),
        note=edit.note,
    )
    if lost:
        message = f"the event {edit.id!r} rests on fewer words: {name_sources(lost)}"
        problems = (*problems, warn("E210", edit.where, message, "read its text again"))
    return event, (*problems, *lowered)


def _place(edit: EventEdit, parts: Iterable[Event]) -> PlaceId | None:
    if edit.place == NO_PLACE:
        return None
    return edit.place or next((part.place_id for part in parts if part.place_id), None)


def _unite(
    desk: Desk, listed: tuple[Anchor, ...], share: Iterable[EventMention]
) -> tuple[Anchor, ...]:
    """The listed places, and what was taken up outside them."""
    more = {
        report.anchor
        for report in share
        if not any(
            place.source_id == report.anchor.source_id
            and place.start < report.anchor.end
            and place.end > report.anchor.start
            for place in listed
        )
    }
    return desk.sort({*listed, *more})


def _automatic_datings(
    desk: Desk, edit: EventEdit, share: Iterable[EventMention], parts: Iterable[Event]
) -> tuple[Dating, ...]:
    """What the program says of the date: of candidates taken up whole, else of single reports.

    Another happening in the same sentence may have another date, so candidates of the event's
    own type are asked alone, if there are any.
    """
    taken = {report.id for report in share}
    whole = [part for part in parts if taken.issuperset(part.mention_ids)]
    alike = [part for part in whole if part.event_type is edit.event_type] or whole
    if alike:
        return tuple(part.dating for part in alike if part.dating)
    meant = desk.draft.calendar.timexes
    own = [one for one in share if one.event_type is edit.event_type] or share
    return tuple(meant[one.timex_id] for one in own if one.timex_id and one.timex_id in meant)


def _status(
    desk: Desk,
    edit: EventEdit,
    parts: Iterable[Event],
    tellings: Iterable[SourceTelling],
    lost: tuple[str, ...],
) -> tuple[EventStatus, tuple[Problem, ...]]:
    # A copy asserts what its original does, and is no second source.
    asserting = len(
        {
            desk.draft.origins.get(one.source_id, one.source_id)
            for one in tellings
            if one.telling in {Telling.ASSERTS, Telling.BACKGROUND}
        }
    )
    if edit.status is EventStatus.CORROBORATED and lost and asserting < 2:  # noqa: PLR2004  # it takes two
        message = f"the event {edit.id!r} is single-source now: {name_sources(lost)}"
        return EventStatus.SINGLE_SOURCE, (warn("E211", edit.where, message),)
    if edit.status is not None:
        return edit.status, ()
    if edit.tier is EventTier.BACKGROUND:
        return EventStatus.BACKGROUND, ()
    if edit.modality in {Modality.FORECAST, Modality.ANNOUNCED}:
        return EventStatus(edit.modality.value), ()
    found = any(part.status is EventStatus.CORROBORATED for part in parts)
    corroborated = found and asserting > 1
    return EventStatus.CORROBORATED if corroborated else EventStatus.SINGLE_SOURCE, ()


def _participants(
    desk: Desk, edit: EventEdit, anchors: tuple[Anchor, ...], parts: Iterable[Event]
) -> tuple[Participation, ...]:
    """Who took part, as the edit says; where it is silent, as the candidates have it.

    Somebody whose words are all gone is left out.
    """
    if not edit.participants:
        found = (one for part in parts for one in part.participants)
        by_name = {(one.actor_id, one.label): one for one in reversed(tuple(found))}
        return tuple(reversed(by_name.values()))
    return tuple(
        Participation(
            one.actor or None,
            one.role,
            one.label,
            one.according_to,
            desk.anchors_everywhere(one.at) or anchors,
        )
        for one in edit.participants
        if not one.at or desk.anchors(one.at)
    )


def _measures(desk: Desk, edit: EventEdit) -> tuple[Measure, ...]:
    return tuple(
        Measure(one.what, one.value, desk.anchors_everywhere(one.at), one.as_of)
        for one in edit.measures
        if desk.anchors(one.at)
    )


def draw_claim(desk: Desk, edit: ClaimEdit, subject: str) -> Claim | None:
    """Make a claim; None if all words it rests on are gone."""
    anchors = desk.anchors_everywhere(edit.at)
    if not anchors:
        return None
    return Claim(
        id=edit.id or make_id("cl", subject, edit.text),
        subject_id=subject,
        text=edit.text,
        modality=edit.modality,
        anchors=anchors,
        hedge=edit.hedge,
        according_to=edit.according_to,
        as_of=edit.as_of,
        credibility=edit.credibility,
        note=edit.note,
        origin=edit.where,
    )


def _unmatched(desk: Desk) -> tuple[Problem, ...]:
    known = {*desk.draft.events, *(event.id for event in desk.draft.mentioned)}
    merged = (
        warn(
            "E202",
            edit.where,
            f"merge: there is no automatic event {old!r} any more",
            "delete it from the list",
        )
        for edit in desk.edits.events
        for old in edit.merge
        if old not in known
    )
    told = (
        warn("E201", one.where, f"the telling of {edit.id!r}: {name_sources((one.source,))}")
        for edit in desk.edits.events
        for one in edit.tellings
        if find_source(one.source, desk.draft.sources) is None
    )
    return (*merged, *told)
