"""How a chart is to be written: its format, its size and its resolution."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from heartland_gui.charts.spec import Chart
from heartland_gui.export.formats import DEFAULT_SIZE, FORMATS
from heartland_gui.text import Message, message

SIZES: Final[tuple[tuple[Message, tuple[int, int] | None], ...]] = (
    (message("Slide 16:9"), DEFAULT_SIZE),
    (message("Page"), (1200, 1500)),
    (message("Square"), (1200, 1200)),
    (message("Own size"), None),
)
SCALES: Final = (1, 2, 4)
_LEAST: Final = 320
_MOST: Final = 6000


class ExportChoices(QWidget):
    """The fields at the side of the export dialog."""

    changed = Signal()

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = chart.words
        self.setFixedWidth(290)
        self.formats = QButtonGroup(self)
        self.scales = QButtonGroup(self)
        self.sizes = QComboBox(self)
        self.sizes.setObjectName("export_size")
        self.sizes.setAccessibleName(self._words.text("Size"))
        for name, size in SIZES:
            label = self._words.say(name)
            self.sizes.addItem(f"{label} · {size[0]} × {size[1]}" if size else label)
        self.width_field = self._number_field(self._words.text("Width"), DEFAULT_SIZE[0])
        self.height_field = self._number_field(self._words.text("Height"), DEFAULT_SIZE[1])
        self._own_size = QWidget(self)
        self._lay_out(chart)
        self.formats.idClicked.connect(self._follow)
        self.scales.idClicked.connect(self._follow)
        self.sizes.currentIndexChanged.connect(self._choose_size)
        self.width_field.valueChanged.connect(self._follow)
        self.height_field.valueChanged.connect(self._follow)
        self._follow()

    @property
    def format_id(self) -> str:
        """The chosen format, a key of FORMATS."""
        return tuple(FORMATS)[self.formats.checkedId()]

    @property
    def is_picture(self) -> bool:
        """Whether the chosen format is a picture."""
        return FORMATS[self.format_id].is_picture

    @property
    def picture_size(self) -> tuple[int, int]:
        """The chosen width and height in units of the picture."""
        return self.width_field.value(), self.height_field.value()

    @property
    def scale(self) -> int:
        """Pixels for each unit."""
        return self.scales.checkedId()

    def _number_field(self, name: str, value: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(_LEAST, _MOST)
        field.setSingleStep(10)
        field.setValue(value)
        field.setAccessibleName(name)
        return field

    def _lay_out(self, chart: Chart) -> None:
        words = self._words
        formats, scales = QHBoxLayout(), QHBoxLayout()
        for number, row in enumerate(FORMATS.values()):
            formats.addWidget(self._button(self.formats, number, row.id.upper(), words.say(row.name)))
        for scale in SCALES:
            tip = words.text("{n} pixels for each unit", n=scale)
            scales.addWidget(self._button(self.scales, scale, f"{scale}×", tip))
        formats.addStretch()
        scales.addStretch()
        self.formats.button(0).setChecked(True)
        self.scales.button(2).setChecked(True)
        row_of_fields = QHBoxLayout(self._own_size)
        row_of_fields.setContentsMargins(0, 0, 0, 0)
        row_of_fields.addWidget(self.width_field)
        row_of_fields.addWidget(QLabel("×", self._own_size))
        row_of_fields.addWidget(self.height_field)
        figures = words.plural("{n} figure", "{n} figures", len(chart.table.rows))
        sources = words.plural("{n} source", "{n} sources", len(chart.sources))
        explained = words.text(
            "The preview is the picture: title, key, sources and edition stand inside it. It shows {figures} from "
            "{sources}.",
            figures=figures,
            sources=sources,
        )
        note = QLabel(explained, self)
        note.setWordWrap(True)
        note.setProperty("faint", "true")
        form = QFormLayout(self)
        form.setVerticalSpacing(12)
        form.addRow(words.text("Format"), formats)
        form.addRow(words.text("Size"), self.sizes)
        form.addRow("", self._own_size)
        form.addRow(words.text("Resolution"), scales)
        form.addRow(note)

    def _button(self, group: QButtonGroup, number: int, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"export_{text.lower()}")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        group.addButton(button, number)
        return button

    def _choose_size(self, position: int) -> None:
        size = SIZES[position][1]
        if size is not None:
            for field, value in zip((self.width_field, self.height_field), size, strict=True):
                with QSignalBlocker(field):
                    field.setValue(value)
        self._follow()

    def _follow(self) -> None:
        self._own_size.setVisible(self.is_picture and SIZES[self.sizes.currentIndex()][1] is None)
        self.sizes.setEnabled(self.is_picture)
        for button in self.scales.buttons():
            button.setEnabled(self.format_id == "png")
        self.changed.emit()
