"""The navigation: the region, its pillars, its places and its technologies with their companies, and about the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
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
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.disagreements import told_differently
from heartland_gui.model.entities import Entity, Pillar, Place, Ref, SubjectKind, Zone, ref_of
from heartland_gui.model.queries import companies_of
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.widgets.dragging import page_data
from heartland_gui.ui.widgets.ground import draw_ground, draw_ring
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.menus import Holds, holds_nothing, offer_comparing, takes_letter
from heartland_gui.ui.widgets.theme import GROUP_SIZE, TEXT_SIZE, sized
from heartland_gui.wording import listed_name, place_kind_text

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()
_LEADING_ZONES: Final = 1
_FIRST_PLACES: Final = 5
"""So many places, those with the most companies, stand unfolded."""
_PLACES, _TECHNOLOGIES = "places", "technologies"


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A heading, a choice, or what folds the rows below it.

    `colour` is a slot of the palette. A row of a fold is `within` it; `fold` is the name of what it folds itself.
    """

    text: str
    ref: Ref | None = None
    view: View | None = None
    beside: str = ""
    count: str = ""
    colour: int | None = None
    icon: str = ""
    fold: str = ""
    unfolded: bool = False
    within: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what stands below it."""
        return self.ref is None and self.view is None and not self.fold


class NavigationModel(QAbstractListModel):
    """The rows of the navigation; headings cannot be chosen."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
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
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.ref(index) is None else usable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the page of the row that is dragged."""
        ref = self.ref(indexes[0])
        return QMimeData() if ref is None else page_data(ref)

    def ref(self, index: Index) -> Ref | None:
        """Return the page of a row, None where it has none."""
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
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip(spoken)
            return self._words.clauses([spoken, self._fold_state(row)]) if row.fold else spoken
        return row if role == ROW else None

    def _fold_state(self, row: NavigationRow) -> str:
        return self._words.text("unfolded") if row.unfolded else self._words.text("folded")

    def first(self, is_wanted: Callable[[NavigationRow], bool]) -> QModelIndex:
        """Return the first row that is wanted, an invalid index where none is."""
        return next((self.index(number) for number, row in enumerate(self.rows) if is_wanted(row)), QModelIndex())


def navigation_rows(
    dataset: Dataset, words: Words, whole: Dataset | None = None, unfolded: Collection[str] = (), differing: int = 0
) -> tuple[NavigationRow, ...]:
    """Return the rows of the navigation.

    Places stand in the order of their companies in the `whole` dataset: a day does not change the order.
    """
    region = dataset.region
    rows = [
        NavigationRow(
            region.name.text(words.language), dataset.region_ref, beside=words.text("overview"), icon="overview"
        )
    ]
    pillars = [_row(dataset, pillar, words) for pillar in dataset.pillars]
    places = [_row(dataset, place, words) for place in _ordered_places(dataset, whole or dataset)]
    leading = _LEADING_ZONES + _FIRST_PLACES if dataset.zones else _FIRST_PLACES
    # What would be folded alone takes no more room than what folds it.
    first, rest = (places[:leading], places[leading:]) if len(places) > leading + 1 else (places, [])
    technologies = [_row(dataset, technology, words) for technology in dataset.technologies]
    about = [
        NavigationRow(words.say(VIEW_NAMES[view]), view=view, icon=icon, count=words.number(number))
        for view, icon, number in (
            (View.SOURCES, "source", len(dataset.sources)),
            (View.DISAGREEMENTS, "sources-differ", differing),
        )
    ]
    more = words.plural("{n} more place", "{n} more places", len(rest))
    count = words.plural("{n} technology", "{n} technologies", len(technologies))
    groups = (
        (words.text("Pillars"), pillars),
        (words.text("Places"), [*first, *_folded(_PLACES, more, rest, unfolded)]),
        (words.text("Technologies"), _folded(_TECHNOLOGIES, count, technologies, unfolded)),
        (words.text("About the data"), about),
    )
    for heading, group in groups:
        if group:
            rows += [NavigationRow(heading), *group]
    return tuple(rows)


def fold_of(rows: Sequence[NavigationRow], ref: Ref) -> str:
    """Return what has to be unfolded for a page to be among the rows, nothing where it is or never will be."""
    if any(row.ref == ref for row in rows):
        return ""
    return {SubjectKind.TECHNOLOGY: _TECHNOLOGIES, SubjectKind.PLACE: _PLACES, SubjectKind.ZONE: _PLACES}.get(
        ref.kind, ""
    )


def _folded(name: str, text: str, rows: Sequence[NavigationRow], unfolded: Collection[str]) -> list[NavigationRow]:
    if len(rows) < 2:
        return list(rows)
    head = NavigationRow(text, fold=name, unfolded=name in unfolded)
    return [head, *(replace(row, within=name) for row in rows if head.unfolded)]


def _ordered_places(dataset: Dataset, whole: Dataset) -> list[Zone | Place]:
    """Return the zone with the most companies, the places within the region by theirs, and the other zones."""

    def rank(entity: Zone | Place) -> int:
        return -len(companies_of(whole, ref_of(entity)))

    zones = sorted(dataset.zones, key=rank)
    places = sorted((place for place in dataset.places if place.id != dataset.manifest.region), key=rank)
    leading: list[Zone | Place] = [*zones[:_LEADING_ZONES], *places[:_FIRST_PLACES]]
    return [*leading, *zones[_LEADING_ZONES:], *places[_FIRST_PLACES:]]


def _row(dataset: Dataset, entity: Entity, words: Words) -> NavigationRow:
    ref, name = ref_of(entity), listed_name(dataset, entity, words)
    count = words.number(len(companies_of(dataset, ref)))
    if isinstance(entity, Pillar):
        return NavigationRow(name, ref, count=count, colour=pillar_slot(dataset, entity))
    if isinstance(entity, Place):
        return NavigationRow(name, ref, beside=_beside(dataset, entity, words), count=count, icon="place")
    return NavigationRow(name, ref, count=count, icon="zone" if isinstance(entity, Zone) else "technology")


def _beside(dataset: Dataset, place: Place, words: Words) -> str:
    """Return what a place is where most are something else, else its name in the other language where that is short."""
    kinds = Counter(each.kind for each in dataset.places if each.id != dataset.manifest.region)
    if place.kind != kinds.most_common(1)[0][0]:
        return place_kind_text(place, words)
    other = place.name.other(words.language) or ""
    return other if len(other) < len(place.name.text(words.language)) else ""


class NavigationPane(QWidget):
    """The list of what can be chosen; what is open is marked."""

    compare_requested = Signal(object)
    """The page, a Ref, that somebody wants to compare."""
    chosen = Signal()
    """Emitted when somebody has chosen a row for good, not only walked over it."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget | None = None, *, holds: Holds = holds_nothing
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._settings = session, settings
        self._unfolded = set(settings.unfolded)
        self._differing = 0
        self._read = Inputs()
        self._rows_of = Inputs()
        self._rows: dict[frozenset[str], tuple[NavigationRow, ...]] = {}
        self._folded_over: tuple[str, Ref | None] | None = None
        """What somebody has folded although what is open lies in it."""
        self._following = False
        self._model = NavigationModel(session.words, self)
        self.view = _NavigationView(self)
        self.view.setObjectName("navigation")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_NavigationDelegate(session, self.view))
        self.setFocusProxy(self.view)
        offer_comparing(self.view, session.words, self._model.ref, self.compare_requested, holds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._choose)
        # Assistive technology selects a row without making it the current one.
        self.view.selectionModel().selectionChanged.connect(self._choose_selected)
        self.view.clicked.connect(self._choose_again)
        self.view.fold_requested.connect(self._fold)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's dataset and mark what is open."""
        session = self._session
        self.view.setAccessibleName(session.words.text("Navigation"))
        if not session.is_open:
            self._model.show_rows(())
            return
        if self._read.changed_to(session.dataset):
            self._differing = len(told_differently(session.dataset))
        self._show_rows()
        index = self._index_of_open()
        if index != self.view.currentIndex():
            self._make_current(index)

    def _show_rows(self) -> None:
        """Show the rows; a fold that what is open lies in is unfolded for as long as it is open."""
        session, folds, open_ref = self._session, frozenset(self._unfolded), self._open_ref()
        rows = self._worded(folds)
        needed = fold_of(rows, open_ref) if open_ref is not None and session.dataset.find(open_ref) is not None else ""
        if needed and self._folded_over != (needed, open_ref):
            rows = self._worded(folds | {needed})
        if rows != self._model.rows:
            scrolled = self.view.verticalScrollBar().value()
            self._following = True
            self._model.show_rows(rows)
            self._following = False
            self.view.doItemsLayout()
            self.view.verticalScrollBar().setValue(scrolled)

    def _worded(self, folds: frozenset[str]) -> tuple[NavigationRow, ...]:
        """Return the rows with these folds open; counting companies is slow where they are many."""
        session = self._session
        if self._rows_of.changed_to(session.dataset, session.words):
            self._rows = {}
        if folds not in self._rows:
            self._rows[folds] = navigation_rows(session.dataset, session.words, session.whole, folds, self._differing)
        return self._rows[folds]

    def _open_ref(self) -> Ref | None:
        """Return the choice that what is open belongs to, None of what belongs to none."""
        selection = self._session.selection
        if selection.view is not View.SUBJECT:
            return None
        return selection.listing if selection.page.kind is SubjectKind.COMPANY else selection.page

    def _index_of_open(self) -> QModelIndex:
        selection, ref = self._session.selection, self._open_ref()
        view = View.SOURCES if ref is not None and ref.kind is SubjectKind.SOURCE else selection.view
        if view is not View.SUBJECT:
            return self._model.first(lambda row: row.view is view)
        return self._model.first(lambda row: row.ref == ref)

    def _make_current(self, index: QModelIndex) -> None:
        self._following = True
        self.view.setCurrentIndex(index)
        if not index.isValid():
            self.view.clearSelection()
        self._following = False

    def _choose(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if self._following or self.view.is_entered or not isinstance(row, NavigationRow):
            return
        if row.ref is not None:
            self._session.choose_listing(row.ref)
        elif row.view is not None:
            self._session.choose_view(row.view)

    def _choose_selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes()[:1]:
            self._choose(index)

    def _choose_again(self, index: QModelIndex) -> None:
        """Fold or unfold; lead back to the choice's own page from a company's page."""
        row = index.data(ROW)
        if not self._session.is_open or not isinstance(row, NavigationRow):
            return
        if row.fold:
            self._fold(index, unfold=not row.unfolded)
            return
        if index == self.view.currentIndex():
            self._choose(index)
        self.chosen.emit()

    def _fold(self, index: QModelIndex, unfold: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Show or hide the rows below one that folds them; remember it."""
        row = index.data(ROW)
        if not isinstance(row, NavigationRow):
            return
        name = row.fold or row.within
        if unfold:
            self._unfolded.add(name)
        else:
            self._unfolded.discard(name)
        self._folded_over = None if unfold else (name, self._open_ref())
        self._settings.save_unfolded(sorted(self._unfolded))
        self._show_rows()
        self._make_current(self._model.first(lambda each: each.fold == name))


class _NavigationView(QListView):
    """A list whose rows are as high as their names need at the present width."""

    fold_requested = Signal(QModelIndex, bool)
    """A row that folds others, or lies within a fold, and whether it is to be unfolded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_entered = False
        """Whether the keyboard comes in right now: Qt would make the first row the current one, and leave the page."""
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: names wrap."""
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose with the left button only: those at the side of the mouse are for the window."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard and leave the page as it is."""
        self.is_entered = True
        had_current = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not had_current:
            # What is open belongs to no row.
            self.clearSelection()
        self.is_entered = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Measure the rows again: the name of the current one is bold."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold with Left and unfold with Right; Return and Space choose the row."""
        index, key = self.currentIndex(), event.key()
        row = index.data(ROW)
        if not isinstance(row, NavigationRow):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Right and row.fold:
            self.fold_requested.emit(index, True)  # noqa: FBT003 - a signal of Qt
        elif key == Qt.Key.Key_Left and (row.fold or row.within):
            self.fold_requested.emit(index, False)  # noqa: FBT003 - a signal of Qt
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(index)
        else:
            super().keyPressEvent(event)

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


_AROUND: Final = 8
_MARGIN: Final = 16
_ICON: Final = 16
_SQUARE: Final = 12
_INDENT: Final = 20
_CORNER: Final = 6
_ROW: Final = 28
_HEADING: Final = 34
_MORE_LINES: Final = 6
"""What a row of more lines has above and below them together."""


class _NavigationDelegate(QStyledItemDelegate):
    """Draws heads of groups, and choices with their colour or icon and their number of companies."""

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
        if row.is_heading:
            return QSize(width, _HEADING)
        metrics = QFontMetrics(self._font(option, index))
        room = QRect(0, 0, self._text_width(option, row, width), 1000)
        height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), _label(row)).height()
        return QSize(width, _ROW if height < 2 * metrics.height() else height + _MORE_LINES)

    def _font(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return sized(option.font, TEXT_SIZE, bold=index == self._view.currentIndex())

    def _text_width(self, option: QStyleOptionViewItem, row: NavigationRow, width: int) -> int:
        right = option.fontMetrics.horizontalAdvance(_right(row))
        return max(40, width - 2 * _MARGIN - _INDENT - (right + 10 if right else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW)
        if not isinstance(row, NavigationRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            painter.setFont(sized(option.font, GROUP_SIZE, bold=True))
            painter.setPen(QColor(self._session.theme.third_text))
            place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -5)
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.text)
        else:
            self._draw_choice(painter, option, row, index)
        painter.restore()

    def _draw_choice(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: NavigationRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = index == self._view.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        back = option.rect.adjusted(_AROUND, 0, -_AROUND, 0)
        theme = draw_ground(painter, back, self._session.theme, chosen=chosen, hovered=hovered, corner=_CORNER)
        self._draw_sign(painter, option.rect, row, theme)
        font = self._font(option, index)
        width = self._text_width(option, row, option.rect.width())
        room = QRect(_MARGIN + _INDENT, option.rect.top(), width, option.rect.height())
        painter.setFont(font)
        painter.setPen(QColor(theme.faint_text if row.fold else theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(font)
        alone = metrics.horizontalAdvance(f"{row.text} ")
        beside = "" if _right(row) == row.beside else row.beside
        if beside and metrics.horizontalAdvance(_label(row)) <= room.width():
            painter.drawText(room, middle, row.text)
            painter.setFont(option.font)
            painter.setPen(QColor(theme.faint_text))
            painter.drawText(room.adjusted(alone, 0, 0, 0), middle, beside)
        else:
            painter.drawText(room, middle | Qt.TextFlag.TextWordWrap, _label(row))
        painter.setFont(option.font)
        painter.setPen(QColor(theme.third_text))
        right = option.rect.adjusted(0, 0, -_MARGIN, 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, _right(row))
        if chosen and self._view.hasFocus():
            draw_ring(painter, back, theme, _CORNER)

    def _draw_sign(self, painter: QPainter, place: QRect, row: NavigationRow, theme: Theme) -> None:
        """Draw the square of a pillar, or an icon."""
        middle = place.center().y() + 1
        if row.colour is not None:
            side = _SQUARE - 1
            square = QRectF(_MARGIN + 0.5, middle - _SQUARE / 2 + 0.5, side, side)
            painter.setPen(QPen(QColor(theme.axis), 1))
            painter.setBrush(QColor(theme.mark(row.colour)))
            painter.drawRoundedRect(square, 3, 3)
            return
        name = ("chevron-down" if row.unfolded else "chevron-right") if row.fold else row.icon
        picture = pixmap(name, theme.faint_text if row.fold else theme.text, _ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(_MARGIN - 2, middle - _ICON // 2, picture)


def _right(row: NavigationRow) -> str:
    """Return what stands at the right: the number of companies, or of a row without one what it is."""
    return row.count or row.beside


def _label(row: NavigationRow) -> str:
    return f"{row.text} {row.beside}" if row.beside and row.count else row.text
