"""The still picture of a chart: nothing may move when the living chart takes its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.rendering.picture.layout import natural_height
from heartland_gui.rendering.screen.still import StillChart
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, happened, model_case, pillar, region, seen

OVER_TIME = chart(model_case(), Question("over-time", MAKER, "output"), Words())
RANKING = chart(
    region(seen(20, "2019"), seen(30, "2019", subject="rival")),
    Question("ranking", pillar("vehicles"), "output"),
    Words(),
)
TIMELINE = chart(
    region(events=(happened("Founded.", "2018"), happened("Restarted.", "2020-02-14"))),
    Question("timeline", MAKER),
    Words(),
)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("answer", [OVER_TIME, RANKING, TIMELINE], ids=lambda each: each.question.kind)
@pytest.mark.parametrize("width", [420, 1100])
def test_it_is_the_picture_that_the_living_chart_begins_with(qtbot: QtBot, answer: Chart, width: int) -> None:
    still, living = StillChart(), ChartView()
    qtbot.addWidget(still)
    try:
        for view in (still, living):
            view.resize(width, round(natural_height(answer, width)))
            view.set_chart(answer)
            view.show()
        assert picture(still).size() == picture(living).size()
        assert picture(still) == picture(living)
    finally:
        # As on a page: pyqtgraph's `close` crashes.
        living.hide()
        living.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_screen_readers_learn_the_same(qtbot: QtBot) -> None:
    still = StillChart()
    qtbot.addWidget(still)
    still.set_chart(OVER_TIME)
    interface = QAccessible.queryAccessibleInterface(still)
    assert interface.text(QAccessible.Text.Name) == OVER_TIME.full_title
    assert interface.text(QAccessible.Text.Description) == OVER_TIME.sentence


def test_another_chart_replaces_the_first(qtbot: QtBot) -> None:
    still = StillChart()
    qtbot.addWidget(still)
    still.resize(600, 300)
    blank = picture(still)
    still.set_chart(OVER_TIME)
    first = picture(still)
    still.set_chart(TIMELINE)
    assert blank != first != picture(still)
