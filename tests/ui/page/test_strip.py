"""The strip on the screen: rows by width, values on one line, what a click asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.charts.joins import Join
from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import parse_period
from heartland_gui.pages.figures import Amount, FigureCell, Proportion, Spark
from heartland_gui.pages.quoting import figure_sentence
from heartland_gui.text import Words
from heartland_gui.ui.page.strip import CellText, FigureStrip, cell_widths, row_lengths
from heartland_gui.ui.state.session import Session
from tests.ui.menus import menu_at

FIGURE = Observation("snd", "vehicles", "daily", parse_period("2019"), 48)
OTHER = Observation("snd", "vehicles", "monthly", parse_period("2019"), 50)
CELL = FigureCell(
    "Vehicles produced",
    (Amount("48", "only\u00a0", "\u00a0vehicles"),),
    (FIGURE,),
    Status.ACTUAL,
    "2019",
    "Vehicles produced, only 48 vehicles, 2019, actual",
    tip="All of it",
)
PLANNED = replace(CELL, proportion=Proportion("target for 2025: 50, ", Status.TARGET, "missed by 2", PlanState.MISSED))
DIFFERING = replace(
    CELL,
    amounts=(Amount("48"), Amount("50", "", "\u00a0vehicles")),
    figures=(FIGURE, OTHER),
    status=Status.CAPACITY,
    remark="two sources differ",
    differs=True,
    period="",
)


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> FigureStrip:
    made = FigureStrip(session)
    qtbot.addWidget(made)
    return made


def shown(strip: FigureStrip, cells: list[FigureCell], width: int) -> list[tuple[int, int]]:
    strip.show_cells(cells)
    strip.resize(width, strip.heightForWidth(width))
    strip.show()
    return [(cell.y(), cell.height()) for cell in strip.cells]


@pytest.mark.parametrize(
    ("least", "width", "lengths"),
    [
        ([100] * 5, 700, [5]),
        ([100] * 5, 699, [3, 2]),
        ([100] * 6, 450, [3, 3]),
        ([300, 100, 100], 450, [2, 1]),
        ([300], 200, [1]),
        ([], 200, []),
    ],
)
def test_a_row_has_as_many_cells_as_have_room(least: list[int], width: int, lengths: list[int]) -> None:
    assert row_lengths(least, width) == lengths


def test_cells_share_what_is_left_by_what_they_would_like() -> None:
    assert cell_widths([100, 100], [100, 200], 300) == [100, 200]
    assert cell_widths([100, 100], [100, 200], 250) == [100, 150]
    assert cell_widths([100, 100], [100, 200], 305) == [103, 202]
    assert sum(cell_widths([101, 107, 99], [140, 107, 160], 350)) == 350


def test_the_strip_has_one_row_where_there_is_room_and_more_where_not(strip: FigureStrip) -> None:
    assert len(set(shown(strip, [CELL] * 5, 1100))) == 1
    assert len(set(shown(strip, [CELL] * 5, 560))) == 2
    widths = [cell.width() for cell in strip.cells]
    assert sum(widths[:3]) == sum(widths[3:]) == 560
    assert strip.heightForWidth(560) == 2 * strip.heightForWidth(1100)


def test_values_of_a_row_stand_on_one_line_whatever_stands_below(strip: FigureStrip) -> None:
    places = shown(strip, [CELL, PLANNED], 700)
    assert len(set(places)) == 1
    assert places[0][1] == strip.cells[1].texts.height(strip.cells[1].width())


def test_no_text_is_wider_than_its_cell(strip: FigureStrip) -> None:
    for width in (430, 560, 700, 1100):
        shown(strip, [CELL, PLANNED, DIFFERING], width)
        for cell in strip.cells:
            room = cell.width() - 28
            texts = cell.texts
            assert max(texts.label_width, texts.value_width, texts.period_width) <= room


def test_a_line_of_proportion_breaks_before_it_is_cut() -> None:
    texts = CellText(PLANNED, QGuiApplication.font(), Words())
    whole = texts.lines(texts.full_width)
    assert whole == [("target for 2025: 50, ", "missed by 2")]
    assert texts.lines(texts.full_width - 20) == [("target for 2025: 50,", ""), ("", "missed by 2")]
    assert texts.height(texts.full_width - 20) == texts.height(texts.full_width) + 17
    assert texts.least_width < texts.full_width


def test_the_unit_behind_two_values_gives_way_to_a_single_row(strip: FigureStrip) -> None:
    shown(strip, [DIFFERING, CELL], 900)
    assert strip.cells[0].texts.has_unit
    needed = sum(cell.texts.least_width for cell in strip.cells)
    shown(strip, [DIFFERING, CELL], max(280, needed - 1))
    assert not strip.cells[0].texts.has_unit
    assert "vehicles" in "".join(text for text, _ in strip.cells[1].texts.value_runs)


def test_each_cell_is_a_stop_with_a_name_and_asks_for_its_figure(strip: FigureStrip, qtbot: QtBot) -> None:
    shown(strip, [CELL, DIFFERING], 700)
    first, second = strip.cells
    assert first.accessibleName() == CELL.spoken
    assert first.accessibleDescription() == "All of it"
    assert first.focusPolicy() == Qt.FocusPolicy.StrongFocus
    with qtbot.waitSignal(strip.figure_requested) as asked:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    assert asked.args == [FIGURE]
    with qtbot.waitSignal(strip.figure_requested) as asked:
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert asked.args == [FIGURE]


@pytest.mark.usefixtures("without_popups")
def test_the_menu_of_a_cell_leads_to_each_source(strip: FigureStrip, session: Session, qtbot: QtBot) -> None:
    session.go_to(session.dataset.ref("snd"))  # type: ignore[arg-type]
    shown(strip, [CELL, DIFFERING], 700)
    entries = menu_at(strip.cells[1], QPoint(20, 20))
    assert [name for name in entries if name.startswith("Show")] == [
        "Show the figure of Daily",
        "Show the figure of Monthly",
    ]
    with qtbot.waitSignal(strip.figure_requested) as asked:
        entries["Show the figure of Monthly"].trigger()
    assert asked.args == [OTHER]
    entries["Copy as sentence: Monthly"].trigger()
    assert QGuiApplication.clipboard().text() == figure_sentence(session.dataset, OTHER, session.words)
    entries["Copy citation: Daily"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Daily")
    entries["Open source: The month"].trigger()
    assert session.selection.page.id == "monthly"
    assert not any(name.startswith("Show") for name in menu_at(strip.cells[0], QPoint(20, 20)))


def test_a_course_or_a_bar_stands_beside_the_value_where_it_has_room(strip: FigureStrip, qtbot: QtBot) -> None:
    spark = Spark(((2015, 1.0), (2016, 2.0), (2017, 3.0), (2018, 4.0)), (Join.THICK, Join.BREAK, Join.DOTTED))
    bar = replace(PLANNED, proportion=replace(PLANNED.proportion or Proportion(""), bar=PlanBar(0.4, 0.9)))
    shown(strip, [replace(CELL, spark=spark), bar], 900)
    drawn = strip.grab().toImage()
    shown(strip, [CELL, PLANNED], 900)
    assert strip.grab().toImage() != drawn


def test_without_cells_there_is_no_strip(strip: FigureStrip) -> None:
    strip.show()
    strip.show_cells([])
    assert not strip.isVisible()
    assert strip.cells == ()
