"""The lists that lead to events, actors and sources, and the timeline."""

from dataclasses import dataclass

from dossier.model import Actor, Event, Source
from dossier.render.article import Uses, count_states, split_article
from dossier.render.leaf import MOST_CHIPS, Leaf, chips
from dossier.render.links import actor_page, event_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.timeline import draw_timeline
from dossier.render.timeline_layout import find_gap, group_by_lane, say_lane
from dossier.render.words import count, hint, label
from dossier.vocabulary import ActorKind, EventTier, FactBasis


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list.

    Attributes:
        title: Its heading.
        id: Its fragment address.
        lead: A sentence under the heading; or empty.
        body: What it holds.
    """

    title: str
    id: str
    lead: str
    body: Md


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that is a list in sections."""

    count: str
    sections: tuple[Section, ...]


def view_events(leaf: Leaf) -> ListView:
    """Word the list of events, by tier."""
    events = tuple(leaf.book.dossier.events.values())
    sections = []
    for tier in EventTier:
        rows = [event_row(leaf, event) for event in events if event.tier is tier]
        if rows:
            body = table(("Date", "Event", "Status", "Evidence"), rows)
            sections.append(Section(label(tier), tier.value, hint(tier), body))
    return ListView(count(len(events), "event"), tuple(sections))


def event_row(leaf: Leaf, event: Event) -> Entry:
    """Word an event as a row: date, title, status, evidence."""
    evidence = chips(leaf.evidence(event.anchors, MOST_CHIPS), leaf.origins(event.anchors))
    date = leaf.event_date(event)
    title = link(leaf.page, event_page(event.id), event.title)
    return Entry((date, title, leaf.status(event), evidence))


def view_actors(leaf: Leaf) -> ListView:
    """Word the list of actors, by kind."""
    actors = leaf.book.published_actors()
    sections = []
    for kind in ActorKind:
        rows = [_actor_row(leaf, actor) for actor in actors if actor.kind is kind]
        if rows:
            body = table(("Name", "Side", "Office or function", "In"), rows)
            sections.append(Section(label(kind), kind.value, hint(kind), body))
    return ListView(count(len(actors), "actor"), tuple(sections))


def _actor_row(leaf: Leaf, actor: Actor) -> Entry:
    name: Md = link(leaf.page, actor_page(actor.id), actor.name)
    if not actor.named:
        name = join(" ", [name, tag("span", "not named", class_="chip chip-unnamed")])
    role = actor.roles[-1].title if actor.roles else ""
    events = {event.id for event, _ in leaf.book.parts.get(actor.id, ())}
    tally = f"{count(len(events), 'event')}, {count(len(actor.mention_ids), 'mention')}"
    return Entry((name, actor.side, role, tally))


def view_sources(leaf: Leaf, uses: Uses) -> ListView:
    """Word the list of sources."""
    rows = [_source_row(leaf, source, uses) for source in leaf.book.dossier.sources.values()]
    body = table(("Source", "Published", "By", "Used"), rows)
    sections = (Section("All sources", "all", "", body),) if rows else ()
    return ListView(count(len(rows), "source"), sections)


def _source_row(leaf: Leaf, source: Source, uses: Uses) -> Entry:
    counts = count_states(split_article(leaf, source, uses))
    used = f"{counts['used']} of {count(sum(counts.values()), 'sentence')}"
    return Entry((leaf.labelled(source.id), leaf.source_date(source.id), say_origin(source), used))


def say_origin(source: Source) -> str:
    """Say who wrote and who published a source, as far as the file tells."""
    authors = [author.value for author in source.authors if author.value]
    publisher = source.publisher
    named = f"{publisher.value} ({label(publisher.basis).lower()})" if publisher.value else ""
    if publisher.basis is FactBasis.STATED:
        named = publisher.value
    return "; ".join([*authors, named or "publisher not stated"])


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline: drawing, list, and what has no date."""

    count: str
    drawing: Md
    sections: tuple[Section, ...]
    undated: Md


def view_timeline(leaf: Leaf) -> TimelineView:
    """Draw all events and list them again in the same order."""
    events = tuple(leaf.book.dossier.events.values())
    lanes = group_by_lane(events)
    sections = []
    latest = lanes[0][0] if lanes else (0, 0)
    for lane, held in lanes:
        gap = find_gap(latest, lane)
        lead = f"{gap}: nothing in the collected sources." if gap else ""
        body = bullets([_line(leaf, event) for event in held], "timeline-list", "ol")
        sections.append(Section(say_lane(lane), f"y{lane[0]}-{lane[1]}", lead, body))
        latest = max(latest, lane, key=lambda years: years[1])
    undated = [_line(leaf, event) for event in events if event.dating is None]
    return TimelineView(
        count=count(len(events), "event"),
        drawing=draw_timeline(leaf.page, events, "timeline", "All events in time"),
        sections=tuple(sections),
        undated=bullets(undated, "timeline-list"),
    )


def _line(leaf: Leaf, event: Event) -> Entry:
    parts = [
        leaf.event_date(event),
        leaf.event(event.id),
        chips(leaf.status(event), leaf.evidence(event.anchors, MOST_CHIPS)),
    ]
    place = leaf.place(event.place_id)
    if place:
        parts.insert(2, tag("span", place, class_="place"))
    css = f"tier-{event.tier.value} status-{event.status.value}"
    return Entry((join(" ", parts),), id=event.id, css=css)
