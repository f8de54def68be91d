"""What was foreseen or announced for one time and came at another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.dates import DateValue, describe
from dossier.model import Anchor, Event, EventMention, Sentence, Timex
from dossier.vocabulary import (
    DateBasis,
    EventType,
    FindingType,
    Gravity,
    Modality,
    TimexForm,
)

_AHEAD = frozenset({Modality.FORECAST, Modality.ANNOUNCED})
_CAME = frozenset({Modality.HAPPENED, Modality.SAID})
_SPAN_BEFORE = re.compile(
    r"\b(?:within|in|over|during)\s+(?:(?:just|only|about|the next|the coming|as little as)\s+)?\Z"
)
_SPAN_BEHIND = re.compile(r"\s*(?:away|off|from now|out|ahead)\b")
_MODAL = re.compile(r"\b(?:could|may|might|will|would|expect\w*|predict\w*|forecast\w*|likely)\b")
_DAYS = {"day": 1, "weekend": 2, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652}
_SOONER, _LATER = 0.5, 1.25
"""Shares of the foreseen span between which a forecast is taken to have held."""

_REACH = 24
_HORIZON = 5
"""Spans after which a happening is no outcome of a forecast any more."""


@dataclass(frozen=True, slots=True)
class _Forecast:
    """A sentence that looks ahead: what to, by which words, counted from which day."""

    sentence: Sentence
    telling: EventMention
    timex: Timex
    day: date
    value: DateValue | None


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out forecasts and announcements whose time came otherwise, as other words tell.

    A forecast gives a span ("could fall within six months") or a day ahead. Its outcome is an
    event of the same kind, told later or elsewhere, with one of the same actors and one more name
    in common, or the event that the analyst has named as its outcome.
    """
    came = _outcomes(reading)
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        if dating is None or not dating.value.is_day:
            continue
        for sentence in reading.sentences(source.id):
            for one in _forecasts(sentence, dating.value.start, reading):
                event = _outcome(one, came, reading)
                found = _compare(one, event, reading) if event else None
                if found is not None:
                    yield found
                    break


def _forecasts(sentence: Sentence, day: date, reading: Reading) -> Iterator[_Forecast]:
    timexes = reading.timexes_in.get(sentence.id, ())
    if not timexes:
        return
    tellings = reading.tellings_in.get(sentence.id, ())
    ahead = [one for one in tellings if one.modality in _AHEAD]
    text = reading.text(sentence)
    for timex in timexes:
        if timex.expression.form is TimexForm.DURATION and timex.expression.amount:
            start = timex.anchor.start - sentence.start
            end = timex.anchor.end - sentence.start
            placed = _SPAN_BEHIND.match(text, end) or _SPAN_BEFORE.search(
                text[max(0, start - _REACH) : start]
            )
            if placed and _MODAL.search(text) and timex.expression.unit in _DAYS:
                for telling in ahead or tellings:
                    yield _Forecast(sentence, telling, timex, day, None)
    for telling in ahead:
        timex_of = next((one for one in timexes if one.id == telling.timex_id), None)
        dating = reading.dossier.calendar.timexes.get(timex_of.id) if timex_of else None
        if timex_of and dating and dating.value.start > day and not dating.value.is_open_end:
            yield _Forecast(sentence, telling, timex_of, day, dating.value)


def _outcomes(reading: Reading) -> Mapping[EventType, list[Event]]:
    held: dict[EventType, list[Event]] = defaultdict(list)
    for event in reading.dossier.events.values():
        if event.dating is not None and event.dating.value.is_day and event.modality in _CAME:
            held[event.event_type].append(event)
    return held


def _outcome(
    one: _Forecast, came: Mapping[EventType, list[Event]], reading: Reading
) -> Event | None:
    """The first event after the forecast that fits it."""
    for event in reading.events_on.get(one.sentence.id, ()):
        named = reading.dossier.events.get(event.outcome_id)
        if named is not None and named.dating is not None and named.dating.value.is_day:
            return named
    actors, names = _named(one.sentence, reading)
    fitting = []
    for event in came.get(one.telling.event_type, ()):
        if event.dating is None or event.dating.value.start <= one.day:
            continue
        parts = {part.actor_id for part in event.participants if part.actor_id}
        if actors.isdisjoint(parts):
            continue
        shared: set[str] = set()
        for anchor in event.anchors:
            sentence = reading.sentence_at(anchor)
            if sentence is not None and sentence.id != one.sentence.id:
                shared |= names & _named(sentence, reading)[1]
        if len(shared) > 1:
            fitting.append(event)
    return min(fitting, key=lambda event: (event.dating.value.start, event.id), default=None)  # type: ignore[union-attr]


def _named(sentence: Sentence, reading: Reading) -> tuple[set[str], set[str]]:
    """Ids of the actors that a sentence names, and the names of actors and places in it."""
    actors, names = set(), set()
    for mention in reading.mentions_in.get(sentence.id, ()):
        actor, place = reading.actors_of.get(mention.id), reading.places_of.get(mention.id)
        if actor is not None:
            actors.add(actor.id)
        if actor is not None or place is not None:
            names.add(actor.name if actor else place.name if place else "")
    return actors, names


def _compare(one: _Forecast, event: Event, reading: Reading) -> Noticed | None:
    words = _day_words(event, reading)
    if event.dating is None or words is None:
        return None
    day = event.dating.value.start
    later = (day - one.day).days
    label = reading.dossier.sources[one.timex.anchor.source_id].label
    if one.value is None:
        span = _DAYS[one.timex.expression.unit] * abs(one.timex.expression.amount or 0)
        if _SOONER * span <= later <= _LATER * span or later > _HORIZON * span:
            return None
        plural = "day" if later == 1 else "days"
        text = (
            f"{label} looks ahead “{one.timex.anchor.exact}” on {describe_day(one.day)}. "
            f"It came {later} {plural} later, on {describe(event.dating.value)}."
        )
    elif one.value.start <= day < one.value.end:
        return None
    else:
        text = (
            f"{label} puts it ahead for “{one.timex.anchor.exact}” ({describe(one.value)}). "
            f"What came of it is dated {describe(event.dating.value)}."
        )
    return Noticed(text, (one.timex.anchor, words), (event.id,))


def describe_day(day: date) -> str:
    """Say a day in words."""
    return describe(DateValue(day, day + timedelta(days=1), day.isoformat()))


def _day_words(event: Event, reading: Reading) -> Anchor | None:
    """The words that date an event, explicit ones first."""
    found: list[tuple[bool, int, Anchor]] = []
    for anchor in event.anchors:
        sentence = reading.sentence_at(anchor)
        for timex in reading.timexes_in.get(sentence.id, ()) if sentence else ():
            dating = reading.dossier.calendar.timexes.get(timex.id)
            if dating is not None and event.dating and dating.value == event.dating.value:
                found.append((dating.basis is not DateBasis.EXPLICIT, len(found), timex.anchor))
    return min(found)[2] if found else None


RULE = Rule(FindingType.FORECAST_OUTCOME, Gravity.MEDIUM, notice)
