"""The panel of all facets, each value with the number of companies that it would keep now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import NO_UNIT, Unit
from heartland_gui.model.facets import NO_FACETS, Choice, Facet, FacetIndex, Facets
from heartland_gui.pages.facets import FacetRow, facet_name, facet_rows, value_name
from heartland_gui.rendering.screen.tooltips import plain_label, plain_tip
from heartland_gui.text.amounts import typed_amount
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.explanations import explain

_LEAST_BESIDE: Final = 320
"""Where less is left beside the list, in pixels, the panel lies over it."""


class FloatingPanel(QFrame):
    """Opens to the right of `anchor` and closes with Escape, with a click elsewhere, or when the keyboard goes on.

    It is a part of the window and no window of its own: input methods, screen readers and pictures of the window work
    as everywhere else. Tab goes through `tab_stops`, from the last to `after`, and back from the first to
    `opener`; the panel closes behind it.
    """

    closed = Signal()

    def __init__(self, opener: QWidget, anchor: QWidget, after: QWidget) -> None:
        super().__init__(_ground(anchor))
        self._opener, self._anchor, self._after = opener, anchor, after
        self.setProperty("floating", "true")
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setObjectName("floating_scroll")
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidgetResizable(True)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(12, 8, 12, 8)
        self.foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.scroll_area, 1)
        column.addLayout(self.foot)
        self.hide()

    def hold(self, content: QWidget) -> None:
        """Take what is scrolled where it does not fit; `foot` below it always shows."""
        content.setObjectName("floating_content")
        self.scroll_area.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size at which nothing has to be scrolled."""
        content = self.scroll_area.widget()
        wanted = content.sizeHint() if content is not None else QSize()
        return super().sizeHint() - self.scroll_area.sizeHint() + wanted

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        raise NotImplementedError

    def open(self) -> None:
        """Show the panel and put the keyboard into it."""
        self._place()
        self.show()
        self.raise_()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._follow_keyboard)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        stops = self._usable_stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def close_panel(self, *, give_back: bool = False) -> None:
        """Hide the panel; with `give_back` the keyboard returns to what opened it."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._follow_keyboard)
        if give_back:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel(give_back=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what is pressed between the parts from the window below, where it would be a click elsewhere."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's form
        """Go through the stops; beyond them out of the panel."""
        stops = self._usable_stops()
        now = QApplication.focusWidget()
        place = stops.index(now) + (1 if forward else -1) if now in stops else 0
        if 0 <= place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        elif forward:
            self._after.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.close_panel(give_back=True)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is pressed; follow the sizes of the window and of what is held."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = self.isAncestorOf(watched) or watched in (self, self._opener)
            if not inside and watched.window() is self.window():
                self.close_panel()
        around, within = (self.parentWidget(), self._anchor), (self.scroll_area.widget(),)
        if watched in {QEvent.Type.Resize: around, QEvent.Type.LayoutRequest: within}.get(event.type(), ()):
            self._place()
        return False

    def _usable_stops(self) -> list[QWidget]:
        return [each for each in self.tab_stops() if each.isEnabled() and each.isVisibleTo(self)]

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._opener and not self.isAncestorOf(now) and now.window() is self.window():
            self.close_panel()

    def _place(self) -> None:
        """Stand beside the anchor, as wide and high as is wanted and there is room."""
        ground = _ground(self._anchor)
        corner = self._anchor.mapTo(ground, QPoint(self._anchor.width(), 0))
        if ground.width() - corner.x() < _LEAST_BESIDE:
            # In a narrow window it lies over the list.
            corner.setX(8)
        room = QRect(corner, QPoint(ground.width() - 9, corner.y() + self._anchor.height() - 9)).translated(1, 8)
        self.setGeometry(QRect(room.topLeft(), self.sizeHint().boundedTo(room.size())))


def _ground(anchor: QWidget) -> QWidget:
    """Return the program's window around a widget, not the outer window, which outlives a change of look."""
    above = anchor.parentWidget()
    while above is not None and not isinstance(above, QMainWindow):
        above = above.parentWidget()
    return above or anchor.window()


