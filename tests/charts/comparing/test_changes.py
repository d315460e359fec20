"""From one year to another: who has both, and what may be computed from the two."""

from __future__ import annotations

import pytest

from heartland_gui.charts.comparing.changes import (
    change_between,
    change_in_points,
    change_label,
    growth,
    shared_years,
    signed,
    whole_years,
)
from heartland_gui.charts.spec import Label, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import region, said, seen

YEARS = ("2018", "2019")


def moved(*figures: Observation, breaks: tuple[str, ...] = (), indicator: str = "output") -> Label:
    dataset = region(*figures, breaks=breaks)
    found = change_between(dataset, "maker", indicator, YEARS)
    assert found is not None
    unit = dataset.unit_of(indicator)
    return change_label(found, ValueAxis(0, 100, Magnitude(1.0, "vehicles"), unit=unit), Words())


def shared(dataset: Dataset, *ids: str, of: str | None = None, by_source: bool = False) -> tuple[str, str] | None:
    return shared_years(dataset, [dataset.subjects[each] for each in ids], "output", of, by_source=by_source)


def test_only_actual_figures_of_the_whole_for_whole_years_count() -> None:
    whole = seen(1, "2018")
    others = (
        seen(2, "2019", Status.ESTIMATE),
        seen(3, "2020", scope=said("town")),
        seen(4, "2021-S1"),
        seen(5, "2022", indicator="staff"),
    )
    assert whole_years(region(whole, *others), "maker", "output") == (whole,)


def test_the_years_of_most_members_are_taken_then_the_farthest_apart_then_the_newest() -> None:
    figures = [seen(1, year) for year in ("2010", "2018", "2019", "2020")]
    figures += [seen(1, year, subject="rival") for year in ("2018", "2019", "2020")]
    assert shared(region(*figures), "maker", "rival") == ("2018", "2020")
    assert shared(region(*figures), "maker") == ("2010", "2020")
    assert shared(region(*figures, seen(1, "2009")), "maker", of="rival") is None
    assert shared(region(*figures[:1]), "maker") is None
    ties = [seen(1, year) for year in ("2016", "2017", "2018")]
    ties += [seen(1, year, subject="rival") for year in ("2016", "2017")]
    ties += [seen(1, year, subject="third") for year in ("2017", "2018")]
    assert shared(region(*ties), "maker", "rival", "third") == ("2017", "2018")


def test_a_member_that_is_asked_about_must_have_both_years() -> None:
    figures = [seen(1, year, subject=each) for each in ("rival", "third") for year in ("2018", "2019")]
    figures += [seen(1, "2019"), seen(1, "2020")]
    assert shared(region(*figures), "maker", "rival", "third", of="maker") == ("2019", "2020")


def test_years_that_one_source_gives_go_first_where_that_is_asked() -> None:
    figures = [
        seen(1, year, subject=each, source=source)
        for each in ("maker", "rival")
        for year, source in (("2015", "paper"), ("2018", "yearbook"), ("2019", "yearbook"))
    ]
    assert shared(region(*figures), "maker", "rival") == ("2015", "2019")
    assert shared(region(*figures), "maker", "rival", by_source=True) == ("2018", "2019")


def test_two_of_one_source_in_one_definition_go_first() -> None:
    figures = (seen(1, "2018", source="paper"), seen(2, "2018"), seen(3, "2019"))
    found = change_between(region(*figures), "maker", "output", YEARS)
    assert found is not None
    assert (found.before.value, found.after.value, found.is_comparable) == (2, 3, True)
    assert change_between(region(*figures[:2]), "maker", "output", YEARS) is None


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        (50, 60, Label("+20.0\u00a0%")),
        (50, 40, Label("\u221220.0\u00a0%")),
        (50, 50, Label("0\u00a0%")),
        (0, 40, Label("+40", "no percentage from zero or less")),
        (-5, -8, Label("\u22123", "no percentage from zero or less")),
    ],
)
def test_a_change_is_in_percent_where_there_is_something_to_start_from(
    before: float, after: float, label: Label
) -> None:
    assert moved(seen(before, "2018"), seen(after, "2019")) == label


def test_a_change_of_percentages_is_in_points() -> None:
    figures = (seen(49.7, "2018", indicator="back-at-work"), seen(50, "2019", indicator="back-at-work"))
    assert moved(*figures, indicator="back-at-work") == Label("+0.3")
    found = change_between(region(*figures), "maker", "back-at-work", YEARS)
    assert found is not None
    assert change_in_points(found) == 0.3


def test_why_there_is_no_change() -> None:
    assert moved(seen(1, "2018"), seen(2, "2019", source="paper")) == Label("", "different sources")
    assert moved(seen(1, "2018"), seen(2, "2019"), breaks=("2019",)) == Label("", "definition changed")
    found = change_between(region(seen(1, "2018"), seen(2, "2019", source="paper")), "maker", "output", YEARS)
    assert found is not None
    assert growth(found) is None
    assert change_in_points(found) is None


@pytest.mark.parametrize("rough", [0, 1])
def test_a_change_of_a_rough_number_is_rough(rough: int) -> None:
    figures = [seen(50, "2018"), seen(60, "2019")]
    figures[rough] = figures[rough]._replace(qualifier=Qualifier.ABOUT)
    assert moved(*figures).strong == "≈\u00a0+20.0\u00a0%"


def test_a_sign_stands_before_what_moved() -> None:
    assert [signed(value, "3") for value in (3, -3, 0)] == ["+3", "\u22123", "3"]
