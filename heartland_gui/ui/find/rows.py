"""The rows of the panel that finds: heads of groups, and what was found with the letters that were typed bold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from heartland_gui.finding.answers import FoundText
from heartland_gui.finding.entries import EntryKind, EntryText
from heartland_gui.finding.finder import Hit
from heartland_gui.finding.highlights import Range
from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import Pillar
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.widgets.elided import cut_in_middle
from heartland_gui.ui.widgets.ground import draw_ground
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.theme import GROUP_SIZE, SMALL_SIZE, TEXT_SIZE, sized

FOUND: Final = int(Qt.ItemDataRole.UserRole)
"""The role of a row's value: a Head or a FoundRow."""
TEXTS: Final = FOUND + 1
"""The role of what a row says, as a FoundText."""
PICTURE: Final = FOUND + 2
"""The role of what stands before a row: the name of an icon, or the slot of a pillar's colour."""
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ICONS: Final = {
    EntryKind.PLACE: "place",
    EntryKind.ZONE: "zone",
    EntryKind.TECHNOLOGY: "technology",
    EntryKind.COMPANY: "company",
    EntryKind.INDICATOR: "indicator",
    EntryKind.PERSON: "person",
    EntryKind.EVENT: "event",
    EntryKind.SOURCE: "source",
    EntryKind.COMMAND: "command",
    EntryKind.COMPARISON: "compare",
    EntryKind.QUERY: "search",
}
_HEAD: Final = 29
_ROW: Final = 32
_LINE: Final = 18
_AROUND: Final = 12
"""What a row of several lines has above and below them, together."""
_MOST_LINES: Final = 3
_EDGE: Final = 6
"""Between the edge of the panel and what lies behind a row."""
_MARGIN: Final = 18
_PICTURE: Final = 20
_SQUARE: Final = 12
_TEXT: Final = 50
"""Where the words of a row begin."""
_GAP: Final = 6
_BETWEEN: Final = " · "
_MOST_DETAIL: Final = 0.5
_BAR: Final = 9
"""How wide the bar is that scrolls the list."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group. `more` says how many rows it has beyond those that are shown, empty where it has none."""

    title: str
    more: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What was found, and the title of the group in which it stands."""

    hit: Hit
    group: str


class FoundModel(QAbstractListModel):
    """Heads and rows; what a row says is looked up when it is drawn."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: Sequence[Head | FoundRow] = ()
        self._dataset: Dataset | None = None
        self._text: Callable[[Hit], FoundText] = lambda hit: FoundText(EntryText(hit.name, "", ""))
        self._said: dict[Hit, FoundText] = {}

    def show_rows(
        self, dataset: Dataset, words: Words, rows: Sequence[Head | FoundRow], text: Callable[[Hit], FoundText]
    ) -> None:
        """Replace all rows; `text` says what one of them says."""
        self.beginResetModel()
        self._dataset, self._words, self._rows, self._text, self._said = dataset, words, rows, text, {}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows and heads there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a head be chosen only where it leads on."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        if row is None or (isinstance(row, Head) and not row.more):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, what it says, or the same in one line: its group, its name, its value."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        if role == FOUND or row is None:
            return row
        if isinstance(row, Head):
            return self._said_of((row.title, row.more)) if role in _SAID else None
        return self._of_row(row, role)

    def _of_row(self, row: FoundRow, role: int) -> object:
        texts = self._texts(row.hit)
        text = texts.text
        if role == TEXTS:
            return texts
        if role == PICTURE:
            return self._picture(row.hit)
        if role in _SAID:
            return self._said_of((row.group, text.title, text.other, text.detail))
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        return plain_tip(self._said_of((text.title, text.other, text.detail))) if is_tip else None

    def _said_of(self, parts: Sequence[str]) -> str:
        return self._words.clauses([part for part in parts if part])

    def _texts(self, hit: Hit) -> FoundText:
        if hit not in self._said:
            self._said[hit] = self._text(hit)
        return self._said[hit]

    def _picture(self, hit: Hit) -> str | int:
        entry, dataset = hit.entry, self._dataset
        if entry.kind is EntryKind.PILLAR and entry.ref is not None and dataset is not None:
            pillar = dataset.subjects.get(entry.ref.id)
            return pillar_slot(dataset, pillar) if isinstance(pillar, Pillar) else ""
        if entry.kind is EntryKind.COMMAND and entry.indicator is not None:
            return "compare"
        return _ICONS.get(entry.kind, "search")


