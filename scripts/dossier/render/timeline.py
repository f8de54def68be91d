"""Draw events in time, as an SVG that is legible on paper and to a screen reader.

A lane is a year or a month, or as many as an event can mean; a stretch of which no collected
source tells anything is squeezed into a line that says so. Within its lane a day is a dot, a
range a bar, an open end fades out, and what was only announced or forecast is hollow: how long
a mark is says how little is known. Everything is placed here; colours are left to the style
sheet, which a strict content policy allows where inline style is not. So is what is shown where:
on a phone and on paper a list takes the drawing's place.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from dossier.dates import describe
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.links import event_page, href, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, block, bullets, tag
from dossier.render.periods import (
    Period,
    Unit,
    clip_silences,
    find_period,
    find_silences,
    parts_of,
    say_months,
    say_period,
    say_silence,
)
from dossier.render.timeline_layout import (
    WIDTH,
    Mark,
    Side,
    find_x,
    group_by_lane,
    order,
    place_marks,
)
from dossier.render.timeline_legend import draw_legend, say_kind
from dossier.render.words import capital, count, label
from dossier.vocabulary import EventTier

_ROW, _HEAD, _GAP, _PAD, _BETWEEN = 22, 20, 20, 5, 2
_MOST_TICKS = {Unit.DAY: 31, Unit.MONTH: 12, Unit.YEAR: 20, Unit.DECADE: 20}
"""Names that fit beside each other."""

Silences = tuple[Period, ...]


def silences_of(events: Iterable[Event]) -> Silences:
    """Find the stretches to which none of the events is dated, for lanes of years."""
    return find_silences((event.dating.value for event in events if event.dating), Unit.YEAR)


def draw_timeline(
    page: str,
    events: Sequence[Event],
    ident: str,
    title: str,
    *,
    silences: Silences,
    unit: Unit = Unit.YEAR,
    lane: Period | None = None,
) -> Md:
    """Draw events in time.

    Args:
        page: The page the drawing stands on.
        events: Any events; undated ones are left out.
        ident: Begins the ids of the drawing's parts; unique on the page.
        title: What is shown.
        silences: Of all events that are known, drawn here or not: what is left out here is no
            gap in the collection.
        unit: What a lane is at least, a year or a month.
        lane: The one lane to draw all on; None for lanes of their own.

    Returns:
        A figure; empty if no event has a date.
    """
    lanes = group_by_lane(events, unit)
    if not lanes:
        return Md("")
    if lane is not None:
        lanes = ((lane, tuple(sorted((e for e in events if e.dating), key=order))),)
    drawn, height = _draw_lanes(page, lanes, silences, unit)
    number = sum(len(held) for _, held in lanes)
    spanned = Period(lanes[0][0].start, max(lane.end for lane, _ in lanes))
    description = (
        f"{count(number, 'event')}, {say_period(spanned)}. "
        "Each mark links to its event; a list says the same."
    )
    svg = [
        f'<svg class="timeline-drawing" viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-labelledby="{ident}-title {ident}-desc">',
        tag("title", title, id=f"{ident}-title"),
        tag("desc", description, id=f"{ident}-desc"),
        _FADES,
        *drawn,
        "</svg>",
    ]
    return block("figure", [*(Md(line) for line in svg), draw_legend(events)], "viz viz-timeline")


def list_drawn(page: str, events: Sequence[Event]) -> Md:
    """List drawn events in short, for phones and paper, where no drawing is shown."""
    entries = [
        Entry(
            (
                join(
                    " ",
                    [
                        tag("span", capital(describe(event.dating.value)), class_="when"),
                        link(page, event_page(event.id), event.title),
                    ],
                ),
            )
        )
        for _, held in group_by_lane(events)
        for event in held
        if event.dating is not None
    ]
    return bullets(entries, "timeline-list instead", "ol")


def _fade(tier: str) -> str:
    """Two gradients of a tier's colour: out of nothing and into nothing."""
    out, full = '<stop offset="{}" stop-opacity="0"/>', '<stop offset="{}"/>'
    ends = {"start": out.format(0) + full.format(1), "end": full.format(0) + out.format(1)}
    return "".join(
        f'<linearGradient id="fade-{tier}-{end}" class="fade-{tier}">{stops}</linearGradient>'
        for end, stops in ends.items()
    )


_FADES = f"<defs>{''.join(_fade(tier.value) for tier in EventTier)}</defs>"


