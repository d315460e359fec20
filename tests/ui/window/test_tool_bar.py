"""The tool bar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.actions.action import Tool
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.tool_bar import FindField, ToolBar

SND = Ref(SubjectKind.COMPANY, "snd")


def badge(window: MainWindow) -> QLabel:
    found = window.tools.buttons[Tool.COMPARE].findChild(QLabel)
    assert isinstance(found, QLabel)
    return found


def test_it_is_one_row_that_stays_where_it_is(window: MainWindow) -> None:
    assert (window.tools.height(), window.tools.isMovable(), window.tools.isFloatable()) == (46, False, False)
    assert all(button.height() == 32 for button in window.tools.buttons.values())


def test_words_stand_beside_icons_where_there_is_room(window: MainWindow) -> None:
    style = Qt.ToolButtonStyle
    worded = (Tool.AS_OF, Tool.COMPARE, Tool.EXPORT)
    for width, expected in ((1279, style.ToolButtonIconOnly), (1280, style.ToolButtonTextBesideIcon)):
        window.resize(width, 800)
        assert {window.tools.buttons[tool].toolButtonStyle() for tool in worded} == {expected}
    others = [button for tool, button in window.tools.buttons.items() if tool not in worded]
    assert {button.toolButtonStyle() for button in others} == {style.ToolButtonIconOnly}
    assert [window.tools.buttons[tool].text() for tool in worded] == ["As of today", "Compare", "Export"]


@pytest.mark.parametrize(("width", "widest"), [(1440, 470), (1200, 330), (720, 330)])
def test_the_field_stands_in_the_middle_of_its_room(window: MainWindow, width: int, widest: int) -> None:
    window.resize(width, 800)
    QApplication.processEvents()
    field, tools = window.tools.field, window.tools
    assert field is not None
    assert 100 < field.width() <= widest
    left = tools.buttons[Tool.FORWARD].geometry().right()
    right = tools.buttons[Tool.AS_OF].geometry().left()
    assert abs((field.geometry().left() - left) - (right - field.geometry().right())) < 8
    assert tools.settings.geometry().right() < width


def test_every_button_has_a_name_and_a_tip_with_its_key(window: MainWindow) -> None:
    for button in window.tools.buttons.values():
        assert button.accessibleName()
        keys = button.defaultAction().shortcut().toString()
        assert button.toolTip().endswith(f"({keys})")
    assert (window.tools.settings.accessibleName(), bool(window.tools.settings.toolTip())) == ("View settings", True)


def test_the_number_says_how_many_are_gathered(window: MainWindow) -> None:
    assert badge(window).isHidden()
    before = window.tools.buttons[Tool.COMPARE].sizeHint().width()
    window.session.go_to(SND)
    window.actions_by_id["compare_this"].trigger()
    assert (badge(window).isVisible(), badge(window).text()) == (True, "1")
    assert window.tools.buttons[Tool.COMPARE].sizeHint().width() > before + 15
    assert badge(window).geometry().right() < window.tools.buttons[Tool.COMPARE].width()
    window.actions_by_id["compare_this"].trigger()
    assert badge(window).isHidden()


def test_a_day_that_is_set_is_seen(window: MainWindow) -> None:
    button = window.tools.buttons[Tool.AS_OF]
    assert button.property("day") != "true"
    window.session.show_as_of(date(2020, 6, 1))
    assert (button.property("day"), button.text()) == ("true", "1 June 2020")
    assert button.grab().toImage().pixelColor(3, 16).name() == LIGHT.selection
    window.session.show_as_of(None)
    assert button.property("day") == "false"


def test_what_is_seen_on_a_button_is_in_its_name(window: MainWindow) -> None:
    compare, day = window.tools.buttons[Tool.COMPARE], window.tools.buttons[Tool.AS_OF]
    names = compare.accessibleName(), day.accessibleName()
    window.comparing.add(Ref(SubjectKind.COMPANY, "snd"))
    window.session.show_as_of(date(2020, 6, 1))
    assert (compare.accessibleName(), day.accessibleName()) == ("Compare (1)", f"{names[1]}, 1 June 2020")
    window.session.show_as_of(None)
    window.comparing.remove(Ref(SubjectKind.COMPANY, "snd"))
    assert (compare.accessibleName(), day.accessibleName()) == names


def test_a_bookmark_that_is_set_is_filled(window: MainWindow) -> None:
    button = window.tools.buttons[Tool.BOOKMARK]
    before = button.icon().pixmap(20).toImage()
    window.actions_by_id["bookmark"].trigger()
    assert button.icon().pixmap(20).toImage() != before
    assert button.accessibleName() == "Remove bookmark"
    window.actions_by_id["bookmark"].trigger()
    assert button.icon().pixmap(20).toImage() == before


def opened(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_buttons_offer_history_and_bookmarks(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["bookmark"].trigger()
    back, kept = (window.tools.buttons[tool].menu() for tool in (Tool.BACK, Tool.BOOKMARK))
    assert opened(back) == ["Province"]
    assert opened(kept) == ["SND Vehicles", "Bookmarks and history"]
    back.actions()[0].trigger()
    assert window.session.selection.page == window.session.dataset.region_ref
    kept.actions()[0].trigger()
    assert window.session.selection.page == SND


def test_down_opens_a_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.go_to(SND)
    button = window.tools.buttons[Tool.BACK]
    opened: list[bool] = []
    monkeypatch.setattr(button, "showMenu", lambda: opened.append(True))
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert opened == [True]


def test_how_the_window_looks_is_in_one_menu(window: MainWindow) -> None:
    menu = window.tools.settings.menu()
    assert opened(menu) == ["Language", "Theme", "Text size", "Panes", "&Full screen"]
    (theme,) = [within for within in menu.findChildren(QMenu) if within.title() == "Theme"]
    assert window.actions_by_id["theme_dark"] in theme.actions()


def test_the_field_does_what_its_action_does(qtbot: QtBot) -> None:
    action = QAction("Fin&d …")
    action.setShortcut("Ctrl+K")
    done: list[bool] = []
    action.triggered.connect(lambda: done.append(True))
    field = FindField(action, Words(), LIGHT, None)  # type: ignore[arg-type] # alone
    qtbot.addWidget(field)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert (field.accessibleName(), field.accessibleDescription()) == (
        "Find …",
        "Find a company, place, figure or source",
    )
    action.setEnabled(False)
    assert not field.isEnabled()


def test_a_bar_of_few_tools_has_these_only(qtbot: QtBot) -> None:
    action = QAction("&Back")
    action.setObjectName("back")
    bar = ToolBar(Words(), LIGHT, {Tool.BACK: action})
    qtbot.addWidget(bar)
    assert [each.objectName() for each in bar.tab_order()] == ["tool_back", "tool_view_settings"]
    assert bar.field is None
