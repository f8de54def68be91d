"""Stretches of the calendar in whole days, months, quarters, years or decades.

The timeline's lanes, columns and pages are all stretches of this kind. What an event can mean
is one too; of a date with an open end only the end that is known counts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dossier.dates import MONTHS, DateValue

_DAY = timedelta(days=1)
_YEAR_OF_MONTHS = 12
_SHORT = 3


class Unit(Enum):
    """A measure of the calendar, in months; a day is less than one."""

    DAY = 0
    MONTH = 1
    QUARTER = 3
    YEAR = 12
    DECADE = 120


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days.

    Attributes:
        start: First day.
        end: Day after the last; ``date.max`` where the calendar ends.
    """

    start: date
    end: date

    @property
    def last(self) -> date:
        """Last day, inclusive."""
        return self.end - _DAY

    def holds(self, other: "Period") -> bool:
        """Whether every day of another period lies in this one."""
        return self.start <= other.start and other.end <= self.end


def find_extent(value: DateValue) -> Period:
    """Find the days that a date can mean; of an open range, the day of the end it has."""
    if value.is_open_start:
        return Period(value.latest, value.end)
    if value.is_open_end:
        return Period(value.earliest, value.earliest + _DAY)
    return Period(value.start, value.end)


def find_period(unit: Unit, day: date) -> Period:
    """Find the day, month, quarter, year or decade that a day lies in."""
    if unit is Unit.DAY:
        return Period(day, day + _DAY if day < date.max else day)
    months = (day.year * _YEAR_OF_MONTHS + day.month - 1) // unit.value * unit.value
    return Period(_first_of(months), _first_of(months + unit.value))


def _first_of(months: int) -> date:
    year, month = divmod(months, _YEAR_OF_MONTHS)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, 1) if year else date.min


def widen(unit: Unit, period: Period) -> Period:
    """Find the shortest stretch of whole units that holds a period."""
    return Period(find_period(unit, period.start).start, find_period(unit, period.last).end)


def parts_of(period: Period, unit: Unit) -> Iterator[Period]:
    """List the days, months, quarters, years or decades of a period, the first whole or not."""
    day = period.start
    while day < period.end:
        part = find_period(unit, day)
        yield part
        day = part.end


def say_period(period: Period) -> str:
    """Name a stretch of whole days, months or years.

    Such as "2021", "1990–1999", "March 2021", "January–March 2021", "5 March 2021" or
    "30 January – 2 February 2021".
    """
    first, last = period.start, period.last
    if _begins_year(period.start) and _begins_year(period.end):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if period.start.day == 1 and (period.end.day == 1 or period.end == date.max):
        begins, ends = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
        if first.year != last.year:
            return f"{begins} {first.year} – {ends}"
        return ends if first.month == last.month else f"{begins}–{ends}"
    ends = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return ends
    begins = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begins} – {ends}" if first.year == last.year else f"{begins} {first.year} – {ends}"


def say_months(period: Period) -> str:
    """Name the months of a stretch within one year in short: "Mar", "Jan–Mar"."""
    first, last = (MONTHS[day.month - 1][:_SHORT] for day in (period.start, period.last))
    return first if first == last else f"{first}–{last}"


def _begins_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1) or day == date.max


def find_silences(values: Iterable[DateValue], unit: Unit) -> tuple[Period, ...]:
    """Find the stretches to which no event is dated, between the first known day and the last.

    Args:
        values: The dates of all events, in any order.
        unit: How closely a date must be known to break a silence: an event "within the 1990s"
            tells nothing of a single year. One that lasted all the time does.

    Returns:
        From early to late, none touching another.
    """
    held = sorted((find_extent(value), _is_close(value, unit)) for value in values)
    if not held:
        return ()
    told_until, last = held[0][0].start, max(extent.end for extent, _ in held)
    silences = []
    for extent in [extent for extent, is_close in held if is_close]:
        if extent.start > told_until:
            silences.append(Period(told_until, extent.start))
        told_until = max(told_until, extent.end)
    if told_until < last:
        silences.append(Period(told_until, last))
    return tuple(silences)


def _is_close(value: DateValue, unit: Unit) -> bool:
    """Whether a date is of this unit or closer, or an event lasts from end to end of it."""
    extent = find_extent(value)
    lasts = "/" in value.edtf and not value.is_one_of
    return lasts or find_period(unit, extent.start).holds(extent)


def clip_silences(
    silences: Sequence[Period], start: date, end: date, unit: Unit
) -> tuple[Period, ...]:
    """Cut silences to whole units between two days; what is shorter than a unit is left out.

    Args:
        silences: From early to late, none touching another.
        start: First day that counts.
        end: Day after the last.
        unit: What is cut to.
    """
    found = []
    at = bisect_right(silences, start, key=lambda silence: silence.end)
    while at < len(silences) and silences[at].start < end:
        first = max(silences[at].start, start)
        until = min(silences[at].end, end)
        held = find_period(unit, first)
        begins = first if held.start == first else held.end
        ends = until if until == date.max else find_period(unit, until).start
        if begins < ends:
            found.append(Period(begins, ends))
        at += 1
    return tuple(found)


def say_silence(silence: Period) -> str:
    """Say that no source tells of a stretch."""
    return f"{say_period(silence)}: no collected sources report an event dated then"
