"""The one table of what can be done: menus, tools, tooltips, shortcuts, their list and the tests all read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from heartland_gui.text import Message, message
from heartland_gui.ui.session import Session


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


class Tool(StrEnum):
    """Where in the tool row an action has a button."""

    LEFT = "left"
    RIGHT = "right"


class Commands(Protocol):
    """What actions do; the window has one object that does it."""

    def open_dataset(self) -> None: ...  # noqa: D102 - the table below says it
    def reload(self) -> None: ...  # noqa: D102
    def export_chart(self) -> None: ...  # noqa: D102
    def quit(self) -> None: ...  # noqa: D102
    def copy_chart(self) -> None: ...  # noqa: D102
    def copy_table(self) -> None: ...  # noqa: D102
    def switch_full_screen(self) -> None: ...  # noqa: D102
    def reset_chart(self) -> None: ...  # noqa: D102
    def step(self, by: int) -> None: ...  # noqa: D102
    def go_to_region(self) -> None: ...  # noqa: D102
    def go_to_pillar(self, number: int) -> None: ...  # noqa: D102
    def focus_filter(self) -> None: ...  # noqa: D102
    def show_sources(self) -> None: ...  # noqa: D102
    def show_problems(self) -> None: ...  # noqa: D102
    def switch_scale(self) -> None: ...  # noqa: D102
    def switch_table(self) -> None: ...  # noqa: D102
    def show_shortcuts(self) -> None: ...  # noqa: D102
    def show_about(self) -> None: ...  # noqa: D102
    @property
    def has_chart(self) -> bool: ...  # noqa: D102
    @property
    def has_logarithm(self) -> bool: ...  # noqa: D102


Condition = Callable[[Session, Commands], bool]


def _always(_: Session, __: Commands) -> bool:
    return True


def _when_open(session: Session, _: Commands) -> bool:
    return session.is_open


def _with_chart(session: Session, commands: Commands) -> bool:
    return session.is_open and commands.has_chart


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done.

    `shortcuts` are portable key names, the first is shown. `name` replaces the text where the dataset gives it.
    """

    id: str
    text: Message
    menu: Menu
    does: Callable[[Commands], None]
    tip: Message
    shortcuts: tuple[str, ...] = ()
    tool: Tool | None = None
    icon: str = ""
    enabled: Condition = _always
    name: Callable[[Session], str] | None = None
    separated: bool = False
    """Whether a line stands above it in its menu."""
    of_chart: bool = False
    """Whether its shortcut works only while a chart has the keyboard, because the key means more elsewhere."""


