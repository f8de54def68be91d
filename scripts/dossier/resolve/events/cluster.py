"""Sightings taken to be one event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dossier.dates import DateValue
from dossier.resolve.events.alike import EFFECTS, Objection, may_be_one, width
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType

FLOOR = 0.2
"""Below this a sighting only ever confirms an event that another sentence tells."""
MOST_COMPARED = 60
"""Events that a sighting is compared with, and sightings of each, at most; keeps work linear."""

_T = TypeVar("_T")
_UNREAD: tuple[int, Any] = (-1, None)


class _Kept(Generic[_T]):
    """A property of a cluster that is worked out anew only when it has grown."""

    def __init__(self, read: "Callable[[Cluster], _T]") -> None:
        self._read = read

    def __get__(self, cluster: "Cluster", _: object) -> _T:
        return cluster.once(self._read)


@dataclass(slots=True, eq=False)
class Cluster:
    """Sightings taken to be one event; grown while clustering, read afterwards.

    Attributes:
        sightings: In order of score while it grows, then of publication and text.
        known: What was read of it, each with the number of sightings it held then.
    """

    sightings: list[Sighting] = field(default_factory=list)
    known: dict[object, tuple[int, Any]] = field(default_factory=dict, repr=False)

    def once(self, read: "Callable[[Cluster], _T]") -> _T:
        """What a function reads of it; read anew only when it has grown."""
        size, value = self.known.get(read, _UNREAD)
        if size != len(self.sightings):
            value = read(self)
            self.known[read] = len(self.sightings), value
        known: _T = value
        return known

    @_Kept
    def best(self) -> Sighting:
        """The sighting that says most."""
        return min(self.sightings, key=by_score)

    @property
    def compared(self) -> list[Sighting]:
        """Those with which others are compared: the first that it was made of."""
        return self.sightings[:MOST_COMPARED]

    @_Kept
    def event_type(self) -> EventType:
        """The best sighting's type; a cause goes before its effects."""
        causes = [s for s in self.sightings if s.mention.event_type not in EFFECTS]
        told = [s for s in causes if not s.is_headline] or causes or self.sightings
        best = min(told, key=by_score)
        return best.mention.event_type

    @_Kept
    def source_ids(self) -> tuple[str, ...]:
        """Sources that tell it, in order of publication."""
        ordered = sorted(self.sightings, key=lambda one: one.order)
        return tuple(dict.fromkeys(one.source.id for one in ordered))

    @_Kept
    def specific(self) -> frozenset[str]:
        """Actors that can tell it from other events."""
        return frozenset().union(*(one.specific for one in self.sightings))

    @_Kept
    def actors(self) -> frozenset[str]:
        """Everybody who takes part."""
        return frozenset(actor for one in self.sightings for actor, _, _ in one.actors)

    @_Kept
    def places(self) -> frozenset[str]:
        """Every place named for it."""
        return frozenset(place for one in self.sightings for place in one.places)

    @_Kept
    def narrowest(self) -> DateValue | None:
        """The narrowest date given for it; None if there is none."""
        dates = (one.dating.value for one in self.sightings if one.dating is not None)
        return min(dates, key=lambda value: (width(value), value), default=None)


def by_score(sighting: Sighting) -> tuple[float, int]:
    """Sort key: the sighting that says most first."""
    return -sighting.mention.score, sighting.order


def all_may_be_one(
    left: Cluster, right: Cluster, objections: Sequence[Objection] | None = None
) -> bool:
    """Whether nothing speaks against two clusters being one event; as ``may_be_one``."""
    return all(may_be_one(a, b, objections) for a in left.compared for b in right.compared)
