"""What stands where something is missing: an icon, one sentence, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.pages.page import Emptiness
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.icons import pixmap

_ICON = QSize(20, 20)


class EmptinessCard(BlockView):
    """A card that is never blank."""

    deed_requested = Signal(str)
    """The name of an action of the window."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("emptiness")
        self._session = session
        self._deed = ""
        self.icon = QLabel(self)
        self.icon.setFixedSize(_ICON)
        self.sentence = QLabel(self)
        self.sentence.setProperty("faint", "true")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.deed_requested.emit(self._deed))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        for part in (self.icon, self.sentence, self.button):
            row.addWidget(part)
        row.addStretch(1)

    def show_block(self, block: object) -> None:
        """Say what else is missing."""
        if not isinstance(block, Emptiness):
            raise TypeError(f"{type(block).__name__} says nothing of what is missing")
        self._deed = block.deed
        ratio = self.devicePixelRatioF()
        self.icon.setPixmap(pixmap(block.icon, self._session.theme.third_text, _ICON.width(), ratio))
        self.sentence.setText(block.sentence)
        self.button.setText(block.action)
        self.button.setVisible(bool(block.action))
        self.setAccessibleName(block.sentence)

    def tab_order(self) -> list[QWidget]:
        """Return the button."""
        return [self.button]
