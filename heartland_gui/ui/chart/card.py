"""A chart in its card: its head, the drawing or its table, and below that a line of sources and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.picture.layout import natural_height
from heartland_gui.rendering.picture.margins import ON_SCREEN
from heartland_gui.rendering.screen.pointing import BY_KEYBOARD
from heartland_gui.ui.chart.table import readable_table
from heartland_gui.ui.chart.tools import ChartDeeds, ChartTools
from heartland_gui.ui.export.clipboard import copy_citation, copy_markdown, copy_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import MenuEntry, show_menu
from heartland_gui.ui.widgets.tables import TableWidget

_SIDE: Final = 16
_TOP: Final = 12
_GAP: Final = 6
_FOOT: Final = 22
"""The height of the line of sources."""
_DATED: Final = 2
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
        self.tools = ChartTools(session, self, self._deeds)
        self.sources = QLabel(self)
        self.sources.setObjectName("chart_sources")
        self.notes = QLabel(self)
        self.notes.setObjectName("chart_notes")
        self.notes.setWordWrap(True)
        self.notes.hide()
        for text in (self.sources, self.notes):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setProperty("faint", "true")
            text.setProperty("small", "true")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes_button = QPushButton(self)
        self.notes_button.setProperty("link", "true")
        self.notes_button.setProperty("small", "true")
        self.notes_button.setCheckable(True)
        self.notes_button.toggled.connect(self._show_notes)
        self._heights: dict[int, int] = {}
        self._least_height = _LEAST_HEIGHT
        self._most_height = 0
        self.table.requested.connect(self.subject_requested)
        self.tools.chosen.connect(self.question_chosen)
        self.tools.table_chosen.connect(lambda shown: self.show_as_table(shown=shown))

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
        if self.as_table:
            self._fill_table(chart)
        self.tools.show_question(chart, offered, switches=switches)
        count = len(chart.notes)
        words = self._session.words
        self.notes_button.setVisible(bool(count))
        self.notes_button.setText(words.plural("Notes ({n})", "Notes ({n})", count))
        self.notes_button.setChecked(False)
        self.notes.setText("\n".join(chart.notes))
        # In this order, or the chart before would be laid out once more in the new place.
        self.drawing.set_chart(chart)
        self._place()

    def _show_notes(self, shown: bool) -> None:  # noqa: FBT001 - Qt's form
        self.notes.setVisible(shown)
        self._place()
        self.resized.emit()

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
        inner = width - 2 * _SIDE
        above = _TOP + self.tools.height_for(inner) + _GAP
        return above + self._body_height(inner) + _FOOT + self._notes_height(inner) + _GAP

    def _body_height(self, width: int) -> int:
        if self.as_table:
            return self.table.height()
        if self.chart is not None and width not in self._heights:
            # Layouts ask many times.
            natural = round(natural_height(self.chart, max(width, 200), ON_SCREEN))
            wanted = min(natural, self._most_height) if self._most_height else natural
            self._heights[width] = max(self._least_height, wanted)
        return self._heights.get(width, 0)

    def _notes_height(self, width: int) -> int:
        return 0 if self.notes.isHidden() else self.notes.heightForWidth(width) + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tools and the drawing."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width() - 2 * _SIDE
        head = self.tools.height_for(width)
        self.tools.setGeometry(_SIDE, _TOP, width, head)
        top = _TOP + head + _GAP
        notes = self._notes_height(width)
        # Beside a higher card the drawing takes the room that is left.
        body = max(self._body_height(width), self.height() - top - _FOOT - notes - _GAP)
        self.drawing_widget.setGeometry(_SIDE, top, width, body)
        self.table.setGeometry(_SIDE, top, width, self.table.height())
        foot = top + (self._body_height(width) if self.as_table else body)
        button = 0 if self.notes_button.isHidden() else self.notes_button.sizeHint().width()
        self.notes_button.setGeometry(_SIDE + width - button, foot, button, _FOOT)
        room = width - button - _GAP
        self.sources.setGeometry(_SIDE, foot, room, _FOOT)
        self.sources.setText(self._source_line(room))
        self.notes.setGeometry(_SIDE, foot + _FOOT, width, max(0, notes - _GAP))

    def _named_sources(self, chart: Chart) -> list[str]:
        """Return the sources of a chart as they are named below it: with their dates where they are two at most."""
        if len(chart.sources) <= _DATED:
            return [source.text for source in chart.sources]
        dataset, language = self._session.dataset, self._session.words.language
        known = (dataset.source_by_id.get(source.id) for source in chart.sources)
        return list(dict.fromkeys(each.publisher.text(language) for each in known if each is not None))

    def _source_line(self, room: int) -> str:
        """Return the sources of the chart in one line; those that find no room are counted."""
        chart, words, metrics = self.chart, self._session.words, self.sources.fontMetrics()
        texts = [] if chart is None else self._named_sources(chart)
        line = ""
        # From the first on: where hundreds are cited, Qt would measure a line of all of them, and of all but one …
        for count in range(1, len(texts) + 1):
            listed, rest = words.clauses(texts[:count]), len(texts) - count
            if rest:
                listed = words.plural("{listed} and {n} more", "{listed} and {n} more", rest, listed=listed)
            one = words.text("Source: {sources}", sources=listed)
            longer = one if len(texts) == 1 else words.text("Sources: {sources}", sources=listed)
            if line and metrics.horizontalAdvance(longer) > room:
                break
            line = longer
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, room))

    def _deeds(self) -> ChartDeeds:
        """Return what the menu of the chart does."""
        chart, words = self.chart, self._session.words
        if chart is None:
            return ChartDeeds()
        copied = self.table if self.as_table else chart
        copy = words.text("Copy table as shown") if self.as_table else words.text("Copy picture")
        table = words.text("Show as chart") if self.as_table else words.text("Show as table")
        view: list[MenuEntry] = [(table, lambda: self.show_as_table(shown=not self.as_table))]
        if self.drawing.is_zoomed and not self.as_table:
            view.append((words.text("Whole chart"), self.drawing.reset_view))
        if chart.notes:
            notes = words.plural("Notes ({n})", "Notes ({n})", len(chart.notes))
            view.append((notes, lambda: self.notes_button.setChecked(True)))
        return ChartDeeds(
            (
                (
                    (copy, lambda: self.copy_requested.emit(copied)),
                    (words.text("Copy table"), lambda: copy_table(chart)),
                    (words.text("Copy citation"), lambda: copy_citation(chart)),
                ),
                ((words.text("Export …"), lambda: self.export_requested.emit(chart)),),
                tuple(view),
            )
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chart."""
        chart, words = self.chart, self._session.words
        if chart is None:
            return
        groups = [list(group) for group in self._deeds().groups]
        if chart.can_be_logarithmic and not self.as_table:
            scale = words.text("Linear scale") if chart.is_logarithmic else words.text("Logarithmic scale")
            other = replace(chart.question, logarithmic=not chart.is_logarithmic)
            groups[-1].append((scale, lambda: self.question_chosen.emit(other)))
        groups[0].insert(2, (words.text("Copy as Markdown"), lambda: copy_markdown(chart)))
        show_menu(self, event.globalPos(), *groups)

    def tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        return [*self.tools.tab_order(), self.drawing_widget, self.table, self.notes_button]

    @property
    def as_table(self) -> bool:
        """Whether the chart is shown as a table."""
        return self.table.isVisibleTo(self)

    def show_as_table(self, *, shown: bool) -> None:
        """Show the numbers of the chart instead of the drawing, or the drawing again."""
        if shown and self.chart is not None:
            self._fill_table(self.chart)
        self.table.setVisible(shown)
        self.tools.show_as_table(shown=shown)
        self.drawing_widget.setVisible(not shown)
        self._place()
        self.resized.emit()
        (self.table if shown else self.drawing_widget).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_table(self, chart: Chart) -> None:
        self.table.setAccessibleName(self._session.words.text("{title} as a table", title=chart.full_title))
        self.table.show_cells(*readable_table(chart))
