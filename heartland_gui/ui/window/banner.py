"""What is said above the columns: the banner with what went wrong, and the bar that welcomes at the first start."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from heartland_gui.text import Words
from heartland_gui.ui.widgets.theme import SELECTABLE


class Banner(QFrame):
    """Hidden until something has to be said."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault_banner")
        self.sentence = QLabel(self)
        self.sentence.setObjectName("fault_sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(SELECTABLE)
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("fault_details")
        self.details.setReadOnly(True)
        self.details.setAccessibleName(words.text("Error details"))
        self.details.setMaximumHeight(180)
        self.more = QPushButton(words.text("Details"), self)
        self.more.setCheckable(True)
        self.close_button = QPushButton(words.text("Dismiss"), self)
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
        self.hide()

    @property
    def said(self) -> tuple[str, str] | None:
        """The sentence that is shown and its details, None where there is nothing to say."""
        return (self.sentence.text(), self.details.toPlainText()) if not self.isHidden() else None

    def move_on(self) -> None:
        """Go away with the page that it was about; what has details stays until it is put away."""
        if not self.details.toPlainText():
            self.hide()

    def say(self, sentence: str, details: str = "") -> None:
        """Show a sentence, with details to open where there are any."""
        self.sentence.setText(sentence)
        self.details.setPlainText(details)
        self.details.hide()
        self.more.setChecked(False)
        self.more.setVisible(bool(details))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


class WelcomeBar(QFrame):
    """Three hints for the first start, hidden until they are asked for."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        said = (
            words.text("Ctrl+K finds anything by its name."),
            words.text("The icon beside a figure leads to its source."),
            words.text("Ctrl+E saves the chart with its sources inside."),
        )
        self.close_button = QPushButton(words.text("Dismiss"), self)
        self.close_button.setObjectName("welcome_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(18)
        for sentence in said:
            label = QLabel(sentence, self)
            label.setWordWrap(True)
            row.addWidget(label, 1)
        row.addWidget(self.close_button)
        self.setAccessibleName(words.sentences(said))
        self.close_button.clicked.connect(self.hide)
        self.hide()
