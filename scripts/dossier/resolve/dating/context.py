"""What words mean that count from a date told before them in the same article.

"That year", "two days later", "on the 28th" go back to the date told last. A day without its year
belongs to the year that its paragraph is set in, where the text opens with one ("In 1968 …") or
puts it between commas (", in 1968, …").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.dates import DateValue, make_interval
from dossier.model import Dating, Sentence, Source, TimeExpression, Timex
from dossier.resolve.dating.calendar import ANY_MONTH, complete, unit_around
from dossier.resolve.dating.counted import date_from_context, date_of_happening
from dossier.resolve.dating.days import unite
from dossier.resolve.dating.steps import (
    Reference,
    happening_step,
    planned_step,
    rival_step,
    told_step,
    year_step,
)
from dossier.resolve.dating.told import Place, Told, choose_told, find_rivals
from dossier.vocabulary import DateBasis, Direction, TimexForm

REACH = 2
"""Paragraphs that "that year" may look back over."""
MOST_TOLD = 12
"""Dates that it may look back over."""
MOST_STEPS = 24
"""A chain of more dates, each counted from the one before, is not followed."""
_RECENT = timedelta(days=60)
"""A day so near before the article is told without its year, whatever year was told before."""
_OPENS = re.compile(r"[“\"‘']?(?:In|On|Early in|Late in|Back in|By|During|Since)[ \t](?:the[ \t])?")
_OPENS_LONG = re.compile(
    r"(?:In|At|During|After|Following|For|On)[ \t](?:[a-z]+[ \t]){1,5}"
    r"(?:in|of|on|from)[ \t](?:the[ \t])?"
)
"""As in "In a case in 1998, …": a comma must follow."""
_INSERTS = re.compile(r"(?:,|\()[ \t]?(?:back[ \t])?(?:in|on|of)[ \t](?:the[ \t])?\Z")
_LOOK_BACK = 16
_LONGEST_OPENING = 60
_DATELINE = re.compile(r"[A-Z][^.!?\n]{1,60},[ \t]\Z")
_DATELINE_ENDS = re.compile(r"[ \t]?(?:\([^)\n]{1,40}\)[ \t]?)?[-–—:]")


def is_dateline(source: Source, sentence: Sentence, timex: Timex) -> bool:
    """Whether a date belongs to the line of place and day that opens an article's first words."""
    start, end = timex.anchor.start, timex.anchor.end
    return (
        _DATELINE.fullmatch(source.text, sentence.start, start) is not None
        and _DATELINE_ENDS.match(source.text, end) is not None
    )


def sets_year(source: Source, sentence: Sentence, timex: Timex) -> bool:
    """Whether a date with its year opens its sentence, or stands between commas or brackets."""
    if timex.expression.form is not TimexForm.ABSOLUTE or timex.expression.bound == "until":
        return False
    start, end = timex.anchor.start, timex.anchor.end
    if _OPENS.fullmatch(source.text, sentence.start, start):
        return True
    if source.text[end : end + 1] not in (",", ")"):
        return False
    if start - sentence.start <= _LONGEST_OPENING and _OPENS_LONG.fullmatch(
        source.text, sentence.start, start
    ):
        return True
    near = max(sentence.start, start - _LOOK_BACK)
    return _INSERTS.search(source.text, near, start) is not None


def date_by_context(
    timex: Timex, told: Sequence[Told], here: Place, reference: Reference | None
) -> Dating | None:
    """Date words that go back to the date told last.

    Args:
        timex: The expression, counted from the context.
        told: Dated expressions before it, in text order.
        here: Where it stands itself.
        reference: The day of the article, which a day must lie behind or before if the verb
            looks back or ahead.
    """
    same_kind = [one for one in told[-MOST_TOLD:] if one.place.kind is here.kind]
    alone = is_day_alone(timex)
    for nearest in reversed(same_kind):
        last = choose_told(timex, nearest, same_kind)
        if here.rank - last.place.rank > (0 if alone else REACH):
            return None
        if (alone and not _names_month(last)) or len(last.dating.steps) > MOST_STEPS:
            return None
        value = date_from_context(timex.expression, last.dating.value)
        if value is None:
            if last.timex.sentence_id == timex.sentence_id and timex.expression.amount:
                return None  # what the same sentence tells is what is counted from, however coarse
            continue
        if alone and not _fits(value, timex, reference):
            return None
        rivals = find_rivals(timex, last, same_kind)
        values = (date_from_context(timex.expression, one.dating.value) for one in rivals)
        value = unite((value, *(one for one in values if one is not None))) or value
        step = told_step(timex, value, last.timex, last.dating)
        part = timex.expression.form is not TimexForm.RELATIVE
        computed = timex.expression.amount or part
        basis = DateBasis.ARITHMETIC if computed else last.dating.basis
        steps = [*last.dating.steps, step]
        steps += [rival_step(timex, one.timex, one.dating) for one in rivals]
        return Dating(value, basis, steps=tuple(steps))
    return None


def date_by_sentence(timex: Timex, told: Sequence[Told], here: Place) -> Dating | None:
    """Date "the end of the year", told as past, by a date that its sentence gives or goes back to.

    Args:
        timex: The expression.
        told: Dated expressions before it, in text order.
        here: Where it stands itself.
    """
    last = told[-1] if told else None
    if last is None or last.timex.sentence_id != timex.sentence_id:
        return None
    if len(last.dating.steps) > MOST_STEPS:
        return None
    if timex.expression.direction is Direction.FUTURE or last.place != here:
        return None
    counted = last.timex.expression.counted_from in ("context", "sentence")
    if last.timex.expression.form is not TimexForm.ABSOLUTE and not counted:
        return None
    value = date_from_context(timex.expression, last.dating.value)
    if value is None:
        return None
    step = told_step(timex, value, last.timex, last.dating)
    return Dating(value, last.dating.basis, steps=(*last.dating.steps, step))


