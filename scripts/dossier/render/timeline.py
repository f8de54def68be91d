"""Draw events in time, as an SVG that is legible on paper and to a screen reader.

A lane is a year, or the span of years that an event can mean; years of which no collected
source tells anything are squeezed into a line that says so. Within its lane a day is a dot, a
range a bar, an open end fades out, and what was only announced or forecast is hollow: how long
a mark is says how little is known. Everything is placed here; colours are left to the style
sheet, which a strict content policy allows where inline style is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.dates import DateValue, describe
from dossier.model import Event
from dossier.render.book import is_pending
from dossier.render.links import event_page, href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.words import count, label

WIDTH = 960
_LEFT, _RIGHT = 84, 948
_ROW, _TOP, _GAP, _PAD = 24, 26, 22, 6
_LETTER = 6.6
"""Width of a letter of a label; a guess on the wide side."""

_LONGEST_LABEL = 64
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Lane = tuple[int, int]
"""First and last year."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event placed in its lane.

    Attributes:
        event: The event.
        value: Its date.
        left: Where its extent begins.
        right: Where it ends; at least ``left``.
        label: Its title, cut to fit.
        label_at: Where the label begins, or ends if ``before``.
        before: Whether the label stands before the mark.
        row: Row within the lane, from 0.
    """

    event: Event
    value: DateValue
    left: float
    right: float
    label: str
    label_at: float
    before: bool
    row: int


def group_by_lane(events: Iterable[Event]) -> tuple[tuple[Lane, tuple[Event, ...]], ...]:
    """Sort dated events into lanes.

    Args:
        events: Any events; undated ones are left out.

    Returns:
        Lanes from early to late, each with its events in order of date.
    """
    lanes: dict[Lane, list[Event]] = {}
    for event in events:
        if event.dating is not None:
            lanes.setdefault(find_lane(event.dating.value), []).append(event)
    return tuple((lane, tuple(sorted(lanes[lane], key=_order))) for lane in sorted(lanes))


def find_lane(value: DateValue) -> Lane:
    """Find the years that a date can mean; of an open range, the year of the end it has."""
    if value.is_open_start:
        return value.latest.year, value.latest.year
    if value.is_open_end:
        return value.earliest.year, value.earliest.year
    return value.earliest.year, value.latest.year


def say_lane(lane: Lane) -> str:
    """Name a lane: "2021", "2021–2025"."""
    return str(lane[0]) if lane[0] == lane[1] else f"{lane[0]}–{lane[1]}"


def find_gap(before: Lane, after: Lane) -> str:
    """Name the years between two lanes; empty if there are none."""
    if after[0] - before[1] < 2:  # noqa: PLR2004 - the next year leaves no gap
        return ""
    return say_lane((before[1] + 1, after[0] - 1))


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
        "A dot is a day, a bar a range of which the day is not known or all of which is meant, "
        "a fading end is open. Hollow: announced or forecast. Dashed: approximate."
    )
    return block(
        "figure", [*(Md(line) for line in svg), tag("figcaption", caption)], "viz viz-timeline"
    )


_FADES = (
    '<defs><linearGradient id="fade-start"><stop class="fade-out" offset="0" stop-opacity="0"/>'
    '<stop class="fade-in" offset="1"/></linearGradient><linearGradient id="fade-end">'
    '<stop class="fade-in" offset="0"/><stop class="fade-out" offset="1" stop-opacity="0"/>'
    "</linearGradient></defs>"
)


def _draw_lanes(page: str, lanes: Sequence[tuple[Lane, Sequence[Event]]]) -> tuple[list[Md], int]:
    lines: list[Md] = []
    y, latest = _TOP, lanes[0][0]
    for lane, held in lanes:
        gap = find_gap(latest, lane)
        if gap:
            words = f"{gap}: nothing in the collected sources"
            lines.append(Md(f'<g class="gap">{_text(words, WIDTH / 2, y + 15, "gap-label")}</g>'))
            y += _GAP
        marks = _place(lane, held)
        height = _ROW * (1 + max(mark.row for mark in marks)) + 2 * _PAD
        lines += _draw_lane(page, lane, marks, y, height)
        y += height + 2
        latest = max(latest, lane, key=lambda years: years[1])
    if any(first == last for (first, last), _ in lanes):
        lines.insert(0, _months(y))
    return lines, y + _PAD


def _months(bottom: int) -> Md:
    step = (_RIGHT - _LEFT) / len(_MONTHS)
    parts = []
    for number, name in enumerate(_MONTHS):
        x = _LEFT + step * number
        parts.append(f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{bottom}"/>')
        parts.append(_text(name, x + step / 2, _TOP - 10, "month"))
    return Md(f'<g class="grid" aria-hidden="true">{"".join(parts)}</g>')


def _draw_lane(page: str, lane: Lane, marks: Sequence[Mark], y: int, height: int) -> list[Md]:
    band = f'<rect class="lane-band" x="0" y="{y}" width="{WIDTH}" height="{height}"/>'
    name = _text(say_lane(lane), 8, y + _PAD + 17, "lane-label")
    entries = [_draw_mark(page, mark, y + _PAD + _ROW * mark.row + _ROW / 2) for mark in marks]
    return [Md(f'<g class="lane">{band}{name}'), *entries, Md("</g>")]


def _draw_mark(page: str, mark: Mark, y: float) -> Md:
    event = mark.event
    css = f"entry tier-{event.tier.value} status-{event.status.value}"
    css += " hollow" if is_pending(event) else ""
    css += " approximate" if mark.value.is_qualified else ""
    full = f"{describe(mark.value)}: {event.title} ({label(event.status).lower()})"
    side = "label label-before" if mark.before else "label"
    shape = _shape(mark, y)
    text = _text(mark.label, mark.label_at, y + 4.5, side)
    return tag(
        "a",
        join("", [tag("title", full), shape, text]),
        class_=css,
        href=href(page, event_page(event.id)),
    )


def _shape(mark: Mark, y: float) -> Md:
    if mark.value.is_day:
        return Md(f'<circle class="mark" cx="{mark.left:.1f}" cy="{y:.1f}" r="5"/>')
    css, fill = "mark", ""
    if mark.value.is_open_start:
        css, fill = "mark open-start", ' fill="url(#fade-start)"'
    elif mark.value.is_open_end:
        css, fill = "mark open-end", ' fill="url(#fade-end)"'
    elif mark.value.is_one_of:
        css = "mark one-of"
    width = max(mark.right - mark.left, 10)
    return Md(
        f'<rect class="{css}" x="{mark.left:.1f}" y="{y - 4:.1f}" width="{width:.1f}" '
        f'height="8" rx="4"{fill}/>'
    )


def _place(lane: Lane, events: Sequence[Event]) -> list[Mark]:
    """Give each event the first row on which its mark and label touch no other's."""
    rows: list[list[tuple[float, float]]] = []
    marks = []
    for event in events:
        if event.dating is None:
            continue
        value = event.dating.value
        left = _LEFT if value.is_open_start else _x(lane, value.start)
        right = _RIGHT if value.is_open_end else _x(lane, value.end)
        if value.is_day:
            left = right = (left + right) / 2
        right = max(right, left + (0 if value.is_day else 10))
        shown, at, before = _label(event.title, left, right)
        width = len(shown) * _LETTER
        span = (at - width, right + 8) if before else (left - 8, at + width)
        row = next(
            (n for n, taken in enumerate(rows) if all(_apart(span, other) for other in taken)),
            len(rows),
        )
        if row == len(rows):
            rows.append([])
        rows[row].append(span)
        marks.append(Mark(event, value, left, right, shown, at, before, row))
    return marks


