"""What can be done is declared where it is done: `@action` stands above the method.

Menus, tools, tooltips, shortcuts, their list, the panel that finds and the tests read the declarations from the
classes. To add an action, write a method with a declaration in the class that it belongs to; nothing else has to know
of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from enum import Enum, StrEnum
from typing import Any, Final, TypeVar

from heartland_gui.text import Message, Words, message
from heartland_gui.ui.widgets.menus import MenuEntry

_KEY_IN_BRACKETS: Final = re.compile(r"\(&\w\)")
_DECLARED: Final = "declared_actions"
_Method = TypeVar("_Method", bound=Callable[..., object])


def without_key(name: str) -> str:
    """Return the name of an action without the key that opens it: `&Export …`, `导出(&E)…`."""
    return _KEY_IN_BRACKETS.sub("", name).replace("&", "")


class Menu(StrEnum):
    """The menus, in the order in which they stand."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    CHART = "chart"
    HELP = "help"


MENU_NAMES: Final = {
    Menu.FILE: message("&File"),
    Menu.EDIT: message("&Edit"),
    Menu.VIEW: message("&View"),
    Menu.GO: message("&Go"),
    Menu.CHART: message("&Chart"),
    Menu.HELP: message("&Help"),
}


class Section(Enum):
    """The parts of the menus, with lines between those of one menu.

    The order is that of the list of shortcuts, which begins with where to go.
    """

    HISTORY = Menu.GO, "history"
    PILLARS = Menu.GO, "pillars"
    MAP = Menu.GO, "map"
    FIND = Menu.GO, "find"
    COMPARE = Menu.GO, "compare"
    BOOKMARKS = Menu.GO, "bookmarks"
    OPEN = Menu.FILE, "open"
    EXPORT = Menu.FILE, "export"
    PRINT = Menu.FILE, "print"
    QUIT = Menu.FILE, "quit"
    UNDO = Menu.EDIT, "undo"
    COPY = Menu.EDIT, "copy"
    CITE = Menu.EDIT, "cite"
    ADDRESS = Menu.EDIT, "address"
    PREFERENCES = Menu.EDIT, "preferences"
    PANES = Menu.VIEW, "panes"
    SCREEN = Menu.VIEW, "screen"
    DATA = Menu.VIEW, "data"
    LANGUAGE = Menu.VIEW, "language"
    THEME = Menu.VIEW, "theme"
    TEXT_SIZE = Menu.VIEW, "text size"
    CHART = Menu.CHART, "chart"
    HELP = Menu.HELP, "help"

    def __init__(self, menu: Menu, _: str) -> None:
        self.menu = menu


class Tool(Enum):
    """The buttons of the tool bar, from left to right; their groups have room or a line between them."""

    NAVIGATION = "panes", 0
    COMPANIES = "panes", 1
    BACK = "history", 0
    FORWARD = "history", 1
    FIND = "find", 0
    AS_OF = "page", 0
    COMPARE = "page", 1
    EXPORT = "page", 2
    BOOKMARK = "own", 0

    @property
    def group(self) -> str:
        """The group that a button stands in."""
        return self.value[0]


@dataclass(frozen=True, slots=True)
class Action:
    """The declaration of one thing that can be done; as a decorator it declares the method below it.

    What depends on the state of the program are functions of the object whose method it is.
    """

    text: Message
    """Its name in menus, with the key that opens it there."""
    section: Section
    """Where it stands; in its section, actions follow the order of the classes and of their methods."""
    tip: Message
    _: KW_ONLY
    id: str = ""
    """The name of the method where none is given."""
    shortcuts: tuple[str, ...] = ()
    """Portable names of keys, the first is shown."""
    tool: Tool | None = None
    icon: str = ""
    enabled: Callable[[Any], bool] = lambda _: True
    name: Callable[[Any], str] | None = None
    """What it is called instead of `text` where the dataset gives it a name, empty where it does not."""
    live_name: Callable[[Any], str] | None = None
    """What menus and tools say instead, where that changes with what somebody does."""
    tool_name: Callable[[Any], str] | None = None
    """What its button in the tool bar says instead."""
    live_icon: Callable[[Any], str] | None = None
    """The icon instead of `icon`, where that changes with what somebody does."""
    checked: Callable[[Any], bool] | None = None
    """Whether its choice holds, for one of several choices."""
    choices: Callable[[Any], Sequence[MenuEntry]] | None = None
    """What its menu offers, where the action is a menu of its own; the method is then done where it is found."""
    of_chart: bool = False
    """Whether its shortcut works only while a chart has the keyboard, because the key means more elsewhere."""
    arguments: tuple[object, ...] = ()
    """What the method is called with, where several actions share it."""
    method: Callable[..., object] = lambda _: None
    """The method below the declaration."""

    def __call__(self, method: _Method) -> _Method:
        """Declare a method."""
        return each((self,))(method)


action: Final = Action


def each(actions: Iterable[Action]) -> Callable[[_Method], _Method]:
    """Return a decorator that declares several actions of one method, each with its arguments and its id."""
    declared = tuple(actions)

    def declare(method: _Method) -> _Method:
        named = (replace(one, id=one.id or method.__name__, method=method) for one in declared)
        setattr(method, _DECLARED, tuple(named))
        return method

    return declare


def actions_of(owner: type) -> tuple[Action, ...]:
    """Return what the methods of a class are declared to be, in their order."""
    return tuple(one for method in vars(owner).values() for one in getattr(method, _DECLARED, ()))


@dataclass(frozen=True, slots=True)
class Command:
    """An action and the object that does it."""

    action: Action
    owner: object

    @property
    def id(self) -> str:
        """The id of the action."""
        return self.action.id

    @property
    def is_enabled(self) -> bool:
        """Whether it can be done now."""
        return self.action.enabled(self.owner)

    @property
    def is_checked(self) -> bool:
        """Whether its choice holds."""
        return self.action.checked is not None and self.action.checked(self.owner)

    @property
    def choices(self) -> Sequence[MenuEntry]:
        """What its menu offers."""
        return self.action.choices(self.owner) if self.action.choices is not None else ()

    @property
    def given_name(self) -> str:
        """The name that the dataset gives it, empty where it gives none."""
        return self.action.name(self.owner) if self.action.name is not None else ""

    def name(self, words: Words) -> str:
        """Return what it is called, whatever is being done."""
        return self.given_name or without_key(words.say(self.action.text))

    def name_now(self, words: Words) -> str:
        """Return what menus and tools call it now."""
        return self.action.live_name(self.owner) if self.action.live_name is not None else self.name(words)

    def tool_name(self, words: Words) -> str:
        """Return what its button in the tool bar says now."""
        return self.action.tool_name(self.owner) if self.action.tool_name is not None else self.name_now(words)

    @property
    def icon(self) -> str:
        """The name of its icon now, empty where it has none."""
        return self.action.live_icon(self.owner) if self.action.live_icon is not None else self.action.icon

    def run(self) -> None:
        """Do it."""
        self.action.method(self.owner, *self.action.arguments)


def commands_of(*owners: object) -> tuple[Command, ...]:
    """Return what objects can do, section by section."""
    found = [Command(one, owner) for owner in owners for one in actions_of(type(owner))]
    order = list(Section)
    return tuple(sorted(found, key=lambda command: order.index(command.action.section)))
