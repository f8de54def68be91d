"""The day of an article that does not give it, from everything that is known.

Clues are put together one by one, the surest first. What contradicts is never dropped in
silence: it is reported, and where nothing tells which side errs neither is used.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.dates import DateValue, describe, make_day
from dossier.errors import Problem, Severity
from dossier.model import Dating, Extraction, Source, Step, Timex
from dossier.resolve.dating.calendar import date_expression
from dossier.resolve.dating.clues import Clue, find_clues, find_readings, narrow
from dossier.resolve.dating.days import Days, make_days, value_of
from dossier.resolve.dating.matches import Match
from dossier.resolve.dating.steps import Reference, check_weekday, describe_day, on_day
from dossier.vocabulary import DateBasis, Direction, TimexForm

MOST_YEARS_OF_OWN = 4
"""An article's own words bear a match out only if they leave no more years than this."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What could be found out about an article's day.

    Attributes:
        published: When it appeared; None if nothing is known.
        reference: What its words count from; None likewise.
        problems: What contradicts, and that nothing is known.
    """

    published: Dating | None
    reference: Reference | None
    problems: tuple[Problem, ...]


def find_origin(
    source: Source,
    extraction: Extraction,
    found: Sequence[Match],
    sequel: re.Pattern[str],
    *,
    seen_by: date | None = None,
) -> Origin:
    """Find out when an article without a date was written.

    Args:
        source: The article.
        extraction: Its candidates.
        found: Happenings it tells that other articles date, the best first.
        sequel: Finds words that put a sentence behind an earlier happening.
        seen_by: A day by which it had appeared; None if none is known.
    """
    problems: list[Problem] = []
    sure = find_clues(source, extraction)
    if not narrow(sure):
        words = " / ".join(clue.step.text for clue in sure)
        problems.append(_problem("D303", source, f"its own words contradict: {words}"))
        return Origin(None, None, tuple(problems))
    candidates, disputes = _credible(found, narrow(sure), source)
    problems += disputes
    matches, disputes = _agreeing(candidates, source)
    problems += disputes
    chain = _match_clues(matches, source)
    days = narrow((*chain, *sure))
    clues = [*chain]
    clues += [clue for clue in sure if not chain or clue.basis is DateBasis.ARITHMETIC]
    readings = find_readings(source, extraction, days)
    for clue in (*_sequels(source, extraction, matches, sequel), *readings):
        if days & clue.days:
            clues.insert(len(chain) if clue.basis is DateBasis.CROSS_SOURCE else len(clues), clue)
            days = days & clue.days
        else:
            problems.append(_problem("D304", source, f"set aside: {clue.step.text}"))
    value = value_of(days)
    if value is None or value.is_open_end:
        problems.append(_unknown(source, value))
        return Origin(None, None, tuple(problems))
    had = _appeared(source, seen_by)
    if had and days & had.days and days & had.days != days:
        clues.append(had)
        days = days & had.days
        value = value_of(days) or value
    dating = _dating(source, clues, matches, value)
    reference = Reference(days, dating.basis, _summary(source, dating, matches))
    return Origin(dating, reference, tuple(problems))


def _appeared(source: Source, seen_by: date | None) -> Clue | None:
    """That an article had appeared by a day, for somebody who looks back to it."""
    if seen_by is None:
        return None
    until = make_days([(date.min, seen_by + timedelta(days=1))])
    text = f"{source.label} had appeared by {describe(make_day(seen_by))}."
    return Clue(until, Step(text), DateBasis.BOUNDED)


def _credible(
    found: Sequence[Match], own: Days, source: Source
) -> tuple[list[Match], list[Problem]]:
    """Leave out matches that the article's own words rule out, or fail to bear out."""
    first, last = own.runs[0][0].year, own.runs[-1][1].year
    kept, problems = [], []
    for match in found:
        if own & match.days:
            if match.stands_alone or last - first <= MOST_YEARS_OF_OWN:
                kept.append(match)
        elif match.stands_alone:
            message = f"{_said(match)}, which its own words rule out"
            problems.append(_problem("D302", source, message))
    return kept, problems


def _agreeing(found: Sequence[Match], source: Source) -> tuple[list[Match], list[Problem]]:
    """Keep the matches that agree; where two that are equally strong do not, keep neither."""
    kept: list[Match] = []
    dropped: list[Match] = []
    problems: list[Problem] = []
    for match in found:
        rivals = [one for one in (*kept, *dropped) if not one.days & match.days]
        if not rivals:
            kept.append(match)
            continue
        equal = [one for one in rivals if len(one.shared) == len(match.shared)]
        verdict = "neither is used" if equal else "the first names more of the same parties"
        message = f"{_said(rivals[0])}, but {_said(match)}; {verdict}"
        problems.append(_problem("D302", source, message))
        dropped += [match, *equal]
        kept = [one for one in kept if one not in equal]
    return sorted(kept, key=lambda match: len(match.days)), problems


def _said(match: Match) -> str:
    return (
        f"“{match.undated.timex.anchor.exact}” would be “{match.dated.timex.anchor.exact}” of "
        f"{match.dated.source.label} ({match.undated.report.event_type.value}, "
        f"{', '.join(match.shared)})"
    )


