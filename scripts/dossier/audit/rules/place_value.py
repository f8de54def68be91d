"""One happening put into two places of the same rank."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.sameness import Told, find_before, find_told, tellings_of
from dossier.audit.whereabouts import Where, are_apart, in_one_country, place_of
from dossier.dates import overlaps
from dossier.model import Event, Mention
from dossier.vocabulary import EventType, FindingType, Gravity

_JOURNEYS = (EventType.MEETING, EventType.VISIT)
_MOST_PARTIES = 6
"""A meeting of more people than these is compared by the first of them."""


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out a happening that is said to be in one town here and in another there.

    Within an article: words that point back ("his visit to …") where all that the article tells
    of the same people and the same time was elsewhere. Between articles: a meeting of the same
    two on the same day in two towns. People on a journey are in two towns on one day, so
    journeys are not compared between articles.
    """
    for told in find_told(reading, *_JOURNEYS).values():
        for one in told:
            if one.points_back:
                yield from _pointing_back(one, told)
    yield from _retold(reading)


def _pointing_back(told: Told, among: Sequence[Told]) -> Iterator[Noticed]:
    before = [one for one in find_before(told, among) if one.spot is not None]
    if told.spot is None or told.value is None:
        return
    name, where = told.spot
    if any(one.spot is not None and one.spot[1].name == where.name for one in before):
        return
    for one in before:
        if one.spot is None or one.value is None:
            continue
        elsewhere = are_apart(where, one.spot[1]) and in_one_country(where, one.spot[1])
        if elsewhere and overlaps(one.value, told.value):
            yield Noticed(
                f"“{told.trigger.exact}” refers back to something in {where.name}. All that the "
                f"article tells of that time was in {one.spot[1].name}: either there were two, or "
                "one of the places is wrong.",
                (one.spot[0].anchor, name.anchor),
            )


def _retold(reading: Reading) -> Iterator[Noticed]:
    """Meetings of the same two on the same day, which two articles put into two towns."""
    held: dict[tuple[str, str, str], tuple[Event, Mention, Where]] = {}
    for event in reading.dossier.events.values():
        dated = event.dating is not None and event.dating.value.is_day
        if event.event_type is not EventType.MEETING or not dated or event.dating is None:
            continue
        spot = next(
            (found for one in tellings_of(event, reading) if (found := place_of(one, reading))),
            None,
        )
        if spot is None:
            continue
        ids = sorted({part.actor_id for part in event.participants if part.actor_id})
        for left, right in combinations(ids[:_MOST_PARTIES], 2):
            other = held.setdefault((event.dating.value.edtf, left, right), (event, *spot))
            elsewhere = other[1].anchor.source_id != spot[0].anchor.source_id
            if elsewhere and are_apart(other[2], spot[1]):
                yield _say_retold(other, (event, *spot), reading)
                break


def _say_retold(
    left: tuple[Event, Mention, Where], right: tuple[Event, Mention, Where], reading: Reading
) -> Noticed:
    first, second = (
        reading.dossier.sources[one[1].anchor.source_id].label for one in (left, right)
    )
    return Noticed(
        f"{first} has a meeting of this day and these people in {left[2].name}, {second} in "
        f"{right[2].name}.",
        (left[1].anchor, right[1].anchor),
        (left[0].id, right[0].id),
    )


RULE = Rule(FindingType.PLACE_VALUE, Gravity.HIGH, notice)
