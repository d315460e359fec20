"""The charts of a page: the chosen one with its switches, then the best of each other kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.ui.parts.chart_card import ChartCard, ChartFactory
from heartland_gui.ui.session import Session

_TWO_COLUMNS: Final = 1240
"""From this width on, in pixels, charts stand side by side."""


class ChartColumn(QWidget):
    """Cards in one column, or two where there is room. Cards are kept and reused from page to page."""

    source_requested = Signal(str)
    subject_requested = Signal(object)
    copy_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("charts")
        self._session = session
        self._factory: ChartFactory | None = None
        self._cards: list[ChartCard] = []
        self._shown: tuple[Question, ...] = ()
        self._made_of: object = None
        self._overrides: dict[str, Question] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def use_factory(self, factory: ChartFactory) -> None:
        """Take what draws charts; until then the column is empty."""
        self._factory = factory

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The cards that are shown, the primary one first."""
        return tuple(self._cards[: len(self._shown)])

    @property
    def primary(self) -> ChartCard | None:
        """The first card, None on a page without charts."""
        return self.cards[0] if self._shown else None

    def questions_of_page(self) -> tuple[Question, ...]:
        """Return the chart that was chosen and the first question of each other kind."""
        first = self._session.question
        if first is None:
            return ()
        others: dict[str, Question] = {}
        for question in self._session.questions:
            if question.kind != first.kind:
                others.setdefault(question.kind, question)
        return (first, *(self._overrides.get(kind, question) for kind, question in others.items()))

    def refresh(self, *, most: int | None = None) -> None:
        """Show the charts of the page, at most so many where the rest is to follow."""
        session = self._session
        made_of = (session.dataset, session.words, session.selection.page)
        if made_of != self._made_of:
            self._overrides, self._made_of, self._shown = {}, made_of, ()
        wanted = self.questions_of_page()[:most] if self._factory else ()
        for number, question in enumerate(wanted):
            if number >= len(self._shown) or self._shown[number] != question:
                chart = choice.chart(session.dataset, question, session.words)
                self._card(number).show_chart(chart, self._offered(question, number), switches=number == 0)
        self._shown = wanted
        for card in self._cards[len(wanted) :]:
            card.hide()
        self._arrange(force=True)
        self.setVisible(bool(wanted))

    def _offered(self, question: Question, number: int) -> tuple[Question, ...]:
        offered = self._session.questions
        return offered if number == 0 else tuple(item for item in offered if item.kind == question.kind)

    def _card(self, number: int) -> ChartCard:
        if number == len(self._cards) and self._factory is not None:
            card = ChartCard(self._session, self._factory, self)
            card.setObjectName(f"chart_card_{number}")
            card.source_requested.connect(self.source_requested)
            card.subject_requested.connect(self.subject_requested)
            card.copy_requested.connect(self.copy_requested)
            card.export_requested.connect(self.export_requested)
            chosen = self._session.choose_question if number == 0 else self._override
            card.question_chosen.connect(chosen)
            self._cards.append(card)
        return self._cards[number]

    def _override(self, question: Question) -> None:
        """Change a secondary card in passing: the selection knows the primary one alone."""
        self._overrides[question.kind] = question
        self.refresh()

    def _arrange(self, *, force: bool = False) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS and len(self._shown) > 1 else 1
        if force or columns != self._columns:
            self._columns = columns
            # An odd number of charts gives the first one both columns.
            odd = columns == 2 and len(self._shown) % 2 == 1
            for number, card in enumerate(self.cards):
                place = number + 1 if odd and number else number
                wide = 2 if columns == 1 or (odd and not number) else 1
                self._grid.addWidget(card, place // columns, place % columns, 1, wide)
                card.show()
        width = (self.width() - (columns - 1) * self._grid.spacing()) // columns
        odd = columns == 2 and len(self._shown) % 2 == 1
        for number, card in enumerate(self.cards):
            card.fit(self.width() if odd and not number else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def chart(self) -> Chart | None:
        """Return the primary chart."""
        return self.primary.chart if self.primary else None

    def switch_scale(self) -> None:
        """Switch the primary chart between a linear and a logarithmic scale where the data allows it."""
        chart = self.chart()
        if chart is not None and chart.can_be_logarithmic:
            self._session.choose_question(replace(chart.question, logarithmic=not chart.is_logarithmic))
