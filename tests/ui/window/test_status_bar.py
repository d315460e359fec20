"""The status bar: what is open, how much is in it, and whether it is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStatusBar, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ref_of
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.status_bar import StatusBar


def test_the_state_of_the_data_leads_to_the_problems(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    state = window.findChild(QPushButton, "data_state")
    assert state is not None
    assert (state.text(), state.isEnabled()) == ("Dataset valid", False)
    session.open(session.path, dataset, (problem, problem))
    assert state.text() == "2 problems"
    QTest.mouseClick(state, Qt.MouseButton.LeftButton)
    cells = window.problems.table.cells
    assert window.problems.isVisible()
    assert cells.cell(0, 0).text == "cities.toml:7"
    assert cells.cell(0, 2).text == "There is no city “tayuan”. (did you mean taiyuan?)"
    QTest.mouseClick(window.problems.back_button, Qt.MouseButton.LeftButton)
    assert window.page.isVisible()


def test_the_status_line_counts(window: MainWindow) -> None:
    bar = window.findChild(QStatusBar)
    assert bar is not None
    texts = [label.property("text") for label in bar.findChildren(QWidget) if label.property("text")]
    assert "Tiny in transition · edition 2026-11" in texts
    assert "3 companies · 6 figures · 2 sources" in texts


def test_on_a_day_it_says_how_much_was_known(window: MainWindow) -> None:
    window.session.show_as_of(date(2020, 4, 25))
    (counts,) = [label.text() for label in window.status.findChildren(QLabel) if " of 3 " in label.text()]
    assert counts == "1 of 3 companies · 3 of 6 figures · 1 of 2 sources"


def test_where_there_is_little_room_the_counts_go(window: MainWindow) -> None:
    edition, counts = window.status.findChildren(QLabel)[:2]
    assert counts.text()
    window.resize(360, 500)
    QApplication.processEvents()
    window.resize(360, 500)
    assert (counts.text(), edition.text()) == ("", "Tiny in transition · edition 2026-11")
    window.resize(1000, 500)
    assert counts.text()


def test_a_notice_stands_alone_in_the_line_at_the_bottom(window: MainWindow) -> None:
    window.status.say_briefly("Done.")
    window.session.go_to(window.session.dataset.region_ref)
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert window.status.currentMessage() == "Done."
    assert not any(label.isVisible() for label in window.status.findChildren(QLabel))
    window.status.clearMessage()
    assert all(label.isVisible() for label in window.status.findChildren(QLabel))


def test_the_title_of_a_dataset_is_no_markup(window: MainWindow) -> None:
    labels = window.status.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())


def test_problems_and_warnings_are_counted_apart(
    session: Session, dataset: Dataset, problem: Problem, qtbot: QtBot
) -> None:
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    warning = replace(problem, severity=Severity.WARNING)
    seen = []
    for problems in ((), (warning,), (warning, warning), (warning, problem)):
        session.open(session.path, dataset, problems)
        seen.append((bar.state.text(), bar.state.isEnabled(), bar.state.accessibleName()))
    assert seen == [
        ("Dataset valid", False, "State of the data: Dataset valid"),
        ("1 warning", True, "State of the data: 1 warning"),
        ("2 warnings", True, "State of the data: 2 warnings"),
        ("2 problems", True, "State of the data: 2 problems"),
    ]


def test_a_part_of_the_data_is_marked_as_one(session: Session, qtbot: QtBot) -> None:
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    edition = bar.findChildren(QLabel)[0]
    assert edition.property("warning") in (None, "false")
    session.show_as_of(date(2020, 12, 31))
    assert "31 December 2020" in edition.text()
    assert edition.property("warning") == "true"
    session.show_as_of(None)
    assert edition.text() == "Tiny in transition · edition 2026-11"
    assert edition.property("warning") == "false"


def test_without_a_dataset_nothing_is_counted(session: Session, qtbot: QtBot) -> None:
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    session.open(Path("elsewhere"), None)
    assert [label.text() for label in bar.findChildren(QLabel)[:2]] == ["", ""]


def test_only_a_state_that_leads_somewhere_says_where(dataset: Dataset, problem: Problem) -> None:
    session = Session(Words())
    session.open(Path("tiny"), dataset)
    status = StatusBar(session)
    assert (status.state.text(), status.state.isEnabled(), status.state.toolTip()) == ("Dataset valid", False, "")
    session.open(Path("tiny"), dataset, (problem,))
    assert status.state.isEnabled()
    assert status.state.toolTip() == "Show what is wrong and where"
