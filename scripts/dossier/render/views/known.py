"""As known on: what could have been written on earlier days, from what had appeared by then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier.dates import describe, make_day
from dossier.model import Dossier, Event, EventId, EventMentionId, MentionId, Snapshot
from dossier.outcomes import is_pending
from dossier.render.attributed import names_behind, reserve_chips, say_credit
from dossier.render.chips import chips, status_chip
from dossier.render.leaf import MOST_CHIPS, MOST_IN_A_LINE, Leaf
from dossier.render.links import event_page, known_page, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.timeline import draw_timeline, silences_of
from dossier.render.words import count
from dossier.vocabulary import EventStatus

_NEEDS_ANOTHER = frozenset({EventStatus.CORROBORATED, EventStatus.POSSIBLE_ALLUSION})


@dataclass(frozen=True, slots=True)
class KnownListView:
    """The days that can be looked back to."""

    days: Md


def view_known_list(leaf: Leaf) -> KnownListView:
    """Word the list of days, each with what was known then."""
    rows = []
    for snapshot in leaf.book.dossier.snapshots:
        then = snapshot.dossier
        day = link(leaf.page, known_page(snapshot.day), describe(make_day(snapshot.day)))
        labels = [source.label for source in then.sources.values()]
        named = ", ".join(labels) if len(labels) <= MOST_IN_A_LINE else ""
        sources = f"{count(len(labels), 'source')}{f' ({named})' if named else ''}"
        rows.append(Entry((day, sources, count(len(then.events), "event"))))
    return KnownListView(table(("Day", "Had appeared", "Told of"), rows))


@dataclass(frozen=True, slots=True)
class KnownView:
    """The briefing as it could have been written on one day."""

    day: str
    counts: str
    around: Md
    bottom_line: Md
    timeline: Md
    events: Md
    pending: Md
    sources: Md


def view_known(leaf: Leaf, snapshot: Snapshot) -> KnownView:
    """Word what could have been known on a day.

    Args:
        leaf: The page; its book is today's dossier, so that links lead to today's pages.
        snapshot: The dossier made of what had appeared by the day.
    """
    then = snapshot.dossier
    now = _today(leaf)
    events = [_as_of_today(event, now, then) for event in then.events.values()]
    linked = [event for event in events if event.id in leaf.book.dossier.events]
    told = [event for event in events if not is_pending(event)]
    pending = [event for event in events if is_pending(event)]
    published = then.calendar.published
    names = names_behind(then.actors.values())
    later = len(leaf.book.dossier.sources) - len(then.sources)
    return KnownView(
        day=describe(make_day(snapshot.day)),
        counts=f"{count(len(then.sources), 'source')}, {count(len(events), 'event')}. "
        f"{count(later, 'source')} of this dossier appeared later or cannot be dated.",
        around=_around(leaf, snapshot),
        bottom_line=bullets(
            [
                Entry((join(" ", [safe(line.text), leaf.evidence(line.anchors, MOST_IN_A_LINE)]),))
                for line in then.bottom_line
            ]
        ),
        timeline=_draw(leaf, linked, events),
        events=_rows(leaf, told, names),
        pending=_rows(leaf, pending, names),
        sources=bullets(
            [
                Entry((join(" ", [leaf.labelled(key), leaf.date(published.get(key))]),))
                for key in then.sources
            ]
        ),
    )


def _draw(leaf: Leaf, linked: list[Event], known: list[Event]) -> Md:
    """Draw the events that have a page today; what was silent then follows from all known."""
    silences = silences_of(known)
    drawn = draw_timeline(leaf.page, linked, "known", "Events as known then", silences=silences)
    instead = tag("p", "The tables below say when each was.", class_="instead")
    return join(Md("\n"), [drawn, instead]) if drawn else drawn


def _today(leaf: Leaf) -> Mapping[EventMentionId, EventId]:
    """Today's event for each sentence that tells one."""
    events = leaf.book.dossier.events.values()
    return {mention: event.id for event in events for mention in event.mention_ids}


def _as_of_today(event: Event, now: Mapping[EventMentionId, EventId], then: Dossier) -> Event:
    """Give an automatic event the address it has today: more articles may have renamed it."""
    same = next((now[key] for key in event.mention_ids if key in now), event.id)
    texts = {then.origins.get(anchor.source_id, anchor.source_id) for anchor in event.anchors}
    alone = len(texts) == 1
    unshared = alone and event.status in _NEEDS_ANOTHER
    status = EventStatus.SINGLE_SOURCE if unshared else event.status
    return replace(event, id=same, status=status)


def _rows(leaf: Leaf, events: list[Event], names: Mapping[MentionId, str]) -> Md:
    held = leaf.book.dossier.events
    rows = []
    for event in events:
        page = event_page(event.id) if event.id in held else ""
        title = link(leaf.page, page, event.title) if page else safe(event.title)
        when = leaf.date(event.dating, page if page and event.dating else "")
        evidence = leaf.evidence(event.anchors, MOST_CHIPS, page)
        credit = say_credit(leaf.book, event, names)
        reserve = "" if is_pending(event) else reserve_chips(leaf.book, event, names)
        standing = join(" ", [chips(status_chip(event)), reserve])
        rows.append(Entry((when, join(", ", [title, credit]), standing, evidence)))
    return table(("Date as known then", "Event", "Status then", "Evidence"), rows, "facts events")


def _around(leaf: Leaf, snapshot: Snapshot) -> Md:
    """Lead to the day before and the day after among those that can be looked back to."""
    days = [one.day for one in leaf.book.dossier.snapshots]
    place = days.index(snapshot.day)
    ways = []
    if place:
        before = days[place - 1]
        ways.append(
            join(" ", ["Before:", link(leaf.page, known_page(before), describe(make_day(before)))])
        )
    if place + 1 < len(days):
        after = days[place + 1]
        ways.append(
            join(" ", ["Next:", link(leaf.page, known_page(after), describe(make_day(after)))])
        )
    ways.append(join(" ", ["Now:", link(leaf.page, "index.md", "the briefing")]))
    return join(" · ", ways)
