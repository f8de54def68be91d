"""What facts about an article are made of: lines of a kind, and how a note quotes them."""

from collections.abc import Iterator, Sequence

from dossier.model import Fact
from dossier.read.lines import Line
from dossier.read.page import Page
from dossier.vocabulary import FactBasis, PassageKind

NOT_STATED = Fact("", FactBasis.NOT_STATED)

FIRST_PARAGRAPHS = 2
"""Paragraphs in which marks before the first sentence are looked for."""

_LONGEST_NOTE = 80


def lines_of(page: Page, kinds: Sequence[PassageKind], *wanted: PassageKind) -> Iterator[Line]:
    """The lines of a page that are of certain kinds, in order.

    Args:
        page: The page.
        kinds: What each line is.
        *wanted: The kinds.
    """
    for line, kind in zip(page.lines, kinds, strict=True):
        if kind in wanted:
            yield line


def quote_line(line: Line) -> str:
    """The words of a line for a note.

    Args:
        line: The line a fact rests on.
    """
    text = line.text if len(line.text) <= _LONGEST_NOTE else line.text[: _LONGEST_NOTE - 1] + "…"
    return f"line '{text}'"
