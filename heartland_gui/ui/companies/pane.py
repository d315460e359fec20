"""The second column: the companies of what was chosen, with a filter and an order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import Ref
from heartland_gui.model.facets import NO_FACETS
from heartland_gui.model.queries import companies_of
from heartland_gui.model.selection import LONGEST_FILTER, Selection
from heartland_gui.text import Words
from heartland_gui.ui.companies.model import CompanyModel
from heartland_gui.ui.companies.rows import CompanyDelegate, CompanyView
from heartland_gui.ui.companies.sort_button import SortButton
from heartland_gui.ui.facets.chips import FacetChips
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import offer_comparing
from heartland_gui.ui.widgets.slices import Latest


class EmptyList(QWidget):
    """A sentence and up to three buttons."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.text = QLabel(self)
        self.text.setObjectName("no_company_text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("faint", "true")
        self.everywhere_button = QPushButton(self)
        self.everywhere_button.setObjectName("search_everywhere")
        self.clear_button = QPushButton(words.text("Clear the filter"), self)
        self.clear_button.setObjectName("clear_filter")
        self.facets_button = QPushButton(words.text("Take away all choices"), self)
        self.facets_button.setObjectName("clear_all_facets")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 12)
        layout.addWidget(self.text)
        for button in (self.everywhere_button, self.clear_button, self.facets_button):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def explain(self, selection: Selection, elsewhere: int) -> None:
        """Say why nothing is listed; `elsewhere` is how many companies of other lists the words of the filter keep."""
        words, text, chosen = self._words, selection.filter, bool(selection.facets)
        self.clear_button.setVisible(bool(text))
        self.facets_button.setVisible(chosen)
        self.everywhere_button.setVisible(bool(elsewhere))
        self.everywhere_button.setText(words.plural("Show {n} elsewhere", "Show {n} elsewhere", elsewhere))
        if text and chosen:
            said = words.text("No company matches “{text}” and all that is chosen.", text=text)
        elif text:
            said = words.text("No company matches “{text}”.", text=text)
        elif chosen:
            said = words.text("No company here matches all that is chosen.")
        else:
            said = words.text("The dataset names no company here.")
        self.text.setText(said)


