"""Put what different articles tell of one happening together.

They share nothing but the facts: a day, a name, a place, the kind. Where too little says that two
are one, the pair is a question for a person.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from dossier.dates import overlaps
from dossier.resolve.events.alike import (
    BUT_DAY,
    CLOSE_DAYS,
    HAPPENINGS,
    IN_STORY,
    ONE_OF_A_KIND,
    likeness,
    width,
)
from dossier.resolve.events.cluster import MOST_COMPARED, Cluster, all_may_be_one
from dossier.resolve.events.deeds import tell_other_deeds
from dossier.resolve.events.determiners import is_further
from dossier.resolve.events.differences import tell_other_stories, tell_other_things
from dossier.resolve.events.same_story import (
    are_of_one_kind,
    is_on_another_day,
    is_one_in_story,
)
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.stories import NO_STORIES, Stories
from dossier.vocabulary import EventType

_ONCE = frozenset(
    {EventType.TAKEOVER, EventType.DEATH, EventType.REMOVAL, EventType.APPOINTMENT,
     EventType.RULING, EventType.TRIAL, EventType.ARREST, EventType.DISASTER}
)  # fmt: skip
"""What comes to one person or body once a day at most."""
_LOCAL = ONE_OF_A_KIND | HAPPENINGS | {EventType.ELECTION}
"""What comes to one place once a day at most."""
_ALIKE = 0.22
"""Share of common words that counts as telling the same."""
_RETOLD = 0.6
"""Share of common words that two articles need to tell the same without a day."""
_WORDS_RETOLD = 4
_PERSONAL = frozenset({EventType.APPOINTMENT, EventType.DEATH, EventType.REMOVAL})
"""What happens to one person once in a few weeks."""
_BETWEEN_TWO = frozenset({EventType.CONTRACT, EventType.LAUNCH, EventType.LAWSUIT})
"""What the same two do together once in a few weeks."""
_PUBLIC = frozenset({EventType.ELECTION, EventType.VOTE})
"""What is one thing on one day for whoever writes about it, where no place is named."""
_UNDATED = 0
_MONTHS = -10_000_000
"""Below every day: where those of one month meet."""
_COARSE_DAYS = 40
"""Dates up to this wide may meet in a possible match."""


def join_articles(clusters: Sequence[Cluster], stories: Stories = NO_STORIES) -> list[Cluster]:
    """Join clusters of different articles.

    Only those of one day and name meet at all, and those of articles on one story.

    Args:
        clusters: What each article tells.
        stories: What articles are about.
    """
    joined: list[Cluster] = []
    met: dict[tuple[int, str], list[Cluster]] = {}
    told: dict[str, list[Cluster]] = {}
    for cluster in sorted(clusters, key=lambda one: one.best.order):
        keys = _meeting_points(cluster)
        others = (other for key in keys for other in met.get(key, ())[:MOST_COMPARED])
        home = next((other for other in others if _same_across(cluster, other, stories)), None)
        home = home or _find_in_story(cluster, told, stories)
        if home is None:
            home = Cluster()
            joined.append(home)
        home.sightings += cluster.sightings
        for source_id in cluster.source_ids if stories.beside else ():
            told.setdefault(source_id, []).append(home)
        for key in keys:
            if not any(one is home for one in met.setdefault(key, [])):
                met[key].append(home)
    return joined


def _meeting_points(cluster: Cluster) -> tuple[tuple[int, str], ...]:
    """Each day it can have fallen on with each name that could tell.

    Coarser dates meet where they begin on one day ("in May"), those without a date each other.
    """
    value = cluster.narrowest
    names = sorted(cluster.specific | cluster.places) or [cluster.event_type.value]
    if value is None:
        return tuple((_UNDATED, name) for name in names)
    if width(value) > _COARSE_DAYS:
        return ()
    personal = names if cluster.event_type in _PERSONAL else []
    touched = {value.earliest.replace(day=1), value.latest.replace(day=1)}
    months = tuple(
        (_MONTHS - day.toordinal(), name) for day in sorted(touched) for name in personal
    )
    if width(value) > CLOSE_DAYS:
        days = range(-value.start.toordinal(), -value.start.toordinal() + 1)
    else:
        days = range(value.start.toordinal(), value.end.toordinal())
    return tuple((day, name) for day in days for name in names) + months


def _find_in_story(
    cluster: Cluster, told: Mapping[str, Sequence[Cluster]], stories: Stories
) -> Cluster | None:
    """The event of another article on the same story that a cluster tells, if there is one."""
    (source_id,) = cluster.source_ids
    others = (
        other
        for beside in stories.beside.get(source_id, ())
        for other in told.get(beside, ())[:MOST_COMPARED]
        if source_id not in other.source_ids and are_of_one_kind(cluster, other)
        if all_may_be_one(cluster, other, IN_STORY)
    )
    return next((other for other in others if is_one_in_story(cluster, other, stories)), None)


def confirm(clusters: Sequence[Cluster], loose: Iterable[Sighting], stories: Stories) -> None:
    """Put what one article only mentions to the event that another on its story tells.

    Args:
        clusters: All events; they grow.
        loose: Sightings too weak to make an event, in text order.
        stories: What articles are about.
    """
    told: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for source_id in cluster.source_ids:
            told.setdefault(source_id, []).append(cluster)
    for sighting in loose:
        if sighting.source.id in stories.beside and (sighting.dating or sighting.specific):
            home = _find_in_story(Cluster([sighting]), told, stories)
            if home is not None:
                home.sightings.append(sighting)


def _same_across(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether clusters of different articles are one event."""
    shared, places = left.specific & right.specific, left.places & right.places
    kind = left.event_type
    if not (shared or kind is right.event_type) or _share_source(left, right):
        return False
    if not all_may_be_one(left, right) or tell_other_deeds(left, right):
        return False  # "approved the sale", "rejected the sale"
    if tell_other_things(left, right) or (not shared and tell_other_stories(left, right, stories)):
        return False
    if any(same(left, right) for same in (_happens_once, _is_between_both, _is_repeated)):
        return True
    days = [one.narrowest for one in (left, right)]
    if any(value is None or width(value) > CLOSE_DAYS for value in days):
        told = kind is right.event_type and left.best.people & right.best.people
        return bool(told) and _is_retold(left.best, right.best)
    once = (kind in _LOCAL and places) or (kind in _ONCE and shared) or len(shared) > 1
    alike = likeness(left.best, right.best) >= _ALIKE
    return bool(once or (shared and places) or ((shared or places) and alike))


