"""Draw many events as counts by period, each a link to the page that lists them.

A bar is as high as its period has events, in the colours of the timeline; what was only
announced or forecast is hollow. A pale line along a row stands for events that no bar's period
holds, as the pale mark of the timeline does: they are dated less closely, or last longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.dates import MONTHS
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.chapters import Chapter, Outline
from dossier.render.links import href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.periods import Period, Unit, clip_silences, say_months, say_period, say_silence
from dossier.render.tallies import Cell, Overview, Row, find_place, find_row_silences
from dossier.render.timeline_layout import LEFT, RIGHT, WIDTH
from dossier.render.timeline_legend import draw_tally_legend
from dossier.render.words import count
from dossier.vocabulary import EventTier

_ROW, _HEAD, _GAP, _BETWEEN = 58, 20, 20, 2
_HIGHEST, _LEAST = 32, 3
_FOOT = 46
"""Where bars stand, under the top of their row."""

_MONTH = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Where the events of an overview are listed.

    Attributes:
        page: The page that links.
        outline: The timeline's pages.
    """

    page: str
    outline: Outline

    def way_to(self, period: Period, events: Sequence[Event]) -> str:
        """Find the way to a period's page, or to its first event on a longer one's."""
        chapter = self.outline.find_chapter(period)
        if chapter.period == period or not events:
            return href(self.page, chapter.path)
        first = events[0].id
        return href(self.page, self.outline.pages[first], first)


def draw_overview(
    places: Places, chapter: Chapter, overview: Overview, ident: str, title: str
) -> Md:
    """Draw how many events each period has.

    Args:
        places: Where bars lead.
        chapter: What is counted.
        overview: Its counts.
        ident: Begins the ids of the drawing's parts; unique on the page.
        title: What is shown.

    Returns:
        A figure; empty if no row has an event.
    """
    if not overview.rows:
        return Md("")
    most = max((len(cell.events) for row in overview.rows for cell in row.cells), default=1)
    lines = [_scale(overview)]
    y, told_until = _HEAD, overview.rows[0].period.start
    silences = places.outline.silences[overview.rows_of]
    for row in overview.rows:
        for silence in clip_silences(silences, told_until, row.period.start, overview.rows_of):
            lines.append(_text(say_silence(silence), WIDTH / 2, y + 14, "gap-label"))
            y += _GAP
        lines += _draw_row(places, overview, row, y, max(most, 1))
        y += _ROW + _BETWEEN
        told_until = row.period.end
    description = f"{count(len(chapter.events), 'event')} by period. A list says the same."
    svg = [
        f'<svg class="timeline-drawing" viewBox="0 0 {WIDTH} {y}" role="group" '
        f'aria-labelledby="{ident}-title {ident}-desc">',
        tag("title", title, id=f"{ident}-title"),
        tag("desc", description, id=f"{ident}-desc"),
        *lines,
        "</svg>",
    ]
    legend = draw_tally_legend(chapter.events, loose=any(row.loose for row in overview.rows))
    return block("figure", [*(Md(line) for line in svg), legend], "viz viz-timeline viz-counts")


def say_cell(unit: Unit, period: Period) -> str:
    """Name a cell within its row: "1994", "Mar", "17"."""
    if unit is Unit.MONTH:
        return say_months(period)
    return str(period.start.year if unit is Unit.YEAR else period.start.day)


def say_row(overview: Overview, row: Row) -> str:
    """Name a row in short: "1990–1999", "2021", "Mar 2021"."""
    if overview.unit is not Unit.DAY:
        return say_period(row.period)
    return f"{MONTHS[row.period.start.month - 1][:_MONTH]} {row.period.start.year}"


def _step(overview: Overview) -> float:
    return (RIGHT - LEFT) / overview.columns


def _scale(overview: Overview) -> Md:
    step = _step(overview)
    names: Sequence[str] = [str(n) for n in range(1, overview.columns + 1)]
    if overview.unit is Unit.MONTH:
        names = [month[:_MONTH] for month in MONTHS]
    if overview.unit is Unit.YEAR:
        names = [f"…{n}" for n in range(overview.columns)]
    drawn = [_text(name, LEFT + step * (n + 0.5), 13, "tick") for n, name in enumerate(names)]
    return Md(f'<g class="scale" aria-hidden="true">{"".join(drawn)}</g>')


