"""The tiles of the pillars."""

from __future__ import annotations

from dataclasses import replace

from heartland_gui.charts.plans import PlanState
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.pages.figures import Tile
from heartland_gui.pages.tiles import tile_block, tile_of
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import pillar, region, said, seen

WORDS = Words()


def made(value: float, period: str, status: Status = Status.ACTUAL, indicator: str = "output") -> Observation:
    return seen(value, period, status, subject="vehicles", indicator=indicator)


def tile(*figures: Observation) -> Tile:
    dataset = region(*figures)
    return tile_of(dataset, dataset.pillars[0], WORDS)


def test_a_tile_has_a_done_figure_a_plan_and_the_number_of_companies() -> None:
    found = tile(made(5, "2020"), made(9, "2030", Status.TARGET))
    assert (found.ref, found.title, found.companies, found.colour) == (pillar("vehicles"), "Vehicles", 5, 0)
    assert found.cell is not None
    assert [each.text for each in found.cell.amounts] == ["5"]
    assert found.plan is not None
    assert (found.plan.text, found.plan.status) == ("target for 2030: 9\u00a0vehicles", Status.TARGET)
    assert found.plan.state is PlanState.NOT_YET_MEASURED
    assert found.spoken.startswith("Vehicles; Vehicles produced, 5\u00a0vehicles, 2020, actual; target for 2030")
    assert found.spoken.endswith("; 5 companies")


def test_a_plan_of_another_indicator_says_what_it_is_of_and_has_no_bar() -> None:
    found = tile(made(5, "2020"), made(9e9, "2030", Status.TARGET, "revenue"))
    assert found.plan is not None
    assert found.plan.text == "plan: revenue 9\u00a0bn\u00a0yuan in 2030"
    assert found.plan.bar is None


def test_a_plan_of_a_part_says_of_which_and_has_no_bar() -> None:
    found = tile(made(5, "2020"), made(9, "2030", Status.TARGET)._replace(scope=said("electric cars")))
    assert found.plan is not None
    assert found.plan.text.startswith("plan: vehicles produced (electric cars) 9\u00a0vehicles in 2030")
    assert found.plan.bar is None


def test_without_figures_or_plans_a_tile_has_none() -> None:
    found = tile()
    assert (found.cell, found.plan) == (None, None)
    only_hoped = tile(made(9, "2030", Status.FORECAST))
    assert only_hoped.cell is None


def test_tiles_stand_in_the_order_of_the_dataset_below_their_number() -> None:
    dataset = region()
    block = tile_block(dataset, WORDS)
    assert (block.title, [each.title for each in block.tiles]) == (
        "3 pillars",
        ["Vehicles", "Modern chemicals", "A pillar without data"],
    )
    assert tile_block(shipped_dataset(), WORDS).title == "The eight pillars"


def test_a_small_line_stands_on_a_tile_from_four_points_on() -> None:
    years: Dataset = region(*(made(value, f"{2015 + value}") for value in range(1, 5)))
    with_line = tile_of(years, years.pillars[0], WORDS)
    assert with_line.cell is not None
    assert with_line.cell.spark is not None
    shorter = replace(years, series=tuple(each._replace(observations=each.observations[:3]) for each in years.series))
    without = tile_of(shorter, shorter.pillars[0], WORDS)
    assert without.cell is not None
    assert without.cell.spark is None
