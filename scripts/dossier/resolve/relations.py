"""Dated links between actors, read off events that have two sides.

A relation says no more than its event does: the same sentences, date and hedge. What is only
announced, feared, denied or called for links nobody.
"""

import re
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
    "impeach": "impeached",
    "commut": "commuted the sentence of",
    "select": "chose",
    "chose": "chose",
    "choos": "chose",
    "pick": "chose",
    "nam": "named",
    "announc": "named",
}
"""Event words that say more exactly what links two sides than their type does; beginnings."""

DIRECTED: Mapping[str, str] = {
    "acquir": "acquired",
    "buy": "bought",
    "bought": "bought",
    "purchas": "bought",
    "beat": "defeated",
    "defeat": "defeated",
    "lost": "lost to",
    "los": "lost to",
}
"""Words of mutual types that say which side does it to which; beginnings. A passive turns them."""

_UNDOING = ("reject", "refus", "declin", "cancel", "withdr", "terminat", "scrap", "block", "halt")
"""Beginnings of words that keep two sides from being linked: "rejected the offer"."""

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?\Z")
_BY = re.compile(r"[^.;]{0,60}?\bby\b")

MUTUAL = frozenset(
    {EventType.MEETING, EventType.AGREEMENT, EventType.CONTRACT, EventType.CONFLICT,
     EventType.COMPETITION}
)  # fmt: skip
"""Types in which everybody stands on the same footing."""

_PAST = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
Pair = tuple[Participation, Participation]
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
        if event.modality in _PAST:
            found += [_relate(event, verb, pair, told) for verb, pair in _links(event, kinds, told)]
    return tuple(sorted(found, key=_order))


def _order(relation: Relation) -> tuple[object, ...]:
    when = sort_key(relation.dating.value if relation.dating else None)
    return when, relation.subject_id, relation.verb, relation.object_id


def _links(
    event: Event, kinds: Mapping[str, ActorKind], told: Sequence[EventMention]
) -> Iterator[tuple[str, Pair]]:
    """What links whom; for mutual events every pair across the word that names them once."""
    known = [
        part
        for part in event.participants
        if part.actor_id is not None
        and kinds.get(part.actor_id, ActorKind.PLACE) is not ActorKind.PLACE
    ]
    best = max(told, key=lambda one: one.score, default=None)
    words = best.trigger.exact.lower() if best is not None else ""
    verb = _exact(VERBS_OF_WORDS, words) or VERBS.get(event.event_type, "")
    if not verb or words.startswith(_UNDOING):
        return
    if event.event_type in MUTUAL:
        if len(known) <= _MOST_SIDES:
            yield from _mutual(verb, words, known, best)
        return
    if best is not None and words.startswith("grant") and "pardon" in best.anchor.exact:
        verb = "pardoned"
    acting, done_to = ROLES[event.event_type]
    doers = [part for part in known if part.role == acting]
    others = [part for part in known if part.role == done_to]
    if len(doers) + len(others) <= _MOST_SIDES:
        yield from ((verb, pair) for pair in product(doers, others))


def _mutual(
    verb: str, words: str, known: Sequence[Participation], best: EventMention | None
) -> Iterator[tuple[str, Pair]]:
    """Link those before the word to those behind it; all with all where they stand together."""
    sides = {part.actor_id: _side(part, best) for part in known} if best else {}
    here = [part for part in known if sides.get(part.actor_id)]
    if len(here) > 1:
        known = here  # who is only named in other sentences signed for those
    before = [part for part in known if sides.get(part.actor_id) == "before"]
    behind = [part for part in known if part not in before]
    if best is None or not before or not behind:
        yield from ((verb, pair) for pair in combinations(known, 2))
        return
    directed = _exact(DIRECTED, words)
    if directed and _is_passive(best):
        before, behind = behind, before
    yield from ((directed or verb, pair) for pair in product(before, behind))


def _exact(verbs: Mapping[str, str], words: str) -> str:
    return next((verb for opening, verb in verbs.items() if words.startswith(opening)), "")


def _side(part: Participation, told: EventMention) -> str:
    """Whether somebody is named "before" or "behind" the word for the event in its sentence."""
    named = [one for one in part.anchors if one.source_id == told.anchor.source_id]
    here = [one for one in named if told.anchor.start <= one.start < told.anchor.end]
    if not here:
        return ""
    return "before" if min(one.start for one in here) < told.trigger.start else "behind"


def _is_passive(told: EventMention) -> bool:
    """Whether the side behind the word does it: "was bought by"."""
    sentence, at = told.anchor.exact, told.trigger.start - told.anchor.start
    behind = sentence[at + len(told.trigger.exact) :]
    return bool(_BE.search(sentence[:at])) and _BY.match(behind) is not None


def _relate(
    event: Event,
    verb: str,
    pair: Pair,
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


def _shared_sentences(event: Event, pair: Pair, told: Sequence[EventMention]) -> tuple[Anchor, ...]:
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
