"""The orders of the company list: by what every company has, or by any indicator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company
from heartland_gui.model.facet_index import FacetIndex
from heartland_gui.model.queries import short_name
from heartland_gui.text import Message, Words, message
from heartland_gui.ui.collation import NameKey, name_key

_LAST: Final = "\uffff"
"""Stands after every name: what is unknown comes last."""
_BY_INDICATOR: Final = "indicator:"


@dataclass(frozen=True, slots=True)
class CompanySort:
    """An order of the company list: its id in the selection, its name, and the key of a company."""

    id: str
    label: Message
    key: Callable[[Dataset, Company, Words], tuple[object, ...]]


def _name(company: Company, words: Words) -> NameKey:
    return name_key(company.name.text(words.language), words.language)


def _city(dataset: Dataset, company: Company, words: Words) -> tuple[object, ...]:
    city = short_name(dataset.subjects[company.place], words.language) if company.place else ""
    return not city, name_key(city, words.language), _name(company, words)


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


def sorted_companies(index: FacetIndex, companies: Sequence[Company], sort: str, words: Words) -> tuple[Company, ...]:
    """Return companies in an order; by an indicator the largest newest figure that is done first, the others last."""
    dataset = index.dataset
    indicator = sorting_indicator(dataset, sort)
    if indicator is None:
        key = _sort(sort).key
        return tuple(sorted(companies, key=lambda company: key(dataset, company, words)))
    newest = index.newest(indicator)

    def rank(company: Company) -> tuple[bool, float, NameKey]:
        figure = newest.get(company.id)
        return figure is None, -figure.value if figure else 0.0, _name(company, words)

    return tuple(sorted(companies, key=rank))
