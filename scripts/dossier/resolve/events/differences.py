"""What tells two events of two articles apart, however like their stories are."""

import re
from collections.abc import Mapping
from itertools import product

from dossier.resolve.events.alike import HAPPENINGS
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.deeds import tell_other_deeds
from dossier.resolve.events.determiners import is_further
from dossier.resolve.events.stories import Stories
from dossier.vocabulary import EventType

_AGE = re.compile(r"\b(\d{1,3})-year-old|[,(] ?(\d{2})[,)]|\baged? (\d{1,3})\b")
_WITH_AGE = frozenset({EventType.ARREST, EventType.DEATH, EventType.LAWSUIT, EventType.RULING})
_THINGS: Mapping[str, str] = {
    "ferry": "ferry", "trawler": "trawler", "tanker": "tanker", "yacht": "yacht", "barge": "barge",
    "freighter": "freighter", "submarine": "submarine", "canoe": "canoe", "dinghy": "dinghy",
    "train": "train", "tram": "tram", "lorry": "lorry", "truck": "lorry", "minibus": "minibus",
    "coach": "coach", "helicopter": "helicopter", "plane": "plane", "aircraft": "plane",
    "airliner": "plane", "airplane": "plane", "glider": "glider", "balloon": "balloon",
    "bridge": "bridge", "tunnel": "tunnel", "dam": "dam", "mine": "mine", "colliery": "mine",
}  # fmt: skip
"""What is wrecked or falls, and under which name it is compared; a ship or a car may be any."""


def _other_subject(left: Cluster, right: Cluster) -> bool:
    """Whether a ship, a storm or a chamber does it in both, and goes by another name."""
    one = {held.subject.lower() for held in left.compared} - {""}
    other = {held.subject.lower() for held in right.compared} - {""}
    return bool(one and other) and not one & other


def _other_age(left: Cluster, right: Cluster) -> bool:
    if not {left.event_type, right.event_type} <= _WITH_AGE or left.specific & right.specific:
        return False
    one, other = left.once(_ages), right.once(_ages)
    return bool(one and other) and not one & other


def _ages(cluster: Cluster) -> set[str]:
    texts = (one.mention.anchor.exact for one in cluster.compared)
    return {age for text in texts for found in _AGE.findall(text) for age in found if age}


def _is_further(left: Cluster, right: Cluster) -> bool:
    """Whether one is a second of its kind, and the other is not said to be."""
    return left.once(_count_further) is not right.once(_count_further)


def _count_further(cluster: Cluster) -> bool:
    return any(is_further(one.mention) for one in cluster.compared)


def tell_other_things(left: Cluster, right: Cluster) -> bool:
    """Whether a ferry is lost in one article and a trawler in the other."""
    if not {left.event_type, right.event_type} <= HAPPENINGS:
        return False
    one, other = left.once(_things), right.once(_things)
    return bool(one and other) and not one & other


def _things(cluster: Cluster) -> set[str]:
    words = frozenset().union(*(one.words for one in cluster.compared))
    return {_THINGS[word] for word in words & _THINGS.keys()}


DIFFERENCES = (tell_other_deeds, tell_other_things, _other_subject, _other_age, _is_further)
"""What tells two events of one story apart."""


def tell_other_stories(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether nothing but place and day is common to the articles of two events.

    Two boats are lost off one port on one day: each paper tells of its own.
    """
    called = [one.lemma for cluster in (left, right) for one in cluster.compared]
    known = stories.find_words([*called, *left.places, *right.places])
    return all(
        stories.differ(one, other, known)
        for one, other in product(left.source_ids, right.source_ids)
    )
