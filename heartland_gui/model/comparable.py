"""Which figures of several subjects may stand beside each other."""

from __future__ import annotations

from collections.abc import Collection

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import AMOUNTS, Indicator
from heartland_gui.model.facts import DONE, Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.model.queries import latest, observations_of


def is_comparable(item: Observation, indicator: Indicator) -> bool:
    """Whether a figure covers the whole of its subject and, for flows and growth, a full year."""
    if item.scope is not None:
        return False
    whole_year = item.period.frequency is Frequency.YEAR
    return whole_year or indicator.kind not in AMOUNTS


def comparable_figures(dataset: Dataset, subject: str, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the figures of a subject that can be compared with those of others."""
    return tuple(item for item in observations_of(dataset, subject, indicator.id) if is_comparable(item, indicator))


def newest_comparable(dataset: Dataset, subject: str, indicator: Indicator) -> Observation | None:
    """Return the newest comparable figure of a subject, None where it has none."""
    return newest_known(comparable_figures(dataset, subject, indicator))


def newest_done(dataset: Dataset, subject: str, indicator: Indicator) -> Observation | None:
    """Return the newest comparable figure of what is done, None where a subject only expects, plans or can do it."""
    return latest(comparable_figures(dataset, subject, indicator), DONE)


def newest_known(comparable: Collection[Observation]) -> Observation | None:
    """Return the newest of figures, None where there are none.

    What is done goes first; where nothing is done yet, what is expected, planned or designed, in this order.
    """
    figure = latest(comparable, DONE)
    for status in (Status.FORECAST, Status.TARGET, Status.CAPACITY):
        figure = figure or latest(comparable, {status})
    return figure
