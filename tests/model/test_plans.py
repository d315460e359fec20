"""Which targets and forecasts are shown, and on which day plans are judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.plans import hopes_of, judged_on, shown_hope
from heartland_gui.model.queries import headline_figures
from tests.charts.small_region import region, said, seen

TARGET, FORECAST = Status.TARGET, Status.FORECAST


def known(*figures: Observation, edition: str = "2026-11") -> Dataset:
    dataset = region(*figures)
    return replace(dataset, manifest=replace(dataset.manifest, edition=edition))


@pytest.mark.parametrize(
    ("edition", "day"),
    [
        ("2026-11", date(2026, 11, 1)),
        ("2026-11-20", date(2026, 11, 1)),
        ("2026", date(2026, 1, 1)),
        ("first", date(2021, 9, 30)),
        ("", date(2021, 9, 30)),
    ],
)
def test_plans_are_judged_on_a_day_of_the_dataset(edition: str, day: date) -> None:
    dataset = known(edition=edition)
    assert judged_on(dataset) == day
    assert judged_on(replace(dataset, manifest=replace(dataset.manifest, as_of=date(2020, 6, 1)))) == date(2020, 6, 1)


def test_the_strip_and_the_plans_show_the_same_of_several() -> None:
    hoped = [seen(10, "2025", TARGET), seen(20, "2027", FORECAST), seen(30, "2028", TARGET), seen(40, "2030", TARGET)]
    dataset = known(seen(5, "2024"), *hoped)
    (shown,) = hopes_of(dataset, "maker")
    assert shown.target.value == 30
    assert [item.value for item in shown.others] == [40, 20, 10]
    assert shown_hope(dataset, "maker", "output") is shown.target
    assert [each.figure.value for each in headline_figures(dataset, "maker")] == [5, 30]


def test_of_the_whole_and_a_part_that_of_the_whole_is_shown() -> None:
    part = seen(1, "2027", TARGET, scope=said("part"))
    whole = shown_hope(known(part, seen(2, "2030", TARGET)), "maker", "output")
    assert whole is not None
    assert whole.value == 2
    assert shown_hope(known(part), "maker", "output") is not None
    assert shown_hope(known(part), "maker", "revenue") is None
