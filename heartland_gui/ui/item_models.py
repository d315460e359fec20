"""Rows for Qt's lists: the navigation and the companies. They hold no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
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
from heartland_gui.model.entities import Company, Ref, SubjectKind, ref_of
from heartland_gui.model.facts import Observation, Status
from heartland_gui.model.queries import headline_figures, short_name
from heartland_gui.model.wording import status_text, value_text
from heartland_gui.rendering.tooltips import plain_tip
from heartland_gui.text import Message, Words, message
from heartland_gui.ui.dragging import page_data

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()
_LAST: Final = "\uffff"
"""Stands after every name: what is unknown comes last."""


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A heading (`ref` is None) or a choice with its number of companies; `colour` is a slot of the palette."""

    text: str
    ref: Ref | None = None
    beside: str = ""
    count: str = ""
    colour: int | None = None
    strong: bool = False


class NavigationModel(QAbstractListModel):
    """The rows of the navigation; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[NavigationRow, ...] = ()

    def show_rows(self, rows: Sequence[NavigationRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not enabled, so that arrow keys pass over them."""
        if not index.isValid() or self.rows[index.row()].ref is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the page of the row that is dragged."""
        ref = self.ref(indexes[0])
        return QMimeData() if ref is None else page_data(ref)

    def ref(self, index: Index) -> Ref | None:
        """Return the page of a row, None of a heading."""
        return self.rows[index.row()].ref

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the spoken text, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            spoken = " ".join(part for part in (row.text, row.beside, row.count) if part)
            return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken
        return row if role == ROW else None

    def index_of(self, ref: Ref) -> QModelIndex:
        """Return where a choice stands, an invalid index where it is none."""
        for number, row in enumerate(self.rows):
            if row.ref == ref:
                return self.index(number)
        return QModelIndex()


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What three lines say of a company: its name, where and since when it is, its most telling figure."""

    ref: Ref
    name: str
    place: str
    measured: str = ""
    figure: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class CompanySort:
    """An order of the company list: its id in the selection, its name, and the key of a company."""

    id: str
    label: Message
    key: Callable[[Dataset, Company, Words], tuple[object, ...]]


def _name(company: Company, words: Words) -> str:
    return company.name.text(words.language).casefold()


def _city(dataset: Dataset, company: Company, words: Words) -> tuple[object, ...]:
    city = short_name(dataset.subjects[company.place], words.language).casefold() if company.place else _LAST
    return city, _name(company, words)


def _founding(_: Dataset, company: Company, words: Words) -> tuple[object, ...]:
    founded = company.founded.first.isoformat() if company.founded else _LAST
    return founded, _name(company, words)


def _figure_count(dataset: Dataset, company: Company, words: Words) -> tuple[object, ...]:
    count = sum(len(series.observations) for series in dataset.series_by_subject.get(company.id, ()))
    return -count, _name(company, words)


COMPANY_SORTS: Final = (
    CompanySort("name", message("Name"), lambda _, company, words: (_name(company, words),)),
    CompanySort("city", message("City"), _city),
    CompanySort("founded", message("Founded"), _founding),
    CompanySort("figures", message("Most figures"), _figure_count),
)


