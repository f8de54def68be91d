"""Whether two articles on one story tell of one event.

Where papers name nobody, or one names whom the other describes, the story says what the sentence
leaves out: that the fire of both is the fire at the paint works. The kind, the day and something
of the sentences themselves must agree; and the words must not tell different deeds.
"""

from datetime import date
from itertools import product

from dossier.resolve.events.alike import (
    CLOSE_DAYS,
    EFFECTS,
    HAPPENINGS,
    likeness,
    names_nature,
    nature,
    related,
    width,
)
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.deeds import is_one_word, share_deed
from dossier.resolve.events.differences import DIFFERENCES, tell_other_stories
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.stories import DAYS_APART, Stories
from dossier.vocabulary import EventType

_UNSAID = frozenset(
    {EventType.STATEMENT, EventType.ESTIMATE, EventType.RULE, EventType.THREAT, EventType.REQUEST}
)
"""Types of which a story has many."""
_LEAVING = frozenset({EventType.REMOVAL, EventType.DEATH})
_ONCE_A_STORY = _LEAVING | HAPPENINGS | frozenset(
    {EventType.APPOINTMENT, EventType.CONTRACT, EventType.TAKEOVER, EventType.AGREEMENT,
     EventType.ELECTION, EventType.RULING, EventType.LAUNCH}
)  # fmt: skip
"""What a story has once, so that it needs no day; talks, votes and attacks go on for days."""
_SELDOM = _ONCE_A_STORY | frozenset({EventType.SANCTION, EventType.LAWSUIT})
"""What is told in the same words of one name is one, however long ago."""
_TO_ONE = _LEAVING | frozenset(
    {EventType.APPOINTMENT, EventType.RULING, EventType.ARREST, EventType.SANCTION}
)
"""What comes to one person or body once in a time."""
_OF_PERSONS = frozenset(
    {EventType.DEATH, EventType.ARREST, EventType.RULING, EventType.LAWSUIT, EventType.ATTACK}
)
_WORDS_REPEATED = 6
_DAILY = frozenset({EventType.TRIAL, EventType.ATTACK, EventType.CONFLICT})
"""What goes on from day to day in the same words."""
_NEXT_DAY = 1
_ALIKE, _REPEATED = 0.4, 0.6
"""Share of common words of sentences that tell the same, and of such as repeat each other."""
_TELLING_OF_YEARS = 4
"""The same where both say no more than the year."""
_MONTH = 31
_SIDE_BY_SIDE = 2
"""Days by which papers may differ on one event, at most, where a person is asked."""
_TELLING_ALONE = 3
"""Words and figures where nothing but the story says that two are one."""
_BY_WORD = frozenset({EventType.OTHER, EventType.RULING, EventType.LAWSUIT, EventType.SANCTION})
"""Types of many kinds of deed, which must be told by one word or one deed."""
_TELLING = 2
"""Words and figures that sentences must share where they have no name or place in common."""


