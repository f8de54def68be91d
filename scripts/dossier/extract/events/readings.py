"""How an event word stands in its sentence: asserted, or only touched on.

"The court sentenced him" tells that something happened; "the sentenced man", "a sentencing
hearing" and "since the sentencing" presuppose it. Which of them a word is decides more than
anything else whether a reader wants a page for it.
"""

from enum import StrEnum
from typing import NamedTuple

from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.triggers import TriggerMatch

_TELLING_OPENERS = frozenset({"as", "while", "when", "after", "because", "although", "though"})
"""They open clauses with a verb of their own, which tell something, if on the way."""
_TOUCHING = frozenset({ClauseKind.CIRCUMSTANCE, ClauseKind.GERUND, ClauseKind.CONDITION})


class Standing(StrEnum):
    """How much a sentence asserts of an event word, most first."""

    ASSERTED = "asserted"
    """A finite verb, or a noun that a verb says took place."""
    TOPIC = "topic"
    """A noun that the sentence speaks about."""
    EMBEDDED = "embedded"
    """A circumstance, a purpose, an attribute: presupposed, not told."""


class Reading(NamedTuple):
    """An event word in its sentence.

    Attributes:
        match: Where and what it is.
        standing: How much is asserted of it.
        passive: Whether its subject is who it is done to.
        perfect: Whether it lies before the sentence's own past ("had met").
        habitual: Whether it is told as what happens in general.
        told_by: For an event noun, the verb that says it happened: "broke" in "the fire broke
            out"; None for others.
        done_by: For an event noun, the verb whose object it is: "held" in "held the vote"; None
            for others.
    """

    match: TriggerMatch
    standing: Standing
    passive: bool = False
    perfect: bool = False
    habitual: bool = False
    told_by: int | None = None
    done_by: int | None = None


def standing_of_clause(clauses: Clauses, place: int, *, noun: bool = False) -> Standing:
    """How much a clause asserts of what it holds.

    Args:
        clauses: The sentence.
        place: A word of the clause.
        noun: Whether it is a noun, which a circumstance only touches on even with a verb.
    """
    clause = clauses.clause[place]
    if clauses.openers[clause] in _TELLING_OPENERS and not noun:
        return Standing.ASSERTED
    return Standing.EMBEDDED if clauses.kinds[clause] in _TOUCHING else Standing.ASSERTED


def is_told_after(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether a strong verb is told as what came before: "was jailed after being convicted"."""
    return match.trigger.strong and clauses.lower[max(0, match.first - 2) : match.first] == (
        "after",
        "being",
    )
