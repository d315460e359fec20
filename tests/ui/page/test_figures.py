"""The card of a page's figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.figure_tables import FiguresBlock, figures_block
from heartland_gui.pages.page import Cell, FigureTable
from heartland_gui.text import Words
from heartland_gui.ui.page.figures import FiguresCard
from heartland_gui.ui.state.session import Session

HEADINGS = ("Figure", "Period", "Value", "Status", "Source", "Note")
EVERY = FigureTable(
    "Figures", HEADINGS, [tuple(Cell(f"{name} {row}", row) for name in HEADINGS) for row in range(30)], kept=(0, 2, 4)
)
YEARS = FigureTable("By year", ("Figure", "2018", "2019"), [(Cell("GDP"), Cell("1"), Cell("2"))], sortable=False)


@pytest.fixture
def card(qtbot: QtBot, session: Session) -> FiguresCard:
    made = FiguresCard(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_many_figures_are_read_by_year_first(card: FiguresCard) -> None:
    card.show_block(FiguresBlock("Figures", EVERY, YEARS))
    assert (card.title.text(), card.count.text()) == ("Figures", "30")
    assert card.forms.isVisible()
    assert card.table.cells.columnCount() == 3
    card.forms.buttons[1].click()
    assert card.table.cells.columnCount() == 6
    assert card.rest.text() == "Show 16 more"
    card.rest.click()
    assert card.table.cells.rowCount() == 30
    assert not card.rest.isVisible()


def test_few_figures_have_one_form(card: FiguresCard) -> None:
    card.show_block(FiguresBlock("Figures", EVERY))
    assert not card.forms.isVisible()
    assert card.table.cells.columnCount() == 6


def test_a_narrow_card_has_fewer_columns_and_more_lines(card: FiguresCard) -> None:
    card.show_block(FiguresBlock("Figures", EVERY))
    card.resize(500, 700)
    assert card.table.cells.columnCount() == 3
    assert card.table.cells.cell(0, 0).folded
    card.resize(900, 700)
    assert card.table.cells.columnCount() == 6


def test_the_page_of_a_source_keeps_its_values_in_a_narrow_card(card: FiguresCard, dataset: Dataset) -> None:
    figures = [figure for figure in dataset.observations() if figure.source == "daily"]
    card.show_block(figures_block(dataset, Ref(SubjectKind.SOURCE, "daily"), figures, Words("en")))
    card.resize(500, 700)
    cells = card.table.cells
    headings = [cells.headerData(column, Qt.Orientation.Horizontal) for column in range(cells.columnCount())]
    assert headings == ["Subject", "Figure", "Value"]
    assert cells.cell(0, 2).figure == figures[0]
    card.resize(900, 700)
    assert cells.columnCount() == 6
    values, periods = card.table.columnWidth(3), card.table.columnWidth(2)
    assert values > periods, "each column has its own part of the width"


def test_the_oldest_years_give_way_where_names_would_have_too_little_room(card: FiguresCard) -> None:
    headings = ("Figure", *(str(year) for year in range(2018, 2026)), "Part of a year")
    row = (Cell("Vehicles produced"), *(Cell(name, number=True) for name in headings[1:]))
    card.show_block(FiguresBlock("Figures", EVERY, FigureTable("By year", headings, [row], sortable=False)))
    cells = card.table.cells
    assert [cells.cell(0, column).text for column in range(cells.columnCount())][1:] == list(headings[1:])
    card.resize(640, 700)
    shown = [cells.cell(0, column).text for column in range(cells.columnCount())]
    assert shown == ["Vehicles produced", "2022", "2023", "2024", "2025", "Part of a year"]
    assert card.table.columnWidth(0) >= 150


def test_nothing_of_another_page_can_be_copied(card: FiguresCard, qtbot: QtBot) -> None:
    card.show_block(FiguresBlock("Figures", EVERY))
    with qtbot.waitSignal(card.copy_requested):
        card.copy.click()
    card.clear()
    assert card.table.cells.total == 0
    with pytest.raises(TypeError):
        card.show_block(EVERY)
