"""What changed since an earlier run, and why: two ``dossier.json`` side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Json = Mapping[str, object]

COMPARED = {
    "sources": ("title", "date", "publisher", "authors", "sha256"),
    "events": (
        *("title", "date", "status", "place", "participants", "type", "modality", "hedge"),
        *("credibility", "outcome", "summary"),
    ),
    "actors": ("name", "kind", "side", "aliases", "summary"),
    "statements": ("text", "modality", "hedge", "according_to", "as_of", "credibility"),
    "quotes": ("text", "speaker", "event"),
    "relations": ("verb", "date", "according_to", "via", "hedge"),
    "findings": ("text", "status", "gravity", "reason"),
}
"""Sections in the order to show, and the values of a record in which a reader sees a change."""

NAMES = {
    "sources": "Sources",
    "events": "Events",
    "actors": "Actors",
    "statements": "Claims",
    "quotes": "Quotations",
    "relations": "Relations",
    "findings": "Findings",
}
"""What readers know the sections as."""

MOST_NAMED = 3
"""Sources or edits named as a cause; the rest are counted."""

_TITLES = ("title", "name", "text", "id")


class Kind(StrEnum):
    """What became of a record."""

    ADDED = "new"
    CHANGED = "changed"
    REMOVED = "gone"


class Cause(StrEnum):
    """Why, as far as the two files show it."""

    SOURCE = "source"
    """It rests on an article that came, went or was altered."""
    EDIT = "edit"
    """An edit shapes it, or did."""
    PROGRAM = "program"
    """Neither: the program, or something that it follows from, has changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is not as it was.

    Attributes:
        section: One of ``COMPARED``.
        id: Of the record.
        title: What it is called, today if it is still there.
        kind: What became of it.
        cause: Why.
        values: Name of each value that changed, before and after, as JSON has it.
        because: Sources or edit files that the cause names, sorted.
        address: Of the page that tells of it, today if it is still there; or empty.
    """

    section: str
    id: str
    title: str
    kind: Kind
    cause: Cause
    values: tuple[tuple[str, object, object], ...] = ()
    because: tuple[str, ...] = ()
    address: str = ""

    @property
    def why(self) -> str:
        """The cause in words."""
        rest = len(self.because) - MOST_NAMED
        named = ", ".join(self.because[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
        return {
            Cause.SOURCE: f"Source {named} is new, gone or altered",
            Cause.EDIT: f"Edit: {named}",
            Cause.PROGRAM: "The program, or what it follows from",
        }[self.cause]


def compare_exports(before: Json, now: Json) -> tuple[Change, ...]:
    """Compare two dossiers.

    Args:
        before: ``dossier.json`` of the earlier run; unknown keys are passed over.
        now: The same of today.

    Returns:
        Section by section, added first, then changed, then removed, each by title.
    """
    moved = _moved_sources(before, now)
    changes = [
        change
        for section in COMPARED
        for change in _compare(section, _records(before, section), _records(now, section), moved)
    ]
    order = list(COMPARED), list(Kind)
    changes.sort(
        key=lambda one: (
            order[0].index(one.section),
            order[1].index(one.kind),
            one.title.casefold(),
            one.id,
        )
    )
    return tuple(changes)


def _records(whole: Json, section: str) -> dict[str, Json]:
    """Published records by id; a quotation of several pieces is its first."""
    held: dict[str, Json] = {}
    rows = whole.get(section)
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("published", True) and "id" in row:
            held.setdefault(str(row["id"]), row)
    return held


def _moved_sources(before: Json, now: Json) -> frozenset[str]:
    """Sources that came, went or hold other bytes."""
    then, today = _records(before, "sources"), _records(now, "sources")
    return frozenset(
        key
        for key in then.keys() | today.keys()
        if key not in then
        or key not in today
        or then[key].get("sha256") != today[key].get("sha256")
    )


def _compare(
    section: str, then: Mapping[str, Json], today: Mapping[str, Json], moved: frozenset[str]
) -> Iterator[Change]:
    for key in sorted(then.keys() | today.keys()):
        old, new = then.get(key), today.get(key)
        values = tuple(_differences(section, old, new)) if old and new else ()
        if old and new and not values:
            continue
        kind = Kind.CHANGED if values else Kind.ADDED if new else Kind.REMOVED
        shown = new or old or {}
        cause, because = _find_cause(section, key, [row for row in (old, new) if row], moved)
        address = str(shown.get("address", ""))
        yield Change(section, key, _title(shown), kind, cause, values, because, address)


def _differences(section: str, old: Json, new: Json) -> Iterator[tuple[str, object, object]]:
    for name in COMPARED[section]:
        if name in old and old.get(name) != new.get(name):
            yield name, old.get(name), new.get(name)


def _title(row: Json) -> str:
    return next(str(row[name]) for name in _TITLES if row.get(name))


def _find_cause(
    section: str, key: str, rows: Sequence[Json], moved: frozenset[str]
) -> tuple[Cause, tuple[str, ...]]:
    rests_on = {key} if section == "sources" else {s for row in rows for s in _sources(row)}
    if rests_on & moved:
        return Cause.SOURCE, tuple(sorted(rests_on & moved))
    edits = {str(path) for row in rows for path in _listed(row.get("edits"))}
    if edits:
        return Cause.EDIT, tuple(sorted(edits))
    return Cause.PROGRAM, ()


def _sources(row: Json) -> Iterator[str]:
    if "source" in row:
        yield str(row["source"])
    for name in ("mentions", "at"):
        for place in _listed(row.get(name)):
            if isinstance(place, dict) and "source" in place:
                yield str(place["source"])


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
