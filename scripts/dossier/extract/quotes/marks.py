"""Pair quotation marks, and tell them from apostrophes, inch marks and stray signs.

Papers write “double”, "straight", ‘British’ or «other» marks, nest one kind in another, and
leave the last mark of a paragraph open when the next one carries the quotation on. Sentences
and quotations both need to know where quoted words begin and end, so it is worked out here,
once, in one pass from left to right.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_MARK = re.compile(r"[“”„‟\"«»‘’‚‛']{1,2}|``")
_SINGLE = frozenset("‘’‚‛'")
_PARTNER = {"“": "”", "‟": "”", "„": "“”", "«": "»", '"': '"', "``": "''"}
_ELISION = re.compile(
    r"\d0s\b|\d\d\b|(?:em|im|er|til|tis|twas|cause|bout|round|n|cos|neath|nuff|sup)\b",
    re.IGNORECASE,
)
_BRACKETS = "([{<"
_DASHES = "-–—―/=:,…"
_JOINERS = "\u200c\u200d"
_MAX_WORD = 12
_MAX_NESTING = 8


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between two quotation marks.

    Attributes:
        start: The opening mark.
        end: Position after the closing mark, or after the last word if none closes it.
        inner_start: First code point after the opening mark.
        inner_end: Position of the closing mark; ``end`` if none closes it.
        closed: Whether a closing mark was found.
        depth: How many other quotations it stands in.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    depth: int = 0


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    possessive: bool
    """Whether it may as well be the apostrophe of a plural: the workers’ pay."""


@lru_cache(maxsize=1024)
def find_quoted(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """Find everything in quotation marks in one paragraph; both who ask get it worked out once.

    Args:
        text: The text the paragraph is in.
        start: First code point of the paragraph, inclusive.
        end: Code point after its last, exclusive.

    Returns:
        Quoted stretches in text order, an outer one before those inside it. One that is never
        closed runs up to the next opening mark of its kind or to the end of the paragraph;
        single marks count as unclosed quotations only where they open the paragraph.
    """
    marks = _find_marks(text, start, end)
    pairs: list[tuple[_Mark, _Mark | None, int]] = []
    stack: list[_Mark] = []
    spare = _spare_closers(marks)
    for index, mark in enumerate(marks):
        if mark.closes and _closes_open(mark, marks, index, stack, pairs):
            continue
        if not mark.opens:
            continue
        if mark.text[0] not in _SINGLE and _cannot_nest(mark, stack, spare[index]):
            _leave_open(stack, pairs, mark.start, start)
        stack.append(mark)
        del stack[:-_MAX_NESTING]
    _leave_open(stack, pairs, end, start)
    return _with_depth(text, pairs)


def _find_marks(text: str, start: int, end: int) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text, start, end):
        run = match.group()
        middle = match.end() if run in {"``", "''"} else match.start() + 1
        found.append(_classify(text, match.start(), middle, start, end))
        if middle < match.end():
            found.append(_classify(text, middle, match.end(), start, end))
    return [mark for mark in found if mark.opens or mark.closes]


def _classify(text: str, left: int, right: int, start: int, end: int) -> _Mark:
    mark = text[left:right]
    before = text[left - 1] if left > start else " "
    after = text[right] if right < end else " "
    starts_word = not after.isspace() and (
        before.isspace() or before in _BRACKETS or before in _DASHES or before in "“”„‟\"«»‘‚'"
    )
    ends_word = not before.isspace() and not (after.isalnum() or after in _JOINERS)
    if mark[0] in _SINGLE and mark != "''":
        inside_word = before.isalnum() or before in _JOINERS
        return _Mark(
            left,
            right,
            mark,
            opens=mark != "’" and starts_word and not inside_word and _begins_speech(text, right),
            closes=mark not in "‘‚‛" and ends_word,
            possessive=before in "sxzS"
            and after.isspace()
            and text[right + 1 : right + 2].islower(),
        )
    opens, closes = _double_uses(mark, before, starts_word=starts_word, ends_word=ends_word)
    return _Mark(left, right, mark, opens=opens, closes=closes, possessive=False)


def _begins_speech(text: str, position: int) -> bool:
    """Whether a single mark before ``position`` can open a quotation and is no elision (’90s)."""
    word = text[position : position + _MAX_WORD]
    return (word[:1].isalnum() or word[:1] in "“[…$£€#@.(") and not _ELISION.match(word)


def _double_uses(
    mark: str, before: str, *, starts_word: bool, ends_word: bool
) -> tuple[bool, bool]:
    """Tell whether a double mark can open and whether it can close a quotation."""
    if mark == "``":
        return True, False
    if mark == "''":
        return False, True
    if mark in "“„‟«":
        return True, mark == "“" and ends_word and not starts_word
    if mark in "”»":
        return starts_word and not ends_word, True
    inches = before.isdigit() and not starts_word
    closes = not starts_word or ends_word or before in ".,!?"
    return (not ends_word or starts_word) and not inches, closes


def _spare_closers(marks: list[_Mark]) -> list[int]:
    """For each double mark, how many later marks only close minus those that only open."""
    balance, spare = 0, [0] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        spare[index] = balance
        mark = marks[index]
        if mark.text[0] not in _SINGLE and mark.opens != mark.closes:
            balance += 1 if mark.closes else -1
    return spare


def _cannot_nest(mark: _Mark, stack: list[_Mark], spare: int) -> bool:
    """Whether an opening mark shows that the quotation before it lacks its closing mark."""
    same = sum(1 for open_mark in stack if open_mark.text == mark.text)
    return same > 0 and spare <= same


def _closes_open(
    mark: _Mark,
    marks: list[_Mark],
    index: int,
    stack: list[_Mark],
    pairs: list[tuple[_Mark, _Mark | None, int]],
) -> bool:
    """Close the quotation this mark belongs to; False if it closes none."""
    single = mark.text[0] in _SINGLE and mark.text != "''"
    if single:
        if not stack or stack[-1].text[0] not in _SINGLE:
            return False
        if mark.possessive and _closed_later(marks, index):
            return True
        pairs.append((stack.pop(), mark, mark.end))
        return True
    depth = len(stack)
    while depth and not _belong(stack[depth - 1], mark):
        depth -= 1
    if not depth or (mark.opens and stack[depth - 1].end == mark.start):
        return False
    del stack[depth:]
    pairs.append((stack.pop(), mark, mark.end))
    return True


def _belong(opening: _Mark, closing: _Mark) -> bool:
    if opening.text[0] in _SINGLE:
        return False
    partners = _PARTNER.get(opening.text, '”"')
    return closing.text in partners or (opening.text in '“”"' and closing.text in '“”"')


def _closed_later(marks: list[_Mark], index: int) -> bool:
    """Whether the next single mark can close what this one leaves open."""
    following = marks[index + 1] if index + 1 < len(marks) else None
    return (
        following is not None
        and following.text[0] in _SINGLE
        and following.closes
        and not following.opens
    )


def _leave_open(
    stack: list[_Mark], pairs: list[tuple[_Mark, _Mark | None, int]], end: int, start: int
) -> None:
    """Record what nothing closes. Single marks were apostrophes unless they open the text."""
    for mark in stack:
        if mark.text[0] not in _SINGLE or (mark.start == start and mark.text == "‘"):
            pairs.append((mark, None, end))
            break
    stack.clear()


def _with_depth(text: str, pairs: list[tuple[_Mark, _Mark | None, int]]) -> tuple[Quoted, ...]:
    found: list[Quoted] = []
    open_ends: list[int] = []
    for opening, closing, end in sorted(pairs, key=lambda pair: (pair[0].start, -pair[2])):
        inner_start = opening.end
        inner_end = closing.start if closing else end
        while inner_end > inner_start and text[inner_end - 1].isspace():
            inner_end -= 1
        while inner_start < inner_end and text[inner_start].isspace():
            inner_start += 1
        if inner_start == inner_end:
            continue
        while open_ends and open_ends[-1] <= opening.start:
            open_ends.pop()
        found.append(
            Quoted(
                opening.start,
                end if closing else inner_end,
                inner_start,
                inner_end,
                closing is not None,
                len(open_ends),
            )
        )
        open_ends.append(end)
    return tuple(found)
