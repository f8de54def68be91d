"""What an article without a date says about its own day.

A clue is a set of days with the step that explains it. Clues of an article's own words are wide;
together with a happening that another article dates they can pin a day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.dates import MONTHS
from dossier.model import Dating, Extraction, Source, Step, Timex
from dossier.resolve.dating.calendar import date_expression
from dossier.resolve.dating.days import Days, make_days
from dossier.resolve.dating.parts import shift_months
from dossier.vocabulary import DateBasis, Direction, PassageKind, TimexForm

MOST_YEARS = 60
"""Clues that recur every year are only followed over so many years."""
_MONTHS = {"year": 12, "decade": 120, "century": 1200}
_LEADS_TO_DATE = re.compile(r"\b(?:after|following|since|in|on|of|from)\b", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,(–—-]{0,4}(?:in|on|,)?[\s,(]{0,3}")
_NUMBERED = tuple(f"{month:02}" for month in range(1, 13))
_LONGEST_LINK = 200
_FEWEST = 2
"""A span of fewer units says too little: "a year after"."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What one reason leaves possible.

    Attributes:
        days: The days on which the article can have been written.
        step: Why, in words.
        basis: How a date is known that rests on it.
    """

    days: Days
    step: Step
    basis: DateBasis


def find_clues(source: Source, extraction: Extraction) -> tuple[Clue, ...]:
    """Find what an article's own words say of its day, the surest first.

    Returns:
        Spans of years from dated happenings, and the latest day told as past.
    """
    return (*_spans(source, extraction), *_latest_told(source, extraction))


def find_readings(source: Source, extraction: Extraction, days: Days) -> tuple[Clue, ...]:
    """Find what a likely reading of an article's words says of its day.

    Args:
        source: The article.
        extraction: Its candidates.
        days: The days still possible.

    Returns:
        The month that "last month" and a named month give together; none where the days
        still possible are of more than sixty years.
    """
    if not days or days.runs[-1][1].year - days.runs[0][0].year > MOST_YEARS:
        return ()
    return _months(source, extraction, days)


def narrow(clues: Iterable[Clue]) -> Days:
    """The days that every clue allows."""
    days = Days(((date.min, date.max),))
    for clue in clues:
        days = days & clue.days
    return days


def _latest_told(source: Source, extraction: Extraction) -> tuple[Clue, ...]:
    """An article is not older than the latest day it tells as past; "the 2020 race" is none."""
    kinds = {
        sentence.id: source.passages[sentence.passage].kind for sentence in extraction.sentences
    }
    told = []
    for timex in extraction.timexes:
        expression = timex.expression
        posted = kinds[timex.sentence_id] is PassageKind.POST
        past = expression.direction is Direction.PAST and expression.bound in ("on", "since")
        if expression.form is not TimexForm.ABSOLUTE or expression.hedge or not (past or posted):
            continue
        value = date_expression(expression, date.min)
        if value is not None and value.is_day:
            told.append((value.start, -timex.anchor.start, value, timex))
    if not told:
        return ()
    _, _, value, timex = max(told)
    words = f"{source.label} tells of “{timex.anchor.exact}” as past, so it is not older."
    days = make_days([(value.start, date.max)])
    return (Clue(days, Step(words, (timex.anchor,)), DateBasis.BOUNDED),)


def _spans(source: Source, extraction: Extraction) -> tuple[Clue, ...]:
    """Read "nearly 20 years after … Sept. 11, 2001", "20 years ago, in 2001" as about 2021."""
    clues = []
    timexes = extraction.timexes
    for index, timex in enumerate(timexes):
        expression = timex.expression
        years = _MONTHS.get(expression.unit, 0) * (expression.amount or 0)
        if expression.form is not TimexForm.RELATIVE or years > -_MONTHS["year"] * _FEWEST:
            continue
        dated = None
        if expression.counted_from == "happening" and _tells_present(timexes, index):
            dated = _date_ahead(source, timexes, index)
        elif expression.counted_from == "article":
            dated = _date_beside(source, timexes, index)
        clue = _span_clue(source, timex, dated, -years) if dated else None
        if clue is not None:
            clues.append(clue)
    return tuple(clues)


def _tells_present(timexes: Sequence[Timex], index: int) -> bool:
    """Whether no date before the span makes its sentence a story of another time."""
    same = timexes[index].sentence_id
    before = (one for one in timexes[:index] if one.sentence_id == same)
    return all(one.expression.form is not TimexForm.ABSOLUTE for one in before)


def _date_ahead(source: Source, timexes: Sequence[Timex], index: int) -> Timex | None:
    """The date that the words behind a span lead to, in its sentence."""
    timex = timexes[index]
    for other in timexes[index + 1 : index + 3]:
        if other.sentence_id != timex.sentence_id:
            return None
        between = source.text[timex.anchor.end : other.anchor.start]
        if other.expression.form is TimexForm.ABSOLUTE:
            near = len(between) <= _LONGEST_LINK
            return other if near and _LEADS_TO_DATE.search(between + " ") else None
    return None


def _date_beside(source: Source, timexes: Sequence[Timex], index: int) -> Timex | None:
    """A date in apposition: "twenty years ago, in 2001"."""
    timex = timexes[index]
    for other in (*timexes[max(0, index - 1) : index], *timexes[index + 1 : index + 2]):
        first, second = sorted((timex.anchor, other.anchor), key=lambda anchor: anchor.start)
        between = source.text[first.end : second.start]
        if (
            other.sentence_id == timex.sentence_id
            and other.expression.form is TimexForm.ABSOLUTE
            and _BESIDE.fullmatch(between)
        ):
            return other
    return None


def _span_clue(source: Source, timex: Timex, dated: Timex, months: int) -> Clue | None:
    value = date_expression(dated.expression, date.min)
    if value is None:
        return None
    try:
        start = shift_months(value.start, months - _MONTHS["year"])
        end = shift_months(value.end, months + _MONTHS["year"])
    except ValueError:
        return None
    middle = shift_months(value.start, months).year
    words = (
        f"“{timex.anchor.exact}” and “{dated.anchor.exact}” put {source.label} about {middle}, "
        "a year more or less."
    )
    step = Step(words, (timex.anchor, dated.anchor))
    return Clue(make_days([(start, end)]), step, DateBasis.ARITHMETIC)


def _months(source: Source, extraction: Extraction, days: Days) -> tuple[Clue, ...]:
    """Read "late last month" and "in late July" as one time, so that the article is of August."""
    relative, named = [], []
    for timex in extraction.timexes:
        expression = timex.expression
        if not expression.part or expression.direction is Direction.FUTURE:
            continue
        if expression.form is TimexForm.RELATIVE and (expression.unit, expression.amount) == (
            "month",
            -1,
        ):
            relative.append(timex)
        elif expression.form is TimexForm.PARTIAL and expression.edtf[5:] in _NUMBERED:
            named.append(timex)
    for timex in relative:
        for other in named:
            if other.expression.part == timex.expression.part:
                return (_month_clue(source, timex, other, days),)
    return ()


def _month_clue(source: Source, timex: Timex, named: Timex, days: Days) -> Clue:
    month = int(named.expression.edtf[5:7]) % 12 + 1
    first, last = days.runs[0][0].year, days.runs[-1][1].year
    runs = []
    for year in range(first, last + 1):
        start = date(year, month, 1)
        runs.append((start, shift_months(start, 1)))
    words = (
        f"“{timex.anchor.exact}” and “{named.anchor.exact}” are read as the same days, "
        f"so {source.label} was written in {MONTHS[month - 1]}."
    )
    step = Step(words, (timex.anchor, named.anchor))
    return Clue(make_days(runs), step, DateBasis.BOUNDED)


def days_of_writing(timex: Timex, happened: Dating) -> Days:
    """The days on which words would have been written to mean a day that is known.

    Args:
        timex: Words that count from the day of their article.
        happened: The day of what they date.

    Returns:
        Every day from which the words mean a time that holds the day; none if there is none.
    """
    expression, day = timex.expression, happened.value.start
    near = expression.form is TimexForm.WEEKDAY or expression.unit in ("day", "weekend", "week")
    reach = timedelta(days=15 if near else 400)
    runs = []
    writing = day - reach if day.toordinal() > reach.days else date.min
    while writing <= day + reach:
        value = date_expression(expression, writing)
        following = writing + timedelta(days=1)
        if value is not None and value.start <= day < value.end:
            runs.append((writing, following))
        writing = following
    return make_days(runs)
