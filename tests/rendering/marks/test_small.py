"""Small marks beside words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from heartland_gui.charts.joins import Join
from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.model.observations import Status
from heartland_gui.pages.figures import Spark
from heartland_gui.rendering.marks.badges import status_colour
from heartland_gui.rendering.marks.small import (
    draw_plan_bar,
    draw_spark,
    draw_status_mark,
    outcome_colour,
    outcome_icon,
)
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource


def drawn(draw: Callable[[QPainter], object], width: int = 40, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def mark(status: Status) -> QImage:
    return drawn(lambda painter: draw_status_mark(painter, QPointF(20, 20), status, LIGHT, 30))


def colour_at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


@pytest.mark.parametrize("status", list(Status))
def test_each_status_has_a_mark_of_its_own(status: Status) -> None:
    marks = {each: mark(each) for each in Status}
    assert sum(image == marks[status] for image in marks.values()) == 1
    colours = {marks[status].pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert status_colour(status, LIGHT) in colours


def test_only_what_is_done_is_filled() -> None:
    middle = {}
    for status in Status:
        image = mark(status)
        middle[status] = [colour_at(image, x, 20) != LIGHT.surface for x in (15, 25)]
    assert middle[Status.ACTUAL] == [True, True]
    assert middle[Status.ESTIMATE] == [True, False]
    assert [middle[each] for each in (Status.FORECAST, Status.TARGET, Status.CAPACITY)] == [[False, False]] * 3


def test_a_bar_begins_at_zero_and_its_plan_stands_upright() -> None:
    bar = PlanBar(0.5, 0.9)
    image = drawn(lambda painter: draw_plan_bar(painter, QRectF(0, 13, 40, 14), bar, Status.TARGET, LIGHT, "#ff0000"))
    assert [colour_at(image, x, 20) for x in (4, 18, 24)] == ["#ff0000", "#ff0000", LIGHT.raised]
    assert colour_at(image, 36, 14) == status_colour(Status.TARGET, LIGHT)
    plain = drawn(lambda painter: draw_plan_bar(painter, QRectF(0, 13, 40, 14), bar, Status.TARGET, LIGHT))
    assert colour_at(plain, 10, 20) == LIGHT.neutral


def test_a_line_leaves_out_what_is_not_joined_and_ends_in_a_dot() -> None:
    points = ((2015.0, 5.0), (2016.0, 5.0), (2017.0, 5.0))
    joined = drawn(
        lambda painter: draw_spark(painter, QRectF(0, 0, 40, 20), Spark(points, (Join.THICK, Join.THICK)), "#000000")
    )
    broken = drawn(
        lambda painter: draw_spark(painter, QRectF(0, 0, 40, 20), Spark(points, (Join.BREAK, Join.THICK)), "#000000")
    )

    def inked(image: QImage, left: int, right: int) -> bool:
        return any(image.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(20))

    assert inked(joined, 5, 15)
    assert not inked(broken, 5, 15)
    assert inked(broken, 22, 30)
    assert inked(broken, 34, 38)


def test_a_line_with_one_value_or_below_zero_is_drawn_too() -> None:
    for points in (((2015.0, 0.0), (2015.0, 0.0)), ((2015.0, -5.0), (2016.0, 3.0))):
        spark = Spark(points, (Join.THIN,))
        drawn(partial(draw_spark, place=QRectF(0, 0, 40, 20), spark=spark, colour="#000000"))


def test_the_colour_of_an_outcome_says_how_it_turned_out() -> None:
    assert outcome_colour(PlanState.MET, LIGHT) == LIGHT.met
    assert outcome_colour(PlanState.MISSED, LIGHT) == LIGHT.missed
    assert outcome_colour(PlanState.BEHIND, LIGHT) == outcome_colour(PlanState.FAR_BEHIND, LIGHT) == LIGHT.warning
    assert outcome_colour(PlanState.MOVING_AWAY, LIGHT) == LIGHT.missed
    assert outcome_colour(PlanState.NO_FIGURE, LIGHT) == outcome_colour(None, LIGHT) == LIGHT.faint_text


@pytest.mark.parametrize("state", [*PlanState, None])
def test_every_outcome_has_an_icon_of_the_set(state: PlanState | None) -> None:
    assert resource("icons", f"{outcome_icon(state)}.svg").is_file()


def test_an_outcome_has_the_same_icon_wherever_it_stands() -> None:
    assert outcome_icon(PlanState.MET) == outcome_icon(PlanState.AS_PLANNED) == "check"
    assert outcome_icon(PlanState.MISSED) == "close"
    assert outcome_icon(PlanState.NOT_YET_DUE) == outcome_icon(PlanState.NOT_YET_MEASURED) == "clock"
    assert outcome_icon(PlanState.NO_FIGURE) == outcome_icon(None) == "info"
