"""Dated links between actors, read off events that have two sides.

A relation says no more than its event does: the same sentences, date and hedge. What is only
announced, feared, denied or called for links nobody.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, product, takewhile

from dossier.dates import sort_key
from dossier.ids import make_id
from dossier.model import (
    Actor,
    Anchor,
    Event,
    EventMention,
    Extraction,
    Participation,
    Relation,
)
from dossier.resolve.events.wording import ROLES
from dossier.vocabulary import ActorKind, EventType, Modality

VERBS: Mapping[EventType, str] = {
    EventType.MEETING: "met",
    EventType.VISIT: "visited",
    EventType.INVITATION: "invited",
    EventType.AGREEMENT: "reached an agreement with",
    EventType.CONTRACT: "made a contract with",
    EventType.REQUEST: "made a request to",
    EventType.RECOGNITION: "recognised",
    EventType.APPOINTMENT: "appointed",
    EventType.REMOVAL: "removed",
    EventType.LAWSUIT: "took legal action against",
    EventType.RULING: "decided on",
    EventType.ARREST: "arrested",
    EventType.ATTACK: "attacked",
    EventType.CONFLICT: "fought",
    EventType.TAKEOVER: "overthrew",
    EventType.SANCTION: "imposed a penalty on",
    EventType.EVACUATION: "evacuated",
    EventType.COMPETITION: "competed with",
    EventType.AID: "gave aid to",
    EventType.THREAT: "threatened",
}
"""What links the two sides, read from the one that acts; types without two sides are absent."""

VERBS_OF_WORDS: Mapping[str, str] = {
    "accus": "accused",
    "sue": "sued",
    "suing": "sued",
    "indict": "indicted",
    "convict": "convicted",
    "sentenc": "sentenced",
    "acquit": "acquitted",
    "pardon": "pardoned",
    "endors": "endorsed",
    "condemn": "condemned",
    "criticis": "criticised",
    "criticiz": "criticised",
    "succeed": "replaced",
    "replac": "replaced",
    "nominat": "nominated",
    "elect": "elected",
    "defeat": "defeated",
    "kill": "killed",
    "extradit": "extradited",
    "donat": "donated to",
    "rescue": "rescued",
}
"""Event words that say more exactly what links two sides than their type does; beginnings."""

MUTUAL = frozenset(
    {EventType.MEETING, EventType.AGREEMENT, EventType.CONTRACT, EventType.CONFLICT,
     EventType.COMPETITION}
)  # fmt: skip
"""Types in which everybody stands on the same footing."""

_PAST = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_MOST_SIDES = 4
"""With more actors than this, who dealt with whom is not known."""


def resolve_relations(
    events: Sequence[Event], extractions: Sequence[Extraction], actors: Sequence[Actor]
) -> tuple[Relation, ...]:
    """Read relations off events.

    Args:
        events: The events to read; pass those that may be published.
        extractions: What was found in each article; its sentences are the evidence.
        actors: All actors.

    Returns:
        Relations by date, undated last, then subject, verb and object.
    """
    kinds = {actor.id: actor.kind for actor in actors}
    mentions = {
        mention.id: mention for extraction in extractions for mention in extraction.event_mentions
    }
    found = []
    for event in events:
        told = [mentions[one] for one in event.mention_ids if one in mentions]
        verb = _verb(event, told)
        if verb and event.modality in _PAST:
            found += [_relate(event, verb, pair, told) for pair in _pairs(event, kinds)]
    return tuple(sorted(found, key=_order))


def _order(relation: Relation) -> tuple[object, ...]:
    when = sort_key(relation.dating.value if relation.dating else None)
    return when, relation.subject_id, relation.verb, relation.object_id


def _pairs(
    event: Event, kinds: Mapping[str, ActorKind]
) -> Iterator[tuple[Participation, Participation]]:
    """Who acted on whom; for mutual events every pair once."""
    known = [
        part
        for part in event.participants
        if part.actor_id is not None
        and kinds.get(part.actor_id, ActorKind.PLACE) is not ActorKind.PLACE
    ]
    if event.event_type in MUTUAL:
        if len(known) <= _MOST_SIDES:
            yield from combinations(known, 2)
        return
    acting, done_to = ROLES[event.event_type]
    doers = [part for part in known if part.role == acting]
    others = [part for part in known if part.role == done_to]
    if len(doers) + len(others) <= _MOST_SIDES:
        yield from product(doers, others)


def _verb(event: Event, told: Sequence[EventMention]) -> str:
    """What links the two sides of an event; empty if nothing does."""
    best = max(told, key=lambda one: one.score, default=None)
    words = best.trigger.exact.lower() if best is not None else ""
    exact = (verb for opening, verb in VERBS_OF_WORDS.items() if words.startswith(opening))
    return next(exact, VERBS.get(event.event_type, ""))


def _relate(
    event: Event,
    verb: str,
    pair: tuple[Participation, Participation],
    told: Sequence[EventMention],
) -> Relation:
    subject, other = pair
    return Relation(
        id=make_id("r", event.id, subject.actor_id, verb, other.actor_id),
        subject_id=subject.actor_id or "",
        verb=verb,
        object_id=other.actor_id or "",
        anchors=_shared_sentences(event, pair, told),
        dating=event.dating,
        event_id=event.id,
        according_to=subject.according_to or other.according_to,
        hedge=event.hedge,
        origin="resolve.relations",
    )


def _shared_sentences(
    event: Event, pair: tuple[Participation, Participation], told: Sequence[EventMention]
) -> tuple[Anchor, ...]:
    """Sentences of the event that name both; all of them if none does."""
    names = [sorted(part.anchors, key=_place) for part in pair]
    both = [one.anchor for one in told if all(_holds_any(one.anchor, named) for named in names)]
    return tuple(dict.fromkeys(both or event.anchors))


def _holds_any(sentence: Anchor, names: Sequence[Anchor]) -> bool:
    """Whether one of some names, which are in order, stands within a sentence."""
    end = (sentence.source_id, sentence.end)
    inside = islice(names, bisect_left(names, _place(sentence), key=_place), None)
    return any(
        name.end <= sentence.end for name in takewhile(lambda one: _place(one) < end, inside)
    )


def _place(anchor: Anchor) -> tuple[str, int]:
    return anchor.source_id, anchor.start
