"""A chart in its card: a row of tools above, the drawing or its table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Protocol

from PySide6.QtCore import QRect, QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QWidget

from heartland_gui.charts.choice import kind_name
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.rendering.layout import natural_height
from heartland_gui.text import Words
from heartland_gui.ui.parts.chart_table import readable_table
from heartland_gui.ui.parts.flow import FlowLayout
from heartland_gui.ui.parts.tables import FactTable
from heartland_gui.ui.session import Session

_MARGIN: Final = 10
_GAP: Final = 4
_LEAST_HEIGHT: Final = 120


class ChartWidget(Protocol):
    """What draws a chart on the screen. Whoever makes one also makes it a QWidget."""

    source_requested: SignalInstance
    subject_requested: SignalInstance

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""

    def reset_view(self) -> None:
        """Show all of the chart again."""


ChartFactory = Callable[[QWidget], ChartWidget]


class ChartCard(QFrame):
    """One chart with its tools. The drawing is made once and then given one chart after the other."""

    source_requested = Signal(str)
    subject_requested = Signal(object)
    question_chosen = Signal(object)
    copy_requested = Signal(object)
    export_requested = Signal(object)
    resized = Signal()
    """Emitted when the card needs another height."""

    def __init__(self, session: Session, factory: ChartFactory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._session = session
        self.chart: Chart | None = None
        self._take_drawing(factory)
        self.table = FactTable(session, self)
        self.table.hide()
        self._tools = _Tools(session.words, self)
        self.table.requested.connect(self.subject_requested)
        self._tools.chosen.connect(self.question_chosen)
        self._tools.copy.clicked.connect(lambda: self.copy_requested.emit(self.chart))
        self._tools.export.clicked.connect(lambda: self.export_requested.emit(self.chart))

    def _take_drawing(self, factory: ChartFactory) -> None:
        drawing = factory(self)
        if not isinstance(drawing, QWidget):
            raise TypeError("a chart factory has to make widgets")
        drawing.source_requested.connect(self.source_requested)
        drawing.subject_requested.connect(self.subject_requested)
        self.drawing: ChartWidget = drawing
        self.drawing_widget: QWidget = drawing

    def replace_drawing(self, factory: ChartFactory) -> None:
        """Draw the same chart in the same place with something else."""
        before = self.drawing_widget
        self._take_drawing(factory)
        QWidget.setTabOrder(before, self.drawing_widget)
        self._place()
        if self.chart is not None:
            self.drawing.set_chart(self.chart)
        self.drawing_widget.setVisible(not self.as_table)
        before.hide()
        before.deleteLater()

    def show_chart(self, chart: Chart, offered: Sequence[Question], *, switches: bool) -> None:
        """Show another chart; `offered` are the questions that the tools lead to, kinds only with `switches`."""
        self.chart = chart
        self._tools.show_question(self._session.dataset, chart, offered, switches=switches)
        if self.table.isVisibleTo(self):
            self._fill_table(chart)
        self._place()
        self.drawing.set_chart(chart)

    def height_for(self, width: int) -> int:
        """Return how high the card has to be at a width."""
        inner = width - 2 * _MARGIN
        return 2 * _MARGIN + self._tools.height_for(inner) + _GAP + self._body_height(inner)

    def _body_height(self, width: int) -> int:
        if self.as_table:
            return self.table.height()
        return 0 if self.chart is None else max(_LEAST_HEIGHT, round(natural_height(self.chart, max(width, 200))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tools and the drawing."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width() - 2 * _MARGIN
        tools = self._tools.height_for(width)
        self._tools.setGeometry(_MARGIN, _MARGIN, width, tools)
        below = QRect(_MARGIN, _MARGIN + tools + _GAP, width, self._body_height(width))
        self.drawing_widget.setGeometry(below)
        self.table.setGeometry(QRect(below.topLeft(), QSize(width, self.table.height())))

    @property
    def kind_buttons(self) -> tuple[QPushButton, ...]:
        """The switches of the kinds that the page offers."""
        return self._tools.shown_kinds

    @property
    def as_table(self) -> bool:
        """Whether the chart is shown as a table."""
        return self.table.isVisibleTo(self)

    def show_as_table(self, *, shown: bool) -> None:
        """Show the numbers of the chart instead of the drawing, or the drawing again."""
        if shown and self.chart is not None:
            self._fill_table(self.chart)
        self.table.setVisible(shown)
        self.drawing_widget.setVisible(not shown)
        self._place()
        self.resized.emit()
        if shown:
            self.table.setFocus()

    def _fill_table(self, chart: Chart) -> None:
        self.table.setAccessibleName(self._session.words.text("{title} as a table", title=chart.full_title))
        self.table.show_cells(*readable_table(chart))


class _Tools(QWidget):
    """Kinds, indicators, the scale, copy and export."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._kinds: list[QPushButton] = []
        self._kind_questions: list[Question] = []
        self._question: Question | None = None
        self._group = QButtonGroup(self)
        self.indicator = self._button("chart_indicator", words.text("Choose the indicator of this chart"))
        self.indicator.setMenu(QMenu(self.indicator))
        self.scale = self._button("chart_scale", words.text("Switch between a linear and a logarithmic scale (L)"))
        self.copy = self._button("copy_chart", words.text("Copy this chart as a picture"), words.text("Copy"))
        self.export = self._button("export_chart", words.text("Save this chart as a file"), words.text("Export …"))
        self._row = FlowLayout(self)
        self._row.addWidget(self.indicator)
        for button in (self.scale, self.copy, self.export):
            self._row.add_right(button)
        self.scale.clicked.connect(self._switch_scale)

    @property
    def shown_kinds(self) -> tuple[QPushButton, ...]:
        """The switches of the kinds that are offered."""
        return tuple(self._kinds[: len(self._kind_questions)])

    def height_for(self, width: int) -> int:
        """Return how high the row is at a width: it breaks where room is scarce."""
        return self._row.heightForWidth(width)

    def _button(self, name: str, tip: str, text: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def show_question(self, dataset: Dataset, chart: Chart, offered: Sequence[Question], *, switches: bool) -> None:
        """Show what can be chosen beside the present chart."""
        self._question = chart.question
        best: dict[str, Question] = {}
        for question in offered:
            best.setdefault(question.kind, question)
        self._show_kinds(list(best.values()) if switches and len(best) > 1 else [], chart.question.kind)
        same_kind = [question for question in offered if question.kind == chart.question.kind]
        self._show_indicators(dataset, same_kind, chart.question)
        self.scale.setVisible(chart.can_be_logarithmic)
        now = self._words.text("logarithmic") if chart.is_logarithmic else self._words.text("linear")
        self.scale.setText(now)
        self.scale.setAccessibleName(self._words.text("Scale: {now}", now=now))

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

    def _new_kind(self, number: int) -> QPushButton:
        button = self._button(f"chart_kind_{number}", self._words.text("Choose the kind of chart"))
        button.setCheckable(True)
        self._group.addButton(button)
        self._row.insert_left(number, button)
        button.clicked.connect(lambda: self._choose(self._kind_questions[number]))
        return button

    def _show_indicators(self, dataset: Dataset, questions: Sequence[Question], now: Question) -> None:
        menu = self.indicator.menu()
        menu.clear()
        names = dataset.indicator_by_id
        known = [question for question in questions if question.indicator in names]
        self.indicator.setVisible(len(known) > 1)
        for question in known:
            name = names[question.indicator or ""].name.text(self._words.language)
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(question.indicator == now.indicator)
            action.triggered.connect(lambda _=False, chosen=question: self._choose(chosen))
        self.indicator.setText(self._words.text("Indicator ▼"))

    def _choose(self, question: Question) -> None:
        self.chosen.emit(question)

    def _switch_scale(self) -> None:
        if self._question is not None:
            logarithmic = self.scale.text() != self._words.text("logarithmic")
            self.chosen.emit(replace(self._question, logarithmic=logarithmic))
