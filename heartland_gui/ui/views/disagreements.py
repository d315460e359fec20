"""The page of disagreements: every number on which sources differ, what each says, and how far they are apart."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import ref_of
from heartland_gui.model.observations import Observation
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.views import disagreements_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage


class DisagreementsPane(TablePage):
    """A table of what sources say differently; each row leads to its subject with a chart of the indicator."""

    figure_requested = Signal(object, str)
    """The subject, a Ref, and the indicator that a row is about."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "disagreements", words.say(VIEW_NAMES[View.DISAGREEMENTS]), parent, widest=5)
        self._figures: list[Observation] = []
        self.table.rows_lead = True
        self.copy_button = self.add_button(words.text("Copy all"), self.table.copy_all)
        self.table.requested.connect(session.go_to)
        self.table.activated.connect(self._show_figure)
        self.table.clicked.connect(self._show_figure)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the disagreements of the session's dataset."""
        session = self._session
        if not session.is_open or session.selection.view is not View.DISAGREEMENTS:
            return
        if not self._inputs.changed_to(session.dataset, session.words):
            return
        found = disagreements_in(session.dataset)
        self._figures = [item for each in found for item in each.observations]
        self.show_table(disagreements_table(session.dataset, found, session.words))

    def _show_figure(self, index: QModelIndex) -> None:
        """Show the figures of a row in a chart, unless the cell leads elsewhere."""
        if not index.isValid() or self.table.cells.cell(index.row(), index.column()).ref is not None:
            return
        figure = self._figures[self.table.cells.source_row(index.row())]
        self.figure_requested.emit(ref_of(self._session.dataset.subjects[figure.subject]), figure.indicator)
