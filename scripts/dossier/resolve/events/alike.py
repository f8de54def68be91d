"""Whether two sightings tell of one event.

Two questions, kept apart. Does anything speak against it: another day, another place, another
person it was done to? Every objection is a small function in ``OBJECTIONS``. And does enough
speak for it? That depends on whether both stand in one article, which tells a story with its
own "the meeting", or in two, which share nothing but the facts.
"""

from collections.abc import Mapping

from dossier.dates import DateValue, overlaps
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType, Modality, Role

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

_NATURES = (
    ("fire", ("fire", "blaze", "burn", "inferno")),
    ("quake", ("quake", "shock", "tsunami", "landslide")),
    ("storm", ("storm", "hurricane", "cyclone", "typhoon", "tornado", "depression", "landfall")),
    ("flood", ("flood",)),
    ("crash", ("crash", "colli", "derail", "pileup", "capsize", "sink", "sank")),
    ("blast", ("explo", "blast", "detonat")),
)
"""Disasters of different natures are different events, however near."""

_AHEAD = frozenset(
    {Modality.ANNOUNCED, Modality.FORECAST, Modality.DENIED, Modality.HYPOTHETICAL}
)  # fmt: skip
_FAR_WIDER = 45
"""A date so many times as wide as another one says nothing about it."""
_OLD = 90
"""Days before its article from which on a date is another story's."""
_NEAR_PASSAGES = 3
_ONCE_A_STORY = frozenset({EventType.REMOVAL, EventType.DEATH})
"""What a person does once in a story, whatever the words: steps down, drops out, leaves."""
_NEXT = 2
"""Event words between two that still stand side by side."""


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


def may_be_one(left: Sighting, right: Sighting) -> bool:
    """Whether nothing speaks against two sightings being one event."""
    return not any(objects(left, right) for objects in OBJECTIONS)


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
    if left.source.id != right.source.id or left.stem == right.stem or left.is_caption:
        return False
    return (left.dating is None) is not (right.dating is None) and max(left.age, right.age) > _OLD


def _other_place(left: Sighting, right: Sighting) -> bool:
    spots = bool(left.spots and right.spots) and not left.spots & right.spots
    countries = bool(left.countries and right.countries) and not left.countries & right.countries
    return spots or countries


def _other_nature(left: Sighting, right: Sighting) -> bool:
    one, other = _nature(left), _nature(right)
    return bool(one and other) and one != other


def _nature(sighting: Sighting) -> str:
    if sighting.mention.event_type not in HAPPENINGS:
        return ""
    found = (nature for nature, parts in _NATURES if any(part in sighting.lemma for part in parts))
    return next(found, "")


def _tally_beside_case(left: Sighting, right: Sighting) -> bool:
    """One counts up the dead of a time, the other tells of some of them."""
    dead = {left.mention.event_type, right.mention.event_type} <= EFFECTS
    return dead and left.is_tally is not right.is_tally


def _done_to_another(left: Sighting, right: Sighting) -> bool:
    if left.is_headline or right.is_headline:
        return False  # a headline's telegraphic words do not say who does what
    one, other = left.with_role(Role.RECIPIENT), right.with_role(Role.RECIPIENT)
    return bool(one and other) and not one & other


def _other_speaker(left: Sighting, right: Sighting) -> bool:
    one, other = left.with_role(Role.SPEAKER), right.with_role(Role.SPEAKER)
    told = {left.mention.event_type, right.mention.event_type} == {EventType.STATEMENT}
    return told and not one & other and not (left.is_headline or right.is_headline)


def _done_by_another(left: Sighting, right: Sighting) -> bool:
    """Different people did it, or different bodies; a judge and a court may be one."""
    types = {left.mention.event_type, right.mention.event_type}
    if types & SIDES or left.is_headline or right.is_headline:
        return False
    one, other = left.with_role(Role.ACTOR), right.with_role(Role.ACTOR)
    people = one & left.people, other & right.people
    bodies = (one - left.people) & left.specific, (other - right.people) & right.specific
    return any(a and b and not a & b for a, b in (people, bodies))


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
)
"""What speaks against one event; any of them is enough."""


# --- What speaks for one event in one article ------------------------------------------------


