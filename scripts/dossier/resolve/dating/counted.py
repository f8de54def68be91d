"""What words mean that count from another date: the one told last, or that of their sentence."""

from datetime import timedelta

from dossier.dates import DateValue, approximate, make_day, make_interval
from dossier.model import TimeExpression
from dossier.resolve.dating.calendar import MONTHS_IN, WEEK, shift_months, unit_around

_DAY = timedelta(days=1)


def date_from_context(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date words that count from the date told last ("that year", "two days later").

    Args:
        expression: An expression counted from the context.
        told: The date told last.

    Returns:
        The value; None if the date told is too coarse to count from.
    """
    try:
        if not expression.unit:
            return told
        unit = unit_around(told.start, expression.unit)
        if told.end > unit.end:
            return _shifted_coarse(told, expression)
        if not expression.amount:
            return unit
        value = _shifted(told, expression)
        vague = told.is_qualified or expression.unit in ("decade", "century")
        return approximate(value) if vague else value
    except (ValueError, OverflowError):
        return None


def _shifted_coarse(told: DateValue, expression: TimeExpression) -> DateValue | None:
    """Shift a year by months: "in 2020 ... six months later" is of 2020 or 2021."""
    year = unit_around(told.start, "year")
    if told != year or expression.unit not in ("month", "quarter") or not expression.amount:
        return None
    months = MONTHS_IN[expression.unit] * expression.amount
    first = unit_around(shift_months(told.start, months), "year")
    last = unit_around(shift_months(told.latest, months), "year")
    return make_interval(first.start, last.end, one_of=True)


def date_of_happening(expression: TimeExpression, main: DateValue) -> DateValue | None:
    """Date the happening that words such as "two weeks before the vote" count from.

    Args:
        expression: An expression counted from a happening; its amount leads there.
        main: The date of what the sentence tells.

    Returns:
        The value: approximate unless whole days are counted; None if the date of the sentence
        is too coarse to count from.
    """
    try:
        if main.end > unit_around(main.start, expression.unit).end:
            first, last = (_shifted(make_day(day), expression) for day in (main.start, main.latest))
            near = main.latest.year - main.start.year <= 1 and expression.unit in MONTHS_IN
            return make_interval(first.start, last.end, one_of=True) if near else None
        value = _shifted(main, expression)
    except (ValueError, OverflowError):
        return None
    exact = expression.unit == "day" and not expression.hedge and not main.is_qualified
    return value if exact else approximate(value)


def _shifted(value: DateValue, expression: TimeExpression) -> DateValue:
    """Shift a date by a span, to the precision that the span and the date allow."""
    amount = expression.amount or 0
    if expression.unit == "hour":
        raise ValueError("hours do not lead from day to day")
    if expression.unit in ("day", "week", "weekend"):
        step = _DAY * amount * (1 if expression.unit == "day" else WEEK)
        if expression.unit == "weekend" or not value.is_day:
            return unit_around(value.start + step, expression.unit)
        return make_day(value.start + step)
    months = MONTHS_IN[expression.unit] * amount
    unit = expression.unit if expression.unit in ("month", "quarter") else "year"
    fine = value.end <= unit_around(value.start, "month").end
    if expression.unit == "year" and abs(amount) == 1 and fine and expression.hedge:
        unit = "month"
        slack = {"under": -1, "about": 0, "over": 1}[expression.hedge]
        months += slack if amount > 0 else -slack
    return unit_around(shift_months(value.start, months), unit)
