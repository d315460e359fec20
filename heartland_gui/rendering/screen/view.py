"""A chart on the screen: the same painter as in every file, with hovering, clicking, zooming and panning."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QToolTip, QWidget

from heartland_gui.charts.spec import Chart, TimeAxis
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import Layout, Target, layout
from heartland_gui.rendering.picture.margins import ON_SCREEN
from heartland_gui.rendering.picture.painter import paint
from heartland_gui.rendering.screen.pointing import (
    BY_KEYBOARD,
    MarkCursor,
    focus_ring,
    mark_of,
    reading_order,
    row_at,
    target_at,
)
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import LIGHT, Theme

if TYPE_CHECKING:
    from heartland_gui.rendering.screen.zooming import TimeZoom

_ZOOMING: Final = "heartland_gui.rendering.screen.zooming"
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ZOOMS: Final[Mapping[int, float]] = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
_DRAG: Final = 4
"""From so many pixels on a press and a release are a drag."""


def load_zooming() -> ModuleType:
    """Load what pans and zooms charts, so that the first one who does need not wait. Raises ImportError.

    Loading takes as long as the rest of the window: charts are painted and read before that.
    """
    return importlib.import_module(_ZOOMING)


def chart_interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Return what assistive technology asks about a chart, None for what is none; `name` is that of Qt's class."""
    return widget.accessible if name == ChartView.__name__ and isinstance(widget, ChartView) else None


