"""The export dialog: it shows and writes the same picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.spec import Chart
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.text import Words
from heartland_gui.ui.dialogs.export import ExportDialog, citation_text
from heartland_gui.ui.parts.chart_table import readable_table


@pytest.fixture
def answer(dataset: Dataset) -> Chart:
    question = questions(dataset, Ref(SubjectKind.COMPANY, "snd"))[0]
    return chart(dataset, question, Words())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "chart.png"


@pytest.fixture
def dialog(qtbot: QtBot, answer: Chart, target: Path) -> ExportDialog:
    def choose(_: QWidget, proposed: Path, __: str) -> Path:
        return target.with_name(proposed.name)

    made = ExportDialog(answer, target.parent, choose_file=choose)
    qtbot.addWidget(made)
    made.show()
    return made


def _press(dialog: ExportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_a_picture_is_saved_at_the_chosen_size_and_resolution(dialog: ExportDialog) -> None:
    dialog.choices.sizes.setCurrentIndex(2)
    _press(dialog, "export_4×")
    _press(dialog, "export_save")
    assert dialog.saved is not None
    assert dialog.saved.name.startswith("snd-")
    image = QImage(str(dialog.saved))
    assert (image.width(), image.height()) == (4800, 4800)
    assert str(dialog.saved) in dialog.report.text()


@pytest.mark.parametrize(("name", "head"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbf")])
def test_every_format_is_written(dialog: ExportDialog, name: str, head: bytes) -> None:
    _press(dialog, f"export_{name}")
    _press(dialog, "export_save")
    assert dialog.saved is not None
    assert dialog.saved.suffix == f".{name}"
    assert dialog.saved.read_bytes().startswith(head)


def test_the_table_is_previewed_as_text(dialog: ExportDialog) -> None:
    assert dialog.preview.isVisible()
    _press(dialog, "export_csv")
    assert dialog.csv_preview.isVisible()
    assert "OBS_VALUE" in dialog.csv_preview.toPlainText()
    assert not dialog.choices.sizes.isEnabled()


def test_own_sizes_show_their_fields(dialog: ExportDialog) -> None:
    assert not dialog.choices.width_field.isVisible()
    dialog.choices.sizes.setCurrentIndex(3)
    assert dialog.choices.width_field.isVisible()
    dialog.choices.width_field.setValue(900)
    assert dialog.choices.picture_size == (900, 900)


def test_what_cannot_be_written_is_said_in_the_dialog(qtbot: QtBot, answer: Chart, tmp_path: Path) -> None:
    gone = tmp_path / "no" / "such" / "folder" / "chart.png"
    dialog = ExportDialog(answer, tmp_path, choose_file=lambda *_: gone)
    qtbot.addWidget(dialog)
    _press(dialog, "export_save")
    assert dialog.saved is None
    assert "could not be written" in dialog.report.text()
    assert str(gone) in dialog.report.text()


def test_nothing_is_written_when_nobody_names_a_file(qtbot: QtBot, answer: Chart, tmp_path: Path) -> None:
    dialog = ExportDialog(answer, tmp_path, choose_file=lambda *_: None)
    qtbot.addWidget(dialog)
    _press(dialog, "export_save")
    assert dialog.saved is None
    assert list(tmp_path.iterdir()) == []


def test_the_citation_names_title_sources_and_edition(dialog: ExportDialog, answer: Chart) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy citation").click()
    assert QGuiApplication.clipboard().text() == citation_text(answer)
    assert "Daily, 26 Apr 2020" in citation_text(answer)
    assert "2026-11" in citation_text(answer)


def test_the_chart_as_a_table_speaks_words(answer: Chart) -> None:
    headings, rows = readable_table(answer)
    # Of one company and one indicator, which the title names.
    assert headings[:3] == ("Period", "Value", "Unit")
    assert "SDMX status" not in headings
    assert {row[1].key for row in rows} == {48, 5000, 10_000, 100_000}
    assert rows[0][-1].ref is not None
