"""Figure cards: the headline numbers of a page, each with its period, its status and its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import DONE
from heartland_gui.model.queries import full_name
from heartland_gui.pages.cards import FigureCard
from heartland_gui.rendering.fonts import CHINESE
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge, status_colour
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import MenuEntry, show_menu
from heartland_gui.ui.widgets.theme import FIGURE_SIZE, SMALL_SIZE, sized

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


def strut_of(label: str) -> str:
    """Return what gives every line the height of Chinese text where the card is in Chinese, though it has none."""
    return "\u3000" if any(character > CHINESE for character in label) else ""


class PaintPen:
    """Writes wrapped paragraphs below one another, or only measures them."""

    def __init__(self, painter: QPainter | None, margin: int, width: int, strut: str) -> None:
        self.painter = painter
        self.y = margin - 2
        self._x, self._width, self._strut = margin, width, strut

    def write(self, text: str, font: QFont, colour: str, *, breakable: bool = False) -> None:
        """Write a paragraph; with `breakable` a value may part from its unit where it would be cut off."""
        if breakable and QFontMetrics(font).horizontalAdvance(text) > self._width:
            text = text.replace("\u00a0", " ").replace(" *", "\u00a0*")
        place = QRect(self._x, self.y, self._width, 10_000)
        text += self._strut
        taken = QFontMetrics(font).boundingRect(place, _WRAP, text)
        if self.painter is not None:
            self.painter.setFont(font)
            self.painter.setPen(QColor(colour))
            self.painter.drawText(place, _WRAP, text)
        self.y += taken.height() + 2


_GAP: Final = 10
_PADDING: Final = 11
_LEAST_WIDTH: Final = 158
_MOST_WIDTH: Final = 420
_LEAST_FIGURE: Final = 15
_LONG_NUMBER: Final = 220
"""A number that needs more pixels than this may be broken."""
_FULL_ROW: Final = 4
"""A row of fewer cards than this does not fill a wide page."""


class FigureCards(QWidget):
    """The cards in rows of equal width. Card widgets are kept and reused from page to page."""

    source_requested = Signal(object)
    """The page of the source behind a number, a Ref."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_cards")
        self._session = session
        self._cards: list[FigureCardView] = []
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: Sequence[FigureCard]) -> None:
        """Replace all cards."""
        while len(self._cards) < len(cards):
            made = FigureCardView(self._session, self)
            made.source_requested.connect(self.source_requested)
            self._cards.append(made)
        self._count = len(cards)
        for view, card in zip(self._cards, cards, strict=False):
            view.show_card(card)
            view.show()
        for view in self._cards[self._count :]:
            view.hide()
        self.setVisible(bool(cards))
        self._place()
        self.updateGeometry()

    @property
    def cards(self) -> tuple[FigureCardView, ...]:
        """The cards that are shown."""
        return tuple(self._cards[: self._count])

    def _columns(self, width: int) -> int:
        # As many as leave each number on one line, as far as it is of a usual length.
        needed = max((min(card.number_width, _LONG_NUMBER) for card in self.cards), default=0)
        fitting = max(1, (width + _GAP) // (max(_LEAST_WIDTH, needed) + _GAP))
        if fitting >= self._count:
            return max(1, self._count)
        # Rows of nearly equal length look calmer than a full row and a single card.
        rows = -(-self._count // fitting)
        return -(-self._count // rows)

    def _rows(self, width: int) -> tuple[int, int, list[tuple[tuple[FigureCardView, ...], int]]]:
        """Return how many columns there are, how wide their cards, and the cards of each row with its height."""
        columns = self._columns(width)
        card_width = (width - (columns - 1) * _GAP) // columns
        if columns < _FULL_ROW:
            card_width = min(_MOST_WIDTH, card_width)
        shown = self.cards
        rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
        return columns, card_width, [(row, max(card.height_for(card_width) for card in row)) for row in rows]

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        _, _, rows = self._rows(max(1, width))
        return sum(height for _, height in rows) + _GAP * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        """Return a size for the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(_LEAST_WIDTH, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one card."""
        return QSize(_LEAST_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns, card_width, rows = self._rows(max(1, self.width()))
        y = 0
        # Pixels that are left over go to the first cards, so that the row ends where the page does.
        spare = self.width() - columns * (card_width + _GAP) + _GAP if columns >= _FULL_ROW else 0
        for row, height in rows:
            x = 0
            for column, card in enumerate(row):
                wide = card_width + (column < spare)
                card.setGeometry(x, y, wide, height)
                x += wide + _GAP
            y += height + _GAP


class FigureCardView(QAbstractButton):
    """One painted card: a button that leads to the source of its number."""

    source_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._card: FigureCard | None = None
        self._heights: dict[int, int] = {}
        self._number_width: int | None = None
        self._links: list[tuple[QRect, Ref]] = []
        self._pressed_at = QPoint(-1, -1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._follow)

    def show_card(self, card: FigureCard) -> None:
        """Show another number."""
        self._card, self._heights, self._number_width = card, {}, None
        words = self._session.words
        spoken = [card.label, card.value, card.period, badge_label(card.status, words), card.scope]
        spoken += [other.text for other in card.others]
        self.setAccessibleName(words.clauses([part for part in spoken if part]))
        self.setAccessibleDescription(card.tip)
        # What the pointer is told, the keyboard asks for.
        self.setWhatsThis(plain_tip(card.tip))
        self.update()

    @property
    def number_width(self) -> int:
        """How wide the card has to be for its number to stay on one line, in small type."""
        if self._card is not None and self._number_width is None:
            font = sized(self.font(), _LEAST_FIGURE, bold=self._card.status in DONE)
            self._number_width = QFontMetrics(font).horizontalAdvance(self._card.number) + 2 * _PADDING
        return self._number_width or 0

    def _number_font(self, card: FigureCard, room: int) -> QFont:
        """Return the type of the number: a little smaller where that keeps it on one line."""
        for size in range(FIGURE_SIZE, _LEAST_FIGURE - 1, -1):
            font = sized(self.font(), size, bold=card.status in DONE)
            if QFontMetrics(font).horizontalAdvance(card.number) <= room:
                return font
        return sized(self.font(), FIGURE_SIZE, bold=card.status in DONE)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip below the card: over it, it would take the click on the source."""
        if event.type() == QEvent.Type.ToolTip and self._card is not None:
            below = self.mapToGlobal(QPoint(0, self.height() - 14))
            QToolTip.showText(below, plain_tip(self._card.tip), self, self.rect())
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return a size that suits most numbers."""
        return QSize(_LEAST_WIDTH, self.height_for(_LEAST_WIDTH))

    def height_for(self, width: int) -> int:
        """Return how high the card has to be at a width."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(width, None)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights, self._number_width = {}, None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        if self._card is None:
            return
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = theme.focus if self.hasFocus() else theme.control if self.underMouse() else theme.border
        painter.setPen(QPen(QColor(border), 1.5 if self.hasFocus() else 1.0))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        self._lay_out(self.width(), painter)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the sources of the number, and the number as it may be cited."""
        card, words = self._card, self._session.words
        if card is None:
            return
        dataset = self._session.dataset
        leading: list[MenuEntry] = [
            (words.text("Open source: {name}", name=full_name(dataset.entity(ref), words.language)), self._opener(ref))
            for ref in dict.fromkeys([card.source, *(other.source for other in card.others)])
        ]
        subject = full_name(dataset.entity(self._session.selection.page), words.language)
        cited = words.clauses([subject, words.text("{name}: {text}", name=card.label, text=card.tip)])
        copying = (words.text("Copy with source"), lambda: QGuiApplication.clipboard().setText(cited))
        show_menu(self, event.globalPos(), leading, [copying])

    def _opener(self, source: Ref) -> Callable[[], None]:
        return lambda: self.source_requested.emit(source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: a line of another source leads to it."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Forget the last press: a key means the card's own number."""
        self._pressed_at = QPoint(-1, -1)
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def _follow(self) -> None:
        if self._card is None:
            return
        at = self._pressed_at
        other = next((ref for place, ref in self._links if place.contains(at)), None)
        self.source_requested.emit(other or self._card.source)

    def _lay_out(self, width: int, painter: QPainter | None) -> int:
        """Draw the card, or only measure it where there is no painter; return the height."""
        card = self._card
        if card is None:
            return 0
        theme, base = self._session.theme, self.font()
        pen = PaintPen(painter, _PADDING, width - 2 * _PADDING, strut_of(card.label))
        small, big = sized(base, SMALL_SIZE), self._number_font(card, width - 2 * _PADDING)
        pen.write(card.label, small, theme.faint_text)
        # What is not done yet stands in light type and in the colour of its badge.
        colour = theme.text if card.status in DONE else status_colour(card.status, theme)
        pen.write(card.number, big, colour, breakable=True)
        if card.scope:
            pen.write(card.scope, small, theme.faint_text)
        self._links = []
        for other in card.others:
            top = pen.y
            pen.write(f"{other.text} {other.mark}", small, theme.link)
            self._links.append((QRect(0, top, width, pen.y - top), other.source))
        return self._draw_foot(card, pen, small, width)

    def _draw_foot(self, card: FigureCard, pen: PaintPen, small: QFont, width: int) -> int:
        """Draw the period, the source mark and the badge on the lowest line, on two where they do not fit."""
        theme, words = self._session.theme, self._session.words
        label = badge_label(card.status, words)
        size = badge_size(small, label)
        metrics = QFontMetrics(small)
        needed = metrics.horizontalAdvance(f"{card.period} {card.mark}") + size.width() + 12
        two_lines = needed > width - 2 * _PADDING
        least = pen.y + 2 + int(size.height()) + _PADDING + (int(size.height()) + 2 if two_lines else 0)
        if pen.painter is None:
            return least
        line = QRectF(_PADDING, self.height() - _PADDING - size.height(), width - 2 * _PADDING, size.height())
        painter = pen.painter
        painter.setFont(small)
        painter.setPen(QColor(theme.faint_text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, card.period)
        painter.setPen(QColor(theme.link))
        after = line.adjusted(metrics.horizontalAdvance(card.period + " ") + 2, 0, 0, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, card.mark)
        # Periods of one row stand on one line, and a badge that does not fit beside its period above it.
        up = size.height() + 2 if two_lines else 0
        corner = QPointF(line.right() - size.width(), line.top() - up)
        draw_badge(painter, QRectF(corner, size), label, card.status, theme)
        return least
