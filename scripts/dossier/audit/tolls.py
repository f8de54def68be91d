"""Numbers of the dead, the injured or the missing, and which happening they are of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dossier.audit.daysapart import find_days_apart
from dossier.audit.reading import Reading, key_words
from dossier.dates import DateValue
from dossier.model import Anchor, EventId, Sentence, SentenceId, SourceId
from dossier.settings import Lexicon
from dossier.vocabulary import EventType, PassageKind

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS: Mapping[str, int] = {
    word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1) if value > 1
} | _TENS
_SINGLE = "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS)})|{_SINGLE})"
_INEXACT = re.compile(
    r"\b(?:least|most|than|over|nearly|almost|about|around|roughly|approximately|some|estimated"
    r"|to|or|and|between|many|another|additional|further|including|includes|included|of|first)\s+\Z",
    re.IGNORECASE,
)
"""Words before a number that is a bound, a guess, a part or an addition."""

_BOUND = r"(?:(?:at least|at most|up to|more than|nearly|about|around|some|over)\s+)?"
_PEOPLE = (
    r"(?:people|persons|passengers|crew|civilians|children|men|women|workers|sailors|soldiers"
    r"|residents)"
)
_ANOTHER = re.compile(r"\b(?:another|similar|previous|previously|earlier|last)\b", re.IGNORECASE)
_REACH = 16
_SETTLED_DAYS = 60
"""Days after a happening from which on its toll is taken to grow no more."""

_TOLD = (PassageKind.TITLE, PassageKind.BODY)
_CAUSES = frozenset({EventType.ACCIDENT, EventType.DISASTER, EventType.ATTACK, EventType.CONFLICT})
"""Happenings of which the next sentence may tell the toll."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people whom something befell.

    Attributes:
        key: What befell them, as the list ``toll_nouns`` names it.
        number: How many.
        words: The number and what it counts.
        sentence: Where it stands.
        is_exact: Whether no word before it makes it a bound, a guess or a part.
    """

    key: str
    number: int
    words: Anchor
    sentence: Sentence
    is_exact: bool


def find_tolls(reading: Reading) -> Mapping[SourceId, Mapping[SentenceId, tuple[Toll, ...]]]:
    """Find the tolls in articles' own words, copies left out: by sentence, in text order."""
    words = key_words(reading.lexicon.terms("toll_nouns"))
    return {
        source.id: {
            sentence.id: tolls
            for sentence in reading.sentences(source.id, *_TOLD, holding=words)
            if (tolls := tuple(_find_tolls(sentence, reading)))
        }
        for source in reading.sources()
    }


def _find_tolls(sentence: Sentence, reading: Reading) -> Iterator[Toll]:
    nouns = reading.lexicon.values("toll_nouns")
    text = reading.narration(sentence)
    for match in _tolls(reading.lexicon).finditer(text):
        behind = "number" if match["number"] else "counted"
        start = match.start(behind)
        yield Toll(
            nouns[(match["noun"] or match["verb"]).casefold()][0],
            _parse_number(match[behind].casefold()),
            reading.anchor(sentence, *match.span()),
            sentence,
            _INEXACT.search(text[max(0, start - _REACH) : start]) is None,
        )


def find_topics(toll: Toll, reading: Reading) -> tuple[EventId, ...]:
    """Ids of the events that a toll is of: those of its sentence, or what the one before tells.

    "The ferry sank on Friday. Nine people died."
    """
    own = reading.events_on.get(toll.sentence.id, ())
    before = _sentence_before(toll.sentence, reading)
    if (
        before is None
        or any(event.event_type in _CAUSES for event in own)
        or _ANOTHER.search(reading.text(toll.sentence))
        or not _places(toll.sentence, reading) <= _places(before, reading)
    ):
        return tuple(event.id for event in own)
    told = reading.events_on.get(before.id, ())
    causes = [event for event in told if event.event_type in _CAUSES]
    return tuple(event.id for event in (*own, *causes[: len(causes) == 1]))


def _sentence_before(sentence: Sentence, reading: Reading) -> Sentence | None:
    """The sentence before another in its paragraph or in the paragraph before."""
    held = reading.dossier.extractions[sentence.source_id].sentences
    place = bisect_left(held, sentence.start, key=lambda one: one.start) - 1
    if place < 0 or sentence.passage - held[place].passage > 1:
        return None
    return held[place] if reading.passage(held[place]).kind is PassageKind.BODY else None


def find_ones(reading: Reading) -> Mapping[EventId, EventId]:
    """For events that may be one although days lie between them, the first of them."""
    first: dict[EventId, EventId] = {}
    for left, right in find_days_apart(reading):
        first[right.event.id] = first.get(left.event.id, left.event.id)
    return first


def differ_oddly(left: Toll, right: Toll, topic: str, reading: Reading) -> bool:
    """Whether two exact tolls differ and no day between their articles can explain it.

    Args:
        left: The toll of the article that appeared first.
        right: The other.
        topic: Id of the event that both are of; any other id tells nothing of its day.
        reading: The dossier.
    """
    if left.number == right.number or not (left.is_exact and right.is_exact):
        return False
    mine, theirs = (_places(one.sentence, reading) for one in (left, right))
    if mine and theirs and not mine & theirs:
        return False
    published = reading.dossier.calendar.published
    first, second = (published.get(one.words.source_id) for one in (left, right))
    if first is None or second is None or not first.value.is_day or not second.value.is_day:
        return False
    grew = first.value.start < second.value.start and left.number < right.number
    event = reading.dossier.events.get(topic)
    dating = event.dating if event else None
    return not grew or (dating is not None and _is_settled(first.value, dating.value))


def _is_settled(published: DateValue, day: DateValue) -> bool:
    return day.is_day and (published.start - day.start).days > _SETTLED_DAYS


def _places(sentence: Sentence, reading: Reading) -> frozenset[str]:
    mentions = reading.mentions_in.get(sentence.id, ())
    return frozenset(
        reading.places_of[one.id].id for one in mentions if one.id in reading.places_of
    )


def _parse_number(words: str) -> int:
    tens, _, unit = words.partition("-")
    if unit:
        return _TENS[tens] + _UNITS.index(unit) + 1
    return _WORDS[words] if words in _WORDS else int(words.replace(",", ""))


@cache
def _tolls(lexicon: Lexicon) -> re.Pattern[str]:
    listed = lexicon.values("toll_nouns")
    longest = sorted(listed, key=lambda term: (-len(term), term))
    nouns = "|".join(re.escape(term) for term in longest if listed[term][1:] != ("before",))
    verbs = "|".join(
        re.escape(term) for term in longest if set(listed[term][1:]) & {"before", "both"}
    )
    behind = rf"(?P<number>{_NUMBER})\s+(?P<noun>{nouns or '(?!)'})\b"
    before = (
        rf"(?P<verb>{verbs or '(?!)'})\s+{_BOUND}(?P<counted>{_NUMBER})(?:\s+{_PEOPLE}\b|(?=[.,;]))"
    )
    return re.compile(rf"(?<![\w.,-])(?:{behind}|{before})", re.IGNORECASE)
