"""What the words of a date mean once the day they count from is known.

One function for each thing to count from: the day of the article, the date told last, the date
of a sentence. All of them are arithmetic on the calendar and know nothing of texts.
"""

from dataclasses import replace
from datetime import date, timedelta

from dossier.dates import DateValue, approximate, make_day, make_interval, parse_edtf
from dossier.feasts import name_day
from dossier.model import TimeExpression
from dossier.vocabulary import Direction, TimexForm

WEEK = 7
_SATURDAY = 5
_FRIDAY = 4
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAY = timedelta(days=1)
_FUTURE_WEIGHT = 2.4
"""A month or day without its year is taken to be past unless the next one is that much nearer."""


def date_expression(expression: TimeExpression, day: date) -> DateValue | None:
    """Date an expression that counts from the day its article appeared, or from no day.

    Args:
        expression: What the words mean by themselves.
        day: The day the article appeared; of no matter for ABSOLUTE ones.

    Returns:
        The value, no more precise than the words; None if they mean no date.
    """
    try:
        return _date(expression, day)
    except (ValueError, OverflowError):
        return None  # the calendar ends before the words do


def _date(expression: TimeExpression, day: date) -> DateValue | None:
    if expression.until is not None:
        return _date_range(expression, expression.until, day)
    match expression.form:
        case TimexForm.ABSOLUTE:
            value = _part(parse_edtf(expression.edtf), expression, day)
        case TimexForm.PARTIAL:
            value = _date_partial(expression, day)
        case TimexForm.WEEKDAY:
            value = _date_weekday(expression, day)
        case TimexForm.RELATIVE:
            if expression.counted_from != "article":
                return None
            value = _date_relative(expression, day)
        case TimexForm.DURATION | TimexForm.SET | TimexForm.VAGUE:
            return None
    return approximate(value) if expression.hedge else value


def _date_range(first: TimeExpression, last: TimeExpression, day: date) -> DateValue | None:
    """Date a range: by its end, and days of the week to come by their beginning."""
    first = replace(first, until=None)
    mixed = TimexForm.WEEKDAY in (first.form, last.form) and first.form is not last.form
    forward = mixed or first.direction is Direction.FUTURE
    if forward and first.form is TimexForm.WEEKDAY:
        start = _date(first, day)
        ahead = replace(last, direction=Direction.FUTURE)
        end = _date(ahead, start.start) if start else None
    else:
        end = _date(replace(last, direction=first.direction), day)
        back = first
        if first.form is not TimexForm.ABSOLUTE:
            back = replace(first, direction=Direction.PAST)
        start = _date(back, end.start) if end else None
    if start is None or end is None or start.start >= end.end:
        return None
    return make_interval(start.start, end.end)


def _date_partial(expression: TimeExpression, day: date) -> DateValue:
    years = [year for year in range(day.year - 2, day.year + 3) if 0 < year < date.max.year]
    if expression.unit == "year" or expression.amount == 0:
        years = [day.year + (expression.amount or 0)]
    values = []
    for year in years:
        try:
            written = f"{year:04}{expression.edtf[4:]}"
            whole = parse_edtf(name_day(written) or written)
        except ValueError:
            continue  # 29 February of another year
        values.append(_part(whole, expression, day))
    if len(values) == 1:
        return values[0]
    last, past = expression.amount == -1, expression.direction is Direction.PAST
    before = [value for value in values if (value.end if last else value.start) <= day]
    after = [value for value in values if value.latest >= day]
    if expression.amount == 1:
        after = [value for value in values if value.start > day]
    if expression.weekday is not None and before and after:
        fitting = [value for value in (before[-1], after[0]) if _falls_on(value, expression)]
        if len(fitting) == 1:
            return fitting[0]  # "Saturday, April 4" tells which April by itself
    if past and before:
        return before[-1]
    if expression.direction is Direction.FUTURE and after:
        return after[0]
    return min(values, key=lambda value: _distance(value, day))


def _falls_on(value: DateValue, expression: TimeExpression) -> bool:
    return value.start.weekday() == expression.weekday


def _distance(value: DateValue, day: date) -> float:
    middle = value.start + (value.end - value.start) / 2
    away = (middle - day).days
    return -away if value.start <= day else away * _FUTURE_WEIGHT


def _date_weekday(expression: TimeExpression, day: date) -> DateValue:
    """Date a weekday; where nothing tells which way it looks, one of both days."""
    past = _weekday(expression, day)
    if not is_undecided(expression) or past == day:
        return make_day(past)
    return parse_edtf(f"[{past.isoformat()},{(past + _DAY * WEEK).isoformat()}]")


