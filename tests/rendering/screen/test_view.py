"""A chart on the screen: as high as it needs, readable by pointer and by voice, zoomed only when asked to."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart
from heartland_gui.charts.scales import time_ticks
from heartland_gui.charts.spec import Area, Chart, Circle, Question, TimeAxis
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.layout import layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE
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
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a chart; afterwards the view goes as it does on a page, since pyqtgraph's `close` crashes."""
    views: list[ChartView] = []

    def shown(answer: Chart | None, width: int = 700) -> ChartView:
        view = ChartView()
        views.append(view)
        view.resize(width, 100)
        if answer is not None:
            view.set_chart(answer)
        with qtbot.waitExposed(view):
            view.show()
        return view

    yield shown
    for view in views:
        view.hide()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def middle(box: Box) -> QPoint:
    return QPointF(box.x + box.width / 2, box.y + box.height / 2).toPoint()


def boxes(view: ChartView) -> list[Box]:
    assert view.chart is not None
    placed = layout(view.chart, view.width(), view.height(), ON_PAGE)
    return [target.box for target in placed.targets]


def move(view: ChartView, place: QPoint) -> None:
    globally = QPointF(view.viewport().mapToGlobal(place))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), globally, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def turn(view: ChartView, steps: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    """Turn the wheel over the middle of the chart and return whether the chart took it."""
    place = QPointF(view.rect().center())
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
        QApplication.sendEvent(view.viewport(), event)
        taken = event.isAccepted()
    return taken


def seen_range(view: ChartView) -> tuple[float, float]:
    low, high = view._view_box.viewRange()[0]
    return low, high


# -- size -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [over_time, ranking, timeline])
@pytest.mark.parametrize("width", [420, 700, 1100])
def test_the_height_follows_the_width(show: Show, make: Callable[[], Chart], width: int) -> None:
    view = show(make())
    view.resize(width, view.height())
    assert view.height() == round(natural_height(make(), width))


def test_another_chart_has_another_height(show: Show) -> None:
    view = show(over_time())
    answer = ranking()
    view.set_chart(answer)
    assert view.height() == round(natural_height(answer, view.width()))
    assert view.chart is answer


def test_an_empty_view_does_no_harm(show: Show) -> None:
    view = show(None)
    view.reset_view()
    move(view, QPoint(20, 20))
    assert target_at(view._placed, 20, 20) is None
    assert row_at(view._placed, 20, 20) is None


# -- reading out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [over_time, ranking, timeline])
def test_every_mark_is_read_out_where_it_stands(show: Show, make: Callable[[], Chart]) -> None:
    view = show(make())
    found = boxes(view)
    assert len(found) == sum(hasattr(mark, "datum") for panel in make().panels for mark in panel.marks)
    for box in found:
        place = middle(box)
        move(view, place)
        target = target_at(view._placed, place.x(), place.y())
        assert target is not None
        assert QToolTip.text() == plain_tip(target.datum.read_out)
        assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_away_from_marks_nothing_is_read_out(show: Show) -> None:
    view = show(over_time())
    corner = QPoint(view.width() - 3, 3)
    move(view, middle(boxes(view)[0]))
    move(view, corner)
    assert target_at(view._placed, corner.x(), corner.y()) is None
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_name_and_the_sentence_are_there_for_screen_readers(show: Show) -> None:
    view = show(over_time())
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Maker Works: Vehicles produced, 2019–2020"
    assert read.text(QAccessible.Text.Description) == over_time().sentence


# -- clicking ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "source"), [(over_time, "paper"), (ranking, "yearbook"), (timeline, "paper")])
def test_a_click_on_a_mark_asks_for_its_source(
    qtbot: QtBot, show: Show, make: Callable[[], Chart], source: str
) -> None:
    view = show(make())
    with qtbot.waitSignal(view.source_requested) as asked, qtbot.assertNotEmitted(view.subject_requested):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(boxes(view)[0]))
    assert asked.args == [source]


