"""Icons: simple strokes in one box, coloured by the theme when they are drawn."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from heartland_gui.rendering.style import Theme
from heartland_gui.resources import resource

_RATIOS: Final = (1.0, 1.5, 2.0)
_SMALL: Final = 16
"""Up to this size, in pixels, strokes are drawn a little wider, or they would be faint."""


def icon(name: str, theme: Theme, *, size: int = 20, on: str = "") -> QIcon:
    """Return an icon: of the second level of text, of the first when it is on, as faint as an axis when it is off.

    `on` is its colour when it is on where that stands on the ground of what is chosen.
    """
    made = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.faint_text),
        (QIcon.Mode.Normal, QIcon.State.On, on or theme.text),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.axis),
        (QIcon.Mode.Disabled, QIcon.State.On, theme.axis),
    ):
        for ratio in _RATIOS:
            made.addPixmap(pixmap(name, colour, size, ratio), mode, state)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon in one colour, `size` device-independent pixels wide and high; Qt keeps it for the next time."""
    key = f"icon {name} {colour} {size} {ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    pixels = round(size * ratio)
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_drawing(name, colour, size).encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "heartland.svg")))


def _drawing(name: str, colour: str, size: int) -> str:
    drawing = _file(name).replace("currentColor", colour)
    return drawing.replace('stroke-width="1.5"', 'stroke-width="1.7"') if size <= _SMALL else drawing


@cache
def _file(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
