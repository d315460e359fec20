"""The panel of all facets, each value with the number of companies that it would keep now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, QSize, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heartland_gui.model.facet_index import FacetIndex
from heartland_gui.model.facets import NO_FACETS, Choice, Facet, Facets
from heartland_gui.ui.explanations import explain
from heartland_gui.ui.facet_words import facet_name, facet_rows
from heartland_gui.ui.parts.facet_group import FacetGroup
from heartland_gui.ui.parts.floating import FloatingPanel
from heartland_gui.ui.session import Session

_COLUMNS: Final = (
    (Facet.PILLAR, Facet.CITY, Facet.ZONE, Facet.TECHNOLOGY),
    (Facet.KIND, Facet.SINCE, Facet.FIGURES, Facet.STATUS, Facet.INDICATOR),
)
_WIDTH: Final = 540
_MARGIN: Final = 12


class FacetPanel(FloatingPanel):
    """Two columns of groups; each choice is passed on at once, so that list and counts follow."""

    chosen = Signal(object)
    """The Facets after a choice."""

    def __init__(self, session: Session, opener: QWidget, anchor: QWidget, after: QWidget) -> None:
        super().__init__(opener, anchor, after)
        words = session.words
        self.setObjectName("facet_panel")
        self.setAccessibleName(words.text("Filters of the company list"))
        explain(self, words)
        self._session = session
        self._facets = NO_FACETS
        self.groups: dict[Facet, FacetGroup] = {}
        self.years = YearFields(session, self)
        self.years.chosen.connect(self._choose_year)
        self.result = QLabel(self)
        self.result.setObjectName("facet_result")
        self.clear_button = QPushButton(words.text("Clear all"), self)
        self.clear_button.setAccessibleName(words.text("Take away all choices"))
        self.clear_button.clicked.connect(lambda: self.chosen.emit(NO_FACETS))
        self.close_button = QPushButton(words.text("Close"), self)
        self.close_button.clicked.connect(lambda: self.close_panel(give_back=True))
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget(self)
        columns = QHBoxLayout(content)
        columns.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        columns.setSpacing(2 * _MARGIN)
        for facets in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(10)
            for facet in facets:
                column.addWidget(self.years if facet is Facet.SINCE else self._new_group(facet))
            column.addStretch()
            columns.addLayout(column, 1)
        self.hold(content)
        self.foot.addWidget(self.result, 1)
        self.foot.addWidget(self.clear_button)
        self.foot.addWidget(self.close_button)

    def sizeHint(self) -> QSize:
        """Return the size for two columns whose names are seen whole."""
        return QSize(_WIDTH, super().sizeHint().height())

    def _new_group(self, facet: Facet) -> FacetGroup:
        group = FacetGroup(self._session, facet, self)
        group.toggled.connect(self._toggle)
        group.least_chosen.connect(self._add)
        self.groups[facet] = group
        return group

    def tab_stops(self) -> list[QWidget]:
        """Return the values, fields and buttons, down the first column, then down the second."""
        found: list[QWidget] = []
        for facet in (facet for column in _COLUMNS for facet in column):
            found += self.years.fields if facet is Facet.SINCE else self.groups[facet].tab_stops()
        return [*found, self.clear_button, self.close_button]

    def show_counts(self, index: FacetIndex, among: int, facets: Facets, *, anew: bool) -> None:
        """Show what can be chosen beside facets `among` the companies that the words of the filter keep.

        With `anew` it is another list: its most frequent values come first.
        """
        words, dataset = self._session.words, index.dataset
        self._facets = facets
        for facet, group in self.groups.items():
            rows = facet_rows(dataset, facet, facets, index.counts(facet, facets, among), words)
            group.setVisible(bool(rows))
            if anew:
                group.begin(rows)
            else:
                group.show_rows(rows)
        self.years.show_facets(facets)
        kept = (index.kept(facets) & among).bit_count()
        self.result.setText(
            words.plural("{kept} of {n} company", "{kept} of {n} companies", among.bit_count(), kept=kept)
        )
        self.clear_button.setEnabled(bool(facets))

    def _toggle(self, choice: Choice) -> None:
        facets = self._facets
        taken = facets.of(choice.facet, choice.value)
        self.chosen.emit(facets.with_choice(choice) if taken is None else facets.without(taken))

    def _add(self, choice: Choice) -> None:
        self.chosen.emit(self._facets.with_choice(choice))

    def _choose_year(self, facet: Facet, year: str) -> None:
        before = self._facets.of(facet)
        if year:
            self._add(Choice(facet, year))
        elif before is not None:
            self.chosen.emit(self._facets.without(before))


class YearFields(QWidget):
    """From which year on and up to which one companies were founded."""

    chosen = Signal(object, str)
    """The facet and its year, nothing where the field was emptied."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        words = session.words
        self.since = self._field(Facet.SINCE, words.text("Founded in this year or later"))
        self.until = self._field(Facet.UNTIL, words.text("Founded in this year or earlier"))
        title = QLabel(facet_name(Facet.SINCE, words), self)
        title.setProperty("facet", "true")
        fields = QHBoxLayout()
        fields.setContentsMargins(5, 2, 5, 2)
        fields.setSpacing(8)
        self.since.setPlaceholderText(words.text("from year"))
        self.until.setPlaceholderText(words.text("to year"))
        fields.addWidget(self.since)
        fields.addWidget(QLabel("–", self))
        fields.addWidget(self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(fields)

    @property
    def fields(self) -> list[QWidget]:
        """Both fields, the earlier year first."""
        return [self.since, self.until]

    def show_facets(self, facets: Facets) -> None:
        """Show the years that are chosen; what is half typed stays."""
        for field, facet in ((self.since, Facet.SINCE), (self.until, Facet.UNTIL)):
            choice = facets.of(facet)
            if choice is not None and choice.value != field.text():
                field.setText(choice.value)
            elif choice is None and (len(field.text()) == 4 or not field.hasFocus()):
                field.clear()

    def _field(self, facet: Facet, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"facet_{facet.value}")
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setMaxLength(4)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,4}"), field))

        def take(text: str) -> None:
            # A year is whole only with its fourth digit; until then the list stays as it was.
            if len(text) in (0, 4):
                self.chosen.emit(facet, text)

        field.textEdited.connect(take)
        return field
