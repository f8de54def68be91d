"""Which pages there are, and what each shows: a page that every dossier has is one entry here."""

from collections.abc import Callable, Iterator

from dossier.dates import describe, make_day
from dossier.render.book import Book
from dossier.render.compared import list_compared
from dossier.render.exports import Export
from dossier.render.leaf import Leaf
from dossier.render.links import (
    ACTORS,
    BRIEF,
    BRIEFING,
    CHANGES,
    COMPARE,
    DATA,
    DATES,
    EVENTS,
    FINDING_AIDS,
    FINDINGS,
    FRAMING,
    KNOWN,
    MAP,
    MATRIX,
    METHOD,
    NETWORK,
    ORIGINS,
    PHRASES,
    QUOTATIONS,
    SOURCES,
    TIMELINE,
    actor_page,
    event_page,
    known_page,
    source_page,
)
from dossier.render.page import EDITS, Page
from dossier.render.paper import bind_paper, view_paper
from dossier.render.uses import find_uses
from dossier.render.views.actor import view_actor
from dossier.render.views.brief import view_brief
from dossier.render.views.briefing import view_briefing
from dossier.render.views.changes import view_changes
from dossier.render.views.compare import view_compare
from dossier.render.views.event import view_event
from dossier.render.views.finding_aids import view_finding_aids
from dossier.render.views.framing import view_framing, view_phrases
from dossier.render.views.known import view_known, view_known_list
from dossier.render.views.lists import view_actors, view_events, view_sources
from dossier.render.views.map import view_map
from dossier.render.views.matrix import view_matrix
from dossier.render.views.method import view_data, view_method
from dossier.render.views.network import view_network
from dossier.render.views.origins import view_origins
from dossier.render.views.registers import view_dates, view_findings, view_quotations
from dossier.render.views.source import view_source
from dossier.render.views.timeline import view_chapter, view_timeline, view_undated
from dossier.render.words import label


def list_pages(book: Book, exports: tuple[Export, ...]) -> Iterator[Page]:
    """List every page, its view worded.

    Args:
        book: The dossier.
        exports: What the data page lists.
    """
    dossier = book.dossier
    uses = find_uses(book)
    yield from _fixed_pages(book, exports)
    yield Page(
        SOURCES,
        "Sources",
        "Every article of the dossier, its date and how much of it is used.",
        f"{EDITS}/sources",
        "sources",
        view_sources(Leaf(book, SOURCES), uses),
    )
    yield from _timeline_pages(book)
    for snapshot in dossier.snapshots:
        path = known_page(snapshot.day)
        day = describe(make_day(snapshot.day))
        yield Page(
            path,
            f"As known on {day}",
            f"What could have been written on {day}, from what had appeared by then.",
            "seeds/articles",
            "known_day",
            view_known(Leaf(book, path), snapshot),
        )
    for event in dossier.events.values():
        path = event_page(event.id)
        yield Page(
            path,
            event.title,
            f"{label(event.event_type)}: {event.title}. Who says so, in which words, and when.",
            f"{EDITS}/events/{event.id}.yml",
            "event",
            view_event(Leaf(book, path), event),
        )
    for actor in book.published_actors():
        path = actor_page(actor.id)
        yield Page(
            path,
            actor.name,
            f"{actor.name}: names, offices, events, words and links, each with its source.",
            f"{EDITS}/actors/{actor.id}.yml",
            "actor",
            view_actor(Leaf(book, path), actor),
        )
    for source in dossier.sources.values():
        path = source_page(source.id)
        title = source.title.value or source.path
        yield Page(
            path,
            f"{source.label}: {title}",
            f"Source {source.label}, sentence by sentence, with what rests on each.",
            f"{EDITS}/sources/{source.id}.yml",
            "source",
            view_source(Leaf(book, path), source, uses),
        )
    yield from list_compared(book)
    yield from _paper_pages(book)


def _fixed_pages(book: Book, exports: tuple[Export, ...]) -> Iterator[Page]:
    yield Page(
        BRIEFING,
        book.settings.title,
        book.settings.subtitle or "Who, when, where and who says so, on one page.",
        f"{EDITS}/briefing.yml",
        "briefing",
        view_briefing(Leaf(book, BRIEFING)),
    )
    for path, title, description, made_from, view in _FIXED:
        yield Page(path, title, description, made_from, _template(path), view(Leaf(book, path)))
    yield Page(
        DATA,
        "Data",
        "The dossier as files for other programs.",
        EDITS,
        "data",
        view_data(Leaf(book, DATA), exports),
    )


