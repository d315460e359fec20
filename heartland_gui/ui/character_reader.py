"""The characters of the dataset, looked through between events: those that no font has get one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from heartland_gui.model.characters import texts_beyond_ascii
from heartland_gui.model.dataset import Dataset
from heartland_gui.rendering.fonts import cover

_AT_A_TIME: Final = 0.008
"""Seconds, so that keys and paintings in between come as if there was nothing to read."""


class CharacterReader(QObject):
    """Reads one dataset after the other; `covered` says that a font was needed, so that texts are to be drawn anew."""

    covered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._characters: set[str] = set()
        self._unread: Iterator[list[str]] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._next.isActive()

    def begin(self, dataset: Dataset) -> None:
        """Read this dataset from now on, unless it is the one that was read last."""
        if dataset is not self._dataset:
            self._dataset, self._characters, self._unread = dataset, set(), texts_beyond_ascii(dataset)
            self._next.start()

    def _read(self) -> None:
        end = time.monotonic() + _AT_A_TIME
        for texts in self._unread:
            self._characters.update(*texts)
            if time.monotonic() > end:
                return
        self._next.stop()
        characters, self._characters = self._characters, set()
        if cover(characters):
            self.covered.emit()
