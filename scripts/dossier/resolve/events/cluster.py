"""Put sightings of one happening together, precision first.

A page that mixes two events is worse than two pages on one, so sightings are joined only where
nothing speaks against it and something specific is shared. Within one article a headline or a
second sentence may be vaguer; between articles a day and a shared name are required.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.dates import DateValue, overlaps
from dossier.resolve.events.alike import (
    CLOSE_DAYS,
    EFFECTS,
    HAPPENINGS,
    ONE_OF_A_KIND,
    likeness,
    may_be_one,
    related,
    width,
)
from dossier.resolve.events.retold import same_in_article
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType

FLOOR = 0.2
"""Below this a sighting only ever confirms an event that another sentence tells."""

_ONCE = frozenset(
    {EventType.TAKEOVER, EventType.DEATH, EventType.REMOVAL, EventType.APPOINTMENT,
     EventType.RULING, EventType.TRIAL, EventType.ARREST, EventType.DISASTER}
)  # fmt: skip
"""What comes to one person or body once a day at most."""
_LOCAL = ONE_OF_A_KIND | HAPPENINGS | {EventType.ELECTION}
"""What comes to one place once a day at most."""
_CLEAR = 0.35
"""From this score on a sighting with a day may gather others."""
_ALIKE = 0.22
"""Share of common words that counts as telling the same."""
_RETOLD = 0.6
"""Share of common words that two articles need to tell the same without a day."""
_UNDATED = 0
_MOST_COMPARED = 60
"""Events that a sighting is compared with, and sightings of each, at most; keeps work linear."""
_COARSE_DAYS = 40
"""Dates up to this wide may meet in a possible match."""


@dataclass(slots=True)
class Cluster:
    """Sightings taken to be one event; grown while clustering, read afterwards.

    Attributes:
        sightings: In order of score while it grows, then of publication and text.
    """

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def best(self) -> Sighting:
        """The sighting that says most."""
        return min(self.sightings, key=_by_score)

    @property
    def compared(self) -> list[Sighting]:
        """Those with which others are compared: the first that it was made of."""
        return self.sightings[:_MOST_COMPARED]

    @property
    def event_type(self) -> EventType:
        """The best sighting's type; a cause goes before its effects."""
        causes = [s for s in self.sightings if s.mention.event_type not in EFFECTS]
        told = [s for s in causes if not s.is_headline] or causes or self.sightings
        best = min(told, key=_by_score)
        return best.mention.event_type

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources that tell it, in order of publication."""
        ordered = sorted(self.sightings, key=lambda one: one.order)
        return tuple(dict.fromkeys(one.source.id for one in ordered))

    @property
    def specific(self) -> frozenset[str]:
        """Actors that can tell it from other events."""
        return frozenset().union(*(one.specific for one in self.sightings))

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who takes part."""
        return frozenset(actor for one in self.sightings for actor, _, _ in one.actors)

    @property
    def places(self) -> frozenset[str]:
        """Every place named for it."""
        return frozenset(place for one in self.sightings for place in one.places)

    @property
    def narrowest(self) -> DateValue | None:
        """The narrowest date given for it; None if there is none."""
        dates = (one.dating.value for one in self.sightings if one.dating is not None)
        return min(dates, key=lambda value: (width(value), value), default=None)


def _by_score(sighting: Sighting) -> tuple[float, int]:
    return -sighting.mention.score, sighting.order


def cluster_sightings(sightings: Sequence[Sighting]) -> tuple[Cluster, ...]:
    """Group the sightings of each event.

    Args:
        sightings: All of them, in order of publication, then of text.

    Returns:
        Clusters in the order of their earliest sighting. Sightings below ``FLOOR`` are in one
        only where another sentence tells the event.
    """
    by_source: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_source.setdefault(sighting.source.id, []).append(sighting)
    local = [cluster for ours in by_source.values() for cluster in _cluster_article(ours)]
    joined = _join_articles(local)
    for cluster in joined:
        cluster.sightings.sort(key=lambda one: one.order)
    return tuple(sorted(joined, key=lambda cluster: cluster.sightings[0].order))


# --- Within one article ------------------------------------------------------------------------


def _cluster_article(sightings: Sequence[Sighting]) -> list[Cluster]:
    """Clearest first, so that a vague sighting joins a clear one and not the reverse."""
    clusters: list[Cluster] = []
    by_type: dict[EventType, list[Cluster]] = {}
    for sighting in sorted(sightings, key=_clarity):
        met = by_type.get(sighting.mention.event_type, [])[:_MOST_COMPARED]
        homes = [cluster for cluster in met if _belongs(sighting, cluster)]
        if homes:
            min(homes, key=lambda one: _distance(sighting, one)).sightings.append(sighting)
        elif sighting.mention.score >= FLOOR:
            clusters.append(Cluster([sighting]))
            for kind in EventType:
                if related(kind, sighting.mention.event_type):
                    by_type.setdefault(kind, []).append(clusters[-1])
    return _join_days(clusters)


