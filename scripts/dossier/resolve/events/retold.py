"""Whether two sentences of one article tell of one event: what speaks for it.

An article tells a story with its own "the meeting", so that much less is needed than between
articles, which share nothing but the facts; what speaks against it stands in ``alike``.
"""

from dossier.dates import overlaps
from dossier.resolve.events.alike import EFFECTS, HAPPENINGS, SIDES, names_nature, nature
from dossier.resolve.events.determiners import is_further, is_given, is_known_alone
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventType

_NEAR_PASSAGES = 3
_ONCE_A_STORY = frozenset({EventType.REMOVAL, EventType.DEATH})
"""What a person does once in a story, whatever the words: steps down, drops out, leaves."""
_DONE_TO_ONE = frozenset(
    {EventType.ARREST, EventType.RULING, EventType.REMOVAL, EventType.DEATH, EventType.APPOINTMENT}
)
"""What the first paragraph tells of somebody whom the second names."""
_FRESH = 10
"""Days before its article up to which a disaster is the story and not an earlier one."""
_STORY = 6
"""Paragraphs in which a story that leads with a disaster goes on about it."""
_NEXT_DEEDS = 4
"""Event words between what somebody decides and what they go on to decide."""
_NEXT = 2
"""Event words between two that still stand side by side."""


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
    told = told or _is_won(sighting, clear) or _names_again(sighting, clear)
    told = told or _tells_on(sighting, clear) or _names_who(sighting, clear)
    return told or _names_cause(sighting, clear) or _names_cause(clear, sighting)


def _is_won(win: Sighting, vote: Sighting) -> bool:
    """Whether somebody wins the vote that was told right before: "held caucuses. Berg won them"."""
    types = {win.mention.event_type, vote.mention.event_type}
    beside = 0 <= win.passage.index - vote.passage.index <= 1 and win.order > vote.order
    known = win.lemma.startswith(("won the ", "won all ")) and win.dating is None
    return types == {EventType.ELECTION} and beside and known and not vote.people


def _names_again(left: Sighting, right: Sighting) -> bool:
    """Whether an article comes back to whom somebody names: one person, by the same word."""
    types = {left.mention.event_type, right.mention.event_type}
    if types != {EventType.APPOINTMENT} or left.stem != right.stem:
        return False
    named = left.done_to & right.done_to & left.people
    naming = left.doers, right.doers
    alike = naming[0] == naming[1] if all(naming) else _is_near(left, right)
    return bool(named) and alike


def _tells_on(left: Sighting, right: Sighting) -> bool:
    """Whether a story goes on about its disaster: "the ferry sank", then "it had hit a reef"."""
    kind = nature(left)
    if not kind or kind != nature(right):
        return False
    earlier, later = sorted((left, right), key=_order)
    if later.is_another or not is_given(later.mention):
        return False
    steps = later.passage.index - earlier.passage.index
    return max(left.age, right.age) <= _FRESH and steps <= (_STORY if earlier.is_lede else 1)


def _names_who(left: Sighting, right: Sighting) -> bool:
    """Whether the next paragraph names whom the first left unnamed: "an engineer was held"."""
    kind = left.mention.event_type
    if kind not in _DONE_TO_ONE or kind is not right.mention.event_type:
        return False
    earlier, later = sorted((left, right), key=_order)
    beside = earlier.is_lede and later.passage.index - earlier.passage.index == 1
    unnamed = not earlier.specific and not earlier.has_stranger and bool(later.people)
    alone = not (earlier.is_another or later.is_another or is_further(later.mention))
    return beside and unnamed and alone and bool(left.stems & right.stems)


def _names_cause(effect: Sighting, cause: Sighting) -> bool:
    """Whether what something did names what did it: "six died in the crash"."""
    does = effect.mention.event_type in EFFECTS and cause.mention.event_type not in EFFECTS
    if not does or not 0 <= effect.passage.index - cause.passage.index <= 1:
        return False
    named = any(word.startswith(cause.stem) for word in effect.words)
    return named or names_nature(effect, nature(cause))


def _cause_and_effect(left: Sighting, right: Sighting) -> bool:
    """Two words of one sentence: what happened and what it did, or the same with more names."""
    types = {left.mention.event_type, right.mention.event_type}
    if types & EFFECTS or types <= HAPPENINGS:
        return True
    return len(types) > 1 and bool(left.specific & right.specific)


