"""From a text to its passages: lines, what they are, and what the article says about itself."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.model import Passage
from dossier.read.clean import classify_line, is_signature
from dossier.read.facts import Particulars, find_particulars
from dossier.read.layout import Page, decide_kinds
from dossier.read.lines import Line, find_wrap, join_blocks, join_wrapped, split_lines
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
        passages: In reading order; lines count from 1 in the text.
        particulars: What the article says about itself.
    """

    passages: tuple[Passage, ...]
    particulars: Particulars


def read_text(
    text: str,
    words: ReadingWords,
    stem: str,
    *,
    joins_blocks: bool = False,
    kind_of: Callable[[Line], PassageKind | None] = lambda _: None,
) -> ReadText:
    """Take a text apart.

    Args:
        text: Normalised text.
        words: Word lists.
        stem: The file's name without its ending.
        joins_blocks: Whether lines below each other are one paragraph, as in Markdown.
        kind_of: What the format itself says about a line, such as a heading; asked first.

    Returns:
        Its passages and particulars.
    """
    lines = split_lines(text)

    def stands_alone(line: Line) -> bool:
        if kind_of(line) is not None:
            return True
        if len(line.text) > _LONGEST_ALONE:
            return False
        return is_signature(line) or classify_line(line, words) in _ALONE

    if joins_blocks:
        lines = join_blocks(lines, stands_alone)
    else:
        lines = join_wrapped(lines, find_wrap(lines), stands_alone)
    page = Page(lines, words, "\n".join(line.text for line in lines))
    kinds = decide_kinds(page, [kind_of(line) or classify_line(line, words) for line in lines])
    passages = tuple(
        Passage(index, line.start, line.end, kind, line.number, line.last)
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )
    return ReadText(passages, find_particulars(page, kinds, stem))
