"""Word an event's title from its parts: short, neutral, present tense, never a copied line.

A title is who, what, whom and where, each from the resolved actors and places; the event word
gives the verb. Where nobody with a page takes part, the noun phrase beside the event word stands
in ("Apartment block collapses"). Loaded words are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.inflection import Form
from dossier.model import Actor, ActorId, Place, PlaceId
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.phrases import (
    ARTICLES,
    BE,
    adjectives_before,
    capitalise,
    display_name,
    effect_behind,
    is_plural,
    neutral,
    phrase_before,
    phrase_behind,
    words_around,
)
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.wording import (
    BY_THEMSELVES,
    DONE_TO,
    FALLEN,
    LOCAL,
    NEED_OBJECT,
    NOUN_TITLES,
    NOUNS_OF_VERBS,
    SAYING,
)
from dossier.settings import Lexicon
from dossier.triggers import TriggerIndex, TriggerMatch, make_trigger_index
from dossier.vocabulary import ActorKind, EventType, Modality, Role

MAX_WORDS = 14
_NOUNS = frozenset({Form.NOUN, Form.PLURAL, Form.PHRASE})
_LINKS = frozenset({"with", "to", "on", "for", "of", "at", "from", "against", "in", "as"})


@dataclass(frozen=True, slots=True)
class TitleMaker:
    """What titles are worded from.

    Attributes:
        actors: By id.
        places: By id.
        index: Event words.
        labels: Loaded terms, lower case; they may not stand in a title.
        groups: Names of groups in the plural ("Firefighters"), case folded.
        singles: Names of all others, case folded: one "Ministry of Fish and Coasts".
    """

    actors: Mapping[ActorId, Actor]
    places: Mapping[PlaceId, Place]
    index: TriggerIndex
    labels: frozenset[str]
    groups: frozenset[str]
    singles: frozenset[str]

    def many(self, subject: str) -> bool:
        """Whether a subject takes a plural verb."""
        folded = subject.casefold()
        return folded in self.groups or (folded not in self.singles and is_plural(subject))


def make_title_maker(
    actors: Sequence[Actor], places: Sequence[Place], lexicon: Lexicon
) -> TitleMaker:
    """Gather what titles are worded from.

    Args:
        actors: All actors.
        places: All places.
        lexicon: Word lists.
    """
    return TitleMaker(
        {actor.id: actor for actor in actors},
        {place.id: place for place in places},
        make_trigger_index(lexicon),
        frozenset(label.lower() for label in lexicon.terms("labels")),
        frozenset(
            actor.name.casefold()
            for actor in actors
            if actor.kind is ActorKind.GROUP and is_plural(actor.name.lower())
        ),
        frozenset(
            actor.name.casefold()
            for actor in actors
            if actor.named and actor.kind is not ActorKind.GROUP
        ),
    )


def make_title(cluster: Cluster, maker: TitleMaker) -> tuple[str, bool]:
    """Word the title of an event.

    Args:
        cluster: Its sightings.
        maker: Actors, places and words.

    Returns:
        One line without a full stop, at most ``MAX_WORDS`` words, and whether it could be
        worded: without anybody or anything to speak of it is the bare event word.
    """
    ranked = sorted(cluster.sightings, key=lambda one: _fitness(one, cluster))
    for sighting in ranked:
        match = _match(sighting, maker)
        if match is None:
            continue
        words = _noun_title if match.form in _NOUNS else _verb_title
        title = words(sighting, match, cluster, maker)
        if title:
            return _with_place(title, sighting, cluster, maker), " " in title
    return _with_place(_bare_title(ranked[0], cluster, maker), ranked[0], cluster, maker), False


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


def _fitness(sighting: Sighting, cluster: Cluster) -> tuple[bool, bool, bool, float, int]:
    """Best first: the event's own type, a sentence of the story, somebody in it, its score."""
    own = sighting.mention.event_type is cluster.event_type
    score = sighting.mention.score
    alone = not sighting.actors and cluster.event_type not in BY_THEMSELVES
    return not own, sighting.is_headline, alone, -score, sighting.order


