"""The shapes of countries that ship with the package, laid flat.

Natural Earth's countries at 1:110 million come as TopoJSON, in which neighbours share the arcs
of their border. All that is needed of that format is putting arcs together, which takes less
than a library would bring; `README.md` beside this module says where the file comes from.

Source: the TopoJSON Format Specification (sections 2.1.2 and 2.1.4); Šavrič, Patterson and Jenny,
"The Equal Earth map projection", International Journal of Geographical Information Science 33
(2019), for the projection: two areas of one size look equally large.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

COUNTRIES = Path(__file__).with_name("countries-110m.json")

Point = tuple[float, float]
Ring = tuple[Point, ...]

_FULL_NAMES = {
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Congo": "Republic of the Congo",
    "Dem. Rep. Congo": "Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Falkland Is.": "Falkland Islands",
    "Macedonia": "North Macedonia",
    "N. Cyprus": "Northern Cyprus",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "Timor-Leste": "East Timor",
    "United States of America": "United States",
    "W. Sahara": "Western Sahara",
    "eSwatini": "Eswatini",
}
"""Where the atlas and the list of countries name one country differently."""

_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
_SQRT3 = math.sqrt(3)


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's outline.

    Attributes:
        name: As the list of countries has it, or as the atlas where that has none.
        rings: Closed lines, outer ones and holes, on a plane whose unit is the earth's radius;
            y grows southwards.
    """

    name: str
    rings: tuple[Ring, ...]


@lru_cache(maxsize=1)
def load_shapes() -> Mapping[str, Shape]:
    """Read the shapes of all countries that the atlas has, by name, sorted."""
    atlas = json.loads(COUNTRIES.read_text("utf-8"))
    arcs = [_decode_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    shapes = [_decode_shape(one, arcs) for one in atlas["objects"]["countries"]["geometries"]]
    return {shape.name: shape for shape in sorted(shapes, key=lambda one: one.name)}


def project(longitude: float, latitude: float) -> Point:
    """Lay a point of the globe on the plane, true to area.

    Args:
        longitude: Degrees east.
        latitude: Degrees north.

    Returns:
        x and y in radii of the earth; y grows southwards, as in a drawing.
    """
    one, two, three, four = _EQUAL_EARTH
    slant = math.asin(_SQRT3 / 2 * math.sin(math.radians(latitude)))
    square = slant * slant
    sixth = square**3
    stretch = one + 3 * two * square + sixth * (7 * three + 9 * four * square)
    x = 2 * math.radians(longitude) * math.cos(slant) / (_SQRT3 * stretch)
    return x, -slant * (one + two * square + sixth * (three + four * square))


def find_area(ring: Ring) -> float:
    """The area that a closed line holds, in squares of the earth's radius."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))) / 2


def _decode_arc(steps: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    """Add up an arc's steps, which the format keeps as whole numbers on a grid."""
    across = accumulate(step[0] for step in steps)
    down = accumulate(step[1] for step in steps)
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    return tuple(
        project(x * wide + west, y * high + south) for x, y in zip(across, down, strict=True)
    )


def _decode_shape(geometry: Mapping[str, Any], arcs: Sequence[Ring]) -> Shape:
    name = geometry["properties"]["name"]
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = tuple(_join_arcs(ring, arcs) for part in parts for ring in part)
    return Shape(_FULL_NAMES.get(name, name), rings)


def _join_arcs(indices: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Put arcs end to end; one given as its complement runs backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
