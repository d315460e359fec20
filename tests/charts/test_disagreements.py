"""Sources that differ on one number: a bracket between them, and how far they are apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.disagreements import (
    apart_text,
    bracket,
    disagreement_notes,
    distance_text,
    others_text,
    signs_text,
    told_apart,
    values_apart,
)
from heartland_gui.charts.spec import Bracket, Chart, Dot, Question, Reference, Symbol, ValueAxis
from heartland_gui.model import disagreements
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import Disagreement, Disagreements, number_of
from heartland_gui.model.entities import PERCENT
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import MAKER, model_case, pillar, region, said, seen
from tests.units import unit

AXIS = ValueAxis(0, 100, Magnitude(1.0, "vehicles"), unit=unit("vehicles"))


def over_time(dataset: Dataset, indicator: str = "output") -> Chart:
    return chart(dataset, Question("over-time", MAKER, indicator), Words())


def brackets(answer: Chart) -> list[Bracket]:
    return [mark for panel in answer.panels for mark in panel.marks if isinstance(mark, Bracket)]


def pair(first: float, second: float, period: str = "2019", **known: Any) -> tuple[Observation, Observation]:
    return seen(first, period, **known), seen(second, period, source="paper", **known)


# -- in words ---------------------------------------------------------------------------------------------------


def test_a_note_names_both_sources_and_says_how_far_they_are_apart() -> None:
    assert disagreement_notes(region(), Disagreements(pair(50, 60)), AXIS, Words()) == (
        "2019: 50 by Bureau of Statistics, 60 by Morning Paper; difference: 10 vehicles (20.0 %).",
    )


def test_a_note_says_what_else_the_number_is() -> None:
    (note,) = disagreement_notes(
        region(),
        Disagreements(pair(50, 60, status=Status.CAPACITY, scope=said("north works"))),
        AXIS,
        Words(),
        named=True,
    )
    assert note.startswith("Maker Works, 2019, capacity, north works: 50 by")


def test_shares_are_apart_by_points_and_without_a_share_of_a_share() -> None:
    axis = ValueAxis(0, 100, Magnitude(1.0, "%"), unit=PERCENT)
    (note,) = disagreement_notes(region(), Disagreements(pair(49.7, 50, indicator="back-at-work")), axis, Words())
    assert note.endswith("; difference: 0.3 percentage points.")


def test_there_is_no_share_of_nothing() -> None:
    (note,) = disagreement_notes(region(), Disagreements(pair(0, 60)), AXIS, Words())
    assert note.endswith("; difference: 60 vehicles.")


def test_the_three_widest_are_told_in_order_of_time_and_the_rest_is_counted() -> None:
    found = Disagreements([item for year in range(5) for item in pair(100, 101 + (3 * year) % 5, f"201{year}")])
    notes = disagreement_notes(region(), found, AXIS, Words())
    assert [note[:4] for note in notes[:-1]] == ["2011", "2013", "2014"]
    assert notes[-1] == "Sources differ on 2 more figures."


def test_values_that_would_read_the_same_are_told_in_full() -> None:
    near = pair(1_234_567, 1_234_999)
    assert [told_apart(region(), item, near, Words()) for item in near] == [
        "1,234,567\u00a0vehicles",
        "1,234,999\u00a0vehicles",
    ]
    far = pair(1_234_567, 2_345_678)
    assert told_apart(region(), far[0], far, Words()) == "1.23\u00a0mn\u00a0vehicles"
    # Two that agree are no reason: nothing would tell them apart.
    assert told_apart(region(), far[0], (*far, *pair(1_234_567, 1_234_567)), Words()) == "1.23\u00a0mn\u00a0vehicles"
    hedged = seen(1_234_567, "2019", qualifier=Qualifier.ABOUT)
    assert told_apart(region(), hedged, far, Words()) == "≈\u00a01.23\u00a0mn\u00a0vehicles"


def test_others_are_named_with_their_values_in_full() -> None:
    assert others_text(region(), pair(1_234_567, 60), Words()) == (
        "Sources differ: 1,234,567\u00a0vehicles by Bureau of Statistics, Sep 2021; "
        "60\u00a0vehicles by Morning Paper, 26 Apr 2020"
    )


@pytest.mark.parametrize(
    ("noted", "differ", "text"),
    [
        (True, True, "* has a note, ≠ sources differ"),
        (True, False, "* has a note"),
        (False, True, "≠ sources differ"),
        (False, False, ""),
    ],
)
def test_the_signs_that_are_there_are_explained(*, noted: bool, differ: bool, text: str) -> None:
    assert signs_text(Words(), noted=noted, differ=differ) == text


def test_the_words_are_the_same_wherever_the_unit_writes_its_percent() -> None:
    """The unit decides, not its sign: a price that is written with a percent sign is no percentage."""
    found = Disagreement(pair(40, 50, indicator="back-at-work"))
    for sign in ("％", "pct", "per cent"):
        assert distance_text(signed(sign, percentage=True), found, Words()) == "10 percentage points"
    assert distance_text(signed("%", percentage=False), found, Words()) == "10\u00a0% (25.0\u00a0%)"


def signed(sign: str, *, percentage: bool) -> Dataset:
    """Return the region with another sign of its percentages."""
    dataset = region()
    units = tuple(
        replace(unit, symbol=said(sign), percentage=percentage) if unit.id == "percent" else unit
        for unit in dataset.units
    )
    return replace(dataset, units=units)


def test_nothing_is_computed_from_a_bound() -> None:
    bound = seen(50, "2019", source="paper", qualifier=Qualifier.OVER)
    (note,) = disagreement_notes(region(), Disagreements((seen(49, "2019"), bound)), AXIS, Words())
    assert note == ("2019: 49 by Bureau of Statistics, > 50 by Morning Paper; difference not computed, one is a bound.")


def test_two_bounds_are_not_one() -> None:
    over, more = (item._replace(qualifier=Qualifier.OVER) for item in pair(50, 60))
    (note,) = disagreement_notes(region(), Disagreements((over, more)), AXIS, Words())
    assert note.endswith("; difference not computed, each is a bound.")
    assert distance_text(region(), Disagreement((over, more)), Words()) == "none, each is a bound"
    (note,) = disagreement_notes(region(), Disagreements((over, more, seen(70, "2019"))), AXIS, Words())
    assert note.endswith("; difference not computed, some are bounds.")
    assert distance_text(region(), Disagreement((over, more, seen(70, "2019"))), Words()) == "none, some are bounds"
    assert distance_text(region(), Disagreement((over, seen(70, "2019"))), Words()) == "none, one is a bound"


def test_a_bracket_names_its_subject_where_several_stand_together() -> None:
    found = Disagreement(pair(50, 60))
    mark = bracket(region(), found, 3, Words(), horizontal=True, named=True)
    assert (mark.along, mark.low, mark.high, mark.horizontal) == (3, 50, 60, True)
    assert mark.details.read_out.splitlines()[:2] == ["Maker Works", "Sources differ, 2019:"]
    assert not bracket(region(), found, 3, Words()).horizontal


@pytest.mark.parametrize("kind", ["over-time", "multiples", "several-over-time"])
def test_a_bracket_reads_out_the_same_in_every_chart_over_time(kind: str) -> None:
    figures = [
        seen(40, "2018"),
        *pair(50, 60),
        seen(40, "2018", indicator="staff"),
        seen(41, "2019", indicator="staff"),
    ]
    others = [item._replace(subject="rival") for item in figures[:2]]
    indicator = None if kind == "multiples" else "output"
    subject = pillar("vehicles") if kind == "several-over-time" else MAKER
    answer = chart(region(*figures, *others), Question(kind, subject, indicator), Words())
    (mark,) = brackets(answer)
    assert mark.details.read_out.removeprefix("Maker Works\n") == (
        "Sources differ, 2019:\n50\u00a0vehicles by Bureau of Statistics, Sep 2021\n"
        "60\u00a0vehicles by Morning Paper, 26 Apr 2020"
    )
    assert (mark.details.read_out.startswith("Maker Works")) is (kind == "several-over-time")


def test_ten_times_the_figures_are_ten_times_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Daily figures are many: each is looked at a few times, not once for each of the others."""
    asked = 0

    def counted(item: Observation) -> object:
        nonlocal asked
        asked += 1
        return number_of(item)

    monkeypatch.setattr(disagreements, "number_of", counted)
    counts = []
    for size in (30, 300):
        days = (date(2019, 1, 1) + timedelta(number) for number in range(size))
        figures = [seen(1 + number % 97, day.isoformat(), indicator="staff") for number, day in enumerate(days)]
        asked = 0
        over_time(region(*figures), "staff")
        counts.append(asked)
    assert 0 < counts[0] <= 12 * 30
    assert counts[1] <= 11 * counts[0]


