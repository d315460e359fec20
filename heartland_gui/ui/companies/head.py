"""What stands above the company list: the filter, the button of the facets, the order, and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from heartland_gui.model.dataset import pillar_slot
from heartland_gui.model.entities import Pillar, Ref
from heartland_gui.model.selection import LONGEST_FILTER
from heartland_gui.pages.companies import COMPANY_SORTS, sort_by, sort_name
from heartland_gui.rendering.screen.tooltips import plain_label, plain_tip
from heartland_gui.ui.companies.model import CompanyModel
from heartland_gui.ui.facets.chips import FacetChips
from heartland_gui.ui.facets.panel import FacetPanel
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.elided_button import ElidedButton
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.menus import empty_menu, list_by_topic
from heartland_gui.ui.widgets.theme import TEXT_SIZE, sized
from heartland_gui.wording import listed_name

_ICON: Final = 16
_IN_FIELD: Final = 28
_LEAST_FILTER: Final = 100


class SortButton(ElidedButton):
    """Says the order and offers the others in a menu; `indicators` are those that companies of the list have."""

    chosen = Signal(str)
    """The id of an order."""

    def __init__(self, session: Session, indicators: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("company_sort")
        self.setIcon(icon("chevron-down", session.theme, size=_ICON))
        # Qt has the icon of a button before its words only: the arrow of a drop-down stands behind them.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._session, self._indicators = session, indicators
        self._sort = ""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._list_sorts(menu))
        self.setMenu(menu)

    def show_sort(self, sort: str) -> None:
        """Say by what the list is sorted."""
        words = self._session.words
        self._sort = sort
        name = sort_name(self._session.dataset, sort, words)
        said = words.text("Companies sorted by: {name}", name=name)
        self.show_words(name)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def _list_sorts(self, menu: QMenu) -> None:
        empty_menu(menu)
        words = self._session.words
        for sort in COMPANY_SORTS:
            self._add(menu, sort.id)
        indicators = self._indicators()
        if indicators:
            menu.addSeparator()
            within = menu.addMenu(words.text("By indicator"))
            choices = [(indicator, sort_by(indicator)) for indicator in indicators]
            list_by_topic(within, choices, self._session.dataset, words, self._add)

    def _add(self, menu: QMenu, sort: str) -> None:
        name = sort_name(self._session.dataset, sort, self._session.words)
        action = menu.addAction(plain_label(name))
        action.setCheckable(True)
        action.setChecked(sort == self._sort)
        action.triggered.connect(lambda _=False: self.chosen.emit(sort))


class ListTitle(QWidget):
    """Whose companies are listed: the square of a pillar and the name; long ones are cut."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._name, self._colour = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_listing(self, listing: Ref) -> None:
        """Name a choice of the navigation."""
        session = self._session
        entity = session.dataset.entity(listing)
        self._name = listed_name(session.dataset, entity, session.words)
        self._colour = session.theme.mark(pillar_slot(session.dataset, entity)) if isinstance(entity, Pillar) else ""
        self.setAccessibleName(session.words.text("Companies of {name}", name=self._name))
        self.setToolTip(plain_tip(self._name))
        # Else Qt would take the tooltip, with its markup.
        self.setAccessibleDescription(self._name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, room = self._session.theme, self.rect()
        if self._colour:
            painter.setPen(QPen(QColor(theme.axis), 1))
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(QRectF(0.5, room.center().y() - 5, 11, 11), 3, 3)
            room.setLeft(room.left() + 18)
        painter.setFont(sized(self.font(), TEXT_SIZE, bold=True))
        painter.setPen(QColor(theme.text))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


class ListHead(QWidget):
    """Reads the session and the rows of the list, and tells the session what somebody chooses.

    The panel of the facets opens beside `anchor`, the column of the list, so that the list is seen while it changes.
    """

    def __init__(self, session: Session, model: CompanyModel, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._session, self._model, self._anchor = session, model, anchor
        self._counted = Inputs()
        self._panel: FacetPanel | None = None
        words = session.words
        self.filter = QLineEdit(self)
        self.filter.setObjectName("company_filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(LONGEST_FILTER)
        self.filter.setAccessibleName(words.text("Filter companies"))
        self.title = ListTitle(session, self)
        self.title.setObjectName("company_listing")
        self.facets_button, self.close_button = self._facets_button(), self._close_button()
        self.facets_button.clicked.connect(self._switch_panel)
        self.sort = SortButton(session, model.shown_indicators, self)
        self.sort.chosen.connect(session.choose_sort)
        self.chips = FacetChips(session, self.sort, self)
        self.chips.chosen.connect(session.choose_facets)
        self.chips.emptied.connect(lambda: self.facets_button.setFocus(Qt.FocusReason.OtherFocusReason))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.title, 1)
        first.addWidget(self.close_button)
        second.setSpacing(8)
        second.addWidget(self.filter, 1)
        second.addWidget(self.sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.chips)

    def _facets_button(self) -> QToolButton:
        """Return what opens the facets; in the field there is room for it, whatever the list is called."""
        made = QToolButton(self.filter)
        made.setObjectName("company_facets")
        made.setProperty("icon_button", "true")
        made.setIcon(icon("filter", self._session.theme, size=_ICON))
        made.setCursor(Qt.CursorShape.ArrowCursor)
        # Without it a click would give the keyboard to the field around it.
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setGeometry(3, 2, _IN_FIELD, _IN_FIELD)
        self.filter.setTextMargins(_IN_FIELD, 0, 0, 0)
        self.filter.setMinimumWidth(_LEAST_FILTER)
        return made

    def _close_button(self) -> QToolButton:
        words, made = self._session.words, QToolButton(self)
        made.setObjectName("company_close")
        made.setProperty("icon_button", "true")
        made.setIcon(icon("close", self._session.theme, size=_ICON))
        made.setAccessibleName(words.text("Hide the company list"))
        made.setToolTip(words.text("{tip} ({keys})", tip=words.text("Hide the company list"), keys="Shift+F9"))
        return made

    def tab_order(self) -> list[QWidget]:
        """Return what Tab goes through above the list."""
        return [self.close_button, self.facets_button, self.filter, self.sort, *self.chips.tab_order()]

    @property
    def panel(self) -> FacetPanel:
        """The panel of the facets, made when it is first wanted."""
        if self._panel is None:
            self._panel = FacetPanel(self._session, self.facets_button, self._anchor, self.filter)
            self._panel.chosen.connect(self._session.choose_facets)
        return self._panel

    def refresh(self) -> None:
        """Show what narrows and orders the list; the model has its rows already."""
        selection, words = self._session.selection, self._session.words
        self.title.show_listing(selection.listing)
        self.filter.setPlaceholderText(words.text("Filter {n}", n=self._model.listed.total))
        if self.filter.text() != selection.filter:
            self.filter.setText(selection.filter)
        self.sort.show_sort(selection.sort)
        self.chips.show_facets(selection.facets)
        count = len(selection.facets.choices)
        tip = words.text("Filter by pillar, place, kind, figures and more")
        said = words.plural("{tip}; {n} chosen", "{tip}; {n} chosen", count, tip=tip)
        self.facets_button.setAccessibleName(said)
        self.facets_button.setToolTip(tip)
        if self._panel is not None and self._panel.isVisible():
            self._count()

    def _count(self) -> None:
        """Count what the open panel shows."""
        session, model = self._session, self._model
        anew = self._counted.changed_to(
            session.dataset, session.words, session.selection.listing, model.listed.matching
        )
        self.panel.show_counts(model.listed.index, model.listed.matching_set, session.selection.facets, anew=anew)

    def _switch_panel(self) -> None:
        panel = self.panel
        if panel.isVisible():
            panel.close_panel(give_back=True)
        else:
            self._counted = Inputs()
            self._count()
            panel.open()
