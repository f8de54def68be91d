"""Event mentions with everything known about them from the other stages.

A sighting is one sentence's view of one happening: who (as actors, no longer as words), where,
when, in which article. Clustering compares sightings and nothing else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from dossier.model import (
    Actor,
    ActorId,
    Calendar,
    Dating,
    EventMention,
    Extraction,
    Mention,
    MentionId,
    Passage,
    Place,
    PlaceId,
    SentenceId,
    Source,
)
from dossier.vocabulary import ActorKind, EventType, MentionForm, Modality, PassageKind, Role

_WORD = re.compile(r"[^\W\d_]{4,}")
_BY_PLACE = frozenset({EventType.ELECTION, EventType.VOTE})
_MONTH = 31
_LOOSE_DAYS = 400
"""A date of more days than this says too little to tell two events apart."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of one event, in terms of actors, places and days.

    Attributes:
        mention: The event mention.
        source: Its article.
        passage: Its paragraph.
        order: Place in order of publication, then of text; unique.
        actors: Who takes part, each with the part and the mention, in text order.
        specific: Actors that take part or are named in who does ("a party delegation") and can tell two events apart: named, not states, not everywhere.
        people: Persons among those who take part.
        topics: Further actors that its sentence names behind the event word, in text order.
        places: Places named for it, in text order.
        spots: Those of them that are no larger than a city.
        countries: Countries named for it, and those that hold its spots.
        dating: What its date expression means; None without one.
        age: Days from the end of its date to its article; 0 where either is unknown.
        words: Longer words of the sentence, lower case.
        lemma: The event word in lower case.
    """

    mention: EventMention
    source: Source
    passage: Passage
    order: int
    actors: tuple[tuple[ActorId, Role, MentionId], ...]
    specific: frozenset[ActorId]
    people: frozenset[ActorId]
    topics: tuple[ActorId, ...]
    places: tuple[PlaceId, ...]
    spots: frozenset[PlaceId]
    countries: frozenset[str]
    dating: Dating | None
    age: int
    words: frozenset[str]
    lemma: str

    @property
    def is_headline(self) -> bool:
        """Whether it stands in a headline."""
        return self.passage.kind is PassageKind.TITLE

    @property
    def is_caption(self) -> bool:
        """Whether it stands under a picture."""
        return self.passage.kind is PassageKind.CAPTION

    @property
    def is_actual(self) -> bool:
        """Whether it is told as something that came about, by whomever."""
        return self.mention.modality in {Modality.HAPPENED, Modality.SAID, Modality.REPORTED}

    def with_role(self, role: Role) -> frozenset[ActorId]:
        """Actors that take a part in it."""
        return frozenset(actor for actor, part, _ in self.actors if part is role)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everywhere, by mention.

    Attributes:
        mentions: Mentions by id.
        actors: Actor of each mention that has one.
        places: Place of each mention that has one.
        named: Names of each sentence, in text order.
        by_name: Places by name.
        inside: For a description, the mentions that stand within it.
        everywhere: Actors that are no sign of one event: states, the unnamed, and whoever most
            articles name.
    """

    mentions: Mapping[MentionId, Mention]
    actors: Mapping[MentionId, Actor]
    places: Mapping[MentionId, Place]
    named: Mapping[SentenceId, tuple[Mention, ...]]
    by_name: Mapping[str, Place]
    inside: Mapping[MentionId, tuple[MentionId, ...]]
    everywhere: frozenset[ActorId]


_EVERYWHERE = 0.5
_FEW_SOURCES = 4
"""In fewer articles than this, being in all of them means nothing."""


def make_cast(
    extractions: Sequence[Extraction], actors: Sequence[Actor], places: Sequence[Place]
) -> Cast:
    """Look up mentions.

    Args:
        extractions: Of all articles.
        actors: All actors.
        places: All places.
    """
    mentions = {m.id: m for extraction in extractions for m in extraction.mentions}
    by_mention = {mention: actor for actor in actors for mention in actor.mention_ids}
    vague = {ActorKind.STATE, ActorKind.PLACE}
    everywhere = {actor.id for actor in actors if actor.kind in vague or not actor.named}
    if len(extractions) >= _FEW_SOURCES:
        for actor in actors:
            sources = {mentions[m].anchor.source_id for m in actor.mention_ids if m in mentions}
            if len(sources) > _EVERYWHERE * len(extractions):
                everywhere.add(actor.id)
    at = {mention: place for place in places for mention in place.mention_ids}
    inside = {
        outer: found
        for extraction in extractions
        for outer, found in _find_inside(extraction.mentions)
    }
    named: dict[SentenceId, tuple[Mention, ...]] = {}
    for mention in mentions.values():
        if mention.form is MentionForm.NAME:
            named[mention.sentence_id] = (*named.get(mention.sentence_id, ()), mention)
    by_name = {place.name: place for place in places}
    return Cast(mentions, by_mention, at, named, by_name, inside, frozenset(everywhere))