def _timeline_pages(book: Book) -> Iterator[Page]:
    """The pages of a timeline that is too long for one."""
    description = "The events of a period in order of time."
    for chapter in book.outline.chapters():
        for number, (path, _) in enumerate(chapter.sheets, 1):
            if path == TIMELINE:
                continue
            named = chapter.name or "longer, or dated less closely"
            title = f"Timeline: {named}{f', page {number}' if number > 1 else ''}"
            view = view_chapter(Leaf(book, path), chapter, path)
            yield Page(path, title, description, f"{EDITS}/events", "timeline", view)
    for number, (path, own) in enumerate(book.outline.undated.sheets, 1):
        if path != TIMELINE and own:
            title = f"Timeline: undated{f', page {number}' if number > 1 else ''}"
            view_of = view_undated(Leaf(book, path), path)
            yield Page(
                path, title, "Events without a date.", f"{EDITS}/events", "timeline", view_of
            )


def _paper_pages(book: Book) -> Iterator[Page]:
    """The volumes of the paper edition; sources stand in a single one anyway."""
    volumes = bind_paper(book)
    for number, (volume, view) in enumerate(view_paper(book, volumes), 1):
        title = f"For paper, volume {number}" if number > 1 else "For paper"
        yield Page(
            volume.path,
            title,
            "The whole dossier in one piece, made for paper, with numbered notes.",
            EDITS,
            "paper",
            view,
            found=number == 1,
            foot=len(volumes) > 1,
        )


def _template(path: str) -> str:
    """Templates are named as the pages are, those of lists as their folders."""
    return path.removesuffix(".md").removesuffix("/index")


_FIXED: tuple[tuple[str, str, str, str, Callable[[Leaf], object]], ...] = (
    (
        BRIEF,
        "Brief",
        "The dossier on one sheet of paper, with what it leaves out.",
        f"{EDITS}/briefing.yml",
        view_brief,
    ),
    (
        FINDING_AIDS,
        "Search",
        "Where to look without the search.",
        EDITS,
        view_finding_aids,
    ),
    (
        EVENTS,
        "Events",
        "Every event of the dossier, with its date, status and evidence.",
        f"{EDITS}/events",
        view_events,
    ),
    (
        ACTORS,
        "Actors",
        "Every person and body of the dossier.",
        f"{EDITS}/actors",
        view_actors,
    ),
    (
        TIMELINE,
        "Timeline",
        "Every event in time; the length of a mark says how little is known.",
        f"{EDITS}/events",
        view_timeline,
    ),
    (
        KNOWN,
        "As known on",
        "What could have been written on earlier days, from what had appeared by then.",
        "seeds/articles",
        view_known_list,
    ),
    (
        NETWORK,
        "Network",
        "Who is tied to whom, by what, when and according to whom.",
        EDITS,
        view_network,
    ),
    (
        MAP,
        "Map",
        "Where events are said to be, no more exactly than the sources say it.",
        f"{EDITS}/places.yml",
        view_map,
    ),
    (
        MATRIX,
        "Matrix",
        "Which source tells which event, and by which words it names whom.",
        EDITS,
        view_matrix,
    ),
    (
        COMPARE,
        "Side by side",
        "Two actors on what they share, two sources on what both tell.",
        EDITS,
        view_compare,
    ),
    (
        QUOTATIONS,
        "Quotations",
        "Who said what, at what occasion, and through whom it reached us.",
        f"{EDITS}/quotations.yml",
        view_quotations,
    ),
    (
        FINDINGS,
        "Findings",
        "Where the sources disagree, what nobody answers, and what came of forecasts.",
        f"{EDITS}/findings",
        view_findings,
    ),
    (
        FRAMING,
        "Framing",
        "How each source words what it tells, side by side.",
        EDITS,
        view_framing,
    ),
    (
        PHRASES,
        "Phrases",
        "Formulas that come back in quotations, over time and from mouth to mouth.",
        EDITS,
        view_phrases,
    ),
    (
        ORIGINS,
        "Origins",
        "Whom each source takes its matter from, and which sources are copies.",
        f"{EDITS}/sources",
        view_origins,
    ),
    (
        DATES,
        "Dates",
        "Every date of the dossier by how it is known.",
        EDITS,
        view_dates,
    ),
    (
        CHANGES,
        "What changed",
        "What is new, changed and gone since an earlier build, and why.",
        "seeds/previous.json",
        view_changes,
    ),
    (
        METHOD,
        "Method",
        "What this dossier is and is not, how it was made, and the words it uses.",
        "seeds/dossier.yml",
        view_method,
    ),
)
"""Pages that every dossier has: path, title, description, what they are made from, view."""
