"""Builds the objects of the program and joins them: the only place that does."""

from __future__ import annotations

import importlib
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from heartland_gui import __version__
from heartland_gui.cli import WindowOptions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.address import AddressError, is_address, no_page, place_at
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.queries import own_listing
from heartland_gui.model.selection import Selection
from heartland_gui.rendering.fonts import load_fonts
from heartland_gui.rendering.still import StillChart
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.start import named_application
from heartland_gui.text import Words
from heartland_gui.ui.commands import Finding
from heartland_gui.ui.frame import FirstPaint, Frame
from heartland_gui.ui.icons import program_icon
from heartland_gui.ui.main_window import MainWindow
from heartland_gui.ui.parts.chart_card import ChartWidget
from heartland_gui.ui.remembered import Remembered
from heartland_gui.ui.session import Session
from heartland_gui.ui.theme import apply_theme

_CHART_VIEW = "heartland_gui.rendering.view"
_FIND = "heartland_gui.ui.dialogs.find"


def furnish(frame: Frame, options: WindowOptions, words: Words) -> None:
    """Load everything into the frame that is on the screen: colours, data, panes and, last, charts."""
    app = application()
    try:
        window = built_window(options, words, QSettings())
    except Exception as fault:  # noqa: BLE001 - without a window this is the only place to say it
        sentence = words.text("Heartland could not start ({fault}).", fault=str(fault) or type(fault).__name__)
        sys.stderr.write(f"{sentence}\n")
        frame.say(sentence)
        return
    FaultReporter(window, words).install()
    # The charts' library costs as much as the whole window: the page is on the screen first, its charts as pictures.
    window.use_charts(StillChart)
    window.page.wait_for_charts()
    frame.hold(window)
    app.setWindowIcon(program_icon())
    FirstPaint(window.page, lambda: bring_to_life(window, words))


def bring_to_life(window: MainWindow, words: Words) -> None:
    """Let charts answer the pointer; where their library cannot be loaded they stay pictures, and that is said."""
    try:
        window.use_charts(new_chart_view)
    except ImportError as error:
        window.use_charts(StillChart)
        window.banner.say(words.text("Charts are shown as pictures only: {error}", error=str(error)))


def application() -> QApplication:
    """Return the application object, made ready: names, fonts, style and colours."""
    app = named_application()
    app.setApplicationVersion(__version__)
    load_fonts()
    apply_theme(app, LIGHT)
    return app


def built_window(options: WindowOptions, words: Words, settings: QSettings) -> MainWindow:
    """Return the window on a dataset, not yet shown and without its charts."""
    session = Session(words)
    remembered = Remembered(settings)
    path = options.dataset or resource("datasets", "shanxi")
    reading = read_dataset(path)
    asked, refusal = None, ""
    if reading.dataset is not None and options.open:
        try:
            asked = _asked_place(reading.dataset, options.open, words)
        except AddressError as error:
            refusal = str(error)
    session.open(path, reading.dataset, reading.problems, asked or remembered.place)
    window = MainWindow(session, read_dataset, remembered, new_find_dialog)
    window.commands.say_problems()
    if refusal:
        window.banner.say(refusal)
    return window


def _asked_place(dataset: Dataset, asked: str, words: Words) -> Selection:
    """Return the place of an id or an address. Raises AddressError."""
    if is_address(asked):
        return place_at(dataset, asked, words)
    ref = dataset.ref(asked)
    if ref is None:
        raise AddressError(no_page(dataset, asked, words))
    return Selection(page=ref, listing=own_listing(dataset, ref))


def new_chart_view(parent: QWidget) -> ChartWidget:
    """Return what draws charts; its library is loaded when the first one is wanted."""
    view: ChartWidget = importlib.import_module(_CHART_VIEW).ChartView(parent)
    return view


def new_find_dialog(session: Session, parent: QWidget) -> Finding:
    """Return the dialog that finds anything; the readings of Chinese characters are loaded when it is first wanted."""
    dialog: Finding = importlib.import_module(_FIND).FindDialog(session, parent)
    return dialog


class FaultReporter:
    """Says in the window what no other code has caught; details can be opened, read and copied."""

    def __init__(self, window: MainWindow, words: Words) -> None:
        self._window, self._words = window, words

    def install(self) -> None:
        """Take over what is not caught."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Show one sentence; an interrupt closes the window."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.window().close()
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        sentence = self._words.text(
            "Something went wrong inside the program ({fault}). You can go on; what you did last may be incomplete.",
            fault=str(fault) or kind.__name__,
        )
        self._window.banner.say(sentence, details)
