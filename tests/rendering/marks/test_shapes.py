"""The shapes of subjects that are compared: apart from each other, and as large as discs."""

from __future__ import annotations

from itertools import combinations

import pytest

from heartland_gui.charts import spec
from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.rendering import style
from heartland_gui.rendering.marks.shapes import is_member, outline_of

SLOTS = range(FIRST_MEMBER, FIRST_MEMBER + MOST_MEMBERS)


def test_charts_and_colours_mean_the_same_slots() -> None:
    assert style.FIRST_MEMBER == spec.FIRST_MEMBER


def test_every_member_has_a_shape_of_its_own() -> None:
    shapes = [outline_of(slot, 0, 0, 10) for slot in SLOTS]
    assert shapes[0] == (), "the first is a disc"
    assert all(one != other for one, other in combinations(shapes, 2))


@pytest.mark.parametrize("slot", SLOTS[1:])
def test_shapes_stand_around_their_point_and_are_as_large_as_a_disc(slot: int) -> None:
    outline = outline_of(slot, 100, 50, 10)
    assert all(abs(x - 100) <= 14 and abs(y - 50) <= 14 for x, y in outline)
    area = abs(sum(x * b - a * y for (x, y), (a, b) in zip(outline, (*outline[1:], outline[0]), strict=True))) / 2
    assert 150 <= area <= 340, "a disc has 314"


@pytest.mark.parametrize("slot", [None, -2, 0, 7])
def test_others_have_no_shape(slot: int | None) -> None:
    assert not is_member(slot)
    assert outline_of(slot, 0, 0, 10) == ()
