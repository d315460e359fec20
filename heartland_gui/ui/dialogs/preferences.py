"""What somebody can choose for all times: language, colours, the folder for exports; and what is to be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.text import Words
from heartland_gui.text.languages import languages
from heartland_gui.ui.export.saving import usual_folder
from heartland_gui.ui.state.appearance import OF_SYSTEM, THEME_NAMES, Appearance
from heartland_gui.ui.state.early import ZOOMS
from heartland_gui.ui.state.settings import Settings


class PreferencesDialog(QDialog):
    """Each choice holds at once; the dialog speaks the language that is chosen in it."""

    def __init__(self, appearance: Appearance, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._settings = appearance, settings
        self.ask_folder: Callable[[QWidget, Path], Path | None] = _asked_folder
        self.ask: Callable[[ForgetQuestion], None] = ForgetQuestion.open
        self.setObjectName("preferences_dialog")
        self.languages, self.themes = self._choice("preferences_language"), self._choice("preferences_theme")
        self.zooms = self._choice("preferences_zoom")
        self.folder = QLineEdit(self)
        self.folder.setObjectName("preferences_folder")
        self.folder.setReadOnly(True)
        self.choose_button = self._button("preferences_choose_folder")
        self.usual_button = self._button("preferences_usual_folder")
        self.forget_button = self._button("preferences_forget")
        self.close_button = self._button("preferences_close")
        self.report = QLabel(self)
        self.report.setObjectName("preferences_report")
        self.report.setWordWrap(True)
        self.report.setProperty("faint", "true")
        self._names = [QLabel(self) for _ in range(4)]
        self._lay_out()
        self._say_everything()
        self.languages.activated.connect(lambda _: appearance.choose_language(str(self.languages.currentData())))
        self.themes.activated.connect(lambda _: appearance.choose_theme(str(self.themes.currentData())))
        self.zooms.activated.connect(lambda _: self._choose_zoom(int(self.zooms.currentData())))
        self.choose_button.clicked.connect(self._choose_folder)
        self.usual_button.clicked.connect(lambda: self._save_folder(None))
        self.forget_button.clicked.connect(self._forget)
        self.close_button.clicked.connect(self.reject)
        appearance.changed.connect(self._say_everything)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    # -- building -----------------------------------------------------------------------------------------------

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        return made

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.usual_button)
        form = QFormLayout()
        form.addRow(self._names[0], self.languages)
        form.addRow(self._names[1], self.themes)
        form.addRow(self._names[2], self.zooms)
        form.addRow(self._names[3], row)
        foot = QHBoxLayout()
        foot.addWidget(self.forget_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.report)
        layout.addLayout(foot)
        self.resize(620, 0)

    def _say_everything(self) -> None:
        """Write everything in the language that holds now."""
        words = self._appearance.words
        self.setWindowTitle(words.text("Preferences"))
        named = (
            words.text("Language"),
            words.text("Theme"),
            words.text("Text size"),
            words.text("Folder for exports"),
        )
        fields = (self.languages, self.themes, self.zooms, self.folder)
        for label, name, field in zip(self._names, named, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        # Every language is called as its speakers call it.
        _fill(self.languages, {OF_SYSTEM: words.text("System language"), **languages()}, self._appearance.language)
        _fill(self.themes, {name: words.say(text) for name, text in THEME_NAMES.items()}, self._appearance.theme)
        sizes = {str(zoom): words.text("{n}\u00a0%", n=zoom) for zoom in ZOOMS}
        _fill(self.zooms, sizes, str(self._settings.zoom))
        self.choose_button.setText(words.text("Choose …"))
        self.usual_button.setText(words.text("Default"))
        self.forget_button.setText(words.text("Reset window …"))
        self.close_button.setText(words.text("Close"))
        self.report.clear()
        self._show_folder()

    def _show_folder(self) -> None:
        chosen = self._settings.folder
        self.folder.setText(str(chosen or usual_folder()))
        self.usual_button.setEnabled(chosen is not None)

    # -- what is done -------------------------------------------------------------------------------------------

    def _choose_zoom(self, percent: int) -> None:
        """Make everything that large, this dialog too; where it cannot be done at once, say when it will be."""
        is_done = self._appearance.choose_zoom(percent)
        words = self._appearance.words
        self.report.setText("" if is_done else words.text("Text size: {n}\u00a0% from the next start on", n=percent))

    def _choose_folder(self) -> None:
        chosen = self.ask_folder(self, self._settings.folder or usual_folder())
        if chosen is not None:
            self._save_folder(chosen)

    def _save_folder(self, folder: Path | None) -> None:
        self._settings.save_folder(folder)
        self._show_folder()

    def _forget(self) -> None:
        question = ForgetQuestion(self._appearance.words, self)
        question.accepted.connect(self._forget_session)
        self.ask(question)

    def _forget_session(self) -> None:
        self._settings.forget_session()
        self.report.setText(self._appearance.words.text("Window reset. The next start will be like the first."))


class ForgetQuestion(QMessageBox):
    """Says what will be forgotten and what stays, and asks."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("forget_question")
        self.setWindowTitle(words.text("Reset window"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words.text("Reset the position of the window and the page shown last?"))
        self.setInformativeText(words.text("Bookmarks, language, theme and the folder for exports are kept."))
        self.forget_button = self.addButton(words.text("Reset"), QMessageBox.ButtonRole.AcceptRole)
        self.keep_button = self.addButton(words.text("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _fill(choice: QComboBox, names: dict[str, str], chosen: str) -> None:
    """Offer names behind which ids stand; an id that is not known is as good as the first."""
    choice.clear()
    for identifier, name in names.items():
        choice.addItem(name, identifier)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))


def _asked_folder(parent: QWidget, begin: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, "", str(begin))
    return Path(chosen) if chosen else None
