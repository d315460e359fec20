"""The tool bar: the way to the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.tool_bar import Breadcrumb, ToolBar, elided_names

SND = Ref(SubjectKind.COMPANY, "snd")


ENERGY = Ref(SubjectKind.PILLAR, "energy")


def test_the_breadcrumb_leads_back_up(window: MainWindow) -> None:
    window.resize(1200, 700)
    window.session.choose_listing(ENERGY)
    window.session.go_to(SND)
    crumbs = [window.findChild(QPushButton, f"crumb_{number}") for number in range(3)]
    names = [crumb.text() for crumb in crumbs if crumb]
    assert names == ["Province", "New energy && materials", "SND Vehicles"]
    assert crumbs[1] is not None
    QTest.mouseClick(crumbs[1], Qt.MouseButton.LeftButton)
    assert window.session.selection.page == ENERGY


def test_long_steps_of_the_breadcrumb_give_way_first(window: MainWindow) -> None:
    metrics = window.fontMetrics()
    names = ["Shanxi", "A very long name of something that takes much room", "Short"]
    assert elided_names(names, metrics, 2000) == names
    short = elided_names(names, metrics, 260)
    assert short[0] == "Shanxi"
    assert short[1].endswith("…")
    assert short[2] == "Short"


def test_the_way_to_a_view_leads_over_the_region(session: Session, qtbot: QtBot) -> None:
    crumbs = Breadcrumb(session)
    qtbot.addWidget(crumbs)
    crumbs.resize(900, 30)
    crumbs.show()
    session.go_to(SND)
    session.choose_view(View.SOURCES)
    shown = [button for button in crumbs.steps if button.isVisible()]
    assert [button.text() for button in shown] == ["Province", "All sources"]
    assert shown[0].accessibleName() == "Go to Province"
    shown[0].click()
    assert (session.selection.page, session.selection.view) == (session.dataset.region_ref, View.SUBJECT)
    assert [button.text() for button in crumbs.steps if button.isVisible()] == ["Province"]
    session.go_to(comparison_of(("snd",)))
    assert [button.text() for button in crumbs.steps if button.isVisible()][-1] == "Comparison"


def test_arrows_stand_between_steps_and_not_before_the_first(session: Session, qtbot: QtBot) -> None:
    crumbs = Breadcrumb(session)
    qtbot.addWidget(crumbs)
    crumbs.resize(900, 30)
    crumbs.show()
    session.choose_listing(ENERGY)
    session.go_to(SND)
    arrows = [label for label in crumbs.findChildren(QLabel) if label.isVisible()]
    assert [arrow.text() for arrow in arrows] == ["›", "›"]
    xs = sorted(
        (widget.x(), widget.metaObject().className()) for widget in (*arrows, *crumbs.steps) if widget.isVisible()
    )
    assert [name for _, name in xs] == ["QPushButton", "QLabel", "QPushButton", "QLabel", "QPushButton"]


def test_no_step_becomes_shorter_than_can_be_read(window: MainWindow) -> None:
    metrics = window.fontMetrics()
    names = ["A long name of the first", "A long name of the second"]
    assert all(name.endswith("…") for name in elided_names(names, metrics, 10))
    assert all(50 < metrics.horizontalAdvance(name) <= 60 for name in elided_names(names, metrics, 10))


def test_tools_are_buttons_with_the_names_of_their_actions(session: Session, qtbot: QtBot) -> None:
    left, right = QAction("&Back"), QAction("Fin&d …")
    left.setObjectName("back")
    right.setObjectName("find")
    bar = ToolBar(session, [left], [right])
    qtbot.addWidget(bar)
    buttons = bar.findChildren(QToolButton)
    assert [(button.objectName(), button.accessibleName()) for button in buttons] == [
        ("tool_back", "Back"),
        ("tool_find", "Find …"),
    ]
    assert [button.toolButtonStyle() for button in buttons] == [
        Qt.ToolButtonStyle.ToolButtonIconOnly,
        Qt.ToolButtonStyle.ToolButtonTextOnly,
    ]
    assert [button.property("flat_row") for button in buttons] == ["true", None]
    right.setText("&Other")
    assert buttons[1].accessibleName() == "Other"
    assert bar.tab_order() == [buttons[0], *bar.breadcrumb.steps, buttons[1]]
