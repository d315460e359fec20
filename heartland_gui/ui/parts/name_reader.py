"""Names are read for quick find a few at a time, between what somebody types."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from heartland_gui.finding.entries import Entry
from heartland_gui.finding.finder import Finder
from heartland_gui.loading.collecting import collector_paused

_AT_A_TIME: Final = 0.008
"""Seconds, so that keys and paintings in between come as if there was nothing to read."""


class NameReader(QObject):
    """Makes a finder and says so in `finished`; what was begun before is given up for what is begun now.

    It works in the loop of events, not in a thread: a thread would take as long, since Python runs one at a time, hold
    up every call of Qt while it runs, and might delete objects of Qt when it collects garbage.
    """

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.finder = Finder()
        """What was read last, empty as long as there is more to read."""
        self._growing = Finder()
        self._unread: Iterator[Entry] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._next.isActive()

    def begin(self, entries: Iterable[Entry]) -> None:
        """Read these entries from now on."""
        self.finder, self._growing = Finder(), Finder()
        self._unread = iter(entries)
        self._next.start()

    def _read(self) -> None:
        end = time.monotonic() + _AT_A_TIME
        with collector_paused():  # it would look through everything again and again, half a second each time
            for entry in self._unread:
                self._growing.add(entry)
                if time.monotonic() > end:
                    return
        self._next.stop()
        self.finder = self._growing
        self.finished.emit()
