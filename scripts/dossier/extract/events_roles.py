"""Who takes part in an event: rules of position, no grammar.

Before the verb stands who acts, behind it whom it is done to; "by", "with", "between", "of" and
the place prepositions say the rest. A name that a preposition governs is never the subject, a
name with a possessive ending only owns what follows, and names joined by "and" share a part.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.extract.events_clauses import (
    BE,
    DETERMINERS,
    PREPOSITIONS,
    ClauseKind,
    Clauses,
    is_finite,
)
from dossier.inflection import Form
from dossier.model import Mention, Participant
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import ActorKind, EventType, MentionForm, Role

_PLACE_WORDS = frozenset(
    {"in", "at", "near", "on", "off", "outside", "inside", "across", "throughout", "over", "within",
     "around", "through", "via"}
)  # fmt: skip
_GOAL_WORDS = frozenset({"to", "into", "onto", "toward", "towards", "for"})
_TOGETHER = frozenset({"with", "between", "among", "alongside"})
_LOCAL = frozenset({ActorKind.PLACE, ActorKind.STATE})
_SIDES = frozenset(
    {EventType.MEETING, EventType.AGREEMENT, EventType.CONFLICT, EventType.COMPETITION}
)
_MOVES = frozenset({EventType.VISIT, EventType.INVITATION, EventType.DEPARTURE})
_STRIKE = frozenset({EventType.DISASTER, EventType.ACCIDENT})
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
_PLACE_NOUNS = frozenset(
    {"city", "town", "capital", "village", "province", "state", "region", "district", "island",
     "port", "area", "suburb", "county", "municipality", "republic", "gulf", "bay", "commonwealth",
     "territory", "kingdom", "coast"}
)  # fmt: skip
_PHRASE_ENDS = BE | frozenset({"and", "that", "which", "who"})
_ENDINGS = frozenset({"’s", "'s", "’", "'"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_INSIDE_PHRASE = frozenset({"’s", "'s", "“", "’", "-", "."})
_MAX_PHRASE = 8
"""Words looked through for the preposition before a name."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mention as a run of clauses.

    Attributes:
        mention: The mention.
        first: Index of its first word.
        last: Index of its last word, inclusive.
        start: Index of the first word of the title before it, or ``first``.
        governor: The preposition before its phrase; empty if there is none.
        owns: Whether a possessive ending follows.
    """

    mention: Mention
    first: int
    last: int
    start: int
    governor: str
    owns: bool


def find_spans(
    clauses: Clauses, mentions: Sequence[Mention], dates: frozenset[int], index: TriggerIndex
) -> tuple[Span, ...]:
    """Place mentions among the words of their sentence.

    Args:
        clauses: The sentence.
        mentions: Its mentions in text order.
        dates: Indices of words that belong to date expressions; no phrase reaches across one.
        index: Event words; no phrase reaches across a verb.
    """
    spans: list[Span] = []
    for mention in mentions:
        first = bisect_right(clauses.starts, mention.anchor.start) - 1
        last = bisect_left(clauses.starts, mention.anchor.end) - 1
        if first < 0 or last < first or (spans and last <= spans[-1].last):
            continue  # the name inside a description takes no part of its own
        start = _before_title(clauses, mention, first)
        while spans and spans[-1].first >= start:
            spans.pop()  # the state in "US President"
        governor = _governor(clauses, start, spans, dates, index, local=mention.kind in _LOCAL)
        owns = clauses.lower[last] in _OWNERS or (
            last + 1 < len(clauses.lower) and clauses.lower[last + 1] in _ENDINGS
        )
        spans.append(Span(mention, first, last, start, governor, owns))
    return tuple(spans)


def _before_title(clauses: Clauses, mention: Mention, first: int) -> int:
    """Index of the first word of the title before a name, or of the name itself."""
    title = tuple(mention.title.lower().split())
    start = first - len(title)
    return start if title and start >= 0 and clauses.lower[start:first] == title else first


def _governor(
    clauses: Clauses,
    first: int,
    spans: Sequence[Span],
    dates: frozenset[int],
    index: TriggerIndex,
    *,
    local: bool,
) -> str:
    for place in range(first - 1, max(-1, first - _MAX_PHRASE), -1):
        word = clauses.lower[place]
        if clauses.clause[place] != clauses.clause[first]:
            return ""
        earlier = next((span for span in reversed(spans) if span.last <= place), None)
        if word == "including" and earlier is not None:
            return earlier.governor
        if word in {"of", "from"} and _is_office(spans, place, first):
            continue  # "with the mayor of Oslo Ada Berg"
        if word == "of" and place and clauses.lower[place - 1] in _PLACE_NOUNS:
            continue  # "in the port city of Oslo"
        if word in PREPOSITIONS and _is_measure(clauses, place):
            continue  # "more than forty states"
        if word in PREPOSITIONS:
            return word
        listed = word == "," and place == first - 1 and local
        if listed and earlier is not None and earlier.last == place - 1 and _is_local(earlier):
            return earlier.governor  # "in Oslo, Bergen and Narvik"
        if word in {"and", "&", "or"} and earlier is not None and earlier.last >= place - 2:
            return earlier.governor
        if place in dates and word.isdigit() and clauses.lower[place - 1] in DETERMINERS:
            continue  # "in the 2016 regional vote"
        if place in dates or not (word[:1].isalnum() or word in _INSIDE_PHRASE):
            return ""
        if word in _PHRASE_ENDS or is_finite(clauses.lower, place, index):
            return ""
    return ""


def _is_local(span: Span) -> bool:
    return span.mention.kind in _LOCAL


def _is_measure(clauses: Clauses, place: int) -> bool:
    """Whether a preposition only hedges a number: "at least six", "around 40", "more than"."""
    after = clauses.lower[place + 1] if place + 1 < len(clauses.lower) else ""
    return clauses.lower[place] == "than" or after in {"least", "most"} or after[:1].isdigit()


def _is_office(spans: Sequence[Span], preposition: int, first: int) -> bool:
    """Whether a preposition leads to the name of a body or place right before another name."""
    last = spans[-1] if spans else None
    return last is not None and preposition < last.first and last.last == first - 1


def find_participants(
    clauses: Clauses,
    spans: Sequence[Span],
    match: TriggerMatch,
    index: TriggerIndex,
    *,
    passive: bool,
    asserted: bool,
) -> tuple[Participant, ...]:
    """Give the mentions around a trigger their parts.

    Args:
        clauses: The sentence.
        spans: Its mentions.
        match: The trigger.
        index: Event clauses.
        passive: Whether the trigger stands in the passive.
        asserted: Whether the sentence tells that it happened, so that its subject takes part.

    Returns:
        Participants in text order, each mention once.
    """
    event_type = match.trigger.event_type
    found: dict[str, tuple[int, Role]] = {}
    actor = Role.SPEAKER if event_type is EventType.STATEMENT else Role.ACTOR
    noun = match.form in {Form.NOUN, Form.PLURAL}
    subject_role = Role.RECIPIENT if passive else actor
    for span in _owners(spans, match) if noun else ():
        found[span.mention.id] = (span.first, actor)
    told = not noun or asserted or event_type in _SIDES | _MOVES
    for span in find_subjects(clauses, spans, match.first, index) if told else ():
        found.setdefault(span.mention.id, (span.first, subject_role))
    for span in spans:
        role = _role_beside(clauses, span, match, event_type, actor, noun=noun, passive=passive)
        if role is not None:
            found.setdefault(span.mention.id, (span.first, role))
    ordered = sorted((first, mention_id, role) for mention_id, (first, role) in found.items())
    return tuple(Participant(mention_id, role) for _, mention_id, role in ordered)


def _owners(spans: Sequence[Span], match: TriggerMatch) -> list[Span]:
    return [span for span in spans if span.owns and 0 < match.first - span.last <= 4]  # noqa: PLR2004 ("Berg's third state visit")


def find_subjects(
    clauses: Clauses, spans: Sequence[Span], verb: int, index: TriggerIndex
) -> tuple[Span, ...]:
    """Find who does what a verb says: the phrase before the first verb of its clause.

    For an infinitive it is whoever stands before "to": "sent Berg to meet", "asked her to go".

    Args:
        clauses: The sentence.
        spans: Its mentions.
        verb: Index of the verb's word.
        index: Event clauses.

    Returns:
        The subject and whoever is joined to it; empty if the text names nobody.
    """
    sent = _before_infinitive(clauses, spans, verb)
    if sent:
        return sent
    clause = clauses.clause[verb]
    while clause >= 0:
        start, kind = clauses.firsts[clause], clauses.kinds[clause]
        end = min(verb, clauses.firsts[clause + 1] if clause + 1 < len(clauses.firsts) else verb)
        found = _before_first_verb(clauses, spans, start, end, index)
        if found:
            told = clause != clauses.clause[verb] and _says_between(
                clauses, found[-1].last, verb, index
            )
            return () if told else found
        if kind is ClauseKind.RELATIVE and clauses.openers[clause] != "where":
            return _antecedent(spans, start)
        if kind is ClauseKind.CONTENT:
            clause = clauses.interrupted(clause)
            continue
        if kind in {ClauseKind.CIRCUMSTANCE, ClauseKind.CONDITION} and clause:
            return ()
        clause = _clause_before(clauses, clause)
    return ()


def _says_between(clauses: Clauses, start: int, end: int, index: TriggerIndex) -> bool:
    """Whether a verb of saying stands between, so that what follows has a subject of its own."""
    if clauses.kinds[clauses.clause[end]] is ClauseKind.COORDINATED:
        return False
    return any(word in index.saying for word in clauses.lower[start + 1 : end])


def _before_infinitive(clauses: Clauses, spans: Sequence[Span], verb: int) -> tuple[Span, ...]:
    if not verb or clauses.lower[verb - 1] != "to":
        return ()
    near = [
        span
        for span in spans
        if verb - 4 <= span.last < verb - 1 and not span.governor and not span.owns
    ]
    objects = [span for span in near if span.first > clauses.clause_start(verb) + 1]
    return tuple(objects[-1:])


def _clause_before(clauses: Clauses, clause: int) -> int:
    """The clause that goes on in this one: the nearest main clause before it."""
    clause -= 1
    while clause >= 0 and clauses.kinds[clause] not in {ClauseKind.MAIN, ClauseKind.COORDINATED}:
        clause -= 1
    return clause


def _antecedent(spans: Sequence[Span], start: int) -> tuple[Span, ...]:
    near = [span for span in spans if 0 < start - span.last <= 2]  # noqa: PLR2004 (a comma between)
    return tuple(near[-1:])


def _before_first_verb(
    clauses: Clauses, spans: Sequence[Span], start: int, end: int, index: TriggerIndex
) -> tuple[Span, ...]:
    free = [
        span
        for span in spans
        if start <= span.first < end and not span.governor and not span.owns and _may_act(span)
    ]
    if not free:
        return ()
    inside = {place for span in free for place in range(span.first, span.last + 1)}
    verbs = (
        place
        for place in range(start, end)
        if place not in inside and is_finite(clauses.lower, place, index)
    )
    first_verb = next(verbs, end)
    group = [span for span in free if span.first < first_verb]
    return tuple(_joined(clauses, group))


def _joined(clauses: Clauses, group: list[Span]) -> list[Span]:
    """The last free mention with those joined to it; an apposition yields its first."""
    if not group:
        return []
    kept = [group[-1]]
    for span in reversed(group[:-1]):
        between = clauses.lower[span.last + 1 : kept[0].first]
        if "and" in between or (between == (",",) and len(kept) > 1):
            kept.insert(0, span)
        elif "," in between:
            kept = [span]
        else:
            break
    return kept


def _may_act(span: Span) -> bool:
    return span.mention.kind is not ActorKind.PLACE and span.mention.form in {
        MentionForm.NAME,
        MentionForm.NOMINAL,
        MentionForm.PRONOUN,
    }


def _role_beside(
    clauses: Clauses,
    span: Span,
    match: TriggerMatch,
    event_type: EventType,
    actor: Role,
    *,
    noun: bool,
    passive: bool,
) -> Role | None:
    """The part of a mention by the preposition before it; None if it has no part here."""
    if span.mention.form is MentionForm.ADJECTIVE:
        return None
    same = clauses.clause[span.first] == clauses.clause[match.first]
    if not same or span.owns:
        return None
    kind = span.mention.kind
    local = kind in _LOCAL
    if local and span.governor in _PLACE_WORDS:
        return Role.PLACE
    if span.first < match.first:
        return Role.PARTICIPANT if span.governor in {"with", "alongside"} else None
    if local and event_type in _STRIKE and span.governor in {"", "of"}:
        return Role.PLACE
    if local and span.governor in _GOAL_WORDS and event_type in _MOVES:
        return Role.PLACE
    if kind is ActorKind.PLACE:
        return Role.PLACE if event_type in _MOVES and not span.governor else None
    if span.governor == "by" and not (passive or noun):
        return None
    return _role_by_preposition(clauses, span, match, event_type, actor, noun=noun)


def _role_by_preposition(
    clauses: Clauses,
    span: Span,
    match: TriggerMatch,
    event_type: EventType,
    actor: Role,
    *,
    noun: bool,
) -> Role | None:
    if span.governor in _TOGETHER:
        return Role.PARTICIPANT if event_type in _SIDES | _MOVES else None
    if span.governor == "by":
        return actor
    if span.governor == "of":
        near = span.start - match.last <= 4 and clauses.lower[match.last + 1 : match.last + 2] == (
            "of",
        )  # noqa: PLR2004 ("of the two men")
        if not near or (not noun and match.first == match.last):
            return None
        if event_type in _SIDES:
            return Role.PARTICIPANT
        return Role.ACTOR if event_type in _SELF else Role.RECIPIENT
    if span.governor in _TOWARDS.get(event_type, ()):
        return Role.RECIPIENT
    if span.governor:
        return None
    between = clauses.lower[match.last + 1 : span.start]
    if "," in between and between[-1] == "," and "with" in between[:2] and event_type in _SIDES:
        return Role.PARTICIPANT  # "with her deputy, Ada Berg"
    if match.trigger.term.endswith("with") and between[-1:] == (",",):
        return Role.PARTICIPANT
    if noun or len(between) > _MAX_PHRASE or "," in between:
        return None
    if event_type in _MOVES and span.mention.kind is ActorKind.STATE:
        return Role.PLACE
    return Role.PARTICIPANT if event_type in _SIDES else Role.RECIPIENT


def has_determiner(clauses: Clauses, first: int) -> bool:
    """Whether a determiner or a possessive stands directly before a word."""
    return first > 0 and clauses.lower[first - 1] in DETERMINERS
