"""What each date expression of one article means, given what is known of the article's day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dossier.errors import Found, Problem, Severity
from dossier.model import Dating, Extraction, Sentence, Source, Step, Timex, TimexId
from dossier.resolve.dating.calendar import date_expression
from dossier.resolve.dating.context import (
    date_by_context,
    date_by_frame,
    date_by_sentence,
    date_happening,
    date_planned,
    is_dateline,
    is_day_alone,
    sets_year,
)
from dossier.resolve.dating.days import Days, unite
from dossier.resolve.dating.numbered import find_order, is_unsettled, settle_numbers
from dossier.resolve.dating.steps import (
    Reference,
    absolute_steps,
    check_weekday,
    counted_step,
    describe_day,
    line_of,
)
from dossier.resolve.dating.told import Place, Told, stands_aside
from dossier.vocabulary import DateBasis, PassageKind, TimexForm

MOST_DAYS = 1200
"""An article that may be of any of more days than this leaves relative words without a date."""


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
    shown = find_order(extraction.timexes)
    told: list[Told] = []
    dated: dict[TimexId, Dating] = {}
    problems: list[Problem] = []
    for timex in extraction.timexes:
        sentence = sentences[timex.sentence_id]
        passage = source.passages[sentence.passage]
        seen_from = posted.get(passage.index, reference)
        place = Place(ranks[passage.index], passage.kind)
        dating = _date_timex(timex, seen_from, told, place)
        if dating is None:
            continue
        if is_unsettled(timex):
            dating = settle_numbers(timex, dating, shown, seen_from)
        check, agrees = _check(timex, dating)
        if not agrees:
            problems.append(_disagreeing(source, sentence, timex, check))
        dated[timex.id] = dating = _finish(dating, timex, check)
        if not is_dateline(source, sentence, timex):
            aside = stands_aside(source, sentence, timex, told[-1].timex if told else None)
            told.append(Told(timex, dating, place, sets_year(source, sentence, timex), aside))
    return dated, tuple(problems)


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
    timex: Timex, reference: Reference | None, told: list[Told], place: Place
) -> Dating | None:
    expression = timex.expression
    if expression.form is TimexForm.ABSOLUTE:
        value = date_expression(expression, date.min)
        if value is not None:
            return Dating(value, DateBasis.EXPLICIT, steps=absolute_steps(timex, value))
    if expression.counted_from == "happening":
        return date_happening(timex, told)
    if expression.counted_from == "context":
        dating = date_by_context(timex, told, place, reference)
        return dating or (_date_counted(timex, reference) if is_day_alone(timex) else None)
    counted = _date_counted(timex, reference)
    usual = counted.value if counted else None
    partial = expression.form is TimexForm.PARTIAL
    if expression.counted_from == "sentence":
        planned = date_planned(timex, told, usual) if partial else None
        return planned or date_by_sentence(timex, told, place) or counted
    if not partial or reference is None:
        return counted
    return date_by_frame(timex, told, place, usual, reference) or counted


def _date_counted(timex: Timex, reference: Reference | None) -> Dating | None:
    """Date words that count from the day of the article, for each day that it can be."""
    if reference is None or len(reference.days) > MOST_DAYS:
        return None
    until = timex.expression.until and replace(timex.expression.until, counted_from="article")
    expression = replace(timex.expression, counted_from="article", until=until)
    values = (date_expression(expression, day) for day in reference.days)
    counted = unite(value for value in values if value is not None)
    if counted is None:
        return None
    steps = (reference.step, counted_step(timex, counted, reference))
    return Dating(counted, reference.basis, steps=steps)


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