def figure_line(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return `5,000 vehicles · 2020`."""
    return f"{value_text(dataset, figure, words)} · {words.period(figure.period.label)}"


def _haystack(dataset: Dataset, company: Company) -> str:
    """Return everything that a company is found by, in every language."""
    where = [dataset.subjects[found].name.all_texts() for found in (company.place, company.zone) if found]
    made = [product.all_texts() for product in (*company.products, *company.uses)]
    texts = (*company.name.all_texts(), *company.aliases, *chain.from_iterable((*where, *made)))
    return "\n".join(texts).casefold()


class CompanyModel(QAbstractListModel):
    """The companies of a choice, filtered and sorted; what a row says is looked up when it is first drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._words = Words()
        self._sorted: tuple[Company, ...] = ()
        self._haystacks: list[str] = []
        self._everywhere: list[str] | None = None
        self._applied: str | None = None
        # Which companies are shown, and their numbers among these; a list of 100,000 is not copied for each letter.
        self._shown: tuple[Company, ...] = ()
        self._kept: Sequence[int] = ()
        self._rows: dict[str, CompanyRow] = {}

    @property
    def total(self) -> int:
        """The number of companies before filtering."""
        return len(self._sorted)

    @property
    def looked_up(self) -> int:
        """How many rows were drawn so far."""
        return len(self._rows)

    def matches_elsewhere(self, text: str) -> int:
        """Return how many companies of the whole dataset the filter would keep."""
        if self._dataset is None or len(self._sorted) == len(self._dataset.companies):
            return 0
        if self._everywhere is None:
            self._everywhere = [_haystack(self._dataset, company) for company in self._dataset.companies]
        kept: Sequence[str] = self._everywhere
        for needle in text.casefold().split():
            kept = [haystack for haystack in kept if needle in haystack]
        return len(kept)

    def show_companies(self, dataset: Dataset, words: Words, companies: Sequence[Company], sort: str) -> None:
        """Replace all companies; the filter has to be applied again."""
        key = next((item.key for item in COMPANY_SORTS if item.id == sort), COMPANY_SORTS[0].key)
        if dataset is not self._dataset or words is not self._words:
            self._rows, self._everywhere = {}, None
        self._dataset, self._words = dataset, words
        self._sorted = tuple(sorted(companies, key=lambda company: key(dataset, company, words)))
        self._haystacks = [_haystack(dataset, company) for company in self._sorted]
        self._applied = None

    def apply_filter(self, text: str) -> None:
        """Keep the companies of which every word of the text stands in a name, an alias, the place or a product."""
        self.beginResetModel()
        wanted = text.casefold()
        # What did not fit a letter ago does not fit now.
        is_longer = self._applied is not None and wanted.startswith(self._applied)
        kept = self._kept if is_longer else range(len(self._sorted))
        for needle in sorted(wanted.split(), key=len, reverse=True):
            kept = [number for number in kept if needle in self._haystacks[number]]
        self._shown, self._kept, self._applied = self._sorted, kept, wanted
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of companies after filtering."""
        return 0 if parent.isValid() else len(self._kept)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the spoken row, or the row itself."""
        if not index.isValid() or index.row() >= len(self._kept):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._company(index).name.text(self._words.language)
        if role not in (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(self._company(index))
        if role == ROW:
            return row
        status = status_text(row.status, self._words) if row.status else ""
        parts = (row.name, row.place, row.measured, row.figure, status)
        spoken = self._words.clauses([part for part in parts if part])
        return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken

    def _row(self, company: Company) -> CompanyRow:
        found = self._rows.get(company.id)
        if found is None and self._dataset is not None:
            language = self._words.language
            where = company.zone or company.place
            place = short_name(self._dataset.subjects[where], language) if where else ""
            if company.founded:
                since = self._words.text("founded {date}", date=self._words.period(company.founded.label))
                place = f"{place} · {since}" if place else since
            found = CompanyRow(ref_of(company), company.name.text(language), place)
            headlines = headline_figures(self._dataset, company.id, limit=1)
            if headlines:
                figure = headlines[0].figure
                measured = self._dataset.indicator_by_id[figure.indicator].name.text(language)
                line = figure_line(self._dataset, figure, self._words)
                found = replace(found, measured=measured, figure=line, status=figure.status)
            self._rows[company.id] = found
        if found is None:
            raise RuntimeError("rows are asked for before companies were given")
        return found

    def index_of(self, ref: Ref) -> QModelIndex:
        """Return where a company stands, an invalid index where the list does not hold it."""
        if ref.kind is not SubjectKind.COMPANY:
            return QModelIndex()
        found = next((row for row, number in enumerate(self._kept) if self._shown[number].id == ref.id), None)
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
        return self._shown[self._kept[index.row()]]
