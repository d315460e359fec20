"""The chips on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from heartland_gui.rendering.style import Theme
from heartland_gui.rendering.tooltips import plain_tip
from heartland_gui.ui.chips import Chip
from heartland_gui.ui.parts.flow import FlowLayout


class ChipRow(QWidget):
    """Chips in lines; those that lead somewhere can be clicked and reached by Tab. Buttons are kept and reused."""

    requested = Signal(object)
    """The page that a chip leads to, a Ref."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._flow = FlowLayout(self)
        self.buttons: list[QPushButton] = []
        self._chips: tuple[Chip, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip], theme: Theme) -> None:
        """Replace all chips."""
        self._chips = tuple(chips)
        while len(self.buttons) < len(chips):
            self.buttons.append(self._new_button(len(self.buttons)))
        for button in self.buttons[len(chips) :]:
            button.hide()
        for button, chip in zip(self.buttons, chips, strict=False):
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
        self.setVisible(bool(chips))

    def _new_button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("chip", "true")
        button.setIconSize(QSize(15, 10))
        button.clicked.connect(lambda: self._follow(number))
        self._flow.addWidget(button)
        return button

    def _follow(self, number: int) -> None:
        ref = self._chips[number].ref
        if ref is not None:
            self.requested.emit(ref)


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