class ChartView(QWidget):
    """Draws a chart in the size that it is given, and reads it out by pointer and by keyboard.

    Time can be dragged sideways and zoomed with Ctrl and the wheel, within what the data spans.
    """

    figure_requested = Signal(object)
    """The Observation of a mark that was clicked."""
    source_requested = Signal(str)
    """The id of the source of a mark that stands for several figures, or for none."""
    subject_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self._layout: Layout | None = None
        self._laid_out: tuple[Chart, int, int, tuple[float, float] | None] | None = None
        self._zoom: TimeZoom | None = None
        self._pressed: tuple[float, float] | None = None
        self._marked: Ref | None = None
        self._ringed: Target | None = None
        self._is_outlined = False
        self._cursor = MarkCursor(self)
        self._accessible: QAccessibleWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def accessible(self) -> QAccessibleInterface:
        """What assistive technology asks about the chart: it is one, for Qt it would be a widget like any."""
        if self._accessible is None:
            # Qt deletes it with the widget, and until then expects it to be there.
            self._accessible = QAccessibleWidget(self, QAccessible.Role.Chart)
        return self._accessible

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    def set_chart(self, chart: Chart) -> None:
        """Show another chart, whole."""
        self._chart = chart
        self.setAccessibleName(chart.full_title)
        self.setAccessibleDescription(chart.sentence)
        self.reset_view()

    def mark_subject(self, subject: Ref | None) -> None:
        """Ring the mark of a subject until another is marked or the keyboard reads a mark."""
        self._marked = subject
        self._ringed = self._cursor.current or mark_of(self.placed, subject)
        self.update()

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part of the time is seen."""
        return self._zoom is not None and self._zoom.is_part

    def reset_view(self) -> None:
        """Show the whole range of time again."""
        if self._zoom is not None:
            self._zoom.deleteLater()
            self._zoom = None
        self.update()

    # -- layout -------------------------------------------------------------------------------------------------

    @property
    def time_range(self) -> tuple[float, float] | None:
        """What is seen of the time, as decimal years; None without a chart along time."""
        if self._chart is None or not isinstance(self._chart.x, TimeAxis):
            return None
        return self._chart.x.bounds if self._zoom is None else self._zoom.time_range

    @property
    def placed(self) -> Layout | None:
        """The layout of the chart as it is seen now, made when it is wanted: not every chart is scrolled to."""
        chart, seen = self._chart, self.time_range
        if chart is None or self.width() < 50 or self.height() < 50:
            return self._layout
        wanted = (chart, self.width(), self.height(), seen)
        if wanted != self._laid_out:
            self._laid_out = wanted
            ranges = None if seen is None else (seen, tuple(panel.y.bounds for panel in chart.panels))
            self._layout = layout(chart, float(self.width()), float(self.height()), replace(ON_SCREEN, ranges=ranges))
            self._cursor.set_targets(reading_order(self._layout))
            self._ringed = self._cursor.current or mark_of(self._layout, self._marked)
            self._place_zoom()
        return self._layout

    def _place_zoom(self) -> None:
        if self._zoom is not None and self._layout is not None:
            first, last = self._layout.panels[0].plot.box, self._layout.panels[-1].plot.box
            self._zoom.place(QRectF(first.x, first.y, first.width, last.bottom - first.y))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Draw the chart, an outline while it has the keyboard, and a ring around the mark that is read."""
        width, height, placed = float(self.width()), float(self.height()), self.placed
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        canvas.rectangle(Box(0, 0, width, height), self._theme.surface)
        if placed is not None:
            paint(placed, canvas, clipped=True)
            if self._is_outlined:
                canvas.rectangle(Box(1, 1, width - 2, height - 2), None, self._theme.focus, 1.5)
            if self._ringed is not None:
                canvas.rectangle(focus_ring(self._ringed), None, self._theme.focus, 1.8)
        painter.end()

    # -- pointer ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the read-out while the pointer rests: Qt would look for a tooltip, find none and hide ours."""
        return True if event.type() == QEvent.Type.ToolTip else super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the mark below the pointer; with a button held, move the time along."""
        if self._zoom is not None and event.buttons() != Qt.MouseButton.NoButton:
            self._zoom.handle(event)
        x, y = event.position().x(), event.position().y()
        target, row = target_at(self.placed, x, y), row_at(self.placed, x, y)
        leads = row is not None or (target is not None and bool(target.details.source or target.details.subject))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if target is not None:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(target.details.read_out), self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a drag begins."""
        zoom = self._zooming()
        if zoom is not None:
            zoom.handle(event)
        self._pressed = (event.position().x(), event.position().y())
        # What is pressed here is let go here: the page below must not begin anything with it.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click to the source of a number or the page of a row; a drag is no click."""
        if self._zoom is not None:
            self._zoom.handle(event)
        event.accept()
        pressed, self._pressed = self._pressed, None
        x, y = event.position().x(), event.position().y()
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        if abs(pressed[0] - x) > _DRAG or abs(pressed[1] - y) > _DRAG:
            return
        row, target = row_at(self.placed, x, y), target_at(self.placed, x, y)
        if row is not None:
            self.subject_requested.emit(row)
        elif target is not None:
            self._follow(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom only with Ctrl held, so that the wheel scrolls the page that the chart stands on."""
        zoom = self._zooming() if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if zoom is not None:
            zoom.handle(event)
        event.setAccepted(zoom is not None)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away."""
        super().leaveEvent(event)
        QToolTip.hideText()

    def _zooming(self) -> TimeZoom | None:
        """Return what pans and zooms this chart, made when it is first wanted; None where there is no time to zoom."""
        if self._zoom is None and self._chart is not None and isinstance(self._chart.x, TimeAxis):
            try:
                self._zoom = load_zooming().TimeZoom(self._chart.x, self)
            except ImportError:
                return None  # the window has said so
            self._zoom.changed.connect(self.update)
            self._place_zoom()
        return self._zoom

    def _follow(self, target: Target) -> None:
        """Ask for the source of a number, or for the page of what has none."""
        details = target.details
        if details.source is not None and details.observation is not None:
            self.figure_requested.emit(details.observation)
        elif details.source is not None:
            self.source_requested.emit(details.source)
        elif target.details.subject is not None:
            self.subject_requested.emit(target.details.subject)

    # -- keyboard -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark with the arrows, zoom with plus and minus, follow with Return, leave with Escape."""
        placed, current, key = self.placed, self._cursor.current, event.key()
        if key in _STEPS:
            self._cursor.step(_STEPS[key])
        elif key in _ZOOMS and placed is not None and self.time_range is not None:
            self._zoom_around(current, placed, _ZOOMS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self._follow(current)
        elif key == Qt.Key.Key_Escape and current is not None:
            self._cursor.leave()
        else:
            event.ignore()
            return
        self._ringed = self._cursor.current
        self.update()
        event.accept()

    def _zoom_around(self, current: Target | None, placed: Layout, factor: float) -> None:
        """Show a longer or shorter stretch of time around the mark that is read, else around the middle."""
        zoom = self._zooming()
        if zoom is None:
            return
        low, high = zoom.time_range
        middle = (low + high) / 2
        if current is not None:
            box = placed.panels[0].plot.box
            middle = low + (current.box.x + current.box.width / 2 - box.x) / box.width * (high - low)
        zoom.show_range(middle - (middle - low) * factor, middle + (high - middle) * factor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the chart has the keyboard, unless a click gave it."""
        super().focusInEvent(event)
        self._is_outlined = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away, and the ring around the mark that was read."""
        super().focusOutEvent(event)
        self._is_outlined = False
        self._cursor.leave()
        self._ringed = mark_of(self._layout, self._marked)
        self.update()
