"""The export dialog: the picture itself as it will be, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.charts.spec import Chart
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import FORMATS, encoded
from heartland_gui.export.picture import chart_image
from heartland_gui.export.table import csv_text, tsv_text
from heartland_gui.ui.dialogs.export_choices import ExportChoices

Chooser = Callable[[QWidget, Path, str], Path | None]
"""Asks for the file to write: the dialog, the proposed file, the format's name; None where nobody wants one."""


class ExportDialog(QDialog):
    """Shows the picture and writes it."""

    def __init__(
        self, chart: Chart, folder: Path, parent: QWidget | None = None, choose_file: Chooser | None = None
    ) -> None:
        super().__init__(parent)
        words = chart.words
        self.setObjectName("export_dialog")
        self.setWindowTitle(words.text("Export chart"))
        self._chart, self._words, self._folder = chart, words, folder
        self._choose_file = choose_file or _asked_file
        self.saved: Path | None = None
        self.choices = ExportChoices(chart, self)
        self.preview = PicturePreview(chart, self)
        self.csv_preview = QPlainTextEdit(csv_text(chart), self)
        self.report = QLabel(self)
        self.save_button = QPushButton(words.text("Save …"), self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.choices.changed.connect(self._show_preview)
        self.save_button.clicked.connect(self._save)
        self.resize(1060, 560)
        self._show_preview()

    def _lay_out(self) -> None:
        words = self._words
        self.csv_preview.setReadOnly(True)
        self.csv_preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.csv_preview.setAccessibleName(words.text("The table as it will be saved"))
        self.report.setObjectName("export_report")
        self.report.setWordWrap(True)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report.hide()
        self.save_button.setObjectName("export_save")
        self.save_button.setProperty("primary", "true")
        self.save_button.setDefault(True)
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.csv_preview)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self._stack, 1)
        columns.addWidget(self.choices)
        foot = QHBoxLayout()
        foot.addWidget(self._flat_button(words.text("Copy image"), self._copy_image))
        foot.addWidget(self._flat_button(words.text("Copy table"), self._copy_table))
        foot.addWidget(self._flat_button(words.text("Copy citation"), self._copy_citation))
        foot.addStretch()
        cancel = QPushButton(words.text("Close"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.addLayout(columns, 1)
        layout.addWidget(self.report)
        layout.addLayout(foot)

    def _flat_button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setProperty("flat_row", "true")
        button.clicked.connect(act)
        return button

    def _show_preview(self) -> None:
        self._stack.setCurrentWidget(self.preview if self.choices.is_picture else self.csv_preview)
        if self.choices.is_picture:
            self.preview.show_size(*self.choices.picture_size)

    # -- what is done -------------------------------------------------------------------------------------------

    def _save(self) -> None:
        """Ask for a file and write it; what goes wrong is said in the dialog."""
        choices, words = self.choices, self._words
        proposed = self._folder / f"{proposed_name(self._chart)}.{choices.format_id}"
        path = self._choose_file(self, proposed, words.say(FORMATS[choices.format_id].name))
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(f".{choices.format_id}")
        try:
            width, height = choices.picture_size
            scale = float(choices.scale) if choices.format_id == "png" else 1.0
            write_whole(path, encoded(self._chart, choices.format_id, width, height, scale))
        except OSError as fault:
            reason = fault.strerror or str(fault)
            self._report(words.text("“{file}” could not be written: {reason}", file=str(path), reason=reason))
            return
        self.saved = path
        self._report(words.text("Saved as “{file}”.", file=str(path)))

    def _report(self, sentence: str) -> None:
        self.report.setText(sentence)
        self.report.show()

    def _copy_image(self) -> None:
        width, height = self.choices.picture_size
        QGuiApplication.clipboard().setImage(chart_image(self._chart, width, height, 1.0))
        self._report(self._words.text("The picture is on the clipboard."))

    def _copy_table(self) -> None:
        QGuiApplication.clipboard().setText(tsv_text(self._chart))
        self._report(self._words.text("The table is on the clipboard."))

    def _copy_citation(self) -> None:
        QGuiApplication.clipboard().setText(citation_text(self._chart))
        self._report(self._words.text("The citation is on the clipboard."))


def proposed_name(chart: Chart) -> str:
    """Return a file name that says what the picture shows, without its ending."""
    question = chart.question
    return "-".join(part for part in (question.subject.id, question.indicator, question.kind) if part)


def citation_text(chart: Chart) -> str:
    """Return title, sources and edition as one line for a footnote."""
    words = chart.words
    sources = words.clauses([source.text for source in chart.sources])
    parts = [part for part in (chart.full_title, sources, chart.edition) if part]
    return words.sentences([words.text("{sentence}.", sentence=part) for part in parts])


def _asked_file(parent: QWidget, proposed: Path, kind: str) -> Path | None:
    ending = proposed.suffix
    name, _ = QFileDialog.getSaveFileName(parent, "", str(proposed), f"{kind} (*{ending})")
    return Path(name) if name else None


class PicturePreview(QWidget):
    """The picture as it will be written, as large as there is room."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._size = (0, 0)
        self._image = QImage()
        self.setMinimumSize(480, 320)
        self.setAccessibleName(chart.words.text("Preview of the picture: {title}", title=chart.full_title))
        self.setAccessibleDescription(chart.sentence)

    def show_size(self, width: int, height: int) -> None:
        """Draw the picture at another size."""
        self._size = (width, height)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture for the new room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        width, height = self._size
        if not width or not height:
            return
        ratio = self.devicePixelRatioF()
        scale = min(self.width() / width, self.height() / height)
        self._image = chart_image(self._chart, width, height, scale * ratio)
        self._image.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle with a thin frame."""
        painter = QPainter(self)
        size = QSize(self._image.size() / self._image.devicePixelRatio())
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(left, top, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(left, top, size.width() - 1, size.height() - 1)
        painter.end()
