"""Sources that differ on one number: a bracket between them, and how far they are apart."""

from __future__ import annotations

from typing import Any

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.disagreements import dispute_notes, disputes
from heartland_gui.charts.spec import Chart, Dot, Question, Reference, Spread, Symbol, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import PERCENT
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import MAKER, model_case, region, said, seen
from tests.units import unit

AXIS = ValueAxis(0, 100, Magnitude(1.0, "vehicles"), unit=unit("vehicles"))


def over_time(dataset: Dataset, indicator: str = "output") -> Chart:
    return chart(dataset, Question("over-time", MAKER, indicator), Words())


def spreads(answer: Chart) -> list[Spread]:
    return [mark for panel in answer.panels for mark in panel.marks if isinstance(mark, Spread)]


def pair(first: float, second: float, period: str = "2019", **known: Any) -> tuple[Observation, Observation]:
    return seen(first, period, **known), seen(second, period, source="paper", **known)


# -- what is a dispute ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        seen(50, "2019", source="paper"),
        seen(60, "2018", source="paper"),
        seen(60, "2019", Status.TARGET, source="paper"),
        seen(60, "2019", source="paper", scope=said("part")),
    ],
    ids=["same value", "other period", "other status", "other scope"],
)
def test_only_two_values_of_one_number_are_a_dispute(other: Observation) -> None:
    assert disputes((seen(50, "2019"), other)) == ()


def test_all_who_speak_of_a_disputed_number_are_in_the_dispute() -> None:
    third = seen(50, "2019", source="report")
    assert disputes((*pair(50, 60), third, seen(1, "2018"))) == ((*pair(50, 60), third),)


# -- in words ---------------------------------------------------------------------------------------------------


def test_a_note_names_both_sources_and_says_how_far_they_are_apart() -> None:
    assert dispute_notes(region(), disputes(pair(50, 60)), AXIS, Words()) == (
        "2019: 50 by Bureau of Statistics, 60 by Morning Paper; apart by 10\u00a0vehicles (20.0\u00a0%).",
    )


def test_a_note_says_what_else_the_number_is() -> None:
    (note,) = dispute_notes(
        region(), disputes(pair(50, 60, status=Status.CAPACITY, scope=said("north works"))), AXIS, Words(), named=True
    )
    assert note.startswith("Maker Works, 2019, capacity, north works: 50 by")


def test_shares_are_apart_by_points_and_without_a_share_of_a_share() -> None:
    axis = ValueAxis(0, 100, Magnitude(1.0, "%"), unit=PERCENT)
    (note,) = dispute_notes(region(), disputes(pair(49.7, 50, indicator="back-at-work")), axis, Words())
    assert note.endswith("; apart by 0.3 percentage points.")


def test_there_is_no_share_of_nothing() -> None:
    (note,) = dispute_notes(region(), disputes(pair(0, 60)), AXIS, Words())
    assert note.endswith("; apart by 60\u00a0vehicles.")


def test_the_three_widest_disputes_are_told_in_order_of_time_and_the_rest_is_counted() -> None:
    found = disputes([item for year in range(5) for item in pair(100, 101 + (3 * year) % 5, f"201{year}")])
    notes = dispute_notes(region(), found, AXIS, Words())
    assert [note[:4] for note in notes[:-1]] == ["2011", "2013", "2014"]
    assert notes[-1] == "Sources differ on 2 more numbers."


# -- over time --------------------------------------------------------------------------------------------------


def test_a_bracket_stands_between_sources_that_differ() -> None:
    answer = over_time(region(seen(40, "2018"), *pair(50, 60)))
    (bracket,) = spreads(answer)
    assert (bracket.along, bracket.low, bracket.high, bracket.lying) == (2019.5, 50, 60, False)
    assert bracket.datum.read_out == (
        "Sources differ, 2019:\n50\u00a0vehicles by Bureau of Statistics, Sep 2021\n"
        "60\u00a0vehicles by Morning Paper, 26 Apr 2020"
    )
    assert bracket.datum.source == "paper"
    assert answer.key[-1].symbol is Symbol.SPREAD
    assert answer.key[-1].label == "sources differ"
    assert answer.notes[0].startswith("2019: 50 by Bureau of Statistics, 60 by Morning Paper; apart by")


def test_without_a_dispute_nothing_is_said_of_one() -> None:
    answer = over_time(region(seen(40, "2018"), seen(50, "2019"), seen(50, "2019", source="paper")))
    assert not spreads(answer)
    assert all(entry.symbol is not Symbol.SPREAD for entry in answer.key)
    assert not any("apart" in note for note in answer.notes)


def test_designs_that_differ_have_their_bracket_at_the_right_end() -> None:
    answer = over_time(model_case())
    (bracket,) = spreads(answer)
    assert len([mark for mark in answer.panels[0].marks if isinstance(mark, Reference)]) == 2
    assert (bracket.along, bracket.low, bracket.high) == (answer.x.bounds[1], 10_000, 100_000)
    assert answer.notes[0] == (
        "2020, capacity: 100,000 by Morning Paper, 10,000 by Company report; "
        "apart by 90,000\u00a0vehicles (900\u00a0%)."
    )


def test_a_bracket_stands_in_the_panel_of_its_numbers() -> None:
    answer = over_time(region(seen(40, "2018"), *pair(10, 12, "2019-S1")))
    assert not [mark for mark in answer.panels[0].marks if isinstance(mark, Spread)]
    assert [mark.along for mark in spreads(answer)] == [pytest.approx(2019.25, abs=0.01)]


def test_what_sources_say_against_each_other_is_equally_exact() -> None:
    answer = chart(
        region(
            seen(1.5958e12, "2018", indicator="revenue"),
            seen(1.682e12, "2018", source="paper", indicator="revenue"),
            seen(2e12, "2019", indicator="revenue"),
        ),
        Question("over-time", MAKER, "revenue"),
        Words(),
    )
    told = [mark.label.strong for mark in answer.panels[0].marks if isinstance(mark, Dot) and mark.label]
    assert told == ["1.60", "1.68", "2"]
