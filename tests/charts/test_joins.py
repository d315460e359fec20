"""What a line may join: a line says that something grew from here to there, and must not say it without a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.joins import (
    Interruption,
    Join,
    Joining,
    definition_break,
    interruptions,
    joining_lines,
    joins_of,
    main_course,
)
from heartland_gui.charts.spec import Line, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Grade
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.model.period import Frequency, parse_period
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen

Joined = list[tuple[Status, list[float]]]
"""The lines: their status and the years that they join."""

FORECAST, TARGET, ESTIMATE = Status.FORECAST, Status.TARGET, Status.ESTIMATE
PART = said("north works")


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


# -- how neighbouring figures of a course are joined -----------------------------------------------------------------


def serial(dataset: Dataset, *editions: str) -> Dataset:
    """Return a dataset of which these sources are issues of one work."""
    sources = tuple(replace(each, serial="work" if each.id in editions else None) for each in dataset.sources)
    return replace(dataset, sources=sources)


def join(before: Observation, after: Observation, *others: Observation, axis: float = 10.0) -> Join:
    (found,) = joins_of(region(before, after, *others), (before, after), axis)
    return found


def test_one_source_is_joined_by_a_thick_line() -> None:
    assert join(seen(10, "2018"), seen(12, "2019")) is Join.THICK
    assert join(seen(10, "2018"), seen(12, "2019", ESTIMATE)) is Join.THICK


def test_issues_of_one_work_are_one_source() -> None:
    course = (seen(10, "2018"), seen(12, "2019", source="paper"))
    dataset = region(*course)
    assert joins_of(dataset, course) == (Join.THIN,)
    assert joins_of(serial(dataset, "yearbook", "paper"), course) == (Join.THICK,)


@pytest.mark.parametrize(
    ("said_of_it", "expected"),
    [(11.0, Join.THIN), (11.1, Join.NONE), (9.0, Join.THIN), (8.9, Join.NONE)],
)
def test_two_sources_tell_a_step_only_where_they_are_nearer_than_half_of_it(said_of_it: float, expected: Join) -> None:
    before, after = seen(10, "2018"), seen(12, "2019", source="paper")
    assert join(before, after, seen(said_of_it, "2018", source="paper")) is expected


def test_a_conflict_at_the_later_end_counts_as_well() -> None:
    before, after = seen(10, "2018"), seen(12, "2019", source="paper")
    assert join(before, after, seen(14, "2019")) is Join.NONE


def test_a_gap_is_dotted_but_not_over_more_than_half_of_the_axis() -> None:
    before, after = seen(10, "2014"), seen(12, "2019")
    assert join(before, after, axis=10) is Join.DOTTED
    assert join(before, after, axis=9.9) is Join.NONE


def test_the_axis_is_by_default_that_of_the_course() -> None:
    course = tuple(seen(10, label) for label in ("2010", "2011", "2016", "2019", "2020"))
    assert joins_of(region(*course), course) == (Join.THICK, Join.DOTTED, Join.DOTTED, Join.THICK)
    assert joins_of(region(*course), course[:3]) == (Join.THICK, Join.NONE)
    assert joins_of(region(), ()) == ()


def test_a_level_of_a_moment_follows_that_of_the_year_before() -> None:
    staff = [seen(10, label, indicator="staff") for label in ("2018", "2019-06", "2019", "2021-01")]
    assert joins_of(region(*staff), staff, 10) == (Join.THICK, Join.THICK, Join.DOTTED)
    days = [seen(10, label, indicator="staff") for label in ("2018-01-31", "2018-06-30", "2019-12-31")]
    assert joins_of(region(*days), days, 10) == (Join.THICK, Join.DOTTED)
    months = [seen(10, label, indicator="staff") for label in ("2018-01", "2018-02", "2018-04")]
    assert joins_of(region(*months), months, 10) == (Join.THICK, Join.DOTTED)


def test_a_break_is_told_by_the_series_of_the_later_figure() -> None:
    before, after = seen(10, "2018"), seen(12, "2019", source="paper")
    dataset = region(before, after)

    def broken(source: str) -> tuple[Join, ...]:
        series = tuple(
            each._replace(break_before=("2019",) if each.source == source else ()) for each in dataset.series
        )
        return joins_of(replace(dataset, series=series), (before, after))

    assert broken("paper") == (Join.BREAK,)
    assert broken("yearbook") == (Join.THIN,)


@pytest.mark.parametrize("status", [FORECAST, TARGET])
def test_what_is_hoped_for_is_dashed_from_the_same_source(status: Status) -> None:
    assert join(seen(10, "2018"), seen(12, "2025", status)) is Join.DASHED
    assert join(seen(10, "2018"), seen(12, "2025", status, source="paper")) is Join.NONE
    assert join(seen(10, "2018", status), seen(12, "2025", status)) is Join.NONE
    assert join(seen(10, "2018", status), seen(12, "2019")) is Join.NONE


def test_a_capacity_is_joined_to_nothing() -> None:
    assert join(seen(10, "2018"), seen(12, "2019", Status.CAPACITY)) is Join.NONE


def test_of_each_period_the_exact_figure_of_the_longest_work_is_drawn() -> None:
    short = [seen(1, "2018", source="paper"), seen(2, "2019", source="paper")]
    long = [seen(3, "2018"), seen(4, "2017"), seen(5, "2016")]
    bound = seen(6, "2016", source="report", qualifier=Qualifier.OVER)
    dataset = region(*short, *long, bound)
    assert [item.value for item in main_course(dataset, [*short, bound, *long])] == [5, 4, 3, 2]
    assert main_course(dataset, [bound]) == (bound,)
    bounded = [*long[1:], seen(3, "2018", qualifier=Qualifier.OVER), short[0]]
    assert [item.value for item in main_course(region(*bounded), bounded)] == [5, 4, 1]


def test_of_equal_works_the_newer_is_drawn_then_the_one_nearer_to_the_fact() -> None:
    newer, older = seen(1, "2018"), seen(2, "2018", source="paper")
    assert main_course(region(older, newer), [older, newer]) == (newer,)
    dataset = region(newer, older)
    day = parse_period("2021")
    grades = {"yearbook": Grade.PRESS, "paper": Grade.OFFICIAL}
    sources = tuple(replace(each, date=day, grade=grades.get(each.id)) for each in dataset.sources)
    assert main_course(replace(dataset, sources=sources), [newer, older]) == (older,)


# -- new definitions -------------------------------------------------------------------------------------------------


def first_break(figure: Observation, since: str, source: str | None = None, **of: tuple[str, ...]) -> str | None:
    """Return the first break since the end of a year; `of` are the breaks of each source."""
    dataset = region(seen(1, "2010"), seen(1, "2010", source="paper"), figure)
    series = tuple(each._replace(break_before=of.get(each.source, ())) for each in dataset.series)
    period = definition_break(replace(dataset, series=series), figure, parse_period(since).last, source)
    return None if period is None else period.label


def test_a_break_lies_after_the_beginning_and_not_after_the_figure() -> None:
    figure = seen(12, "2019")
    assert first_break(figure, "2016", yearbook=("2018", "2017")) == "2017"
    assert first_break(figure, "2017", yearbook=("2017",)) is None
    assert first_break(figure, "2018", yearbook=("2019",)) == "2019"
    assert first_break(figure, "2016", yearbook=("2020",)) is None


def test_any_source_tells_of_a_break_but_of_its_own_figures_each_knows_best() -> None:
    figure = seen(12, "2019")
    assert first_break(figure, "2016", paper=("2018",)) == "2018"
    assert first_break(figure, "2016", "paper", paper=("2018",)) == "2018"
    assert first_break(figure, "2016", "yearbook", paper=("2018",)) is None


def test_a_break_of_another_part_is_none_of_this() -> None:
    assert first_break(seen(12, "2019", scope=PART, source="report"), "2016", paper=("2018",)) is None
