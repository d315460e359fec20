"""The rows of the company list: what each says, looked up when it is drawn. They hold no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Ref, ref_of
from heartland_gui.model.facets import NO_FACETS, FacetIndex, Facets
from heartland_gui.model.key_figures import key_figure
from heartland_gui.model.observations import DONE, Status
from heartland_gui.model.queries import newest_comparable, observations_of
from heartland_gui.pages.companies import CompanyOrders, ListedCompanies, sorting_indicator
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.text import Words
from heartland_gui.ui.widgets.collation import name_ranks
from heartland_gui.ui.widgets.dragging import page_data
from heartland_gui.wording import listed_name, status_text, value_text

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
"""The role of a row's value."""
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What two lines say of a company: its name, what it makes and where it is, its key figure and of which year.

    `warned` is a year before that of the company's newest figure.
    """

    ref: Ref
    name: str
    below: str
    measured: str = ""
    figure: str = ""
    year: str = ""
    warned: bool = False
    status: Status | None = None


class CompanyModel(QAbstractListModel):
    """The companies of a choice, filtered and sorted; what a row says is looked up when it is first drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: FacetIndex | None = None
        self._words = Words()
        self._listed: ListedCompanies | None = None
        self._by: str | None = None
        self._orders: CompanyOrders | None = None
        self._rows: dict[str, CompanyRow] = {}

    @property
    def listed(self) -> ListedCompanies:
        """The companies, narrowed. Raises RuntimeError before companies were given."""
        if self._listed is None:
            raise RuntimeError("rows are asked for before companies were given")
        return self._listed

    def shown_indicators(self) -> tuple[str, ...]:
        """Return the indicators of which companies that are shown have figures."""
        return self.listed.shown_indicators()

    def show_companies(self, dataset: Dataset, words: Words, companies: Sequence[Company], sort: str) -> None:
        """Replace all companies; the filter has to be applied again."""
        if self._index is None or dataset is not self._index.dataset:
            self._index = FacetIndex(dataset)
            self._rows, self._orders = {}, None
        by = sorting_indicator(dataset, sort)
        if words is not self._words or by != self._by:
            self._rows = {}
        if self._orders is None or words is not self._words:
            self._orders = CompanyOrders(self._index, words, name_ranks(dataset, words))
        self._words, self._by = words, by
        self.beginResetModel()
        self._listed = ListedCompanies(self._orders, companies, sort)
        self.endResetModel()

    def apply_filter(self, text: str, facets: Facets = NO_FACETS) -> None:
        """Keep the companies that words and facets keep."""
        self.beginResetModel()
        self.listed.narrow(text, facets)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of companies after filtering."""
        return 0 if parent.isValid() or self._listed is None else len(self._listed.kept)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the spoken row, or the row itself."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._company(index).name.text(self._words.language)
        if role not in (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(self._company(index))
        if role == ROW:
            return row
        status = status_text(row.status, self._words) if row.status else ""
        parts = (row.name, row.below, row.measured, row.figure, row.year, status)
        spoken = self._words.clauses([part for part in parts if part])
        return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken

    def _row(self, company: Company) -> CompanyRow:
        if company.id not in self._rows:
            dataset, language = self.listed.index.dataset, self._words.language
            where = company.place or company.zone
            place = listed_name(dataset, dataset.subjects[where], self._words) if where else ""
            makes = company.products[0].text(language) if company.products else ""
            below = " · ".join(part for part in (makes, place) if part)
            name = listed_name(dataset, company, self._words)
            self._rows[company.id] = self._with_figure(CompanyRow(ref_of(company), name, below))
        return self._rows[company.id]

    def _with_figure(self, row: CompanyRow) -> CompanyRow:
        """Return a row with the figure that it is sorted by, else with its most informative one."""
        index, words = self.listed.index, self._words
        if self._by is not None:
            # Of who only plans it, the plan is shown with its status, though it stands among those without a figure.
            by = index.dataset.indicator_by_id[self._by]
            figure = index.newest(by.id).get(row.ref.id) or newest_comparable(index.dataset, row.ref.id, by)
        else:
            company = index.dataset.subjects[row.ref.id]
            key = key_figure(index.dataset, company) if isinstance(company, Company) else None
            figure = key.figure if key is not None else None
        indicator = figure.indicator if figure else self._by
        if indicator is None:
            return row
        measured = index.dataset.indicator_by_id[indicator].name.text(words.language)
        if figure is None:
            return replace(row, measured=measured, figure=words.text("no figure"))
        done = [item.period.year for item in observations_of(index.dataset, row.ref.id) if item.status in DONE]
        return replace(
            row,
            measured=measured,
            figure=value_text(index.dataset, figure, words),
            year=str(figure.period.year),
            warned=figure.period.year < max(done, default=0),
            status=figure.status,
        )

    def index_of(self, ref: Ref) -> QModelIndex:
        """Return where a company stands, an invalid index where the list does not hold it."""
        found = self.listed.row_of(ref)
        return QModelIndex() if found is None else self.index(found)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every company can be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the page of the company that is dragged."""
        return page_data(self.ref(indexes[0]))

    def ref(self, index: Index) -> Ref:
        """Return the page of a row."""
        return ref_of(self._company(index))

    def _company(self, index: Index) -> Company:
        return self.listed.company(index.row())
