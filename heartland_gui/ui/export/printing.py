"""Charts and briefs on printers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from heartland_gui.charts.spec import Chart
from heartland_gui.export.brief import Brief
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.picture.painter import paint_picture, picture_layout
from heartland_gui.rendering.style import LIGHT

_UNITS: Final = 2.0
"""Units of a picture to a point of paper, as the export has them for A4."""
_POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """What can be printed: its name, how the paper lies best, and what fills so many points of width and height."""

    title: str
    lies: bool
    paint: Callable[[QPainter, float, float], None]


def chart_sheet(chart: Chart) -> Sheet:
    """Return a chart as a sheet: laid out for whatever paper it comes to."""

    def paint(painter: QPainter, width: float, height: float) -> None:
        placed = picture_layout(chart, width * _UNITS, height * _UNITS, LayoutOptions())
        painter.scale(1 / _UNITS, 1 / _UNITS)
        paint_picture(placed, painter, width * _UNITS, LIGHT)

    return Sheet(chart.full_title, lies=True, paint=paint)


def brief_sheet(brief: Brief) -> Sheet:
    """Return a brief as a sheet: as large as it fits."""
    return Sheet(brief.name, lies=False, paint=brief.paint)


def new_printer(sheet: Sheet) -> QPrinter:
    """Return the usual printer, made ready for a sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet.title)
    turned = QPageLayout.Orientation.Landscape if sheet.lies else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    return printer


def print_on(printer: QPrinter, sheet: Sheet) -> bool:
    """Fill the part of the paper that the printer reaches; return whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        dots = printer.resolution() / _POINTS_PER_INCH
        painter.scale(dots, dots)
        sheet.paint(painter, room.width(), room.height())
    finally:
        painter.end()
    return printer.printerState() is not QPrinter.PrinterState.Error
