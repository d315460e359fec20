"""A page of the whole dataset: a title, what the page says, and below it what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from heartland_gui.ui.latest import Latest
from heartland_gui.ui.session import Session


class DatasetPage(QWidget):
    """What the pages of the whole dataset have in common; they add what they show to the column."""

    def __init__(self, session: Session, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("dataset_page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._latest = Latest()
        self.title = QLabel(title, self)
        self.title.setObjectName("page_title")
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 10)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)
        self._column.addWidget(self.explanation)
