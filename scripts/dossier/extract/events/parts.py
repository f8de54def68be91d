"""What part a mention beside an event word takes: rules of position, no grammar.

Before the verb stands who acts, behind it whom it is done to; "by", "with", "between", "of" and
the place prepositions say the rest. Each rule is a small function; the first that knows decides.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import DETERMINERS
from dossier.extract.events.spans import MAX_PHRASE, PLACE_NOUNS, PLACE_WORDS, Span
from dossier.triggers import TriggerMatch
from dossier.vocabulary import ActorKind, EventType, MentionForm, Role

_GOAL_WORDS = frozenset({"to", "into", "onto", "toward", "towards", "for"})
_TOGETHER = frozenset({"with", "between", "among", "alongside"})
_SIDES = frozenset(
    {EventType.MEETING, EventType.AGREEMENT, EventType.CONFLICT, EventType.COMPETITION}
)
_MOVES = frozenset({EventType.VISIT, EventType.INVITATION, EventType.DEPARTURE})
SHARED = _SIDES | _MOVES
_STRIKES = frozenset({EventType.DISASTER, EventType.ACCIDENT})
"""Types whose object is where they happen: "the storm hit Oslo"."""
_TOWARDS: Mapping[EventType, frozenset[str]] = {
    EventType.STATEMENT: frozenset({"to"}),
    EventType.INVITATION: frozenset({"to"}),
    EventType.REQUEST: frozenset({"to", "on"}),
    EventType.CONTRACT: frozenset({"to", "for"}),
    EventType.AID: frozenset({"to", "for"}),
    EventType.THREAT: frozenset({"to", "against"}),
    EventType.LAWSUIT: frozenset({"against"}),
    EventType.TRIAL: frozenset({"against"}),
    EventType.RULING: frozenset({"against"}),
    EventType.ATTACK: frozenset({"against", "on", "at"}),
    EventType.CONFLICT: frozenset({"against"}),
    EventType.PROTEST: frozenset({"against"}),
    EventType.SANCTION: frozenset({"against", "on"}),
    EventType.COMPETITION: frozenset({"against", "to"}),
}
"""Prepositions that point to whom it is done, by type; elsewhere they lead to other matters."""
_SELF = frozenset(
    {EventType.DEATH, EventType.VISIT, EventType.DEPARTURE, EventType.REMOVAL, EventType.HEALTH}
)
"""Types whose noun is followed by who did it himself: "the death of", "the visit of"."""
_DONE_TO_PEOPLE = frozenset(
    {EventType.MEETING, EventType.APPOINTMENT, EventType.ARREST, EventType.RULING,
     EventType.REMOVAL, EventType.ATTACK, EventType.RECOGNITION}
)  # fmt: skip
"""Types whose object a name behind a comma may give: "arrested a skipper, Tor Lind"."""
_OF_ANOTHER = {("advising",), ("heading",), ("leading",), ("replacing",), ("representing",)}
"""Verbs in -ing whose object belongs to whoever stands before them."""
_BESIDE = frozenset({"against", "at", "for", "from", "to"})
"""Prepositions behind which a body or a person has to do with what a verb tells."""
BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY})
_UNNAMED = frozenset({MentionForm.NOMINAL, MentionForm.PRONOUN})
_OF_REACH = 8
_ASIDE_REACH = 12
_SEATED = frozenset({"based", "born", "headquartered", "raised", "registered"})
_ENDS_OBJECT = frozenset({",", "what", "who", "which", "how", "whether"})


class Case(NamedTuple):
    """A mention beside an event word."""

    clauses: Clauses
    span: Span
    match: TriggerMatch
    passive: bool
    noun: bool
    actor: Role
    acts: bool = False
    """Whether a verb follows the mention, which acts then."""
    other: bool = False
    """Whether "by" before the mention belongs to another noun: "a deal awaits approval by"."""

    @property
    def event_type(self) -> EventType:
        """The type of the event word."""
        return self.match.trigger.event_type

    @property
    def between(self) -> tuple[str, ...]:
        """Words between the event word and the mention behind it."""
        return self.clauses.lower[self.match.last + 1 : self.span.start]


def decide(case: Case) -> Role | None:
    """Find the part of a mention: what the first rule that knows says; None if it has none.

    The mention stands in the event word's clause, or where that goes on behind an insertion.
    """
    span = case.span
    if span.owns or span.mention.form is MentionForm.ADJECTIVE:
        return None
    if span.first and case.clauses.lower[span.first - 1] == "(":
        return None  # "Harbour Trust (HT)" is named already
    if span.describes and not (span.is_local and span.governor in PLACE_WORDS):
        return None  # "a Berg adviser" is not Berg
    for rule in _RULES:
        role = rule(case)
        if role is not None:
            return Role(role) if role else None
    return None


_NO_PART = ""
"""A rule's answer: this mention takes no part, whatever the rules after it would say."""


def _holding(case: Case) -> Role | str | None:
    """A state that holds an election is where it is held."""
    before = case.event_type is EventType.ELECTION and case.span.first < case.match.first
    holds = before and not case.noun and case.span.mention.kind is ActorKind.PLACE
    named = case.clauses.lower[max(0, case.span.start - 2) : case.span.start]
    whole = named[-1:] == ("of",) and named[0] in PLACE_NOUNS  # "the state of Norland"
    return Role.PLACE if holds and (whole or not case.span.governor) else None


def _where(case: Case) -> Role | str | None:
    if not case.span.is_local or case.span.governor not in PLACE_WORDS:
        return None
    return _NO_PART if _is_aside(case.clauses, case.span) else Role.PLACE


