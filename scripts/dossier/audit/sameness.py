"""Tellings that may be of one happening: of one kind, of the same people, at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.audit.parties import Bodies, find_bodies, parties_of
from dossier.audit.reading import Reading
from dossier.audit.whereabouts import Where, place_of
from dossier.dates import DateValue
from dossier.inflection import make_plural
from dossier.model import ActorId, Anchor, Event, EventMention, Mention, SourceId, Timex
from dossier.settings import Lexicon
from dossier.vocabulary import EventType, Modality

_HAPPENED = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_BACK = re.compile(
    r"(?:\b(?:his|her|its|their|that|the|this|same)|[’']s?)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE
)
_BACK_REACH = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with what rules compare it by.

    Attributes:
        telling: What the sentence tells.
        parties: Ids of those who take part and of the bodies they belong to.
        timex: The words that date it; None if its own sentence has none.
        value: What they mean; None if they mean no day.
        spot: The name of its place and what that means; None if its sentence names none.
        points_back: Whether the words take the happening for known ("his visit").
    """

    telling: EventMention
    parties: frozenset[ActorId]
    timex: Timex | None
    value: DateValue | None
    spot: tuple[Mention, Where] | None
    points_back: bool

    @property
    def source_id(self) -> SourceId:
        """The source it stands in."""
        return self.telling.anchor.source_id

    @property
    def trigger(self) -> Anchor:
        """The words that name the happening."""
        return self.telling.trigger


def find_told(reading: Reading, *types: EventType) -> Mapping[EventType, tuple[Told, ...]]:
    """Lay out what sources tell as happened, by kind, in order of publication, then of text."""
    return {kind: told for kind, told in reading.once(_all_told).items() if kind in types}


def _all_told(reading: Reading) -> Mapping[EventType, tuple[Told, ...]]:
    bodies, nouns = reading.once(find_bodies), find_nouns(reading)
    held: dict[EventType, list[Told]] = defaultdict(list)
    for source in reading.sources():
        for telling in reading.dossier.extractions[source.id].event_mentions:
            if telling.modality in _HAPPENED:
                held[telling.event_type].append(_lay_out(telling, reading, bodies, nouns))
    return {kind: tuple(found) for kind, found in held.items()}


def find_nouns(reading: Reading) -> frozenset[str]:
    """Words that name a happening as nouns do, in lower case and in the singular."""
    return _nouns(reading.lexicon)[0]


def find_plurals(reading: Reading) -> frozenset[str]:
    """Single words that name several happenings; "talks" may be one and is not among them."""
    return _nouns(reading.lexicon)[1]


@cache
def _nouns(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for happenings, and the plurals of a single word that mean several."""
    nouns = frozenset(
        term.casefold()
        for term, values in lexicon.values("triggers").items()
        if any(value.endswith("noun") for value in values)
    )
    return nouns, frozenset(make_plural(noun).split()[-1] for noun in nouns) - nouns


def tellings_of(event: Event, reading: Reading) -> Iterator[EventMention]:
    """The tellings that were joined into an event, in the order of its sentences."""
    wanted = set(event.mention_ids)
    for anchor in event.anchors:
        sentence = reading.sentence_at(anchor)
        for telling in reading.tellings_in.get(sentence.id, ()) if sentence else ():
            if telling.id in wanted:
                yield telling


def _lay_out(
    telling: EventMention, reading: Reading, bodies: Bodies, nouns: frozenset[str]
) -> Told:
    timex = next(
        (
            one
            for one in reading.timexes_in.get(telling.sentence_id, ())
            if one.id == telling.timex_id
        ),
        None,
    )
    dating = reading.dossier.calendar.timexes.get(timex.id) if timex else None
    text = reading.dossier.sources[telling.anchor.source_id].text
    first = max(0, telling.trigger.start - _BACK_REACH)
    named = telling.trigger.exact.casefold() in nouns
    return Told(
        telling=telling,
        parties=parties_of(telling, reading, bodies),
        timex=timex,
        value=dating.value if dating else None,
        spot=place_of(telling, reading),
        points_back=named and _BACK.search(text[first : telling.trigger.start]) is not None,
    )


def find_before(told: Told, among: Sequence[Told]) -> tuple[Told, ...]:
    """Find what words such as "his visit" can point back to in their own article.

    Args:
        told: A telling that takes its happening for known.
        among: Tellings of its kind.

    Returns:
        Those of the same people in other sentences of the article, in text order.
    """
    return tuple(
        one
        for one in among
        if one.source_id == told.source_id
        and one.telling.sentence_id != told.telling.sentence_id
        and not one.parties.isdisjoint(told.parties)
    )
