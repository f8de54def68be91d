"""Divide a long timeline into pages, each short enough to be read.

A short timeline is one page. Of a longer one every event stands on the page of the shortest
period that holds all the days it can mean, so that nothing is shown as more exactly dated than
it is; what no shorter period holds stands with the longer one. Periods follow the calendar and
not the number of events, so that an address keeps its meaning as the collection grows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Event, EventId
from dossier.render.links import TIMELINE, timeline_page
from dossier.render.periods import Period, Unit, find_extent, find_period, find_silences, say_period
from dossier.render.timeline_layout import order

MOST_ON_A_PAGE = 100
"""Events drawn and listed on one page."""

_FINER = {
    None: (Unit.DECADE, Unit.YEAR),
    Unit.YEAR: (Unit.QUARTER, Unit.MONTH),
    Unit.MONTH: (Unit.DAY,),
}
"""Into what a period with too many events is divided: the longer where that is enough."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A period of the timeline.

    Attributes:
        path: Its page under ``docs/``.
        unit: What the period is one of; None for the whole.
        period: The period; None for the whole, and for what has no date.
        events: All its events, in order of time.
        own: Those that stand on its own pages and on none of a part's.
        parts: Shorter periods with pages of their own, from early to late.
    """

    path: str
    unit: Unit | None
    period: Period | None
    events: tuple[Event, ...]
    own: tuple[Event, ...]
    parts: tuple["Chapter", ...] = ()

    @property
    def sheets(self) -> tuple[tuple[str, tuple[Event, ...]], ...]:
        """Its pages, each with its path and its own events; of more than a hundred, several."""
        pages = range(0, max(len(self.own), 1), MOST_ON_A_PAGE)
        stem = self.path.removesuffix(".md")
        if self.path == TIMELINE:
            stem = timeline_page("all").removesuffix(".md")
        return tuple(
            (
                self.path if not number else f"{stem}-{number + 1}.md",
                self.own[first : first + MOST_ON_A_PAGE],
            )
            for number, first in enumerate(pages)
        )

    @property
    def name(self) -> str:
        """What it is called: its period; empty for the whole."""
        return say_period(self.period) if self.period else ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The timeline's pages.

    Attributes:
        whole: All dated events.
        undated: Events without a date; its page is the whole's where all fit on one.
        silences: Stretches to which no event is dated, from early to late, for lanes of decades,
            of years and of months.
        pages: The page on which each event is listed.
    """

    whole: Chapter
    undated: Chapter
    silences: Mapping[Unit, tuple[Period, ...]]
    pages: Mapping[EventId, str]

    def chapters(self) -> tuple[Chapter, ...]:
        """Every period with a page, the whole first, each before its parts."""
        return tuple(_walk(self.whole))

    def find_chapter(self, period: Period) -> Chapter:
        """Find the shortest chapter that holds a period."""
        return self.trail_to(period)[-1]

    def trail_to(self, period: Period) -> tuple[Chapter, ...]:
        """List the chapters that hold a period, from the whole to the shortest."""
        trail = [self.whole]
        while True:
            inner = (part for part in trail[-1].parts if part.period and part.period.holds(period))
            part = next(inner, None)
            if part is None:
                return tuple(trail)
            trail.append(part)

    def find_neighbours(self, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
        """Find the undivided periods just before and just after a chapter."""
        if chapter.period is None:
            return None, None
        leaves = [(leaf, leaf.period) for leaf in self.chapters() if leaf.period and not leaf.parts]
        before = [leaf for leaf, period in leaves if period.end <= chapter.period.start]
        after = (leaf for leaf, period in leaves if period.start >= chapter.period.end)
        return (before[-1] if before else None), next(after, None)


def divide_timeline(events: Iterable[Event]) -> Outline:
    """Divide a timeline into pages.

    Args:
        events: All events; the order does not matter.

    Returns:
        Pages on which each event stands once.
    """
    held = sorted(events, key=order)
    dated = tuple(event for event in held if event.dating is not None)
    rest = tuple(event for event in held if event.dating is None)
    whole = _make(TIMELINE, None, None, dated)
    beside = TIMELINE if len(held) <= MOST_ON_A_PAGE else timeline_page("undated")
    undated = Chapter(beside, None, None, rest, rest)
    pages = {
        event.id: path
        for chapter in (*_walk(whole), undated)
        for path, own in chapter.sheets
        for event in own
    }
    values = [event.dating.value for event in dated if event.dating is not None]
    silences = {unit: find_silences(values, unit) for unit in (Unit.DECADE, Unit.YEAR, Unit.MONTH)}
    return Outline(whole, undated, silences, pages)


def _walk(chapter: Chapter) -> Iterator[Chapter]:
    yield chapter
    for part in chapter.parts:
        yield from _walk(part)


def _make(
    path: str, unit: Unit | None, period: Period | None, events: tuple[Event, ...]
) -> Chapter:
    if len(events) <= MOST_ON_A_PAGE or unit not in _FINER:
        return Chapter(path, unit, period, events, events)
    parts, own = _cut(events, _FINER[unit])
    return Chapter(path, unit, period, events, tuple(sorted(own, key=order)), tuple(parts))


def _cut(events: Iterable[Event], units: Sequence[Unit]) -> tuple[list[Chapter], list[Event]]:
    """Divide events by the first unit; what is still too much in one, by the next.

    Returns:
        Parts from early to late, and the events that fit none.
    """
    unit, finer = units[0], units[1:]
    groups: dict[Period, list[Event]] = {}
    own = []
    for event in events:
        period = find_period(unit, _extent(event).start)
        if period.holds(_extent(event)):
            groups.setdefault(period, []).append(event)
        else:
            own.append(event)
    parts: list[Chapter] = []
    for period, held in sorted(groups.items()):
        if len(held) > MOST_ON_A_PAGE and finer:
            inner, loose = _cut(held, finer)
            parts += inner
            own += loose
        else:
            path = timeline_page(_name_page(unit, period))
            parts.append(_make(path, unit, period, tuple(held)))
    return parts, own


def _extent(event: Event) -> Period:
    if event.dating is None:
        raise ValueError(f"{event.id} has no date")
    return find_extent(event.dating.value)


def _name_page(unit: Unit, period: Period) -> str:
    day = period.start
    match unit:
        case Unit.DECADE:
            return f"{day.year:04}s"
        case Unit.YEAR:
            return f"{day.year:04}"
        case Unit.QUARTER:
            return f"{day.year:04}-q{(day.month + 2) // 3}"
        case Unit.MONTH:
            return day.isoformat()[:7]
        case Unit.DAY:
            return day.isoformat()
