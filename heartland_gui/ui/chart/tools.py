"""The row of tools above a chart: kinds, indicators, the scale, copy and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from heartland_gui.charts.choice import kind_name, missing_kinds, question_name
from heartland_gui.charts.scales import LOG_FACTOR
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.layouts import FlowLayout
from heartland_gui.ui.widgets.menus import empty_menu, list_by_topic

_MOST_SWITCHES: Final = 4
"""Further kinds of chart stand in a menu."""


class ChartTools(QWidget):
    """What can be chosen beside the present chart, and what can be done with it."""

    chosen = Signal(object)
    """The Question that the chart is to answer instead."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        words = self._words
        self._scale_tip = words.text("Switch between a linear and a logarithmic scale (L)")
        self._no_logarithm_tip = words.text(
            "A logarithmic scale would mislead here: "
            "it needs positive values, the largest at least {n} times the smallest.",
            n=words.number(LOG_FACTOR),
        )
        self._kinds: list[QPushButton] = []
        self._kind_questions: list[Question] = []
        self._indicator_questions: list[Question] = []
        self._best: dict[str, Question] = {}
        self._question: Question | None = None
        self._has_scale = False
        self._kind_group, self._scale_group = QButtonGroup(self), QButtonGroup(self)
        self.indicator = self._button("chart_indicator", words.text("Choose the indicator of this chart"))
        self.indicator.setText(words.text("Indicator ▼"))
        self._add_menu(self.indicator, self._list_indicators)
        self.more = self._button("chart_more", words.text("Every kind of chart, and why some are not offered here"))
        self.more.setText(words.text("More ▼"))
        self._add_menu(self.more, self._list_kinds)
        self.linear = self._scale_button("chart_linear", words.text("linear"), logarithmic=False)
        self.logarithmic = self._scale_button("chart_logarithmic", words.text("logarithmic"), logarithmic=True)
        self.copy = self._button("copy_chart", words.text("Copy this chart as a picture"), words.text("Copy"))
        self.export = self._button("export_chart", words.text("Save this chart as a file"), words.text("Export …"))
        self._row = FlowLayout(self)
        self._row.addWidget(self.more)
        self._row.addWidget(self.indicator)
        for button in (self.linear, self.logarithmic, self.copy, self.export):
            self._row.add_right(button)

    def tab_order(self) -> list[QWidget]:
        """Return the buttons from left to right."""
        return [*self._kinds, self.more, self.indicator, self.linear, self.logarithmic, self.copy, self.export]

    def height_for(self, width: int) -> int:
        """Return how high the row is at a width: it breaks where room is scarce."""
        return self._row.heightForWidth(width)

    # -- building -----------------------------------------------------------------------------------------------

    def _button(self, name: str, tip: str, text: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    @staticmethod
    def _add_menu(button: QPushButton, fill: Callable[[QMenu], None]) -> None:
        """Give a button a menu that is filled when somebody wants to see it: a page may offer a hundred charts."""
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)

    def _switch(self, button: QPushButton, group: QButtonGroup, question: Callable[[], Question]) -> None:
        """Make a button one part of a switch that asks another question of the chart."""
        button.setCheckable(True)
        group.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(question()))

    def _scale_button(self, name: str, text: str, *, logarithmic: bool) -> QPushButton:
        words = self._words
        button = self._button(name, self._scale_tip, text)
        button.setAccessibleName(words.text("Scale: {now}", now=text))
        self._switch(button, self._scale_group, lambda: replace(self._asked, logarithmic=logarithmic))
        return button

    def _new_kind(self, number: int) -> QPushButton:
        button = self._button(f"chart_kind_{number}", self._words.text("Choose the kind of chart"))
        self._switch(button, self._kind_group, lambda: self._kind_questions[number])
        self._row.insert_left(number, button)
        return button

    @property
    def _asked(self) -> Question:
        if self._question is None:
            raise RuntimeError("no chart is shown")
        return self._question

    # -- showing ------------------------------------------------------------------------------------------------

    def show_question(self, chart: Chart, offered: Sequence[Question], *, switches: bool) -> None:
        """Show what can be chosen beside the present chart; kinds only with `switches`."""
        self._question = chart.question
        self._best = {}
        for question in offered:
            self._best.setdefault(question.kind, question)
        kinds = list(self._best.values()) if switches else []
        if self._best and chart.question.kind not in [question.kind for question in kinds[:_MOST_SWITCHES]]:
            # What is shown has a switch, even where it is far down in the order.
            kinds = [*kinds[: _MOST_SWITCHES - 1], chart.question]
        self._show_kinds(kinds[:_MOST_SWITCHES] if len(self._best) > 1 else [], chart.question.kind)
        self.more.setVisible(switches)
        self._indicator_questions = [question for question in offered if question.kind == chart.question.kind]
        self.indicator.setVisible(len(self._indicator_questions) > 1)
        self._has_scale = chart.has_value_scale
        self.show_scales(shown=True)
        for button, logarithmic in ((self.linear, False), (self.logarithmic, True)):
            button.setChecked(chart.is_logarithmic is logarithmic)
        self.logarithmic.setEnabled(bool(chart.can_be_logarithmic))
        self.logarithmic.setToolTip(self._scale_tip if chart.can_be_logarithmic else self._no_logarithm_tip)

    def show_scales(self, *, shown: bool) -> None:
        """Show the switch between scales where the chart has any; a table has none."""
        for button in (self.linear, self.logarithmic):
            button.setVisible(shown and self._has_scale)

    def _show_kinds(self, questions: Sequence[Question], chosen: str) -> None:
        self._kind_questions = list(questions)
        while len(self._kinds) < len(questions):
            self._kinds.append(self._new_kind(len(self._kinds)))
        for button, question in zip(self._kinds, questions, strict=False):
            button.setText(kind_name(question.kind, self._words))
            button.setAccessibleName(self._words.text("Chart: {kind}", kind=button.text()))
            button.setChecked(question.kind == chosen)
            button.show()
        for button in self._kinds[len(questions) :]:
            button.hide()

    def _list_indicators(self, menu: QMenu) -> None:
        """List what is offered of every indicator; what is about none stands first."""
        empty_menu(menu)
        offered = self._indicator_questions
        for question in offered:
            if question.indicator is None:
                self._add_indicator(menu, question)
        choices = [(question.indicator, question) for question in offered if question.indicator is not None]
        list_by_topic(menu, choices, self._session.dataset, self._words, self._add_indicator)

    def _add_indicator(self, menu: QMenu, question: Question) -> None:
        name = question_name(self._session.dataset, question, self._words)
        self._add_choice(menu, name, question, chosen=question.indicator == self._asked.indicator)

    def _list_kinds(self, menu: QMenu) -> None:
        """List every kind of chart; those that the data does not support say why."""
        empty_menu(menu)
        session, words = self._session, self._words
        for question in self._best.values():
            name = kind_name(question.kind, words)
            self._add_choice(menu, name, question, chosen=question.kind == self._asked.kind)
        for kind, reason in missing_kinds(session.dataset, session.selection.page, words):
            action = menu.addAction(kind_name(kind, words))
            action.setEnabled(False)
            action.setToolTip(reason)
            action.setStatusTip(reason)

    def _add_choice(self, menu: QMenu, name: str, question: Question, *, chosen: bool) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: self.chosen.emit(question))
