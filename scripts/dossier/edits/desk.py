"""What every rule of this room looks at: the draft, the edits, and the words they point to.

All places that edits name are looked up first and together, so that one run names every
mistake. A place in a source that is not there is no mistake: an article may be taken away,
and then what rests on it alone is left out and reported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING

from dossier.anchors import Locator, find_locator, find_source, locator_of
from dossier.dates import sort_key
from dossier.edits.copies import Twin, find_copies, find_twins
from dossier.edits.fields import Pointer, stop_at
from dossier.edits.schema import Edits
from dossier.errors import AnchorError, Problem, Severity
from dossier.model import Anchor, Dossier, Event, Relation, SourceId
from dossier.settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Desk:
    """The draft and the edits side by side.

    Attributes:
        draft: What the earlier stages made of the articles.
        edits: What the analyst decided.
        settings: The project's settings.
        found: The words each pointer names; pointers into absent sources are not here.
        reviewed: Sources whose remaining candidates are not published.
        order: Place of each source in order of publication, from 0.
        twins: Paragraphs that articles of one text share, by source.
        noticed: Words that were found at another line than their edit names.
        moved: Ids of merged actors and events by what they are part of; known once the actors are.
    """

    draft: Dossier
    edits: Edits
    settings: Settings
    found: Mapping[Pointer, tuple[Anchor, ...]]
    reviewed: frozenset[SourceId]
    order: Mapping[SourceId, int]
    twins: Mapping[SourceId, tuple[Twin, ...]]
    noticed: tuple[Problem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)

    def anchors(self, pointers: Iterable[Pointer]) -> tuple[Anchor, ...]:
        """The words that pointers name, each once, by publication and then by text."""
        found = {anchor for pointer in pointers for anchor in self.found.get(pointer, ())}
        return self.sort(found)

    def copies(self, anchor: Anchor) -> tuple[Anchor, ...]:
        """The same words in copies of the article, where the paragraph is the same."""
        return find_copies(anchor, self.twins, self.draft.sources)

    def anchors_everywhere(self, pointers: Iterable[Pointer]) -> tuple[Anchor, ...]:
        """The words that pointers name, and the same words in copies of the article."""
        found = self.anchors(pointers)
        return self.sort({*found, *(copy for anchor in found for copy in self.copies(anchor))})

    def sort(self, anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
        """Anchors by publication and then by text."""
        return tuple(sorted(anchors, key=self.place))

    def place(self, anchor: Anchor) -> tuple[int, int, int]:
        """Sort key of an anchor."""
        return (self.order[anchor.source_id], anchor.start, anchor.end)

    def lost(self, pointers: Iterable[Pointer]) -> tuple[str, ...]:
        """Names of the absent sources that pointers lead to, sorted."""
        return tuple(sorted({one.loc.source for one in pointers if one not in self.found}))

    @property
    def is_incomplete(self) -> bool:
        """Whether any edit points into an absent source."""
        return any(pointer not in self.found for pointer in find_pointers(self.edits))

    def is_reviewed(self, anchors: Iterable[Anchor]) -> bool:
        """Whether all of these words, at least one, stand in sources gone through.

        Words of a copy have been gone through with the same paragraph of its original.
        """
        given = tuple(anchors)
        return bool(self.reviewed and given) and all(
            anchor.source_id in self.reviewed
            or any(copy.source_id in self.reviewed for copy in self.copies(anchor))
            for anchor in given
        )


def lay_desk(draft: Dossier, edits: Edits, settings: Settings) -> Desk:
    """Look up every place that edits name.

    Args:
        draft: What the earlier stages made of the articles.
        edits: What the analyst decided.
        settings: The project's settings.

    Raises:
        EditError: Words do not stand where an edit says they do, or a line or sentence does
            not exist. Every mistake is named, one a line, up to twenty.
    """
    found: dict[Pointer, tuple[Anchor, ...]] = {}
    mistakes, noticed = [], []
    for pointer in find_pointers(edits):
        if find_source(pointer.loc.source, draft.sources) is None:
            continue
        try:
            found[pointer] = find_locator(
                pointer.loc, pointer.words, draft.sources, draft.extractions, pointer.nth
            )
        except AnchorError as error:
            elsewhere = _find_elsewhere(pointer, draft)
            if elsewhere is None:
                mistakes.append(f"{pointer.where}: {error}")
            else:
                found[pointer] = (elsewhere,)
                noticed.append(_say_moved(pointer, elsewhere, draft))
    stop_at(mistakes)
    reviewed = frozenset(edit.id for edit in edits.sources if edit.reviewed)
    order = {source_id: number for number, source_id in enumerate(draft.sources)}
    edited = {*reviewed, *(anchor.source_id for anchors in found.values() for anchor in anchors)}
    twins = find_twins(draft, edited)
    return Desk(draft, edits, settings, found, reviewed, order, twins, tuple(noticed))


def _find_elsewhere(pointer: Pointer, draft: Dossier) -> Anchor | None:
    """The words of a pointer where they stand now, if they stand in the source just once.

    A paragraph more or less in an article moves all lines below it.
    """
    source = find_source(pointer.loc.source, draft.sources)
    if source is None or not pointer.words or pointer.nth is not None:
        return None
    lines = source.passages
    whole = Locator(pointer.loc.source, lines[0].first_line, lines[-1].last_line)
    try:
        (anchor,) = find_locator(whole, pointer.words, draft.sources, draft.extractions)
    except AnchorError:
        return None
    return anchor


def _say_moved(pointer: Pointer, anchor: Anchor, draft: Dossier) -> Problem:
    source = draft.sources[anchor.source_id]
    now = locator_of(anchor, source, draft.extractions[source.id])
    message = f"the words {anchor.exact!r} stand at {now} now, not at {pointer.loc}"
    return warn("E213", pointer.where, message, f"write {now}")


def find_pointers(value: object) -> tuple[Pointer, ...]:
    """Every pointer in an edit or in all of them, in the order of the fields."""
    if isinstance(value, Pointer):
        return (value,)
    if isinstance(value, tuple):
        return tuple(pointer for entry in value for pointer in find_pointers(entry))
    if is_dataclass(value) and not isinstance(value, type):
        return _in_fields(value)
    return ()


def _in_fields(value: "DataclassInstance") -> tuple[Pointer, ...]:
    return tuple(
        pointer for field in fields(value) for pointer in find_pointers(getattr(value, field.name))
    )


def warn(code: str, where: str, message: str, hint: str = "") -> Problem:
    """A problem that does not keep the dossier from being published."""
    return Problem(code, Severity.WARNING, where, message, hint)


def fail(code: str, where: str, message: str, hint: str = "") -> Problem:
    """A problem that must be settled before the dossier is published."""
    return Problem(code, Severity.ERROR, where, message, hint)


def name_sources(names: Iterable[str]) -> str:
    """Absent sources in words."""
    told = ", ".join(names)
    return f"source {told} is not there" if "," not in told else f"sources {told} are not there"


def sort_relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Relations by date, undated last, then by who and whom."""

    def key(relation: Relation) -> tuple[object, ...]:
        value = relation.dating.value if relation.dating else None
        return (sort_key(value), relation.subject_id, relation.object_id, relation.id)

    return tuple(sorted(relations, key=key))


def sort_events(events: Iterable[Event]) -> dict[str, Event]:
    """Events by id, in order of date, undated last."""

    def key(event: Event) -> tuple[object, ...]:
        return (sort_key(event.dating.value if event.dating else None), event.id)

    return {event.id: event for event in sorted(events, key=key)}
