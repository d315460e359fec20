"""The characters of the dataset, looked through between events: those that no font has get one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from heartland_gui.model.dataset import Dataset, texts_beyond_ascii
from heartland_gui.rendering.fonts import cover
from heartland_gui.ui.widgets.slices import Slices


class CharacterReader(QObject):
    """Reads one dataset after the other; `covered` says that a font was needed, so that texts are to be drawn anew."""

    covered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._characters: set[str] = set()
        self._slices = Slices(self)
        self._slices.finished.connect(self._finish)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._slices.are_left

    def begin(self, dataset: Dataset) -> None:
        """Read this dataset from now on, unless it is the one that was read last."""
        if dataset is not self._dataset:
            self._dataset, self._characters = dataset, set()
            self._slices.begin(texts_beyond_ascii(dataset), lambda texts: self._characters.update(*texts))

    def _finish(self) -> None:
        characters, self._characters = self._characters, set()
        if cover(characters):
            self.covered.emit()
