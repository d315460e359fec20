"""Cells of tables whose rows are as high as their words need: main line, second line, mark, bar. One delegate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from heartland_gui.model.observations import Status
from heartland_gui.pages.page import Cell
from heartland_gui.rendering.fonts import follows_fonts
from heartland_gui.rendering.marks.small import (
    BAR_SIZE,
    GAUGE_HEIGHT,
    MARK_SIZE,
    draw_gauge,
    draw_plan_bar,
    draw_status_mark,
    outcome_colour,
    outcome_icon,
)
from heartland_gui.rendering.style import Theme
from heartland_gui.text import NO_BREAK_SPACE
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.theme import SMALL_SIZE, TEXT_SIZE, sized
from heartland_gui.ui.widgets.writing import held_together

_AFTER_MARK: Final = 5.0
_ICON: Final = 16
_BAR: Final = QSizeF(*BAR_SIZE)
_BEFORE_BAR: Final = 12
_GAUGE: Final = GAUGE_HEIGHT + 2
_WIDEST_GAUGE: Final = 92.0
_TOP: Final = 5
_BOTTOM: Final = 5
_LEAST_HEIGHT: Final = 34
_LEAST_WITH_BAR: Final = 150
"""A cell that is narrower than this has its words and no bar: words are cut less well than a bar is missed."""


_MOST_KEPT: Final = 2048
"""Words that stay broken into lines, since pages are gone back to and share many of their words."""

_Run = tuple[str, str, bool]
"""Words, their colour, and whether they are bold."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A font at a size in pixels; one is another's equal where Qt describes both alike."""

    described: str
    pixels: int
    font: QFont = field(compare=False)


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines; `width` is that of the longest line, `line_height` that of each."""

    layout: QTextLayout
    height: float
    width: float
    line_height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of words at their place in a cell, from its upper left corner."""

    lines: Lines
    at: QPointF


@dataclass(frozen=True, slots=True)
class CellLayout:
    """A cell's words in lines at a width: its blocks from top to bottom, the height of all, and the room for a bar."""

    blocks: tuple[Placed, ...]
    height: float
    number_width: float
    """How far the number reaches, from the left edge of the cell; a click within is a click on it."""
    bar: bool = False
    line_height: float = 0.0
    """That of the first line, beside whose last word the sign of a source stands."""


def cell_layout(cell: Cell, width: float, font: QFont, theme: Theme, *, linked: bool = True) -> CellLayout:
    """Return the words of a cell in lines at a width, in pixels, coloured for what they say.

    With `linked` what leads to a page has the colour of links.
    """
    bar = cell.bar is not None and width >= _LEAST_WITH_BAR
    beside = (_BAR.width() + _BEFORE_BAR if bar else 0) + (_ICON + _AFTER_MARK if cell.cited else 0)
    room = max(1.0, width - beside)
    described = font.key()
    main, small = _Face(described, TEXT_SIZE, font), _Face(described, SMALL_SIZE, font)
    indent = _indent_of(cell.lead) + (_ICON + _AFTER_MARK if cell.outcome else 0)
    runs = [
        (cell.text, _colour_of(cell, theme, linked=linked), cell.strong),
        # A date or an age that begins on one line and ends on the next is read wrongly.
        (cell.after.replace(" ", NO_BREAK_SPACE), theme.faint_text, False),
        (cell.remark.replace(" ", NO_BREAK_SPACE), theme.warning, False),
    ]
    side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
    found = [_placed(runs, main, indent, room, 0.0, side)]
    if bar and found[0].lines.layout.lineCount() > 1:
        # A number that is broken is read worse than a bar is missed.
        bar, room = False, max(1.0, width)
        found = [_placed(runs, main, indent, room, 0.0, side)]
    number_width = indent + found[0].lines.width if not cell.number else width
    lines = [(cell.beneath, _indent_of(cell.mark), theme.warning if cell.warned else theme.faint_text)]
    lines += [(folded, 0.0, theme.faint_text) for folded in cell.folded]
    y = found[0].lines.height
    for text, before, shade in lines:
        if text:
            found.append(_placed([(text, shade, False)], small, before, room, y, side))
            y += found[-1].lines.height
    y += _GAUGE if cell.gauge is not None else 0
    return CellLayout(tuple(found), y, number_width, bar, found[0].lines.line_height)


