"""A page that is a table begins at its first row for the keyboard, and again where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from heartland_gui.ui.window.main_window import MainWindow


def test_the_keyboard_begins_at_the_first_row_and_comes_back_to_where_it_was(window: MainWindow) -> None:
    window.actions_by_id["all_sources"].trigger()
    table = window.sources.table
    assert table.cells.rowCount() >= 2
    assert table.currentIndex().row() == 0
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    window.sources.take_keyboard()
    assert table.currentIndex().row() == 1
    QApplication.processEvents()
    assert table.hasFocus() or not window.isActiveWindow()
