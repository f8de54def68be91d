"""The briefing: who, when, where and who says so, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.dates import DateValue, describe, make_interval
from dossier.model import Actor, Anchor, BottomLine, Event, Finding, Source
from dossier.render.cards import claim_entry, sides
from dossier.render.leaf import MOST_CHIPS, Leaf, chips, class_tag, reviewed_chip
from dossier.render.links import (
    ACTORS,
    EVENTS,
    FINDINGS,
    SOURCES,
    actor_page,
    event_page,
    link,
)
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, fold, table, tag, terms
from dossier.render.timeline import draw_timeline
from dossier.render.views.lists import say_origin
from dossier.render.views.registers import question_entry
from dossier.render.views.shared import as_of_words
from dossier.render.words import count, label
from dossier.vocabulary import ActorKind, EventTier, Gravity

MOST_LINES = 5
MOST_ACTORS = 10
MOST_DRAWN = 40
_AT_A_GLANCE = 6


@dataclass(frozen=True, slots=True)
class BriefingView:
    """The briefing, section by section."""

    title: str
    subtitle: str
    scope: Md
    counts: Md
    bottom_line: Md
    is_automatic: bool
    glance: Md
    timeline: Md
    actors: Md
    claims: Md
    findings: Md
    questions: Md
    gaps: Md
    sources: Md


def view_briefing(leaf: Leaf) -> BriefingView:
    """Word the briefing.

    Args:
        leaf: The page.
    """
    book = leaf.book
    dossier, settings = book.dossier, book.settings
    events = tuple(dossier.events.values())
    core = [event for event in events if event.tier is EventTier.CORE]
    drawn = core if len(core) <= MOST_DRAWN else _best(core, MOST_DRAWN)
    lines = [_line(leaf, line) for line in dossier.bottom_line[:MOST_LINES]]
    findings = [finding for finding in dossier.findings if finding.gravity is Gravity.HIGH]
    return BriefingView(
        title=settings.title,
        subtitle=settings.subtitle,
        scope=leaf.prose(settings.scope),
        counts=_counts(leaf),
        bottom_line=bullets(lines or [_automatic(leaf, e) for e in _best(events, MOST_LINES)]),
        is_automatic=not lines,
        glance=_glance(leaf, core or list(events)),
        timeline=draw_timeline(leaf.page, drawn, "core", "The core events in time"),
        actors=table(
            ("Who", "Side", "Office or function", "In"),
            [_actor(leaf, actor) for actor in _key_actors(leaf)],
        ),
        claims=bullets([claim_entry(leaf, claim) for claim in dossier.claims]),
        findings=bullets([_finding(leaf, f) for f in findings[:MOST_LINES]]),
        questions=bullets([question_entry(leaf, q) for q in dossier.questions]),
        gaps=bullets(_gaps(leaf)),
        sources=table(
            ("Source", "Published", "By", "Reliability"),
            [_source(leaf, source) for source in dossier.sources.values()],
        ),
    )


def _counts(leaf: Leaf) -> Md:
    dossier = leaf.book.dossier
    actors = leaf.book.published_actors()
    reviewed = sum(bool(actor.reviewed) for actor in actors)
    reviewed += sum(bool(event.reviewed) for event in dossier.events.values())
    tallies = [
        link(leaf.page, SOURCES, count(len(dossier.sources), "document")),
        link(leaf.page, ACTORS, count(len(actors), "actor")),
        link(leaf.page, EVENTS, count(len(dossier.events), "event")),
        link(leaf.page, FINDINGS, count(len(dossier.findings), "finding")),
        safe(f"{reviewed} of {len(actors) + len(dossier.events)} pages reviewed"),
    ]
    return tag("p", join(" · ", tallies), class_="counts")


def _line(leaf: Leaf, line: BottomLine) -> Entry:
    chipped = chips(leaf.evidence(line.anchors), leaf.origins(line.anchors))
    return Entry((join(" ", [leaf.prose(line.text), chipped]),), css="fact assessed")


def _automatic(leaf: Leaf, event: Event) -> Entry:
    parts = [
        leaf.event_date(event),
        link(leaf.page, event_page(event.id), event.title),
        chips(
            leaf.evidence(event.anchors, MOST_CHIPS),
            leaf.origins(event.anchors),
            leaf.status(event),
            reviewed_chip(event.reviewed),
        ),
    ]
    return Entry((join(" ", parts),), css="fact derived")


def _best(events: Sequence[Event], most: int) -> list[Event]:
    """Choose the events for which most speaks, in their own order."""
    tiers = list(EventTier)
    ranked = sorted(events, key=lambda e: (tiers.index(e.tier), -e.score, -len(e.anchors), e.id))
    chosen = {event.id for event in ranked[:most]}
    return [event for event in events if event.id in chosen]


def _glance(leaf: Leaf, events: Sequence[Event]) -> Md:
    """Answer who, when, where and who says so."""
    dossier = leaf.book.dossier
    people = [link(leaf.page, actor_page(a.id), a.name) for a in _key_actors(leaf)]
    places = [dossier.places.get(event.place_id or "") for event in events]
    named = sorted({place.name for place in places if place is not None})
    says = [_say_source(leaf, source) for source in dossier.sources.values()]
    return terms(
        [
            ("Who", join(", ", people[:_AT_A_GLANCE])),
            ("When", _when(leaf, events)),
            ("Where", _cut([safe(name) for name in named])),
            ("Says who", _cut(says)),
            ("Collected", as_of_words(leaf.book)),
        ],
        "particulars glance",
    )


def _say_source(leaf: Leaf, source: Source) -> Md:
    published = leaf.book.dossier.calendar.published.get(source.id)
    when = describe(published.value) if published else "undated"
    return join(" ", [leaf.source(source.id, source.label), f"({when})"])


def _cut(parts: Sequence[Md]) -> Md:
    """Set the first few beside each other and count the rest."""
    shown = list(parts[:_AT_A_GLANCE])
    if len(parts) > len(shown):
        shown.append(safe(f"{len(parts) - len(shown)} more"))
    return join(", ", shown)


def _when(leaf: Leaf, events: Sequence[Event]) -> Md:
    period: DateValue | None = leaf.book.settings.period
    if period is not None:
        return leaf.day(period)
    values = [event.dating.value for event in events if event.dating is not None]
    starts = [value.start for value in values if value.start != date.min]
    ends = [value.end for value in values if value.end != date.max]
    if not starts or not ends or min(starts) >= max(ends):
        return Md("")
    return safe(describe(make_interval(min(starts), max(ends))))


def _key_actors(leaf: Leaf) -> list[Actor]:
    """Rank actors by core events, events and mentions; places are nobody."""
    parts = leaf.book.parts

    def weight(actor: Actor) -> tuple[int, int, int, str]:
        events = {event.id: event for event, _ in parts.get(actor.id, ())}
        core = sum(event.tier is EventTier.CORE for event in events.values())
        return -core, -len(events), -len(actor.mention_ids), actor.id

    actors = [a for a in leaf.book.published_actors() if a.kind is not ActorKind.PLACE]
    return sorted(actors, key=weight)[:MOST_ACTORS]


def _actor(leaf: Leaf, actor: Actor) -> Entry:
    events = {event.id for event, _ in leaf.book.parts.get(actor.id, ())}
    role = actor.roles[-1] if actor.roles else None
    held = join(" ", [role.title, leaf.evidence(role.anchors, 1)]) if role else Md("")
    tally = f"{count(len(events), 'event')}, {count(len(actor.mention_ids), 'mention')}"
    return Entry((link(leaf.page, actor_page(actor.id), actor.name), actor.side, held, tally))


def _finding(leaf: Leaf, finding: Finding) -> Entry:
    title = link(leaf.page, FINDINGS, label(finding.finding_type), finding.id)
    words: list[Anchor] = list(finding.sides)
    parts = [
        join(" ", [title + Md(":"), leaf.prose(finding.text), leaf.evidence(words)]),
        fold("The words on each side", sides(leaf, finding)),
    ]
    return Entry((join(Md("\n"), parts),), css="finding")


def _gaps(leaf: Leaf) -> list[Entry]:
    """What the sources leave open, as far as it can be counted."""
    dossier = leaf.book.dossier
    undated = [s for s in dossier.sources.values() if s.published_on is None]
    lone = sum(len({a.source_id for a in e.anchors}) == 1 for e in dossier.events.values())
    unclear = sum(event.dating is None for event in dossier.events.values())
    found: list[Md] = []
    if undated:
        named = join(", ", [leaf.source(source.id, source.label) for source in undated])
        found.append(
            join(" ", [f"{count(len(undated), 'source')} without a date of its own:", named])
        )
    if lone:
        found.append(safe(f"{count(lone, 'event')} told by one document only."))
    if unclear:
        found.append(safe(f"{count(unclear, 'event')} that no source dates."))
    return [Entry((join(" ", [words, class_tag("Derived")]),)) for words in found]


def _source(leaf: Leaf, source: Source) -> Entry:
    note = leaf.book.dossier.source_notes.get(source.id)
    grade = f"{note.reliability.value}: {note.reason}" if note else "F: not assessed"
    return Entry((leaf.labelled(source.id), leaf.source_date(source.id), say_origin(source), grade))
