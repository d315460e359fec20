"""The banner below the tools: what went wrong, in a sentence that can be selected, until it is put away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from heartland_gui.text import Words

_BRIEFLY: Final = 4000
"""How long a passing notice stands, in milliseconds."""


class Banner(QFrame):
    """Hidden until something has to be said."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault_banner")
        self.sentence = QLabel(self)
        self.sentence.setObjectName("fault_sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("fault_details")
        self.details.setReadOnly(True)
        self.details.setAccessibleName(words.text("Details of the fault"))
        self.details.setMaximumHeight(180)
        self.more = QPushButton(words.text("Details"), self)
        self.more.setCheckable(True)
        self.close_button = QPushButton(words.text("Put away"), self)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.more)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addLayout(row)
        layout.addWidget(self.details)
        self.more.toggled.connect(self.details.setVisible)
        self.close_button.clicked.connect(self.hide)
        self._brief = QTimer(self)
        self._brief.setSingleShot(True)
        self._brief.setInterval(_BRIEFLY)
        self._brief.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str, details: str = "") -> None:
        """Show a sentence, with details to open where there are any."""
        self._brief.stop()
        self.sentence.setText(sentence)
        self.details.setPlainText(details)
        self.details.hide()
        self.more.setChecked(False)
        self.more.setVisible(bool(details))
        self.show()

    def say_briefly(self, sentence: str) -> None:
        """Show a sentence that nobody needs to put away: it goes by itself."""
        self.say(sentence)
        self._brief.start()
