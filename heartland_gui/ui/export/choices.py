"""How a chart is to be written: the fields at the side of the export dialog, and what was chosen in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.cli import MOST_PIXELS, PNG
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import A4_SIZE, DEFAULT_SIZE, SQUARE_SIZE, PictureOptions
from heartland_gui.rendering.style import LIGHT, THEMES
from heartland_gui.text import Message, Words, message
from heartland_gui.text.languages import language_name
from heartland_gui.ui.widgets.number_field import NumberField


@dataclass(frozen=True, slots=True)
class Preset:
    """A size by its name: in units, None where it is typed."""

    name: Message
    size: tuple[int, int] | None


PRESETS: Final = (
    Preset(message("Slide 16:9"), DEFAULT_SIZE),
    Preset(message("A4 portrait"), A4_SIZE),
    Preset(message("Square"), SQUARE_SIZE),
    Preset(message("Custom size"), None),
)

SCALES: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """`preset` is the place in PRESETS; `language` is None as long as the window's own is meant."""

    format_id: str = PNG
    preset: int = 0
    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    scale: int = 2
    theme: str = LIGHT.name
    language: str | None = None
    title: bool = True
    legend: bool = True
    sources: bool = True
    data: bool = True

    @property
    def is_picture(self) -> bool:
        """Whether the chosen format is a picture."""
        return FORMATS[self.format_id].is_picture

    def fits(self, scale: int) -> bool:
        """Whether a picture of this size has no more pixels at a scale than memory is likely to hold."""
        return self.width * self.height * scale**2 <= MOST_PIXELS

    @property
    def options(self) -> PictureOptions:
        """The picture that is asked for: only pixels are multiplied, a page has the size that its name says."""
        return PictureOptions(
            self.width,
            self.height,
            float(self.scale) if self.format_id == PNG else 1.0,
            THEMES[self.theme],
            title=self.title,
            legend=self.legend,
            sources=self.sources,
        )


_LEAST: Final = 200
_MOST: Final = 6000
_FIELD_WIDTH: Final = 90
_PARTS: Final[tuple[tuple[str, Message, Message], ...]] = (
    ("title", message("title"), message("Show the title in the picture")),
    ("legend", message("legend"), message("Show the legend in the picture")),
    ("sources", message("sources"), message("Show sources and edition in the picture")),
)


@dataclass(frozen=True, slots=True)
class _Switch:
    """One button of a row of which exactly one is pressed: what it stands for, its face and its full name."""

    id: str
    face: str
    name: str


