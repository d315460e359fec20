"""Small marks beside words: how real a figure is, a figure beside its plan, the course of a figure.

They stand in strips, tiles, rows and tables, on the screen and on paper; charts have marks of their own.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from heartland_gui.charts.joins import Join
from heartland_gui.charts.plans import PlanBar, PlanState
from heartland_gui.model.observations import Status
from heartland_gui.pages.figures import Spark
from heartland_gui.pages.page import Gauge
from heartland_gui.rendering.canvas import mixed
from heartland_gui.rendering.marks.badges import status_colour
from heartland_gui.rendering.marks.shapes import is_member, outline_of
from heartland_gui.rendering.style import Theme

MARK_SIZE: Final = 9.0
"""How wide and high the mark of a status is, in pixels."""
BAR_SIZE: Final = (62.0, 14.0)
"""The least width of a bar beside its plan, and its height."""
GAUGE_HEIGHT: Final = 5.0
SPARK_SIZE: Final = (62.0, 24.0)
_LINE: Final = 1.5
_BASE: Final = 8.0
_UPRIGHT: Final = 2.5
_END: Final = 2.6
_DISC: Final = 4.2
_PALE: Final = 0.55
"""How much of its colour a bar below a number keeps: the number is read first."""
_PENS: Final = {
    Join.THICK: (_LINE, Qt.PenStyle.SolidLine),
    Join.THIN: (1.0, Qt.PenStyle.SolidLine),
    Join.DOTTED: (1.0, Qt.PenStyle.DotLine),
}
_OUTCOME_ICONS: Final = {
    PlanState.MET: "check",
    PlanState.REACHED_LATER: "check",
    PlanState.AS_PLANNED: "check",
    PlanState.MISSED: "close",
    PlanState.ABOVE: "sort-ascending",
    PlanState.BELOW: "sort-descending",
    PlanState.ON_TRACK: "forward",
    PlanState.BEHIND: "sort-descending",
    PlanState.FAR_BEHIND: "sort-descending",
    PlanState.MOVING_AWAY: "sort-descending",
    PlanState.NOT_YET_MEASURED: "clock",
    PlanState.NOT_YET_DUE: "clock",
    PlanState.ANNOUNCED: "clock",
    PlanState.NO_FIGURE_SINCE: "info",
    PlanState.NO_FIGURE: "info",
    PlanState.UNDECIDED: "info",
    PlanState.SOURCES_DIFFER: "sources-differ",
    PlanState.NEW_DEFINITION: "info",
}
"""What stands before the words of an outcome, so that no colour is needed to tell one from another."""
_GOOD: Final = frozenset({PlanState.MET, PlanState.REACHED_LATER, PlanState.ON_TRACK})
_BAD: Final = frozenset({PlanState.MISSED, PlanState.MOVING_AWAY})
_WARNED: Final = frozenset({PlanState.BEHIND, PlanState.FAR_BEHIND})


def outcome_colour(state: PlanState | None, theme: Theme) -> str:
    """Return the colour of the words that tell what became of a plan."""
    if state in _GOOD:
        return theme.met
    if state in _BAD:
        return theme.missed
    return theme.warning if state in _WARNED else theme.faint_text


def outcome_icon(state: PlanState | None) -> str:
    """Return the icon that stands before what became of a plan, that of information where nothing is judged."""
    return "info" if state is None else _OUTCOME_ICONS[state]


def draw_status_mark(painter: QPainter, centre: QPointF, status: Status, theme: Theme, size: float = MARK_SIZE) -> None:
    """Draw how real a figure is: a disc, half a disc, a ring, a diamond or a dotted square around a point."""
    colour, half = QColor(status_colour(status, theme)), size / 2 - _LINE / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    place = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    match status:
        case Status.ACTUAL:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, size / 2 - 1, size / 2 - 1)
        case Status.ESTIMATE:
            painter.drawEllipse(place)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPie(place, 90 * 16, 180 * 16)
        case Status.FORECAST:
            painter.drawEllipse(place)
        case Status.TARGET:
            points = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))
        case Status.CAPACITY:
            pen = QPen(colour, _LINE, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.0, 0.8])
            painter.setPen(pen)
            painter.drawRect(place)
    painter.restore()


def draw_subject_mark(painter: QPainter, centre: QPointF, slot: int | None, theme: Theme) -> None:
    """Draw whose something is around a point: the shape of a member of a comparison, or the square of a pillar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.mark(slot)))
    if not is_member(slot):
        painter.setPen(QPen(QColor(theme.axis), 1))
        half = MARK_SIZE / 2
        painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, MARK_SIZE, MARK_SIZE), 2, 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        outline = outline_of(slot, centre.x(), centre.y(), _DISC)
        if outline:
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in outline]))
        else:
            painter.drawEllipse(centre, _DISC, _DISC)
    painter.restore()


def draw_gauge(painter: QPainter, place: QRectF, gauge: Gauge, theme: Theme) -> None:
    """Draw how large a figure is beside the largest of its row, from the right: numbers end there."""
    width = max(GAUGE_HEIGHT, place.width() * gauge.share)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixed(theme.mark(gauge.slot), theme.surface, _PALE)))
    painter.drawRoundedRect(QRectF(place.right() - width, place.y(), width, GAUGE_HEIGHT), 2, 2)
    painter.restore()


def draw_plan_bar(
    painter: QPainter, place: QRectF, bar: PlanBar, status: Status, theme: Theme, colour: str = ""
) -> None:
    """Draw the newest figure from 0 in the subject's colour, and the plan as an upright in that of its status."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    base = QRectF(place.x(), place.center().y() - _BASE / 2, place.width(), _BASE)
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(base, 2, 2)
    painter.setBrush(QColor(colour or theme.neutral))
    painter.drawRoundedRect(QRectF(base.x(), base.y(), max(2.0, base.width() * bar.figure), _BASE), 2, 2)
    painter.setBrush(QColor(status_colour(status, theme)))
    middle = base.x() + base.width() * bar.plan
    painter.drawRect(QRectF(middle - _UPRIGHT / 2, place.center().y() - BAR_SIZE[1] / 2, _UPRIGHT, BAR_SIZE[1]))
    painter.restore()


def draw_spark(painter: QPainter, place: QRectF, spark: Spark, colour: str) -> None:
    """Draw a course from 0, or from the lowest value below it, with a dot at its end."""
    years = [x for x, _ in spark.points]
    values = [y for _, y in spark.points]
    low, high = min(0.0, *values), max(0.0, *values)
    within = place.adjusted(_LINE, _END, -_END - 1, -_END)
    across = within.width() / ((years[-1] - years[0]) or 1)
    up = within.height() / ((high - low) or 1)
    points = [QPointF(within.x() + (x - years[0]) * across, within.bottom() - (y - low) * up) for x, y in spark.points]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (one, other), join in zip(pairwise(points), spark.joins, strict=True):
        if join in _PENS:
            width, style = _PENS[join]
            painter.setPen(QPen(QColor(colour), width, style, Qt.PenCapStyle.RoundCap))
            painter.drawLine(one, other)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(points[-1], _END, _END)
    painter.restore()
