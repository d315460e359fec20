"""Builds the objects of the program and joins them: the only place that does."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Mapping
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from heartland_gui import __version__
from heartland_gui.cli import WindowOptions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset, texts_beyond_ascii
from heartland_gui.model.queries import own_listing
from heartland_gui.model.selection import AddressError, Selection, is_address, no_page, selection_at
from heartland_gui.pages.names import address_refusal
from heartland_gui.rendering.fonts import cover, load_fonts
from heartland_gui.rendering.screen.view import ChartView, chart_interface, load_zooming
from heartland_gui.rendering.style import Theme
from heartland_gui.start import named_application
from heartland_gui.text import Words
from heartland_gui.ui.actions.action import Command
from heartland_gui.ui.actions.files import add_recent, shipped_dataset
from heartland_gui.ui.actions.go import QuickFind
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.state.appearance import Appearance, speak
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import Bookmarks, UserState
from heartland_gui.ui.widgets.icons import program_icon
from heartland_gui.ui.widgets.overlay import Overlay
from heartland_gui.ui.widgets.slices import Slices
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.outer_window import FirstPaint, OuterWindow

_FIND = "heartland_gui.ui.find.panel"


def load_into(outer: OuterWindow, options: WindowOptions, words: Words) -> None:
    """Load everything into the outer window that is on the screen: colours, data, panes and, last, charts."""
    app = application()
    try:
        program = build_program(options, QSettings(), outer)
    except Exception as fault:  # noqa: BLE001 - without a window this is the only place to say it
        sentence = words.text("Heartland could not start ({fault}).", fault=str(fault) or type(fault).__name__)
        sys.stderr.write(f"{sentence}\n")
        outer.say(sentence)
        return
    FaultReporter(program).install()
    window = program.window
    # What zooms charts takes as long to load as the whole window: the page and its first chart are on the screen first.
    window.use_charts(charts_in(program.session.theme))
    window.page.wait_for_charts()
    outer.hold(window)
    app.setWindowIcon(program_icon())
    # Whoever was here before knows.
    window.welcome.setVisible(program.is_first_start)
    FirstPaint(window.page, program.complete)


def application() -> QApplication:
    """Return the application object, made ready: names, fonts, style and colours."""
    app = named_application()
    app.setApplicationVersion(__version__)
    load_fonts()
    QAccessible.installFactory(chart_interface)
    return app


def build_program(options: WindowOptions, store: QSettings, outer: OuterWindow | None = None) -> Program:
    """Return the program with its window on a dataset, not yet shown and without its charts."""
    settings = Settings(store)
    appearance = Appearance(settings, options.language, options.theme)
    words = appearance.words
    session = Session(words, appearance.colours)
    path = options.dataset or shipped_dataset()
    reading = read_dataset(path)
    asked, refusal = None, ""
    if reading.dataset is not None and options.open:
        try:
            asked = _asked_selection(reading.dataset, options.open)
        except AddressError as error:
            refusal = address_refusal(error, words)
    if reading.dataset is not None:
        add_recent(settings, path)
    session.open(path, reading.dataset, reading.problems, asked or settings.selection)
    program = Program(session, UserState.of(session, settings, appearance), outer)
    program.window.commands.files.say_problems()
    if refusal:
        program.window.banner.say(refusal)
    return program


class Program(QObject):
    """Puts the window together, and anew when its language or colours change: panes take both when they are made."""

    def __init__(self, session: Session, user: UserState, outer: OuterWindow | None = None) -> None:
        super().__init__(outer)
        self.session, self._user, self._outer = session, user, outer
        self.is_first_start = user.settings.selection is None
        self._is_alive = False
        self.window = self._built()
        user.appearance.setParent(self)
        user.appearance.changed.connect(self._renew_later)
        self.characters = CharacterReader(self)
        self.characters.covered.connect(self._renew_later)
        session.changed.connect(self._read_characters)

    def _built(self) -> MainWindow:
        speak(named_application(), self.session.words.language)
        apply_theme(named_application(), self.session.theme)
        return MainWindow(self.session, read_dataset, self._user, new_find_panel)

    def _read_characters(self) -> None:
        """See that what is open can be shown; what has no place on the screen yet is not in a hurry."""
        if self.session.is_open and self._is_alive:
            self.characters.begin(self.session.dataset)

    def _renew_later(self) -> None:
        """Wait until the click is over that asked for it."""
        QTimer.singleShot(0, self, self._renew_when_free)

    def _renew_when_free(self) -> None:
        """Wait for the dialog that is in front of the old window, and for the panel that somebody types into."""
        front, panel = QApplication.activeModalWidget(), Overlay.topmost(self.window)
        if isinstance(front, QDialog) and not isinstance(front, PreferencesDialog):
            front.finished.connect(self._renew_later)
        elif panel is not None:
            panel.dismissed.connect(self._renew_later)
        else:
            self.renew()

    def renew(self) -> None:
        """Make the window anew in the language and colours that are chosen.

        What is selected, the focus, and how far page and list are scrolled stay, and in the same language what was said
        above the page.
        """
        old, appearance, app = self.window, self._user.appearance, named_application()
        focus, scrolled, listed = app.focusWidget(), old.page.scrolled, old.companies.view.verticalScrollBar().value()
        said = old.banner.said if self.session.words == appearance.words else None
        old.remember()
        self.session.words, self.session.theme = appearance.words, appearance.colours
        self.window = self._built()
        self.window.welcome.setVisible(old.welcome.isVisible())
        if said is not None:
            self.window.banner.say(*said)
        self.complete()
        if self._outer is not None:
            self._outer.hold(self.window)
        else:
            self.window.setGeometry(old.geometry())
            self.window.show()
            old.close()
            old.deleteLater()
        self.window.page.scroll_to(scrolled)
        self.window.companies.scroll_to(listed)
        again = self.window.findChild(QWidget, focus.objectName()) if focus is not None and focus.objectName() else None
        if again is not None:
            again.setFocus()

    def complete(self) -> None:
        """Let the page be completed and charts be zoomed; where that cannot be loaded it is said."""
        window, session = self.window, self.session
        self._is_alive = True
        self._read_characters()
        try:
            load_zooming()
        except ImportError as error:
            window.banner.say(session.words.text("Charts cannot be zoomed: {error}", error=str(error)))
        window.use_charts(charts_in(session.theme))


class CharacterReader(QObject):
    """Looks through the characters of a dataset between events; those that no font has get one.

    `covered` says that a font was needed, so that texts are to be drawn anew.
    """

    covered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._characters: set[str] = set()
        self._slices = Slices(self)
        self._slices.finished.connect(self._finish)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._slices.are_left

    def begin(self, dataset: Dataset) -> None:
        """Read this dataset from now on, unless it is the one that was read last."""
        if dataset is not self._dataset:
            self._dataset, self._characters = dataset, set()
            self._slices.begin(texts_beyond_ascii(dataset), lambda texts: self._characters.update(*texts))

    def _finish(self) -> None:
        characters, self._characters = self._characters, set()
        if cover(characters):
            self.covered.emit()


def _asked_selection(dataset: Dataset, asked: str) -> Selection:
    """Return the selection of an id or an address. Raises AddressError."""
    if is_address(asked):
        return selection_at(dataset, asked)
    ref = dataset.ref(asked)
    if ref is None:
        raise no_page(dataset, asked)
    return Selection(page=ref, listing=own_listing(dataset, ref))


def charts_in(theme: Theme) -> ChartFactory:
    """Return what makes charts in the colours of a theme."""
    return lambda parent: ChartView(parent, theme)


def new_find_panel(
    session: Session, bookmarks: Bookmarks, commands: Mapping[str, Command], parent: QWidget
) -> QuickFind:
    """Return the panel that finds anything; the readings of Chinese characters are loaded when it is first wanted."""
    panel: QuickFind = importlib.import_module(_FIND).FindPanel(session, bookmarks, commands, parent)
    return panel


class FaultReporter:
    """Says in the window what no other code has caught; details can be opened, read and copied."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def install(self) -> None:
        """Take over what is not caught."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Show one sentence; an interrupt closes the window."""
        if issubclass(kind, KeyboardInterrupt):
            self._program.window.window().close()
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        sentence = self._program.session.words.text(
            "Something went wrong in the program ({fault}). You can go on; your last action may be incomplete.",
            fault=str(fault) or kind.__name__,
        )
        self._program.window.banner.say(sentence, details)
