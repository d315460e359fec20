"""Builds the objects of the program and joins them: the only place that does."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from heartland_gui import __version__
from heartland_gui.cli import ExportOptions, TourOptions, WindowOptions
from heartland_gui.export.command import run_export_command
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company
from heartland_gui.model.selection import Selection
from heartland_gui.rendering.fonts import load_fonts
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.tour import TourError, guided_tour
from heartland_gui.ui.icons import program_icon
from heartland_gui.ui.main_window import MainWindow
from heartland_gui.ui.parts.chart_card import ChartWidget
from heartland_gui.ui.remembered import Remembered
from heartland_gui.ui.session import Session, home_of, listing_for
from heartland_gui.ui.theme import apply_theme

_CHART_VIEW = "heartland_gui.rendering.view"
_TOUR_SIZE = (1440, 900)


def run_window(options: WindowOptions) -> int:
    """Open the window and return the exit code when it is closed."""
    words = Words()
    if not has_display(os.environ, sys.platform):
        sys.stderr.write(
            words.text("heartland: there is no display to open a window on; try `heartland tour FOLDER`.") + "\n"
        )
        return 1
    app = application()
    window = built_window(options, words, QSettings())
    faults = FaultReporter(window, words)
    faults.install()
    quitter = TerminalQuitter(app)
    window.show()
    # The charts' library costs as much as the whole window: the window is on the screen first.
    QTimer.singleShot(0, window, lambda: window.use_charts(new_chart_view))
    code = app.exec()
    quitter.close()
    faults.uninstall()
    return code


def run_export(options: ExportOptions) -> int:
    """Write charts without any display and return the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    code = run_export_command(options, Words())
    app.quit()
    return code


def run_tour(options: TourOptions) -> int:
    """Go through the window, on the display or without one, and return the exit code."""
    words = Words()
    if not has_display(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_without_size_hints)
    application()
    # Settings of the person who runs the tour are neither read nor changed.
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "tour.ini"), QSettings.Format.IniFormat)
        window = built_window(WindowOptions(), words, settings)
        window.resize(*_TOUR_SIZE)
        window.show()
        window.use_charts(new_chart_view)
        try:
            count = guided_tour(window, options.folder, lambda path: print(path, flush=True))  # noqa: T201 - its output
        except (TourError, OSError) as error:
            sys.stderr.write(f"heartland tour: {error}\n")
            return 1
        window.close()
    sys.stderr.write(
        words.plural("{n} picture in {folder}", "{n} pictures in {folder}", count, folder=str(options.folder)) + "\n"
    )
    return 0


def _without_size_hints(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001 - Qt's form
    """Pass on what Qt says, but for the remark that windows without a screen have no least size."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened: Qt would end the process where there is no display."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Return the application object, made ready: names, fonts, style and colours."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("heartland")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setOrganizationName("heartland")
    app.setDesktopFileName("heartland")
    load_fonts()
    apply_theme(app, LIGHT)
    app.setWindowIcon(program_icon())
    return app


def built_window(options: WindowOptions, words: Words, settings: QSettings) -> MainWindow:
    """Return the window on a dataset, not yet shown and without its charts."""
    session = Session(words)
    remembered = Remembered(settings)
    path = options.dataset or resource("datasets", "shanxi")
    reading = read_dataset(path)
    place = None
    if reading.dataset is not None:
        place = _asked_place(reading.dataset, options.open) or remembered.place
    session.open(path, reading.dataset, reading.problems, place)
    window = MainWindow(session, read_dataset, remembered)
    if reading.dataset is not None and options.open and place is None:
        window.banner.say(words.text("The dataset has no page “{id}”.", id=options.open))
    return window


def _asked_place(dataset: Dataset, identifier: str | None) -> Selection | None:
    ref = dataset.ref(identifier) if identifier else None
    if ref is None:
        return None
    entity = dataset.entity(ref)
    home = home_of(dataset, entity) if isinstance(entity, Company) else dataset.region_ref
    return Selection(page=ref, listing=listing_for(dataset, ref, home))


def new_chart_view(parent: QWidget) -> ChartWidget:
    """Return what draws charts; its library is loaded when the first one is wanted."""
    view: ChartWidget = importlib.import_module(_CHART_VIEW).ChartView(parent)
    return view


class FaultReporter:
    """Says in the window what no other code has caught; details can be opened, read and copied."""

    def __init__(self, window: MainWindow, words: Words) -> None:
        self._window, self._words = window, words
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over what is not caught."""
        sys.excepthook = self.report

    def uninstall(self) -> None:
        """Leave it to whoever had it before."""
        sys.excepthook = self._before

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Show one sentence; an interrupt closes the window."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        sentence = self._words.text(
            "Something went wrong inside the program ({fault}). You can go on; what you did last may be incomplete.",
            fault=str(fault) or kind.__name__,
        )
        self._window.banner.say(sentence, details)


class TerminalQuitter(QObject):
    """Ends the program properly on Ctrl+C in the terminal: Qt's loop would not notice by itself.

    The operating system writes a byte to a socket when a signal comes; the socket wakes Qt's loop, and so Python.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._near, self._far = socket.socketpair()
        self._near.settimeout(0)
        self._far.settimeout(0)
        self._wakeup_before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._handler_before = signal.signal(signal.SIGINT, lambda *_: app.closeAllWindows())
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        self._near.recv(64)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        signal.signal(signal.SIGINT, self._handler_before)
        self._near.close()
        self._far.close()
