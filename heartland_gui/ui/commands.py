"""What the actions do: they ask the session, the panes and the dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ref_of
from heartland_gui.model.selection import View
from heartland_gui.problems import Problem, Severity
from heartland_gui.resources import resource
from heartland_gui.ui.chart_commands import ChartCommands
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.notices import Banner
from heartland_gui.ui.panes.company_list import CompanyListPane
from heartland_gui.ui.panes.page import PagePane
from heartland_gui.ui.session import Session


class Reading(Protocol):
    """What comes of reading a folder: a dataset where there is any, and every problem."""

    @property
    def dataset(self) -> Dataset | None:
        """The dataset, None where nothing could be read."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""


Reader = Callable[[Path], Reading]


class WindowCommands:
    """The deeds of the actions table."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        page: PagePane,
        companies: CompanyListPane,
        banner: Banner,
        say_briefly: Callable[[str], None],
    ) -> None:
        self._session, self._reader = session, reader
        self._page, self._companies, self._banner = page, companies, banner
        self._say_briefly = say_briefly
        self.chart = ChartCommands(session, page, say_briefly)

    # -- files --------------------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Read a dataset and show it, and say what was left out; when it is the one that is open, the page stays."""
        session = self._session
        reading = self._reader(path)
        again = path == session.path
        session.open(path, reading.dataset, reading.problems)
        if not self.say_problems() and again and session.is_open:
            self._say_briefly(session.words.text("The files were read again."))

    def say_problems(self) -> bool:
        """Say above the page that something of the dataset was left out; return whether there was anything to say."""
        session = self._session
        errors = sum(1 for problem in session.problems if problem.severity is Severity.ERROR)
        if not errors or not session.is_open:
            return False
        self._banner.say(
            session.words.plural(
                "{n} entry of this dataset is wrong and was left out, with what depends on it: F8 says where.",
                "{n} entries of this dataset are wrong and were left out, with what depends on them: F8 says where.",
                errors,
            )
        )
        return True

    def open_dataset(self) -> None:
        """Ask for a folder and read it."""
        title = self._session.words.text("Open dataset")
        chosen = QFileDialog.getExistingDirectory(self._page.window(), title, str(self._session.path or ""))
        if chosen:
            self.open_path(Path(chosen))

    def open_shipped(self) -> None:
        """Read the dataset that ships with the program."""
        self.open_path(resource("datasets", "shanxi"))

    def reload(self) -> None:
        """Read the files again."""
        if self._session.path is not None:
            self.open_path(self._session.path)

    def quit(self) -> None:
        """Close the window; with the last one the program ends."""
        self._page.window().close()

    # -- where to -----------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Show the page before (-1) or after (1) in the history."""
        if by < 0:
            self._session.back()
        else:
            self._session.forward()

    def go_to_region(self) -> None:
        """Show the region."""
        self._session.choose_listing(self._session.dataset.region_ref)

    def go_to_pillar(self, number: int) -> None:
        """Show a pillar, counted from 1."""
        self._session.choose_listing(ref_of(self._session.dataset.pillars[number - 1]))

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the company list."""
        self._companies.filter.setFocus()
        self._companies.filter.selectAll()

    def show_sources(self) -> None:
        """Bring the page's sources into view."""
        self._page.show_sources()

    def show_conflicts(self) -> None:
        """List every number on which sources disagree."""
        self._session.choose_view(View.CONFLICTS)

    def show_problems(self) -> None:
        """Show the problems of the dataset."""
        self._session.show_problems(shown=True)

    # -- the window ---------------------------------------------------------------------------------------------

    def switch_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        window = self._page.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def show_shortcuts(self) -> None:
        """List the keys."""
        ShortcutsDialog(self._session, self._page.window()).open()

    def show_about(self) -> None:
        """Say what the program is."""
        AboutDialog(self._session, self._page.window()).open()
