"""Happenings that an undated article tells with a weekday and another one with a date.

Weekdays recur, and so do most happenings: of blind trials on news, matches by kind, parties and
weekday alone were wrong more often than right. So a match counts only where the kind happens once
between the same parties, or where the article's own words point to the same time; and never
where the two sentences name different places.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from dossier.resolve.dating.clues import days_of_writing
from dossier.resolve.dating.days import Days
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    Direction,
    EventType,
    Modality,
    TimexForm,
)

ONCE = frozenset({EventType.TAKEOVER})
"""Kinds that happen once between the same parties; one specific party in common is enough."""

RECURRING = frozenset(
    {
        *(EventType.MEETING, EventType.VISIT, EventType.AGREEMENT, EventType.RECOGNITION),
        *(EventType.APPOINTMENT, EventType.REMOVAL, EventType.ELECTION, EventType.VOTE),
        *(EventType.TRIAL, EventType.RULING, EventType.ARREST, EventType.ATTACK, EventType.DEATH),
        *(EventType.DISASTER, EventType.ACCIDENT, EventType.LAUNCH, EventType.SANCTION),
    }
)
"""Kinds that need two parties in common and the article's own words to agree on the time."""

_FEWEST_SHARED = 2
_MATCHED = ONCE | RECURRING
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
        places: Places that its sentence names, in lower case.
    """

    source: Source
    report: EventMention
    timex: Timex
    dating: Dating | None
    parties: frozenset[ActorId]
    specific: frozenset[ActorId]
    places: frozenset[str]


Dated = Mapping[tuple[EventType, ActorId], Sequence[Telling]]
"""Tellings that give a day, by kind and by each specific party."""


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

    @property
    def stands_alone(self) -> bool:
        """Whether it counts even where the article's own words say nothing of the time."""
        return self.undated.report.event_type in ONCE


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
    named = _by_sentence(extraction, actors)
    found = []
    for report in extraction.event_mentions:
        if report.modality not in _TOLD or report.event_type not in _MATCHED:
            continue
        near = in_sentence.get(report.sentence_id, [])
        if report.timex_id is not None:
            near = [timexes[report.timex_id]]
        if len(near) != 1:
            continue
        timex = near[0]
        dating = datings.get(timex.id)
        parties = named.get(report.sentence_id, _NOBODY)
        found.append(Telling(source, report, timex, dating, *parties))
    return tuple(found)


_Named = tuple[frozenset[ActorId], frozenset[ActorId], frozenset[str]]
_NOBODY: _Named = (frozenset(), frozenset(), frozenset())


def _by_sentence(
    extraction: Extraction, actors: Mapping[MentionId, Actor]
) -> dict[SentenceId, _Named]:
    """Actors, specific actors and places that each sentence names."""
    named: dict[SentenceId, tuple[set[ActorId], set[ActorId], set[str]]] = {}
    for mention in extraction.mentions:
        everybody, specific, places = named.setdefault(mention.sentence_id, (set(), set(), set()))
        actor = actors.get(mention.id)
        if mention.kind is ActorKind.PLACE or (actor and actor.kind is ActorKind.PLACE):
            places.add(mention.name.casefold())
        elif actor is not None and not actor.voice:
            everybody.add(actor.id)
            if actor.kind is not ActorKind.STATE:
                specific.add(actor.id)
    return {
        sentence: (frozenset(everybody), frozenset(specific), frozenset(places))
        for sentence, (everybody, specific, places) in named.items()
    }


def index_dated(tellings: Iterable[Telling]) -> Dated:
    """Look up tellings that give a day, in the order given."""
    told_of: dict[tuple[EventType, ActorId], list[Telling]] = {}
    for one in tellings:
        if one.dating is not None and one.dating.value.is_day and one.dating.bound in _STARTS:
            for actor in one.specific:
                told_of.setdefault((one.report.event_type, actor), []).append(one)
    return told_of


def find_matches(
    undated: Sequence[Telling],
    dated: Dated,
    names: Mapping[ActorId, str],
    is_usable: Callable[[Telling], bool],
) -> tuple[Match, ...]:
    """Find happenings that both sides tell.

    Args:
        undated: Tellings of the article whose day is sought.
        dated: Tellings of all articles that give a day.
        names: Names of actors by id.
        is_usable: Which of them may date that article.

    Returns:
        The matches, those with most parties in common first, then the narrowest.
    """
    found = [
        match
        for one in undated
        if _is_sought(one)
        for actor in sorted(one.specific)
        for other in dated.get((one.report.event_type, actor), ())
        if is_usable(other) and (match := _match(one, other, names)) is not None
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
    """Whether words name a day that can be checked; "yesterday" would fit any other date."""
    match expression.form:
        case TimexForm.WEEKDAY:
            return expression.until is None
        case TimexForm.PARTIAL:
            return len(expression.edtf) == len("XXXX-07-04") and expression.until is None
        case _:
            return False


def _match(one: Telling, other: Telling, names: Mapping[ActorId, str]) -> Match | None:
    shared = one.parties & other.parties
    once = one.report.event_type in ONCE
    if other.dating is None or not (once or len(shared) >= _FEWEST_SHARED):
        return None
    if one.places and other.places and not one.places & other.places:
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
