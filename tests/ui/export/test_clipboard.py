"""A chart on the clipboard: as a picture, as a table, as a footnote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.spec import Chart
from heartland_gui.export.table import markdown_text, tsv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import DARK
from heartland_gui.text import Words
from heartland_gui.ui.export.clipboard import MARKDOWN, citation_text
from heartland_gui.ui.export.dialog import ExportDialog, LastExport


@pytest.fixture
def dataset(dataset: Dataset) -> Dataset:
    """Return the dataset in two languages."""
    return replace(dataset, manifest=replace(dataset.manifest, languages=("en", "zh")))


@pytest.fixture
def answer(dataset: Dataset) -> Chart:
    question = questions(dataset, Ref(SubjectKind.COMPANY, "snd"))[0]
    return chart(dataset, question, Words())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "chart.png"


@pytest.fixture
def dialog(qtbot: QtBot, dataset: Dataset, answer: Chart, target: Path) -> ExportDialog:
    def choose(_: QWidget, __: Words, ___: str, proposed: Path, ____: str) -> Path:
        return target.with_name(proposed.name)

    made = ExportDialog(dataset, answer, LastExport(target.parent), choose_file=choose)
    qtbot.addWidget(made)
    made.show()
    return made


def _press(dialog: ExportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def _copy(dialog: ExportDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_the_copied_picture_is_the_chosen_one(dialog: ExportDialog) -> None:
    _press(dialog, "export_dark")
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
