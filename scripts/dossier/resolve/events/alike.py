"""Whether two sightings tell of one event.

Two questions, kept apart. Does anything speak against it: another day, another place, another
person it was done to? Every objection is a small function in ``OBJECTIONS``. And does enough
speak for it? That depends on whether both stand in one article (``retold``) or in two
(``cluster``).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from dossier.dates import DateValue, overlaps
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType, Modality

Objection: TypeAlias = Callable[[Sighting, Sighting], bool]

FAMILIES: tuple[frozenset[EventType], ...] = (
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
)
"""Types that may name one happening: a cause and its effect, a thing and its telling."""

HAPPENINGS = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.HEALTH})
"""Types told without anybody taking part: place, word and day must do."""
SIDES = frozenset({EventType.MEETING, EventType.VISIT, EventType.AGREEMENT, EventType.CONFLICT})
"""Types in which it is a matter of wording who acts and who is acted on."""
EFFECTS = frozenset({EventType.DEATH, EventType.HEALTH})
ONE_OF_A_KIND = frozenset({EventType.TAKEOVER, EventType.DISASTER})
CLOSE_DAYS = 4
"""A date this narrow is as good as a day."""

NATURES: Mapping[str, tuple[str, ...]] = {
    "fire": ("fire", "blaze", "burn", "inferno"),
    "quake": ("quake", "shock", "tremor"),
    "slide": ("landslide", "mudslide", "avalanche"),
    "wave": ("tsunami",),
    "storm": (
        "storm", "hurricane", "cyclone", "typhoon", "tornado", "depression", "landfall",
    ),
    "flood": ("flood",),
    "collapse": ("collaps", "gave way", "gives way", "giving way", "crashing down", "cave-in"),
    "crash": (
        "crash", "colli", "derail", "pileup", "capsiz", "sink", "sank", "sunk", "went down",
        "goes down", "aground", "reef", "rocks", "keel", "smash", "shipwreck",
    ),
    "blast": ("explo", "blast", "detonat", "bomb"),
}  # fmt: skip
"""Disasters of different natures are different events, however near."""

_AHEAD = frozenset(
    {Modality.ANNOUNCED, Modality.FORECAST, Modality.DENIED, Modality.HYPOTHETICAL}
)  # fmt: skip
_FAR_WIDER = 45
"""A date so many times as wide as another one says nothing about it."""
_RECURRING = frozenset({EventType.COMPETITION, EventType.ELECTION, EventType.VOTE})
"""What comes again in the same words, so that the words alone do not point to the old one."""
_OLD = 90
"""Days before its article from which on a date is another story's."""


RELATED: Mapping[EventType, frozenset[EventType]] = {
    kind: frozenset({kind}).union(*(family for family in FAMILIES if kind in family))
    for kind in EventType
}
"""For each type those that may name one happening with it, itself included."""


def related(left: EventType, right: EventType) -> bool:
    """Whether two types may name one happening."""
    return left is right or right in RELATED[left]


def width(value: DateValue) -> int:
    """Days that a date spans."""
    return (value.end - value.start).days


def likeness(left: Sighting, right: Sighting) -> float:
    """Share of common words of two sentences: the cosine of their sets, 0 to 1."""
    if not left.words or not right.words:
        return 0.0
    common = len(left.words & right.words)
    return float(common / (len(left.words) * len(right.words)) ** 0.5)


# --- What speaks against one event ---------------------------------------------------------


def may_be_one(
    left: Sighting, right: Sighting, objections: Sequence[Objection] | None = None
) -> bool:
    """Whether nothing speaks against two sightings being one event.

    Args:
        left: One of them.
        right: The other.
        objections: What may speak against it; None for everything.
    """
    for objects in objections or OBJECTIONS:  # noqa: SIM110 - asked of every pair of sightings
        if objects(left, right):
            return False
    return True


def _other_type(left: Sighting, right: Sighting) -> bool:
    return not related(left.mention.event_type, right.mention.event_type)


def _other_outlook(left: Sighting, right: Sighting) -> bool:
    """One is told as past, the other as still to come, denied or supposed."""
    return (left.mention.modality in _AHEAD) is not (right.mention.modality in _AHEAD)


def _other_day(left: Sighting, right: Sighting) -> bool:
    if left.dating is None or right.dating is None:
        return False
    one, other = left.dating.value, right.dating.value
    wider = max(width(one), width(other)) > _FAR_WIDER * max(1, min(width(one), width(other)))
    return wider or not overlaps(one, other)


def _old_beside_new(left: Sighting, right: Sighting) -> bool:
    """One has an old date that the other need not share: an old story beside the news."""
    again = left.stem == right.stem and left.mention.event_type not in _RECURRING
    if left.source.id != right.source.id or again or left.is_caption:
        return False
    return (left.dating is None) is not (right.dating is None) and max(left.age, right.age) > _OLD


