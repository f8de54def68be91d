"""Which number of "04/01/2021" is the month, where nothing but the rest of the article tells.

A weekday beside the numbers tells it, or another date of the article whose first or second number
can be no month, or a verb that looks back where only one of both days was past.
"""

import re
from collections.abc import Sequence
from datetime import date

from dossier.dates import WEEKDAYS, DateValue, describe, make_day
from dossier.model import Dating, Step, Timex
from dossier.resolve.dating.steps import Reference
from dossier.vocabulary import DateBasis, Direction, TimexForm

_NUMBERS = re.compile(r"(?<!\d)(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?:\d{4}|\d\d)\Z")
_MONTHS = 12


def find_order(timexes: Sequence[Timex]) -> Timex | None:
    """Find a date in numbers that shows in which order its article writes day and month.

    Returns:
        The first that does; None if none does, if two contradict each other, or where no date
        needs it.
    """
    shown: Timex | None = None
    if not any(is_unsettled(timex) for timex in timexes):
        return None
    for timex in timexes:
        first = _day_first(timex)
        if first is None:
            continue
        if shown is not None and _day_first(shown) != first:
            return None
        shown = shown or timex
    return shown


def settle_numbers(
    timex: Timex, dating: Dating, shown: Timex | None, reference: Reference | None
) -> Dating:
    """Say which of two days a date in numbers is, if anything tells.

    Args:
        timex: The expression.
        dating: What it means by itself.
        shown: A date of the article that shows its order; None if there is none.
        reference: The day of the article; None if nothing is known of it.

    Returns:
        The dating, of one day where something tells and as it is otherwise.
    """
    match = _NUMBERS.search(timex.anchor.exact)
    days = [date.fromisoformat(one) for one in timex.expression.edtf.strip("[]").split(",")]
    if match is None:
        return dating
    named = timex.expression.weekday
    fitting = [day for day in days if day.weekday() == named]
    if named is not None and len(fitting) == 1:
        why = f"the one of both days that is a {WEEKDAYS[named]}"
        return _settled(timex, fitting[0], why, DateBasis.EXPLICIT)
    if shown is not None:
        number = int(match["a" if _day_first(shown) else "b"])
        day = next(day for day in days if day.day == number)
        order = "the day" if _day_first(shown) else "the month"
        why = f"as “{shown.anchor.exact}” puts {order} first"
        return _settled(timex, day, why, DateBasis.ARITHMETIC, shown)
    if reference is not None and timex.expression.direction is Direction.PAST:
        past = [day for day in days if day < reference.days.runs[-1][1]]
        if len(past) == 1:
            why = "the one of both days that is not after the article"
            return _settled(timex, past[0], why, DateBasis.ARITHMETIC)
    return dating


def is_unsettled(timex: Timex) -> bool:
    """Whether a date in numbers may be of two days."""
    expression = timex.expression
    return (
        expression.form is TimexForm.ABSOLUTE
        and expression.edtf[:1] == "["
        and (expression.until is None and "," in expression.edtf)
    )


def _day_first(timex: Timex) -> bool | None:
    """Whether numbers show that the day comes first; None if they do not tell."""
    if timex.expression.form is not TimexForm.ABSOLUTE or is_unsettled(timex):
        return None
    match = _NUMBERS.search(timex.anchor.exact)
    if match is None or match["a"] == match["b"]:
        return None
    if int(match["a"]) > _MONTHS:
        return True
    return False if int(match["b"]) > _MONTHS else None


def _settled(
    timex: Timex, day: date, why: str, basis: DateBasis, shown: Timex | None = None
) -> Dating:
    value: DateValue = make_day(day)
    anchors = (timex.anchor, shown.anchor) if shown else (timex.anchor,)
    step = Step(f"“{timex.anchor.exact}” is read as {describe(value)}, {why}.", anchors)
    return Dating(value, basis, steps=(step,))
