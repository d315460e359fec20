"""The preview in the export dialog: the picture itself."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from heartland_gui.export.picture import Picture, chart_image


class PicturePreview(QWidget):
    """The picture as it will be written, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image = QImage()
        self.setMinimumSize(240, 135)

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture."""
        self._picture = picture
        chart = picture.chart
        self.setAccessibleName(chart.words.text("Preview of the picture: {title}", title=chart.full_title))
        self.setAccessibleDescription(chart.sentence)
        self._draw()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture for the new room."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._picture is None:
            return
        options, ratio = self._picture.options, self.devicePixelRatioF()
        scale = min(self.width() / options.width, self.height() / options.height)
        self._image = chart_image(self._picture, scale * ratio)
        self._image.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle with a thin frame."""
        painter = QPainter(self)
        size = QSize(self._image.size() / self._image.devicePixelRatio())
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(left, top, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(left, top, size.width() - 1, size.height() - 1)
        painter.end()
