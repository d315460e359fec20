"""Where files are written: the usual folder, and the question for a file, which replaces none without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from heartland_gui.text import Words

AskFile = Callable[[QWidget, Words, str, Path, str], Path | None]
"""Asks for the file to write, as `asked_file` does."""


def asked_file(parent: QWidget, words: Words, title: str, proposed: Path, kind: str) -> Path | None:
    """Return the file that somebody wants written, None where nobody wants one.

    It has the ending of the `proposed` file, whose `kind` has a name: under that of another format it would be opened
    by the wrong program.
    """
    ending = proposed.suffix
    while True:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{ending})")
        if not name:
            return None
        chosen = Path(name)
        if chosen.suffix.lower() == ending:
            return chosen
        # The dialog asked about the name as it was typed. Its own default suffix would not help: dialogs of the
        # desktop are not told of it everywhere, and it leaves a name alone that has any other dot.
        proposed = chosen.with_name(f"{chosen.name}{ending}")
        if not proposed.exists() or _is_to_be_replaced(proposed, words, parent):
            return proposed


class ReplaceQuestion(QMessageBox):
    """Asks whether a file that is there already is to be replaced."""

    def __init__(self, file: Path, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("replace_question")
        self.setWindowTitle(words.text("Replace a file"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words.text("“{file}” already exists. Replace it?", file=file.name))
        self.setInformativeText(words.text("Its present content will be lost."))
        self.replace_button = self.addButton(words.text("Replace"), QMessageBox.ButtonRole.AcceptRole)
        self.keep_button = self.addButton(words.text("Another name …"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.keep_button)
        self.setEscapeButton(self.keep_button)


def _is_to_be_replaced(file: Path, words: Words, parent: QWidget) -> bool:
    question = ReplaceQuestion(file, words, parent)
    question.exec()
    is_to_be = question.clickedButton() is question.replace_button
    question.deleteLater()
    return is_to_be


def usual_folder() -> Path:
    """Return the folder in which this person keeps pictures, or everything."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if Path(pictures).is_dir() else Path.home()
