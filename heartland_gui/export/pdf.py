"""A picture as PDF: one page, its text selectable, its proof and its numbers attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QByteArray, QHashSeed, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from heartland_gui.export.picture import PRODUCER, Picture, content, open_buffer
from heartland_gui.export.table import csv_bytes
from heartland_gui.rendering.picture.painter import paint_picture

ATTACHMENT: Final = "heartland.json"
_NUMBERS: Final = "numbers.csv"
"""For people: a viewer opens it in a spreadsheet."""
_RESOLUTION: Final = 1200
_POINTS_PER_INCH: Final = 72
_DATE: Final = re.compile(rb"\(D:\d{14}[^)]*\)")
_FIXED_DATE: Final = b"(D:20000101000000Z)"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a PDF: its name, its media type, and what is in it."""

    name: str
    media_type: str
    content: bytes


def pdf_bytes(picture: Picture) -> bytes:
    """Return the picture as a PDF of one page of `width` × `height` units; the scale changes nothing on paper."""
    options = picture.options
    size = (options.width * options.points, options.height * options.points)
    attached = attachments(picture.proof_text, csv_bytes(picture.chart.table)) if picture.proof_text else ()

    def paint(painter: QPainter, width: float, height: float) -> None:
        painter.scale(width / options.width, height / options.height)
        paint_picture(picture.layout, painter, options.width, options.theme)

    return one_page(picture.chart.full_title, size, attached, paint)


def attachments(proof: str, numbers: bytes) -> tuple[Attachment, ...]:
    """Return what a PDF carries: the proof where there is one, and the numbers."""
    # In the order of the alphabet, in which readers look for them.
    carried = (Attachment(ATTACHMENT, "application/json", proof.encode()),) if proof else ()
    return (*carried, Attachment(_NUMBERS, "text/csv", numbers))


def one_page(
    title: str,
    size: tuple[float, float],
    attached: Sequence[Attachment],
    paint: Callable[[QPainter, float, float], None],
) -> bytes:
    """Return a PDF of one page of a size in points; `paint` fills it, given its width and height as painted.

    The same painting gives the same bytes.
    """
    buffer = open_buffer()
    writer = QPdfWriter(buffer)
    writer.setCreator(PRODUCER)
    writer.setTitle(title)
    writer.setResolution(_RESOLUTION)
    page = QPageSize(QSizeF(*size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    for each in attached:
        writer.addFileAttachment(each.name, QByteArray(each.content), each.media_type)
    # Qt writes fonts in the order of a hash table, whose seed is drawn by lot.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        painter = QPainter(writer)
        # Qt's pages have whole points; what is painted fills its page to the edge.
        whole = page.sizePoints()
        dots = _RESOLUTION / _POINTS_PER_INCH
        try:
            paint(painter, whole.width() * dots, whole.height() * dots)
        finally:
            # A writer that goes while somebody paints on it takes the program with it.
            painter.end()
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return _without_dates(content(buffer))


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
