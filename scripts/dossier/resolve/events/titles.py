"""Word an event's title from its parts: short, neutral, present tense, never a copied line.

A title is who, what, whom and where, each from the resolved actors and places; the event word
gives the verb. Where nobody with a page takes part, the noun phrase beside the event word stands
in ("Apartment block collapses"). Loaded words are left out.
"""

import re

from dossier.headlines import find_retold_verbs
from dossier.inflection import COUNTS, Form
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.phrases import (
    LINKS,
    adjectives_before,
    capitalise,
    effect_behind,
    find_end,
    neutral,
    words_around,
)
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.slots import TitleMaker, fill_slots
from dossier.resolve.events.statement_titles import STATEMENT
from dossier.resolve.events.verb_titles import word_verb
from dossier.resolve.events.wording import (
    BY_THEMSELVES,
    FALLEN,
    HARMFUL,
    LOCAL,
    NOUN_TITLES,
    NOUNS_OF_VERBS,
)
from dossier.triggers import Trigger, TriggerMatch
from dossier.vocabulary import EventType

MAX_WORDS = 16
_ANYBODY = re.compile(r"\w+ (?:is|are) \w+")
"""Anybody, with something done to them: "Man is isolated"."""
_SOMEBODY = frozenset({"boy", "girl", "man", "person", "suspect", "teenager", "woman"})
_STRUCK = re.compile(r" (?:strikes?|hits?|shakes?|devastates?)(?: \S+){0,3} [A-Z]\S*\Z")
"""A title that says what place was struck needs no other."""
_NOUNS = frozenset({Form.NOUN, Form.PLURAL, Form.PHRASE})
_BEFORE_NOUNS = (["a"], ["an"], ["the"], ["of"], ["in"], ["’s"])
_ENDING = frozenset(
    {EventType.AGREEMENT, EventType.CONFLICT, EventType.LAWSUIT, EventType.MEETING,
     EventType.PROTEST, EventType.TRIAL}
)  # fmt: skip
"""Types whose nouns a title says the beginning or the end of: "Talks collapse"."""
_MOVES = frozenset({EventType.DEPARTURE, EventType.VISIT})
"""Types that lead somewhere: "flees to Oslo"."""
_WITH_IN = frozenset({"sworn", "herself", "himself", "themselves"})
"""Words behind which "in" is no link: "is sworn in", "turns himself in"."""
_OF_A_CASE = frozenset({EventType.RULING, EventType.TRIAL})
"""Types whose nouns do not title each other: a ruling is no hearing."""
_ADJECTIVES = 1
"""Words that may stand between "a" and an event noun: "a full pardon"."""
_MATTER = re.compile(r" (?:against|on|(?<!is )(?<!are )(?<!asked )to) ")
"""A place behind these reads as the matter's: "rules on the wharf in Oslo"."""


def make_title(cluster: Cluster, maker: TitleMaker) -> tuple[str, bool]:
    """Word the title of an event.

    Args:
        cluster: Its sightings.
        maker: Actors, places and words.

    Returns:
        One line without a full stop, at most ``MAX_WORDS`` words, and whether it could be
        worded: without anybody or anything to speak of it is the bare event word.
    """
    kind = cluster.event_type
    ranked = sorted(cluster.sightings, key=lambda one: _fitness(one, kind))
    for sighting in ranked:
        match = _match(sighting, maker)
        if match is None:
            continue
        kind = sighting.mention.event_type
        if kind is not cluster.event_type and match.form in _NOUNS and kind in _OF_A_CASE:
            continue  # "ordered her held until the hearing" gives no hearing
        words = _noun_title if match.form in _NOUNS else word_verb
        title = words(sighting, match, cluster, maker)
        if title:
            told = " " in title and not title.endswith(STATEMENT)
            told = told and (bool(cluster.actors) or not _is_anybody(title, sighting))
            return _with_place(title, sighting, cluster, maker), told
    return _with_place(_bare_title(ranked[0], cluster, maker), ranked[0], cluster, maker), False


def _is_anybody(title: str, sighting: Sighting) -> bool:
    """Whether a title only has something done to a man, or to a house, of many."""
    if not _ANYBODY.fullmatch(title):
        return False
    subject = title.split(maxsplit=1)[0].lower()
    words = sighting.mention.anchor.exact.split()
    if sighting.dating is not None and subject not in _SOMEBODY:
        before = (
            [word.lower() for word in words[: words.index(subject)]] if subject in words else []
        )
        return subject in words and "the" not in before[-2:]  # "the same ship was held in Oslo"
    return subject in words


def _bare_title(sighting: Sighting, cluster: Cluster, maker: TitleMaker) -> str:
    """The event word alone, or the name of its type where the word is no noun."""
    match = _match(sighting, maker)
    noun = match is not None and match.form in _NOUNS - {Form.PHRASE}
    if match is not None and match.trigger.term in NOUNS_OF_VERBS and not noun:
        return NOUNS_OF_VERBS[match.trigger.term]
    if noun or cluster.event_type is EventType.OTHER:
        words = neutral(sighting.mention.trigger.exact.split(), maker.labels)
        return capitalise(" ".join(words)) or EventType.OTHER.value.capitalize()
    return cluster.event_type.value.capitalize()


