"""Place a network: who stands where, and how long a name may be.

Forces are NetworkX's (Fruchterman and Reingold, "Graph drawing by force-directed placement",
1991). They begin from a spiral in order of ids, without chance, and their result is rounded
before anything is built on it, so that the last bit of a processor's arithmetic moves nothing.
Then names are given room: boxes that overlap are pushed apart.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from dossier.model import ActorId
from dossier.render.ties import Pair
from dossier.render.timeline_layout import measure

WIDTH = 960
_ROUNDS = 200
_PUSHES = 120
_GOLDEN = math.pi * (3 - math.sqrt(5))
_DIGITS = 3
"""Decimals of a position that count, in a frame that is two wide."""

_SMALLEST, _LARGEST = 5.0, 13.0
_LINE = 14
_LONGEST_LINE = 118
_MARGIN = 6
_ASPECT = 0.62
_PAIR_WIDTH, _PAIR_HEIGHT = 190, 92


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an actor stands.

    Attributes:
        x: Middle of its mark.
        y: Middle of its mark.
        radius: Half the mark's size.
        lines: Its name, in one or two lines.
        over: Whether the name stands over the mark rather than under it.
    """

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    over: bool = False


def place_network(
    names: Mapping[ActorId, str], ties: Mapping[Pair, float], width: int = WIDTH
) -> tuple[dict[ActorId, Spot], int]:
    """Give every actor a place.

    Args:
        names: Display names by id; those without a tie get a place too.
        ties: Weights by pair.
        width: Width of the drawing.

    Returns:
        Places by id, and the height of the drawing.
    """
    graph: nx.Graph[ActorId] = nx.Graph()
    graph.add_nodes_from(sorted(names))
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(ties.items()))
    strength = dict(graph.degree(weight="weight"))
    most = max(strength.values(), default=0) or 1
    sizes = {
        key: _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(strength[key] / most) for key in names
    }
    spots: dict[ActorId, Spot] = {}
    x, y, row = 0.0, 0.0, 0.0
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_by_size)
    for part in parts:
        across, down = _frame([wrap_name(names[key]) for key in part], width)
        if x + across > width:
            x, y, row = 0.0, y + row, 0.0
        for key, (left, top) in _spread(graph, part).items():
            spots[key] = Spot(
                x + across * (0.08 + 0.84 * left),
                y + down * (0.06 + 0.84 * top),
                sizes[key],
                wrap_name(names[key]),
            )
        x, row = x + across, max(row, down)
    height = y + row
    return _push_apart(spots, width, height), math.ceil(height)


def place_around(
    centre: ActorId, around: Sequence[ActorId], names: Mapping[ActorId, str], width: int = WIDTH
) -> tuple[dict[ActorId, Spot], int]:
    """Set one actor in the middle and others around it, in their order, from the top on.

    Returns:
        Places by id, and the height of the drawing.
    """
    height = 230 + 14 * len(around)
    spots = {centre: Spot(width / 2, height / 2, _LARGEST, wrap_name(names[centre]))}
    for number, key in enumerate(around):
        angle = 2 * math.pi * number / len(around) - math.pi / 2 + math.pi / 7
        # Rounded: the sine's last bit differs between processors.
        across, down = round(math.cos(angle), 4), round(math.sin(angle), 4)
        spots[key] = Spot(
            width / 2 + across * (width / 2 - 90),
            height / 2 + down * (height / 2 - 48),
            8.0,
            wrap_name(names[key]),
            over=down < 0,
        )
    return _push_apart(spots, width, height, fixed=centre), height


def _by_size(part: Sequence[ActorId]) -> tuple[int, str]:
    return -len(part), part[0]


def _frame(named: Sequence[Sequence[str]], width: int) -> tuple[float, float]:
    """Width and height that connected actors of these names are given."""
    number = len(named)
    if number <= 2:  # noqa: PLR2004 - a pair, or one alone: a row of them leaves no room to push
        lines = [line for name in named for line in name]
        widest = max((measure(line, bold=False) for line in lines), default=0)
        return max(_PAIR_WIDTH, 2 * (widest + 2 * _MARGIN)), _PAIR_HEIGHT
    across = min(float(width), 130 * math.sqrt(number) + 40 * math.sqrt(number))
    return across, max(_PAIR_HEIGHT * 1.5, min(across * _ASPECT + 5 * number, 820.0))


