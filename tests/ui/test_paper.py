"""Briefs as files, and charts and briefs on paper; a printer here is one that writes a PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart, questions
from heartland_gui.export.brief import brief_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import Sheet, brief_sheet, chart_sheet, new_printer, print_on
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
UPRIGHT, LYING = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


def to_file(printer: QPrinter, path: Path, turned: QPageLayout.Orientation | None = None) -> None:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if turned is not None:
        printer.setPageOrientation(turned)


def seen(path: Path) -> tuple[tuple[int, int], tuple[int, int, int, int]]:
    """Return the size of the one page at 36 dots to the inch, and the box of what is not white on it."""
    stem = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "36", "-png", "-singlefile", str(path), str(stem)], check=True)
    with Image.open(stem.with_suffix(".png")) as opened:
        box = ImageOps.invert(opened.convert("L")).getbbox()
        assert box is not None
        return opened.size, box


@pytest.fixture
def sheets(dataset: Dataset) -> dict[str, Sheet]:
    answer = chart(dataset, questions(dataset, SND)[0], Words())
    return {"chart": chart_sheet(answer), "brief": brief_sheet(brief_of(dataset, SND, Words()))}


@pytest.mark.parametrize("turned", [UPRIGHT, LYING])
def test_a_chart_fills_the_paper_however_it_lies(
    sheets: dict[str, Sheet], turned: QPageLayout.Orientation, tmp_path: Path
) -> None:
    printer = new_printer(sheets["chart"])
    to_file(printer, tmp_path / "page.pdf", turned)
    assert print_on(printer, sheets["chart"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "page.pdf")
    assert (width > height) == (turned is LYING)
    assert right - left > 0.8 * width
    assert bottom - top > 0.8 * height


def test_a_brief_is_upright_and_fits_even_on_paper_that_lies(sheets: dict[str, Sheet], tmp_path: Path) -> None:
    printer = new_printer(sheets["brief"])
    to_file(printer, tmp_path / "page.pdf")
    assert print_on(printer, sheets["brief"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "page.pdf")
    assert width < height
    assert right - left > 0.75 * width
    assert bottom - top > 0.75 * height
    to_file(printer, tmp_path / "lying.pdf", LYING)
    assert print_on(printer, sheets["brief"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "lying.pdf")
    assert width > height
    assert bottom - top > 0.75 * height
    assert abs((left + right) / 2 - width / 2) < 5, "it stands in the middle"


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


def test_the_preview_shows_chart_or_brief_on_paper_that_stands_or_lies(qtbot: QtBot, sheets: dict[str, Sheet]) -> None:
    sent: list[tuple[str, QPageLayout.Orientation]] = []

    def send(sheet: Sheet, printer: QPrinter, _: object) -> bool:
        sent.append((sheet.title, printer.pageLayout().orientation()))
        return True

    dialog = PrintPreview(sheets, Words(), send)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.view.pageCount() == 1
    assert dialog.lying.isChecked()
    dialog.what.setCurrentIndex(1)
    assert (dialog.upright.isChecked(), dialog.printer.pageLayout().orientation()) == (True, UPRIGHT)
    dialog.lying.click()
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


def test_a_brief_is_saved_and_its_folder_kept(window: MainWindow, tmp_path: Path) -> None:
    proposals: list[Path] = []

    def choose(_: QWidget, __: Words, ___: str, proposed: Path, ____: str) -> Path:
        proposals.append(proposed)
        return tmp_path / "about.pdf"

    window.session.go_to(SND)
    window.commands.paper.ask_file = choose
    window.actions_by_id["brief"].trigger()
    assert (tmp_path / "about.pdf").read_bytes().startswith(b"%PDF")
    window.actions_by_id["brief"].trigger()
    assert proposals[1] == tmp_path / "snd-brief.pdf"


def test_a_brief_that_cannot_be_saved_is_told_of(window: MainWindow, tmp_path: Path) -> None:
    window.session.go_to(SND)
    window.commands.paper.ask_file = lambda *_: tmp_path / "gone" / "brief.pdf"
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
