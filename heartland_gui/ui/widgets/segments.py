"""A segmented control: several choices in one track, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

_BACK: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_ICON: Final = 16


class SegmentedControl(QFrame):
    """One stop of Tab; arrows move the choice. `chosen` says the number of a segment that somebody chose."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group.idClicked.connect(self._choose)

    def offer(self, names: Sequence[str], icons: Sequence[QIcon] = (), *, chosen: int = 0) -> None:
        """Offer these choices from now on, with icons before their names where there are any."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, name in enumerate(names):
            button = _Segment(self)
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(name)
            if icons:
                button.setIcon(icons[number])
            self._group.addButton(button, number)
            self._row.addWidget(button)
            # Where the control is shown already Qt would do so later: until then it would have no size.
            button.show()
        self.set_chosen(chosen)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The segments from left to right."""
        return self._group.buttons()

    @property
    def current(self) -> int:
        """The number of the segment that holds, -1 where none does."""
        return self._group.checkedId()

    def set_chosen(self, number: int) -> None:
        """Let a segment hold without saying so."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
        for each in self._group.buttons():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is button else Qt.FocusPolicy.ClickFocus)

    def show_words(self, *, shown: bool) -> None:
        """Show the names beside the icons, or but for the chosen one the icons alone, with their names as tooltips."""
        for button in self.findChildren(_Segment):
            has_words = shown or button.icon().isNull() or button.isChecked()
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly)
            button.setToolTip("" if has_words else button.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice by arrows."""
        key, buttons = event.key(), self._group.buttons()
        if (key in _BACK or key in _ON) and buttons:
            number = (self.current + (1 if key in _ON else -1)) % len(buttons)
            self._choose(number)
            buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self.set_chosen(number)
        self.chosen.emit(number)


class _Segment(QToolButton):
    """A choice that leaves arrows to its control: Qt would move the keyboard to whatever stands beside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("segment", "true")
        self.setCheckable(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the control move the choice."""
        if event.key() in _BACK or event.key() in _ON:
            event.ignore()
        else:
            super().keyPressEvent(event)
