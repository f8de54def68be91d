"""From a text to its passages: lines, what they are, and what the article says about itself."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.model import Passage
from dossier.read.clean import classify_line, is_signature
from dossier.read.facts import Particulars, find_particulars
from dossier.read.layout import decide_kinds
from dossier.read.lines import Line, find_wrap, join_blocks, join_wrapped, split_lines
from dossier.read.page import Page
from dossier.read.words import ReadingWords
from dossier.vocabulary import PassageKind

_LONGEST_ALONE = 240
_ALONE = frozenset(
    {PassageKind.BYLINE, PassageKind.DATELINE, PassageKind.FURNITURE, PassageKind.POST}
)


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text, taken apart.

    Attributes:
        passages: In reading order.
        particulars: What the article says about itself.
    """

    passages: tuple[Passage, ...]
    particulars: Particulars


def read_text(
    text: str,
    words: ReadingWords,
    stem: str,
    *,
    first_line: int = 1,
    title: str = "",
    kind_of: Callable[[Line], PassageKind | None] = lambda _: None,
    starts_block: Callable[[Line], bool] | None = None,
) -> ReadText:
    """Take a text apart.

    Args:
        text: Normalised text.
        words: Word lists.
        stem: The file's name without its ending.
        first_line: Line of the file on which the text begins.
        title: The headline, where the format itself gives it; or empty.
        kind_of: What the format itself says about a line, such as a heading; asked first.
        starts_block: Given for formats in which lines below each other are one paragraph:
            whether a line begins a paragraph all the same, such as an entry of a list.

    Returns:
        Its passages and particulars.
    """
    lines = split_lines(text, first_line)
    told: dict[tuple[int, int], PassageKind | None] = {}  # most lines are looked at twice

    def by_itself(line: Line) -> PassageKind | None:
        place = line.start, line.end
        if place not in told:
            told[place] = classify_line(line, words)
        return told[place]

    def stands_alone(line: Line) -> bool:
        if kind_of(line) is not None:
            return True
        if len(line.text) > _LONGEST_ALONE:
            return False
        return is_signature(line) or by_itself(line) in _ALONE

    if starts_block is not None:
        lines = join_blocks(lines, stands_alone, starts_block)
    else:
        lines = join_wrapped(lines, find_wrap(lines), stands_alone)
    page = Page(lines, words, "\n".join(line.text for line in lines), title)
    alone = [kind_of(line) or by_itself(line) for line in lines]
    if starts_block is not None:
        # An entry of a list tells something, however short it is.
        entries = map(starts_block, lines)
        alone = [
            kind or (PassageKind.BODY if entry else None)
            for kind, entry in zip(alone, entries, strict=True)
        ]
    kinds = decide_kinds(page, alone)
    passages = tuple(
        Passage(index, line.start, line.end, kind, line.number, line.last)
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )
    return ReadText(passages, find_particulars(page, kinds, stem))
