"""A chart on the clipboard: as a picture, as a table, as a footnote."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from heartland_gui.charts.spec import Chart
from heartland_gui.export.table import markdown_text, tsv_text
from heartland_gui.rendering.style import DARK
from heartland_gui.ui.export.clipboard import MARKDOWN, citation_text
from heartland_gui.ui.export.dialog import ExportDialog
from tests.ui.export.conftest import press


def _copy(dialog: ExportDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_the_copied_picture_is_the_chosen_one(dialog: ExportDialog) -> None:
    press(dialog, "export_dark")
    _copy(dialog, "Copy picture")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (3200, 1800)
    assert image.pixelColor(3, 3).name() == DARK.surface


def test_the_copied_table_suits_spreadsheets_and_markdown(dialog: ExportDialog, answer: Chart) -> None:
    _copy(dialog, "Copy table")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == tsv_text(answer.table)
    assert bytes(data.data(MARKDOWN).data()).decode() == markdown_text(answer.table)
    _copy(dialog, "Copy as Markdown")
    assert QGuiApplication.clipboard().text() == markdown_text(answer.table)


def test_the_citation_names_title_sources_and_edition(dialog: ExportDialog, answer: Chart) -> None:
    _copy(dialog, "Copy citation")
    assert QGuiApplication.clipboard().text() == citation_text(answer)
    assert "Daily, 26 Apr 2020" in citation_text(answer)
    assert "2026-11" in citation_text(answer)
