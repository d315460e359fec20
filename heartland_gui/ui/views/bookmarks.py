"""Bookmarks and history: what was marked, and what was seen last."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from heartland_gui.model.selection import Selection, View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.views import bookmarks_table, seen_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import Bookmark, Bookmarks
from heartland_gui.ui.views.base import TablePage, in_card
from heartland_gui.ui.widgets.tables import TableWidget

_MOST_SEEN = 50


class BookmarksPane(TablePage):
    """Two tables whose rows lead to pages. A click on a bookmark only chooses it, since it can also be removed."""

    def __init__(self, session: Session, bookmarks: Bookmarks, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "bookmarks", words.say(VIEW_NAMES[View.BOOKMARKS]), parent, widest=0)
        self._bookmarks = bookmarks
        self._listed: tuple[Bookmark, ...] = ()
        self._seen: tuple[Selection, ...] = ()
        self.table.rows_lead = True
        self.table.one_click.is_on = False
        self.table.activated.connect(self._open_bookmark)
        self.remove_button = self.add_button(words.text("Remove"), self._remove)
        self.remove_button.setToolTip(words.text("Remove the selected bookmark (Delete)"))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        heading = QLabel(words.text("Recent"), self)
        heading.setProperty("section", "true")
        self.history = TableWidget(session, self, fills=True)
        self.history.setObjectName("history")
        self.history.setAccessibleName(words.text("Recent"))
        self.history.rows_lead = True
        self.history.activated.connect(self._open_seen)
        self.history.clicked.connect(self._open_seen)
        # The recent pages follow at once where there is no bookmark.
        self._column.setStretchFactor(self.nothing, 0)
        self.history.ends_with_rows = True
        before = self._column.count() - 1
        self._column.insertWidget(before, heading)
        self._column.insertWidget(before + 1, in_card(self.history, self), 1)
        bookmarks.changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the bookmarks of the session's dataset, and what was seen."""
        session, words = self._session, self._session.words
        if not session.is_open or session.selection.view is not View.BOOKMARKS:
            return
        self._listed = self._bookmarks.all
        self._seen = session.seen[:_MOST_SEEN]
        marked = [(each.address, each.selection, each.refusal) for each in self._listed]
        shown = bookmarks_table(session.dataset, marked, words)
        self.show_table(shown)
        self.say_nothing("bookmark", "" if self._listed else shown.signs)
        self.explanation.setVisible(bool(self._listed))
        self.remove_button.setVisible(bool(self._listed))
        seen = seen_table(session.dataset, self._seen, words)
        self.history.show_cells(seen.headings, seen.rows)

    def take_keyboard(self) -> None:
        """Let the keyboard walk the bookmarks, or the recent pages where there are none."""
        if self._listed:
            super().take_keyboard()
        else:
            self.history.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_bookmark(self, index: QModelIndex) -> None:
        if index.isValid():
            selection = self._listed[self.table.cells.source_row(index.row())].selection
            if selection is not None:
                self._session.visit(selection)

    def _open_seen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.visit(self._seen[self.history.cells.source_row(index.row())])

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._bookmarks.remove(self._listed[self.table.cells.source_row(index.row())].address)
            self.table.selectRow(min(index.row(), self.table.cells.rowCount() - 1))
