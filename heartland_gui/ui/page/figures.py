"""The figures of a page in their card: by year, or all of them with status, source and note."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from heartland_gui.pages.companies import folded
from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.page import FigureTable, LateRows, Row
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.layouts import ColumnLayout
from heartland_gui.ui.widgets.segments import SegmentedControl
from heartland_gui.ui.widgets.tables import TableHead, TableWidget

_FIRST: Final = 14
_SHARES_NARROW: Final = (190, 150, 150)
_NARROW: Final = 640
_SHARE_OF_NAME: Final = 260
_SHARE_OF_YEAR: Final = 72
_LEAST_OF_NAME: Final = 160
"""In pixels: where what is measured would have less, the oldest years give way."""


class FiguresCard(BlockView):
    """A titled table; a long one shows its beginning and offers the rest."""

    copy_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setObjectName("figures_card")
        self._session, self._block = session, FiguresBlock("", FigureTable("", (), ()))
        self._by_year, self._is_whole, self._is_narrow = False, False, False
        words = session.words
        head = QWidget(self)
        self.title = QLabel(head)
        self.title.setProperty("section", "true")
        self.count = QLabel(head)
        self.count.setProperty("third", "true")
        self.forms = SegmentedControl(head)
        self.forms.setAccessibleName(words.text("Form of the table"))
        self.forms.offer([words.text("By year"), words.text("All figures")])
        self.forms.chosen.connect(self._choose)
        self.copy = QToolButton(head)
        self.copy.setProperty("icon_button", "true")
        self.copy.setIcon(icon("copy", session.theme, size=16))
        self.copy.setToolTip(words.text("Copy table"))
        self.copy.setAccessibleName(words.text("Copy table"))
        self.copy.clicked.connect(self.copy_requested)
        line = QHBoxLayout(head)
        line.setContentsMargins(15, 0, 15, 0)
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.forms)
        line.addWidget(self.copy)
        self.table = TableWidget(session, self, wrapped=True)
        self.table.setObjectName("figures")
        self.table.use_head(TableHead(session, self.table))
        self.rest = QPushButton(self)
        self.rest.setObjectName("all_figures")
        self.rest.setProperty("link", "true")
        self.rest.clicked.connect(self._show_rest)
        layout = ColumnLayout(self, gap=6, margins=(1, 10, 1, 8))
        for part in (head, self.table, self.rest):
            layout.addWidget(part)
        self.table.requested.connect(self.requested)
        self.table.figure_requested.connect(self.figure_requested)

    def show_block(self, block: object) -> None:
        """Show the figures of another page."""
        if not isinstance(block, FiguresBlock):
            raise TypeError(f"{type(block).__name__} is no block of figures")
        self._block, self._is_whole = block, False
        self._by_year = block.by_year is not None
        count = len(block.every.rows)
        self.title.setText(block.title)
        self.count.setText(self._session.words.number(count))
        self.forms.setVisible(self._by_year)
        self.forms.set_chosen(0)
        self.table.setAccessibleName(block.title)
        self._show_rows()

    def clear(self) -> None:
        """Show nothing: of another page nothing may be copied from here."""
        self._block = FiguresBlock("", FigureTable("", (), ()))
        self.table.show_cells((), ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table as many columns as there is room for."""
        super().resizeEvent(event)
        width, before = event.size().width(), event.oldSize().width()
        if (width < _NARROW) is not self._is_narrow or self._years_at(width) != self._years_at(before):
            self._show_rows()

    def _years_at(self, width: int) -> int:
        """Return how many years, the newest ones, have room beside the names in a card of a width."""
        by_year = self._block.by_year
        if by_year is None:
            return 0
        room = width - _LEAST_OF_NAME - _share_of_last(by_year.headings[-1])
        return max(1, min(len(by_year.headings) - 2, room // _SHARE_OF_YEAR))

    def _choose(self, number: int) -> None:
        self._by_year, self._is_whole = number == 0, False
        self._show_rows()

    def _show_rows(self) -> None:
        words, every = self._session.words, self._block.every
        self._is_narrow = self.width() < _NARROW
        shown = self._block.by_year if self._by_year and self._block.by_year is not None else every
        headings, rows = shown.headings, shown.rows
        if shown is not every:
            kept = (0, *range(len(headings) - 1 - self._years_at(self.width()), len(headings)))

            def newest(number: int) -> Row:
                return tuple(shown.rows[number][column] for column in kept)

            headings, rows = tuple(headings[column] for column in kept), LateRows(len(shown.rows), newest)
            self.table.shares = (_SHARE_OF_NAME, *(_SHARE_OF_YEAR for _ in kept[2:]), _share_of_last(headings[-1]))
        elif self._is_narrow and every.kept:

            def narrow(number: int) -> Row:
                return folded(every.rows[number], every.kept, every.headings, words)

            headings = tuple(every.headings[column] for column in every.kept)
            rows, self.table.shares = LateRows(len(every.rows), narrow), _SHARES_NARROW
        else:
            self.table.shares = every.shares
        self.table.set_sortable(sortable=shown.sortable)
        self.table.show_cells(headings, rows, len(rows) if self._is_whole else _FIRST)
        left = self.table.hidden_rows
        self.rest.setVisible(bool(left))
        self.rest.setText(words.plural("Show {n} more", "Show {n} more", left))
        self.updateGeometry()

    def _show_rest(self) -> None:
        """Show every row, and let the keyboard go on in the table when the button goes."""
        self._is_whole = True
        self.table.show_all()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rest.hide()

    def tab_order(self) -> list[QWidget]:
        """Return the forms, the table and the button for what is left."""
        return [*self.forms.buttons, self.copy, self.table, self.rest]


def _share_of_last(heading: str) -> int:
    return max(_SHARE_OF_YEAR, 9 * len(heading))
