"""Put sightings of one happening together, precision first.

A page that mixes two events is worse than two pages on one, so sightings are joined only where
type, day, people and place agree and something specific is shared. Within one article a headline
or a second sentence may be vaguer; between articles a day and a shared name are required.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.dates import DateValue, overlaps
from dossier.resolve.events_sightings import Sighting
from dossier.vocabulary import EventType, Modality, Role

_FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({EventType.MEETING, EventType.VISIT}),
    frozenset({EventType.TRIAL, EventType.RULING}),
    frozenset({EventType.ELECTION, EventType.VOTE}),
    frozenset({EventType.ELECTION, EventType.COMPETITION}),
    frozenset({EventType.AGREEMENT, EventType.CONTRACT}),
    frozenset({EventType.TAKEOVER, EventType.RULE}),
    frozenset({EventType.ATTACK, EventType.CONFLICT}),
    frozenset({EventType.REMOVAL, EventType.DEPARTURE}),
    frozenset({EventType.REMOVAL, EventType.OTHER}),
    frozenset({EventType.DISASTER, EventType.ACCIDENT}),
    frozenset({EventType.DISASTER, EventType.DEATH}),
    frozenset({EventType.DISASTER, EventType.HEALTH}),
    frozenset({EventType.ACCIDENT, EventType.DEATH}),
    frozenset({EventType.ACCIDENT, EventType.HEALTH}),
    frozenset({EventType.ATTACK, EventType.DEATH}),
    frozenset({EventType.ATTACK, EventType.HEALTH}),
    frozenset({EventType.LAUNCH, EventType.STATEMENT}),
    frozenset({EventType.APPOINTMENT, EventType.STATEMENT}),
    frozenset({EventType.REQUEST, EventType.STATEMENT}),
)
"""Types that may name one happening: a cause and its effect, a thing and its telling."""

_HAPPENINGS = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.HEALTH})
"""Types told without anybody taking part: place, word and day must do."""
_EFFECTS = frozenset({EventType.DEATH, EventType.HEALTH})
_ONE_OF_A_KIND = frozenset({EventType.TAKEOVER, EventType.DISASTER})
_ONCE = frozenset(
    {EventType.TAKEOVER, EventType.DEATH, EventType.REMOVAL, EventType.APPOINTMENT,
     EventType.RULING, EventType.TRIAL, EventType.ARREST, EventType.DISASTER}
)  # fmt: skip
"""What comes to one person or body once a day at most."""
_CLOSE_DAYS = 4
"""A date this narrow is as good as a day."""
FLOOR = 0.2
"""Below this a sighting only ever confirms an event that another sentence tells."""
_NEAR_PASSAGES = 3
_ALIKE = 0.22
"""Share of common words that counts as telling the same."""


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
        return min(self.sightings, key=lambda one: (-one.mention.score, one.order))

    @property
    def event_type(self) -> EventType:
        """The best sighting's type; a cause goes before its effects."""
        causes = [s for s in self.sightings if s.mention.event_type not in _EFFECTS]
        told = [s for s in causes if not s.is_headline] or causes or self.sightings
        best = min(told, key=lambda one: (-one.mention.score, one.order))
        return best.mention.event_type

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources that tell it, in order of publication."""
        ordered = sorted(self.sightings, key=lambda one: one.order)
        return tuple(dict.fromkeys(one.source.id for one in ordered))

    def dates(self) -> Iterator[DateValue]:
        """Every date given for it."""
        return (one.dating.value for one in self.sightings if one.dating is not None)


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


def _cluster_article(sightings: Sequence[Sighting]) -> list[Cluster]:
    """Best first, so that a vague sighting joins the clear one and not the reverse."""
    clusters: list[Cluster] = []
    by_type: dict[EventType, list[Cluster]] = {}
    told = sorted(sightings, key=lambda one: (one.is_headline, -one.mention.score, one.order))
    for sighting in told:
        met = by_type.setdefault(sighting.mention.event_type, [])[:_MOST_COMPARED]
        homes = [cluster for cluster in met if _belongs(sighting, cluster)]
        if homes:
            home = min(homes, key=lambda one: _distance(sighting, one))
            home.sightings.append(sighting)
            continue
        if sighting.mention.score < FLOOR:
            continue
        clusters.append(Cluster([sighting]))
        for kind in EventType:
            if _related(kind, sighting.mention.event_type):
                by_type.setdefault(kind, []).append(clusters[-1])
    return clusters


def _belongs(sighting: Sighting, cluster: Cluster) -> bool:
    return _same_in_article(sighting, cluster.best) and all(
        _may_be_one(sighting, other) for other in cluster.sightings
    )


def _distance(sighting: Sighting, cluster: Cluster) -> tuple[int, int]:
    """How far back the event was told; one that is told only later counts as farther."""
    steps = [sighting.order - other.order for other in cluster.sightings]
    back = [step for step in steps if step > 0]
    return (0, min(back)) if back else (1, -max(steps))


def _may_be_one(left: Sighting, right: Sighting) -> bool:
    """Whether nothing speaks against one event: type, day, place, who it was done to."""
    if not _related(left.mention.event_type, right.mention.event_type):
        return False
    if _is_open(left) != _is_open(right):
        return False
    if (left.dating is None) != (right.dating is None) and left.lemma != right.lemma:
        if max(left.age, right.age) > _OLD:
            return False  # an old date belongs to an old story, not to the news beside it
    if left.dating is not None and right.dating is not None:
        if not overlaps(left.dating.value, right.dating.value):
            return False
        if _width(left.dating.value) > _MUCH * max(1, _width(right.dating.value)):
            return False
    if left.spots and right.spots and not left.spots & right.spots:
        return False
    if left.countries and right.countries and not left.countries & right.countries:
        return False
    if _nature(left) != _nature(right) and _nature(left) and _nature(right):
        return False
    done_to = left.with_role(Role.RECIPIENT), right.with_role(Role.RECIPIENT)
    return not (done_to[0] and done_to[1]) or bool(done_to[0] & done_to[1])


_MUCH = 45
_OLD = 90
"""Days before its article from which on a date is another story's."""


