"""Reading a chart with the keyboard: every point in order, shown and spoken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.rendering.picture.layout import layout
from heartland_gui.rendering.picture.margins import ON_PAGE
from heartland_gui.rendering.screen import pointing
from heartland_gui.rendering.screen.pointing import reading_order
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, model_case, pillar, region, seen

# A tooltip raises its window, of which the offscreen platform has none to raise.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


def over_time() -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), Words())


def ranking() -> Chart:
    figures = (seen(value, "2019", subject=name) for name, value in (("maker", 20), ("rival", 30), ("third", 5)))
    return chart(region(*figures), Question("ranking", pillar("vehicles"), "output"), Words())


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    class Accessible:
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:  # noqa: N802 - Qt's name
            assert isinstance(event, QAccessibleAnnouncementEvent)
            assert event.type() == QAccessible.Event.Announcement
            said.append(event.message())

    monkeypatch.setattr(pointing, "QAccessible", Accessible)
    return said


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    shown = ChartView()
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.set_chart(over_time())
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.mark.parametrize("make", [over_time, ranking])
def test_every_point_is_read_once(make: Callable[[], Chart]) -> None:
    placed = layout(make(), 700, 400, ON_PAGE)
    order = reading_order(placed)
    assert len(order) == len(placed.targets) > 2
    assert set(order) == set(placed.targets)


def test_time_is_read_from_left_to_right_and_rows_from_top_to_bottom() -> None:
    lefts = [target.box.x + target.box.width / 2 for target in reading_order(layout(over_time(), 700, 400, ON_PAGE))]
    assert lefts == sorted(lefts)
    tops = [target.box.y for target in reading_order(layout(ranking(), 700, 400, ON_PAGE))]
    assert tops == sorted(tops)


def test_the_arrows_walk_from_point_to_point_and_stop_at_the_ends(view: ChartView, spoken: list[str]) -> None:
    placed = view.placed
    assert placed is not None
    texts = [target.details.read_out for target in reading_order(placed)]
    for _ in range(len(texts) + 2):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert spoken == [*texts, texts[-1], texts[-1]]
    assert QToolTip.text() == plain_tip(texts[-1])
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert spoken[-1] == texts[-2]


def test_the_first_step_back_is_to_the_last_point(view: ChartView, spoken: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_Up)
    placed = view.placed
    assert placed is not None
    assert spoken == [reading_order(placed)[-1].details.read_out]


def test_the_point_that_is_read_has_a_ring_until_escape(view: ChartView, spoken: list[str]) -> None:
    nothing = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.grab().toImage() != nothing
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.grab().toImage() == nothing


def test_return_leads_to_the_source(view: ChartView, spoken: list[str], qtbot: QtBot) -> None:
    asked: list[str] = []
    view.source_requested.connect(asked.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not asked
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    placed = view.placed
    assert placed is not None
    assert asked == [reading_order(placed)[0].details.source]


def test_zooming_with_keys_keeps_the_point_in_sight(view: ChartView, spoken: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_Left)
    before = view._cursor.current
    assert before is not None
    assert view.time_range is not None
    low, high = view.time_range
    QTest.keyClick(view, Qt.Key.Key_Plus)
    nearer_low, nearer_high = view.time_range
    assert nearer_high - nearer_low < high - low
    assert view.placed is not None
    after = view._cursor.current
    assert after is not None
    assert after.details == before.details
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.time_range == pytest.approx((low, high))


def test_other_keys_are_left_to_the_page(view: ChartView, spoken: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_A)
    assert not spoken
