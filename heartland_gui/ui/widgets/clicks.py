"""What a double click is where a single one leads somewhere already."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView


class OneClick(QObject):
    """Lets a double click on a view be one click: its second half would close what the first has opened."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.is_on = True
        """Switched off by a view whose rows are chosen by a click and opened by a double one."""
        self._is_second = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the second press, and what is let go after it, from the view."""
        if not self.is_on:
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._is_second = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_second:
            self._is_second = False
            return True
        return super().eventFilter(watched, event)
