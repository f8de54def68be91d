"""Say which wordings name one office of one holder.

An outlet writes "President", "US President", "the incumbent President of the United States" of one
person within a page. That is one office; a reader wants it once, in its fullest wording.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

QUALITIES = frozenset(
    {"current", "incumbent", "sitting", "serving", "leading", "fellow", "longtime", "long-time",
     "veteran", "embattled", "elder", "popular", "prominent"}
)  # fmt: skip
"""Words before an office that are no part of it."""

_RANKS = frozenset(
    {"vice", "deputy", "assistant", "associate", "junior", "co", "under", "shadow", "honorary",
     "emeritus", "running", "acting", "interim", "elect", "designate", "candidate", "nominee",
     "spokesman", "spokeswoman", "spokesperson", "general", "attorney"}
)  # fmt: skip
"""Words that make another office of the one they stand beside."""

_ABROAD = re.compile(r"\b(?:U\.S\.(?:A\.)?|US|USA|United States(?: of America)?)(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_LINKS = frozenset({"of", "the", "s", "for", "and", "a", "an"})


def fold_titles(
    said: Mapping[tuple[str, K], Sequence[V]],
) -> list[tuple[tuple[str, ...], K, tuple[V, ...]]]:
    """Join the wordings that mean one office.

    Args:
        said: Where each wording stands, by wording and by a flag that keeps offices apart.

    Returns:
        For each office its wordings, the fullest first and of equally full ones the most used,
        its flag, and all places, those of the first wording first. A wording that may be short
        for several offices stays on its own.
    """
    groups: dict[tuple[frozenset[str], K], list[str]] = {}
    for title, flag in said:
        groups.setdefault((_kernel(title), flag), []).append(title)
    home = {key: _fullest(key, groups) for key in groups}
    folded: dict[tuple[frozenset[str], K], list[str]] = {}
    for key in sorted(groups, key=lambda one: -len(one[0])):
        wordings = sorted(groups[key], key=lambda one: (-len(said[one, key[1]]), -len(one), one))
        folded.setdefault(home[key], []).extend(wordings)
    return [
        (tuple(titles), flag, tuple(place for one in titles for place in said[one, flag]))
        for (_, flag), titles in folded.items()
    ]


def _kernel(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    words = _WORD.findall(_ABROAD.sub("usa", title).casefold())
    return frozenset(words) - _LINKS


def _fullest(
    key: tuple[frozenset[str], K], groups: Mapping[tuple[frozenset[str], K], object]
) -> tuple[frozenset[str], K]:
    """The wording that says all that this one says and most besides, if there is only one."""
    words, flag = key
    fuller = [
        other
        for other in groups
        if other[1] == flag and words < other[0] and not (other[0] - words) & _RANKS
    ]
    most = max(fuller, key=lambda one: (len(one[0]), sorted(one[0])), default=key)
    return most if all(one[0] <= most[0] for one in fuller) else key
