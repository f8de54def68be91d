"""Which way a date looks, and how its happening relates to it.

"Met on Friday" and "will meet on Friday" mean different Fridays. The nearest cue before the
words decides, and where there is none the first behind them.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from dossier.extract.timex.words import any_of
from dossier.settings import Lexicon
from dossier.vocabulary import Direction

_WORD = re.compile(r"[A-Za-z][a-z’']*")
_PAST = frozenset(
    {"was", "were", "had", "did", "has", "have", "been", "ago", "earlier", "yesterday", "since"}
)
_NOT_PAST = frozenset(
    {
        *{"need", "indeed", "feed", "speed", "seed", "breed", "deed", "weed", "bleed", "proceed"},
        *{"succeed", "exceed", "hundred", "sacred", "naked", "wicked", "shed", "united", "armed"},
    }
)
_NO_PAST_AFTER = frozenset(
    {
        *{"be", "being", "get", "to", "will", "would", "shall", "may", "might", "can", "could"},
        *{"must", "stay", "remain", "keep", "stays", "remains", "keeps"},
    }
)
"""What follows these is a plan, a state, or a base form that looks like a past ("will run")."""
_BETWEEN = frozenset({"also", "not", "again", "only", "first", "then", "still", "soon"})
"""Stand between an auxiliary and its verb, as words in -ly do ("will be formally opened")."""
_REACH_BACK = 160
_REACH_AHEAD = 240
_SHORTEST_PAST = 4

_BOUND = re.compile(
    r"\b(?P<bound>since|until|till|up to|through|throughout|before|prior to|ahead of|after"
    r"|following|by|no later than|on or before|as of|as at|from)"
    r"(?:[ \t](?:about|around|early|late|at least|as early as))?(?:[ \t]the)?[ \t]{1,3}\Z",
    re.IGNORECASE,
)
_BOUNDS = {
    **dict.fromkeys(("until", "till", "up to", "through"), "until"),
    **dict.fromkeys(("before", "prior to", "ahead of"), "before"),
    **dict.fromkeys(("after", "following"), "after"),
    **dict.fromkeys(("by", "no later than", "on or before"), "by"),
    **dict.fromkeys(("as of", "as at"), "as of"),
    "since": "since",
    "throughout": "throughout",
    "from": "on",
}
_HEDGE = re.compile(r"\b(?:about|around|circa|c\.)[ \t]{1,3}\Z", re.IGNORECASE)
_LOOK_BACK = 32


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Cues of tense.

    Attributes:
        past: Irregular past forms and auxiliaries, lower case.
        future: Finds words after which a date lies ahead.
    """

    past: frozenset[str]
    future: re.Pattern[str]


def make_tense_words(lexicon: Lexicon) -> TenseWords:
    """Make the cues from ``irregular_verbs`` and ``future_cues``."""
    past = {
        form
        for forms in lexicon.values("irregular_verbs").values()
        for form in forms
        if not form.endswith("ing")
    }
    cues = any_of(lexicon.terms("future_cues") or ["will"])
    return TenseWords(frozenset(past | _PAST), re.compile(rf"(?:\b|(?=['’])){cues}\b"))


class Cues:
    """The cues of tense of one sentence, found once for all its dates."""

    def __init__(self, text: str, words: TenseWords) -> None:
        found: list[tuple[int, int, Direction]] = []
        ahead = [match.span() for match in words.future.finditer(text)]
        found += [(start, end, Direction.FUTURE) for start, end in ahead]
        covered = 0
        before = ""
        for match in _WORD.finditer(text):
            word = match.group().lower()
            while covered < len(ahead) and ahead[covered][1] <= match.start():
                covered += 1
            inside = covered < len(ahead) and ahead[covered][0] < match.end()
            if not inside and before not in _NO_PAST_AFTER and _is_past(word, words.past):
                found.append((match.start(), match.end(), Direction.PAST))
            if word not in _BETWEEN and not word.endswith("ly"):
                before = word
        found.sort()
        self._starts = [start for start, _, _ in found]
        self._cues = found

    def direction(self, start: int, end: int) -> Direction:
        """Direction of the words between ``start`` and ``end``; NEAREST without a cue."""
        place = bisect_left(self._starts, start)
        if place and start - self._cues[place - 1][1] <= _REACH_BACK:
            return self._cues[place - 1][2]
        place = bisect_left(self._starts, end)
        if place < len(self._cues) and self._cues[place][0] - end <= _REACH_AHEAD:
            return self._cues[place][2]
        return Direction.NEAREST


def _is_past(word: str, irregular: frozenset[str]) -> bool:
    if word in irregular:
        return True
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in _NOT_PAST


def bound_before(text: str, start: int) -> str:
    """Bound that the words before a date set: "since", "until" and so on; "on" if none."""
    match = _BOUND.search(text, max(0, start - _LOOK_BACK), start)
    return _BOUNDS[" ".join(match["bound"].lower().split())] if match else "on"


def hedge_before(text: str, start: int) -> str:
    """Hedge before a date that is no count: "about" or empty."""
    return "about" if _HEDGE.search(text, max(0, start - _LOOK_BACK), start) else ""
