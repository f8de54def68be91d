"""Links between actors: the analyst's, and the automatic ones that they do not cover."""

from collections.abc import Iterable
from dataclasses import replace

from dossier.edits.altered import with_values
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.apply_dates import apply_date
from dossier.edits.apply_events import EventsApplied
from dossier.edits.desk import Desk, name_sources, sort_relations, warn
from dossier.edits.schema_events import RelationEdit
from dossier.errors import Found
from dossier.ids import make_id
from dossier.model import ActorId, Relation


def apply_relations(
    desk: Desk, actors: ActorsApplied, events: EventsApplied
) -> Found[tuple[Relation, ...]]:
    """Link the actors as the edits say.

    An automatic link stays if both its actors are published, its event is, its words are not
    all in reviewed sources, and no edit links the same two in the same event or sentence. What
    happened in an event is dated as the event is.

    Returns:
        Relations by date, then by subject; and what was noticed.
    """
    relations, problems = [], []
    for edit in desk.edits.relations:
        if not desk.anchors(edit.at):
            lost = name_sources(desk.lost(edit.at))
            message = f"{edit.subject} {edit.verb} {edit.object} is not shown: {lost}"
            problems.append(warn("E201", edit.where, message))
            continue
        if edit.subject == edit.object:
            message = f"{edit.subject} {edit.verb} {edit.object}: the two ends are one actor"
            problems.append(
                warn("E202", edit.where, message, "delete the entry, or undo the merge")
            )
            continue
        event = events.events.get(edit.event)
        dating, noticed = apply_date(desk, edit.date, (), desk.anchors(edit.at))
        problems.extend(noticed)
        if edit.date is None and event is not None:
            dating = event.dating
        drawn = _draw(desk, edit)
        relations.append(replace(drawn, dating=dating))
    linked: dict[frozenset[ActorId], list[Relation]] = {}
    for relation in relations:
        linked.setdefault(_ends(relation), []).append(relation)
    kept = (_carry_over(desk, relation, actors, events) for relation in desk.draft.relations)
    relations.extend(
        one for one in kept if one and not _is_covered(one, linked.get(_ends(one), ()))
    )
    return sort_relations(relations), tuple(problems)


def _draw(desk: Desk, edit: RelationEdit) -> Relation:
    anchors = desk.anchors_everywhere(edit.at)
    parts = (edit.subject, edit.verb, edit.object, edit.event, edit.at[0].loc)
    return Relation(
        id=edit.id or make_id("r", *parts),
        subject_id=edit.subject,
        verb=edit.verb,
        object_id=edit.object,
        anchors=anchors,
        event_id=edit.event,
        according_to=edit.according_to,
        hedge=edit.hedge,
        via=edit.via,
        note=edit.note,
        origin=edit.where,
    )


def _carry_over(
    desk: Desk, relation: Relation, actors: ActorsApplied, events: EventsApplied
) -> Relation | None:
    if desk.is_reviewed(relation.anchors):
        return None
    subject = actors.now(relation.subject_id, relation.anchors)
    object_ = actors.now(relation.object_id, relation.anchors)
    event = events.moved.get(relation.event_id) if relation.event_id else ""
    if subject is None or object_ is None or event is None or subject == object_:
        return None
    dating = events.events[event].dating if event else relation.dating
    return with_values(
        relation, subject_id=subject, object_id=object_, event_id=event, dating=dating
    )


def _ends(relation: Relation) -> frozenset[ActorId]:
    return frozenset((relation.subject_id, relation.object_id))


def _is_covered(relation: Relation, others: Iterable[Relation]) -> bool:
    """Whether one of the links between the same two is of the same event or sentence."""
    return any(
        (relation.event_id and relation.event_id == other.event_id)
        or any(
            mine.source_id == theirs.source_id
            and mine.start < theirs.end
            and mine.end > theirs.start
            for mine in relation.anchors
            for theirs in other.anchors
        )
        for other in others
    )
