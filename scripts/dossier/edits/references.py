"""Ids that edits refer to: known, left out for a reason, or mistaken.

What was left out (hidden, or gone with its article) disappears from wherever it is referred to.
A mistaken id is an error with the ids that come nearest.
"""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.edits.desk import fail
from dossier.edits.schema import Edits
from dossier.edits.schema_events import NO_PLACE, EventEdit
from dossier.errors import Problem
from dossier.ids import slugify
from dossier.model import Dossier


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in an edit.

    Attributes:
        where: ``path:line`` of the edit.
        key: The key it stands under.
        id: The id.
        kind: What it must be: "actor", "event", "place" or "any".
        or_name: Whether a name will do as well.
    """

    where: str
    key: str
    id: str
    kind: str
    or_name: bool = False


def check_references(dossier: Dossier, edits: Edits) -> tuple[Problem, ...]:
    """Find ids in edits that name nothing.

    Args:
        dossier: With all edits applied.
        edits: The project's edits.

    Returns:
        An error for each, in the order of the files.
    """
    known = {
        "actor": {*dossier.actors, *(edit.id for edit in edits.actors)},
        "event": {*dossier.events, *(edit.id for edit in edits.events)},
        "place": {*dossier.places, *(edit.id for edit in edits.places)},
    }
    known["any"] = {
        *known["actor"],
        *known["event"],
        *known["place"],
        *dossier.sources,
        *(edit.id for edit in edits.sources),
        *(edit.id for edit in edits.claims),
        *(edit.id for edit in edits.quotations),
        *(edit.id for edit in edits.findings),
    }
    problems = []
    for one in find_references(edits):
        if one.id in known[one.kind] or (one.or_name and not _looks_like_id(one.id)):
            continue
        near = difflib.get_close_matches(one.id, sorted(known[one.kind]), 3)
        what = "page" if one.kind == "any" else one.kind
        hint = f"did you mean {' or '.join(near)}?" if near else ""
        problems.append(fail("E203", one.where, f"{one.key}: there is no {what} {one.id!r}", hint))
    return tuple(problems)


def _looks_like_id(text: str) -> bool:
    return "-" in text and slugify(text) == text


def find_references(edits: Edits) -> Iterator[Reference]:
    """Every id that edits refer to, in the order of the files."""
    for event in edits.events:
        yield from _in_event(event)
    for quotation in edits.quotations:
        for speaker in quotation.speaker:
            yield Reference(quotation.where, "speaker", speaker, "actor", or_name=True)
        yield from _given(quotation.where, (("event", quotation.event, "event"),))
    for relation in edits.relations:
        yield Reference(relation.where, "from", relation.subject, "actor")
        yield Reference(relation.where, "to", relation.object, "actor")
        yield from _given(relation.where, (("event", relation.event, "event"),))
        yield from _names(relation.where, "according_to", relation.according_to)
        yield from _names(relation.where, "via", relation.via)
    for claim in edits.claims:
        yield from _given(claim.where, (("about", claim.about, "any"),))
        yield from _names(claim.where, "according_to", claim.according_to)
    for question in edits.questions:
        yield from _about(question.where, question.about)
    for bullet in edits.bottom_line:
        yield from _about(bullet.where, bullet.about)
    for finding in edits.findings:
        yield from _about(finding.where, finding.about)


def _in_event(event: EventEdit) -> Iterator[Reference]:
    yield from _given(
        event.where,
        (
            ("place", "" if event.place == NO_PLACE else event.place, "place"),
            ("parent", event.parent, "event"),
            ("outcome", event.outcome, "event"),
            *(("same_as_possible", one, "event") for one in event.same_as_possible),
        ),
    )
    for part in event.participants:
        yield from _given(part.where, (("actor", part.actor, "actor"),))
        yield from _names(part.where, "according_to", part.according_to)
    for claim in event.claims:
        yield from _names(claim.where, "according_to", claim.according_to)


def _given(where: str, entries: Iterable[tuple[str, str, str]]) -> Iterator[Reference]:
    for key, value, kind in entries:
        if value:
            yield Reference(where, key, value, kind)


def _about(where: str, ids: Iterable[str]) -> Iterator[Reference]:
    return _given(where, (("about", one, "any") for one in ids))


def _names(where: str, key: str, value: str) -> Iterator[Reference]:
    if value:
        yield Reference(where, key, value, "actor", or_name=True)
