"""The card of the companies of a choice: chips and words that narrow them, and the table, which sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, Choice, Facet, FacetIndex, HasFigures, HasPlan
from heartland_gui.model.queries import companies_of
from heartland_gui.pages.companies import (
    Column,
    CompaniesBlock,
    CompanyOrders,
    CompanyRows,
    ListedCompanies,
    columns_of,
    folded,
    sort_by,
    sort_direction,
    sorted_by,
    sorting_indicator,
)
from heartland_gui.pages.facets import facet_name, facet_rows
from heartland_gui.pages.page import LateRows, Row
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.collation import name_ranks
from heartland_gui.ui.widgets.empty_state import EmptyState
from heartland_gui.ui.widgets.filter_chips import CHIP_HEIGHT, ChoiceList, FilterChip, Offer
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.layouts import ColumnLayout, FlowLayout
from heartland_gui.ui.widgets.menus import Holds, MenuEntry, comparing_text, holds_nothing
from heartland_gui.ui.widgets.tables import TableHead, TableModel, TableWidget

_FILTER: Final = 176
"""How wide the field for words is, in pixels: the chips stand before it."""
_FIRST: Final = 6
"""So many companies stand in the table at first; one more is shown rather than offered."""
_OWN_CHIPS: Final = 3
"""So many values of the first facet have a chip of their own."""
_SHARES: Final = {
    Column.NAME: 220,
    Column.MAKES: 220,
    Column.CITY: 98,
    Column.PILLAR: 150,
    Column.FIGURE: 250,
    Column.PLAN: 270,
    Column.SOURCE: 124,
}
_FOLDS: Final = (
    (940, frozenset({Column.MAKES})),
    (760, frozenset({Column.MAKES, Column.CITY, Column.PILLAR})),
    (560, frozenset({Column.MAKES, Column.CITY, Column.PILLAR, Column.PLAN, Column.SOURCE})),
)
"""Below which width of the card which columns become lines below the name."""


class CompanyTable(TableWidget):
    """Rows of companies: Return opens one, Ctrl+Return adds it to the comparison."""

    compare_requested = Signal(object)
    """The page of a company, a Ref."""
    bookmark_requested = Signal(object)
    citation_requested = Signal(object)
    """The Observation whose source is to be cited."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, wrapped=True)
        self.leads = True
        self.holds: Holds = holds_nothing
        self.setObjectName("company_table")
        self.head = TableHead(session, self)
        self.use_head(self.head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the row that has the keyboard to the comparison with Ctrl+Return."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.currentIndex().isValid():
            self.compare_requested.emit(self.cells.cell(self.currentIndex().row(), 0).ref)
        else:
            super().keyPressEvent(event)

    def row_entries(self, row: int) -> Sequence[Sequence[MenuEntry]]:
        """Return what the menu of a row offers."""
        words = self._session.words
        cells = [self.cells.cell(row, column) for column in range(self.cells.columnCount())]
        page = cells[0].ref
        held = page is not None and self.holds(page)
        figure = next((cell.figure for cell in cells if cell.figure is not None), None)
        copying: list[MenuEntry] = [(words.text("Copy row"), lambda: self.copy_rows([row]))]
        if figure is not None:
            copying.append((words.text("Copy citation"), lambda: self.citation_requested.emit(figure)))
        copying.append((words.text("Copy all"), self.copy_all))
        return (
            [
                (words.text("Open"), lambda: self.requested.emit(page)),
                (comparing_text(words, held=held), lambda: self.compare_requested.emit(page)),
                (words.text("Add bookmark"), lambda: self.bookmark_requested.emit(page)),
            ],
            copying,
        )


class CompaniesCard(BlockView):
    """Shows the companies of a page as the session's facets, filter and order leave them."""

    compare_requested = Signal(object)
    bookmark_requested = Signal(object)
    citation_requested = Signal(object)
    save_requested = Signal(object)
    """The table (`charts.spec.Table`) that is to be saved as CSV."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listing: Ref | None = None
        self._shown, self._counted = Inputs(), Inputs()
        self._orders: CompanyOrders | None = None
        self._listed: ListedCompanies | None = None
        self._is_whole = False
        self._columns: tuple[Column, ...] = ()
        self.setProperty("card", "true")
        self.setObjectName("companies_card")
        self._build()
        session.changed.connect(self.refresh)

    def _build(self) -> None:
        words = self._session.words
        head = self._build_head()
        self.table = CompanyTable(self._session, self)
        self.table.setAccessibleName(words.text("Companies"))
        self.table.requested.connect(self.requested)
        self.table.figure_requested.connect(self.figure_requested)
        self.table.compare_requested.connect(self.compare_requested)
        self.table.bookmark_requested.connect(self.bookmark_requested)
        self.table.citation_requested.connect(self.citation_requested)
        self.table.head.sort_requested.connect(self._sort)
        self.table.head.list_requested.connect(self._offer_indicators)
        self.empty = self._build_empty()
        foot = QWidget(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(11, 0, 11, 0)
        self.all_button = QPushButton(foot)
        self.all_button.setProperty("link", "true")
        self.all_button.clicked.connect(self._show_all)
        self.save_button = QPushButton(words.text("Save as CSV …"), foot)
        self.save_button.setProperty("link", "true")
        self.save_button.clicked.connect(self._save)
        line.addWidget(self.all_button)
        line.addStretch()
        line.addWidget(self.save_button)
        layout = ColumnLayout(self, gap=6, margins=(1, 10, 1, 6))
        for part in (head, self.table, self.empty, foot):
            layout.addWidget(part)

    def _build_head(self) -> QWidget:
        """Return what stands above the table; chips come when there is something to choose."""
        words = self._session.words
        head = QWidget(self)
        self._flow = FlowLayout(head, gap=8)
        self._flow.setContentsMargins(15, 0, 15, 0)
        self.title = QLabel(words.text("Companies"), head)
        self.title.setProperty("section", "true")
        self.title.setFixedHeight(CHIP_HEIGHT)
        name = words.text("Filter companies by a word")
        self.filter: FilterField = FilterField(self._session, head, name=name, width=_FILTER)
        self.filter.setObjectName("table_filter")
        # Assistive technology changes the text without typing.
        self.filter.textChanged.connect(self._session.choose_filter)
        self.clear_button = QPushButton(words.text("Clear all filters"), head)
        self.clear_button.setProperty("link", "true")
        self.clear_button.clicked.connect(self._clear)
        self._flow.addWidget(self.title)
        self._away: frozenset[Column] | None = None
        """The columns that have no room, as far as they were shown."""
        self._chips: dict[str, FilterChip] = {}
        self._deeds: dict[str, Callable[[], object]] = {}
        self._flow.addWidget(self.clear_button)
        self._flow.add_right(self.filter)
        self._head = head
        return head

    def _build_empty(self) -> EmptyState:
        """Return what stands in place of the table where no company is left."""
        made = EmptyState(self._session.theme, self)
        made.button.clicked.connect(self._clear)
        return made

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_block(self, block: object) -> None:
        """Show the companies of another page."""
        if not isinstance(block, CompaniesBlock):
            raise TypeError(f"{type(block).__name__} is no block of companies")
        if block.listing != self._listing or self._is_whole:
            # The same again, as when the rest of a page follows what was seen first, is not laid out twice.
            self._shown = Inputs()
        self._listing, self._is_whole = block.listing, False
        self.table.stay_in_view()
        self.refresh()

    def tab_order(self) -> list[QWidget]:
        """Return the chips, the filter, the head, the table and what stands below it."""
        return [
            *self.tab_order_of_chips(),
            self.clear_button,
            self.filter,
            self.table.head,
            self.table,
            self.empty.button,
            self.all_button,
            self.save_button,
        ]

    def tab_order_of_chips(self) -> list[FilterChip]:
        """Return the chips from left to right."""
        shown = [key for key in self._deeds if key in self._chips]
        return [self._chips[key] for key in shown]

    def refresh(self) -> None:
        """Show what the session's selection leaves of the companies."""
        session = self._session
        if self._listing is None or not session.shows_subject or session.selection.page != self._listing:
            return
        selection, dataset, words = session.selection, session.dataset, session.words
        if self._orders is None or self._orders.index.dataset is not dataset:
            self._orders = CompanyOrders(FacetIndex(dataset), words, name_ranks(dataset, words))
        if self._shown.changed_to(dataset, words, self._listing, selection.sort):
            found = companies_of(dataset, self._listing)
            self._listed = ListedCompanies(self._orders, found, selection.sort)
            self._counted = Inputs()
        if self._listed is None or not self._counted.changed_to(selection.filter, selection.facets):
            return
        self._listed.narrow(selection.filter, selection.facets)
        if self.filter.text() != selection.filter:
            self.filter.setText(selection.filter)
        self._show_chips()
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table as many columns as there is room for."""
        super().resizeEvent(event)
        if self._folded(event.size().width()) != self._away:
            self._show_rows()

    @staticmethod
    def _folded(width: int) -> frozenset[Column]:
        return next((columns for least, columns in reversed(_FOLDS) if width < least), frozenset())

    def _show_rows(self) -> None:
        listed, listing = self._listed, self._listing
        if listed is None or listing is None:
            return
        words, sort = self._session.words, self._session.selection.sort
        every = columns_of(listed.index.dataset, listing)
        away = self._away = self._folded(self.width())
        kept = [number for number, column in enumerate(every) if column not in away]
        rows = CompanyRows(listed.index, every, sort, words)
        headings, short = rows.headings(), rows.headings(short=True)

        def row(number: int) -> Row:
            return folded(rows.row(listed.company(number)), kept, short, words)

        self._columns = tuple(every[number] for number in kept)
        self.table.shares = [_SHARES[column] for column in self._columns]
        self._mark_order(sort)
        count = len(listed.kept)
        shown = count if self._is_whole or count <= _FIRST + 1 else _FIRST
        self.table.show_cells([headings[number] for number in kept], LateRows(count, row), max(1, shown))
        self.table.setVisible(bool(count))
        self.empty.setVisible(not count)
        if listed.all_of_them:
            self.empty.say("info", words.text("No company matches these filters."), words.text("Clear all filters"))
        else:
            self.empty.say("info", words.text("There are no companies here."))
        self.all_button.setVisible(shown < count)
        self.all_button.setText(words.plural("Show all {n} company", "Show all {n} companies", count))
        self.save_button.setVisible(bool(count))
        self.updateGeometry()

    def _mark_order(self, sort: str) -> None:
        keys = [self._key(column) for column in self._columns]
        directions = {number: sort_direction(sort, key) for number, key in enumerate(keys)}
        self.table.head.directions = {number: falls for number, falls in directions.items() if falls is not None}
        self.table.head.listing = self._columns.index(Column.FIGURE)
        self.table.head.viewport().update()

    def _key(self, column: Column) -> str:
        """Return the order of a column; that of the figures is the one of the indicator that all show."""
        by = sorting_indicator(self._session.dataset, self._session.selection.sort)
        return sort_by(by) if column is Column.FIGURE and by is not None else column.value

    # -- narrowing --------------------------------------------------------------------------------------------------

    def _show_chips(self) -> None:
        """Show the chips with what each would leave now."""
        listed, facets, words = self._listed, self._session.selection.facets, self._session.words
        if listed is None or self._listing is None:
            return
        index, among = listed.index, listed.matching_set
        self._deeds = {}
        every = among.bit_count()
        self._chip("all", words.text("All"), every, chosen=not facets, does=self._choose_all)
        first = self._facets_of_lists()[0]
        for facet in self._facets_of_lists():
            rows = list(facet_rows(index.dataset, facet, facets, index.counts(facet, facets, among), words))
            most = sorted((each for each in rows if self._size(each.choice)), key=lambda each: -self._size(each.choice))
            own = most[:_OWN_CHIPS] if facet is first else []
            for number, each in enumerate(own):
                self._chip(
                    f"{facet}{number}", each.text, each.count, chosen=each.chosen, does=self._toggler(each.choice)
                )
            rest = [each for each in rows if each not in own]
            offers = [
                Offer(each.text, each.choice, each.count, each.chosen)
                for each in sorted(rest, key=lambda each: -each.count)
                if each.count or each.chosen
            ]
            name = next((each.name for each in offers if each.chosen), facet_name(index.dataset, facet, words))
            chosen = any(each.chosen for each in offers)
            if offers:
                self._chip(
                    f"{facet}_list", name, None, chosen=chosen, does=self._lister(f"{facet}_list", facet, offers)
                )
        planned, none = Choice(Facet.PLAN, HasPlan.YES), Choice(Facet.FIGURES, HasFigures.NO)
        for key, name, choice in (
            ("plan", words.text("With a plan"), planned),
            ("none", words.text("No figure"), none),
        ):
            held = facets.of(choice.facet, choice.value) is not None
            count = index.count(choice, facets, among)
            self._chip(key, name, count, chosen=held, does=self._toggler(choice))
        for key, chip in self._chips.items():
            chip.setVisible(key in self._deeds)
        self.clear_button.setVisible(bool(facets) or bool(self._session.selection.filter))

    def _facets_of_lists(self) -> tuple[Facet, ...]:
        """Return what has a list to choose from: in a city the pillars, of the region both."""
        if self._listing is not None and self._listing.kind is SubjectKind.PLACE:
            if self._listing == self._session.dataset.region_ref:
                return (Facet.CITY, Facet.PILLAR, Facet.PRODUCT)
            return (Facet.PILLAR, Facet.PRODUCT)
        return (Facet.CITY, Facet.PRODUCT)

    def _size(self, choice: Choice) -> int:
        """Return how many companies of the page a choice keeps alone: chips keep their order while somebody chooses."""
        listed = self._listed
        if listed is None:
            return 0
        return (listed.index.chosen(Choice(choice.facet, choice.value)) & listed.whole_set).bit_count()

    def _chip(self, key: str, name: str, count: int | None, *, chosen: bool, does: Callable[[], object]) -> None:
        if key not in self._chips:
            chip = FilterChip(self._session, self._head, opens=key.endswith("_list"))
            chip.setObjectName(f"chip_{key}")
            chip.clicked.connect(lambda: self._do(key))
            self._flow.insert_left(1 + len(self._chips), chip)
            self._chips[key] = chip
        self._deeds[key] = does
        self._chips[key].show_chip(name, count, chosen=chosen)

    def _do(self, key: str) -> None:
        self._deeds[key]()

    def _toggler(self, choice: Choice) -> Callable[[], object]:
        """Return what chooses a value instead of others of its kind, or takes it back."""

        def toggle() -> None:
            facets = self._session.selection.facets
            held = facets.of(choice.facet, choice.value)
            self._session.choose_facets(facets.only(choice) if held is None else facets.without(held))

        return toggle

    def _lister(self, key: str, facet: Facet, offers: Sequence[Offer]) -> Callable[[], object]:
        def choose(value: object) -> None:
            if isinstance(value, Choice):
                self._toggler(value)()

        def show() -> None:
            chip = self._chips[key]
            made = ChoiceList(
                self._session, chip, facet_name(self._session.dataset, facet, self._session.words), offers, choose
            )
            made.open_at(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

        return show

    def _choose_all(self) -> None:
        self._session.choose_facets(NO_FACETS)

    def _clear(self) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.choose_facets(NO_FACETS)
        self._session.choose_filter("")

    # -- ordering ---------------------------------------------------------------------------------------------------

    def _sort(self, section: int, further: bool) -> None:  # noqa: FBT001 - a signal
        key = self._key(self._columns[section])
        self._session.choose_sort(sorted_by(self._session.selection.sort, key, further=further))

    def _offer_indicators(self, section: int) -> None:
        """Offer to show the key figure of each, or one indicator of all."""
        listed, words = self._listed, self._session.words
        if listed is None:
            return
        dataset = listed.index.dataset
        by = sorting_indicator(dataset, self._session.selection.sort)
        offers = [Offer(words.text("Key figure of each"), Column.FIGURE.value, chosen=by is None)]
        offers += [
            Offer(dataset.indicator_by_id[each].name.text(words.language), sort_by(each), chosen=each == by)
            for each in listed.shown_indicators()
        ]
        head = self.table.head
        made = ChoiceList(
            self._session, head, words.text("Key figure"), offers, lambda sort: self._session.choose_sort(str(sort))
        )
        made.open_at(head.viewport().mapToGlobal(QPoint(head.sectionViewportPosition(section), head.height())))

    # -- the whole table --------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        """Show every company, and let the keyboard go on in the table when the button goes."""
        self._is_whole = True
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        """Have all rows with all columns saved, whatever there is room for on the screen."""
        listed = self._listed
        if listed is None or self._listing is None:
            return
        columns = columns_of(listed.index.dataset, self._listing)
        rows = CompanyRows(listed.index, columns, self._session.selection.sort, self._session.words)
        model = TableModel(self)
        model.show_cells(rows.headings(), [rows.row(listed.company(number)) for number in range(len(listed.kept))])
        self.save_requested.emit(model.table(range(model.total), range(model.columnCount())))
        model.deleteLater()