class ExportChoices(QWidget):
    """Shows what is chosen and follows the person; `settings` is always the whole choice."""

    changed = Signal()
    judged = Signal()
    """Emitted when what was typed can be taken, or not any more."""

    def __init__(
        self, settings: ExportSettings, languages: Sequence[str], language: str, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._own_language = words, language
        self.setMinimumWidth(310)
        self._rows: dict[str, tuple[QButtonGroup, tuple[_Switch, ...]]] = {}
        self._form = QFormLayout(self)
        self._form.setVerticalSpacing(11)
        self._form.addRow(words.text("Format"), self._row("format", _formats(words), settings.format_id))
        self._add_sizes(settings)
        self._form.addRow(words.text("Resolution"), self._row("scale", _scales(words), str(settings.scale)))
        self.outcome = QLabel(self)
        self.outcome.setProperty("faint", "true")
        self._form.addRow("", self.outcome)
        self._form.addRow(words.text("Theme"), self._row("theme", _themes(words), settings.theme))
        kept = settings.language
        chosen = kept if kept is not None and kept in languages else language
        self._form.addRow(words.text("Language"), self._row("language", _languages(languages, words), chosen))
        self._add_parts(settings)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setProperty("faint", "true")
        self._form.addRow(self.note)
        self._follow()

    # -- what is chosen -----------------------------------------------------------------------------------------

    @property
    def settings(self) -> ExportSettings:
        """The whole choice."""
        chosen_language = self.language
        return ExportSettings(
            format_id=self._chosen("format"),
            preset=self.sizes.currentIndex(),
            width=self.width_field.value(),
            height=self.height_field.value(),
            scale=int(self._chosen("scale")),
            theme=self._chosen("theme"),
            language=None if chosen_language == self._own_language else chosen_language,
            title=self.parts["title"].isChecked(),
            legend=self.parts["legend"].isChecked(),
            sources=self.parts["sources"].isChecked(),
            data=self.data.isChecked(),
        )

    @property
    def language(self) -> str:
        """The language of the picture."""
        return self._chosen("language")

    def _chosen(self, row: str) -> str:
        group, switches = self._rows[row]
        return switches[group.checkedId()].id

    # -- building -----------------------------------------------------------------------------------------------

    def _row(self, name: str, switches: Iterable[_Switch], chosen: str) -> QWidget:
        """Return a row of buttons, the chosen one pressed."""
        row, group, listed = QWidget(self), QButtonGroup(self), tuple(switches)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, switch in enumerate(listed):
            button = QPushButton(switch.face, row)
            button.setObjectName(f"export_{switch.face.lower()}" if name != "language" else f"export_{switch.id}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setToolTip(switch.name)
            button.setAccessibleName(switch.name)
            button.setChecked(switch.id == chosen)
            group.addButton(button, number)
            layout.addWidget(button)
        layout.addStretch()
        group.idClicked.connect(self._follow)
        self._rows[name] = group, listed
        return row

    def _add_sizes(self, settings: ExportSettings) -> None:
        words = self._words
        self.sizes = QComboBox(self)
        self.sizes.setObjectName("export_size")
        self.sizes.setAccessibleName(words.text("Size"))
        for preset in PRESETS:
            name = words.say(preset.name)
            self.sizes.addItem(f"{name} · {preset.size[0]} × {preset.size[1]}" if preset.size else name)
        self.sizes.setCurrentIndex(settings.preset)
        width, height = PRESETS[settings.preset].size or (settings.width, settings.height)
        self.width_field = self._number_field(words.text("Width"), width)
        self.height_field = self._number_field(words.text("Height"), height)
        self._own_size = QWidget(self)
        fields = QHBoxLayout(self._own_size)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addWidget(self.width_field)
        fields.addWidget(QLabel("×", self._own_size))
        fields.addWidget(self.height_field)
        fields.addStretch()
        self._form.addRow(words.text("Size"), self.sizes)
        self._form.addRow("", self._own_size)
        self.sizes.currentIndexChanged.connect(self._choose_size)
        self.width_field.valueChanged.connect(self._follow)
        self.height_field.valueChanged.connect(self._follow)

    def _number_field(self, name: str, value: int) -> NumberField:
        field = NumberField(self._words, _LEAST, _MOST, value, self)
        field.setAccessibleName(name)
        field.setMaximumWidth(_FIELD_WIDTH)
        field.typed.connect(self._judge_size)
        return field

    @property
    def problem(self) -> str:
        """Why nothing can be saved, empty where it can."""
        if not self._own_size.isVisibleTo(self):
            return ""
        return next((field.problem for field in (self.width_field, self.height_field) if field.problem), "")

    def _judge_size(self) -> None:
        """Say at once why a size cannot be taken; a picture of another size is drawn when typing has ended."""
        self.outcome.setText(self.problem or _outcome(self.settings, self._words))
        self.judged.emit()

    def _add_parts(self, settings: ExportSettings) -> None:
        words = self._words
        row = QHBoxLayout()
        self.parts: dict[str, QCheckBox] = {}
        for name, face, tip in _PARTS:
            checked = bool(getattr(settings, name))
            self.parts[name] = self._check_box(f"export_{name}", words.say(face), words.say(tip), checked=checked)
            row.addWidget(self.parts[name])
        row.addStretch()
        self.data = self._check_box(
            "export_data",
            words.text("data inside the file"),
            words.text("Save the numbers, their sources and this view in the file"),
            checked=settings.data,
        )
        boxes = QVBoxLayout()
        boxes.setSpacing(9)
        boxes.addLayout(row)
        boxes.addWidget(self.data)
        self._form.addRow(boxes)

    def _check_box(self, name: str, face: str, tip: str, *, checked: bool) -> QCheckBox:
        box = QCheckBox(face, self)
        box.setObjectName(name)
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        box.setChecked(checked)
        box.toggled.connect(self._follow)
        return box

    def count(self, figures: int, sources: int) -> None:
        """Say how much data the chart has."""
        words = self._words
        told = words.text(
            "data inside the file ({figures}, {sources})",
            figures=words.plural("{n} figure", "{n} figures", figures),
            sources=words.plural("{n} source", "{n} sources", sources),
        )
        self.data.setText(told)

    # -- following ----------------------------------------------------------------------------------------------

    def _choose_size(self, position: int) -> None:
        size = PRESETS[position].size
        if size is not None:
            for field, value in zip((self.width_field, self.height_field), size, strict=True):
                with QSignalBlocker(field):
                    field.setValue(value)
        self._follow()

    def _follow(self) -> None:
        """Let only be chosen what has a meaning now, and say what comes of it."""
        settings = self.settings
        group, _ = self._rows["scale"]
        if not settings.fits(settings.scale):
            largest = max(number for number, scale in enumerate(SCALES) if settings.fits(scale))
            group.button(largest).setChecked(True)
            settings = self.settings
        self._own_size.setVisible(settings.is_picture and PRESETS[settings.preset].size is None)
        for number, scale in enumerate(SCALES):
            group.button(number).setEnabled(settings.format_id == PNG and settings.fits(scale))
        for part in (self.sizes, *self._rows["theme"][0].buttons(), *self.parts.values(), self.data):
            part.setEnabled(settings.is_picture)
        self.outcome.setText(self.problem or _outcome(settings, self._words))
        self.note.setText(_note(settings, self._words))
        self.changed.emit()


def _formats(words: Words) -> Iterable[_Switch]:
    return (_Switch(row.id, row.id.upper(), words.say(row.name)) for row in FORMATS.values())


def _scales(words: Words) -> Iterable[_Switch]:
    return (_Switch(str(scale), f"{scale}×", words.text("{n} pixels per unit", n=scale)) for scale in SCALES)


def _themes(words: Words) -> Iterable[_Switch]:
    for theme in THEMES.values():
        face = words.say(theme.title)
        yield _Switch(theme.name, face, words.text("Theme: {name}", name=face))


def _languages(languages: Sequence[str], words: Words) -> Iterable[_Switch]:
    for language in languages:
        name = language_name(language)
        yield _Switch(language, name, words.text("Language of the picture: {name}", name=name))


def _outcome(settings: ExportSettings, words: Words) -> str:
    """Return how large the picture will be."""
    options = settings.options
    if settings.format_id == "pdf":
        across, up = (words.number(side * options.points / 72 * 2.54, 1) for side in (options.width, options.height))
        return words.text("{width} × {height} cm", width=across, height=up)
    if settings.is_picture:
        across, up = (words.number(side) for side in options.pixels)
        return words.text("{width} × {height} pixels", width=across, height=up)
    return ""


def _note(settings: ExportSettings, words: Words) -> str:
    if not settings.is_picture:
        return words.text("Every figure of the chart at full precision, with its source.")
    if settings.data:
        return words.text(
            "This is the picture that will be saved. “File › Open exported picture” brings this view back."
        )
    return words.text(
        "This is the picture that will be saved. Without its data it cannot be checked or opened here again."
    )
