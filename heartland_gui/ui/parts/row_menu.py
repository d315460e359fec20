"""What can be done with a row of a list: its menu, and dragging it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtWidgets import QListView

from heartland_gui.model.entities import Ref
from heartland_gui.text import Words
from heartland_gui.ui.parts.context_menu import show_menu


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

    def offer(at: QPoint) -> None:
        index = view.indexAt(at)
        page = page_of(index) if index.isValid() else None
        if page is None:
            return
        deed = (words.text("Add to the comparison, or take out"), lambda: requested.emit(page))
        show_menu(view, view.viewport().mapToGlobal(at), [deed])

    view.customContextMenuRequested.connect(offer)