class ListHead(QWidget):
    """Reads the session and the rows of the list, and tells the session what somebody chooses.

    The panel of the facets opens beside `anchor`, the column of the list, so that the list is seen while it changes.
    """

    def __init__(self, session: Session, model: CompanyModel, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._session, self._model, self._anchor = session, model, anchor
        self._counted = Latest()
        self._panel: FacetPanel | None = None
        words = session.words
        self.filter = QLineEdit(self)
        self.filter.setObjectName("company_filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(LONGEST_FILTER)
        self.filter.setAccessibleName(words.text("Filter the companies"))
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
        text = words.plural("Filter {n} company …", "Filter {n} companies …", self._model.total)
        self.filter.setPlaceholderText(text)
        if self.filter.text() != selection.filter:
            self.filter.setText(selection.filter)
        self.sort.show_sort(selection.sort)
        self.chips.show_facets(selection.facets)
        count = len(selection.facets.choices)
        shown = words.text("Filters ({n}) ▼", n=count) if count else words.text("Filters ▼")
        self.facets_button.setText(shown)
        tip = words.text("Choose by pillar, city, kind, figures and more")
        said = words.plural("{tip}; {n} chosen", "{tip}; {n} chosen", count, tip=tip)
        self.facets_button.setAccessibleName(said)
        self.facets_button.setToolTip(tip)
        if self._panel is not None and self._panel.isVisible():
            self._count()

    def _count(self) -> None:
        """Count what the open panel shows."""
        session, model = self._session, self._model
        anew = self._counted.becomes(session.dataset, session.words, session.selection.listing, model.matching)
        self.panel.show_counts(model.facet_index, model.matching_set, session.selection.facets, anew=anew)

    def _switch_panel(self) -> None:
        panel = self.panel
        if panel.isVisible():
            panel.close_panel(give_back=True)
        else:
            self._counted = Latest()
            self._count()
            panel.open()


_BATCH: Final = 500


class CompanyListPane(QWidget):
    """The filter, the order and the list; a chosen company becomes the page."""

    compare_requested = Signal(object)
    """The page, a Ref, that somebody wants to compare."""
    pointed = Signal(object)
    """The company, a Ref, below the pointer, None where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("company_pane")
        self._session = session
        self._shown = Latest()
        self._narrowed = ("", NO_FACETS)
        self._following = False
        self.model = CompanyModel(self)
        self.view = self._build_view()
        self.head = ListHead(session, self.model, self)
        self.filter = self.head.filter
        self.empty = EmptyList(session.words, self)
        self._body = QStackedLayout()
        self._body.addWidget(self.view)
        self._body.addWidget(self.empty)
        self._lay_out()
        self.filter.textChanged.connect(self._choose_filter)
        self.filter.returnPressed.connect(self._open_first)
        self.filter.installEventFilter(self)
        self.empty.clear_button.clicked.connect(self._clear)
        self.empty.facets_button.clicked.connect(self._clear_facets)
        self.empty.everywhere_button.clicked.connect(self._search_everywhere)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(self._choose_selected)
        session.changed.connect(self.refresh)
        self.refresh()

    def _build_view(self) -> QListView:
        view = CompanyView(self)
        view.setObjectName("companies")
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        # Qt lays every row out, also those that nobody sees: the first screens now, the rest when there is time.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(_BATCH)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setItemDelegate(CompanyDelegate(self._session, view))
        view.entered.connect(lambda index: self.pointed.emit(self.model.ref(index)))
        view.viewportEntered.connect(lambda: self.pointed.emit(None))
        offer_comparing(view, self._session.words, self.model.ref, self.compare_requested)
        return view

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self._session.words.text("Companies"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._body, 1)

    def tab_order(self) -> list[QWidget]:
        """Return what Tab goes through, from top to bottom."""
        return [*self.head.tab_order(), self.view]

    def scroll_to(self, value: int) -> None:
        """Scroll the list, as soon as its rows have their places."""
        QTimer.singleShot(0, self, lambda: self.view.verticalScrollBar().setValue(value))

    def refresh(self) -> None:
        """Show the companies of the session's choice."""
        session = self._session
        self.setEnabled(session.is_open)
        if not session.is_open:
            return
        selection = session.selection
        renewed = self._shown.becomes(session.dataset, session.words, selection.listing, selection.sort)
        if renewed:
            found = companies_of(session.dataset, selection.listing)
            self.model.show_companies(session.dataset, session.words, found, selection.sort)
            self.view.scrollToTop()
        narrowed = (selection.filter, selection.facets)
        if renewed or narrowed != self._narrowed:
            self._narrowed = narrowed
            self._following = True
            self.model.apply_filter(*narrowed)
            self._following = False
            self._explain()
            # Otherwise the list follows only after what lies below the first screen of the page.
            self.view.doItemsLayout()
        self.head.refresh()
        self._mark(selection.page)

    def _explain(self) -> None:
        """Show the list, or why it is empty."""
        selection, empty = self._session.selection, self.model.rowCount() == 0
        self._body.setCurrentWidget(self.empty if empty else self.view)
        text = selection.filter
        self.empty.explain(selection, self.model.matches_elsewhere(text) if empty and text else 0)

    def _mark(self, page: Ref) -> None:
        index = self.model.index_of(page)
        if index != self.view.currentIndex():
            self._following = True
            self.view.setCurrentIndex(index)
            if not index.isValid():
                self.view.clearSelection()
            self._following = False

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self._session.go_to(self.model.ref(index))

    def _choose_selected(self, selected: QItemSelection) -> None:
        """Assistive technology selects a row without making it the current one."""
        for index in selected.indexes()[:1]:
            self._choose(index)

    def _choose_filter(self, text: str) -> None:
        if self._session.is_open:
            self._session.choose_filter(text)

    def _open_first(self) -> None:
        """Show the first company that the filter leaves."""
        self._choose(self.model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the filter down into the list, and clear it with Escape."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(self.model.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self._clear()
                return True
        return super().eventFilter(watched, event)

    def _search_everywhere(self) -> None:
        """Look for the same words among all companies."""
        text = self._session.selection.filter
        self._session.choose_listing(self._session.dataset.region_ref)
        self._session.choose_filter(text)

    def _clear(self) -> None:
        self._session.choose_filter("")
        self.filter.setFocus()

    def _clear_facets(self) -> None:
        self._session.choose_facets(NO_FACETS)
        self.filter.setFocus()