def _is_aside(clauses: Clauses, span: Span) -> bool:
    """Whether a place only says where a place or a source is: "Oslo, a city in Norway"."""
    if clauses.lower[max(0, span.start - 2)] in _SEATED:
        return True  # "a bank based in Oslo"
    for place in range(span.first - 1, max(-1, span.first - _ASIDE_REACH), -1):
        word = clauses.lower[place]
        if word == "according":
            return True  # "according to the embassy in Oslo"
        if word in {",", ".", ";"}:
            described = clauses.lower[place + 1 : span.first]
            return described[:1] in {("a",), ("an",)} and bool(PLACE_NOUNS & set(described))
    return False


def _before(case: Case) -> Role | str | None:
    """Before the verb only company is left to find; the subject is known already."""
    if case.span.first >= case.match.first:
        return None
    if case.span.governor == "from" and case.span.mention.kind in BODIES and not case.noun:
        return Role.NAMED  # "administrators from Berg Moss were appointed"
    return Role.PARTICIPANT if case.span.governor in {"with", "alongside"} else _NO_PART


def _struck(case: Case) -> Role | str | None:
    hit = case.event_type in _STRIKES and case.span.governor in {"", "of"}
    return Role.PLACE if hit and case.span.is_local else None


def _whither(case: Case) -> Role | str | None:
    if case.event_type not in _MOVES or not case.span.is_local:
        return None
    if case.event_type is EventType.INVITATION:
        return _NO_PART if case.span.governor in _GOAL_WORDS - {"to"} else None
    return Role.PLACE if case.span.governor in _GOAL_WORDS | {""} else None


def _mere_place(case: Case) -> Role | str | None:
    return _NO_PART if case.span.mention.kind is ActorKind.PLACE else None


def _company(case: Case) -> Role | str | None:
    if case.span.governor not in _TOGETHER:
        return None
    return Role.PARTICIPANT if case.event_type in SHARED else _NO_PART


def _agent(case: Case) -> Role | str | None:
    if case.span.governor != "by":
        return None
    if "to" in case.between and not case.noun:
        return _NO_PART  # "is expected to pass by Oslo"
    if case.other:
        return _NO_PART
    nearest = case.between.count("by") == 1  # "petitioned by Berg over the closure by the city"
    return case.actor if nearest and (case.passive or case.noun) else _NO_PART


def _of(case: Case) -> Role | str | None:
    if case.span.governor != "of":
        return None
    near = len(case.between) < _OF_REACH and case.between[:1] == ("of",)
    if not near or not (case.noun or case.match.first < case.match.last):
        return _NO_PART
    if case.event_type in _SIDES:
        return Role.PARTICIPANT
    return Role.ACTOR if case.event_type in _SELF else Role.RECIPIENT


def _towards(case: Case) -> Role | str | None:
    if not case.span.governor:
        return None
    towards = case.span.governor in _TOWARDS.get(case.event_type, ())
    if case.noun and case.span.governor == "at":
        return _NO_PART  # "shot at the guard", but "an assault at the hospital"
    if towards:
        return Role.RECIPIENT
    return Role.NAMED if _is_beside(case) else _NO_PART


def _is_beside(case: Case) -> bool:
    """Whether a name ends what a verb tells: "won two seats at Berg Foods", "joined from HT"."""
    if case.noun or case.span.governor not in _BESIDE or case.span.mention.form in _UNNAMED:
        return False
    if case.span.governor == "from" and case.span.is_local:
        return False  # "beaten by Berg from Norland" says whence Berg is
    between = case.between
    led = case.span.governor in between and {"according", *_ENDS_OBJECT}.isdisjoint(between)
    return led and len(between) <= MAX_PHRASE and not (case.acts or _has_another_verb(between))


def _apposition(case: Case) -> Role | str | None:
    """The name behind a description: "met with her deputy, Ada Berg"."""
    if case.between[-1:] != (",",):
        return None
    together = case.match.trigger.term.endswith("with") or "with" in case.between[:2]
    if together and case.event_type in _SIDES:
        return Role.PARTICIPANT
    person = case.span.mention.kind is ActorKind.PERSON and case.event_type in _DONE_TO_PEOPLE
    if not person or case.noun or case.between.count(",") > 1:
        return None
    return Role.PARTICIPANT if case.event_type in _SIDES else Role.RECIPIENT


def _object(case: Case) -> Role | str | None:
    if case.noun or len(case.between) > MAX_PHRASE or _ENDS_OBJECT & set(case.between):
        return _NO_PART
    if _has_another_verb(case.between):
        return _NO_PART
    if ("and" in case.between and case.acts) or case.between[-1:] in _OF_ANOTHER:
        return _NO_PART  # "withdrew and Berg took over", "met a clerk representing Norland"
    return Role.PARTICIPANT if case.event_type in _SIDES else Role.RECIPIENT


def _has_another_verb(between: Sequence[str]) -> bool:
    """Whether a form in -ing has the object: "landed on the lawn carrying Berg"."""
    behind = (*between[2:], "the")
    return any(
        word.endswith("ing") and before.isalpha() and before not in DETERMINERS
        for before, word, after in zip(between, between[1:], behind, strict=False)
        if after in DETERMINERS  # not "the former shipping regulator Berg"
    )


_RULES = (
    _holding, _where, _before, _struck, _whither, _mere_place, _company, _agent, _of, _towards,
    _apposition, _object,
)  # fmt: skip
"""In order: the first that answers decides."""
