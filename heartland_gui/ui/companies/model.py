"""The rows of the company list: filtered, chosen by facets and sorted. They hold no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from heartland_gui.model.facets import NO_FACETS, Facet, FacetIndex, Facets
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import headline_figures, newest_comparable, short_name
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.text import Message, Words, message
from heartland_gui.ui.widgets.collation import ranks
from heartland_gui.ui.widgets.dragging import page_data
from heartland_gui.wording import status_text, value_text

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
"""The role of a row's value."""
_BY_INDICATOR: Final = "indicator:"

Ranks = Mapping[str, int]
"""The places of names in the order of a language, by the name."""


@dataclass(frozen=True, slots=True)
class CompanySort:
    """An order of the company list: its id in the selection, its name, and the key of a company before its name's."""

    id: str
    label: Message
    key: Callable[[Dataset, Company, Words, Ranks], tuple[object, ...]]


def name_ranks(dataset: Dataset, words: Words) -> Ranks:
    """Return the places of the names of companies and places; of many companies to be asked for once only."""
    companies = (company.name.text(words.language) for company in dataset.companies)
    return ranks(chain(companies, (short_name(place, words.language) for place in dataset.places)), words.language)


def _city(dataset: Dataset, company: Company, words: Words, places: Ranks) -> tuple[object, ...]:
    if company.place is None:
        return (True,)
    return False, places[short_name(dataset.subjects[company.place], words.language)]


def _founding(_: Dataset, company: Company, __: Words, ___: Ranks) -> tuple[object, ...]:
    return (True,) if company.founded is None else (False, company.founded.first)


def _figure_count(dataset: Dataset, company: Company, _: Words, __: Ranks) -> tuple[object, ...]:
    return (-sum(len(series.observations) for series in dataset.series_by_subject.get(company.id, ())),)


COMPANY_SORTS: Final = (
    CompanySort("name", message("Name"), lambda *_: ()),
    CompanySort("city", message("City"), _city),
    CompanySort("founded", message("Founded"), _founding),
    CompanySort("figures", message("Most figures"), _figure_count),
)


def sort_by(indicator: str) -> str:
    """Return the id of the order by an indicator."""
    return f"{_BY_INDICATOR}{indicator}"


def sorting_indicator(dataset: Dataset, sort: str) -> str | None:
    """Return the indicator by which an order is, None where it is by none or by one that the dataset does not have."""
    found = sort.removeprefix(_BY_INDICATOR)
    return found if found != sort and found in dataset.indicator_by_id else None


def sort_name(dataset: Dataset, sort: str, words: Words) -> str:
    """Return what an order is called; an unknown one is that by name."""
    indicator = sorting_indicator(dataset, sort)
    if indicator is not None:
        return dataset.indicator_by_id[indicator].name.text(words.language)
    return words.say(_sort(sort).label)


def _sort(sort: str) -> CompanySort:
    return next((each for each in COMPANY_SORTS if each.id == sort), COMPANY_SORTS[0])


def sorted_companies(
    index: FacetIndex, companies: Sequence[Company], sort: str, words: Words, places: Ranks
) -> tuple[Company, ...]:
    """Return companies in an order, those that are equal in it by name; `places` are those of `name_ranks`.

    By an indicator the largest newest figure that is done comes first, and companies without one last.
    """
    dataset = index.dataset
    indicator = sorting_indicator(dataset, sort)
    newest = index.newest(indicator) if indicator is not None else {}
    key = _sort(sort).key

    def rank(company: Company) -> tuple[object, ...]:
        if indicator is None:
            before = key(dataset, company, words, places)
        else:
            figure = newest.get(company.id)
            before = (True,) if figure is None else (False, -figure.value)
        return *before, places[company.name.text(words.language)]

    return tuple(sorted(companies, key=rank))


