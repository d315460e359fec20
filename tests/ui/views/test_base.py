"""What the pages of the whole dataset have in common."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.pages.page import Cell, FigureTable
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TablePage:
    made = TablePage(session, "lists", "All lists", None, widest=1)
    qtbot.addWidget(made)
    made.table.show_cells(["A", "B"], [(Cell("a"), Cell("b")), (Cell("c"), Cell("d"))])
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def is_as_high(table: QWidget, card: QWidget, most: int) -> bool:
    return most - 60 < table.height() <= most and card.height() == table.height() + 2


def test_a_table_stands_in_a_card_that_ends_with_its_rows(session: Session, qtbot: QtBot) -> None:
    page = TablePage(session, "things", "Things", None, widest=0)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    for count, most in ((2, 120), (100, 420)):
        page.show_table(FigureTable("", ("Name",), [(Cell(str(row), row),) for row in range(count)]))
        card = page.table.parentWidget()
        assert card is not None
        assert card.property("card") == "true"
        qtbot.waitUntil(partial(is_as_high, page.table, card, most))
        assert card.y() < 160, "it follows at once on what stands above"


def test_the_page_and_its_table_have_names(page: TablePage) -> None:
    assert (page.objectName(), page.table.objectName()) == ("lists_page", "lists")
    assert (page.title.text(), page.table.accessibleName()) == ("All lists", "All lists")
    assert page.explanation.textFormat() is Qt.TextFormat.PlainText


def test_the_keyboard_walks_the_rows_from_the_first(page: TablePage, qtbot: QtBot) -> None:
    page.take_keyboard()
    qtbot.waitUntil(page.table.hasFocus)
    assert page.table.currentIndex().row() == 0
    page.table.selectRow(1)
    page.take_keyboard()
    assert page.table.currentIndex().row() == 1, "where it was, it stays"
    page.table.show_cells(["A"], [])
    page.take_keyboard()
    assert not page.table.currentIndex().isValid()


def test_buttons_come_before_the_table_and_do_what_they_say(page: TablePage, qtbot: QtBot) -> None:
    done: list[str] = []
    first = page.add_button("First", lambda: done.append("first"))
    second = page.add_button("Second", lambda: done.append("second"))
    second.click()
    first.click()
    assert done == ["second", "first"]
    # A button that was added to what is on the screen is shown with the next event.
    first.show()
    second.show()
    first.setFocus()
    reached = []
    for _ in range(2):
        page.focusNextChild()
        reached.append(QApplication.focusWidget())
    assert reached == [second, page.table]


def test_buttons_stand_between_what_is_said_and_the_table(page: TablePage) -> None:
    page.explanation.setText("What is listed.")
    page.add_button("First", lambda: None).show()
    page.add_button("Second", lambda: None).show()
    assert as_read(page) == [["page_title"], ["What is listed."], ["First", "Second"], ["lists"]]


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