def _fitness(sighting: Sighting, kind: EventType) -> tuple[bool, bool, bool, bool, float, int]:
    """Best first: own type, in the story, not referring back, with somebody in it, by score."""
    own = sighting.mention.event_type is kind
    score = sighting.mention.score
    alone = not sighting.actors and kind not in BY_THEMSELVES
    back = sighting.is_definite and " " in sighting.lemma  # "handed down the sentence"
    return not own, sighting.is_headline, back, alone, -score, sighting.order


def _match(sighting: Sighting, maker: TitleMaker) -> TriggerMatch | None:
    words = sighting.mention.trigger.exact.lower().split()
    kind = sighting.mention.event_type
    readings = maker.index.match_at(words, 0)
    fitting = [match for match in readings if match.trigger.event_type is kind] or list(readings)
    if not fitting:
        return _match_news(sighting, words, maker)
    before = [word.lower() for word in words_around(sighting.mention)[0][-_ADJECTIVES - 1 :]]
    noun = before[-1:] in _BEFORE_NOUNS or {"a", "an"} & set(before)
    if len(fitting) > 1 and (noun or COUNTS & set(before[-1:])):
        return fitting[-1]
    return fitting[0]


def _match_news(sighting: Sighting, words: list[str], maker: TitleMaker) -> TriggerMatch | None:
    """The verb by which headline and first lines of an article tell its news, or a deed."""
    verbs = find_retold_verbs(sighting.source.title.value, maker.index.verbs)
    base = verbs.get(words[0])
    if base is None:
        deed = maker.deeds.get(words[0])
        return deed.match_at(0) if deed is not None else None
    trigger = Trigger(base, EventType.OTHER, "verb", strong=False)
    return TriggerMatch(trigger, Form.PAST_OR_PARTICIPLE, 0, 0)


def _noun_title(
    sighting: Sighting, match: TriggerMatch, cluster: Cluster, maker: TitleMaker
) -> str:
    slots = fill_slots(cluster, maker, sighting)
    noun = " ".join(neutral(sighting.mention.trigger.exact.lower().split(), maker.labels))
    article = "" if match.form is not Form.NOUN else "an " if noun[:1] in "aeiou" else "a "
    slots["noun"] = article + noun
    fallen = match.form is Form.PHRASE and bool(FALLEN & set(noun.split()))
    templates = ("{who} loses power",) if fallen else NOUN_TITLES.get(cluster.event_type, ())
    for template in templates:
        names = re.findall(r"\{(\w+)\}", template)
        if all(slots[name] for name in names):
            subject = slots[names[0]]
            title = template.format(**slots)
            return capitalise(_agree(title, subject) if maker.many(subject) else title)
    before, behind = words_around(sighting.mention)
    counted = cluster.event_type is EventType.RULING and bool(COUNTS & set(before[-1:]))
    if match.form is Form.PHRASE or counted:  # "seven pardons" are whose?
        return ""
    described = " ".join([*adjectives_before(before, maker.labels), noun])
    ended = find_end(behind, maker.index) if cluster.event_type in _ENDING else ""
    if ended:
        many = maker.many(noun)
        return capitalise(
            f"{described} {ended if many else maker.index.inflect(ended, Form.THIRD)}"
        )
    harmful = cluster.event_type in HARMFUL
    effect = effect_behind(behind, maker.index, maker.labels) if harmful else ""
    return capitalise(f"{described} {effect}".strip())


def _agree(title: str, subject: str) -> str:
    """Put a template's verb into the plural: meets, takes, is."""
    verb, _, rest = title[len(subject) + 1 :].partition(" ")
    ending = "es" if verb.endswith(("ches", "goes", "shes", "sses", "xes")) else "s"
    plural = "are" if verb == "is" else verb.removesuffix(ending)
    return f"{subject} {plural} {rest}".strip()


def _with_place(title: str, sighting: Sighting, cluster: Cluster, maker: TitleMaker) -> str:
    """Add the place unless the title names it, and keep within ``MAX_WORDS``.

    What happens by itself is known by its place, so that any sentence of the event may name it.
    """
    ordered = [sighting]
    if cluster.event_type in LOCAL:
        ordered += sorted(cluster.sightings, key=lambda one: (-one.mention.score, one.order))
    places = [p for one in ordered for p in one.places if p in maker.places]
    words = title.split()[:MAX_WORDS]
    while words and words[-1].lower() in LINKS | {
        "and",
        "a",
        "an",
        "the",
        "whether",
        "if",
        "why",
        "how",
    }:
        if words[-2:-1] and words[-2] in _WITH_IN and words[-1] == "in":
            break
        words.pop()
    title = " ".join(words)
    soil = next((one.soil for one in ordered if one.soil), "")
    if (
        soil
        and cluster.event_type in LOCAL
        and not places
        and len(words) < MAX_WORDS - 1
        and soil not in title
    ):
        return f"{title} in {soil}"
    if _STRUCK.search(title):
        return title
    if not places or len(words) >= MAX_WORDS - 1 or _MATTER.search(title):
        return title
    place = maker.places[places[0]]
    links = dict(link for one in reversed(ordered) for link in one.links)
    whither = cluster.event_type in _MOVES and f" to {place.name}" in sighting.mention.anchor.exact
    link = "to" if whither else links.get(place.id, "in")
    return title if place.name in title else f"{title} {link} {maker.place_name(place.id)}"