def _match(sighting: Sighting, maker: TitleMaker) -> TriggerMatch | None:
    words = sighting.mention.trigger.exact.lower().split()
    kind = sighting.mention.event_type
    readings = maker.index.match_at(words, 0)
    fitting = [match for match in readings if match.trigger.event_type is kind] or list(readings)
    before = words_around(sighting.mention)[0][-1:]
    if len(fitting) > 1 and before and before[0].lower() in {"a", "an", "the", "of", "in", "’s"}:
        return fitting[-1]
    return fitting[0] if fitting else None


def _slots(cluster: Cluster, maker: TitleMaker, sighting: Sighting) -> dict[str, str]:
    """Names for who, whom, with and where: people from the sighting alone, places from all."""
    told = [sighting, *sorted(cluster.sightings, key=lambda one: (-one.mention.score, one.order))]

    def names(*roles: Role) -> str:
        ids = [actor for actor, role, _ in sighting.actors if role in roles]
        return _join([display_name(maker.actors[one]) for one in ids if one in maker.actors])

    places = [place for one in told for place in one.places if place in maker.places]
    slots = {
        "who": capitalise(names(Role.ACTOR, Role.SPEAKER)),
        "whom": names(Role.RECIPIENT),
        "with": names(Role.PARTICIPANT),
        "where": maker.places[places[0]].name if places else "",
    }
    slots["pair"] = slots["with"] if " and " in slots["with"] else ""
    for later in ("whom", "with"):
        if slots[later] in slots["who"]:
            slots[later] = ""
    return slots


def _join(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > 2:  # noqa: PLR2004 (a pair is named whole)
        return f"{names[0]} and others"
    return " and ".join(names)


def _verb_title(
    sighting: Sighting, match: TriggerMatch, cluster: Cluster, maker: TitleMaker
) -> str:
    slots = _slots(cluster, maker, sighting)
    before, behind = words_around(sighting.mention)
    words = sighting.mention.trigger.exact.split()
    base = match.trigger.term.split()[0]
    tail = _shorten(neutral(words[1:], maker.labels), slots["whom"])
    if _is_passive(before, match.form) or (sighting.is_headline and match.form in _PARTICIPLES):
        return _passive_title(slots, before, base, tail, maker)
    subject = slots["who"] or phrase_before(before, maker.labels)
    done_to = (cluster.event_type in DONE_TO and not tail) or _holds(tail, slots["whom"])
    if not subject and slots["whom"] and sighting.is_actual and done_to:
        return _passive_title(slots, before, base, tail, maker)
    if not subject:
        return ""
    if match.trigger.term in SAYING:
        topic = [display_name(maker.actors[one]) for one in sighting.topics if one in maker.actors]
        verb = "make" if maker.many(subject) else "makes"
        return " ".join([f"{subject} {verb} a statement", *(f"on {name}" for name in topic[:1])])
    verb = _finite(base, subject, sighting.mention.modality, maker)
    object_ = _object(slots, base, tail, behind, maker)
    if not (object_ or tail) and base in NEED_OBJECT:
        return ""
    if not object_ and tail and tail[-1].lower() in _LINKS:
        tail = tail[:-1]
    return " ".join(part for part in (subject, verb, *tail, object_) if part)


def _shorten(tail: list[str], whom: str) -> list[str]:
    """What follows the verb from its last article on: "declares [the fire] an emergency"."""
    cut = max((place for place, word in enumerate(tail) if word.lower() in ARTICLES), default=0)
    named = set(whom.split()) & set(tail[:cut])
    return tail if named or tail[:cut] and tail[cut - 1].lower() in _LINKS else tail[cut:]


def _object(
    slots: Mapping[str, str],
    base: str,
    tail: Sequence[str],
    behind: Sequence[str],
    maker: TitleMaker,
) -> str:
    """Whom or what a verb is about, with the word that links it."""
    told = {word.casefold() for word in tail}
    whom = "" if told & set(slots["whom"].casefold().split()) else slots["whom"]
    if tail and tail[-1].lower() in _LINKS:
        return whom or slots["with"] or phrase_behind(behind, maker.labels)
    if whom:
        direct = "" if tail else whom  # behind "signs a law" no object fits
        return f"{_BETWEEN_RIVALS[base]} {whom}" if base in _BETWEEN_RIVALS else direct
    if not slots["with"]:
        return "" if base in _DECIDING else phrase_behind(behind, maker.labels)
    if tail[-1:] == ["visit"]:
        return f"of {slots['with']}"
    linked = base != "meet" and (tail or _TOGETHER & set(behind[:_WITH_REACH]))
    return f"with {slots['with']}" if linked else slots["with"]


_WITH_REACH = 12
_TOGETHER = frozenset({"with", "alongside"})
_DECIDING = frozenset({"rule", "order"})
"""Verbs behind which stands what is decided, a clause as a rule."""
_BETWEEN_RIVALS = {"lose": "to", "win": "against"}
_PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})


