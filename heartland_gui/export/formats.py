"""The formats a chart can be written in: one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from heartland_gui.charts.spec import Chart
from heartland_gui.cli import CSV, PDF, PNG, SVG
from heartland_gui.export.pdf import pdf_bytes
from heartland_gui.export.picture import Picture, PictureOptions, chart_image, png_bytes, svg_bytes
from heartland_gui.export.proof import Proof
from heartland_gui.export.table import csv_bytes
from heartland_gui.text import Message, message

Rest = Callable[[], bytes]
"""What is left when a picture was drawn: it may be done in another thread and returns the file's content."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id (also the file's ending), its name, whether it is a picture, and how to draw one."""

    id: str
    name: Message
    is_picture: bool
    draw: Callable[[Picture], Rest]


def _png(picture: Picture) -> Rest:
    image = chart_image(picture)
    return lambda: png_bytes(picture, image)


def _csv(picture: Picture) -> bytes:
    return csv_bytes(picture.chart.table)


def _at_once(encode: Callable[[Picture], bytes]) -> Callable[[Picture], Rest]:
    """Return how to draw where nothing is left to do afterwards."""

    def draw(picture: Picture) -> Rest:
        content = encode(picture)
        return lambda: content

    return draw


FORMATS: Final = {
    row.id: row
    for row in (
        Format(PNG, message("PNG picture"), is_picture=True, draw=_png),
        Format(SVG, message("SVG drawing"), is_picture=True, draw=_at_once(svg_bytes)),
        Format(PDF, message("PDF page"), is_picture=True, draw=_at_once(pdf_bytes)),
        Format(CSV, message("CSV table"), is_picture=False, draw=_at_once(_csv)),
    )
}


def encoded(chart: Chart, format_id: str, options: PictureOptions | None = None, proof: Proof | None = None) -> bytes:
    """Return the whole content of the file of a chart in a format (a key of FORMATS)."""
    return FORMATS[format_id].draw(Picture(chart, options or PictureOptions(), proof))()
