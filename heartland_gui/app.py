"""Builds the objects of the program and joins them: the only place that does."""

from __future__ import annotations

import importlib
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from heartland_gui import __version__
from heartland_gui.cli import WindowOptions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.queries import own_listing
from heartland_gui.model.selection import AddressError, Selection, is_address, no_page, place_at
from heartland_gui.pages.names import address_refusal
from heartland_gui.rendering.fonts import load_fonts
from heartland_gui.rendering.screen.still import StillChart
from heartland_gui.rendering.style import Theme
from heartland_gui.start import named_application
from heartland_gui.text import Words
from heartland_gui.ui.actions.files import keep_recent, shipped_dataset
from heartland_gui.ui.actions.window import Finding
from heartland_gui.ui.chart.card import ChartFactory, ChartWidget
from heartland_gui.ui.dialogs.preferences import PreferencesDialog
from heartland_gui.ui.state.appearance import Look
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Remembered
from heartland_gui.ui.widgets.icons import program_icon
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.character_reader import CharacterReader
from heartland_gui.ui.window.frame import FirstPaint, Frame
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.toolkit_words import speak

_CHART_VIEW = "heartland_gui.rendering.screen.view"
_FIND = "heartland_gui.ui.find.dialog"


def furnish(frame: Frame, options: WindowOptions, words: Words) -> None:
    """Load everything into the frame that is on the screen: colours, data, panes and, last, charts."""
    app = application()
    try:
        stage = built_stage(options, QSettings(), frame)
    except Exception as fault:  # noqa: BLE001 - without a window this is the only place to say it
        sentence = words.text("Heartland could not start ({fault}).", fault=str(fault) or type(fault).__name__)
        sys.stderr.write(f"{sentence}\n")
        frame.say(sentence)
        return
    FaultReporter(stage).install()
    window = stage.window
    # The charts' library costs as much as the whole window: the page is on the screen first, its charts as pictures.
    window.use_charts(still_charts(stage.session.theme))
    window.page.wait_for_charts()
    frame.hold(window)
    app.setWindowIcon(program_icon())
    # Whoever was here before knows.
    window.hints.setVisible(stage.is_first_start)
    FirstPaint(window.page, stage.bring_to_life)


def application() -> QApplication:
    """Return the application object, made ready: names, fonts, style and colours."""
    app = named_application()
    app.setApplicationVersion(__version__)
    load_fonts()
    return app


def built_stage(options: WindowOptions, settings: QSettings, frame: Frame | None = None) -> Stage:
    """Return what holds the window on a dataset, not yet shown and without its charts."""
    remembered = Remembered(settings)
    look = Look(remembered, options.language, options.theme)
    words = look.words
    session = Session(words, look.colours)
    path = options.dataset or shipped_dataset()
    reading = read_dataset(path)
    asked, refusal = None, ""
    if reading.dataset is not None and options.open:
        try:
            asked = _asked_place(reading.dataset, options.open)
        except AddressError as error:
            refusal = address_refusal(error, words)
    if reading.dataset is not None:
        keep_recent(remembered, path)
    session.open(path, reading.dataset, reading.problems, asked or remembered.place)
    stage = Stage(session, Kept.of(session, remembered, look), frame)
    stage.window.commands.say_problems()
    if refusal:
        stage.window.banner.say(refusal)
    return stage


class Stage(QObject):
    """Puts the window together, and anew when its language or colours change: panes take both when they are made."""

    def __init__(self, session: Session, kept: Kept, frame: Frame | None = None) -> None:
        super().__init__(frame)
        self.session, self._kept, self._frame = session, kept, frame
        self.is_first_start = kept.remembered.place is None
        self._is_alive = False
        self.window = self._built()
        kept.look.setParent(self)
        kept.look.changed.connect(self._renew_later)
        self.characters = CharacterReader(self)
        self.characters.covered.connect(self._renew_later)
        session.changed.connect(self._read_characters)

    def _built(self) -> MainWindow:
        speak(named_application(), self.session.words.language)
        apply_theme(named_application(), self.session.theme)
        return MainWindow(self.session, read_dataset, self._kept, new_find_dialog)

    def _read_characters(self) -> None:
        """See that what is open can be shown; what has no place on the screen yet is not in a hurry."""
        if self.session.is_open and self._is_alive:
            self.characters.begin(self.session.dataset)

    def _renew_later(self) -> None:
        """Wait until the click is over that asked for it, and the dialog that is in front of the old window."""
        front = QApplication.activeModalWidget()
        if isinstance(front, QDialog) and not isinstance(front, PreferencesDialog):
            front.finished.connect(self._renew_later)
        else:
            QTimer.singleShot(0, self, self.renew)

    def renew(self) -> None:
        """Make the window anew in the language and colours that are chosen.

        The place, the focus, and how far page and list are scrolled stay, and in the same language what was said above
        the page.
        """
        old, look, app = self.window, self._kept.look, named_application()
        focus, scrolled, listed = app.focusWidget(), old.page.scrolled, old.companies.view.verticalScrollBar().value()
        said = old.banner.said if self.session.words == look.words else None
        self._kept.remembered.keep_window(old.window().saveGeometry(), tuple(old.splitter.sizes()))
        self.session.words, self.session.theme = look.words, look.colours
        self.window = self._built()
        self.window.hints.setVisible(old.hints.isVisible())
        if said is not None:
            self.window.banner.say(*said)
        self.bring_to_life()
        if self._frame is not None:
            self._frame.hold(self.window)
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

    def bring_to_life(self) -> None:
        """Let charts answer the pointer; where their library cannot be loaded they stay pictures, and that is said."""
        window, session = self.window, self.session
        self._is_alive = True
        self._read_characters()
        try:
            window.use_charts(living_charts(session.theme))
        except ImportError as error:
            window.use_charts(still_charts(session.theme))
            window.banner.say(session.words.text("Charts are shown as pictures only: {error}", error=str(error)))


def _asked_place(dataset: Dataset, asked: str) -> Selection:
    """Return the place of an id or an address. Raises AddressError."""
    if is_address(asked):
        return place_at(dataset, asked)
    ref = dataset.ref(asked)
    if ref is None:
        raise no_page(dataset, asked)
    return Selection(page=ref, listing=own_listing(dataset, ref))


def new_chart_view(parent: QWidget, theme: Theme) -> ChartWidget:
    """Return what draws charts; its library is loaded when the first one is wanted."""
    view: ChartWidget = importlib.import_module(_CHART_VIEW).ChartView(parent, theme)
    return view


def living_charts(theme: Theme) -> ChartFactory:
    """Return what makes charts that answer the pointer."""
    return lambda parent: new_chart_view(parent, theme)


def still_charts(theme: Theme) -> ChartFactory:
    """Return what makes charts that are pictures only."""
    return lambda parent: StillChart(parent, theme)


def new_find_dialog(session: Session, parent: QWidget) -> Finding:
    """Return the dialog that finds anything; the readings of Chinese characters are loaded when it is first wanted."""
    dialog: Finding = importlib.import_module(_FIND).FindDialog(session, parent)
    return dialog


class FaultReporter:
    """Says in the window what no other code has caught; details can be opened, read and copied."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def install(self) -> None:
        """Take over what is not caught."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Show one sentence; an interrupt closes the window."""
        if issubclass(kind, KeyboardInterrupt):
            self._stage.window.window().close()
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        sentence = self._stage.session.words.text(
            "Something went wrong inside the program ({fault}). You can go on; what you did last may be incomplete.",
            fault=str(fault) or kind.__name__,
        )
        self._stage.window.banner.say(sentence, details)
