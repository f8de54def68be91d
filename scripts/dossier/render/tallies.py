"""Count events by period: what an overview of many events draws and lists.

An event counts once: in a cell if one holds all the days it can mean, else in the row that does,
else in none of them. So the counts of an overview add up to all its events.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Event
from dossier.render.chapters import Chapter
from dossier.render.periods import Period, Unit, clip_silences, find_extent, find_period, parts_of

MOST_ROWS = 40
"""Years shown each in a row; of more, decades are."""


LEAST_SILENT_DAYS = 7
"""Days in a row without an event that are shown as a gap."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A period in an overview, and the events that lie in it.

    Attributes:
        period: A year, month or day.
        place: Column it stands in, from 0.
        events: In order of time; none where nothing is told.
    """

    period: Period
    place: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A longer period in an overview.

    Attributes:
        period: A decade, year or month.
        cells: Its parts, all of them, from early to late.
        loose: Events that it holds but no cell does, in order of time.
    """

    period: Period
    cells: tuple[Cell, ...]
    loose: tuple[Event, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All its events."""
        return (*(event for cell in self.cells for event in cell.events), *self.loose)


@dataclass(frozen=True, slots=True)
class Overview:
    """Events counted by period.

    Attributes:
        rows_of: What a row is.
        unit: What a cell is.
        columns: Cells that a row has at most.
        rows: Those with events, from early to late.
        loose: Events that no row holds, in order of time.
    """

    rows_of: Unit
    unit: Unit
    columns: int
    rows: tuple[Row, ...]
    loose: tuple[Event, ...]


_COLUMNS = {Unit.YEAR: 10, Unit.MONTH: 12, Unit.DAY: 31}


def count_by_period(chapter: Chapter) -> Overview:
    """Count the events of a chapter by the periods that suit it.

    Args:
        chapter: One with parts.

    Returns:
        Years by month, or decades by year where there are many, for the whole; months by day
        for a year and a month.
    """
    rows_of, cells_of = _choose_units(chapter)
    rows: dict[Period, dict[Period, list[Event]]] = {}
    loose_in: dict[Period, list[Event]] = {}
    loose = []
    for event in chapter.events:
        if event.dating is None:
            continue
        extent = find_extent(event.dating.value)
        row, cell = find_period(rows_of, extent.start), find_period(cells_of, extent.start)
        if not row.holds(extent):
            loose.append(event)
            continue
        cells = rows.setdefault(row, {})
        if cell.holds(extent):
            cells.setdefault(cell, []).append(event)
        else:
            loose_in.setdefault(row, []).append(event)
    made = [
        Row(row, _cells(row, cells_of, held), tuple(loose_in.get(row, ())))
        for row, held in sorted(rows.items())
    ]
    return Overview(rows_of, cells_of, _COLUMNS[cells_of], tuple(made), tuple(loose))


def _choose_units(chapter: Chapter) -> tuple[Unit, Unit]:
    if chapter.period is not None:
        return Unit.MONTH, Unit.DAY
    years = {find_extent(e.dating.value).start.year for e in chapter.events if e.dating}
    return (Unit.YEAR, Unit.MONTH) if len(years) <= MOST_ROWS else (Unit.DECADE, Unit.YEAR)


def _cells(row: Period, unit: Unit, held: dict[Period, list[Event]]) -> tuple[Cell, ...]:
    return tuple(
        Cell(part, find_place(unit, part), tuple(held.get(part, ())))
        for part in parts_of(row, unit)
    )


def find_place(unit: Unit, period: Period) -> int:
    """Find the column of a year in its decade, a month in its year or a day in its month."""
    places = {Unit.YEAR: period.start.year % 10, Unit.MONTH: period.start.month - 1}
    return places.get(unit, period.start.day - 1)


def find_row_silences(
    silences: Sequence[Period], overview: Overview, row: Row
) -> tuple[Period, ...]:
    """Find the stretches of a row to which no event is dated.

    Args:
        silences: Of the whole timeline, for lanes such as its rows.
        overview: Says what is counted; single days without news are no gap.
        row: One of its rows.
    """
    found = clip_silences(silences, row.period.start, row.period.end, overview.unit)
    if overview.unit is not Unit.DAY:
        return found
    return tuple(one for one in found if (one.end - one.start).days >= LEAST_SILENT_DAYS)