# -- over time --------------------------------------------------------------------------------------------------


def test_a_bracket_stands_between_sources_that_differ() -> None:
    answer = over_time(region(seen(40, "2018"), *pair(50, 60)))
    (bracket,) = brackets(answer)
    assert (bracket.along, bracket.low, bracket.high, bracket.horizontal) == (2019.5, 50, 60, False)
    assert bracket.details.read_out == (
        "Sources differ, 2019:\n50\u00a0vehicles by Bureau of Statistics, Sep 2021\n"
        "60\u00a0vehicles by Morning Paper, 26 Apr 2020"
    )
    assert bracket.details.source == "paper"
    assert answer.legend[-1].symbol is Symbol.BRACKET
    assert answer.legend[-1].label == "sources differ"
    assert answer.notes[0].startswith("2019: 50 by Bureau of Statistics, 60 by Morning Paper; difference: 10")


def test_where_sources_agree_nothing_is_said_of_one() -> None:
    answer = over_time(region(seen(40, "2018"), seen(50, "2019"), seen(50, "2019", source="paper")))
    assert not brackets(answer)
    assert all(entry.symbol is not Symbol.BRACKET for entry in answer.legend)
    assert not any("difference" in note for note in answer.notes)


def test_designs_that_differ_have_their_bracket_at_the_right_end() -> None:
    answer = over_time(model_case())
    (bracket,) = brackets(answer)
    assert len([mark for mark in answer.panels[0].marks if isinstance(mark, Reference)]) == 2
    assert (bracket.along, bracket.low, bracket.high) == (answer.x.bounds[1], 10_000, 100_000)
    assert answer.notes[0] == (
        "2020, capacity: 100,000 by Morning Paper, 10,000 by Company report; difference: 90,000 vehicles (900 %)."
    )


