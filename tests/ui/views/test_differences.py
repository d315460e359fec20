"""The table of where sources differ: cells that reach over lines, words that are never cut, and what unfolds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.pages.disagreements import Choice, chosen_figures, differing_figures
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.differences import Column, DifferencesTable
from tests.pages.test_disagreements import differing
from tests.ui.mouse import click_twice


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> DifferencesTable:
    session.open(None, differing())
    made = DifferencesTable(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show_figures(chosen_figures(differing_figures(session.dataset, session.words), Choice(rounding=True)))
    made.show()
    return made


def texts(table: DifferencesTable, column: Column) -> list[str]:
    return [table.lines.text(line, column) for line in table.lines.lines]


def test_cells_reach_over_the_lines_of_their_figure_and_period(table: DifferencesTable) -> None:
    maker = texts(table, Column.FIGURE).index("Maker Works, Vehicles produced, actual, 6 periods")
    assert table.rowSpan(maker, Column.FIGURE) == 9
    assert table.rowSpan(maker, Column.NOTE) == 9
    assert table.rowSpan(maker, Column.PERIOD) == 2
    assert table.rowSpan(maker, Column.APART) == 2
    assert table.rowSpan(maker, Column.VALUE) == 1
    assert table.columnSpan(maker + 8, Column.VALUE) == 2


@pytest.mark.parametrize("width", [500, 700, 760, 900, 1200, 1600])
def test_no_width_needs_a_bar_and_every_cell_has_its_room(table: DifferencesTable, width: int) -> None:
    table.resize(width, 700)
    shown = sum(table.columnWidth(column) for column in Column if not table.isColumnHidden(column))
    assert shown <= table.viewport().width()
    assert table.isColumnHidden(Column.NOTE) is (table.viewport().width() < 760)
    delegate = table._drawn
    widths = [0 if table.isColumnHidden(column) else table.columnWidth(column) for column in Column]
    start = 0
    for row, line in enumerate(table.lines.lines):
        of_figure, own = delegate.needed(line, widths, table.font())
        assert table.rowHeight(row) >= own
        if line.figure_lines:
            start = row
            heights = sum(table.rowHeight(each) for each in range(start, start + line.figure_lines))
            assert heights >= of_figure


def test_what_is_folded_unfolds_and_the_keyboard_stays(table: DifferencesTable) -> None:
    more = texts(table, Column.VALUE).index("Show 2 more periods")
    before = table.lines.rowCount()
    table.setCurrentIndex(table.lines.index(more, Column.VALUE))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.lines.rowCount() == before + 3
    assert table.currentIndex().row() == more
    assert "Show 2 more periods" not in texts(table, Column.VALUE)


def test_return_leads_where_the_cell_does(table: DifferencesTable) -> None:
    figures: list[object] = []
    subjects: list[object] = []
    table.figure_requested.connect(figures.append)
    table.subject_requested.connect(lambda subject, indicator: subjects.append((subject.id, indicator)))
    for column in (Column.VALUE, Column.SOURCE, Column.FIGURE, Column.APART):
        table.setCurrentIndex(table.lines.index(0, column))
        QTest.keyClick(table, Qt.Key.Key_Return)
    said = table.lines.lines[0].said
    assert said is not None
    assert figures == [said.figure, said.figure]
    assert subjects == [("valley", "back-at-work")] * 2


def test_a_double_click_asks_once(table: DifferencesTable) -> None:
    figures: list[object] = []
    table.figure_requested.connect(figures.append)
    click_twice(table, table.visualRect(table.lines.index(0, Column.VALUE)).center())
    assert len(figures) == 1


def test_what_they_are_sorted_by_has_an_arrow(table: DifferencesTable) -> None:
    shown = [table.lines.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert shown == ["Figure", "Period", "What the sources say", "Source", "Apart ↓", "Note"]
