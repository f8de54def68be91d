"""Who stands beside an event word and takes no part in what it names."""

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.readings import Reading
from dossier.extract.events.spans import PLACE_WORDS, Span
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import ActorKind, EventType

_DYING = frozenset({"die", "drown", "perish", "pass", "succumb", "funeral", "burial"})
_OBSERVING = frozenset(
    {"accepted", "applauded", "condemned", "criticised", "criticized", "deplored", "described",
     "filmed", "hailed", "heard", "mourned", "photographed", "praised", "recorded", "regretted",
     "saw", "survived", "watched", "welcomed", "witnessed"}
)  # fmt: skip
"""Verbs of who sees what another does, or answers it: "accepted the resignation"."""


def looks_on(clauses: Clauses, reading: Reading, index: TriggerIndex) -> bool:
    """Whether a sentence's subject only saw an event, or speaks of one that is known.

    "Witnessed the crash", "announced the coming vote"; but "announced a strike" is its own.
    """
    if reading.done_by is None:
        return False
    verb = clauses.lower[reading.done_by]
    known = "the" in clauses.lower[reading.done_by + 1 : reading.match.first]
    return verb in _OBSERVING or (verb in index.saying and known)


def cannot_die(span: Span, match: TriggerMatch) -> bool:
    """Whether somebody who is no person is said to die: "the Senate, where the bill died"."""
    trigger = match.trigger
    if trigger.event_type is not EventType.DEATH or trigger.term.split()[0] not in _DYING:
        return False
    return span.mention.kind not in {ActorKind.PERSON, ActorKind.GROUP, ActorKind.PLACE} and not (
        span.is_local and span.governor in PLACE_WORDS
    )