def _pillar_action(number: int) -> ActionSpec:
    def name(session: Session) -> str:
        if not session.is_open or number > len(session.dataset.pillars):
            return session.words.text("Pillar {number}", number=number)
        return session.dataset.pillars[number - 1].name.text(session.words.language)

    return ActionSpec(
        f"pillar_{number}",
        message("Pillar {number}", number=number),
        Menu.GO,
        lambda commands: commands.go_to_pillar(number),
        message("Show pillar {number} and its companies", number=number),
        (f"Ctrl+{number}",),
        enabled=lambda session, _: session.is_open and number <= len(session.dataset.pillars),
        name=name,
        separated=number == 1,
    )


ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec(
        "open",
        message("&Open dataset …"),
        Menu.FILE,
        lambda commands: commands.open_dataset(),
        message("Look at another folder of data"),
        ("Ctrl+O",),
    ),
    ActionSpec(
        "reload",
        message("&Read again"),
        Menu.FILE,
        lambda commands: commands.reload(),
        message("Read the files of the dataset again"),
        ("F5",),
    ),
    ActionSpec(
        "export",
        message("&Export chart …"),
        Menu.FILE,
        lambda commands: commands.export_chart(),
        message("Save the chart of this page as a file"),
        ("Ctrl+E",),
        Tool.RIGHT,
        enabled=_with_chart,
        separated=True,
    ),
    ActionSpec(
        "quit",
        message("&Quit"),
        Menu.FILE,
        lambda commands: commands.quit(),
        message("Close the window and end the program"),
        ("Ctrl+Q",),
        separated=True,
    ),
    ActionSpec(
        "copy_chart",
        message("Copy &chart"),
        Menu.EDIT,
        lambda commands: commands.copy_chart(),
        message("Put the chart of this page on the clipboard as a picture"),
        ("Ctrl+Shift+C",),
        enabled=_with_chart,
    ),
    ActionSpec(
        "copy_table",
        message("Copy &table"),
        Menu.EDIT,
        lambda commands: commands.copy_table(),
        message("Put the figures of this page on the clipboard as a table"),
        ("Ctrl+Shift+T",),
        enabled=_when_open,
    ),
    ActionSpec(
        "full_screen",
        message("&Full screen"),
        Menu.VIEW,
        lambda commands: commands.switch_full_screen(),
        message("Fill the screen with the window, or leave it again"),
        ("F11",),
    ),
    ActionSpec(
        "reset_chart",
        message("&Whole chart"),
        Menu.VIEW,
        lambda commands: commands.reset_chart(),
        message("Show all of the chart again after zooming"),
        ("Home",),
        enabled=_with_chart,
        of_chart=True,
    ),
    ActionSpec(
        "problems",
        message("&Problems of the data"),
        Menu.VIEW,
        lambda commands: commands.show_problems(),
        message("Show what is wrong in the files and where"),
        ("F8",),
        enabled=lambda session, _: bool(session.problems),
        separated=True,
    ),
    ActionSpec(
        "back",
        message("&Back"),
        Menu.GO,
        lambda commands: commands.step(-1),
        message("Show the page before this one"),
        ("Alt+Left", "Back"),
        Tool.LEFT,
        "back",
        lambda session, _: session.can_go_back,
    ),
    ActionSpec(
        "forward",
        message("&Forward"),
        Menu.GO,
        lambda commands: commands.step(1),
        message("Show the page after this one"),
        ("Alt+Right", "Forward"),
        Tool.LEFT,
        "forward",
        lambda session, _: session.can_go_forward,
    ),
    ActionSpec(
        "region",
        message("&Region"),
        Menu.GO,
        lambda commands: commands.go_to_region(),
        message("Show the overview of the whole region"),
        ("Ctrl+0",),
        enabled=_when_open,
        name=lambda session: session.dataset.region.name.text(session.words.language) if session.is_open else "",
    ),
    *(_pillar_action(number) for number in range(1, 9)),
    ActionSpec(
        "filter",
        message("Fi&lter the companies"),
        Menu.GO,
        lambda commands: commands.focus_filter(),
        message("Type a part of a name to narrow the list of companies"),
        ("Ctrl+F",),
        enabled=_when_open,
        separated=True,
    ),
    ActionSpec(
        "sources",
        message("&Sources of this page"),
        Menu.GO,
        lambda commands: commands.show_sources(),
        message("Bring the list of sources into view"),
        ("S",),
        enabled=_when_open,
    ),
    ActionSpec(
        "scale",
        message("&Logarithmic or linear"),
        Menu.CHART,
        lambda commands: commands.switch_scale(),
        message("Switch the chart between a linear and a logarithmic scale"),
        ("L",),
        enabled=lambda session, commands: _with_chart(session, commands) and commands.has_logarithm,
    ),
    ActionSpec(
        "table",
        message("Chart as &table"),
        Menu.CHART,
        lambda commands: commands.switch_table(),
        message("Show the numbers of the chart instead of the drawing"),
        ("T",),
        enabled=_with_chart,
    ),
    ActionSpec(
        "shortcuts",
        message("&Keyboard shortcuts"),
        Menu.HELP,
        lambda commands: commands.show_shortcuts(),
        message("List what the keys do"),
        ("F1",),
    ),
    ActionSpec(
        "about",
        message("&About Heartland"),
        Menu.HELP,
        lambda commands: commands.show_about(),
        message("Say what this program is, its version and its licence"),
    ),
)
