"""What words mean that count from another date: the one told last, or that of their sentence."""

from datetime import timedelta

from dossier.dates import DateValue, approximate, make_day, make_interval
from dossier.model import TimeExpression
from dossier.resolve.dating.calendar import ANY_MONTH, complete, unit_around
from dossier.resolve.dating.parts import MONTHS_IN, WEEK, narrow, shift_months
from dossier.vocabulary import TimexForm

_DAY = timedelta(days=1)
_A_SEASON = timedelta(days=92)


def date_from_context(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date words that count from the date told last ("that year", "two days later").

    Args:
        expression: An expression counted from the context.
        told: The date told last.

    Returns:
        The value; None if the date told is too coarse to count from.
    """
    try:
        if expression.form is TimexForm.PARTIAL:
            return _partial_from(expression, told)
        if expression.form is TimexForm.WEEKDAY:
            return _weekday_from(expression, told)
        return _relative_from(expression, told) if expression.unit else told
    except (ValueError, OverflowError):
        return None


def _relative_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date "that year", "two days later"."""
    unit = unit_around(told.start, expression.unit)
    if told.end > unit.end:
        return _shifted_coarse(told, expression)
    if not expression.amount:
        return narrow(unit, expression, told.start)
    value = _shifted(told, expression)
    vague = told.is_qualified or expression.unit in ("decade", "century")
    return approximate(value) if vague else value


def _partial_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date a month, season or day that lacks its year or month, by the date told last."""
    if expression.edtf[5:7] == ANY_MONTH:
        return _days_from(expression, told)
    if told.end > unit_around(told.start, "year").end:
        return None
    if expression.unit == "year":
        return complete(expression, told.start.year + (expression.amount or 0))
    return _nearest_from(expression, told)


def _nearest_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date "that summer", "the following March", "the previous autumn"."""
    amount = expression.amount or 0
    years = range(told.start.year - 1, told.start.year + 2)
    values = [value for value in (complete(expression, year) for year in years) if value]
    if not amount:
        return next((one for one in values if one.start.year == told.start.year), None)
    if told.end - told.start > _A_SEASON:
        return None  # "in 1968 ... the following autumn" may be of that year or the next
    if amount > 0:
        return next((one for one in values if one.start >= told.end), None)
    return next((one for one in reversed(values) if one.end <= told.start), None)


def _days_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date "the 28th" or "the 18th to the 21st"."""
    first = _day_from(expression, told)
    last = expression.until
    if first is None or last is None or last.form is not TimexForm.PARTIAL:
        return first
    end = _day_from(last, first)
    return make_interval(first.start, end.end) if end and end.end > first.end else None


def _day_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date "the 28th": of the month told, or of the next if the day told is behind it."""
    month = unit_around(told.start, "month")
    if told.end > month.end:
        return None
    away = expression.amount or 0
    first = shift_months(month.start, away)
    value = complete(expression, first.year, first.month)
    if expression.unit == "month" or value is None or value.start >= told.start:
        return value
    following = shift_months(month.start, 1)
    return complete(expression, following.year, following.month)


def _weekday_from(expression: TimeExpression, told: DateValue) -> DateValue | None:
    """Date "the following Monday", "the Friday before"."""
    if not told.is_day:
        return None
    wanted = expression.weekday or 0
    if (expression.amount or 0) > 0:
        return make_day(told.start + _DAY * ((wanted - told.start.weekday() - 1) % WEEK + 1))
    return make_day(told.start - _DAY * ((told.start.weekday() - wanted - 1) % WEEK + 1))


def _shifted_coarse(told: DateValue, expression: TimeExpression) -> DateValue | None:
    """Shift what is coarser than the unit: "in 2020 ... six months later" is of 2020 or 2021."""
    if expression.unit == "day" and not expression.amount and (told.end - told.start) <= 2 * _DAY:
        return told  # "the night of 5 to 6 March ... the same night"
    if expression.unit not in ("month", "quarter") or not expression.amount:
        return None
    year = unit_around(told.start, "year")
    if told.end - told.start > year.end - year.start:
        return None
    months = MONTHS_IN[expression.unit] * expression.amount
    fine = "year" if told == year else expression.unit
    first = unit_around(shift_months(told.start, months), fine)
    last = unit_around(shift_months(told.latest, months), fine)
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
