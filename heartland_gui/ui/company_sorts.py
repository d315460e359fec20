"""The orders of the company list: by what every company has, or by any indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company
from heartland_gui.model.facet_index import FacetIndex
from heartland_gui.model.queries import short_name
from heartland_gui.text import Message, Words, message
from heartland_gui.ui.collation import ranks

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
