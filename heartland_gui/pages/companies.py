"""The companies of a choice: in which order, narrowed by what, and what a table says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Final

from heartland_gui.charts.plans import PlanState, plan_bar, plan_beside
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Ref, SubjectKind, ref_of
from heartland_gui.model.facets import NO_FACETS, Facet, FacetIndex, Facets
from heartland_gui.model.key_figures import KeyFigure, key_figure
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import (
    newest_comparable,
    newest_source_of,
    pillars_of,
    short_name,
)
from heartland_gui.pages.copying import figure_parts
from heartland_gui.pages.page import Cell, Row
from heartland_gui.pages.sources import figure_tip
from heartland_gui.text import Message, Words, message
from heartland_gui.wording import (
    citation,
    figure_name,
    listed_name,
    place_heading,
    status_text,
    value_text,
    with_parent,
)

# -- orders -----------------------------------------------------------------------------------------------------

_BY_INDICATOR: Final = "indicator:"
_TURNED: Final = "-"
_AND: Final = ","

Ranks = Mapping[str, int]
"""The places of names in the order of a language, by the name."""
Rank = tuple[float | int, ...] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompanySort:
    """An order of companies: its id in the selection, its name, and the rank of a company, None where it has none.

    `falling` says that the largest or newest stand first.
    """

    id: str
    label: Message
    rank: Callable[[FacetIndex, Company, str, Ranks], Rank | None]
    falling: bool = False


def _name(_: FacetIndex, company: Company, language: str, places: Ranks) -> Rank:
    return (places[company.name.text(language)],)


def _city(index: FacetIndex, company: Company, language: str, places: Ranks) -> Rank | None:
    if company.place is None:
        return None
    return (places[short_name(index.dataset.subjects[company.place], language)],)


def _founding(_: FacetIndex, company: Company, __: str, ___: Ranks) -> Rank | None:
    return None if company.founded is None else (company.founded.first.toordinal(),)


def _figure_count(index: FacetIndex, company: Company, _: str, __: Ranks) -> Rank:
    return (-sum(len(series.observations) for series in index.dataset.series_by_subject.get(company.id, ())),)


def _newest_source(index: FacetIndex, company: Company, _: str, __: Ranks) -> Rank | None:
    source = newest_source_of(index.dataset, company)
    return None if source is None else (-index.dataset.published(source).last.toordinal(),)


def _makes(_: FacetIndex, company: Company, language: str, __: Ranks) -> Rank | None:
    return tuple(product.text(language).casefold() for product in company.products) or None


def _pillar(index: FacetIndex, company: Company, _: str, __: Ranks) -> Rank | None:
    places = [place for place, pillar in enumerate(index.dataset.pillars) if pillar.id in company.pillars]
    return tuple(places) or None


def _key_figure(index: FacetIndex, company: Company, _: str, __: Ranks) -> Rank | None:
    key = key_figure(index.dataset, company)
    return None if key is None else _rank_of(index, key.figure)


def _plan(index: FacetIndex, company: Company, _: str, __: Ranks) -> Rank | None:
    key = key_figure(index.dataset, company)
    plan = plan_beside(index.dataset, company.id, None if key is None else key.figure.indicator)
    return None if plan is None else _rank_of(index, plan.target)


def _rank_of(index: FacetIndex, figure: Observation) -> Rank:
    """Return the rank by indicator, then by value: only figures of one indicator are larger or smaller."""
    return index.indicator_order[figure.indicator], -figure.value


_BY_PLACE: Final = "city"
COMPANY_SORTS: Final = (
    CompanySort("source", message("Newest source"), _newest_source, falling=True),
    CompanySort("name", message("Name"), _name),
    CompanySort(_BY_PLACE, message("City"), _city),
    CompanySort("founded", message("Founded"), _founding),
    CompanySort("figure", message("Key figure"), _key_figure, falling=True),
    CompanySort("figures", message("Most figures"), _figure_count, falling=True),
)
_OF_COLUMNS: Final = (
    CompanySort("makes", message("Makes"), _makes),
    CompanySort("pillar", message("Pillar"), _pillar),
    CompanySort("plan", message("Plan"), _plan, falling=True),
)
"""Orders that only the table offers, with a click on a heading."""


def sort_by(indicator: str) -> str:
    """Return the id of the order by an indicator."""
    return f"{_BY_INDICATOR}{indicator}"


def sorting_indicator(dataset: Dataset, sort: str) -> str | None:
    """Return the indicator by which an order is, None where it is by none or by one that the dataset does not have."""
    for each in sort.split(_AND):
        found = each.removeprefix(_TURNED)
        indicator = found.removeprefix(_BY_INDICATOR)
        if indicator != found and indicator in dataset.indicator_by_id:
            return indicator
    return None


def sort_name(dataset: Dataset, sort: str, words: Words) -> str:
    """Return what an order is called by its first key; an unknown one is that by name."""
    first = sort.split(_AND, maxsplit=1)[0].removeprefix(_TURNED)
    indicator = sorting_indicator(dataset, first)
    if indicator is not None:
        return dataset.indicator_by_id[indicator].name.text(words.language)
    found = _sort(first)
    return place_heading(dataset, words) if found.id == _BY_PLACE else words.say(found.label)


def _sort(sort: str) -> CompanySort:
    return next((each for each in (*COMPANY_SORTS, *_OF_COLUMNS) if each.id == sort), _BY_NAME)


_BY_NAME: Final = next(each for each in COMPANY_SORTS if each.id == "name")


def sort_direction(sort: str, key: str) -> bool | None:
    """Return whether an order has a key with its largest or newest first, None where it has that key not at all."""
    for each in sort.split(_AND):
        if each.removeprefix(_TURNED) == key:
            falling = key.startswith(_BY_INDICATOR) or _sort(key).falling
            return falling != each.startswith(_TURNED)
    return None


def sorted_by(sort: str, key: str, *, further: bool = False) -> str:
    """Return the order after a click on what is sorted by a key; the same again turns it.

    With `further` the key goes behind those that are there.
    """
    keys = sort.split(_AND) if sort else []
    found = next((place for place, each in enumerate(keys) if each.removeprefix(_TURNED) == key), None)
    if found is not None and (further or found == 0):
        keys[found] = key if keys[found].startswith(_TURNED) else f"{_TURNED}{key}"
        return _AND.join(keys if further else keys[:1])
    return _AND.join((*keys, key)) if further else key


class CompanyOrders:
    """The ranks of the companies of a dataset in every order that was asked for, and the words they are found by.

    Both are looked up once: another choice, or an order that is turned, asks for them again.
    """

    def __init__(self, index: FacetIndex, words: Words, places: Ranks) -> None:
        """Take what companies are chosen by; `places` are those of all names."""
        self.index = index
        self._language, self._places = words.language, places
        self._ranks: dict[str, dict[str, Rank | None]] = {}
        self._haystacks: dict[str, str] = {}

    def sorted(self, companies: Iterable[Company], sort: str) -> tuple[Company, ...]:
        """Return companies in an order, those that are equal in it by name.

        By an indicator the largest newest figure that is done comes first. What has no rank comes last, also turned.
        """
        found = list(companies)
        for each in reversed((*sort.split(_AND), _BY_NAME.id)):
            ranks = self._ranked(each.removeprefix(_TURNED), found)
            known = [(rank, company) for company in found if (rank := ranks[company.id]) is not None]
            # Equal ones keep their order also where the rest is turned.
            known.sort(key=lambda pair: pair[0], reverse=each.startswith(_TURNED))
            found = [company for _, company in known] + [each for each in found if ranks[each.id] is None]
        return tuple(found)

    def haystack(self, company: Company) -> str:
        """Return everything that a company is found by, in every language, in small letters."""
        if company.id not in self._haystacks:
            self._haystacks[company.id] = _haystack(self.index.dataset, company)
        return self._haystacks[company.id]

    def _ranked(self, key: str, companies: Iterable[Company]) -> Mapping[str, Rank | None]:
        ranks = self._ranks.setdefault(key, {})
        rank = self._ranking(key)
        for company in companies:
            if company.id not in ranks:
                ranks[company.id] = rank(company)
        return ranks

    def _ranking(self, key: str) -> Callable[[Company], Rank | None]:
        indicator = sorting_indicator(self.index.dataset, key)
        if indicator is None:
            sort = _sort(key)
            return lambda company: sort.rank(self.index, company, self._language, self._places)
        newest = self.index.newest(indicator)

        def rank(company: Company) -> Rank | None:
            figure = newest.get(company.id)
            return None if figure is None else (-figure.value,)

        return rank


# -- narrowing --------------------------------------------------------------------------------------------------


def _haystack(dataset: Dataset, company: Company) -> str:
    where = [dataset.subjects[found].name.all_texts() for found in (company.place, company.zone) if found]
    made = [product.all_texts() for product in (*company.products, *company.uses)]
    texts = (*company.name.all_texts(), *company.aliases, *chain.from_iterable((*where, *made)))
    return "\n".join(texts).casefold()


def _with_words(haystacks: Sequence[str], text: str, kept: Sequence[int]) -> Sequence[int]:
    """Return which of the haystacks that are kept hold every word of a text in small letters."""
    for needle in sorted(text.split(), key=len, reverse=True):
        kept = [number for number in kept if needle in haystacks[number]]
    return kept


class ListedCompanies:
    """The companies of a choice in their order, and which of them words and facets keep.

    `matching` are the places of those that the words keep, whatever the facets say: another object after each
    filtering. `kept` are the places of those that both keep. A list of 100,000 is not copied for each letter.
    """

    def __init__(self, orders: CompanyOrders, companies: Iterable[Company], sort: str) -> None:
        self._orders, self.index = orders, orders.index
        self._sorted = orders.sorted(companies, sort)
        self._haystacks = [orders.haystack(company) for company in self._sorted]
        self._filtered: str | None = None
        self._looked_up: Sequence[int] = ()
        self._facets = NO_FACETS
        self._chosen: list[bool] | None = None
        self.matching: Sequence[int] = range(len(self._sorted))
        self.kept: Sequence[int] = self.matching

    @property
    def total(self) -> int:
        """The number of companies before filtering by words."""
        return len(self._sorted) if self._chosen is None else sum(self._chosen)

    @property
    def all_of_them(self) -> int:
        """The number of companies before any filtering."""
        return len(self._sorted)

    @cached_property
    def whole_set(self) -> int:
        """All companies of the choice as a set of the index."""
        return self.index.set_of(self._numbers)

    @property
    def matching_set(self) -> int:
        """What the words of the filter keep, whatever the facets say, as a set of the index."""
        numbers = self._numbers
        return self.index.set_of([numbers[place] for place in self.matching])

    def shown_indicators(self) -> tuple[str, ...]:
        """Return the indicators of which companies that are kept have figures."""
        shown = self.index.set_of([self._numbers[place] for place in self.kept])
        return tuple(each for each, having in self.index.values(Facet.INDICATOR).items() if having & shown)

    def matches_elsewhere(self, text: str) -> int:
        """Return how many companies of the whole dataset the filter would keep."""
        companies = self.index.dataset.companies
        if len(self._sorted) == len(companies):
            return 0
        everywhere = [self._orders.haystack(company) for company in companies]
        return len(_with_words(everywhere, text.casefold(), range(len(companies))))

    def narrow(self, text: str, facets: Facets = NO_FACETS) -> None:
        """Keep the companies that facets keep and of which every word of the text is in what they are found by.

        That is a name, an alias, the place or a product.
        """
        wanted = text.casefold()
        # What did not fit a letter ago does not fit now.
        is_longer = self._filtered is not None and wanted.startswith(self._filtered)
        if wanted != self._filtered:
            among = self.matching if is_longer else range(len(self._sorted))
            self._filtered, self.matching = wanted, _with_words(self._haystacks, wanted, among)
        if facets != self._facets:
            self._facets, self._chosen = facets, self._chosen_by(facets)
        chosen = self._chosen
        self.kept = self.matching if chosen is None else [number for number in self.matching if chosen[number]]

    def _chosen_by(self, facets: Facets) -> list[bool] | None:
        """Return of each company whether facets keep it, None where they keep all."""
        if not facets:
            return None
        flags = self.index.flags(self.index.matching(facets))
        return [flags[number] == "1" for number in self._numbers]

    @property
    def _numbers(self) -> Sequence[int]:
        """The numbers of all companies in the index; looked up once, since that is slow where they are many."""
        if len(self._looked_up) != len(self._sorted):
            self._looked_up = self.index.numbers_of(self._sorted)
        return self._looked_up

    def company(self, row: int) -> Company:
        """Return the company that stands in a row."""
        return self._sorted[self.kept[row]]

    def row_of(self, ref: Ref) -> int | None:
        """Return in which row a company stands, None where it is not kept."""
        if ref.kind is not SubjectKind.COMPANY:
            return None
        return next((row for row, place in enumerate(self.kept) if self._sorted[place].id == ref.id), None)


# -- rows -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CompaniesBlock:
    """The place on a page where the companies of a choice stand as a table."""

    listing: Ref


class Column(StrEnum):
    """The columns of the table; but for those that sort by nothing the values are those of orders."""

    NAME = "name"
    MAKES = "makes"
    CITY = "city"
    PILLAR = "pillar"
    FIGURE = "figure"
    PLAN = "plan"
    SOURCE = "source"


_HEADINGS: Final = {
    Column.NAME: message("Company"),
    Column.MAKES: message("Makes"),
    Column.PILLAR: message("Pillar"),
    Column.FIGURE: message("Key figure"),
    Column.PLAN: message("Plan, beside the newest figure"),
    Column.SOURCE: message("Newest source"),
}
NOTHING: Final = "—"
"""What stands in a cell that has nothing to say."""


def columns_of(dataset: Dataset, listing: Ref) -> tuple[Column, ...]:
    """Return the columns for the companies of a choice: in one city the pillar says more than the city."""
    in_place = listing.kind is SubjectKind.PLACE and listing != dataset.region_ref
    where = Column.PILLAR if in_place else Column.CITY
    return (Column.NAME, Column.MAKES, where, Column.FIGURE, Column.PLAN, Column.SOURCE)


class CompanyRows:
    """Puts companies into the words of the table, each when it is asked for."""

    def __init__(self, index: FacetIndex, columns: Sequence[Column], sort: str, words: Words) -> None:
        """Take the columns; an order by an indicator shows that one as the figure of all."""
        self._index, self._dataset, self._words, self._columns = index, index.dataset, words, columns
        self._by = sorting_indicator(index.dataset, sort)

    def headings(self, *, short: bool = False) -> tuple[str, ...]:
        """Return what stands above the columns; with `short` what stands before their words in a line."""
        words = self._words
        named = {column: words.say(heading) for column, heading in _HEADINGS.items()}
        named[Column.CITY] = place_heading(self._dataset, words)
        if short:
            named[Column.PLAN] = words.text("Plan")
        if self._by is not None:
            named[Column.FIGURE] = self._dataset.indicator_by_id[self._by].name.text(words.language)
        return tuple(named[column] for column in self._columns)

    def row(self, company: Company) -> Row:
        """Return the cells of a company."""
        key = self._key(company)
        figure = None if key is None else key.figure
        cells = {
            Column.NAME: self._name,
            Column.MAKES: self._makes,
            Column.CITY: self._city,
            Column.PILLAR: self._pillar,
            Column.FIGURE: lambda _: self._figure_cell(key),
            Column.PLAN: lambda each: self._plan_cell(each, figure),
            Column.SOURCE: self._source,
        }
        return tuple(cells[column](company) for column in self._columns)

    def _name(self, company: Company) -> Cell:
        name = with_parent(self._dataset, company, company.name.text(self._words.language), self._words)
        return Cell(name, name, strong=True, ref=ref_of(company))

    def _makes(self, company: Company) -> Cell:
        made = self._words.enumeration([product.text(self._words.language) for product in company.products])
        return Cell(made or NOTHING, made, faint=True)

    def _city(self, company: Company) -> Cell:
        where = company.place or company.zone
        name = listed_name(self._dataset, self._dataset.subjects[where], self._words) if where else NOTHING
        return Cell(name, name, faint=where is None)

    def _pillar(self, company: Company) -> Cell:
        pillars = pillars_of(self._dataset, company)
        names = self._words.enumeration([short_name(each, self._words.language) for each in pillars])
        return Cell(names or NOTHING, names, faint=True)

    def _key(self, company: Company) -> KeyFigure | None:
        """Return the figure of a company that is shown: its key figure, or that of the indicator that all show."""
        if self._by is None:
            return key_figure(self._dataset, company)
        by = self._dataset.indicator_by_id[self._by]
        figure = self._index.newest(by.id).get(company.id) or newest_comparable(self._dataset, company.id, by)
        return None if figure is None else KeyFigure(figure)

    def _figure_cell(self, key: KeyFigure | None) -> Cell:
        words, dataset = self._words, self._dataset
        if key is None:
            return Cell(words.text("no figure"), faint=True, parts=figure_parts(self._dataset, None, words))
        figure = key.figure
        name = figure_name(dataset, figure, words)
        if figure.status is not Status.ACTUAL:
            name = words.details([name, status_text(figure.status, words)])
        return Cell(
            value_text(dataset, figure, words),
            figure.value,
            tip=figure_tip(dataset, figure, words),
            strong=True,
            after=words.period(figure.period.label),
            remark=age_text(key.years_older, words),
            mark=figure.status,
            beneath=name,
            figure=figure,
            parts=figure_parts(dataset, figure, words),
        )

    def _plan_cell(self, company: Company, figure: Observation | None) -> Cell:
        dataset, words = self._dataset, self._words
        plan = plan_beside(dataset, company.id, None if figure is None else figure.indicator)
        planned = words.text("Plan")
        if plan is None:
            return Cell(NOTHING, faint=True, parts=figure_parts(dataset, None, words, planned))
        target = plan.target
        name = figure_name(dataset, target, words)
        period = words.period(target.period.label)
        announced = plan.state is PlanState.ANNOUNCED
        return Cell(
            value_text(dataset, target, words),
            target.value,
            tip=figure_tip(dataset, target, words),
            after="" if announced else period,
            lead=target.status,
            beneath=words.text("{name}, announced {period}", name=name, period=period) if announced else name,
            bar=plan_bar(dataset, plan),
            figure=target,
            parts=figure_parts(dataset, target, words, planned),
        )

    def _source(self, company: Company) -> Cell:
        dataset, words = self._dataset, self._words
        source = newest_source_of(dataset, company)
        published = None if source is None else dataset.published(source)
        if source is None or published is None or published.period is None:
            return Cell(NOTHING, number=True, faint=True)
        return Cell(
            str(published.period.year),
            published.last.toordinal(),
            tip=citation(dataset, source, words),
            number=True,
            faint=True,
            beneath=words.text("inferred") if published.is_inferred else "",
        )


def age_text(years: int, words: Words) -> str:
    """Return `2 years older`, nothing where there is no difference."""
    return words.plural("{n} year older", "{n} years older", years) if years else ""


def folded(row: Row, kept: Sequence[int], headings: Sequence[str], words: Words) -> Row:
    """Return a row of the columns that are kept; what the others say stands in lines below its first cell.

    What has no heading to be told by shares the first of these lines.
    """
    lines: list[str] = []
    together: list[str] = []
    for number, cell in enumerate(row):
        if number in kept or cell.text == NOTHING or (cell.faint and not cell.text):
            continue
        if cell.beneath or cell.number or cell.figure:
            said = " ".join(part for part in (cell.text, cell.after) if part)
            said = words.details([part for part in (said, cell.beneath) if part])
            lines.append(words.text("{name}: {text}", name=headings[number], text=said))
        else:
            together.append(cell.text)
    lines = [" · ".join(together), *lines] if together else lines
    return (replace(row[kept[0]], folded=tuple(lines)), *(row[number] for number in kept[1:]))