def _is_retold(left: Sighting, right: Sighting) -> bool:
    """Whether two sentences are nearly one, a short one by its date, and none tells a next time."""
    further = is_further(left.mention) or is_further(right.mention)
    dated = left.dating is not None and right.dating is not None
    long = dated or len(left.words & right.words) >= _WORDS_RETOLD
    return long and not further and likeness(left, right) >= _RETOLD


def _share_source(left: Cluster, right: Cluster) -> bool:
    return not set(left.source_ids).isdisjoint(right.source_ids)


def _happens_once(left: Cluster, right: Cluster) -> bool:
    """Whether one person dies, leaves or is named in the same weeks, in the same words."""
    shared = left.best.gone & right.best.gone & left.specific
    return bool(shared) and _told_alike(left, right, _PERSONAL)


def _is_between_both(left: Cluster, right: Cluster) -> bool:
    """Whether the same two buy, sue or found in the same weeks, in the same words."""
    both = left.specific & right.specific
    return len(both) > 1 and _told_alike(left, right, _BETWEEN_TWO)


def _told_alike(left: Cluster, right: Cluster, kinds: Container[EventType]) -> bool:
    """Whether both are one of some kinds, dated to a few weeks, and share a word of the event."""
    if left.event_type is not right.event_type or left.event_type not in kinds:
        return False
    one, other = left.narrowest, right.narrowest
    if one is None or other is None or max(width(one), width(other)) > _COARSE_DAYS:
        return False
    return bool(left.best.stems & right.best.stems)


def _is_repeated(left: Cluster, right: Cluster) -> bool:
    """Whether two articles tell of one day nearly word for word, and neither names anybody."""
    one, other = left.narrowest, right.narrowest
    if one is None or one != other or width(one) > CLOSE_DAYS:
        return False
    nobody = not (left.specific or right.specific or left.places or right.places)
    same = left.event_type is right.event_type and left.event_type in _PUBLIC and nobody
    return same and likeness(left.best, right.best) >= _RETOLD


def find_possible_matches(
    clusters: Sequence[Cluster], stories: Stories = NO_STORIES
) -> tuple[tuple[int, int], ...]:
    """Find pairs that may be one event although too little says so.

    Args:
        clusters: All events.
        stories: What articles are about.

    Returns:
        Pairs of indices, the lower first, sorted, from different articles: same type, dates that
        meet, somebody specific or two actors in common; or the news of one story, put on days
        side by side.
    """
    pairs: set[tuple[int, int]] = set()
    by_actor: dict[str, list[int]] = {}
    for index, cluster in enumerate(clusters):
        for actor in sorted(cluster.actors):
            for other in by_actor.setdefault(actor, [])[-MOST_COMPARED:]:
                if (other, index) not in pairs and _may_match(clusters[other], cluster):
                    pairs.add((other, index))
            by_actor[actor].append(index)
    pairs.update(_find_other_days(clusters, stories))
    return tuple(sorted(pairs))


def _find_other_days(clusters: Sequence[Cluster], stories: Stories) -> Iterator[tuple[int, int]]:
    """Pairs of one story that its papers put on days side by side."""
    told: dict[str, list[int]] = {}
    for index, cluster in enumerate(clusters if stories.beside else ()):
        beside = {other for one in cluster.source_ids for other in stories.beside.get(one, ())}
        for source_id in sorted(beside.difference(cluster.source_ids)):
            for other in told.get(source_id, ())[:MOST_COMPARED]:
                if _may_be_of_another_day(cluster, clusters[other], stories):
                    yield other, index
        for source_id in cluster.source_ids:
            told.setdefault(source_id, []).append(index)


def _may_be_of_another_day(left: Cluster, right: Cluster, stories: Stories) -> bool:
    if _share_source(left, right) or not is_on_another_day(left, right, stories):
        return False
    return all_may_be_one(left, right, BUT_DAY)


def _may_match(left: Cluster, right: Cluster) -> bool:
    if left.event_type is not right.event_type or _share_source(left, right):
        return False
    one, other = left.narrowest, right.narrowest
    if one is None or other is None or not overlaps(one, other):
        return False
    if max(width(one), width(other)) > _COARSE_DAYS:
        return False
    if not all_may_be_one(left, right):
        return False
    return len(left.actors & right.actors) > 1 or bool(left.specific & right.specific)
