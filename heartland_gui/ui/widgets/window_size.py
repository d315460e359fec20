"""How large windows, dialogs and the columns of the window are, as far as the screen has room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QWidget

SIZE: Final = (1440, 900)
_DECORATION: Final = 32
"""What the desktop draws around a window needs room as well."""


def default_columns(width: int) -> tuple[int, int, int]:
    """Return the widths of the three columns in a window of that width: the page gets most of what is there."""
    navigation = min(260, max(200, width * 16 // 100))
    companies = min(360, max(240, width * 21 // 100))
    return navigation, companies, max(1, width - navigation - companies)


def place_window(window: QMainWindow, geometry: QByteArray) -> None:
    """Put a window where it was, or give it the usual size as far as the screen has room."""
    if not window.restoreGeometry(geometry):
        resize_within_screen(window, *SIZE)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window or dialog a size as far as the screen has room; at twice the scale screens are half as large."""
    available = window.screen().availableSize()
    window.resize(min(width, available.width()), min(height, available.height() - _DECORATION))
