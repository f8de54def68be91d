"""The words of a text without capitals and marks: to count them, look them up and find terms."""

import re
from collections.abc import Iterable

_MARK = re.compile(r"[^\x00-\x7f](?<!\w)")  # half the time of one class of both
_APART = bytes(
    code if not bytes([code]).isascii() or chr(code).isalnum() or chr(code) == "_" else ord(" ")
    for code in range(256)
)
"""A table that makes a space of everything in ASCII that belongs to no word."""


def fold_words(text: str) -> list[str]:
    r"""Take a text apart into its words.

    Args:
        text: Any text.

    Returns:
        What the pattern ``\w+`` meets in the case-folded text, in order, found in half the
        time: most of a text is ASCII, in which a table tells letters from marks.
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _MARK.sub(" ", folded)
    return folded.encode().translate(_APART).decode().split()


def lower_in_place(text: str) -> str:
    """Words in small letters, each letter still in its place: that of "İ" would be two."""
    return text.replace("İ", "i").lower()


def compile_terms(terms: Iterable[str], letter: str = r"\w") -> re.Pattern[str]:
    """Make a pattern that meets terms where they stand as whole words, the longest first.

    Args:
        terms: Words or phrases in small letters, none of them empty.
        letter: What may stand neither before nor behind them.

    Returns:
        The pattern, for texts in small letters. Each of its branches begins with a letter, so that
        it is tried at no other; the look behind, which a search would stop for, comes after it.
    """
    by_first: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        by_first.setdefault(re.escape(term[0]), []).append(re.escape(term[1:]))
    branches = (rf"{one}(?<!{letter}{one})(?:{'|'.join(rest)})" for one, rest in by_first.items())
    return re.compile(rf"(?:{'|'.join(branches) or '(?!)'})(?!{letter})")
