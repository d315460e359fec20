"""A segmented control: several choices in one track, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from heartland_gui.rendering.screen.tooltips import plain_label

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
        self._spare: _Segment | None = None
        self._widths: dict[tuple[str, bool, bool, bool], int] = {}

    def offer(self, names: Sequence[str], icons: Sequence[QIcon] = (), *, chosen: int = 0) -> None:
        """Offer these choices from now on, with icons before their names where there are any."""
        present = self._group.buttons()
        for button in present[len(names) :]:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            # Without a parent it is nothing that is shown, found or read out until Qt deletes it.
            button.setParent(None)
            button.deleteLater()
        for number, name in enumerate(names):
            button = present[number] if number < len(present) else self._added(number)
            button.setText(plain_label(name))
            button.setAccessibleName(name)
            button.setIcon(icons[number] if icons else QIcon())
        self.set_chosen(chosen)

    def _added(self, number: int) -> _Segment:
        button = _Segment(self)
        self._group.addButton(button, number)
        self._row.addWidget(button)
        # Where the control is shown already Qt would do so later: until then it would have no size.
        button.show()
        return button

    def width_of(
        self, names: Sequence[str], icons: Sequence[QIcon] = (), *, chosen: int = 0, words: bool = True
    ) -> int:
        """Return how wide the control would be in pixels if it offered these choices, without offering them."""
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right()
        for number, name in enumerate(names):
            has_words = words or not icons or number == chosen
            width += self._width_of(name, icons[number] if icons else None, has_words, number == chosen)
        return width

    def _width_of(self, name: str, picture: QIcon | None, has_words: bool, is_chosen: bool) -> int:  # noqa: FBT001
        key = (name, picture is not None, has_words, is_chosen)
        if key not in self._widths:
            if self._spare is None:
                self._spare = _Segment(self)
                self._spare.hide()
            spare = self._spare
            spare.setText(plain_label(name))
            spare.setIcon(picture or QIcon())
            spare.setChecked(is_chosen)
            spare.show_words(shown=has_words)
            spare.ensurePolished()
            self._widths[key] = spare.sizeHint().width()
        return self._widths[key]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths = {}

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
        for button in self._group.buttons():
            if isinstance(button, _Segment):
                has_words = shown or button.icon().isNull() or button.isChecked()
                button.show_words(shown=has_words)
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
        # Qt should name it a radio button by that to assistive technology; PySide still says check box.
        self.setAutoExclusive(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.show_words(shown=True)

    def show_words(self, *, shown: bool) -> None:
        """Show the name beside the icon, or the icon alone."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the control move the choice."""
        if event.key() in _BACK or event.key() in _ON:
            event.ignore()
        else:
            super().keyPressEvent(event)
