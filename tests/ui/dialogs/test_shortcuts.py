"""Keys that are found by typing, and done with Return."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.actions.action import Action
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read


@pytest.fixture
def keys(window: MainWindow, qtbot: QtBot) -> ShortcutsDialog:
    made = ShortcutsDialog(window.session, window.commands.by_id, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(keys: ShortcutsDialog) -> list[str]:
    cells = keys.table.cells
    return [cells.cell(row, 1).text for row in range(cells.rowCount())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ctrl+e", ["Ctrl+E"]),
        ("find anything", []),
        ("export CHART", ["Ctrl+E"]),
        ("help", ["F1", "Shift+F1"]),
        ("go › filter", ["Ctrl+F"]),
        ("manufacturing", ["Ctrl+2"]),
    ],
)
def test_keys_are_found_by_name_key_and_menu(keys: ShortcutsDialog, typed: str, found: list[str]) -> None:
    keys.field.setText(typed)
    assert rows(keys) == found
    assert ("No results for" in keys.hint.text()) == (not found)


def test_return_does_what_the_row_says(keys: ShortcutsDialog, window: MainWindow) -> None:
    keys.field.setText("go › ")
    QTest.keyClick(keys.field, Qt.Key.Key_Down)
    keys.field.setText("Advanced manufacturing")
    QTest.keyClick(keys.field, Qt.Key.Key_Return)
    assert not keys.isVisible()
    assert window.session.selection.page == Ref(SubjectKind.PILLAR, "making")


def test_the_arrows_walk_from_the_field(keys: ShortcutsDialog) -> None:
    keys.field.setText("pillar")
    QTest.keyClick(keys.field, Qt.Key.Key_Down)
    assert keys.table.currentIndex().row() == 1


def test_return_in_the_sorted_table_means_the_row_that_is_seen(keys: ShortcutsDialog, window: MainWindow) -> None:
    keys.field.setText("go › ")
    keys.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    wanted = rows(keys).index("Ctrl+2")
    keys.table.setCurrentIndex(keys.table.model().index(wanted, 0))
    keys.table.setFocus()
    QTest.keyClick(keys.table, Qt.Key.Key_Return)
    assert window.session.selection.page == Ref(SubjectKind.PILLAR, "making")


def test_what_cannot_be_done_is_said_and_the_list_stays(keys: ShortcutsDialog) -> None:
    keys.field.setText("F8")
    assert rows(keys) == ["F8"]
    QTest.keyClick(keys.field, Qt.Key.Key_Return)
    assert keys.isVisible()
    assert "is not available here" in keys.hint.text()


def declared(window: MainWindow) -> list[Action]:
    return [command.action for command in window.commands.by_id.values()]


def test_the_list_of_shortcuts_names_every_key(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.session, window.commands.by_id, window)
    qtbot.addWidget(dialog)
    rows = dialog.table.cells.rowCount()
    assert rows == sum(bool(one.shortcuts) for one in declared(window))
    assert "Ctrl+E" in [dialog.table.cells.cell(row, 1).text for row in range(rows)]


def test_the_field_stands_above_what_it_finds(keys: ShortcutsDialog) -> None:
    keys.show()
    assert as_read(keys) == [["shortcuts_field"], ["shortcuts"], ["shortcuts_hint"], ["Close"]]


def test_it_is_as_large_as_a_list_of_keys_needs_and_the_screen_allows(keys: ShortcutsDialog) -> None:
    available = keys.screen().availableSize()
    assert keys.width() == min(760, available.width())
    assert keys.height() <= min(640, available.height())
    assert keys.width() > keys.height()
