"""The second column: the companies of what was chosen, with a filter and an order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import Ref
from heartland_gui.model.queries import companies_of
from heartland_gui.ui.item_models import COMPANY_SORTS, CompanyModel
from heartland_gui.ui.latest import Latest
from heartland_gui.ui.parts.company_rows import CompanyDelegate, CompanyView
from heartland_gui.ui.parts.row_menu import offer_comparing
from heartland_gui.ui.session import Session

_MARGIN: Final = 12
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
        self._filtered = ""
        self._following = False
        self.model = CompanyModel(self)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("company_filter")
        self.filter.setClearButtonEnabled(True)
        self.sort = QComboBox(self)
        self.sort.setObjectName("company_sort")
        for sort in COMPANY_SORTS:
            self.sort.addItem(session.words.say(sort.label), sort.id)
        self.view = self._build_view()
        self._empty, self.empty_text, self.clear_button = self._build_empty()
        self._body = QStackedLayout()
        self._body.addWidget(self.view)
        self._body.addWidget(self._empty)
        self._lay_out()
        self.filter.textChanged.connect(self._choose_filter)
        self.filter.returnPressed.connect(self._open_first)
        self.filter.installEventFilter(self)
        self.sort.activated.connect(self._choose_sort)
        self.clear_button.clicked.connect(self._clear)
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

    def _build_empty(self) -> tuple[QWidget, QLabel, QPushButton]:
        empty = QWidget(self)
        text = QLabel(empty)
        text.setObjectName("no_company_text")
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setProperty("faint", "true")
        button = QPushButton(self._session.words.text("Clear the filter"), empty)
        button.setObjectName("clear_filter")
        layout = QVBoxLayout(empty)
        layout.setContentsMargins(_MARGIN, 20, _MARGIN, _MARGIN)
        layout.addWidget(text)
        self.everywhere_button = QPushButton(empty)
        self.everywhere_button.setObjectName("search_everywhere")
        self.everywhere_button.clicked.connect(self._search_everywhere)
        for each in (self.everywhere_button, button):
            layout.addWidget(each, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        return empty, text, button

    def _lay_out(self) -> None:
        words = self._session.words
        self.sort.setAccessibleName(words.text("Order of the companies"))
        self.sort.setToolTip(words.text("Order of the companies"))
        self.view.setAccessibleName(words.text("Companies"))
        self.filter.setAccessibleName(words.text("Filter the companies"))
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._body, 1)

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
            self.sort.setCurrentIndex(max(0, self.sort.findData(selection.sort)))
            self._say_count()
        if renewed or selection.filter != self._filtered:
            self._filtered = selection.filter
            self._following = True
            self.model.apply_filter(selection.filter)
            self._following = False
            self._show_filter(selection.filter)
            # Otherwise the list follows only after what lies below the first screen of the page.
            self.view.doItemsLayout()
        self._mark(selection.page)

    def _say_count(self) -> None:
        words = self._session.words
        count = self.model.total
        self.filter.setPlaceholderText(words.plural("Filter {n} company …", "Filter {n} companies …", count))

    def _show_filter(self, text: str) -> None:
        words = self._session.words
        if self.filter.text() != text:
            self.filter.setText(text)
        empty = self.model.rowCount() == 0
        self._body.setCurrentWidget(self._empty if empty else self.view)
        self.clear_button.setVisible(bool(text))
        elsewhere = self.model.matches_elsewhere(text) if empty and text else 0
        self.everywhere_button.setVisible(bool(elsewhere))
        self.everywhere_button.setText(words.plural("Show {n} elsewhere", "Show {n} elsewhere", elsewhere))
        if text:
            self.empty_text.setText(words.text("No company matches “{text}”.", text=text))
        else:
            self.empty_text.setText(words.text("The dataset names no company here."))

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

    def _choose_sort(self, position: int) -> None:
        self._session.choose_sort(str(self.sort.itemData(position)))

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
