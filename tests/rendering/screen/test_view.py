"""A chart on the screen: readable by pointer and by voice, zoomed only when asked to."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pyqtgraph
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QHelpEvent, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart
from heartland_gui.charts.scales import time_ticks
from heartland_gui.charts.spec import Area, Chart, Circle, Question, TimeAxis
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.layout import layout, natural_height
from heartland_gui.rendering.picture.margins import ON_SCREEN
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.screen.pointing import row_at, target_at
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, happened, mapped, model_case, pillar, region, seen


def over_time() -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), Words())


def long_run() -> Chart:
    figures = [seen(100 + year % 7, str(year)) for year in range(1990, 2021)]
    return chart(region(*figures), Question("over-time", MAKER, "output"), Words())


def ranking() -> Chart:
    dataset = region(
        *(seen(value, "2019", subject=name) for name, value in (("maker", 20), ("rival", 30), ("third", 5)))
    )
    return chart(dataset, Question("ranking", pillar("vehicles"), "output"), Words())


def timeline() -> Chart:
    dataset = region(events=(happened("Founded.", "2018"), happened("Restarted.", "2020-02-14")))
    return chart(dataset, Question("timeline", MAKER), Words())


Show = Callable[..., ChartView]

# A tooltip raises its window, of which the offscreen platform has none to raise.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(answer: Chart | None, width: int = 700) -> ChartView:
        view = ChartView()
        qtbot.addWidget(view)
        view.resize(width, 100 if answer is None else round(natural_height(answer, width, ON_SCREEN)))
        if answer is not None:
            view.set_chart(answer)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return shown


def middle(box: Box) -> QPoint:
    return QPointF(box.x + box.width / 2, box.y + box.height / 2).toPoint()


def boxes(view: ChartView) -> list[Box]:
    assert view.chart is not None
    placed = layout(view.chart, view.width(), view.height(), ON_SCREEN)
    return [target.box for target in placed.targets]


def move(view: ChartView, place: QPoint) -> None:
    globally = QPointF(view.mapToGlobal(place))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), globally, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def time_at(view: ChartView, x: float) -> float:
    """Return the time that stands at a place of the chart."""
    assert view.placed is not None
    box, (low, high) = view.placed.panels[0].plot.box, seen_range(view)
    return low + (x - box.x) / box.width * (high - low)


def drag(view: ChartView, start: QPoint, end: QPoint) -> None:
    """Drag the chart in small steps, painting it in between."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    steps = [start + (end - start) * (number / 20) for number in range(21)]
    moves = [(QEvent.Type.MouseMove, step, none, left) for step in steps]
    for kind, place, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        *moves,
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        modifiers = Qt.KeyboardModifier.NoModifier
        globally = QPointF(view.mapToGlobal(place))
        QApplication.sendEvent(view, QMouseEvent(kind, QPointF(place), globally, button, buttons, modifiers))
        QApplication.processEvents()


def turn(
    view: ChartView,
    steps: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPoint | None = None,
) -> bool:
    """Turn the wheel over a place, else the middle of the chart, and return whether the chart took it."""
    place = QPointF(at or view.rect().center())
    angle = QPoint(0, 120 if steps > 0 else -120)
    taken = False
    for _ in range(abs(steps)):
        event = QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's constructor takes it in this place
        )
        QApplication.sendEvent(view, event)
        taken = event.isAccepted()
    return taken


def seen_range(view: ChartView) -> tuple[float, float]:
    assert view.time_range is not None
    return view.time_range


# -- the picture ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [over_time, ranking, timeline])
@pytest.mark.parametrize("width", [420, 1100])
def test_it_looks_as_in_a_file_without_what_zooms_it(show: Show, make: Callable[[], Chart], width: int) -> None:
    view = show(make(), width)
    view.clearFocus()
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, LIGHT)
    canvas.rectangle(Box(0, 0, view.width(), view.height()), LIGHT.surface)
    paint(layout(make(), view.width(), view.height(), ON_SCREEN), canvas, clipped=True)
    painter.end()
    assert view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == image


def test_a_chart_is_painted_and_read_before_pyqtgraph_is_loaded() -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Question
from heartland_gui.rendering.screen.view import ChartView, load_zooming
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, model_case
view = ChartView()
view.resize(700, 400)
view.set_chart(chart(model_case(), Question("over-time", MAKER, "output"), Words()))
view.grab()
assert view.placed.targets and not view.is_zoomed
assert "pyqtgraph" not in sys.modules
load_zooming()
assert "pyqtgraph" in sys.modules
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", program], env=environment, cwd=root, check=True, timeout=120)


