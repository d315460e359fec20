"""The one figure that stands for a company in a table: what it makes, not what comes first in the alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Company, Indicator, IndicatorKind, UnitScale
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.queries import latest, observations_of

_OLDEST: Final = 8
"""A figure that is more years older than the company's newest says nothing of what it is today."""
KEY_STATUSES: Final = (*DONE, Status.CAPACITY)
"""What is done, actual or estimated, goes before what is designed; what is hoped for is no key figure."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The key figure of a company, and by how many years it is older than the newest of what the company has done."""

    figure: Observation
    years_older: int = 0


def key_figure(dataset: Dataset, company: Company) -> KeyFigure | None:
    """Return the key figure of a company, None where nothing is done, guessed or designed.

    It is that of the first headline indicator whose figure is at most eight years older than the company's newest.
    Where no headline indicator has one, the others are asked: first those whose name has a word of the company's
    products in it, then what is made, then money, then levels, then relations, and last what is neither better nor
    worse, such as a number of employees. Where all are older, the first of them has to do.
    """
    figures = observations_of(dataset, company.id)
    newest = max((item.period.last for item in figures if item.status in DONE), default=date.min)
    candidates = [
        found
        for indicator in _in_order(dataset, company)
        for found in _newest_of(observations_of(dataset, company.id, indicator.id), indicator)
    ]
    if not candidates:
        return None
    fresh = (item for item in candidates if newest.year - item.period.year <= _OLDEST)
    chosen = next(fresh, candidates[0])
    return KeyFigure(chosen, _years_older(chosen.period.last, newest))


def _years_older(day: date, newest: date) -> int:
    """Return how many whole years lie between two days, at least one where they are of different years."""
    years = newest.year - day.year
    return max(0, min(years, 1), years - ((newest.month, newest.day) < (day.month, day.day)))


def _newest_of(figures: Iterable[Observation], indicator: Indicator) -> list[Observation]:
    """Return the newest figure of what is done, as a strip leads with it, and that of what is designed."""
    items = tuple(figures)
    years = indicator.kind is IndicatorKind.FLOW
    found = (latest(items, statuses, whole_years=years) for statuses in (DONE, {Status.CAPACITY}))
    return [item for item in found if item is not None]


def _in_order(dataset: Dataset, company: Company) -> list[Indicator]:
    """Return the indicators of which a company has figures: its headline first, then what tells most of its trade."""
    present = dataset.indicators_by_subject.get(company.id, ())
    first = [name for name in company.headline if name in present]
    made = [_stems(form) for product in company.products for form in product.all_texts()]

    def rank(name: str) -> tuple[int, int]:
        indicator = dataset.indicator_by_id[name]
        named = {stem for form in indicator.name.all_texts() for stem in _stems(form)}
        shared = max((len(stems & named) for stems in made), default=0)
        return -shared, _how_telling(dataset, indicator)

    rest = sorted((name for name in present if name not in first), key=rank)
    return [dataset.indicator_by_id[name] for name in (*first, *rest)]


_SHORTEST_STEM: Final = 4


def _stems(text: str) -> frozenset[str]:
    """Return the words of a text that tell something, without the ending of a plural; a text without blanks is one."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(word.removesuffix("s") for word in words if len(word) >= _SHORTEST_STEM or not word.isascii())


def _how_telling(dataset: Dataset, indicator: Indicator) -> int:
    """Return how near an indicator is to what a company makes, 0 the nearest."""
    if indicator.plan_size:
        return 5
    if indicator.better is Better.NEITHER and indicator.kind is not IndicatorKind.FLOW:
        return 4
    is_money = dataset.unit_of(indicator.id).scale is UnitScale.MONEY
    if indicator.kind is IndicatorKind.FLOW:
        return 1 if is_money else 0
    return 2 if indicator.kind is IndicatorKind.STOCK else 3
