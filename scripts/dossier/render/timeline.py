"""Draw events in time, as an SVG that is legible on paper and to a screen reader.

A lane is a year, or the span of years that an event can mean; years of which no collected
source tells anything are squeezed into a line that says so. Within its lane a day is a dot, a
range a bar, an open end fades out, and what was only announced or forecast is hollow: how long
a mark is says how little is known. Everything is placed here; colours are left to the style
sheet, which a strict content policy allows where inline style is not.
"""

from collections.abc import Sequence

from dossier.dates import describe
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.links import event_page, href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.timeline_layout import (
    LEFT,
    RIGHT,
    WIDTH,
    Lane,
    Mark,
    Side,
    find_gap,
    group_by_lane,
    place_marks,
    say_lane,
)
from dossier.render.words import count, label
from dossier.vocabulary import EventTier

_ROW, _HEAD, _GAP, _PAD, _BETWEEN = 22, 20, 20, 5, 2
_MOST_YEARS = 20
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def draw_timeline(page: str, events: Sequence[Event], ident: str, title: str) -> Md:
    """Draw events in time.

    Args:
        page: The page the drawing stands on.
        events: Any events; undated ones are left out.
        ident: Begins the ids of the drawing's parts; unique on the page.
        title: What is shown.

    Returns:
        A figure; empty if no event has a date.
    """
    lanes = group_by_lane(events)
    if not lanes:
        return Md("")
    drawn, height = _draw_lanes(page, lanes)
    number = sum(len(held) for _, held in lanes)
    description = (
        f"{count(number, 'event')} from {say_lane(lanes[0][0])} to {say_lane(lanes[-1][0])}. "
        "Each mark links to its event; the list of the timeline page says the same."
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
    caption = (
        "A dot is a day, a pale bar a date known only that closely, a full bar lasts from end to "
        "end, a fading end is open. Hollow: announced or forecast. Dashed: approximate."
    )
    return block(
        "figure", [*(Md(line) for line in svg), tag("figcaption", caption)], "viz viz-timeline"
    )


def _fade(tier: str) -> str:
    """Two gradients of a tier's colour: out of nothing and into nothing."""
    out, full = '<stop offset="{}" stop-opacity="0"/>', '<stop offset="{}"/>'
    ends = {"start": out.format(0) + full.format(1), "end": full.format(0) + out.format(1)}
    return "".join(
        f'<linearGradient id="fade-{tier}-{end}" class="fade-{tier}">{stops}</linearGradient>'
        for end, stops in ends.items()
    )


_FADES = f"<defs>{''.join(_fade(tier.value) for tier in EventTier)}</defs>"


def _draw_lanes(page: str, lanes: Sequence[tuple[Lane, Sequence[Event]]]) -> tuple[list[Md], int]:
    lines: list[Md] = []
    y, latest = 0, lanes[0][0]
    scale = ""
    for lane, held in lanes:
        gap = find_gap(latest, lane)
        if gap:
            words = f"{gap}: no event in the collected sources"
            lines.append(Md(f'<g class="gap">{_text(words, WIDTH / 2, y + 14, "gap-label")}</g>'))
            y += _GAP
        ticks = _ticks(lane)
        # The scale is written anew wherever it changes.
        if ticks and scale != "".join(ticks):
            lines.append(_scale(ticks, y))
            y += _HEAD
        scale = "".join(ticks)
        marks = place_marks(lane, held)
        rows = 1 + max(mark.row + (mark.side is Side.UNDER) for mark in marks)
        height = _ROW * rows + 2 * _PAD
        lines += _draw_lane(page, lane, marks, y, height)
        y += height + _BETWEEN
        latest = max(latest, lane, key=lambda years: years[1])
    return lines, y


def _ticks(lane: Lane) -> Sequence[str]:
    """Names of the parts of a lane: months of one year, or years; none where too many."""
    first, last = lane
    if first == last:
        return _MONTHS
    return tuple(map(str, range(first, last + 1))) if last - first < _MOST_YEARS else ()


def _scale(ticks: Sequence[str], y: int) -> Md:
    step = (RIGHT - LEFT) / max(len(ticks), 1)
    names = [_text(name, LEFT + step * (n + 0.5), y + 13, "tick") for n, name in enumerate(ticks)]
    return Md(f'<g class="scale" aria-hidden="true">{"".join(names)}</g>')


def _grid(ticks: Sequence[str], y: int, height: int) -> str:
    step = (RIGHT - LEFT) / max(len(ticks), 1)
    lines = [
        f'<line x1="{LEFT + step * n:.1f}" y1="{y}" x2="{LEFT + step * n:.1f}" y2="{y + height}"/>'
        for n in range(len(ticks))
    ]
    return f'<g class="grid" aria-hidden="true">{"".join(lines)}</g>'


def _draw_lane(page: str, lane: Lane, marks: Sequence[Mark], y: int, height: int) -> list[Md]:
    band = f'<rect class="lane-band" x="0" y="{y}" width="{WIDTH}" height="{height}"/>'
    name = _text(say_lane(lane), 8, y + _PAD + 16, "lane-label")
    entries = [_draw_mark(page, mark, y + _PAD + _ROW * mark.row + _ROW / 2) for mark in marks]
    grid = _grid(_ticks(lane), y, height)
    return [Md(f'<g class="lane">{band}{grid}{name}'), *entries, Md("</g>")]


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
    css = "mark"
    if mark.value.is_open_start:
        css = "mark open-start"
    elif mark.value.is_open_end:
        css = "mark open-end"
    elif "/" not in mark.value.edtf:
        css = "mark within"
    width = mark.right - mark.left
    return Md(
        f'<rect class="{css}" x="{mark.left:.1f}" y="{y - 4:.1f}" width="{width:.1f}" '
        f'height="8" rx="4"/>'
    )


def _text(words: str, x: float, y: float, css: str) -> Md:
    return Md(f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{safe(words)}</text>')
