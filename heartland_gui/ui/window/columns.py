"""Navigation, company list and page side by side; in narrow windows the first two are drawers over the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.widgets.layouts import finish_layouts
from heartland_gui.ui.widgets.overlay import Edge, Overlay
from heartland_gui.ui.widgets.window_size import Breakpoint, breakpoint_of, default_columns

LEAST_PANE: Final = 160
"""A pane that is drawn narrower than this, in pixels, is hidden."""
_LEAST_PAGE: Final = 320
_DRAWERS: Final = {Pane.NAVIGATION: 260, Pane.COMPANIES: 320}
_BESIDE_FROM: Final = {Pane.NAVIGATION: Breakpoint.MEDIUM, Pane.COMPANIES: Breakpoint.NORMAL}


class Columns(QSplitter):
    """What somebody hid stays hidden, and what was drawn wider stays so, until a double click on its edge."""

    arranged = Signal()
    """Emitted when a pane was shown or hidden."""

    def __init__(self, panes: Mapping[Pane, QWidget], page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("columns")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._panes, self._page = dict(panes), page
        self._offered: set[Pane] = set()
        self._hidden: set[Pane] = set()
        self._drawn: dict[Pane, int] = {}
        self._drawers: dict[Pane, Overlay] = {}
        self._shape: Breakpoint | None = None
        self._host: QWidget | None = None
        self._tools: QWidget | None = None
        for pane in self._panes.values():
            pane.setMinimumWidth(0)
            self.addWidget(pane)
        page.setMinimumWidth(_LEAST_PAGE)
        self.addWidget(page)
        self.setStretchFactor(len(self._panes), 1)
        self.splitterMoved.connect(self._take_widths)

    def use_host(self, host: QWidget, tools: QWidget | None = None) -> None:
        """Let drawers lie over a widget: all that is below the tools, which the keyboard comes to before the panes."""
        self._host, self._tools = host, tools
        for pane, width in _DRAWERS.items():
            drawer = Overlay(host, edge=Edge.LEFT, width=width, dims=True)
            drawer.setObjectName(f"{pane.value}_drawer")
            layout = QVBoxLayout(drawer)
            layout.setContentsMargins(0, 0, 1, 0)
            drawer.dismissed.connect(self.arranged)
            self._drawers[pane] = drawer

    # -- what is shown ------------------------------------------------------------------------------------------

    def offer(self, panes: Iterable[Pane]) -> None:
        """Have these panes beside the page that is shown."""
        offered = set(panes)
        if offered != self._offered:
            self._offered = offered
            self._arrange()
            # The page has another width now: it is painted at its heights at once, not moved by the next events.
            finish_layouts()

    def offers(self, pane: Pane) -> bool:
        """Whether the page that is shown has this pane."""
        return pane in self._offered

    def shows(self, pane: Pane) -> bool:
        """Whether a pane is seen."""
        if self._is_drawer(pane):
            return pane in self._drawers and not self._drawers[pane].isHidden()
        return self.offers(pane) and pane not in self._hidden

    def toggle(self, pane: Pane) -> None:
        """Show a pane, or hide it."""
        if not self.offers(pane):
            return
        if self.shows(pane):
            self._hide(pane)
        else:
            self.show_pane(pane)

    def show_pane(self, pane: Pane) -> None:
        """Show a pane that the page has."""
        if not self.offers(pane) or self.shows(pane):
            return
        if self._is_drawer(pane):
            self.close_drawers()
            self._drawers[pane].present(self._panes[pane].focusProxy() or self._panes[pane])
            self.arranged.emit()
        else:
            self._hidden.discard(pane)
            self._arrange()

    def go_round(self, step: int) -> None:
        """Give the keyboard to the next part of the window, or with -1 to the one before.

        The parts are the tools, the panes, the page, and what lies over them.
        """
        overlay = Overlay.topmost(self._host) if self._host is not None else None
        parts = (self._tools, *self._panes.values(), self._page, overlay)
        stops = [(part, _first_stop(part)) for part in parts if part is not None and part.isVisible()]
        there = [(part, stop) for part, stop in stops if stop is not None]
        focused = QApplication.focusWidget()
        found = (n for n, (part, _) in enumerate(there) if focused is not None and part.isAncestorOf(focused))
        now = next(found, -1 if step > 0 else 0)
        if there:
            there[(now + step) % len(there)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def close_drawers(self) -> None:
        """Close what lies over the page."""
        for drawer in self._drawers.values():
            drawer.dismiss()

    def _hide(self, pane: Pane) -> None:
        if self._is_drawer(pane):
            self._drawers[pane].dismiss()
        else:
            self._hidden.add(pane)
            self._arrange()

    # -- what is remembered -------------------------------------------------------------------------------------

    @property
    def hidden(self) -> frozenset[Pane]:
        """What somebody hid."""
        return frozenset(self._hidden)

    @property
    def widths(self) -> dict[Pane, int]:
        """How wide somebody has drawn panes, in pixels."""
        return dict(self._drawn)

    def restore(self, widths: Mapping[Pane, int], hidden: Iterable[Pane]) -> None:
        """Take what was remembered."""
        self._drawn = {pane: width for pane, width in widths.items() if width >= LEAST_PANE}
        self._hidden = set(hidden)
        self._arrange()

    # -- where it is --------------------------------------------------------------------------------------------

    def use_default(self, pane: Pane) -> None:
        """Give a pane its default width."""
        self._drawn.pop(pane, None)
        self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the shape where the width passes from one to another."""
        super().resizeEvent(event)
        shape = breakpoint_of(self.width())
        if shape is not self._shape:
            self._shape = shape
            self._arrange()

    def createHandle(self) -> QSplitterHandle:
        """Return an edge that can be double clicked."""
        return _Edge(self)

    def pane_before(self, handle: QSplitterHandle) -> Pane | None:
        """Return the pane at the left of an edge."""
        place = self.indexOf(handle) - 1
        widget = self.widget(place) if place >= 0 else None
        return next((pane for pane, each in self._panes.items() if each is widget), None)

    def _is_drawer(self, pane: Pane) -> bool:
        return breakpoint_of(self.width()) < _BESIDE_FROM[pane]

    def _arrange(self) -> None:
        """Put each pane where it belongs at this width."""
        for place, (pane, widget) in enumerate(self._panes.items()):
            drawer = self._drawers.get(pane)
            if self._is_drawer(pane) and drawer is not None:
                layout = drawer.layout()
                if widget.parent() is not drawer and layout is not None:
                    layout.addWidget(widget)
                widget.show()
                if not self.offers(pane):
                    drawer.dismiss()
                continue
            if drawer is not None:
                drawer.dismiss()
            if widget.parent() is not self:
                self.insertWidget(place if self.indexOf(self._page) >= place else 0, widget)
            widget.setVisible(self.shows(pane))
        self._set_widths()
        self.arranged.emit()

    def _set_widths(self) -> None:
        defaults = dict(zip(self._panes, default_columns(self.width()), strict=False))
        beside = [pane for pane, widget in self._panes.items() if widget.parent() is self]
        wanted = {pane: self._drawn.get(pane, defaults[pane]) for pane in beside}
        taken = sum(width for pane, width in wanted.items() if not self._panes[pane].isHidden())
        # Else the edge of what was hidden would keep its pixel until the next round of events.
        self.refresh()
        self.setSizes([*wanted.values(), max(_LEAST_PAGE, self.width() - taken)])

    def _take_widths(self) -> None:
        """Remember what somebody draws; a pane that is drawn too narrow to be read is hidden."""
        for pane, widget in self._panes.items():
            if widget.parent() is not self or widget.isHidden():
                continue
            if widget.width() < LEAST_PANE:
                self._drawn.pop(pane, None)
                self._hide(pane)
            else:
                self._drawn[pane] = widget.width()


class _Edge(QSplitterHandle):
    """The line between two columns."""

    def __init__(self, columns: Columns) -> None:
        super().__init__(Qt.Orientation.Horizontal, columns)
        self._columns = columns

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give the pane at the left its default width."""
        pane = self._columns.pane_before(self)
        if pane is not None:
            self._columns.use_default(pane)
        event.accept()


def _first_stop(part: QWidget) -> QWidget | None:
    """Return what in a part of the window takes the keyboard first: what has had it last, else what Tab comes to."""
    last = part.focusWidget()
    if last is not None and last.isVisible() and last.isEnabled():
        return last
    proxy = part.focusProxy()
    if proxy is not None:
        return proxy
    each = part.nextInFocusChain()
    while each is not None and each is not part:
        takes_tab = bool(each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if takes_tab and part.isAncestorOf(each) and each.isVisible() and each.isEnabled():
            return each
        each = each.nextInFocusChain()
    return None
