"""Pages on the move: what is dragged out of a list, and what is dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from heartland_gui.model.entities import Ref
from heartland_gui.model.selection import SCHEME, page_at, path_of

PAGE_TYPE: Final = "application/x-heartland-page"


def page_data(page: Ref) -> QMimeData:
    """Return a page as it is dragged; other programs get its address."""
    data = QMimeData()
    data.setData(PAGE_TYPE, QByteArray(path_of(page).encode()))
    data.setText(f"{SCHEME}:{path_of(page)}")
    return data


def dragged_page(data: QMimeData) -> Ref | None:
    """Return the page that is dragged, None where it is something else."""
    return page_at(bytes(data.data(PAGE_TYPE).data()).decode("utf-8", "replace"))


def dropped_path(data: QMimeData) -> Path | None:
    """Return the one file that is dropped, None where it is none, several, or not on this machine."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class DropTarget(QObject):
    """Takes files anywhere on a window, and pages of the program on one part of it."""

    def __init__(
        self, window: QWidget, target: QWidget, take_path: Callable[[Path], None], take_page: Callable[[Ref], None]
    ) -> None:
        """Watch the window; pages are only taken over `target`."""
        super().__init__(window)
        self._window, self._target, self._take_path, self._take_page = window, target, take_path, take_page
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what can be dropped, and take it."""
        if watched is self._window and isinstance(event, QDropEvent):
            self._answer(event)
            return True
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent) -> None:
        page, path = dragged_page(event.mimeData()), dropped_path(event.mimeData())
        entering = isinstance(event, QDragEnterEvent)
        if (page is None and path is None) or (page is not None and not entering and not self._is_over(event)):
            event.ignore()
            return
        # What is moved, its owner would delete.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):
            return
        if page is not None:
            self._take_page(page)
        elif path is not None:
            self._take_path(path)

    def _is_over(self, event: QDropEvent) -> bool:
        at = self._target.mapFrom(self._window, event.position().toPoint())
        return self._target.rect().contains(at)