def is_one_in_story(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether two articles on one story tell of one event.

    Args:
        left: What one article tells; nothing speaks against its being one with the other.
        right: What another tells.
        stories: What articles are about.
    """
    if not are_of_one_kind(left, right):
        return False
    if _are_apart(left, right, stories):
        return False
    if _are_of_kin(left, right):
        narrow = all(one and width(one) <= _MONTH for one in (left.narrowest, right.narrowest))
        return narrow and _share_enough(left, right, stories, _TELLING_ALONE, placed=False)
    if left.narrowest is None or right.narrowest is None:
        return _is_one_undated(left, right, stories)
    return _is_one_dated(left, right, stories)


def _is_one_dated(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether two that give dates which meet are one."""
    if _lead_with(left, right) and (_is_news(left, right, stories) or _is_the_one(left, right)):
        return True
    if _is_one_date(left, right) or _is_once_to_one(left, right):
        return True
    if _are_unnamed(left, right):
        told = _share_enough(left, right, stories, _TELLING_ALONE, placed=False)
        return told and is_one_word(left, right)
    narrow = _are_narrow(left, right)
    if left.event_type is not right.event_type and not narrow:
        return False
    least = _TELLING if narrow else _TELLING_OF_YEARS
    told = _share_enough(left, right, stories, least, placed=False)
    return (told or _is_repeated(left.best, right.best)) and is_one_word(left, right)


def _are_unnamed(left: Cluster, right: Cluster) -> bool:
    """Whether somebody dies, is held or jailed whom not both name: of one day there are many."""
    kinds = {left.event_type, right.event_type}
    return kinds <= _OF_PERSONS and not left.specific & right.specific


def _is_news(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether both lead with it; more is asked where nobody is named."""
    if _are_unnamed(left, right):
        return len(_words(left, stories) & _words(right, stories)) >= _TELLING_ALONE
    return _share_enough(left, right, stories)


def _are_of_kin(left: Cluster, right: Cluster) -> bool:
    """Whether only types that may name one happening, and nobody by name, lead to each other."""
    kinds = {left.event_type, right.event_type}
    named = bool(left.specific & right.specific)
    known = named or len(kinds) == 1 or kinds <= HAPPENINGS or share_deed(left, right)
    return not (known or _names_cause(left, right) or _names_cause(right, left))


def _is_repeated(left: Sighting, right: Sighting) -> bool:
    """Whether a sentence of some length stands in both articles almost word for word."""
    long = len(left.words & right.words) >= _WORDS_REPEATED
    return long and likeness(left, right) >= _REPEATED


def _is_once_to_one(left: Cluster, right: Cluster) -> bool:
    """Whether both date to a time what comes to one person once in it, in words of one deed."""
    kinds = {left.event_type, right.event_type}
    named = bool(left.specific & right.specific)
    return named and kinds <= _TO_ONE and is_one_word(left, right)


def _is_one_date(left: Cluster, right: Cluster) -> bool:
    """Whether both give one day, still to come or long past, to one deed: a story has few such."""
    day = left.narrowest
    if day is None or day != right.narrowest or width(day) > 1 or not is_one_word(left, right):
        return False
    ahead = not (left.best.is_actual or right.best.is_actual)
    past = min(one.age for c in (left, right) for one in c.compared if one.dating) > DAYS_APART
    return ahead or past


def is_on_another_day(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether two articles on one story lead with one event and put it on days side by side.

    Args:
        left: What one article tells; nothing but its day speaks against the other.
        right: What another tells.
        stories: What articles are about.
    """
    one, other = left.narrowest, right.narrowest
    if one is None or other is None or one == other or not _lead_with(left, right):
        return False
    kinds = {left.event_type, right.event_type}
    near = kinds <= _ONCE_A_STORY and abs((one.start - other.start).days) <= _SIDE_BY_SIDE
    one_kind = near and are_of_one_kind(left, right) and not _are_apart(left, right, stories)
    return one_kind and _share_enough(left, right, stories)


def _lead_with(left: Cluster, right: Cluster) -> bool:
    return left.once(_is_lead) and right.once(_is_lead) and _are_close(left, right)


def _are_narrow(left: Cluster, right: Cluster) -> bool:
    """Whether one says the month at least."""
    return any(one and width(one) <= _MONTH for one in (left.narrowest, right.narrowest))


def _share_enough(
    left: Cluster,
    right: Cluster,
    stories: Stories,
    least: int = _TELLING,
    *,
    placed: bool = True,
) -> bool:
    """Whether names, words and figures of the sentences agree; a place, where nobody is named."""
    named = left.specific & right.specific
    common = _words(left, stories) & _words(right, stories)
    rest = common - stories.find_words([*left.places, *right.places, *named])
    in_place = placed and not named and len(common) > len(rest)
    return in_place or len(rest) + bool(named) >= least


def _are_apart(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether names, stories or the deeds themselves tell two events apart."""
    named = left.specific & right.specific
    if not named and (
        _name_others(left, right, stories) or tell_other_stories(left, right, stories)
    ):
        return True
    ours, theirs = left.once(_people), right.once(_people)
    if ours and theirs and not ours & theirs:
        return True
    return any(differ(left, right) for differ in DIFFERENCES)


def _name_others(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether each has somebody taking part whom no sentence of the other so much as names."""
    if not (left.specific and right.specific):
        return False
    pairs = (left, _words(right, stories)), (right, _words(left, stories))
    return not any(
        stories.find_words([actor]) <= words for one, words in pairs for actor in one.specific
    )


def _people(cluster: Cluster) -> frozenset[str]:
    return frozenset().union(*(one.people for one in cluster.compared))


def _is_the_one(left: Cluster, right: Cluster) -> bool:
    """Whether one says no more than "the accident on Thursday" of what the other tells."""
    return any(
        one.is_definite and one.mention.event_type in HAPPENINGS and one.dating is not None
        for cluster in (left, right)
        for one in cluster.compared
    )


def _is_one_undated(left: Cluster, right: Cluster, stories: Stories) -> bool:
    """Whether two are one though one gives no date: what a story has once, by name or as news."""
    kinds = {left.event_type, right.event_type}
    if not kinds <= _SELDOM or not _may_be_fresh(left, right, stories):
        dated = left.narrowest or right.narrowest
        fresh = dated is not None and _may_be_fresh(left, right, stories, _NEXT_DAY)
        again = kinds <= _SELDOM or (fresh and not kinds & _DAILY)
        return again and bool(left.specific & right.specific) and _is_said_again(left, right)
    if left.specific & right.specific:
        news = kinds <= _LEAVING or (left.once(_is_lead) and right.once(_is_lead))
        return news or _is_said_again(left, right)
    common = _words(left, stories) & _words(right, stories)
    rest = common - stories.find_words([*left.places, *right.places])
    clear = kinds <= HAPPENINGS or is_one_word(left, right)
    enough = _TELLING if clear else _TELLING_ALONE
    placed = bool(left.places & right.places)
    alike = placed and nature(left.best) == nature(right.best) != ""
    told = alike or len(rest) + placed >= enough or _is_repeated(left.best, right.best)
    return told and left.once(_is_lead) and right.once(_is_lead)


def _is_said_again(left: Cluster, right: Cluster) -> bool:
    """Whether what somebody undergoes once in a while is told in like words."""
    alike = likeness(left.best, right.best) >= _ALIKE
    return alike and bool(left.best.stems & right.best.stems)


def _may_be_fresh(
    left: Cluster, right: Cluster, stories: Stories, oldest: int = DAYS_APART
) -> bool:
    """Whether the day that one gives is just before the article that gives none."""
    undated, dated = (left, right) if left.narrowest is None else (right, left)
    value = dated.narrowest
    if value is None:
        return True
    told = [stories.published.get(key, date.max) for key in undated.source_ids]
    ages = [(day - value.start).days for day in told]
    return width(value) <= CLOSE_DAYS and all(0 <= age <= oldest for age in ages)


def _are_close(left: Cluster, right: Cluster) -> bool:
    """Whether neither gives a date wider than a few days."""
    days = (left.narrowest, right.narrowest)
    return all(value is None or width(value) <= CLOSE_DAYS for value in days)


def are_of_one_kind(left: Cluster, right: Cluster) -> bool:
    """Whether types and words let two be one, apart from all else."""
    kinds = left.event_type, right.event_type
    if _UNSAID & set(kinds):
        return False
    if kinds[0] is kinds[1]:
        return kinds[0] not in _BY_WORD or is_one_word(left, right)
    if set(kinds) <= HAPPENINGS or share_deed(left, right):
        return True
    if EFFECTS & set(kinds):
        return _names_cause(left, right) or _names_cause(right, left)
    return related(*kinds)


def _names_cause(effect: Cluster, cause: Cluster) -> bool:
    """Whether a death is told with what brought it: "killed when a blaze tore through"."""
    if effect.event_type not in EFFECTS or cause.event_type in EFFECTS:
        return False
    kinds = {nature(one) for one in cause.compared} - {""}
    return any(names_nature(one, kind) for one, kind in product(effect.compared, sorted(kinds)))


def _is_lead(cluster: Cluster) -> bool:
    return any(one.is_headline or one.is_lede for one in cluster.compared)


def _words(cluster: Cluster, stories: Stories) -> frozenset[str]:
    """Telling words of its sentences, other than what the kind of happening is called."""
    named = stories.find_words(one.lemma for one in cluster.compared)
    return stories.find_words(one.mention.anchor.exact for one in cluster.compared) - named
