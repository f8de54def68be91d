"""What each date expression of one article means, given what is known of the article's day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dossier.errors import Found, Problem, Severity
from dossier.model import Dating, Extraction, Sentence, Source, Step, Timex, TimexId
from dossier.resolve.dating.calendar import date_expression
from dossier.resolve.dating.counted import date_from_context, date_of_happening
from dossier.resolve.dating.days import Days, unite
from dossier.resolve.dating.steps import (
    Reference,
    absolute_steps,
    check_weekday,
    counted_step,
    describe_day,
    happening_step,
    line_of,
    rival_step,
    told_step,
)
from dossier.vocabulary import DateBasis, PassageKind, TimexForm

MOST_DAYS = 1200
"""An article that may be of any of more days than this leaves relative words without a date."""
_CONTEXT_REACH = 2
"""Paragraphs that "that year" may look back over."""
_MOST_TOLD = 12
"""Dates that it may look back over."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A dated expression, remembered for those that count from it."""

    timex: Timex
    dating: Dating
    rank: int
    kind: PassageKind


def date_timexes(
    source: Source, extraction: Extraction, reference: Reference | None
) -> Found[Mapping[TimexId, Dating]]:
    """Date the expressions of an article.

    Args:
        source: The article.
        extraction: Its candidates.
        reference: The day its words count from; None if nothing is known of it.

    Returns:
        A dating for every expression that means a date, in text order; a problem for each
        weekday that does not fit the date beside it.
    """
    sentences = {sentence.id: sentence for sentence in extraction.sentences}
    ranks = _rank_passages(source)
    posted = _post_references(source, extraction, sentences)
    told: list[_Told] = []
    problems: list[Problem] = []
    for timex in extraction.timexes:
        sentence = sentences[timex.sentence_id]
        passage = source.passages[sentence.passage]
        seen_from = posted.get(passage.index, reference)
        dating = _date_timex(timex, seen_from, told, ranks[passage.index], passage.kind)
        if dating is None:
            continue
        check, agrees = _check(timex, dating)
        if not agrees:
            problems.append(_disagreeing(source, sentence, timex, check))
        dating = _finish(dating, timex, check)
        told.append(_Told(timex, dating, ranks[passage.index], passage.kind))
    return {one.timex.id: one.dating for one in told}, tuple(problems)


def _rank_passages(source: Source) -> dict[int, int]:
    """Number the passages of each kind, so that a caption between two paragraphs is no gap."""
    counts: dict[PassageKind, int] = {}
    ranks = {}
    for passage in source.passages:
        ranks[passage.index] = counts[passage.kind] = counts.get(passage.kind, 0) + 1
    return ranks


def _post_references(
    source: Source, extraction: Extraction, sentences: Mapping[str, Sentence]
) -> dict[int, Reference]:
    """The day of each embedded post: the last complete day it gives."""
    found = {}
    for timex in extraction.timexes:
        passage = source.passages[sentences[timex.sentence_id].passage]
        if passage.kind is PassageKind.POST and timex.expression.form is TimexForm.ABSOLUTE:
            value = date_expression(timex.expression, date.min)
            if value is not None and value.is_day:
                step = Step(f"The post is of {describe_day(value)}.", (timex.anchor,))
                days = Days(((value.start, value.end),))
                found[passage.index] = Reference(days, DateBasis.RELATIVE, step)
    return found


def _date_timex(
    timex: Timex, reference: Reference | None, told: list[_Told], rank: int, kind: PassageKind
) -> Dating | None:
    expression = timex.expression
    if expression.form is TimexForm.ABSOLUTE:
        value = date_expression(expression, date.min)
        if value is not None:
            return Dating(value, DateBasis.EXPLICIT, steps=absolute_steps(timex, value))
    if expression.counted_from == "context":
        return _date_by_context(timex, told, rank, kind)
    if expression.counted_from == "happening":
        return _date_happening(timex, told)
    return _date_counted(timex, reference)


def _date_counted(timex: Timex, reference: Reference | None) -> Dating | None:
    """Date words that count from the day of the article, for each day that it can be."""
    if reference is None or len(reference.days) > MOST_DAYS:
        return None
    values = (date_expression(timex.expression, day) for day in reference.days)
    counted = unite(value for value in values if value is not None)
    if counted is None:
        return None
    steps = (reference.step, counted_step(timex, counted, reference))
    return Dating(counted, reference.basis, steps=steps)


def _date_by_context(
    timex: Timex, told: list[_Told], rank: int, kind: PassageKind
) -> Dating | None:
    same_kind = [one for one in told[-_MOST_TOLD:] if one.kind is kind]
    for last in reversed(same_kind):
        if rank - last.rank > _CONTEXT_REACH:
            return None
        value = date_from_context(timex.expression, last.dating.value)
        if value is not None:
            rivals = _rivals(timex, last, same_kind)
            values = (date_from_context(timex.expression, one.dating.value) for one in rivals)
            value = unite((value, *(one for one in values if one is not None))) or value
            step = told_step(timex, value, last.timex, last.dating)
            basis = DateBasis.ARITHMETIC if timex.expression.amount else last.dating.basis
            steps = [*last.dating.steps, step]
            steps += [rival_step(timex, one.timex, one.dating) for one in rivals]
            return Dating(value, basis, steps=tuple(steps))
    return None


def _rivals(timex: Timex, last: _Told, told: list[_Told]) -> list[_Told]:
    """Other days of the sentence before, from which days may as well be counted."""
    if timex.sentence_id == last.timex.sentence_id or timex.expression.unit != "day":
        return []
    return [
        one
        for one in told
        if one.timex.sentence_id == last.timex.sentence_id
        and one.dating.value.is_day
        and one.dating.value != last.dating.value
        and last.dating.value.is_day
    ]


def _date_happening(timex: Timex, told: list[_Told]) -> Dating | None:
    """Date the happening that a span counts from, by the date of the sentence before it."""
    for main in reversed(told[-_MOST_TOLD:]):
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


def _check(timex: Timex, dating: Dating) -> tuple[str, bool]:
    if timex.expression.form not in (TimexForm.ABSOLUTE, TimexForm.PARTIAL):
        return "", True
    return check_weekday(dating.value, timex.expression.weekday, f"“{timex.anchor.exact}”")


def _finish(dating: Dating, timex: Timex, check: str) -> Dating:
    return Dating(
        value=dating.value,
        basis=dating.basis,
        anchors=(timex.anchor,),
        steps=dating.steps,
        weekday_check=check,
        bound=timex.expression.bound,
    )


def _disagreeing(source: Source, sentence: Sentence, timex: Timex, check: str) -> Problem:
    return Problem(
        "D301",
        Severity.WARNING,
        line_of(source, sentence),
        f"weekday and date of “{timex.anchor.exact}” disagree: {check}",
        "the date is kept; one of the two is a slip in the article",
    )
