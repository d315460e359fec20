"""Actions that open files: datasets, and exported pictures, which lead back to what they show."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog

from heartland_gui.export.reading import ProofError, edition_remark, proof_in, question_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.problems import Problem, Severity
from heartland_gui.resources import resource
from heartland_gui.text import message
from heartland_gui.ui.actions.action import Section, action
from heartland_gui.ui.actions.chart import ChartActions
from heartland_gui.ui.actions.parts import Actions, WindowParts, when_open
from heartland_gui.ui.state.session import selection_of
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.widgets.menus import MenuEntry


class Reading(Protocol):
    """What comes of reading a folder: a dataset where there is any, and every problem."""

    @property
    def dataset(self) -> Dataset | None:
        """The dataset, None where nothing could be read."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""


Reader = Callable[[Path], Reading]


def shipped_dataset() -> Path:
    """Return where the dataset is that ships with the program."""
    return resource("datasets", "shanxi")


def add_recent(settings: Settings, dataset: Path) -> None:
    """Remember that a dataset was opened, unless it is the one that is always offered."""
    if dataset.absolute() != shipped_dataset().absolute():
        settings.add_recent(dataset)


class FileActions(Actions):
    """A dataset that is read takes the place of the one that is open."""

    def __init__(self, parts: WindowParts, reader: Reader, chart: ChartActions) -> None:
        """Take the parts of the window, what reads a dataset, and who knows the folder of exported pictures."""
        super().__init__(parts)
        self._reader, self._chart = reader, chart
        self._settings = parts.user.settings

    def open_path(self, path: Path) -> None:
        """Read a dataset and show it, and say what was left out; when it is the one that is open, the page stays."""
        session = self.session
        reading = self._reader(path)
        again = path == session.path
        session.open(path, reading.dataset, reading.problems)
        if reading.dataset is not None:
            add_recent(self._settings, path)
        if not self.say_problems() and again and session.is_open:
            self.say_briefly(session.words.text("Dataset reloaded."))

    def say_problems(self) -> bool:
        """Say above the page that something of the dataset was left out; return whether there was anything to say."""
        session = self.session
        errors = sum(1 for problem in session.problems if problem.severity is Severity.ERROR)
        if not errors or not session.is_open:
            return False
        self.complain(
            session.words.plural(
                "{n} entry of this dataset is wrong and was left out, with what depends on it. F8 shows where.",
                "{n} entries of this dataset are wrong and were left out, with what depends on them. F8 shows where.",
                errors,
            )
        )
        return True

    @action(
        message("&Open dataset …"),
        Section.OPEN,
        message("Open another dataset"),
        id="open",
        shortcuts=("Ctrl+O",),
    )
    def open_dataset(self) -> None:
        """Ask for a folder and read it."""
        title = self.session.words.text("Open dataset")
        chosen = QFileDialog.getExistingDirectory(self.window, title, str(self.session.path or ""))
        if chosen:
            self.open_path(Path(chosen))

    @action(
        message("Open re&cent"),
        Section.OPEN,
        message("Open a dataset that was open before, or the one that comes with the program"),
        choices=lambda files: files.recent_choices(),
    )
    def recent(self) -> None:
        """Read the dataset that was open before this one, or the one that ships with the program."""
        _, opens = self.recent_choices()[0]
        opens()

    def recent_choices(self) -> list[MenuEntry]:
        """Return the datasets that were open before and are still there, but for the one that is open now."""
        words, path = self.session.words, self.session.path
        now = path.absolute() if path is not None else None
        there = [path for path in self._settings.recent if path != now and os.path.lexists(path)]
        choices: list[MenuEntry] = [(str(path), self._opener(path)) for path in there]
        if now != shipped_dataset().absolute() or not choices:
            choices.append((words.text("Shanxi (comes with Heartland)"), self.open_shipped))
        return choices

    def _opener(self, path: Path) -> Callable[[], None]:
        return lambda: self.open_path(path)

    @action(
        message("Open exported &picture …"),
        Section.OPEN,
        message("Show the view that a saved picture was made from"),
        shortcuts=("Ctrl+Shift+O",),
        enabled=when_open,
    )
    def open_picture(self) -> None:
        """Ask for an exported picture and show what it shows."""
        words = self.session.words
        title, kinds = words.text("Open exported picture"), words.text("Exported pictures (*.png *.svg *.pdf)")
        chosen, _ = QFileDialog.getOpenFileName(self.window, title, str(self._chart.folder), kinds)
        if chosen:
            self.restore_from(Path(chosen))

    def open_dropped(self, path: Path) -> None:
        """Show what was dropped on the window: a dataset's folder or file, or what a picture shows."""
        if path.is_dir() or path.suffix.lower() == ".toml":
            self.open_path(path)
        else:
            self.restore_from(path)

    def restore_from(self, path: Path) -> None:
        """Show what a picture shows, or say why not."""
        session, words = self.session, self.session.words
        if not session.is_open:
            self.complain(words.text("Open a dataset first, then the picture."))
            return
        try:
            proof = proof_in(path, words)
            question = question_of(proof, session.dataset, words)
        except ProofError as error:
            self.complain(str(error))
            return
        session.visit(selection_of(session, question))
        remark = edition_remark(proof, session.dataset, words)
        if remark:
            self.complain(remark)
        else:
            self.parts.take_back()
            self.say_briefly(words.text("This is what “{file}” shows.", file=path.name))

    def open_shipped(self) -> None:
        """Read the dataset that ships with the program."""
        self.open_path(shipped_dataset())

    @action(
        message("&Reload"),
        Section.OPEN,
        message("Reload the files of the dataset"),
        shortcuts=("F5",),
    )
    def reload(self) -> None:
        """Read the files again."""
        if self.session.path is not None:
            self.open_path(self.session.path)
