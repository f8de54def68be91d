"""Where a sentence says that an event was."""

import re
from collections.abc import Collection, Iterable

from dossier.model import EventMention, Place, PlaceId
from dossier.resolve.events.cast import Cast
from dossier.vocabulary import ActorKind, EventType, Role

_BY_PLACE = frozenset({EventType.ELECTION, EventType.VOTE})
"""Types in which who acts says where: "Norland holds elections"."""


_THE = re.compile(r"(?:^|[\s“(])the\s\Z", re.IGNORECASE)
_BARE = re.compile(
    r"(?:^|\s)(?:in|at|to|from|of|near|on|off|over|across|for|into|with|by|outside)\s\Z",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:^|\s)(at|near|on|off|outside)\s(?:the\s)?(?:(?:[\w’'-]+\s){1,4}of\s)?\Z", re.IGNORECASE
)


def takes_article(prefixes: Iterable[str]) -> bool:
    """Whether a place's name goes with "the", as its mentions do: "the Hague".

    Args:
        prefixes: What stands before each of its mentions.
    """
    told = [prefix for prefix in prefixes if _THE.search(prefix) or _BARE.search(prefix)]
    return 2 * sum(_THE.search(prefix) is not None for prefix in told) > len(told)


def find_link(prefix: str) -> str:
    """The preposition by which a sentence places an event: "at" in "at the Old Mill"; or "in".

    Args:
        prefix: What stands before the place's name.
    """
    found = _LINK.search(prefix)
    return found[1].lower() if found else "in"


def find_links(mention: EventMention, cast: Cast) -> tuple[tuple[PlaceId, str], ...]:
    """Each place of an event mention with the preposition before it, in text order."""
    links: dict[PlaceId, str] = {}
    for part in mention.participants:
        place = cast.places.get(part.mention_id)
        if part.role is Role.PLACE and place is not None:
            links.setdefault(place.id, find_link(cast.mentions[part.mention_id].anchor.prefix))
    return tuple(links.items())


def find_soil(mention: EventMention, cast: Cast) -> str:
    """The state that a mention names as where it was, where it is no place of its own."""
    named = [
        cast.mentions[part.mention_id]
        for part in mention.participants
        if part.role is Role.PLACE
        and part.mention_id not in cast.places
        and cast.mentions[part.mention_id].kind is ActorKind.STATE
    ]
    of = [one for one in named if one.anchor.prefix.endswith(" of ")]  # "the US territory of"
    found = (of or named)[:1]
    return next((cast.actors[one.id].name for one in found if one.id in cast.actors), "")


def find_places(mention: EventMention, cast: Cast) -> Collection[Place]:
    """Places of an event, each once, in text order."""
    places: dict[PlaceId, Place] = {}
    for part in mention.participants:
        place = cast.places.get(part.mention_id)
        if part.role is Role.PLACE and place is not None:
            places[place.id] = place
    if mention.event_type in _BY_PLACE:
        for name in _names_in(mention, cast):
            if name in cast.by_name:
                places.setdefault(cast.by_name[name].id, cast.by_name[name])
    return places.values()


def find_country(place: Place) -> str:
    """The country that a place is or lies in; empty where nobody says."""
    return place.name if place.precision == "country" else place.within


def _names_in(mention: EventMention, cast: Cast) -> tuple[str, ...]:
    """Names of who acts and of what stands inside the event words."""
    acting = {part.mention_id for part in mention.participants if part.role is Role.ACTOR}
    trigger = mention.trigger
    return tuple(
        one.name
        for one in cast.named.get(mention.sentence_id, ())
        if one.id in acting or trigger.start <= one.anchor.start < trigger.end
    )
