"""What came of what was announced or forecast: the event in which it happened, if a source tells.

An outcome is taken to be one where type, participants and days fit and nothing else fits as well.
What fits less well is asked of the analyst.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.dates import overlaps
from dossier.model import ActorId, Anchor, Dossier, Event, EventMention, SourceId
from dossier.vocabulary import ActorKind, EventStatus, EventType, Modality

_NOT_YET = frozenset({EventStatus.ANNOUNCED, EventStatus.FORECAST})
_INTENDED = frozenset({Modality.ANNOUNCED, Modality.FORECAST})
_BOTH = 2
"""Shared participants that settle it."""


def is_pending(event: Event) -> bool:
    """Whether an event was only announced or forecast."""
    return event.status in _NOT_YET or event.modality in _INTENDED


def link_outcomes(dossier: Dossier) -> Dossier:
    """Give each announcement and forecast the one event that fits it as its outcome.

    Args:
        dossier: The dossier with all edits applied; an outcome that an edit names stays.
    """
    by_type = _by_type(dossier)
    events = dict(dossier.events)
    for key, event in dossier.events.items():
        fitting = [other for other, fits in _candidates(dossier, event, by_type) if fits]
        if len(fitting) == 1:
            events[key] = replace(event, outcome_id=fitting[0].id)
    return replace(dossier, events=events)


def find_possible_outcomes(dossier: Dossier) -> Iterator[tuple[Event, Event]]:
    """Announcements without an outcome, each with an event that may be it; in event order."""
    by_type = _by_type(dossier)
    for event in dossier.events.values():
        for other, _ in _candidates(dossier, event, by_type):
            yield event, other


def find_told(dossier: Dossier, event: Event) -> tuple[Anchor, ...]:
    """Where another source tells that an event came about which one had announced.

    Returns:
        In order of publication, then of text; none if nobody announced it, or nobody says that
        it happened.
    """
    ids = set(event.mention_ids)
    reports = [
        report
        for source_id in dict.fromkeys(anchor.source_id for anchor in event.anchors)
        for report in dossier.extractions[source_id].event_mentions
        if report.id in ids
    ]
    ahead = {one.anchor.source_id for one in reports if one.modality in _INTENDED}
    return tuple(one.anchor for one in reports if ahead and _comes_true(one, ahead))


def measure_wait(dossier: Dossier, event: Event) -> tuple[SourceId, int, int] | None:
    """Count the days from the first article that announced an event to what came of it.

    Returns:
        The article, and the fewest and the most days that the dates allow; None without an
        outcome, or where one of the two has no dates to count from or may have come first.
    """
    result = dossier.events.get(event.outcome_id)
    published = dossier.calendar.published
    told = [key for key in dossier.sources if any(a.source_id == key for a in event.anchors)]
    if result is None or result.dating is None or not told or told[0] not in published:
        return None
    then, now = published[told[0]].value, result.dating.value
    if any(one.is_open_start or one.is_open_end for one in (then, now)):
        return None
    fewest, most = (now.earliest - then.latest).days, (now.latest - then.earliest).days
    return (told[0], fewest, most) if fewest >= 0 else None


def _comes_true(report: EventMention, ahead: set[str]) -> bool:
    return report.modality is Modality.HAPPENED and report.anchor.source_id not in ahead


def _by_type(dossier: Dossier) -> Mapping[EventType, tuple[Event, ...]]:
    held: dict[EventType, list[Event]] = {}
    for event in dossier.events.values():
        if event.modality is Modality.HAPPENED and not is_pending(event):
            held.setdefault(event.event_type, []).append(event)
    return {kind: tuple(events) for kind, events in held.items()}


def _candidates(
    dossier: Dossier, event: Event, by_type: Mapping[EventType, tuple[Event, ...]]
) -> Iterator[tuple[Event, bool]]:
    """Events that may be the outcome, and whether type, participants and days all fit."""
    if not is_pending(event) or event.outcome_id:
        return
    mine = _actors(event)
    ahead = {anchor.source_id for anchor in event.anchors}
    for other in by_type.get(event.event_type, ()):
        theirs = _actors(other)
        shared = mine & theirs
        later = {anchor.source_id for anchor in other.anchors} - ahead
        if not shared or not later or not _may_follow(dossier, event, other):
            continue
        together = bool(
            event.dating and other.dating and overlaps(event.dating.value, other.dating.value)
        )
        yield other, together and _are_the_same(dossier, mine, theirs)


def _are_the_same(dossier: Dossier, mine: frozenset[ActorId], theirs: frozenset[ActorId]) -> bool:
    """Whether participants fit: two are shared; or one who is no state, and none is a stranger."""
    shared = mine & theirs
    if len(shared) >= _BOTH:
        return True
    acting = [key for key in shared if dossier.actors[key].kind is not ActorKind.STATE]
    return bool(acting) and (mine <= theirs or theirs <= mine)


def _actors(event: Event) -> frozenset[ActorId]:
    return frozenset(part.actor_id for part in event.participants if part.actor_id)


def _may_follow(dossier: Dossier, event: Event, other: Event) -> bool:
    """Whether an event can have come after the first article that announced the other."""
    published = dossier.calendar.published
    days = [published[a.source_id].value.start for a in event.anchors if a.source_id in published]
    return bool(days and other.dating and other.dating.value.end >= min(days))