def _draw_row(places: Places, overview: Overview, row: Row, y: int, most: int) -> list[Md]:
    named = say_row(overview, row)
    number = count(len(row.events), "event")
    texts = [tag("title", f"{say_period(row.period)}: {number}")]
    texts += [_text(named, 8, y + 21, "lane-label"), _text(number, 8, y + 36, "small")]
    label = tag("a", join("", texts), class_="row", href=places.way_to(row.period, row.events))
    lines = [
        Md(f'<rect class="lane-band" x="0" y="{y}" width="{WIDTH}" height="{_ROW}"/>'),
        _grid(overview, y),
        label,
    ]
    quiet = find_row_silences(places.outline.silences[overview.rows_of], overview, row)
    lines += [_draw_silence(overview, silence, y) for silence in quiet]
    lines += [_draw_cell(places, overview, cell, y, most) for cell in row.cells if cell.events]
    if row.loose:
        lines.append(_draw_loose(places, row, y))
    return lines


def _draw_cell(places: Places, overview: Overview, cell: Cell, y: int, most: int) -> Md:
    step = _step(overview)
    x = LEFT + step * cell.place
    foot = y + _FOOT
    drawn = [
        tag("title", f"{say_period(cell.period)}: {_say_events(cell.events)}"),
        Md(f'<rect class="reach" x="{x:g}" y="{y}" width="{step:g}" height="{_FOOT}"/>'),
    ]
    whole = max(_LEAST, _HIGHEST * len(cell.events) / most)
    top = float(foot)
    for css, part in _split(cell.events):
        height = whole * part / len(cell.events)
        top -= height
        drawn.append(
            Md(
                f'<g class="{css}"><rect class="mark" x="{x + 3:g}" y="{top:.1f}" '
                f'width="{step - 6:g}" height="{height:.1f}"/></g>'
            )
        )
    drawn.append(_text(f"{len(cell.events):,}", x + step / 2, foot - whole - 3, "count"))
    way = places.way_to(cell.period, cell.events)
    return tag("a", join("", drawn), class_="cell", href=way)


def _split(events: Sequence[Event]) -> list[tuple[str, int]]:
    """Cut a bar by tier, and set what is only expected on top; parts without events left out."""
    settled = [event for event in events if not is_pending(event)]
    parts = [
        (f"tier-{tier.value}", sum(event.tier is tier for event in settled)) for tier in EventTier
    ]
    parts.append(("tier-context hollow", len(events) - len(settled)))
    return [(css, number) for css, number in parts if number]


def _say_events(events: Sequence[Event]) -> str:
    """Such as "17 events, 3 of them announced or forecast"."""
    pending = sum(map(is_pending, events))
    more = f", {pending:,} of them announced or forecast" if pending else ""
    return f"{count(len(events), 'event')}{more}"


def _draw_loose(places: Places, row: Row, y: int) -> Md:
    number = f"{len(row.loose):,}"
    title = f"{say_period(row.period)}: {_say_events(row.loose)} longer or dated less closely"
    at = y + _FOOT + 6
    bar = f'<rect class="mark within" x="{LEFT}" y="{at - 2}" width="{RIGHT - LEFT}" height="4"/>'
    reach = f'<rect class="reach" x="0" y="{at - 6}" width="{WIDTH}" height="12"/>'
    parts = [tag("title", title), Md(reach), Md(bar), _text(f"{number} longer", 8, at + 4, "small")]
    # Where only the row's page or one that holds it lists them, the first of them is named.
    way = href(places.page, places.outline.pages[row.loose[0].id], row.loose[0].id)
    return tag("a", join("", parts), class_="loose tier-context", href=way)


def _draw_silence(overview: Overview, silence: Period, y: int) -> Md:
    step = _step(overview)
    left = LEFT + step * find_place(overview.unit, silence)
    last = Period(silence.last, silence.end)
    right = LEFT + step * (find_place(overview.unit, last) + 1)
    middle = (left + right) / 2
    if right - left > _ONE_LINE:
        return _text("no collected sources", middle, y + 30, "gap-label")
    words = [_text("no collected", middle, y + 26, "gap-label")]
    words.append(_text("sources", middle, y + 38, "gap-label"))
    return join("", words)


_ONE_LINE = 130
"""Width that the words of a gap take on one line."""


def _grid(overview: Overview, y: int) -> Md:
    step = _step(overview)
    lines = "".join(f"M{LEFT + step * n:g} {y}v{_ROW}" for n in range(overview.columns))
    return Md(f'<path class="grid" d="{lines}"/>')


def _text(words: str, x: float, y: float, css: str) -> Md:
    return Md(f'<text class="{css}" x="{x:g}" y="{y:.1f}">{safe(words)}</text>')
