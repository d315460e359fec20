"""Where places stand on a map: their land, a point inside it, and the axes that hold them all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from heartland_gui.charts.axes import MapAxis
from heartland_gui.model.dataset import Boundary, Dataset
from heartland_gui.model.entities import Place

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

_MARGIN: Final = 0.02
_LINES: Final = 12


def land_of(dataset: Dataset, place: str) -> tuple[Polygon, ...]:
    """Return the outline of a place as polygons of rings, empty where it has none."""
    return next((boundary.polygons for boundary in dataset.boundaries if boundary.place == place), ())


def seat_of(place: Place) -> Point | None:
    """Return the longitude and latitude that the dataset gives a place, None where it gives none."""
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def middle_of(dataset: Dataset, place: Place) -> Point | None:
    """Return where the words for a place stand: well inside its land, else at its coordinates, else nowhere.

    Seats of neighbours may lie so close to their common border that their words would have no room.
    """
    land = land_of(dataset, place.id)
    return point_inside(max(land, key=lambda polygon: abs(_area(polygon[0])))) if land else seat_of(place)


@lru_cache(maxsize=1024)
def point_inside(polygon: Polygon) -> Point:
    """Return a point inside a polygon with much land to its left and right, above and below.

    The middles of its chords along some parallels are tried; the one with the longest shorter way to a border is taken.
    """
    ring = polygon[0]
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    stretch = math.cos(math.radians((low + high) / 2))
    swapped = tuple(tuple((y, x) for x, y in each) for each in polygon)
    best = (-1.0, ring[0])
    for number in range(_LINES):
        y = low + (high - low) * (number + 0.5) / _LINES
        for west, east in _chords(polygon, y):
            x = (west + east) / 2
            up = next(((south, north) for south, north in _chords(swapped, x) if south < y < north), (y, y))
            room = min((east - west) / 2 * stretch, y - up[0], up[1] - y)
            best = max(best, (room, (x, y)))
    return best[1]


def _chords(polygon: Sequence[Sequence[Point]], y: float) -> list[Point]:
    """Return the stretches of a parallel that lie inside, by the even-odd rule."""
    crossings = sorted(
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for ring in polygon
        for (x0, y0), (x1, y1) in pairwise(ring)
        if (y0 > y) != (y1 > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _area(ring: Ring) -> float:
    """Return the area in square degrees, negative where the ring runs clockwise (shoelace formula)."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def map_axes(boundaries: Iterable[Boundary], points: Iterable[Point]) -> tuple[MapAxis, MapAxis]:
    """Return the axes of longitude and latitude that hold outlines and points. Raises ValueError where none is given.

    A lone point gets a degree around it.
    """
    held = [*points, *(point for one in boundaries for polygon in one.polygons for ring in polygon for point in ring)]
    (west, east), (south, north) = (_held(coordinates) for coordinates in zip(*held, strict=True))
    return MapAxis(west, east, math.cos(math.radians((south + north) / 2))), MapAxis(south, north)


def _held(coordinates: Sequence[float]) -> tuple[float, float]:
    low, high = min(coordinates), max(coordinates)
    margin = (high - low) * _MARGIN or 0.5
    return low - margin, high + margin
