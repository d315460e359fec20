"""What can be done with a row of a list: its menu, and dragging it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtWidgets import QListView, QMenu

from heartland_gui.model.entities import Ref
from heartland_gui.text import Words


def offer_comparing(
    view: QListView, words: Words, page_of: Callable[[QModelIndex], Ref | None], requested: SignalInstance
) -> None:
    """Let the rows of a list be gathered for a comparison: by their menu, and by dragging them onto the page.

    `requested` is emitted with the page of the row.
    """
    view.setDragEnabled(True)
    view.setDragDropMode(QListView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_menu(at: QPoint) -> None:
        index = view.indexAt(at)
        page = page_of(index) if index.isValid() else None
        if page is None:
            return
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(words.text("Add to the comparison, or take out"))
        action.triggered.connect(lambda: requested.emit(page))
        menu.popup(view.viewport().mapToGlobal(at))

    view.customContextMenuRequested.connect(show_menu)
