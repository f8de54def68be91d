"""Happenings that sources put on different days although they may be one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.audit.reading import Reading
from dossier.audit.sameness import tellings_of
from dossier.audit.whereabouts import Where, lies_in, place_of
from dossier.dates import DateValue
from dossier.model import Anchor, Event, EventMention, Sentence, SourceId, Timex
from dossier.vocabulary import ActorKind, DateBasis, EventType, Modality, PassageKind, Role

_HAPPENED = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_STATED = frozenset({DateBasis.EXPLICIT, DateBasis.RELATIVE})
_ONCE_TO_ONE = frozenset(
    {EventType.DEATH, EventType.REMOVAL, EventType.APPOINTMENT, EventType.ARREST}
)
"""What comes to a person once in a week at most."""
_ONCE_TO_A_THING = frozenset({EventType.ACCIDENT, EventType.DISASTER})
"""What comes to a ship or a building once in a week at most, if one word names it."""
_NO_THINGS = frozenset({ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.MEDIUM})
_MOST_DAYS = 7
_MOST_COMPARED = 60
"""Happenings of one name that a happening is compared with, at most; keeps work linear."""

_NAME = re.compile(r"[A-Z][\w’'-]*[^\W\d_](?:\s+[A-Z][\w’'-]*[^\W\d_])*")
_ANOTHER = re.compile(r"\b(?:another|second|third|again|also|previous|earlier)\b", re.IGNORECASE)
_WHERE = re.compile(
    r"(?:\b(?:across|along|and|around|between|by|for|from|in|into|near|of|off|outside|over|through"
    r"|to|towards?|with)\s+(?:the\s+)?|\b(?:at|on)\s+)\Z",
    re.IGNORECASE,
)
"""Words before the name of a place that the lists may not know; "at the" is said of a mill too."""
_REACH = 16
_STEM = 4
_SHORTEST_NAME = 3
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class DayTold:
    """A happening with the words of one article that put it on a day.

    Attributes:
        event: The happening.
        telling: What the sentence tells.
        value: The day.
        words: What happened and when, as far as a few words hold both; else when.
        spot: The narrowest place named for it; None if there is none.
        names: Ids of the persons it comes to, or names of the things.
        perhaps: A word that opens its sentence and may be such a name.
    """

    event: Event
    telling: EventMention
    value: DateValue
    words: Anchor
    spot: Where | None
    names: frozenset[str]
    perhaps: frozenset[str]

    @property
    def source_id(self) -> SourceId:
        """The source it stands in."""
        return self.words.source_id


def find_days_told(event: Event, reading: Reading) -> Iterator[DayTold]:
    """Find the words of articles, copies left out, that put an event on one day each."""
    if event.modality not in _HAPPENED:
        return
    origins = reading.dossier.origins
    for telling in tellings_of(event, reading):
        source_id = telling.anchor.source_id
        if telling.event_type is not event.event_type or telling.modality not in _HAPPENED:
            continue
        timex = _timex_of(telling, reading)
        if timex is None or origins.get(source_id, source_id) != source_id:
            continue
        dating = reading.dossier.calendar.timexes.get(timex.id)
        sentence = reading.sentence_at(telling.trigger)
        if dating is None or sentence is None or not dating.value.is_day:
            continue
        if dating.bound == "on" and dating.basis in _STATED:
            spot = place_of(telling, reading)
            yield DayTold(
                event,
                telling,
                dating.value,
                _join_words(telling, timex, reading),
                spot[1] if spot else None,
                *_names_of(telling, sentence, reading),
            )


def find_days_apart(reading: Reading) -> Iterator[tuple[DayTold, DayTold]]:
    """Find pairs of events that may be one, told for days up to a week apart.

    They are of one kind, come to one person or one named thing, in one place where both name one,
    and no article tells both.

    Yields:
        The two, the one told first in front, in the order of the dossier's events.
    """
    met: dict[tuple[EventType, str], list[DayTold]] = defaultdict(list)
    for event in reading.dossier.events.values():
        if event.event_type not in _ONCE_TO_ONE | _ONCE_TO_A_THING or event.dating is None:
            continue
        days = (one for one in find_days_told(event, reading) if one.value == event.dating.value)
        one = next(days, None)
        if one is None:
            continue
        seen: set[str] = set()
        for name in sorted(one.names | one.perhaps):
            for other in met[event.event_type, name][-_MOST_COMPARED:]:
                if other.event.id not in seen and _may_be_one(other, one):
                    seen.add(other.event.id)
                    yield other, one
            met[event.event_type, name].append(one)


def _may_be_one(left: DayTold, right: DayTold) -> bool:
    apart = abs((left.value.start - right.value.start).days)
    mine, theirs = ({a.source_id for a in one.event.anchors} for one in (left, right))
    if not 0 < apart <= _MOST_DAYS or mine & theirs:
        return False
    if not _in_one_place(left.spot, right.spot):
        return False
    if left.event.event_type in _ONCE_TO_A_THING:
        sure = left.names & (right.names | right.perhaps) | right.names & left.perhaps
        stems = {one.telling.trigger.exact.casefold()[:_STEM] for one in (left, right)}
        return bool(sure) and len(stems) == 1
    return True


def _in_one_place(left: Where | None, right: Where | None) -> bool:
    if left is None or right is None:
        return True
    same = left.name.casefold() == right.name.casefold()
    return same or lies_in(left, right) or lies_in(right, left)


def _timex_of(telling: EventMention, reading: Reading) -> Timex | None:
    timexes = reading.timexes_in.get(telling.sentence_id, ())
    return next((one for one in timexes if one.id == telling.timex_id), None)


def _join_words(telling: EventMention, timex: Timex, reading: Reading) -> Anchor:
    """What happened and when in one piece, if it is short and stands in one sentence."""
    start = min(telling.trigger.start, timex.anchor.start)
    end = max(telling.trigger.end, timex.anchor.end)
    joined = reading.anchor_at(timex.anchor.source_id, start, end)
    return joined if len(joined.exact.split()) <= _MOST_WORDS else timex.anchor


def _names_of(
    telling: EventMention, sentence: Sentence, reading: Reading
) -> tuple[frozenset[str], frozenset[str]]:
    """Whom or what it comes to: ids of persons, or names of things, sure ones and perhaps."""
    if reading.passage(sentence).kind is PassageKind.TITLE:
        return frozenset(), frozenset()  # a headline may write every word with a capital
    if telling.event_type in _ONCE_TO_ONE:
        return _persons(telling, reading), frozenset()
    if telling.event_type in _ONCE_TO_A_THING:
        return _things(telling, sentence, reading)
    return frozenset(), frozenset()


def _persons(telling: EventMention, reading: Reading) -> frozenset[str]:
    """Those to whom it is done; where nobody is, those who do it: "she resigned"."""
    held: dict[Role, set[str]] = defaultdict(set)
    for part in telling.participants:
        actor = reading.actors_of.get(part.mention_id)
        if actor is not None and actor.named and actor.kind is ActorKind.PERSON:
            held[part.role].add(actor.id)
    undergoing = any(part.role is Role.RECIPIENT for part in telling.participants)
    if undergoing or telling.event_type is EventType.ARREST:
        return frozenset(held[Role.RECIPIENT])
    return frozenset(held[Role.ACTOR])


def _things(
    telling: EventMention, sentence: Sentence, reading: Reading
) -> tuple[frozenset[str], frozenset[str]]:
    """Names in the clause that are no place's, no speaker's or officer's, and no day's.

    A ship may bear a person's name.
    """
    text = reading.narration(sentence)
    first = telling.anchor.start - sentence.start
    last = telling.anchor.end - sentence.start
    if _ANOTHER.search(text, first, last):
        return frozenset(), frozenset()
    speaking = {one.speaker_id for one in reading.quotes_in.get(sentence.id, ())}
    speaking |= {part.mention_id for part in telling.participants if part.role is Role.SPEAKER}
    speaking.add(telling.according_to)
    taken = [one.anchor for one in reading.timexes_in.get(sentence.id, ())]
    for one in reading.mentions_in.get(sentence.id, ()):
        actor = reading.actors_of.get(one.id)
        kind = actor.kind if actor is not None else None
        speaks = kind is ActorKind.PERSON and one.id in speaking
        if one.id in reading.places_of or one.title or speaks or kind in _NO_THINGS:
            taken.append(one.anchor)
    for anchor in taken:
        start, end = max(0, anchor.start - sentence.start), anchor.end - sentence.start
        text = text[:start] + " " * (end - start) + text[end:]
    names: set[str] = set()
    perhaps: set[str] = set()
    for match in _NAME.finditer(text, max(0, first), last):
        words = match.group().split()
        if _WHERE.search(text[max(0, match.start() - _REACH) : match.start()]):
            continue
        if match.start() == 0:
            perhaps.add(words.pop(0).casefold())
        if words and len(" ".join(words)) >= _SHORTEST_NAME:
            names.add(" ".join(words).casefold())
    return frozenset(names), frozenset(perhaps)
