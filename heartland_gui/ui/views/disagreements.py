"""The page of where sources differ: what is chosen of them, and the table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartland_gui.model.selection import View
from heartland_gui.pages.disagreements import (
    Choice,
    DifferingFigure,
    Group,
    chosen_figures,
    count_text,
    differing_figures,
    explanation,
    group_offers,
    indicator_offers,
    rounding_count,
    tab_separated,
)
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import DatasetPage, in_card
from heartland_gui.ui.views.differences import DifferencesTable
from heartland_gui.ui.widgets.empty_state import EmptyState
from heartland_gui.ui.widgets.filter_chips import ChoiceList, FilterChip, Offer
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.layouts import FlowLayout


class DisagreementsPane(DatasetPage):
    """A figure leads to its page with a chart of it, a value and a source to the sheet of the source."""

    figure_requested = Signal(object)
    """The Observation whose number was clicked."""
    chart_requested = Signal(object, str)
    """The subject, a Ref, and the indicator of a figure that was clicked."""
    menu_requested = Signal(object, object)
    """An Observation, and the place on the screen for its menu."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, words.say(VIEW_NAMES[View.DISAGREEMENTS]), parent)
        self.setObjectName("disagreements_page")
        self._figures: tuple[DifferingFigure, ...] = ()
        self._choice = Choice()
        self._build_head()
        self._build_chips()
        self._build_tools()
        self._build_table()
        self.table.figure_requested.connect(self.figure_requested)
        self.table.subject_requested.connect(self.chart_requested)
        self.table.menu_requested.connect(self.menu_requested)
        session.changed.connect(self.refresh)
        self.refresh()

    # -- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.count = QLabel(self)
        self.count.setProperty("beside_title", "true")
        head = QWidget(self)
        line = FlowLayout(head, gap=14)
        self._column.removeWidget(self.title)
        line.addWidget(self.title)
        line.addWidget(self.count)
        self._column.insertWidget(0, head)

    def _build_chips(self) -> None:
        words = self._session.words
        self._chip_row = QWidget(self)
        self._flow = FlowLayout(self._chip_row, gap=6)
        self._chips: dict[object, FilterChip] = {}
        for group in (None, *Group):
            chip = self._new_chip()
            chip.clicked.connect(lambda _=False, group=group: self._choose(replace(self._choice, group=group)))
            self._chips[group] = chip
        self.indicator_chip = self._new_chip(opens=True)
        self.indicator_chip.clicked.connect(self._open_indicators)
        self.rounding_chip = self._new_chip()
        self.rounding_chip.clicked.connect(
            lambda: self._choose(replace(self._choice, rounding=not self._choice.rounding))
        )
        self.clear_button = QPushButton(words.text("Clear all filters"), self._chip_row)
        self.clear_button.setProperty("link", "true")
        self.clear_button.clicked.connect(self._clear)
        self._flow.addWidget(self.clear_button)

    def _build_tools(self) -> None:
        session, words = self._session, self._session.words
        self.filter: FilterField = FilterField(session, self)
        self.filter.textChanged.connect(lambda text: self._choose(replace(self._choice, text=text)))
        self.copy_button = QPushButton(icon("copy", session.theme, size=16), words.text("Copy table"), self)
        self.copy_button.clicked.connect(self.copy_table)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._chip_row, 1)
        tools.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(tools)

    def _build_table(self) -> None:
        self.table = DifferencesTable(self._session, self)
        self.table.setAccessibleName(self.title.text())
        self._card = in_card(self.table, self)
        self.nothing = EmptyState(self._session.theme, self)
        self.nothing.button.clicked.connect(self._clear)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self.nothing)
        self._column.addStretch()

    def _new_chip(self, *, opens: bool = False) -> FilterChip:
        chip = FilterChip(self._session, self._chip_row, opens=opens)
        self._flow.addWidget(chip)
        return chip

    def refresh(self) -> None:
        """Show the disagreements of the session's dataset."""
        session = self._session
        if not session.is_open or session.selection.view is not View.DISAGREEMENTS:
            return
        if not self._inputs.changed_to(session.dataset, session.words):
            return
        self._figures = differing_figures(session.dataset, session.words)
        self.explanation.setText(explanation(self._figures, session.words))
        self._choose(self._choice)

    def _choose(self, choice: Choice) -> None:
        """Show what a choice leaves, and what else can be chosen."""
        self._choice = choice
        session, words = self._session, self._session.words
        if not session.is_open:
            return
        shown = chosen_figures(self._figures, choice)
        self.count.setText(count_text(shown, words))
        for chip in self._chips.values():
            chip.hide()
        for offer in group_offers(session.dataset, self._figures, choice, words):
            chip = self._chips[offer.group]
            chip.show_chip(offer.name, offer.count, chosen=choice.group is offer.group)
            chip.show()
        indicator = session.dataset.indicator_by_id.get(choice.indicator or "")
        name = words.text("Figure") if indicator is None else indicator.name.text(words.language)
        self.indicator_chip.show_chip(name, None, chosen=indicator is not None)
        rounding = rounding_count(self._figures)
        self.rounding_chip.show_chip(words.text("Rounding too"), rounding, chosen=choice.rounding)
        self.rounding_chip.setVisible(bool(rounding))
        self.clear_button.setVisible(choice != Choice(rounding=choice.rounding))
        self.table.show_figures(shown)
        self._card.setVisible(bool(shown))
        self.copy_button.setEnabled(bool(shown))
        any_left = chosen_figures(self._figures, Choice(rounding=choice.rounding))
        if any_left:
            self.nothing.say("info", words.text("Nothing matches these filters."), words.text("Clear all filters"))
        else:
            self.nothing.say("sources-differ", words.text("No two sources differ."))
        self.nothing.setVisible(not shown)

    def _clear(self) -> None:
        self._choice = Choice(rounding=self._choice.rounding)
        self.filter.clear()
        self._choose(self._choice)
        self._chips[None].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_indicators(self) -> None:
        words = self._session.words
        offers = [
            Offer(each.name, each.indicator, each.count, each.indicator == self._choice.indicator)
            for each in indicator_offers(self._session.dataset, self._figures, self._choice, words)
        ]
        chip = self.indicator_chip

        def chosen(indicator: object) -> None:
            self._choose(replace(self._choice, indicator=indicator if isinstance(indicator, str) else None))

        opened = ChoiceList(self._session, chip, words.text("Figure"), offers, chosen)
        opened.open_at(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def copy_table(self) -> None:
        """Put what is shown on the clipboard, with the periods that are folded."""
        shown = chosen_figures(self._figures, self._choice)
        QGuiApplication.clipboard().setText(tab_separated(shown, self._session.words))

    def take_keyboard(self) -> None:
        """Let the keyboard walk the table, from the cell where it was or from the first."""
        if self.table.lines.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.lines.index(0, 0))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
