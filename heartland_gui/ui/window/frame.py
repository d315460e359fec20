"""The window as it is on the screen at once, before the program behind it is loaded.

Everything here is cheap on purpose: no panes, no style sheet, nothing of the model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, THEMES, Theme

GEOMETRY: Final = "window/geometry"
"""The key of the window's place on the screen in the settings."""

THEME: Final = "look/theme"
"""The key of the theme's name, empty where it is that of the system."""

ZOOM: Final = "look/zoom"
"""The key of the size of everything, in percent."""
ZOOMS: Final = (100, 125, 150, 175, 200)

SIZE: Final = (1440, 900)
_DECORATION: Final = 32
"""What the desktop draws around a window needs room as well."""
_TOOLS: Final = 62
_STATUS: Final = 28


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


def first_theme(settings: QSettings, asked: str | None) -> Theme:
    """Return the theme that is asked for, else the one that is remembered, else that of the system."""
    return theme_named(asked or str(settings.value(THEME, "")))


def theme_named(name: str) -> Theme:
    """Return the theme of that name, that of the system where there is none."""
    return THEMES.get(name) or system_theme()


def zoom_of(settings: QSettings) -> int:
    """Return how large everything is to be, in percent; 100 where nothing sensible is remembered."""
    found = str(settings.value(ZOOM, ""))
    return int(found) if found in {str(zoom) for zoom in ZOOMS} else 100


def system_theme() -> Theme:
    """Return the theme that comes nearest to the colours of the system."""
    hints = QGuiApplication.styleHints()
    # From Qt 6.10 on.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


class Frame(QMainWindow):
    """Holds the whole program as its content; until that is there it shows where the columns will be."""

    def __init__(self, settings: QSettings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.setWindowTitle("Heartland")
        self._theme = theme
        self._content: QWidget | None = None
        self.has_failed = False
        found = settings.value(GEOMETRY)
        place_window(self, found if isinstance(found, QByteArray) else QByteArray())

    def hold(self, content: QWidget) -> None:
        """Show the program in this window; its title is the window's from now on."""
        self._content = content
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        self.setCentralWidget(content)
        if self.isVisible():
            content.show()

    def say(self, sentence: str) -> None:
        """Show a sentence where the program should be: it could not be started."""
        self.has_failed = True
        label = QLabel(sentence, self)
        label.setWordWrap(True)
        label.setMargin(24)
        label.setTextInteractionFlags(label.textInteractionFlags().TextSelectableByMouse)
        self.setCentralWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the empty columns."""
        super().paintEvent(event)
        if self._content is not None:
            return
        painter = QPainter(self)
        width, height, theme = self.width(), self.height(), self._theme
        navigation, companies, _ = default_columns(width)
        painter.fillRect(0, 0, width, height, QColor(theme.window))
        column = height - _TOOLS - _STATUS
        painter.fillRect(navigation, _TOOLS, companies, column, QColor(theme.surface))
        painter.fillRect(navigation + companies, _TOOLS, width - navigation - companies, column, QColor(theme.page))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program remember its place before it goes."""
        if self._content is not None:
            self._content.close()
        super().closeEvent(event)


class FirstPaint(QObject):
    """Calls a function once, as soon as a widget has been painted and what was painted is on the screen."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting; the timer fires when that is done."""
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
