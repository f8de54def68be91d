"""Events of the timeline, listed in order of time."""

from collections.abc import Sequence
from datetime import date

from dossier.model import Event
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import event_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, tag
from dossier.render.periods import Period, Unit, clip_silences, say_period, say_silence
from dossier.render.timeline_layout import group_by_lane
from dossier.render.views.lists import Section


def list_in_order(
    leaf: Leaf, events: Sequence[Event], silences: Sequence[Period], unit: Unit
) -> tuple[Section, ...]:
    """List dated events lane by lane, and say of which stretches no source tells."""
    lanes = group_by_lane(events, unit)
    sections = []
    told_until = lanes[0][0].end if lanes else date.min
    for lane, held in lanes:
        quiet = clip_silences(silences, told_until, lane.start, unit)
        lead = " ".join(f"{say_silence(silence)}." for silence in quiet)
        ident = _name_section(lane, unit)
        sections.append(Section(say_period(lane), ident, lead, list_events(leaf, held)))
        told_until = max(told_until, lane.end)
    return tuple(sections)


def _name_section(lane: Period, unit: Unit) -> str:
    if unit is Unit.YEAR:
        return f"y{lane.start.year}-{lane.last.year}"
    return f"m{lane.start.isoformat()[:7]}-{lane.last.isoformat()[:7]}"


def skip_drawing(leaf: Leaf, fragment: str) -> Md:
    """Lead those who come by keyboard or ear past the drawing."""
    way = link(leaf.page, leaf.page, "Skip the drawing: the list says the same", fragment)
    return tag("p", way, class_="skip-drawing")


def list_events(leaf: Leaf, events: Sequence[Event]) -> Md:
    """List events in the order given, each with date, place, standing and evidence."""
    return bullets([_line(leaf, event) for event in events], "timeline-list", "ol")


def _line(leaf: Leaf, event: Event) -> Entry:
    place = leaf.place(event.place_id)
    page = event_page(event.id)
    told = [
        leaf.event(event.id),
        tag("span", place, class_="place") if place else "",
        leaf.standing(event),
        leaf.evidence(event.anchors, MOST_CHIPS, page),
    ]
    when = tag("span", leaf.event_date(event), class_="when")
    what = tag("span", join(" ", told), class_="what")
    css = f"tier-{event.tier.value} status-{event.status.value}"
    return Entry((join(" ", [when, what]),), id=event.id, css=css)
