"""A chart on the screen: the same painter as in every file, with hovering, clicking, zooming and panning.

pyqtgraph's ViewBox keeps what range of time is seen and turns drags and the wheel into it; nothing is drawn by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pyqtgraph
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QToolTip, QWidget

from heartland_gui.charts.spec import Chart, TimeAxis
from heartland_gui.model.entities import Ref
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import Layout, Target, layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE
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


class Drawing(QGraphicsItem):
    """The chart as one item of the scene, painted from its layout."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self.placed: Layout | None = None
        self.theme = LIGHT
        self.focused = False
        self.read: Target | None = None

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the whole picture."""
        return QRectF(0, 0, self.placed.width, self.placed.height) if self.placed else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Draw the chart, and an outline around it while it has the keyboard."""
        if self.chart is None or self.placed is None:
            return
        canvas = Canvas(painter, self.theme)
        paint(self.placed, canvas, clipped=True)
        if self.focused:
            box = Box(1, 1, self.placed.width - 2, self.placed.height - 2)
            canvas.rectangle(box, None, self.theme.focus, 1.5)
        if self.read is not None:
            canvas.rectangle(focus_ring(self.read), None, self.theme.focus, 1.8)


_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ZOOMS: Final[Mapping[int, float]] = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}


class ChartView(pyqtgraph.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """Draws a chart as wide as it is given room and as high as it reads best.

    Time can be dragged sideways and zoomed with Ctrl and the wheel, within what the data spans.
    """

    source_requested = Signal(str)
    subject_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent, background=theme.surface)
        self._chart: Chart | None = None
        self._laid_out: tuple[Chart, int, int, object] | None = None
        self._pressed: tuple[float, float] | None = None
        self._marked: Ref | None = None
        self._least_height = 0
        self._drawing = Drawing()
        self._drawing.theme = theme
        self._cursor = MarkCursor(self)
        self._view_box = pyqtgraph.ViewBox(enableMenu=False)
        self._view_box.setMouseEnabled(x=True, y=False)
        self._view_box.sigXRangeChanged.connect(self._redraw)
        self.scene().addItem(self._drawing)
        self.scene().addItem(self._view_box)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    def set_chart(self, chart: Chart) -> None:
        """Show another chart, whole."""
        self._chart = chart
        self._drawing.chart = chart
        self.setAccessibleName(chart.full_title)
        self.setAccessibleDescription(chart.sentence)
        self._view_box.setVisible(isinstance(chart.x, TimeAxis))
        if isinstance(chart.x, TimeAxis):
            low, high = chart.x.bounds
            # Not nearer than the labels of the axis go: yearly figures would stand on an axis without any.
            nearest = min(high - low, max(chart.x.finest, min((high - low) / 2, 1 / 12)))
            self._view_box.setLimits(xMin=low, xMax=high, minXRange=nearest, maxXRange=high - low)
        self._fit_height()
        self.reset_view()
        self._redraw()

    def set_least_height(self, height: int) -> None:
        """Be at least so many pixels high."""
        self._least_height = height
        self._fit_height()

    def mark_subject(self, subject: Ref | None) -> None:
        """Ring the mark of a subject until another is marked or the keyboard reads a point."""
        self._marked = subject
        self._drawing.read = self._cursor.current or mark_of(self._placed, subject)
        self._redraw()

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part of the time is seen."""
        if self._chart is None or not isinstance(self._chart.x, TimeAxis):
            return False
        low, high = self._view_box.viewRange()[0]
        first, last = self._chart.x.bounds
        return bool(high - low < 0.999 * (last - first))

    def reset_view(self) -> None:
        """Show the whole range of time again."""
        if self._chart is not None:
            self._view_box.setXRange(*self._chart.x.bounds, padding=0)

    # -- layout -------------------------------------------------------------------------------------------------

    def _fit_height(self) -> None:
        if self._chart is not None and self.width() > 0:
            self.setFixedHeight(max(self._least_height, round(natural_height(self._chart, max(self.width(), 200)))))

    def _redraw(self) -> None:
        """Paint anew; the layout waits for that, since a chart below the screen may never be seen."""
        self.viewport().update()

    @property
    def _placed(self) -> Layout | None:
        """The layout of the chart as it is seen now."""
        self._lay_out()
        return self._drawing.placed

    def _lay_out(self) -> None:
        chart = self._chart
        if chart is None or self.width() < 50 or self.height() < 50:
            return
        ranges = None
        if isinstance(chart.x, TimeAxis):
            seen = tuple(self._view_box.viewRange()[0])
            ranges = ((seen[0], seen[1]), tuple(panel.y.bounds for panel in chart.panels))
        wanted = (chart, self.width(), self.height(), ranges)
        if wanted == self._laid_out:
            return  # Qt tells hidden widgets their size once more when they are shown
        self._laid_out = wanted
        options = replace(ON_PAGE, ranges=ranges)
        self._drawing.prepareGeometryChange()
        placed = layout(chart, float(self.width()), float(self.height()), options)
        self._drawing.placed = placed
        self._cursor.show_targets(reading_order(placed))
        self._drawing.read = self._cursor.current or mark_of(self._drawing.placed, self._marked)
        first, last = placed.panels[0].plot.box, placed.panels[-1].plot.box
        self._view_box.setGeometry(QRectF(first.x, first.y, first.width, last.bottom - first.y))
        # Otherwise the view box settles while it is painted, and everything is painted once more.
        self._view_box.prepareForPaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, laid out as it now is."""
        self._lay_out()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the chart out anew."""
        if event is not None and hasattr(self, "_drawing"):
            # First: a widget that is just being shown is not told of the height that it gives itself here.
            self._fit_height()
            self._redraw()
        super().resizeEvent(event)

    # -- pointer and keyboard -----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the mark below the pointer."""
        super().mouseMoveEvent(event)
        place = event.position()
        x, y = place.x(), place.y()
        target, row = target_at(self._placed, x, y), row_at(self._placed, x, y)
        leads = row is not None or (target is not None and bool(target.datum.source or target.datum.subject))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if target is not None:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(target.datum.read_out), self)
        else:
            QToolTip.hideText()

    def viewportEvent(self, event: QEvent) -> bool:
        """Keep the read-out while the pointer rests: Qt would ask the scene for a tooltip, find none and hide ours."""
        return True if event.type() == QEvent.Type.ToolTip else bool(super().viewportEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        super().mousePressEvent(event)
        self._pressed = (event.position().x(), event.position().y())
        # What is pressed here is let go here: the page below must not begin anything with it.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click to the source of a number or the page of a row; a drag is no click."""
        super().mouseReleaseEvent(event)
        event.accept()
        pressed, self._pressed = self._pressed, None
        x, y = event.position().x(), event.position().y()
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        if abs(pressed[0] - x) > 4 or abs(pressed[1] - y) > 4:
            return
        row, target = row_at(self._placed, x, y), target_at(self._placed, x, y)
        if row is not None:
            self.subject_requested.emit(row)
        elif target is not None:
            self._follow(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom only with Ctrl held, so that the wheel scrolls the page that the chart stands on."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._view_box.isVisible():
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from point to point with the arrows, zoom with plus and minus, follow with Return, leave with Escape."""
        self._lay_out()
        key = event.key()
        if key in _STEPS:
            self._cursor.step(_STEPS[key])
        elif key in _ZOOMS and self._view_box.isVisible():
            self._zoom(_ZOOMS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor.current is not None:
            self._follow(self._cursor.current)
        elif key == Qt.Key.Key_Escape and self._cursor.current is not None:
            self._cursor.leave()
        else:
            # Not to QGraphicsView, which would scroll; the page below takes what is left.
            event.ignore()
            return
        self._drawing.read = self._cursor.current
        self._redraw()
        event.accept()

    def _zoom(self, factor: float) -> None:
        """Show a longer or shorter stretch of time around the point that is read, else around the middle."""
        placed, current = self._drawing.placed, self._cursor.current
        low, high = self._view_box.viewRange()[0]
        middle = (low + high) / 2
        if placed is not None and current is not None:
            box = placed.panels[0].plot.box
            middle = low + (current.box.x + current.box.width / 2 - box.x) / box.width * (high - low)
        self._view_box.setXRange(middle - (middle - low) * factor, middle + (high - middle) * factor, padding=0)

    def _follow(self, target: Target) -> None:
        """Ask for the source of a number, or for the page of what has none."""
        if target.datum.source is not None:
            self.source_requested.emit(target.datum.source)
        elif target.datum.subject is not None:
            self.subject_requested.emit(target.datum.subject)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the page, which knows the actions."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the chart has the keyboard, unless a click gave it."""
        super().focusInEvent(event)
        self._drawing.focused = event.reason() in BY_KEYBOARD
        self._drawing.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away, and the ring around the point that was read."""
        super().focusOutEvent(event)
        self._drawing.focused = False
        self._cursor.leave()
        self._drawing.read = mark_of(self._drawing.placed, self._marked)
        self._drawing.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away."""
        super().leaveEvent(event)
        QToolTip.hideText()
