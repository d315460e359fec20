"""The pillars of a region as tiles: each is one button that opens the page of its pillar."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from heartland_gui.charts.plans import PlanBar
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.figures import Tile
from heartland_gui.pages.tiles import TileBlock
from heartland_gui.rendering.marks.small import (
    BAR_SIZE,
    MARK_SIZE,
    SPARK_SIZE,
    draw_plan_bar,
    draw_spark,
    draw_status_mark,
    outcome_colour,
    outcome_icon,
)
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.menus import MenuEntry, show_menu
from heartland_gui.ui.widgets.theme import CARD_TITLE_SIZE, SMALL_SIZE, TEXT_SIZE, TILE_FIGURE_SIZE, sized
from heartland_gui.ui.widgets.writing import broken, width_of, write

_SIDE: Final = 12
_TOP: Final = 9
_SQUARE: Final = 12
_TITLE_LINE: Final = 19
_LINE: Final = 17
_VALUE: Final = 23
_ICON: Final = 16
_BEHIND: Final = 5
_BAR: Final = 54
_GAP: Final = 10
_CORNER: Final = 9
_LEAST_WIDTH: Final = 235
_MOST_COLUMNS: Final = 4
_HEAD: Final = 28


@dataclass(frozen=True)
class TileText:
    """The texts of a tile at a width, in lines, in the type of the window."""

    tile: Tile
    base: QFont
    words: Words
    width: int

    @cached_property
    def small(self) -> QFont:
        """The type of labels and lines below."""
        return sized(self.base, SMALL_SIZE)

    @cached_property
    def bold(self) -> QFont:
        """The type of the title."""
        return sized(self.base, TEXT_SIZE, bold=True)

    @cached_property
    def large(self) -> QFont:
        """The type of the value."""
        return sized(self.base, TILE_FIGURE_SIZE, bold=True)

    @property
    def room(self) -> int:
        """How wide a line can be."""
        return self.width - 2 * _SIDE

    @cached_property
    def title(self) -> list[str]:
        """The name of the pillar."""
        return broken(self.tile.title, self.bold, self.room - _SQUARE - _BEHIND)

    @cached_property
    def label(self) -> list[str]:
        """What the figure is of, or that there is none."""
        cell = self.tile.cell
        if cell is None:
            return broken(self.words.text("No figure in the data"), self.small, self.room)
        # A period that has no room behind the value stands behind what is measured.
        parts = (cell.label, cell.period) if self.has_long_period else (cell.label,)
        return broken(self.words.details(parts), self.small, self.room)

    @property
    def value(self) -> str:
        """The figure with its unit."""
        cell = self.tile.cell
        return "" if cell is None else "".join(each.whole for each in cell.amounts)

    @property
    def has_long_period(self) -> bool:
        """Whether value and period have no room on one line."""
        cell = self.tile.cell
        if cell is None:
            return False
        return width_of(self.value, self.large) + _BEHIND + width_of(cell.period, self.small) > self.room

    @cached_property
    def plan(self) -> list[str]:
        """What is planned, or that nothing is."""
        plan = self.tile.plan
        if plan is None:
            return broken(self.words.text("No plan in the data"), self.small, self.room)
        return broken(plan.text, self.small, self.room - math.ceil(MARK_SIZE) - _BEHIND)

    @property
    def companies(self) -> str:
        """The number of companies."""
        return self.words.number(self.tile.companies)

    @cached_property
    def outcome(self) -> list[str]:
        """What became of the plan; beside it stands the number of companies."""
        plan = self.tile.plan
        if plan is None or not plan.outcome:
            return [""]
        taken = 2 * (_ICON + _BEHIND) + width_of(self.companies, self.small)
        room = self.room - taken - self.bar_width
        if width_of(plan.outcome, self.small) <= room:
            return [plan.outcome]
        # What was more to say stands on the page of the pillar, and is read out.
        return broken(plan.outcome.partition(self.words.clauses(["", ""]))[0], self.small, room)

    @property
    def bar_width(self) -> int:
        """How much room the bar takes beside the outcome."""
        plan = self.tile.plan
        return _BAR + _BEHIND if plan is not None and plan.bar is not None else 0

    @property
    def height(self) -> int:
        """The height that the tile needs."""
        value = 0 if self.tile.cell is None else _VALUE
        lines = len(self.label) + len(self.plan) + len(self.outcome)
        return 2 * _TOP + _TITLE_LINE * len(self.title) + value + _LINE * lines + 4


class TilesView(BlockView):
    """A title with what the signs mean, and the tiles in as many columns as there is room for."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tiles")
        self._session = session
        self._block: TileBlock | None = None
        self._tiles: list[TileView] = []
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_block(self, block: object) -> None:
        """Show other tiles."""
        if not isinstance(block, TileBlock):
            raise TypeError(f"{type(block).__name__} are no tiles")
        self._block = block
        while len(self._tiles) < len(block.tiles):
            made = TileView(self._session, self)
            made.clicked.connect(lambda _=False, tile=made: self.requested.emit(tile.tile.ref))
            made.figure_requested.connect(self.figure_requested)
            self._tiles.append(made)
        self._count = len(block.tiles)
        for view, tile in zip(self._tiles, block.tiles, strict=False):
            view.show_tile(tile)
            view.show()
        for view in self._tiles[self._count :]:
            view.hide()
        self.setAccessibleName(block.title)
        self._place()
        self.updateGeometry()

    @property
    def tiles(self) -> tuple[TileView, ...]:
        """The tiles that are shown."""
        return tuple(self._tiles[: self._count])

    def tab_order(self) -> list[QWidget]:
        """Return the tiles."""
        return list(self.tiles)

    def _rows(self, width: int) -> list[tuple[Sequence[TileView], int, int]]:
        """Return the tiles of each row, how wide each is, and how high the row."""
        columns = max(1, min(_MOST_COLUMNS, (width + _GAP) // (_LEAST_WIDTH + _GAP)))
        wide = (width - (columns - 1) * _GAP) // columns
        rows = [self.tiles[start : start + columns] for start in range(0, self._count, columns)]
        return [(row, wide, max(tile.height_for(wide) for tile in row)) for row in rows]

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and tiles."""
        rows = self._rows(max(1, width))
        return _HEAD + sum(height for _, _, height in rows) + _GAP * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        """Return a size for the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(_LEAST_WIDTH, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the width of one tile."""
        return QSize(_LEAST_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tiles anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        y = _HEAD
        for row, wide, height in self._rows(max(1, self.width())) if self._count else ():
            for column, tile in enumerate(row):
                tile.setGeometry(column * (wide + _GAP), y, wide, height)
            y += height + _GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title and what the signs mean."""
        if self._block is None:
            return
        theme, words = self._session.theme, self._session.words
        painter = QPainter(self)
        bold, small = sized(self.font(), CARD_TITLE_SIZE, bold=True), sized(self.font(), SMALL_SIZE)
        height = _HEAD - 6
        x = write(painter, (0, 0, height), self._block.title, bold, theme.text) + 14
        plan, bar = words.text("plan"), words.text("newest figure beside the plan of the same indicator")
        needed = x + 2 * MARK_SIZE + width_of(plan, small) + 60 + width_of(bar, small)
        if needed <= self.width() and any(tile.tile.plan is not None for tile in self.tiles):
            draw_status_mark(painter, QPointF(x + MARK_SIZE / 2, height / 2), Status.TARGET, theme)
            x = write(painter, (x + MARK_SIZE + _BEHIND, 0, height), plan, small, theme.faint_text) + 14
            place = QRectF(x, height / 2 - BAR_SIZE[1] / 2, 24, BAR_SIZE[1])
            draw_plan_bar(painter, place, PlanBar(0.7, 0.95), Status.TARGET, theme)
            write(painter, (x + 24 + _BEHIND, 0, height), bar, small, theme.faint_text)
        painter.end()


class TileView(QAbstractButton):
    """One painted tile. A click on its number shows what stands behind it, elsewhere it opens the pillar."""

    figure_requested = Signal(object)
    """The Observation whose number was clicked."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._tile: Tile | None = None
        self._texts: TileText | None = None
        self._number = QRectF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_tile(self, tile: Tile) -> None:
        """Show another pillar."""
        self._tile, self._texts = tile, None
        self.setAccessibleName(tile.spoken)
        self.setAccessibleDescription(self._session.words.text("Opens the page of {name}", name=tile.title))
        self.update()

    @property
    def tile(self) -> Tile:
        """The pillar that is shown."""
        if self._tile is None:
            raise RuntimeError("no pillar is shown")
        return self._tile

    @property
    def figure(self) -> Observation | None:
        """The figure that is shown, None where there is none."""
        return self.tile.cell.figures[0] if self.tile.cell is not None else None

    def _texts_at(self, width: int) -> TileText:
        if self._texts is None or self._texts.width != width:
            self._texts = TileText(self.tile, self.font(), self._session.words, width)
        return self._texts

    def height_for(self, width: int) -> int:
        """Return how high the tile has to be at a width."""
        return self._texts_at(width).height

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._texts = None

    def sizeHint(self) -> QSize:
        """Return the size at the least width."""
        return QSize(_LEAST_WIDTH, self.height_for(_LEAST_WIDTH) if self._tile else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the figure where its number was clicked; all else opens the pillar."""
        if self.isDown() and self.figure is not None and self._number.contains(event.position()):
            self.setDown(False)
            self.figure_requested.emit(self.figure)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the page and the figure."""
        words, figure = self._session.words, self.figure
        entries: list[MenuEntry] = [(words.text("Open"), self.click)]
        if figure is not None:
            entries.append((words.text("Show the source of the figure"), lambda: self.figure_requested.emit(figure)))
        show_menu(self, event.globalPos(), entries)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        if self._tile is None:
            return
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        within = self.rect().adjusted(1, 1, -1, -1)
        theme = draw_ground(painter, within, theme, chosen=False, hovered=self.underMouse(), corner=_CORNER - 1)
        self._draw(painter, self._texts_at(self.width()), theme)
        if self.hasFocus():
            draw_ring(painter, within, theme, _CORNER - 1)
        painter.end()

    def _draw(self, painter: QPainter, texts: TileText, theme: Theme) -> None:
        colour = theme.mark(self.tile.colour)
        painter.setPen(QPen(QColor(theme.axis), 1.0))
        painter.setBrush(QColor(colour))
        square = QRectF(_SIDE + 0.5, _TOP + (_TITLE_LINE - _SQUARE) / 2 + 0.5, _SQUARE - 1, _SQUARE - 1)
        painter.drawRoundedRect(square, 3, 3)
        y: float = _TOP
        for line in texts.title:
            write(painter, (_SIDE + _SQUARE + _BEHIND, y, _TITLE_LINE), line, texts.bold, theme.text)
            y += _TITLE_LINE
        for line in texts.label:
            write(painter, (_SIDE, y, _LINE), line, texts.small, theme.faint_text)
            y += _LINE
        y = self._draw_value(painter, texts, y, theme)
        self._draw_plan(painter, texts, y + 4, theme)
        bottom = self.height() - _TOP - _LINE
        left = self.width() - _SIDE - width_of(texts.companies, texts.small)
        write(painter, (left, bottom, _LINE), texts.companies, texts.small, theme.faint_text)
        picture = pixmap("company", theme.faint_text, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left - _BEHIND - _ICON, bottom), picture)

    def _draw_value(self, painter: QPainter, texts: TileText, y: float, theme: Theme) -> float:
        """Draw value, period and course from `y` on; return where what follows begins."""
        cell = self.tile.cell
        if cell is None:
            self._number = QRectF()
            return y
        x = write(painter, (_SIDE, y, _VALUE), texts.value, texts.large, theme.text)
        self._number = QRectF(_SIDE, y, x - _SIDE, _VALUE)
        colour = theme.warning if cell.warned else theme.faint_text
        if not texts.has_long_period:
            x = write(painter, (x + _BEHIND, y + 2, _VALUE - 2), cell.period, texts.small, colour)
        right = self.width() - _SIDE
        if cell.spark is not None and right - x >= SPARK_SIZE[0] + _GAP:
            place = QRectF(right - SPARK_SIZE[0], y - 3, *SPARK_SIZE)
            draw_spark(painter, place, cell.spark, theme.mark(self.tile.colour))
        return y + _VALUE

    def _draw_plan(self, painter: QPainter, texts: TileText, y: float, theme: Theme) -> None:
        plan = self.tile.plan
        indent = 0 if plan is None else math.ceil(MARK_SIZE) + _BEHIND
        if plan is not None and plan.status is not None:
            draw_status_mark(painter, QPointF(_SIDE + MARK_SIZE / 2, y + _LINE / 2), plan.status, theme)
        for line in texts.plan:
            colour = theme.faint_text if plan is None else theme.text
            write(painter, (_SIDE + indent, y, _LINE), line, texts.small, colour)
            y += _LINE
        if plan is None or not plan.outcome:
            return
        x: float = _SIDE
        if plan.bar is not None and plan.status is not None:
            place = QRectF(x, y + _LINE / 2 - BAR_SIZE[1] / 2, _BAR, BAR_SIZE[1])
            draw_plan_bar(painter, place, plan.bar, plan.status, theme, theme.mark(self.tile.colour))
            x += texts.bar_width
        colour = outcome_colour(plan.state, theme)
        painter.drawPixmap(QPointF(x, y), pixmap(outcome_icon(plan.state), colour, _ICON, self.devicePixelRatioF()))
        for line in texts.outcome:
            write(painter, (x + _ICON + _BEHIND, y, _LINE), line, texts.small, colour)
            y += _LINE
