"""What is said above the columns and the page: what went wrong, of which day all is shown, a welcome at first."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from heartland_gui.pages.as_of import banner
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import pixmap
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


_AROUND: Final = 2 * 24
"""What is free left and right of the banner of a day, in pixels."""


class DayBanner(QFrame):
    """Stands above every page while a day is set, and says how much of the dataset is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self._session = session
        self._oldest: date | None = None
        self.setObjectName("day_banner")
        card = QFrame(self)
        card.setProperty("banner", "true")
        mark = QLabel(card)
        mark.setPixmap(pixmap("history", session.theme.text, 20, self.devicePixelRatioF()))
        self.sentence = QLabel(card)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setWordWrap(True)
        self.oldest_button = QPushButton(words.text("Go to that day"), card)
        self.oldest_button.setToolTip(words.text("Show what was known on the day of the oldest source"))
        self.today_button = QPushButton(words.text("Back to today"), card)
        self.today_button.setToolTip(words.text("Show everything again (Ctrl+Shift+Y)"))
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addWidget(self.sentence)
        row.addWidget(self.oldest_button)
        row.addWidget(self.today_button)
        row.addStretch()
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 0)
        column.addWidget(card)
        self.oldest_button.clicked.connect(lambda: session.show_as_of(self._oldest))
        self.today_button.clicked.connect(lambda: session.show_as_of(None))
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the day of the session, or nothing."""
        session = self._session
        then = session.dataset if session.is_open else None
        said = None if then is None else banner(session.whole or then, then, session.words)
        if said is None:
            self.hide()
            self._give_up_room()
            return
        self._oldest = said.oldest
        self.sentence.setText(f"<b>{escape(said.lead)}</b> {escape(said.text)}")
        self.sentence.setAccessibleName(f"{said.lead} {said.text}")
        self.oldest_button.setVisible(said.oldest is not None)
        self._fit()
        self.show()

    def _give_up_room(self) -> None:
        """Let the page move up now: it may take long to fill, and a strip would stand empty above it until then."""
        above = self.parentWidget()
        layout = above.layout() if above is not None else None
        if layout is not None:
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentence where it has no room in one line; the buttons stand right behind it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sentence.setWordWrap(False)
        needed = self._row.sizeHint().width() + _AROUND
        is_wrapped = needed > self.width()
        self.sentence.setWordWrap(is_wrapped)
        self._row.setStretchFactor(self.sentence, 1 if is_wrapped else 0)


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
