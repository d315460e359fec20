"""Reading the names of everything that can be found, while somebody types already."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from heartland_gui.finding.entries import Entry
from heartland_gui.finding.finder import Finder
from heartland_gui.ui.widgets.slices import Slices


class NameReader(QObject):
    """Makes a finder and says so in `finished`; what was begun before is given up for what is begun now."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.finder = Finder()
        """What was read last, empty as long as there is more to read."""
        self._growing = Finder()
        self._slices = Slices(self)
        self._slices.finished.connect(self._finish)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._slices.are_left

    def begin(self, entries: Iterable[Entry]) -> None:
        """Read these entries from now on."""
        self.finder, self._growing = Finder(), Finder()
        self._slices.begin(entries, self._growing.add)

    def _finish(self) -> None:
        self.finder = self._growing
        self.finished.emit()
