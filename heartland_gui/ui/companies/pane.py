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
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS
from heartland_gui.model.queries import companies_of
from heartland_gui.model.selection import Selection
from heartland_gui.ui.companies.head import ListHead
from heartland_gui.ui.companies.model import CompanyModel
from heartland_gui.ui.companies.rows import CompanyDelegate, CompanyView
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.menus import Holds, holds_nothing, offer_comparing


class EmptyList(QWidget):
    """An icon, a sentence and up to three buttons."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        words = self._words = session.words
        sign = QLabel(self)
        sign.setPixmap(pixmap("info", session.theme.third_text, 20, self.devicePixelRatioF()))
        self.text = QLabel(self)
        self.text.setObjectName("no_company_text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("faint", "true")
        self.everywhere_button = QPushButton(self)
        self.everywhere_button.setObjectName("search_everywhere")
        self.clear_button = QPushButton(words.text("Clear filter"), self)
        self.clear_button.setObjectName("clear_filter")
        self.facets_button = QPushButton(words.text("Clear all filters"), self)
        self.facets_button.setObjectName("clear_all_facets")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 20, 12, 12)
        layout.addWidget(sign)
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
            said = words.text("No company matches “{text}” and these filters.", text=text)
        elif text:
            said = words.text("No company matches “{text}”.", text=text)
        elif chosen:
            said = words.text("No company matches these filters.")
        else:
            said = words.text("There are no companies here.")
        self.text.setText(said)


_BATCH: Final = 500


class CompanyListPane(QWidget):
    """The filter, the order and the list; a chosen company becomes the page."""

    compare_requested = Signal(object)
    """The page, a Ref, that somebody wants to compare."""
    chosen = Signal()
    """Emitted when somebody has chosen a row for good, not only walked over it."""
    close_requested = Signal()
    pointed = Signal(object)
    """The company, a Ref, below the pointer, None where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, holds: Holds = holds_nothing) -> None:
        super().__init__(parent)
        self.setObjectName("company_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown = Inputs()
        self._narrowed = ("", NO_FACETS)
        self._following = False
        self._holds = holds
        self.model = CompanyModel(self)
        self.view = self._build_view()
        self.head = ListHead(session, self.model, self)
        self.filter = self.head.filter
        self.empty = EmptyList(session, self)
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
        self.view.clicked.connect(lambda _: self.chosen.emit())
        self.head.close_button.clicked.connect(self.close_requested)
        self.setFocusProxy(self.view)
        self.view.selectionModel().selectionChanged.connect(self._choose_selected)
        session.changed.connect(self.refresh)
        self.refresh()

    def _build_view(self) -> QListView:
        view = CompanyView(self)
        view.setObjectName("companies")
        view.setModel(self.model)
        # Qt lays every row out, also those that nobody sees: the first screens now, the rest when there is time.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(_BATCH)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setItemDelegate(CompanyDelegate(self._session, view))
        view.entered.connect(lambda index: self.pointed.emit(self.model.ref(index)))
        view.viewportEntered.connect(lambda: self.pointed.emit(None))
        offer_comparing(view, self._session.words, self.model.ref, self.compare_requested, self._holds)
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

    def step(self, by: int) -> None:
        """Show the company that stands so many rows below the open one, or above it."""
        index = self.model.index_of(self._session.selection.page)
        row = index.row() + by if index.isValid() else 0
        if 0 <= row < self.model.rowCount():
            self._session.go_to(self.model.ref(self.model.index(row)))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the open company into view; while the list was hidden nothing had its place."""
        super().showEvent(event)
        self._reveal()

    def _reveal(self) -> None:
        """Have the open company in the middle of the list, unless it is seen anyhow."""
        index = self.view.currentIndex()
        if index.isValid() and self.isVisible():
            QTimer.singleShot(0, self, self._scroll_to_current)

    def _scroll_to_current(self) -> None:
        index, view = self.view.currentIndex(), self.view
        view.executeDelayedItemsLayout()
        if index.isValid() and not view.viewport().rect().contains(view.visualRect(index)):
            view.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

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
        renewed = self._shown.changed_to(session.dataset, session.words, selection.listing, selection.sort)
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
            if self.isVisible() or selection.page.kind is SubjectKind.COMPANY:
                # Otherwise the list follows only after what lies below the first screen of the page.
                self.view.doItemsLayout()
        self.head.refresh()
        self._mark(selection.page)

    def _explain(self) -> None:
        """Show the list, or why it is empty."""
        selection, empty = self._session.selection, self.model.rowCount() == 0
        self._body.setCurrentWidget(self.empty if empty else self.view)
        text = selection.filter
        self.empty.explain(selection, self.model.listed.matches_elsewhere(text) if empty and text else 0)

    def _mark(self, page: Ref) -> None:
        index = self.model.index_of(page)
        if index != self.view.currentIndex():
            self._following = True
            # What is not seen is brought into the middle, not to the edge, as Qt would.
            self.view.setAutoScroll(False)
            self.view.setCurrentIndex(index)
            self.view.setAutoScroll(True)
            if not index.isValid():
                self.view.clearSelection()
            self._following = False
            self._reveal()

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
