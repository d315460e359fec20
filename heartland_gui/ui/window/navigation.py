"""The first column: the region, its pillars, its places and its technologies, each with its number of companies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import Entity, Ref, ref_of
from heartland_gui.model.queries import cities_of, companies_of, short_name
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.dragging import page_data
from heartland_gui.ui.widgets.menus import offer_comparing, takes_letter
from heartland_gui.ui.widgets.theme import CHOSEN, SMALL_SIZE, sized

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A heading (`ref` is None) or a choice with its number of companies; `colour` is a slot of the palette."""

    text: str
    ref: Ref | None = None
    beside: str = ""
    count: str = ""
    colour: int | None = None
    strong: bool = False


class NavigationModel(QAbstractListModel):
    """The rows of the navigation; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[NavigationRow, ...] = ()

    def show_rows(self, rows: Sequence[NavigationRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not enabled, so that arrow keys pass over them."""
        if not index.isValid() or self.rows[index.row()].ref is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the page of the row that is dragged."""
        ref = self.ref(indexes[0])
        return QMimeData() if ref is None else page_data(ref)

    def ref(self, index: Index) -> Ref | None:
        """Return the page of a row, None of a heading."""
        return self.rows[index.row()].ref

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the spoken text, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = " ".join(part for part in (row.text, row.beside, row.count) if part)
            return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken
        return row if role == ROW else None

    def index_of(self, ref: Ref) -> QModelIndex:
        """Return where a choice stands, an invalid index where it is none."""
        for number, row in enumerate(self.rows):
            if row.ref == ref:
                return self.index(number)
        return QModelIndex()


_MARGIN: Final = 14
_SQUARE: Final = 10
_INDENT: Final = 18
_PADDING: Final = 5


def navigation_rows(dataset: Dataset, words: Words) -> tuple[NavigationRow, ...]:
    """Return the rows of the navigation in the dataset's order."""
    region = dataset.region
    rows = [
        NavigationRow(region.name.text(words.language), dataset.region_ref, beside=words.text("overview"), strong=True)
    ]
    pillars = [_row(dataset, pillar, words, colour=pillar_slot(dataset, pillar)) for pillar in dataset.pillars]
    zones = [_row(dataset, zone, words) for zone in dataset.zones]
    cities = [_row(dataset, city, words, beside=city.name.other(words.language) or "") for city in cities_of(dataset)]
    technologies = [_row(dataset, technology, words) for technology in dataset.technologies]
    for heading, group in (
        (words.text("Pillars"), pillars),
        (words.text("Places"), [*zones, *cities]),
        (words.text("Technologies"), technologies),
    ):
        if group:
            rows += [NavigationRow(heading), *group]
    return tuple(rows)


def _row(
    dataset: Dataset, entity: Entity, words: Words, *, colour: int | None = None, beside: str = ""
) -> NavigationRow:
    ref = ref_of(entity)
    count = words.number(len(companies_of(dataset, ref)))
    return NavigationRow(short_name(entity, words.language), ref, beside, count, colour)


