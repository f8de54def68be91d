"""What changed since an earlier build, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.render.changes import Cause, Change, Kind, compare_exports
from dossier.render.interchange import export_dossier
from dossier.render.leaf import Leaf
from dossier.render.links import FINDINGS, QUOTATIONS, link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table, tag
from dossier.render.views.lists import Section
from dossier.render.words import capital, count

_KINDS = {Kind.ADDED: "New", Kind.CHANGED: "Changed", Kind.REMOVED: "Gone"}
_NAMES = {
    "sources": "Sources",
    "events": "Events",
    "actors": "Actors",
    "quotes": "Quotations",
    "relations": "Relations",
    "findings": "Findings",
}
_SHORT = 160

MOST_NAMED = 3
"""Sources or edits named as a cause; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The change log."""

    is_kept: bool
    count: str
    sections: tuple[Section, ...]


def view_changes(leaf: Leaf) -> ChangesView:
    """Word what changed since the build that the analyst keeps to compare with."""
    previous = leaf.book.dossier.previous
    if not previous:
        return ChangesView(is_kept=False, count="", sections=())
    changes = compare_exports(previous, export_dossier(leaf.book))
    sections = []
    for section, name in _NAMES.items():
        rows = [_row(leaf, change) for change in changes if change.section == section]
        if rows:
            body = table(("What", "Change", "Before and after", "Why"), rows, "facts changes")
            sections.append(Section(name, section, "", body))
    return ChangesView(is_kept=True, count=count(len(changes), "change"), sections=tuple(sections))


def _row(leaf: Leaf, change: Change) -> Entry:
    values = [
        join(" ", [tag("b", f"{capital(name.replace('_', ' '))}:"), _say(old), "→", _say(new)])
        for name, old, new in change.values
    ]
    return Entry((_named(leaf, change), _KINDS[change.kind], join("; ", values), _why(change)))


def _named(leaf: Leaf, change: Change) -> Md:
    """Name a record; what is still there is a link."""
    title = _cut(change.title)
    dossier = leaf.book.dossier
    if change.section == "sources" and change.id in dossier.sources:
        return link(leaf.page, source_page(change.id), title)
    if change.section == "events":
        return leaf.event(change.id, title)
    if change.section == "actors":
        return leaf.actor(change.id, title)
    if change.section == "quotes" and change.id in leaf.book.quotations:
        return link(leaf.page, QUOTATIONS, title, change.id)
    if change.section == "findings" and any(one.id == change.id for one in dossier.findings):
        return link(leaf.page, FINDINGS, title, change.id)
    return safe(title)


def _say(value: object) -> str:
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _cut(", ".join(str(one) for one in value))
    return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"


def _why(change: Change) -> str:
    rest = len(change.because) - MOST_NAMED
    named = ", ".join(change.because[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    return {
        Cause.SOURCE: f"Source {named} is new, gone or altered",
        Cause.EDIT: f"Edit: {named}",
        Cause.PROGRAM: "The program, or what it follows from",
    }[change.cause]