_NATURES = (
    ("fire", ("fire", "blaze", "burn", "inferno")),
    ("quake", ("quake", "shock", "tsunami", "landslide")),
    ("storm", ("storm", "hurricane", "cyclone", "typhoon", "tornado", "depression", "landfall")),
    ("flood", ("flood",)),
    ("crash", ("crash", "colli", "derail", "pileup", "capsize", "sink", "sank")),
    ("blast", ("explo", "blast", "detonat")),
)
"""Disasters of different natures are different events, however near."""


def _nature(sighting: Sighting) -> str:
    if sighting.mention.event_type not in _HAPPENINGS:
        return ""
    found = (nature for nature, parts in _NATURES if any(part in sighting.lemma for part in parts))
    return next(found, "")


def _related(left: EventType, right: EventType) -> bool:
    return left is right or frozenset({left, right}) in _FAMILIES


def _is_open(sighting: Sighting) -> bool:
    """Whether the sighting looks ahead or away: announced, forecast, denied, supposed."""
    return sighting.mention.modality in {
        Modality.ANNOUNCED, Modality.FORECAST, Modality.DENIED, Modality.HYPOTHETICAL
    }  # fmt: skip


def _same_in_article(left: Sighting, best: Sighting) -> bool:
    """Whether two sightings of one article share enough."""
    kinds = {left.mention.event_type, best.mention.event_type}
    shared = left.specific & best.specific
    if left.mention.sentence_id == best.mention.sentence_id:
        return bool(shared) or bool(kinds & _HAPPENINGS) or bool(kinds & _EFFECTS)
    if left.is_headline or best.is_headline:
        return True
    if left.dating is not None and best.dating is not None and not _is_close(left, best):
        return False
    nobody = not (left.specific and best.specific)
    if len(kinds) == 1 and len(shared) > 1:
        return True
    if len(kinds) == 1 and left.dating is None and _next_sentence(left, best):
        if not (left.people and best.people):
            return True
    if left.dating is not None and best.dating is not None and len(kinds) == 1 and nobody:
        return _width(left.dating.value) <= _CLOSE_DAYS
    apart = abs(left.passage.index - best.passage.index)
    near = apart <= (_NEAR_PASSAGES if left.lemma == best.lemma else 1)
    if kinds & (_HAPPENINGS | _ONE_OF_A_KIND):
        return (
            apart <= _NEAR_PASSAGES
            or left.lemma == best.lemma
            or bool(set(left.places) & set(best.places))
        )
    if shared:
        return near or left.dating is not None
    same_word = left.lemma == best.lemma or len(kinds) == 1
    return near and same_word and nobody


def _next_sentence(left: Sighting, best: Sighting) -> bool:
    return left.passage.index == best.passage.index and left.order - best.order in {1, 2}


