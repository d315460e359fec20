"""Cells of a table: numbers stand at the right, below a heading at the right, and words at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.pages.page import Cell
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.tables import FactTable, TableModel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROWS = tuple((Cell(f"row {number}"), Cell(f"{number}", key=number, number=True)) for number in range(3))


def test_numbers_and_their_heading_stand_at_the_right() -> None:
    model = TableModel()
    model.show_cells(("name", "number"), ROWS)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert [model.index(0, column).data(role) for column in (0, 1)] == [LEFT, RIGHT]
    assert [model.headerData(column, Qt.Orientation.Horizontal, role) for column in (0, 1)] == [LEFT, RIGHT]


def test_a_number_is_painted_at_the_right_of_its_column(qtbot: QtBot, session: Session) -> None:
    table = FactTable(session)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show_cells(("name", "number"), ROWS)
    table.show()
    place = table.visualRect(table.cells.index(1, 1))
    image = table.viewport().grab(place).toImage()
    paper = image.pixelColor(2, 2)
    inked = [x for x in range(image.width()) for y in range(2, image.height() - 2) if image.pixelColor(x, y) != paper]
    assert min(inked) > image.width() / 2
    assert image.width() - 24 < max(inked) < image.width() - 8, "off what stands right of it"


def test_the_keyboard_reaches_the_first_row_and_the_last(qtbot: QtBot, session: Session) -> None:
    table = FactTable(session)
    qtbot.addWidget(table)
    table.show_cells(("name", "number"), ROWS)
    table.show()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == 0
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2
