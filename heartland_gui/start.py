"""The start of the window: what a person sees first is on the screen before anything else is loaded.

Loading the program, reading the data and building the panes takes several times as long as opening a bare window, and
the charts' library as long again. So the outer window is shown at once; the rest is imported here, at one place, once
that window has been painted.
"""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QSocketNotifier
from PySide6.QtWidgets import QApplication

from heartland_gui.cli import WindowOptions
from heartland_gui.text import Words
from heartland_gui.text.languages import environment_language, words_in
from heartland_gui.ui.state.early import first_theme, zoom_of
from heartland_gui.ui.window.outer_window import FirstPaint, OuterWindow

_PROGRAM = "heartland_gui.app"
_NAME = "heartland"
"""Of the program and of who makes it: where settings are kept follows from both."""
_SCALE = "QT_SCALE_FACTOR"


def run_window(options: WindowOptions) -> int:
    """Open the window and return the exit code when it is closed."""
    words = words_in(options.language or environment_language(os.environ))
    if not has_display(os.environ, sys.platform):
        sys.stderr.write(
            words.text("heartland: there is no display to open a window on; try `heartland tour FOLDER`.") + "\n"
        )
        return 1
    zoom = zoom_of(QSettings(_NAME, _NAME))
    if zoom != 100:
        # Qt takes it only before the application is made; who sets it for all programs knows better.
        os.environ.setdefault(_SCALE, str(zoom / 100))
    app = named_application()
    settings = QSettings()
    outer = OuterWindow(settings, first_theme(settings, options.theme))
    quitter = TerminalQuitter(app)
    FirstPaint(outer, lambda: load_program(outer, options, words))
    outer.show()
    code = app.exec() or int(outer.has_failed)
    quitter.close()
    sys.excepthook = sys.__excepthook__
    return code


def load_program(outer: OuterWindow, options: WindowOptions, words: Words) -> None:
    """Import the program and put it into the outer window."""
    try:
        app_module = importlib.import_module(_PROGRAM)
    except ImportError as error:
        sentence = words.text("A part of the program cannot be loaded: {error}", error=str(error))
        sys.stderr.write(f"{sentence}\n")
        outer.say(sentence)
        return
    app_module.load_into(outer, options, words)


def named_application() -> QApplication:
    """Return the application object with its names, which also say where settings are kept."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName("")
    app.setOrganizationName(_NAME)
    app.setDesktopFileName(_NAME)
    return app


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened: Qt would end the process where there is no display or it does not answer."""
    asked_for = environment.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("linux") or asked_for not in ("", "xcb"):
        return True
    if environment.get("WAYLAND_DISPLAY") and not asked_for:
        return True
    return x_server_answers(environment.get("DISPLAY", ""))


def x_server_answers(display: str) -> bool:
    """Whether something listens where an X display's name says, such as `:0` or `host:10.0`."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host.startswith("/"):
        return True  # a path to a socket, as macOS has it
    try:
        if host in ("", "unix"):
            return _answers_locally(f"/tmp/.X11-unix/X{number}")  # noqa: S108 - where X servers listen
        with socket.create_connection((host, 6000 + int(number)), timeout=2):
            return True
    except (OSError, OverflowError):
        return False


def _answers_locally(path: str) -> bool:
    """Whether a server listens on a socket in the file system or, as Linux also has it, on one without a file."""
    for address in (path, f"\0{path}"):
        if not address.startswith("\0") and not Path(address).exists():
            continue
        with socket.socket(socket.AF_UNIX) as asked:
            asked.settimeout(2)
            if asked.connect_ex(address) == 0:
                return True
    return False


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