_HEIGHT: Final = 23
_BOX: Final = 15
_SQUARE: Final = 10
_GAP: Final = 7
_PADDING: Final = 5
_TICK: Final = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The corners of the tick, as shares of the box."""


class FacetBox(QCheckBox):
    """A box, the value's name and its count; what would keep nobody is faint and cannot be ticked."""

    stepped = Signal(int)
    """An arrow key asks for the value above (-1) or below (1)."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.row: FacetRow | None = None
        self._count = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_row(self, row: FacetRow) -> None:
        """Show a value."""
        words = self._session.words
        self.row = row
        self._count = words.number(row.count)
        # Qt's own key for a letter would be an ampersand in the name.
        self.setText(plain_label(row.text))
        self.setChecked(row.chosen)
        self.setEnabled(row.chosen or row.count > 0)
        said = words.plural("{name}, {n} company", "{name}, {n} companies", row.count, name=row.text)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size for name and count."""
        metrics = self.fontMetrics()
        shown = metrics.horizontalAdvance(self.row.text if self.row else "") + metrics.horizontalAdvance(self._count)
        return QSize(self._left() + shown + 2 * _GAP + _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size for the beginning of a name."""
        return QSize(90, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """Take clicks anywhere in the row."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next value with the arrows; tick with Return as with Space."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _left(self) -> int:
        coloured = self.row is not None and self.row.colour is not None
        return _PADDING + _BOX + _GAP + (_SQUARE + _GAP if coloured else 0)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the row."""
        if self.row is None:
            return
        theme, row = self._session.theme, self.row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.hasFocus():
            painter.setPen(QColor(theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        middle = self.rect().center().y()
        self._draw_box(painter, QRectF(_PADDING, middle - _BOX // 2, _BOX, _BOX).adjusted(0.5, 0.5, -0.5, -0.5))
        if row.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.mark(row.colour)))
            left = _PADDING + _BOX + _GAP
            painter.drawRoundedRect(QRect(left, middle - _SQUARE // 2, _SQUARE, _SQUARE), 2, 2)
        painter.setPen(QColor(theme.faint_text if self.isEnabled() else theme.control))
        room = self.rect().adjusted(self._left(), 0, -_PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.control))
        metrics = self.fontMetrics()
        room.setRight(room.right() - metrics.horizontalAdvance(self._count) - _GAP)
        name = metrics.elidedText(row.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_box(self, painter: QPainter, place: QRectF) -> None:
        """Draw the box and its tick; Qt's own outline is hardly seen on a dark surface."""
        theme = self._session.theme
        ticked = self.isChecked()
        usable = theme.control if self.isEnabled() else theme.border
        painter.setPen(QColor(theme.accent if ticked else usable))
        painter.setBrush(QColor(theme.accent if ticked else theme.surface))
        painter.drawRoundedRect(place, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(theme.accent_text), 2))
            points = [place.topLeft() + QPointF(x, y) * place.width() for x, y in _TICK]
            painter.drawPolyline(points)


_SHORT: Final = 8
"""Up to so many values all are shown, in the dataset's order."""
_MOST_FREQUENT: Final = 6
_MOST: Final = 300
"""Nobody reads further down a list; and each value is a widget."""


