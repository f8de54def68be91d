"""Take Markdown's marks out of a text and keep every line where it is.

This is no Markdown parser: it takes away what people type around words (``**``, ``#``, links)
so that sentences read as sentences, and remembers which lines are headings. Nothing is
rendered and nothing is moved; ``Shifts`` lead back to the file.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.read.normalize import Edit, Shifts, chain_shifts, normalize, replace_ranges
from dossier.read.words import fold
from dossier.vocabulary import PassageKind

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?: +|\Z)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,}) *\Z")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})\Z")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_BULLET = re.compile(r" {0,12}(?:[-*+]|\d{1,3}[.)]) +(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,200}\]: +\S.{0,1000}\Z")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]]{1,40}\]: +")
_TABLE_RULE = re.compile(r" *+\|?(?: *+:?-{2,}:? *+\|)+(?: *+:?-{2,}:? *+)?\Z")
_COMMENT = ("<!--", "-->")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`{1,3})(?P<coded>[^`]{1,400})(?P=code)"
    r"|!\[(?P<alt>[^\[\]]{0,400})\](?:\([^()\n]{0,1500}\)|\[[^\[\]]{0,100}\])"
    r"|\[\^[^\[\]\s]{1,40}\]"
    r"|\[(?P<words>[^\[\]]{1,400})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,1500}\)|\[[^\[\]]{0,100}\])"
    r"|<(?P<address>https?://[^\s<>]{1,1500}|[^\s<>@]{1,60}@[^\s<>]{1,60})>"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
)
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|~~)")


@dataclass(frozen=True, slots=True)
class Stripped:
    """Markdown without its marks.

    Attributes:
        text: Normalised text with the same lines.
        shifts: Against the Markdown.
        levels: Levels of headings, 1 to 6, by line, the first line being 0.
        pictures: Lines that held nothing but a picture with a description.
        starts: Lines that begin a paragraph of their own, such as entries of a list.
    """

    text: str
    shifts: Shifts
    levels: Mapping[int, int]
    pictures: frozenset[int]
    starts: frozenset[int]

    def kinds(self, title: str = "") -> dict[int, PassageKind]:
        """What the marks say about lines.

        Args:
            title: The headline, if it is known; else the first heading of the top level is it.
        """
        kinds = dict.fromkeys(self.levels, PassageKind.HEADING)
        kinds |= dict.fromkeys(self.pictures, PassageKind.CAPTION)
        top = min((line for line, level in self.levels.items() if level == 1), default=None)
        if top is not None and (
            not title or fold(title) == fold(self.text.split("\n", top + 1)[top])
        ):
            kinds[top] = PassageKind.TITLE
        return kinds


def strip_markdown(text: str) -> Stripped:
    """Take Markdown's marks out of a text.

    Args:
        text: Normalised Markdown without front matter.

    Returns:
        The text; links keep their words, pictures their descriptions, raw HTML its text.
    """
    text, hidden = _without_comments(text)
    edits: list[Edit] = []
    levels: dict[int, int] = {}
    pictures: set[int] = set()
    starts: set[int] = set()
    fence = ""
    position, above = 0, ""
    for number, line in enumerate(text.split("\n")):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or mark["mark"].startswith(fence)):
            fence = "" if fence else mark["mark"]
            edits.append((position, position + len(line), ""))
        elif not fence:
            head = _head(line, above)
            if head.level:
                levels[number if head.own else number - 1] = head.level
            if head.starts:
                starts.add(number)
            edits.append((position, position + head.cut, ""))
            body = line[head.cut : head.end]
            edits += _inline(body, position + head.cut)
            edits.append((position + head.end, position + len(line), ""))
            if body.lstrip().startswith("![") and _INLINE.fullmatch(body.strip()):
                pictures.add(number)
        position += len(line) + 1
        above = line
    stripped, shifts = replace_ranges(text, (edit for edit in edits if edit[0] < edit[1]))
    final = normalize(stripped)
    return Stripped(
        final.text,
        chain_shifts(final.shifts, chain_shifts(shifts, hidden)),
        levels,
        frozenset(pictures),
        frozenset(starts),
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """What the beginning of a line says: where its words begin and end, and what it is."""

    cut: int
    end: int
    level: int = 0
    own: bool = True
    starts: bool = False


def _head(line: str, above: str) -> _Head:
    size = len(line)
    if not line.strip():
        return _Head(0, size)
    if _UNDERLINE.match(line) and above.strip() and not _starts_block(above):
        return _Head(size, size, 1 if "=" in line else 2, own=False)
    if _RULE.match(line) or _TABLE_RULE.match(line):
        return _Head(size, size)
    if _DEFINITION.match(line) and not _FOOTNOTE.match(line):
        return _Head(size, size)
    cut, starts = 0, False
    for pattern in (_QUOTE, _FOOTNOTE, _BULLET):
        match = pattern.match(line, cut)
        if match is not None:
            cut = match.end()
            starts = starts or pattern is not _QUOTE
    heading = _ATX.match(line, cut)
    if heading is None:
        return _Head(cut, size, starts=starts)
    words = line[heading.end() :].rstrip()
    closed = words.rstrip("#")
    if closed == words or not closed.endswith(" "):
        closed = words
    end = heading.end() + len(closed.rstrip())
    return _Head(heading.end(), end, len(heading["marks"]), starts=True)


def _starts_block(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_ATX, _QUOTE, _BULLET, _RULE, _TABLE_RULE)) or (
        line.lstrip().startswith("|")
    )


def _inline(line: str, offset: int) -> Iterator[Edit]:
    edits: list[Edit] = []
    kept: list[tuple[int, int]] = []
    for match in _INLINE.finditer(line):
        start, end = match.span()
        edits += _edits_of(match, start, end)
        if match["words"] is None:
            kept.append((start, end))
    taken = [(start, end) for start, end, _ in edits] + kept
    edits += _emphasis(line, taken)
    for start, end, new in sorted(edits):
        yield start + offset, end + offset, new


def _edits_of(match: re.Match[str], start: int, end: int) -> list[Edit]:
    if match["escaped"]:
        return [(start, start + 1, "")]
    if match["entity"]:
        return [(start, end, html.unescape(match["entity"]).replace("\n", " "))]
    for group in ("coded", "alt", "words", "address"):
        if match[group] is not None:
            first, last = match.span(group)
            return [(start, first, ""), (last, end, "")]
    return [(start, end, "")]


def _emphasis(line: str, taken: list[tuple[int, int]]) -> Iterator[Edit]:
    """Pairs of marks around words; a lone star or an underscore inside a word stays."""
    taken = sorted(taken)
    upcoming = 0
    open_marks: dict[str, list[int]] = {}
    for match in _EMPHASIS.finditer(line):
        start, end = match.span()
        while upcoming < len(taken) and taken[upcoming][1] <= start:
            upcoming += 1
        if upcoming < len(taken) and taken[upcoming][0] < end:
            continue
        mark = match["mark"]
        before, after = line[start - 1 : start], line[end : end + 1]
        inside_word = mark[0] == "_"
        closes = before.strip() and not (inside_word and after.isalnum())
        opens = after.strip() and not (inside_word and before.isalnum())
        if closes and open_marks.get(mark):
            first = open_marks[mark].pop()
            yield first, first + len(mark), ""
            yield start, end, ""
        elif opens:
            open_marks.setdefault(mark, []).append(start)


def _without_comments(text: str) -> tuple[str, Shifts]:
    edits: list[Edit] = []
    start = text.find(_COMMENT[0])
    while start >= 0:
        end = text.find(_COMMENT[1], start)
        if end < 0:
            break
        end += len(_COMMENT[1])
        edits.append((start, end, "\n" * text.count("\n", start, end)))
        start = text.find(_COMMENT[0], end)
    return replace_ranges(text, edits)
