"""Cut a text into the lines that scrapers and editors left, and undo hard wrapping.

A scraped article has one paragraph a line; an old wire story or a mail has paragraphs wrapped
at some column. Only the second kind may be joined: joining the first would glue a headline to
its byline. Which kind it is shows in how lines break: a wrapped paragraph breaks in the middle
of sentences.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dossier.records import record

LONGEST_WRAPPED = 120
"""Nobody wraps at a wider column."""

HEAD = 320
"""Code points at either end of a line that rules look at, so that long lines cost no more."""

_ENDS = re.compile(r"[.!?:…][”“\"’')\]»›]*\Z")
_FIRST_WORD = re.compile(r"\S{1,40}")
_MOST_LONG = 0.1
_LEAST_BROKEN = 0.5
_FEWEST_PAIRS = 2
_SHORTEST_BROKEN = 40
_INDENT = 2


@record
class Line:
    """A line that is not empty, or the lines of a wrapped paragraph.

    Attributes:
        number: Line of the file on which it begins, from 1.
        last: Line on which it ends.
        start: First code point that is no white space.
        end: Code point after the last that is no white space.
        text: What stands between them; wrapped lines joined by a space each.
        block: Number of the block it is in; an empty line begins another.
        indent: How many spaces stand before it.
    """

    number: int
    last: int
    start: int
    end: int
    text: str
    block: int
    indent: int = 0

    @property
    def head(self) -> str:
        """The beginning, as far as rules look."""
        return self.text[:HEAD]

    @property
    def tail(self) -> str:
        """The end, as far as rules look."""
        return self.text[-HEAD:]


def split_lines(text: str, first: int = 1) -> tuple[Line, ...]:
    r"""Cut a text at its line ends.

    Args:
        text: Normalised text; its only line end is ``\n``.
        first: Number of its first line.

    Returns:
        Its lines in order, without those that are empty.
    """
    lines: list[Line] = []
    block, position, filled = 0, 0, -1
    for number, raw in enumerate(text.split("\n"), first):
        stripped = raw.strip()
        if stripped:
            block += number != filled + 1
            filled = number
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            end = start + len(stripped)
            lines.append(Line(number, number, start, end, stripped, block, indent))
        position += len(raw) + 1
    return tuple(lines)


def ends_sentence(text: str) -> bool:
    """Whether a line ends the way sentences end."""
    return _ENDS.search(text[-8:]) is not None


def find_wrap(lines: Sequence[Line]) -> int:
    """Find the column at which a text is hard-wrapped.

    Args:
        lines: Its lines.

    Returns:
        Length of its longest wrapped line; 0 if the text is not wrapped.
    """
    long = sum(line.end - line.start > LONGEST_WRAPPED for line in lines)
    if long > _MOST_LONG * len(lines):
        return 0
    pairs = [pair for pair in _pairs(lines) if len(pair[0].text) <= LONGEST_WRAPPED]
    if len(pairs) < _FEWEST_PAIRS:
        return 0
    broken = [first for first, second in pairs if _breaks_sentence(first, second)]
    if len(broken) < max(_FEWEST_PAIRS, _LEAST_BROKEN * len(pairs)):
        return 0
    return max(len(line.text) for line in broken)


def join_wrapped(
    lines: Sequence[Line], width: int, stands_alone: Callable[[Line], bool]
) -> tuple[Line, ...]:
    """Join the lines of hard-wrapped paragraphs.

    Args:
        lines: Lines of a text.
        width: What ``find_wrap`` found; if it is 0, only lines that break off in the middle
            of a sentence are joined to the next.
        stands_alone: Whether a line is one of its own, such as a byline.

    Returns:
        Lines in order, each paragraph one of them.
    """
    if not lines:
        return ()
    groups: list[list[Line]] = [[lines[0]]]
    alone = stands_alone(lines[0])
    for previous, line in pairwise(lines):
        previous_alone, alone = alone, stands_alone(line)
        joins = not (alone or previous_alone) and _goes_on(previous, line, width)
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_joined(group) for group in groups)


def join_blocks(
    lines: Sequence[Line],
    stands_alone: Callable[[Line], bool],
    starts_block: Callable[[Line], bool],
) -> tuple[Line, ...]:
    """Join the lines of each block, as Markdown does.

    Args:
        lines: Lines of a text.
        stands_alone: Whether a line is one of its own, such as a byline.
        starts_block: Whether a line begins a paragraph, such as an entry of a list.
    """
    groups: list[list[Line]] = []
    previous_alone = True
    for line in lines:
        alone = stands_alone(line)
        parted = alone or previous_alone or starts_block(line)
        if groups and groups[-1][-1].block == line.block and not parted:
            groups[-1].append(line)
        else:
            groups.append([line])
        previous_alone = alone
    return tuple(_joined(group) for group in groups)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    for first, second in pairwise(lines):
        if first.block == second.block:
            yield first, second


def _breaks_sentence(first: Line, second: Line) -> bool:
    return second.text[0].islower() and not ends_sentence(first.text)


def _goes_on(previous: Line, line: Line, width: int) -> bool:
    if previous.block != line.block or line.indent >= previous.indent + _INDENT:
        return False
    if _breaks_sentence(previous, line) and len(previous.text) >= _SHORTEST_BROKEN:
        return True
    if not width:
        return False
    word = _FIRST_WORD.match(line.text)
    room = width - len(previous.text) - 1
    return word is not None and len(word.group()) > room


def _joined(group: Sequence[Line]) -> Line:
    first, last = group[0], group[-1]
    if first is last:
        return first
    text = " ".join(line.text for line in group)
    return Line(first.number, last.last, first.start, last.end, text, first.block, first.indent)