def date_planned(timex: Timex, told: Sequence[Told], usual: DateValue | None) -> Dating | None:
    """Date what was still to come when its sentence tells: "said in May it would open in June".

    Args:
        timex: A month or day without its year, counted from the sentence.
        told: Dated expressions before it, in text order.
        usual: What it means as to come from the day of the article.

    Returns:
        None where its sentence tells no date before it from which another day follows.
    """
    plan = told[-1] if told else None
    if plan is None or plan.timex.sentence_id != timex.sentence_id or plan.aside:
        return None
    if len(plan.dating.steps) > MOST_STEPS or plan.dating.value.is_one_of:
        return None
    value = date_from_context(replace(timex.expression, amount=1), plan.dating.value)
    if value is None or usual is None or value.start >= usual.start:
        return None
    step = planned_step(timex, value, plan.timex, plan.dating)
    return Dating(value, DateBasis.ARITHMETIC, steps=(*plan.dating.steps, step))


def is_day_alone(timex: Timex) -> bool:
    """Whether nothing but a number tells the day: "the 28th"."""
    expression = timex.expression
    return (
        expression.counted_from == "context"
        and expression.edtf[5:7] == ANY_MONTH
        and not expression.unit
    )


def _names_month(told: Told) -> bool:
    """Whether words name a month, so that a day alone can belong to it."""
    expression = told.timex.expression
    named = expression.form in (TimexForm.ABSOLUTE, TimexForm.PARTIAL)
    value = told.dating.value
    return named and value.end <= unit_around(value.start, "month").end


def _fits(value: DateValue, timex: Timex, reference: Reference | None) -> bool:
    """Whether a day lies on the side of the article's own day that the verb looks to."""
    expression = timex.expression
    if expression.weekday is not None and value.start.weekday() != expression.weekday:
        return False
    if reference is None:
        return True
    if expression.direction is Direction.FUTURE:
        return value.end > reference.days.runs[0][0]
    if expression.direction is Direction.PAST:
        return value.start < reference.days.runs[-1][1]
    return True


def date_by_frame(
    timex: Timex, told: Sequence[Told], here: Place, usual: DateValue | None, reference: Reference
) -> Dating | None:
    """Date a day or month without its year by the year that its paragraph is set in.

    Args:
        timex: A PARTIAL expression that counts from the day of the article.
        told: Dated expressions before it, in text order.
        here: Where it stands itself.
        usual: What it means by the day of the article.
        reference: The day of the article.

    Returns:
        None where no year is set, where the words look ahead, or where the usual reading is of
        the last two months and the year was not set in the same breath.
    """
    expression = timex.expression
    if expression.direction is Direction.FUTURE or expression.unit or expression.amount is not None:
        return None
    frame = _frame(told, here)
    if frame is None:
        return None
    same_breath = frame.timex.sentence_id == timex.sentence_id
    seen_from = reference.days.runs[0][0]
    if usual and not same_breath and usual.end > seen_from - _RECENT:
        return None
    value = _in_frame(timex, frame.dating.value)
    if value is None or value == usual or value.start > seen_from:
        return None
    step = year_step(timex, value, frame.timex)
    return Dating(value, DateBasis.ARITHMETIC, steps=(*frame.dating.steps, step))


def _frame(told: Sequence[Told], here: Place) -> Told | None:
    """The date that sets the year, if nothing since has led out of it."""
    year = None
    for one in reversed(told[-MOST_TOLD:]):
        if one.place != here:
            return None
        start = one.dating.value.start
        if one.frames:
            return one if year in (None, start.year) else None
        if one.timex.expression.form is not TimexForm.PARTIAL:
            counted = one.timex.expression.counted_from == "context"
            if one.timex.expression.form is not TimexForm.ABSOLUTE and not counted:
                return None
        if year not in (None, start.year):
            return None
        year = start.year
    return None


def _in_frame(timex: Timex, frame: DateValue) -> DateValue | None:
    """The day or range in the year of the frame; None where it may be of the next year."""
    year = unit_around(frame.start, "year")
    expression = timex.expression
    first = complete(replace(expression, until=None), year.start.year)
    if frame.end > year.end or first is None:
        return None
    fine = frame.end <= unit_around(frame.start, "month").end
    other = expression.weekday is not None and first.start.weekday() != expression.weekday
    if (fine and first.end <= frame.start) or (other and first.is_day):
        return None
    return first if expression.until is None else _range_from(expression, first, year)


def _range_from(expression: TimeExpression, first: DateValue, year: DateValue) -> DateValue | None:
    """A range that begins with what is dated, both ends in one year."""
    last = expression.until
    partial = last is not None and last.form is TimexForm.PARTIAL
    end = complete(last, year.start.year) if last and partial else None
    return make_interval(first.start, end.end) if end and end.end > first.end else None


def date_happening(timex: Timex, told: Sequence[Told]) -> Dating | None:
    """Date the happening that a span counts from, by the date of the sentence before it."""
    for main in reversed(told[-MOST_TOLD:]):
        if main.timex.sentence_id != timex.sentence_id:
            return None
        if main.timex.expression.counted_from == "happening":
            continue
        value = date_of_happening(timex.expression, main.dating.value)
        if value is None:
            return None
        step = happening_step(timex, value, main.timex, main.dating)
        return Dating(value, DateBasis.ARITHMETIC, steps=(*main.dating.steps, step))
    return None
