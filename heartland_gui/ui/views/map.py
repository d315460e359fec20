"""The page of the map: the region's cities with an indicator, beside the list of the companies in what is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from heartland_gui.charts import choice
from heartland_gui.charts.kinds.map import companies_by_city
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind, ref_of
from heartland_gui.model.queries import cities_of, short_name
from heartland_gui.model.selection import Selection, View
from heartland_gui.pages.names import selection_name
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import DatasetPage
from heartland_gui.ui.widgets.empty_state import EmptyState

KIND: Final = "map"
_AROUND: Final = 104
"""What the tools and margins of the chart's card take of its height."""


def map_selection(session: Session) -> Selection:
    """Return the selection that shows the map; a city or zone that is listed stays chosen."""
    dataset, now = session.dataset, session.selection
    selection = Selection(dataset.region_ref, dataset.region_ref, chart=KIND, sort=now.sort, view=View.MAP)
    if now.listing.kind not in (SubjectKind.PLACE, SubjectKind.ZONE):
        return selection
    return replace(selection, listing=now.listing, filter=now.filter, facets=now.facets)


class MapPane(DatasetPage):
    """A click on a city lists its companies; a company that is pointed at in the list has its city ringed."""

    copy_requested = Signal(object)
    export_requested = Signal(object)
    figure_requested = Signal(object)
    """The Observation of a mark that was clicked."""
    list_requested = Signal()
    """The list of companies is to be seen: a place was clicked."""
    source_requested = Signal(object)
    """The source, a Ref, of a mark that was clicked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "", parent)
        self.setObjectName("map_pane")
        self._city_of: dict[str, Ref] = {}
        self.all_button = QPushButton(self)
        self.all_button.setObjectName("map_all")
        self.all_button.clicked.connect(lambda: self._list(session.dataset.region_ref))
        self.charts = ChartColumn(session, only=KIND)
        self.charts.subject_requested.connect(self._list_place)
        self.charts.figure_requested.connect(self.figure_requested)
        self.charts.source_requested.connect(lambda source: self.source_requested.emit(Ref(SubjectKind.SOURCE, source)))
        self.charts.copy_requested.connect(self.copy_requested)
        self.charts.export_requested.connect(self.export_requested)
        self._scroll = QScrollArea(self)
        # The chart in it has the keyboard, and shows all of itself.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.charts)
        self._scroll.viewport().installEventFilter(self)
        self._column.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._scroll, 1)
        self.nothing = EmptyState(session.theme, self)
        self.nothing.hide()
        self._column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        session.changed.connect(self.refresh)

    def use_charts(self, factory: ChartFactory) -> None:
        """Take what draws charts."""
        self.charts.use_factory(factory)
        self.refresh()

    def refresh(self) -> None:
        """Show the map, and what is listed beside it."""
        session = self._session
        if not session.is_open or session.selection.view is not View.MAP:
            return
        dataset, words, listing = session.dataset, session.words, session.selection.listing
        if self._inputs.changed_to(dataset, words):
            self._city_of = _cities_of_companies(dataset)
            self.title.setText(selection_name(dataset, session.selection, words))
            region = short_name(dataset.region, words.language)
            self.all_button.setText(words.text("List all companies of {region}", region=region))
        self.charts.refresh()
        has_map = bool(self.charts.questions_of_page())
        if not has_map:
            reason = choice.KINDS[KIND].reason(dataset, dataset.region_ref, words)
            self.nothing.say("chart-map", reason)
        for part in (self.explanation, self._scroll):
            part.setVisible(has_map)
        self.nothing.setVisible(not has_map)
        self.explanation.setText(self._explained(listing))
        self.all_button.setVisible(listing != dataset.region_ref and bool(self.charts.cards))
        self._mark(listing)

    def _explained(self, listing: Ref) -> str:
        session, words = self._session, self._session.words
        if listing == session.dataset.region_ref:
            return words.text("Click a place to list its companies. Point at a company to see its place.")
        name = short_name(session.dataset.entity(listing), words.language)
        return words.text("The list shows the companies of {name}. Click another place to list its own.", name=name)

    def point_at(self, company: object) -> None:
        """Ring the city of a company, a Ref, or again that of the list where it is None."""
        if isinstance(company, Ref):
            self._mark(self._city_of.get(company.id))
        elif self._session.is_open:
            self._mark(self._session.selection.listing)

    def _mark(self, subject: Ref | None) -> None:
        card = self.charts.primary
        if card is not None:
            card.drawing.mark_subject(subject)

    def _list_place(self, subject: object) -> None:
        """List the companies of a place that was clicked, in the drawer where there is no room beside the map."""
        self._list(subject)
        self.list_requested.emit()

    def _list(self, subject: object) -> None:
        """List the companies of a city or zone, or of all, as one step in the history."""
        session = self._session
        if isinstance(subject, Ref) and session.dataset.find(subject) is not None:
            now = session.selection
            session.visit(Selection(now.page, subject, now.chart, now.indicator, sort=now.sort, view=View.MAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the map be as high as there is room."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self.charts.set_least_height(self._scroll.viewport().height() - _AROUND)
        return super().eventFilter(watched, event)


def _cities_of_companies(dataset: Dataset) -> dict[str, Ref]:
    cities = {city.id: ref_of(city) for city in cities_of(dataset)}
    return {company.id: cities[city] for city, found in companies_by_city(dataset).items() for company in found}