def _is_close(left: Sighting, right: Sighting) -> bool:
    return (
        left.dating is not None
        and right.dating is not None
        and (overlaps(left.dating.value, right.dating.value))
    )


def _width(value: DateValue) -> int:
    return (value.end - value.start).days


def _join_articles(clusters: list[Cluster]) -> list[Cluster]:
    """Join clusters of different articles; only those of one day and name meet at all."""
    joined: list[Cluster] = []
    met: dict[tuple[int, str], list[Cluster]] = {}
    for cluster in sorted(clusters, key=lambda one: one.best.order):
        keys = _meeting_points(cluster)
        others = (other for key in keys for other in met.get(key, ()))
        home = next((other for other in others if _same_across(cluster, other)), None)
        if home is None:
            home = Cluster()
            joined.append(home)
        home.sightings += cluster.sightings
        for key in keys:
            if home not in met.setdefault(key, []):
                met[key].append(home)
    return joined


def _meeting_points(cluster: Cluster) -> tuple[tuple[int, str], ...]:
    """Each day it can have fallen on with each name that could tell; none for wide dates."""
    dates = sorted(cluster.dates(), key=_width)
    if not dates or _width(dates[0]) > _CLOSE_DAYS:
        return ()
    names = sorted(_specific(cluster) | _places(cluster))
    days = range(dates[0].start.toordinal(), dates[0].end.toordinal())
    return tuple((day, name) for day in days for name in names)


def _same_across(left: Cluster, right: Cluster) -> bool:
    """Whether clusters of different articles are one event."""
    one, other = left.best, right.best
    if set(left.source_ids) & set(right.source_ids):
        return False
    if not all(_may_be_one(a, b) for a in left.sightings for b in right.sightings):
        return False
    shared = _specific(left) & _specific(right)
    places = _places(left) & _places(right)
    alike = _likeness(one, other)
    if not left.event_type == right.event_type and not shared:
        return False
    if left.event_type in _ONE_OF_A_KIND | _HAPPENINGS and places:
        return True
    if left.event_type in _ONCE and shared:
        return True
    if len(shared) > 1 or (shared and (places or alike >= _ALIKE)):
        return True
    return bool(places) and alike >= _ALIKE


def _specific(cluster: Cluster) -> frozenset[str]:
    return frozenset().union(*(one.specific for one in cluster.sightings))


def _places(cluster: Cluster) -> frozenset[str]:
    return frozenset(place for one in cluster.sightings for place in one.places)


def _likeness(left: Sighting, right: Sighting) -> float:
    """Share of common words of two sentences (cosine of their sets)."""
    if not left.words or not right.words:
        return 0.0
    common = len(left.words & right.words)
    return float(common / (len(left.words) * len(right.words)) ** 0.5)


def find_possible_matches(clusters: Sequence[Cluster]) -> tuple[tuple[int, int], ...]:
    """Find pairs that may be one event although too little says so.

    Args:
        clusters: All events.

    Returns:
        Pairs of indices, the lower first, sorted: same type, dates that meet, somebody
        specific or two states in common, from different articles.
    """
    pairs: set[tuple[int, int]] = set()
    by_actor: dict[str, list[int]] = {}
    for index, cluster in enumerate(clusters):
        actors = {actor for one in cluster.sightings for actor, _, _ in one.actors}
        for actor in sorted(actors):
            for other in by_actor.setdefault(actor, [])[-_MOST_COMPARED:]:
                if (other, index) not in pairs and _may_match(clusters[other], cluster):
                    pairs.add((other, index))
            by_actor[actor].append(index)
    return tuple(sorted(pairs))


_MOST_COMPARED = 60
"""Events of one actor compared with the next one; keeps the search linear."""
_COARSE_DAYS = 40


def _may_match(left: Cluster, right: Cluster) -> bool:
    if left.event_type is not right.event_type or set(left.source_ids) & set(right.source_ids):
        return False
    dates = (
        min(left.dates(), key=_width, default=None),
        min(right.dates(), key=_width, default=None),
    )
    if dates[0] is None or dates[1] is None or not overlaps(dates[0], dates[1]):
        return False
    if max(_width(dates[0]), _width(dates[1])) > _COARSE_DAYS:
        return False
    if not all(_may_be_one(a, b) for a in left.sightings for b in right.sightings):
        return False
    shared = {a for s in left.sightings for a, _, _ in s.actors} & {
        a for s in right.sightings for a, _, _ in s.actors
    }
    return len(shared) > 1 or bool(_specific(left) & _specific(right))