def _is_passive(before: Sequence[str], form: Form) -> bool:
    near = {word.lower() for word in before[-3:]}
    return form in _PARTICIPLES and bool(near & BE)


def _passive_title(
    slots: Mapping[str, str], before: Sequence[str], base: str, tail: list[str], maker: TitleMaker
) -> str:
    subject = capitalise(slots["whom"]) or phrase_before(before, maker.labels)
    if not subject:
        return ""
    if _holds(tail, slots["whom"]):  # "upgraded Storm Ida to a hurricane"
        tail = tail[len(slots["whom"].split()) :]
    if tail and tail[-1].lower() in _LINKS:
        tail = tail[:-1]
    participle = maker.index.inflect(base, Form.PARTICIPLE)
    agent = ("by", slots["who"]) if slots["who"] not in {"", subject} else ()
    return " ".join((subject, "are" if maker.many(subject) else "is", participle, *tail, *agent))


def _holds(tail: Sequence[str], whom: str) -> bool:
    """Whether what follows the verb begins with whom it is done to."""
    named = whom.split()
    return bool(named) and list(tail[: len(named)]) == named


def _finite(base: str, subject: str, modality: Modality, maker: TitleMaker) -> str:
    plural = maker.many(subject)
    ahead = {
        Modality.ANNOUNCED: f"{'are' if plural else 'is'} to {base}",
        Modality.FORECAST: f"may {base}",
        Modality.DENIED: f"{'do' if plural else 'does'} not {base}",
        Modality.HYPOTHETICAL: f"{'are' if plural else 'is'} asked to {base}",
    }
    now = base if plural else maker.index.inflect(base, Form.THIRD)
    return ahead.get(modality, now)


def _noun_title(
    sighting: Sighting, match: TriggerMatch, cluster: Cluster, maker: TitleMaker
) -> str:
    slots = _slots(cluster, maker, sighting)
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
    if match.form is Form.PHRASE:
        return ""
    before, behind = words_around(sighting.mention)
    described = " ".join([*adjectives_before(before, maker.labels), noun])
    effect = effect_behind(behind, maker.index, maker.labels)
    return capitalise(f"{described} {effect}".strip())


def _agree(title: str, subject: str) -> str:
    """Put a template's verb into the plural: meets, takes, is."""
    verb, _, rest = title[len(subject) + 1 :].partition(" ")
    plural = {"is": "are", "goes": "go"}.get(verb, verb.removesuffix("s"))
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
    while words and words[-1].lower() in _LINKS | {"and", "a", "an", "the"}:
        words.pop()
    title = " ".join(words)
    if not places or len(words) >= MAX_WORDS - 1:
        return title
    place = maker.places[places[0]]
    return title if place.name in title else f"{title} in {place.name}"
