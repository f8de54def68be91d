"""Read names that stand in a list: one that nobody knows is what its neighbours are."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from dossier.extract.spans import Span
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind

MADE_UP = re.compile(r"\d|(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bFitz)(?<=[a-z])[A-Z]")
"""What no person's and no town's name holds: "LibreDesk3"."""
JOINERS = frozenset({",", "and", ", and", "or", ", or", "&"})
_SHORTEST = 4
_VAGUE = frozenset({"demonym", "people", "country", "capital"})
"""Beside a state or a capital anybody may stand who acts: "Ghana, Quorv and the bank"."""
_LISTED = frozenset({ActorKind.PERSON, ActorKind.PLACE})


def settle_lists(words: Words, spans: Sequence[Span]) -> None:
    """Give a name of unknown kind the kind of its neighbours in a list: "X, Y and Z".

    Args:
        words: A sentence.
        spans: Its names in text order, changed in place.
    """
    names = [span for span in spans if span.sort != "title"]
    for order in (names, names[::-1]):
        for known, open_ in pairwise(order):
            alike = known.kind in _LISTED and open_.kind is None
            if alike and not MADE_UP.search(open_.name) and _together(words, known, open_):
                open_.kind, open_.sort = known.kind, known.sort


def settle_places(words: Words, spans: Sequence[Span], never: Sequence[Container[str]]) -> None:
    """Take a single word of unknown kind for a place where it stands in a list of sure ones.

    Args:
        words: A sentence.
        spans: Its names in text order, changed in place.
        never: Words that may stand beside a place and are none, such as given names
            ("in Accra, Ama and Kofi met").
    """
    for order in (spans, spans[::-1]):
        for known, open_ in pairwise(order):
            unsure = open_.kind is None and open_.sort == "" and open_.last - open_.first == 1
            if not unsure or known.kind is not ActorKind.PLACE or known.sort in _VAGUE:
                continue
            plain = len(open_.name) >= _SHORTEST and open_.name.istitle()
            if not plain or any(open_.name in names for names in never):
                continue
            if _together(words, known, open_) and not words.opens(open_.first):
                open_.kind, open_.sort, open_.firm = ActorKind.PLACE, "place", True


def _together(words: Words, one: Span, other: Span) -> bool:
    """Whether nothing but a comma, an "and" or both part two names."""
    between = words.text[min(one.last, other.last) : max(one.first, other.first)]
    return " ".join(between) in JOINERS
