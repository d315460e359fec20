"""The card of a page's figures: as many columns as there is room for."""

from __future__ import annotations

from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.page import Cell, FigureTable
from heartland_gui.ui.page.figures import FiguresCard
from heartland_gui.ui.state.session import Session
from tests.ui import conftest

dataset, problem, session = conftest.dataset, conftest.problem, conftest.session

HEADINGS = ("Figure", *(str(year) for year in range(2018, 2026)), "Part of a year")


def block() -> FiguresBlock:
    rows = ((Cell("Vehicles produced"), *(Cell(f"{number}", number=True) for number in range(9))),)
    table = FigureTable("By year", HEADINGS, rows, sortable=False)
    return FiguresBlock("Figures", table, table)


def headings(card: FiguresCard) -> list[str]:
    model = card.table.model()
    return [str(model.headerData(column, conftest.Qt.Orientation.Horizontal)) for column in range(model.columnCount())]


def test_the_oldest_years_give_way_where_names_would_have_too_little_room(session: Session, qtbot: object) -> None:
    card = FiguresCard(session, None)
    card.resize(1100, 400)
    card.show_block(block())
    assert headings(card) == list(HEADINGS)
    card.resize(640, 400)
    assert headings(card) == ["Figure", "2022", "2023", "2024", "2025", "Part of a year"]
    assert card.table.columnWidth(0) >= 150
    assert card.table.cells.cell(0, 1).text == "4"