def _label(title: str, left: float, right: float) -> tuple[str, float, bool]:
    """Cut a title to fit, and set it after the mark, or before it where there is more room."""
    title = " ".join(title.split())
    room_after, room_before = WIDTH - right - 14, left - _LEFT - 10
    wanted = min(len(title), _LONGEST_LABEL) * _LETTER
    before = room_after < wanted and room_before > room_after
    room = room_before if before else room_after
    longest = max(8, min(_LONGEST_LABEL, int(room / _LETTER)))
    shown = title if len(title) <= longest else title[: longest - 1].rstrip() + "…"
    return shown, (left - 10 if before else right + 10), before


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + 6 < other[0] or other[1] + 6 < one[0]


def _x(lane: Lane, day: date) -> float:
    first = date(lane[0], 1, 1).toordinal()
    last = date(lane[1], 12, 31).toordinal() + 1
    part = (day.toordinal() - first) / (last - first)
    return round(_LEFT + (_RIGHT - _LEFT) * min(max(part, 0.0), 1.0), 1)


def _text(words: str, x: float, y: float, css: str) -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{safe(words)}</text>'


def _order(event: Event) -> tuple[date, date, str]:
    value = event.dating.value if event.dating else None
    return (value.start, value.end, event.id) if value else (date.max, date.max, event.id)
