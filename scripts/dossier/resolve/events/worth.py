"""How much speaks for a page for an event, once its sentences are together and it has a title."""

from dataclasses import dataclass

from dossier.model import Calendar, Dating, EventId
from dossier.resolve.events.cast import Cast
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.wording import NAMED_BY_NOUN
from dossier.vocabulary import EventType, MentionForm

_MORE = 0.02
"""What each further sentence adds to the best one's score, up to ``_MOST_MORE``."""
_MOST_MORE = 0.06
_MORE_SOURCES = 0.08
_DATED = 0.11
"""A title that says who did what, and a day or month that the text gives: both can be checked."""
_DATED_WEAKLY = 0.06
"""The same where the title has only a noun, or the text only an infinitive: "a deal to sell it"."""
_DATED_BY_YEAR = 0.05
"""The same where the text gives the year, but for careers."""
_TOLD = frozenset(
    {EventType.STATEMENT, EventType.ESTIMATE, EventType.HEALTH, EventType.RULE, EventType.REQUEST}
)
_BARE = -0.15
"""Nobody and nothing to word a title with: "Rally in Oslo"."""
_NAKED = -0.3
"""Not even a place, or no word of the text's own: "Cancelled"."""
_TOPICLESS = -0.08
"""Something said of which neither the words nor the matter are given."""
_UNTOLD = 0.4
"""The most of what no title can say: the name of a type, "Launch", or a bare verb, "Cancelled"."""
_COUNTED_UP = -0.2
"""A count of what has happened so far: nothing happened on its day."""
_EFFECTS_ALONE = frozenset({"Death", "Deaths", "Injuries"})
_AGES = ((1000, -0.2), (365, -0.1))
"""Days after which an event is a story's background rather than its news, and how much less."""
_AGED = -0.04
"""At most, where a title says who did what and the text gives the year, but for careers."""
_THING = 0.06
"""The same, and what it was has a name: "Ferry Ada Berg sinks"."""
_DESCRIBED = -0.25
"""Who somebody is, rather than what happened."""
_VAGUE = frozenset({"many", "more", "most", "others", "several", "some"})
_CAREERS = frozenset(
    {EventType.APPOINTMENT, EventType.COMPETITION, EventType.ELECTION, EventType.LAUNCH}
)
"""Types by which articles tell what people and bodies have been."""
_BEGINNINGS = frozenset({"bega", "began", "open", "star"})
"""Beginnings of words of such a type that tell what an inquiry or a works did."""
_SPOKEN_OF = 0.18
"""Whoever takes part is only "she" or "they" in the best sentence, but known by name."""
_PHRASED = 0.08
"""The best sentence, dated, names nobody and no place, but the title says who or what it was."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is compared with the sources.

    Attributes:
        cluster: Its sightings.
        dating: When it was; None if nobody knows.
        title: In our words.
        id: Its id.
        worded: Whether the title says more than the event word.
    """

    cluster: Cluster
    dating: Dating | None
    title: str
    id: EventId
    worded: bool


def score_draft(draft: Draft, cast: Cast, calendar: Calendar) -> float:
    """Weigh an event: what speaks for its best sentence, and what the others and its title add.

    Args:
        draft: The event.
        cast: Who each mention is.
        calendar: All dates; what is long past weighs less.

    Returns:
        A value from 0 to 1, rounded to two places.
    """
    cluster = draft.cluster
    parts = (
        cluster.best.mention.score,
        min(_MOST_MORE, _MORE * (len(cluster.sightings) - 1)),
        _MORE_SOURCES if len(cluster.source_ids) > 1 else 0.0,
        0.0 if draft.worded or _is_named(draft) else _bareness(draft),
        _datedness(draft) if draft.worded else 0.0,
        _COUNTED_UP if _is_count(cluster) else 0.0,
        _SPOKEN_OF if draft.worded and _is_spoken_of(draft, cast) else 0.0,
        _phrasing(draft) if draft.worded else 0.0,
        _DESCRIBED if _is_description(draft) else 0.0,
        _agedness(draft, calendar),
    )
    most = _UNTOLD if not draft.worded and _is_untold(draft) else 1.0
    return round(min(most, max(0.0, sum(parts))), 2)


def _datedness(draft: Draft) -> float:
    """What it adds that a sentence gives the date of what was done, rather than said or counted."""
    cluster, dating = draft.cluster, draft.dating
    told = cluster.event_type not in _TOLD and cluster.best.is_actual
    if not told or dating is None or not any(one.mention.timex_id for one in cluster.sightings):
        return 0.0
    if _is_in_one_month(dating):
        weak = _is_only_named(draft) or _is_infinitive(cluster.best)
        return _DATED_WEAKLY if weak else _DATED
    one_year = dating.value.earliest.year == dating.value.latest.year
    return _DATED_BY_YEAR if one_year and not _is_career(draft) else 0.0


