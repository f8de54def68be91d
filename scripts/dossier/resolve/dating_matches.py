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
    Mention,
    MentionId,
    Source,
    Timex,
    TimexId,
)
from dossier.resolve.dating_clues import days_of_writing, timexes_by_id
from dossier.resolve.dating_days import Days
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    Direction,
    EventType,
    Modality,
    Role,
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
_COUNTED = (TimexForm.WEEKDAY, TimexForm.RELATIVE, TimexForm.PARTIAL)
_WIDE = (ActorKind.STATE, ActorKind.PLACE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A happening as one article tells it.

    Attributes:
        source: The article.
        report: Its event mention.
        timex: The words that date it.
        dating: What they mean; None in the article whose day is sought.
        parties: Actors that take part, and places, as ids and names.
        specific: Actors among them that are neither states nor places.
    """

    source: Source
    report: EventMention
    timex: Timex
    dating: Dating | None
    parties: frozenset[str]
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
    """Find what an article tells with a date of its own, of kinds that can be matched."""
    timexes = timexes_by_id(extraction)
    mentions = {mention.id: mention for mention in extraction.mentions}
    found = []
    for report in extraction.event_mentions:
        timex = timexes.get(report.timex_id or "")
        if timex is None or report.modality not in _TOLD or report.event_type not in SHARED_NEEDED:
            continue
        parties, specific = _parties(report, mentions, actors)
        dating = datings.get(timex.id)
        found.append(Telling(source, report, timex, dating, parties, specific))
    return tuple(found)


def _parties(
    report: EventMention, mentions: Mapping[MentionId, Mention], actors: Mapping[MentionId, Actor]
) -> tuple[frozenset[str], frozenset[ActorId]]:
    parties, specific = set(), set()
    for part in report.participants:
        actor = actors.get(part.mention_id)
        mention = mentions.get(part.mention_id)
        if actor is not None and part.role is not Role.PLACE:
            parties.add(actor.id)
            if actor.kind not in _WIDE:
                specific.add(actor.id)
        elif mention is not None and part.role is Role.PLACE:
            parties.add(mention.name.casefold())
    return frozenset(parties), frozenset(specific)


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
    by_type: dict[EventType, list[Telling]] = {}
    for one in dated:
        if one.dating is not None and one.dating.value.is_day and one.dating.bound in _STARTS:
            by_type.setdefault(one.report.event_type, []).append(one)
    found = [
        match
        for one in undated
        if _is_sought(one)
        for other in by_type.get(one.report.event_type, ())
        if (match := _match(one, other, names)) is not None
    ]
    return tuple(sorted(_best(found), key=_strength))


_STARTS = ("on", "since")


def _is_sought(telling: Telling) -> bool:
    expression = telling.timex.expression
    return (
        expression.form in _COUNTED
        and expression.counted_from == "article"
        and expression.direction is not Direction.FUTURE
        and expression.bound in _STARTS
    )


def _match(one: Telling, other: Telling, names: Mapping[ActorId, str]) -> Match | None:
    shared = one.parties & other.parties
    if other.dating is None or not one.specific & other.specific:
        return None
    if len(shared) < SHARED_NEEDED[one.report.event_type]:
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
