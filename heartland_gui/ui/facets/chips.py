"""What narrows the company list, below its filter: a chip for each choice, which takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartland_gui.model.facets import NO_FACETS, Choice, Facets
from heartland_gui.pages.facets import choice_text
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.elided_button import ElidedButton
from heartland_gui.ui.widgets.layouts import FlowLayout


class FacetChips(QWidget):
    """The choices as buttons in lines; a click, Return, Space or Delete takes one away. Buttons are kept and reused."""

    chosen = Signal(object)
    """The Facets that are left."""
    emptied = Signal()
    """The last choice was taken away here: the keyboard needs another place."""

    def __init__(self, session: Session, before: QWidget, parent: QWidget) -> None:
        """Make the chips; `before` has the keyboard before the first one."""
        super().__init__(parent)
        self.setObjectName("facet_chips")
        self._session, self._before = session, before
        self._facets = NO_FACETS
        self.chips: list[_Chip] = []
        self.clear_button = ElidedButton("", self)
        self.clear_button.show_words(session.words.text("Clear all filters"))
        self.clear_button.setObjectName("clear_facets")
        self.clear_button.setProperty("choice", "true")
        self.clear_button.setAccessibleName(session.words.text("Clear all filters"))
        self.clear_button.setToolTip(session.words.text("Clear all filters"))
        self.clear_button.clicked.connect(self._clear)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.clear_button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facets(self, facets: Facets) -> None:
        """Show other choices."""
        self._facets = facets
        words, choices = self._session.words, facets.choices
        while len(self.chips) < len(choices):
            self.chips.append(self._new_chip(len(self.chips)))
        for chip, choice in zip(self.chips, choices, strict=False):
            text = choice_text(self._session.dataset, choice, words)
            chip.show_words(text)
            chip.setAccessibleName(words.text("Remove: {name}", name=text))
            chip.setToolTip(plain_tip(chip.accessibleName()))
            chip.show()
        for chip in self.chips[len(choices) :]:
            chip.hide()
        self.setVisible(bool(choices))

    def tab_order(self) -> list[QWidget]:
        """Return the buttons from left to right."""
        return [*self.chips, self.clear_button]

    def _new_chip(self, number: int) -> _Chip:
        chip = _Chip(self)
        chip.clicked.connect(lambda: self._take_away(number))
        self._flow.insert_left(number, chip)
        QWidget.setTabOrder(self.chips[-1] if self.chips else self._before, chip)
        return chip

    def _take_away(self, number: int) -> None:
        choice: Choice = self._facets.choices[number]
        left = self._facets.without(choice)
        # The keyboard goes on with the neighbour, not with whatever comes next in the window.
        near = self.chips[min(number, len(left.choices) - 1)] if left else None
        if near is not None and self.chips[number].hasFocus():
            near.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leave(left)

    def _clear(self) -> None:
        self._leave(NO_FACETS)

    def _leave(self, left: Facets) -> None:
        if not left:
            self.emptied.emit()
        self.chosen.emit(left)


class _Chip(ElidedButton):
    """A choice with a cross."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("×", parent)
        self.setProperty("choice", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the choice away also with the keys that delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)