def _draw_lanes(
    page: str,
    lanes: Sequence[tuple[Period, Sequence[Event]]],
    silences: Silences,
    unit: Unit,
) -> tuple[list[Md], int]:
    lines: list[Md] = []
    y, told_until = 0, lanes[0][0].end
    scale: list[str] = []
    for lane, held in lanes:
        for silence in clip_silences(silences, told_until, lane.start, unit):
            said = _text(say_silence(silence), WIDTH / 2, y + 14, "gap-label")
            lines.append(Md(f'<g class="gap">{said}</g>'))
            y += _GAP
        ground = _lay_ground(lane)
        ticks = _name_ticks(ground)
        names = [name for name, _, _ in ticks]
        # The scale is written anew wherever it changes.
        if names and names != scale:
            lines.append(_scale(ticks, y))
            y += _HEAD
        scale = names
        marks = place_marks(ground, held)
        rows = 1 + max(mark.row + (mark.side is Side.UNDER) for mark in marks)
        height = _ROW * rows + 2 * _PAD
        named = say_months(lane) if unit is Unit.MONTH else say_period(lane)
        entries = [_draw_mark(page, mark, y + _PAD + _ROW * (mark.row + 0.5)) for mark in marks]
        lines += [Md(_draw_lane(ticks, named, y, height)), *entries, Md("</g>")]
        y += height + _BETWEEN
        told_until = max(told_until, lane.end)
    return lines, y


Ticks = Sequence[tuple[str, float, float]]
"""Names of a lane's parts, and where each begins and ends."""


def _lay_ground(lane: Period) -> Period:
    """Give every month the width of the longest, so that one scale fits all."""
    longest = timedelta(days=_MOST_TICKS[Unit.DAY])
    is_month = lane == find_period(Unit.MONTH, lane.start) and date.max - lane.start > longest
    return Period(lane.start, lane.start + longest) if is_month else lane


def _name_ticks(lane: Period) -> Ticks:
    """Name the days, months, years or decades of a lane, whichever first are few enough."""
    for unit, most in _MOST_TICKS.items():
        parts = list(islice(parts_of(lane, unit), most + 1))
        if len(parts) <= most:
            return [
                (_name_tick(unit, n, part), find_x(lane, part.start), find_x(lane, part.end))
                for n, part in enumerate(parts)
            ]
    return ()


def _name_tick(unit: Unit, number: int, part: Period) -> str:
    if unit is Unit.DAY:
        return str(number + 1)
    return say_months(part) if unit is Unit.MONTH else str(part.start.year)


def _scale(ticks: Ticks, y: int) -> Md:
    names = [_text(name, (left + right) / 2, y + 13, "tick") for name, left, right in ticks]
    return Md(f'<g class="scale" aria-hidden="true">{"".join(names)}</g>')


def _grid(ticks: Ticks, y: int, height: int) -> str:
    drawn = "".join(f"M{left:g} {y}v{height}" for _, left, _ in ticks)
    return f'<path class="grid" d="{drawn}"/>' if drawn else ""


def _draw_lane(ticks: Ticks, named: str, y: int, height: int) -> str:
    """The ground that a lane's marks lie on; the group stays open for them."""
    band = f'<rect class="lane-band" x="0" y="{y}" width="{WIDTH}" height="{height}"/>'
    grid = _grid(ticks, y, height)
    return f'<g class="lane">{band}{grid}{_text(named, 8, y + _PAD + 16, "lane-label")}'


def _draw_mark(page: str, mark: Mark, y: float) -> Md:
    event = mark.event
    css = f"entry tier-{event.tier.value} status-{event.status.value}"
    css += " hollow" if is_pending(event) else ""
    css += " approximate" if mark.value.is_qualified else ""
    full = f"{describe(mark.value)}: {event.title} ({label(event.status).lower()})"
    css_of_label = "label label-before" if mark.side is Side.BEFORE else "label"
    shape = _shape(mark, y)
    down = _ROW if mark.side is Side.UNDER else 0
    text = _text(mark.label, mark.label_at, y + 4.5 + down, css_of_label)
    return tag(
        "a",
        join("", [tag("title", full), shape, text]),
        class_=css,
        href=href(page, event_page(event.id)),
    )


def _shape(mark: Mark, y: float) -> Md:
    if mark.value.is_day:
        return Md(f'<circle class="mark" cx="{mark.left:.1f}" cy="{y:.1f}" r="5"/>')
    css = f"mark {say_kind(mark.value)}".rstrip()
    width = mark.right - mark.left
    return Md(
        f'<rect class="{css}" x="{mark.left:.1f}" y="{y - 4:.1f}" width="{width:.1f}" '
        f'height="8" rx="4"/>'
    )


def _text(words: str, x: float, y: float, css: str) -> Md:
    return Md(f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{safe(words)}</text>')
