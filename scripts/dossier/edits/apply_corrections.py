"""Corrections: single fields set right last of all, with what they said before.

A correction that no longer meets what it corrects asks again instead of being applied.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from dossier.dates import parse_edtf
from dossier.edits.carried_events import rename_in_title
from dossier.edits.desk import Desk, fail, sort_events, sort_relations, warn
from dossier.edits.schema import CorrectionEdit
from dossier.errors import EditError, Found, Problem
from dossier.model import Actor, Dating, Dossier, Event, Fact, Quotation, Source, Step
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    FactBasis,
    Modality,
    QuoteKind,
)

_VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "actor.kind": ActorKind,
    "event.event_type": EventType,
    "event.tier": EventTier,
    "event.status": EventStatus,
    "event.modality": Modality,
    "quotation.kind": QuoteKind,
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "actor": {key: key for key in ("name", "kind", "side", "summary", "note")},
    "event": {
        **{key: key for key in ("title", "summary", "tier", "status", "status_note")},
        **{key: key for key in ("modality", "hedge", "note", "date")},
        "type": "event_type",
        "place": "place_id",
    },
    "quotation": {key: key for key in ("kind", "translated", "sic", "note", "speaker_label")},
    "source": {key: key for key in ("title", "publisher")},
}
"""What may be corrected, by kind of record: key of the edit and field of the model."""


Correctable = Actor | Event | Quotation | Source
_KINDS: Mapping[type[Correctable], str] = {
    Actor: "actor",
    Event: "event",
    Quotation: "quotation",
    Source: "source",
}


def apply_corrections(dossier: Dossier, desk: Desk) -> Found[Dossier]:
    """Set single fields as the corrections say.

    Args:
        dossier: With every other edit applied.
        desk: The draft and the edits.

    Returns:
        The corrected dossier; an error for each correction whose ``was`` is not what the field
        says, and a warning for each whose record is not there. A correction of a record that is
        part of another one now holds for that one if the field says there what it ``was``.

    Raises:
        EditError: A field cannot be corrected, or the new value does not fit it.
    """
    noticed: dict[CorrectionEdit, Problem] = {}
    # Titles that the program words follow a name, and a correction of one is of what they say then.
    for edit in sorted(desk.edits.corrections, key=lambda one: one.set != "name"):
        record = _find(dossier, edit.on)
        heir = None if record else _find(dossier, desk.moved.get(edit.on, ""))
        meant = record or heir
        if meant is None:
            message = f"there is no actor, event, quotation or source {edit.on!r}"
            noticed[edit] = warn("E207", edit.where, message, "delete the correction")
            continue
        field = _field(meant, edit)
        present = _present(meant, field)
        if present == edit.was:
            dossier = _put(dossier, _change(meant, field, edit))
            if isinstance(meant, Actor) and field == "name":
                dossier = _rename(dossier, desk, meant, edit.to)
        elif record is not None:
            message = (
                f"{edit.set} of {edit.on!r} is {present!r} now, the correction expects {edit.was!r}"
            )
            hint = "look again, then change 'was' or delete the correction"
            noticed[edit] = fail("E206", edit.where, message, hint)
        elif present != edit.to:
            message = f"{edit.on!r} is part of {meant.id!r} now, whose {edit.set} is {present!r}"
            hint = f"nothing to do while it is; the correction expects {edit.was!r}"
            noticed[edit] = warn("E207", edit.where, message, hint)
    return dossier, tuple(noticed[edit] for edit in desk.edits.corrections if edit in noticed)


def _find(dossier: Dossier, on: str) -> Correctable | None:
    by_id = {quotation.id: quotation for quotation in dossier.quotations}
    return (
        dossier.actors.get(on) or dossier.events.get(on) or dossier.sources.get(on) or by_id.get(on)
    )


def _field(record: Correctable, edit: CorrectionEdit) -> str:
    kind = _KINDS[type(record)]
    if edit.set not in FIELDS[kind]:
        listed = ", ".join(sorted(FIELDS[kind]))
        raise EditError(
            f"{edit.where}: {edit.set!r} of the {kind} {edit.on!r} cannot be corrected "
            f"(known: {listed})"
        )
    return FIELDS[kind][edit.set]


def _present(record: object, field: str) -> str:
    if isinstance(record, Event) and field == "date":
        return record.dating.value.edtf if record.dating else ""
    value = getattr(record, field)
    return value.value if isinstance(value, Fact) else str(value or "")


def _change(record: Correctable, field: str, edit: CorrectionEdit) -> Correctable:
    if isinstance(record, Source):
        fact = Fact(edit.to, FactBasis.ANALYST, edit.reason)
        return replace(record, **{field: fact})  # type: ignore[arg-type]  # FIELDS names facts
    if isinstance(record, Quotation):
        return replace(record, **{field: _value(record, field, edit)}, origin=edit.where)  # type: ignore[arg-type]  # FIELDS names fields of the value's type
    origin = tuple(sorted({*record.origin, edit.where}))
    if isinstance(record, Event) and field == "date":
        return replace(_dated(record, edit), origin=origin)
    if isinstance(record, Event) and field == "status":
        record = replace(record, status_derived=False)
    return replace(record, **{field: _value(record, field, edit)}, origin=origin)  # type: ignore[arg-type]  # FIELDS names fields of the value's type


def _value(record: Correctable, field: str, edit: CorrectionEdit) -> str:
    vocabulary = _VOCABULARIES.get(f"{_KINDS[type(record)]}.{field}")
    if vocabulary is None:
        return edit.to
    if edit.to not in set(vocabulary):
        raise EditError(f"{edit.where}: {edit.to!r} is not one of: {', '.join(vocabulary)}")
    return vocabulary(edit.to)


def _dated(event: Event, edit: CorrectionEdit) -> Event:
    if not edit.to:
        return replace(event, dating=None)
    try:
        value = parse_edtf(edit.to)
    except ValueError as error:
        raise EditError(f"{edit.where}: {error}") from error
    anchors = event.dating.anchors if event.dating else ()
    steps = (Step(edit.reason, anchors),)
    return replace(
        event, dating=Dating(value, DateBasis.ANALYST, anchors, steps, origin=edit.where)
    )


def _rename(dossier: Dossier, desk: Desk, actor: Actor, name: str) -> Dossier:
    """Let titles and chains that the program worded call an actor by its corrected name."""
    own = {edit.id for edit in desk.edits.events}
    events = {
        key: replace(event, title=rename_in_title(event.title, _names(dossier, event, actor, name)))
        if key not in own and any(part.actor_id == actor.id for part in event.participants)
        else event
        for key, event in dossier.events.items()
    }
    quotations = tuple(
        replace(one, chain=tuple(name if link == actor.name else link for link in one.chain))
        if actor.id in one.speaker_ids
        else one
        for one in dossier.quotations
    )
    return replace(dossier, events=events, quotations=quotations)


def _names(dossier: Dossier, event: Event, actor: Actor, name: str) -> Mapping[str, str]:
    """The names that a title may hold, each by what it was."""
    ids = {part.actor_id for part in event.participants}
    held = {dossier.actors[key].name for key in ids if key and key in dossier.actors}
    return {**{one: one for one in held}, actor.name: name}


def _put(dossier: Dossier, changed: Correctable) -> Dossier:
    if isinstance(changed, Actor):
        return replace(dossier, actors={**dossier.actors, changed.id: changed})
    if isinstance(changed, Event):
        before = dossier.events[changed.id].dating
        relations = (
            replace(one, dating=changed.dating)
            if one.event_id == changed.id and one.dating == before
            else one
            for one in dossier.relations
        )
        events = {**dossier.events, changed.id: changed}
        return replace(
            dossier, events=sort_events(events.values()), relations=sort_relations(relations)
        )
    if isinstance(changed, Source):
        return replace(dossier, sources={**dossier.sources, changed.id: changed})
    quotations = tuple(changed if one.id == changed.id else one for one in dossier.quotations)
    return replace(dossier, quotations=quotations)
