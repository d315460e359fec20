"""A chart in its card: a row of tools above, the drawing or its table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.picture.layout import natural_height
from heartland_gui.rendering.screen.pointing import BY_KEYBOARD
from heartland_gui.ui.chart.table import readable_table
from heartland_gui.ui.chart.tools import ChartTools
from heartland_gui.ui.export.clipboard import copy_citation, copy_markdown, copy_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import MenuEntry, show_menu
from heartland_gui.ui.widgets.tables import TableWidget

_MARGIN: Final = 10
_GAP: Final = 4
_LEAST_HEIGHT: Final = 120


class ChartWidget(Protocol):
    """What draws a chart on the screen. Whoever makes one also makes it a QWidget."""

    figure_requested: SignalInstance
    source_requested: SignalInstance
    subject_requested: SignalInstance

    def mark_subject(self, subject: Ref | None) -> None:
        """Ring the mark of a subject, or none."""

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part of the time is seen."""

    def reset_view(self) -> None:
        """Show all of the chart again."""


ChartFactory = Callable[[QWidget], ChartWidget]


class ChartCard(QFrame):
    """One chart with its tools. The drawing is made once and then given one chart after the other."""

    figure_requested = Signal(object)
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
        self.drawing, self.drawing_widget = self._made_drawing(factory)
        self.table = TableWidget(session, self)
        self.table.hide()
        self.table_title = QLabel(self)
        self.table_title.setProperty("section", "true")
        self.table_title.setWordWrap(True)
        self.table_title.hide()
        self._tools = ChartTools(session, self)
        self._heights: dict[int, int] = {}
        self._least_height = _LEAST_HEIGHT
        self._most_height = 0
        self.table.requested.connect(self.subject_requested)
        self._tools.chosen.connect(self.question_chosen)
        self._tools.copy.clicked.connect(lambda: self.copy_requested.emit(self.table if self.as_table else self.chart))
        self._tools.export.clicked.connect(lambda: self.export_requested.emit(self.chart))

    def _made_drawing(self, factory: ChartFactory) -> tuple[ChartWidget, QWidget]:
        drawing = factory(self)
        if not isinstance(drawing, QWidget):
            raise TypeError("a chart factory has to make widgets")
        drawing.figure_requested.connect(self.figure_requested)
        drawing.source_requested.connect(self.source_requested)
        drawing.subject_requested.connect(self.subject_requested)
        drawing.installEventFilter(self)
        return drawing, drawing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a drawing that gets the keyboard into view with its tools: Qt would show its first line."""
        if watched is self.drawing_widget and isinstance(event, QFocusEvent) and event.gotFocus():
            area = self.parentWidget()
            while area is not None and not isinstance(area, QScrollArea):
                area = area.parentWidget()
            if area is not None and event.reason() in BY_KEYBOARD:
                area.ensureWidgetVisible(self, 0, _GAP)
        return super().eventFilter(watched, event)

    def show_chart(self, chart: Chart, offered: Sequence[Question], *, switches: bool) -> None:
        """Show another chart; `offered` are the questions that the tools lead to, kinds only with `switches`."""
        self.chart = chart
        self._heights = {}
        self._tools.show_question(chart, offered, switches=switches)
        if self.as_table:
            self._fill_table(chart)
            self._tools.show_scales(shown=False)
        # In this order, or the chart before would be laid out once more in the new place.
        self.drawing.set_chart(chart)
        self._place()

    def set_least_height(self, height: int) -> None:
        """Let the drawing be at least so many pixels high."""
        self._least_height = max(_LEAST_HEIGHT, height)
        self._heights = {}

    def set_most_height(self, height: int) -> None:
        """Let the drawing be at most so many pixels high; 0 is as high as it needs to be."""
        self._most_height = height
        self._heights = {}

    def height_for(self, width: int) -> int:
        """Return how high the card has to be at a width."""
        inner = width - 2 * _MARGIN
        return 2 * _MARGIN + self._tools.height_for(inner) + _GAP + self._body_height(inner)

    def _body_height(self, width: int) -> int:
        if self.as_table:
            return self._title_height(width) + self.table.height()
        if self.chart is not None and width not in self._heights:
            # Layouts ask many times.
            natural = round(natural_height(self.chart, max(width, 200)))
            wanted = min(natural, self._most_height) if self._most_height else natural
            self._heights[width] = max(self._least_height, wanted)
        return self._heights.get(width, 0)

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
        title = self._title_height(width)
        self.table_title.setGeometry(QRect(below.topLeft(), QSize(width, title)))
        self.table.setGeometry(QRect(below.x(), below.y() + title, width, self.table.height()))

    def _title_height(self, width: int) -> int:
        return self.table_title.heightForWidth(width) + 2 * _GAP

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chart."""
        chart, words = self.chart, self._session.words
        if chart is None:
            return
        table = words.text("Show as chart") if self.as_table else words.text("Show as table")
        view: list[MenuEntry] = [(table, lambda: self.show_as_table(shown=not self.as_table))]
        if chart.can_be_logarithmic and not self.as_table:
            scale = words.text("Linear scale") if chart.is_logarithmic else words.text("Logarithmic scale")
            other = replace(chart.question, logarithmic=not chart.is_logarithmic)
            view.append((scale, lambda: self.question_chosen.emit(other)))
        if self.drawing.is_zoomed and not self.as_table:
            view.append((words.text("Whole chart"), self.drawing.reset_view))
        show_menu(
            self,
            event.globalPos(),
            [
                (words.text("Copy picture"), lambda: self.copy_requested.emit(chart)),
                (words.text("Copy table"), lambda: copy_table(chart)),
                (words.text("Copy as Markdown"), lambda: copy_markdown(chart)),
                (words.text("Copy citation"), lambda: copy_citation(chart)),
            ],
            [(words.text("Export …"), lambda: self.export_requested.emit(chart))],
            view,
        )

    def tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        return [*self._tools.tab_order(), self.drawing_widget, self.table]

    @property
    def as_table(self) -> bool:
        """Whether the chart is shown as a table."""
        return self.table.isVisibleTo(self)

    def show_as_table(self, *, shown: bool) -> None:
        """Show the numbers of the chart instead of the drawing, or the drawing again."""
        if shown and self.chart is not None:
            self._fill_table(self.chart)
        self.table.setVisible(shown)
        self.table_title.setVisible(shown)
        self._tools.show_scales(shown=not shown)
        self.drawing_widget.setVisible(not shown)
        self._place()
        self.resized.emit()
        (self.table if shown else self.drawing_widget).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_table(self, chart: Chart) -> None:
        self.table.setAccessibleName(self._session.words.text("{title} as a table", title=chart.full_title))
        # Without the line below the title: it has the unit of the drawing, the table has base units.
        self.table_title.setText(chart.title or chart.full_title)
        self.table.show_cells(*readable_table(chart))
