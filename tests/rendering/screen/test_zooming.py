"""The range of time: whole at first, within its limits, measured by the plot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import TimeAxis
from heartland_gui.rendering.screen.zooming import TimeZoom


@pytest.fixture
def chart(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def zoom_of(chart: QWidget, axis: TimeAxis) -> TimeZoom:
    zoom = TimeZoom(axis, chart)
    zoom.place(QRectF(50, 20, 600, 300))
    return zoom


def test_all_of_the_time_is_seen_at_first_and_never_more(chart: QWidget) -> None:
    zoom = zoom_of(chart, TimeAxis(2000, 2020, 1))
    assert zoom.time_range == (2000, 2020)
    assert not zoom.is_part
    zoom.show_range(1990, 2030)
    assert zoom.time_range == (2000, 2020)
    assert zoom.isHidden(), "the chart draws the range"


def test_a_part_is_told_and_said(qtbot: QtBot, chart: QWidget) -> None:
    zoom = zoom_of(chart, TimeAxis(2000, 2020, 1))
    with qtbot.waitSignal(zoom.changed):
        zoom.show_range(2005, 2010)
    assert zoom.time_range == pytest.approx((2005, 2010))
    assert zoom.is_part
    zoom.show_range(2000, 2019.9)
    assert zoom.is_part
    zoom.show_range(2000, 2019.999)
    assert not zoom.is_part, "so little is the whole"


@pytest.mark.parametrize(
    ("axis", "nearest"),
    [
        (TimeAxis(2000, 2020, 1), 1),
        (TimeAxis(2000, 2020, 0.25), 0.25),
        (TimeAxis(2000, 2020, 0), 1 / 12),
        (TimeAxis(2020, 2020.1, 0), 0.05),
        (TimeAxis(2020, 2020.5, 1), 0.5),
    ],
    ids=str,
)
def test_nobody_looks_nearer_than_the_axis_can_be_labelled(chart: QWidget, axis: TimeAxis, nearest: float) -> None:
    zoom = zoom_of(chart, axis)
    middle = (axis.low + axis.high) / 2
    zoom.show_range(middle - 0.001, middle + 0.001)
    low, high = zoom.time_range
    assert high - low == pytest.approx(nearest)


@pytest.mark.parametrize("plot", [QRectF(50, 20, 600, 300), QRectF(10, 5, 1400, 700)])
def test_a_turn_of_the_wheel_keeps_the_time_below_the_pointer(chart: QWidget, plot: QRectF) -> None:
    zoom = zoom_of(chart, TimeAxis(2000, 2020, 0))
    zoom.place(plot)
    x = plot.x() + plot.width() / 4
    for _ in range(3):
        zoom.handle(wheel(QPointF(x, 100)))
        zoom.place(plot)
    low, high = zoom.time_range
    assert high - low < 15
    assert low + (high - low) / 4 == pytest.approx(2005)


def wheel(place: QPointF) -> QWheelEvent:
    none, turn = Qt.MouseButton.NoButton, QPoint(0, 120)
    held, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(place, place, QPoint(), turn, none, held, phase, False)  # noqa: FBT003 - Qt's constructor
