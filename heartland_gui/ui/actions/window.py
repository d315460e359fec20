"""Actions of the window itself: its size, dialogs and help, its language and colours, and its end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWhatsThis

from heartland_gui.text import Message, message
from heartland_gui.text.languages import languages
from heartland_gui.ui.actions.action import Action, Command, Section, Tool, action, each
from heartland_gui.ui.actions.parts import Actions, Pane, WindowParts
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.state.appearance import OF_SYSTEM, THEME_NAMES, Appearance
from heartland_gui.ui.state.early import ZOOMS
from heartland_gui.ui.widgets.explanations import explain_focused


class WindowActions(Actions):
    """Dialogs go with the window, but for the preferences, which stay while it is made anew behind them."""

    def __init__(self, parts: WindowParts, commands: Mapping[str, Command]) -> None:
        """Take the parts of the window, and all that can be done in it by its id."""
        super().__init__(parts)
        self._commands = commands

    @action(message("&Quit"), Section.QUIT, message("Close the window and quit the program"), shortcuts=("Ctrl+Q",))
    def quit(self) -> None:
        """Close the window; with the last one the program ends."""
        self.window.close()

    @action(
        message("&Preferences …"),
        Section.PREFERENCES,
        message("Choose language, theme and the folder for exports"),
        shortcuts=("Ctrl+,",),
    )
    def preferences(self) -> None:
        """Let somebody choose language, colours and folder."""
        PreferencesDialog(self.parts.user.appearance, self.parts.user.settings, self.window).open()

    @action(
        message("&Navigation"),
        Section.PANES,
        message("Show or hide the navigation"),
        id="navigation_pane",
        shortcuts=("F9",),
        tool=Tool.NAVIGATION,
        icon="sidebar",
        enabled=lambda window: window.parts.panes.offers(Pane.NAVIGATION),
        checked=lambda window: window.parts.panes.shows(Pane.NAVIGATION),
    )
    def navigation(self) -> None:
        """Show or hide the navigation."""
        self.parts.panes.toggle(Pane.NAVIGATION)

    @action(
        message("&Company list"),
        Section.PANES,
        message("Show or hide the list of companies, which stands beside a company"),
        id="company_pane",
        shortcuts=("Shift+F9",),
        tool=Tool.COMPANIES,
        icon="list-pane",
        enabled=lambda window: window.parts.panes.offers(Pane.COMPANIES),
        checked=lambda window: window.parts.panes.shows(Pane.COMPANIES),
    )
    def company_list(self) -> None:
        """Show or hide the company list."""
        self.parts.panes.toggle(Pane.COMPANIES)

    @action(
        message("N&ext pane"),
        Section.PANES,
        message("Move the keyboard to the next part of the window: tools, navigation, list, page"),
        shortcuts=("F6",),
    )
    def next_pane(self) -> None:
        """Give the keyboard to the next part of the window."""
        self.parts.panes.go_round(1)

    @action(
        message("Pre&vious pane"),
        Section.PANES,
        message("Move the keyboard to the part of the window before"),
        shortcuts=("Shift+F6",),
    )
    def previous_pane(self) -> None:
        """Give the keyboard to the part of the window before."""
        self.parts.panes.go_round(-1)

    @action(
        message("&Full screen"),
        Section.SCREEN,
        message("Enter or leave full screen"),
        shortcuts=("F11",),
    )
    def full_screen(self) -> None:
        """Fill the screen, or leave it."""
        window = self.window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    @action(
        message("&Keyboard shortcuts"),
        Section.HELP,
        message("Find commands and their keys, and run them"),
        shortcuts=("F1",),
    )
    def shortcuts(self) -> None:
        """List the keys."""
        ShortcutsDialog(self.session, self._commands, self.parts.page).open()

    @action(
        message("&Explain this part"),
        Section.HELP,
        message("Explain the part of the window that has the keyboard"),
        shortcuts=("Shift+F1",),
    )
    def explain(self) -> None:
        """Say what the part of the window is that has the keyboard."""
        explain_focused()

    @action(message("&What’s this?"), Section.HELP, message("Click a part of the window to see what it is"))
    def whats_this(self) -> None:
        """Let somebody click a part of the window to be told what it is."""
        QWhatsThis.enterWhatsThisMode()

    @action(message("&About Heartland"), Section.HELP, message("Show the version and the licence of this program"))
    def about(self) -> None:
        """Say what the program is."""
        AboutDialog(self.session, self.parts.page).open()


def _language(tag: str, name: Message) -> Action:
    return action(
        name,
        Section.LANGUAGE,
        message("Show the window in this language"),
        id=f"language_{tag or 'system'}",
        checked=lambda actions: actions.appearance.language == tag,
        arguments=(tag,),
    )


def _theme(name: str) -> Action:
    return action(
        THEME_NAMES[name],
        Section.THEME,
        message("Show the window in these colours"),
        id=f"theme_{name or 'system'}",
        checked=lambda actions: actions.appearance.theme == name,
        arguments=(name,),
    )


class AppearanceActions(Actions):
    """A choice is remembered; the window is made anew in it."""

    @property
    def appearance(self) -> Appearance:
        """What the window is written in and coloured with."""
        return self.parts.user.appearance

    @each(
        (
            _language(OF_SYSTEM, message("System language")),
            # Every language is called as its speakers call it.
            *(_language(tag, Message("{name}", (("name", name),))) for tag, name in languages().items()),
        )
    )
    def language(self, tag: str) -> None:
        """Write the window in a language."""
        self.appearance.choose_language(tag)

    @each(_theme(name) for name in THEME_NAMES)
    def theme(self, name: str) -> None:
        """Colour the window with a theme."""
        self.appearance.choose_theme(name)

    @action(
        message("&Larger text"),
        Section.TEXT_SIZE,
        message("Make everything in the window larger"),
        shortcuts=("Ctrl++", "Ctrl+="),
        enabled=lambda actions: actions.appearance.zoom < ZOOMS[-1],
    )
    def larger_text(self) -> None:
        """Make everything one step larger."""
        self._choose_size(next((zoom for zoom in ZOOMS if zoom > self.appearance.zoom), ZOOMS[-1]))

    @action(
        message("S&maller text"),
        Section.TEXT_SIZE,
        message("Make everything in the window smaller"),
        shortcuts=("Ctrl+-",),
        enabled=lambda actions: actions.appearance.zoom > ZOOMS[0],
    )
    def smaller_text(self) -> None:
        """Make everything one step smaller."""
        self._choose_size(next((zoom for zoom in reversed(ZOOMS) if zoom < self.appearance.zoom), ZOOMS[0]))

    @action(
        message("Defa&ult text size"),
        Section.TEXT_SIZE,
        message("Make everything as large as it is by default"),
        shortcuts=("Ctrl+Alt+0",),
        enabled=lambda actions: actions.appearance.zoom != ZOOMS[0],
    )
    def default_text(self) -> None:
        """Make everything as large as by default."""
        self._choose_size(ZOOMS[0])

    def _choose_size(self, percent: int) -> None:
        words = self.session.words
        if self.appearance.choose_zoom(percent):
            self.say_briefly(words.text("Text size: {n}\u00a0%", n=percent))
        else:
            self.say_briefly(words.text("Text size: {n}\u00a0% from the next start on", n=percent))
