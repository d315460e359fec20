"""Actions of the chart that is seen, of the figures, and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Question
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.export.dialog import ExportDialog
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.paper import seen, to_file

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")  # Qt says it as well
def test_a_printer_that_takes_nothing_is_told_of(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    def choose(_: QWidget, printer: QPrinter) -> bool:
        to_file(printer, tmp_path / "gone" / "page.pdf")
        return True

    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.commands.paper.printers = lambda: ["here"]
    window.commands.paper.ask_printer = choose
    window.actions_by_id["print_chart"].trigger()
    assert "could not be printed" in window.banner.sentence.text()


def test_the_actions_print_what_is_seen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths = iter((tmp_path / "chart.pdf", tmp_path / "brief.pdf"))

    def choose(_: QWidget, printer: QPrinter) -> bool:
        to_file(printer, next(paths))
        return True

    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.commands.paper.printers = lambda: ["here"]
    window.commands.paper.ask_printer = choose
    for name in ("print_chart", "print_brief"):
        window.actions_by_id[name].trigger()
    (chart_width, chart_height), _ = seen(tmp_path / "chart.pdf")
    (brief_width, brief_height), _ = seen(tmp_path / "brief.pdf")
    assert chart_width > chart_height
    assert brief_width < brief_height
    assert not window.banner.isVisible()


def test_without_a_printer_the_way_out_is_said(window: MainWindow, qtbot: QtBot) -> None:
    def choose(*_: object) -> bool:
        raise AssertionError("nothing can be chosen")

    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.commands.paper.printers = list
    window.commands.paper.ask_printer = choose
    window.actions_by_id["print_chart"].trigger()
    said = window.banner.sentence.text()
    assert "No printer is set up" in said
    assert "“Export chart …” or “Brief as PDF …”" in said


def test_a_brief_is_saved_and_its_folder_kept(window: MainWindow, tmp_path: Path) -> None:
    proposals: list[Path] = []

    def choose(_: QWidget, __: Words, ___: str, proposed: Path, ____: str) -> Path:
        proposals.append(proposed)
        return tmp_path / "about.pdf"

    window.session.go_to(SND)
    window.commands.chart.ask_file = choose
    window.actions_by_id["brief"].trigger()
    assert (tmp_path / "about.pdf").read_bytes().startswith(b"%PDF")
    window.actions_by_id["brief"].trigger()
    assert proposals[1] == tmp_path / "snd-brief.pdf"


def test_a_brief_that_cannot_be_saved_is_told_of(window: MainWindow, tmp_path: Path) -> None:
    window.session.go_to(SND)
    window.commands.chart.ask_file = lambda *_: tmp_path / "gone" / "brief.pdf"
    window.actions_by_id["brief"].trigger()
    assert "could not be written" in window.banner.sentence.text()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_there_is_a_brief_only_of_a_subject_that_is_seen(window: MainWindow) -> None:
    window.session.go_to(SND)
    assert window.actions_by_id["brief"].isEnabled()
    window.session.go_to(Ref(SubjectKind.SOURCE, "daily"))
    assert not window.actions_by_id["brief"].isEnabled()
    window.session.go_to(SND)
    window.commands.go.all_sources()
    assert not window.actions_by_id["brief"].isEnabled()


def test_keys_are_about_the_chart_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(Ref(SubjectKind.PILLAR, "energy"))
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = window.page.charts.cards[:2]
    second.drawing_widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    second.drawing_widget.setFocus()
    assert window.page.chart() is second.chart
    QTest.keyClick(second.drawing_widget, Qt.Key.Key_T)
    assert (first.as_table, second.as_table) == (False, True)


def test_nothing_of_another_page_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert window.actions_by_id["copy_table"].isEnabled()
    window.session.go_to(Ref(SubjectKind.COMPANY, "mill"))
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert not window.actions_by_id["copy_table"].isEnabled()
    window.session.go_to(SND)
    window.commands.go.disagreements()
    assert not window.actions_by_id["copy_table"].isEnabled()


def test_the_scale_is_switched_by_a_key(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.session.choose_question(Question("over-time", SND, "vehicles"))
    qtbot.waitUntil(lambda: window.page.is_complete)
    before = window.page.chart()
    assert before is not None
    assert before.can_be_logarithmic
    QTest.keyClick(window, Qt.Key.Key_L)
    after = window.page.chart()
    assert after is not None
    assert after.is_logarithmic != before.is_logarithmic


def test_home_resets_the_chart_only_from_the_chart(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card = window.page.charts.primary
    assert card is not None
    drawing = card.drawing
    window.navigation.view.setFocus()
    QTest.keyClick(window.navigation.view, Qt.Key.Key_Home)
    assert vars(drawing)["resets"] == 0
    card.drawing_widget.setFocus()
    QTest.keyClick(card.drawing_widget, Qt.Key.Key_Home)
    assert vars(drawing)["resets"] == 1


def test_copying_puts_a_picture_and_a_table_on_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.actions_by_id["copy_chart"].trigger()
    assert QGuiApplication.clipboard().image().width() == 1600
    window.actions_by_id["copy_table"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Figure\tPeriod\tScope\tQualifier\tValue\t")


def test_a_chart_that_is_shown_as_a_table_is_copied_as_one(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.actions_by_id["table"].trigger()
    card = window.page.charts.active
    assert card is not None
    for _ in range(2):
        QGuiApplication.clipboard().clear()
        window.actions_by_id["copy_chart"].trigger()
        assert QGuiApplication.clipboard().text().startswith("Period\tValue\t")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (SND, "snd-figures.csv"),
        (Ref(SubjectKind.SOURCE, "daily"), "daily-figures.csv"),
        (comparison_of(("snd", "solar")), "comparison-figures.csv"),
    ],
)
def test_a_table_is_called_by_what_it_is_of(window: MainWindow, tmp_path: Path, page: Ref, name: str) -> None:
    proposed: list[Path] = []

    def choose(_: QWidget, __: Words, ___: str, file: Path, ____: str) -> Path:
        proposed.append(file)
        return tmp_path / file.name

    window.commands.chart.ask_file = choose
    window.session.go_to(page)
    window.commands.chart.export_table()
    assert [file.name for file in proposed] == [name]
    assert (tmp_path / name).read_bytes()
    assert window.status.currentMessage() == f"Saved as “{tmp_path / name}”."
    assert window.commands.chart.folder == tmp_path


def test_nothing_is_written_where_no_file_is_named(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.commands.chart.ask_file = lambda *_: None
    window.commands.chart.export_table()
    assert window.status.currentMessage() == ""
    assert window.banner.said is None


def test_the_chart_of_the_page_is_offered_for_export(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ExportDialog] = []
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: asked.append(dialog))  # noqa: PLW0108 - as a method
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.actions_by_id["export"].trigger()
    assert len(asked) == 1