class FoundRows(QListView):
    """The list below the field, which keeps the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_FoundDelegate(theme, self))
        # Nothing below shines through: else all of the page would be painted again with every letter.
        self._ground = QColor(theme.surface)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground before the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)

    def height_in(self, width: int) -> int:
        """Return how high all rows are where the list is that wide, in pixels."""
        model, delegate = self.model(), self.itemDelegate()
        heights = (
            (delegate.height_of(model.index(row, 0), width, self.font()) for row in range(model.rowCount()))
            if isinstance(delegate, _FoundDelegate)
            else ()
        )
        return sum(heights)


class _FoundDelegate(QStyledItemDelegate):
    """Draws heads and rows."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that a row needs where it is as wide as the list."""
        return QSize(100, self.height_of(index, self._view.width(), option.font))

    def height_of(self, index: Index, width: int, font: QFont) -> int:
        """Return the height of a row in a list of that width, both in pixels."""
        row = index.data(FOUND)
        if isinstance(row, Head):
            return _HEAD
        if not isinstance(row, FoundRow) or row.hit.entry.kind is not EntryKind.EVENT:
            return _ROW
        texts = index.data(TEXTS)
        plain, small = sized(font, TEXT_SIZE), sized(font, SMALL_SIZE)
        detail = _Written(texts.text.detail, texts.detail, small)
        lines = _Written(texts.text.title, texts.title, plain).lay_out(_wrapping(width, detail), _MOST_LINES)
        return max(_ROW, _AROUND + _LINE * lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a head or a row."""
        row = index.data(FOUND)
        chosen = index == self._view.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(index.flags())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if isinstance(row, Head):
            ground.setTop(ground.top() + _HEAD - 23)
        theme = draw_ground(painter, ground, self._theme, chosen=chosen, hovered=hovered, corner=6)
        if isinstance(row, Head):
            self._paint_head(painter, option, row, theme, ground)
        elif isinstance(row, FoundRow):
            self._paint_row(painter, option, index, theme)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, head: Head, theme: Theme, ground: QRect
    ) -> None:
        room = ground.adjusted(_MARGIN - _EDGE, 0, _EDGE - _MARGIN, 0)
        small = sized(option.font, SMALL_SIZE)
        more = QFontMetrics(small).horizontalAdvance(head.more)
        painter.setFont(small)
        painter.setPen(QColor(theme.link))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, head.more)
        title = sized(option.font, GROUP_SIZE, bold=True)
        painter.setFont(title)
        painter.setPen(QColor(theme.third_text))
        left = room.width() - more - (_MARGIN if more else 0)
        shown = QFontMetrics(title).elidedText(head.title, Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
        texts, row = index.data(TEXTS), index.data(FOUND)
        if not isinstance(texts, FoundText) or not isinstance(row, FoundRow):
            return
        place = option.rect
        self._paint_picture(painter, place, index.data(PICTURE), theme)
        plain, small = sized(option.font, TEXT_SIZE), sized(option.font, SMALL_SIZE)
        detail = _Written(texts.text.detail, texts.detail, small)
        title = _Written(texts.text.title, texts.title, plain)
        taken = _taken(detail, place.width())
        if row.hit.entry.kind is not EntryKind.EVENT:
            # What a short name leaves is the value's.
            taken = max(taken, min(detail.width, place.width() - _TEXT - 2 * _MARGIN - title.width))
        if taken:
            room = QRect(place.right() + 1 - _MARGIN - taken, place.top(), taken, place.height())
            detail.leave_out(taken)
            detail.cut(taken, middle=False)
            detail.draw(painter, room, theme.faint_text, right=True)
        room = place.adjusted(_TEXT, 0, -_MARGIN - _beside(taken), 0)
        if row.hit.entry.kind is EntryKind.EVENT:
            title.lay_out(_wrapping(self._view.width(), detail), _MOST_LINES)
            title.draw(painter, room, theme.text)
            return
        title.cut(room.width())
        used = title.draw(painter, room, theme.text) + _GAP
        other = _Written(texts.text.other, texts.other, plain)
        if texts.text.other and room.width() - used > 2 * _MARGIN:
            other.cut(room.width() - used)
            other.draw(painter, room.adjusted(used, 0, 0, 0), theme.faint_text)

    def _paint_picture(self, painter: QPainter, place: QRect, picture: object, theme: Theme) -> None:
        middle = place.center().y() + 1
        if isinstance(picture, int):
            square = QRect(_MARGIN + (_PICTURE - _SQUARE) // 2, middle - _SQUARE // 2, _SQUARE, _SQUARE)
            painter.setPen(QPen(QColor(theme.axis), 1))
            painter.setBrush(QColor(theme.mark(picture)))
            painter.drawRoundedRect(square, 3, 3)
        elif picture:
            ratio = painter.device().devicePixelRatio()
            drawn = pixmap(str(picture), theme.faint_text, _PICTURE, ratio)
            painter.drawPixmap(QPointF(_MARGIN, middle - _PICTURE / 2), drawn)


def _taken(detail: _Written, width: int) -> int:
    """Return how wide the value at the right is, in a row of that width."""
    return min(detail.width, int((width - _TEXT - _MARGIN) * _MOST_DETAIL)) if detail.width else 0


def _wrapping(width: int, detail: _Written) -> int:
    """Return how wide the lines of an event are in a list of that width, whether it can be scrolled or not.

    Were they wider without the bar, a list that is too high with it and fits without it could never settle.
    """
    within = width - _BAR
    return within - _TEXT - _MARGIN - _beside(_taken(detail, within))


def _beside(taken: int) -> int:
    """Return how much room the words lose to a value of that width, with what is left between."""
    return taken + _MARGIN if taken else 0


class _Written:
    """A text with some of its letters bold, in one line unless it is laid out in several; never markup."""

    def __init__(self, text: str, bold: Sequence[Range], font: QFont) -> None:
        self._text, self._bold, self._font = text.replace("\n", " "), tuple(bold), font
        self._made: QTextLayout | None = None

    @property
    def width(self) -> int:
        """How wide it is in one line, in pixels."""
        return self._width(self._text, self._bold) if self._text else 0

    def _width(self, text: str, bold: Sequence[Range]) -> int:
        made = self._layout(text, bold)
        made.beginLayout()
        line = made.createLine()
        line.setLineWidth(1e6)
        made.endLayout()
        return int(line.naturalTextWidth()) + 1

    def _layout(self, text: str, bold: Sequence[Range]) -> QTextLayout:
        made = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        ranges = []
        for first, last in bold:
            one = QTextLayout.FormatRange()
            # Qt counts in halves of signs beyond the basic plane.
            one.start, one.length, one.format = _units(text[:first]), _units(text[first:last]), strong
            ranges.append(one)
        made.setFormats(ranges)
        return made

    def leave_out(self, width: int) -> None:
        """Leave out the last of several things that are said where they have no room."""
        while self.width > width and _BETWEEN in self._text:
            self._text = self._text.rpartition(_BETWEEN)[0]
            self._bold = tuple(each for each in self._bold if each[1] <= len(self._text))

    def cut(self, width: int, *, middle: bool = True) -> None:
        """Leave out what has no room in one line: the middle of a name, the end of anything else."""
        if self.width <= width:
            return
        # All of it is measured bold: what is shown is never wider.
        metrics = QFontMetrics(sized(self._font, self._font.pixelSize(), bold=True))
        if middle:
            first, last = cut_in_middle(self._text, metrics, width)
        else:
            first, last = max(0, len(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, width)) - 1), 0
        if first >= len(self._text):
            return
        begin = len(self._text) - last
        moved = first + 1 - begin
        head = [(start, min(end, first)) for start, end in self._bold if start < first]
        tail = [(max(start, begin) + moved, end + moved) for start, end in self._bold if end > begin]
        self._text, self._bold = f"{self._text[:first]}…{self._text[begin:]}", (*head, *tail)

    def lay_out(self, width: int, most: int) -> int:
        """Put it into lines of a width, `most` of them; return how many they are."""
        made = self._layout(self._text, self._bold)
        made.beginLayout()
        lines = 0
        while lines < most:
            line = made.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * _LINE + (_LINE - line.height()) / 2))
            lines += 1
            if lines == most and line.textStart() + line.textLength() < len(self._text):
                kept = line.textStart() + line.textLength()
                made.endLayout()
                self._text = f"{self._text[: max(0, kept - 2)].rstrip()}…"
                self._bold = tuple((start, min(end, len(self._text))) for start, end in self._bold)
                self._bold = tuple(each for each in self._bold if each[0] < each[1])
                return self.lay_out(width, most)
        made.endLayout()
        self._made = made
        return lines

    def draw(self, painter: QPainter, room: QRect, colour: str, *, right: bool = False) -> int:
        """Draw it in the middle of the height of a place; return how wide it is."""
        lines = 1
        if self._made is None:
            lines = self.lay_out(1_000_000, 1)
        made = self._made
        if made is None:
            return 0
        lines = made.lineCount()
        width = int(max((made.lineAt(line).naturalTextWidth() for line in range(lines)), default=0)) + 1
        left = room.right() + 1 - width if right else room.left()
        painter.setPen(QColor(colour))
        made.draw(painter, QPointF(left, room.top() + (room.height() - lines * _LINE) / 2))
        return width


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
