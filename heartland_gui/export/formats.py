"""The formats a chart can be written in: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from heartland_gui.charts.spec import Chart
from heartland_gui.export.picture import pdf_bytes, png_bytes, svg_bytes
from heartland_gui.export.table import csv_bytes
from heartland_gui.rendering.style import LIGHT, Theme
from heartland_gui.text import Message, message


class _Encoding(Protocol):
    def __call__(self, chart: Chart, width: int, height: int, scale: float, theme: Theme) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id (also the file's ending), its name, whether it is a picture, and how to encode a chart."""

    id: str
    name: Message
    is_picture: bool
    encode: _Encoding


def _csv(chart: Chart, width: int, height: int, scale: float, theme: Theme) -> bytes:  # noqa: ARG001 - a table has no size
    return csv_bytes(chart)


FORMATS: Final = {
    row.id: row
    for row in (
        Format("png", message("PNG picture"), is_picture=True, encode=png_bytes),
        Format("svg", message("SVG drawing"), is_picture=True, encode=svg_bytes),
        Format("pdf", message("PDF page"), is_picture=True, encode=pdf_bytes),
        Format("csv", message("CSV table"), is_picture=False, encode=_csv),
    )
}

DEFAULT_SIZE: Final = (1600, 900)
DEFAULT_SCALE: Final = 2.0


def encoded(
    chart: Chart,
    format_id: str,
    width: int = DEFAULT_SIZE[0],
    height: int = DEFAULT_SIZE[1],
    scale: float = DEFAULT_SCALE,
    theme: Theme = LIGHT,
) -> bytes:
    """Return the whole content of the file of a chart in a format (a key of FORMATS)."""
    return FORMATS[format_id].encode(chart, width, height, scale, theme)
