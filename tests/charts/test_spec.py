"""What a chart is before it is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.spec import (
    AxisRow,
    Bar,
    Chart,
    Details,
    Dot,
    Label,
    LaneAxis,
    MapAxis,
    Panel,
    Question,
    RowAxis,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.model.observations import Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import MAKER

UNIT = Magnitude(1.0, "vehicles")
DOT = Dot(2019.5, 5, Status.ACTUAL, None, Details(""))
BAR = Bar(0, 5, Status.ACTUAL, None, Details(""), Label("5"))


def of(panel: Panel, x: TimeAxis | ValueAxis, title: str = "Revenue") -> Chart:
    return Chart(Question("over-time", MAKER), "Maker Works", title, "", x, (panel,), Words())


def test_positions_on_axes() -> None:
    logarithmic = ValueAxis(1, 1000, UNIT, logarithmic=True)
    assert (logarithmic.position(100), logarithmic.bounds) == (2, (0, 3))
    assert ValueAxis(1, 1000, UNIT).bounds == (1, 1000)
    assert ValueAxis(1, 1000, UNIT).position(100) == 100
    assert TimeAxis(2018, 2020).bounds == (2018, 2020)
    assert MapAxis(110, 112).bounds == (110, 112)
    assert LaneAxis().bounds == (0, 1)
    assert RowAxis((AxisRow("a"), AxisRow("b"))).bounds == (1.5, -0.5), "rows count downwards"


@pytest.mark.parametrize(("low", "high", "cut"), [(1, 2, True), (0, 2, False), (-2, -1, True), (-2, 0, False)])
def test_a_linear_axis_without_zero_is_cut(low: float, high: float, cut: bool) -> None:  # noqa: FBT001
    assert ValueAxis(low, high, UNIT).is_cut is cut
    assert not ValueAxis(1, 2, UNIT, logarithmic=True).is_cut


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("Revenue", "Maker Works: Revenue"),
        ("", "Maker Works"),
        ("Maker Works, value added", "Maker Works, value added"),
        ("Maker Works and others", "Maker Works: Maker Works and others"),
    ],
)
def test_a_full_title_names_the_subject_once(title: str, full: str) -> None:
    assert of(Panel(LaneAxis(), ()), TimeAxis(2018, 2020), title).full_title == full


def test_a_chart_is_logarithmic_where_one_axis_is() -> None:
    linear, time = ValueAxis(1, 10, UNIT), TimeAxis(2018, 2020)
    logarithmic = replace(linear, logarithmic=True)
    assert of(Panel(logarithmic, ()), time).is_logarithmic
    assert of(Panel(RowAxis(()), ()), logarithmic).is_logarithmic
    assert not of(Panel(linear, ()), time).is_logarithmic


def test_a_chart_says_nothing_that_its_kind_does_not_say() -> None:
    bare = of(Panel(ValueAxis(0, 10, UNIT), (DOT,)), TimeAxis(2019, 2020, 1.0))
    assert (bare.sentence, bare.edition, bare.notes, bare.legend, bare.sources) == ("", "", (), (), ())
