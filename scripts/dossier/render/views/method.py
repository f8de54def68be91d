"""How the dossier was made, and the words it uses."""

import re
from dataclasses import dataclass
from importlib.resources import files

from dossier import __version__
from dossier.render.exports import Export
from dossier.render.leaf import Leaf
from dossier.render.links import href
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, table, tag
from dossier.render.views.lists import Section
from dossier.render.words import FULL_TEXTS, VOCABULARIES, Words, count, hint

COLUMNS = 7
"""Of the table of measured figures."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """What the method page takes from the project."""

    version: str
    recognizer: str
    recognizer_name: str
    time_zone: str
    threshold: str
    quoted_words: str
    full_text: str
    problems: str
    rules_measured: Md
    vocabularies: tuple[Section, ...]


def view_method(leaf: Leaf) -> MethodView:
    """Word what the method page takes from the project."""
    settings, dossier = leaf.book.settings, leaf.book.dossier
    return MethodView(
        version=__version__,
        recognizer=f"{dossier.recognizer} ({dossier.recognizer_version})",
        recognizer_name=dossier.recognizer,
        time_zone=settings.time_zone,
        threshold=f"{settings.event_threshold:g}",
        quoted_words=count(settings.quoted_words, "word"),
        full_text=hint(settings.full_text),
        problems=count(len(leaf.book.dossier.problems), "problem"),
        rules_measured=_quote_measured(dossier.recognizer),
        vocabularies=tuple(
            Section(title, f"words-{_slug(title)}", "", _vocabulary(words))
            for title, words in VOCABULARIES
            if words is not FULL_TEXTS
        ),
    )


def _quote_measured(recognizer: str) -> Md:
    """Quote the bench's last figures on the rules of the audit; none for an unknown recogniser."""
    page = files("dossier.render").joinpath("about/measured.md").read_text("utf-8")
    rows = [
        Entry(tuple(cells[place] for place in (0, 1, -1)))
        for line in page.splitlines()
        if "discrepancies" in line or "findings" in line
        if len(cells := [cell.strip(" *") for cell in line.strip("|").split("|")]) == COLUMNS
        and cells[2] == recognizer
    ]
    if not rows:
        return Md("")
    return table(("Measure", "Corpus", "Counted"), rows)


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z]+", title.lower()))


def _vocabulary(words: Words) -> Md:
    rows = [
        Entry((shown, meaning, tag("code", member.value)))
        for member, (shown, meaning) in words.items()
    ]
    return table(("Word", "Meaning", "In files"), rows)


@dataclass(frozen=True, slots=True)
class DataView:
    """The list of exports."""

    files: Md


def view_data(leaf: Leaf, exports: tuple[Export, ...]) -> DataView:
    """Word the list of files for other programs."""
    rows = [_export_row(leaf, export) for export in exports]
    columns = ("File", "Holds", "Records", "Not carried")
    return DataView(table(columns, rows, "facts exports"))


def _export_row(leaf: Leaf, export: Export) -> Entry:
    form = export.form
    file = tag("a", form.file, href=href(leaf.page, export.path))
    checked = tag("span", f"Read back by {form.checked_by}.", class_="note")
    counted = [
        f"{number:,} {kind}" if number != 1 else f"1 {kind.removesuffix('s')}"
        for kind, number in export.counts.items()
    ]
    return Entry(
        (
            join(" ", [file, tag("span", form.name, class_="note")]),
            join(" ", [f"{form.holds}.", checked]),
            join(", ", counted),
            form.loses,
        )
    )
