"""Pairs of actors, and pairs of events, that may be one."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from dossier.dates import overlaps
from dossier.edits.load import EDITS_FOLDER
from dossier.ids import slugify
from dossier.model import Actor, Dossier, Event
from dossier.vocabulary import ActorKind

_LEAST_LETTERS = 6
"""Shorter names differ in one letter too easily."""

_MOST_IN_BUCKET = 40
"""More actors with one word in common are a common word, not a likeness."""


def is_edited(origin: Iterable[str]) -> bool:
    """Whether an edit shaped a record."""
    return any(one.startswith(EDITS_FOLDER) for one in origin)


def find_similar_actors(dossier: Dossier) -> Iterator[tuple[Actor, Actor, str]]:
    """Find actors whose names suggest that they are one.

    At least one of each pair is automatic: two actors with an edit each were told apart.

    Yields:
        The pair, by id, and the reason in a sentence; by reason, then by id.
    """
    actors = sorted(dossier.actors.values(), key=lambda actor: actor.id)
    seen: set[frozenset[str]] = set()
    for keys, why in (
        (_spellings, "Their names differ in a letter or two."),
        (_family_names, "One name may be the family name of the other."),
        (_initials, "One name may be the initials of the other."),
    ):
        buckets: dict[str, list[Actor]] = {}
        for actor in actors:
            for key in sorted(keys(actor)):
                buckets.setdefault(key, []).append(actor)
        for _, group in sorted(buckets.items()):
            if len(group) > _MOST_IN_BUCKET:
                continue
            for left, right in combinations(group, 2):
                pair = frozenset((left.id, right.id))
                edited = is_edited(left.origin) and is_edited(right.origin)
                if pair in seen or edited or not _may_be_one(left, right):
                    continue
                seen.add(pair)
                yield left, right, f"{left.name} and {right.name} may be one. {why}"


def _may_be_one(left: Actor, right: Actor) -> bool:
    """Whether kinds allow it; two full names of persons that share the last word do not."""
    if left.name == right.name:
        return False
    person = {left.kind, right.kind} == {ActorKind.PERSON}
    full = " " in left.name and " " in right.name
    if person and full and left.name.split()[-1] == right.name.split()[-1]:
        first, second = left.name[0], right.name[0]
        return first == second
    return left.kind is right.kind or ActorKind.PERSON not in {left.kind, right.kind}


def _spellings(actor: Actor) -> set[str]:
    """The name with one letter left out, each way: names one slip apart share one of them.

    Source: the symmetric delete method of W. Garbe's SymSpell (2012).
    """
    name = slugify(actor.name)
    if len(name) < _LEAST_LETTERS:
        return set()
    return {name[:place] + name[place + 1 :] for place in range(len(name))} | {name}


def _family_names(actor: Actor) -> set[str]:
    if actor.kind is not ActorKind.PERSON:
        return set()
    words = slugify(actor.name).split("-")
    return {words[-1], words[0]} if len(words) > 1 else {words[0]}


def _initials(actor: Actor) -> set[str]:
    if actor.name.isupper() and actor.name.isalpha():
        return {actor.name}
    initials = "".join(word[0] for word in actor.name.split() if word[0].isupper())
    return {initials} if len(initials) > 1 else set()


def find_similar_events(dossier: Dossier) -> Iterator[tuple[Event, Event]]:
    """Find published events of one type, on days that may agree, with somebody in common.

    At least one of each pair is automatic.

    Yields:
        The pairs, by id.
    """
    buckets: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(dossier.events.values(), key=lambda one: one.id):
        for actor_id in sorted({part.actor_id or "" for part in event.participants} - {""}):
            buckets.setdefault((event.event_type.value, actor_id), []).append(event)
    pairs: dict[tuple[str, str], tuple[Event, Event]] = {}
    for group in buckets.values():
        if len(group) > _MOST_IN_BUCKET:
            continue
        for left, right in combinations(group, 2):
            edited = is_edited(left.origin) and is_edited(right.origin)
            if not edited and right.id not in left.same_as_possible and _may_agree(left, right):
                pairs[(left.id, right.id)] = (left, right)
    for _, pair in sorted(pairs.items()):
        yield pair


def _may_agree(left: Event, right: Event) -> bool:
    if left.dating is None or right.dating is None:
        return False
    return overlaps(left.dating.value, right.dating.value)
