"""The page of all sources: how near each is to the fact, how old it is, and how much rests on it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from heartland_gui.model.entities import Grade, Ref, Source, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.page import Cell
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.widgets.collation import ranks
from heartland_gui.wording import grade_text


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
        figures = Counter(item.source for item in dataset.observations())
        events = Counter(event.source for event in dataset.events)
        places = ranks((_publisher(source, words) for source in dataset.sources), words.language)
        self._sources = tuple(sorted(dataset.sources, key=lambda source: places[_publisher(source, words)]))
        used = sum(1 for source in self._sources if figures[source.id] or events[source.id])
        self.explanation.setText(
            words.plural(
                "{n} source; {used} with figures or events.",
                "{n} sources; {used} of them with figures or events.",
                len(self._sources),
                used=used,
            )
        )
        headings = (
            words.text("Publisher"),
            words.text("Title"),
            words.text("Date"),
            words.text("Grade"),
            words.text("Language"),
            words.text("Figures"),
            words.text("Events"),
        )
        rows = [self._row(source, figures[source.id], events[source.id]) for source in self._sources]
        self.table.show_cells(headings, rows)

    def _row(self, source: Source, figures: int, events: int) -> tuple[Cell, ...]:
        words = self._session.words
        publisher, title = _publisher(source, words), source.title.text(words.language)
        date = source.date
        grade = grade_text(source.grade, words) if source.grade else ""
        return (
            Cell(publisher, publisher.casefold()),
            Cell(title, title.casefold(), tip=source.url or ""),
            Cell(words.period(date.label) if date else "", date.last.toordinal() if date else 0),
            Cell(grade, tuple(Grade).index(source.grade) if source.grade else len(Grade)),
            Cell(source.language, source.language),
            Cell(words.number(figures), figures, number=True),
            Cell(words.number(events), events, number=True),
        )

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            source = self._sources[self.table.cells.source_row(index.row())]
            self._session.go_to(Ref(SubjectKind.SOURCE, source.id))


def _publisher(source: Source, words: Words) -> str:
    return source.publisher.text(words.language)