def same_in_article(sighting: Sighting, clear: Sighting) -> bool:
    """Whether a sighting shares enough with a clearer one of its article.

    Args:
        sighting: The one that is to join.
        clear: The one that tells the event best, or another that is in already.
    """
    if sighting.mention.sentence_id == clear.mention.sentence_id:
        return _cause_and_effect(sighting, clear)
    if sighting.is_headline or clear.is_headline:
        return sighting.is_lede or clear.is_lede
    if sighting.is_caption and sighting.passage.index == clear.passage.index:
        return sighting.mention.event_type is clear.mention.event_type
    if sighting.dating is not None and clear.dating is not None:
        return _same_day(sighting, clear)
    told = _refers_back(sighting, clear) or _says_again(sighting, clear)
    return told or _names_cause(sighting, clear) or _names_cause(clear, sighting)


def _names_cause(effect: Sighting, cause: Sighting) -> bool:
    """Whether what something did names what did it: "six died in the crash"."""
    does = effect.mention.event_type in EFFECTS and cause.mention.event_type not in EFFECTS
    near = 0 <= effect.passage.index - cause.passage.index <= 1
    return does and near and any(word.startswith(cause.stem) for word in effect.words)


def _cause_and_effect(left: Sighting, right: Sighting) -> bool:
    """Two words of one sentence: what happened and what it did, or the same with more names."""
    types = {left.mention.event_type, right.mention.event_type}
    if types & EFFECTS or types <= HAPPENINGS:
        return True
    return len(types) > 1 and bool(left.specific & right.specific)


def _same_day(left: Sighting, right: Sighting) -> bool:
    """Both give a date, and the dates meet: the kind and something else must agree."""
    if left.mention.event_type is not right.mention.event_type:
        return bool(left.specific & right.specific) and _is_near(left, right)
    sides = left.mention.event_type in SIDES
    shared = left.people & right.people if sides else left.specific & right.specific
    alike = left.stem == right.stem or _is_next(left, right)
    alone = not (left.specific and right.specific) and alike
    return bool(shared or left.spots & right.spots or alone)


def _refers_back(sighting: Sighting, clear: Sighting) -> bool:
    """Whether a noun with "the" or "that" means what was told a little before: "the fire"."""
    steps = sighting.passage.index - clear.passage.index
    behind = sighting.order > clear.order and steps <= _NEAR_PASSAGES
    happens = {sighting.mention.event_type, clear.mention.event_type} <= HAPPENINGS
    if sighting.limit and clear.dating and not overlaps(sighting.limit.value, clear.dating.value):
        return False  # "by Tuesday the storm was over" tells the end, not the storm
    same = sighting.mention.event_type is clear.mention.event_type or happens
    return sighting.is_definite and behind and same and not _has_other_people(sighting, clear)


def _has_other_people(left: Sighting, right: Sighting) -> bool:
    return bool(left.specific and right.specific) and not left.specific & right.specific


def _says_again(left: Sighting, right: Sighting) -> bool:
    """Whether both name the same people in the same part, or the same spot, side by side."""
    same = left.mention.event_type is right.mention.event_type
    if same and left.mention.event_type in _ONCE_A_STORY:
        acting = left.with_role(Role.ACTOR) & right.with_role(Role.ACTOR)
        return bool(acting & left.people)
    earlier, later = sorted((left, right), key=_order)
    if _visits_to_meet(left, right):
        return _is_near(left, right) and not later.is_another
    if not same or not _is_near(left, right) or later.is_another:
        return False
    if left.mention.event_type in SIDES:
        return bool(left.specific & right.specific or left.spots & right.spots)
    if not left.stems & right.stems:
        return False
    parts = (Role.ACTOR, Role.RECIPIENT)
    shared = any(left.with_role(p) & right.with_role(p) & left.specific for p in parts)
    anonymous = not later.actors or (earlier.is_lede and not earlier.specific)
    return shared or (anonymous and (_is_next(left, right) or bool(left.spots & right.spots)))


def _visits_to_meet(left: Sighting, right: Sighting) -> bool:
    """One is the visit at which the other, a meeting, was held: both sides are the same."""
    types = {left.mention.event_type, right.mention.event_type}
    if types != {EventType.MEETING, EventType.VISIT}:
        return False
    everybody = [{actor for actor, _, _ in one.actors} for one in (left, right)]
    return bool(left.people & right.people) and len(everybody[0] & everybody[1]) > 1


def _order(sighting: Sighting) -> int:
    return sighting.order


def _is_next(left: Sighting, right: Sighting) -> bool:
    apart = abs(left.order - right.order)
    return left.passage.index == right.passage.index and apart <= _NEXT


def _is_near(left: Sighting, right: Sighting) -> bool:
    apart = abs(left.passage.index - right.passage.index)
    return apart <= (_NEAR_PASSAGES if left.stem == right.stem else 1)
