"""The timeline: a drawing, and the list in order of time that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.model import Event
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import event_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, tag
from dossier.render.periods import Unit, clip_silences, say_period, say_silence
from dossier.render.timeline import Silences, draw_timeline, silences_of
from dossier.render.timeline_layout import group_by_lane
from dossier.render.views.lists import Section
from dossier.render.words import count


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline: drawing, list, and what has no date."""

    count: str
    skip: Md
    drawing: Md
    sections: tuple[Section, ...]
    undated: Md


def view_timeline(leaf: Leaf) -> TimelineView:
    """Draw all events and list them again in the same order."""
    events = tuple(leaf.book.dossier.events.values())
    silences = silences_of(events)
    sections = list_in_order(leaf, events, silences, Unit.YEAR)
    return TimelineView(
        count=count(len(events), "event"),
        skip=skip_drawing(leaf, sections),
        drawing=draw_timeline(
            leaf.page, events, "timeline", "All events in time", silences=silences
        ),
        sections=sections,
        undated=list_events(leaf, [event for event in events if event.dating is None]),
    )


def list_in_order(
    leaf: Leaf, events: Sequence[Event], silences: Silences, unit: Unit
) -> tuple[Section, ...]:
    """List dated events lane by lane, and say of which stretches no source tells."""
    lanes = group_by_lane(events, unit)
    sections = []
    told_until = lanes[0][0].end if lanes else date.min
    for lane, held in lanes:
        quiet = clip_silences(silences, told_until, lane.start, unit)
        lead = " ".join(f"{say_silence(silence)}." for silence in quiet)
        ident = f"y{lane.start:%Y}-{lane.last:%Y}"
        sections.append(Section(say_period(lane), ident, lead, list_events(leaf, held)))
        told_until = max(told_until, lane.end)
    return tuple(sections)


def skip_drawing(leaf: Leaf, sections: Sequence[Section]) -> Md:
    """Lead those who come by keyboard or ear past the drawing."""
    if not sections:
        return Md("")
    way = link(leaf.page, leaf.page, "Skip the drawing: the list says the same", sections[0].id)
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