def test_another_chart_takes_the_place_of_the_first(show: Show) -> None:
    view = show(over_time())
    before, answer = view.grab().toImage(), ranking()
    view.set_chart(answer)
    assert view.chart is answer
    assert view.time_range is None
    assert view.grab().toImage() != before


def test_an_empty_view_does_no_harm(show: Show) -> None:
    view = show(None)
    view.reset_view()
    move(view, QPoint(20, 20))
    assert target_at(view.placed, 20, 20) is None
    assert row_at(view.placed, 20, 20) is None


# -- reading out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [over_time, ranking, timeline])
def test_every_mark_is_read_out_where_it_stands(show: Show, make: Callable[[], Chart]) -> None:
    view = show(make())
    found = boxes(view)
    assert len(found) == sum(hasattr(mark, "details") for panel in make().panels for mark in panel.marks)
    for box in found:
        place = middle(box)
        move(view, place)
        target = target_at(view.placed, place.x(), place.y())
        assert target is not None
        assert QToolTip.text() == plain_tip(target.details.read_out)
        assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_away_from_marks_nothing_is_read_out(show: Show) -> None:
    view = show(over_time())
    corner = QPoint(view.width() - 3, 3)
    move(view, middle(boxes(view)[0]))
    move(view, corner)
    assert target_at(view.placed, corner.x(), corner.y()) is None
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_name_and_the_sentence_are_there_for_screen_readers(show: Show) -> None:
    view = show(over_time())
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Maker Works: Vehicles produced, 2019–2020"
    assert read.text(QAccessible.Text.Description) == over_time().sentence


# -- clicking ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "source"), [(over_time, "paper"), (ranking, "yearbook")])
def test_a_click_on_a_mark_asks_for_its_figure(
    qtbot: QtBot, show: Show, make: Callable[[], Chart], source: str
) -> None:
    view = show(make())
    with qtbot.waitSignal(view.figure_requested) as asked, qtbot.assertNotEmitted(view.source_requested):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(boxes(view)[0]))
    assert asked.args is not None
    assert asked.args[0].source == source


def test_a_click_on_a_mark_without_a_figure_asks_for_its_source(qtbot: QtBot, show: Show) -> None:
    view = show(timeline())
    with qtbot.waitSignal(view.source_requested) as asked, qtbot.assertNotEmitted(view.figure_requested):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(boxes(view)[0]))
    assert asked.args == ["paper"]


def test_a_click_on_the_name_of_a_row_asks_for_its_page(qtbot: QtBot, show: Show) -> None:
    view = show(ranking())
    for box, expected in zip(boxes(view), ("rival", "maker", "third"), strict=True):
        name = QPoint(20, middle(box).y())
        asked: list[Ref] = []
        view.subject_requested.connect(asked.append)
        with qtbot.assertNotEmitted(view.figure_requested):
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=name)
        view.subject_requested.disconnect(asked.append)
        assert asked == [company(expected)]


@pytest.mark.parametrize("kind", [Area, Circle])
def test_a_click_on_a_map_leads_to_the_city(qtbot: QtBot, show: Show, kind: type[Area | Circle]) -> None:
    figures = (seen(value, "2019", subject=name) for name, value in (("north", 20), ("south", 30)))
    view = show(chart(mapped(*figures), Question("map", REGION, "output"), Words()))
    assert view.placed is not None
    panel = view.placed.panels[0]
    mark = next(mark for mark in panel.panel.marks if isinstance(mark, kind))
    box = mark_box(mark, panel.plot)
    assert box is not None
    # Land in its corner, off its circle.
    place = middle(box) if kind is Circle else QPointF(box.x + 4, box.y + 4).toPoint()
    asked: list[Ref] = []
    view.subject_requested.connect(asked.append)
    with qtbot.assertNotEmitted(view.source_requested):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    view.subject_requested.disconnect(asked.append)
    assert asked == [Ref(SubjectKind.PLACE, "north")]


def test_a_click_beside_everything_asks_for_nothing(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    with qtbot.assertNotEmitted(view.figure_requested), qtbot.assertNotEmitted(view.subject_requested):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 3, 3))


def test_a_drag_and_another_button_are_no_click(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    place = middle(boxes(view)[0])
    with qtbot.assertNotEmitted(view.figure_requested):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place - QPoint(40, 0))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=place)


