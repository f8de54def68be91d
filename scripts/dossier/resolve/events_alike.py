"""Whether two sightings tell of one event.

Two questions, kept apart. Does anything speak against it: another day, another place, another
person it was done to? Every objection is a small function in ``OBJECTIONS``. And does enough
speak for it? That depends on whether both stand in one article, which tells a story with its
own "the meeting", or in two, which share nothing but the facts.
"""

from dossier.dates import DateValue, overlaps
from dossier.resolve.events_sightings import Sighting
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
    frozenset({EventType.LAUNCH, EventType.STATEMENT}),
    frozenset({EventType.APPOINTMENT, EventType.STATEMENT}),
    frozenset({EventType.REQUEST, EventType.STATEMENT}),
)
"""Types that may name one happening: a cause and its effect, a thing and its telling."""

HAPPENINGS = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.HEALTH})
"""Types told without anybody taking part: place, word and day must do."""
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


def related(left: EventType, right: EventType) -> bool:
    """Whether two types may name one happening."""
    return left is right or frozenset({left, right}) in FAMILIES


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
    if left.source.id != right.source.id or left.lemma == right.lemma or left.is_caption:
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


def _done_to_another(left: Sighting, right: Sighting) -> bool:
    one, other = left.with_role(Role.RECIPIENT), right.with_role(Role.RECIPIENT)
    return bool(one and other) and not one & other


def _other_speaker(left: Sighting, right: Sighting) -> bool:
    one, other = left.with_role(Role.SPEAKER), right.with_role(Role.SPEAKER)
    told = {left.mention.event_type, right.mention.event_type} == {EventType.STATEMENT}
    return told and not one & other


OBJECTIONS = (
    _other_type,
    _other_outlook,
    _other_day,
    _old_beside_new,
    _other_place,
    _other_nature,
    _done_to_another,
    _other_speaker,
)
"""What speaks against one event; any of them is enough."""


# --- What speaks for one event in one article ------------------------------------------------


def same_in_article(sighting: Sighting, clear: Sighting) -> bool:
    """Whether a sighting shares enough with a clearer one of its article.

    Args:
        sighting: The one that is to join.
        clear: The one that tells the event best, or that gives its day.
    """
    types = {sighting.mention.event_type, clear.mention.event_type}
    if sighting.mention.sentence_id == clear.mention.sentence_id:
        return bool(sighting.specific & clear.specific or types & (HAPPENINGS | EFFECTS))
    if sighting.is_headline or clear.is_headline:
        return True
    if types & (HAPPENINGS | ONE_OF_A_KIND):
        return _same_happening(sighting, clear)
    return _same_people(sighting, clear) or _goes_on(sighting, clear)


def _same_happening(left: Sighting, right: Sighting) -> bool:
    apart = abs(left.passage.index - right.passage.index)
    placed = bool(set(left.places) & set(right.places))
    return apart <= _NEAR_PASSAGES or left.lemma == right.lemma or placed


def _same_people(left: Sighting, right: Sighting) -> bool:
    """Somebody specific in common, and near by, dated, or in common with somebody else."""
    shared = left.specific & right.specific
    same_type = left.mention.event_type is right.mention.event_type
    if len(shared) > 1 and same_type:
        return True
    return bool(shared) and (_is_near(left, right) or left.dating is not None)


def _goes_on(left: Sighting, right: Sighting) -> bool:
    """Nobody is named twice, but the story goes on: the same day, word or paragraph."""
    same_type = left.mention.event_type is right.mention.event_type
    nobody = not (left.specific and right.specific)
    if left.dating is not None and right.dating is not None:
        return same_type and nobody and width(left.dating.value) <= CLOSE_DAYS
    if same_type and left.dating is None and _is_next(left, right):
        return nobody or not (left.people and right.people)
    same_word = left.lemma == right.lemma or same_type
    return _is_near(left, right) and same_word and nobody


def _is_near(left: Sighting, right: Sighting) -> bool:
    apart = abs(left.passage.index - right.passage.index)
    return apart <= (_NEAR_PASSAGES if left.lemma == right.lemma else 1)


def _is_next(left: Sighting, right: Sighting) -> bool:
    return left.passage.index == right.passage.index and left.order - right.order in {1, 2}
