"""The tool bar below the menus: panes, history, the field that finds, and what can be done with the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.actions.action import Tool, without_key
from heartland_gui.ui.widgets.icons import icon, pixmap
from heartland_gui.ui.widgets.menus import MenuEntry, empty_menu, fill_menu
from heartland_gui.ui.widgets.theme import SMALL_SIZE, sized
from heartland_gui.ui.widgets.window_size import Breakpoint, breakpoint_of

HEIGHT: Final = 46
_SIDE: Final = 32
_BADGE: Final = 22
"""How much wider a button with a number is, in pixels."""
_ICON: Final = 20
_FIELD: Final = {True: 470, False: 330}
"""How wide the field grows: where tools have words, and where not."""
_LEAST_FIELD: Final = 36
_LINES: Final = ("panes", "page")
"""The groups behind which a line stands."""
_WORDED: Final = (Tool.AS_OF, Tool.COMPARE, Tool.EXPORT)
_GAP: Final = 10
_LINE: Final = 22
_BESIDE_WORDS: Final = 6
"""How much wider than itself the place of an icon with words beside it is."""

Entries = Callable[[], Sequence[MenuEntry]]


class ToolBar(QToolBar):
    """Buttons of the actions that want one; beside what is done with the page stand words where there is room."""

    def __init__(
        self, words: Words, theme: Theme, tools: Mapping[Tool, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tool_bar")
        self.setWindowTitle(words.text("Tools"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFixedHeight(HEIGHT)
        self.buttons: dict[Tool, ToolButton] = {}
        self.field: FindField | None = None
        before = ""
        for tool in Tool:
            if tool not in tools:
                continue
            if tool.group != before and before in _LINES:
                self.addWidget(_line(self))
            before = tool.group
            if tool is Tool.FIND:
                self._add_field(tools[tool], words, theme)
            else:
                self.buttons[tool] = self._added(ToolButton(tools[tool], words, self))
        self.settings = ViewButton(words, theme, self)
        self.addWidget(self.settings)
        self._has_words = False
        self._show_words(has_words=True)

    def _add_field(self, action: QAction, words: Words, theme: Theme) -> None:
        self.field = FindField(action, words, theme, self)
        for widget in (_room(self), self.field, _room(self)):
            self.addWidget(widget)

    def _added(self, button: ToolButton) -> ToolButton:
        self.addWidget(button)
        return button

    def show_state(self, *, day: bool, compared: int) -> None:
        """Show whether a day is set, and how many are gathered for a comparison."""
        for tool, button in self.buttons.items():
            if tool is Tool.AS_OF:
                button.mark(day=day)
            elif tool is Tool.COMPARE:
                button.show_count(compared)

    def tab_order(self) -> list[QWidget]:
        """Return what Tab goes through, from left to right."""
        behind = [button for tool, button in self.buttons.items() if tool.group not in ("panes", "history")]
        before = [button for tool, button in self.buttons.items() if tool.group in ("panes", "history")]
        return [*before, *([self.field] if self.field is not None else []), *behind, self.settings]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words where there is room."""
        super().resizeEvent(event)
        self._show_words(has_words=breakpoint_of(self.width()) >= Breakpoint.NORMAL)

    def _show_words(self, *, has_words: bool) -> None:
        if has_words == self._has_words:
            return
        self._has_words = has_words
        for tool in _WORDED:
            if tool in self.buttons:
                self.buttons[tool].show_words(shown=has_words)
        if self.field is not None:
            self.field.most = _FIELD[has_words]
            self.field.setMaximumWidth(self.field.most)
            self.field.updateGeometry()


def _line(parent: QWidget) -> QWidget:
    """Return the line between two groups; one of Qt's own is as high as what the buttons leave."""
    made = QWidget(parent)
    made.setFixedWidth(17)
    line = QFrame(made)
    line.setObjectName("tool_line")
    line.setFixedSize(1, _LINE)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, alignment=Qt.AlignmentFlag.AlignCenter)
    return made


def _room(parent: QWidget) -> QWidget:
    """Return what takes the room at one side of the field."""
    made = QWidget(parent)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


