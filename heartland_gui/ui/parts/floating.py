"""A panel that floats over the window beside a part of it, as a menu does, but with anything in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget


class FloatingPanel(QFrame):
    """Opens to the right of `anchor` and closes with Escape, with a click elsewhere, or when the keyboard goes on.

    It is a part of the window and no window of its own: input methods, screen readers and pictures of the window work
    as everywhere else. Tab goes through `tab_stops`, from the last to `after`, and back from the first to
    `opener`; the panel closes behind it.
    """

    closed = Signal()

    def __init__(self, opener: QWidget, anchor: QWidget, after: QWidget) -> None:
        super().__init__(_ground(anchor))
        self._opener, self._anchor, self._after = opener, anchor, after
        self.setProperty("floating", "true")
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setObjectName("floating_scroll")
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidgetResizable(True)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(12, 8, 12, 8)
        self.foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.scroll_area, 1)
        column.addLayout(self.foot)
        self.hide()

    def hold(self, content: QWidget) -> None:
        """Take what is scrolled where it does not fit; `foot` below it always shows."""
        content.setObjectName("floating_content")
        self.scroll_area.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size at which nothing has to be scrolled."""
        content = self.scroll_area.widget()
        wanted = content.sizeHint() if content is not None else QSize()
        return super().sizeHint() - self.scroll_area.sizeHint() + wanted

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        raise NotImplementedError

    def open(self) -> None:
        """Show the panel and put the keyboard into it."""
        self._place()
        self.show()
        self.raise_()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._follow_keyboard)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        stops = self._usable_stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def close_panel(self, *, give_back: bool = False) -> None:
        """Hide the panel; with `give_back` the keyboard returns to what opened it."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._follow_keyboard)
        if give_back:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel(give_back=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what is pressed between the parts from the window below, where it would be a click elsewhere."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's form
        """Go through the stops; beyond them out of the panel."""
        stops = self._usable_stops()
        now = QApplication.focusWidget()
        place = stops.index(now) + (1 if forward else -1) if now in stops else 0
        if 0 <= place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        elif forward:
            self._after.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.close_panel(give_back=True)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is pressed; follow the sizes of the window and of what is held."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = self.isAncestorOf(watched) or watched in (self, self._opener)
            if not inside and watched.window() is self.window():
                self.close_panel()
        around, within = (self.parentWidget(), self._anchor), (self.scroll_area.widget(),)
        if watched in {QEvent.Type.Resize: around, QEvent.Type.LayoutRequest: within}.get(event.type(), ()):
            self._place()
        return False

    def _usable_stops(self) -> list[QWidget]:
        return [each for each in self.tab_stops() if each.isEnabled() and each.isVisibleTo(self)]

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._opener and not self.isAncestorOf(now) and now.window() is self.window():
            self.close_panel()

    def _place(self) -> None:
        """Stand beside the anchor, as wide and high as is wanted and there is room."""
        ground = _ground(self._anchor)
        corner = self._anchor.mapTo(ground, QPoint(self._anchor.width(), 0))
        room = QRect(corner, QPoint(ground.width() - 9, corner.y() + self._anchor.height() - 9)).translated(1, 8)
        self.setGeometry(QRect(room.topLeft(), self.sizeHint().boundedTo(room.size())))


def _ground(anchor: QWidget) -> QWidget:
    """Return the program's window around a widget: not the frame that may hold it, which outlives a change of look."""
    above = anchor.parentWidget()
    while above is not None and not isinstance(above, QMainWindow):
        above = above.parentWidget()
    return above or anchor.window()
