"""The third column: the page of what was chosen, read from top to bottom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heartland_gui.charts.spec import Chart
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Beside, ChartBlock, FigureTable, Header, Section
from heartland_gui.pages.subject import header_of, page_of
from heartland_gui.text import Words
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.page.cards import FigureCards
from heartland_gui.ui.page.chips import ChipRow
from heartland_gui.ui.page.texts import LinkedText, SectionCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockFactory, BlockView
from heartland_gui.ui.widgets.layouts import ColumnLayout, Line, LineLayout, finish_layouts
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.widgets.theme import TEXT_WIDTH

_MARGIN: Final = 24


class PagePane(QWidget):
    """One page whose parts are kept and refilled; what lies below the first screen follows once it was painted."""

    address_requested = Signal(str)
    """An address of the web that somebody wants to open."""
    completed = Signal()
    """Emitted when every part of a page is filled."""
    copy_requested = Signal(object)
    export_requested = Signal(object)
    figure_requested = Signal(object)
    """The Observation whose number was clicked."""
    source_requested = Signal(object)
    """The source, a Ref, of a mark that was clicked."""
    removal_requested = Signal(object)
    """The page, a Ref, that is to be taken out of the comparison that is shown."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, blocks: Mapping[type, BlockFactory] | None = None
    ) -> None:
        """Make the pane; `blocks` makes the views of further types of blocks."""
        super().__init__(parent)
        self.setObjectName("page_pane")
        self._session = session
        self._makers = {Section: _section_card, **(blocks or {})}
        self._views: defaultdict[type, list[BlockView]] = defaultdict(list)
        self._shown_views: list[BlockView] = []
        self._shown: tuple[Dataset, Words, Ref] | None = None
        self._scrolled: dict[Ref, int] = {}
        self._wanted_scroll = 0
        self._header: Header | None = None
        self.is_complete = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._complete)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setObjectName("page_scroll")
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar takes its room always: otherwise Qt measures every text at two widths.
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._body = QWidget()
        self._body.setObjectName("page")
        self.scroll_area.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll_area)
        self._build_parts()
        session.changed.connect(self.refresh)
        self.refresh()

    def _build_parts(self) -> None:
        body, session = self._body, self._session
        self.title = LinkedText(body)
        self.title.setObjectName("page_title")
        self.chips = ChipRow(session.words, body)
        self.summary = LinkedText(body)
        self.summary.setObjectName("page_summary")
        self.summary.setMaximumWidth(TEXT_WIDTH)
        self.cards = FigureCards(session, body)
        self.charts = ChartColumn(session, body)
        for growing in (body, self.charts):
            # What is already painted stays so when more comes below it.
            growing.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.table_card = QFrame(body)
        self.table_card.setProperty("card", "true")
        self.table_title = QLabel(self.table_card)
        self.table_title.setProperty("section", "true")
        self.table = TableWidget(session, self.table_card)
        self.table.setObjectName("figures")
        within = ColumnLayout(self.table_card, gap=6, margins=(14, 10, 14, 10))
        within.addWidget(self.table_title)
        within.addWidget(self.table)
        self.all_figures = QPushButton(self.table_card)
        self.all_figures.setObjectName("all_figures")
        self.all_figures.clicked.connect(self._show_all_figures)
        within.addWidget(self.all_figures)
        self.signs = QLabel(self.table_card)
        self.signs.setProperty("faint", "true")
        self.signs.setWordWrap(True)
        within.addWidget(self.signs)
        self._layout = LineLayout(body, margins=(_MARGIN, 18, _MARGIN, _MARGIN))
        self._head = (self.title, self.chips, self.summary, self.cards)
        self._layout.set_lines([Line((part,)) for part in (*self._head, self.charts, self.table_card)])
        self.summary.requested.connect(session.go_to)
        self.summary.address_requested.connect(self.address_requested)
        self.chips.requested.connect(session.go_to)
        self.chips.removal_requested.connect(self.removal_requested)
        self.cards.source_requested.connect(session.go_to)
        self.table.requested.connect(session.go_to)
        self.charts.figure_requested.connect(self.figure_requested)
        self.charts.source_requested.connect(lambda source: self.source_requested.emit(Ref(SubjectKind.SOURCE, source)))
        self.charts.subject_requested.connect(session.go_to)
        self.charts.copy_requested.connect(self.copy_requested)
        self.charts.export_requested.connect(self.export_requested)

    def _show_all_figures(self) -> None:
        """Show every row, and let the keyboard go on in the table when the button goes."""
        self.table.show_all()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.all_figures.hide()

    def use_charts(self, factory: ChartFactory) -> None:
        """Take what draws charts, and draw those of the present page."""
        self.charts.use_factory(factory)
        if self._session.is_open:
            # As on every page: what is seen first is drawn first.
            self.is_complete = False
            self.charts.refresh(most=1)
            self._rest.start()

    def wait_for_charts(self) -> None:
        """Leave what lies below the first screen until charts are drawn by something else than now."""
        self._rest.stop()

    def refresh(self) -> None:
        """Show the page of the session's selection."""
        session = self._session
        if not session.shows_subject:
            return
        wanted = (session.dataset, session.words, session.selection.page)
        if self._shown == wanted:
            if self.is_complete:
                self.charts.refresh()
            return
        self._keep_scroll()
        self._shown = wanted
        self._wanted_scroll = self._scrolled.get(session.selection.page, 0) if session.came_back else 0
        self.is_complete = False
        self._begin(header_of(session.dataset, session.selection.page, session.words))
        self._rest.start()

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self.scroll_area.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Scroll the page, once all of it is there."""
        self._wanted_scroll = value
        if self.is_complete:
            self.scroll_area.verticalScrollBar().setValue(value)

    def _keep_scroll(self) -> None:
        """Remember how far the page that is left was scrolled, for whoever comes back."""
        if self._shown is not None and self.is_complete:
            self._scrolled[self._shown[2]] = self.scroll_area.verticalScrollBar().value()

    def _begin(self, header: Header) -> None:
        """Fill what is seen first."""
        self._header = header
        focused = QApplication.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            # Another page is read from its beginning, not from where the one before was left.
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.setUpdatesEnabled(False)
        try:
            self._fill_first(header)
        finally:
            self._body.setUpdatesEnabled(True)
        finish_layouts()

    def _fill_first(self, header: Header) -> None:
        session = self._session
        self._show_title(header)
        self.title.setAccessibleName(header.title)
        self.scroll_area.setAccessibleName(session.words.text("Page of {name}", name=header.title))
        self.summary.setAccessibleName(session.words.text("Summary of {name}", name=header.title))
        self.chips.show_chips(header.chips, session.theme)
        self.summary.show_paragraphs(header.summary, session.words)
        self.summary.setVisible(bool(header.summary))
        self.cards.show_cards(header.cards)
        self.charts.refresh(most=1)
        self.table_card.hide()
        # Nothing of another page may be copied from here.
        self.table.show_cells((), ())
        for view in self._shown_views:
            view.hide()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_title(self, header: Header) -> None:
        self.title.show_title(header, self.width() - 3 * _MARGIN, self._session.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the name in the other language where there is room now."""
        super().resizeEvent(event)
        if self._header is not None and event.size().width() != event.oldSize().width():
            self._show_title(self._header)

    def _complete(self) -> None:
        """Fill the rest: the other charts, the table, the events and the sources."""
        session, header, words = self._session, self._header, self._session.words
        if header is None or not session.is_open:
            return
        page = page_of(session.dataset, session.selection.page, words, header)
        table = page.table
        self.charts.refresh()
        self.table_title.setText(table.title)
        self.table.setAccessibleName(words.text("Figures of {name}", name=header.title))
        self.table_card.setVisible(bool(table.rows))
        self.table.set_sortable(sortable=table.sortable)
        self.table.show_cells(table.headings, table.rows)
        self.signs.setText(table.signs)
        self.signs.setVisible(bool(table.signs))
        rest = self.table.hidden_rows
        self.all_figures.setVisible(bool(rest))
        self.all_figures.setText(words.plural("Show {n} more", "Show {n} more", rest))
        self._show_blocks(page.blocks)
        finish_layouts()
        set_tab_order(self.tab_order())
        self.is_complete = True
        if self._wanted_scroll:
            self.scroll_area.verticalScrollBar().setValue(self._wanted_scroll)
        self.completed.emit()

    def tab_order(self) -> list[QWidget]:
        """Return the parts of the page in the order in which they are read."""
        return [
            self.title,
            *self.chips.buttons,
            self.summary,
            *self.cards.cards,
            *(part for card in self.charts.cards for part in card.tab_order()),
            self.table,
            self.all_figures,
            *(part for view in self._shown_views for part in view.tab_order()),
        ]

    def _show_blocks(self, blocks: Sequence[object]) -> None:
        """Fill the views of the blocks and set them in their order."""
        self._shown_views = []
        lines: list[Line] = [Line((part,)) for part in self._head]
        for block in blocks:
            if isinstance(block, Beside):
                widgets = tuple(self._widget_of(each) for each in block.blocks)
                lines.append(Line(widgets, block.widths, block.least, block.spilled, block.least_spilled))
            else:
                lines.append(Line((self._widget_of(block),)))
        self._layout.set_lines(lines)

    def _widget_of(self, block: object) -> QWidget:
        """Return the widget of a block, filled."""
        if isinstance(block, ChartBlock):
            return self.charts
        if isinstance(block, FigureTable):
            return self.table_card
        pool = self._views[type(block)]
        view = next((each for each in pool if each not in self._shown_views), None)
        if view is None:
            view = self._makers[type(block)](self._session, self._body)
            view.requested.connect(self._session.go_to)
            view.address_requested.connect(self.address_requested)
            view.figure_requested.connect(self.figure_requested)
            pool.append(view)
        view.show_block(block)
        view.show()
        self._shown_views.append(view)
        return view

    # -- what actions ask for -----------------------------------------------------------------------------------

    def chart(self) -> Chart | None:
        """Return the chart that actions are about, None where the page has none."""
        return self.charts.chart() if self._session.is_open else None

    def show_sources(self) -> None:
        """Bring the list of sources into view."""
        for view in self._shown_views:
            if view.isVisibleTo(self._body) and view.objectName() == "section_sources":
                self.scroll_area.verticalScrollBar().setValue(view.y() - 12)
                view.tab_order()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _section_card(session: Session, parent: QWidget) -> BlockView:
    return SectionCard(session.words, parent)


def set_tab_order(order: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order; Qt's own is that in which they were made, some late."""
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
