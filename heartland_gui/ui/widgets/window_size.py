"""How large windows, dialogs and the columns of the window are, and at which widths the window changes its shape."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QWidget

SIZE: Final = (1440, 900)
LEAST_SIZE: Final = (720, 560)
"""The least size of the window, in pixels of the screen: however large everything is, it may take no more."""
_DECORATION: Final = 32
"""What the desktop draws around a window needs room as well."""


class Breakpoint(IntEnum):
    """Widths of the window, in effective pixels, from which on it has a shape; see `breakpoint_of`."""

    LEAST = 0
    """One column; tables have a second line in their rows."""
    NARROW = 900
    """Both columns beside the page are drawers; the kinds of a chart are icons."""
    MEDIUM = 1100
    """The list is a drawer; tools are icons without words."""
    NORMAL = 1280
    """Navigation, list and page stand side by side."""
    WIDE = 1440


def breakpoint_of(width: int) -> Breakpoint:
    """Return the shape that a window of that width has.

    The width is in effective pixels, those of a widget: with everything twice as large there are half as many.
    """
    return max(each for each in Breakpoint if each <= max(0, width))


_NAVIGATION: Final = {Breakpoint.WIDE: 220, Breakpoint.NORMAL: 208}
_COMPANIES: Final = {Breakpoint.WIDE: 284, Breakpoint.NORMAL: 260}
_PADDING: Final = {Breakpoint.WIDE: 24, Breakpoint.NORMAL: 20}


def default_columns(width: int) -> tuple[int, int, int]:
    """Return the widths of navigation, company list and page in a window of that width, where all three are there."""
    shape = breakpoint_of(width)
    navigation, companies = _NAVIGATION.get(shape, 200), _COMPANIES.get(shape, 260)
    return navigation, companies, max(1, width - navigation - companies)


def page_padding(width: int) -> int:
    """Return the room at the left and right of what stands on a page, in a window of that width."""
    return _PADDING.get(breakpoint_of(width), 16)


def place_window(window: QMainWindow, geometry: QByteArray) -> None:
    """Put a window where it was, or give it the usual size as far as the screen has room."""
    if not window.restoreGeometry(geometry):
        resize_within_screen(window, *SIZE)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window or dialog a size as far as the screen has room; at twice the scale screens are half as large."""
    available = window.screen().availableSize()
    window.resize(min(width, available.width()), min(height, available.height() - _DECORATION))
