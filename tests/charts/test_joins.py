"""What a line may join: a line says that something grew from here to there, and must not say it without a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.joins import Interruption, Joining, interruptions, joining_lines
from heartland_gui.charts.spec import Line, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.period import Frequency
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen

Joined = list[tuple[Status, list[float]]]
"""The lines: their status and the years that they join."""

FORECAST, TARGET = Status.FORECAST, Status.TARGET


def joined(
    *figures: Observation, breaks: tuple[str, ...] = (), frequencies: frozenset[Frequency] = frozenset({Frequency.YEAR})
) -> Joined:
    dataset = region(*figures, breaks=breaks)
    joining = Joining(frequencies, None, lambda item: item.period.start)
    return [
        (line.status, [x for x, _ in line.points]) for line in joining_lines(dataset, dataset.series, figures, joining)
    ]


def years(*labels: str, status: Status = Status.ACTUAL, source: str = "yearbook") -> list[Observation]:
    return [seen(10 + number, label, status, source=source) for number, label in enumerate(labels)]


def test_consecutive_years_of_one_source_are_joined() -> None:
    assert joined(*years("2018", "2019", "2020")) == [(Status.ACTUAL, [2018, 2019, 2020])]


def test_the_line_runs_through_the_values() -> None:
    dataset = region(*years("2018", "2019"))
    joining = Joining(frozenset({Frequency.YEAR}), 3, lambda item: item.period.middle)
    (line,) = joining_lines(dataset, dataset.series, dataset.series[0].observations, joining)
    assert line.points == ((2018.5, 10), (2019.5, 11))
    assert line.colour == 3


def test_the_order_of_the_figures_does_not_matter() -> None:
    assert joined(*reversed(years("2018", "2019", "2020"))) == [(Status.ACTUAL, [2018, 2019, 2020])]


def test_a_line_is_broken_at_a_missing_year() -> None:
    assert joined(*years("2016", "2017", "2019", "2020")) == [
        (Status.ACTUAL, [2016, 2017]),
        (Status.ACTUAL, [2019, 2020]),
    ]


def test_a_year_alone_has_no_line() -> None:
    assert joined(*years("2016", "2018", "2020")) == []


@pytest.mark.parametrize("label", ["2019", "2019-01", "2018-07"])
def test_a_line_is_broken_where_the_definition_changed(label: str) -> None:
    before = "2018" if label == "2018-07" else "2019"
    expected = {
        "2019": [(Status.ACTUAL, [2017, 2018]), (Status.ACTUAL, [2019, 2020])],
        "2018": [(Status.ACTUAL, [2018, 2019, 2020])],
    }
    assert joined(*years("2017", "2018", "2019", "2020"), breaks=(label,)) == expected[before]


def test_two_sources_are_never_joined() -> None:
    assert joined(*years("2018"), *years("2019", source="paper"), *years("2020")) == []


def editions(*figures: Observation, breaks: tuple[str, ...] = (), later: tuple[str, ...] = ()) -> Dataset:
    """Return a region whose yearbook and paper are editions of one work; `later` are breaks of the paper alone."""
    dataset = region(*figures, breaks=breaks)
    sources = tuple(replace(each, serial="yearly") for each in dataset.sources)
    series = tuple(each._replace(break_before=later) if each.source == "paper" else each for each in dataset.series)
    return replace(dataset, sources=sources, series=series)


def joined_in(dataset: Dataset, *figures: Observation) -> Joined:
    joining = Joining(frozenset({Frequency.YEAR}), None, lambda item: item.period.start)
    lines = joining_lines(dataset, dataset.series, figures, joining)
    return [(line.status, [x for x, _ in line.points]) for line in lines]


def test_editions_of_one_work_continue_each_other() -> None:
    figures = [*years("2018"), *years("2019", source="paper"), *years("2020")]
    assert joined_in(editions(*figures), *figures) == [(Status.ACTUAL, [2018, 2019, 2020])]
    assert not interruptions(editions(*figures), editions(*figures).series, figures, frozenset({Frequency.YEAR}))


def test_an_edition_says_where_the_definition_changed() -> None:
    figures = [*years("2018"), *years("2019", source="paper")]
    assert joined_in(editions(*figures, later=("2019",)), *figures) == []
    # The edition before knows nothing of it, and one that came after says nothing of what was before it.
    assert joined_in(editions(*figures, breaks=("2019",)), *figures) == [(Status.ACTUAL, [2018, 2019])]
    dataset = editions(*figures, later=("2019",))
    assert interruptions(dataset, dataset.series, figures, frozenset({Frequency.YEAR})) == {
        Interruption.DEFINITION: ["2019"]
    }


def test_where_editions_give_the_same_year_the_newest_is_joined() -> None:
    figures = [*years("2018", "2019"), *years("2019", "2020", source="paper")]
    dataset = editions(*figures)
    newest = max(dataset.sources[:2], key=lambda source: dataset.published(source).last).id
    joining = Joining(frozenset({Frequency.YEAR}), None, lambda item: item.period.start)
    (line,) = joining_lines(dataset, dataset.series, figures, joining)
    value = next(item.value for item in figures if item.source == newest and item.period.label == "2019")
    assert line.points == ((2018, 10), (2019, value), (2020, 11))


def test_a_dashed_line_leads_from_one_edition_to_another() -> None:
    figures = [*years("2019"), *years("2020", status=FORECAST, source="paper")]
    assert joined_in(editions(*figures), *figures) == [(FORECAST, [2019, 2020])]


def test_two_scopes_are_never_joined() -> None:
    part = said("Northern works only")
    assert joined(seen(1, "2018"), seen(2, "2019", scope=part), seen(3, "2020")) == []
    assert joined(seen(1, "2018", scope=part), seen(2, "2019", scope=part)) == [(Status.ACTUAL, [2018, 2019])]


def test_an_estimate_is_no_actual_value() -> None:
    assert joined(seen(1, "2018"), seen(2, "2019", Status.ESTIMATE), seen(3, "2020")) == []


@pytest.mark.parametrize("status", [FORECAST, TARGET])
def test_a_dashed_line_leads_from_the_last_actual_value(status: Status) -> None:
    figures = [*years("2018", "2019"), *years("2022", "2025", status=status)]
    assert joined(*figures) == [(Status.ACTUAL, [2018, 2019]), (status, [2019, 2022, 2025])]


def test_a_dashed_line_stays_with_its_source() -> None:
    assert joined(*years("2019"), *years("2020", status=FORECAST, source="paper")) == []


def test_forecasts_and_targets_are_apart() -> None:
    figures = [*years("2019"), *years("2020", status=FORECAST), *years("2025", status=TARGET)]
    assert joined(*figures) == [(FORECAST, [2019, 2020]), (TARGET, [2019, 2025])]


def test_a_dashed_line_starts_anew_at_what_has_happened_since() -> None:
    figures = [*years("2019"), *years("2020", status=FORECAST), *years("2021"), *years("2022", status=FORECAST)]
    assert joined(*figures) == [(FORECAST, [2019, 2020]), (FORECAST, [2021, 2022])]


def test_what_was_expected_of_a_year_that_is_over_is_not_joined_to_it() -> None:
    over = [*years("2020"), *years("2020", status=FORECAST)]
    assert joined(*over) == []
    assert joined(*over, *years("2021", status=FORECAST)) == [(FORECAST, [2020, 2021])]


def test_a_dashed_line_does_not_cross_a_changed_definition() -> None:
    figures = [*years("2019"), *years("2021", status=FORECAST)]
    assert joined(*figures, breaks=("2020",)) == []
    assert joined(*figures, breaks=("2021",)) == []
    assert joined(*figures, breaks=("2019",)) == [(FORECAST, [2019, 2021])]


def test_months_are_joined_only_where_they_are_asked_for() -> None:
    figures = years("2019-01", "2019-02", "2019-03")
    assert joined(*figures) == []
    (line,) = joined(*figures, frequencies=frozenset({Frequency.MONTH}))
    assert len(line[1]) == 3


def test_a_month_does_not_follow_a_year() -> None:
    both = frozenset({Frequency.YEAR, Frequency.MONTH})
    assert joined(*years("2018", "2019-01"), frequencies=both) == []


def test_the_last_year_of_the_calendar_does_no_harm() -> None:
    assert joined(*years("9998", "9999")) == [(Status.ACTUAL, [9998, 9999])]
    assert joined(*years("9999", "9999")) == []


# -- why there is no line ---------------------------------------------------------------------------------------


def interrupted(*figures: Observation, breaks: tuple[str, ...] = ()) -> dict[Interruption, list[str]]:
    dataset = region(*figures, breaks=breaks)
    return dict(interruptions(dataset, dataset.series, figures, frozenset({Frequency.YEAR, Frequency.MONTH})))


def test_what_is_joined_needs_no_reason() -> None:
    assert not interrupted(*years("2018", "2019"), *years("2019", "2020", source="paper"))


def test_a_gap_is_no_interruption() -> None:
    assert not interrupted(*years("2016"), *years("2018", source="paper"))


def test_another_source_interrupts() -> None:
    figures = (*years("2017", "2018"), *years("2019", "2020", source="paper"))
    assert interrupted(*figures) == {Interruption.SOURCE: ["2019"]}


def test_another_scope_interrupts_there_and_back() -> None:
    figures = (seen(10, "2018"), seen(4, "2019", scope=said("north works")), seen(12, "2020"))
    assert interrupted(*figures) == {Interruption.SCOPE: ["2019", "2020"]}


def test_an_estimate_interrupts() -> None:
    assert interrupted(*years("2018"), *years("2019", status=Status.ESTIMATE)) == {Interruption.ESTIMATE: ["2019"]}


def test_a_changed_definition_interrupts() -> None:
    assert interrupted(*years("2017", "2018"), breaks=("2018",)) == {Interruption.DEFINITION: ["2018"]}


def test_what_is_hoped_for_interrupts_nothing() -> None:
    assert not interrupted(*years("2018"), *years("2019", status=TARGET, source="paper"))


def test_months_follow_months() -> None:
    assert interrupted(*years("2020-01"), *years("2020-02", source="paper")) == {Interruption.SOURCE: ["2020-02"]}


def dashed(*figures: Observation) -> list[tuple[float, ...]]:
    answer = chart(region(*figures), Question("over-time", MAKER, "output"), Words())
    lines = [mark for panel in answer.panels for mark in panel.marks if isinstance(mark, Line)]
    return [tuple(y for _, y in line.points) for line in lines if line.status is not Status.ACTUAL]


PLAN = seen(90, "2025", Status.FORECAST)


def test_a_dashed_line_leads_from_the_last_that_is_known() -> None:
    assert dashed(seen(10, "2018"), seen(12, "2019"), PLAN) == [(12, 90)]


def test_no_dashed_line_leads_past_what_another_source_knows_by_now() -> None:
    assert dashed(seen(12, "2019"), PLAN, seen(14, "2020", source="paper")) == []
    assert dashed(seen(12, "2019"), PLAN, seen(95, "2025", source="paper")) == []
    assert dashed(seen(12, "2019"), PLAN, seen(95, "2026", source="paper")) == [(12, 90)]


def test_what_is_known_of_a_part_says_nothing_about_the_whole() -> None:
    assert dashed(seen(12, "2019"), PLAN, seen(3, "2020", scope=said("north works"))) == [(12, 90)]


def test_no_dashed_line_leads_from_one_hope_to_another_alone() -> None:
    assert dashed(seen(60, "2022", Status.TARGET), seen(90, "2025", Status.TARGET)) == []