class FacetGroup(QWidget):
    """Values to tick. Tab stops once in the group, and the arrows walk its values."""

    toggled = Signal(object)
    """The Choice that was ticked or is ticked no more."""
    least_chosen = Signal(object)
    """The Choice of an indicator with another least value."""

    def __init__(self, session: Session, facet: Facet, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.facet = session, facet
        self.setObjectName(f"facet_{facet.value}")
        self.title = QLabel(self)
        self.title.setProperty("facet", "true")
        self.boxes: list[FacetBox] = []
        self.fields: list[LeastField] = []
        self._order: list[str] = []
        self._stop: FacetBox | None = None
        self.all_button = QPushButton(self)
        self.all_button.setProperty("crumb", "true")
        self.all_button.setCheckable(True)
        self.all_button.clicked.connect(self._show_all)
        self._rows: dict[str, FacetRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self, rows: Sequence[FacetRow]) -> None:
        """Put the values into the order in which they stay while somebody chooses: rows that jump are hard to hit."""
        found = list(rows)
        if len(rows) > _SHORT:
            found.sort(key=lambda row: (not row.chosen, -row.count))
        self._order = [row.choice.value for row in found[:_MOST]]
        self._stop = None
        self.all_button.setChecked(False)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show the present counts and choices."""
        # Another dataset may have places of other kinds.
        self.title.setText(facet_name(self._session.dataset, self.facet, self._session.words))
        self.setAccessibleName(self.title.text())
        self._rows = {row.choice.value: row for row in rows}
        ordered = dict.fromkeys([*self._order, *(value for value, row in self._rows.items() if row.chosen)])
        shown = [self._rows[value] for value in ordered if value in self._rows]
        most = len(shown)
        if most > _SHORT and not self.all_button.isChecked():
            shown = [row for place, row in enumerate(shown) if place < _MOST_FREQUENT or row.chosen]
        while len(self.boxes) < len(shown):
            self._add_box()
        for box, row in zip(self.boxes, shown, strict=False):
            box.show_row(row)
            box.show()
        for box in self.boxes[len(shown) :]:
            box.hide()
        asked = [row.choice if row.chosen else None for row in shown]
        for field, choice in zip_longest(self.fields, asked[: len(self.fields)]):
            field.show_choice(choice)
        words, count = self._session.words, len(rows)
        self.all_button.setVisible(most > _SHORT)
        is_all = most == count
        all_of_them = (
            words.text("Show all {n}", n=count) if is_all else words.text("Show {n} of {all}", n=most, all=count)
        )
        self.all_button.setText(words.text("Show fewer") if self.all_button.isChecked() else all_of_them)
        name = words.text("{name}: {text}", name=self.title.text(), text=self.all_button.text())
        self.all_button.setAccessibleName(name)
        self._settle_stop()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at: one of the values, the fields, and what leads to all values."""
        boxes = [] if self._stop is None else [self._stop]
        return [*boxes, *self.fields, self.all_button]

    def _add_box(self) -> None:
        box = FacetBox(self._session, self)
        box.clicked.connect(lambda: self._toggle(box))
        box.stepped.connect(lambda by: self._step(box, by))
        self._column.insertWidget(self._column.count() - 1, box)
        self.boxes.append(box)
        if self.facet is Facet.INDICATOR:
            field = LeastField(self._session, self)
            field.chosen.connect(self.least_chosen)
            self._column.insertWidget(self._column.count() - 1, field)
            self.fields.append(field)

    def _usable(self) -> list[FacetBox]:
        return [box for box in self.boxes if box.isVisibleTo(self) and box.isEnabled()]

    def _settle_stop(self) -> None:
        usable = self._usable()
        if self._stop not in usable:
            self._stop = next((box for box in usable if box.isChecked()), usable[0] if usable else None)
        for box in self.boxes:
            stops = box is self._stop
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _step(self, box: FacetBox, by: int) -> None:
        usable = self._usable()
        place = usable.index(box) + by if box in usable else 0
        if 0 <= place < len(usable):
            self._stop = usable[place]
            self._settle_stop()
            self._stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle(self, box: FacetBox) -> None:
        if box.row is not None:
            self._stop = box
            self.toggled.emit(box.row.choice)

    def _show_all(self) -> None:
        self.show_rows(tuple(self._rows.values()))


class LeastField(QLineEdit):
    """What the newest figure of what is done must be at least; an amount may be typed as it is spoken."""

    chosen = Signal(object)
    """The Choice with another least value."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._choice: Choice | None = None
        self.setObjectName("least_value")
        self.editingFinished.connect(self._choose)
        self.textEdited.connect(lambda: self._mark(wrong=False))
        self.hide()

    def show_choice(self, choice: Choice | None) -> None:
        """Show what is asked of an indicator; nothing where it is not chosen."""
        if choice is None:
            # A field that has the keyboard is finished with by being hidden: it would choose again what was taken back.
            self._choice = None
            self.setModified(False)
        self.setVisible(choice is not None)
        if choice == self._choice or choice is None:
            return
        self._choice = choice
        dataset, words = self._session.dataset, self._session.words
        name, symbol = value_name(dataset, choice, words), self._unit.symbol.text(words.language)
        self.setText("" if choice.least is None else words.number(choice.least))
        self.setPlaceholderText(words.text("at least … {unit}", unit=symbol))
        self.setAccessibleName(words.text("{name}: at least, in {unit}", name=name, unit=symbol))
        self.setToolTip(
            words.text(
                "The newest actual or estimated figure for a whole year and the whole company counts, plans do "
                "not; for example 1.5 bn"
            )
        )
        self._mark(wrong=False)

    @property
    def _unit(self) -> Unit:
        return NO_UNIT if self._choice is None else self._session.dataset.unit_of(self._choice.value)

    def _choose(self) -> None:
        if self._choice is None:
            return
        typed = self.text().strip()
        least = typed_amount(typed, self._unit, self._session.words)
        if typed and least is None:
            self._mark(wrong=True)
        elif self.isModified():
            self.setModified(False)
            self.chosen.emit(Choice(self._choice.facet, self._choice.value, least))

    def _mark(self, *, wrong: bool) -> None:
        """Mark what is no amount, and say so to those who do not see it."""
        words = self._session.words
        said = words.text("Not an amount. Try 1.5 bn.") if wrong else ""
        self.setAccessibleDescription(said)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)


_COLUMNS: Final = (
    (Facet.PILLAR, Facet.CITY, Facet.ZONE, Facet.TECHNOLOGY),
    (Facet.KIND, Facet.SINCE, Facet.FIGURES, Facet.PLAN, Facet.STATUS, Facet.PRODUCT, Facet.INDICATOR),
)
_WIDTH: Final = 540
_MARGIN: Final = 12


class FacetPanel(FloatingPanel):
    """Two columns of groups; each choice is passed on at once, so that list and counts follow."""

    chosen = Signal(object)
    """The Facets after a choice."""

    def __init__(self, session: Session, opener: QWidget, anchor: QWidget, after: QWidget) -> None:
        super().__init__(opener, anchor, after)
        words = session.words
        self.setObjectName("facet_panel")
        self.setAccessibleName(words.text("Filters of the company list"))
        explain(self, words)
        self._session = session
        self._facets = NO_FACETS
        self.groups: dict[Facet, FacetGroup] = {}
        self.years = YearFields(session, self)
        self.years.chosen.connect(self._choose_year)
        self.result = QLabel(self)
        self.result.setObjectName("facet_result")
        self.clear_button = QPushButton(words.text("Clear all"), self)
        self.clear_button.setAccessibleName(words.text("Clear all filters"))
        self.clear_button.clicked.connect(lambda: self.chosen.emit(NO_FACETS))
        self.close_button = QPushButton(words.text("Close"), self)
        self.close_button.clicked.connect(lambda: self.close_panel(give_back=True))
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget(self)
        columns = QHBoxLayout(content)
        columns.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        columns.setSpacing(2 * _MARGIN)
        for facets in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(10)
            for facet in facets:
                column.addWidget(self.years if facet is Facet.SINCE else self._new_group(facet))
            column.addStretch()
            columns.addLayout(column, 1)
        self.hold(content)
        self.foot.addWidget(self.result, 1)
        self.foot.addWidget(self.clear_button)
        self.foot.addWidget(self.close_button)

    def sizeHint(self) -> QSize:
        """Return the size for two columns whose names are seen whole."""
        return QSize(_WIDTH, super().sizeHint().height())

    def _new_group(self, facet: Facet) -> FacetGroup:
        group = FacetGroup(self._session, facet, self)
        group.toggled.connect(self._toggle)
        group.least_chosen.connect(self._add)
        self.groups[facet] = group
        return group

    def tab_stops(self) -> list[QWidget]:
        """Return the values, fields and buttons, down the first column, then down the second."""
        found: list[QWidget] = []
        for facet in (facet for column in _COLUMNS for facet in column):
            found += self.years.fields if facet is Facet.SINCE else self.groups[facet].tab_stops()
        return [*found, self.clear_button, self.close_button]

    def show_counts(self, index: FacetIndex, among: int, facets: Facets, *, anew: bool) -> None:
        """Show what can be chosen beside facets `among` the companies that the words of the filter keep.

        With `anew` it is another list: its most frequent values come first.
        """
        words, dataset = self._session.words, index.dataset
        self._facets = facets
        for facet, group in self.groups.items():
            rows = facet_rows(dataset, facet, facets, index.counts(facet, facets, among), words)
            group.setVisible(bool(rows))
            if anew:
                group.begin(rows)
            else:
                group.show_rows(rows)
        self.years.show_facets(facets)
        matching = (index.matching(facets) & among).bit_count()
        self.result.setText(
            words.plural(
                "{matching} of {n} company", "{matching} of {n} companies", among.bit_count(), matching=matching
            )
        )
        self.clear_button.setEnabled(bool(facets))

    def _toggle(self, choice: Choice) -> None:
        facets = self._facets
        taken = facets.of(choice.facet, choice.value)
        self.chosen.emit(facets.with_choice(choice) if taken is None else facets.without(taken))

    def _add(self, choice: Choice) -> None:
        self.chosen.emit(self._facets.with_choice(choice))

    def _choose_year(self, facet: Facet, year: str) -> None:
        before = self._facets.of(facet)
        if year:
            self._add(Choice(facet, year))
        elif before is not None:
            self.chosen.emit(self._facets.without(before))


class YearFields(QWidget):
    """From which year on and up to which one companies were founded."""

    chosen = Signal(object, str)
    """The facet and its year, nothing where the field was emptied."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        words = session.words
        self.since = self._field(Facet.SINCE, words.text("Founded in this year or later"))
        self.until = self._field(Facet.UNTIL, words.text("Founded in this year or earlier"))
        title = QLabel(words.text("Founded"), self)
        title.setProperty("facet", "true")
        fields = QHBoxLayout()
        fields.setContentsMargins(5, 2, 5, 2)
        fields.setSpacing(8)
        self.since.setPlaceholderText(words.text("from year"))
        self.until.setPlaceholderText(words.text("to year"))
        fields.addWidget(self.since)
        fields.addWidget(QLabel("–", self))
        fields.addWidget(self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(fields)

    @property
    def fields(self) -> list[QWidget]:
        """Both fields, the earlier year first."""
        return [self.since, self.until]

    def show_facets(self, facets: Facets) -> None:
        """Show the years that are chosen; what is half typed stays."""
        for field, facet in ((self.since, Facet.SINCE), (self.until, Facet.UNTIL)):
            choice = facets.of(facet)
            if choice is not None and choice.value != field.text():
                field.setText(choice.value)
            elif choice is None and (len(field.text()) == 4 or not field.hasFocus()):
                field.clear()

    def _field(self, facet: Facet, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"facet_{facet.value}")
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setMaxLength(4)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,4}"), field))

        def take(text: str) -> None:
            # A year is whole only with its fourth digit; until then the list stays as it was.
            if len(text) in (0, 4):
                self.chosen.emit(facet, text)

        field.textEdited.connect(take)
        return field
