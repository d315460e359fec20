"""The bundled font: pictures look the same everywhere, and Chinese shows on a machine without any Chinese font."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from heartland_gui.rendering.style import FONT_FAMILIES
from heartland_gui.resources import resource


def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts with Qt and return the names of the files that could not be loaded.

    Call after the application object exists and before the first widget.
    """
    files = sorted(resource("fonts").glob("*.otf"))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


@lru_cache(maxsize=64)
def chart_font(size: float, *, bold: bool = False) -> QFont:
    """Return the font of charts at a size in pixels of the chart's own scale, unhinted so that it scales evenly."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setBold(bold)
    return font
