"""What changed since an earlier build, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.render.changes import Change, compare_exports
from dossier.render.interchange import export_dossier
from dossier.render.leaf import Leaf
from dossier.render.links import FINDINGS, QUOTATIONS, link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table, tag
from dossier.render.views.lists import Section
from dossier.render.words import capital, count

_NAMES = {
    "sources": "Sources",
    "events": "Events",
    "actors": "Actors",
    "quotes": "Quotations",
    "relations": "Relations",
    "findings": "Findings",
}
_SHORT = 160


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
    return Entry((_named(leaf, change), capital(change.kind.value), join("; ", values), change.why))


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
