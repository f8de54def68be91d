"""A text as lines, and what is known of each so far."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.read.lines import Line, ends_sentence
from dossier.read.words import ReadingWords
from dossier.vocabulary import PassageKind

Decision = tuple[int, PassageKind]
Kinds = list[PassageKind | None]

HEAD_LINES = 12
"""Lines from the top among which an article's own particulars are looked for."""

_FEWEST_PROSE_WORDS = 6
_LONG_PARAGRAPH_WORDS = 25


@dataclass(frozen=True, slots=True)
class Page:
    """A text as lines, with the word lists.

    Attributes:
        lines: Its lines in order.
        words: Word lists.
        text: The lines' texts, joined.
        title: The headline, where the format itself gives it; or empty.
    """

    lines: tuple[Line, ...]
    words: ReadingWords
    text: str
    title: str = ""

    def story(self, kinds: Kinds) -> tuple[int, int]:
        """First paragraph and last paragraph or caption; the first is behind the last if none."""
        prose = [i for i, line in enumerate(self.lines) if kinds[i] is None and is_prose(line)]
        if not prose:
            return len(self.lines), -1
        pictures = [i for i, kind in enumerate(kinds) if kind is PassageKind.CAPTION]
        return prose[0], max(prose[-1:] + pictures[-1:])


Rule = Callable[[Page, Kinds], Iterator[Decision]]


def is_prose(line: Line) -> bool:
    """Whether a line looks like a paragraph: a sentence of some length, or long."""
    spaces = line.text.count(" ")
    if spaces + 1 >= _LONG_PARAGRAPH_WORDS:
        return True
    return spaces + 1 >= _FEWEST_PROSE_WORDS and ends_sentence(line.text)
