"""What the first window needs of the settings, before the program behind it is loaded.

Everything here is cheap on purpose: nothing of the model.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, THEMES, Theme

GEOMETRY: Final = "window/geometry"
"""The key of the window's geometry in the settings."""

THEME: Final = "look/theme"
"""The key of the theme's name, empty where it is that of the system."""

ZOOM: Final = "look/zoom"
"""The key of the size of everything, in percent."""
ZOOMS: Final = (100, 125, 150, 175, 200)


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
