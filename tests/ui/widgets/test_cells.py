"""Cells whose rows are as high as their words need."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages.page import Cell, Gauge
from heartland_gui.rendering.fonts import _forgetting
from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.widgets.cells import CellLayout, cell_layout, draw_cell, row_height
from heartland_gui.ui.widgets.theme import TEXT_SIZE, sized
from heartland_gui.ui.widgets.writing import width_of

FIGURE = Cell(
    "67.7 GW",
    strong=True,
    after="Apr 2025",
    remark="2 years older",
    mark=Status.ACTUAL,
    beneath="Wind and solar capacity",
)


def laid(cell: Cell, width: float = 300) -> CellLayout:
    return cell_layout(cell, width, QFont(), LIGHT)


def lines_of(laid_cell: CellLayout) -> list[str]:
    layout = laid_cell.blocks[0].lines.layout
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]


def test_two_lines_make_a_row_of_44_pixels_and_one_line_one_of_34(qapp: QApplication) -> None:
    assert row_height([laid(FIGURE).height]) == 44
    assert row_height([laid(Cell("Datong")).height]) == 34
    assert row_height([]) == 34


def test_words_are_broken_where_the_column_ends(qapp: QApplication) -> None:
    name = Cell("Northern Shanxi new energy base on subsided mining land", strong=True)
    assert laid(name, 200).blocks[0].lines.layout.lineCount() > 1
    assert laid(name, 2000).blocks[0].lines.layout.lineCount() == 1
    assert laid(name, 0).height > 0


def test_words_stay_broken_as_they_were_at_one_width_in_one_font_and_colour(qapp: QApplication) -> None:
    first = laid(FIGURE).blocks[0].lines
    slanted = QFont()
    slanted.setItalic(True)
    assert laid(replace(FIGURE, beneath="")).blocks[0].lines is first
    assert laid(FIGURE, 250).blocks[0].lines is not first
    assert laid(replace(FIGURE, faint=True)).blocks[0].lines is not first
    assert cell_layout(FIGURE, 300, slanted, LIGHT).blocks[0].lines is not first
    for forget in _forgetting:
        forget()
    assert laid(FIGURE).blocks[0].lines is not first


def test_an_age_is_not_broken(qapp: QApplication) -> None:
    assert "2\u00a0years\u00a0older" in lines_of(laid(FIGURE, 90))


def test_a_chinese_unit_stays_with_its_number_and_no_last_sign_is_alone(qapp: QApplication) -> None:
    for text, last in (("同煤集团的煤矿", "煤矿"), ("预计完成2025年", "2025年")):
        short = width_of(text, sized(QFont(), TEXT_SIZE)) - 2
        assert lines_of(laid(Cell(text), short))[-1].replace("\u2060", "") == last


def test_a_click_on_the_number_is_told_from_one_beside_it(qapp: QApplication) -> None:
    assert 100 < laid(FIGURE, 600).number_width < 400
    assert laid(replace(FIGURE, number=True)).number_width == 300


def test_what_is_folded_stands_in_further_lines(qapp: QApplication) -> None:
    folded = laid(replace(FIGURE, folded=("Datong", "Plan: 20 GW")))
    assert len(folded.blocks) == 4
    assert folded.height == laid(FIGURE).height + 32


def test_a_bar_is_drawn_only_where_there_is_room(qapp: QApplication) -> None:
    planned = Cell("20 GW", bar=PlanBar(0.5, 0.9), lead=Status.TARGET)
    assert laid(planned, 220).bar
    assert not laid(planned, 120).bar
    long = replace(planned, text="50,000 hydrogen vehicles")
    assert not laid(long, 180).bar, "the words go first"
    assert laid(long, 400).bar
    assert not laid(FIGURE, 220).bar


def painted(cell: Cell, *, named: bool = True) -> QImage:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    draw_cell(painter, QRectF(0, 0, 300, 60), cell, cell_layout(cell, 300, QFont(), LIGHT, linked=named), LIGHT)
    painter.end()
    return image


def colours(image: QImage, left: int, right: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(image.height())}


def near(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by no more than the edges of letters do."""
    apart = (abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))
    return max(apart) < 24


def test_bar_and_plan_have_their_colours(qapp: QApplication) -> None:
    found = colours(painted(Cell("20 GW", bar=PlanBar(0.5, 0.9), lead=Status.TARGET)), 230, 300)
    assert {LIGHT.raised, LIGHT.neutral} <= found


@pytest.mark.parametrize(
    ("state", "colour"),
    [(PlanState.MET, LIGHT.met), (PlanState.MISSED, LIGHT.missed), (PlanState.NOT_YET_DUE, LIGHT.faint_text)],
)
def test_an_outcome_has_an_icon_before_its_words(qapp: QApplication, state: PlanState, colour: str) -> None:
    image = painted(Cell("as it turned out", outcome=state))
    drawn = [QColor(each) for each in colours(image, 0, 17)]
    wanted = QColor(colour)
    near = [each for each in drawn if abs(each.red() - wanted.red()) + abs(each.green() - wanted.green()) < 60]
    assert near


def test_a_link_has_its_colour_unless_the_whole_row_leads(qapp: QApplication) -> None:
    linked = Cell("Datong", ref=Ref(SubjectKind.PLACE, "datong"))
    for named, colour in ((True, LIGHT.link), (False, LIGHT.text)):
        found = [QColor(each) for each in colours(painted(linked, named=named), 0, 120)]
        assert any(near(each, QColor(colour)) for each in found)
        other = LIGHT.text if named else LIGHT.link
        assert not any(near(each, QColor(other)) for each in found)


def test_a_bar_stands_below_the_words_and_the_sign_of_a_source_beside_them(qapp: QApplication) -> None:
    font = qapp.font()
    plain = cell_layout(Cell("538 bn yuan", number=True), 200, font, LIGHT)
    gauged = cell_layout(Cell("538 bn yuan", number=True, gauge=Gauge(0.5, FIRST_MEMBER)), 200, font, LIGHT)
    cited = cell_layout(Cell("538 bn yuan", number=True, cited=True), 200, font, LIGHT)
    assert gauged.height > plain.height == cited.height
    right = [laid.blocks[0].lines.layout.lineAt(0).naturalTextRect().right() for laid in (plain, cited)]
    assert right[1] <= 200 - 16 < right[0], "the number keeps off the sign"


def test_the_mark_of_a_number_stands_beside_it_and_not_beside_the_one_before(qapp: QApplication) -> None:
    cell = Cell("15.0", number=True, lead=Status.TARGET)
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_cell(painter, QRectF(0, 0, 200, 40), cell, laid(cell, 200), LIGHT)
    painter.end()
    white = QColor("white").rgb()
    inked = [x for x in range(200) if any(image.pixel(x, y) != white for y in range(40))]
    number = laid(cell, 200).blocks[0].lines.width
    assert 200 - number - 30 < inked[0] < 200 - number
