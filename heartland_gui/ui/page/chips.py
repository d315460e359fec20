"""The chips on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from heartland_gui.model.entities import Ref
from heartland_gui.pages.page import Chip
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.widgets.layouts import FlowLayout


class ChipRow(QWidget):
    """Chips in lines; those that lead somewhere can be clicked and reached by Tab. Buttons are kept and reused."""

    requested = Signal(object)
    """The page that a chip leads to, a Ref."""
    removal_requested = Signal(object)
    """The page of a chip that is to be taken away, a Ref."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._words = words
        self._flow = FlowLayout(self)
        self.buttons: list[QPushButton] = []
        self._deeds: list[tuple[SignalInstance, Ref | None]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip], theme: Theme) -> None:
        """Replace all chips."""
        self._deeds = []
        for chip in chips:
            self._show_chip(self._next_button(self.requested, chip.ref), chip, theme)
            if chip.removable:
                taken = self._words.text("Remove {name} from the comparison", name=chip.text)
                self._show_removal(self._next_button(self.removal_requested, chip.ref), taken)
        for button in self.buttons[len(self._deeds) :]:
            button.hide()
        self.setVisible(bool(chips))

    def _next_button(self, signal: SignalInstance, ref: Ref | None) -> QPushButton:
        number = len(self._deeds)
        self._deeds.append((signal, ref))
        if number == len(self.buttons):
            self.buttons.append(self._new_button(number))
        return self.buttons[number]

    @staticmethod
    def _show_chip(button: QPushButton, chip: Chip, theme: Theme) -> None:
        leads = chip.ref is not None
        button.setText(chip.text.replace("&", "&&"))
        button.setToolTip(plain_tip(chip.tip))
        button.setAccessibleName(chip.text)
        button.setAccessibleDescription(chip.tip)
        button.setIcon(QIcon() if chip.colour is None else _square(theme.mark(chip.colour)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        # What leads nowhere does not light up under the pointer.
        button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads and not chip.tip)
        button.show()

    @staticmethod
    def _show_removal(button: QPushButton, name: str) -> None:
        button.setText("×")
        button.setToolTip(plain_tip(name))
        button.setAccessibleName(name)
        # Else Qt would take the tooltip, with its markup.
        button.setAccessibleDescription(name)
        button.setIcon(QIcon())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        button.show()

    def _new_button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("chip", "true")
        button.setIconSize(QSize(15, 10))
        button.clicked.connect(lambda: self._follow(number))
        self._flow.addWidget(button)
        return button

    def _follow(self, number: int) -> None:
        signal, ref = self._deeds[number]
        if ref is not None:
            signal.emit(ref)


def _square(colour: str) -> QIcon:
    # The room to the right keeps the words off the square.
    picture = QPixmap(30, 20)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRect(0, 0, 20, 20), 4, 4)
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
