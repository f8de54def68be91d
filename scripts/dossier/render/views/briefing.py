"""The briefing: who, when, where and who says so, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Actor, BottomLine, Event, Finding, Source
from dossier.render.cards import claim_entry, sides
from dossier.render.chips import chips
from dossier.render.leaf import MOST_CHIPS, MOST_IN_A_LINE, Leaf
from dossier.render.links import (
    ACTORS,
    BRIEF,
    EVENTS,
    FINDINGS,
    SOURCES,
    actor_page,
    event_page,
    link,
)
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, fold, table, tag
from dossier.render.offices import say_office
from dossier.render.periods import Unit
from dossier.render.timeline import draw_timeline, list_drawn
from dossier.render.views.gaps import count_reviewed, find_gaps
from dossier.render.views.glance import answer_at_a_glance, rank_actors, say_period
from dossier.render.views.lists import ACTORS_TABLE, say_origin, tally
from dossier.render.views.question import question_entry
from dossier.render.views.shared import as_of_words
from dossier.render.words import capital, count, label
from dossier.vocabulary import EventTier, FindingStatus, Gravity

MOST_LINES = 5
MOST_ACTORS = 10
MOST_QUESTIONS = 5
MOST_SOURCES = 8
MOST_DRAWN = 25
"""Events drawn on the briefing; the timeline page draws all."""


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
    drawn: str
    actors: Md
    claims: Md
    findings: Md
    more_findings: str
    gaps: Md
    questions: Md
    more_questions: str
    source_summary: str
    sources: Md
    more_sources: str


def view_briefing(leaf: Leaf) -> BriefingView:
    """Word the briefing.

    Args:
        leaf: The page.
    """
    dossier, settings = leaf.book.dossier, leaf.book.settings
    events = tuple(dossier.events.values())
    core = core_events(leaf)
    dated = [event for event in core if event.dating is not None]
    drawn = choose_events(leaf, dated, MOST_DRAWN)
    written = [_line(leaf, line) for line in dossier.bottom_line[:MOST_LINES]]
    chosen = [event_line(leaf, event) for event in choose_events(leaf, events, MOST_LINES)]
    grave = [f for f in dossier.findings if f.gravity is Gravity.HIGH]
    actors = rank_actors(leaf)
    return BriefingView(
        title=settings.title,
        subtitle=settings.subtitle,
        scope=leaf.prose(settings.scope),
        counts=_counts(leaf),
        bottom_line=bullets(written or chosen),
        is_automatic=not written,
        glance=answer_at_a_glance(leaf, core, actors),
        timeline=join(
            Md("\n"),
            [
                draw_timeline(
                    leaf.page,
                    drawn,
                    "core",
                    "The core events in time",
                    silences=leaf.book.outline.silences[Unit.YEAR],
                ),
                list_drawn(leaf.page, drawn),
            ],
        ),
        drawn=_say_drawn(len(drawn), len(events)),
        actors=table(
            ("Name", "Side", "Office or function", "Named in"),
            [_actor(leaf, actor) for actor in actors[:MOST_ACTORS]],
            ACTORS_TABLE,
        ),
        claims=bullets([claim_entry(leaf, claim) for claim in dossier.claims]),
        findings=bullets([_finding(leaf, f) for f in grave[:MOST_LINES]]),
        more_findings=_say_findings(len(dossier.findings)),
        gaps=bullets(find_gaps(leaf), "gaps"),
        questions=bullets([question_entry(leaf, q) for q in dossier.questions[:MOST_QUESTIONS]]),
        more_questions=_say_all(len(dossier.questions), MOST_QUESTIONS, "open questions"),
        source_summary=_say_sources(leaf),
        sources=table(
            ("Source", "Published", "Author and outlet", "Reliability"),
            [_source(leaf, source) for source in _most_used(leaf)],
            "facts sources",
        ),
        more_sources=_say_all(len(dossier.sources), MOST_SOURCES, "sources"),
    )


def _counts(leaf: Leaf) -> Md:
    dossier = leaf.book.dossier
    reviewed, pages = count_reviewed(leaf)
    share = f"all {pages:,}" if reviewed == pages else f"{reviewed:,} of {pages:,}"
    tallies = [
        safe(capital(as_of_words(leaf.book))),
        link(leaf.page, SOURCES, count(len(dossier.sources), "document")),
        link(leaf.page, ACTORS, count(len(leaf.book.published_actors()), "actor")),
        link(leaf.page, EVENTS, count(len(dossier.events), "event")),
        link(leaf.page, FINDINGS, count(len(dossier.findings), "finding")),
        safe(f"{share} pages reviewed") if pages else Md(""),
        link(leaf.page, BRIEF, "on one sheet"),
    ]
    return tag("p", join(" · ", tallies), class_="counts")


def _say_drawn(drawn: int, events: int) -> str:
    return f"{drawn:,} of {events:,} events" if drawn < events else ""


def _say_findings(number: int) -> str:
    return f"All {number:,} findings" if number > 1 else "The finding"


def _say_all(number: int, shown: int, noun: str) -> str:
    """Such as "All 11 open questions"; empty where all are shown."""
    return f"All {number:,} {noun}" if number > shown else ""


def _line(leaf: Leaf, line: BottomLine) -> Entry:
    # A line put together from several sources has no count that holds for all of it.
    one_source = len({anchor.source_id for anchor in line.anchors}) == 1
    counted = leaf.origins(line.anchors) if one_source else Md("")
    chipped = chips(leaf.evidence(line.anchors, MOST_IN_A_LINE), counted)
    return Entry((join(" ", [leaf.prose(line.text), chipped]),))


def event_line(leaf: Leaf, event: Event, most: int = MOST_CHIPS) -> Entry:
    """An event in a line: date, title, at most so many places, and how independent they are."""
    page = event_page(event.id)
    evidence = leaf.evidence(event.anchors, most, page)
    parts = [
        leaf.event_date(event),
        link(leaf.page, page, event.title),
        chips(evidence, leaf.origins(event.anchors)),
    ]
    return Entry((join(" ", parts),))


def core_events(leaf: Leaf) -> list[Event]:
    """The events that are what the dossier is about; all where none is."""
    events = list(leaf.book.dossier.events.values())
    return [event for event in events if event.tier is EventTier.CORE] or events


def choose_events(leaf: Leaf, events: Sequence[Event], most: int) -> list[Event]:
    """Choose the events for which most speaks, in their own order.

    Where as much speaks for several, those of the actors with most events come first.
    """
    tiers = list(EventTier)
    parts = leaf.book.parts

    def weight(event: Event) -> tuple[int, float, int, int, int, str]:
        told = {anchor.source_id for anchor in event.anchors}
        active = sum(len(parts.get(part.actor_id or "", ())) for part in event.participants)
        tier = tiers.index(event.tier)
        return tier, -event.score, -len(told), -active, -len(event.anchors), event.id

    chosen = {event.id for event in sorted(events, key=weight)[:most]}
    return [event for event in events if event.id in chosen]


def _actor(leaf: Leaf, actor: Actor) -> Entry:
    role = actor.roles[-1] if actor.roles else None
    page = actor_page(actor.id)
    held = Md("")
    if role is not None:
        held = join(" ", [capital(say_office(role)), leaf.evidence(role.anchors[:1])])
    return Entry((link(leaf.page, page, actor.name), actor.side, held, tally(leaf, actor)))


def _finding(leaf: Leaf, finding: Finding) -> Entry:
    title = link(leaf.page, FINDINGS, label(finding.finding_type), finding.id)
    became = "" if finding.status is FindingStatus.OPEN else label(finding.status)
    words = [title + Md(":"), leaf.prose(finding.text), tag("strong", became) if became else ""]
    shown = fold("The words on each side", sides(leaf, finding))
    return Entry((join(Md("\n"), [tag("p", join(" ", words)), shown]),), css="grave")


def _most_used(leaf: Leaf) -> list[Source]:
    """The sources that tell of most events, in their own order."""
    sources = list(leaf.book.dossier.sources.values())
    ranked = sorted(sources, key=lambda source: -len(leaf.book.tells.get(source.id, ())))
    chosen = {source.id for source in ranked[:MOST_SOURCES]}
    return [source for source in sources if source.id in chosen]


def _say_sources(leaf: Leaf) -> str:
    """Say how many there are and from when to when they appeared, where not all are shown."""
    sources = leaf.book.dossier.sources
    if len(sources) <= MOST_SOURCES:
        return ""
    published = leaf.book.dossier.calendar.published
    period = say_period([published[key].value for key in sources if key in published])
    when = f", published {period}" if period else ""
    return f"{count(len(sources), 'document')}{when}. These tell of most events:"


def _source(leaf: Leaf, source: Source) -> Entry:
    note = leaf.book.dossier.source_notes.get(source.id)
    grade = Md("")
    if note is not None and note.origin:
        grade = join(" ", [tag("strong", note.reliability.value), f"{note.reason.rstrip('.')}."])
    return Entry((leaf.labelled(source.id), leaf.source_date(source.id), say_origin(source), grade))
