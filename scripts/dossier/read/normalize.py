r"""Make any decoded file into text that every later stage can trust, once, at the door.

What comes out is NFC; the only white space in it is the space and ``\n``; nothing in it is
invisible but the joiners that some scripts need. Characters are replaced one for one wherever
that is possible, so that most positions stay those of the file; where they move, ``Shifts``
says how, and a reader with a text editor can still be told the exact place.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Shifts = tuple[tuple[int, int], ...]
"""``(position after, position before)`` wherever the distance changes, ascending."""

Edit = tuple[int, int, str]
"""Start and end of a range of a text, half-open, and what stands there afterwards."""

_SPACES = "\t\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0"
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f"
_NO_CHARACTERS = "\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
# One class of characters, because an alternation would be tried at every position; and before it
# a small one that lets nearly all characters pass.
_ODD = re.compile(f"(?=[^\n -~])[\r{_SPACES}{_INVISIBLE}{_CONTROLS}{_NO_CHARACTERS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_REMOVED = re.compile(f"[{_INVISIBLE}]")
_MAY_CHANGE = re.compile("[^\u0300-\U0010ffff]?[\u0300-\U0010ffff]+")
_PICTURES = 0x2400
_DELETE = "\x7f"
_SOFT_HYPHEN = "\xad"
_FIRST_JAMO, _LAST_JAMO = "\u1160", "\u11ff"


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text as every later stage sees it.

    Attributes:
        text: The text.
        shifts: Where its positions differ from those of the text it was made from.
        replaced: How many characters could not be kept: controls and broken characters.
        removed: How many characters that cannot be seen were taken out, soft hyphens aside.
    """

    text: str
    shifts: Shifts
    replaced: int
    removed: int


def normalize(decoded: str) -> Normalized:
    r"""Make a decoded file into trusted text.

    Line ends become ``\n``; tabs, no-break spaces and other white space become one space each;
    invisible and direction-changing characters are taken out (ZWJ and ZWNJ stay); control
    characters become their pictures (␀) and what is no character becomes U+FFFD; the whole
    becomes NFC.

    Args:
        decoded: The file as text, without a byte order mark.

    Returns:
        The text with its shifts. Normalising its text again changes nothing.

    Source:
        Unicode Standard Annex 15, sections 1.3 and 9, for joining pieces that are in NFC.
    """
    if decoded.isascii() and decoded.isprintable():
        return Normalized(decoded, (), 0, 0)
    replaced = removed = 0
    edits: list[Edit] = []
    for match in _ODD.finditer(decoded):
        start, odd = match.start(), match.group()
        if odd == "\r":
            end = start + 1 + (decoded[start + 1 : start + 2] == "\n")
            edits.append((start, end, "\n"))
            continue
        new = _stand_in(odd)
        replaced += new not in {"", " "}
        removed += new == "" and odd != _SOFT_HYPHEN
        edits.append((start, start + 1, new))
    plain, first = replace_ranges(decoded, edits)
    if unicodedata.is_normalized("NFC", plain):
        return Normalized(plain, first, replaced, removed)
    composed, second = replace_ranges(plain, _compositions(plain))
    return Normalized(composed, chain_shifts(second, first), replaced, removed)


def replace_ranges(text: str, edits: Iterable[Edit]) -> tuple[str, Shifts]:
    """Replace ranges of a text and note where positions moved.

    Args:
        text: Any text.
        edits: Ranges in ascending order that do not overlap.

    Returns:
        The new text, and its shifts against the old one.
    """
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []
    length = done = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        length += start - done + len(new)
        done = end
        if shifts and shifts[-1][0] == length:
            shifts.pop()
        if end - length != (shifts[-1][1] - shifts[-1][0] if shifts else 0):
            shifts.append((length, end))
    if not pieces:
        return text, ()
    pieces.append(text[done:])
    return "".join(pieces), tuple(shifts)


def chain_shifts(later: Shifts, earlier: Shifts) -> Shifts:
    """Join the shifts of two changes made one after the other.

    Args:
        later: From the final text to the text between.
        earlier: From the text between to the first text.

    Returns:
        From the final text to the first text.
    """
    if not later or not earlier:
        return later or earlier
    marks = {after for after, _ in later} | {_inverse(later, after) for after, _ in earlier}
    chained: list[tuple[int, int]] = []
    distance = 0
    for mark in sorted(marks):
        origin = position_before(earlier, position_before(later, mark))
        if origin - mark != distance:
            chained.append((mark, origin))
            distance = origin - mark
    return tuple(chained)


def position_before(shifts: Shifts, position: int) -> int:
    """Find where a position of the changed text was before the change.

    Args:
        shifts: What the change moved.
        position: A position after it.

    Returns:
        The position before it; for text that the change itself put in, a place nearby.
    """
    index = bisect_right(shifts, position, key=lambda shift: shift[0])
    after, before = shifts[index - 1] if index else (0, 0)
    moved = position - after + before
    return min(moved, shifts[index][1]) if index < len(shifts) else moved


def _inverse(shifts: Shifts, position: int) -> int:
    index = bisect_right(shifts, position, key=lambda shift: shift[1])
    after, before = shifts[index - 1] if index else (0, 0)
    moved = position - before + after
    return min(moved, shifts[index][0]) if index < len(shifts) else moved


def _stand_in(odd: str) -> str:
    if _SPACE.match(odd):
        return " "
    if _REMOVED.match(odd):
        return ""
    if odd == _DELETE:
        return "\u2421"
    return chr(_PICTURES + ord(odd)) if odd < " " else "\ufffd"


def _compositions(text: str) -> Iterator[Edit]:
    """The smallest pieces whose NFC form is another; before U+0300 nothing joins backwards."""
    for run in _MAY_CHANGE.finditer(text):
        if unicodedata.is_normalized("NFC", run.group()):
            continue
        start = run.start()
        for position in range(start + 1, run.end() + 1):
            if position < run.end() and _joins_backwards(text[position]):
                continue
            piece = text[start:position]
            composed = unicodedata.normalize("NFC", piece)
            if composed != piece:
                yield start, position, composed
            start = position


def _joins_backwards(character: str) -> bool:
    if unicodedata.category(character).startswith("M") or unicodedata.combining(character):
        return True
    return _FIRST_JAMO <= character <= _LAST_JAMO
