"""A field for a whole number, which says what is wrong with what was typed and never makes another number of it."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from heartland_gui.text import Words

_STEP: Final = 10
_STEPS: Final = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}


class NumberField(QLineEdit):
    """Takes numbers from `least` to `most`; the arrow keys step by ten."""

    valueChanged = Signal(int)  # noqa: N815 - as those of Qt
    """Emitted when typing has ended with another number that can be taken, or one was set."""
    typed = Signal()
    """Emitted with each key: what was typed may be a number that can be taken, or not."""

    def __init__(self, words: Words, least: int, most: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(str(value), parent)
        self._words, self._least, self._most, self._value = words, least, most, value
        self.textChanged.connect(self._check)
        self.editingFinished.connect(self._take)

    @property
    def problem(self) -> str:
        """Why what was typed cannot be taken, empty where it can."""
        if self._typed() is not None:
            return ""
        return self._words.text("A number from {least} to {most} is needed.", least=self._least, most=self._most)

    def value(self) -> int:
        """Return the number that was typed, the one before where that cannot be taken."""
        typed = self._typed()
        return self._value if typed is None else typed

    def setValue(self, value: int) -> None:  # noqa: N802 - as those of Qt
        """Show another number."""
        self.setText(str(max(self._least, min(self._most, value))))
        self._take()

    def _typed(self) -> int | None:
        """Return the number that was typed; signs between thousands are left out."""
        text = unicodedata.normalize("NFKC", self.text()).strip()
        digits = "".join(sign for sign in text if not sign.isspace()).replace(",", "")
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
        return number if number is not None and self._least <= number <= self._most else None

    def _check(self) -> None:
        problem = self.problem
        self.setProperty("wrong", "true" if problem else "false")
        self.style().polish(self)
        self.setToolTip(problem)
        self.setAccessibleDescription(problem)
        self.typed.emit()

    def _take(self) -> None:
        typed = self._typed()
        if typed is not None and typed != self._value:
            self._value = typed
            self.valueChanged.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setValue(self.value() + step)
