"""Draw countries in which events are said to be, each as the area it is.

No place is ever drawn as a point: the package has shapes of countries and no coordinates of
towns, and neither do articles. A country is shaded as soon as one event is said to be in it; how
many are is written into it. Colours are left to the style sheet.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.render.atlas import Ring, Shape, find_area, load_shapes
from dossier.render.markdown import Md, join
from dossier.render.markup import tag

WIDTH = 760
_FINE = 2
"""Steps of the grid on which borders are drawn, to a unit of the drawing."""

_MARGIN = 0.12
_LEAST = 0.3
"""Width of the smallest view, in radii of the earth: a small country is shown among others."""

_LOWEST, _TALLEST = 0.42, 0.85
"""Height of the view as a part of its width, at least and at most."""

_MAIN_PART = 0.25
"""A part of a country as large as this share of its largest must be in view."""

_SCANS = 9
_TITLE, _DESCRIPTION = "map-title", "map-desc"


@dataclass(frozen=True, slots=True)
class Shaded:
    """A country to shade.

    Attributes:
        name: Its name, which has a shape.
        number: Events said to be in it.
        words: What the shade means, in a line.
        row: Fragment address of its row.
    """

    name: str
    number: int
    words: str
    row: str


@dataclass(frozen=True, slots=True)
class _View:
    """A window on the plane: its north-west corner, its size, and units to a radius."""

    west: float
    north: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        return WIDTH / self.width

    def holds_any(self, ring: Ring) -> bool:
        """Whether a ring's box and the window meet."""
        west, north, east, south = _box([ring])
        return (
            east > self.west
            and west < self.west + self.width
            and south > self.north
            and north < self.north + self.height
        )


def draw_map(shaded: Sequence[Shaded], title: str) -> Md:
    """Draw the countries to shade and what lies around them.

    Args:
        shaded: In the order of the table.
        title: What is shown.

    Returns:
        The SVG element; empty if no country is shaded.
    """
    if not shaded:
        return Md("")
    shapes = load_shapes()
    drawn = {one.name for one in shaded}
    view = _choose_view([shapes[name] for name in sorted(drawn)])
    around = "".join(_path(shape, view) for name, shape in shapes.items() if name not in drawn)
    height = round(view.height * view.scale)
    fine = f'transform="scale({1 / _FINE})"'
    description = "Each shaded country links to its row; the tables on this page say the same."
    return join(
        Md("\n"),
        [
            Md(
                f'<svg class="map-drawing" viewBox="0 0 {WIDTH} {height}" role="group" '
                f'aria-labelledby="{_TITLE} {_DESCRIPTION}">'
            ),
            tag("title", title, id=_TITLE),
            tag("desc", description, id=_DESCRIPTION),
            Md(f'<path class="land" {fine} d="{around}"/>') if around else Md(""),
            *(_draw_country(one, shapes[one.name], view, fine) for one in shaded),
            Md('<g class="names" aria-hidden="true">'),
            *_draw_names(shaded, shapes, view),
            Md("</g></svg>"),
        ],
    )


def _draw_country(one: Shaded, shape: Shape, view: _View, fine: str) -> Md:
    path = Md(f'<path class="area" {fine} d="{_path(shape, view)}"/>')
    return tag("a", tag("title", one.words) + path, href=f"#{one.row}", aria_label=one.words)


def _draw_names(shaded: Sequence[Shaded], shapes: Mapping[str, Shape], view: _View) -> list[Md]:
    """Write names and numbers into countries, a number alone where a name would cover another."""
    taken: list[tuple[float, float, float]] = []
    written = []
    for one in sorted(shaded, key=lambda held: (-held.number, held.name)):
        x, y = _find_inside(shapes[one.name], view)
        for text in (f"{one.name} {one.number}", f"{one.number}"):
            half = 3.7 * len(text)
            x = min(max(x, half), WIDTH - half)
            if all(abs(y - v) > 15 or abs(x - u) > half + other for u, v, other in taken):  # noqa: PLR2004 - a line's height
                taken.append((x, y, half))
                written.append(Md(f'<text x="{x:.0f}" y="{y + 4:.0f}">') + text + Md("</text>"))
                break
    return written


def _choose_view(shapes: Iterable[Shape]) -> _View:
    """Choose the window: the main parts of the countries, a margin, and a bearable form."""
    main = [ring for shape in shapes for ring in _main_rings(shape)]
    west, north, east, south = _box(main)
    width = max((east - west) * (1 + 2 * _MARGIN), _LEAST)
    height = (south - north) * (1 + 2 * _MARGIN)
    width = max(width, height / _TALLEST)
    height = max(height, width * _LOWEST)
    return _View((west + east - width) / 2, (north + south - height) / 2, width, height)


def _main_rings(shape: Shape) -> list[Ring]:
    areas = [find_area(ring) for ring in shape.rings]
    least = max(areas) * _MAIN_PART
    return [ring for ring, area in zip(shape.rings, areas, strict=True) if area >= least]


def _box(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    """West, north, east and south of some rings."""
    points = [point for ring in rings for point in ring]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _path(shape: Shape, view: _View) -> str:
    """Write the rings that the window may show as steps on a grid of whole numbers."""
    return "".join(_write_ring(ring, view) for ring in shape.rings if view.holds_any(ring))


def _write_ring(ring: Ring, view: _View) -> str:
    scale = view.scale * _FINE
    grid = [(round((x - view.west) * scale), round((y - view.north) * scale)) for x, y in ring]
    steps = [(u - x, v - y) for (x, y), (u, v) in pairwise(grid) if (x, y) != (u, v)]
    if len(steps) < 3:  # noqa: PLR2004 - what has fewer sides holds no area
        return ""
    moves = " ".join(f"{x}{'' if y < 0 else ' '}{y}" for x, y in steps[:-1])
    return f"M{grid[0][0]} {grid[0][1]}l{moves}z"


def _find_inside(shape: Shape, view: _View) -> tuple[float, float]:
    """Find a spot well inside a country's largest part: the middle of the widest of some lines."""
    ring = max(shape.rings, key=find_area)
    _, north, _, south = _box([ring])
    widest, spot = -math.inf, ring[0]
    for number in range(1, _SCANS + 1):
        y = north + (south - north) * number / (_SCANS + 1)
        crossed = sorted(
            x + (y - down) * (u - x) / (v - down)
            for (x, down), (u, v) in pairwise(ring)
            if (down <= y) != (v <= y)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=True):
            # A line near the middle is better placed than one a little wider far from it.
            gain = (right - left) * (1 - abs(2 * number / (_SCANS + 1) - 1) / 2)
            if gain > widest:
                widest, spot = gain, ((left + right) / 2, y)
    return (spot[0] - view.west) * view.scale, (spot[1] - view.north) * view.scale
