"""What stands in place of the company list where it is empty: why, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.model.selection import Selection
from heartland_gui.text import Words


class EmptyList(QWidget):
    """A sentence and up to three buttons."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.text = QLabel(self)
        self.text.setObjectName("no_company_text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("faint", "true")
        self.everywhere_button = QPushButton(self)
        self.everywhere_button.setObjectName("search_everywhere")
        self.clear_button = QPushButton(words.text("Clear the filter"), self)
        self.clear_button.setObjectName("clear_filter")
        self.facets_button = QPushButton(words.text("Take away all choices"), self)
        self.facets_button.setObjectName("clear_all_facets")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 12)
        layout.addWidget(self.text)
        for button in (self.everywhere_button, self.clear_button, self.facets_button):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def explain(self, selection: Selection, elsewhere: int) -> None:
        """Say why nothing is listed; `elsewhere` is how many companies of other lists the words of the filter keep."""
        words, text, chosen = self._words, selection.filter, bool(selection.facets)
        self.clear_button.setVisible(bool(text))
        self.facets_button.setVisible(chosen)
        self.everywhere_button.setVisible(bool(elsewhere))
        self.everywhere_button.setText(words.plural("Show {n} elsewhere", "Show {n} elsewhere", elsewhere))
        if text and chosen:
            said = words.text("No company matches “{text}” and all that is chosen.", text=text)
        elif text:
            said = words.text("No company matches “{text}”.", text=text)
        elif chosen:
            said = words.text("No company here matches all that is chosen.")
        else:
            said = words.text("The dataset names no company here.")
        self.text.setText(said)
