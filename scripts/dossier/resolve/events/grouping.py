"""Put sightings of one happening together, precision first.

A page that mixes two events is worse than two pages on one, so sightings are joined only where
nothing speaks against it and something specific is shared. Within one article a headline or a
second sentence may be vaguer; between articles (``across``) a day and a shared name are required.
"""

from collections.abc import Sequence

from dossier.resolve.events.across import confirm, join_articles
from dossier.resolve.events.alike import RELATED, may_be_one
from dossier.resolve.events.cluster import FLOOR, MOST_COMPARED, Cluster, all_may_be_one, by_score
from dossier.resolve.events.retold import same_in_article
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.stories import NO_STORIES, Stories

_CLEAR = 0.35
"""From this score on a sighting with a day may gather others."""


def cluster_sightings(
    sightings: Sequence[Sighting], stories: Stories = NO_STORIES
) -> tuple[Cluster, ...]:
    """Group the sightings of each event.

    Args:
        sightings: All of them, in order of publication, then of text.
        stories: What articles are about.

    Returns:
        Clusters in the order of their earliest sighting. Sightings below ``FLOOR`` are in one
        only where another sentence tells the event.
    """
    by_source: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_source.setdefault(sighting.source.id, []).append(sighting)
    local = [cluster for ours in by_source.values() for cluster in _cluster_article(ours)]
    taken = {one.order for cluster in local for one in cluster.sightings}
    joined = join_articles(local, stories)
    if stories.beside:
        confirm(joined, (one for one in sightings if one.order not in taken), stories)
    for cluster in joined:
        cluster.sightings.sort(key=lambda one: one.order)
    return tuple(sorted(joined, key=lambda cluster: cluster.sightings[0].order))


def _cluster_article(sightings: Sequence[Sighting]) -> list[Cluster]:
    """Clearest first, so that a vague sighting joins a clear one and not the reverse."""
    clusters: list[Cluster] = []
    by_type: dict[str, list[Cluster]] = {}
    for sighting in sorted(sightings, key=_clarity):
        met = by_type.get(sighting.mention.event_type, [])[:MOST_COMPARED]
        homes = [cluster for cluster in met if _belongs(sighting, cluster)]
        if sighting.is_headline:
            homes = homes or [cluster for cluster in met if _heads(sighting, cluster)]
        if homes:
            min(homes, key=lambda one: _distance(sighting, one)).sightings.append(sighting)
        elif sighting.mention.score >= FLOOR:
            clusters.append(Cluster([sighting]))
            for kind in RELATED[sighting.mention.event_type]:
                by_type.setdefault(kind, []).append(clusters[-1])
    return _join_days(clusters)


def _clarity(sighting: Sighting) -> tuple[bool, bool, float, int]:
    """Clearest first: a story before its headline, a day before no day, then by score."""
    dated = sighting.dating is not None and sighting.mention.score >= _CLEAR
    return sighting.is_headline, not dated, -sighting.mention.score, sighting.order


def _belongs(sighting: Sighting, cluster: Cluster) -> bool:
    held = cluster.compared
    close = [
        one
        for one in held
        if (one.dating and sighting.dating)
        or one.mention.sentence_id == sighting.mention.sentence_id
    ]
    told = any(same_in_article(sighting, one) for one in (min(held, key=by_score), *close))
    return told and all(may_be_one(sighting, other) for other in held)


def _heads(headline: Sighting, cluster: Cluster) -> bool:
    """Whether the first paragraphs tell what a headline does, though others tell it better."""
    held = cluster.compared
    return any(one.is_lede for one in held) and all(may_be_one(headline, one) for one in held)


def _distance(sighting: Sighting, cluster: Cluster) -> tuple[int, int]:
    """How far back the event was told; one that is told only later counts as farther."""
    steps = [sighting.order - other.order for other in cluster.compared]
    back = [step for step in steps if step > 0]
    return (0, min(back)) if back else (1, -max(steps))


def _join_days(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join clusters that turned out to share a day once each had found its sentences."""
    joined: list[Cluster] = []
    for cluster in clusters:
        home = next((one for one in joined[-MOST_COMPARED:] if _share_day(cluster, one)), None)
        if home is None:
            joined.append(cluster)
        else:
            home.sightings += cluster.sightings
    return joined


def _share_day(left: Cluster, right: Cluster) -> bool:
    ours, theirs = (
        [one for one in cluster.compared if one.dating is not None] for cluster in (left, right)
    )
    told = any(same_in_article(a, b) for a in ours for b in theirs)
    return told and all_may_be_one(left, right)
