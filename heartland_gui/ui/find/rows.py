"""The rows of quick find: what a thing is, its name with what fits in bold, and what is worth knowing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from heartland_gui.finding.entries import KIND_NAMES, Entry, EntryKind, EntryText, entry_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.widgets.ground import draw_ground
from heartland_gui.ui.widgets.theme import SMALL_SIZE, TEXT_SIZE, sized

FOUND: Final = int(Qt.ItemDataRole.UserRole)
"""The role of a row's value."""
TEXTS: Final = FOUND + 1
"""The role of what a row says."""
KIND: Final = FOUND + 2
"""The role of what kind of thing a row is, in words."""
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_HEIGHT: Final = 32
_MARGIN: Final = 12
_KIND_WIDTH: Final = 88
_MOST_DETAIL: Final = 0.36
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An entry, and the name by which it was found: empty where it was not looked for."""

    entry: Entry
    name: str


class FoundModel(QAbstractListModel):
    """What was found; what a row says is looked up when it is drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._words = Words()
        self._rows: Sequence[FoundRow] = ()
        # The same things are found again with every letter, and some texts count companies.
        self._known: dict[Entry, EntryText] = {}

    def show_rows(self, dataset: Dataset, words: Words, rows: Sequence[FoundRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        if dataset is not self._dataset or words is not self._words:
            self._known = {}
        self._dataset, self._words, self._rows = dataset, words, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how much was found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, what it says, or the same in one line."""
        if not index.isValid() or index.row() >= len(self._rows) or self._dataset is None:
            return None
        row = self._rows[index.row()]
        if role == FOUND:
            return row
        kind = self._words.say(KIND_NAMES[row.entry.kind])
        if role == KIND:
            return kind
        if role not in (TEXTS, *_SAID):
            return None
        texts = self._texts(row)
        if role == TEXTS:
            return texts
        said = self._words.clauses([part for part in (texts.title, texts.other, kind, texts.detail) if part])
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def _texts(self, row: FoundRow) -> EntryText:
        """Return what a row says; a name that it does not show but was found by stands behind the title."""
        if self._dataset is None:
            raise RuntimeError("rows are asked for before they were given")
        if row.entry.kind is EntryKind.COMMAND:
            return EntryText(row.entry.names[0], "", "")
        texts = self._known.get(row.entry)
        if texts is None:
            texts = self._known[row.entry] = entry_text(self._dataset, row.entry, self._words)
        shown = (texts.title, texts.other, texts.detail)
        if row.name and row.name not in shown and row.entry.ref is not None and row.name != row.entry.ref.id:
            return EntryText(texts.title, row.name, texts.detail)
        return texts


class FoundRows(QListView):
    """The list below the field, which keeps the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_FoundDelegate(theme, self))


class _FoundDelegate(QStyledItemDelegate):
    """Draws a row in one line."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the kind, the name, the same in another language, and the detail at the right."""
        texts, row = index.data(TEXTS), index.data(FOUND)
        if not isinstance(texts, EntryText) or not isinstance(row, FoundRow):
            return
        chosen, hovered = index == self._view.currentIndex(), bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        theme = draw_ground(painter, option.rect, self._theme, chosen=chosen, hovered=hovered)
        if chosen:
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(theme.focus))
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        small, plain = sized(option.font, SMALL_SIZE), sized(option.font, TEXT_SIZE)
        self._write(painter, small, theme.faint_text, room, str(index.data(KIND)))
        room.setLeft(room.left() + _KIND_WIDTH)
        detail = QFontMetrics(small).elidedText(
            texts.detail, Qt.TextElideMode.ElideRight, int(room.width() * _MOST_DETAIL)
        )
        width = self._write(painter, small, theme.faint_text, room, detail, right=True)
        room.setRight(room.right() - width - (_MARGIN if width else 0))
        used = self._write(painter, sized(plain, TEXT_SIZE, bold=True), theme.text, room, texts.title)
        room.setLeft(room.left() + used + 8)
        if texts.other and room.width() > 2 * _MARGIN:
            self._write(painter, plain, theme.faint_text, room, texts.other)
        painter.restore()

    def _write(
        self, painter: QPainter, font: QFont, colour: str, room: QRect, text: str, *, right: bool = False
    ) -> int:
        """Write a text into a line, cut where it is too long; return how wide it is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
        return metrics.horizontalAdvance(shown)
