"""Draw the events of two actors as two lanes with the shared events between them.

Time runs down, so that the drawing fits a phone without being shrunk and stands beside its list
on a wide screen. Each span of years in which anything begins or ends takes the same height;
what lies between such spans is squeezed into a line that says so. Marks are those of the
timeline: a dot is a day, a bar is as long as the date is wide.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dossier.dates import describe
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.lanes_layout import (
    FOOT,
    RADIUS,
    Axis,
    Spot,
    make_axis,
    place_spots,
    sort_dated,
)
from dossier.render.links import event_page, href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.network_layout import wrap_name
from dossier.render.words import count, label
from dossier.vocabulary import EventTier

_WIDTH, _GUTTER, _LANE = 400, 46, 118


class Lane(StrEnum):
    """Whose event it is."""

    LEFT = "left"
    BOTH = "both"
    RIGHT = "right"


def draw_lanes(
    page: str, names: tuple[str, str], events: Mapping[Lane, Sequence[Event]], ident: str
) -> Md:
    """Draw two lanes and what is shared between them.

    Args:
        page: The page the drawing stands on.
        names: Whose the left lane is, and whose the right.
        events: Events by lane, in any order; undated ones are left out.
        ident: Begins the ids of the drawing's parts; unique on the page.

    Returns:
        A figure; empty if no event has a date.
    """
    dated = {lane: sort_dated(events.get(lane, ())) for lane in Lane}
    values = [value for held in dated.values() for _, value in held]
    if not values:
        return Md("")
    axis = make_axis(values)
    height = axis.heights[-1] + FOOT
    drawn = [_draw_spans(axis)]
    for number, lane in enumerate(Lane):
        spots, crowded = place_spots(axis, dated[lane], _GUTTER + _LANE * (number + 0.5))
        drawn += [_draw_spot(page, spot) for spot in spots]
        drawn += [_say_crowded(y, more, number) for y, more in crowded]
    heads = [names[0], "Both", names[1]]
    counts = ", ".join(
        f"{count(len(dated[lane]), 'event')} of {head if lane is not Lane.BOTH else 'both'}"
        for lane, head in zip(Lane, heads, strict=True)
    )
    svg = [
        Md(
            f'<svg class="lanes-drawing" viewBox="0 0 {_WIDTH} {height:.0f}" role="group" '
            f'aria-labelledby="{ident}-title {ident}-desc">'
        ),
        tag("title", f"{names[0]} and {names[1]} in time", id=f"{ident}-title"),
        tag("desc", f"{counts}. The list beside it says the same.", id=f"{ident}-desc"),
        _FADES,
        *drawn,
        *(_draw_head(head, number) for number, head in enumerate(heads)),
        Md("</svg>"),
    ]
    caption = (
        "Time runs down. A dot is a day, a pale bar a date known only that closely, a full bar "
        "lasts from end to end, a fading end is open. Hollow: announced or forecast."
    )
    return block("figure", [*svg, tag("figcaption", caption)], "viz viz-lanes")


def _draw_spans(axis: Axis) -> Md:
    """Years, the lines between them, and what is squeezed."""
    parts: list[str] = []
    before: int | None = None
    for first, last, y, size in axis.spans:
        if before is not None and first > before + 1:
            words = _say_years(before + 1, first - 1) + ": nothing begins or ends"
            parts.append(_text(words, _GUTTER + 1.5 * _LANE, y - 6, "gap-label"))
        for number in (0, 2):
            x = _GUTTER + _LANE * number
            parts.append(
                f'<rect class="lane-band" x="{x}" y="{y:.1f}" width="{_LANE}" height="{size:.1f}"/>'
            )
        parts.append(f'<line class="year" x1="0" y1="{y:.1f}" x2="{_WIDTH}" y2="{y:.1f}"/>')
        parts.append(_text(_say_years(first, last), 2, y + 14, "tick"))
        before = last
    return Md(f'<g class="scale" aria-hidden="true">{"".join(parts)}</g>')


def _say_years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    # The gutter has room for nine letters: "1996–2004".
    return f"{first}–{last}"


def _draw_head(name: str, number: int) -> Md:
    x = _GUTTER + _LANE * (number + 0.5)
    lines = wrap_name(name)
    top = 14 if len(lines) > 1 else 22
    spans = [
        tag("tspan", line, x=f"{x:.0f}", y=f"{top + 15 * place}")
        for place, line in enumerate(lines)
    ]
    return tag("text", join("", spans), class_="lane-head")


def _draw_spot(page: str, spot: Spot) -> Md:
    event = spot.event
    css = f"entry tier-{event.tier.value} status-{event.status.value}"
    css += " hollow" if is_pending(event) else ""
    css += " approximate" if spot.value.is_qualified else ""
    full = f"{describe(spot.value)}: {event.title} ({label(event.status).lower()})"
    parts = [tag("title", full), _shape(spot)]
    way = href(page, event_page(event.id))
    return tag("a", join("", parts), class_=css, href=way, aria_label=full)


def _shape(spot: Spot) -> Md:
    if spot.value.is_day:
        middle = (spot.top + spot.bottom) / 2
        return Md(f'<circle class="mark" cx="{spot.x:.1f}" cy="{middle:.1f}" r="{RADIUS:.0f}"/>')
    css = "mark"
    if spot.value.is_open_start:
        css = "mark open-start"
    elif spot.value.is_open_end:
        css = "mark open-end"
    elif "/" not in spot.value.edtf:
        css = "mark within"
    height = spot.bottom - spot.top
    return Md(
        f'<rect class="{css}" x="{spot.x - 4:.1f}" y="{spot.top:.1f}" width="8" '
        f'height="{height:.1f}" rx="4"/>'
    )


def _say_crowded(y: float, more: int, number: int) -> Md:
    edge = _GUTTER + _LANE * (number + 1) - 3
    return Md(_text(f"+{more}", edge, y + 9, "crowded"))


def _text(words: str, x: float, y: float, css: str) -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{safe(words)}</text>'


def _fade(tier: str) -> str:
    """Two gradients of a tier's colour, downwards: out of nothing and into nothing."""
    out, full = '<stop offset="{}" stop-opacity="0"/>', '<stop offset="{}"/>'
    ends = {"start": out.format(0) + full.format(1), "end": full.format(0) + out.format(1)}
    return "".join(
        f'<linearGradient id="fade-{tier}-{end}" class="fade-{tier}" x1="0" y1="0" x2="0" '
        f'y2="1">{stops}</linearGradient>'
        for end, stops in ends.items()
    )


_FADES = Md(f"<defs>{''.join(_fade(tier.value) for tier in EventTier)}</defs>")
