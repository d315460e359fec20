"""What an action is: where it stands, which keys it has, when it can be done and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from heartland_gui.model.selection import View
from heartland_gui.text import Message, message
from heartland_gui.ui.state.appearance import Look
from heartland_gui.ui.state.kept import Comparing
from heartland_gui.ui.state.session import Session
from heartland_gui.wording import Citation

Deed = tuple[str, Callable[[], object]]
"""What an entry of a menu is called, and what it does."""

_KEY_IN_BRACKETS: Final = re.compile(r"\(&\w\)")


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


class Tool(StrEnum):
    """Where in the tool row an action has a button."""

    LEFT = "left"
    RIGHT = "right"


class ChartDeeds(Protocol):
    """What actions do with the chart of the page."""

    def export(self) -> None: ...  # noqa: D102 - the table of actions says it
    def copy(self) -> None: ...  # noqa: D102
    def copy_table(self) -> None: ...  # noqa: D102
    def export_table(self) -> None: ...  # noqa: D102
    def reset(self) -> None: ...  # noqa: D102
    def switch_scale(self) -> None: ...  # noqa: D102
    def switch_table(self) -> None: ...  # noqa: D102
    @property
    def is_there(self) -> bool: ...  # noqa: D102
    @property
    def has_table(self) -> bool: ...  # noqa: D102
    @property
    def has_logarithm(self) -> bool: ...  # noqa: D102


class PaperDeeds(Protocol):
    """What actions do with pages of paper."""

    def save_brief(self) -> None: ...  # noqa: D102
    def print_chart(self) -> None: ...  # noqa: D102
    def print_brief(self) -> None: ...  # noqa: D102
    def preview(self) -> None: ...  # noqa: D102
    @property
    def has_brief(self) -> bool: ...  # noqa: D102


class DialogDeeds(Protocol):
    """What actions show beside the window."""

    def show_shortcuts(self) -> None: ...  # noqa: D102
    def show_about(self) -> None: ...  # noqa: D102
    def explain(self) -> None: ...  # noqa: D102
    def ask_for_part(self) -> None: ...  # noqa: D102
    def show_preferences(self) -> None: ...  # noqa: D102


class FileDeeds(Protocol):
    """What actions do with files."""

    def open_dataset(self) -> None: ...  # noqa: D102
    def open_latest(self) -> None: ...  # noqa: D102
    def recent_choices(self) -> Sequence[Deed]: ...  # noqa: D102
    def open_picture(self) -> None: ...  # noqa: D102
    def reload(self) -> None: ...  # noqa: D102


class Commands(FileDeeds, Protocol):
    """What actions do; the window has one object that does it."""

    def quit(self) -> None: ...  # noqa: D102
    def switch_full_screen(self) -> None: ...  # noqa: D102
    def step(self, by: int) -> None: ...  # noqa: D102
    def go_to_region(self) -> None: ...  # noqa: D102
    def go_to_pillar(self, number: int) -> None: ...  # noqa: D102
    def copy_address(self) -> None: ...  # noqa: D102
    def choose_day(self) -> None: ...  # noqa: D102
    def copy_citation(self, form: Citation) -> None: ...  # noqa: D102
    def compare_this(self) -> None: ...  # noqa: D102
    def bookmark(self) -> None: ...  # noqa: D102
    def find(self) -> None: ...  # noqa: D102
    def focus_filter(self) -> None: ...  # noqa: D102
    def show_sources(self) -> None: ...  # noqa: D102
    def show_map(self) -> None: ...  # noqa: D102
    def show_view(self, view: View) -> None: ...  # noqa: D102
    def show_problems(self) -> None: ...  # noqa: D102
    @property
    def comparing(self) -> Comparing: ...  # noqa: D102
    @property
    def look(self) -> Look: ...  # noqa: D102
    @property
    def chart(self) -> ChartDeeds: ...  # noqa: D102
    @property
    def paper(self) -> PaperDeeds: ...  # noqa: D102
    @property
    def dialogs(self) -> DialogDeeds: ...  # noqa: D102


Condition = Callable[[Session, Commands], bool]


def always(_: Session, __: Commands) -> bool:
    """Return yes: it can always be done."""
    return True


def when_open(session: Session, _: Commands) -> bool:
    """Return whether a dataset is open."""
    return session.is_open


def with_chart(session: Session, commands: Commands) -> bool:
    """Return whether a chart is seen."""
    return session.is_open and commands.chart.is_there


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
    enabled: Condition = always
    name: Callable[[Session], str] | None = None
    live_name: Callable[[Session, Commands], str] | None = None
    """What menus and tools say instead, where that depends on what somebody gathered."""
    checked: Condition | None = None
    """Whether its choice holds, for one of several choices."""
    choices: Callable[[Commands], Sequence[Deed]] | None = None
    """What its menu offers, where the action is a menu of its own; `does` is then what quick find does."""
    separated: bool = False
    """Whether a line stands above it in its menu."""
    of_chart: bool = False
    """Whether its shortcut works only while a chart has the keyboard, because the key means more elsewhere."""
