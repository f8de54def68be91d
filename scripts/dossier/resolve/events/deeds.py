"""What was done, by the words for it: a raid and an arrest are of one type and are two deeds."""

from collections.abc import Mapping

from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType

_DEEDS: Mapping[EventType, tuple[tuple[str, ...], ...]] = {
    EventType.ARREST: (
        ("arrest", "detain", "detention", "held", "custody"),
        ("raid", "search"),
        ("question", "interrogat"),
        ("releas", "free", "bail"),
    ),
    EventType.RULING: (
        ("convict", "guilty", "found"),
        ("sentenc", "jail", "imprison", "prison"),
        ("acquit", "clear"),
        ("uph", "overturn", "quash", "appeal", "dismiss"),
    ),
    EventType.VOTE: (
        ("approv", "pass", "adopt", "back", "ratif"),
        ("reject", "defeat", "veto", "against"),
    ),
    EventType.LAWSUIT: (
        ("charg", "indict"),
        ("sue", "suing", "lawsuit", "suit"),
        ("investig", "inquir", "probe", "open"),
    ),
    EventType.APPOINTMENT: (("name", "appoint"), ("nominat",), ("sworn", "swear")),
    EventType.CONTRACT: (
        ("buy", "bought", "acqui", "takeover", "merge", "accept", "agree"),
        ("sell", "sold"),
        ("reject", "rebuff", "spurn"),
    ),
    EventType.COMPETITION: (
        ("beat", "lost", "lose", "win", "won", "defeat", "draw", "drew", "thrash"),
        ("score", "equali", "sent off", "booked"),
        ("qualif", "reach", "draft"),
    ),
}
"""Words of one type that tell different deeds, by their beginnings; others may tell any."""

_ONE_DEED: tuple[tuple[str, ...], ...] = (
    ("arrest", "detain", "detention", "held", "custody", "seiz", "captur"),
    ("explo", "blast", "bomb", "detonat"),
    (
        "buy", "bought", "acqui", "takeover", "take over", "taken over", "takes over", "took over",
        "merge", "agreed to buy", "accept",
    ),
    ("strike", "walked out", "walk out", "walkout", "stoppage"),
    ("clos", "shut"),
    ("treaty", "pact", "accord", "agreement", "sign"),
    ("inquir", "investigat", "probe"),
    ("fine", "ordered to pay", "pay"),
    ("evacuat", "rescu", "taken off", "took off"),
)  # fmt: skip
"""Words of one deed that may be told as of several types, by their beginnings."""


def share_deed(left: Cluster, right: Cluster) -> bool:
    """Whether both are told by words of one deed, of whatever types: "seized" and "arrested"."""
    return not left.once(_one_deeds).isdisjoint(right.once(_one_deeds))


def _one_deeds(cluster: Cluster) -> frozenset[int]:
    return frozenset(
        number
        for number, words in enumerate(_ONE_DEED)
        for held in cluster.compared
        if held.lemma.startswith(words) or _is_of(held, words)
    )


def is_one_word(left: Cluster, right: Cluster) -> bool:
    """Whether a word, or words of one deed, are common to both."""
    ways = (_stems, _deeds, _one_deeds)
    return any(not left.once(way).isdisjoint(right.once(way)) for way in ways)


def _stems(cluster: Cluster) -> frozenset[str]:
    return frozenset().union(*(held.stems for held in cluster.compared))


def tell_other_deeds(left: Cluster, right: Cluster) -> bool:
    """Whether the words tell two deeds of one type: "raided" and "questioned"."""
    one, other = left.once(_deeds), right.once(_deeds)
    return bool(one and other) and not one & other


def _deeds(cluster: Cluster) -> frozenset[tuple[EventType, int]]:
    return frozenset(
        (kind, number)
        for kind in {one.mention.event_type for one in cluster.compared} & set(_DEEDS)
        for number, beginnings in enumerate(_DEEDS[kind])
        for one in cluster.compared
        if one.mention.event_type is kind and _is_of(one, beginnings)
    )


def _is_of(sighting: Sighting, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in sighting.lemma.split())
