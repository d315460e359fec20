"""What actions work on: the parts of the window, and what outlives it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.page.page import PagePane
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.banner import Banner
from heartland_gui.ui.window.status_bar import StatusLine


@dataclass(frozen=True, slots=True)
class WindowParts:
    """The parts of one window that actions read, change or speak through."""

    session: Session
    kept: Kept
    page: PagePane
    companies: CompanyListPane
    banner: Banner
    status: StatusLine


class Actions:
    """A class of actions: its methods are declared by `@action`."""

    def __init__(self, parts: WindowParts) -> None:
        self.parts, self.session = parts, parts.session

    @property
    def window(self) -> QWidget:
        """The window, in front of which dialogs open."""
        return self.parts.page.window()

    def say_briefly(self, sentence: str) -> None:
        """Say for a moment what was done."""
        self.parts.status.say_briefly(sentence)

    def complain(self, sentence: str) -> None:
        """Say what could not be done; it stays until the next page."""
        self.parts.banner.say(sentence)
