"""Side by side: a panel and a scale for each indicator, one line of time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import multiples
from heartland_gui.charts.spec import Bracket, Chart, Dot, Line, Mark, Question, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen

OUTPUT = [seen(10, "2018"), seen(20, "2019")]
REVENUE = [seen(1e9, "2019", indicator="revenue"), seen(3e9, "2020", indicator="revenue")]
STAFF = [seen(100, "2019-06", indicator="staff"), seen(101, "2020-03", indicator="staff")]


def side_by_side(dataset: Dataset) -> Chart:
    return chart(dataset, Question("multiples", MAKER), Words())


def labels(marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    return [(mark.label.strong, mark.label.faint) for mark in marks if isinstance(mark, Dot) and mark.label]


def test_every_indicator_has_a_panel_with_its_name_unit_and_scale() -> None:
    answer = side_by_side(region(*OUTPUT, *REVENUE, *STAFF))
    assert [panel.title for panel in answer.panels] == [
        "Vehicles produced, vehicles a year",
        "Revenue, billion yuan a year",
        "Employees, people",
    ]
    divisors = [panel.y.magnitude.divisor for panel in answer.panels if isinstance(panel.y, ValueAxis)]
    assert divisors == [1, 1e9, 1]
    assert len({panel.weight for panel in answer.panels}) == 1
    assert answer.title == "3 indicators side by side, 2018–2020"


def test_panels_have_no_logarithm_whatever_their_values() -> None:
    wide = [seen(1, "2018"), seen(1000, "2019")]
    assert not side_by_side(region(*wide, *REVENUE)).can_be_logarithmic


def test_time_is_shared_by_all() -> None:
    assert side_by_side(region(*OUTPUT, *REVENUE)).x.bounds == (2018, 2021)


def test_no_panel_has_figures_of_two_indicators() -> None:
    answer = side_by_side(region(*OUTPUT, *REVENUE, *STAFF))
    for panel in answer.panels:
        figures = [mark.details.observation for mark in panel.marks if isinstance(mark, Dot)]
        assert len({figure.indicator for figure in figures if figure}) == 1


@pytest.mark.parametrize(
    "second",
    [
        [seen(1, "2019", indicator="revenue")],
        [seen(1, "2018-S1", indicator="revenue"), seen(2, "2019-S1", indicator="revenue")],
        [seen(1, "2018", indicator="revenue"), seen(2, "2019", indicator="revenue", scope=said("north works"))],
        [seen(1, "2018", indicator="revenue"), seen(2, "2019", Status.CAPACITY, indicator="revenue")],
        [seen(1, "2018", indicator="revenue"), seen(2, "2018", indicator="revenue", source="paper")],
    ],
    ids=["one year", "half-years", "a part", "a capacity", "one year twice"],
)
def test_an_indicator_without_two_whole_years_has_no_panel(second: list[Observation]) -> None:
    dataset = region(*OUTPUT, *second)
    assert multiples.questions(dataset, MAKER) == ()
    with pytest.raises(NoChartError, match="Fewer than two indicators have comparable figures for two periods here"):
        side_by_side(dataset)


def test_headline_indicators_go_first_then_those_with_the_most_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    long = [seen(5, str(year), indicator="growth") for year in (2018, 2019, 2020)]
    dataset = region(*OUTPUT, *REVENUE, *long)
    assert [panel.title.split(",")[0] for panel in side_by_side(dataset).panels] == [
        "Growth",
        "Vehicles produced",
        "Revenue",
    ]
    monkeypatch.setattr(multiples, "headline_ids", lambda *_: ("revenue",))
    assert [panel.title.split(",")[0] for panel in side_by_side(dataset).panels] == [
        "Revenue",
        "Growth",
        "Vehicles produced",
    ]


def test_at_most_six_are_shown_and_the_rest_is_counted() -> None:
    kinds = ("output", "revenue", "staff", "back-at-work", "growth", "goods", "services")
    figures = [seen(5, year, indicator=kind) for kind in kinds for year in ("2018", "2019")]
    answer = side_by_side(region(*figures))
    assert len(answer.panels) == 6
    assert "1 more indicator has figures for two years." in answer.notes


def test_lines_statuses_and_brackets_are_as_over_time() -> None:
    target, other = seen(90, "2025", Status.TARGET), seen(25, "2019", source="paper")
    marks = side_by_side(region(*OUTPUT, target, other, *REVENUE)).panels[0].marks
    lines = [(line.status, [x for x, _ in line.points]) for line in marks if isinstance(line, Line)]
    assert lines == [(Status.ACTUAL, [2018.5, 2019.5]), (Status.TARGET, [2019.5, 2025.5])]
    assert len([mark for mark in marks if isinstance(mark, Bracket)]) == 1


def test_the_first_the_last_and_the_last_hope_are_labelled() -> None:
    figures = [seen(value, str(2015 + value)) for value in range(6)]
    target = seen(9, "2025", Status.TARGET)
    assert labels(side_by_side(region(*figures, target, *REVENUE)).panels[0].marks) == [
        ("0", ""),
        ("5", ""),
        ("9", "target"),
    ]


def test_axes_that_do_not_start_at_zero_and_changed_definitions_are_named() -> None:
    figures = [*OUTPUT, *(seen(value, year, indicator="staff") for value, year in ((100, "2018"), (101, "2019")))]
    notes = side_by_side(region(*figures, breaks=("2019",))).notes
    assert "The axis does not start at zero: Employees." in notes
    assert "Definition changed before 2019: all." in notes


def test_what_is_left_out_is_counted() -> None:
    notes = side_by_side(region(*OUTPUT, seen(5, "2020-S1"), seen(9, "2020", Status.CAPACITY), *REVENUE)).notes
    assert "Left out: 2 figures of a part, of less than a year, or of a capacity." in notes


def test_the_sentence_tells_each_panel() -> None:
    assert side_by_side(region(*OUTPUT, *REVENUE)).sentence == (
        "Maker Works, side by side. Vehicles produced: 10\u00a0vehicles in 2018 (actual) and 20\u00a0vehicles in 2019 "
        "(actual); Revenue: 1\u00a0bn\u00a0yuan in 2019 (actual) and 3\u00a0bn\u00a0yuan in 2020 (actual)."
    )


def test_a_source_has_nothing_side_by_side() -> None:
    assert multiples.questions(region(*OUTPUT, *REVENUE), Ref(SubjectKind.SOURCE, "paper")) == ()


def test_what_lines_join_is_said_once_where_figures_are_not_joined() -> None:
    rule = "Lines join consecutive years of one source."
    assert rule not in side_by_side(region(*OUTPUT, *REVENUE)).notes
    changed = (seen(30, "2020", source="paper"), seen(5e9, "2021", indicator="revenue", source="paper"))
    assert side_by_side(region(*OUTPUT, *REVENUE, *changed)).notes.count(rule) == 1


def test_a_unit_that_the_name_ends_in_is_not_written_twice() -> None:
    figures = [
        seen(value, year, indicator=each) for each in ("output", "staff") for value, year in ((5, "2018"), (6, "2019"))
    ]
    dataset = region(*figures)
    called = {"output": said("Deliveries of vehicles"), "staff": said("Coal output p people")}
    named = replace(
        dataset, indicators=tuple(replace(each, name=called.get(each.id, each.name)) for each in dataset.indicators)
    )
    titles = [panel.title for panel in chart(named, Question("multiples", MAKER), Words()).panels]
    assert titles == ["Deliveries of vehicles a year", "Coal output p people"]
    short = replace(named, units=tuple(replace(each, symbol=said("s")) for each in named.units))
    titles = [panel.title for panel in chart(short, Question("multiples", MAKER), Words()).panels]
    assert titles == ["Deliveries of vehicles, s a year", "Coal output p people, s"]
