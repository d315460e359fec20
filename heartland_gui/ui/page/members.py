"""The members of a comparison as chips, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.entities import Ref
from heartland_gui.pages.page import Member
from heartland_gui.rendering.marks.small import draw_subject_mark
from heartland_gui.rendering.screen.tooltips import plain_label, plain_tip
from heartland_gui.rendering.style import Theme
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.layouts import FlowLayout

_CHIP: Final = 30
_CLOSE: Final = 14
_HIT: Final = 24
"""What can be hit of the cross: no less, wherever it stands."""
_MARK: Final = QSize(14, 14)


class MemberChip(QWidget):
    """A member: its mark and name lead to its page, the cross inside the chip takes it out of the comparison."""

    requested = Signal()
    removal_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setFixedHeight(_CHIP)
        self.name = QPushButton(self)
        self.name.setProperty("member", "true")
        self.name.setIconSize(_MARK)
        self.name.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name.clicked.connect(self.requested)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("icon_button", "true")
        self.close_button.setIcon(icon("close", session.theme, size=_CLOSE))
        self.close_button.setIconSize(QSize(_CLOSE, _CLOSE))
        self.close_button.setFixedSize(_HIT, _HIT)
        self.close_button.clicked.connect(self.removal_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.close_button)

    def show_member(self, member: Member) -> None:
        """Show another member."""
        words = self._session.words
        self.name.setText(plain_label(member.text))
        self.name.setIcon(_mark(member.slot, self._session.theme, self.devicePixelRatioF()))
        self.name.setToolTip(plain_tip(member.tip))
        self.name.setAccessibleName(member.text)
        self.name.setAccessibleDescription(member.tip)
        taken = words.text("Remove {name} from the comparison", name=member.text)
        self.close_button.setToolTip(plain_tip(taken))
        self.close_button.setAccessibleName(taken)
        # Else Qt would take the tooltip, with its markup.
        self.close_button.setAccessibleDescription(taken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline of both."""
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.pane_border), 1))
        painter.setBrush(QColor(theme.surface))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.end()


class MembersBar(QWidget):
    """The chips, the way to more of them, and at the right what is done with the whole comparison."""

    requested = Signal(object)
    """The page of a member, a Ref."""
    removal_requested = Signal(object)
    """The page of a member that is to be taken out, a Ref."""
    deed_requested = Signal(str)
    """The name of an action of the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("members")
        self._session = session
        words, theme = session.words, session.theme
        self.setAccessibleName(words.text("Members of the comparison"))
        self._flow = FlowLayout(self, gap=8)
        self.chips: list[MemberChip] = []
        self._members: tuple[Member, ...] = ()
        self.add = QPushButton(words.text("Add"), self)
        self.add.setProperty("chip", "add")
        self.add.setIcon(icon("add", theme, size=16))
        self.add.setFixedHeight(_CHIP)
        self.add.setToolTip(words.text("Find what to add to the comparison"))
        self.add.clicked.connect(lambda: self.deed_requested.emit("find_member"))
        self.copy = QPushButton(words.text("Copy table"), self)
        self.copy.setIcon(icon("copy", theme, size=16))
        self.copy.clicked.connect(lambda: self.deed_requested.emit("copy_table"))
        self.clear = QPushButton(words.text("Clear all"), self)
        self.clear.setProperty("link", "true")
        self.clear.clicked.connect(lambda: self.deed_requested.emit("clear_comparison"))
        self._flow.addWidget(self.add)
        self._flow.add_right(self.copy)
        self._flow.add_right(self.clear)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_members(self, members: Sequence[Member]) -> None:
        """Replace all members."""
        self._members = tuple(members)
        while len(self.chips) < len(members):
            self.chips.append(self._new_chip(len(self.chips)))
        for chip, member in zip(self.chips, members, strict=False):
            chip.show_member(member)
            chip.show()
        for chip in self.chips[len(members) :]:
            chip.hide()
        self.add.setEnabled(len(members) < MOST_MEMBERS)
        self.copy.setVisible(len(members) > 1)
        self.clear.setVisible(bool(members))
        self._flow.invalidate()

    def tab_order(self) -> list[QWidget]:
        """Return the parts of the chips and the buttons."""
        of_chips = [part for chip in self.chips for part in (chip.name, chip.close_button)]
        return [*of_chips, self.add, self.copy, self.clear]

    def _new_chip(self, number: int) -> MemberChip:
        chip = MemberChip(self._session, self)
        chip.requested.connect(lambda: self.requested.emit(self._ref(number)))
        chip.removal_requested.connect(lambda: self._take_out(number))
        self._flow.insert_left(number, chip)
        return chip

    def _ref(self, number: int) -> Ref:
        return self._members[number].ref

    def _take_out(self, number: int) -> None:
        """Have a member taken out; the keyboard goes on at the one that follows."""
        self.removal_requested.emit(self._ref(number))
        left = [chip for chip in self.chips if not chip.isHidden()]
        goes_on = left[min(number, len(left) - 1)].close_button if left else self.add
        goes_on.setFocus(Qt.FocusReason.OtherFocusReason)


def _mark(slot: int | None, theme: Theme, ratio: float) -> QIcon:
    picture = QPixmap(_MARK * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_subject_mark(painter, QPointF(_MARK.width() / 2, _MARK.height() / 2), slot, theme)
    painter.end()
    return QIcon(picture)
