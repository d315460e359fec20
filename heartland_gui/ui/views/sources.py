"""The page of all sources: how near each is to the fact, how old it is, and how much rests on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from heartland_gui.model.entities import Ref, Source, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.views import sources_table
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.widgets.collation import ranks


class SourcesPane(TablePage):
    """A table of sources; each row leads to the source's page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "all_sources", words.say(VIEW_NAMES[View.SOURCES]), parent, widest=1)
        self._sources: tuple[Source, ...] = ()
        self.table.rows_lead = True
        self.copy_button = self.add_button(words.text("Copy all"), self.table.copy_all)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the sources of the session's dataset."""
        session = self._session
        if not session.is_open or session.selection.view is not View.SOURCES:
            return
        if not self._inputs.changed_to(session.dataset, session.words):
            return
        dataset, words = session.dataset, session.words
        places = ranks((_publisher(source, words) for source in dataset.sources), words.language)
        self._sources = tuple(sorted(dataset.sources, key=lambda source: places[_publisher(source, words)]))
        self.show_table(sources_table(dataset, self._sources, words))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            source = self._sources[self.table.cells.source_row(index.row())]
            self._session.go_to(Ref(SubjectKind.SOURCE, source.id))


def _publisher(source: Source, words: Words) -> str:
    return source.publisher.text(words.language)
