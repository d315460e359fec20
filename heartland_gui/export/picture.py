"""A chart as PNG, SVG or PDF: one and the same picture, drawn from the chart's value off screen.

The bytes depend on nothing but the chart, the size and the theme: no dates, no random identifiers.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from heartland_gui.charts.spec import Chart
from heartland_gui.rendering.painter import paint_picture
from heartland_gui.rendering.style import LIGHT, Theme
from heartland_gui.text import Words

_PRODUCER: Final = "Heartland"
_PDF_RESOLUTION: Final = 1200
_PNG_QUALITY: Final = 80
"""How hard PNG is packed, from 100 (not at all) to 0: flat pictures gain little beyond this and take far longer."""
_POINTS_PER_INCH: Final = 72
_DATE: Final = re.compile(rb"\(D:\d{14}[^)]*\)")
_FIXED_DATE: Final = b"(D:20000101000000Z)"


class PictureError(OSError):
    """A picture could not be made; the text is a sentence for people."""


def chart_image(chart: Chart, width: int, height: int, scale: float = 1.0, theme: Theme = LIGHT) -> QImage:
    """Return the picture as an image of `width` × `height` units, `scale` pixels each."""
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise PictureError(chart.words.text("There is not enough memory for a picture of this size."))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        paint_picture(chart, painter, width, height, theme)
    finally:
        painter.end()
    return image


def png_bytes(chart: Chart, width: int, height: int, scale: float = 1.0, theme: Theme = LIGHT) -> bytes:
    """Return the picture as PNG, its title, sources and description in text chunks."""
    image = chart_image(chart, width, height, scale, theme)
    for name, text in _about(chart).items():
        image.setText(name, text)
    dots_per_metre = round(96 * scale / 0.0254)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    return image_bytes(image, chart.words)


def image_bytes(image: QImage, words: Words) -> bytes:
    """Return an image as PNG, with the texts that were set on it."""
    buffer = _open_buffer()
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_PNG_QUALITY)
    if not writer.write(image):
        raise PictureError(words.text("The picture could not be encoded as PNG."))
    return _content(buffer)


def svg_bytes(chart: Chart, width: int, height: int, scale: float = 1.0, theme: Theme = LIGHT) -> bytes:
    """Return the picture as SVG; `scale` changes only the size at which it opens."""
    buffer = _open_buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(width * scale), round(height * scale)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setResolution(96)
    generator.setTitle("")
    painter = QPainter(generator)
    paint_picture(chart, painter, width, height, theme, outlines=True)
    painter.end()
    return _described(_content(buffer).decode("utf-8"), chart, width * scale, height * scale).encode("utf-8")


def pdf_bytes(chart: Chart, width: int, height: int, scale: float = 1.0, theme: Theme = LIGHT) -> bytes:
    """Return the picture as a PDF of one page of `width` × `height` points times `scale`, its text selectable."""
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    writer.setCreator(_PRODUCER)
    writer.setTitle(chart.full_title)
    writer.setResolution(_PDF_RESOLUTION)
    size = QSizeF(width * scale, height * scale)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    # Qt writes fonts in the order of a hash table, whose seed is drawn by lot.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        painter = QPainter(writer)
        factor = scale * _PDF_RESOLUTION / _POINTS_PER_INCH
        painter.scale(factor, factor)
        paint_picture(chart, painter, width, height, theme)
        painter.end()
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return _without_dates(_content(buffer))


def _about(chart: Chart) -> dict[str, str]:
    """Return what a picture says of itself, by the keywords of the PNG specification."""
    return {
        "Title": chart.full_title,
        "Description": chart.sentence,
        "Source": chart.words.clauses([source.text for source in chart.sources]),
        "Software": _PRODUCER,
        "Comment": chart.edition,
    }


def _described(svg: str, chart: Chart, width: float, height: float) -> str:
    """Give the SVG a title, a description for screen readers, and its size in pixels instead of millimetres."""
    svg = re.sub(r"<title>.*?</title>\s*", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<desc>.*?</desc>\s*", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r'<svg width="[^"]*" height="[^"]*"', f'<svg width="{width:g}" height="{height:g}"', svg, count=1)
    about = _about(chart)
    description = _escaped("\n".join(text for name, text in about.items() if text and name != "Title"))
    words = f"<title>{_escaped(about['Title'])}</title>\n<desc>{description}</desc>\n"
    head = re.search(r"<svg[^>]*>\s*", svg)
    if head is None:
        raise PictureError(chart.words.text("The picture could not be encoded as SVG."))
    opened = head.group().replace("<svg ", '<svg role="img" ', 1)
    return svg[: head.start()] + opened + words + svg[head.end() :]


def _escaped(text: str) -> str:
    """Return a text as it stands in XML 1.0, which has no place at all for most control characters."""
    return escape(re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text), quote=False)


def _without_dates(pdf: bytes) -> bytes:
    """Replace the time of writing and everything drawn by lot by fixed values."""
    pdf = _with_fixed_dates(pdf)
    pdf = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", b"2000-01-01T00:00:00+00:00", pdf)
    # The tag that marks a font as a subset is drawn by lot.
    pdf = re.sub(rb"/[A-Z]{6}\+Heartland", b"/AAAAAA+Heartland", pdf)
    pdf = re.sub(rb"uuid:[0-9a-f-]{36}", b"uuid:00000000-0000-0000-0000-000000000000", pdf)
    return re.sub(
        rb"/ID \[ <[0-9a-fA-F]*> <[0-9a-fA-F]*> \]",
        lambda found: re.sub(rb"[0-9a-fA-F](?=[0-9a-fA-F]*>)", b"0", found.group()),
        pdf,
    )


def _with_fixed_dates(pdf: bytes) -> bytes:
    """Replace the dates of the document, whose length depends on the time zone, and mend the table of offsets."""
    end = pdf.rindex(b"\nxref\n") + 1
    body, table = pdf[:end], pdf[end:]
    moves = [(found.start(), len(_FIXED_DATE) - len(found.group())) for found in _DATE.finditer(body)]
    body = _DATE.sub(_FIXED_DATE, body)

    def moved(found: re.Match[bytes]) -> bytes:
        offset = int(found.group(1))
        return b"%010d" % (offset + sum(move for place, move in moves if place < offset)) + found.group(2)

    table = re.sub(rb"(\d{10})( \d{5} n)", moved, table)
    return body + re.sub(rb"startxref\n\d+", b"startxref\n%d" % len(body), table)


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    buffer.close()
    return bytes(buffer.data().data())
