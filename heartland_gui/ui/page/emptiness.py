"""The card of a page on which something is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartland_gui.pages.page import Emptiness
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.empty_state import EmptyState


class EmptinessCard(BlockView):
    """A card that is never blank."""

    deed_requested = Signal(str)
    """The name of an action of the window."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("emptiness")
        self._deed = ""
        self.state = EmptyState(session.theme, self)
        self.state.button.clicked.connect(lambda: self.deed_requested.emit(self._deed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)

    def show_block(self, block: object) -> None:
        """Say what else is missing."""
        if not isinstance(block, Emptiness):
            raise TypeError(f"{type(block).__name__} says nothing of what is missing")
        self._deed = block.deed
        self.state.say(block.icon, block.sentence, block.action)
        self.setAccessibleName(block.sentence)

    def tab_order(self) -> list[QWidget]:
        """Return the button."""
        return [self.state.button]
