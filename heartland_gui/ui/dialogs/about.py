"""What this program is: its versions, the data that is open, and the licences of what comes with it."""

from __future__ import annotations

import platform
from html import escape
from typing import Final

import PySide6
from PySide6.QtCore import QSysInfo, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from heartland_gui import __version__
from heartland_gui.model.dataset import Dataset
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.theme import SELECTABLE, TEXT_WIDTH
from heartland_gui.ui.widgets.window_size import resize_within_screen

_NOTICES: Final = (("fonts", "OFL.txt"), ("datasets", "shanxi", "NOTICE-boundaries.md"))

Details = tuple[tuple[str, str], ...]
"""What is known, each behind its name."""


_LEAST_HEIGHT: Final = 200
"""How high the licences are at least, in pixels."""


class AboutDialog(QDialog):
    """The program, its licence, and those of the data, fonts and boundaries; all of it can be copied."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self._words, self._session = words, session
        self._details = (*program_details(words), *(data_details(session.dataset, words) if session.is_open else ()))
        self._notices = shipped_notices()
        self.setObjectName("about_dialog")
        self.setWindowTitle(words.text("About Heartland"))
        rows = "".join(
            f'<tr><td style="padding-right:14px">{escape(name)}</td><td>{escape(value)}</td></tr>'
            for name, value in self._details
        )
        introduction = "<br><br>".join(escape(sentence) for sentence in _introduction(words))
        self.text = QLabel(f"{introduction}<br><br><table cellspacing=0 cellpadding=1>{rows}</table>", self)
        self.text.setObjectName("about_text")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(SELECTABLE)
        title = QLabel(words.text("Fonts and boundaries"), self)
        title.setProperty("section", "true")
        self.licences = QPlainTextEdit("\n\n".join(self._notices), self)
        self.licences.setObjectName("about_licences")
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(words.text("Licences of the fonts and boundaries"))
        self.licences.setMinimumHeight(_LEAST_HEIGHT)
        read, scroll = QWidget(self), QScrollArea(self)
        read.setObjectName("about_content")
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.text, title, self.licences):
            column.addWidget(each)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._buttons())
        resize_within_screen(self, TEXT_WIDTH * 3 // 4, 620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _buttons(self) -> QDialogButtonBox:
        words = self._words
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(words.text("Close"))
        close.setIcon(QIcon())
        self.copy_button = buttons.addButton(words.text("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setObjectName("about_copy")
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def details(self) -> str:
        """All that is shown, as plain text."""
        known = [self._words.text("{name}: {text}", name=name, text=value) for name, value in self._details]
        return "\n\n".join(("\n".join((*_introduction(self._words), "", *known)), *self._notices)) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText(self._words.text("Copied"))


def _introduction(words: Words) -> tuple[str, ...]:
    return (
        words.text("A desktop browser for a region's economy in transition. Every number has its source."),
        words.text("The program is free software under the MIT licence."),
    )


def program_details(words: Words) -> Details:
    """Return the versions of the program and of what it runs on."""
    return (
        ("Heartland", __version__),
        ("Qt", qVersion()),
        ("PySide", PySide6.__version__),
        ("Python", platform.python_version()),
        (words.text("System"), f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})"),
    )


def data_details(dataset: Dataset, words: Words) -> Details:
    """Return what the dataset says of itself, and how much is in it."""
    manifest = dataset.manifest
    counts = (
        words.plural("{n} company", "{n} companies", len(dataset.companies)),
        words.plural("{n} figure", "{n} figures", dataset.observation_count),
        words.plural("{n} event", "{n} events", len(dataset.events)),
        words.plural("{n} source", "{n} sources", len(dataset.sources)),
    )
    return (
        (words.text("Data"), manifest.title.text(words.language)),
        (words.text("Id"), manifest.id),
        (words.text("Edition"), manifest.edition or "–"),
        (words.text("Licence of the data"), manifest.licence or "–"),
        (words.text("Content"), words.listing(counts)),
    )


def shipped_notices() -> tuple[str, ...]:
    """Return what the files beside the fonts and boundaries say of their origin and licence; nothing where one is gone.

    They are quoted as they are, in the language of their makers.
    """
    found = []
    for parts in _NOTICES:
        try:
            text = resource(*parts).read_text(encoding="utf-8")
        except OSError:
            continue
        found.append(text.strip())
    return tuple(found)
