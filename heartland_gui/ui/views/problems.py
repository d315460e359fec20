"""The page of problems: what is wrong with the files, where, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heartland_gui.model.selection import View
from heartland_gui.pages.names import VIEW_NAMES
from heartland_gui.pages.views import problems_table
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage


class ProblemsPane(TablePage):
    """Every problem with its file and line; where nothing could be read, the way to another dataset."""

    open_requested = Signal()
    again_requested = Signal()
    shipped_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = session.words
        super().__init__(session, "problems", words.say(VIEW_NAMES[View.PROBLEMS]), parent, widest=2, wrapped=True)
        self.back_button = self.add_button(words.text("Back to the page"), self._back)
        self.again_button = self.add_button(words.text("Reload (F5)"), self.again_requested.emit)
        self.open_button = self.add_button(words.text("Open another dataset …"), self.open_requested.emit)
        self.shipped_button = self.add_button(words.text("Open Shanxi"), self.shipped_requested.emit)
        self.copy_button = self.add_button(words.text("Copy all"), self.table.copy_all)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's problems."""
        session = self._session
        if session.is_open and session.selection.view is not View.PROBLEMS:
            return
        if not self._inputs.changed_to(session.problems, session.is_open, session.path):
            return
        words = session.words
        shown = problems_table(session.problems, session.path, words, readable=session.is_open)
        self.title.setText(shown.title)
        self.back_button.setVisible(session.is_open)
        self.shipped_button.setVisible(not session.is_open)
        self.show_table(shown)
        self._card.setVisible(bool(session.problems))

    def _back(self) -> None:
        """Show what was shown before, the region's page where the window began with the problems."""
        session = self._session
        if session.can_go_back:
            session.back()
        else:
            session.go_to(session.dataset.region_ref)
