"""The export dialog: the picture itself as it will be, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Chart
from heartland_gui.export.files import not_written, write_whole
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import Picture, chart_image
from heartland_gui.export.proof import proof_of
from heartland_gui.export.table import csv_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import SubjectKind
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text.languages import words_for_data
from heartland_gui.ui.export.choices import ExportChoices, ExportSettings
from heartland_gui.ui.export.clipboard import copy_citation, copy_image, copy_markdown, copy_table
from heartland_gui.ui.export.saving import AskFile, asked_file
from heartland_gui.ui.widgets.window_size import resize_within_screen


class PicturePreview(QWidget):
    """The picture as it will be written, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image = QImage()
        self.setMinimumSize(240, 135)

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture."""
        self._picture = picture
        chart = picture.chart
        self.setAccessibleName(chart.words.text("Preview of the picture: {title}", title=chart.full_title))
        self.setAccessibleDescription(chart.sentence)
        self._draw()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture for the new room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._picture is None:
            return
        options, ratio = self._picture.options, self.devicePixelRatioF()
        scale = min(self.width() / options.width, self.height() / options.height)
        self._image = chart_image(self._picture, scale * ratio)
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


@dataclass(frozen=True, slots=True)
class LastExport:
    """What the dialog begins with the next time: where files went, and how."""

    folder: Path
    settings: ExportSettings = field(default_factory=ExportSettings)


class ExportDialog(QDialog):
    """Shows a chart of a dataset as a picture, in the languages of the dataset, and writes it."""

    def __init__(
        self,
        dataset: Dataset,
        chart: Chart,
        last: LastExport,
        parent: QWidget | None = None,
        choose_file: AskFile = asked_file,
    ) -> None:
        super().__init__(parent)
        words = chart.words
        self.setObjectName("export_dialog")
        self.setWindowTitle(words.text("Export chart"))
        self._dataset, self._words, self._folder = dataset, words, last.folder
        self._charts = {words.language: chart}
        self._choose_file = choose_file
        self.saved: Path | None = None
        languages = tuple(dict.fromkeys((*dataset.manifest.languages, words.language)))
        self.choices = ExportChoices(last.settings, languages, words.language, words, self)
        self.preview = PicturePreview(self)
        self.csv_preview = QPlainTextEdit(self)
        self.report = QLabel(self)
        self.save_button = QPushButton(words.text("Save …"), self)
        self._stack = QStackedWidget(self)
        self.choices.count(len(chart.table.rows), len(proof_of(dataset, chart, LIGHT).sources))
        self._lay_out()
        self.choices.changed.connect(self._show_preview)
        self.choices.judged.connect(lambda: self.save_button.setEnabled(not self.choices.problem))
        self.save_button.clicked.connect(self._save)
        resize_within_screen(self, 1100, 580)
        self._show_preview()

    @property
    def last(self) -> LastExport:
        """What to begin with the next time."""
        return LastExport(self._folder, self.choices.settings)

    @property
    def chart(self) -> Chart:
        """The chart in the chosen language."""
        language = self.choices.language
        if language not in self._charts:
            question = self._charts[self._words.language].question
            self._charts[language] = choice.chart(self._dataset, question, words_for_data(language))
        return self._charts[language]

    @property
    def picture(self) -> Picture:
        """The picture as it is chosen."""
        chart, settings = self.chart, self.choices.settings
        proof = proof_of(self._dataset, chart, settings.options.theme) if settings.data else None
        return Picture(chart, settings.options, proof)

    # -- building -----------------------------------------------------------------------------------------------

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
        columns.addWidget(self._choices_column())
        layout = QVBoxLayout(self)
        layout.addLayout(columns, 1)
        layout.addWidget(self.report)
        layout.addLayout(self._foot())

    def _choices_column(self) -> QScrollArea:
        """Return the choices in a column that scrolls where the screen is low."""
        column = QScrollArea(self)
        column.setObjectName("floating_scroll")
        column.setFrameShape(QFrame.Shape.NoFrame)
        column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.setWidgetResizable(True)
        column.setWidget(self.choices)
        # Before the dialog is shown its parts do not know the type that they are written in.
        for part in (self.choices, *self.choices.findChildren(QWidget)):
            part.ensurePolished()
        needed = max(self.choices.minimumWidth(), self.choices.minimumSizeHint().width())
        column.setFixedWidth(needed + column.verticalScrollBar().sizeHint().width())
        return column

    def _foot(self) -> QHBoxLayout:
        words = self._words
        on_clipboard = (
            (
                words.text("Copy picture"),
                lambda: copy_image(self.picture),
                words.text("Picture copied."),
            ),
            (words.text("Copy table"), lambda: copy_table(self.chart), words.text("Table copied.")),
            (
                words.text("Copy as Markdown"),
                lambda: copy_markdown(self.chart),
                words.text("Table copied as Markdown."),
            ),
            (
                words.text("Copy citation"),
                lambda: copy_citation(self.chart),
                words.text("Citation copied."),
            ),
        )
        foot = QHBoxLayout()
        for text, copy, said in on_clipboard:
            foot.addWidget(self._copy_button(text, copy, said))
        foot.addStretch()
        cancel = QPushButton(words.text("Close"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        return foot

    def _copy_button(self, text: str, copy: Callable[[], None], said: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setProperty("flat_row", "true")

        def do() -> None:
            try:
                copy()
            except OSError as fault:
                self.say(str(fault))
            else:
                self.say(said)

        button.clicked.connect(do)
        return button

    def _show_preview(self) -> None:
        if self.choices.settings.is_picture:
            self._stack.setCurrentWidget(self.preview)
            self.preview.show_picture(self.picture)
        else:
            self._stack.setCurrentWidget(self.csv_preview)
            self.csv_preview.setPlainText(csv_text(self.chart.table))

    # -- what is done -------------------------------------------------------------------------------------------

    def _save(self) -> None:
        """Ask for a file and write it; what goes wrong is said in the dialog."""
        words, row = self._words, FORMATS[self.choices.settings.format_id]
        proposed = self._folder / f"{proposed_name(self.chart)}.{row.id}"
        path = self._choose_file(self, words, "", proposed, words.say(row.name))
        if path is None:
            return
        try:
            write_whole(path, row.draw(self.picture)())
        except OSError as fault:
            self.say(not_written(path, fault, words))
            return
        self.saved, self._folder = path, path.parent
        self.say(words.text("Saved as “{file}”.", file=str(path)))

    def say(self, sentence: str) -> None:
        """Show a sentence below the choices."""
        self.report.setText(sentence)
        self.report.show()


def proposed_name(chart: Chart) -> str:
    """Return a file name that says what the picture shows, without its ending."""
    question = chart.question
    subject = question.subject
    named = "comparison" if subject.kind is SubjectKind.COMPARISON else subject.id
    return "-".join(part for part in (named, question.indicator, question.kind) if part)