def row_height(heights: Iterable[float]) -> int:
    """Return how high a row is whose cells need so much."""
    return max(_LEAST_HEIGHT, int(max(heights, default=0.0) + 0.999) + _TOP + _BOTTOM)


def _colour_of(cell: Cell, theme: Theme, *, linked: bool) -> str:
    if cell.outcome is not None:
        return outcome_colour(cell.outcome, theme)
    if cell.ref is not None and linked and not cell.quiet:
        return theme.link
    return theme.faint_text if cell.faint else theme.text


def _indent_of(status: Status | None) -> float:
    return 0.0 if status is None else MARK_SIZE + _AFTER_MARK


def _placed(
    runs: Iterable[_Run], face: _Face, indent: float, room: float, top: float, side: Qt.AlignmentFlag
) -> Placed:
    """Return runs of words, broken into lines, below what ends at `top`."""
    return Placed(_lines(tuple(runs), face, max(1.0, room - indent), side), QPointF(indent, top))


@follows_fonts
@lru_cache(maxsize=_MOST_KEPT)
def _lines(runs: tuple[_Run, ...], face: _Face, room: float, side: Qt.AlignmentFlag) -> Lines:
    """Return runs of words, each with its colour and weight, broken into lines."""
    font = sized(face.font, face.pixels)
    text, formats = "", []
    for said, colour, strong in runs:
        if not said:
            continue
        words = held_together(said)
        text += " " if text else ""
        shown = QTextCharFormat()
        shown.setForeground(QColor(colour))
        shown.setFont(sized(font, font.pixelSize(), bold=strong))
        piece = QTextLayout.FormatRange()
        # Lengths are those of UTF-16, as Qt counts.
        piece.start, piece.length = _length(text), _length(words)
        piece.format = shown
        formats.append(piece)
        text += words
    layout = QTextLayout(text, font)
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height, widest, line_height = 0.0, 0.0, _line_height(font)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
        height += line_height
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Lines(layout, height, widest, line_height)


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _line_height(font: QFont) -> float:
    return max(18.0 if font.pixelSize() >= TEXT_SIZE else 16.0, QFontMetricsF(font).height())


def draw_cell(painter: QPainter, place: QRectF, cell: Cell, laid: CellLayout, theme: Theme) -> None:
    """Draw a cell in the middle of its place, which has no margins left and right."""
    top = place.top() + (place.height() - laid.height) / 2
    for number, block in enumerate(laid.blocks):
        at = QPointF(place.left(), top) + block.at
        block.lines.layout.draw(painter, at)
        status = cell.lead if number == 0 else cell.mark if number == 1 and cell.beneath else None
        if status is not None:
            middle = at.y() + block.lines.line_height / 2
            left = place.left()
            if cell.number:
                # Beside its own number, not beside that of the column before.
                line = block.lines.layout.lineAt(0)
                left = at.x() + line.width() - line.naturalTextWidth() - _AFTER_MARK - MARK_SIZE
            draw_status_mark(painter, QPointF(left + MARK_SIZE / 2, middle), status, theme)
        if number == 0 and cell.outcome is not None:
            middle = at.y() + block.lines.line_height / 2
            ratio = painter.device().devicePixelRatioF()
            drawn = pixmap(outcome_icon(cell.outcome), outcome_colour(cell.outcome, theme), _ICON, ratio)
            painter.drawPixmap(QPointF(place.left(), middle - _ICON / 2), drawn)
    if cell.cited:
        corner = QPointF(place.right() - _ICON, top + (laid.line_height - _ICON) / 2)
        painter.drawPixmap(corner, pixmap("source", theme.link, _ICON, painter.device().devicePixelRatioF()))
    if cell.gauge is not None:
        width = min(place.width(), _WIDEST_GAUGE)
        bottom = top + laid.height - GAUGE_HEIGHT
        draw_gauge(painter, QRectF(place.right() - width, bottom, width, GAUGE_HEIGHT), cell.gauge, theme)
    if laid.bar and cell.bar is not None:
        corner = QPointF(place.right() - _BAR.width(), place.center().y() - _BAR.height() / 2)
        draw_plan_bar(painter, QRectF(corner, _BAR), cell.bar, cell.lead or Status.TARGET, theme, theme.neutral)
