"""Who, whom, with and where: the names that an event's title is worded from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.deeds import Deed, make_deeds
from dossier.model import Actor, ActorId, Place, PlaceId
from dossier.resolve.events.cast import Cast
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.phrases import capitalise, display_name, is_plural
from dossier.resolve.events.places import takes_article
from dossier.resolve.events.sightings import Sighting
from dossier.settings import Lexicon
from dossier.triggers import TriggerIndex, make_trigger_index
from dossier.vocabulary import ActorKind, Role

_MANY = ("police", "troops", "forces")
"""Endings of names that take a plural verb: "Norland police arrest a skipper"."""


@dataclass(frozen=True, slots=True)
class TitleMaker:
    """What titles are worded from.

    Attributes:
        actors: By id.
        places: By id.
        articled: Places whose names go with "the".
        index: Event words.
        deeds: Past forms of verbs that tell a happening where it is dated.
        labels: Loaded terms, lower case; they may not stand in a title.
        groups: Names of groups in the plural ("Firefighters"), case folded.
        singles: Names of all others, case folded: one "Ministry of Fish and Coasts".
    """

    actors: Mapping[ActorId, Actor]
    places: Mapping[PlaceId, Place]
    articled: frozenset[PlaceId]
    index: TriggerIndex
    deeds: Mapping[str, Deed]
    labels: frozenset[str]
    groups: frozenset[str]
    singles: frozenset[str]

    def place_name(self, place: PlaceId) -> str:
        """A place's name as a sentence uses it: "the Old Quay"."""
        name = self.places[place].name
        return f"the {name}" if place in self.articled and not name.startswith("The ") else name

    def many(self, subject: str) -> bool:
        """Whether a subject takes a plural verb."""
        folded = subject.casefold()
        if folded.endswith(_MANY):
            return True
        if folded in self.groups or folded in self.singles:
            return folded in self.groups
        if " and " in subject and folded.rsplit(maxsplit=1)[-1] in self.index.heads:
            return False  # "the Health and Safety Board"
        alone = " " not in subject and not subject.isupper()
        return is_plural(subject) or (alone and is_plural(subject.lower()))


def make_title_maker(
    actors: Sequence[Actor], places: Sequence[Place], cast: Cast, lexicon: Lexicon
) -> TitleMaker:
    """Gather what titles are worded from.

    Args:
        actors: All actors.
        places: All places.
        cast: Their mentions.
        lexicon: Word lists.
    """
    return TitleMaker(
        {actor.id: actor for actor in actors},
        {place.id: place for place in places},
        frozenset(
            place.id
            for place in places
            if takes_article(
                cast.mentions[one].anchor.prefix
                for one in place.mention_ids
                if one in cast.mentions
            )
        ),
        make_trigger_index(lexicon),
        make_deeds(lexicon),
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


def fill_slots(cluster: Cluster, maker: TitleMaker, sighting: Sighting) -> dict[str, str]:
    """Name who, whom, with and where.

    Args:
        cluster: The event's sightings; any of them may give the place.
        maker: Actors and places.
        sighting: The one that the title is worded from; people are its own.

    Returns:
        "who", "whom", "with", "where" and "pair" (two or more who are with each other); ""
        where the text names nobody.
    """
    told = [sighting, *sorted(cluster.sightings, key=lambda one: (-one.mention.score, one.order))]

    def names(*roles: Role) -> str:
        ids = [actor for actor, role, _ in sighting.actors if role in roles]
        return _join([display_name(maker.actors[one]) for one in ids if one in maker.actors])

    places = [place for one in told for place in one.places if place in maker.places]
    slots = {
        "who": capitalise(names(Role.ACTOR, Role.SPEAKER)),
        "whom": names(Role.RECIPIENT),
        "with": names(Role.PARTICIPANT),
        "where": maker.place_name(places[0]) if places else "",
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
