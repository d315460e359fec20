"""The problems of the data as a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from heartland_gui.problems import Problem
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow


def test_an_unreadable_dataset_shows_its_problems_and_two_ways_out(
    window: MainWindow, session: Session, problem: Problem
) -> None:
    session.open(Path("/some/folder"), None, (problem,))
    pane = window.problems
    assert pane.isVisible()
    assert pane.title.text() == "This dataset cannot be read"
    assert pane.explanation.text() == "/some/folder"
    assert pane.open_button.isVisible()
    assert not pane.back_button.isVisible()
    assert not window.companies.isVisible()
    QTest.mouseClick(pane.shipped_button, Qt.MouseButton.LeftButton)
    assert session.is_open
    assert window.page.isVisible()


def test_a_window_may_begin_with_an_unreadable_dataset(
    make_window: Callable[[Session], MainWindow], problem: Problem, qapp: QApplication
) -> None:
    session = Session(Words())
    session.open(Path("elsewhere"), None, (problem,))
    window = make_window(session)
    assert window.problems.isVisible()
    assert window.problems.table.cells.rowCount() == 1
    assert not window.problems.back_button.isVisible()
    assert window.windowTitle() == "Heartland"
