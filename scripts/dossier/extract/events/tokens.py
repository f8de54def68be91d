"""Cut a sentence into the words and marks that reading events needs."""

import re
from itertools import accumulate, chain

from dossier.records import record

_TOKEN = re.compile(
    r"(\s*+)([a-z]++(?=[ ,])|(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)+|\w+(?:[-.&]\w+)*"
    r"|[’'](?:s|t|ll|re|ve|d)\b|\S)"
)
"""White space, and the word or mark behind it; most are plain words, so they are tried first."""


@record
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
    found = list(chain.from_iterable(_TOKEN.findall(text)))
    printed = found[1::2]
    lower = list(map(str.lower, printed))
    if "May" in printed:  # the month keeps its capital, so that it is never taken for "may"
        lower[1:] = ["May" if word == "May" else word.lower() for word in printed[1:]]
    places = tuple(accumulate(map(len, found), initial=start))
    return Tokens(tuple(printed), tuple(lower), places[1::2], places[2::2])
