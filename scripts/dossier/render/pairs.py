"""Which actors and which sources are worth a page side by side, and what they have in common.

Two actors are paired by the events in which both take part, two sources by the events that both
tell; being named together pairs nobody. Pairs grow with the square of a dossier, so that only
the first of each ranking get a page, and a page says how many do not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.model import (
    ActorId,
    Dossier,
    Event,
    EventId,
    Finding,
    Quotation,
    SourceId,
    SourceTelling,
)
from dossier.render.ties import MOST_TOGETHER, Tie
from dossier.vocabulary import EventTier

MOST_PAIRS = 100
"""Pairs of each kind that have a page."""

Tellings = Mapping[SourceId, Sequence[tuple[Event, SourceTelling]]]


@dataclass(frozen=True, slots=True)
class ActorPair:
    """Two actors that share events.

    Attributes:
        left: The one whose id sorts first.
        right: The other.
        tie: What ties them: shared events, by date, and links that sources state.
        of_right: What the left one says of the right, in the dossier's order.
        of_left: What the right one says of the left.
    """

    left: ActorId
    right: ActorId
    tie: Tie
    of_right: tuple[Quotation, ...]
    of_left: tuple[Quotation, ...]

    @property
    def keys(self) -> tuple[ActorId, ActorId]:
        """The two."""
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class SourcePair:
    """Two sources that tell the same events.

    Attributes:
        left: The one whose id sorts first.
        right: The other.
        events: Events both tell, in the dossier's order.
        findings: Findings with words of both.
        is_one_text: Whether one is a copy of the other, or both are of a third.
    """

    left: SourceId
    right: SourceId
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    is_one_text: bool

    @property
    def keys(self) -> tuple[SourceId, SourceId]:
        """The two."""
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that have a page.

    Attributes:
        actors: The first of the ranking.
        actors_found: How many pairs of actors share an event.
        sources: The first of the ranking.
        sources_found: How many pairs of sources tell the same event.
        actors_of: Pairs by actor, in the same order.
        sources_of: Pairs by source, in the same order.
    """

    actors: tuple[ActorPair, ...]
    actors_found: int
    sources: tuple[SourcePair, ...]
    sources_found: int
    actors_of: Mapping[ActorId, tuple[ActorPair, ...]]
    sources_of: Mapping[SourceId, tuple[SourcePair, ...]]


def find_pairs(
    dossier: Dossier,
    ties: Iterable[Tie],
    tells: Tellings,
    said_about: Mapping[ActorId, Sequence[Quotation]],
) -> Pairs:
    """Rank pairs and keep the first of each kind.

    Args:
        dossier: The dossier.
        ties: What ties actors to each other.
        tells: Events that each source tells of.
        said_about: Quotations by an actor they name, other than the speaker.

    Returns:
        Actors ranked by events shared, then by statements about each other, then by the
        weight of their tie; sources of different texts before copies, by events that both
        tell, then by findings between them; last by ids.
    """
    actors, actors_found = _rank_actors(ties, said_about)
    sources, sources_found = _rank_sources(dossier, tells)
    actors_of: dict[ActorId, list[ActorPair]] = defaultdict(list)
    sources_of: dict[SourceId, list[SourcePair]] = defaultdict(list)
    for actor_pair in actors:
        for key in actor_pair.keys:
            actors_of[key].append(actor_pair)
    for source_pair in sources:
        for key in source_pair.keys:
            sources_of[key].append(source_pair)
    return Pairs(
        actors=actors,
        actors_found=actors_found,
        sources=sources,
        sources_found=sources_found,
        actors_of={key: tuple(held) for key, held in actors_of.items()},
        sources_of={key: tuple(held) for key, held in sources_of.items()},
    )


def choose_events(events: Sequence[Event], most: int) -> tuple[Event, ...]:
    """Choose events to show: those nearest to the subject, and of equals some of every time.

    Args:
        events: In order of date.
        most: How many, at least one.

    Returns:
        In the same order. Were the last ones left out, nothing would seem to have happened since.
    """
    kept: set[EventId] = set()
    for tier in EventTier:
        held = [event.id for event in events if event.tier is tier]
        room = min(most - len(kept), len(held))
        kept.update(held[len(held) * number // room] for number in range(room))
    return tuple(event for event in events if event.id in kept)


def _rank_actors(
    ties: Iterable[Tie], said_about: Mapping[ActorId, Sequence[Quotation]]
) -> tuple[tuple[ActorPair, ...], int]:
    said: dict[tuple[ActorId, ActorId], list[Quotation]] = defaultdict(list)
    for about, quotations in said_about.items():
        for quotation in quotations:
            for speaker in quotation.speaker_ids:
                said[speaker, about].append(quotation)

    def rank(tie: Tie) -> tuple[int, int, float, tuple[ActorId, ActorId]]:
        words = len(said.get(tie.pair, ())) + len(said.get(tie.pair[::-1], ()))
        return -len(tie.events), -words, -tie.weight, tie.pair

    shared = sorted((tie for tie in ties if tie.events), key=rank)
    pairs = tuple(
        ActorPair(
            left=tie.left,
            right=tie.right,
            tie=tie,
            of_right=tuple(said.get((tie.left, tie.right), ())),
            of_left=tuple(said.get((tie.right, tie.left), ())),
        )
        for tie in shared[:MOST_PAIRS]
    )
    return pairs, len(shared)


def _rank_sources(dossier: Dossier, tells: Tellings) -> tuple[tuple[SourcePair, ...], int]:
    tellers: dict[EventId, list[SourceId]] = defaultdict(list)
    for source_id, told in tells.items():
        for event, _ in told:
            tellers[event.id].append(source_id)
    shared: Counter[tuple[SourceId, SourceId]] = Counter()
    for sources in tellers.values():
        if len(sources) <= MOST_TOGETHER:
            shared.update(combinations(sorted(sources), 2))
    between: dict[tuple[SourceId, SourceId], list[Finding]] = defaultdict(list)
    for finding in dossier.findings:
        for pair in combinations(sorted({anchor.source_id for anchor in finding.sides}), 2):
            between[pair].append(finding)

    def is_one_text(pair: tuple[SourceId, SourceId]) -> bool:
        return len({dossier.origins.get(key, key) for key in pair}) == 1

    def rank(pair: tuple[SourceId, SourceId]) -> tuple[bool, int, int, tuple[SourceId, SourceId]]:
        return is_one_text(pair), -shared[pair], -len(between.get(pair, ())), pair

    told_by = {key: {event.id for event, _ in told} for key, told in tells.items()}
    kept = sorted(shared, key=rank)[:MOST_PAIRS]
    pairs = tuple(
        SourcePair(
            left=left,
            right=right,
            events=tuple(event for event, _ in tells[left] if event.id in told_by[right]),
            findings=tuple(between.get((left, right), ())),
            is_one_text=is_one_text((left, right)),
        )
        for left, right in kept
    )
    return pairs, len(shared)
