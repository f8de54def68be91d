"""Date everything: when each article appeared, and what each of its date expressions means.

Articles that give their day come first. What they date then helps to find the day of those that
do not, and what those date helps to find the day of others: see ``rounds``.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from dossier.dates import DateValue
from dossier.errors import Found, Problem, Severity
from dossier.model import Actor, Calendar, Dating, Extraction, Source, Step
from dossier.resolve.dating.days import Days
from dossier.resolve.dating.matches import Telling, find_tellings
from dossier.resolve.dating.rounds import find_origins
from dossier.resolve.dating.steps import (
    Reference,
    check_weekday,
    describe_day,
    named_weekday,
    publication_anchor,
)
from dossier.resolve.dating.timexes import date_timexes
from dossier.settings import Lexicon, load_lexicon
from dossier.vocabulary import DateBasis, FactBasis


def resolve_dates(
    sources: Sequence[Source],
    extractions: Sequence[Extraction],
    actors: Sequence[Actor],
    lexicon: Lexicon | None = None,
    *,
    seen_by: date | None = None,
) -> Found[Calendar]:
    """Date articles and date expressions.

    Args:
        sources: All articles.
        extractions: Their candidates, in the same order.
        actors: Who the mentions are, for happenings that two articles tell.
        lexicon: Word lists; None for those that come with the program. Used is
            ``sequel_cues``.
        seen_by: A day by which all articles had appeared; None if none is known.

    Returns:
        The calendar, articles in the order given and expressions in text order. Problems:
        D301 a weekday that does not fit its date, D302 articles that would date another
        differently, D303 an article whose own words contradict, D304 a reading set aside
        because it contradicts, D305 an article that nothing dates.
    """
    pairs = list(zip(sources, extractions, strict=True))
    by_mention = {mention: actor for actor in actors for mention in actor.mention_ids}
    names = {actor.id: actor.name for actor in actors}
    sequel = _default_cues() if lexicon is None else _sequel_cues(lexicon)
    published: dict[str, Dating] = {}
    timexes: dict[str, Dating] = {}
    problems: list[Problem] = []
    tellings: list[Telling] = []
    for source, extraction in pairs:
        reference = None
        if source.published_on is not None:
            dating, wrong = _stated(source, source.published_on)
            published[source.id] = dating
            problems += wrong
            reference = _reference(source, dating)
        dated, wrong = date_timexes(source, extraction, reference)
        timexes |= dated
        problems += wrong
        tellings += find_tellings(source, extraction, dated, by_mention)
    undated = [pair for pair in pairs if pair[0].published_on is None]
    origins = find_origins(undated, tellings, by_mention, names, sequel, seen_by=seen_by)
    for source, extraction in undated:
        origin = origins[source.id]
        problems += origin.problems
        if origin.published is not None:
            published[source.id] = origin.published
        timexes |= date_timexes(source, extraction, origin.reference)[0]
    order = [timex.id for _, extraction in pairs for timex in extraction.timexes]
    return Calendar(
        {source.id: published[source.id] for source in sources if source.id in published},
        {one: timexes[one] for one in order if one in timexes},
    ), tuple(problems)


@cache
def _default_cues() -> re.Pattern[str]:
    return _sequel_cues(load_lexicon(None))


def _sequel_cues(lexicon: Lexicon) -> re.Pattern[str]:
    terms = sorted(lexicon.terms("sequel_cues") or ("after",), key=lambda term: (-len(term), term))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)


def _stated(source: Source, value: DateValue) -> Found[Dating]:
    """The day an article gives itself, compared with the weekday on the same line."""
    anchors = publication_anchor(source)
    named = named_weekday(anchors[0].exact) if anchors else None
    check, agrees = check_weekday(value, named, "the line")
    fact = source.published
    analyst = fact.basis is FactBasis.ANALYST
    told = Step(fact.note, anchors) if fact.note and fact.basis is not FactBasis.STATED else None
    dating = Dating(
        value,
        DateBasis.ANALYST if analyst else _named_or_stated(source),
        anchors,
        (told,) if told else (),
        weekday_check=check,
    )
    if agrees:
        return dating, ()
    where = f"{source.path}:{source.published.line or 1}"
    hint = "the date is kept; one of the two is a slip in the article"
    message = f"weekday and date of the article disagree: {check}"
    return dating, (Problem("D301", Severity.WARNING, where, message, hint),)


def _reference(source: Source, dating: Dating) -> Reference:
    value = dating.value
    days = Days(((value.start, value.end),))
    by_name = dating.basis is DateBasis.FILE_NAME
    only = ", by the name of its file alone" if by_name else ""
    step = Step(f"{source.label} appeared on {describe_day(value)}{only}.", dating.anchors)
    return Reference(days, DateBasis.FILE_NAME if by_name else DateBasis.RELATIVE, step)


def _named_or_stated(source: Source) -> DateBasis:
    """A day that no line of the article gives was read from the name of its file."""
    fact = source.published
    inferred = fact.basis is FactBasis.INFERRED and fact.line is None
    return DateBasis.FILE_NAME if inferred else DateBasis.EXPLICIT