def _spread(
    graph: "nx.Graph[ActorId]", keys: Sequence[ActorId]
) -> dict[ActorId, tuple[float, float]]:
    """Place connected actors of a network in a square from 0 to 1."""
    if len(keys) <= 2:  # noqa: PLR2004 - side by side
        return {key: (0.2 + 0.6 * place, 0.35) for place, key in enumerate(keys)}
    part: nx.Graph[ActorId] = nx.Graph()  # a view of the whole has its actors in a set's order
    part.add_nodes_from(keys)
    part.add_edges_from(graph.edges(keys))
    start = {
        key: (
            math.sqrt((place + 1) / len(keys)) * math.cos(place * _GOLDEN),
            math.sqrt((place + 1) / len(keys)) * math.sin(place * _GOLDEN),
        )
        for place, key in enumerate(keys)
    }
    laid = nx.spring_layout(
        part,
        pos=start,
        k=1.6 / math.sqrt(len(keys)),
        iterations=_ROUNDS,
        weight=None,
        seed=0,
    )
    found = {
        key: (round(float(x), _DIGITS), round(float(y), _DIGITS)) for key, (x, y) in laid.items()
    }
    return {
        key: (_share(x, [p[0] for p in found.values()]), _share(y, [p[1] for p in found.values()]))
        for key, (x, y) in found.items()
    }


def _share(value: float, values: Sequence[float]) -> float:
    """How far a value is from the least to the greatest, drawn halfway to even spacing."""
    least, most = min(values), max(values)
    if least == most:
        return 0.5
    ranked = sorted(values)
    rank = ranked.index(value) / (len(ranked) - 1)
    return 0.55 * (value - least) / (most - least) + 0.45 * rank


def wrap_name(name: str) -> tuple[str, ...]:
    """Break a name into at most two lines, cut where it is longer."""
    lines: list[str] = []
    for word in name.split():
        grown = f"{lines[-1]} {word}" if lines else word
        if lines and measure(grown, bold=False) <= _LONGEST_LINE:
            lines[-1] = grown
        else:
            lines.append(word)
    shown = lines[:2]
    if len(lines) > 2:  # noqa: PLR2004 - cut
        shown[1] = f"{shown[1]} …"
    return tuple(_cut(line) for line in shown)


def _cut(line: str) -> str:
    while measure(line, bold=False) > _LONGEST_LINE + 20:
        line = f"{line[:-2]}…"
    return line


@dataclass(slots=True)
class _Box:
    """A mark with its name, while it is pushed about."""

    key: ActorId
    x: float
    y: float
    half: float
    above: float
    below: float
    fixed: bool


def _box(key: ActorId, spot: Spot, *, fixed: bool) -> _Box:
    widest = max(spot.radius, *(measure(line, bold=False) / 2 for line in spot.lines))
    bare, named = spot.radius + _MARGIN, spot.radius + _LINE * len(spot.lines) + _MARGIN
    above, below = (named, bare) if spot.over else (bare, named)
    return _Box(key, spot.x, spot.y, widest + _MARGIN, above, below, fixed)


def _push_apart(
    spots: Mapping[ActorId, Spot], width: float, height: float, fixed: ActorId = ""
) -> dict[ActorId, Spot]:
    """Move marks until neither they nor their names overlap, as far as there is room."""
    boxes = [_box(key, spots[key], fixed=key == fixed) for key in sorted(spots)]
    for _ in range(_PUSHES):
        moved = False
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                moved |= _push(one, other)
        for box in boxes:
            if not box.fixed:
                box.x = min(max(box.x, box.half), width - box.half)
                box.y = min(max(box.y, box.above), height - box.below)
        if not moved:
            break
    return {
        box.key: replace(
            spots[box.key],
            x=round(box.x, 1),
            y=round(box.y, 1),
            radius=round(spots[box.key].radius, 1),
        )
        for box in boxes
    }


def _push(one: _Box, other: _Box) -> bool:
    """Move two marks apart along the shorter way; says whether they overlapped."""
    left, right = (one, other) if (one.x, one.key) <= (other.x, other.key) else (other, one)
    upper, lower = (one, other) if (one.y, one.key) <= (other.y, other.key) else (other, one)
    across = left.half + right.half - (right.x - left.x)
    down = upper.below + lower.above - (lower.y - upper.y)
    if across <= 0 or down <= 0:
        return False
    share = 1.0 if one.fixed or other.fixed else 0.5
    if across < down:
        left.x -= 0 if left.fixed else across * share
        right.x += 0 if right.fixed else across * share
    else:
        upper.y -= 0 if upper.fixed else down * share
        lower.y += 0 if lower.fixed else down * share
    return True
