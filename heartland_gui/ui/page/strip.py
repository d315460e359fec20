"""The strip of a page: headline figures side by side in one card, parted by lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.model.queries import full_name
from heartland_gui.pages.figures import FigureCell, Proportion
from heartland_gui.rendering.marks.small import (
    BAR_SIZE,
    MARK_SIZE,
    SPARK_SIZE,
    draw_plan_bar,
    draw_spark,
    draw_status_mark,
    outcome_colour,
)
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.menus import MenuEntry, quoting_entries, show_menu
from heartland_gui.ui.widgets.theme import FIGURE_SIZE, SMALL_SIZE, TEXT_SIZE, sized
from heartland_gui.ui.widgets.writing import broken, width_of, write

_SIDE: Final = 14
_TOP: Final = 9
_LABEL: Final = 16
_VALUE: Final = 28
_PERIOD: Final = 16
_LINE: Final = 17
"""Heights of the lines of a cell, in pixels."""
_ICON: Final = 16
_BEHIND_MARK: Final = 6
_GAP: Final = 10
_BEFORE_ICON: Final = 4
_LEAST_WIDTH: Final = 140
"""A row has so much room for each of its cells."""
_LEAST_LINE: Final = 110
"""A line of proportion that is wider may be broken."""
_CORNER: Final = 9


@dataclass(frozen=True)
class CellText:
    """The texts of a cell, measured in the type of the window. All widths are in pixels, rounded up."""

    cell: FigureCell
    base: QFont
    words: Words
    has_unit: bool = True
    """Whether the unit stands behind several amounts: it is the first thing that gives way where room is scarce."""

    @cached_property
    def small(self) -> QFont:
        """The type of labels, periods and lines below."""
        return sized(self.base, SMALL_SIZE)

    @cached_property
    def value_runs(self) -> tuple[tuple[str, QFont], ...]:
        """The value in runs of one type: digits large, what stands around them as small as text."""
        large, around = sized(self.base, FIGURE_SIZE, bold=True), sized(self.base, TEXT_SIZE)
        runs: list[tuple[str, QFont]] = []
        for number, amount in enumerate(self.cell.amounts):
            if number:
                runs.append((self.words.text(" or "), around))
            unit = amount.unit if self.has_unit or len(self.cell.amounts) == 1 else ""
            runs += [(amount.qualifier, around), (amount.text, large), (unit, around)]
        return tuple((text, font) for text, font in runs if text)

    @cached_property
    def label_width(self) -> int:
        """How wide the label is."""
        return width_of(self.cell.label, self.small)

    @cached_property
    def value_width(self) -> int:
        """How wide the value is."""
        return sum(width_of(text, font) for text, font in self.value_runs)

    @cached_property
    def period(self) -> str:
        """The period with what is said behind it, where that is no warning."""
        cell = self.cell
        if cell.differs or not cell.remark:
            return cell.period
        return self.words.text("{period} · {remark}", period=cell.period, remark=cell.remark)

    @property
    def warning(self) -> str:
        """What is said behind the period in the colour of sources that differ."""
        return self.cell.remark if self.cell.differs else ""

    @cached_property
    def period_width(self) -> int:
        """How wide the line with mark, period and the icon of the source is."""
        parts = [part for part in (self.period, self.warning) if part]
        texts = sum(width_of(part, self.small) for part in parts) + _BEHIND_MARK * (len(parts) - 1)
        return math.ceil(MARK_SIZE) + _BEHIND_MARK + texts + _BEFORE_ICON + _ICON

    @cached_property
    def proportion_width(self) -> int:
        """How wide the line is that puts the figure in proportion, 0 where there is none."""
        said = self.cell.proportion
        return 0 if said is None else _indent(said) + width_of(said.text + said.outcome, self.small)

    @cached_property
    def least_width(self) -> int:
        """The least that the cell can be wide without cutting a text; a line of proportion may be broken."""
        return max(self.label_width, self.value_width, self.period_width, self._broken_width) + 2 * _SIDE

    @cached_property
    def _broken_width(self) -> int:
        """How wide the line of proportion is where it is broken as far as it may be."""
        said = self.cell.proportion
        if said is None or self.proportion_width <= _LEAST_LINE:
            return self.proportion_width
        lines = [line for text in (said.text, said.outcome) for line in broken(text, self.small, _LEAST_LINE)]
        return _indent(said) + max(width_of(line, self.small) for line in lines)

    @cached_property
    def full_width(self) -> int:
        """How wide the cell would be with every text on a line of its own, and its course beside the value."""
        said = self.cell.proportion
        beside = self.cell.spark is not None or (said is not None and said.bar is not None)
        value = self.value_width + (_GAP + int(SPARK_SIZE[0]) if beside else 0)
        return max(self.least_width, self.proportion_width + 2 * _SIDE, value + 2 * _SIDE)

    def lines(self, width: int) -> list[tuple[str, str]]:
        """Return the lines that put the figure in proportion in a cell of a width: plain and coloured words of each."""
        said = self.cell.proportion
        if said is None:
            return []
        room = width - 2 * _SIDE - _indent(said)
        if width_of(said.text + said.outcome, self.small) <= room:
            return [(said.text, said.outcome)]
        plain = broken(said.text, self.small, room) if said.text else []
        coloured = broken(said.outcome, self.small, room) if said.outcome else []
        return [*((line, "") for line in plain), *(("", line) for line in coloured)]

    def height(self, width: int) -> int:
        """Return the height that the cell needs."""
        return 2 * _TOP + _LABEL + _VALUE + _PERIOD + _LINE * len(self.lines(width))


def _indent(said: Proportion) -> int:
    return 0 if said.status is None else math.ceil(MARK_SIZE) + _BEHIND_MARK


def row_lengths(least: Sequence[int], width: int) -> list[int]:
    """Return how many cells stand in each row: as few rows as leave every cell its least width, nearly equally long."""
    count = len(least)
    for rows in range(1, count + 1):
        length = -(-count // rows)
        lengths = [min(length, count - start) for start in range(0, count, length)]
        starts = [sum(lengths[:number]) for number in range(len(lengths))]
        sums = [sum(least[start : start + taken]) for start, taken in zip(starts, lengths, strict=True)]
        if max(sums) <= width and (rows == count or length * _LEAST_WIDTH <= width):
            return lengths
    return [1] * count


def cell_widths(least: Sequence[int], full: Sequence[int], width: int) -> list[int]:
    """Return the widths of the cells of a row: as wide as they would like to be, as far as there is room."""
    spare = width - sum(least)
    wanted = [more - less for less, more in zip(least, full, strict=True)]
    if sum(wanted) <= spare:
        each, rest = divmod(spare - sum(wanted), len(least))
        return [more + each + (number < rest) for number, more in enumerate(full)]
    given = [max(0, spare) * want // (sum(wanted) or 1) for want in wanted]
    widths = [less + more for less, more in zip(least, given, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


class FigureStrip(QWidget):
    """The cells in one card, in rows where one has no room for all. Cells are kept and reused from page to page."""

    figure_requested = Signal(object)
    """The Observation whose number was clicked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_strip")
        self._session = session
        self._cells: list[FigureCellView] = []
        self._count = 0
        self.colour: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cells(self, cells: Sequence[FigureCell], colour: int | None = None) -> None:
        """Replace all cells; `colour` is the slot of the subject's colour."""
        self.colour = colour
        while len(self._cells) < len(cells):
            made = FigureCellView(self._session, self)
            made.figure_requested.connect(self.figure_requested)
            self._cells.append(made)
        self._count = len(cells)
        for view, cell in zip(self._cells, cells, strict=False):
            view.show_cell(cell)
            view.show()
        for view in self._cells[self._count :]:
            view.hide()
        self.setVisible(bool(cells))
        self._place()
        self.updateGeometry()

    @property
    def cells(self) -> tuple[FigureCellView, ...]:
        """The cells that are shown."""
        return tuple(self._cells[: self._count])

    def _rows(self, width: int) -> list[tuple[list[tuple[FigureCellView, int]], int]]:
        """Return the cells of each row with their widths, and the height of the row."""
        lengths = self._lengths(width)
        texts = [cell.texts for cell in self.cells]
        rows: list[tuple[list[tuple[FigureCellView, int]], int]] = []
        start = 0
        for length in lengths:
            of_row = texts[start : start + length]
            widths = cell_widths([text.least_width for text in of_row], [text.full_width for text in of_row], width)
            height = max(text.height(wide) for text, wide in zip(of_row, widths, strict=True))
            cells = list(zip(self.cells[start : start + length], widths, strict=True))
            rows.append((cells, height))
            start += length
        return rows

    def _lengths(self, width: int) -> list[int]:
        """Return how many cells stand in each row; units behind several amounts give way to a single row."""
        for has_unit in (True, False):
            for cell in self.cells:
                cell.show_unit(shown=has_unit)
            lengths = row_lengths([cell.texts.least_width for cell in self.cells], width)
            if len(lengths) == 1:
                break
        return lengths

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return sum(height for _, height in self._rows(max(1, width)))

    def sizeHint(self) -> QSize:
        """Return a size for the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(_LEAST_WIDTH, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one cell."""
        return QSize(_LEAST_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cells anew."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()
            self.updateGeometry()

    def _place(self) -> None:
        y = 0
        for cells, height in self._rows(max(1, self.width())) if self._count else ():
            x = 0
            for cell, width in cells:
                cell.setGeometry(x, y, width, height)
                x += width
            y += height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and the lines between the cells."""
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for cell in self.cells:
            if cell.x():
                painter.drawLine(cell.x(), cell.y() + 1, cell.x(), cell.geometry().bottom() - 1)
            elif cell.y():
                painter.drawLine(1, cell.y(), self.width() - 2, cell.y())
        painter.end()


class FigureCellView(QAbstractButton):
    """One painted cell: a button that leads to what stands behind its number."""

    figure_requested = Signal(object)

    def __init__(self, session: Session, parent: FigureStrip) -> None:
        super().__init__(parent)
        self._session, self._strip = session, parent
        self._texts: CellText | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.figure_requested.emit(self.texts.cell.figures[0]))

    def show_cell(self, cell: FigureCell) -> None:
        """Show another figure."""
        self._texts = CellText(cell, self.font(), self._session.words)
        self.setAccessibleName(cell.spoken)
        self.setAccessibleDescription(cell.tip)
        # What the pointer is told, the keyboard asks for.
        self.setWhatsThis(plain_tip(cell.tip))
        self.update()

    def show_unit(self, *, shown: bool) -> None:
        """Show the unit behind several amounts, or leave it away."""
        if self.texts.has_unit is not shown:
            self._texts = replace(self.texts, has_unit=shown)

    @property
    def texts(self) -> CellText:
        """The texts that are shown."""
        if self._texts is None:
            raise RuntimeError("no figure is shown")
        return self._texts

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._texts is not None:
            self._texts = CellText(self._texts.cell, self.font(), self._session.words)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        width = self.texts.least_width if self._texts else _LEAST_WIDTH
        return QSize(width, self.texts.height(width) if self._texts else 0)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip below the cell: over it, it would take the click."""
        if event.type() == QEvent.Type.ToolTip and self._texts is not None:
            below = self.mapToGlobal(QPoint(0, self.height() - _SIDE))
            QToolTip.showText(below, plain_tip(self._texts.cell.tip), self, self.rect())
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the figures, the pages of their sources, and the number as it may be cited."""
        cell, words, dataset = self.texts.cell, self._session.words, self._session.dataset
        sources = dict.fromkeys(Ref(SubjectKind.SOURCE, each.source) for each in cell.figures)
        leading: list[MenuEntry] = [
            (words.text("Open source: {name}", name=full_name(dataset.entity(ref), words.language)), self._opener(ref))
            for ref in sources
        ]
        leading = [*self._figure_entries(cell.figures), *leading]
        several = len(cell.figures) > 1
        quoting = (quoting_entries(dataset, each, words, is_one_of_several=several) for each in cell.figures)
        show_menu(self, event.globalPos(), leading, *quoting)

    def _figure_entries(self, figures: Sequence[Observation]) -> list[MenuEntry]:
        """Return what shows each of several figures; a single one is shown by a click."""
        words, dataset = self._session.words, self._session.dataset
        publishers = [dataset.source_by_id[each.source].publisher.text(words.language) for each in figures]
        if len(figures) < 2:
            return []
        return [
            (words.text("Show the figure of {publisher}", publisher=publisher), self._shower(each))
            for each, publisher in zip(figures, publishers, strict=True)
        ]

    def _shower(self, figure: Observation) -> Callable[[], None]:
        return lambda: self.figure_requested.emit(figure)

    def _opener(self, source: Ref) -> Callable[[], None]:
        return lambda: self._session.go_to(source)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cell."""
        if self._texts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        within = self.rect().adjusted(2, 2, -1, -2)
        theme = draw_ground(painter, within, self._session.theme, chosen=False, hovered=self.underMouse(), corner=6)
        self._draw(painter, self._texts, theme)
        if self.hasFocus():
            draw_ring(painter, within, theme, 6)
        painter.end()

    def _draw(self, painter: QPainter, texts: CellText, theme: Theme) -> None:
        cell, room = texts.cell, self.width() - 2 * _SIDE
        y = _TOP
        write(painter, (_SIDE, y, _LABEL), cell.label, texts.small, theme.faint_text)
        y += _LABEL
        self._draw_value(painter, texts, y, theme)
        y += _VALUE
        x: float = _SIDE
        draw_status_mark(painter, QPointF(x + MARK_SIZE / 2, y + _PERIOD / 2), cell.status, theme)
        x += math.ceil(MARK_SIZE) + _BEHIND_MARK
        if texts.period:
            colour = theme.warning if cell.warned else theme.faint_text
            x = write(painter, (x, y, _PERIOD), texts.period, texts.small, colour) + _BEHIND_MARK
        if texts.warning:
            write(painter, (x, y, _PERIOD), texts.warning, texts.small, theme.disagreement)
        picture = pixmap("source", theme.link, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(_SIDE + room - _ICON, y), picture)
        y += _PERIOD
        self._draw_proportion(painter, texts, y, theme)

    def _draw_value(self, painter: QPainter, texts: CellText, y: int, theme: Theme) -> None:
        """Draw the value, all its runs on one base line, and at the right its course or its plan."""
        cell = texts.cell
        x, base = float(_SIDE), y + _VALUE - 8.0
        for text, font in texts.value_runs:
            painter.setFont(font)
            painter.setPen(QColor(theme.text))
            painter.drawText(QPointF(x, base), text)
            x += width_of(text, font)
        right = float(self.width() - _SIDE)
        mark = theme.mark(self._strip.colour)
        said = cell.proportion
        if cell.spark is not None and right - x >= SPARK_SIZE[0] + _GAP:
            place = QRectF(right - SPARK_SIZE[0], y - 2, *SPARK_SIZE)
            draw_spark(painter, place, cell.spark, mark)
        elif said is not None and said.bar is not None and said.status and right - x >= BAR_SIZE[0] + _GAP:
            place = QRectF(right - BAR_SIZE[0], y + 4, *BAR_SIZE)
            draw_plan_bar(painter, place, said.bar, said.status, theme, mark)

    def _draw_proportion(self, painter: QPainter, texts: CellText, y: int, theme: Theme) -> None:
        said = texts.cell.proportion
        if said is None:
            return
        if said.status is not None:
            draw_status_mark(painter, QPointF(_SIDE + MARK_SIZE / 2, y + _LINE / 2), said.status, theme)
        coloured = outcome_colour(said.state, theme)
        for plain, outcome in texts.lines(self.width()):
            x = write(painter, (_SIDE + _indent(said), y, _LINE), plain, texts.small, theme.faint_text)
            write(painter, (x, y, _LINE), outcome, texts.small, coloured)
            y += _LINE
