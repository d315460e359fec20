"""Choosing a day: the window shows what had been published by then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.ui.state.session import Session


class AsOfDialog(QDialog):
    """Asks for a day; everything comes back with one button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = session.words
        self._session, whole = session, session.whole or session.dataset
        self.setObjectName("as_of_dialog")
        self.setWindowTitle(words.text("As of a day"))
        explanation = QLabel(words.text("Show only what had been published by the end of this day:"), self)
        explanation.setWordWrap(True)
        self.day = QDateEdit(self)
        self.day.setObjectName("as_of_day")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(words.text("Day"))
        published = [whole.published(source) for source in whole.sources]
        dates = [each.period.last for each in published if each.period is not None]
        first, last = min(dates, default=date(1900, 1, 1)), max(dates, default=date(2100, 1, 1))
        chosen = session.dataset.manifest.as_of or last
        self.day.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
        self.day.setDate(QDate(chosen.year, chosen.month, chosen.day))
        undated = sum(each.is_inferred for each in published)
        note = words.plural(
            "{n} source without a date counts from the end of its newest period.",
            "{n} sources without a date count from the end of their newest period.",
            undated,
        )
        self.note = QLabel(note if undated else "", self)
        self.note.setWordWrap(True)
        self.note.setProperty("faint", "true")
        buttons = QDialogButtonBox(self)
        self.show_button = _button(buttons, words.text("Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.whole_button = _button(buttons, words.text("Show everything"), QDialogButtonBox.ButtonRole.ResetRole)
        _button(buttons, words.text("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.show_button.setDefault(True)
        self.whole_button.setEnabled(session.dataset.manifest.as_of is not None)
        self.show_button.clicked.connect(self._show_day)
        self.whole_button.clicked.connect(self._show_whole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (explanation, self.day, self.note, buttons):
            layout.addWidget(part)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _show_day(self) -> None:
        chosen = self.day.date()
        self.accept()
        self._session.show_as_of(date(chosen.year(), chosen.month(), chosen.day()))

    def _show_whole(self) -> None:
        self.accept()
        self._session.show_as_of(None)


def _button(box: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
    button = box.addButton(text, role)
    button.setIcon(QIcon())
    return button
