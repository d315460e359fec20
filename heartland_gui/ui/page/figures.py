"""The table of the figures of a page, in its card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from heartland_gui.pages.page import FigureTable
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.layouts import ColumnLayout
from heartland_gui.ui.widgets.tables import TableWidget


class FiguresCard(BlockView):
    """A titled table; a long one shows its beginning and offers the rest."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._words = session.words
        self.title = QLabel(self)
        self.title.setProperty("section", "true")
        self.table = TableWidget(session, self)
        self.table.setObjectName("figures")
        self.rest = QPushButton(self)
        self.rest.setObjectName("all_figures")
        self.rest.setProperty("link", "true")
        self.rest.clicked.connect(self._show_rest)
        self.signs = QLabel(self)
        self.signs.setProperty("faint", "true")
        self.signs.setWordWrap(True)
        layout = ColumnLayout(self, gap=6, margins=(16, 12, 16, 12))
        for part in (self.title, self.table, self.rest, self.signs):
            layout.addWidget(part)
        self.table.requested.connect(self.requested)
        self.table.figure_requested.connect(self.figure_requested)

    def show_block(self, block: object) -> None:
        """Show another table."""
        if not isinstance(block, FigureTable):
            raise TypeError(f"{type(block).__name__} is no table of figures")
        words = self._words
        self.title.setText(block.title)
        self.table.setAccessibleName(block.title)
        self.table.set_sortable(sortable=block.sortable)
        self.table.show_cells(block.headings, block.rows)
        self.signs.setText(block.signs)
        self.signs.setVisible(bool(block.signs))
        rest = self.table.hidden_rows
        self.rest.setVisible(bool(rest))
        self.rest.setText(words.plural("Show {n} more", "Show {n} more", rest))

    def clear(self) -> None:
        """Show nothing: of another page nothing may be copied from here."""
        self.table.show_cells((), ())

    def _show_rest(self) -> None:
        """Show every row, and let the keyboard go on in the table when the button goes."""
        self.table.show_all()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rest.hide()

    def tab_order(self) -> list[QWidget]:
        """Return the table and the button for what is left."""
        return [self.table, self.rest]
