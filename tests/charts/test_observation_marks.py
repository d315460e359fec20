"""Figures as marks along time: where they stand, what joins them, and which of them get words."""

from __future__ import annotations

import pytest

from heartland_gui.charts.observation_marks import (
    MarkFactory,
    legend_of_marks,
    stands_at_end,
    stands_beside_years,
    time_axis,
    unit_text,
    value_axis,
)
from heartland_gui.charts.spec import Bracket, Dot, Label, Panel, Span, Symbol, ValueAxis
from heartland_gui.model.entities import Indicator
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import region, said, seen

WORDS = Words()
UNIT = Magnitude(1.0, "vehicles")
AXIS = ValueAxis(0, 100, UNIT)
LOGARITHMIC = ValueAxis(1, 1000, UNIT, logarithmic=True)


def indicator(identifier: str) -> Indicator:
    return region().indicator_by_id[identifier]


def factory(*figures: Observation, of: str = "output", at_end: bool = False, as_spans: bool = False) -> MarkFactory:
    return MarkFactory(region(*figures), indicator(of), figures, WORDS, 3, at_end, as_spans=as_spans)


@pytest.mark.parametrize(
    ("item", "stands"),
    [
        (seen(1, "2019"), True),
        (seen(1, "2019-S1"), False),
        (seen(1, "2019", scope=said("town")), False),
        (seen(1, "2019-S1", indicator="staff"), True),
        (seen(1, "2019-06-30", indicator="back-at-work"), True),
        (seen(1, "2019-06", indicator="back-at-work"), False),
        (seen(1, "2019", indicator="staff", scope=said("town")), False),
    ],
)
def test_what_stands_on_a_line_of_years(item: Observation, stands: bool) -> None:  # noqa: FBT001
    assert stands_beside_years(item, indicator(item.indicator)) is stands


def test_levels_stand_at_the_end_as_soon_as_one_is_of_less_than_a_year() -> None:
    years, moment = [seen(1, "2018", indicator="staff")], seen(2, "2019-06-30", indicator="staff")
    assert not stands_at_end(indicator("staff"), years)
    assert stands_at_end(indicator("staff"), [*years, moment])
    assert not stands_at_end(indicator("output"), [seen(1, "2019-S1")])
    (year,) = years
    assert factory(year, of="staff").x(year) == 2018.5
    assert factory(year, of="staff", at_end=True).x(year) == 2019


def test_amounts_start_at_zero_and_levels_need_not() -> None:
    dataset = region()
    assert value_axis(dataset, indicator("output"), [90, 100], UNIT).low == 0
    assert value_axis(dataset, indicator("staff"), [90, 100], UNIT).low > 0
    logarithmic = value_axis(dataset, indicator("output"), [1, 100], UNIT, logarithmic=True)
    assert logarithmic.logarithmic
    assert 0 < logarithmic.low <= 1
    assert logarithmic.unit == dataset.unit_of("output")


def test_an_axis_with_a_dot_of_a_year_has_labels_of_years() -> None:
    year, half = seen(1, "2019"), seen(2, "2019-S1")
    dots, spans = (Panel(AXIS, (factory(item).mark(item),)) for item in (year, half))
    assert time_axis([half], [dots]).finest == 1
    assert time_axis([half], [spans]).finest == 0
    assert time_axis([half], []).bounds == time_axis([half], [dots]).bounds


def test_an_amount_is_so_much_a_year() -> None:
    assert unit_text(indicator("output"), "vehicles", WORDS) == "vehicles a year"
    assert unit_text(indicator("staff"), "people", WORDS) == "people"


def test_a_part_of_a_year_is_as_long_as_it_lasts() -> None:
    half, year, level = seen(2, "2019-S1"), seen(1, "2019"), seen(3, "2019-S1", indicator="staff")
    span = factory(half).mark(half, Label("2"), 7)
    assert isinstance(span, Span)
    assert (span.first, span.last, span.y, span.colour, span.weight) == (half.period.start, half.period.end, 2, 3, 7)
    assert isinstance(factory(year).mark(year), Dot)
    assert isinstance(factory(year, as_spans=True).mark(year), Span)
    assert isinstance(factory(level, of="staff").mark(level), Dot)
    capacity = seen(9, "2019", Status.CAPACITY)
    assert isinstance(factory(capacity, as_spans=True).mark(capacity), Dot)