def _is_only_named(draft: Draft) -> bool:
    """Whether a title has no verb: "First hurricane"."""
    title = draft.title.casefold()
    verbal = " is " in title or " are " in title
    return not verbal and title.endswith(draft.cluster.best.lemma)


def _is_infinitive(best: Sighting) -> bool:
    mention = best.mention
    return mention.anchor.exact[: mention.trigger.start - mention.anchor.start].endswith(" to ")


def _is_career(draft: Draft) -> bool:
    """Whether a type tells what people and bodies have been, and no inquiry's beginning."""
    begun = draft.cluster.best.stem in _BEGINNINGS and not draft.cluster.actors
    return draft.cluster.event_type in _CAREERS and not begun


def _is_in_one_month(dating: Dating) -> bool:
    first, last = dating.value.earliest, dating.value.latest
    return (first.year, first.month) == (last.year, last.month)


def _is_description(draft: Draft) -> bool:
    """Whether all that tells of a career is an undated clause on who somebody is: "who won"."""
    best = draft.cluster.best
    if draft.cluster.event_type not in _CAREERS or best.dating is not None:
        return False
    before = best.mention.anchor.exact[: best.mention.trigger.start - best.mention.anchor.start]
    return before.removesuffix("had ").endswith(("who ", "whose "))


def _is_spoken_of(draft: Draft, cast: Cast) -> bool:
    """Whether the best sentence, dated, has only a pronoun for whoever has a name."""
    best = draft.cluster.best
    if best.dating is None or best.mention.hedge:
        return False
    forms = {cast.mentions[mention].form for _, _, mention in best.actors}
    return forms == {MentionForm.PRONOUN} and bool(best.specific)


def _phrasing(draft: Draft) -> float:
    """What a dated verb with a subject that is no mention adds: "nine people", but not "many"."""
    best, title = draft.cluster.best, draft.title.casefold()
    if best.dating is None or best.mention.participants or title.split()[0] in _VAGUE:
        return 0.0
    if _is_only_named(draft):
        return 0.0
    named = any(word[:1].isupper() for word in draft.title.split()[1:])
    return _PHRASED + (_THING if named else 0.0)


def _agedness(draft: Draft, calendar: Calendar) -> float:
    """How much less what is long past weighs; not what a sentence tells with its month."""
    less = next((less for days, less in _AGES if _age(draft, calendar) > days), 0.0)
    told = draft.worded and draft.cluster.best.is_actual
    if not less or not told or draft.dating is None:
        return less
    if _is_in_one_month(draft.dating):
        return 0.0
    return less if _is_career(draft) or draft.cluster.event_type in _TOLD else max(less, _AGED)


def _is_count(cluster: Cluster) -> bool:
    """Whether all that is told is how many it has been so far."""
    told = [one for one in cluster.sightings if not one.is_headline]
    return bool(told) and all(one.is_tally for one in told)


def _is_named(draft: Draft) -> bool:
    """Whether a bare title names what happened: "Earthquake", but no "Cancelled"."""
    kind = draft.cluster.event_type
    if draft.title in _EFFECTS_ALONE:
        return False  # of what, nobody says
    known = draft.cluster.places or draft.cluster.narrowest is not None
    return bool(known) and kind in NAMED_BY_NOUN and draft.title.casefold() != kind.value


def _bareness(draft: Draft) -> float:
    """How much less a title says that is only the event word."""
    if draft.cluster.event_type is EventType.STATEMENT and " " in draft.title:
        quoted = any(mark in draft.cluster.best.mention.anchor.exact for mark in '“"‘')
        return 0.0 if quoted else _TOPICLESS
    word, _, place = draft.title.partition(" in ")
    kind = draft.cluster.event_type
    typed = word.casefold() == kind.value and not any(
        one.lemma.startswith(kind.value) for one in draft.cluster.sightings
    )
    return _BARE if place and not typed else _NAKED


def _is_untold(draft: Draft) -> bool:
    """Whether a title only names the type of an event, or only says a verb."""
    kind, word = draft.cluster.event_type, draft.title.partition(" in ")[0].casefold()
    lemmas = {one.lemma for one in draft.cluster.sightings}
    verb = kind is EventType.OTHER and word in lemmas and word.endswith("ed")
    return verb or (word == kind.value and not any(one.startswith(word) for one in lemmas))


def _age(draft: Draft, calendar: Calendar) -> int:
    """Days between an event and the first article that tells it; 0 where nobody knows."""
    days = [calendar.published[s] for s in draft.cluster.source_ids if s in calendar.published]
    if draft.dating is None or draft.dating.value.is_open_end or not days:
        return 0
    return (min(dating.value.start for dating in days) - draft.dating.value.latest).days
