"""A chart as a picture: one and the same as PNG, SVG and PDF, drawn from the chart's value off screen."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from heartland_gui.charts.spec import Chart
from heartland_gui.export.proof import Proof, proof_text
from heartland_gui.rendering.fonts import chart_font
from heartland_gui.rendering.picture.layout import Layout
from heartland_gui.rendering.picture.margins import LayoutOptions
from heartland_gui.rendering.picture.painter import paint_picture, picture_layout
from heartland_gui.rendering.style import LIGHT, MEASURES, Theme

DEFAULT_SIZE: Final = (1600, 900)
DEFAULT_SCALE: Final = 2.0
A4_SIZE: Final = (1190, 1684)
SQUARE_SIZE: Final = (1200, 1200)
_POINTS: Final = {
    DEFAULT_SIZE: 0.6,  # 13 1/3 by 7 1/2 inches, as presentations have it
    A4_SIZE: 0.5,
    SQUARE_SIZE: 0.5,
}
_USUAL_POINTS: Final = 0.75
"""96 units to the inch."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """Width and height are in units; a unit is `scale` pixels of a PNG or SVG, and `points` points of a PDF.

    Without `title` its second line stays, which has the unit; without `sources` the notes stay.
    """

    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    scale: float = DEFAULT_SCALE
    theme: Theme = LIGHT
    title: bool = True
    legend: bool = True
    sources: bool = True

    @property
    def pixels(self) -> tuple[int, int]:
        """The size in pixels."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def points(self) -> float:
        """How many points a unit is on a page: known sizes are pages of presentations and of paper."""
        return _POINTS.get((self.width, self.height), _USUAL_POINTS)

    @property
    def layout_options(self) -> LayoutOptions:
        """What the layout has to know."""
        return LayoutOptions(title=self.title, legend=self.legend, sources=self.sources)


SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LEVEL: Final = 2
"""How hard the pixels are packed, up to 9: from 4 on it takes three times as long for a third less."""
_STRIP: Final = 4_000_000
"""How many bytes are packed at a time: all at once would need the memory of the picture once more."""
_TRUE_COLOUR: Final = 2


def png_file(image: QImage, texts: Iterable[tuple[str, str]] = (), dots_per_metre: int = 0) -> bytes:
    """Return an opaque image as a PNG, with texts by their keywords, in this order. Works in any thread."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = pixels.width(), pixels.height()
    chunks = [_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0))]
    if dots_per_metre:
        chunks.append(_chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)))
    chunks += [_text_chunk(keyword, text) for keyword, text in texts]
    chunks += [_chunk(b"IDAT", packed) for packed in _packed_rows(pixels)]
    return SIGNATURE + b"".join(chunks) + _chunk(b"IEND", b"")


def _packed_rows(pixels: QImage) -> list[bytes]:
    row, stride, height = pixels.width() * 3, pixels.bytesPerLine(), pixels.height()
    rows_of_strip = max(1, _STRIP // row)
    data = memoryview(pixels.constBits())
    packer = zlib.compressobj(_LEVEL)
    packed = []
    for top in range(0, height, rows_of_strip):
        strip: list[bytes | memoryview] = []
        for y in range(top, min(height, top + rows_of_strip)):
            strip += (b"\0", data[y * stride : y * stride + row])  # no filter
        packed.append(packer.compress(b"".join(strip)))
    packed.append(packer.flush())
    return [part for part in packed if part]


def _text_chunk(keyword: str, text: str) -> bytes:
    """Return an international text, packed where it is long."""
    content = text.encode()
    is_long = len(content) > 1000
    head = keyword.encode("latin-1") + (b"\0\1\0\0\0" if is_long else b"\0\0\0\0\0")
    return _chunk(b"iTXt", head + (zlib.compress(content, 9) if is_long else content))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


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
        return picture_layout(self.chart, self.options.width, self.options.height, self.options.layout_options)

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
