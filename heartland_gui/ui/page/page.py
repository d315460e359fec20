"""The page of what was chosen, read from top to bottom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heartland_gui.charts.spec import Chart
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.comparison import ComparisonBlock
from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.header import way_to
from heartland_gui.pages.page import (
    Beside,
    ChartBlock,
    Charts,
    Emptiness,
    Header,
    NewestEvents,
    Page,
    Section,
)
from heartland_gui.pages.subject import first_screen, page_of
from heartland_gui.pages.tiles import TileBlock
from heartland_gui.text import Words
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.page.comparison import ComparisonCard
from heartland_gui.ui.page.emptiness import EmptinessCard
from heartland_gui.ui.page.events import NewestEventsCard
from heartland_gui.ui.page.figures import FiguresCard
from heartland_gui.ui.page.members import MembersBar
from heartland_gui.ui.page.strip import FigureStrip
from heartland_gui.ui.page.texts import LinkedText, SectionCard
from heartland_gui.ui.page.tiles import TilesView
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockFactory, BlockView
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.layouts import Line, LineLayout, finish_layouts
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.widgets.window_size import page_padding

_TOP: Final = 14
_BOTTOM: Final = 24
_GAP: Final = 12
_CLOSE: Final = 4
"""Between the lines of the head of a page."""
_BAR: Final = 9
"""The width of the bar at the side."""
_LEAST_BESIDE: Final = 700
"""From this width on the members of a comparison stand beside its title."""
_ON_ONE_LINE: Final = 10_000
_WITH_BRIEF: Final = frozenset({SubjectKind.PLACE, SubjectKind.ZONE, SubjectKind.PILLAR, SubjectKind.COMPANY})
_LOWEST_CHART: Final = 260
_AROUND_CHART: Final = 120
"""A chart is lower than the page by so much, so that one is always seen whole."""


class PagePane(QWidget):
    """One page whose parts are kept and refilled; what lies below the first screen follows once it was painted."""

    address_requested = Signal(str)
    """An address of the web that somebody wants to open."""
    completed = Signal()
    """Emitted when every part of a page is filled."""
    copy_requested = Signal(object)
    deed_requested = Signal(str)
    """The name of an action of the window that a button on the page stands for."""
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
        self._makers: dict[type, BlockFactory] = {
            ComparisonBlock: ComparisonCard,
            Emptiness: self._emptiness_card,
            NewestEvents: self._events_card,
            Section: lambda session, parent: SectionCard(session.words, parent),
            TileBlock: TilesView,
            **(blocks or {}),
        }
        self._views: defaultdict[type, list[BlockView]] = defaultdict(list)
        self._order: list[BlockView | ChartColumn] = []
        self._first: Page | None = None
        """What is seen first of the page."""
        self._showing: dict[BlockView, object] = {}
        """The blocks of the page that views show already: what follows later does not fill them again."""
        self._heights: dict[Charts, int] = {}
        self._shown: tuple[Dataset, Words, Ref] | None = None
        self._scrolled: dict[Ref, int] = {}
        self._wanted_scroll = 0
        self._wanted_event = ""
        """What an event says that is to be seen once all of the page is there."""
        self.is_complete = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._complete)
        self._build_scroll()
        self._build_head()
        self._build_charts()
        self.figures = FiguresCard(session, self._body)
        self._connect(self.figures)
        self.figures.copy_requested.connect(lambda: self.deed_requested.emit("copy_table"))
        self._layout = LineLayout(self._body, gap=_GAP)
        self._layout.set_lines([*self._head_lines(), Line((self.charts,)), Line((self.figures,))])
        session.changed.connect(self.refresh)
        self.refresh()

    def _build_scroll(self) -> None:
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

    def _build_head(self) -> None:
        body, session = self._body, self._session
        self.way = LinkedText(body)
        self.way.setObjectName("breadcrumb")
        self.way.setProperty("small", "true")
        self.way.setAccessibleName(session.words.text("Path to this page"))
        self.title = LinkedText(body)
        self.title.setObjectName("page_title")
        self.brief = QPushButton(session.words.text("Save a brief"), body)
        self.brief.setProperty("link", "true")
        self.brief.setIcon(icon("print", session.theme, size=16))
        self.brief.setIconSize(QSize(16, 16))
        # Its size is part of the first layout already, and what Qt thinks of it later differs by a pixel.
        self.brief.ensurePolished()
        self._brief_width = self.brief.sizeHint().width() + 2
        self.brief.clicked.connect(lambda: self.deed_requested.emit("brief"))
        self.facts = LinkedText(body)
        self.facts.setObjectName("facts")
        self.members = MembersBar(session, body)
        self.summary = LinkedText(body)
        self.summary.setObjectName("page_summary")
        self.strip = FigureStrip(session, body)
        for text in (self.way, self.facts, self.summary):
            text.requested.connect(session.go_to)
            text.address_requested.connect(self.address_requested)
        self.members.requested.connect(session.go_to)
        self.members.removal_requested.connect(self.removal_requested)
        self.members.deed_requested.connect(self.deed_requested)
        self.strip.figure_requested.connect(self.figure_requested)

    def _build_charts(self) -> None:
        body, session = self._body, self._session
        self.charts = ChartColumn(session, body, part=slice(0, 1))
        self._other_charts = ChartColumn(session, body, part=slice(1, None))
        self._map = ChartColumn(session, body, only="map", is_beside=True)
        self._columns = {Charts.CHOSEN: self.charts, Charts.OTHERS: self._other_charts, Charts.MAP: self._map}
        self.charts.lead(self._map, self._other_charts)
        # What is already painted stays so when more comes below it.
        self._body.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        for column in self._columns.values():
            column.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
            column.figure_requested.connect(self.figure_requested)
            column.source_requested.connect(lambda source: self.source_requested.emit(Ref(SubjectKind.SOURCE, source)))
            column.subject_requested.connect(session.go_to)
            column.copy_requested.connect(self.copy_requested)
            column.export_requested.connect(self.export_requested)

    def _connect(self, view: BlockView) -> None:
        view.requested.connect(self._session.go_to)
        view.address_requested.connect(self.address_requested)
        view.figure_requested.connect(self.figure_requested)

    def _emptiness_card(self, session: Session, parent: QWidget) -> BlockView:
        card = EmptinessCard(session, parent)
        card.deed_requested.connect(self.deed_requested)
        return card

    def _events_card(self, session: Session, parent: QWidget) -> BlockView:
        card = NewestEventsCard(session, parent)
        card.all_requested.connect(lambda: self._show_section("events"))
        return card

    def _head_lines(self) -> list[Line]:
        """Return the lines of the head, from the way to the page to the strip."""
        title = Line((self.title, self.brief), (0, self._brief_width), above=_CLOSE)
        if self._first is not None and self._first.header.members is not None:
            title = Line((self.title, self.members), (self.title.wanted_width, 0), _LEAST_BESIDE, above=_CLOSE)
        return [
            Line((self.way,)),
            title,
            Line((self.facts,), above=_CLOSE),
            Line((self.summary,), above=_CLOSE),
            Line((self.strip,)),
        ]

    def use_charts(self, factory: ChartFactory) -> None:
        """Take what draws charts, and draw those of the present page."""
        for column in self._columns.values():
            column.use_factory(factory)
        if not self._session.shows_subject:
            self._shown = None
        else:
            # As on every page: what is seen first is drawn first.
            self.is_complete = False
            self.charts.refresh(most=1)
            self._rest.start()

    def wait_for_charts(self) -> None:
        """Leave what lies below the first screen until charts are drawn by something else than now."""
        self._rest.stop()

    def refresh(self) -> None:
        """Show the page of the session's selection."""
        session, wanted = self._session, self._wanted
        if wanted is None:
            if self._rest.isActive():
                # What is half filled when a page of the whole dataset comes is filled anew by whoever comes back.
                self._rest.stop()
                self._shown = None
            return
        if self._shown == wanted:
            self._show_way()
            if self.is_complete:
                for part in self._order:
                    if isinstance(part, ChartColumn):
                        part.refresh()
            return
        self._keep_scroll()
        self._shown = wanted
        self._wanted_event = ""
        self._wanted_scroll = self._scrolled.get(session.selection.page, 0) if session.came_back else 0
        self.is_complete = False
        self._begin(first_screen(session.dataset, session.selection.page, session.words))
        self._rest.start()

    @property
    def table(self) -> TableWidget:
        """The table of the page: of all its figures, or of those of a comparison."""
        card = next((view for view in self._order if isinstance(view, ComparisonCard)), None)
        return self.figures.table if card is None else card.tables[0]

    @property
    def _wanted(self) -> tuple[Dataset, Words, Ref] | None:
        """What is to be shown, None while a page of the whole dataset is seen."""
        session = self._session
        return (session.dataset, session.words, session.selection.page) if session.shows_subject else None

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

    def _begin(self, first: Page) -> None:
        """Fill what is seen first."""
        self._first, self._showing = first, {}
        focused = QApplication.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            # Another page is read from its beginning, not from where the one before was left.
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.setUpdatesEnabled(False)
        try:
            self._fill_first(first)
        finally:
            self._body.setUpdatesEnabled(True)
        finish_layouts()

    def _fill_first(self, first: Page) -> None:
        session, page, header = self._session, self._session.selection.page, first.header
        words = session.words
        self._show_way()
        self._show_title(header)
        self.title.setAccessibleName(header.title)
        self.brief.setVisible(page.kind in _WITH_BRIEF)
        self.scroll_area.setAccessibleName(words.text("Page of {name}", name=header.title))
        self.summary.setAccessibleName(words.text("Summary of {name}", name=header.title))
        self.facts.setAccessibleName(words.text("Facts about {name}", name=header.title))
        self.members.show_members(header.members or ())
        self.members.setVisible(header.members is not None)
        self._show_facts(header)
        self.facts.setVisible(bool(header.facts))
        self.summary.show_paragraphs(header.summary, words)
        self.summary.setVisible(bool(header.summary))
        self.strip.show_cells(first.strip, header.colour)
        self.charts.refresh(most=1)
        self.figures.hide()
        self.figures.clear()
        for part in self._order:
            if part is not self.charts:
                part.hide()
        self._other_charts.hide()
        self._map.hide()
        self._layout.set_lines([*self._head_lines(), *self._lines_of(first.blocks)])
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_way(self) -> None:
        session = self._session
        selection = session.selection
        way = way_to(session.dataset, selection.page, selection.listing, session.words)
        self.way.show_way(way, session.theme)
        self.way.setVisible(bool(way))

    def _show_facts(self, header: Header) -> None:
        self.facts.show_facts(header.facts, self.width() - 2 * self._padding, self._session.theme)

    def _show_title(self, header: Header) -> None:
        room = self.width() - 2 * self._padding - self._brief_width - _GAP
        if header.members is not None:
            # It takes what it needs, and the members the rest.
            room = _ON_ONE_LINE
        self.title.show_title(header, room, self._session.theme)

    @property
    def chart_columns(self) -> tuple[ChartColumn, ...]:
        """The columns in which charts of the page stand: those that have the keyboard are what keys are about."""
        return tuple(self._columns.values())

    @property
    def _most_chart(self) -> int:
        """How high a chart may be to be seen whole."""
        return max(_LOWEST_CHART, self.height() - _AROUND_CHART)

    @property
    def _padding(self) -> int:
        return page_padding(self.window().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the name in the other language where there is room now; no chart is higher than the page."""
        super().resizeEvent(event)
        side = self._padding
        # The bar at the side is part of the room that is left free.
        self._layout.setContentsMargins(side, _TOP, side - _BAR, _BOTTOM)
        if event.size().height() != event.oldSize().height():
            for charts, column in self._columns.items():
                column.set_most_height(self._heights.get(charts) or self._most_chart)
        if self._first is not None and event.size().width() != event.oldSize().width():
            self._show_title(self._first.header)
            self._show_facts(self._first.header)

    def _complete(self) -> None:
        """Fill the rest: the other charts, the table, the events and the sources."""
        first, shown = self._first, self._shown
        if first is None or shown is None or shown != self._wanted:
            return
        dataset, words, subject = shown
        page = page_of(dataset, subject, words, first)
        self._layout.set_lines([*self._head_lines(), *self._lines_of(page.blocks)])
        finish_layouts()
        set_tab_order(self.tab_order())
        self.is_complete = True
        if self._wanted_scroll:
            self.scroll_area.verticalScrollBar().setValue(self._wanted_scroll)
        if self._wanted_event:
            self.show_event(self._wanted_event)
        self.completed.emit()

    def tab_order(self) -> list[QWidget]:
        """Return the parts of the page in the order in which they are read."""
        parts: list[QWidget] = [self.way, self.title, self.brief, *self.members.tab_order(), self.facts, self.summary]
        parts += self.strip.cells
        for part in self._order:
            parts += part.tab_order()
        return parts

    def _lines_of(self, blocks: Sequence[object]) -> list[Line]:
        """Fill the views of the blocks and return their lines in their order."""
        self._order = []
        lines: list[Line] = []
        held = [block for each in blocks for block in (each.blocks if isinstance(each, Beside) else (each,))]
        self._heights = {block.charts: block.height for block in held if isinstance(block, ChartBlock)}
        asked = set(self._heights)
        self._other_charts.left_out = frozenset({"map"} if Charts.MAP in asked else ())
        for charts, column in self._columns.items():
            if charts not in asked:
                column.hide()
        for block in blocks:
            if isinstance(block, Beside):
                widgets = tuple(self._filled(each) for each in block.blocks)
                spilled = (block.spilled, block.least_spilled)
                lines.append(Line(widgets, block.widths, block.least, *spilled, even=block.even))
            else:
                lines.append(Line((self._filled(block),)))
        return lines

    def _filled(self, block: object) -> QWidget:
        """Return the widget of a block, filled."""
        if isinstance(block, ChartBlock):
            column = self._columns[block.charts]
            column.set_most_height(block.height or self._most_chart)
            column.refresh()
            self._order.append(column)
            return column
        view = self._view_of(block)
        if self._showing.get(view) is not block:
            view.show_block(block)
            self._showing[view] = block
        view.show()
        self._order.append(view)
        return view

    def _view_of(self, block: object) -> BlockView:
        """Return a view that can show a block and shows none yet."""
        if isinstance(block, FiguresBlock):
            return self.figures
        pool = self._views[type(block)]
        view = next((each for each in pool if each not in self._order), None)
        if view is None:
            view = self._makers[type(block)](self._session, self._body)
            self._connect(view)
            pool.append(view)
        return view

    # -- what actions ask for -----------------------------------------------------------------------------------

    def chart(self) -> Chart | None:
        """Return the chart that actions are about, None where the page has none."""
        return self.charts.chart() if self._session.is_open else None

    @property
    def filter(self) -> FilterField | None:
        """The field that narrows a table of the page, None where there is none."""
        fields = (view.filter for view in self._order if isinstance(view, BlockView))
        return next((field for field in fields if field is not None), None)

    def show_sources(self) -> None:
        """Bring the list of sources into view."""
        self._show_section("sources")

    def show_event(self, said: str) -> None:
        """Mark an event and bring it into view by what it says, once all of the page is there."""
        self._wanted_event = "" if self.is_complete else said
        view = next((each for each in self._order if each.objectName() == "section_events"), None)
        if not self.is_complete or not isinstance(view, SectionCard):
            return
        self._show_section("events")
        place = view.mark(said)
        if place is not None:
            # A third of the way down: what came before and after it is told there too.
            above = self.scroll_area.viewport().height() // 3
            self.scroll_area.verticalScrollBar().setValue(view.y() + place - above)

    def _show_section(self, section: str) -> None:
        """Bring a section into view and let the keyboard go on in it."""
        for view in self._order:
            if isinstance(view, SectionCard) and view.objectName() == f"section_{section}":
                self.scroll_area.verticalScrollBar().setValue(view.y() - _GAP)
                view.text.setFocus(Qt.FocusReason.ShortcutFocusReason)


def set_tab_order(order: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order; Qt's own is that in which they were made, some late."""
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
