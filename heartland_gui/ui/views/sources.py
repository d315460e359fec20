"""The page of all sources: how near each is to the fact, how old it is, and how much rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from heartland_gui.model.entities import Source, ref_of
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.views import matching_sources, sources_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.menus import MenuEntry
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.wording import plain_citation


class SourcesTable(TableWidget):
    """A row leads to the page of its source, a number to its sheet."""

    sheet_requested = Signal(object)
    """The source, a Ref, whose sheet is asked for."""
    sources: tuple[Source, ...] = ()

    def source_at(self, row: int) -> Source:
        """Return the source of a row as it stands now."""
        return self.sources[self.cells.source_row(row)]

    def row_entries(self, row: int) -> Sequence[Sequence[MenuEntry]]:
        """Return what the menu of a source offers."""
        session, words, source = self._session, self._session.words, self.source_at(row)
        page = ref_of(source)

        def cite() -> None:
            QGuiApplication.clipboard().setText(plain_citation(session.dataset, source, words))

        return (
            [
                (words.text("Open"), lambda: session.go_to(page)),
                (words.text("Show beside this page"), lambda: self.sheet_requested.emit(page)),
            ],
            [
                (words.text("Copy citation"), cite),
                (words.text("Copy row"), self.copy),
                (words.text("Copy all"), self.copy_all),
            ],
        )


class SourcesPane(TablePage):
    """A table of sources, the newest first; words narrow it."""

    sheet_requested = Signal(object)
    """The source, a Ref, whose sheet is asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        title = words.say(VIEW_NAMES[View.SOURCES])
        super().__init__(session, "all_sources", title, parent, widest=0, table=SourcesTable)
        self.table.rows_lead = True
        self.filter: FilterField = self.add_filter(lambda _text: self._show())
        self.copy_button = self.add_button(words.text("Copy table"), self.table.copy_all)
        self.nothing.button.clicked.connect(self._clear)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._follow)
        if isinstance(self.table, SourcesTable):
            self.table.sheet_requested.connect(self.sheet_requested)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the sources of the session's dataset."""
        session = self._session
        if not session.is_open or session.selection.view is not View.SOURCES:
            return
        if self._inputs.changed_to(session.dataset, session.words):
            self._show()

    def _show(self) -> None:
        """Show what the words leave."""
        dataset, words = self._session.dataset, self._session.words
        sources = matching_sources(dataset, self.filter.text(), words)
        if isinstance(self.table, SourcesTable):
            self.table.sources = sources
        self.show_table(sources_table(dataset, sources, words))
        if self.filter.text() and not sources:
            self.say_nothing("info", words.text("Nothing matches these filters."), words.text("Clear all filters"))
        else:
            self.say_nothing("info", "" if sources else words.text("No source is in the data."))
        self.copy_button.setEnabled(bool(sources))

    def _clear(self) -> None:
        self.filter.clear()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self, index: QModelIndex) -> Source | None:
        table = self.table
        return table.source_at(index.row()) if isinstance(table, SourcesTable) and index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        source = self._source(index)
        if source is not None:
            self._session.go_to(ref_of(source))

    def _follow(self, index: QModelIndex) -> None:
        """Show the sheet where a number was clicked, else open the page."""
        source = self._source(index)
        if source is not None and self.table.cells.cell(index.row(), index.column()).number:
            self.sheet_requested.emit(ref_of(source))
        else:
            self._open(index)
