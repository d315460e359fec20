"""An indicator over time, rule by rule as the product's description has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import (
    Bracket,
    Chart,
    Dot,
    Goal,
    Line,
    Mark,
    Question,
    Reference,
    Span,
    Symbol,
    TimeAxis,
    ValueAxis,
)
from heartland_gui.model.dataset import SLOTS, Dataset
from heartland_gui.model.entities import Ref
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, company, model_case, pillar, region, said, seen

MarkKind = TypeVar("MarkKind", bound=Mark)

FORECAST, TARGET, ESTIMATE, CAPACITY = Status.FORECAST, Status.TARGET, Status.ESTIMATE, Status.CAPACITY


def over_time(dataset: Dataset, indicator: str = "output", subject: Ref = MAKER, **asked: bool | None) -> Chart:
    language = "zh" if asked.pop("chinese", False) else "en"
    return chart(dataset, Question("over-time", subject, indicator, **asked), words_in(language))


def drawn(answer: Chart, kind: type[MarkKind], panel: int | None = None) -> list[MarkKind]:
    panels = answer.panels if panel is None else answer.panels[panel : panel + 1]
    return [mark for each in panels for mark in each.marks if isinstance(mark, kind)]


def labels(answer: Chart) -> list[tuple[str, str]]:
    marks = [mark for panel in answer.panels for mark in panel.marks if not isinstance(mark, Line | Bracket | Goal)]
    return [(label.strong, label.faint) for mark in marks if (label := mark.label) is not None]


def scale(answer: Chart, panel: int = 0) -> ValueAxis:
    axis = answer.panels[panel].y
    assert isinstance(axis, ValueAxis)
    return axis


# -- the model case ---------------------------------------------------------------------------------------------


def test_what_is_done_is_never_drawn_like_what_is_expected() -> None:
    answer = over_time(model_case())
    assert [(dot.y, dot.status) for dot in drawn(answer, Dot)] == [(48, Status.ACTUAL), (5000, FORECAST)]
    (line,) = drawn(answer, Line)
    assert line.status is FORECAST
    assert line.points == ((2019.5, 48), (2020.5, 5000))


def test_capacities_are_levels_with_both_sources_named() -> None:
    answer = over_time(model_case())
    references = drawn(answer, Reference)
    assert [(mark.y, mark.label.strong) for mark in references] == [
        (100_000, "designed capacity 100,000 a year"),
        (10_000, "designed capacity 10,000 a year"),
    ]
    assert ["Morning Paper" in mark.label.faint for mark in references] == [True, False]
    assert ["Company report" in mark.label.faint for mark in references] == [False, True]
    assert [mark.details.source for mark in references] == ["paper", "report"]


def test_one_capacity_says_when_it_was_stated() -> None:
    answer = over_time(region(seen(48, "2019"), seen(100_000, "2020", CAPACITY)))
    (level,) = drawn(answer, Reference)
    assert (level.label.strong, level.label.faint) == ("designed capacity 100,000 a year", "2020")


def test_the_day_of_a_capacity_is_when_it_was_stated() -> None:
    answer = over_time(region(seen(48, "2019"), seen(100_000, "2020-04-26", CAPACITY)))
    assert len(answer.panels) == 1
    (level,) = drawn(answer, Reference)
    assert (level.label.strong, level.label.faint) == ("designed capacity 100,000", "26 Apr 2020")
    assert answer.subtitle.startswith("vehicles a year")


def test_a_capacity_without_anything_beside_it_is_a_mark() -> None:
    answer = over_time(region(seen(10, "2019", CAPACITY), seen(20, "2020", CAPACITY)))
    assert not drawn(answer, Reference)
    assert [dot.status for dot in drawn(answer, Dot)] == [CAPACITY, CAPACITY]


def test_the_model_case_is_linear_by_rule_and_logarithmic_on_request() -> None:
    answer = over_time(model_case(), logarithmic=True)
    assert answer.is_logarithmic
    assert answer.can_be_logarithmic
    assert answer.subtitle.endswith("logarithmic scale")
    assert all(dot.label is not None for dot in drawn(answer, Dot)), "on a logarithm every value is labelled"
    plain = over_time(model_case())
    assert not plain.is_logarithmic
    assert plain.can_be_logarithmic, "it can be switched on"
    assert "logarithmic" not in plain.subtitle
    assert scale(plain).low == 0
    assert not over_time(model_case(), logarithmic=False).is_logarithmic


def test_a_logarithm_cannot_be_forced() -> None:
    close = region(seen(100, "2018"), seen(200, "2019"))
    assert not over_time(close, logarithmic=True).is_logarithmic
    zero = region(seen(0, "2018"), seen(5000, "2019"), seen(1, "2020"))
    assert not over_time(zero, logarithmic=True).is_logarithmic
    assert not over_time(zero).can_be_logarithmic


def test_key_title_and_footer_say_it_all() -> None:
    answer = over_time(model_case())
    assert [(entry.symbol, entry.label, entry.status) for entry in answer.legend] == [
        (Symbol.DOT, "actual", Status.ACTUAL),
        (Symbol.DOT, "forecast", FORECAST),
        (Symbol.REFERENCE, "designed capacity", CAPACITY),
        (Symbol.BRACKET, "sources differ", Status.ACTUAL),
    ]
    assert answer.title == "Vehicles produced, 2019–2020"
    assert answer.full_title == "Maker Works: Vehicles produced, 2019–2020"
    assert answer.subtitle == "vehicles a year"
    assert [source.text for source in answer.sources] == [
        "Morning Paper, 26 Apr 2020",
        "Company report, 2020 (inferred)",
    ]
    assert answer.edition == "The valley, edition 2026-11"


def test_the_sentence_tells_the_chart() -> None:
    assert over_time(model_case()).sentence == (
        "Vehicles produced of Maker Works: 48\u00a0vehicles in 2019 (actual), 5,000\u00a0vehicles in 2020 "
        "(forecast), 100,000\u00a0vehicles in 2020 (capacity) and 10,000\u00a0vehicles in 2020 (capacity)."
    )


def test_chinese_words_come_from_the_same_question() -> None:
    answer = over_time(model_case(), chinese=True)
    assert answer.title == "2019—2020年整车产量"
    assert [source.text for source in answer.sources] == ["晨报，2020年4月26日", "公司年报，2020年（推算）"]


# -- lines ------------------------------------------------------------------------------------------------------


def test_a_solid_line_joins_consecutive_years_of_one_source() -> None:
    figures = [seen(10 + year, f"{2010 + year}") for year in (0, 1, 2, 4, 5)]
    answer = over_time(region(*figures, seen(99, "2013", source="paper")))
    solid = [[x for x, _ in line.points] for line in drawn(answer, Line)]
    assert solid == [[2010.5, 2011.5, 2012.5], [2014.5, 2015.5]]
    assert {line.status for line in drawn(answer, Line)} == {Status.ACTUAL}


def test_a_line_is_broken_and_said_to_be_where_the_definition_changed() -> None:
    answer = over_time(region(*(seen(10, str(year)) for year in range(2015, 2020)), breaks=("2018",)))
    assert [[x for x, _ in line.points] for line in drawn(answer, Line)] == [[2015.5, 2016.5, 2017.5], [2018.5, 2019.5]]
    assert "Definition changed before 2018: the line breaks there." in answer.notes


def test_why_a_line_is_broken_is_said_once() -> None:
    part = said("north works", "北厂")
    figures = [seen(10, str(year)) for year in (2015, 2016)]
    figures += [seen(10, str(year), source="paper") for year in (2017, 2018)]
    notes = over_time(region(*figures, seen(4, "2019", scope=part), seen(9, "2020", ESTIMATE, scope=part))).notes
    assert notes == (
        "The source changes before 2017: no line leads across.",
        "The scope changes before 2019: no line leads across.",
        "Lines do not join estimates.",
    )
    assert over_time(region(*figures), chinese=True).notes == ("2017年起来源变化，折线不相连。",)


def test_where_sources_change_often_the_rule_is_said() -> None:
    figures = [seen(10, str(year), source=("paper", "yearbook")[year % 2]) for year in range(2015, 2020)]
    assert over_time(region(*figures)).notes == ("Lines join consecutive years of one source.",)


def test_growth_is_joined_as_flows_are() -> None:
    answer = over_time(region(seen(1.5, "2018", indicator="growth"), seen(-2, "2019", indicator="growth")), "growth")
    assert len(drawn(answer, Line)) == 1


# -- spans ------------------------------------------------------------------------------------------------------


def test_parts_of_years_are_spans_in_a_panel_of_their_own() -> None:
    answer = over_time(region(seen(10, "2018"), seen(12, "2019"), seen(7, "2019-01/2019-09"), seen(5, "2019-S1")))
    years = answer.panels[0]
    assert [panel.title for panel in answer.panels] == ["Years", "Parts of years and spans"]
    assert all(isinstance(mark, Dot | Line) for mark in years.marks)
    assert [(mark.y, round(mark.first, 2), round(mark.last, 2)) for mark in drawn(answer, Span)] == [
        (5, 2019, 2019.5),
        (7, 2019, 2019.75),
    ]
    assert not drawn(answer, Line, 1)
    assert [entry.label for entry in answer.legend] == ["actual", "actual, over a span"]


def test_one_part_of_a_year_beside_several_years_is_left_to_the_table() -> None:
    answer = over_time(region(seen(10, "2018"), seen(12, "2019"), seen(7, "2021-S1", note=said("Unaudited."))))
    assert [panel.title for panel in answer.panels] == [""]
    assert not drawn(answer, Span)
    assert answer.notes == (
        "Only in the table, not for a single year: 7 vehicles in H1 2021 (actual).",
        "No actual figure for 2020.",
        "H1 2021: Unaudited.",
    )
    assert len(answer.table.rows) == 3
    assert answer.title == "Vehicles produced, 2018–2019"
    assert answer.subtitle == "vehicles a year"
    assert answer.x.bounds == (2018, 2020)


@pytest.mark.parametrize(
    ("year", "part"), [(TARGET, Status.ACTUAL), (Status.ACTUAL, TARGET), (FORECAST, ESTIMATE), (ESTIMATE, FORECAST)]
)
def test_the_only_number_that_is_done_or_hoped_for_is_drawn(year: Status, part: Status) -> None:
    answer = over_time(region(seen(10, "2018", year), seen(12, "2019", year), seen(7, "2021-S1", part)))
    assert [span.status for span in drawn(answer, Span)] == [part]


def test_one_part_of_a_year_stands_beside_one_year_both_as_long_as_they_last() -> None:
    answer = over_time(region(seen(10, "2018"), seen(7, "2019-S1")))
    assert [panel.title for panel in answer.panels] == [""]
    assert [(mark.first, mark.last) for mark in drawn(answer, Span)] == [
        (2018, 2019),
        (2019, pytest.approx(2019.5, abs=0.01)),
    ]
    assert drawn(answer, Dot) == []
    assert answer.subtitle == "vehicles"


def test_what_two_sources_say_of_one_part_of_a_year_is_drawn() -> None:
    halves = (seen(7, "2019-S1"), seen(8, "2019-S1", source="paper"))
    answer = over_time(region(seen(10, "2018"), seen(12, "2019"), *halves))
    assert len(answer.panels) == 2
    assert len(drawn(answer, Bracket)) == 1


def test_spans_alone_are_still_spans() -> None:
    answer = over_time(region(seen(10, "2018-S1"), seen(12, "2018-S2")))
    assert len(drawn(answer, Span)) == 2
    assert not drawn(answer, Dot)
    assert not drawn(answer, Line)


def test_a_level_stands_at_the_end_of_its_period_and_may_be_joined_by_months() -> None:
    figures = [seen(10 + month, f"2020-0{month}", indicator="staff") for month in (1, 2, 3)]
    answer = over_time(region(*figures, seen(9, "2019", indicator="staff")), "staff")
    assert not drawn(answer, Span)
    assert len(answer.panels) == 1
    assert [round(dot.x, 3) for dot in drawn(answer, Dot)] == [2020.0, 2020.085, 2020.164, 2020.249]
    (line,) = drawn(answer, Line)
    assert len(line.points) == 3


def test_a_panel_beside_a_logarithmic_one_names_its_unit() -> None:
    money = [seen(value, period, indicator="revenue") for value, period in ((1e6, "2018"), (2e9, "2019"))]
    parts = [seen(value, period, indicator="revenue") for value, period in ((1.5e9, "2019-S1"), (1.7e9, "2020-S1"))]
    answer = over_time(region(*money, *parts), "revenue", logarithmic=True)
    assert [panel.title for panel in answer.panels] == [
        "Years (logarithmic scale)",
        "Parts of years and spans, billion yuan",
    ]
    assert answer.subtitle == "yuan"
    assert {"1\u00a0mn", "2\u00a0bn", "1.5", "1.7"} == {strong for strong, _ in labels(answer)}


# -- what stands at a number ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("qualifier", "shown"),
    [
        (Qualifier.ABOUT, "≈\u00a099"),
        (Qualifier.OVER, ">\u00a099"),
        (Qualifier.NEARLY, "nearly\u00a099"),
        (Qualifier.UNDER, "<\u00a099"),
        (Qualifier.AT_LEAST, "≥\u00a099"),
        (Qualifier.UP_TO, "≤\u00a099"),
        (Qualifier.ONLY, "only\u00a099"),
    ],
)
def test_a_qualifier_stands_at_its_number(qualifier: Qualifier, shown: str) -> None:
    answer = over_time(region(seen(99, "2019", qualifier=qualifier), seen(90, "2018")))
    assert (shown, "") in labels(answer)
    assert ("90", "") in labels(answer)


def test_an_estimate_is_said_to_be_one() -> None:
    answer = over_time(region(seen(99, "2019", ESTIMATE), seen(98, "2018", ESTIMATE, qualifier=Qualifier.OVER)))
    assert labels(answer) == [(">\u00a098", "estimate"), ("≈\u00a099", "estimate")]


def test_a_scope_is_printed_and_never_joined() -> None:
    part = said("north works", "北厂")
    answer = over_time(region(seen(10, "2018"), seen(4, "2019", scope=part), seen(12, "2020")))
    assert ("4", "north works") in labels(answer)
    assert not drawn(answer, Line)
    assert any(
        "北厂" in faint
        for _, faint in labels(over_time(region(seen(10, "2018"), seen(4, "2019", scope=part)), chinese=True))
    )


def test_the_scope_of_a_capacity_is_printed() -> None:
    answer = over_time(region(seen(48, "2019"), seen(100, "2020", CAPACITY, scope=said("north works"))))
    assert drawn(answer, Reference)[0].label.faint == "2020 · north works"


def test_two_sources_that_disagree_are_both_drawn_and_labelled() -> None:
    figures = [seen(value, str(year)) for year, value in enumerate(range(100, 115), 2000)]
    answer = over_time(region(*figures, seen(150, "2007", source="paper")))
    in_question = [dot for dot in drawn(answer, Dot) if dot.x == 2007.5]
    assert [dot.y for dot in in_question] == [107, 150]
    assert [dot.label.strong for dot in in_question if dot.label] == ["107", "150"]
    assert {dot.details.source for dot in in_question} == {"yearbook", "paper"}
    assert [source.text for source in answer.sources] == [
        "Bureau of Statistics, Sep 2021",
        "Morning Paper, 26 Apr 2020",
    ]


def test_sources_that_nearly_agree_are_told_apart() -> None:
    figures = [
        seen(1_500_000_000, "2019", indicator="revenue"),
        seen(1_500_400_000, "2019", indicator="revenue", source="paper"),
    ]
    shown = [strong for strong, _ in labels(over_time(region(*figures), "revenue"))]
    assert len(set(shown)) == 2


def test_two_sources_that_look_like_one_mark_on_a_logarithm_are_told_at_one_label() -> None:
    figures = [seen(value, period, indicator="revenue") for value, period in ((1e6, "2018"), (1.5002e9, "2019"))]
    rival = seen(1.5001e9, "2019", indicator="revenue", source="paper")
    answer = over_time(region(*figures, rival), "revenue", logarithmic=True)
    assert answer.is_logarithmic
    assert len(drawn(answer, Dot)) == 3
    assert labels(answer) == [
        ("1\u00a0mn", ""),
        (
            "1.5002\u00a0billion yuan",
            "by Bureau of Statistics · 1.5001\u00a0billion yuan by Morning Paper",
        ),
    ]
    assert "1.5001\u00a0billion yuan by Morning Paper" in " ".join(answer.notes)
    (bracket,) = drawn(answer, Bracket)
    assert all(part in bracket.details.read_out for part in ("Bureau of Statistics", "Morning Paper"))


def test_two_sources_far_apart_on_a_logarithm_have_a_label_each() -> None:
    figures = [seen(10, "2018"), seen(1000, "2019"), seen(2000, "2019", source="paper")]
    assert [strong for strong, _ in labels(over_time(region(*figures)))] == ["10", "1,000", "2,000"]


def test_notes_stand_below_each_once() -> None:
    answer = over_time(model_case())
    assert ("48", "") in labels(answer)
    assert "2019: Trial operation." in answer.notes
    assert "2020, 5,000\u00a0vehicles: Expected by the company's president." in answer.notes


@pytest.mark.parametrize(
    ("other", "head"),
    [
        (seen(12, "2018", source="paper"), "2019"),
        (seen(12, "2019", source="paper"), "2019, 10\u00a0vehicles"),
        (seen(10, "2019", source="paper"), "2019, 10\u00a0vehicles, by Bureau of Statistics"),
        (seen(10, "2019", FORECAST), "2019, 10\u00a0vehicles, by Bureau of Statistics, actual"),
    ],
)
def test_a_note_says_which_of_several_figures_of_a_period_it_belongs_to(other: Observation, head: str) -> None:
    answer = over_time(region(seen(10, "2019", note=said("Revised.")), other))
    assert f"{head}: Revised." in answer.notes


def test_many_notes_are_counted() -> None:
    noted = (seen(10, str(year), note=said(f"Revised in {year}.")) for year in range(2010, 2016))
    answer = over_time(region(*noted))
    assert "6 figures have notes in the data." in answer.notes
    assert "Revised in 2010." in drawn(answer, Dot)[0].details.read_out


def test_one_note_of_several_figures_is_printed_once() -> None:
    revised = [seen(10, str(year), note=said("Revised.")) for year in range(2010, 2016)]
    assert "All figures: Revised." in over_time(region(*revised)).notes
    some = over_time(region(*revised[:2], seen(11, "2012"))).notes
    assert "2010 and 2011: Revised." in some
    many = over_time(region(*revised, seen(11, "2016"), seen(9, "2017", note=said("First estimate.")))).notes
    assert {"2010, 2011, 2012, 2013, 2014 and 1 more: Revised.", "2017: First estimate."} <= set(many)


def test_numbers_that_stand_apart_are_not_labelled_alike() -> None:
    answer = over_time(
        region(*(seen(2_189_000 + 600 * step, str(2012 + step), indicator="staff") for step in range(2))), "staff"
    )
    first, last = (label for label, _ in labels(answer))
    assert (first, last) == ("2.189", "2.190")


def test_every_scope_is_said_at_its_last_number() -> None:
    parts = [
        seen(10 * number + year % 7, str(year), scope=said(f"part {number}"))
        for number in range(1, 5)
        for year in range(2010, 2016)
    ]
    told = {faint for _, faint in labels(over_time(region(*parts)))}
    assert told == {"part 1", "part 2", "part 3", "part 4"}


def test_zeros_and_gaps_are_said_in_words() -> None:
    figures = [seen(0, "2012"), seen(10, "2013"), seen(11, "2015"), seen(12, "2019")]
    notes = over_time(region(*figures)).notes
    assert "Zero in 2012." in notes
    assert "No actual figure for 2014 and 2016–2018." in notes


def test_many_gaps_are_counted() -> None:
    notes = over_time(region(*(seen(10, str(year)) for year in range(2001, 2016, 2)))).notes
    assert "7 years have no actual figure." in notes


def test_a_part_of_a_year_is_no_gap() -> None:
    notes = over_time(region(seen(10, "2018"), seen(5, "2019-S1"), seen(10, "2020"))).notes
    assert not [note for note in notes if "No actual figure" in note]


@pytest.mark.parametrize(("indicator", "said_so"), [("output", False), ("staff", True)])
def test_an_axis_that_does_not_start_at_zero_says_so(indicator: str, said_so: bool) -> None:  # noqa: FBT001
    answer = over_time(
        region(seen(100, "2018", indicator=indicator), seen(101, "2019", indicator=indicator)), indicator
    )
    assert ("The axis does not start at zero." in answer.notes) is said_so
    assert (scale(answer).low > 0) is said_so


def test_an_axis_below_zero_says_so_as_well() -> None:
    answer = over_time(region(seen(-100, "2018", indicator="staff"), seen(-101, "2019", indicator="staff")), "staff")
    assert scale(answer).high < 0
    assert "The axis does not start at zero." in answer.notes


def test_one_scale_holds_for_the_axis_and_a_small_number_names_its_unit() -> None:
    figures = [
        seen(value, period, indicator="revenue") for value, period in ((0, "2017"), (48_000, "2018"), (1.5e9, "2019"))
    ]
    answer = over_time(region(*figures), "revenue")
    assert answer.subtitle == "billion yuan a year"
    assert [strong for strong, _ in labels(answer)] == ["0", "48,000\u00a0yuan", "1.5"]


def test_a_mark_reads_out_value_period_status_and_source() -> None:
    first = drawn(over_time(model_case()), Dot)[0].details
    assert first.read_out == "48\u00a0vehicles · 2019 · actual · Morning Paper, 26 Apr 2020\nTrial operation."
    assert first.source == "paper"
    assert first.observation is not None
    assert first.observation.value == 48


# -- the same as a table ----------------------------------------------------------------------------------------


def test_the_table_holds_every_figure_with_its_source() -> None:
    dataset = model_case()
    table = over_time(dataset).table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert len(table.headings) == len(table.columns)
    assert [
        (row["TIME_PERIOD"], row["OBS_VALUE"], row["VALUE_TYPE"], row["OBS_STATUS"], row["SOURCE"]) for row in rows
    ] == [
        ("2019", 48, "actual", "A", "paper"),
        ("2020", 5_000, "forecast", "F", "paper"),
        ("2020", 100_000, "capacity", "", "paper"),
        ("2020", 10_000, "capacity", "", "report"),
    ]
    assert rows[0]["NOTE"] == "Trial operation."
    assert rows[3]["SOURCE_URL"] == "https://example.org/report"
    assert rows[0]["UNIT"] == "vehicles"


def test_nothing_is_drawn_that_is_not_in_the_table() -> None:
    answer = over_time(model_case())
    held = {row[answer.table.columns.index("OBS_VALUE")] for row in answer.table.rows}
    dots, levels = drawn(answer, Dot), drawn(answer, Reference)
    assert {dot.y for dot in dots} | {level.y for level in levels} == held


# -- colours, and what there is no chart of ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "slot"), [(company("maker"), 0), (company("chemist"), 1), (pillar("chemicals"), 1), (REGION, None)]
)
def test_a_subject_has_the_colour_of_its_pillar(subject: Ref, slot: int | None) -> None:
    figures: list[Observation] = [seen(1, "2018", subject=subject.id), seen(2, "2019", subject=subject.id)]
    assert {dot.colour for dot in drawn(over_time(region(*figures), subject=subject), Dot)} == {slot}


def test_a_pillar_that_asks_for_a_colour_gives_it_to_its_companies() -> None:
    fresh = region(seen(1, "2018"), seen(2, "2019"))
    rusty = replace(fresh, pillars=(replace(fresh.pillars[0], colour="rust"), *fresh.pillars[1:]))
    assert {dot.colour for dot in drawn(over_time(rusty), Dot)} == {SLOTS.index("rust")}


@pytest.mark.parametrize(
    ("indicator", "why"),
    [("staff", "There is no figure of this indicator here"), (None, "This kind of chart needs an indicator")],
)
def test_without_a_figure_there_is_no_chart(indicator: str | None, why: str) -> None:
    with pytest.raises(NoChartError, match=why):
        chart(model_case(), Question("over-time", company("maker"), indicator), words_in("en"))


def test_a_title_that_begins_with_its_subject_is_not_given_it_twice() -> None:
    answer = over_time(model_case())
    assert (
        replace(answer, subject="Finance", title="Finance, value added, 2019").full_title
        == "Finance, value added, 2019"
    )
    assert replace(answer, subject="Gas", title="Gas output, 2019").full_title == "Gas: Gas output, 2019"


def test_a_year_in_the_middle_of_its_year_has_no_quarters_below_it() -> None:
    years = [seen(10, "2018"), seen(12, "2019"), seen(5, "2018-S1"), seen(6, "2019-S1")]
    mixed = over_time(region(*years)).x
    assert isinstance(mixed, TimeAxis)
    assert mixed.finest == 1.0
    spans = over_time(region(seen(10, "2018"), seen(7, "2019-S1"))).x
    assert isinstance(spans, TimeAxis)
    assert spans.finest == 0.0


def test_digits_are_for_telling_a_number_from_others_not_those_from_each_other() -> None:
    values = (2_189_000, 2_190_400, 2_190_401)
    answer = over_time(
        region(*(seen(each, str(2018 + at), indicator="staff") for at, each in enumerate(values))), "staff"
    )
    assert labels(answer)[0][0] == "2.189"
