"""Navigation, list and page side by side, or the first two as drawers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.widgets.overlay import Overlay
from heartland_gui.ui.window.columns import Columns
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
BOTH = (Pane.NAVIGATION, Pane.COMPANIES)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1440, 600)
    return made


@pytest.fixture
def columns(host: QWidget) -> Columns:
    made = Columns({pane: QLineEdit(pane.value) for pane in Pane}, QLineEdit("page"), host)
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    made.use_host(host)
    made.offer(BOTH)
    host.show()
    QApplication.processEvents()
    return made


def test_what_is_hidden_leaves_no_edge_behind(columns: Columns) -> None:
    for offered in ((Pane.NAVIGATION,), BOTH, ()):
        columns.offer(offered)
        shown = [width for width in columns.sizes()[:-1] if width]
        assert len(shown) == len(offered)
        page = columns.widget(2)
        assert page is not None
        assert page.width() == 1440 - sum(shown) - len(shown), "at once, not with the next events"


def drawer(host: QWidget, pane: Pane) -> Overlay:
    found = host.findChild(Overlay, f"{pane.value}_drawer")
    assert isinstance(found, Overlay)
    return found


@pytest.mark.parametrize(
    ("width", "sizes"), [(1600, [220, 284]), (1440, [220, 284]), (1280, [208, 260]), (1100, [200]), (1099, [])]
)
def test_each_width_has_its_columns(host: QWidget, columns: Columns, width: int, sizes: list[int]) -> None:
    host.resize(width, 600)
    assert columns.sizes()[:-1] == sizes
    assert columns.sizes()[-1] == width - sum(sizes) - len(sizes)
    assert [columns.shows(pane) for pane in Pane] == [len(sizes) > 0, len(sizes) > 1]


def test_a_page_without_a_list_has_its_room(columns: Columns) -> None:
    columns.offer([Pane.NAVIGATION])
    assert columns.sizes()[:2] == [220, 0]
    columns.toggle(Pane.COMPANIES)
    assert not columns.shows(Pane.COMPANIES), "what is not offered cannot be shown"


def test_what_somebody_hid_stays_hidden(host: QWidget, columns: Columns) -> None:
    columns.toggle(Pane.NAVIGATION)
    assert columns.sizes()[0] == 0
    for width in (1000, 1440):
        host.resize(width, 600)
    columns.offer([Pane.NAVIGATION])
    columns.offer(BOTH)
    assert (columns.shows(Pane.NAVIGATION), columns.shows(Pane.COMPANIES)) == (False, True)
    columns.toggle(Pane.NAVIGATION)
    assert columns.sizes()[0] == 220


def drag(columns: Columns, edge: int, to: int) -> None:
    """Move an edge as the pointer does."""
    columns.moveSplitter(to, edge)
    columns.splitterMoved.emit(to, edge)


def test_a_pane_stays_as_wide_as_it_was_drawn_until_a_double_click(columns: Columns) -> None:
    drag(columns, 1, 300)
    columns.offer([Pane.NAVIGATION])
    columns.offer(BOTH)
    assert columns.sizes()[0] == 300
    assert columns.widths[Pane.NAVIGATION] == 300
    handle = columns.handle(1)
    at = QPointF(0, 10)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseButtonDblClick, at, handle.mapToGlobal(at), button, button, none)
    QApplication.sendEvent(handle, event)
    assert columns.sizes()[0] == 220
    assert Pane.NAVIGATION not in columns.widths


def test_a_pane_that_is_drawn_too_narrow_is_hidden(columns: Columns) -> None:
    drag(columns, 1, 159)
    assert columns.hidden == {Pane.NAVIGATION}
    columns.toggle(Pane.NAVIGATION)
    assert columns.sizes()[0] == 220, "it comes back as wide as can be read"


def test_what_was_remembered_is_taken(columns: Columns) -> None:
    columns.restore({Pane.NAVIGATION: 250, Pane.COMPANIES: 0}, [Pane.COMPANIES])
    assert columns.sizes()[:2] == [250, 0]
    columns.toggle(Pane.COMPANIES)
    assert columns.sizes()[:2] == [250, 284]


def test_a_drawer_lies_over_the_page_and_closes_in_every_way(host: QWidget, columns: Columns, qtbot: QtBot) -> None:
    host.resize(1000, 600)
    assert not columns.shows(Pane.COMPANIES)
    ways: tuple[Callable[[], object], ...] = (
        lambda: columns.toggle(Pane.COMPANIES),
        columns.close_drawers,
        lambda: QTest.keyClick(drawer(host, Pane.COMPANIES), Qt.Key.Key_Escape),
        lambda: columns.offer([Pane.NAVIGATION]),
        lambda: host.resize(1440, 600),
    )
    for close in ways:
        columns.offer(BOTH)
        with qtbot.waitSignal(columns.arranged):
            columns.toggle(Pane.COMPANIES)
        assert (columns.shows(Pane.COMPANIES), drawer(host, Pane.COMPANIES).width()) == (True, 320)
        assert columns.sizes() == [1000]
        close()
        assert drawer(host, Pane.COMPANIES).isHidden()
    assert columns.shows(Pane.COMPANIES), "in a wide window it stands beside the page again"
    assert columns.hidden == frozenset(), "closing a drawer is not hiding"


def test_only_one_drawer_is_open(host: QWidget, columns: Columns) -> None:
    host.resize(1000, 600)
    for pane in Pane:
        columns.toggle(pane)
    assert [columns.shows(pane) for pane in Pane] == [False, True]


def test_a_company_alone_has_the_list_beside_it(window: MainWindow) -> None:
    session = window.session
    shown = []
    ways: tuple[Callable[[], object], ...] = (
        lambda: session.go_to(session.dataset.region_ref),
        lambda: session.go_to(SND),
        lambda: session.go_to(Ref(SubjectKind.PILLAR, "energy")),
        lambda: session.go_to(Ref(SubjectKind.SOURCE, "daily")),
        lambda: session.choose_view(View.SOURCES),
    )
    for go in ways:
        go()
        shown.append((window.navigation.isVisible(), window.companies.isVisible()))
    assert shown == [(True, False), (True, True), (True, False), (True, False), (True, False)]


def test_a_choice_closes_the_drawer_and_walking_over_rows_does_not(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 800)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.go_to(SND)
    window.actions_by_id["navigation_pane"].trigger()
    view = window.navigation.view
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert window.splitter.shows(Pane.NAVIGATION)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not window.splitter.shows(Pane.NAVIGATION)
    window.session.go_to(SND)
    window.actions_by_id["company_pane"].trigger()
    rows = window.companies.view
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center())
    assert not window.splitter.shows(Pane.COMPANIES)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (720, 560), (512, 350), (360, 280)])
def test_the_window_can_be_as_small_as_at_twice_the_size(window: MainWindow, size: tuple[int, int]) -> None:
    window.session.go_to(SND)
    # The least size is that of the columns that are there: from step to step there are fewer.
    for _ in range(2):
        window.resize(*size)
        QApplication.processEvents()
    assert (window.width(), window.height()) == size