def _find_inside(mentions: Sequence[Mention]) -> Iterator[tuple[MentionId, tuple[MentionId, ...]]]:
    for place, outer in enumerate(mentions):
        behind = takewhile(
            lambda one: one.anchor.start < outer.anchor.end, mentions[place + 1 : place + 6]
        )
        found = tuple(one.id for one in behind)
        if found:
            yield outer.id, found


def find_sightings(
    sources: Sequence[Source], extractions: Sequence[Extraction], cast: Cast, calendar: Calendar
) -> tuple[Sighting, ...]:
    """Turn every event mention into a sighting, in order of publication, then of text."""
    by_id = {extraction.source_id: extraction for extraction in extractions}
    found: list[Sighting] = []
    for source in sort_sources(sources, calendar):
        extraction = by_id.get(source.id)
        if extraction is None:
            continue
        passages = {sentence.id: sentence.passage for sentence in extraction.sentences}
        for mention in extraction.event_mentions:
            passage = source.passages[passages[mention.sentence_id]]
            found.append(_sight(mention, source, passage, len(found), cast, calendar))
    return tuple(found)


def sort_sources(sources: Sequence[Source], calendar: Calendar) -> tuple[Source, ...]:
    """Sources in order of publication, undated last; equal ones by id."""

    def key(source: Source) -> tuple[bool, str, str]:
        dating = calendar.published.get(source.id)
        return dating is None, dating.value.start.isoformat() if dating else "", source.id

    return tuple(sorted(sources, key=key))


def _names_in(mention: EventMention, cast: Cast) -> tuple[str, ...]:
    """Names of who takes part and of what stands inside the event words."""
    acting = {part.mention_id for part in mention.participants if part.role is Role.ACTOR}
    trigger = mention.trigger
    return tuple(
        one.name
        for one in cast.named.get(mention.sentence_id, ())
        if one.id in acting or trigger.start <= one.anchor.start < trigger.end
    )


def _is_narrow(dating: Dating) -> bool:
    return (dating.value.end - dating.value.start).days <= _MONTH


def _age(dating: Dating | None, published: Dating | None) -> int:
    if dating is None or published is None:
        return 0
    return max(0, (published.value.start - dating.value.latest).days)


def _named_inside(mention: EventMention, cast: Cast) -> frozenset[ActorId]:
    """Actors named inside a participant's description."""
    ids = (part.mention_id for part in mention.participants if part.role is not Role.PLACE)
    return frozenset(
        cast.actors[inner].id
        for outer in ids
        for inner in cast.inside.get(outer, ())
        if inner in cast.actors
    )


def _topics(mention: EventMention, cast: Cast, taking: Set[ActorId]) -> tuple[ActorId, ...]:
    """Whom the rest of the sentence names; states last, since they are seldom the point."""
    behind = [
        cast.actors[one.id].id
        for one in cast.named.get(mention.sentence_id, ())
        if one.anchor.start >= mention.trigger.end and one.id in cast.actors
    ]
    others = [actor for actor in dict.fromkeys(behind) if actor not in taking]
    return tuple(sorted(others, key=lambda actor: actor in cast.everywhere))


def _sight(
    mention: EventMention, source: Source, passage: Passage, order: int, cast: Cast,
    calendar: Calendar,
) -> Sighting:  # fmt: skip
    actors: dict[ActorId, tuple[ActorId, Role, MentionId]] = {}
    places: dict[PlaceId, Place] = {}
    people: set[ActorId] = set()
    for participant in mention.participants:
        place = cast.places.get(participant.mention_id)
        if participant.role is Role.PLACE:
            if place is not None:
                places[place.id] = place
            continue
        actor = cast.actors.get(participant.mention_id)
        if actor is not None and actor.kind is not ActorKind.PLACE:
            actors.setdefault(actor.id, (actor.id, participant.role, participant.mention_id))
            if actor.kind is ActorKind.PERSON:
                people.add(actor.id)
    dating = calendar.timexes.get(mention.timex_id) if mention.timex_id else None
    if passage.kind is PassageKind.TITLE and dating is not None and not _is_narrow(dating):
        dating = None  # "2020 elections: …" names the subject, not the day
    if dating is not None and (dating.value.end - dating.value.start).days > _LOOSE_DAYS:
        dating = dating if dating.bound in {"since", "after"} else None
    if mention.event_type in _BY_PLACE:
        # "Norland holds elections", "the Norland vote": who votes says where
        for name in _names_in(mention, cast):
            if name in cast.by_name:
                places.setdefault(cast.by_name[name].id, cast.by_name[name])
    return Sighting(
        mention=mention,
        source=source,
        passage=passage,
        order=order,
        actors=tuple(actors.values()),
        specific=(frozenset(actors) | _named_inside(mention, cast)) - cast.everywhere,
        people=frozenset(people),
        topics=_topics(mention, cast, set(actors)),
        places=tuple(places),
        spots=frozenset(p.id for p in places.values() if p.precision != "country"),
        countries=frozenset(
            p.name if p.precision == "country" else p.within
            for p in places.values()
            if p.within or p.precision == "country"
        ),
        dating=dating,
        age=_age(dating, calendar.published.get(source.id)),
        words=frozenset(word.lower() for word in _WORD.findall(mention.anchor.exact)),
        lemma=mention.trigger.exact.lower(),
    )