_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What three lines say of a company: its name, where and since when it is, its most informative figure."""

    ref: Ref
    name: str
    place: str
    measured: str = ""
    figure: str = ""
    status: Status | None = None


def figure_line(dataset: Dataset, figure: Observation, words: Words) -> str:
    """Return `5,000 vehicles · 2020`."""
    return f"{value_text(dataset, figure, words)} · {words.period(figure.period.label)}"


def _haystack(dataset: Dataset, company: Company) -> str:
    """Return everything that a company is found by, in every language."""
    where = [dataset.subjects[found].name.all_texts() for found in (company.place, company.zone) if found]
    made = [product.all_texts() for product in (*company.products, *company.uses)]
    texts = (*company.name.all_texts(), *company.aliases, *chain.from_iterable((*where, *made)))
    return "\n".join(texts).casefold()


def _with_words(haystacks: Sequence[str], text: str, kept: Sequence[int]) -> Sequence[int]:
    """Return which of the haystacks that are kept hold every word of a text in small letters."""
    for needle in sorted(text.split(), key=len, reverse=True):
        kept = [number for number in kept if needle in haystacks[number]]
    return kept


class CompanyModel(QAbstractListModel):
    """The companies of a choice, filtered and sorted; what a row says is looked up when it is first drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: FacetIndex | None = None
        self._words = Words()
        self._sorted: tuple[Company, ...] = ()
        self._by: str | None = None
        self._ranks: Ranks | None = None
        self._haystacks: list[str] = []
        self._everywhere: list[str] | None = None
        self._matching: Sequence[int] = ()
        self._filtered: str | None = None
        self._looked_up: Sequence[int] = ()
        self._facets = NO_FACETS
        self._chosen: list[bool] | None = None
        # Which companies are shown, and their numbers among these; a list of 100,000 is not copied for each letter.
        self._shown: tuple[Company, ...] = ()
        self._kept: Sequence[int] = ()
        self._rows: dict[str, CompanyRow] = {}

    @property
    def facet_index(self) -> FacetIndex:
        """What the facets are counted by. Raises RuntimeError before companies were given."""
        if self._index is None:
            raise RuntimeError("rows are asked for before companies were given")
        return self._index

    @property
    def total(self) -> int:
        """The number of companies before filtering by words."""
        return len(self._sorted) if self._chosen is None else sum(self._chosen)

    @property
    def matching(self) -> Sequence[int]:
        """What the words of the filter keep, whatever the facets say; another object after each filtering."""
        return self._matching

    @property
    def matching_set(self) -> int:
        """What the words of the filter keep, whatever the facets say, as a set of the index."""
        numbers = self._numbers
        return self.facet_index.set_of([numbers[place] for place in self._matching])

    def shown_indicators(self) -> tuple[str, ...]:
        """Return the indicators of which companies that are shown have figures."""
        index = self.facet_index
        shown = index.set_of([self._numbers[place] for place in self._kept])
        return tuple(each for each, having in index.values(Facet.INDICATOR).items() if having & shown)

    def matches_elsewhere(self, text: str) -> int:
        """Return how many companies of the whole dataset the filter would keep."""
        companies = self.facet_index.dataset.companies
        if len(self._sorted) == len(companies):
            return 0
        if self._everywhere is None:
            self._everywhere = [_haystack(self.facet_index.dataset, company) for company in companies]
        return len(_with_words(self._everywhere, text.casefold(), range(len(companies))))

    def show_companies(self, dataset: Dataset, words: Words, companies: Sequence[Company], sort: str) -> None:
        """Replace all companies; the filter has to be applied again."""
        if self._index is None or dataset is not self._index.dataset:
            self._index = FacetIndex(dataset)
            self._rows, self._everywhere, self._ranks = {}, None, None
        by = sorting_indicator(dataset, sort)
        if words is not self._words or by != self._by:
            self._rows = {}
        if self._ranks is None or words is not self._words:
            self._ranks = name_ranks(dataset, words)
        self._words, self._by = words, by
        self._sorted = sorted_companies(self._index, companies, sort, words, self._ranks)
        self._haystacks = [_haystack(dataset, company) for company in self._sorted]
        self._filtered, self._facets, self._chosen, self._looked_up = None, NO_FACETS, None, ()

    def apply_filter(self, text: str, facets: Facets = NO_FACETS) -> None:
        """Keep the companies that facets keep and of which every word of the text is in what they are found by.

        That is a name, an alias, the place or a product.
        """
        self.beginResetModel()
        wanted = text.casefold()
        # What did not fit a letter ago does not fit now.
        is_longer = self._filtered is not None and wanted.startswith(self._filtered)
        if wanted != self._filtered:
            among = self._matching if is_longer else range(len(self._sorted))
            self._filtered, self._matching = wanted, _with_words(self._haystacks, wanted, among)
        if facets != self._facets:
            self._facets, self._chosen = facets, self._chosen_by(facets)
        chosen = self._chosen
        self._kept = self._matching if chosen is None else [number for number in self._matching if chosen[number]]
        self._shown = self._sorted
        self.endResetModel()

    def _chosen_by(self, facets: Facets) -> list[bool] | None:
        """Return of each company whether facets keep it, None where they keep all."""
        if not facets:
            return None
        index = self.facet_index
        flags = index.flags(index.matching(facets))
        return [flags[number] == "1" for number in self._numbers]

    @property
    def _numbers(self) -> Sequence[int]:
        """The numbers of all companies in the index; looked up once, since that is slow where they are many."""
        if len(self._looked_up) != len(self._sorted):
            self._looked_up = self.facet_index.numbers_of(self._sorted)
        return self._looked_up

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
        if company.id not in self._rows:
            dataset, language = self.facet_index.dataset, self._words.language
            where = company.zone or company.place
            place = short_name(dataset.subjects[where], language) if where else ""
            if company.founded:
                since = self._words.text("founded {date}", date=self._words.period(company.founded.label))
                place = f"{place} · {since}" if place else since
            self._rows[company.id] = self._with_figure(CompanyRow(ref_of(company), company.name.text(language), place))
        return self._rows[company.id]

    def _with_figure(self, row: CompanyRow) -> CompanyRow:
        """Return a row with the figure that it is sorted by, else with its most informative one."""
        index, words = self.facet_index, self._words
        if self._by is not None:
            # Of who only plans it, the plan is shown with its status, though it stands among those without a figure.
            by = index.dataset.indicator_by_id[self._by]
            figure = index.newest(by.id).get(row.ref.id) or newest_comparable(index.dataset, row.ref.id, by)
        else:
            figure = next((each.figure for each in headline_figures(index.dataset, row.ref.id, limit=1)), None)
        indicator = figure.indicator if figure else self._by
        if indicator is None:
            return row
        measured = index.dataset.indicator_by_id[indicator].name.text(words.language)
        if figure is None:
            return replace(row, measured=measured, figure=words.text("no figure"))
        line = figure_line(index.dataset, figure, words)
        return replace(row, measured=measured, figure=line, status=figure.status)

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
