"""The tool bar below the menus: back and forward, the way to the page, and what can be done with its chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.queries import breadcrumb, short_name
from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.ui.actions.action import without_key
from heartland_gui.ui.state.session import Session

_LEAST_CRUMB: Final = 60


class Breadcrumb(QWidget):
    """The way from the region to the page; every step but the last leads there. Long names give way."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self._session = session
        self._steps: tuple[tuple[Ref, str], ...] = ()
        self._buttons: list[QPushButton] = []
        self._arrows: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(session.words.text("Path to this page"))
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the way to the session's page."""
        session = self._session
        if not session.is_open:
            self._steps = ()
        else:
            dataset, chosen = session.dataset, session.selection
            way = breadcrumb(dataset, chosen.page, chosen.listing)
            self._steps = tuple((ref, self._name(ref)) for ref in way)
            if chosen.view is not View.SUBJECT:
                # What is of the whole dataset lies behind the region, whatever is listed.
                name = session.words.say(VIEW_NAMES[chosen.view])
                self._steps = (self._steps[0], (dataset.region_ref, name))
        while len(self._buttons) < len(self._steps):
            self._add_step()
        for number, button in enumerate(self._buttons):
            shown = number < len(self._steps)
            button.setVisible(shown)
            self._arrows[number].setVisible(shown and number > 0)
            if shown:
                name = self._steps[number][1]
                button.setAccessibleName(session.words.text("Go to {name}", name=name))
                button.setToolTip(plain_tip(name))
        self._elide()

    def _name(self, ref: Ref) -> str:
        session = self._session
        if ref.kind is SubjectKind.COMPARISON:
            return session.words.text("Comparison")
        return short_name(session.dataset.entity(ref), session.words.language)

    @property
    def steps(self) -> tuple[QPushButton, ...]:
        """The buttons of the steps, hidden ones included."""
        return tuple(self._buttons)

    def _add_step(self) -> None:
        number = len(self._buttons)
        arrow = QLabel("›", self)
        arrow.setProperty("faint", "true")
        button = QPushButton(self)
        button.setObjectName(f"crumb_{number}")
        button.setProperty("crumb", "true")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._session.go_to(self._steps[number][0]))
        self._row.insertWidget(2 * number, arrow)
        self._row.insertWidget(2 * number + 1, button)
        self._buttons.append(button)
        self._arrows.append(arrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the names anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        names = [name for _, name in self._steps]
        for text, button in zip(elided_names(names, metrics, self.width()), self._buttons, strict=False):
            button.setText(text.replace("&", "&&"))


def elided_names(names: Sequence[str], metrics: QFontMetrics, width: int) -> list[str]:
    """Return the names shortened so that all steps fit: the longest gives way first."""
    margin, arrow = 12, 8
    room = width - len(names) * (margin + arrow)
    widths = [metrics.horizontalAdvance(name) + 2 for name in names]
    while widths and sum(widths) > room and max(widths) > _LEAST_CRUMB:
        longest = widths.index(max(widths))
        widths[longest] = max(_LEAST_CRUMB, widths[longest] - (sum(widths) - room))
    return [
        metrics.elidedText(name, Qt.TextElideMode.ElideRight, most) for name, most in zip(names, widths, strict=True)
    ]


class ToolBar(QWidget):
    """Buttons of the actions that want one, around the breadcrumb."""

    def __init__(
        self, session: Session, left: Sequence[QAction], right: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tool_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(6)
        self._left = [self._button(action, Qt.ToolButtonStyle.ToolButtonIconOnly) for action in left]
        self._right = [self._button(action, Qt.ToolButtonStyle.ToolButtonTextOnly) for action in right]
        for button in self._left:
            row.addWidget(button)
        self.breadcrumb = Breadcrumb(session, self)
        row.addWidget(self.breadcrumb, 1)
        for button in self._right:
            row.addWidget(button)
        # Words in another script would make their button higher than the others.
        height = max(button.sizeHint().height() for button in self._right)
        for button in self._right:
            button.setFixedHeight(height)

    def tab_order(self) -> list[QWidget]:
        """Return the buttons from left to right."""
        return [*self._left, *self.breadcrumb.steps, *self._right]

    def _button(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"tool_{action.objectName()}")
        button.setDefaultAction(action)
        button.setToolButtonStyle(style)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(without_key(action.text()))
        action.changed.connect(lambda: button.setAccessibleName(without_key(action.text())))
        if style is Qt.ToolButtonStyle.ToolButtonIconOnly:
            button.setProperty("flat_row", "true")
        return button
