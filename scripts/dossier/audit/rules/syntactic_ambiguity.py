"""Words of time that may belong to either of two acts."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Anchor, EventMention, Sentence, Timex
from dossier.vocabulary import EventType, FindingType, Gravity, PassageKind, Role, TimexForm

NEAR = 40
"""Characters between the act and the place it leads to, and from there to the words of time."""

_LEADS_ON = frozenset({EventType.INVITATION, EventType.REQUEST})
"""Acts that look on to another one: an invitation to a visit."""

_ASKED = frozenset({Role.RECIPIENT, Role.PARTICIPANT})
_OF_A_DAY = frozenset({TimexForm.RELATIVE, TimexForm.WEEKDAY, TimexForm.PARTIAL})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out "invited him to the capital this weekend": was he asked then, or is he to come?

    Beside it stands the next sentence that dates what the invitation leads to, where there is
    one.
    """
    for source in reading.sources():
        told = reading.dossier.extractions[source.id].event_mentions
        for sentence in reading.sentences(source.id, PassageKind.BODY):
            for one in reading.tellings_in.get(sentence.id, ()):
                words = _ambiguous(one, sentence, reading)
                if words is not None:
                    other = _other_date(one, told, reading)
                    yield Noticed(
                        f"“{words.exact}”: the words of time can be read with the "
                        f"{one.event_type.value} or with what it leads to.",
                        (words, *other),
                    )


def _ambiguous(told: EventMention, sentence: Sentence, reading: Reading) -> Anchor | None:
    """The place and the words of time after it, where both follow the act in its clause."""
    if told.event_type not in _LEADS_ON:
        return None
    text = reading.dossier.sources[sentence.source_id].text
    parts = {part.mention_id: part.role for part in told.participants}
    for timex in reading.timexes_in.get(sentence.id, ()):
        if timex.anchor.start < told.trigger.end or not _is_of_a_day(timex):
            continue
        start = text.rfind(" to ", told.trigger.end, timex.anchor.start)
        between = text[told.trigger.end : timex.anchor.start]
        place = text[start + 4 : timex.anchor.start].strip() if start >= 0 else ""
        in_clause = not set(",.;:") & set(between)
        if place and place[0].isupper() and in_clause and _ASKED & set(parts.values()):
            return reading.anchor_at(sentence.source_id, start + 1, timex.anchor.end)
    return None


def _is_of_a_day(timex: Timex) -> bool:
    return timex.expression.form in _OF_A_DAY and timex.expression.bound == "on"


def _other_date(
    told: EventMention, others: tuple[EventMention, ...], reading: Reading
) -> tuple[Anchor, ...]:
    """How the next sentence but this dates a visit or a meeting to come."""
    for other in others:
        if other.anchor.start > told.anchor.end and other.event_type is EventType.VISIT:
            for timex in reading.timexes_in.get(other.sentence_id, ()):
                return (timex.anchor,)
            return ()
    return ()


RULE = Rule(FindingType.SYNTACTIC_AMBIGUITY, Gravity.MEDIUM, notice)
