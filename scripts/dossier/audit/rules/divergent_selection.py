"""One speaker at one time, of whom two outlets pick different words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.dates import DateValue, describe, intersect
from dossier.model import ActorId, Anchor, Quotation, Sentence, SourceId
from dossier.vocabulary import EventType, FindingType, Gravity, QuoteKind

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT})
_LONGEST_DAYS = 14
"""A time longer than two weeks makes no two statements one occasion."""

_MOST_SOURCES = 3
"""Whom more articles quote speaks so often that choosing between words is no news."""

_MOST_WORDS = 12
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Said:
    """Quoted words with the time of saying and the stems of their longer words."""

    quotation: Quotation
    words: Anchor
    day: DateValue
    stems: frozenset[str]

    @property
    def is_indirect(self) -> bool:
        """Whether the words are the outlet's own."""
        return self.quotation.kind is QuoteKind.INDIRECT


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out two articles that quote one person from one time and share nothing of it.

    The time of saying is known for both, is two weeks long at most and has days in common. One
    hit a speaker and pair of articles, of the first words in each; people whom more than three
    articles quote are left to the page of quotations.
    """
    for speaker, by_source in _by_speaker(reading).items():
        if not 1 < len(by_source) <= _MOST_SOURCES:
            continue
        for left, right in combinations(by_source.values(), 2):
            found = _apart(left, right)
            if found is not None:
                one, other, days = found
                labels = [
                    reading.dossier.sources[side.words.source_id].label for side in (one, other)
                ]
                name = reading.dossier.actors[speaker].name
                yield Noticed(
                    f"{name}, {describe(days)}: {labels[0]} and {labels[1]} choose different words "
                    "of what was said. The two may come from one occasion.",
                    (one.words, other.words),
                    (speaker,),
                )


def _by_speaker(reading: Reading) -> dict[ActorId, dict[SourceId, list[_Said]]]:
    originals = {source.id for source in reading.sources()}
    found: dict[ActorId, dict[SourceId, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for quotation in reading.dossier.quotations:
        first = quotation.anchors[0]
        if len(quotation.speaker_ids) != 1 or quotation.kind not in _SPOKEN:
            continue
        sentence = reading.sentence_at(first)
        if first.source_id not in originals or sentence is None:
            continue
        day = _day(quotation, sentence, reading)
        if day is not None and (day.end - day.start).days <= _LONGEST_DAYS:
            words = frozenset(
                word.casefold()[:_STEM]
                for anchor in quotation.anchors
                for word in _WORD.findall(anchor.exact)
            )
            said = _Said(quotation, _few(first, sentence, reading), day, words)
            found[quotation.speaker_ids[0]][first.source_id].append(said)
    return found


def _day(quotation: Quotation, sentence: Sentence, reading: Reading) -> DateValue | None:
    """When words were said: the day of their occasion, or the one their paragraph gives."""
    event = reading.dossier.events.get(quotation.event_id)
    if event is not None and event.dating is not None:
        return event.dating.value
    calendar = reading.dossier.calendar.timexes
    for one in (sentence, reading.sentence_before(sentence)):
        for telling in reading.tellings_in.get(one.id, ()) if one else ():
            speaks = any(
                reading.actors_of.get(part.mention_id) is not None
                and reading.actors_of[part.mention_id].id in quotation.speaker_ids
                for part in telling.participants
            )
            dating = calendar.get(telling.timex_id or "")
            if telling.event_type is EventType.STATEMENT and speaks and dating is not None:
                return dating.value
    return None


def _few(anchor: Anchor, sentence: Sentence, reading: Reading) -> Anchor:
    """The first words of a quotation, twelve at most."""
    pieces = list(re.finditer(r"\S+", anchor.exact))[:_MOST_WORDS]
    start = anchor.start - sentence.start
    return reading.anchor(sentence, start, start + (pieces[-1].end() if pieces else 1))


def _apart(left: list[_Said], right: list[_Said]) -> tuple[_Said, _Said, DateValue] | None:
    """The first words of each that share a time, if the two articles share no word of it."""
    pairs = [
        (one, other, days)
        for one in left
        for other in right
        if (days := intersect(one.day, other.day)) is not None
    ]
    if not pairs or any(one.stems & other.stems for one, other, _ in pairs):
        return None
    return min(pairs, key=lambda pair: sum(one.is_indirect for one in pair[:2]))


RULE = Rule(FindingType.DIVERGENT_SELECTION, Gravity.MEDIUM, notice)
