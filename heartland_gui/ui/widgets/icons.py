"""Our own small pictures, drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartland_gui.rendering.style import Theme
from heartland_gui.resources import resource


def icon(name: str, theme: Theme, size: int = 16) -> QIcon:
    """Return a shipped icon; what is `currentColor` in the file takes the theme's text colour, faint when disabled."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.border)):
        data = QByteArray(drawing.replace("currentColor", colour).encode())
        for scale in (1, 2):
            made.addPixmap(_picture(data, size * scale, scale), mode)
    return made


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "heartland.svg")))


def _picture(data: QByteArray, pixels: int, scale: int) -> QPixmap:
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(data).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture
