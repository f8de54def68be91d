"""Who takes part in an event."""

from collections.abc import Mapping, Sequence

from dossier.extract.events.bystanders import cannot_die, looks_on
from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import is_finite
from dossier.extract.events.parts import BODIES, SHARED, Case, decide
from dossier.extract.events.readings import Reading, Standing
from dossier.extract.events.spans import Span
from dossier.extract.events.subjects import belongs_to_another, find_subjects
from dossier.inflection import Form
from dossier.model import Mention, MentionId, Participant
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import ActorKind, EventType, MentionForm, Role

_BEFALLING = frozenset({EventType.ACCIDENT, EventType.DEATH, EventType.DISASTER, EventType.HEALTH})
_OWNER_REACH = 4
"""Words between an owner and the event noun: "Berg's third state visit"."""
_SUFFERED = frozenset(
    {"arrest", "conviction", "sentence", "acquittal", "detention", "imprisonment", "indictment",
     "impeachment", "dismissal", "expulsion", "murder", "killing", "kidnapping", "execution"}
)  # fmt: skip
"""Nouns whose owner it is done to: "Berg's arrest"."""
_HANDED_OVER = frozenset({EventType.AID, EventType.CONTRACT})
"""Types that may have both what is given and whom it goes to."""


_TITLE_REACH = 100
"""Characters from a person's name to the body that a title places the person in."""


def find_participants(
    clauses: Clauses, spans: Sequence[Span], reading: Reading, index: TriggerIndex
) -> tuple[Participant, ...]:
    """Give the mentions around an event word their parts.

    Args:
        clauses: The sentence.
        spans: Its mentions.
        reading: The event word.
        index: Event words.

    Returns:
        Participants in text order, each mention once.
    """
    match = reading.match
    kind = match.trigger.event_type
    noun = match.form in {Form.NOUN, Form.PLURAL}
    actor = Role.SPEAKER if kind is EventType.STATEMENT else Role.ACTOR
    found: dict[MentionId, tuple[int, Role]] = {}
    for span in spans if noun else ():
        if span.owns and 0 < match.first - span.last <= _OWNER_REACH:
            done_to = match.trigger.term in _SUFFERED and span.mention.kind is ActorKind.PERSON
            found[span.mention.id] = (span.first, Role.RECIPIENT if done_to else actor)
    told = not noun or reading.standing is Standing.ASSERTED or kind in SHARED
    told = told and not (noun and kind is EventType.DEATH)  # who attends a funeral is not dead
    told = told and not looks_on(clauses, reading, index)
    spans = [span for span in spans if not cannot_die(span, match)]
    subject = Role.RECIPIENT if reading.passive else actor
    subjects = find_subjects(clauses, spans, match.first, index, befalls=kind in _BEFALLING)
    for span in subjects if told else ():
        found.setdefault(span.mention.id, (span.first, subject))
    within = clauses.with_resumed(match.last)
    for span in spans:
        if clauses.clause[span.first] not in within or _says_so(clauses, span, match, index):
            continue
        acts = _acts(clauses, span, index)
        other = noun and belongs_to_another(clauses, span, match, index)
        role = decide(Case(clauses, span, match, reading.passive, noun, actor, acts, other))
        if role is not None:
            found.setdefault(span.mention.id, (span.first, role))
    if not noun and kind in _HANDED_OVER:
        found = _part_receivers(found, spans)
    ordered = sorted((first, mention_id, role) for mention_id, (first, role) in found.items())
    return tuple(Participant(mention_id, role) for _, mention_id, role in ordered)


def _says_so(clauses: Clauses, span: Span, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether a mention behind a comma only says what happened: "Berg resigned, Lind said"."""
    before = clauses.lower[max(0, span.start - 2) : span.start]
    behind = clauses.lower[span.last + 1 : span.last + 2]
    if span.start <= match.last:
        return False
    said = before[-1:] == (",",) and bool(behind) and behind[0] in index.saying
    return said or (before[:1] == (",",) and before[-1] in index.saying)


def find_bodies_of(
    participants: Sequence[Participant], mentions: Sequence[Mention]
) -> tuple[Participant, ...]:
    """Name the bodies that titles place participants in: "Harbour Foods CEO Ada Berg resigned".

    Args:
        participants: Who takes part.
        mentions: All mentions of the sentence.
    """
    taking = {part.mention_id for part in participants}
    found: dict[MentionId, Participant] = {}
    for person in mentions:
        if person.id not in taking or not (person.title and person.affiliation):
            continue
        for body in mentions:
            near = abs(body.anchor.start - person.anchor.start) <= _TITLE_REACH
            owns = body.name == person.affiliation.removesuffix("'s").removesuffix("’s")
            if near and owns and body.kind in BODIES and body.form is MentionForm.NAME:
                found.setdefault(body.id, Participant(body.id, Role.NAMED))
    return tuple(part for key, part in found.items() if key not in taking)


def _part_receivers(
    found: Mapping[MentionId, tuple[int, Role]], spans: Sequence[Span]
) -> dict[MentionId, tuple[int, Role]]:
    """Tell to whom from whom: "sold Berg to Harbour Foods" is not done to both."""
    receiving = {span.mention.id for span in spans if span.governor == "to"} & set(found)
    done_to = {key for key, (_, role) in found.items() if role is Role.RECIPIENT}
    parted = receiving & done_to if done_to - receiving else set()
    return {key: (at, Role.NAMED if key in parted else role) for key, (at, role) in found.items()}


def _acts(clauses: Clauses, span: Span, index: TriggerIndex) -> bool:
    """Whether a verb follows a mention."""
    behind = span.last + 1
    if behind >= len(clauses.lower):
        return False
    return clauses.lower[behind] in index.irregular or is_finite(clauses.lower, behind, index)
