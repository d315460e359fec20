"""What stands above the company list: the filter, the button of the facets, the order, and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from heartland_gui.model.selection import LONGEST_FILTER
from heartland_gui.pages.companies import COMPANY_SORTS, sort_by, sort_name
from heartland_gui.ui.companies.model import CompanyModel
from heartland_gui.ui.facets.chips import FacetChips
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.elided_button import ElidedButton
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.menus import empty_menu, list_by_topic


class SortButton(ElidedButton):
    """Says the order and offers the others in a menu; `indicators` are those that companies of the list have."""

    chosen = Signal(str)
    """The id of an order."""

    def __init__(self, session: Session, indicators: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__("▼", parent)
        self.setObjectName("company_sort")
        self._session, self._indicators = session, indicators
        self._sort = ""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._list_sorts(menu))
        self.setMenu(menu)

    def show_sort(self, sort: str) -> None:
        """Say by what the list is sorted."""
        words = self._session.words
        self._sort = sort
        name = sort_name(self._session.dataset, sort, words)
        said = words.text("Companies sorted by: {name}", name=name)
        self.show_words(name)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def _list_sorts(self, menu: QMenu) -> None:
        empty_menu(menu)
        words = self._session.words
        for sort in COMPANY_SORTS:
            self._add(menu, sort.id)
        indicators = self._indicators()
        if indicators:
            menu.addSeparator()
            within = menu.addMenu(words.text("By indicator"))
            choices = [(indicator, sort_by(indicator)) for indicator in indicators]
            list_by_topic(within, choices, self._session.dataset, words, self._add)

    def _add(self, menu: QMenu, sort: str) -> None:
        name = sort_name(self._session.dataset, sort, self._session.words)
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(sort == self._sort)
        action.triggered.connect(lambda _=False: self.chosen.emit(sort))


class ListHead(QWidget):
    """Reads the session and the rows of the list, and tells the session what somebody chooses.

    The panel of the facets opens beside `anchor`, the column of the list, so that the list is seen while it changes.
    """

    def __init__(self, session: Session, model: CompanyModel, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._session, self._model, self._anchor = session, model, anchor
        self._counted = Inputs()
        self._panel: FacetPanel | None = None
        words = session.words
        self.filter = QLineEdit(self)
        self.filter.setObjectName("company_filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(LONGEST_FILTER)
        self.filter.setAccessibleName(words.text("Filter companies"))
        self.facets_button = QPushButton(self)
        self.facets_button.setObjectName("company_facets")
        self.facets_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.facets_button.clicked.connect(self._switch_panel)
        self.sort = SortButton(session, model.shown_indicators, self)
        self.sort.chosen.connect(session.choose_sort)
        self.chips = FacetChips(session, self.sort, self)
        self.chips.chosen.connect(session.choose_facets)
        self.chips.emptied.connect(lambda: self.facets_button.setFocus(Qt.FocusReason.OtherFocusReason))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.facets_button)
        line.addStretch()
        line.addWidget(self.sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.filter)
        layout.addLayout(line)
        layout.addWidget(self.chips)

    def tab_order(self) -> list[QWidget]:
        """Return what Tab goes through above the list."""
        return [self.filter, self.facets_button, self.sort, *self.chips.tab_order()]

    @property
    def panel(self) -> FacetPanel:
        """The panel of the facets, made when it is first wanted."""
        if self._panel is None:
            self._panel = FacetPanel(self._session, self.facets_button, self._anchor, self.sort)
            self._panel.chosen.connect(self._session.choose_facets)
        return self._panel

    def refresh(self) -> None:
        """Show what narrows and orders the list; the model has its rows already."""
        selection, words = self._session.selection, self._session.words
        text = words.plural("Filter {n} company …", "Filter {n} companies …", self._model.listed.total)
        self.filter.setPlaceholderText(text)
        if self.filter.text() != selection.filter:
            self.filter.setText(selection.filter)
        self.sort.show_sort(selection.sort)
        self.chips.show_facets(selection.facets)
        count = len(selection.facets.choices)
        shown = words.text("Filters ({n}) ▼", n=count) if count else words.text("Filters ▼")
        self.facets_button.setText(shown)
        tip = words.text("Filter by pillar, city, kind, figures and more")
        said = words.plural("{tip}; {n} chosen", "{tip}; {n} chosen", count, tip=tip)
        self.facets_button.setAccessibleName(said)
        self.facets_button.setToolTip(tip)
        if self._panel is not None and self._panel.isVisible():
            self._count()

    def _count(self) -> None:
        """Count what the open panel shows."""
        session, model = self._session, self._model
        anew = self._counted.changed_to(
            session.dataset, session.words, session.selection.listing, model.listed.matching
        )
        self.panel.show_counts(model.listed.index, model.listed.matching_set, session.selection.facets, anew=anew)

    def _switch_panel(self) -> None:
        panel = self.panel
        if panel.isVisible():
            panel.close_panel(give_back=True)
        else:
            self._counted = Inputs()
            self._count()
            panel.open()
