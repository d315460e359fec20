"""The page of all sources: how near each is to the fact, how old it is, and how much rests on it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade, Ref, Source, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.text import Words
from heartland_gui.ui.parts.tables import FactTable
from heartland_gui.ui.session import Session
from heartland_gui.ui.table_model import Cell
from heartland_gui.ui.wording import grade_text


class SourcesPane(QWidget):
    """A table of sources; each row leads to the source's page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: tuple[Dataset, Words] | None = None
        self._sources: tuple[Source, ...] = ()
        words = session.words
        self.title = QLabel(words.text("All sources"), self)
        self.title.setObjectName("page_title")
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = FactTable(session, self, fills=True, widest=1)
        self.table.setObjectName("all_sources")
        self.table.rows_lead = True
        self.table.setAccessibleName(words.text("All sources"))
        self.copy_button = QPushButton(words.text("Copy all"), self)
        self.copy_button.clicked.connect(self._copy)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._open)
        self._lay_out()
        session.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.explanation)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show the sources of the session's dataset."""
        session = self._session
        if not session.is_open or session.selection.view is not View.SOURCES:
            return
        wanted = (session.dataset, session.words)
        if self._shown is not None and all(new is old for new, old in zip(wanted, self._shown, strict=True)):
            return
        self._shown, words = wanted, session.words
        dataset = session.dataset
        figures = Counter(item.source for item in dataset.observations())
        events = Counter(event.source for event in dataset.events)
        self._sources = dataset.sources
        used = sum(1 for source in self._sources if figures[source.id] or events[source.id])
        self.explanation.setText(
            words.plural(
                "{n} source; figures or events rest on {used}.",
                "{n} sources; figures or events rest on {used} of them.",
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
        publisher, title = source.publisher.text(words.language), source.title.text(words.language)
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

    def _copy(self) -> None:
        self.table.clearSelection()
        self.table.copy()
