"""The table of a comparison: what all members have, what only some have, and what is computed from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.pages.comparison import ComparedGroup, ComparisonBlock
from heartland_gui.pages.page import LateRows, Row, plain
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.empty_state import EmptyState
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.layouts import ColumnLayout, FlowLayout
from heartland_gui.ui.widgets.tables import SidewaysBar, TableHead, TableModel, TableWidget

_LEAST_MEMBER: Final = 148
"""A narrower column would cut a number and its year."""
_LEAST_NAME: Final = 150
_NAME: Final = 1.5
"""How wide the names of figures are beside a member."""
_HEAD: Final = 30


class ComparedTable(TableWidget):
    """Rows of a comparison, of which as many members are seen as have room. What is copied has all of them."""

    def __init__(self, session: Session, parent: QWidget, whole: Callable[[], str]) -> None:
        super().__init__(session, parent, wrapped=True)
        self.leads = True
        self._whole = whole
        self.head = TableHead(session, self, sorts=False)
        self.use_head(self.head)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, or the whole comparison."""
        if self.selectionModel().hasSelection():
            super().copy()
        else:
            QGuiApplication.clipboard().setText(self._whole())


class ComparisonCard(BlockView):
    """Tables below one another whose members stand in the same columns; all but the first can be unfolded."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._block: ComparisonBlock | None = None
        self._unfolded: set[int] = set()
        self.setProperty("card", "true")
        self.setObjectName("comparison_card")
        self.tables: list[ComparedTable] = []
        self.folds: list[QPushButton] = []
        self._layout = ColumnLayout(self, gap=6, margins=(1, 10, 1, 8))
        self._layout.addWidget(self._build_head())
        self.nothing = EmptyState(session.theme, self)
        self.nothing.button.clicked.connect(lambda: self._fold(1, unfolded=True))
        self._layout.addWidget(self.nothing)
        self.sideways = SidewaysBar(self)
        self.sideways.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sideways.setAccessibleName(session.words.text("Members that are shown"))
        self.sideways.valueChanged.connect(self._show_rows)
        self._layout.addWidget(self.sideways)
        self._add_table()

    def _build_head(self) -> QWidget:
        words = self._session.words
        head = QWidget(self)
        flow = FlowLayout(head, gap=8)
        flow.setContentsMargins(15, 0, 15, 0)
        self.title, self.count, self.hint = QLabel(head), QLabel(head), QLabel(head)
        self.title.setProperty("section", "true")
        self.count.setProperty("third", "true")
        self.hint.setProperty("faint", "true")
        self.hint.setProperty("small", "true")
        for label in (self.title, self.count, self.hint):
            label.setFixedHeight(_HEAD)
            flow.addWidget(label)
        name = words.text("Filter the figures by a word")
        self.filter: FilterField = FilterField(self._session, head, name=name)
        self.filter.setObjectName("comparison_filter")
        self.filter.textChanged.connect(self._show_rows)
        flow.add_right(self.filter)
        return head

    def _add_table(self) -> None:
        number = len(self.tables)
        if number:
            fold = QPushButton(self)
            fold.setProperty("link", "true")
            fold.setIconSize(QSize(16, 16))
            fold.clicked.connect(lambda: self._fold(number, unfolded=number not in self._unfolded))
            self.folds.append(fold)
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(11, 0, 11, 0)
            row.addWidget(fold)
            row.addStretch()
            self._layout.addWidget(line)
        table = ComparedTable(self._session, self, self.copied)
        table.setObjectName(f"compared_{number}")
        table.requested.connect(self.requested)
        table.figure_requested.connect(self.figure_requested)
        self.tables.append(table)
        self._layout.addWidget(table)

    def show_block(self, block: object) -> None:
        """Show another comparison; what was unfolded stays so while members come and go."""
        if not isinstance(block, ComparisonBlock):
            raise TypeError(f"{type(block).__name__} is no comparison")
        self._block = block
        while len(self.tables) < len(block.groups):
            self._add_table()
        first = block.groups[0]
        self.title.setText(first.title)
        self.hint.setText(
            "".join(
                f'<span style="color:{self._session.theme.warning}">{escape(run)}</span>'
                if run == block.warned
                else escape(run)
                for run in map(str, block.hint)
            )
        )
        self.hint.setAccessibleName(plain(block.hint))
        nothing = block.nothing
        self.nothing.say(nothing.icon, nothing.sentence, nothing.action)
        self._show_rows()
        for table in self.tables:
            table.stay_in_view()

    def tab_order(self) -> list[QWidget]:
        """Return the filter, what moves the members, and each table below what unfolds it."""
        found: list[QWidget] = [self.filter, self.nothing.button, self.sideways, self.tables[0]]
        for fold, table in zip(self.folds, self.tables[1:], strict=True):
            found += [fold, table]
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many members as have room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_rows()

    def copied(self) -> str:
        """Return every row of every group with all members, as it goes to the clipboard."""
        if self._block is None:
            return ""
        model = TableModel()
        model.show_cells(self._block.headings, [row for group in self._block.groups for row in group.rows])
        return model.tab_separated(range(model.total), range(model.columnCount()))

    def _fold(self, number: int, *, unfolded: bool) -> None:
        (self._unfolded.add if unfolded else self._unfolded.discard)(number)
        self._show_rows()
        if unfolded:
            self.tables[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, group: ComparedGroup) -> Sequence[Row]:
        """Return the rows of a group that have what stands in the filter."""
        asked = self.filter.text().casefold().split()
        return [row for row in group.rows if all(word in row[0].text.casefold() for word in asked)]

    def _seen_members(self) -> int:
        """Return how many members have room beside the names."""
        count = len(self._block.slots) if self._block is not None else 0
        room = int((self.width() - _LEAST_NAME) // _LEAST_MEMBER)
        return max(1, min(count, room))

    def _show_rows(self) -> None:
        block, words = self._block, self._session.words
        if block is None or self.width() <= 0:
            return
        seen = self._seen_members()
        with QSignalBlocker(self.sideways):
            self.sideways.setRange(0, len(block.slots) - seen)
            self.sideways.setPageStep(seen)
        self.sideways.setVisible(seen < len(block.slots))
        members = range(self.sideways.value(), self.sideways.value() + seen)
        is_empty = not block.groups[0].rows
        self.count.setText(words.number(len(block.groups[0].rows)))
        for hidden in (self.title, self.count, self.hint):
            hidden.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        self.nothing.button.setVisible(is_empty and bool(block.nothing.action) and 1 not in self._unfolded)
        for number, (table, group) in enumerate(zip(self.tables, block.groups, strict=True)):
            rows = self._wanted(group)
            if number:
                self._show_fold(number, group, len(rows))
            is_shown = bool(rows) and (not number or number in self._unfolded)
            table.setVisible(is_shown)
            table.setAccessibleName(group.title)
            self._fill(table, rows if is_shown else (), members)
        self.updateGeometry()

    def _show_fold(self, number: int, group: ComparedGroup, count: int) -> None:
        words, fold = self._session.words, self.folds[number - 1]
        is_open = number in self._unfolded
        fold.setIcon(icon("chevron-down" if is_open else "chevron-right", self._session.theme, size=16))
        fold.setText(words.text("{name}, {n}", name=group.title, n=words.number(count)))
        fold.setAccessibleDescription(words.text("Unfolded") if is_open else words.text("Folded"))
        line = fold.parentWidget()
        if line is not None:
            line.setVisible(bool(count))

    def _fill(self, table: ComparedTable, rows: Sequence[Row], members: range) -> None:
        block = self._block
        if block is None:
            return

        def row(number: int) -> Row:
            found = rows[number]
            return (found[0], *(found[1 + member] for member in members))

        table.shares = (round(_NAME * 100), *(100 for _ in members))
        table.head.slots = {column: block.slots[member] for column, member in enumerate(members, 1)}
        headings = (block.headings[0], *(block.headings[1 + member] for member in members))
        table.show_cells(headings, LateRows(len(rows), row), len(rows) or None)
