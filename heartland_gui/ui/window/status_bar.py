"""The status bar: which dataset, how much is in it, and whether it is in order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.selection import View
from heartland_gui.problems import has_errors
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.wording import edition_text

_BRIEFLY: Final = 4000
"""How long a passing notice stands, in milliseconds."""


_AROUND: Final = 24
"""At least what a label has at its sides, in pixels."""


class StatusBar(QStatusBar):
    """Reads the session; the state of the data is a button that leads to the problems."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._session = session
        self._counted = ""
        self._edition = _Label(self)
        self._edition.setObjectName("edition_shown")
        self._counts = _Label(self)
        self.state = QPushButton(self)
        self.state.setObjectName("data_state")
        self.state.setProperty("flat_row", "true")
        for label in (self._edition, self._counts):
            label.setProperty("faint", "true")
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addWidget(label)
        self.addPermanentWidget(self.state)
        self.state.clicked.connect(lambda: session.choose_view(View.PROBLEMS))
        session.changed.connect(self.refresh)
        self.refresh()

    def say_briefly(self, sentence: str) -> None:
        """Show a sentence that nobody needs to put away, and speak it."""
        self.showMessage(sentence, _BRIEFLY)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the counts out where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Empty, not hidden: Qt hides the labels itself while a notice stands, and would draw both.
        needed = self.fontMetrics().horizontalAdvance(self._counted) + _AROUND
        around = self._edition.sizeHint().width() + self.state.sizeHint().width() + _AROUND
        self._counts.setText(self._counted if needed + around <= self.width() else "")

    def refresh(self) -> None:
        """Show what is open."""
        session, words = self._session, self._session.words
        shown, day = "", None
        counts: tuple[str, ...] = ()
        if session.is_open:
            dataset, whole = session.dataset, session.whole or session.dataset
            manifest, day = dataset.manifest, dataset.manifest.as_of
            edition = edition_text(manifest.edition, day, words)
            shown = " · ".join((manifest.title.text(words.language), edition))
            counts = counts_of(dataset, words) if day is None else counts_by_then(dataset, whole, words)
        self._counted = " · ".join(counts)
        if shown != self._edition.text():
            self._edition.setText(shown)
            self._edition.setToolTip(shown)
            self._edition.setProperty("warning", "false" if day is None else "true")
            self._edition.style().polish(self._edition)
        count = len(session.problems)
        if not count:
            self.state.setText(words.text("Dataset valid"))
        elif has_errors(session.problems):
            self.state.setText(words.plural("{n} problem", "{n} problems", count))
        else:
            self.state.setText(words.plural("{n} warning", "{n} warnings", count))
        self.state.setIcon(icon("warning" if count else "check", session.theme, size=16))
        self.state.setEnabled(bool(count))
        self.state.setAccessibleName(words.text("State of the data: {state}", state=self.state.text()))
        self._fit()
        self.state.setToolTip(words.text("Show what is wrong and where") if count else "")


class _Label(QLabel):
    """A text that is cut in its middle where the window is narrow: it must not keep it from being so."""

    def minimumSizeHint(self) -> QSize:
        """Return that no width is needed."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        room = self.contentsRect()
        if self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def counts_of(dataset: Dataset, words: Words) -> tuple[str, ...]:
    """Return how much is in a dataset."""
    return (
        words.plural("{n} company", "{n} companies", len(dataset.companies)),
        words.plural("{n} figure", "{n} figures", dataset.observation_count),
        words.plural("{n} source", "{n} sources", len(dataset.sources)),
    )


def counts_by_then(dataset: Dataset, whole: Dataset, words: Words) -> tuple[str, ...]:
    """Return how much of a dataset was known on the day of which it is shown."""
    known = len(dataset.companies)
    companies, figures, sources = len(whole.companies), whole.observation_count, len(whole.sources)
    return (
        words.plural("{k} of {n} company", "{k} of {n} companies", companies, k=words.number(known)),
        words.plural("{k} of {n} figure", "{k} of {n} figures", figures, k=words.number(dataset.observation_count)),
        words.plural("{k} of {n} source", "{k} of {n} sources", sources, k=words.number(len(dataset.sources))),
    )
