"""Sets of days, as runs: what remains possible when several things are known of a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.dates import DateValue, make_interval, parse_edtf

_DAY = timedelta(days=1)
MOST_RUNS = 3
"""Stretches that a value lists at most."""


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days.

    Attributes:
        runs: Half-open, in order, apart from each other; empty for no day at all.
    """

    runs: tuple[tuple[date, date], ...]

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum((end - start).days for start, end in self.runs)

    def __iter__(self) -> Iterator[date]:
        for start, end in self.runs:
            day = start
            while day < end:
                yield day
                day += _DAY

    def __and__(self, other: "Days") -> "Days":
        found = []
        left, right = list(self.runs), list(other.runs)
        while left and right:
            start, end = max(left[0][0], right[0][0]), min(left[0][1], right[0][1])
            if start < end:
                found.append((start, end))
            (left if left[0][1] <= right[0][1] else right).pop(0)
        return Days(tuple(found))

    def __or__(self, other: "Days") -> "Days":
        return make_days((*self.runs, *other.runs))


def make_days(runs: Iterable[tuple[date, date]]) -> Days:
    """Make a set of days of half-open runs in any order."""
    found: list[tuple[date, date]] = []
    for start, end in sorted(runs):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return Days(tuple(found))


ALL_DAYS = Days(((date.min, date.max),))


def value_of(days: Days) -> DateValue | None:
    """Write a set of days as one day out of them.

    Returns:
        The value; None for no day, or where nothing at all is known. Up to three stretches
        are listed; more are first rounded to whole months, then given by their outer limits.
    """
    if not days or days == ALL_DAYS:
        return None
    if len(days.runs) > MOST_RUNS:
        days = make_days(_whole_months(*run) for run in days.runs)
    if len(days.runs) == 1 or len(days.runs) > MOST_RUNS:
        return make_interval(days.runs[0][0], days.runs[-1][1], one_of=True)
    members = [make_interval(*run, one_of=True).edtf.strip("[]") for run in days.runs]
    return parse_edtf(f"[{','.join(members)}]")


def _whole_months(start: date, end: date) -> tuple[date, date]:
    last = end - _DAY
    months = last.year * 12 + last.month
    if start == date.min or months // 12 >= date.max.year:
        return start, end
    return start.replace(day=1), date(months // 12, months % 12 + 1, 1)


def unite(values: Iterable[DateValue]) -> DateValue | None:
    """Find what words mean that mean something else for each day they may count from.

    Args:
        values: One for each day.

    Returns:
        The only value, if all agree; otherwise one day out of all of them; None for none.
    """
    different = sorted(set(values))
    if len(different) <= 1:
        return different[0] if different else None
    return value_of(make_days((value.start, value.end) for value in different))
