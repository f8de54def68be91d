"""The timeline: drawings, and lists in order of time that say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossier.model import Event
from dossier.render.chapters import Chapter, Outline
from dossier.render.leaf import Leaf
from dossier.render.links import TIMELINE, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, tag
from dossier.render.overview import Places, draw_overview, say_cell, say_row
from dossier.render.periods import (
    Period,
    Unit,
    clip_silences,
    find_extent,
    say_period,
    say_silence,
    widen,
)
from dossier.render.tallies import Overview, Row, count_by_period, find_row_silences
from dossier.render.timeline import draw_timeline
from dossier.render.views.lists import Section
from dossier.render.views.timeline_list import list_events, list_in_order, skip_drawing
from dossier.render.words import count

MOST_IN_A_LANE = 30
"""Events of a year drawn on one lane; of more, each month has its own."""

_LONGER, _SEVERAL = "Longer, or dated less closely", "several years"
_LINE, _NOTHING = Md("\n"), Md("")


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A page of the timeline: drawing, list, and the ways to its other pages."""

    title: str
    count: str
    sections: tuple[Section, ...]
    crumb: Md = _NOTHING
    around: Md = _NOTHING
    skip: Md = _NOTHING
    drawing: Md = _NOTHING
    periods: Md = _NOTHING
    also: Md = _NOTHING


def view_timeline(leaf: Leaf) -> TimelineView:
    """Draw all events and list them; of many, count them by period and lead to their pages."""
    outline = leaf.book.outline
    view = view_chapter(leaf, outline.whole, TIMELINE)
    if not outline.undated.own:
        return view
    if outline.undated.path == TIMELINE:
        undated = Section("Undated", "undated", "", list_events(leaf, outline.undated.own))
        return replace(view, sections=(*view.sections, undated))
    number = count(len(outline.undated.own), "event")
    way = link(leaf.page, outline.undated.path, f"{number} without a date")
    return replace(view, also=join(_LINE, [view.also, tag("p", way, class_="onward")]))


def view_undated(leaf: Leaf, path: str) -> TimelineView:
    """List events without a date, where they have pages of their own."""
    undated = leaf.book.outline.undated
    own = dict(undated.sheets)[path]
    section = Section("In order of their addresses", "list", "", list_events(leaf, own))
    return TimelineView(
        title="Timeline: undated",
        count=f"{count(len(undated.own), 'event')} that no source dates.",
        sections=(section,),
        crumb=_crumb(leaf, (leaf.book.outline.whole,)),
        around=_say_sheets(leaf, undated, path),
    )


def view_chapter(leaf: Leaf, chapter: Chapter, path: str) -> TimelineView:
    """Draw and list the events of a period.

    Args:
        leaf: The page.
        chapter: The period.
        path: Which of its pages this is.
    """
    outline = leaf.book.outline
    own = dict(chapter.sheets)[path]
    title = f"Timeline: {chapter.name}" if chapter.name else "Timeline"
    trail = outline.trail_to(chapter.period)[:-1] if chapter.period else ()
    if path != chapter.path:
        trail = (*trail, chapter)
    view = TimelineView(
        title=title,
        count=f"{_count_all(outline, chapter)} in order of time",
        sections=(),
        crumb=_crumb(leaf, trail),
        around=join(_LINE, [_say_sheets(leaf, chapter, path), _say_around(leaf, chapter)]),
        also=_say_also(leaf, chapter),
    )
    if not chapter.parts:
        return _as_leaf(leaf, view, chapter, own)
    section = _longer(leaf, chapter, own)
    if path != chapter.path:
        return replace(view, sections=section)
    return _as_overview(leaf, replace(view, sections=section), chapter)


def _as_leaf(
    leaf: Leaf, view: TimelineView, chapter: Chapter, own: Sequence[Event]
) -> TimelineView:
    """A period whose events are drawn one by one."""
    outline = leaf.book.outline
    is_long = chapter.unit in (None, Unit.DECADE)
    is_thin = chapter.unit is Unit.YEAR and len(own) <= MOST_IN_A_LANE
    unit = Unit.YEAR if is_long or is_thin else Unit.MONTH
    sections = list_in_order(leaf, own, outline.silences[unit], unit)
    title = f"Events in time, {chapter.name}" if chapter.name else "All events in time"
    drawing = draw_timeline(
        leaf.page, own, "timeline", title, silences=outline.silences[unit], unit=unit
    )
    skip = skip_drawing(leaf, sections[0].id) if sections else _NOTHING
    return replace(view, sections=sections, drawing=drawing, skip=skip)


def _as_overview(leaf: Leaf, view: TimelineView, chapter: Chapter) -> TimelineView:
    """A period whose events are counted by shorter ones."""
    places = Places(leaf.page, leaf.book.outline)
    overview = count_by_period(chapter)
    name = chapter.name or "all events"
    return replace(
        view,
        count=f"{_count_all(leaf.book.outline, chapter)}, counted by {_UNITS[overview.unit]}",
        drawing=draw_overview(places, chapter, overview, "periods", f"Events counted: {name}"),
        skip=skip_drawing(leaf, "periods"),
        periods=_list_periods(places, overview),
    )


_UNITS = {Unit.YEAR: "year", Unit.MONTH: "month", Unit.DAY: "day"}


def _count_all(outline: Outline, chapter: Chapter) -> str:
    """Count a period's events; of the whole, those without a date with them."""
    undated = len(outline.undated.own) if chapter.period is None else 0
    return count(len(chapter.events) + undated, "event")


