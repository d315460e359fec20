"""A chart as a picture: one and the same as PNG, SVG and PDF, drawn from the chart's value off screen.

The bytes depend on nothing but the chart, the options and the proof: no dates, no random identifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from heartland_gui.charts.spec import Chart
from heartland_gui.export.options import PictureOptions
from heartland_gui.export.png import png_file
from heartland_gui.export.proof import Proof, proof_text
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.layout import Layout
from heartland_gui.rendering.painter import paint_picture, picture_layout
from heartland_gui.rendering.style import MEASURES

PRODUCER: Final = "Heartland"
PNG_KEYWORD: Final = "Heartland"
SVG_ID: Final = "heartland"
_LONGEST_TEXT: Final = 500_000
"""Characters of one text in a PNG: readers stop at 1 MB for fear of bombs. A longer proof is continued in the next."""


class PictureError(OSError):
    """A picture could not be made; the text is a sentence for people."""


@dataclass(frozen=True)
class Picture:
    """A chart with what its picture is to be, laid out once for all formats."""

    chart: Chart
    options: PictureOptions = field(default_factory=PictureOptions)
    proof: Proof | None = None

    @cached_property
    def layout(self) -> Layout:
        """Where everything stands."""
        return picture_layout(self.chart, self.options.width, self.options.height, self.options.look)

    @cached_property
    def proof_text(self) -> str:
        """The proof as it goes into files, empty where there is none."""
        return proof_text(self.proof) if self.proof else ""


def chart_image(picture: Picture, scale: float | None = None) -> QImage:
    """Return the picture as an image, with so many pixels for each unit where not the options say."""
    options = picture.options
    scale = options.scale if scale is None else scale
    image = QImage(round(options.width * scale), round(options.height * scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise PictureError(picture.chart.words.text("There is not enough memory for a picture of this size."))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        paint_picture(picture.layout, painter, options.width, options.theme)
    finally:
        painter.end()
    return image


def png_bytes(picture: Picture, image: QImage | None = None) -> bytes:
    """Return the picture as PNG: its title, sources, description and proof in text chunks.

    With the `image` of the picture already drawn, this works in any thread.
    """
    image = chart_image(picture) if image is None else image
    texts = list(about(picture.chart).items())
    proof = picture.proof_text
    texts += [(PNG_KEYWORD, proof[at : at + _LONGEST_TEXT]) for at in range(0, len(proof), _LONGEST_TEXT)]
    return png_file(image, texts, round(96 * picture.options.scale / 0.0254))


def svg_bytes(picture: Picture) -> bytes:
    """Return the picture as SVG: a drawing that needs no font, its words in `title`, `desc` and `metadata`.

    The scale changes only the size at which it opens.
    """
    width, height = picture.options.width, picture.options.height
    buffer = open_buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*picture.options.pixels))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setResolution(96)
    generator.setTitle("")
    painter = QPainter(generator)
    # A painter begins with the program's font, and an SVG writes it down even where no text uses it.
    painter.setFont(chart_font(MEASURES.label))
    paint_picture(picture.layout, painter, width, picture.options.theme, outlines=True)
    painter.end()
    return _described(content(buffer).decode("utf-8"), picture).encode("utf-8")


def about(chart: Chart) -> dict[str, str]:
    """Return what a picture says of itself, by the keywords of the PNG specification."""
    return {
        "Title": chart.full_title,
        "Description": chart.sentence,
        "Source": chart.words.clauses([source.text for source in chart.sources]),
        "Software": PRODUCER,
        "Comment": chart.edition,
    }


def _described(svg: str, picture: Picture) -> str:
    """Give the SVG a title, a description for screen readers, the proof, and its size in pixels, not in millimetres."""
    width, height = picture.options.pixels
    svg = re.sub(r"<title>.*?</title>\s*", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<desc>.*?</desc>\s*", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r'<svg width="[^"]*" height="[^"]*"', f'<svg width="{width}" height="{height}"', svg, count=1)
    said = about(picture.chart)
    description = _escaped("\n".join(text for name, text in said.items() if text and name != "Title"))
    words = f"<title>{_escaped(said['Title'])}</title>\n<desc>{description}</desc>\n"
    if picture.proof_text:
        words += f'<metadata id="{SVG_ID}">{_escaped(picture.proof_text)}</metadata>\n'
    head = re.search(r"<svg[^>]*>\s*", svg)
    if head is None:
        raise PictureError(picture.chart.words.text("The picture could not be encoded as SVG."))
    opened = head.group().replace("<svg ", '<svg role="img" ', 1)
    return svg[: head.start()] + opened + words + svg[head.end() :]


def _escaped(text: str) -> str:
    """Return a text as it stands in XML 1.0, which has no place at all for most control characters."""
    return escape(re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text), quote=False)


def open_buffer() -> QBuffer:
    """Return memory for a file to be written to."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def content(buffer: QBuffer) -> bytes:
    """Return what was written, and close the memory."""
    buffer.close()
    return bytes(buffer.data().data())
