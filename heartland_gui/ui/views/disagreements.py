"""The page of disagreements: every number on which sources differ, what each says, and how far they are apart."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from heartland_gui.charts.disagreements import distance_text, told_apart
from heartland_gui.model.disagreements import Disagreement, disagreements_in
from heartland_gui.model.entities import ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import short_name
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.page import Cell
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.wording import citation, read_out, status_text


class DisagreementsPane(TablePage):
    """A table of what sources say differently; each row leads to its subject with a chart of the indicator."""

    figure_requested = Signal(object, str)
    """The subject, a Ref, and the indicator that a row is about."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "disagreements", words.say(VIEW_NAMES[View.DISAGREEMENTS]), parent, widest=5)
        self._figures: list[tuple[Disagreement, Observation]] = []
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
        words = session.words
        found = disagreements_in(session.dataset)
        self.explanation.setText(
            words.plural(
                "Sources differ on {n} figure. Nothing is averaged or picked: all values are shown.",
                "Sources differ on {n} figures. Nothing is averaged or picked: all values are shown.",
                len(found),
            )
        )
        headings = (
            words.text("Subject"),
            words.text("Indicator"),
            words.text("Period"),
            words.text("Status"),
            words.text("Value"),
            words.text("Source"),
            words.text("Difference (computed)"),
        )
        self._figures = [(each, item) for each in found for item in each.observations]
        self.table.show_cells(headings, [self._row(each, item) for each, item in self._figures])

    def _row(self, disagreement: Disagreement, figure: Observation) -> tuple[Cell, ...]:
        dataset, words = self._session.dataset, self._session.words
        subject, source = dataset.subjects[figure.subject], dataset.source_by_id[figure.source]
        name = short_name(subject, words.language)
        indicator = dataset.indicator_by_id[figure.indicator].name.text(words.language)
        if figure.scope is not None:
            scope = figure.scope.text(words.language)
            indicator = words.text("{name} ({scope})", name=indicator, scope=scope)
        cited, title = citation(source, words), source.title.text(words.language)
        read = read_out(dataset, figure, words)
        return (
            Cell(name, name, ref=ref_of(subject)),
            Cell(indicator, indicator),
            Cell(words.period(figure.period.label), figure.period.last.toordinal()),
            Cell(status_text(figure.status, words), tuple(Status).index(figure.status), status=figure.status),
            Cell(told_apart(dataset, figure, disagreement.observations, words), figure.value, tip=read, number=True),
            Cell(cited, cited, tip=title, ref=ref_of(source)),
            Cell(distance_text(dataset, disagreement, words), disagreement.width, number=True),
        )

    def _show_figure(self, index: QModelIndex) -> None:
        """Show the figures of a row in a chart, unless the cell leads elsewhere."""
        if not index.isValid() or self.table.cells.cell(index.row(), index.column()).ref is not None:
            return
        _, figure = self._figures[self.table.cells.source_row(index.row())]
        self.figure_requested.emit(ref_of(self._session.dataset.subjects[figure.subject]), figure.indicator)
