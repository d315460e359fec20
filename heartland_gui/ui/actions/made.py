"""A row of the actions table becomes an action of Qt."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.actions.spec import ActionSpec, Commands, without_key
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.menus import fill_menu


def made_action(spec: ActionSpec, commands: Commands, words: Words, theme: Theme, parent: QWidget) -> QAction:
    """Return an action that does what a row of the table says, with its name, keys, icon and explanations."""
    action = QAction(words.say(spec.text), parent)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = words.say(spec.tip)
    action.setToolTip(words.text("{tip} ({keys})", tip=tip, keys=keys) if keys else tip)
    action.setWhatsThis(action.toolTip())
    # Qt would strip the ellipsis from the text of a tool button.
    action.setIconText(without_key(words.say(spec.text)))
    if spec.icon:
        action.setIcon(icon(spec.icon, theme))
    action.setCheckable(spec.checked is not None)
    if spec.choices is None:
        action.triggered.connect(lambda: spec.does(commands))
    else:
        action.setMenu(_choices_menu(spec, commands, parent))
    return action


def _choices_menu(spec: ActionSpec, commands: Commands, parent: QWidget) -> QMenu:
    """Return a menu of what an action offers, filled each time it is opened."""
    menu = QMenu(parent)
    menu.setObjectName(f"menu_{spec.id}")

    def fill() -> None:
        menu.clear()
        fill_menu(menu, spec.choices(commands) if spec.choices is not None else ())

    menu.aboutToShow.connect(fill)
    return menu
