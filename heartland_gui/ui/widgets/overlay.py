"""What floats over the window: drawers, the sheet of a source, the panel that finds, the panel of a day."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from heartland_gui.ui.widgets.theme import dim_colour, shadow_colour

_NARROW: Final = 40
"""An overlay that would leave no more than this beside it takes the full width, in pixels."""
_TOP: Final = 64
_CORNER: Final = 4
_BESIDE: Final = 16
_BLUR: Final = 22
_FALL: Final = 10
_CORNERS: Final = 11


class Edge(Enum):
    """Where an overlay stands in its host."""

    LEFT = "left"
    RIGHT = "right"
    """Drawers and sheets: as high as the host."""
    TOP = "top"
    """In the middle, below the upper edge, as high as it needs to be."""
    CORNER = "corner"
    """At the right, right below the upper edge, as high as it needs to be."""


class Overlay(QFrame):
    """A frame over its host, hidden until it is presented.

    Escape and a click beside it dismiss it; the keyboard goes into it and back to where it was. One that dims what lies
    below keeps the keyboard within. One that `stays` leaves what is beside it alone: it can be used meanwhile. One that
    `freezes` shows what lies below as it was when it was presented: it is quick to change its own size.
    """

    dismissed = Signal()

    def __init__(
        self, host: QWidget, *, edge: Edge, width: int, dims: bool, stays: bool = False, freezes: bool = False
    ) -> None:
        super().__init__(host)
        self._host, self._edge, self._width, self._dims = host, edge, width, dims
        self._freezes = freezes
        self._focus_before: QWidget | None = None
        self._beside = _Beside(host, self, dims=dims, passes=stays)
        self.setProperty("floating" if edge in (Edge.TOP, Edge.CORNER) else "drawer", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What is painted over a floating frame must not shine through, whatever is made of it.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        host.installEventFilter(self)

    @staticmethod
    def topmost(host: QWidget) -> Overlay | None:
        """Return the overlay of a host that lies above its others, None where none is presented."""
        shown = (each for each in reversed(host.children()) if isinstance(each, Overlay) and not each.isHidden())
        return next(shown, None)

    def set_width(self, width: int) -> None:
        """Be that wide from now on, in pixels."""
        self._width = width
        self._place()

    def present(self, focus: QWidget) -> None:
        """Show it above everything else in the host, and give the keyboard to a widget in it."""
        if self.isHidden():
            before = QApplication.focusWidget()
            self._focus_before = before if before is not None and not self.isAncestorOf(before) else None
            self._beside.freeze(self._host.grab() if self._freezes else None)
        self._place()
        self._beside.show()
        self._beside.raise_()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Hide it; the keyboard goes back to where it was if it is in here still."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        has_keyboard = focused is None or focused is self or self.isAncestorOf(focused)
        before, self._focus_before = self._focus_before, None
        if has_keyboard and focused is not None:
            # Else Qt would give it to whatever comes next: a field in which keys mean something else.
            focused.clearFocus()
        self.hide()
        self._beside.hide()
        if has_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss it on Escape; no other key goes through to what it lies on."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - as Qt has it
        """Keep Tab within what dims the rest."""
        if not self._dims:
            return super().focusNextPrevChild(is_next)
        start = QApplication.focusWidget() or self
        each = start
        while True:
            each = (each.nextInFocusChain() if is_next else each.previousInFocusChain()) or start
            if each is start:
                return True
            takes_tab = bool(each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
            if takes_tab and self.isAncestorOf(each) and each.isVisible() and each.isEnabled():
                each.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
                return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._beside.freeze(None)
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Be as high as what is in it needs."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return done

    def _place(self) -> None:
        room = self._host.rect()
        self._beside.setGeometry(room)
        is_whole = room.width() <= self._width + _NARROW
        width = room.width() if is_whole else self._width
        match self._edge:
            case Edge.LEFT:
                place = QRect(0, 0, width, room.height())
            case Edge.RIGHT:
                place = QRect(room.width() - width, 0, width, room.height())
            case Edge.TOP:
                height = self._height(width, room.height() - _TOP - _BESIDE)
                place = QRect((room.width() - width) // 2, _TOP, width, height)
            case Edge.CORNER:
                left = room.width() - width - (0 if is_whole else _BESIDE)
                place = QRect(left, _CORNER, width, self._height(width, room.height() - _CORNER - _BESIDE))
        before = self.geometry()
        self.setGeometry(place)
        if place != before:
            # All below would be painted again: only where a shadow was or is.
            reach = _BLUR + _FALL
            self._beside.update(before.united(place).adjusted(-reach, -reach, reach, reach))

    def _height(self, width: int, most: int) -> int:
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        return max(1, min(wanted, most))


class _Beside(QWidget):
    """The rest of the host: dimmed or not, with the shadow of the overlay; a click on it dismisses the overlay."""

    def __init__(self, host: QWidget, overlay: Overlay, *, dims: bool, passes: bool) -> None:
        super().__init__(host)
        self._overlay, self._dims = overlay, dims
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, passes)
        self._frozen: QPixmap | None = None
        self.hide()

    def freeze(self, seen: QPixmap | None) -> None:
        """Paint this picture of the host from now on, or let the host be seen."""
        self._frozen = seen
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, seen is not None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dismiss the overlay; the click does nothing else."""
        event.accept()
        self._overlay.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below, and let the overlay throw its shadow."""
        painter = QPainter(self)
        if self._frozen is not None:
            painter.drawPixmap(0, 0, self._frozen)
        if self._dims:
            painter.fillRect(self.rect(), QColor(*dim_colour(self.palette())))
        # What lies below the overlay itself is not seen, but for its corners.
        within = self._overlay.geometry().adjusted(_CORNERS, _CORNERS, -_CORNERS, -_CORNERS)
        painter.setClipRegion(QRegion(event.rect()).subtracted(QRegion(within)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        red, green, blue, strength = shadow_colour(self.palette())
        # Rings laid over one another: each is one step wider, together as strong as asked for.
        painter.setBrush(QColor(red, green, blue, max(1, strength // _BLUR)))
        for step in range(_BLUR, 0, -1):
            ring = (
                QRectF(self._overlay.geometry()).adjusted(-step, -step, step, step).translated(0, _FALL * step / _BLUR)
            )
            painter.drawRoundedRect(ring, step + _CORNERS, step + _CORNERS)
