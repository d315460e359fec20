"""The window as it is on the screen at once, before the program behind it is loaded.

Everything here is cheap on purpose: no panes, no style sheet, nothing of the model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from heartland_gui.rendering.style import Theme
from heartland_gui.ui.state.early import GEOMETRY, zoom_of
from heartland_gui.ui.widgets.window_size import LEAST_SIZE, Breakpoint, breakpoint_of, default_columns, place_window

_TOOLS: Final = 72
_STATUS: Final = 26


class OuterWindow(QMainWindow):
    """Holds the whole program as its content; until that is there it shows where the columns will be."""

    def __init__(self, settings: QSettings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("outer_window")
        self.setWindowTitle("Heartland")
        self._settings, self._theme = settings, theme
        self._content: QWidget | None = None
        self.has_failed = False
        found = settings.value(GEOMETRY)
        self._keep_least_size()
        place_window(self, found if isinstance(found, QByteArray) else QByteArray())

    def event(self, event: QEvent) -> bool:
        """Keep the least size when everything becomes larger or smaller."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._keep_least_size()
        return super().event(event)

    def _keep_least_size(self) -> None:
        width, height = LEAST_SIZE
        zoom = zoom_of(self._settings)
        self.setMinimumSize(width * 100 // zoom, height * 100 // zoom)

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
        # The list stands beside a company only: most windows begin without it.
        navigation = default_columns(width)[0] if breakpoint_of(width) >= Breakpoint.MEDIUM else 0
        painter.fillRect(0, 0, width, height, QColor(theme.window))
        painter.fillRect(navigation, _TOOLS, width - navigation, height - _TOOLS - _STATUS, QColor(theme.page))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program remember what is selected before it goes."""
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
