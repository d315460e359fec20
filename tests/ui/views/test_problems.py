"""The problems of the data as a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read


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


def test_the_ways_out_stand_above_the_problems(window: MainWindow, session: Session, problem: Problem) -> None:
    session.open(session.path, session.dataset, (problem,))
    window.actions_by_id["problems"].trigger()
    assert [line for line in as_read(window.problems) if len(line) > 1 or line[0] in ("page_title", "problems")] == [
        ["page_title"],
        ["Back to the page", "Reload (F5)", "Open another dataset …", "Copy all"],
        ["problems"],
    ]
    session.open(Path("elsewhere"), None, (problem,))
    assert ["Reload (F5)", "Open another dataset …", "Open Shanxi", "Copy all"] in as_read(window.problems)


def test_a_problem_says_where_it_is_and_how_bad(window: MainWindow, session: Session, problem: Problem) -> None:
    warning = replace(problem, file="tiny/places/cities.toml", line=None, severity=Severity.WARNING)
    session.open(session.path, session.dataset, (problem, warning))
    window.actions_by_id["problems"].trigger()
    cells = window.problems.table.cells
    rows = [[cells.cell(row, column).text for column in range(3)] for row in range(2)]
    sentence = "There is no city “tayuan”. (did you mean taiyuan?)"
    assert rows == [["cities.toml:7", "error", sentence], ["places/cities.toml", "warning", sentence]]
    assert cells.cell(0, 1).tip == "unknown-id"
