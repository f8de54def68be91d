"""What ties actors to each other: links that sources state, and events they share.

A tie is between two actors and holds all of it. An event ties the less the more take part in
it: each of its pairs counts 1/(n-1) of n participants, so that a conference of twenty does
not outweigh talks of two. Naming in one sentence is no tie; it is kept apart as what it is.

Source of the weighting: M. E. J. Newman, "Scientific collaboration networks. II", Physical
Review E 64, 016132 (2001).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from dossier.model import ActorId, Dossier, Event, MentionId, Relation, SentenceId
from dossier.vocabulary import EventType

MOST_TOGETHER = 40
"""Participants beyond which an event ties nobody: who merely attends is not linked by that."""

MOST_NAMED = 12
"""Actors named in one sentence beyond which it is a list."""

Pair = tuple[ActorId, ActorId]
"""Two actors, sorted."""


@dataclass(frozen=True, slots=True)
class Tie:
    """All that ties two actors.

    Attributes:
        left: The one whose id sorts first.
        right: The other.
        relations: Links that sources state, in the dossier's order.
        events: Events in which both take part, by date, undated last.
        weight: How strong it is: stated links and shares of events.
    """

    left: ActorId
    right: ActorId
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    weight: float

    @property
    def pair(self) -> Pair:
        """The two actors."""
        return self.left, self.right

    @property
    def types(self) -> tuple[EventType, ...]:
        """What kinds of happening are in it, in the order of the vocabulary."""
        found = {event.event_type for event in self.events}
        return tuple(kind for kind in EventType if kind in found)

    def other(self, actor_id: ActorId) -> ActorId:
        """The one of the two that is not this one."""
        return self.right if actor_id == self.left else self.left


def find_ties(dossier: Dossier, shown: AbstractSet[ActorId]) -> tuple[Tie, ...]:
    """Find what ties actors to each other.

    Args:
        dossier: The dossier.
        shown: Actors that have a page.

    Returns:
        The strongest first, then by ids.
    """
    relations: dict[Pair, list[Relation]] = defaultdict(list)
    events: dict[Pair, list[Event]] = defaultdict(list)
    weights: dict[Pair, float] = defaultdict(float)
    for relation in dossier.relations:
        pair = _sorted(relation.subject_id, relation.object_id)
        if pair[0] != pair[1] and pair[0] in shown and pair[1] in shown:
            relations[pair].append(relation)
            weights[pair] += 1.0
    for event in dossier.events.values():
        named = {part.actor_id for part in event.participants if part.actor_id is not None}
        present = sorted(named & shown)
        if len(present) > MOST_TOGETHER:
            continue
        for left, right in combinations(present, 2):
            events[left, right].append(event)
            weights[left, right] += 1 / (len(present) - 1)
    ties = [
        Tie(*pair, tuple(relations[pair]), tuple(events[pair]), round(weight, 6))
        for pair, weight in weights.items()
    ]
    return tuple(sorted(ties, key=lambda tie: (-tie.weight, tie.pair)))


def find_co_mentions(
    dossier: Dossier, actor_of: Mapping[MentionId, ActorId], drawn: Collection[ActorId]
) -> dict[Pair, tuple[SentenceId, ...]]:
    """Find who is named in one sentence with whom.

    Args:
        dossier: The dossier.
        actor_of: The actor behind a mention, by mention.
        drawn: Actors to look for.

    Returns:
        The sentences of each pair, in order of publication, then of text; most first.
    """
    found: dict[Pair, list[SentenceId]] = defaultdict(list)
    for extraction in dossier.extractions.values():
        named: dict[SentenceId, set[ActorId]] = defaultdict(set)
        for mention in extraction.mentions:
            actor = actor_of.get(mention.id)
            if actor in drawn and actor is not None:
                named[mention.sentence_id].add(actor)
        for sentence_id, actors in named.items():
            if len(actors) <= MOST_NAMED:
                for pair in combinations(sorted(actors), 2):
                    found[pair].append(sentence_id)
    ranked = sorted(found, key=lambda pair: (-len(found[pair]), pair))
    return {pair: tuple(found[pair]) for pair in ranked}


def rank_by_strength(ties: Collection[Tie]) -> tuple[ActorId, ...]:
    """Rank actors by the weight of all their ties, the strongest first, then by id."""
    strength: dict[ActorId, float] = defaultdict(float)
    for tie in ties:
        for actor_id in tie.pair:
            strength[actor_id] += tie.weight
    return tuple(sorted(strength, key=lambda key: (-round(strength[key], 6), key)))


def _sorted(one: ActorId, other: ActorId) -> Pair:
    return (one, other) if one <= other else (other, one)
