"""A page of the whole dataset: a title, what the page says, buttons, and below them what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heartland_gui.pages.page import FigureTable
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.empty_state import EmptyState
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.widgets.theme import SELECTABLE


class DatasetPage(QWidget):
    """What the pages of the whole dataset have in common; they add what they show to the column."""

    filter: FilterField | None = None
    """The field that narrows what is shown, on pages that have one."""

    def __init__(self, session: Session, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("dataset_page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._inputs = Inputs()
        self.title = QLabel(title, self)
        self.title.setObjectName("page_title")
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setTextInteractionFlags(SELECTABLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 10)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)
        self._column.addWidget(self.explanation)


def in_card(table: QWidget, parent: QWidget) -> QFrame:
    """Return a card that holds a table, no higher than that may be."""
    card = QFrame(parent)
    card.setProperty("card", "true")
    within = QVBoxLayout(card)
    within.setContentsMargins(1, 1, 1, 1)
    within.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)
    within.addWidget(table)
    return card


class TablePage(DatasetPage):
    """What the pages that are tables have in common. Buttons come before the table, also for Tab."""

    def __init__(
        self,
        session: Session,
        name: str,
        title: str,
        parent: QWidget | None,
        *,
        widest: int,
        wrapped: bool = False,
        table: type[TableWidget] = TableWidget,
    ) -> None:
        """Make the page; `name` is that of the table for programs, `widest` the column that takes spare width."""
        super().__init__(session, title, parent)
        self.setObjectName(f"{name}_page")
        self.table = table(session, self, fills=True, widest=widest, wrapped=wrapped)
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self.table.ends_with_rows = True
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self._last: QWidget = self.explanation
        self._column.addLayout(self._buttons)
        self._card = in_card(self.table, self)
        self._column.addWidget(self._card, 1)
        self.nothing = EmptyState(session.theme, self)
        self.nothing.hide()
        self._column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addStretch()

    def show_table(self, shown: FigureTable) -> None:
        """Show a table, and above it what it says of itself."""
        self.explanation.setText(shown.signs)
        self.table.show_cells(shown.headings, shown.rows)

    def say_nothing(self, icon: str, sentence: str, action: str = "") -> None:
        """Put a sentence in place of the table, or the table in its place again where there is nothing to say."""
        if sentence:
            self.nothing.say(icon, sentence, action)
        self.nothing.setVisible(bool(sentence))
        self._card.setVisible(not sentence)

    def add_button(self, text: str, does: Callable[[], object]) -> QPushButton:
        """Add a button behind the others and return it."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked: does())
        self._buttons.addWidget(button)
        QWidget.setTabOrder(self._last, button)
        QWidget.setTabOrder(button, self.table)
        self._last = button
        return button

    def add_filter(self, changed: Callable[[str], object]) -> FilterField:
        """Add a field for words that narrow the table, before the buttons, and return it."""
        field = FilterField(self._session, self)
        field.textChanged.connect(changed)
        self._buttons.insertWidget(0, field)
        return field

    def take_keyboard(self) -> None:
        """Let the keyboard walk the rows, from the one where it was or from the first."""
        if self.table.cells.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
