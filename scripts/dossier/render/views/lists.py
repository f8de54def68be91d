"""The lists that lead to events, actors and sources."""

from dataclasses import dataclass

from dossier.model import Actor, Event, Source
from dossier.render.article import Uses, count_states, split_article
from dossier.render.chips import chips, unnamed_chip
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import actor_page, event_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, table, tag
from dossier.render.offices import say_office
from dossier.render.words import ACTOR_KINDS_IN_PLURAL, capital, count, hint, label
from dossier.vocabulary import ActorKind, EventTier, FactBasis

ACTORS_TABLE = "facts actors"


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
            body = table(("Date", "Event", "Status", "Evidence"), rows, "facts events")
            sections.append(Section(label(tier), tier.value, hint(tier), body))
    return ListView(count(len(events), "event"), tuple(sections))


def event_row(leaf: Leaf, event: Event) -> Entry:
    """Word an event as a row: date, title, status, evidence."""
    page = event_page(event.id)
    evidence = leaf.evidence(event.anchors, MOST_CHIPS, page)
    title = link(leaf.page, page, event.title)
    return Entry((leaf.event_date(event), title, leaf.standing(event), chips(evidence)))


def view_actors(leaf: Leaf) -> ListView:
    """Word the list of actors, by kind."""
    actors = leaf.book.published_actors()
    sections = []
    for kind in ActorKind:
        rows = [_actor_row(leaf, actor) for actor in actors if actor.kind is kind]
        if rows:
            body = table(("Name", "Side", "Office or function", "Named in"), rows, ACTORS_TABLE)
            heading = ACTOR_KINDS_IN_PLURAL[kind]
            sections.append(Section(heading, kind.value, "", body))
    return ListView(count(len(actors), "actor"), tuple(sections))


def _actor_row(leaf: Leaf, actor: Actor) -> Entry:
    name: Md = link(leaf.page, actor_page(actor.id), actor.name)
    if not actor.named:
        name = join(" ", [name, unnamed_chip()])
    role = capital(say_office(actor.roles[-1])) if actor.roles else ""
    return Entry((name, actor.side, role, tally(leaf, actor)))


def tally(leaf: Leaf, actor: Actor) -> Md:
    """Count the events and the places in the text in which an actor is named."""
    events = {event.id for event, _ in leaf.book.parts.get(actor.id, ())}
    counts = [count(len(events), "event")] if events else []
    counts.append(count(leaf.book.times_named[actor.id], "mention"))
    return join(", ", [tag("span", words, class_="tally") for words in counts])


def view_sources(leaf: Leaf, uses: Uses) -> ListView:
    """Word the list of sources."""
    rows = [_source_row(leaf, source, uses) for source in leaf.book.dossier.sources.values()]
    body = table(("Source", "Published", "Author and outlet", "Used"), rows, "facts sources")
    sections = (Section("All sources", "all", "", body),) if rows else ()
    return ListView(count(len(rows), "source"), sections)


def _source_row(leaf: Leaf, source: Source, uses: Uses) -> Entry:
    counts = count_states(split_article(leaf, source, uses))
    used = f"{counts['used']} of {count(sum(counts.values()), 'sentence')}"
    by = join("; ", [say_origin(source), *say_copy(leaf, source)])
    return Entry((leaf.labelled(source.id), leaf.source_date(source.id), by, used))


def say_copy(leaf: Leaf, source: Source) -> tuple[Md, ...]:
    """Say which source's text this one repeats; nothing if its text is its own."""
    first = leaf.book.dossier.origins.get(source.id, source.id)
    return () if first == source.id else (join(" ", ["copy of", leaf.labelled(first)]),)


def say_origin(source: Source) -> str:
    """Say who wrote and who published a source, as far as the file tells."""
    authors = [author.value for author in source.authors if author.value]
    publisher = source.publisher
    named = f"{publisher.value} ({label(publisher.basis).lower()})" if publisher.value else ""
    if publisher.basis is FactBasis.STATED:
        named = publisher.value
    if not authors and not named:
        return "Neither is stated"
    return "; ".join([*authors, named or "outlet not stated"])
