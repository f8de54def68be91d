"""Read articles told in the dossier's own words, line by line.

Where an article may not be printed, its facts may: a restated article tells each paragraph of
the original anew, keeps the words that the original quotes, and says which lines it stands
for. Locators such as ``001:L14`` then point at lines of the original, which ``dossier verify``
can compare for whoever has it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.errors import Problem
from dossier.model import Original, Passage
from dossier.read.frontmatter import FrontMatter
from dossier.read.lines import Line, split_lines
from dossier.read.normalize import Edit, Shifts, replace_ranges
from dossier.read.problems import RefusedError
from dossier.read.restated_front import RestatedFront, read_restated_front
from dossier.vocabulary import PassageKind

_MARKER = re.compile(
    r"\[L(?P<first>\d{1,7})(?:\s?[-–]\s?L?(?P<last>\d{1,7}))?(?:\s+(?P<kind>[\w-]+))?\]\s*"
)
_EXAMPLE = "begin it with its lines in the original, such as [L14], [L9-L12] or [L5 caption]"
_KINDS = {str(kind): kind for kind in PassageKind}


@dataclass(frozen=True, slots=True)
class Restated:
    """A restated article.

    Attributes:
        front: What its front matter says.
        original: The file restated.
        text: The paragraphs without their markers.
        shifts: Against the text behind the front matter.
        passages: Lines are those of the original.
    """

    front: RestatedFront
    original: Original
    text: str
    shifts: Shifts
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Marker:
    """Where a paragraph belongs; ``cut`` is how long the marker itself is."""

    cut: int
    first: int
    last: int
    kind: PassageKind


def read_restated(
    text: str, front: FrontMatter, path: str
) -> tuple[Restated | None, tuple[Problem, ...]]:
    """Read a restated article.

    Args:
        text: Normalised text behind the front matter.
        front: Front matter with the key ``original``.
        path: The file, for messages.

    Returns:
        The article, without paragraphs that do not say where they belong; None if it does not
        say what it restates. And everything that is wrong with it.
    """
    read, found = read_restated_front(front, path)
    problems = list(found)
    if read.original is None:
        return None, found
    edits: list[Edit] = []
    passages: list[Passage] = []
    removed = reached = 0
    for start, end, number in _paragraphs(text, front.line):
        try:
            marker = _read_marker(text[start:end], read.original.lines, reached)
        except RefusedError as refusal:
            problems.append(refusal.at(f"{path}:{number}"))
            edits.append((start, end, ""))
            removed += end - start
            continue
        edits.append((start, start + marker.cut, ""))
        begin = start - removed
        removed += marker.cut
        reached = marker.last
        passages.append(
            Passage(len(passages), begin, end - removed, marker.kind, marker.first, marker.last)
        )
    cleaned, shifts = replace_ranges(text, edits)
    return Restated(read, read.original, cleaned, shifts, tuple(passages)), tuple(problems)


def _paragraphs(text: str, first_line: int) -> Iterator[tuple[int, int, int]]:
    """Runs of lines without an empty one between them: start, end, number of the first line."""
    group: list[Line] = []
    for line in split_lines(text, first_line):
        if group and group[-1].block != line.block:
            yield group[0].start, group[-1].end, group[0].number
            group = []
        group.append(line)
    if group:
        yield group[0].start, group[-1].end, group[0].number


def _read_marker(paragraph: str, lines: int, reached: int) -> _Marker:
    match = _MARKER.match(paragraph)
    if match is None:
        raise RefusedError("R143", f"no line marker before {paragraph[:40]!r}", _EXAMPLE)
    shown = match.group().strip()
    if match.end() == len(paragraph):
        raise RefusedError("R143", f"nothing stands behind {shown}", "tell the paragraph")
    kind = match["kind"] or str(PassageKind.BODY)
    if kind not in _KINDS:
        raise RefusedError("R143", f"unknown kind {kind!r}", f"known: {', '.join(_KINDS)}")
    first = int(match["first"])
    last = int(match["last"] or first)
    if last < first:
        raise RefusedError("R144", f"the lines of {shown} run backwards")
    if not 1 <= first <= last <= lines:
        raise RefusedError("R145", f"{shown} is not in the original", f"it has {lines} lines")
    if first < reached:
        raise RefusedError("R144", f"{shown} comes after L{reached}", "keep the original's order")
    return _Marker(match.end(), first, last, _KINDS[kind])
