"""The shapes by which subjects that are compared are told apart where colours are not enough."""

from __future__ import annotations

import math
from typing import Final

from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.rendering.geometry import Point

_ARM: Final = 0.4
"""Half the width of the strokes of a cross, beside the radius of a disc that looks as large."""


def _turned(points: tuple[Point, ...], angle: float) -> tuple[Point, ...]:
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple((x * cos - y * sin, x * sin + y * cos) for x, y in points)


def _box(half_width: float, half_height: float) -> tuple[Point, ...]:
    return (
        (-half_width, -half_height),
        (half_width, -half_height),
        (half_width, half_height),
        (-half_width, half_height),
    )


def _regular(corners: int, radius: float) -> tuple[Point, ...]:
    """Return the corners of a shape that stands on a side, from the uppermost on."""
    angles = (2 * math.pi * number / corners for number in range(corners))
    return tuple((radius * math.sin(angle), -radius * math.cos(angle)) for angle in angles)


_LONG: Final = 1.2
_PLUS: Final = (
    (-_ARM, -_LONG),
    (_ARM, -_LONG),
    (_ARM, -_ARM),
    (_LONG, -_ARM),
    (_LONG, _ARM),
    (_ARM, _ARM),
    (_ARM, _LONG),
    (-_ARM, _LONG),
    (-_ARM, _ARM),
    (-_LONG, _ARM),
    (-_LONG, -_ARM),
    (-_ARM, -_ARM),
)
_OUTLINES: Final[tuple[tuple[Point, ...], ...]] = (
    (),
    _box(0.9, 0.9),
    _regular(4, 1.25),
    _regular(3, 1.3),
    _regular(5, 1.15),
    _turned(_PLUS, math.pi / 4),
    _PLUS,
    _box(1.3, 0.5),
)
"""A disc, a square, a diamond, a triangle, a pentagon, a cross, a plus and a bar, around a disc of radius 1."""


def is_member(slot: int | None) -> bool:
    """Whether a slot is that of one of several subjects that are compared."""
    return slot is not None and slot >= FIRST_MEMBER


def outline_of(slot: int | None, x: float, y: float, radius: float) -> tuple[Point, ...]:
    """Return the corners of the shape of a subject around a point, as large as a disc; a disc itself has none."""
    if slot is None or not is_member(slot):
        return ()
    shape = _OUTLINES[(slot - FIRST_MEMBER) % len(_OUTLINES)]
    return tuple((x + radius * across, y + radius * down) for across, down in shape)