def test_a_line_joins_years_that_follow_each_other() -> None:
    figures = (seen(1, "2017"), seen(2, "2018"), seen(3, "2020"))
    (line,) = factory(*figures).lines(figures)
    assert line.points == ((2017.5, 1), (2018.5, 2))
    assert factory(*figures).lines(()) == []


def test_brackets_stand_at_their_numbers_each_scope_with_its_own() -> None:
    whole = (seen(10, "2019"), seen(12, "2019", source="paper"))
    town = tuple(item._replace(scope=said("town"), value=item.value / 2) for item in whole)
    found = factory(*whole, *town).brackets((*whole, *town))
    assert [(mark.along, mark.low, mark.high) for mark in found] == [(2019.5, 10, 12), (2019.5, 5, 6)]
    assert [mark.along for mark in factory(*whole).brackets(whole, lambda _: 7.0)] == [7]
    assert factory(*whole).brackets(whole[:1]) == []


def test_a_legend_tells_statuses_and_brackets() -> None:
    item = seen(1, "2019", Status.TARGET)
    dot = factory(item).mark(item)
    whole = (seen(10, "2019"), seen(12, "2019", source="paper"))
    (bracket,) = factory(*whole).brackets(whole)
    assert isinstance(bracket, Bracket)
    assert [entry.symbol for entry in legend_of_marks([dot], 3, WORDS)] == [Symbol.DOT]
    assert [entry.label for entry in legend_of_marks([dot, bracket], 3, WORDS)] == ["target", "sources differ"]


def test_a_label_says_what_is_not_done_and_what_is_not_whole() -> None:
    plain, plan = seen(48, "2019"), seen(90, "2020", Status.TARGET, scope=said("town"))
    assert factory(plain, plan).label(plain, AXIS) == Label("48", "")
    assert factory(plain, plan).label(plan, AXIS, "more") == Label("90", "target · town · more")


def test_what_looks_like_one_mark_is_told_at_one_label() -> None:
    near = (seen(100, "2019"), seen(102, "2019", source="paper"))
    far = seen(400, "2019", source="report")
    made = factory(*near, far)
    assert made.hidden_behind(near[0], LOGARITHMIC) == (near[1],)
    assert made.hidden_behind(near[0], AXIS) == ()
    label = made.label(near[1], LOGARITHMIC)
    assert (
        label.faint == "by Morning Paper · 100\u00a0vehicles by Bureau of Statistics"
        or "by Morning Paper" in label.faint
    )
    assert made.readable({id(near[0]): 50}, near, LOGARITHMIC) == {id(near[1]): 50}
    assert made.readable({id(near[0]): 50, id(near[1]): 70}, near, LOGARITHMIC) == {id(near[1]): 70}
    assert made.readable({id(near[0]): 50}, near, AXIS) == {id(near[0]): 50}


def test_words_are_for_ends_extremes_hopes_parts_and_disagreements() -> None:
    figures = (
        seen(30, "2012"),
        seen(10, "2013"),
        seen(90, "2014"),
        seen(40, "2015"),
        seen(41, "2015", source="paper"),
        seen(50, "2016"),
        seen(55, "2017"),
        seen(80, "2025", Status.TARGET),
    )
    weights = factory(*figures).label_weights(figures)
    assert {item.value: weights.get(id(item)) for item in figures} == {
        30: 50,
        10: 60,
        90: 61,
        40: 70,
        41: 70,
        50: None,
        55: 90,
        80: 80,
    }
    parts = tuple(item._replace(scope=said("town")) for item in figures[:3])
    assert set(factory(*parts).label_weights(parts).values()) == {50, 60, 90}
    assert factory(*parts).label_weights(()) == {}
    mixed = (seen(1, "2012"), seen(2, "2013", scope=said("town")), seen(3, "2014"))
    assert factory(*mixed).label_weights(mixed)[id(mixed[1])] == 65
