"""The card of a page's plans: chips that choose among them, and the table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.charts.plans import PlanGroup
from heartland_gui.pages.companies import folded
from heartland_gui.pages.page import LateRows, Row
from heartland_gui.pages.plans import PlansBlock
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.filter_chips import CHIP_HEIGHT, FilterChip
from heartland_gui.ui.widgets.layouts import ColumnLayout, FlowLayout
from heartland_gui.ui.widgets.tables import TableHead, TableWidget

_FIRST: Final = 14
"""So many plans stand in the table at first."""
_SHARES: Final = (72, 192, 186, 160, 178)
_NARROW: Final = 620
_SHARES_NARROW: Final = (200, 130, 140)
_PADDING: Final = 4
"""What a heading leaves free at its sides, in pixels."""
_KEPT_NARROW: Final = (1, 2, 4)
"""In a narrow card what is planned, how much and the outcome have columns; due date and figure stand below."""


class PlansCard(BlockView):
    """Plans by their due date, each with its outcome; others of the same indicators follow when all are shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._block: PlansBlock | None = None
        self._group: PlanGroup | None = None
        self._is_whole, self._is_narrow = False, False
        self.setProperty("card", "true")
        self.setObjectName("plans_card")
        head = QWidget(self)
        self._flow = FlowLayout(head, gap=8)
        self._flow.setContentsMargins(15, 0, 15, 0)
        self.title = QLabel(head)
        self.title.setProperty("section", "true")
        self.title.setFixedHeight(CHIP_HEIGHT)
        self._flow.addWidget(self.title)
        self.chips: list[FilterChip] = []
        self._head = head
        self.table = TableWidget(session, self, wrapped=True)
        self.table.setObjectName("plans")
        self.table.leads = True
        self.table.use_head(TableHead(session, self.table, sorts=False))
        foot = QWidget(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(11, 0, 11, 0)
        self.all_button = QPushButton(foot)
        self.all_button.setProperty("link", "true")
        line.addWidget(self.all_button)
        line.addStretch()
        self._foot = foot
        self.all_button.clicked.connect(self._show_all)
        self.table.requested.connect(self.requested)
        self.table.figure_requested.connect(self.figure_requested)
        layout = ColumnLayout(self, gap=6, margins=(1, 10, 1, 8))
        for part in (head, self.table, foot):
            layout.addWidget(part)

    def show_block(self, block: object) -> None:
        """Show the plans of another page."""
        if not isinstance(block, PlansBlock):
            raise TypeError(f"{type(block).__name__} is no block of plans")
        if block == self._block and self._group is None and not self._is_whole:
            return
        self._block, self._group, self._is_whole = block, None, False
        self.table.stay_in_view()
        self.title.setText(block.title)
        self.table.setAccessibleName(block.title)
        self._refresh()

    def tab_order(self) -> list[QWidget]:
        """Return the chips, the table and what shows all of it."""
        return [*self.chips, self.table, self.all_button]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table as many columns as there is room for."""
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) is not self._is_narrow:
            self._show_rows()

    def _refresh(self) -> None:
        block = self._block
        if block is None:
            return
        while len(self.chips) < len(block.chips):
            self.chips.append(self._new_chip(len(self.chips)))
        for chip, shown in zip(self.chips, block.chips, strict=False):
            chip.show_chip(shown.name, shown.count, chosen=shown.group is self._group)
            chip.show()
        for chip in self.chips[len(block.chips) :]:
            chip.hide()
        self._show_rows()

    def _new_chip(self, number: int) -> FilterChip:
        chip = FilterChip(self._session, self._head)
        chip.clicked.connect(lambda: self._choose(number))
        self._flow.addWidget(chip)
        return chip

    def _choose(self, number: int) -> None:
        if self._block is not None:
            self._group = self._block.chips[number].group
            self._refresh()

    def _show_rows(self) -> None:
        block, words = self._block, self._session.words
        if block is None:
            return
        chosen = block.rows_of(self._group)
        others = block.others if self._is_whole and self._group is None else ()
        narrow = self._is_narrow = self.width() < _NARROW

        def row(number: int) -> Row:
            found = block.rows[chosen[number]] if number < len(chosen) else others[number - len(chosen)]
            return folded(found, _KEPT_NARROW, block.headings, words) if narrow else found

        headings = tuple(block.headings[kept] for kept in _KEPT_NARROW) if narrow else block.headings
        shares = _SHARES_NARROW if narrow else _SHARES
        room = self.width() * shares[-1] // sum(shares) - _PADDING
        if self.table.horizontalHeader().fontMetrics().horizontalAdvance(headings[-1]) > room:
            headings = (*headings[:-1], words.text("Outcome"))
        self.table.shares = shares
        count = len(chosen) + len(others)
        self.table.show_cells(headings, LateRows(count, row), count if self._is_whole else _FIRST)
        more = len(chosen) > _FIRST or (self._group is None and bool(block.others))
        self._foot.setVisible(more and not self._is_whole)
        self.all_button.setText(self._all_text(len(chosen), len(block.others) if self._group is None else 0))
        self.updateGeometry()

    def _all_text(self, count: int, others: int) -> str:
        words = self._session.words
        all_of_them = words.plural("Show all {n} plan", "Show all {n} plans", count)
        if not others:
            return all_of_them
        return words.plural("{all} and {n} other", "{all} and {n} others", others, all=all_of_them)

    def _show_all(self) -> None:
        """Show every plan and the others, and let the keyboard go on in the table when the button goes."""
        self._is_whole = True
        self._show_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
