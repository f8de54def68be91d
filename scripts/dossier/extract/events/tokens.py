"""Cut a sentence into the words and marks that reading events needs."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)+|\w+(?:[-.&]\w+)*|[’'](?:s|t|ll|re|ve|d)\b|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence as words.

    Attributes:
        text: Words and marks as printed.
        lower: The same in lower case, but for the month of May.
        starts: First code point of each in the source.
        ends: Code point after the last of each.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def split_words(text: str, start: int) -> Tokens:
    """Split a sentence into words.

    Args:
        text: The sentence.
        start: Where it begins in its source.
    """
    matches = list(_TOKEN.finditer(text))
    printed = [match.group() for match in matches]
    lower = [word.lower() for word in printed]
    if "May" in printed[1:]:  # the month keeps its capital, so that it is never taken for "may"
        lower[1:] = ["May" if word == "May" else word.lower() for word in printed[1:]]
    starts = [start + match.start() for match in matches]
    ends = [at + len(word) for at, word in zip(starts, printed, strict=True)]
    return Tokens(tuple(printed), tuple(lower), tuple(starts), tuple(ends))
