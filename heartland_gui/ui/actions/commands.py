"""All that can be done in a window, and how it becomes actions of Qt: in menus, up to date in name and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from heartland_gui.rendering.screen.tooltips import plain_label
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.actions.action import MENU_NAMES, Command, Menu, Section, Tool, commands_of, without_key
from heartland_gui.ui.actions.chart import ChartActions, PaperActions
from heartland_gui.ui.actions.files import FileActions, Reader
from heartland_gui.ui.actions.go import FindFactory, GoActions
from heartland_gui.ui.actions.page import PageActions
from heartland_gui.ui.actions.parts import WindowParts
from heartland_gui.ui.actions.window import AppearanceActions, WindowActions
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.menus import fill_menu


class MenuActions(QObject):
    """The actions of a window by their ids, and its menus; what tells them to follow forgets them with the window."""

    def __init__(self, window: QMainWindow, commands: Iterable[Command], words: Words, theme: Theme) -> None:
        super().__init__(window)
        self._words, self._theme = words, theme
        self._commands = tuple(commands)
        self.by_id = {command.id: qt_action(command, words, theme, window) for command in self._commands}
        for menu in Menu:
            self._add_menu(window, menu)

    def _add_menu(self, window: QMainWindow, menu: Menu) -> None:
        made = window.menuBar().addMenu(self._words.say(MENU_NAMES[menu]))
        made.setObjectName(f"menu_{menu.value}")
        last: Section | None = None
        for command in self._commands:
            section = command.action.section
            if section.menu is menu:
                if last not in (None, section):
                    made.addSeparator()
                made.addAction(self.by_id[command.id])
                last = section
        # Pressed by assistive technology, an entry leaves its menu open.
        made.triggered.connect(made.hide)
        # Whether a copy or a chart is possible may change without the session saying so.
        made.aboutToShow.connect(self.refresh)

    @property
    def tools(self) -> dict[Tool, QAction]:
        """The actions that have a button in the tool bar."""
        return {each.action.tool: self.by_id[each.id] for each in self._commands if each.action.tool is not None}

    def of(self, section: Section) -> list[QAction]:
        """Return the actions of a part of a menu."""
        return [self.by_id[command.id] for command in self._commands if command.action.section is section]

    def refresh(self) -> None:
        """Enable, check and name every action as it is now."""
        for command in self._commands:
            shown = self.by_id[command.id]
            shown.setEnabled(command.is_enabled)
            if shown.isCheckable():
                shown.setChecked(command.is_checked)
            name = command.name_now(self._words)
            if name != without_key(shown.text()):
                shown.setText(plain_label(name))
            on_button = command.tool_name(self._words)
            if on_button != shown.iconText():
                shown.setIconText(on_button)
            if command.action.live_icon is not None:
                shown.setIcon(icon(command.icon, self._theme))


def qt_action(command: Command, words: Words, theme: Theme, parent: QWidget) -> QAction:
    """Return an action of Qt that runs a command, with its name, keys, icon and explanations."""
    declared = command.action
    made = QAction(words.say(declared.text), parent)
    made.setObjectName(declared.id)
    made.setShortcuts([QKeySequence(key) for key in declared.shortcuts])
    keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = words.say(declared.tip)
    made.setToolTip(words.text("{tip} ({keys})", tip=tip, keys=keys) if keys else tip)
    made.setWhatsThis(made.toolTip())
    # Qt would strip the ellipsis from the text of a tool button.
    made.setIconText(without_key(words.say(declared.text)))
    made.setIconVisibleInMenu(False)
    if declared.icon:
        made.setIcon(icon(declared.icon, theme))
    made.setCheckable(declared.checked is not None)
    if declared.choices is None:
        made.triggered.connect(lambda _checked: command.run())
    else:
        made.setMenu(_choices_menu(command, parent))
    return made


def _choices_menu(command: Command, parent: QWidget) -> QMenu:
    """Return a menu of what an action offers, filled each time it is opened."""
    menu = QMenu(parent)
    menu.setObjectName(f"menu_{command.id}")

    def fill() -> None:
        menu.clear()
        fill_menu(menu, command.choices)

    menu.aboutToShow.connect(fill)
    return menu


class Commands:
    """The objects whose methods are actions, and every action of theirs by its id, in the order of the menus."""

    def __init__(self, parts: WindowParts, reader: Reader, new_find: FindFactory) -> None:
        found: dict[str, Command] = {}
        self.by_id: Mapping[str, Command] = found
        self.window = WindowActions(parts, found)
        self.chart = ChartActions(parts)
        self.files = FileActions(parts, reader, self.chart)
        self.paper = PaperActions(parts, self.chart)
        self.go = GoActions(parts, found, new_find)
        self.page = PageActions(parts)
        self.appearance = AppearanceActions(parts)
        # In a section of a menu, actions follow this order.
        owners = (self.window, self.files, self.chart, self.paper, self.go, self.page, self.appearance)
        found.update((command.id, command) for command in commands_of(*owners))
