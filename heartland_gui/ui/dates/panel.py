"""Choosing a day: a field that says what it understood and how much there was, before anything is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.dataset import Dataset
from heartland_gui.pages.as_of import DayAsked, Example, day_asked, examples
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.explanations import explain
from heartland_gui.ui.widgets.icons import icon, pixmap
from heartland_gui.ui.widgets.overlay import Edge, Overlay

_WIDTH: Final = 384
_MARK: Final = 16
_FOR_EXAMPLES: Final = 420
"""In a window whose parts below the tools are less high, in pixels, there is no room for hints and days to try."""


def _today() -> date:
    return datetime.now().astimezone().date()


class DatePanel(Overlay):
    """Asks for a day. Nothing changes before Enter or “Show”."""

    def __init__(self, session: Session, host: QWidget, today: Callable[[], date] = _today) -> None:
        super().__init__(host, edge=Edge.CORNER, width=_WIDTH, dims=False)
        self._session, self._today = session, today
        self._asked = DayAsked(None, "", "")
        self._offered: tuple[Dataset, date, Words] | None = None
        words = session.words
        self.setObjectName("date_panel")
        self.setAccessibleName(words.text("As of a day"))
        title = QLabel(words.text("Show what was known on"), self)
        title.setProperty("strong", "true")
        self.close_button = QToolButton(self)
        self.close_button.setProperty("icon_button", "true")
        self.close_button.setIcon(icon("close", session.theme))
        self.close_button.setToolTip(words.text("Close (Esc)"))
        self.close_button.setAccessibleName(words.text("Close"))
        self.field = QLineEdit(self)
        self.field.setObjectName("day")
        self.field.setAccessibleName(words.text("Day"))
        self.field.setPlaceholderText(words.text("2020-06-01 or June 2020"))
        self.field.addAction(icon("calendar", session.theme), QLineEdit.ActionPosition.LeadingPosition)
        self.mark = QLabel(self)
        self.mark.setFixedSize(QSize(_MARK, _MARK))
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        hint = QLabel(words.text("A year or a month means its last day: 2019, May 2020, Q2 2020, 06/2020."), self)
        self._hint = hint
        hint.setWordWrap(True)
        hint.setProperty("third_small", "true")
        self._examples = QVBoxLayout()
        self._examples.setSpacing(0)
        self.whole_button = QPushButton(words.text("Back to today"), self)
        self.whole_button.setToolTip(words.text("Show everything again (Ctrl+Shift+Y)"))
        self.cancel_button = QPushButton(words.text("Cancel"), self)
        self.show_button = QPushButton(words.text("Show"), self)
        self.show_button.setProperty("primary", "true")
        self._lay_out(title, hint)
        self.close_button.clicked.connect(self.dismiss)
        self.cancel_button.clicked.connect(self.dismiss)
        self.whole_button.clicked.connect(self._show_whole)
        self.show_button.clicked.connect(self._show_day)
        self.field.returnPressed.connect(self._show_day)
        self.field.textChanged.connect(self._follow)
        explain(self, words)

    def _lay_out(self, title: QLabel, hint: QLabel) -> None:
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        understood = QGridLayout()
        understood.setHorizontalSpacing(8)
        understood.setVerticalSpacing(4)
        understood.setColumnStretch(1, 1)
        understood.addWidget(self.mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        understood.addWidget(self.sentence, 0, 1)
        understood.addWidget(hint, 1, 1)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setProperty("rule", "true")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.whole_button)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(understood)
        column.addWidget(line)
        column.addLayout(self._examples)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Ask for a day, beginning with the one that is set."""
        session = self._session
        if not session.is_open:
            return
        day = session.dataset.manifest.as_of
        self._offer_examples()
        for row in (self._hint, *self.findChildren(ExampleRow)):
            row.setVisible(self._host.height() >= _FOR_EXAMPLES)
        self.field.setText("" if day is None else session.words.day(day))
        self.field.selectAll()
        self.whole_button.setEnabled(day is not None)
        self._follow()
        self.present(self.field)

    @property
    def _whole(self) -> Dataset:
        return self._session.whole or self._session.dataset

    def _offer_examples(self) -> None:
        words = self._session.words
        wanted = (self._whole, self._today(), words)
        if wanted == self._offered:
            return
        self._offered = wanted
        while (item := self._examples.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for example in examples(*wanted):
            row = ExampleRow(example, self)
            row.clicked.connect(lambda _=False, day=example.day: self._try(day))
            self._examples.addWidget(row)
        QWidget.setTabOrder(self.field, self.whole_button)

    def _try(self, day: date) -> None:
        self.field.setText(self._session.words.day(day))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Say what was understood, and let it be shown where it is a day."""
        session = self._session
        if not session.is_open:
            return
        asked = day_asked(self._whole, self.field.text(), self._today(), session.words)
        said, theme = asked.sentence, session.theme
        self._asked = asked
        is_wrong = asked.day is None and bool(said)
        self.field.setProperty("wrong", "true" if is_wrong else "false")
        self.sentence.setProperty("wrong", "true" if is_wrong else "false")
        for part in (self.field, self.sentence):
            part.style().polish(part)
        self.sentence.setText(f"<b>{escape(asked.lead)}</b> {escape(asked.text)}" if asked.lead else escape(asked.text))
        self.sentence.setAccessibleName(said)
        name, colour = ("check", theme.met) if asked.day is not None else ("error", theme.error)
        self.mark.setPixmap(pixmap(name, colour, _MARK, self.devicePixelRatioF()))
        self.mark.setVisible(bool(said))
        self.sentence.setVisible(bool(said))
        self.show_button.setEnabled(asked.day is not None)
        self.field.setAccessibleDescription(said)
        if said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _show_day(self) -> None:
        if self._asked.day is not None:
            self.dismiss()
            self._session.show_as_of(self._asked.day)

    def _show_whole(self) -> None:
        self.dismiss()
        self._session.show_as_of(None)


class ExampleRow(QPushButton):
    """A day to try, with how many figures there were at the right."""

    def __init__(self, example: Example, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("flat_row", "true")
        self.setAccessibleName(f"{example.name}, {example.count}")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        name, count = QLabel(example.name, self), QLabel(example.count, self)
        count.setProperty("faint", "true")
        for label in (name, count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(name, 1)
        row.addWidget(count)

    def sizeHint(self) -> QSize:
        """Return the size of both texts."""
        wanted = self._row.sizeHint()
        return QSize(wanted.width(), max(28, wanted.height()))