def test_a_bracket_stands_in_the_panel_of_its_numbers() -> None:
    answer = over_time(region(seen(40, "2018"), *pair(10, 12, "2019-S1")))
    assert not [mark for mark in answer.panels[0].marks if isinstance(mark, Bracket)]
    assert [mark.along for mark in brackets(answer)] == [pytest.approx(2019.25, abs=0.01)]


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


# -- apart in one number ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "indicator", "text"),
    [
        ((100_000, 10_000), "output", "10 times"),
        ((10, 20), "output", "2 times"),
        ((30.9e6, 23.3e6), "output", "32.6\u00a0%"),
        ((49.7, 51), "back-at-work", "1.3 points"),
        ((-10, 30), "output", "40\u00a0vehicles"),
    ],
)
def test_how_far_apart_in_one_number(values: tuple[float, float], indicator: str, text: str) -> None:
    assert apart_text(region(), Disagreement(pair(*values, indicator=indicator)), Words()) == text


def test_a_bound_is_apart_by_nothing() -> None:
    assert apart_text(region(), Disagreement(pair(1, 2, qualifier=Qualifier.OVER)), Words()) == ""


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((1.5528e12, 1.4484e12), ("1.553", "1.448")),
        ((1.2665e12, 1.2602e12, 1.1987e12), ("1.267", "1.260", "1.199")),
        ((1.2761e12, 1.2759e12, 1.2095e12), ("1.2761", "1.2759", "1.2095")),
        ((30.9e12, 23.3e12), ("30.9", "23.3")),
        ((106.11e12, 103.5e12), ("106.11", "103.50")),
        ((8.32e12, 8.16e12), ("8.32", "8.16")),
        ((1.70267e12, 1.69616e12), ("1.7027", "1.6962")),
    ],
)
def test_values_have_as_many_digits_as_show_the_difference(values: tuple[float, ...], shown: tuple[str, ...]) -> None:
    sources = ("yearbook", "paper", "report")
    items = tuple(
        seen(value, "2019", indicator="revenue", source=source) for value, source in zip(values, sources, strict=False)
    )
    assert values_apart(region(), Disagreement(items), Words()) == tuple(f"{each}\u00a0tn\u00a0yuan" for each in shown)


def test_a_bound_keeps_its_digits_and_small_numbers_are_not_shortened() -> None:
    over, exact = pair(50, 49.7, indicator="back-at-work")
    found = Disagreement((over._replace(qualifier=Qualifier.OVER), exact))
    assert values_apart(region(), found, Words()) == (">\u00a050\u00a0%", "49.7\u00a0%")
    assert values_apart(region(), Disagreement(pair(100_000, 10_000)), Words()) == (
        "100,000\u00a0vehicles",
        "10,000\u00a0vehicles",
    )
