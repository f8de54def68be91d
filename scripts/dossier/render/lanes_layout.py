"""Place events in two lanes: how days become heights, and where marks stand beside each other.

Only numbers are made here; ``lanes`` draws them.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dossier.dates import DateValue
from dossier.model import Event

HEAD, FOOT = 42, 14
"""Room over the first span and under the last."""

RADIUS = 5.0
_GAP, _PAD = 20, 10
_HEIGHT = 420
_LOWEST, _HIGHEST = 24, 110
"""Limits of the height of a span of years."""

_MOST_SPANS = 24
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
"""Years in a span: the first that makes no more spans than fit."""

_SHORTEST, _OPEN = 10.0, 26.0
_OFFSETS = (0, -15, 15, -30, 30, -45, 45)
"""Where marks of one time stand in a lane, from its middle; of more, the rest are counted."""

_APART = 12.0


@dataclass(frozen=True, slots=True)
class Axis:
    """How days become heights: rising points with straight lines between them.

    Attributes:
        days: Ordinals of days, ascending.
        heights: Height of each, ascending.
        spans: First and last year of each drawn span, with its top and its height.
    """

    days: tuple[int, ...]
    heights: tuple[float, ...]
    spans: tuple[tuple[int, int, float, float], ...]

    def at(self, day: date) -> float:
        """Height of the beginning of a day."""
        number = min(max(day.toordinal(), self.days[0]), self.days[-1])
        place = min(max(bisect_right(self.days, number), 1), len(self.days) - 1)
        first, last = self.days[place - 1], self.days[place]
        low, high = self.heights[place - 1], self.heights[place]
        return round(low + (high - low) * (number - first) / max(1, last - first), 1)


@dataclass(frozen=True, slots=True)
class Spot:
    """An event placed in its lane.

    Attributes:
        event: The event.
        value: Its date.
        x: Middle of its mark.
        top: Where its extent begins.
        bottom: Where it ends.
    """

    event: Event
    value: DateValue
    x: float
    top: float
    bottom: float


def make_axis(values: Iterable[DateValue]) -> Axis:
    """Choose spans of years and give each its height.

    Args:
        values: Dates to be shown, at least one.
    """
    held = tuple(values)
    years = sorted({year for value in held for year in _ends(value)})
    step = next(one for one in _STEPS if len({year // one for year in years}) <= _MOST_SPANS)
    firsts = sorted({year // step * step for year in years})
    size = round(min(max(_HEIGHT / len(firsts), _LOWEST), _HIGHEST), 1)
    days: list[int] = []
    heights: list[float] = []
    spans: list[tuple[int, int, float, float]] = []
    y = float(HEAD)
    for place, first in enumerate(firsts):
        if place and first > firsts[place - 1] + step:
            y += _GAP
        last = min(first + step - 1, date.max.year)
        days += [date(max(first, 1), 1, 1).toordinal(), date(last, 12, 31).toordinal()]
        heights += [y + _PAD / 2, y + size - _PAD / 2]
        spans.append((max(first, 1), last, y, size))
        y += size
    heights[-1] = y
    return Axis(tuple(days), tuple(heights), tuple(spans))


def place_spots(
    axis: Axis, events: Iterable[tuple[Event, DateValue]], middle: float
) -> tuple[tuple[Spot, ...], tuple[tuple[float, int], ...]]:
    """Set marks of one time beside each other.

    Args:
        axis: Where days lie.
        events: Dated events in order of date.
        middle: Middle of their lane.

    Returns:
        Marks that do not touch, and for each place at which there is no room for more, its
        height and how many are left out there.
    """
    free = [float("-inf")] * len(_OFFSETS)
    spots: list[Spot] = []
    crowded: list[tuple[float, int]] = []
    for event, value in events:
        top, bottom = _extent(axis, value)
        room = next((n for n, end in enumerate(free) if top >= end + 1), None)
        if room is not None:
            free[room] = bottom
            spots.append(Spot(event, value, middle + _OFFSETS[room], top, bottom))
        elif crowded and top < crowded[-1][0] + _APART:
            crowded[-1] = crowded[-1][0], crowded[-1][1] + 1
        else:
            crowded.append((top, 1))
    return tuple(spots), tuple(crowded)


def sort_dated(events: Iterable[Event]) -> list[tuple[Event, DateValue]]:
    """Put events in order of their beginning, each with its date; undated ones are left out."""
    dated = [(event, event.dating.value) for event in events if event.dating is not None]

    def begin(pair: tuple[Event, DateValue]) -> tuple[date, date, str]:
        event, value = pair
        start = value.latest if value.is_open_start else value.start
        return start, date.max if value.is_open_end else value.end, event.id

    return sorted(dated, key=begin)


def _ends(value: DateValue) -> tuple[int, ...]:
    """Years in which a date begins and ends, as far as it does."""
    if value.is_open_start:
        return (value.latest.year,)
    if value.is_open_end:
        return (value.earliest.year,)
    return value.earliest.year, value.latest.year


def _extent(axis: Axis, value: DateValue) -> tuple[float, float]:
    """Top and bottom of a mark; those of a day are as far apart as a dot is wide."""
    if value.is_open_start:
        bottom = axis.at(value.end)
        return max(bottom - _OPEN, HEAD - _SHORTEST), bottom
    top = axis.at(value.start)
    if value.is_open_end:
        return top, min(top + _OPEN, axis.heights[-1] + FOOT)
    if value.is_day:
        return top - RADIUS, top + RADIUS
    return top, max(axis.at(value.end), top + _SHORTEST)
