"""What the words of a date mean once the day they count from is known.

One function for each thing to count from: the day of the article, the date told last, the date
of a sentence. All of them are arithmetic on the calendar and know nothing of texts.
"""

from dataclasses import replace
from datetime import date, timedelta

from dossier.dates import DateValue, approximate, make_day, make_interval, parse_edtf
from dossier.feasts import name_day
from dossier.model import TimeExpression
from dossier.resolve.dating.parts import (
    FRIDAY,
    MONTHS_IN,
    SATURDAY,
    WEEK,
    narrow,
    shift_months,
)
from dossier.vocabulary import Direction, TimexForm

_DAY = timedelta(days=1)
ANY_MONTH = "XX"
"""Stands for the month in "the 28th"."""
_MONTHS_NEAR = 6
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
    if expression.counted_from != "article":
        return None
    if expression.until is not None:
        return _date_range(expression, expression.until, day)
    match expression.form:
        case TimexForm.ABSOLUTE:
            value = narrow(parse_edtf(expression.edtf), expression, day)
        case TimexForm.PARTIAL:
            partial = _date_partial(expression, day)
            if partial is None:
                return None
            value = partial
        case TimexForm.WEEKDAY:
            value = _date_weekday(expression, day)
        case TimexForm.RELATIVE:
            value = _date_relative(expression, day)
        case TimexForm.DURATION | TimexForm.SET | TimexForm.VAGUE:
            return None
    return approximate(value) if expression.hedge else value


def _date_range(first: TimeExpression, last: TimeExpression, day: date) -> DateValue | None:
    """Date a range: by its end, and days of the week to come by their beginning."""
    first = replace(first, until=None)
    mixed = TimexForm.WEEKDAY in (first.form, last.form) and first.form is not last.form
    if first.unit == last.unit == "year" and first.form is TimexForm.PARTIAL:
        ends = (_date(first, day), _date(last, day))  # "the first three months of last year"
        return make_interval(ends[0].start, ends[1].end) if ends[0] and ends[1] else None
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


def complete(expression: TimeExpression, year: int, month: int = 0) -> DateValue | None:
    """Date a PARTIAL expression whose year, and where it lacks that its month, is known.

    Returns:
        The value; None if there is no such day, such as 29 February.
    """
    written = f"{year:04}{expression.edtf[4:]}"
    if expression.edtf[5:7] == ANY_MONTH:
        written = f"{year:04}-{month:02}{expression.edtf[7:]}"
    try:
        value = parse_edtf(name_day(written) or written)
    except ValueError:
        return None
    return narrow(value, expression, value.start)


def _candidates(expression: TimeExpression, day: date) -> list[DateValue]:
    """What a PARTIAL expression can mean about a day, in order."""
    counted = expression.amount or 0
    if expression.edtf[5:7] == ANY_MONTH:
        near = (counted,) if expression.unit == "month" else range(-_MONTHS_NEAR, _MONTHS_NEAR + 1)
        firsts = [shift_months(day.replace(day=1), away) for away in near]
        found = [complete(expression, first.year, first.month) for first in firsts]
        values = [value for value in found if value is not None]
        if expression.weekday is not None:
            return [one for one in values if _falls_on(one, expression)] or values
        return values
    years = [year for year in range(day.year - 2, day.year + 3) if 0 < year < date.max.year]
    if expression.unit == "year" or expression.amount == 0:
        years = [day.year + counted]
    found = [complete(expression, year) for year in years]
    return [value for value in found if value is not None]


def _date_partial(expression: TimeExpression, day: date) -> DateValue | None:
    values = _candidates(expression, day)
    if len(values) <= 1:
        return values[0] if values else None
    last, past = (expression.amount or 0) < 0, expression.direction is Direction.PAST
    before = [value for value in values if (value.end if last else value.start) <= day]
    after = [value for value in values if value.latest >= day]
    if expression.amount == 1:
        after = [value for value in values if value.start > day]
    if expression.weekday is not None and before and after:
        fitting = [value for value in (before[-1], after[0]) if _falls_on(value, expression)]
        if len(fitting) == 1:
            return fitting[0]  # "Saturday, April 4" tells which April by itself
    if past and before:
        return before[max(-len(before), min(-1, expression.amount or 0))]
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
    if expression.direction is Direction.PLANNED:
        near = (day - past).days <= WEEK // 2
        return make_day(past if near else past + _DAY * WEEK)
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
        amount = expression.amount or 0
        first = ahead or (WEEK if amount else 0)
        if amount == 1 and day.weekday() + first < WEEK:
            first += WEEK  # who means this week's day does not call it the next
        return day + _DAY * (first + WEEK * max(0, amount - 1))
    more = max(0, -1 - (expression.amount or 0))
    return day - _DAY * (back or (WEEK if (expression.amount or 0) < 0 else 0)) - _DAY * WEEK * more


def _date_relative(expression: TimeExpression, day: date) -> DateValue:
    amount = expression.amount or 0
    match expression.unit:
        case "hour":
            return approximate(make_day(day + timedelta(hours=amount)))
        case "day":
            value = make_day(day + _DAY * amount)
        case "night":
            evening = day if expression.direction is Direction.FUTURE else day - _DAY
            value = make_interval(evening, evening + 2 * _DAY, one_of=True)
        case "weekend":
            saturday = _saturday(expression, day)
            value = make_interval(saturday, saturday + 2 * _DAY, one_of=True)
        case "week":
            monday = day - _DAY * day.weekday() + _DAY * WEEK * amount
            value = make_interval(monday, monday + WEEK * _DAY, one_of=True)
        case unit if expression.part == "same day":
            return make_day(shift_months(day, MONTHS_IN[unit] * amount))
        case unit:
            value = unit_around(shift_months(day, MONTHS_IN[unit] * amount), unit)
            if abs(amount) > 1:
                value = approximate(value)
    return narrow(value, expression, day)


def _saturday(expression: TimeExpression, day: date) -> date:
    current = day - _DAY * ((day.weekday() - SATURDAY) % WEEK)
    inside = day.weekday() >= SATURDAY
    if expression.amount == -1:
        return current - _DAY * WEEK if inside else current
    if expression.amount == 1:
        return current + _DAY * WEEK
    if expression.direction is Direction.PAST and day.weekday() == SATURDAY:
        return current - _DAY * WEEK  # a weekend that has only begun is not told as past
    ahead = expression.direction is Direction.FUTURE
    ahead = ahead or (expression.direction is Direction.NEAREST and day.weekday() == FRIDAY)
    return current + _DAY * WEEK if ahead and not inside else current


def unit_around(day: date, unit: str) -> DateValue:
    """The month, quarter, year, decade or century that holds a day; a week runs from Monday."""
    if unit in ("day", "hour"):
        return make_day(day)
    if unit in ("weekend", "week"):
        monday = day - _DAY * day.weekday()
        start = monday + _DAY * SATURDAY if unit == "weekend" else monday
        return make_interval(start, monday + WEEK * _DAY, one_of=True)
    written = {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-{33 + (day.month - 1) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}X",
        "century": f"{day.year // 100:02}XX",
    }
    return parse_edtf(written[unit])