# -- zooming ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [long_run, ranking])
def test_the_wheel_alone_scrolls_the_page(show: Show, make: Callable[[], Chart]) -> None:
    view = show(make())
    before = view.time_range
    assert not turn(view, 3)
    assert view.time_range == before


def test_the_wheel_with_ctrl_zooms_within_limits(show: Show) -> None:
    view = show(long_run())
    whole = long_run().x.bounds
    assert seen_range(view) == pytest.approx(whole)
    assert turn(view, 3, Qt.KeyboardModifier.ControlModifier)
    low, high = seen_range(view)
    assert whole[0] <= low < high <= whole[1]
    assert high - low < whole[1] - whole[0]
    turn(view, 200, Qt.KeyboardModifier.ControlModifier)
    low, high = seen_range(view)
    assert high - low == pytest.approx(1), "yearly figures are not looked at more closely than a year"
    turn(view, -300, Qt.KeyboardModifier.ControlModifier)
    assert seen_range(view) == pytest.approx(whole)


def test_what_is_under_the_pointer_stays_there_while_it_is_zoomed(show: Show) -> None:
    view = show(long_run())
    x, y = view.width() // 3, view.height() // 2
    before = time_at(view, x)
    for _ in range(3):
        assert turn(view, 1, Qt.KeyboardModifier.ControlModifier, QPoint(x, y))
        assert time_at(view, x) == pytest.approx(before, abs=1e-6)
    view.resize(900, 500)
    before = time_at(view, x)
    turn(view, 1, Qt.KeyboardModifier.ControlModifier, QPoint(x, y))
    assert time_at(view, x) == pytest.approx(before, abs=1e-6), "also in another size"


def test_time_is_dragged_sideways_with_the_pointer(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pyqtgraph.CONFIG_OPTIONS, "mouseRateLimit", -1)  # else fast moves are left out
    view = show(long_run())
    turn(view, 6, Qt.KeyboardModifier.ControlModifier)
    y, before = view.height() // 2, seen_range(view)
    grabbed = time_at(view, 400)
    drag(view, QPoint(400, y), QPoint(300, y))
    # The first few pixels might still be a click.
    year = (before[1] - before[0]) / 600
    assert time_at(view, 300) == pytest.approx(grabbed, abs=8 * year)
    low, high = seen_range(view)
    assert low > before[0]
    assert high - low == pytest.approx(before[1] - before[0])
    drag(view, QPoint(300, y), QPoint(300, y + 90))
    assert seen_range(view) == pytest.approx((low, high)), "not up and down"


def test_time_is_labelled_however_near(show: Show) -> None:
    view = show(long_run())
    for _ in range(40):
        turn(view, 1, Qt.KeyboardModifier.ControlModifier)
        axis = long_run().x
        assert isinstance(axis, TimeAxis)
        assert any(tick.label for tick in time_ticks(*seen_range(view), Words(), 8, axis.finest))


def test_a_ranking_does_not_zoom(show: Show) -> None:
    assert not turn(show(ranking()), 2, Qt.KeyboardModifier.ControlModifier)


def test_marks_out_of_sight_cannot_be_hit(show: Show) -> None:
    view = show(long_run())
    whole = view.placed
    turn(view, 30, Qt.KeyboardModifier.ControlModifier)
    near = view.placed
    assert whole is not None
    assert near is not None
    assert len(near.targets) < len(whole.targets)
    area = near.panels[0].plot.box.grown(12)
    assert all(area.contains((target.box.x, target.box.y)) for target in near.targets)


def test_the_view_can_be_reset(show: Show) -> None:
    view = show(long_run())
    turn(view, 5, Qt.KeyboardModifier.ControlModifier)
    view.reset_view()
    assert seen_range(view) == pytest.approx(long_run().x.bounds)


def test_another_chart_is_shown_whole(show: Show) -> None:
    view = show(long_run())
    turn(view, 5, Qt.KeyboardModifier.ControlModifier)
    for make in (timeline, long_run, over_time):
        view.set_chart(make())
        assert seen_range(view) == pytest.approx(make().x.bounds)


# -- colours, focus, end ----------------------------------------------------------------------------------------


def test_the_background_is_the_theme_s(show: Show) -> None:
    view = show(over_time())
    view.clearFocus()
    assert view.grab().toImage().pixelColor(2, view.height() - 2).name() == LIGHT.surface