def is_undecided(expression: TimeExpression) -> bool:
    """Whether nothing tells if a weekday is the last or the next."""
    return (
        expression.form is TimexForm.WEEKDAY
        and expression.direction is Direction.NEAREST
        and expression.amount is None
        and expression.until is None
    )


def _weekday(expression: TimeExpression, day: date) -> date:
    wanted = expression.weekday or 0
    if expression.unit == "week":
        monday = day - _DAY * day.weekday() + _DAY * WEEK * (expression.amount or 0)
        return monday + _DAY * wanted
    back = (day.weekday() - wanted) % WEEK
    ahead = (wanted - day.weekday()) % WEEK
    if expression.direction is Direction.FUTURE:
        return day + _DAY * (ahead or (WEEK if expression.amount == 1 else 0))
    return day - _DAY * (back or (WEEK if expression.amount == -1 else 0))


def _date_relative(expression: TimeExpression, day: date) -> DateValue:
    amount = expression.amount or 0
    match expression.unit:
        case "hour":
            return approximate(make_day(day + timedelta(hours=amount)))
        case "day":
            value = make_day(day + _DAY * amount)
        case "weekend":
            saturday = _saturday(expression, day)
            value = make_interval(saturday, saturday + 2 * _DAY, one_of=True)
        case "week":
            monday = day - _DAY * day.weekday() + _DAY * WEEK * amount
            value = make_interval(monday, monday + WEEK * _DAY, one_of=True)
        case unit:
            value = unit_around(shift_months(day, MONTHS_IN[unit] * amount), unit)
            if abs(amount) > 1:
                value = approximate(value)
    return _part(value, expression, day)


def _saturday(expression: TimeExpression, day: date) -> date:
    current = day - _DAY * ((day.weekday() - _SATURDAY) % WEEK)
    inside = day.weekday() >= _SATURDAY
    if expression.amount == -1:
        return current - _DAY * WEEK if inside else current
    if expression.amount == 1:
        return current + _DAY * WEEK
    if expression.direction is Direction.PAST and day.weekday() == _SATURDAY:
        return current - _DAY * WEEK  # a weekend that has only begun is not told as past
    ahead = expression.direction is Direction.FUTURE
    ahead = ahead or (expression.direction is Direction.NEAREST and day.weekday() == _FRIDAY)
    return current + _DAY * WEEK if ahead and not inside else current


def unit_around(day: date, unit: str) -> DateValue:
    """The month, quarter, year, decade or century that holds a day; a week runs from Monday."""
    if unit in ("day", "hour"):
        return make_day(day)
    if unit in ("weekend", "week"):
        monday = day - _DAY * day.weekday()
        start = monday + _DAY * _SATURDAY if unit == "weekend" else monday
        return make_interval(start, monday + WEEK * _DAY, one_of=True)
    written = {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-{33 + (day.month - 1) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}X",
        "century": f"{day.year // 100:02}XX",
    }
    return parse_edtf(written[unit])


def shift_months(day: date, months: int) -> date:
    """The same day some months away, or the last of the month where it is too short.

    Raises:
        ValueError: The calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - _DAY).day))


def _part(value: DateValue, expression: TimeExpression, day: date) -> DateValue:
    """Narrow a unit to the part the words name: its thirds, or what lies beside the day."""
    part = expression.part
    if part == "weekend":
        return _weekend_near(value.start)
    if not part or (value.end - value.start).days < WEEK:
        return value
    start, end = value.start, value.end
    if part in ("earlier", "later") and start <= day < end:
        start, end = (start, day + _DAY) if part == "earlier" else (day, end)
        return make_interval(start, end, one_of=True)
    if part == "end" and expression.bound in ("by", "until", "before"):
        return make_day(value.latest)
    names = {"early": 0, "earlier": 0, "mid": 1, "late": 2, "later": 2, "end": 2}
    cuts = _thirds(start, end)
    return make_interval(cuts[names[part]], cuts[names[part] + 1], one_of=True)


def _weekend_near(day: date) -> DateValue:
    """The weekend of a day; in the middle of the week, the one before or the one behind."""
    saturday = day + _DAY * (_SATURDAY - day.weekday())
    before, midweek = saturday - WEEK * _DAY, 0 < day.weekday() < _FRIDAY
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
    third = months // 3 if months <= MONTHS_IN["year"] else months // 36 * 12
    late = months - third if months <= MONTHS_IN["year"] else 2 * third + 12
    return start, shift_months(start, third), shift_months(start, late), end
