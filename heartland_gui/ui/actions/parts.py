"""What actions work on: the parts of the window, and what outlives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QWidget

from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.page.page import PagePane
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import UserState


class Pane(StrEnum):
    """What stands beside the page."""

    NAVIGATION = "navigation"
    COMPANIES = "companies"


class Panes(Protocol):
    """What shows and hides the panes beside the page, and leads the keyboard round the window."""

    def offers(self, pane: Pane) -> bool:
        """Whether the page that is shown has this pane."""

    def shows(self, pane: Pane) -> bool:
        """Whether a pane is seen."""

    def toggle(self, pane: Pane) -> None:
        """Show a pane, or hide it."""

    def show_pane(self, pane: Pane) -> None:
        """Show a pane that the page has."""

    def go_round(self, step: int) -> None:
        """Give the keyboard to the next part of the window, or with -1 to the one before."""


@dataclass(frozen=True, slots=True)
class WindowParts:
    """The parts of one window that actions read, change or speak through."""

    session: Session
    user: UserState
    page: PagePane
    companies: CompanyListPane
    say_briefly: Callable[[str], None]
    """Says for a moment what was done."""
    complain: Callable[[str], None]
    """Says above the page what could not be done, until the next page."""
    take_back: Callable[[], None]
    """Takes away what is said there."""
    panes: Panes
    filter_field: Callable[[], QLineEdit | None]
    """Returns the field that narrows what is shown, None where there is none."""
    ask_day: Callable[[], None]
    """Asks for the day of which everything is shown."""


class Actions:
    """A class of actions: its methods are declared by `@action`."""

    def __init__(self, parts: WindowParts) -> None:
        self.parts, self.session = parts, parts.session
        self.say_briefly, self.complain = parts.say_briefly, parts.complain

    @property
    def window(self) -> QWidget:
        """The window, in front of which dialogs open."""
        return self.parts.page.window()


def when_open(actions: Actions) -> bool:
    """Return whether a dataset is open: the condition of most actions."""
    return actions.session.is_open