def test_the_keyboard_s_focus_is_shown(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    view.clearFocus()
    before = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != before
    view.clearFocus()
    assert view.grab().toImage() == before


def test_a_view_that_is_deleted_is_gone() -> None:
    view = ChartView()
    view.resize(500, 300)
    view.set_chart(long_run())
    view.show()
    turn(view, 3, Qt.KeyboardModifier.ControlModifier)
    kept, zoom = weakref.ref(view), weakref.ref(view._zoom)
    assert zoom() is not None
    view.hide()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(view)
    del view
    gc.collect()
    assert kept() is None
    assert zoom() is None


def test_a_read_out_stays_while_the_pointer_rests(show: Show) -> None:
    view = show(over_time())
    place = middle(boxes(view)[0])
    move(view, place)
    said = QToolTip.text()
    assert said
    resting = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, resting)
    assert QToolTip.text() == said
    assert QToolTip.isVisible()


def test_a_view_says_whether_only_a_part_of_the_time_is_seen(show: Show) -> None:
    view = show(long_run())
    assert not view.is_zoomed
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.is_zoomed
    view.reset_view()
    assert not view.is_zoomed
    assert not show(ranking()).is_zoomed


def test_a_subject_is_ringed_until_another_is(show: Show) -> None:
    figures = [seen(value, "2019", subject=name) for name, value in (("north", 20), ("south", 30))]
    view = show(chart(mapped(*figures), Question("map", REGION, "output"), Words()))
    north, south = Ref(SubjectKind.PLACE, "north"), Ref(SubjectKind.PLACE, "south")
    view.mark_subject(south)
    ringed = view._ringed
    assert ringed is not None
    assert ringed.details.subject == south
    assert view.placed is not None
    lands = [target.box for target in view.placed.targets if target.details.subject == south]
    assert ringed.box.width == min(box.width for box in lands), "the circle, not the land"
    view.resize(900, view.height())
    QApplication.processEvents()
    assert view._ringed is not None, "also in another size"
    view.mark_subject(north)
    assert view._ringed.details.subject == north
    view.mark_subject(None)
    assert view._ringed is None


def test_without_pyqtgraph_a_chart_is_read_and_followed_and_only_not_zoomed(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "heartland_gui.rendering.screen.zooming", None)
    view = show(over_time())
    assert not turn(view, 2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert not view.is_zoomed
    with qtbot.waitSignal(view.figure_requested):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(boxes(view)[0]))


def test_a_click_that_shakes_a_little_is_still_a_click(qtbot: QtBot, show: Show) -> None:
    view = show(ranking())
    place = middle(boxes(view)[0])
    for by, is_click in ((QPoint(4, 0), True), (QPoint(0, 4), True), (QPoint(5, 0), False), (QPoint(0, 5), False)):
        asked: list[object] = []
        view.figure_requested.connect(asked.append)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place + by)
        view.figure_requested.disconnect(asked.append)
        assert bool(asked) is is_click, by


def test_the_pointer_may_leave_and_takes_the_read_out_with_it(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    move(view, middle(boxes(view)[0]))
    assert QToolTip.isVisible()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_an_outline_shows_the_keyboard_and_goes_with_it_but_no_click_brings_it(show: Show) -> None:
    view = show(ranking())
    view.clearFocus()
    plain = view.grab().toImage()
    for reason, is_outlined in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, reason))
        focused = view.grab().toImage()
        assert (focused.pixelColor(1, view.height() // 2) != plain.pixelColor(1, view.height() // 2)) is is_outlined
        assert (focused.pixelColor(view.width() - 2, 100) != plain.pixelColor(view.width() - 2, 100)) is is_outlined
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert view.grab().toImage() == plain


def test_keys_zoom_in_and_out_by_the_same_factor_around_what_is_read(show: Show) -> None:
    view = show(long_run())
    whole = seen_range(view)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        before = seen_range(view)
        QTest.keyClick(view, key)
        low, high = seen_range(view)
        assert high - low == pytest.approx(0.8 * (before[1] - before[0]))
        assert low + high == pytest.approx(sum(whole)), "around the middle"
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert seen_range(view)[1] - seen_range(view)[0] == pytest.approx(0.8 * (whole[1] - whole[0]))
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right)
    current = view._cursor.current
    assert current is not None
    before_x = current.box.x + current.box.width / 2
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.placed is not None
    after = view._cursor.current
    assert after is not None
    assert after.box.x + after.box.width / 2 == pytest.approx(before_x, abs=3), "the mark stays where it is"
