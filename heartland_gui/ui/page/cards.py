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
from heartland_gui.model.observations import DONE, Status
from heartland_gui.model.queries import full_name
from heartland_gui.pages.card_layout import CardLayout, CardMeasures, Part, card_columns, lay_out_card
from heartland_gui.pages.page import Card, plain
from heartland_gui.rendering.fonts import CHINESE
from heartland_gui.rendering.marks.badges import badge_label, badge_size, draw_badge, status_colour
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.menus import MenuEntry, show_menu
from heartland_gui.ui.widgets.theme import FIGURE_SIZE, SMALL_SIZE, sized

_GAP: Final = 10
_MEASURES: Final = CardMeasures(side=11, top=9, bottom=11, below_text=2, above_foot=2, before_badge=12, before_mark=2)
_LEAST_WIDTH: Final = 158
_MOST_WIDTH: Final = 420
_LEAST_FIGURE: Final = 15
_LONG_NUMBER: Final = 220
"""A number that needs more pixels than this may be broken."""
_FULL_ROW: Final = 4
"""A row of fewer cards than this does not fill a wide page."""
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_ON_LINE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_FOOT: Final = (Part.PERIOD, Part.MARK)


class CardRuler:
    """Measures what one card says in the type of the window: its number a little smaller where one line needs it."""

    def __init__(self, card: Card, base: QFont, room: int, words: Words) -> None:
        self._words = words
        self._small = sized(base, SMALL_SIZE)
        self._number = _number_font(card, base, room)
        # Every line has the height of Chinese text where the card is in Chinese, though it has none.
        self._strut = "\u3000" if any(character > CHINESE for character in card.label) else ""

    def font(self, part: Part) -> QFont:
        """Return the type of a part."""
        return self._number if part is Part.NUMBER else self._small

    def drawn(self, text: str) -> str:
        """Return a text as it is drawn where it may be wrapped."""
        return text + self._strut

    def width(self, text: str, part: Part) -> float:
        """Return how wide a text is in one line."""
        return QFontMetrics(self.font(part)).horizontalAdvance(text)

    def height(self, text: str, part: Part, width: float) -> float:
        """Return how high a text is that is wrapped at a width."""
        room = QRect(0, 0, int(width), 10_000)
        return QFontMetrics(self.font(part)).boundingRect(room, _WRAP, self.drawn(text)).height()

    def badge(self, status: Status) -> tuple[float, float]:
        """Return the width and the height of a badge."""
        size = badge_size(self._small, badge_label(status, self._words))
        return size.width(), size.height()


def _number_font(card: Card, base: QFont, room: int) -> QFont:
    """Return the type of a card's number."""
    for size in range(FIGURE_SIZE, _LEAST_FIGURE - 1, -1):
        font = sized(base, size, bold=card.status in DONE)
        if QFontMetrics(font).horizontalAdvance(card.number) <= room:
            return font
    return sized(base, FIGURE_SIZE, bold=card.status in DONE)


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

    def show_cards(self, cards: Sequence[Card]) -> None:
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
        return card_columns(self._count, fitting)

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
        self._card: Card | None = None
        self._heights: dict[int, int] = {}
        self._number_width: int | None = None
        self._links: list[tuple[QRectF, Ref]] = []
        self._pressed_at = QPoint(-1, -1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._follow)

    def show_card(self, card: Card) -> None:
        """Show another number."""
        self._card, self._heights, self._number_width = card, {}, None
        words = self._session.words
        spoken = [card.label, card.value, card.period, badge_label(card.status, words), card.scope]
        spoken += [plain(said.text) for said in card.disagreement]
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
            self._number_width = QFontMetrics(font).horizontalAdvance(self._card.number) + int(2 * _MEASURES.side)
        return self._number_width or 0

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
            self._heights[width] = self._measured(width)
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
        self._draw(painter, self._card)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the sources of the number, and the number as it may be cited."""
        card, words = self._card, self._session.words
        if card is None:
            return
        dataset = self._session.dataset
        leading: list[MenuEntry] = [
            (words.text("Open source: {name}", name=full_name(dataset.entity(ref), words.language)), self._opener(ref))
            for ref in dict.fromkeys(_sources(card))
        ]
        subject = full_name(dataset.entity(self._session.selection.page), words.language)
        cited = words.clauses([subject, words.text("{name}: {text}", name=card.label, text=card.tip)])
        copying = (words.text("Copy with source"), lambda: QGuiApplication.clipboard().setText(cited))
        show_menu(self, event.globalPos(), leading, [copying])

    def _opener(self, source: Ref) -> Callable[[], None]:
        return lambda: self.source_requested.emit(source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: what another source says leads to that source."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Forget the last press: a key means the card's own number."""
        self._pressed_at = QPoint(-1, -1)
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def _follow(self) -> None:
        if self._card is None:
            return
        at = QPointF(self._pressed_at)
        other = next((ref for place, ref in self._links if place.contains(at)), None)
        self.source_requested.emit(other or self._card.mark.target)

    def _measured(self, width: int) -> int:
        return 0 if self._card is None else int(self._layout_of(self._card, width)[0].height)

    def _layout_of(self, card: Card, width: int, height: int = 0) -> tuple[CardLayout, CardRuler]:
        ruler = CardRuler(card, self.font(), int(width - 2 * _MEASURES.side), self._session.words)
        return lay_out_card(card, width, ruler, _MEASURES, height), ruler

    def _draw(self, painter: QPainter, card: Card) -> None:
        theme = self._session.theme
        placed, ruler = self._layout_of(card, self.width(), self.height())
        # What is not done yet stands in light type and in the colour of its badge.
        number = theme.text if card.status in DONE else status_colour(card.status, theme)
        colours = {Part.NUMBER: number, Part.DISAGREEMENT: theme.link, Part.MARK: theme.link}
        for text in placed.texts:
            painter.setFont(ruler.font(text.part))
            painter.setPen(QColor(colours.get(text.part, theme.faint_text)))
            place = QRectF(text.x, text.y, text.width, text.height)
            if text.part in _FOOT:
                painter.drawText(place, _ON_LINE, text.text)
            else:
                painter.drawText(place, _WRAP, ruler.drawn(text.text))
        painter.setFont(ruler.font(Part.PERIOD))
        draw_badge(painter, QRectF(*placed.badge), badge_label(card.status, self._session.words), card.status, theme)
        self._links = [
            (QRectF(0, text.y, self.width(), text.height + _MEASURES.below_text), text.source)
            for text in placed.texts
            if text.source is not None
        ]


def _sources(card: Card) -> list[Ref]:
    """Return the page of every source that a card names."""
    marks = [card.mark, *(mark for said in card.disagreement for mark in said.marks)]
    return [mark.target for mark in marks if isinstance(mark.target, Ref)]
