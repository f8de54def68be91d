"""The few HTML shapes that pages are built from, each in one place.

Rows, lists and cards go into a page as raw HTML blocks: a block is parsed in linear time
whatever it holds, and it can carry header scopes, ids and classes. Headings and paragraphs
stay Markdown. Plain strings are escaped here as in templates. No block holds an empty line:
that would end it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.render.markdown import Md, attribute, join, safe

LONGEST_LIST = 100
"""Rows shown before the rest is folded away."""

_NEW_LINE = Md("\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table or an item of a list.

    Attributes:
        cells: A table's cells; a list's item has one.
        id: Fragment address; or empty.
        css: Classes; or empty.
    """

    cells: tuple[str, ...]
    id: str = ""
    css: str = ""


def address_once(entries: Iterable[Entry]) -> list[Entry]:
    """Keep the first of equal ids; a page has each address once."""
    seen: set[str] = set()
    kept = []
    for entry in entries:
        kept.append(replace(entry, id="") if entry.id in seen else entry)
        seen.add(entry.id)
    return kept


def tag(name: str, content: str, /, **attributes: str) -> Md:
    """Write an element.

    Args:
        name: Its name.
        content: What is in it; a plain string is escaped.
        **attributes: Values by name, ``class_`` for ``class`` and ``aria_label`` for
            ``aria-label``; an attribute whose value is empty is left out.
    """
    return Md(f"<{name}{_attributes(attributes)}>{safe(content)}</{name}>")


def quoted(words: str) -> Md:
    """Set somebody's words between quotation marks; they may run from right to left."""
    return tag("q", Md("“") + words + Md("”"), dir="auto")


def table(columns: Sequence[str], entries: Sequence[Entry], css: str = "facts") -> Md:
    """Write a table; the first cell of a row is its header.

    Args:
        columns: Column headings, at most four: more do not fit a phone.
        entries: The rows; those after the first hundred are folded away.
        css: Classes of the table.

    Returns:
        A block without the columns that hold nothing; empty if there are no rows.
    """
    if not entries:
        return Md("")
    held = [
        place
        for place in range(len(columns))
        if place == 0 or any(entry.cells[place] for entry in entries)
    ]
    named = [columns[place] for place in held]
    filled = [replace(e, cells=tuple(e.cells[place] for place in held)) for e in entries]
    return _folded(filled, lambda rows: _table(named, rows, css))


def grid(name: str, columns: Sequence[str], entries: Sequence[Entry], css: str) -> Md:
    """Write a table of many columns that scrolls under its first column and its head.

    Args:
        name: What the table is, for those who cannot see it.
        columns: Column headings, the rows' own first.
        entries: The rows; none is folded away, for the frame scrolls.
        css: Classes of the table.

    Returns:
        A block that the keyboard can scroll; empty if there are no rows.
    """
    if not entries:
        return Md("")
    written = _table(columns, entries, f"grid {css}")
    return block("div", [written], "grid-frame", role="region", tabindex="0", aria_label=name)


def bullets(entries: Sequence[Entry], css: str = "facts", name: str = "ul") -> Md:
    """Write a list.

    Args:
        entries: The items; those after the first hundred are folded away.
        css: Classes of the list.
        name: ``ul`` or ``ol``.

    Returns:
        A block; empty if there are no items.
    """
    if not entries:
        return Md("")
    return _folded(entries, lambda rows: _bullets(rows, css, name))


def terms(pairs: Iterable[tuple[str, str]], css: str = "particulars") -> Md:
    """Write a list of terms and what they stand for; a pair without content is left out."""
    lines = [tag("div", tag("dt", term) + tag("dd", content)) for term, content in pairs if content]
    return _block("dl", lines, css) if lines else Md("")


def block(name: str, lines: Iterable[str], css: str = "", **attributes: str) -> Md:
    """Write an element that holds others, one a line; lines without content are left out."""
    return _block(name, [safe(line) for line in lines if line], css, **attributes)


def fold(summary: str, content: str, css: str = "more") -> Md:
    """Fold content away under a line that opens it."""
    return _block("details", [tag("summary", summary), safe(content)], css)


def _folded(entries: Sequence[Entry], write: Callable[[Sequence[Entry]], Md]) -> Md:
    shown, rest = entries[:LONGEST_LIST], entries[LONGEST_LIST:]
    if not rest:
        return write(shown)
    return join(_NEW_LINE, [write(shown), fold(f"{len(rest)} more", write(rest))])


def _table(columns: Sequence[str], entries: Sequence[Entry], css: str) -> Md:
    head = tag("tr", join("", (tag("th", column, scope="col") for column in columns)))
    lines = [tag("thead", head), Md("<tbody>")]
    for entry in entries:
        cells = [tag("th", entry.cells[0], scope="row", data_label=_plain(columns[0]))]
        cells += [
            tag("td", cell, data_label=_plain(column) if cell else "")
            for cell, column in zip(entry.cells[1:], columns[1:], strict=True)
        ]
        lines.append(tag("tr", join("", cells), id=entry.id, class_=entry.css))
    return _block("table", [*lines, Md("</tbody>")], css)


def _plain(column: str) -> str:
    """A column's heading for phones, which set it before each cell; links are not repeated."""
    return "" if isinstance(column, Md) else column


def _bullets(entries: Sequence[Entry], css: str, name: str) -> Md:
    lines = [tag("li", entry.cells[0], id=entry.id, class_=entry.css) for entry in entries]
    return _block(name, lines, css)


def _block(name: str, lines: Sequence[Md], css: str, **attributes: str) -> Md:
    opening = f"<{name}{_attributes({'class_': css, **attributes})}>"
    return Md("\n".join([opening, *lines, f"</{name}>"]))


def _attributes(values: dict[str, str]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in values.items()
        if value
    )
