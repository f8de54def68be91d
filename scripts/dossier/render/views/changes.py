"""What changed since an earlier build, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.render.changes import NAMES, Change, Kind, compare_exports
from dossier.render.exports.whole import give_whole
from dossier.render.leaf import Leaf
from dossier.render.links import link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table, tag
from dossier.render.views.lists import Section
from dossier.render.words import capital, count

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
    changes = compare_exports(previous, give_whole(leaf.book))
    sections = []
    for section, name in NAMES.items():
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
    page, _, fragment = change.address.partition("#")
    if not page or change.kind is Kind.REMOVED:
        return safe(title)
    return link(leaf.page, f"{page.removesuffix('.html')}.md", title, fragment)


def _say(value: object) -> str:
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _cut(", ".join(str(one) for one in value))
    return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"