def _same_day(left: Sighting, right: Sighting) -> bool:
    """Both give a date, and the dates meet: the kind and something else must agree."""
    if left.mention.event_type is not right.mention.event_type:
        known = bool(left.specific & right.specific) and _is_near(left, right)
        return known or _tells_effect(left, right) or _tells_effect(right, left)
    sides = left.mention.event_type in SIDES
    shared = left.people & right.people if sides else left.specific & right.specific
    alike = left.stem == right.stem or _is_next(left, right) or _is_same_kind(left, right)
    alone = not (left.specific and right.specific) and alike
    return bool(shared or left.spots & right.spots or alone)


def _is_same_kind(left: Sighting, right: Sighting) -> bool:
    """Whether both are fires, or quakes, of one day, and the later is no other one."""
    later = max(left, right, key=_order)
    return bool(nature(left)) and nature(left) == nature(right) and not later.is_another


def _tells_effect(effect: Sighting, cause: Sighting) -> bool:
    """Whether what a disaster did on its day is told with its name: "the tremor left five dead"."""
    does = effect.mention.event_type in EFFECTS and cause.mention.event_type not in EFFECTS
    return does and _is_near(effect, cause) and names_nature(effect, nature(cause))


def _refers_back(sighting: Sighting, clear: Sighting) -> bool:
    """Whether a noun with "the" or "that" means what was told a little before: "the fire"."""
    if not sighting.is_definite:
        return False
    steps = sighting.passage.index - clear.passage.index
    behind = sighting.order > clear.order and steps <= _NEAR_PASSAGES
    happens = {sighting.mention.event_type, clear.mention.event_type} <= HAPPENINGS
    if sighting.limit and clear.dating and not overlaps(sighting.limit.value, clear.dating.value):
        return False  # "by Tuesday the storm was over" tells the end, not the storm
    same = sighting.mention.event_type is clear.mention.event_type or happens
    if sighting.mention.event_type is EventType.OTHER:
        same = same and bool(sighting.stems & clear.stems)  # "the debate" is no emergency
    if not same or _has_other_people(sighting, clear):
        return False
    alone = is_known_alone(sighting.mention) and is_known_alone(clear.mention)
    known = alone and _is_same_kind(sighting, clear) and abs(steps) <= _NEAR_PASSAGES
    return behind or known  # "the quake" may be named before its day is


def _has_other_people(left: Sighting, right: Sighting) -> bool:
    return bool(left.specific and right.specific) and not left.specific & right.specific


def _says_again(left: Sighting, right: Sighting) -> bool:
    """Whether both name the same people in the same part, or the same spot, side by side."""
    same = left.mention.event_type is right.mention.event_type
    if same and left.mention.event_type in _ONCE_A_STORY:
        return bool(left.gone & right.gone)
    earlier, later = sorted((left, right), key=_order)
    if _visits_to_meet(left, right):
        return _is_near(left, right) and not later.is_another
    if not same or not _is_near(left, right) or later.is_another:
        return False
    if left.mention.event_type in SIDES:
        return bool(left.specific & right.specific or left.spots & right.spots)
    if not left.stems & right.stems:
        return _goes_on(earlier, later)
    known = left.specific | (left.people if _is_vote(left) else frozenset())
    shared = bool((left.doers & right.doers | left.done_to & right.done_to) & known)
    unnamed = earlier.is_lede and not earlier.specific and earlier.age <= _FRESH
    anonymous = not later.actors or unnamed
    anonymous = anonymous and (_is_next(left, right) or bool(left.spots & right.spots))
    return shared or anonymous or _goes_on(earlier, later)


def _is_vote(sighting: Sighting) -> bool:
    return sighting.mention.event_type is EventType.ELECTION


def _goes_on(earlier: Sighting, later: Sighting) -> bool:
    """Whether whoever decides goes on to say what: "jailed Berg. She also ordered her to pay"."""
    near = later.order - earlier.order <= _NEXT_DEEDS
    beside = near and earlier.passage.index == later.passage.index
    same = earlier.mention.event_type is EventType.RULING and beside
    deciding = earlier.doers & later.doers & earlier.specific
    return same and bool(deciding) and later.dating is None


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
    return apart <= (_NEAR_PASSAGES if left.stems & right.stems else 1)
