"""A stretch of words that may be a name, and what is known about it so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind

DAYS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December"
)
"""Days and months: never part of a body's or place's name."""


@dataclass(slots=True)
class Span:
    """A stretch of words that may be a name.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        kind: What it is; None while nothing tells.
        sort: The list it comes from, or "title", "org", "place", "person", "acronym"; empty
            if only its capitals make it a name.
        firm: Whether more than its capitals says that it is a name.
        name: The printed name.
    """

    first: int
    last: int
    kind: ActorKind | None
    sort: str
    firm: bool
    name: str


class Edges(NamedTuple):
    """The names of a sentence by the word they begin at, and by the word after them."""

    first: dict[int, Span]
    last: dict[int, Span]


def edges_of(spans: Iterable[Span]) -> Edges:
    """Index the names of a sentence; titles are left out."""
    names = [span for span in spans if span.sort != "title"]
    return Edges({span.first: span for span in names}, {span.last: span for span in names})


def text_of(words: Words, first: int, last: int) -> str:
    """Words of a range, as far apart as they are printed, but never by more than a space."""
    parts = [words.text[first]]
    for index in range(first + 1, last):
        apart = words.start[index] > words.end[index - 1]
        parts.append(f" {words.text[index]}" if apart else words.text[index])
    return "".join(parts)
