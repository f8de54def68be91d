"""Event mentions with everything known about them from the other stages.

A sighting is one sentence's view of one happening: who (as actors, no longer as words), where,
when, in which article. Clustering compares sightings and nothing else.
"""

import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from itertools import islice

from dossier.model import (
    ActorId,
    Calendar,
    Dating,
    EventMention,
    Extraction,
    MentionId,
    Passage,
    PlaceId,
    Source,
)
from dossier.records import record
from dossier.resolve.events.cast import Cast, find_named_inside, find_subject, is_unknown
from dossier.resolve.events.days import LIMITS, count_age, find_date, is_ahead
from dossier.resolve.events.determiners import is_another, is_definite, is_tally, is_topic
from dossier.resolve.events.places import find_country, find_links, find_places, find_soil
from dossier.vocabulary import ActorKind, Modality, PassageKind, Role

_WORD = re.compile(r"[^\W\d_]{4,}")
_TOLD = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_LEDE = 2
_SHORTEST_STEM = 3
_NO_STEMS = frozenset({"the", "his", "her", "thei", "its", "not", "and", "for", "with"})
_STEM = 4
_SAME_STEM = {"guil": "conv", "jail": "sent", "impr": "sent", "murd": "kill", "slai": "kill"}
"""Words of one meaning, by their beginnings: found guilty and convicted."""
"""Letters that most forms of a word share: plead, pleaded; kill, killing; but not met, meeting."""


