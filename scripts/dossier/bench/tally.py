"""Counting what is right: small functions that every measure shares."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.dates import DateValue, parse_edtf

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found against what was wanted.

    Attributes:
        right: Found and wanted.
        found: Found in all.
        wanted: Wanted in all.
    """

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Count two together."""
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 if nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 0 if nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0


def pair_spans(wanted: Sequence[Span], found: Sequence[Span]) -> Mapping[int, int]:
    """Pair ranges that overlap, those that agree best first.

    Args:
        wanted: Half-open ranges.
        found: The same.

    Returns:
        Index in ``found`` by index in ``wanted``; each is used once.
    """
    candidates = []
    for i, (start, end) in enumerate(wanted):
        for j, (first, last) in enumerate(found):
            shared = min(end, last) - max(start, first)
            if shared > 0:
                candidates.append((-shared / (max(end, last) - min(start, first)), i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def pair_most(choices: Sequence[Iterable[str]]) -> Mapping[int, str]:
    """Give as many as possible a partner of their own.

    Args:
        choices: For each, the partners that would do, best first.

    Returns:
        The partner by index.
    """
    taken: dict[str, int] = {}
    listed = [tuple(partners) for partners in choices]

    def seat(one: int, tried: set[str]) -> bool:
        for partner in listed[one]:
            if partner in tried:
                continue
            tried.add(partner)
            if partner not in taken or seat(taken[partner], tried):
                taken[partner] = one
                return True
        return False

    for one in range(len(listed)):
        seat(one, set())
    return {one: partner for partner, one in sorted(taken.items(), key=lambda pair: pair[1])}


def same_days(left: str, right: str) -> bool:
    """Whether two EDTF values mean the same days, whatever their form."""
    return _days(parse_edtf(left)) == _days(parse_edtf(right))


def within(inner: str, outer: str) -> bool:
    """Whether every day of one EDTF value is a day of the other."""
    low, high = _days(parse_edtf(inner))
    first, last = _days(parse_edtf(outer))
    return first <= low and high <= last


def _days(value: DateValue) -> tuple[date, date]:
    return value.start, value.end
