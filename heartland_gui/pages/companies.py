"""The companies of a choice: in which order, narrowed by what, and what a table says of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, Facet, FacetIndex, Facets
from heartland_gui.model.queries import newest_source, short_name
from heartland_gui.text import Message, Words, message

# -- orders -----------------------------------------------------------------------------------------------------

_BY_INDICATOR: Final = "indicator:"
_TURNED: Final = "-"
_AND: Final = ","

Ranks = Mapping[str, int]
"""The places of names in the order of a language, by the name."""
Rank = tuple[float | int, ...]


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
    source = newest_source(index.dataset, company)
    return None if source is None else (-index.dataset.published(source).last.toordinal(),)


COMPANY_SORTS: Final = (
    CompanySort("source", message("Newest source"), _newest_source, falling=True),
    CompanySort("name", message("Name"), _name),
    CompanySort("city", message("City"), _city),
    CompanySort("founded", message("Founded"), _founding),
    CompanySort("figures", message("Most figures"), _figure_count, falling=True),
)


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
    return words.say(_sort(first).label)


def _sort(sort: str) -> CompanySort:
    return next((each for each in COMPANY_SORTS if each.id == sort), _BY_NAME)


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


def sorted_companies(
    index: FacetIndex, companies: Sequence[Company], sort: str, words: Words, places: Ranks
) -> tuple[Company, ...]:
    """Return companies in an order, those that are equal in it by name; `places` are those of all names.

    By an indicator the largest newest figure that is done comes first. What has no rank comes last, also turned.
    """
    language = words.language
    found = sorted(companies, key=lambda company: places[company.name.text(language)])
    for key in reversed(sort.split(_AND)):
        rank = _ranking(index, key.removeprefix(_TURNED), language, places)
        ranked = [(rank(company), company) for company in found]
        known = [(each, company) for each, company in ranked if each is not None]
        # Equal ones keep their order also where the rest is turned.
        known.sort(key=lambda pair: pair[0], reverse=key.startswith(_TURNED))
        found = [company for _, company in known] + [company for each, company in ranked if each is None]
    return tuple(found)


def _ranking(index: FacetIndex, key: str, language: str, places: Ranks) -> Callable[[Company], Rank | None]:
    indicator = sorting_indicator(index.dataset, key)
    if indicator is None:
        sort = _sort(key)
        return lambda company: sort.rank(index, company, language, places)
    newest = index.newest(indicator)

    def rank(company: Company) -> Rank | None:
        figure = newest.get(company.id)
        return None if figure is None else (-figure.value,)

    return rank


# -- narrowing --------------------------------------------------------------------------------------------------


def haystack(dataset: Dataset, company: Company) -> str:
    """Return everything that a company is found by, in every language, in small letters."""
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

    def __init__(self, index: FacetIndex, companies: Sequence[Company], sort: str, words: Words, places: Ranks) -> None:
        self.index = index
        self._sorted = sorted_companies(index, companies, sort, words, places)
        self._haystacks = [haystack(index.dataset, company) for company in self._sorted]
        self._everywhere: list[str] | None = None
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
        if self._everywhere is None:
            self._everywhere = [haystack(self.index.dataset, company) for company in companies]
        return len(_with_words(self._everywhere, text.casefold(), range(len(companies))))

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
