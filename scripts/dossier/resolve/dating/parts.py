"""The part of a unit that words name: "early", "the last day of", "the second half of".

Also what is needed to count in months, which are of no fixed length.
"""

from datetime import date, timedelta

from dossier.dates import DateValue, make_day, make_interval, parse_edtf
from dossier.model import TimeExpression

WEEK = 7
SATURDAY = 5
FRIDAY = 4
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_HALF_A_MONTH = 15
_DAY = timedelta(days=1)


def shift_months(day: date, months: int) -> date:
    """The same day some months away, or the last of the month where it is too short.

    Raises:
        ValueError: The calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - _DAY).day))


def narrow(value: DateValue, expression: TimeExpression, day: date) -> DateValue:
    """Narrow a unit to the part the words name.

    Args:
        value: The unit.
        expression: What the words mean by themselves.
        day: The day the article appeared, which "earlier" and "later" lie beside.
    """
    part = expression.part
    if part in ("weekend", "week"):
        return _weekend_near(value.start) if part == "weekend" else _week_of(value.start)
    start, end = value.start, value.end
    if part in ("first day", "last day"):
        return make_day(start if part == "first day" else value.latest)
    if part in ("", "same day") or (end - start).days < WEEK:
        return value
    if part == "end" and expression.bound in ("by", "until", "before"):
        return make_day(value.latest)
    first, last = _bounds(part, start, end, day)
    return make_interval(first, last, one_of=not part.endswith("half"))


def _bounds(part: str, start: date, end: date, day: date) -> tuple[date, date]:
    """First day of a part and the day after its last."""
    if part.endswith("half"):
        middle = start + _DAY * _HALF_A_MONTH
        return (start, middle) if part == "first half" else (middle, end)
    if part in ("earlier", "later") and start <= day < end:
        return (start, day + _DAY) if part == "earlier" else (day, end)
    names = {"early": 0, "earlier": 0, "mid": 1, "late": 2, "later": 2, "end": 2}
    cuts = _thirds(start, end)
    return cuts[names[part]], cuts[names[part] + 1]


def _week_of(day: date) -> DateValue:
    """The week of a day, from Monday."""
    monday = day - _DAY * day.weekday()
    return make_interval(monday, monday + _DAY * WEEK, one_of=True)


def _weekend_near(day: date) -> DateValue:
    """The weekend of a day; in the middle of the week, the one before or the one behind."""
    saturday = day + _DAY * (SATURDAY - day.weekday())
    before, midweek = saturday - WEEK * _DAY, 0 < day.weekday() < FRIDAY
    if day.weekday() == 0:
        saturday = before
    if not midweek:
        return make_interval(saturday, saturday + 2 * _DAY, one_of=True)
    ends = (f"{one.isoformat()}..{(one + _DAY).isoformat()}" for one in (before, saturday))
    return parse_edtf(f"[{','.join(ends)}]")


def _thirds(start: date, end: date) -> tuple[date, date, date, date]:
    """Cut a unit into three where people do: a month after its tenth and twentieth day."""
    days = (end - start).days
    if days <= 2 * WEEK:
        return start, start + _DAY * (days // 3), start + _DAY * (days - days // 3), end
    if days < 32:  # noqa: PLR2004 - a month
        return start, start + _DAY * 10, start + _DAY * 20, end
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == MONTHS_IN["decade"]:
        early, late = 48, 84  # the mid-nineties begin in 1994 and the late ones in 1997
    elif months <= MONTHS_IN["year"]:
        early, late = months // 3, months - months // 3
    else:
        early = months // 36 * 12
        late = 2 * early + 12
    return start, shift_months(start, early), shift_months(start, late), end
