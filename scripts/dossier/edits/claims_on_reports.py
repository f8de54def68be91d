"""Which edit takes up which automatic candidate for an event.

An edit lists the sentences that report its event, and takes up what the program found there.
Further sentences that the program had put into the same event come along, unless somebody has
gone through their source and left them out: so a new article joins an event by itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.anchors import sentences_of
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.desk import Desk
from dossier.edits.schema_events import EventEdit
from dossier.model import Event, EventId, EventMention, EventMentionId, SentenceId


@dataclass(frozen=True, slots=True)
class Taken:
    """How the automatic events were shared out.

    Attributes:
        shares: What each edit took up, by publication and then by text.
        parts: Automatic events of which each edit took up something, in the draft's order.
        moved: Where each automatic event went; its own id if it stays, None if it is hidden.
        rest: Automatic events, or what is left of them, that no edit took up.
        whole: Automatic events that went to each edit as a whole, in the draft's order.
    """

    shares: Mapping[EventId, tuple[EventMention, ...]]
    parts: Mapping[EventId, tuple[Event, ...]]
    moved: Mapping[EventId, EventId | None]
    rest: tuple[Event, ...]
    whole: Mapping[EventId, tuple[Event, ...]]


def take_up(desk: Desk, actors: ActorsApplied) -> Taken:
    """Share out the automatic events among the edits."""
    reports = {
        report.id: report
        for part in desk.draft.extractions.values()
        for report in part.event_mentions
    }
    candidates = {**desk.draft.events, **{event.id: event for event in desk.draft.mentioned}}
    claims = _claim(desk, actors, candidates.values(), reports)
    explicit = {one: edit for edit in desk.edits.events for one in (edit.id, *edit.merge)}
    shares: dict[EventId, list[EventMention]] = {}
    parts: dict[EventId, list[Event]] = {}
    whole: dict[EventId, list[Event]] = {}
    moved: dict[EventId, EventId | None] = {}
    rest = []
    for event in candidates.values():
        main = explicit.get(event.id) or _main_claimant(event, claims)
        left = []
        for one in event.mention_ids:
            taker = claims.get(one) or _follow(desk, event, main, reports[one], explicit)
            if taker is None:
                left.append(one)
            else:
                shares.setdefault(taker.id, []).append(reports[one])
        for taker_id in sorted({claims[one].id for one in event.mention_ids if one in claims}):
            parts.setdefault(taker_id, []).append(event)
        if main is not None:
            whole.setdefault(main.id, []).append(event)
        moved[event.id] = event.id if main is None else (None if main.hide else main.id)
        if left or not event.mention_ids:
            rest.append(_remainder(event, left, reports))
    return Taken(
        {one: _in_order(desk, share) for one, share in shares.items()},
        {one: tuple(events) for one, events in parts.items()},
        moved,
        tuple(rest),
        {one: tuple(events) for one, events in whole.items()},
    )


def _claim(
    desk: Desk,
    actors: ActorsApplied,
    candidates: Iterable[Event],
    reports: Mapping[EventMentionId, EventMention],
) -> dict[EventMentionId, EventEdit]:
    listing: dict[SentenceId, list[EventEdit]] = {}
    for edit in desk.edits.events:
        for anchor in desk.anchors_everywhere(edit.at):
            for sentence in sentences_of(anchor, desk.draft.extractions[anchor.source_id]):
                listers = listing.setdefault(sentence.id, [])
                if edit not in listers:
                    listers.append(edit)
    claims = {}
    for one in (one for event in candidates for one in event.mention_ids):
        taker = _claimant(desk, actors, reports[one], listing.get(reports[one].sentence_id, []))
        if taker is not None:
            claims[one] = taker
    return claims


def _claimant(
    desk: Desk, actors: ActorsApplied, report: EventMention, listers: list[EventEdit]
) -> EventEdit | None:
    """The edit that takes up a report: one of its type, else the only one that lists it."""
    alike = [edit for edit in listers if edit.event_type is report.event_type]
    if not alike:
        return listers[0] if len(listers) == 1 and not listers[0].hide else None
    present = {actors.owner.get(one.mention_id) for one in report.participants}

    def key(edit: EventEdit) -> tuple[object, ...]:
        named = any(
            anchor.source_id == report.trigger.source_id
            and anchor.start <= report.trigger.start
            and anchor.end >= report.trigger.end
            for anchor in desk.anchors_everywhere(one for one in edit.at if one.words)
        )
        shared = len(present & {one.actor for one in edit.participants})
        return (not named, -shared, edit.hide, edit.id)

    return min(alike, key=key)


def _main_claimant(event: Event, claims: Mapping[EventMentionId, EventEdit]) -> EventEdit | None:
    """The edit that an automatic event as a whole belongs to."""
    claimants = [claims[one] for one in event.mention_ids if one in claims]
    votes = Counter(edit.id for edit in claimants)
    return min(
        claimants,
        key=lambda edit: (
            edit.hide,
            edit.event_type is not event.event_type,
            -votes[edit.id],
            edit.id,
        ),
        default=None,
    )


def _follow(
    desk: Desk,
    event: Event,
    main: EventEdit | None,
    report: EventMention,
    explicit: Mapping[EventId, EventEdit],
) -> EventEdit | None:
    if main is None or event.id in explicit:
        return main
    reviewed = desk.is_reviewed((report.anchor,))
    return None if reviewed or main.hide else main


def _remainder(
    event: Event, left: list[EventMentionId], reports: Mapping[EventMentionId, EventMention]
) -> Event:
    if len(left) == len(event.mention_ids):
        return event
    kept = {reports[one].anchor for one in left}
    return replace(
        event,
        mention_ids=tuple(left),
        anchors=tuple(reports[one].anchor for one in left),
        score=max(reports[one].score for one in left),
        participants=tuple(
            part
            for part in event.participants
            if any(anchor in kept for anchor in part.anchors) or not part.anchors
        ),
    )


def _in_order(desk: Desk, share: list[EventMention]) -> tuple[EventMention, ...]:
    return tuple(sorted(share, key=lambda report: desk.place(report.anchor)))