def _clarity(sighting: Sighting) -> tuple[bool, bool, float, int]:
    """Clearest first: a story before its headline, a day before no day, then by score."""
    dated = sighting.dating is not None and sighting.mention.score >= _CLEAR
    return sighting.is_headline, not dated, -sighting.mention.score, sighting.order


def _belongs(sighting: Sighting, cluster: Cluster) -> bool:
    held = cluster.compared
    if not all(may_be_one(sighting, other) for other in held):
        return False
    close = [
        one
        for one in held
        if (one.dating and sighting.dating)
        or one.mention.sentence_id == sighting.mention.sentence_id
    ]
    return any(same_in_article(sighting, one) for one in (min(held, key=_by_score), *close))


def _distance(sighting: Sighting, cluster: Cluster) -> tuple[int, int]:
    """How far back the event was told; one that is told only later counts as farther."""
    steps = [sighting.order - other.order for other in cluster.compared]
    back = [step for step in steps if step > 0]
    return (0, min(back)) if back else (1, -max(steps))


def _join_days(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join clusters that turned out to share a day once each had found its sentences."""
    joined: list[Cluster] = []
    for cluster in clusters:
        home = next((one for one in joined[-_MOST_COMPARED:] if _share_day(cluster, one)), None)
        if home is None:
            joined.append(cluster)
        else:
            home.sightings += cluster.sightings
    return joined


def _share_day(left: Cluster, right: Cluster) -> bool:
    if not _all_may_be_one(left, right):
        return False
    return any(
        same_in_article(a, b)
        for a in left.compared
        for b in right.compared
        if a.dating is not None and b.dating is not None
    )


def _all_may_be_one(left: Cluster, right: Cluster) -> bool:
    return all(may_be_one(a, b) for a in left.compared for b in right.compared)


# --- Across articles ---------------------------------------------------------------------------


def _join_articles(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join clusters of different articles; only those of one day and name meet at all."""
    joined: list[Cluster] = []
    met: dict[tuple[int, str], list[Cluster]] = {}
    for cluster in sorted(clusters, key=lambda one: one.best.order):
        keys = _meeting_points(cluster)
        others = (other for key in keys for other in met.get(key, ())[:_MOST_COMPARED])
        home = next((other for other in others if _same_across(cluster, other)), None)
        if home is None:
            home = Cluster()
            joined.append(home)
        home.sightings += cluster.sightings
        for key in keys:
            if not any(one is home for one in met.setdefault(key, [])):
                met[key].append(home)
    return joined


def _meeting_points(cluster: Cluster) -> tuple[tuple[int, str], ...]:
    """Each day it can have fallen on with each name that could tell.

    Coarser dates meet where they begin on one day ("in May"), those without a date each other.
    """
    value = cluster.narrowest
    names = sorted(cluster.specific | cluster.places)
    if value is None:
        return tuple((_UNDATED, name) for name in names)
    if width(value) > _COARSE_DAYS:
        return ()
    if width(value) > CLOSE_DAYS:
        return tuple((-value.start.toordinal(), name) for name in names)
    days = range(value.start.toordinal(), value.end.toordinal())
    return tuple((day, name) for day in days for name in names)


def _same_across(left: Cluster, right: Cluster) -> bool:
    """Whether clusters of different articles are one event."""
    if set(left.source_ids) & set(right.source_ids):
        return False
    if not _all_may_be_one(left, right):
        return False
    shared, places = left.specific & right.specific, left.places & right.places
    kind = left.event_type
    if kind is not right.event_type and not shared:
        return False
    days = [one.narrowest for one in (left, right)]
    if any(value is None or width(value) > CLOSE_DAYS for value in days):
        told = kind is right.event_type and left.best.people & right.best.people
        return bool(told) and likeness(left.best, right.best) >= _RETOLD
    once = (kind in _LOCAL and places) or (kind in _ONCE and shared) or len(shared) > 1
    alike = likeness(left.best, right.best) >= _ALIKE
    return bool(once or (shared and places) or ((shared or places) and alike))


def find_possible_matches(clusters: Sequence[Cluster]) -> tuple[tuple[int, int], ...]:
    """Find pairs that may be one event although too little says so.

    Args:
        clusters: All events.

    Returns:
        Pairs of indices, the lower first, sorted: same type, dates that meet, somebody
        specific or two actors in common, from different articles.
    """
    pairs: set[tuple[int, int]] = set()
    by_actor: dict[str, list[int]] = {}
    for index, cluster in enumerate(clusters):
        for actor in sorted(cluster.actors):
            for other in by_actor.setdefault(actor, [])[-_MOST_COMPARED:]:
                if (other, index) not in pairs and _may_match(clusters[other], cluster):
                    pairs.add((other, index))
            by_actor[actor].append(index)
    return tuple(sorted(pairs))


def _may_match(left: Cluster, right: Cluster) -> bool:
    if left.event_type is not right.event_type or set(left.source_ids) & set(right.source_ids):
        return False
    one, other = left.narrowest, right.narrowest
    if one is None or other is None or not overlaps(one, other):
        return False
    if max(width(one), width(other)) > _COARSE_DAYS:
        return False
    if not _all_may_be_one(left, right):
        return False
    return len(left.actors & right.actors) > 1 or bool(left.specific & right.specific)
