"""Place events in time: which lane, how far from left to right, where the label fits.

Only numbers are made here; ``timeline`` draws them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from dossier.dates import DateValue, sort_key
from dossier.model import Event
from dossier.render.periods import Period, Unit, find_extent, widen
from dossier.vocabulary import EventTier

WIDTH = 960
LEFT, RIGHT = 96, 948
_FONT_SIZE = 12.5
_BOLD = 1.12
_WIDTHS = (
    ("ijl|'.,:;! I’‘", 0.33),
    ('ftr()[]-/"“”', 0.46),
    ("mwMWO@%&—…", 0.95),
    ("ckvxyzs?", 0.58),
    ("ABCDGHKNQRUVXY", 0.75),
)
_OTHER, _WIDE = 0.64, 1.0
"""Widths of letters in parts of the font size, as the widest common system font has them."""

_LAST_NARROW = "\u2e7f"
"""Scripts after this one set letters as wide as they are high."""

_LONGEST_LABEL = 520
_LEAST_ROOM = 200
"""Less room than this beside a mark is not worth a cut title."""

_NARROWEST = 10
_FADE = 60
"""Length of a mark that is open at one end: nobody knows how long it is."""


class Side(Enum):
    """Where a label stands beside its mark; under it, it takes a row of its own."""

    AFTER = "after"
    BEFORE = "before"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Mark:
    """An event placed in its lane.

    Attributes:
        event: The event.
        value: Its date.
        left: Where its extent begins.
        right: Where it ends; at least ``left``.
        label: Its title, cut to fit.
        label_at: Where the label begins; before the mark, where it ends.
        side: Where the label stands.
        row: Row within the lane, from 0.
    """

    event: Event
    value: DateValue
    left: float
    right: float
    label: str = ""
    label_at: float = 0.0
    side: Side = Side.AFTER
    row: int = 0


def group_by_lane(
    events: Iterable[Event], unit: Unit = Unit.YEAR
) -> tuple[tuple[Period, tuple[Event, ...]], ...]:
    """Sort dated events into lanes: a year or month, or as many as an event can mean.

    Args:
        events: Any events; undated ones are left out.
        unit: What a lane is at least.

    Returns:
        Lanes from early to late, each with its events in order of date.
    """
    lanes: dict[Period, list[Event]] = {}
    for event in events:
        if event.dating is not None:
            lane = widen(unit, find_extent(event.dating.value))
            lanes.setdefault(lane, []).append(event)
    return tuple((lane, tuple(sorted(lanes[lane], key=order))) for lane in sorted(lanes))


def place_marks(lane: Period, events: Sequence[Event]) -> list[Mark]:
    """Give each event the first row on which its mark and label touch no other's.

    Args:
        lane: The days that the width stands for.
        events: Dated events, in the order to place them.
    """
    rows: list[list[tuple[float, float]]] = []
    marks = []
    for event in events:
        if event.dating is None:
            continue
        mark = _set_label(_set_extent(lane, event, event.dating.value))
        spans = _spans(mark)
        row = 0
        while not all(_is_free(rows, row + n, span) for n, span in enumerate(spans)):
            row += 1
        for n, span in enumerate(spans):
            while len(rows) <= row + n:
                rows.append([])
            rows[row + n].append(span)
        marks.append(replace(mark, row=row))
    return marks


def _set_extent(lane: Period, event: Event, value: DateValue) -> Mark:
    left, right = find_x(lane, value.start), find_x(lane, value.end)
    if value.is_open_start:
        left = max(LEFT, right - _FADE)
    elif value.is_open_end:
        right = min(RIGHT, left + _FADE)
    if value.is_day:
        left = right = (left + right) / 2
    elif right - left < _NARROWEST:
        right = min(left + _NARROWEST, RIGHT)
        left = right - _NARROWEST
    return Mark(event, value, left, right)


def _set_label(mark: Mark) -> Mark:
    """Cut a title to fit, and set it after the mark, before it, or under it."""
    title = " ".join(mark.event.title.split())
    wanted = min(measure(title, bold=_is_bold(mark)), _LONGEST_LABEL)
    after, before = WIDTH - mark.right - 14, mark.left - LEFT - 10
    side, room, at = Side.UNDER, WIDTH - mark.left - 4, mark.left
    if after >= min(wanted, _LEAST_ROOM):
        side, room, at = Side.AFTER, after, mark.right + 10
    if before > after and before >= _LEAST_ROOM and wanted > after:
        side, room, at = Side.BEFORE, before, mark.left - 10
    shown = _cut(title, min(_LONGEST_LABEL, room), bold=_is_bold(mark))
    return replace(mark, label=shown, label_at=at, side=side)


def measure(text: str, *, bold: bool) -> float:
    """Estimate how wide a label is drawn; rather too wide than too narrow."""
    letters = sum(_letter(letter) for letter in text)
    return letters * _FONT_SIZE * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    if letter > _LAST_NARROW:
        return _WIDE
    return next((width for letters, width in _WIDTHS if letter in letters), _OTHER)


def _cut(title: str, room: float, *, bold: bool) -> str:
    """Leave out the words that do not fit; a first word that does not fit is cut itself."""
    if measure(title, bold=bold) <= room:
        return title
    shown = title
    while shown and measure(f"{shown}…", bold=bold) > room:
        shown = shown[:-1]
    words = shown if title[len(shown) :].startswith(" ") else shown.rpartition(" ")[0]
    return f"{(words or shown).rstrip()}…"


def _is_bold(mark: Mark) -> bool:
    return mark.event.tier is EventTier.CORE


def _spans(mark: Mark) -> list[tuple[float, float]]:
    """What a mark and its label take up, row by row."""
    width = measure(mark.label, bold=_is_bold(mark))
    match mark.side:
        case Side.BEFORE:
            return [(mark.label_at - width, mark.right + 8)]
        case Side.AFTER:
            return [(mark.left - 8, mark.label_at + width)]
        case Side.UNDER:
            return [(mark.left - 8, mark.right + 8), (mark.label_at, mark.label_at + width)]


def _is_free(
    rows: Sequence[Sequence[tuple[float, float]]], row: int, span: tuple[float, float]
) -> bool:
    return row >= len(rows) or all(_apart(span, other) for other in rows[row])


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + 6 < other[0] or other[1] + 6 < one[0]


def find_x(lane: Period, day: date) -> float:
    """Find how far from the left a day begins; a day outside the lane, at its edge."""
    first, last = lane.start.toordinal(), lane.end.toordinal()
    part = (day.toordinal() - first) / max(last - first, 1)
    return round(LEFT + (RIGHT - LEFT) * min(max(part, 0.0), 1.0), 1)


def order(event: Event) -> tuple[object, str]:
    """Order events as every list does: by date, undated last, then by id."""
    return sort_key(event.dating.value if event.dating else None), event.id
