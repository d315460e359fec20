"""Opening an address of the web: only after asking, with the whole address in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from heartland_gui.text import Words

_SCHEMES: Final = ("http", "https")
Opener = Callable[[QUrl], bool]


def is_web_address(address: str) -> bool:
    """Whether an address is one of the web: other kinds could start programs or read files."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.hostname) and QUrl(address).isValid()


class AddressQuestion(QMessageBox):
    """Shows an address whole and asks whether the browser shall open it; it can be copied instead."""

    def __init__(self, address: str, words: Words, parent: QWidget, opener: Opener = QDesktopServices.openUrl) -> None:
        super().__init__(parent)
        self.setObjectName("address_question")
        self._address, self._words, self._opener = address, words, opener
        self.setWindowTitle(words.text("Open web address"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words.text("Open this address in your browser?"))
        self.setInformativeText(address)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = self.addButton(words.text("Open in the browser"), QMessageBox.ButtonRole.AcceptRole)
        self.copy_button = self.addButton(words.text("Copy address"), QMessageBox.ButtonRole.ActionRole)
        self.cancel_button = self.addButton(words.text("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.cancel_button)
        self.setEscapeButton(self.cancel_button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttonClicked.connect(self._do)

    def _do(self, button: QWidget) -> None:
        if button is self.copy_button:
            QGuiApplication.clipboard().setText(self._address)
        elif button is self.open_button and is_web_address(self._address):
            self._opener(QUrl(self._address))
