"""What the actions show beside the window: the keys, what the program is, and what can be chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWhatsThis, QWidget

from heartland_gui.ui.action_spec import Commands
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.explanations import explain_focused
from heartland_gui.ui.kept import Kept
from heartland_gui.ui.session import Session


class DialogCommands:
    """Opens dialogs in front of the window that `place` is in; they go with it, but for the preferences."""

    def __init__(self, session: Session, kept: Kept, commands: Commands, place: QWidget) -> None:
        self._session, self._kept, self._commands, self._place = session, kept, commands, place

    def show_shortcuts(self) -> None:
        """List the keys."""
        ShortcutsDialog(self._session, self._commands, self._place).open()

    def show_about(self) -> None:
        """Say what the program is."""
        AboutDialog(self._session, self._place).open()

    def explain(self) -> None:
        """Say what the part of the window is that has the keyboard."""
        explain_focused()

    def ask_for_part(self) -> None:
        """Let somebody click a part of the window to be told what it is."""
        QWhatsThis.enterWhatsThisMode()

    def show_preferences(self) -> None:
        """Let somebody choose language, colours and folder."""
        PreferencesDialog(self._kept.look, self._kept.remembered, self._place.window()).open()