def test_a_click_on_the_name_of_a_row_asks_for_its_page(qtbot: QtBot, show: Show) -> None:
    view = show(ranking())
    for box, expected in zip(boxes(view), ("rival", "maker", "third"), strict=True):
        name = QPoint(20, middle(box).y())
        asked: list[Ref] = []
        view.subject_requested.connect(asked.append)
        with qtbot.assertNotEmitted(view.source_requested):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=name)
        view.subject_requested.disconnect(asked.append)
        assert asked == [company(expected)]


@pytest.mark.parametrize("kind", [Area, Circle])
def test_a_click_on_a_map_leads_to_the_city(qtbot: QtBot, show: Show, kind: type[Area | Circle]) -> None:
    figures = (seen(value, "2019", subject=name) for name, value in (("north", 20), ("south", 30)))
    view = show(chart(mapped(*figures), Question("map", REGION, "output"), Words()))
    assert view._placed is not None
    panel = view._placed.panels[0]
    mark = next(mark for mark in panel.panel.marks if isinstance(mark, kind))
    box = mark_box(mark, panel.plot)
    assert box is not None
    # Land in its corner, off its circle.
    place = middle(box) if kind is Circle else QPointF(box.x + 4, box.y + 4).toPoint()
    asked: list[Ref] = []
    view.subject_requested.connect(asked.append)
    with qtbot.assertNotEmitted(view.source_requested):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.subject_requested.disconnect(asked.append)
    assert asked == [Ref(SubjectKind.PLACE, "north")]


def test_a_click_beside_everything_asks_for_nothing(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    with qtbot.assertNotEmitted(view.source_requested), qtbot.assertNotEmitted(view.subject_requested):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 3, 3))


def test_a_drag_and_another_button_are_no_click(qtbot: QtBot, show: Show) -> None:
    view = show(over_time())
    place = middle(boxes(view)[0])
    with qtbot.assertNotEmitted(view.source_requested):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(40, 0))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)


# -- zooming ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [long_run, ranking])
def test_the_wheel_alone_scrolls_the_page(show: Show, make: Callable[[], Chart]) -> None:
    view = show(make())
    before = seen_range(view)
    assert not turn(view, 3)
    assert seen_range(view) == before


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
    whole = view._placed
    turn(view, 30, Qt.KeyboardModifier.ControlModifier)
    near = view._placed
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
    view.set_chart(over_time())
    view.show()
    kept, drawing = weakref.ref(view), weakref.ref(view._drawing)
    view.hide()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(view)
    del view
    gc.collect()
    assert kept() is None
    assert drawing() is None


def test_a_read_out_stays_while_the_pointer_rests(show: Show) -> None:
    view = show(over_time())
    place = middle(boxes(view)[0])
    move(view, place)
    said = QToolTip.text()
    assert said
    resting = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), resting)
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
    ringed = view._drawing.read
    assert ringed is not None
    assert ringed.datum.subject == south
    lands = [target.box for target in view._placed.targets if target.datum.subject == south] if view._placed else []
    assert ringed.box.width == min(box.width for box in lands), "the circle, not the land"
    view.resize(900, view.height())
    QApplication.processEvents()
    assert view._drawing.read is not None, "also in another size"
    view.mark_subject(north)
    assert view._drawing.read.datum.subject == north
    view.mark_subject(None)
    assert view._drawing.read is None


def test_a_chart_can_be_made_higher(show: Show) -> None:
    view = show(over_time())
    natural = view.height()
    view.set_least_height(natural + 200)
    assert view.height() == natural + 200
    view.set_least_height(0)
    assert view.height() == natural


def test_a_chart_that_is_shown_late_fills_its_height(qtbot: QtBot, show: Show) -> None:
    view = show(None)
    view.hide()
    view.set_least_height(300)
    view.set_chart(over_time())
    view.setFixedHeight(120)
    view.resize(500, 120)
    with qtbot.waitExposed(view):
        view.show()
    assert view.height() >= 300
    assert view.range.height() == view.height(), "else everything is drawn too low"
