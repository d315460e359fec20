"""The newest events of a region, and the way to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from heartland_gui.pages.page import NewestEvents
from heartland_gui.ui.page.texts import LinkedText
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.layouts import ColumnLayout, Line, LineLayout


class NewestEventsCard(BlockView):
    """A few events, each below its date and whom it is about."""

    all_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("newest_events")
        self._session = session
        head = QWidget(self)
        self.title = QLabel(head)
        self.title.setProperty("section", "true")
        self.more = QPushButton(head)
        self.more.setProperty("link", "true")
        self.more.clicked.connect(self.all_requested)
        self._row = LineLayout(head, gap=6)
        self.text = LinkedText(self)
        self.text.requested.connect(self.requested)
        layout = ColumnLayout(self, gap=4, margins=(16, 10, 16, 12))
        layout.addWidget(head)
        layout.addWidget(self.text)

    def show_block(self, block: object) -> None:
        """Show other events."""
        if not isinstance(block, NewestEvents):
            raise TypeError(f"{type(block).__name__} are no events")
        self.title.setText(block.title)
        self.more.setText(block.more)
        self.more.setVisible(bool(block.more))
        self._row.set_lines([Line((self.title, self.more), (0, self.more.sizeHint().width()))])
        self.text.setAccessibleName(block.title)
        self.text.show_news(block.events, self._session.theme)

    def tab_order(self) -> list[QWidget]:
        """Return the button and the text."""
        return [self.more, self.text]
