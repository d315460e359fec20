"""Rows of the company list, drawn, and walked with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.ui.companies.model import ROW, CompanyRow
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.keyboard import tabbed

SND = Ref(SubjectKind.COMPANY, "snd")


def drawn_texts(window: MainWindow, monkeypatch: pytest.MonkeyPatch, row: CompanyRow, width: int) -> dict[str, QRect]:
    """Return the texts of a row as it is drawn, with the room that each is given."""
    found: dict[str, QRect] = {}
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, room, _side, text: found.setdefault(text, room))
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), row, ROW)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 66)
    option.font = window.font()
    surface = QPixmap(width, 66)
    painter = QPainter(surface)
    window.companies.view.itemDelegate().paint(painter, option, model.index(0, 0))
    painter.end()
    return found


def test_what_a_figure_measures_goes_beside_the_place_where_the_figure_leaves_no_room(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = CompanyRow(SND, "SND", "", "Capacity", "5,000,000 kW · 1 May 2020", Status.CAPACITY)
    wide, narrow = (drawn_texts(window, monkeypatch, row, width) for width in (400, 270))
    assert wide["Capacity"].y() == wide[row.figure].y()
    assert narrow["Capacity"].y() < narrow[row.figure].y()
    placed = drawn_texts(window, monkeypatch, replace(row, place="Taiyuan"), 270)
    assert placed["Capacity"].left() > placed["Taiyuan"].left()
    crowded = drawn_texts(window, monkeypatch, replace(row, place="A very long place indeed " * 2), 270)
    assert "Capacity" in crowded, "the place gives way"
    assert any(text.startswith("A very long") and text.endswith("…") for text in crowded)


def test_a_short_name_of_what_is_measured_never_goes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    row = CompanyRow(SND, "SND", "Datong", "GDP", "5,000,000 kW · 1 May 2020")
    without = [width for width in range(150, 420, 3) if "GDP" not in drawn_texts(window, monkeypatch, row, width)]
    assert not without


ENERGY = Ref(SubjectKind.PILLAR, "energy")


def test_the_list_can_be_entered_without_leaving_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_listing(ENERGY)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.companies.head.sort.setFocus()
    tabbed(1)
    assert window.companies.view.hasFocus()
    assert window.session.selection.page == ENERGY
    QTest.keyClick(window.companies.view, Qt.Key.Key_Down)
    assert window.session.selection.page.kind is SubjectKind.COMPANY


def test_the_right_button_leaves_the_page_as_it_is(window: MainWindow) -> None:
    view, before = window.companies.view, window.session.selection.page
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert window.session.selection.page == before
