"""Sentences that may mean an event although nothing shows that they do.

That a source is silent is a statement about it. It is not made of a source that names one of an
event's own people or bodies together with a word for that kind of happening, or with its day: such
a source may allude to it, and the sentence is shown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.anchors import make_anchor
from dossier.dates import DateValue, overlaps
from dossier.inflection import Form
from dossier.model import (
    ActorId,
    Anchor,
    Calendar,
    Dating,
    Extraction,
    SentenceId,
    Source,
    SourceId,
    SourceTelling,
)
from dossier.resolve.events.alike import width
from dossier.resolve.events.cast import Cast
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.sightings import Sighting
from dossier.settings import Lexicon
from dossier.triggers import TriggerIndex, make_trigger_index
from dossier.vocabulary import EventType, Telling

NOTE = "names a participant with a word of this kind or a day of it; not worked out"

_VAGUE = frozenset({EventType.STATEMENT, EventType.ESTIMATE, EventType.OTHER, EventType.RULE})
"""Words for these stand beside every name."""
_NOUNS = frozenset({Form.NOUN, Form.PLURAL})
_POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her"})
"""Words before a form in -ing that make it a noun: "the sinking"."""
_WORD = re.compile(r"[\w’'-]+")
_MONTH = 31
_MOST = 100
"""Sentences with the same name and kind of word, from which on they are no sign of one event."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Sentences that name somebody.

    Attributes:
        by_type: Sightings by somebody their sentence names and what kind of happening they tell.
        by_noun: Sentences that tell something else and hold a noun for that kind: "the hearing
            on the sinking".
        by_month: Sentences of no known happening, with their date, by somebody whom they name
            and by each month of the date.
    """

    by_type: Mapping[tuple[ActorId, EventType], Sequence[Sighting]]
    by_noun: Mapping[tuple[ActorId, EventType], Sequence[Anchor]]
    by_month: Mapping[tuple[ActorId, str], Sequence[tuple[Anchor, DateValue]]]


def make_hints(
    sightings: Iterable[Sighting],
    articles: Iterable[tuple[Source, Extraction]],
    cast: Cast,
    calendar: Calendar,
    lexicon: Lexicon,
) -> Hints:
    """Look up the sentences that name somebody beside an event word or a date.

    Args:
        sightings: All sightings, in order of publication.
        articles: All articles, each with what was found in it.
        cast: Who is who.
        calendar: All dates.
        lexicon: Its event words are looked for.
    """
    index, openings = make_trigger_index(lexicon), _find_openings(lexicon)
    by_type: dict[tuple[ActorId, EventType], list[Sighting]] = {}
    by_noun: dict[tuple[ActorId, EventType], list[Anchor]] = {}
    told: set[SentenceId] = set()
    for one in sightings:
        named = _named(one.mention.sentence_id, cast)
        if named and one.mention.sentence_id not in told:
            kinds = _nouns(one.mention.anchor.exact, index, openings)
            for kind in kinds - {one.mention.event_type}:
                for actor in named:
                    by_noun.setdefault((actor, kind), []).append(one.mention.anchor)
        told.add(one.mention.sentence_id)
        for actor in named:
            by_type.setdefault((actor, one.mention.event_type), []).append(one)
    by_month: dict[tuple[ActorId, str], list[tuple[Anchor, DateValue]]] = {}
    for source, extraction in articles:
        for sentence in extraction.sentences:
            days = () if sentence.id in told else cast.dates.get(sentence.id, ())
            for value in (calendar.timexes[day].value for day in days if day in calendar.timexes):
                anchor = make_anchor(source, sentence.start, sentence.end)
                for actor in _named(sentence.id, cast):
                    for month in _months(value):
                        by_month.setdefault((actor, month), []).append((anchor, value))
    return Hints(by_type, by_noun, by_month)


def add_hints(
    tellings: Sequence[SourceTelling],
    cluster: Cluster,
    dating: Dating | None,
    hints: Hints,
    places: Mapping[SourceId, int],
) -> tuple[SourceTelling, ...]:
    """Take sources that may allude to an event out of those that are silent.

    Args:
        tellings: How each source relates to it.
        cluster: The event's sightings.
        dating: When it was.
        hints: Sentences to look at.
        places: Place of each source among the tellings.

    Returns:
        The same tellings; a silent source that has such a sentence alludes.
    """
    found: dict[SourceId, list[Anchor]] = {}
    for actor in sorted(cluster.specific):
        for anchor in (*_by_type(actor, cluster, dating, hints), *_by_day(actor, dating, hints)):
            silent = tellings[places[anchor.source_id]].telling is Telling.SILENT
            if silent and anchor not in found.setdefault(anchor.source_id, []):
                found[anchor.source_id].append(anchor)
    hinted = list(tellings)  # few of which change, however many sources there are
    for source_id, anchors in found.items():
        allusion = SourceTelling(source_id, Telling.ALLUDES, tuple(anchors), NOTE)
        hinted[places[source_id]] = allusion
    return tuple(hinted)


def _by_type(actor: ActorId, cluster: Cluster, dating: Dating | None, hints: Hints) -> list[Anchor]:
    key = actor, cluster.event_type
    near, nouns = hints.by_type.get(key, ()), hints.by_noun.get(key, ())
    if cluster.event_type in _VAGUE or len(near) + len(nouns) > _MOST:
        return []
    return [*nouns, *(one.mention.anchor for one in near if _may_be(one, cluster, dating))]


def _may_be(one: Sighting, cluster: Cluster, dating: Dating | None) -> bool:
    """Whether neither another company nor another day sets a sentence apart from an event."""
    if not (one.specific <= cluster.specific or cluster.specific <= one.specific):
        return False
    if one.is_definite or dating is None or one.dating is None:
        return True  # "the sinking": the day is of what is told of it
    return overlaps(one.dating.value, dating.value)


def _by_day(actor: ActorId, dating: Dating | None, hints: Hints) -> list[Anchor]:
    if dating is None:
        return []
    found = []
    for month in _months(dating.value):
        near = hints.by_month.get((actor, month), ())
        if len(near) <= _MOST:
            found += [anchor for anchor, value in near if overlaps(value, dating.value)]
    return found


def _named(sentence_id: SentenceId, cast: Cast) -> tuple[ActorId, ...]:
    """Those named in a sentence who are a sign of one event, each once."""
    mentions = cast.named.get(sentence_id, ())
    actors = (cast.actors[one.id].id for one in mentions if one.id in cast.actors)
    return tuple(actor for actor in dict.fromkeys(actors) if actor not in cast.everywhere)


@lru_cache(maxsize=4)
def _find_openings(lexicon: Lexicon) -> frozenset[str]:
    """Words that begin a noun for a happening, or a form that may be one."""
    by_first = make_trigger_index(lexicon).by_first
    named = _NOUNS | {Form.GERUND}
    return frozenset(
        word for word, begun in by_first.items() if any(form in named for *_, form in begun.listed)
    )


def _nouns(text: str, index: TriggerIndex, openings: frozenset[str]) -> set[EventType]:
    """Kinds of happening that the nouns of a sentence name."""
    words = _WORD.findall(text.lower())
    begins = [place for place, word in enumerate(words) if word in openings]
    return {
        match.trigger.event_type
        for place in begins
        for match in index.match_at(words, place)
        if match.form in _NOUNS
        or (match.form is Form.GERUND and words[max(0, match.first - 1)] in _POINTING)
    }


def _months(value: DateValue) -> tuple[str, ...]:
    """The months that a date of a month or less touches; none for a wider or open one."""
    if value.is_open_start or value.is_open_end or width(value) > _MONTH:
        return ()
    touched = (value.earliest.isoformat()[:7], value.latest.isoformat()[:7])
    return tuple(dict.fromkeys(touched))
