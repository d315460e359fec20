"""Points inside land, and axes that hold it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.kinds.map import map_axes, middle_of, point_inside
from heartland_gui.model.dataset import Boundary
from heartland_gui.model.entities import Place
from heartland_gui.model.queries import cities_of
from heartland_gui.rendering.geometry import holds
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import mapped, said, square

HORSESHOE = (
    ((0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (5.0, 6.0), (5.0, 1.0), (1.0, 1.0), (1.0, 6.0), (0.0, 6.0), (0.0, 0.0)),
)
HOLED = (square(0, 0, 6)[0], square(2, 2, 2)[0])


@pytest.mark.parametrize("polygon", [HORSESHOE, HOLED, square(10, 20)])
def test_the_middle_of_land_lies_on_it(polygon: tuple[tuple[tuple[float, float], ...], ...]) -> None:
    assert holds(polygon, point_inside(polygon))


def test_the_middle_of_a_square_is_its_middle() -> None:
    assert point_inside(square(10, 0, 2)) == pytest.approx((11, 1), abs=0.2)


def test_every_shipped_city_has_its_words_on_its_own_land() -> None:
    dataset = shipped_dataset()
    land = {boundary.place: boundary.polygons for boundary in dataset.boundaries}
    for city in cities_of(dataset):
        middle = middle_of(dataset, city)
        assert middle is not None
        inside = [place for place, polygons in land.items() if any(holds(polygon, middle) for polygon in polygons)]
        assert inside == [city.id]


def test_the_largest_of_several_islands_has_the_words() -> None:
    dataset = mapped()
    islands = Boundary("north", (square(110, 36, 0.1), square(112, 36, 2)))
    dataset = replace(dataset, boundaries=(islands,))
    middle = middle_of(dataset, dataset.places[1])
    assert middle is not None
    assert holds(square(112, 36, 2), middle)


def test_a_place_without_outline_stands_at_its_coordinates_or_nowhere() -> None:
    dataset = replace(mapped(), boundaries=())
    assert middle_of(dataset, dataset.places[1]) == (110.1, 36.1)
    assert middle_of(dataset, Place("far", said("Far"), "county")) is None


def test_the_axes_hold_land_and_points_and_are_true_in_the_middle() -> None:
    x, y = map_axes(mapped().boundaries, [(112.0, 35.5)])
    assert x.low < 110
    assert x.high > 112
    assert y.low < 35
    assert y.high > 37
    assert x.stretch == pytest.approx(0.809, abs=0.001)
    assert y.stretch == 1
    lone, _ = map_axes((), [(110.0, 36.0)])
    assert lone.low < 110 < lone.high
