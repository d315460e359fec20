"""What the company list is sorted by: a button with a menu, in which the indicators stand under their topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from heartland_gui.ui.companies.model import COMPANY_SORTS, sort_by, sort_name
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.elided_button import ElidedButton
from heartland_gui.ui.widgets.menus import empty_menu, list_by_topic


class SortButton(ElidedButton):
    """Says the order and offers the others; `indicators` are those that companies of the list have."""

    chosen = Signal(str)
    """The id of an order."""

    def __init__(self, session: Session, indicators: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__("▼", parent)
        self.setObjectName("company_sort")
        self._session, self._indicators = session, indicators
        self._sort = ""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._list_sorts(menu))
        self.setMenu(menu)

    def show_sort(self, sort: str) -> None:
        """Say by what the list is sorted."""
        words = self._session.words
        self._sort = sort
        name = sort_name(self._session.dataset, sort, words)
        said = words.text("Order of the companies: {name}", name=name)
        self.show_words(name)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def _list_sorts(self, menu: QMenu) -> None:
        empty_menu(menu)
        words = self._session.words
        for sort in COMPANY_SORTS:
            self._add(menu, sort.id)
        indicators = self._indicators()
        if indicators:
            menu.addSeparator()
            within = menu.addMenu(words.text("By an indicator"))
            choices = [(indicator, sort_by(indicator)) for indicator in indicators]
            list_by_topic(within, choices, self._session.dataset, words, self._add)

    def _add(self, menu: QMenu, sort: str) -> None:
        name = sort_name(self._session.dataset, sort, self._session.words)
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(sort == self._sort)
        action.triggered.connect(lambda _=False: self.chosen.emit(sort))