def _list_periods(places: Places, overview: Overview) -> Md:
    """List the counts that are drawn, each with the way to its page."""
    entries = []
    told_until = overview.rows[0].period.start if overview.rows else date.min
    silences, unit = places.outline.silences[overview.rows_of], overview.rows_of
    for row in overview.rows:
        quiet = clip_silences(silences, told_until, row.period.start, unit)
        entries += [Entry((safe(f"{say_silence(one)}."),), css="silent") for one in quiet]
        entries.append(Entry((_say_row(places, overview, row),)))
        told_until = row.period.end
    if overview.loose:
        entries.append(Entry((_say_loose(places, overview.loose),)))
    return bullets(entries, "period-list", "ol")


def _say_row(places: Places, overview: Overview, row: Row) -> Md:
    named = tag("a", say_row(overview, row), href=places.way_to(row.period, row.events))
    cells = [
        tag(
            "a",
            f"{say_cell(overview.unit, cell.period)} ({len(cell.events):,})",
            href=places.way_to(cell.period, cell.events),
        )
        for cell in row.cells
        if cell.events
    ]
    parts = [
        tag("span", join(" ", [named, count(len(row.events), "event")]), class_="period"),
        tag("span", join(" ", cells), class_="cells") if cells else _NOTHING,
        _say_loose(places, row.loose) if row.loose else _NOTHING,
    ]
    silences = places.outline.silences[overview.rows_of]
    quiet = [say_period(one) for one in find_row_silences(silences, overview, row)]
    if quiet:
        parts.append(tag("span", f"No collected sources: {', '.join(quiet)}.", class_="silent"))
    return join(" ", [part for part in parts if part])


def _say_loose(places: Places, events: Sequence[Event]) -> Md:
    """Count events that last longer than a cell or are dated less closely, by their page."""
    by_page: dict[str, list[Event]] = {}
    for event in events:
        by_page.setdefault(places.outline.pages[event.id], []).append(event)
    ways = [
        link(places.page, page, f"{len(held):,} of {_name_holder(places, held[0])}", held[0].id)
        for page, held in by_page.items()
    ]
    return tag("span", join(" ", [f"{_LONGER}:", join(", ", ways)]), class_="longer")


def _name_holder(places: Places, event: Event) -> str:
    """Name the period with which an event stands."""
    extent = find_extent(event.dating.value) if event.dating else None
    holder = places.outline.find_chapter(extent) if extent else places.outline.whole
    return holder.name or _SEVERAL


def _longer(leaf: Leaf, chapter: Chapter, own: Sequence[Event]) -> tuple[Section, ...]:
    """The events of a divided period that none of its parts holds, drawn on one lane."""
    extents = [find_extent(event.dating.value) for event in own if event.dating]
    if not extents:
        return ()
    lane = chapter.period
    if lane is None:
        hull = Period(min(one.start for one in extents), max(one.end for one in extents))
        lane = widen(Unit.YEAR, hull)
    drawing = draw_timeline(
        leaf.page,
        own,
        "longer",
        "Events that last longer or are dated less closely",
        silences=(),
        unit=Unit.MONTH if chapter.period else Unit.YEAR,
        lane=lane,
    )
    body = [skip_drawing(leaf, own[0].id), drawing, list_events(leaf, own)]
    lead = "No shorter period holds all the days that these can mean."
    return (Section(_LONGER, "longer", lead, join(_LINE, body)),)


# --- ways to other pages


def _crumb(leaf: Leaf, trail: Sequence[Chapter]) -> Md:
    ways = [link(leaf.page, outer.path, outer.name or "Timeline") for outer in trail]
    return tag("p", join(" › ", ways), class_="crumb") if ways else _NOTHING


def _say_around(leaf: Leaf, chapter: Chapter) -> Md:
    """Lead to the pages of the time just before and just after."""
    before, after = leaf.book.outline.find_neighbours(chapter)
    ways = [
        join(" ", [f"{word}:", link(leaf.page, other.path, other.name)])
        for word, other in (("Before", before), ("Next", after))
        if other is not None
    ]
    return tag("p", join(" · ", ways), class_="onward") if ways else _NOTHING


def _say_sheets(leaf: Leaf, chapter: Chapter, path: str) -> Md:
    """Lead from one page of a period to its others."""
    if len(chapter.sheets) == 1:
        return _NOTHING
    ways = [
        safe(f"{n}") if sheet == path else link(leaf.page, sheet, f"{n}")
        for n, (sheet, _) in enumerate(chapter.sheets, 1)
    ]
    return tag("p", join(" ", ["Pages:", *ways]), class_="onward sheets")


def _say_also(leaf: Leaf, chapter: Chapter) -> Md:
    """Count what may fall into a period but stands with a longer one."""
    if chapter.period is None:
        return _NOTHING
    outline = leaf.book.outline
    ways = []
    for outer in outline.trail_to(chapter.period)[:-1]:
        found = [event for event in outer.own if _may_fall_into(event, chapter.period)]
        if found:
            words = f"{count(len(found), 'event')} of {outer.name or _SEVERAL}"
            ways.append(link(leaf.page, outline.pages[found[0].id], words, found[0].id))
    if not ways:
        return _NOTHING
    lead = "Longer, or dated less closely, and so on another page:"
    return tag("p", join(" ", [lead, join(", ", ways)]), class_="onward")


def _may_fall_into(event: Event, period: Period) -> bool:
    extent = find_extent(event.dating.value) if event.dating else None
    return extent is not None and extent.start < period.end and period.start < extent.end
