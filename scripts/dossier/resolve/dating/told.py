"""Dates told before, and which of several in one sentence "two days later" counts from.

News goes on from what a sentence tells, not from what it adds or foretells: after "was named on
2 May to replace Novak, who had died on 3 April" two weeks later is in May.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Dating, Sentence, Source, Timex
from dossier.records import record
from dossier.vocabulary import Direction, PassageKind

_ADDED = re.compile(
    r"\b(?:who|which|whose|where|when|after|before|since|until|because|whom|that had|would|will|due"
    r"|set|scheduled|planned)\b"
)
_SET_OFF = re.compile(
    r",[ \t](?:[a-z-]{2,15}(?:ed|en|wn|lt)|born|held|made|set|led)\b[^,;:]{0,60}\Z"
)
"""What two commas set off is added, too: "the gate, built in 1990, fell"."""
_LOOK_BACK = 160


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its article an expression stands.

    Attributes:
        rank: Number of its passage among those of its kind.
        kind: What its passage is.
    """

    rank: int
    kind: PassageKind


@record
class Told:
    """A dated expression, remembered for those that count from it.

    Attributes:
        timex: The expression.
        dating: What it means.
        place: Where it stands.
        frames: Whether it sets the year of what follows.
        aside: Whether it dates what its sentence only adds or foretells: "who had left in May".
    """

    timex: Timex
    dating: Dating
    place: Place
    frames: bool
    aside: bool = False


def stands_aside(source: Source, sentence: Sentence, timex: Timex, before: Timex | None) -> bool:
    """Whether a date stands in what its sentence adds or foretells.

    Args:
        source: The article.
        sentence: The sentence it stands in.
        timex: Its words.
        before: The expression before it; None if there is none.
    """
    if timex.expression.direction is Direction.FUTURE:
        return True
    start = sentence.start
    if before is not None and before.sentence_id == sentence.id:
        if before.expression.counted_from == "happening":
            return True  # "two days after the gate fell on 3 February"
        start = before.anchor.end
    near = max(start, timex.anchor.start - _LOOK_BACK)
    if _ADDED.search(source.text, near, timex.anchor.start):
        return True
    closed = source.text[timex.anchor.end : timex.anchor.end + 1] == ","
    return closed and _SET_OFF.search(source.text, near, timex.anchor.start) is not None


def choose_told(timex: Timex, last: Told, told: Sequence[Told]) -> Told:
    """The date that words count from: the one told last, or the one its sentence goes on from."""
    if not last.aside or not timex.expression.amount or timex.sentence_id == last.timex.sentence_id:
        return last
    return next((one for one in reversed(_days_beside(last, told)) if not one.aside), last)


def find_rivals(timex: Timex, last: Told, told: Sequence[Told]) -> list[Told]:
    """Other days of the sentence before, from which days may as well be counted.

    Those told in their order are none: what comes later counts from the last of them.
    """
    if timex.sentence_id == last.timex.sentence_id or timex.expression.unit != "day":
        return []
    others = [one for one in _days_beside(last, told) if one.aside == last.aside]
    return [one for one in others if one.dating.value.start > last.dating.value.start]


def _days_beside(last: Told, told: Sequence[Told]) -> list[Told]:
    """Other days that the sentence of a day tells; none beside what is no day."""
    return [
        one
        for one in told
        if one.timex.sentence_id == last.timex.sentence_id
        and one.dating.value.is_day
        and one.dating.value != last.dating.value
        and last.dating.value.is_day
    ]
