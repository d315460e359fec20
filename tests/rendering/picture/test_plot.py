"""From the data to the picture."""

from __future__ import annotations

import pytest

from heartland_gui.charts.spec import TimeAxis, ValueAxis
from heartland_gui.model.entities import NO_UNIT
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Words

BOX = Box(10, 20, 100, 80)


def logarithmic() -> ValueAxis:
    return ValueAxis(1.0, 1e4, Words().magnitude(1e4, NO_UNIT), logarithmic=True)


def test_values_stand_from_left_to_right_and_from_the_lower_edge_up() -> None:
    plot = Plot(BOX, (2000, 2010), (0, 8), TimeAxis(2000, 2010))
    assert [plot.x(value) for value in (2000, 2005, 2010)] == [10, 60, 110]
    assert [plot.y(value) for value in (0, 2, 8)] == [100, 80, 20]
    assert plot.dot == MEASURES.dot


def test_rows_count_downwards() -> None:
    plot = Plot(BOX, (0, 1), (3.5, -0.5))
    assert [plot.y(row) for row in (0, 3)] == [30, 90]


def test_on_a_logarithmic_axis_every_tenfold_is_as_long() -> None:
    upright = Plot(BOX, (0, 1), (0, 4), None, logarithmic())
    assert [upright.y(value) for value in (1, 100, 10_000)] == [100, 60, 20]
    across = Plot(BOX, (0, 4), (0, 1), logarithmic())
    assert [across.x(value) for value in (1, 100, 10_000)] == [10, 60, 110]
    assert [across.tick_x(position) for position in (0, 2, 4)] == [10, 60, 110]


@pytest.mark.parametrize("axes", [(None, None), (logarithmic(), None), (None, logarithmic())], ids=str)
def test_many_stand_where_each_stands_alone(axes: tuple[object, object]) -> None:
    plot = Plot(BOX, (-1, 4), (-2, 5), *axes)
    values = [(1.0, 3.0), (2.5, 1.0), (30.0, 400.0)]
    assert plot.to_picture(values) == [(plot.x(x), plot.y(y)) for x, y in values]
    pairs = [(values[0], values[1]), (values[1], values[2])]
    first, second, third = plot.to_picture(values)
    assert list(plot.segments(pairs)) == [(first, second), (second, third)]
