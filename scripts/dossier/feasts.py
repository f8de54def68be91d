"""Days known by a name that the calendar moves from year to year.

Written behind the year as ``easter-2`` (days from Easter Sunday) or ``09-mon1`` (the first Monday
of September), ``05-mon5`` being the last one.
"""

import re
from datetime import date, timedelta

_EASTER = re.compile(r"easter([+-][0-9]{1,2})")
_NTH = re.compile(r"([0-9]{2})-(mon|tue|wed|thu|fri|sat|sun)([1-5])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST = 5
_DECEMBER = 12


def name_day(written: str) -> str | None:
    """Give the day of one year that a movable day falls on.

    Args:
        written: Such as ``2021-easter-2`` or ``2021-09-mon1``.

    Returns:
        The day, such as ``2021-04-02``; None if no movable day is written.
    """
    year, rest = written[:4], written[5:]
    if not year.isdecimal() or not 1 < int(year) < date.max.year:
        return None
    if match := _EASTER.fullmatch(rest):
        return (_easter(int(year)) + timedelta(days=int(match[1]))).isoformat()
    if match := _NTH.fullmatch(rest):
        weekday, nth = _WEEKDAYS.index(match[2]), int(match[3])
        return _nth(int(year), int(match[1]), weekday, nth).isoformat()
    return None


def _easter(year: int) -> date:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm, Nature 13 (1876), p. 487.
    """
    golden, century = year % 19, year // 100
    shift = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if nth == _LAST and day.month != month:
        return day - timedelta(days=7)
    return day
