"""One happening in one article, several of its kind in another."""

from collections.abc import Iterator, Sequence

from dossier.audit.parties import Bodies, find_bodies
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.sameness import Told, find_nouns, find_plurals, find_told, tellings_of
from dossier.dates import describe
from dossier.model import ActorId, Anchor, Event
from dossier.vocabulary import EventType, FindingType, Gravity

_TYPES = (EventType.MEETING, EventType.VISIT)
_FEWEST_PARTIES = 2
_LONGEST_DAYS = 62
_MOST_SHOWN = 2


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out articles that speak of meetings where another tells one, of the same two parties.

    The time of the plural, two months at most, must hold the day of the one; where other articles
    tell two such days, the plural is what they add up to.
    """
    plurals, bodies = find_plurals(reading), reading.once(find_bodies)
    nouns = find_nouns(reading)
    days = [
        (event, _parties(event, bodies))
        for event in reading.dossier.events.values()
        if event.event_type in _TYPES and event.dating is not None and event.dating.value.is_day
    ]
    for told in find_told(reading, *_TYPES).values():
        for one in told:
            if one.trigger.exact.casefold().split()[-1] not in plurals:
                continue
            fitting = [event for event, who in days if _fits(event, who, one)]
            dates = {event.dating.value.edtf for event in fitting if event.dating}
            words = [word for event in fitting for word in _singular(event, nouns, reading)]
            if len(dates) == 1 and words:
                yield _say(one, fitting[0], words, reading)


def _parties(event: Event, bodies: Bodies) -> frozenset[ActorId]:
    ids = {part.actor_id for part in event.participants if part.actor_id}
    return frozenset(ids.union(*(bodies.get(one, frozenset()) for one in ids)))


def _fits(event: Event, parties: frozenset[ActorId], told: Told) -> bool:
    """Whether a day's happening in other articles may be one of those that the plural means."""
    if told.value is None or event.dating is None:
        return False
    elsewhere = all(one.source_id != told.source_id for one in event.anchors)
    short = (told.value.end - told.value.start).days <= _LONGEST_DAYS
    within = told.value.start <= event.dating.value.start < told.value.end
    return elsewhere and short and within and len(parties & told.parties) >= _FEWEST_PARTIES


def _singular(event: Event, nouns: frozenset[str], reading: Reading) -> list[Anchor]:
    """Where other articles name the happening by a noun in the singular, bare nouns first."""
    found = [
        telling.trigger
        for telling in tellings_of(event, reading)
        if telling.event_type is event.event_type
        and not nouns.isdisjoint(telling.trigger.exact.casefold().split())
    ]
    return sorted(found, key=lambda words: words.exact.casefold() not in nouns)


def _say(told: Told, event: Event, words: Sequence[Anchor], reading: Reading) -> Noticed:
    label = reading.dossier.sources[told.source_id].label
    other = reading.dossier.sources[words[0].source_id].label
    day = f" on {describe(event.dating.value)}" if event.dating else ""
    return Noticed(
        f"{label} speaks of more than one (“{told.trigger.exact}”); {other} tells one, "
        f"“{words[0].exact}”{day}.",
        (*words[:_MOST_SHOWN], told.trigger),
        (event.id,),
    )


RULE = Rule(FindingType.NUMBER_OF_EVENTS, Gravity.MEDIUM, notice)
