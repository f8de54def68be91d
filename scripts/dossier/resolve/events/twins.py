"""Tell events of one title apart by when they were.

A reader of a list sees titles alone, and two that read the same look like a mistake.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dossier.dates import describe
from dossier.model import Event


def tell_apart(events: Sequence[Event], threshold: float) -> tuple[Event, ...]:
    """Put the date behind titles that more than one event has.

    Ids are made before, so that an article that brings a second event of a title does not move
    the first one's page.

    Args:
        events: All events.
        threshold: Score from which on an event is published; others share a title with nobody.

    Returns:
        The same events in the same order; a title stays as it is where no date sets it apart.
    """
    titles: dict[str, Counter[str]] = {}
    for event in events:
        if event.score >= threshold:
            titles.setdefault(event.title.casefold(), Counter())[_day(event)] += 1
    return tuple(
        _with_day(event, titles.get(event.title.casefold(), Counter())) for event in events
    )


def _with_day(event: Event, days: Counter[str]) -> Event:
    day = _day(event)
    apart = len(days) > 1 and days[day] == 1 and day
    return replace(event, title=f"{event.title} ({day})") if apart else event


def _day(event: Event) -> str:
    """The date in words; empty where its beginning is open."""
    if event.dating is None or event.dating.value.is_open_start:
        return ""
    return describe(event.dating.value)