class NavigationPane(QWidget):
    """The list of what can be chosen; the choice of the session is marked."""

    compare_requested = Signal(object)
    """The page, a Ref, that somebody wants to compare."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_pane")
        self._session = session
        self._dataset: Dataset | None = None
        self._words: Words | None = None
        self._following = False
        self._model = NavigationModel(self)
        self.view = _NavigationView(self)
        self.view.setObjectName("navigation")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_NavigationDelegate(session, self.view))
        offer_comparing(self.view, session.words, self._model.ref, self.compare_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._choose)
        # Assistive technology selects a row without making it the current one.
        self.view.selectionModel().selectionChanged.connect(self._choose_selected)
        self.view.clicked.connect(self._choose_again)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's dataset and mark its choice."""
        session = self._session
        self.view.setAccessibleName(session.words.text("Navigation"))
        if not session.is_open:
            self._dataset = None
            self._model.show_rows(())
            return
        if session.dataset is not self._dataset or session.words is not self._words:
            self._dataset, self._words = session.dataset, session.words
            self._model.show_rows(navigation_rows(session.dataset, session.words))
        index = self._model.index_of(session.selection.listing)
        if index != self.view.currentIndex():
            self._following = True
            self.view.setCurrentIndex(index)
            self._following = False

    def _choose(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if not self._following and isinstance(row, NavigationRow) and row.ref is not None:
            self._session.choose_listing(row.ref)

    def _choose_selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes()[:1]:
            self._choose(index)

    def _choose_again(self, index: QModelIndex) -> None:
        """Lead back to the choice's own page from a company's page."""
        if self._session.is_open and index == self.view.currentIndex():
            self._choose(index)


class _NavigationView(QListView):
    """A list whose rows are as high as their names need at the present width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: names wrap."""
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep letters for finding a row by its beginning; elsewhere in the window they are shortcuts."""
        if takes_letter(event):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again when the type changes."""
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)


class _NavigationDelegate(QStyledItemDelegate):
    """Draws headings in small capitals, choices with their colour and their count."""

    def __init__(self, session: Session, view: QListView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the row's height at the width of the list."""
        row = index.data(ROW)
        width = self._view.viewport().width()
        if not isinstance(row, NavigationRow):
            return QSize(width, 0)
        if row.ref is None:
            return QSize(width, option.fontMetrics.height() + 18)
        room = QRect(0, 0, self._text_width(option, row, width), 1000)
        height = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), _label(row)).height()
        return QSize(width, height + 2 * _PADDING)

    def _text_width(self, option: QStyleOptionViewItem, row: NavigationRow, width: int) -> int:
        right = option.fontMetrics.horizontalAdvance(row.count or row.beside) + 10
        return max(40, width - 2 * _MARGIN - (_INDENT if row.colour is not None else 0) - right)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW)
        if not isinstance(row, NavigationRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.ref is None:
            self._draw_heading(painter, option, row)
        else:
            self._draw_choice(painter, option, row, chosen=index == self._view.currentIndex())
        painter.restore()

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: NavigationRow) -> None:
        font = sized(option.font, SMALL_SIZE - 1, bold=True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(QColor(self._session.theme.faint_text))
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -4)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.text.upper())

    def _draw_choice(
        self, painter: QPainter, option: QStyleOptionViewItem, row: NavigationRow, *, chosen: bool
    ) -> None:
        theme = self._session.theme
        back = option.rect.adjusted(6, 0, -6, 0)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection if chosen else theme.hover))
            painter.drawRoundedRect(back, 4, 4)
        if chosen:
            # The fill alone is too faint for many eyes.
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRect(back.left(), back.top() + 3, CHOSEN, back.height() - 6), 1, 1)
        if chosen and self._view.hasFocus():
            painter.setPen(QColor(theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # The line is as wide as a pixel: outside the row it would stay when the choice moves on.
            painter.drawRoundedRect(QRectF(back).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = _MARGIN
        if row.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.mark(row.colour)))
            middle = option.rect.center().y()
            painter.drawRoundedRect(QRect(_MARGIN, middle - _SQUARE // 2, _SQUARE, _SQUARE), 2, 2)
            left += _INDENT
        painter.setFont(sized(option.font, option.font.pixelSize(), bold=row.strong))
        painter.setPen(QColor(theme.text))
        room = QRect(left, option.rect.top(), self._text_width(option, row, option.rect.width()), option.rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, _label(row))
        painter.setFont(option.font)
        painter.setPen(QColor(theme.faint_text))
        right = option.rect.adjusted(0, 0, -_MARGIN, 0)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, aligned, row.beside if row.strong else row.count)


def _label(row: NavigationRow) -> str:
    return row.text if row.strong or not row.beside else f"{row.text} {row.beside}"
