"""What edits say of a record that was merged goes with it.

Merging takes one line and unmerging takes it away again, so nothing else that an analyst wrote
may have to change with it: an id of an actor or event that is part of another one now is read as
that one's.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.schema import Edits
from dossier.ids import slugify

_SPEAK = ("events", "quotations", "relations", "claims", "questions", "bottom_line", "findings")
_REFER = frozenset(
    {
        *("actor", "speaker", "subject", "object", "according_to", "via"),
        *("event", "parent", "outcome", "same_as_possible", "about"),
    }
)
"""Fields of edits that say which actor or event is meant."""


def follow_merges(moved: Mapping[str, str], edits: Edits) -> Edits:
    """Let edits speak of what a merged actor or event is now.

    Args:
        moved: What ``find_moved`` found.
        edits: What the analyst decided.
    """
    held = {name: tuple(_follow(one, moved) for one in getattr(edits, name)) for name in _SPEAK}
    return replace(edits, **held)  # type: ignore[arg-type]  # each field keeps its kind of record


def find_moved(actors: ActorsApplied, edits: Edits) -> Mapping[str, str]:
    """Find the ids that are nobody's any more.

    Args:
        actors: The actors as edits and judgements have put them together.
        edits: What the analyst decided.

    Returns:
        For each, the id of the record that took it up, else of the one actor that bears the name
        it was made of.
    """
    named: dict[str, set[str]] = {}
    for actor in actors.actors.values():
        for alias in actor.aliases:
            named.setdefault(slugify(alias.name), set()).add(actor.id)
    # A name of one word may be meant as a name where an edit may give either.
    moved = {slug: min(ids) for slug, ids in named.items() if len(ids) == 1 and "-" in slug}
    moved |= {old: now for old, now in actors.moved.items() if now is not None}
    moved |= {old: edit.id for edit in edits.actors for old in edit.merge}
    taken = {*actors.actors, *(edit.id for edit in edits.actors)}
    moved = {old: now for old, now in moved.items() if old not in taken}
    written = {edit.id for edit in edits.events}
    merged = {old: edit.id for edit in edits.events for old in edit.merge if old not in written}
    return moved | merged


def _follow(value: object, moved: Mapping[str, str]) -> object:
    """A record with its references, and those of the records in it, as they are now."""
    if isinstance(value, tuple):
        return tuple(_follow(one, moved) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        held = getattr(value, field.name)
        now = _name_now(held, moved) if field.name in _REFER else _follow(held, moved)
        if now != held:
            changed[field.name] = now
    return replace(value, **changed) if changed else value


def _name_now(held: object, moved: Mapping[str, str]) -> object:
    if isinstance(held, tuple):
        return tuple(dict.fromkeys(moved.get(one, one) for one in held))
    return moved.get(str(held), held)
