"""The row of tools above a chart: kinds, indicators, the scale, copy and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from heartland_gui.charts.choice import kind_name
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.ui.parts.flow import FlowLayout
from heartland_gui.ui.session import Session


class ChartTools(QWidget):
    """What can be chosen beside the present chart, and what can be done with it."""

    chosen = Signal(object)
    """The Question that the chart is to answer instead."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        words = self._words
        self._kinds: list[QPushButton] = []
        self._kind_questions: list[Question] = []
        self._indicator_questions: list[Question] = []
        self._question: Question | None = None
        self._kind_group, self._scale_group = QButtonGroup(self), QButtonGroup(self)
        self.indicator = self._button("chart_indicator", words.text("Choose the indicator of this chart"))
        self.indicator.setText(words.text("Indicator ▼"))
        menu = QMenu(self.indicator)
        menu.aboutToShow.connect(self._fill_menu)
        self.indicator.setMenu(menu)
        self.linear = self._scale_button("chart_linear", words.text("linear"), logarithmic=False)
        self.logarithmic = self._scale_button("chart_logarithmic", words.text("logarithmic"), logarithmic=True)
        self.copy = self._button("copy_chart", words.text("Copy this chart as a picture"), words.text("Copy"))
        self.export = self._button("export_chart", words.text("Save this chart as a file"), words.text("Export …"))
        self._row = FlowLayout(self)
        self._row.addWidget(self.indicator)
        for button in (self.linear, self.logarithmic, self.copy, self.export):
            self._row.add_right(button)

    @property
    def shown_kinds(self) -> tuple[QPushButton, ...]:
        """The switches of the kinds that are offered."""
        return tuple(self._kinds[: len(self._kind_questions)])

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

    def _switch(self, button: QPushButton, group: QButtonGroup, question: Callable[[], Question]) -> None:
        """Make a button one part of a switch that asks another question of the chart."""
        button.setCheckable(True)
        group.addButton(button)
        button.clicked.connect(lambda: self.chosen.emit(question()))

    def _scale_button(self, name: str, text: str, *, logarithmic: bool) -> QPushButton:
        words = self._words
        button = self._button(name, words.text("Switch between a linear and a logarithmic scale (L)"), text)
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
        best: dict[str, Question] = {}
        for question in offered:
            best.setdefault(question.kind, question)
        self._show_kinds(list(best.values()) if switches and len(best) > 1 else [], chart.question.kind)
        names = self._session.dataset.indicator_by_id
        self._indicator_questions = [
            question for question in offered if question.kind == chart.question.kind and question.indicator in names
        ]
        self.indicator.setVisible(len(self._indicator_questions) > 1)
        for button, logarithmic in ((self.linear, False), (self.logarithmic, True)):
            button.setVisible(chart.can_be_logarithmic)
            button.setChecked(chart.is_logarithmic is logarithmic)

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

    def _fill_menu(self) -> None:
        """List the indicators when somebody wants to see them: a page may offer a hundred."""
        menu = self.indicator.menu()
        menu.clear()
        names = self._session.dataset.indicator_by_id
        for question in self._indicator_questions:
            name = names[question.indicator or ""].name.text(self._words.language)
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(question.indicator == self._asked.indicator)
            action.triggered.connect(lambda _=False, chosen=question: self.chosen.emit(chosen))
