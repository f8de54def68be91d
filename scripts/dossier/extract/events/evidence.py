"""Gather what the score of an event mention is made of."""

from collections.abc import Sequence
from typing import NamedTuple

from dossier.extract.events.dates import Nearness
from dossier.extract.events.readings import Reading
from dossier.extract.events.scene import Article, Scene
from dossier.extract.events.score import Evidence
from dossier.model import Participant, Quote, Timex
from dossier.vocabulary import ActorKind, EventType, MentionForm, Modality, QuoteKind, Role

_SPOKESPERSON = "spokes"
_EARLY_PASSAGES = 3
_FIRST_PERSON = frozenset({"I", "We", "we", "My", "my", "Our", "our", "me", "myself"})
_NEED_OBJECT = frozenset(
    {EventType.ATTACK, EventType.ARREST, EventType.APPOINTMENT, EventType.INVITATION}
)


class Told(NamedTuple):
    """What a sentence tells of an event.

    Attributes:
        participants: Who takes part.
        timex: The date expression; None if there is none.
        nearness: How sure it is that the date is the event's.
        modality: What the sentence does with it.
        quote: The quotation around it; None if there is none.
    """

    participants: tuple[Participant, ...]
    timex: Timex | None
    nearness: Nearness
    modality: Modality
    quote: Quote | None


def gather_evidence(article: Article, scene: Scene, reading: Reading, told: Told) -> Evidence:
    """Gather the evidence for an event mention.

    Args:
        article: Its article.
        scene: Its sentence.
        reading: The event word.
        told: What the sentence tells.
    """
    trigger = reading.match.trigger
    taking = [
        scene.mention(part.mention_id)
        for part in told.participants
        if part.role not in {Role.PLACE, Role.NAMED}
    ]
    named = [
        mention
        for mention in taking
        if mention.form is MentionForm.NAME and mention.kind is not ActorKind.STATE
    ]
    words = {word.lower() for mention in taking for word in mention.name.split()}
    echo_name = bool(words & article.headline_words)
    told_by = trigger.event_type is not EventType.STATEMENT or echo_name  # others may speak too
    rank = article.ranks.get(scene.passage.index, _EARLY_PASSAGES)
    return Evidence(
        event_type=trigger.event_type,
        strong=trigger.strong,
        standing=reading.standing,
        clause=scene.clauses.kind_at(reading.match.first),
        modality=told.modality,
        passage=scene.passage.kind,
        named=len(named),
        others=sum(mention.form is not MentionForm.PRONOUN for mention in taking) - len(named),
        has_place=any(part.role is Role.PLACE for part in told.participants),
        date=_date_worth(told.timex, told.nearness),
        lede=article.is_lede(scene.sentence),
        early=rank < _EARLY_PASSAGES,
        echo=trigger.event_type in article.headline_types and told_by,
        echo_name=echo_name,
        quoted=_is_own_voice(scene, told.quote),
        has_words=trigger.event_type is EventType.STATEMENT and _quotes(scene),
        speaks_for=trigger.event_type is EventType.STATEMENT
        and any(_SPOKESPERSON in f"{one.title} {one.name}".lower() for one in taking),
        perfect=reading.perfect,
        habitual=reading.habitual,
        lacks_object=_lacks_object(reading, told.participants),
    )


def _quotes(scene: Scene) -> bool:
    return any(quote.kind in {QuoteKind.DIRECT, QuoteKind.MIXED} for quote in scene.quotes)


def _is_own_voice(scene: Scene, quote: Quote | None) -> bool:
    """Whether words are somebody's own, and not what an outlet tells, with marks or without."""
    if quote is None:
        return _speaks_of_itself(scene)
    if quote.kind is QuoteKind.BLOCK:
        return False
    speakers = (span.mention for span in scene.spans if span.mention.id == quote.speaker_id)
    return not any(speaker.kind is ActorKind.MEDIUM for speaker in speakers)


def _speaks_of_itself(scene: Scene) -> bool:
    """Whether a sentence outside quotation marks says "I" or "we", or opens with a speaker."""
    words = scene.clauses.text
    if words[:2] == ("(", "("):
        return True  # "((Ada Berg)) We played on."
    return not _FIRST_PERSON.isdisjoint(words) and any(
        word in _FIRST_PERSON and scene.quote_at(scene.clauses.starts[place]) is None
        for place, word in enumerate(words)
    )


def _lacks_object(reading: Reading, participants: Sequence[Participant]) -> bool:
    """Whether a verb that is done to somebody stands without anybody: "shot back"."""
    match = reading.match
    done = match.trigger.event_type in _NEED_OBJECT and match.trigger.part == "verb"
    if not done or reading.passive or match.first != match.last:
        return False
    return not any(part.role is Role.RECIPIENT for part in participants)


def _date_worth(timex: Timex | None, nearness: Nearness) -> str:
    """What a date adds: "day", "date" (coarser), "far" (borrowed) or nothing ("")."""
    if timex is None or nearness is Nearness.NONE:
        return ""
    if nearness is Nearness.BORROWED:
        return "far"
    expression = timex.expression
    day = expression.weekday is not None or expression.unit in {"day", "weekend"}
    return "day" if day or expression.edtf.count("-") > 1 else "date"
