"""What will be printed, as it will be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import Sheet
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read
from tests.ui.paper import to_file

SND = Ref(SubjectKind.COMPANY, "snd")


UPRIGHT, LYING = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


def test_the_preview_shows_chart_or_brief_on_paper_that_stands_or_lies(qtbot: QtBot, sheets: dict[str, Sheet]) -> None:
    sent: list[tuple[str, QPageLayout.Orientation]] = []

    def send(sheet: Sheet, printer: QPrinter, _: object) -> bool:
        sent.append((sheet.title, printer.pageLayout().orientation()))
        return True

    dialog = PrintPreview(sheets, Words(), send)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.view.pageCount() == 1
    assert dialog.horizontal.isChecked()
    dialog.what.setCurrentIndex(1)
    assert (dialog.upright.isChecked(), dialog.printer.pageLayout().orientation()) == (True, UPRIGHT)
    dialog.horizontal.click()
    dialog.print_button.click()
    assert sent == [("SND Vehicles", LYING)]
    assert not dialog.isVisible()


@pytest.fixture
def preview(window: MainWindow, qtbot: QtBot) -> Iterator[PrintPreview]:
    window.session.go_to(SND)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.commands.paper.printers = lambda: ["here"]
    window.actions_by_id["print_preview"].trigger()
    dialog = window.findChild(PrintPreview)
    assert dialog is not None
    yield dialog
    dialog.close()


def test_the_preview_stays_when_no_printer_is_chosen(window: MainWindow, preview: PrintPreview) -> None:
    window.commands.paper.ask_printer = lambda *_: False
    preview.print_button.click()
    assert preview.isVisible()
    assert not preview.report.isVisible()


def test_the_preview_itself_says_that_there_is_no_printer(window: MainWindow, preview: PrintPreview) -> None:
    window.commands.paper.printers = list
    preview.print_button.click()
    assert preview.isVisible()
    assert preview.report.isVisible()
    assert "No printer is set up" in preview.report.text()
    assert not window.banner.isVisible()
    window.commands.paper.printers = lambda: ["here"]
    window.commands.paper.ask_printer = lambda *_: False
    preview.print_button.click()
    assert not preview.report.isVisible(), "what no longer hinders is not said"


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")  # Qt says it as well
def test_the_preview_itself_says_that_the_printer_took_nothing(
    window: MainWindow, preview: PrintPreview, tmp_path: Path
) -> None:
    def choose(_: QWidget, printer: QPrinter) -> bool:
        to_file(printer, tmp_path / "gone" / "page.pdf")
        return True

    window.commands.paper.ask_printer = choose
    preview.print_button.click()
    assert preview.isVisible()
    assert "could not be printed" in preview.report.text()


def test_the_preview_of_a_page_without_chart_is_of_its_brief(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(Ref(SubjectKind.COMPANY, "mill"))
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert not window.actions_by_id["print_chart"].isEnabled()
    window.actions_by_id["print_preview"].trigger()
    dialog = window.findChild(PrintPreview)
    assert dialog is not None
    assert [dialog.what.itemText(row) for row in range(dialog.what.count())] == ["Brief"]
    dialog.close()


def test_the_page_stands_below_what_can_be_chosen(preview: PrintPreview) -> None:
    assert as_read(preview) == [
        ["preview_what", "preview_upright", "preview_lying", "preview_close", "preview_print"],
        ["preview_paper"],
    ]