class ToolButton(QToolButton):
    """The button of an action; a menu that it may have opens on a long press, the right button and Down."""

    def __init__(self, action: QAction, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._day = words, ""
        self.setObjectName(f"tool_{action.objectName()}")
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._badge = QLabel(self)
        self._badge.setProperty("badge", "true")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._badge.hide()
        self._say_name()
        action.changed.connect(self._say_name)

    def _say_name(self) -> None:
        name = without_key(self.defaultAction().text())
        self.setAccessibleName(self._words.text("{name}, {n}", name=name, n=self._day) if self._day else name)

    def offer(self, entries: Entries) -> None:
        """Offer entries in a menu, asked for each time it is opened."""
        menu = QMenu(self)
        menu.setObjectName(f"menu_of_{self.objectName()}")

        def fill() -> None:
            empty_menu(menu)
            fill_menu(menu, entries())

        menu.aboutToShow.connect(fill)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)

    def show_words(self, *, shown: bool) -> None:
        """Show the words beside the icon, or the icon alone."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self.setIconSize(QSize(_ICON + (_BESIDE_WORDS if shown else 0), _ICON))
        self._style("words", is_on=shown)

    def mark(self, *, day: bool) -> None:
        """Say that a day is set; the words of the button are that day then."""
        self._style("day", is_on=day)
        self._day = self.defaultAction().iconText() if day else ""
        self._say_name()

    def show_count(self, count: int) -> None:
        """Show a number behind the words, nothing where it is 0."""
        self._badge.setText(str(count))
        self._badge.setVisible(count > 0)
        self._style("badged", is_on=count > 0)
        self._place_badge()

    def _style(self, name: str, *, is_on: bool) -> None:
        value = "true" if is_on else "false"
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number at the right."""
        super().resizeEvent(event)
        self._place_badge()

    def _place_badge(self) -> None:
        size = self._badge.sizeHint()
        self._badge.setGeometry(
            self.width() - size.width() - 8, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def sizeHint(self) -> QSize:
        """Return the size of a square around an icon alone, with room for a number, or that for the words."""
        if self.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly:
            return QSize(super().sizeHint().width(), _SIDE)
        return QSize(_SIDE + (0 if self._badge.isHidden() else _BADGE), _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Return the same: what is narrower is not seen whole."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Down."""
        if event.key() == Qt.Key.Key_Down and self.menu() is not None:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu with the right button."""
        if self.menu() is None:
            super().contextMenuEvent(event)
        else:
            self.showMenu()


class ViewButton(QToolButton):
    """Opens a menu of how the window looks."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tool_view_settings")
        name = words.text("View settings")
        self.setIcon(icon("view-settings", theme))
        self.setAccessibleName(name)
        self.setToolTip(words.text("Language, theme, text size and panes"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedSize(_SIDE, _SIDE)
        menu = QMenu(self)
        menu.setObjectName("menu_view_settings")
        self.setMenu(menu)

    def offer(self, parts: Sequence[tuple[str, Sequence[QAction]]], single: Sequence[QAction]) -> None:
        """Offer actions: each part in a menu of its own below its name, and single ones."""
        menu = self.menu()
        for name, actions in parts:
            within = menu.addMenu(name)
            within.addActions(list(actions))
            within.triggered.connect(within.hide)
        menu.addSeparator()
        menu.addActions(list(single))


class FindField(QPushButton):
    """Looks like a field and opens the one that finds."""

    def __init__(self, action: QAction, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.most = _FIELD[True]
        self._theme = theme
        self._said = words.text("Find a company, place, figure or source")
        self._short = words.text("Find")
        self._keys = QKeySequence(action.shortcut()).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(without_key(action.text()))
        self.setToolTip(action.toolTip())
        self.setAccessibleDescription(self._said)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_FIELD)
        self.setEnabled(action.isEnabled())
        action.changed.connect(lambda: self.setEnabled(action.isEnabled()))
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        """Return the width that the field takes where there is room."""
        return QSize(self.most, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, what can be found, and the key; what has no room is left out."""
        super().paintEvent(event)
        painter = QPainter(self)
        room = self.rect().adjusted(_GAP, 0, -_GAP, 0)
        size = 16
        picture = pixmap("search", self._theme.faint_text, size, self.devicePixelRatioF())
        painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, picture)
        room.setLeft(room.left() + size + _GAP)
        middle = Qt.AlignmentFlag.AlignVCenter
        keys = sized(self.font(), SMALL_SIZE)
        painter.setFont(keys)
        painter.setPen(QColor(self._theme.third_text))
        width = painter.fontMetrics().horizontalAdvance(self._keys) + _GAP // 2
        # What has no room in whole words is said in fewer, or by the icon alone.
        fitting = (said for said in (self._said, self._short) if self._width_of(said) <= room.width())
        said = next(fitting, "")
        if said and self._width_of(said) + width <= room.width():
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._keys)
        painter.setFont(self.font())
        painter.drawText(QRect(room), middle | Qt.AlignmentFlag.AlignLeft, said)

    def _width_of(self, said: str) -> int:
        return self.fontMetrics().horizontalAdvance(said)