def _other_place(left: Sighting, right: Sighting) -> bool:
    spots = bool(left.spots and right.spots) and not left.spots & right.spots
    if spots and left.source.id == right.source.id:
        spots = _are_of_one_grain(left, right)
    countries = bool(left.countries and right.countries) and not left.countries & right.countries
    return spots or countries


def _other_place_in_story(left: Sighting, right: Sighting) -> bool:
    """Two towns on one story are two; a lake and a port on it may be one place, or two reefs."""
    spots = bool(left.spots and right.spots) and not left.spots & right.spots
    heads = [{spot.split("-")[0] for spot in one.spots} for one in (left, right)]
    apart = spots and _are_of_one_grain(left, right) and not heads[0] & heads[1]
    countries = bool(left.countries and right.countries) and not left.countries & right.countries
    return apart or countries


def _are_of_one_grain(left: Sighting, right: Sighting) -> bool:
    """Whether two towns, or two halls, are named: a hall may lie in the town."""
    grains = [{grain for grain, _ in one.grains} for one in (left, right)]
    return bool(grains[0] & grains[1])


def _other_nature(left: Sighting, right: Sighting) -> bool:
    one, other = nature(left), nature(right)
    return bool(one and other) and one != other


def nature(sighting: Sighting) -> str:
    """What kind of disaster or accident it is: "fire", "quake"; empty for anything else."""
    return _find_nature(sighting.lemma) if sighting.mention.event_type in HAPPENINGS else ""


@lru_cache(maxsize=1024)
def _find_nature(word: str) -> str:
    return next((kind for kind in NATURES if _is_of(kind, word)), "")


def _is_of(kind: str, word: str) -> bool:
    return any(part in word for part in NATURES[kind])


def names_nature(sighting: Sighting, kind: str) -> bool:
    """Whether a sentence has a word for a kind of disaster."""
    return bool(kind) and any(_is_of(kind, word) for word in sighting.words)


def _tally_beside_case(left: Sighting, right: Sighting) -> bool:
    """One counts up the dead of a time, the other tells of some of them."""
    dead = {left.mention.event_type, right.mention.event_type} <= EFFECTS
    return dead and left.is_tally is not right.is_tally


def _done_to_another(left: Sighting, right: Sighting) -> bool:
    if left.is_headline or right.is_headline:
        return False  # a headline's telegraphic words do not say who does what
    one, other = left.done_to, right.done_to
    return bool(one and other) and not one & other


def _other_speaker(left: Sighting, right: Sighting) -> bool:
    one, other = left.speakers, right.speakers
    told = {left.mention.event_type, right.mention.event_type} == {EventType.STATEMENT}
    return told and not one & other and not (left.is_headline or right.is_headline)


def _done_by_another(left: Sighting, right: Sighting) -> bool:
    """Different people did it, or different bodies; a judge and a court may be one."""
    types = {left.mention.event_type, right.mention.event_type}
    if types & SIDES or left.is_headline or right.is_headline:
        return False
    one, other = left.doers, right.doers
    people = one & left.people, other & right.people
    bodies = (one - left.people) & left.specific, (other - right.people) & right.specific
    return any(a and b and not a & b for a, b in (people, bodies))


def _stranger_beside_person(left: Sighting, right: Sighting) -> bool:
    """One tells of a name that nobody is known by, the other of somebody else."""
    if left.is_headline or right.is_headline or left.has_stranger is right.has_stranger:
        return False
    known = right if left.has_stranger else left
    return bool(known.people)


def _stranger_in_story(left: Sighting, right: Sighting) -> bool:
    """As before, unless both name somebody else together with the stranger."""
    return not left.people & right.people and _stranger_beside_person(left, right)


def _other_person_in_headline(left: Sighting, right: Sighting) -> bool:
    """A headline names people, and the sentence other people only."""
    if not (left.is_headline or right.is_headline):
        return False
    return bool(left.people and right.people) and not left.people & right.people


OBJECTIONS = (
    _other_type,
    _other_outlook,
    _other_day,
    _old_beside_new,
    _other_place,
    _other_nature,
    _tally_beside_case,
    _done_to_another,
    _done_by_another,
    _other_speaker,
    _other_person_in_headline,
    _stranger_beside_person,
)
"""What speaks against one event; any of them is enough."""

IN_STORY = (
    *(one for one in OBJECTIONS if one not in {_other_type, _other_place, _stranger_beside_person}),
    _other_place_in_story,
    _stranger_in_story,
)
"""What speaks against one event in two articles on one story, other than its type."""

BUT_DAY = tuple(one for one in IN_STORY if one is not _other_day)
"""The same, the day aside."""
