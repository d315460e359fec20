"""The values of one facet below its name: the most frequent of a long list, and a way to all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heartland_gui.model.facets import Choice, Facet
from heartland_gui.ui.amounts import typed_amount
from heartland_gui.ui.facet_words import FacetRow, facet_name, value_name
from heartland_gui.ui.parts.facet_box import FacetBox
from heartland_gui.ui.session import Session

_SHORT: Final = 8
"""Up to so many values all are shown, in the dataset's order."""
_MOST_FREQUENT: Final = 6
_MOST: Final = 300
"""Nobody reads further down a list; and each value is a widget."""


class FacetGroup(QWidget):
    """Values to tick. Tab stops once in the group, and the arrows walk its values."""

    toggled = Signal(object)
    """The Choice that was ticked or is ticked no more."""
    least_chosen = Signal(object)
    """The Choice of an indicator with another least value."""

    def __init__(self, session: Session, facet: Facet, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.facet = session, facet
        self.setObjectName(f"facet_{facet.value}")
        words = session.words
        self.setAccessibleName(facet_name(facet, words))
        title = QLabel(facet_name(facet, words), self)
        title.setProperty("facet", "true")
        self.boxes: list[FacetBox] = []
        self.fields: list[LeastField] = []
        self._order: list[str] = []
        self._stop: FacetBox | None = None
        self.all_button = QPushButton(self)
        self.all_button.setProperty("crumb", "true")
        self.all_button.setCheckable(True)
        self.all_button.clicked.connect(self._show_all)
        self._rows: dict[str, FacetRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(title)
        self._column.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self, rows: Sequence[FacetRow]) -> None:
        """Put the values into the order in which they stay while somebody chooses: rows that jump are hard to hit."""
        found = list(rows)
        if len(rows) > _SHORT:
            found.sort(key=lambda row: (not row.chosen, -row.count))
        self._order = [row.choice.value for row in found[:_MOST]]
        self._stop = None
        self.all_button.setChecked(False)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show the present counts and choices."""
        self._rows = {row.choice.value: row for row in rows}
        ordered = dict.fromkeys([*self._order, *(value for value, row in self._rows.items() if row.chosen)])
        shown = [self._rows[value] for value in ordered if value in self._rows]
        most = len(shown)
        if most > _SHORT and not self.all_button.isChecked():
            shown = [row for place, row in enumerate(shown) if place < _MOST_FREQUENT or row.chosen]
        while len(self.boxes) < len(shown):
            self._add_box()
        for box, row in zip(self.boxes, shown, strict=False):
            box.show_row(row)
            box.show()
        for box in self.boxes[len(shown) :]:
            box.hide()
        asked = [row.choice if row.chosen else None for row in shown]
        for field, choice in zip_longest(self.fields, asked[: len(self.fields)]):
            field.show_choice(choice)
        words, count = self._session.words, len(rows)
        self.all_button.setVisible(most > _SHORT)
        is_all = most == count
        all_of_them = (
            words.text("Show all {n}", n=count) if is_all else words.text("Show {n} of {all}", n=most, all=count)
        )
        self.all_button.setText(words.text("Show fewer") if self.all_button.isChecked() else all_of_them)
        name = words.text("{name}: {text}", name=facet_name(self.facet, words), text=self.all_button.text())
        self.all_button.setAccessibleName(name)
        self._settle_stop()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at: one of the values, the fields, and what leads to all values."""
        boxes = [] if self._stop is None else [self._stop]
        return [*boxes, *self.fields, self.all_button]

    def _add_box(self) -> None:
        box = FacetBox(self._session, self)
        box.clicked.connect(lambda: self._toggle(box))
        box.stepped.connect(lambda by: self._step(box, by))
        self._column.insertWidget(self._column.count() - 1, box)
        self.boxes.append(box)
        if self.facet is Facet.INDICATOR:
            field = LeastField(self._session, self)
            field.chosen.connect(self.least_chosen)
            self._column.insertWidget(self._column.count() - 1, field)
            self.fields.append(field)

    def _usable(self) -> list[FacetBox]:
        return [box for box in self.boxes if box.isVisibleTo(self) and box.isEnabled()]

    def _settle_stop(self) -> None:
        usable = self._usable()
        if self._stop not in usable:
            self._stop = next((box for box in usable if box.isChecked()), usable[0] if usable else None)
        for box in self.boxes:
            stops = box is self._stop
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _step(self, box: FacetBox, by: int) -> None:
        usable = self._usable()
        place = usable.index(box) + by if box in usable else 0
        if 0 <= place < len(usable):
            self._stop = usable[place]
            self._settle_stop()
            self._stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle(self, box: FacetBox) -> None:
        if box.row is not None:
            self._stop = box
            self.toggled.emit(box.row.choice)

    def _show_all(self) -> None:
        self.show_rows(tuple(self._rows.values()))


class LeastField(QLineEdit):
    """What the newest figure of what is done must be at least; an amount may be typed as it is spoken."""

    chosen = Signal(object)
    """The Choice with another least value."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._choice: Choice | None = None
        self.setObjectName("least_value")
        self.editingFinished.connect(self._choose)
        self.textEdited.connect(lambda: self._mark(wrong=False))
        self.hide()

    def show_choice(self, choice: Choice | None) -> None:
        """Show what is asked of an indicator; nothing where it is not chosen."""
        if choice is None:
            # A field that has the keyboard is finished with by being hidden: it would choose again what was taken back.
            self._choice = None
            self.setModified(False)
        self.setVisible(choice is not None)
        if choice == self._choice or choice is None:
            return
        self._choice = choice
        dataset, words = self._session.dataset, self._session.words
        name = value_name(dataset, choice, words)
        self.setText("" if choice.least is None else words.number(choice.least))
        self.setPlaceholderText(words.text("at least … {unit}", unit=self._symbol))
        self.setAccessibleName(words.text("{name}: at least, in {unit}", name=name, unit=self._symbol))
        self.setToolTip(
            words.text(
                "The newest actual or estimated figure of a whole year and of the whole company, such as 1.5 bn; what "
                "is only planned does not count"
            )
        )
        self._mark(wrong=False)

    @property
    def _symbol(self) -> str:
        if self._choice is None:
            return ""
        return self._session.dataset.unit_of(self._choice.value).symbol.text(self._session.words.language)

    def _choose(self) -> None:
        if self._choice is None:
            return
        typed = self.text().strip()
        least = typed_amount(typed, self._symbol, self._session.words)
        if typed and least is None:
            self._mark(wrong=True)
        elif self.isModified():
            self.setModified(False)
            self.chosen.emit(Choice(self._choice.facet, self._choice.value, least))

    def _mark(self, *, wrong: bool) -> None:
        """Mark what is no amount, and say so to those who do not see it."""
        words = self._session.words
        said = words.text("This is no amount; write for example 1.5 bn or 1,500,000.") if wrong else ""
        self.setAccessibleDescription(said)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
