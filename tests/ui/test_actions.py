"""The declared actions and what is made of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.problems import Problem
from heartland_gui.ui.actions.action import Action, Menu, actions_of, without_key
from heartland_gui.ui.actions.parts import Actions
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")


def declared(window: MainWindow) -> list[Action]:
    return [command.action for command in window.commands.by_id.values()]


def test_ids_and_shortcuts_are_unique(window: MainWindow) -> None:
    every = [one for kind in Actions.__subclasses__() for one in actions_of(kind)]
    assert sorted(one.id for one in every) == sorted(window.commands.by_id)
    keys = Counter(QKeySequence(key).toString() for one in every for key in one.shortcuts)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_every_action_stands_in_its_menu(window: MainWindow) -> None:
    for menu in Menu:
        shown = window.findChild(QMenu, f"menu_{menu.value}")
        assert shown is not None
        names = [action.objectName() for action in shown.actions() if not action.isSeparator()]
        assert names == [one.id for one in declared(window) if one.section.menu is menu]


def test_tools_are_the_actions_that_ask_for_one(window: MainWindow) -> None:
    names = {button.objectName() for button in window.tools.findChildren(QToolButton)}
    assert names == {f"tool_{one.id}" for one in declared(window) if one.tool}


def test_the_list_of_shortcuts_names_every_key(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.session, window.commands.by_id, window)
    qtbot.addWidget(dialog)
    rows = dialog.table.cells.rowCount()
    assert rows == sum(bool(one.shortcuts) for one in declared(window))
    assert "Ctrl+E" in [dialog.table.cells.cell(row, 1).text for row in range(rows)]


def test_pillar_actions_bear_the_pillars_names(window: MainWindow) -> None:
    assert window.actions_by_id["pillar_1"].text() == "New energy && materials"
    assert window.actions_by_id["pillar_2"].isEnabled()
    assert not window.actions_by_id["pillar_3"].isEnabled()


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PILLAR, "making")),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PLACE, "province")),
    ],
)
def test_keys_lead_to_pages(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, page: Ref
) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, key, modifier)
    assert window.session.selection.page == page


def test_alt_arrows_go_back_and_forward(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == window.session.dataset.region_ref
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == SND


def test_a_letter_typed_into_the_filter_is_no_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.companies.filter.hasFocus()
    card = window.page.charts.primary
    assert card is not None
    QTest.keyClick(window.companies.filter, Qt.Key.Key_T)
    assert window.companies.filter.text() == "t"
    assert not card.as_table
    for letters in (window.navigation.view, window.companies.view):
        # A list finds its rows by their first letters.
        letters.setFocus()
        QTest.keyClick(letters, Qt.Key.Key_T)
        assert not card.as_table
    window.page.scroll_area.setFocus()
    QTest.keyClick(window.page.scroll_area, Qt.Key.Key_T)
    assert card.as_table


def test_keys_are_about_the_chart_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = window.page.charts.cards[:2]
    second.drawing_widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    second.drawing_widget.setFocus()
    assert window.page.chart() is second.chart
    QTest.keyClick(second.drawing_widget, Qt.Key.Key_T)
    assert (first.as_table, second.as_table) == (False, True)


def test_nothing_of_another_page_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert window.actions_by_id["copy_table"].isEnabled()
    window.session.go_to(Ref(SubjectKind.COMPANY, "mill"))
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert not window.actions_by_id["copy_table"].isEnabled()
    window.session.go_to(SND)
    window.commands.go.conflicts()
    assert not window.actions_by_id["copy_table"].isEnabled()


def test_the_scale_is_switched_by_a_key(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    before = window.page.chart()
    assert before is not None
    assert before.can_be_logarithmic
    QTest.keyClick(window, Qt.Key.Key_L)
    after = window.page.chart()
    assert after is not None
    assert after.is_logarithmic != before.is_logarithmic


def test_home_resets_the_chart_only_from_the_chart(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card = window.page.charts.primary
    assert card is not None
    drawing = card.drawing
    window.navigation.view.setFocus()
    QTest.keyClick(window.navigation.view, Qt.Key.Key_Home)
    assert vars(drawing)["resets"] == 0
    card.drawing_widget.setFocus()
    QTest.keyClick(card.drawing_widget, Qt.Key.Key_Home)
    assert vars(drawing)["resets"] == 1


def test_copying_puts_a_picture_and_a_table_on_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.actions_by_id["copy_chart"].trigger()
    assert QGuiApplication.clipboard().image().width() == 1600
    window.actions_by_id["copy_table"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Indicator\tPeriod\tValue\t")


def test_a_chart_that_is_shown_as_a_table_is_copied_as_one(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.actions_by_id["table"].trigger()
    card = window.page.charts.active
    assert card is not None
    for copy in (window.actions_by_id["copy_chart"].trigger, card._tools.copy.click):
        QGuiApplication.clipboard().clear()
        copy()
        assert QGuiApplication.clipboard().text().startswith("Period\tValue\t")


def test_reading_again_keeps_the_page(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["reload"].trigger()
    assert window.session.selection.page == SND


def test_without_a_dataset_only_what_is_possible_can_be_done(window: MainWindow, problem: Problem) -> None:
    window.session.open(Path("elsewhere"), None, (problem,))
    enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
    look = {name for name in enabled if name.startswith(("language_", "theme_"))}
    assert enabled - look == {
        "open",
        "reload",
        "quit",
        "full_screen",
        "next_language",
        "problems",
        "preferences",
        "shortcuts",
        "about",
        "explain",
        "recent",
        "whats_this",
    }
    assert {"language_zh", "theme_dark"} <= look


def test_problems_can_be_shown_only_where_there_are_any(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    assert not window.actions_by_id["problems"].isEnabled()
    session.open(session.path, dataset, (problem,))
    window.actions_by_id["problems"].trigger()
    assert window.pages.currentWidget() is window.problems


def test_a_tool_says_its_name_without_the_key_of_its_menu() -> None:
    named = {"&Export …": "Export …", "Fi&lter": "Filter", "导出图表(&E)…": "导出图表…"}
    assert {name: without_key(name) for name in named} == named