@record
class Sighting:
    """One mention of one event, in terms of actors, places and days.

    Attributes:
        mention: The event mention.
        source: Its article.
        passage: Its paragraph.
        order: Place in order of publication, then of text; unique.
        actors: Who takes part, each with the part and the mention, in text order.
        specific: Actors that take part, or are named in who does ("a party delegation"), and
            can tell two events apart: named, not states, not everywhere.
        people: Persons among those who take part.
        topics: Further actors that its sentence names behind the event word, in text order.
        places: Places named for it, in text order.
        links: The preposition before each of them, "at" or "near".
        soil: Name of the state that it is said to have struck or been in; or empty.
        spots: Those of them that are smaller than a country.
        grains: The same, each with how exact a place it is: "site", "city", "region".
        countries: Countries named for it, and those that hold its spots.
        dating: What its date expression means; None without one.
        age: Days from the end of its date to its article; 0 where either is unknown.
        words: Longer words of the sentence, lower case.
        lemma: The event word in lower case.
        stem: Its beginning, the same in most of its forms.
        stems: Beginnings of all the words that name the event: "pleaded guilty".
        is_headline: Whether it stands in a headline.
        doers: Actors that do it.
        done_to: Actors to whom it is done.
        speakers: Actors that say it.
        is_definite: Whether "the", "that" or a possessive makes it a noun that is known.
        is_another: Whether its words set it apart: "a", "another", "second", a plural.
        is_lede: Whether it stands in the first paragraphs of the story.
        subject: Name of who or what does it and is no actor, a storm or a ship; or empty.
        has_stranger: Whether a name that nobody is known by takes part.
        limit: What a date expression says by which, until or after which it was; or None.
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
    links: tuple[tuple[PlaceId, str], ...]
    soil: str
    spots: frozenset[PlaceId]
    grains: frozenset[tuple[str, PlaceId]]
    countries: frozenset[str]
    dating: Dating | None
    age: int
    words: frozenset[str]
    lemma: str
    stem: str
    stems: frozenset[str]
    is_headline: bool
    doers: frozenset[ActorId]
    done_to: frozenset[ActorId]
    speakers: frozenset[ActorId]
    is_definite: bool
    is_another: bool
    is_lede: bool
    subject: str = ""
    has_stranger: bool = False
    limit: Dating | None = None

    @property
    def is_tally(self) -> bool:
        """Whether it counts up what happened over a time: "has so far killed 800"."""
        return is_tally(self.mention)

    @property
    def is_caption(self) -> bool:
        """Whether it stands under a picture."""
        return self.passage.kind is PassageKind.CAPTION

    @property
    def is_actual(self) -> bool:
        """Whether it is told as something that came about, by whomever."""
        return self.mention.modality in {Modality.HAPPENED, Modality.SAID, Modality.REPORTED}

    @property
    def gone(self) -> frozenset[ActorId]:
        """Who dies, leaves or is removed: whom it is done to, else whoever does it."""
        done_to = self.done_to & (self.people | self.specific)
        return done_to or self.doers & self.people


def sort_sources(sources: Sequence[Source], calendar: Calendar) -> tuple[Source, ...]:
    """Sources in order of publication, undated last; equal ones by id."""

    def key(source: Source) -> tuple[bool, str, str]:
        dating = calendar.published.get(source.id)
        return dating is None, dating.value.start.isoformat() if dating else "", source.id

    return tuple(sorted(sources, key=key))


def find_sightings(
    sources: Sequence[Source], extractions: Sequence[Extraction], cast: Cast, calendar: Calendar
) -> tuple[Sighting, ...]:
    """Turn every event mention into a sighting.

    Args:
        sources: All articles, in any order.
        extractions: What was found in each.
        cast: Who and where each mention is.
        calendar: All dates.

    Returns:
        Sightings in order of publication, then of text.
    """
    by_id = {extraction.source_id: extraction for extraction in extractions}
    found: list[Sighting] = []
    words = lru_cache(_find_words)  # one sentence may tell several events
    for source in sort_sources(sources, calendar):
        extraction = by_id[source.id]
        passages = {sentence.id: sentence.passage for sentence in extraction.sentences}
        for mention in extraction.event_mentions:
            passage = source.passages[passages[mention.sentence_id]]
            dating = find_date(mention, passage, cast, calendar)
            published = calendar.published.get(source.id)
            if is_ahead(dating, published) and mention.modality in _TOLD:
                dating = None  # told as past, so the day must be another's
            limit = calendar.timexes.get(mention.timex_id) if mention.timex_id else None
            if limit is not None and limit.bound not in LIMITS:
                limit = None
            where, when = (source, passage, len(found)), (dating, published, limit)
            found.append(_sight(mention, cast, where, when, words(mention.anchor.exact)))
    return tuple(found)


def _sight(
    mention: EventMention,
    cast: Cast,
    where: tuple[Source, Passage, int],
    when: tuple[Dating | None, Dating | None, Dating | None],
    words: frozenset[str],
) -> Sighting:
    actors: dict[ActorId, tuple[ActorId, Role, MentionId]] = {}
    people: set[ActorId] = set()
    for part in mention.participants:
        actor = cast.actors.get(part.mention_id)
        if part.role is Role.PLACE or actor is None or actor.kind is ActorKind.PLACE:
            continue
        actors.setdefault(actor.id, (actor.id, part.role, part.mention_id))
        if actor.kind is ActorKind.PERSON:
            people.add(actor.id)
    taking = frozenset(key for key, role, _ in actors.values() if role is not Role.NAMED)
    places = find_places(mention, cast)
    lemma = mention.trigger.exact.lower()
    return Sighting(
        mention=mention,
        source=where[0],
        passage=where[1],
        order=where[2],
        actors=tuple(actors.values()),
        specific=(taking | find_named_inside(mention, cast)) - cast.everywhere,
        people=frozenset(people),
        topics=_topics(mention, cast, set(actors)),
        places=tuple(place.id for place in places),
        links=find_links(mention, cast),
        soil=find_soil(mention, cast),
        spots=frozenset(place.id for place in places if place.precision != "country"),
        grains=frozenset(
            (place.precision, place.id) for place in places if place.precision != "country"
        ),
        countries=frozenset(filter(None, map(find_country, places))),
        dating=when[0],
        age=count_age(*when[:2]),
        words=words,
        lemma=lemma,
        stem=lemma.split()[0][:_STEM],
        stems=_find_stems(lemma),
        is_headline=where[1].kind is PassageKind.TITLE,
        doers=_taking(Role.ACTOR, actors),
        done_to=_taking(Role.RECIPIENT, actors),
        speakers=_taking(Role.SPEAKER, actors),
        is_definite=is_definite(mention),
        is_another=is_another(mention),
        is_lede=_is_lede(*where[:2]),
        subject=find_subject(mention, cast),
        has_stranger=any(is_unknown(part.mention_id, cast) for part in mention.participants),
        limit=when[2],
    )


def _find_words(text: str) -> frozenset[str]:
    return frozenset(map(str.lower, _WORD.findall(text)))


@lru_cache(maxsize=1024)
def _find_stems(lemma: str) -> frozenset[str]:
    words = (word[:_STEM] for word in lemma.split() if len(word) >= _SHORTEST_STEM)
    return frozenset(_SAME_STEM.get(word, word) for word in words) - _NO_STEMS


def _taking(
    role: Role, actors: Mapping[ActorId, tuple[ActorId, Role, MentionId]]
) -> frozenset[ActorId]:
    return frozenset([actor for actor, part, _ in actors.values() if part is role])


def _is_lede(source: Source, passage: Passage) -> bool:
    body = (one.index for one in source.passages if one.kind is PassageKind.BODY)
    return passage.index in islice(body, _LEDE)


def _topics(mention: EventMention, cast: Cast, taking: Set[ActorId]) -> tuple[ActorId, ...]:
    """Whom the rest of the sentence is said to be about; states last, seldom the point."""
    behind = [
        cast.actors[one.id].id
        for one in cast.named.get(mention.sentence_id, ())
        if one.anchor.start >= mention.trigger.end
        and one.id in cast.actors
        and is_topic(mention, one.anchor.start)
    ]
    others = [actor for actor in dict.fromkeys(behind) if actor not in taking]
    return tuple(sorted(others, key=lambda actor: actor in cast.everywhere))
