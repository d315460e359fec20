"""The export dialog: it shows and writes the same picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.picture import PictureError
from heartland_gui.export.reading import ProofError, proof_in
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import DARK
from heartland_gui.text import Words
from heartland_gui.ui.chart.table import readable_table
from heartland_gui.ui.export import clipboard
from heartland_gui.ui.export.choices import ExportSettings
from heartland_gui.ui.export.dialog import ExportDialog, LastExport, proposed_name
from heartland_gui.ui.export.saving import asked_file
from tests.ui.export.conftest import press
from tests.ui.layout import as_read


def test_a_picture_is_saved_at_the_chosen_size_and_resolution(dialog: ExportDialog) -> None:
    dialog.choices.sizes.setCurrentIndex(2)
    press(dialog, "export_4×")
    press(dialog, "export_save")
    assert dialog.saved is not None
    assert dialog.saved.name.startswith("snd-")
    image = QImage(str(dialog.saved))
    assert (image.width(), image.height()) == (4800, 4800)
    assert str(dialog.saved) in dialog.report.text()


@pytest.mark.parametrize(("name", "head"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbf")])
def test_every_format_is_written(dialog: ExportDialog, name: str, head: bytes) -> None:
    press(dialog, f"export_{name}")
    press(dialog, "export_save")
    assert dialog.saved is not None
    assert dialog.saved.suffix == f".{name}"
    assert dialog.saved.read_bytes().startswith(head)


def test_the_table_is_previewed_as_text(dialog: ExportDialog) -> None:
    assert dialog.preview.isVisible()
    press(dialog, "export_csv")
    assert dialog.csv_preview.isVisible()
    assert "OBS_VALUE" in dialog.csv_preview.toPlainText()
    assert not dialog.choices.sizes.isEnabled()


def test_what_cannot_be_written_is_said_in_the_dialog(
    qtbot: QtBot, dataset: Dataset, answer: Chart, tmp_path: Path
) -> None:
    gone = tmp_path / "no" / "such" / "folder" / "chart.png"
    dialog = ExportDialog(dataset, answer, LastExport(tmp_path), choose_file=lambda *_: gone)
    qtbot.addWidget(dialog)
    press(dialog, "export_save")
    assert dialog.saved is None
    assert "could not be written" in dialog.report.text()
    assert str(gone) in dialog.report.text()


def test_nothing_is_written_when_nobody_names_a_file(
    qtbot: QtBot, dataset: Dataset, answer: Chart, tmp_path: Path
) -> None:
    dialog = ExportDialog(dataset, answer, LastExport(tmp_path), choose_file=lambda *_: None)
    qtbot.addWidget(dialog)
    press(dialog, "export_save")
    assert dialog.saved is None
    assert list(tmp_path.iterdir()) == []


def _check(dialog: ExportDialog, name: str, *, checked: bool) -> None:
    box = dialog.findChild(QCheckBox, name)
    assert box is not None
    box.setChecked(checked)


def _copy(dialog: ExportDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def _saved(dialog: ExportDialog) -> Path:
    press(dialog, "export_save")
    assert dialog.saved is not None
    return dialog.saved


@pytest.mark.parametrize("format_id", ["png", "svg", "pdf"])
def test_a_picture_carries_its_data_unless_it_is_not_wanted(dialog: ExportDialog, format_id: str) -> None:
    words = Words()
    press(dialog, f"export_{format_id}")
    assert proof_in(_saved(dialog), words) == dialog.picture.proof
    _check(dialog, "export_data", checked=False)
    with pytest.raises(ProofError, match="contains no Heartland data"):
        proof_in(_saved(dialog), words)


def test_the_amount_of_data_is_told(dialog: ExportDialog) -> None:
    assert dialog.choices.data.text() == "data inside the file (4 figures, 2 sources)"


def test_the_preview_is_the_picture(dialog: ExportDialog) -> None:
    before = dialog.preview.image.copy()
    press(dialog, "export_dark")
    dark = dialog.preview.image.copy()
    assert dark.pixelColor(3, 3).name() == DARK.surface
    press(dialog, "export_light")
    assert dialog.preview.image == before
    for name in ("title", "legend", "sources"):
        _check(dialog, f"export_{name}", checked=False)
        assert dialog.preview.image != before
        _check(dialog, f"export_{name}", checked=True)
    assert dialog.preview.image == before


def test_the_theme_goes_into_the_file(dialog: ExportDialog) -> None:
    press(dialog, "export_dark")
    assert QImage(str(_saved(dialog))).pixelColor(3, 3).name() == DARK.surface


def test_the_language_is_any_of_the_dataset(dialog: ExportDialog, answer: Chart) -> None:
    press(dialog, "export_zh")
    assert dialog.chart.words.language == "zh"
    assert dialog.chart.question == answer.question
    assert dialog.chart.full_title != answer.full_title
    assert dialog.preview.accessibleName().endswith(dialog.chart.full_title)
    found = proof_in(_saved(dialog), Words())
    assert (found.language, found.title) == ("zh", dialog.chart.full_title)
    press(dialog, "export_en")
    assert dialog.chart is answer


def test_the_csv_speaks_the_chosen_language_too(dialog: ExportDialog) -> None:
    press(dialog, "export_csv")
    english = dialog.csv_preview.toPlainText()
    press(dialog, "export_zh")
    assert dialog.csv_preview.toPlainText() != english


def test_all_that_can_have_the_keyboard_has_a_name(dialog: ExportDialog) -> None:
    dialog.choices.sizes.setCurrentIndex(3)
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name).strip(), widget.objectName()


def test_the_next_dialog_begins_where_this_one_ended(
    qtbot: QtBot, dialog: ExportDialog, dataset: Dataset, answer: Chart, tmp_path: Path
) -> None:
    for name in ("svg", "dark", "zh"):
        press(dialog, f"export_{name}")
    dialog.choices.sizes.setCurrentIndex(1)
    _check(dialog, "export_legend", checked=False)
    other = tmp_path / "other"
    other.mkdir()
    dialog._choose_file = lambda *_: other / "x.svg"
    press(dialog, "export_save")
    last = dialog.last
    assert last.folder == other
    again = ExportDialog(dataset, answer, last, choose_file=lambda *_: None)
    qtbot.addWidget(again)
    assert again.last == last
    assert again.picture == dialog.picture


def test_a_kept_language_that_another_dataset_lacks_is_forgotten(
    qtbot: QtBot, dataset: Dataset, answer: Chart, tmp_path: Path
) -> None:
    last = LastExport(tmp_path, ExportSettings(language="fr"))
    dialog = ExportDialog(dataset, answer, last, choose_file=lambda *_: None)
    qtbot.addWidget(dialog)
    assert dialog.chart is answer


def test_what_cannot_be_copied_is_said_in_the_dialog(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise PictureError("There is not enough memory for a picture of this size.")

    monkeypatch.setattr(clipboard, "chart_image", failing)
    _copy(dialog, "Copy picture")
    assert dialog.report.text() == "There is not enough memory for a picture of this size."


def test_the_chart_as_a_table_speaks_words(answer: Chart) -> None:
    headings, rows = readable_table(answer)
    # Of one company and one indicator, which the title names.
    assert headings[:3] == ("Period", "Value", "Unit")
    assert "SDMX status" not in headings
    assert {row[1].key for row in rows} == {48, 5000, 10_000, 100_000}
    assert rows[0][-1].ref is not None


def test_a_picture_is_not_saved_under_the_ending_of_another_format(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chart.svg"), ""))
    dialog._choose_file = asked_file
    press(dialog, "export_save")
    assert dialog.saved == tmp_path / "chart.svg.png"
    assert dialog.saved.read_bytes().startswith(b"\x89PNG")


def test_what_can_be_done_stands_below_what_is_chosen(dialog: ExportDialog) -> None:
    lines = as_read(dialog)
    assert lines[0][0] == "Format"
    assert lines[-1] == ["Copy picture", "Copy table", "Copy as Markdown", "Copy citation", "Close", "export_save"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [(Ref(SubjectKind.COMPANY, "snd"), "snd-gdp-map"), (comparison_of(("snd",)), "comparison-gdp-map")],
)
def test_a_file_is_called_by_what_it_shows(answer: Chart, subject: Ref, name: str) -> None:
    asked = replace(answer, question=Question("map", subject, "gdp"))
    assert proposed_name(asked) == name
    assert proposed_name(replace(asked, question=Question("map", subject))) == name.replace("-gdp", "")
