"""Happenings that an undated article tells with a weekday and another one with a date.

Only what happens once between the same parties can tell the day: a takeover, a death, a ruling.
Statements and the like recur, so they are never matched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import (
    Actor,
    ActorId,
    Dating,
    EventMention,
    Extraction,
    MentionId,
    SentenceId,
    Source,
    TimeExpression,
    Timex,
    TimexId,
)
from dossier.resolve.dating_clues import days_of_writing
from dossier.resolve.dating_days import Days
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    Direction,
    EventType,
    Modality,
    TimexForm,
)

SHARED_NEEDED: Mapping[EventType, int] = {
    **dict.fromkeys(
        (
            EventType.TAKEOVER,
            EventType.DEATH,
            EventType.REMOVAL,
            EventType.APPOINTMENT,
            EventType.ELECTION,
        ),
        1,
    ),
    **dict.fromkeys(
        (
            EventType.MEETING,
            EventType.VISIT,
            EventType.AGREEMENT,
            EventType.RECOGNITION,
            EventType.TRIAL,
            EventType.RULING,
            EventType.ARREST,
            EventType.ATTACK,
            EventType.DISASTER,
            EventType.ACCIDENT,
            EventType.LAUNCH,
            EventType.SANCTION,
            EventType.VOTE,
        ),
        2,
    ),
}
"""Participants in common, persons or bodies among them, that make two tellings one happening."""

_TOLD = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_DATES = (TimexForm.ABSOLUTE, TimexForm.PARTIAL, TimexForm.WEEKDAY, TimexForm.RELATIVE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening as one article tells it.

    Attributes:
        source: The article.
        report: Its event mention.
        timex: The words that date it.
        dating: What they mean; None in the article whose day is sought.
        parties: Actors that its sentence names.
        specific: Actors among them that are neither states nor places.
    """

    source: Source
    report: EventMention
    timex: Timex
    dating: Dating | None
    parties: frozenset[ActorId]
    specific: frozenset[ActorId]


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings of one happening.

    Attributes:
        undated: As the article tells it whose day is sought.
        dated: As another article tells it, with its day.
        happened: That day.
        shared: Names of the parties in common, sorted.
        days: On which the undated article can have been written.
    """

    undated: Telling
    dated: Telling
    happened: Dating
    shared: tuple[str, ...]
    days: Days


def find_tellings(
    source: Source,
    extraction: Extraction,
    datings: Mapping[TimexId, Dating],
    actors: Mapping[MentionId, Actor],
) -> tuple[Telling, ...]:
    """Find what an article tells with a date, of kinds that can be matched.

    A report that was given no date takes the only one of its sentence. Whoever its sentence
    names counts as a party: a takeover is told of those who took over as of those who fell.
    """
    timexes = {timex.id: timex for timex in extraction.timexes}
    in_sentence: dict[SentenceId, list[Timex]] = {}
    for timex in extraction.timexes:
        if timex.expression.form in _DATES:
            in_sentence.setdefault(timex.sentence_id, []).append(timex)
    parties = _parties(extraction, actors)
    found = []
    for report in extraction.event_mentions:
        if report.modality not in _TOLD or report.event_type not in SHARED_NEEDED:
            continue
        near = in_sentence.get(report.sentence_id, [])
        if report.timex_id is not None:
            near = [timexes[report.timex_id]]
        if len(near) != 1:
            continue
        timex = near[0]
        everybody, specific = parties.get(report.sentence_id, (frozenset(), frozenset()))
        dating = datings.get(timex.id)
        found.append(Telling(source, report, timex, dating, everybody, specific))
    return tuple(found)


def _parties(
    extraction: Extraction, actors: Mapping[MentionId, Actor]
) -> dict[SentenceId, tuple[frozenset[ActorId], frozenset[ActorId]]]:
    """Actors that each sentence names, and those of them that are neither states nor places."""
    named: dict[SentenceId, set[ActorId]] = {}
    specific: dict[SentenceId, set[ActorId]] = {}
    for mention in extraction.mentions:
        actor = actors.get(mention.id)
        if actor is None or actor.voice or actor.kind is ActorKind.PLACE:
            continue
        named.setdefault(mention.sentence_id, set()).add(actor.id)
        if actor.kind is not ActorKind.STATE:
            specific.setdefault(mention.sentence_id, set()).add(actor.id)
    return {
        sentence: (frozenset(all_named), frozenset(specific.get(sentence, ())))
        for sentence, all_named in named.items()
    }


def find_matches(
    undated: Sequence[Telling], dated: Sequence[Telling], names: Mapping[ActorId, str]
) -> tuple[Match, ...]:
    """Find happenings that both sides tell.

    Args:
        undated: Tellings of the article whose day is sought.
        dated: Tellings of other articles.
        names: Names of actors by id.

    Returns:
        The matches, those with most parties in common first, then the narrowest.
    """
    told_of: dict[tuple[EventType, ActorId], list[Telling]] = {}
    for one in dated:
        if one.dating is not None and one.dating.value.is_day and one.dating.bound in _STARTS:
            for actor in sorted(one.specific):
                told_of.setdefault((one.report.event_type, actor), []).append(one)
    found = [
        match
        for one in undated
        if _is_sought(one)
        for actor in sorted(one.specific)
        for other in told_of.get((one.report.event_type, actor), ())
        if (match := _match(one, other, names)) is not None
    ]
    return tuple(sorted(_best(found), key=_strength))


_STARTS = ("on", "since")


def _is_sought(telling: Telling) -> bool:
    expression = telling.timex.expression
    return (
        _means_day(expression)
        and expression.counted_from == "article"
        and expression.direction is not Direction.FUTURE
        and expression.bound in _STARTS
    )


def _means_day(expression: TimeExpression) -> bool:
    """Whether words mean a single day: a month is too wide to tell one meeting from the next."""
    match expression.form:
        case TimexForm.WEEKDAY:
            return expression.until is None
        case TimexForm.RELATIVE:
            return expression.unit == "day"
        case TimexForm.PARTIAL:
            return len(expression.edtf) == len("XXXX-07-04") and expression.until is None
        case _:
            return False


def _match(one: Telling, other: Telling, names: Mapping[ActorId, str]) -> Match | None:
    shared = one.parties & other.parties
    if other.dating is None or len(shared) < SHARED_NEEDED[one.report.event_type]:
        return None
    days = days_of_writing(one.timex, other.dating)
    if not days:
        return None
    called = tuple(sorted(names.get(party, party) for party in shared))
    return Match(one, other, other.dating, called, days)


def _strength(match: Match) -> tuple[object, ...]:
    explicit = match.happened.basis is not DateBasis.EXPLICIT
    place = (match.undated.timex.anchor.start, match.dated.source.id)
    return (-len(match.shared), len(match.days), explicit, place, match.dated.timex.anchor.start)


def _best(matches: Iterable[Match]) -> list[Match]:
    """Keep the best match for each pair of words and day."""
    kept: dict[tuple[object, ...], Match] = {}
    for match in sorted(matches, key=_strength):
        key = (match.undated.timex.id, match.happened.value.start)
        kept.setdefault(key, match)
    return list(kept.values())
