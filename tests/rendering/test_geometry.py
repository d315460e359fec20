"""Boxes and outlines: what lies inside, what overlaps, and the lines that hatch them."""

from __future__ import annotations

import pytest

from heartland_gui.rendering.geometry import Box, Point, hatch_lines, holds

BOX = Box(10, 20, 30, 40)
SQUARE: tuple[Point, ...] = ((0, 0), (10, 0), (10, 10), (0, 10))
HOLE: tuple[Point, ...] = ((4, 4), (6, 4), (6, 6), (4, 6))


def test_a_box_knows_its_edges_and_corners() -> None:
    assert (BOX.right, BOX.bottom) == (40, 60)
    assert BOX.corners == ((10, 20), (40, 20), (40, 60), (10, 60))
    assert BOX.grown(5) == Box(5, 15, 40, 50)
    assert BOX.grown(-5) == Box(15, 25, 20, 30)


@pytest.mark.parametrize(
    ("other", "overlaps", "holds_it"),
    [
        (Box(20, 30, 5, 5), True, True),
        (BOX, True, True),
        (Box(40, 20, 5, 5), False, False),
        (Box(5, 20, 5, 5), False, False),
        (Box(10, 60, 5, 5), False, False),
        (Box(10, 15, 5, 5), False, False),
        (Box(9, 30, 5, 5), True, False),
        (Box(36, 30, 5, 5), True, False),
        (Box(20, 19, 5, 5), True, False),
        (Box(20, 56, 5, 5), True, False),
        (Box(0, 0, 100, 100), True, False),
        (Box(50, 30, 5, 5), False, False),
        (Box(20, 70, 5, 5), False, False),
    ],
)
def test_boxes_that_only_touch_do_not_overlap(other: Box, *, overlaps: bool, holds_it: bool) -> None:
    assert BOX.overlaps(other) is other.overlaps(BOX) is overlaps
    assert BOX.holds(other) is holds_it


def test_a_box_contains_its_edge() -> None:
    assert all(BOX.contains(corner) for corner in BOX.corners)
    assert not any(BOX.contains(point) for point in ((9.9, 30), (40.1, 30), (20, 19.9), (20, 60.1)))


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        *(((x, 5), 0 < x < 4 or 6 < x < 10) for x in (-1, 1, 3, 5, 7, 9, 11)),
        *(((5, y), 0 < y < 4 or 6 < y < 10) for y in (-1, 1, 3, 5, 7, 9, 11)),
    ],
)
def test_a_hole_is_outside(point: Point, *, inside: bool) -> None:
    assert holds((SQUARE, HOLE), point) is inside


def test_a_point_beside_a_slope_is_outside() -> None:
    triangle = ((0, 0), (10, 10), (0, 10))
    assert holds((triangle,), (3, 5))
    assert not holds((triangle,), (5, 3))
    assert not holds((), (5, 3))


def test_hatching_is_slanting_evenly_apart_and_leaves_holes_free() -> None:
    lines = hatch_lines((SQUARE,), 5)
    assert lines == [((0, 5), (5, 0)), ((0, 10), (10, 0)), ((5, 10), (10, 5))]
    with_hole = hatch_lines((SQUARE, HOLE), 5)
    assert [line for line in with_hole if sum(line[0]) == 10] == [((0, 10), (4, 6)), ((6, 4), (10, 0))]
    assert hatch_lines((), 5) == []