def _match_clues(matches: Sequence[Match], source: Source) -> list[Clue]:
    """The chain of each match: the other article's date, the words here, what follows."""
    clues = []
    for match in matches:
        value = value_of(match.days)
        if value is None:
            continue
        here, there = match.undated, match.dated
        kind = here.report.event_type.value
        text = (
            f"{there.source.label} dates a {kind} with {', '.join(match.shared)} "
            f"(“{there.report.trigger.exact}”): {describe_day(match.happened.value)}. "
            f"{source.label} tells it (“{here.report.trigger.exact}”) with "
            f"“{here.timex.anchor.exact}”, so it was written {on_day(value)}."
        )
        anchors = (
            *(there.timex.anchor, there.report.trigger),
            *(here.timex.anchor, here.report.trigger),
        )
        clues.append(Clue(match.days, Step(text, anchors), DateBasis.CROSS_SOURCE))
    return clues


def _sequels(
    source: Source, extraction: Extraction, matches: Sequence[Match], cues: re.Pattern[str]
) -> tuple[Clue, ...]:
    """Weekdays that follow the matched happening are not before its day."""
    weekdays = [one for one in matches if one.undated.timex.expression.weekday is not None]
    if not weekdays:
        return ()
    match = weekdays[0]
    sentences = {sentence.id: sentence for sentence in extraction.sentences}
    retold = {
        report.sentence_id
        for report in extraction.event_mentions
        if report.event_type is match.undated.report.event_type
    }
    for timex in extraction.timexes:
        expression = timex.expression
        if expression.form is not TimexForm.WEEKDAY or expression.direction is Direction.FUTURE:
            continue
        if timex.sentence_id not in retold or timex.id == match.undated.timex.id:
            continue
        sentence = sentences[timex.sentence_id]
        cue = cues.search(source.text, sentence.start, sentence.end)
        days = _not_before(timex, match) if cue else match.days
        if cue is not None and days and len(days) < len(match.days):
            text = (
                f"“{timex.anchor.exact}” comes after it in {source.label} (“{cue.group()}”), "
                "so it was written on that day or later."
            )
            step = Step(text, (timex.anchor,))
            return (Clue(days, step, DateBasis.CROSS_SOURCE),)
    return ()


def _not_before(timex: Timex, match: Match) -> Days:
    """The days of writing on which a weekday does not mean a day before the happening."""
    happened = match.happened.value.start
    runs: list[tuple[date, date]] = []
    for day in match.days:
        value = date_expression(timex.expression, day)
        if value is not None and value.start >= happened:
            runs.append((day, date.fromordinal(day.toordinal() + 1)))
    return make_days(runs)


def _dating(
    source: Source, clues: Sequence[Clue], matches: Sequence[Match], value: DateValue
) -> Dating:
    steps = tuple(dict.fromkeys((*_steps_behind(matches), *(clue.step for clue in clues))))
    check = ""
    if matches:
        match = matches[0]
        named = match.undated.timex.expression.weekday
        check, _ = check_weekday(match.happened.value, named, source.label)
        steps += (_independent(match, check),)
    basis = DateBasis.CROSS_SOURCE if matches else _basis(clues)
    anchors = clues[0].step.anchors if clues else ()
    if matches:
        anchors = (matches[0].undated.timex.anchor,)
    return Dating(value, basis, anchors[:1], steps, weekday_check=check)


def _steps_behind(matches: Sequence[Match]) -> tuple[Step, ...]:
    """How the other articles' days are known, where they do not give them themselves."""
    weak = (DateBasis.CROSS_SOURCE, DateBasis.FILE_NAME, DateBasis.ARITHMETIC, DateBasis.BOUNDED)
    return tuple(
        step for match in matches if match.happened.basis in weak for step in match.happened.steps
    )


def _independent(match: Match, check: str) -> Step:
    there = match.dated
    if not check:
        text = f"Nothing checks this independently: the day is taken from {there.source.label}."
        return Step(text, (there.timex.anchor,))
    text = (
        f"{check} Only the weekday is an independent check; the day itself is taken from "
        f"{there.source.label}."
    )
    return Step(text, (match.undated.timex.anchor, there.timex.anchor))


def _basis(clues: Sequence[Clue]) -> DateBasis:
    if any(clue.basis is DateBasis.ARITHMETIC for clue in clues):
        return DateBasis.ARITHMETIC
    return DateBasis.BOUNDED


def _summary(source: Source, dating: Dating, matches: Sequence[Match]) -> Step:
    """Say in one step how the day of the article is known, for the dates that rest on it."""
    when = on_day(dating.value)
    if matches:
        match = matches[0]
        text = (
            f"{source.label} gives no date. It was written {when}, because "
            f"{match.dated.source.label} dates what it tells with "
            f"“{match.undated.timex.anchor.exact}”."
        )
        return Step(text, (match.undated.timex.anchor, match.dated.timex.anchor))
    anchors = tuple(anchor for step in dating.steps for anchor in step.anchors)
    return Step(f"{source.label} gives no date. Its own words put it {when}.", anchors)


def _problem(code: str, source: Source, message: str) -> Problem:
    hint = "give the day in seeds/edits/sources if it is known"
    return Problem(code, Severity.WARNING, f"{source.path}:{source.title.line or 1}", message, hint)


def _unknown(source: Source, value: DateValue | None) -> Problem:
    if value is None:
        message = "no date is given, and nothing in the dossier tells when it was written"
    else:
        message = f"no date is given; it was written {on_day(value)}, and nothing tells more"
    return _problem("D305", source, message)
