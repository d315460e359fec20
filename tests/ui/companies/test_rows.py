"""Rows of the company list, drawn, and walked with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.companies.model import ROW, CompanyRow
from heartland_gui.ui.companies.rows import two_lines
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.keyboard import tabbed

SND = Ref(SubjectKind.COMPANY, "snd")


WIDTH = 284


def drawn(window: MainWindow, monkeypatch: pytest.MonkeyPatch, row: CompanyRow) -> tuple[dict[str, QRect], QImage]:
    """Return the texts of a row as it is drawn, with the room that each is given, and how it looks."""
    found: dict[str, QRect] = {}
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, room, _side, text: found.setdefault(text, QRect(room)))
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), row, ROW)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, 70)
    option.font = window.font()
    surface = QImage(WIDTH, 70, QImage.Format.Format_RGB32)
    surface.fill(QColor(LIGHT.surface))
    painter = QPainter(surface)
    window.companies.view.itemDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return found, surface


SHORT = CompanyRow(SND, "SND", "vehicles · Taiyuan", "Vehicles", "48 vehicles", "2019", status=Status.ACTUAL)


def test_the_figure_stands_beside_the_name_and_its_year_below(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, _ = drawn(window, monkeypatch, SHORT)
    assert list(texts) == ["48 vehicles", "SND", "2019", "vehicles · Taiyuan"]
    assert texts["SND"].y() == texts["48 vehicles"].y() < texts["2019"].y() == texts["vehicles · Taiyuan"].y()
    assert texts["vehicles · Taiyuan"].right() < WIDTH - 60, "the mark and the year have their room"


def test_a_long_name_takes_a_second_line_and_what_is_below_goes_down(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, _ = drawn(window, monkeypatch, replace(SHORT, name="Northern Shanxi new energy base on subsided land"))
    first, second = (room for text, room in texts.items() if text.startswith("Northern") or text.endswith("land"))
    assert second.y() == first.y() + 18 == texts["2019"].y() - 18


def test_a_year_before_the_newest_one_warns(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pens: dict[str, str] = {}
    row = replace(SHORT, warned=True)
    monkeypatch.setattr(
        QPainter, "drawText", lambda painter, _room, _side, text: pens.setdefault(text, painter.pen().color().name())
    )
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), row, ROW)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, 70)
    surface = QImage(WIDTH, 70, QImage.Format.Format_RGB32)
    painter = QPainter(surface)
    window.companies.view.itemDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    assert (pens["2019"], pens["SND"]) == (LIGHT.warning, LIGHT.text)


def test_a_row_has_a_line_below_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    _, image = drawn(window, monkeypatch, SHORT)
    assert {image.pixelColor(x, 69).name() for x in range(WIDTH)} == {LIGHT.border}


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Short", 200, ["Short"]),
        ("Two words", 40, ["Two", "words"]),
        ("One two three four five six", 60, None),
    ],
)
def test_a_name_has_at_most_two_lines(window: MainWindow, text: str, width: int, lines: list[str] | None) -> None:
    found = two_lines(text, window.font(), width, width)
    if lines is None:
        assert len(found) == 2
        start, end = found[1].split("…")
        assert text.endswith(end)
        assert start in text
    else:
        assert found == lines


def test_the_second_line_of_a_name_has_the_whole_width(window: MainWindow) -> None:
    found = two_lines("One two three four five six", window.font(), 60, 400)
    assert found[1].endswith("three four five six")


def test_rows_are_as_high_as_their_names_need(window: MainWindow) -> None:
    window.session.go_to(SND)
    view = window.companies.view
    assert {view.sizeHintForIndex(view.model().index(row, 0)).height() for row in range(3)} == {52}
    window.splitter.restore({Pane.COMPANIES: 160}, ())
    heights = [view.sizeHintForIndex(view.model().index(row, 0)).height() for row in range(3)]
    assert max(heights) == 70


def test_the_ring_of_the_keyboard_goes_round_the_whole_row_above_its_line(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = window.companies.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    row = view.visualRect(view.currentIndex())
    seen = view.viewport().grab().toImage()
    for y in (row.top(), row.top() + 1, row.bottom() - 1, row.bottom()):
        assert {seen.pixelColor(x, y).name() for x in range(4, row.width() - 4)} == {LIGHT.focus}, y


def test_the_list_can_be_entered_without_leaving_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_sort("name")
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.head.sort.setFocus()
    tabbed(1)
    assert window.companies.view.hasFocus()
    assert window.session.selection.page == SND
    QTest.keyClick(window.companies.view, Qt.Key.Key_Down)
    assert window.session.selection.page.id == "mill"


def test_the_right_button_leaves_the_page_as_it_is(window: MainWindow) -> None:
    window.session.go_to(SND)
    view, before = window.companies.view, window.session.selection.page
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert window.session.selection.page == before
