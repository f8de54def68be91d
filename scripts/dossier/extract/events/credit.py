"""Whom a sentence credits with what it tells, and whether words said are themselves the news."""

from collections.abc import Sequence

from dossier.extract.events.clauses import ClauseKind
from dossier.extract.events.readings import Reading
from dossier.extract.events.scene import Scene
from dossier.extract.events.subjects import find_subjects
from dossier.model import MentionId, Participant, Quote, Timex
from dossier.triggers import TriggerIndex
from dossier.vocabulary import ActorKind, EventType, MentionForm, Modality, Role

_ACCORDING_REACH = 4
_TRAILING_REACH = 8
"""Words from the end in which "…, officials said" is looked for."""
_COMMA_REACH = 6


def find_credit(
    scene: Scene, reading: Reading, index: TriggerIndex, quote: Quote | None
) -> MentionId | None:
    """Find the mention that a sentence credits with what it tells.

    Args:
        scene: The sentence.
        reading: The event word.
        index: Event words.
        quote: The quotation around it; None if there is none.

    Returns:
        None if the outlet tells it in its own name.
    """
    if quote is not None and quote.speaker_id is not None:
        return quote.speaker_id
    clauses = scene.clauses
    for span in scene.spans:
        before = clauses.lower[max(0, span.first - _ACCORDING_REACH) : span.first]
        if "according" in before and "to" in before and "," not in before[before.index("to") :]:
            return span.mention.id  # but "according to police, Berg drove"
    verb = _saying_verb(scene, reading, index)
    if verb is None:
        return None
    beside = _beside(scene, verb) if verb > reading.match.last else None
    if beside is not None:
        return beside
    subjects = find_subjects(clauses, scene.spans, verb, index)
    return subjects[0].mention.id if subjects else None


def _beside(scene: Scene, verb: int) -> MentionId | None:
    """The mention right before or behind a verb of saying that ends a sentence."""
    near = (span for span in scene.spans if span.last == verb - 1 or span.start == verb + 1)
    return next((span.mention.id for span in near), None)


def _saying_verb(scene: Scene, reading: Reading, index: TriggerIndex) -> int | None:
    """The verb of saying that an event word depends on, before or behind it."""
    lower = scene.clauses.lower
    first, last = reading.match.first, reading.match.last
    if scene.clauses.kind_at(first) is ClauseKind.CONTENT:
        opening = scene.clauses.clause_start(first) - 1
        saying = (place for place in range(opening, -1, -1) if lower[place] in index.saying)
        return next(saying, None)
    for place in range(len(lower) - 1, max(last, len(lower) - _TRAILING_REACH), -1):
        if lower[place] in index.saying and "," in lower[max(0, place - _COMMA_REACH) : place]:
            return place
    return None


def modality_told(
    event_type: EventType, scene: Scene, reading: Reading, credited: MentionId | None
) -> Modality:
    """What the sentence does with an event that no cue says anything about."""
    content = scene.clauses.kind_at(reading.match.first) is ClauseKind.CONTENT
    if event_type is EventType.STATEMENT or content or credited is not None:
        return Modality.SAID
    return Modality.FORECAST if event_type is EventType.ESTIMATE else Modality.HAPPENED


def may_be_news(scene: Scene, reading: Reading, timex: Timex | None) -> bool:
    """Whether words are said on a stated day, and not on the way: "closed it, saying it leaked"."""
    gerund = scene.clauses.kind_at(reading.match.first) is ClauseKind.GERUND
    return timex is not None and not gerund


def is_news(scene: Scene, reading: Reading, participants: Sequence[Participant]) -> bool:
    """Whether words said on a stated day are an event of their own.

    They are where somebody with a name says them, or anybody issues them; what an outlet says
    is its reporting.
    """
    mentions = {span.mention.id: span.mention for span in scene.spans}
    speaking = [mentions[part.mention_id] for part in participants if part.role is Role.SPEAKER]
    speakers = [one for one in speaking if one.kind is not ActorKind.MEDIUM]
    named = any(one.form is MentionForm.NAME for one in speakers)
    return named or (bool(speakers) and reading.match.trigger.strong)
