"""The figures of the sheet, as a list that the keyboard walks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.source_sheet import SheetFigure, SheetGroup, source_sheet
from heartland_gui.ui.sources.figures import FigureList
from heartland_gui.ui.state.session import Session
from tests.ui.mouse import click_twice

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def groups(session: Session) -> tuple[SheetGroup, ...]:
    dataset = session.dataset
    marked = next(item for item in dataset.observations() if item.source == "daily")
    return source_sheet(dataset, dataset.source_by_id["daily"], session.words, figure=marked).groups


@pytest.fixture
def figures(session: Session, groups: tuple[SheetGroup, ...], qtbot: QtBot) -> FigureList:
    made = FigureList(session)
    qtbot.addWidget(made)
    made.resize(424, 300)
    made.show_groups(groups)
    made.show()
    return made


def test_the_keyboard_begins_at_the_marked_figure_and_skips_names(figures: FigureList, qtbot: QtBot) -> None:
    row = figures.rows.rows[figures.currentIndex().row()][0]
    assert isinstance(row, SheetFigure)
    assert row.is_marked
    for _ in range(figures.rows.rowCount()):
        QTest.keyClick(figures, Qt.Key.Key_Up)
        assert figures.figure_at(figures.currentIndex()) is not None


def test_return_and_a_click_ask_for_the_subject(figures: FigureList, qtbot: QtBot) -> None:
    asked: list[object] = []
    figures.opened.connect(asked.append)
    figures.activated.emit(figures.currentIndex())
    assert asked == [figures.rows.rows[figures.currentIndex().row()][1]]


def test_a_double_click_asks_once(figures: FigureList) -> None:
    asked: list[object] = []
    figures.opened.connect(asked.append)
    click_twice(figures, figures.visualRect(figures.currentIndex()).center())
    assert len(asked) == 1


def test_all_rows_are_there_without_a_bar(figures: FigureList) -> None:
    last = figures.rows.index(figures.rows.rowCount() - 1)
    assert figures.visualRect(last).bottom() <= figures.height()
    assert not figures.verticalScrollBar().isVisible()


def test_the_menu_is_that_of_the_figure(figures: FigureList) -> None:
    asked: list[object] = []
    figures.menu_requested.connect(lambda figure, _at: asked.append(figure))
    centre = figures.visualRect(figures.currentIndex()).center()
    at = figures.viewport().mapToGlobal(centre)
    QApplication.sendEvent(figures.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, at))
    assert asked == [figures.figure_at(figures.currentIndex())]


def test_a_figure_says_all_of_itself_to_those_who_do_not_see(figures: FigureList) -> None:
    spoken = figures.rows.data(figures.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert "actual" in spoken
    assert "Daily" in spoken
