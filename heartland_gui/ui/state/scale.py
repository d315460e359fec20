"""How large everything is: Qt's own scale factor, also while the program runs."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_SETTERS: Final = ("_ZN15QHighDpiScaling15setGlobalFactorEd", "?setGlobalFactor@QHighDpiScaling@@SAXN@Z")
"""What Qt calls the function that it reads the factor at the start with: on Linux and macOS, and on Windows."""


def set_scale(percent: int) -> bool:
    """Make everything that large at once; return whether it could be done, else it holds from the next start on.

    Qt has this only for its own use, and wants no window to be there: each is taken off the screen for a moment and
    comes back at its place. A window is as large on the screen as before, a dialog grows with what stands in it.
    """
    setter = _setter()
    if setter is None:
        return False
    shown = [(each, _on_screen(each)) for each in QApplication.topLevelWidgets() if each.windowHandle() is not None]
    visible = {id(each) for each, _ in shown if each.isVisible()}
    active = QApplication.activeWindow()
    for each, _ in shown:
        each.hide()
        each.destroy()
    setter(percent / 100)
    for each, place in shown:
        if id(each) in visible:
            _bring_back(each, place)
    if active is not None:
        active.activateWindow()
    return True


def _setter() -> Callable[[float], None] | None:
    try:
        # Where a library is searched by name, as on Windows, it is found since the program has loaded it already.
        library = ctypes.CDLL("Qt6Gui" if sys.platform == "win32" else str(QtGui.__file__))
        found = getattr(library, _SETTERS[sys.platform == "win32"])
    except (AttributeError, OSError):
        return None
    found.argtypes, found.restype = [ctypes.c_double], None

    def set_factor(factor: float) -> None:
        found(factor)

    return set_factor


def _on_screen(window: QWidget) -> QRect:
    """Return where a window is, in pixels of the screen."""
    place, ratio = window.geometry(), window.devicePixelRatioF()
    return QRect(*(round(each * ratio) for each in (place.x(), place.y(), place.width(), place.height())))


def _bring_back(window: QWidget, place: QRect) -> None:
    window.create()
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    ratio = window.devicePixelRatioF()
    if not isinstance(window, QDialog) and not window.isMaximized() and not window.isFullScreen():
        sides = (place.x(), place.y(), place.width(), place.height())
        window.setGeometry(*(round(each / ratio) for each in sides))
    window.show()
