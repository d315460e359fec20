"""The charts of a page: the chosen one with its switches, then the best of each other kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.charts.thresholds import default_map
from heartland_gui.model.entities import SubjectKind
from heartland_gui.ui.chart.card import ChartCard, ChartFactory
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.inputs import Inputs

_TWO_COLUMNS: Final = 1240
"""From this width on, in pixels, charts stand side by side."""
_LEAST_WIDTH: Final = 330
_MOST_CARDS: Final = 4
"""What a page shows at once; every other kind is a switch away."""
_GAP: Final = 12
_ALL: Final = slice(0, None)


class ChartColumn(QWidget):
    """Cards in one column, or two where there is room. Cards are kept and reused from page to page."""

    figure_requested = Signal(object)
    source_requested = Signal(str)
    subject_requested = Signal(object)
    copy_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        only: str | None = None,
        part: slice = _ALL,
        is_beside: bool = False,
    ) -> None:
        """Make the column; with `only` it has one chart, of that kind. `part` are those of a page that stand in it.

        With `is_beside` it stands beside the chart that was chosen for the page.
        """
        super().__init__(parent)
        self.setObjectName("charts")
        self._is_beside = is_beside
        self._session, self._only, self._part = session, only, part
        self._followers: tuple[ChartColumn, ...] = ()
        self.left_out: frozenset[str] = frozenset()
        """Kinds that stand elsewhere on the page."""
        self._least_height = 0
        self._most_height = 0
        self._factory: ChartFactory | None = None
        self._cards: list[ChartCard] = []
        self._shown: tuple[Question, ...] = ()
        self._first_map: Question | None = None
        self._map_of = Inputs()
        """What the map that stands beside was chosen from."""
        self._made_of: object = None
        self._overrides: dict[str, Question] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def use_factory(self, factory: ChartFactory) -> None:
        """Take what draws charts; until then the column is empty."""
        self._factory = factory

    def lead(self, *followers: ChartColumn) -> None:
        """Let the cards of other columns be those of the same page, behind the ones of this."""
        self._followers = followers

    @property
    def own_cards(self) -> tuple[ChartCard, ...]:
        """The cards that are shown in this column."""
        return tuple(self._cards[: len(self._shown)])

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The cards that are shown on the page, the primary one first."""
        return (*self.own_cards, *(card for each in self._followers for card in each.own_cards))

    @property
    def primary(self) -> ChartCard | None:
        """The first card, None on a page without charts."""
        return self.own_cards[0] if self._shown else None

    @property
    def active(self) -> ChartCard | None:
        """The card that actions are about: the one that has the keyboard, else the first."""
        focus = QApplication.focusWidget()
        held = (card for card in self.cards if focus is not None and card.isAncestorOf(focus))
        return next(held, self.primary)

    def set_least_height(self, height: int) -> None:
        """Let every chart be at least so many pixels high."""
        self._least_height = height
        for card in self._cards:
            card.set_least_height(height)
        self._arrange()

    def set_most_height(self, height: int) -> None:
        """Let no chart be more than so many pixels high."""
        if height != self._most_height:
            self._most_height = height
            for card in self._cards:
                card.set_most_height(height)
            self._arrange()

    def tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        return [part for card in self.own_cards for part in card.tab_order()]

    def questions_of_page(self) -> tuple[Question, ...]:
        """Return the chart that was chosen and the first question of some other kinds, the most informative ones.

        Below the one chart of a comparison stands its table.
        """
        if self._only:
            return self._questions_of_only()
        first = self._session.question
        if first is None:
            return ()
        if first.subject.kind is SubjectKind.COMPARISON:
            return () if self._part.start else (first,)
        others: dict[str, Question] = {}
        for question in self._session.questions:
            if question.kind != first.kind and question.kind not in self.left_out:
                others.setdefault(question.kind, question)
        below = list(others.items())[: _MOST_CARDS - 1]
        of_page = (first, *(self._overrides.get(kind, question) for kind, question in below))
        return of_page[self._part]

    def _questions_of_only(self) -> tuple[Question, ...]:
        """Return the one question of a column of one kind: with the chosen indicator where the data supports it."""
        session = self._session
        offered = [question for question in session.questions if question.kind == self._only]
        exact = [question for question in offered if question.indicator == session.selection.indicator]
        chosen = self._overrides.get(self._only or "")
        if chosen in offered:
            return (chosen,)
        if self._is_beside:
            # The indicator that was chosen is that of the chart beside.
            if self._map_of.changed_to(session.dataset, session.questions):
                self._first_map = default_map(session.dataset, offered)
            exact = [self._first_map] if self._first_map is not None else []
        return tuple((exact or offered)[:1])

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
                switches = self._is_chosen(number)
                self._card(number).show_chart(chart, self._offered(question, number), switches=switches)
                self._cards[number].show()
        self._shown = wanted
        for card in self._cards[len(wanted) :]:
            card.hide()
        self._arrange()
        self.setVisible(bool(wanted))

    def _offered(self, question: Question, number: int) -> tuple[Question, ...]:
        offered = self._session.questions
        if self._is_chosen(number):
            return offered
        return tuple(item for item in offered if item.kind == question.kind)

    def _is_chosen(self, number: int) -> bool:
        """Whether a card is the one that was chosen for the page: it has switches between kinds."""
        return number == 0 and self._only is None and not self._part.start

    def _is_of_selection(self, number: int) -> bool:
        """Whether the selection knows a card, with its place in the history: it does the primary one of each page."""
        return number == 0 and not self._part.start and not self._is_beside

    def _card(self, number: int) -> ChartCard:
        if number == len(self._cards) and self._factory is not None:
            card = ChartCard(self._session, self._factory, self)
            card.set_least_height(self._least_height)
            card.set_most_height(self._most_height)
            card.setObjectName(f"chart_card_{number}")
            card.figure_requested.connect(self.figure_requested)
            card.source_requested.connect(self.source_requested)
            card.subject_requested.connect(self.subject_requested)
            card.copy_requested.connect(self.copy_requested)
            card.export_requested.connect(self.export_requested)
            chosen = self._session.choose_question if self._is_of_selection(number) else self._override
            card.question_chosen.connect(chosen)
            card.resized.connect(self._arrange)
            self._cards.append(card)
        return self._cards[number]

    def _override(self, question: Question) -> None:
        """Change a secondary card in passing: the selection knows the primary one alone."""
        self._overrides[question.kind] = question
        self.refresh()

    # -- geometry -----------------------------------------------------------------------------------------------

    def _places(self, width: int) -> tuple[list[QRect], int]:
        """Return where each card stands, and the height of them all."""
        shown = self.own_cards
        columns = 2 if width >= _TWO_COLUMNS and len(shown) > 1 else 1
        half = (width - _GAP) // 2 if columns == 2 else width
        rows = [list(shown[start : start + columns]) for start in range(0, len(shown), columns)]
        if columns == 2 and len(shown) % 2:
            # With an odd number the first card takes both columns.
            rows = [[shown[0]], *([shown[start], shown[start + 1]] for start in range(1, len(shown), 2))]
        places: list[QRect] = []
        y = 0
        for row in rows:
            room = width if len(row) == 1 else half
            height = max(card.height_for(room) for card in row)
            places += [QRect(number * (half + _GAP), y, room, height) for number in range(len(row))]
            y += height + _GAP
        return places, max(0, y - _GAP)

    def _arrange(self) -> None:
        places, _ = self._places(max(1, self.width()))
        if len(places) == 1:
            # Beside something higher the one card is as high as that.
            places[0].setHeight(max(places[0].height(), self.height()))
        for card, place in zip(self.own_cards, places, strict=True):
            card.setGeometry(place)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all cards."""
        return self._places(max(1, width))[1]

    def sizeHint(self) -> QSize:
        """Return a size for the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(_LEAST_WIDTH, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which charts can be read."""
        return QSize(_LEAST_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew when the width changes."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._arrange()

    def chart(self) -> Chart | None:
        """Return the chart that actions are about."""
        return self.active.chart if self.active else None

    def switch_scale(self) -> None:
        """Switch that chart between a linear and a logarithmic scale where the data allows it."""
        card = self.active
        if card is not None and card.chart is not None and card.chart.can_be_logarithmic:
            card.question_chosen.emit(replace(card.chart.question, logarithmic=not card.chart.is_logarithmic))
