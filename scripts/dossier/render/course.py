"""How events follow each other: what came just before and just after, and what hangs on what.

Every event's page asks this. The events are put in order once, so that a page finds its answer
without going through all of them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from dossier.dates import DateValue
from dossier.model import Event, EventId


@dataclass(frozen=True, slots=True)
class Course:
    """All events in order; only those whose limits are known come before or after others.

    Attributes:
        parts: The parts of an event, in the dossier's order.
        expected_in: The events that an event is the outcome of, in the dossier's order.
        by_end: Events by their end, then by id.
        ends: The end of each of these.
        starts: Beginnings of events, in order.
        first_from: For each of these, the first event in the dossier's order that begins no
            earlier.
    """

    parts: Mapping[EventId, Sequence[Event]]
    expected_in: Mapping[EventId, Sequence[Event]]
    by_end: tuple[Event, ...]
    ends: tuple[date, ...]
    starts: tuple[date, ...]
    first_from: tuple[Event, ...]

    def just_before(self, event: Event) -> list[Event]:
        """The last event that was certainly over when this one began; none if there is none."""
        day = _sure(event)
        place = bisect_right(self.ends, day.start) if day else 0
        return [self.by_end[place - 1]] if place else []

    def just_after(self, event: Event) -> list[Event]:
        """The first event that certainly began when this one was over; none if there is none."""
        day = _sure(event)
        place = bisect_left(self.starts, day.end) if day else len(self.starts)
        return list(self.first_from[place : place + 1])


def plot_course(events: Iterable[Event]) -> Course:
    """Put events in order.

    Args:
        events: All of a dossier, in its order.
    """
    parts: dict[EventId, list[Event]] = defaultdict(list)
    expected_in: dict[EventId, list[Event]] = defaultdict(list)
    sure: list[tuple[DateValue, Event]] = []
    for event in events:
        if event.parent_id:
            parts[event.parent_id].append(event)
        if event.outcome_id:
            expected_in[event.outcome_id].append(event)
        day = _sure(event)
        if day is not None:
            sure.append((day, event))
    order = {event.id: place for place, (_, event) in enumerate(sure)}
    by_end = sorted(sure, key=lambda one: (one[0].end, one[1].id))
    by_start = sorted(sure, key=lambda one: one[0].start)
    first_places = accumulate((order[event.id] for _, event in reversed(by_start)), min)
    return Course(
        parts,
        expected_in,
        by_end=tuple(event for _, event in by_end),
        ends=tuple(day.end for day, _ in by_end),
        starts=tuple(day.start for day, _ in by_start),
        first_from=tuple(sure[place][1] for place in first_places)[::-1],
    )


def _sure(event: Event) -> DateValue | None:
    """The date of an event whose limits are known; None for an approximate or open one."""
    value = event.dating.value if event.dating else None
    if value is None or value.is_qualified or value.is_open_start or value.is_open_end:
        return None
    return value
