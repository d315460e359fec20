"""The page of kept places, and of those that were seen last."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from heartland_gui.charts.choice import KINDS
from heartland_gui.model.selection import Selection, View
from heartland_gui.pages.names import VIEW_NAMES, place_name
from heartland_gui.pages.page import Cell
from heartland_gui.ui.facets.words import choice_text
from heartland_gui.ui.state.kept import Bookmark, Bookmarks
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.widgets.tables import FactTable

_MOST_SEEN = 50


class BookmarksPane(TablePage):
    """Two tables whose rows lead to their places. A click on a kept one chooses it, since it can also be taken away."""

    def __init__(self, session: Session, bookmarks: Bookmarks, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "kept_places", words.say(VIEW_NAMES[View.BOOKMARKS]), parent, widest=0)
        self._bookmarks = bookmarks
        self._kept: tuple[Bookmark, ...] = ()
        self._seen: tuple[Selection, ...] = ()
        self.table.rows_lead = True
        self.table.activated.connect(self._open_kept)
        self.remove_button = self.add_button(words.text("Take away"), self._remove)
        self.remove_button.setToolTip(words.text("Keep the chosen place no more (Delete)"))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        heading = QLabel(words.text("Seen last"), self)
        heading.setProperty("section", "true")
        self.history = FactTable(session, self, fills=True)
        self.history.setObjectName("seen_places")
        self.history.setAccessibleName(words.text("Seen last"))
        self.history.rows_lead = True
        self.history.activated.connect(self._open_seen)
        self.history.clicked.connect(self._open_seen)
        self._column.addWidget(heading)
        self._column.addWidget(self.history, 1)
        bookmarks.changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept of the session's dataset, and where somebody was."""
        session, words = self._session, self._session.words
        if not session.is_open or session.selection.view is not View.BOOKMARKS:
            return
        self._kept = self._bookmarks.all
        self._seen = session.seen[:_MOST_SEEN]
        headings = (words.text("Page"), words.text("Chart"), words.text("Address"))
        self.table.show_cells(headings, [self._kept_row(each) for each in self._kept])
        self.history.show_cells(headings[:2], [self._cells(place) for place in self._seen])
        self.remove_button.setEnabled(bool(self._kept))
        count = words.plural(
            "{n} place is kept of this dataset.", "{n} places are kept of this dataset.", len(self._kept)
        )
        none = words.text("No place is kept yet: Ctrl+B keeps the one that is shown.")
        self.explanation.setText(count if self._kept else none)

    def _kept_row(self, bookmark: Bookmark) -> tuple[Cell, ...]:
        if bookmark.place is None:
            return Cell(bookmark.refusal, bookmark.refusal), Cell(""), Cell(bookmark.address, bookmark.address)
        return (*self._cells(bookmark.place), Cell(bookmark.address, bookmark.address))

    def _cells(self, place: Selection) -> tuple[Cell, Cell]:
        """Return the name of a place's page with what narrows its list, and the chart that was chosen there."""
        dataset, words = self._session.dataset, self._session.words
        name = place_name(dataset, place, words)
        if place.facets:
            narrowed = words.enumeration([choice_text(dataset, choice, words) for choice in place.facets.choices])
            name = words.text("{name}: {text}", name=name, text=narrowed)
        kind, indicator = KINDS.get(place.chart or ""), dataset.indicator_by_id.get(place.indicator or "")
        chosen = [words.say(kind.NAME)] if kind is not None else []
        if indicator is not None:
            chosen.append(indicator.name.text(words.language))
        chart = words.enumeration(chosen)
        return Cell(name, name), Cell(chart, chart)

    def _open_kept(self, index: QModelIndex) -> None:
        if index.isValid():
            place = self._kept[self.table.cells.source_row(index.row())].place
            if place is not None:
                self._session.visit(place)

    def _open_seen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.visit(self._seen[self.history.cells.source_row(index.row())])

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._bookmarks.remove(self._kept[self.table.cells.source_row(index.row())].address)
            self.table.selectRow(min(index.row(), self.table.cells.rowCount() - 1))
