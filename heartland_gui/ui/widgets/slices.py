"""Long reading in slices between events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from heartland_gui.collector import collector_paused

_AT_A_TIME: Final = 0.008
"""Seconds."""


class Slices(QObject):
    """Takes one thing after the other; what was begun before is given up for what is begun now.

    It works in the loop of events, not in a thread: a thread would take as long, since Python runs one at a time, hold
    up every call of Qt while it runs, and might delete objects of Qt when it collects garbage.
    """

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest: Iterator[Any] = iter(())
        self._take: Callable[[Any], object] = lambda _: None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    @property
    def are_left(self) -> bool:
        """Whether there is more to take."""
        return self._next.isActive()

    def begin(self, things: Iterable[Any], take: Callable[[Any], object]) -> None:
        """Call `take` with each of these things from now on."""
        self._rest, self._take = iter(things), take
        self._next.start()

    def _go_on(self) -> None:
        end = time.monotonic() + _AT_A_TIME
        with collector_paused():  # it would look through everything again and again, half a second each time
            for each in self._rest:
                self._take(each)
                if time.monotonic() > end:
                    return
        self._next.stop()
        self.finished.emit()
