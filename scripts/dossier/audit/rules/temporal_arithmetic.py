"""Spans and weekdays that do not fit the dates they stand beside."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.sameness import Told, find_before, find_told
from dossier.dates import WEEKDAYS, DateValue, describe, overlaps, weekday_name
from dossier.model import Source, Timex
from dossier.vocabulary import EventType, FindingType, Gravity, TimexForm

_BESIDE = re.compile(r"\s*[,(–—-]?\s*(?:about|around|some|nearly|almost|just|over|more than)?\s*\Z")
_UNITS = {"month": 31, "year": 366, "decade": 3660}
_WRITTEN = frozenset({TimexForm.ABSOLUTE, TimexForm.PARTIAL})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out three kinds of sums that a reader can check.

    A named weekday against the calendar; a span beside a date ("in 2015, four years ago"); a
    span that leads to a happening ("almost a year after her visit") against what the article
    says elsewhere about when that was.
    """
    for source in reading.sources():
        yield from _weekdays(source, reading)
        yield from _spans(source, reading)
    for told in find_told(reading, *EventType).values():
        for one in told:
            yield from _leads_back(one, told)


def _weekdays(source: Source, reading: Reading) -> Iterator[Noticed]:
    for timex in reading.dossier.extractions[source.id].timexes:
        dating = reading.dossier.calendar.timexes.get(timex.id)
        named = timex.expression.weekday
        if dating is None or named is None or timex.expression.form not in _WRITTEN:
            continue
        if dating.value.is_day and dating.value.start.weekday() != named:
            actual = weekday_name(dating.value.start)
            yield Noticed(
                f"{describe(dating.value)} was a {actual}, not a {WEEKDAYS[named]}: the weekday "
                "or the day is wrong.",
                (timex.anchor,),
                gravity=Gravity.HIGH,
            )


def _spans(source: Source, reading: Reading) -> Iterator[Noticed]:
    """A date and a count of years or months side by side, of which one must be wrong."""
    for sentence in reading.sentences(source.id):
        timexes = reading.timexes_in.get(sentence.id, ())
        for left, right in pairwise(timexes):
            if not _BESIDE.match(source.text[left.anchor.end : right.anchor.start]):
                continue
            for date, span in ((left, right), (right, left)):
                values = _date_and_span(date, span, reading)
                if values is not None and _days_between(*values) > _UNITS[span.expression.unit]:
                    yield Noticed(
                        f"“{span.anchor.exact}” leads to {describe(values[1])}, not to "
                        f"“{date.anchor.exact}”.",
                        (date.anchor, span.anchor),
                        gravity=Gravity.HIGH,
                    )


def _date_and_span(
    date: Timex, span: Timex, reading: Reading
) -> tuple[DateValue, DateValue] | None:
    calendar = reading.dossier.calendar.timexes
    counted = span.expression.form is TimexForm.RELATIVE and span.expression.unit in _UNITS
    if not counted or span.expression.counted_from != "article" or not span.expression.amount:
        return None
    if date.expression.form is not TimexForm.ABSOLUTE:
        return None
    written, reached = calendar.get(date.id), calendar.get(span.id)
    return (written.value, reached.value) if written and reached else None


def _days_between(left: DateValue, right: DateValue) -> int:
    """Days that lie between two values; 0 if some day fits both."""
    return (
        0
        if overlaps(left, right)
        else max((right.start - left.end).days, (left.start - right.end).days)
    )


def _leads_back(told: Told, among: Sequence[Told]) -> Iterator[Noticed]:
    if told.timex is None or told.value is None or not told.points_back:
        return
    if told.timex.expression.counted_from != "happening":
        return
    dated = [
        (one.timex.anchor, one.value)
        for one in find_before(told, among)
        if one.timex is not None and one.value is not None
    ]
    if len(dated) != 1:
        return
    span = told.timex.anchor
    words, value = dated[0]
    if not overlaps(value, told.value):
        text = (
            f"“{span.exact}” leads to {describe(told.value)}. If “{told.trigger.exact}” is what "
            f"“{words.exact}” dates, the two do not fit."
        )
        yield Noticed(text, (words, span), gravity=Gravity.HIGH)
    elif value.start < told.value.start or told.value.end < value.end:
        yield Noticed(
            f"“{span.exact}” leads to {describe(told.value)}. It fits “{words.exact}” only if that "
            "was then; the article says no more.",
            (words, span),
        )


RULE = Rule(FindingType.TEMPORAL_ARITHMETIC, Gravity.MEDIUM, notice)
