"""Everybody and everywhere in a dossier, looked up by mention."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import (
    Actor,
    ActorId,
    EventMention,
    Extraction,
    Mention,
    MentionId,
    Place,
    SentenceId,
    TimexId,
)
from dossier.vocabulary import ActorKind, MentionForm, Role

_EVERYWHERE = 0.5
"""Share of articles that name an actor, from which on its name tells no event from another."""
_FEW_SOURCES = 4
"""In fewer articles than this, being in most of them means nothing."""
_MOST_INSIDE = 5
"""Mentions looked at for being part of the description before them."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and where each mention is.

    Attributes:
        mentions: Mentions by id.
        actors: Actor of each mention that has one.
        places: Place of each mention that has one.
        by_name: Places by name.
        named: Names of each sentence, in text order.
        dates: Date expressions of each sentence, in text order.
        inside: For a description, the mentions that stand within it.
        everywhere: Actors that are no sign of one event: states, the unnamed, and whoever most
            articles name.
    """

    mentions: Mapping[MentionId, Mention]
    actors: Mapping[MentionId, Actor]
    places: Mapping[MentionId, Place]
    by_name: Mapping[str, Place]
    named: Mapping[SentenceId, Sequence[Mention]]
    dates: Mapping[SentenceId, Sequence[TimexId]]
    inside: Mapping[MentionId, tuple[MentionId, ...]]
    everywhere: frozenset[ActorId]


def make_cast(
    extractions: Sequence[Extraction], actors: Sequence[Actor], places: Sequence[Place]
) -> Cast:
    """Look up mentions.

    Args:
        extractions: Of all articles.
        actors: All actors.
        places: All places.
    """
    mentions = {one.id: one for extraction in extractions for one in extraction.mentions}
    named: defaultdict[SentenceId, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        if mention.form is MentionForm.NAME:
            named[mention.sentence_id].append(mention)
    dates: defaultdict[SentenceId, list[TimexId]] = defaultdict(list)
    for extraction in extractions:
        for timex in extraction.timexes:
            dates[timex.sentence_id].append(timex.id)
    return Cast(
        mentions=mentions,
        actors={mention: actor for actor in actors for mention in actor.mention_ids},
        places={mention: place for place in places for mention in place.mention_ids},
        by_name={place.name: place for place in places},
        named=named,
        dates=dates,
        inside={
            outer: found
            for extraction in extractions
            for outer, found in _find_inside(extraction.mentions)
        },
        everywhere=_find_everywhere(mentions, actors, len(extractions)),
    )


def _find_everywhere(
    mentions: Mapping[MentionId, Mention], actors: Sequence[Actor], articles: int
) -> frozenset[ActorId]:
    vague = {ActorKind.STATE, ActorKind.PLACE}
    found = {actor.id for actor in actors if actor.kind in vague or not actor.named}
    for actor in actors if articles >= _FEW_SOURCES else ():
        sources = {mentions[m].anchor.source_id for m in actor.mention_ids if m in mentions}
        if len(sources) > _EVERYWHERE * articles:
            found.add(actor.id)
    return frozenset(found)


def _find_inside(mentions: Sequence[Mention]) -> Iterator[tuple[MentionId, tuple[MentionId, ...]]]:
    starts = [one.anchor.start for one in mentions]
    for place, outer in enumerate(mentions):
        behind, end = slice(place + 1, place + 1 + _MOST_INSIDE), outer.anchor.end
        if min(starts[behind], default=end) < end:
            yield outer.id, tuple(one.id for one in mentions[behind] if one.anchor.start < end)


def find_subject(mention: EventMention, cast: Cast) -> str:
    """The name of who or what does it, where it is no actor."""
    acting = [part.mention_id for part in mention.participants if part.role is Role.ACTOR]
    if len(acting) != 1 or acting[0] in cast.actors:
        return ""
    named = cast.mentions[acting[0]]
    return named.name if named.form is MentionForm.NAME else ""


def is_unknown(mention_id: MentionId, cast: Cast) -> bool:
    """Whether a mention is a whole name by which nobody is known."""
    mention = cast.mentions[mention_id]
    whole = mention.form is MentionForm.NAME and mention.kind is None and " " in mention.name
    return whole and mention_id not in cast.actors


def find_named_inside(mention: EventMention, cast: Cast) -> frozenset[ActorId]:
    """Actors named inside a participant's description."""
    ids = (part.mention_id for part in mention.participants if part.role is not Role.PLACE)
    return frozenset(
        cast.actors[inner].id
        for outer in ids
        for inner in cast.inside.get(outer, ())
        if inner in cast.actors
    )
