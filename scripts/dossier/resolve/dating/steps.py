"""The wording of derivations: each step is a sentence that a reader can check."""

import re
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.dates import WEEKDAYS, DateValue, describe, weekday_name
from dossier.model import Anchor, Dating, Sentence, Source, Step, TimeExpression, Timex
from dossier.resolve.dating.calendar import is_undecided
from dossier.resolve.dating.days import Days, value_of
from dossier.vocabulary import DateBasis, PassageKind, TimexForm

_NAMED = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]{3,6})?\b")
_PARTS = {"early": "first", "mid": "middle", "late": "last", "end": "last"}


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that the words of an article count from.

    Attributes:
        days: Every day it can be, at least one.
        basis: How a date is known that is counted from it.
        step: How it is known itself.
    """

    days: Days
    basis: DateBasis
    step: Step


def describe_day(value: DateValue) -> str:
    """Say a value, a single day with its weekday: "Wednesday 28 July 2021"."""
    words = describe(value)
    return f"{weekday_name(value.start)} {words}" if value.is_day else words


def on_day(value: DateValue) -> str:
    """Say when something was: "on 28 July 2021", "in July 2021", "on or after 3 May 2021"."""
    words = describe(value)
    if words.startswith(("one day on or", "one day in or")):
        return words.removeprefix("one day ")
    return f"{'on' if value.is_day or words.startswith('one day') else 'in'} {words}"


_DASH = re.compile(r"\s?(?:[—–]|--?)\s")
_LONGEST_OPENING = 120
"""Code points in which the place, day and agency that open a story end."""


def publication_anchor(source: Source) -> tuple[Anchor, ...]:
    """The line in which an article gives its own date; none if it stands in no passage."""
    line = source.published.line
    for passage in source.passages:
        if line is not None and passage.first_line <= line <= passage.last_line:
            story = passage.kind is PassageKind.BODY  # "OSLO, June 15, 2022 (Agency) — A ferry …"
            limit = min(passage.end, passage.start + _LONGEST_OPENING)
            dash = _DASH.search(source.text, passage.start, limit) if story else None
            return (make_anchor(source, passage.start, dash.start() if dash else passage.end),)
    return ()


def check_weekday(value: DateValue, named: int | None, where: str) -> tuple[str, bool]:
    """Compare a day with the weekday named beside it.

    Returns:
        A sentence that says whether they agree, and whether they do; an empty sentence where
        no weekday is named or the value is no day.
    """
    if named is None or not value.is_day:
        return "", True
    actual = weekday_name(value.start)
    if value.start.weekday() == named:
        return f"{describe(value)} is a {actual}, as {where} says.", True
    return f"{describe(value)} is a {actual}, but {where} says {WEEKDAYS[named]}.", False


def named_weekday(text: str) -> int | None:
    """The weekday a line names, if it names just one."""
    found = {match.group()[:3] for match in _NAMED.finditer(text)}
    if len(found) != 1:
        return None
    short = found.pop()
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(short))


def line_of(source: Source, sentence: Sentence) -> str:
    """``path:line`` of a sentence, for problems."""
    return f"{source.path}:{source.passages[sentence.passage].first_line}"


def counted_step(timex: Timex, value: DateValue, reference: Reference) -> Step:
    """Say how words follow from the day of their article."""
    words, seen_from = f"“{timex.anchor.exact}”", value_of(reference.days)
    means = f"{'is' if value.is_day else 'means'} {_meant(timex.expression, value)}"
    reading = _reading(timex.expression)
    if seen_from is None or value == seen_from:
        text = f"{words} {means}, the day of the article" if value.is_day else f"{words} {means}"
    elif not seen_from.is_day:
        reach = "whichever day that was" if value.is_day else "counted from any such day"
        text = f"{words} {means}, {reach}{reading}"
    elif timex.expression.form is TimexForm.WEEKDAY and value.is_day:
        way = "before" if value.end <= seen_from.start else "after"
        text = f"{words} {way} {describe_day(seen_from)} {means}"
    else:
        text = f"{words} seen from {describe_day(seen_from)} {means}{reading}"
    return Step(f"{text}.", (timex.anchor,))


def _meant(expression: TimeExpression, value: DateValue) -> str:
    """Say a value as what the words mean: a weekday in a month is some day of it."""
    single = expression.form is TimexForm.WEEKDAY and expression.until is None
    if single and not value.is_day and not value.is_one_of:
        return f"some day in {describe(value)}"
    return describe_day(value)


def _reading(expression: TimeExpression) -> str:
    """Say how a word for a part of a unit is read."""
    if is_undecided(expression):
        return "; no verb tells whether it is the last or the next"
    third = _PARTS.get(expression.part)
    return f", “{expression.part}” being read as the {third} third" if third else ""


def absolute_steps(timex: Timex, value: DateValue) -> tuple[Step, ...]:
    """Say how a complete date was read, where its words leave anything to be read."""
    expression = timex.expression
    if expression.part:
        words = f"“{timex.anchor.exact}” is read as {describe(value)}{_reading(expression)}."
        return (Step(words, (timex.anchor,)),)
    if "," in expression.edtf:
        words = f"“{timex.anchor.exact}” does not say which number is the month."
        return (Step(words, (timex.anchor,)),)
    return ()


def told_step(timex: Timex, value: DateValue, told: Timex, dating: Dating) -> Step:
    """Say how words follow from the date told last."""
    return Step(
        f"“{timex.anchor.exact}” goes back to “{told.anchor.exact}”, {describe_day(dating.value)},"
        f" and is {describe_day(value)}.",
        (timex.anchor, told.anchor),
    )


def planned_step(timex: Timex, value: DateValue, plan: Timex, dating: Dating) -> Step:
    """Say that a day or month follows the date at which it was still to come."""
    return Step(
        f"“{timex.anchor.exact}” was to follow “{plan.anchor.exact}”,"
        f" {describe_day(dating.value)}, and is {describe_day(value)}.",
        (timex.anchor, plan.anchor),
    )


def year_step(timex: Timex, value: DateValue, frame: Timex) -> Step:
    """Say that a day or month takes its year from one the text set before it."""
    return Step(
        f"“{timex.anchor.exact}” takes its year from “{frame.anchor.exact}”"
        f" and is {describe_day(value)}.",
        (timex.anchor, frame.anchor),
    )


def rival_step(timex: Timex, rival: Timex, dating: Dating) -> Step:
    """Say that words may count from another date as well."""
    return Step(
        f"“{timex.anchor.exact}” may count from “{rival.anchor.exact}”, "
        f"{describe_day(dating.value)}, as well.",
        (timex.anchor, rival.anchor),
    )


def happening_step(timex: Timex, value: DateValue, main: Timex, dating: Dating) -> Step:
    """Say how the happening follows from which the words count."""
    way = "back" if (timex.expression.amount or 0) < 0 else "on"
    return Step(
        f"“{timex.anchor.exact}” leads {way} from “{main.anchor.exact}”, "
        f"{describe_day(dating.value)}, to {describe_day(value)}.",
        (timex.anchor, main.anchor),
    )
