"""The page of kept places, and of those that were seen last."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.charts.choice import KINDS
from heartland_gui.model.queries import full_name
from heartland_gui.model.selection import Selection, View
from heartland_gui.ui.bookmarks import Bookmark, Bookmarks
from heartland_gui.ui.parts.tables import FactTable
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import Cell

_MOST_SEEN = 50


class BookmarksPane(QWidget):
    """Two tables whose rows lead to their places; Delete takes a bookmark away."""

    def __init__(self, session: Session, bookmarks: Bookmarks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarks_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._bookmarks = session, bookmarks
        self._kept: tuple[Bookmark, ...] = ()
        self._seen: tuple[Selection, ...] = ()
        words = session.words
        self.title = QLabel(words.text("Bookmarks and history"), self)
        self.title.setObjectName("page_title")
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = self._table(words.text("Bookmarks"), "kept_places")
        self.table.activated.connect(self._open_kept)
        self.table.clicked.connect(self._open_kept)
        self.remove_button = QPushButton(words.text("Take away"), self)
        self.remove_button.setToolTip(words.text("Keep the chosen place no more (Delete)"))
        self.remove_button.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self.history = self._table(words.text("Seen last"), "seen_places")
        self.history.activated.connect(self._open_seen)
        self.history.clicked.connect(self._open_seen)
        self._lay_out()
        bookmarks.changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def _table(self, name: str, object_name: str) -> FactTable:
        table = FactTable(self._session, self, fills=True, widest=0)
        table.setObjectName(object_name)
        table.setAccessibleName(name)
        table.rows_lead = True
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        seen = QLabel(self._session.words.text("Seen last"), self)
        seen.setProperty("section", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.explanation)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        layout.addWidget(seen)
        layout.addWidget(self.history, 1)

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
        """Return the name of a place's page and the chart that was chosen there."""
        dataset, words = self._session.dataset, self._session.words
        name = full_name(dataset.entity(place.page), words.language)
        if place.view is View.CONFLICTS:
            name = words.text("Where sources disagree")
        elif place.view is View.SOURCES:
            name = words.text("All sources")
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
