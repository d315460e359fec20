"""Rankings: bars from zero, of what can be compared, with what is left out said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds import ranking as ranking_kind
from heartland_gui.charts.spec import ANY_COLOUR, Bar, Bracket, Chart, Question, RowAxis, Symbol, ValueAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, company, pillar, region, said, seen

VEHICLES = pillar("vehicles")


def ranking(dataset: Dataset, indicator: str = "output", subject: Ref = VEHICLES, language: str = "en") -> Chart:
    return chart(dataset, Question("ranking", subject, indicator), words_in(language))


def bars(answer: Chart) -> list[Bar]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Bar)]


def spreads(answer: Chart) -> list[Bracket]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Bracket)]


def names(answer: Chart) -> list[str]:
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    return [row.label for row in axis.rows]


def of(
    subject: str, value: float, period: str = "2019", status: Status = Status.ACTUAL, **known: object
) -> Observation:
    return seen(value, period, status, subject=subject, **known)


# -- order, zero, period ----------------------------------------------------------------------------------------


def test_the_largest_stands_first() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("third", 10)))
    assert names(answer) == ["Rival Works", "Maker Works", "Third Works"]
    assert [(bar.row, bar.value, bar.label.strong) for bar in bars(answer)] == [
        (0, 30, "30"),
        (1, 20, "20"),
        (2, 10, "10"),
    ]
    assert answer.subtitle == "vehicles, 2019"
    assert answer.title == "Vehicles produced by company"


def test_who_is_called_the_same_carries_the_parent() -> None:
    dataset = region(of("maker", 20), of("rival", 30))
    maker, rival, *others = dataset.companies
    dataset = replace(dataset, companies=(maker, replace(rival, name=maker.name, place="south"), *others))
    assert names(ranking(dataset)) == ["Maker Works (South City)", "Maker Works (North City)"]


@pytest.mark.parametrize("values", [(20, 30), (1000, 1001), (-5, -4), (-5, 7), (1, 1_000_000)])
def test_bars_start_at_zero_on_a_linear_axis(values: tuple[float, float]) -> None:
    answer = ranking(region(of("maker", values[0]), of("rival", values[1])))
    assert isinstance(answer.x, ValueAxis)
    assert answer.x.low <= 0 <= answer.x.high
    assert answer.x.low <= min(values)
    assert answer.x.high >= max(values)
    assert not answer.x.logarithmic
    assert not answer.can_be_logarithmic
    if min(values) >= 0:
        assert answer.x.low == 0


def test_the_newest_figure_counts() -> None:
    answer = ranking(region(of("maker", 99, "2018"), of("maker", 20), of("rival", 30)))
    assert [bar.value for bar in bars(answer)] == [30, 20]


def test_periods_that_differ_are_said_above_and_at_the_bars() -> None:
    answer = ranking(region(of("maker", 20, "2018"), of("rival", 30, "2021")))
    assert answer.subtitle == "vehicles, newest figure of each; periods differ: 2018 to 2021"
    assert [bar.label.faint for bar in bars(answer)] == ["2021", "2018"]


def test_a_year_that_most_share_goes_before_the_newest_of_each() -> None:
    answer = ranking(region(of("maker", 20), of("maker", 90, "2021"), of("rival", 30), of("third", 10)))
    assert [(bar.value, bar.label.faint) for bar in bars(answer)] == [(30, ""), (20, ""), (10, "")]
    assert answer.subtitle == "vehicles, 2019"
    assert answer.notes == ()


def test_the_few_without_a_figure_of_the_common_year_are_named() -> None:
    shared = [of(f"maker-{number:02d}", number + 1) for number in range(8)]
    answer = ranking(
        region(*shared, of("maker", 99, "2021"), of("rival", 9, "2025", Status.TARGET), more_makers=8),
    )
    assert len(bars(answer)) == 8
    assert answer.notes == (
        "Left out, no figure of the same period: Maker Works (2021).",
        "Left out, no actual figure yet: Rival Works.",
    )


def test_too_few_share_a_year_to_rank_by_it() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("third", 10, "2021")))
    assert answer.subtitle.endswith("periods differ: 2019 to 2021")
    assert len(bars(answer)) == 3


def test_a_company_is_never_left_out_of_its_own_ranking() -> None:
    shared = [of(f"maker-{number:02d}", number + 1) for number in range(8)]
    own = (of("maker", 99, "2021"), of("maker", 98, "2018"))
    answer = ranking(region(*shared, *own, more_makers=8), subject=MAKER)
    assert "Maker Works" in names(answer)
    assert answer.subtitle.endswith("periods differ: 2019 to 2021")
    earlier = [of(f"maker-{number:02d}", number + 1, "2018") for number in range(8)]
    answer = ranking(region(*shared, *earlier, *own, more_makers=8), subject=MAKER)
    assert answer.subtitle == "vehicles, 2018"
    assert names(answer)[0] == "Maker Works"


def test_only_full_years_of_a_flow_are_compared_and_the_rest_is_said_to_be_left_out() -> None:
    answer = ranking(
        region(of("maker", 20), of("rival", 30), of("third", 90, "2020-01/2020-09"), of("maker", 15, "2020-S1"))
    )
    assert [bar.value for bar in bars(answer)] == [30, 20]
    assert answer.notes == ("Left out, no full year: Third Works.",)


def test_levels_of_any_moment_are_compared() -> None:
    staff = (of("maker", 20, "2020-03", indicator="staff"), of("rival", 30, "2019", indicator="staff"))
    assert [bar.label.faint for bar in bars(ranking(region(*staff), "staff"))] == ["2019", "Mar 2020"]


def test_a_part_is_never_ranked_with_wholes() -> None:
    part = said("north works")
    answer = ranking(region(of("maker", 20), of("rival", 30), of("third", 90, scope=part), of("maker", 99, scope=part)))
    assert [bar.value for bar in bars(answer)] == [30, 20]
    assert answer.notes == ("Left out, figures cover only a part: Third Works.",)


def test_everyone_who_is_left_out_is_counted() -> None:
    parts = [of(f"maker-{number:02d}", 1, scope=said("part")) for number in range(7)]
    answer = ranking(region(of("maker", 20), of("rival", 30), *parts, more_makers=7))
    (note,) = answer.notes
    assert note.endswith("Maker-03 Works, Maker-04 Works and 2 more.")


def test_of_very_many_the_largest_are_shown_and_all_are_in_the_table() -> None:
    many = [of(f"maker-{number:02d}", number + 1) for number in range(25)]
    answer = ranking(region(*many, more_makers=25))
    assert len(bars(answer)) == 20
    assert answer.notes == ("The largest 20 of 25 are shown.",)
    assert len(answer.table.rows) == 25


def test_of_very_many_a_company_is_still_in_its_own_ranking_with_its_place() -> None:
    many = [of(f"maker-{number:02d}", number + 10) for number in range(25)]
    answer = ranking(region(*many, of("maker", 5), of("rival", 1), more_makers=25), subject=MAKER)
    assert len(bars(answer)) == 20
    assert names(answer)[-2:] == ["Maker-06 Works", "Maker Works (number 26)"]
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert [row.label for row in axis.rows if row.emphasis] == ["Maker Works (number 26)"]
    assert answer.notes == ("The largest 19 of 27 are shown, then Maker Works: number 26.",)
    assert answer.sentence.endswith("Number 26: Maker Works 5\u00a0vehicles (2019, actual).")


def test_a_company_in_the_last_row_that_there_is_has_no_gap_above() -> None:
    many = [of(f"maker-{number:02d}", number + 10) for number in range(19)]
    answer = ranking(region(*many, of("maker", 5), of("rival", 1), more_makers=19), subject=MAKER)
    assert names(answer)[-1] == "Maker Works"
    assert answer.notes == ("The largest 20 of 21 are shown.",)


# -- status, qualifiers, sources --------------------------------------------------------------------------------


def test_what_is_done_goes_before_what_is_hoped_for() -> None:
    answer = ranking(
        region(of("maker", 20), of("maker", 90, "2025", Status.TARGET), of("rival", 30, "2025", Status.TARGET))
    )
    assert [(bar.value, bar.status, bar.label.faint) for bar in bars(answer)] == [
        (30, Status.TARGET, "2025 · target"),
        (20, Status.ACTUAL, "2019"),
    ]
    assert [(entry.symbol, entry.label) for entry in answer.legend] == [(Symbol.BAR, "actual"), (Symbol.BAR, "target")]
    assert {entry.colour for entry in answer.legend} == {bars(answer)[0].colour}


def test_qualifiers_and_estimates_stand_at_the_bars() -> None:
    answer = ranking(region(of("maker", 20, status=Status.ESTIMATE), of("rival", 30, qualifier=Qualifier.OVER)))
    assert [(bar.label.strong, bar.label.faint) for bar in bars(answer)] == [
        (">\u00a030", ""),
        ("≈\u00a020", "estimate"),
    ]


def test_one_scale_holds_for_all_bars() -> None:
    money = [
        of("maker", 1.5e9, indicator="revenue"),
        of("rival", 48e6, indicator="revenue"),
        of("third", 48_000, indicator="revenue"),
    ]
    answer = ranking(region(*money), "revenue")
    assert answer.subtitle == "billion yuan, 2019"
    assert [bar.label.strong for bar in bars(answer)] == ["1.5", "0.048", "48,000\u00a0yuan"]


def test_what_another_source_says_stands_at_the_bar_and_in_the_table() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("rival", 50, source="paper")))
    (rival, _) = bars(answer)
    assert (rival.label.strong, rival.label.faint) == ("30", "by Bureau of Statistics · 50 by Morning Paper")
    assert [row[5] for row in answer.table.rows] == [30, 50, 20]
    assert [source.id for source in answer.sources] == ["yearbook", "paper"]


def test_what_another_source_says_is_drawn_on_the_row_and_told_below() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("rival", 50, source="paper")))
    (bracket,) = spreads(answer)
    assert (bracket.along, bracket.low, bracket.high, bracket.horizontal) == (0, 30, 50, True)
    assert bracket.details.source == "paper"
    assert isinstance(answer.x, ValueAxis)
    assert answer.x.high > 50, "the rival is on the axis"
    assert answer.legend[-1].symbol is Symbol.BRACKET
    assert answer.notes == (
        "Rival Works, 2019: 30 by Bureau of Statistics, 50 by Morning Paper; difference: 20 vehicles (66.7 %).",
    )


def test_a_number_with_a_note_is_starred_and_the_note_stands_below() -> None:
    answer = ranking(region(of("maker", 20, note=said("Trial operation.")), of("rival", 30)))
    assert [bar.label.strong for bar in bars(answer)] == ["30", "20\u00a0*"]
    assert answer.notes == ("*\u00a0Maker Works: Trial operation.",)


def test_the_note_of_another_source_is_starred_at_its_number_and_says_whose_it_is() -> None:
    answer = ranking(
        region(of("maker", 20), of("rival", 30), of("rival", 50, source="paper", note=said("With trucks.")))
    )
    label = bars(answer)[0].label
    assert (label.strong, label.faint) == ("30", "by Bureau of Statistics · 50\u00a0* by Morning Paper")
    assert answer.notes[-1] == "*\u00a0Rival Works, 50\u00a0vehicles: With trucks."


def test_many_notes_of_a_ranking_are_counted() -> None:
    noted = [of(f"maker-{number:02d}", number + 1, note=said(f"Revised {number}.")) for number in range(5)]
    answer = ranking(region(*noted, more_makers=5))
    assert all(bar.label.strong.endswith("*") for bar in bars(answer))
    assert answer.notes == ("* 5 figures have notes in the data.",)


def test_one_note_of_several_rows_is_printed_once() -> None:
    noted = [of(name, 9, note=said("Revised.")) for name in ("maker", "rival")]
    assert ranking(region(*noted, of("third", 5))).notes == ("*\u00a0Maker Works and Rival Works: Revised.",)


def test_sources_that_agree_do_not_differ() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("rival", 30, source="paper")))
    assert bars(answer)[0].label.faint == ""
    assert not spreads(answer)
    assert all(entry.symbol is not Symbol.BRACKET for entry in answer.legend)


def test_the_table_holds_every_bar_with_its_source() -> None:
    answer = ranking(region(of("maker", 20, source="paper"), of("rival", 30)))
    rows = [dict(zip(answer.table.columns, row, strict=True)) for row in answer.table.rows]
    assert [(row["SUBJECT"], row["OBS_VALUE"], row["SOURCE"]) for row in rows] == [
        ("rival", 30, "yearbook"),
        ("maker", 20, "paper"),
    ]


def test_a_bar_reads_out_whose_it_is_and_its_row_leads_there() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30)))
    assert (
        bars(answer)[0].details.read_out
        == "Rival Works\n30\u00a0vehicles · 2019 · actual · Bureau of Statistics, Sep 2021"
    )
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert axis.rows[0].ref == company("rival")


def test_the_sentence_names_the_largest() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30)))
    assert answer.sentence == (
        "2 ranked by Vehicles produced; the largest: Rival Works 30\u00a0vehicles (2019, actual) and "
        "Maker Works 20\u00a0vehicles (2019, actual)."
    )


# -- who is ranked ----------------------------------------------------------------------------------------------


def test_a_company_is_ranked_among_those_of_its_first_pillar() -> None:
    answer = ranking(region(of("maker", 20), of("rival", 30), of("chemist", 40)), subject=MAKER)
    assert names(answer) == ["Chemist", "Rival Works", "Maker Works"]
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert [row.emphasis for row in axis.rows] == [False, False, True]
    assert answer.title == "Vehicles produced, compared with others in Vehicles"
    with pytest.raises(NoChartError):
        ranking(region(of("maker", 20), of("chemist", 40)), subject=company("chemist"))


def test_the_region_ranks_its_cities_before_companies() -> None:
    answer = ranking(region(of("north", 5), of("south", 7), of("maker", 20), of("rival", 30)), subject=REGION)
    assert names(answer) == ["South City", "North City"]
    assert answer.title == "Vehicles produced by city"


def test_the_region_ranks_companies_in_their_pillars_colours() -> None:
    answer = ranking(region(of("maker", 5), of("chemist", 7)), subject=REGION)
    assert [bar.colour for bar in bars(answer)] == [1, 0]
    assert [(entry.label, entry.colour) for entry in answer.legend[1:]] == [("Vehicles", 0), ("Modern chemicals", 1)]
    assert (answer.legend[0].symbol, answer.legend[0].colour) == (Symbol.BAR, ANY_COLOUR)


def test_the_region_ranks_its_pillars_each_in_its_colour() -> None:
    answer = ranking(region(of("vehicles", 5), of("chemicals", 7), of("maker", 20), of("rival", 30)), subject=REGION)
    assert names(answer) == ["Modern chemicals", "Vehicles"]
    assert [bar.colour for bar in bars(answer)] == [1, 0]
    assert [entry.label for entry in answer.legend] == ["actual"], "the rows name the pillars"
    assert answer.title == "Vehicles produced by pillar"
    axis = answer.panels[0].y
    assert isinstance(axis, RowAxis)
    assert axis.rows[0].ref == pillar("chemicals")


def test_cities_go_before_pillars() -> None:
    figures = (of("vehicles", 5), of("chemicals", 7), of("north", 1), of("south", 2))
    assert names(ranking(region(*figures), subject=REGION)) == ["South City", "North City"]


def test_what_companies_have_done_goes_before_what_pillars_aim_at() -> None:
    aims = (of("vehicles", 5, "2025", Status.TARGET), of("chemicals", 7, "2025", Status.TARGET))
    assert names(ranking(region(*aims, of("maker", 20), of("rival", 30)), subject=REGION)) == [
        "Rival Works",
        "Maker Works",
    ]
    assert names(ranking(region(*aims, of("maker", 20)), subject=REGION)) == ["Modern chemicals", "Vehicles"]


def test_a_pillar_ranks_in_its_own_colour() -> None:
    answer = ranking(region(of("maker", 5), of("chemist", 7)))
    assert {bar.colour for bar in bars(answer)} == {0}


def test_chinese_names() -> None:
    answer = ranking(
        region(of("maker", 2.5e8, indicator="revenue"), of("rival", 3e7, indicator="revenue")), "revenue", language="zh"
    )
    assert answer.subtitle == "2019年，亿元"
    assert [bar.label.strong for bar in bars(answer)] == ["2.5", "0.3"]


def test_of_those_that_somebody_chose_what_all_have_done_tells_most() -> None:
    chosen = Ref(SubjectKind.COMPARISON, "maker,rival")
    planned = (of("rival", 2), of("maker", 9, "2025", Status.TARGET))
    weights = [
        ranking_kind.questions(region(*figures), chosen)[0][0]
        for figures in ((of("maker", 1), of("rival", 2)), planned)
    ]
    assert weights == [7, 6.5]


def test_an_indicator_that_the_dataset_wants_first_is_ranked_first() -> None:
    dataset = region(
        of("maker", 1), of("rival", 2), of("maker", 3, indicator="staff"), of("rival", 4, indicator="staff")
    )
    wanted = replace(dataset, manifest=replace(dataset.manifest, headline=("staff",)))
    plain, first = (
        {asked.indicator: weight for weight, asked in ranking_kind.questions(each, REGION)}
        for each in (dataset, wanted)
    )
    assert plain["staff"] == plain["output"] == 2
    assert (first["staff"], first["output"]) == (4, 2)


REASONS = {
    "nobody": ((), VEHICLES, "Fewer than two have comparable figures of the same indicator."),
    "zeros": ((of("maker", 0), of("rival", 0)), VEHICLES, "All figures that could be ranked are zero."),
    "others": ((of("rival", 1), of("third", 2)), MAKER, "There are no comparable figures here."),
    "a part": (
        (of("rival", 1), of("maker", 2, scope=said("north works"))),
        MAKER,
        "There are no comparable figures here.",
    ),
    "alone": ((of("maker", 1),), MAKER, "No other has a comparable figure of the same indicator."),
    "own zeros": ((of("maker", 0), of("rival", 0)), MAKER, "All figures that could be ranked are zero."),
}


@pytest.mark.parametrize(("figures", "subject", "sentence"), REASONS.values(), ids=REASONS)
def test_what_is_not_ranked_has_its_true_reason(figures: tuple[Observation, ...], subject: Ref, sentence: str) -> None:
    assert ranking_kind.questions(region(*figures), subject) == ()
    assert ranking_kind.reason(region(*figures), subject, Words()) == sentence


@pytest.mark.parametrize(
    ("figures", "indicator", "sentence"),
    [
        ((of("maker", 1),), "output", "Fewer than two have comparable figures of this indicator"),
        ((), "output", "Fewer than two have comparable figures"),
        ((of("maker", 1), of("rival", 2, "2019-S1")), "output", "Fewer than two have comparable figures"),
        ((), None, "This kind of chart needs an indicator"),
    ],
)
def test_without_two_to_compare_there_is_no_ranking(
    figures: tuple[Observation, ...], indicator: str | None, sentence: str
) -> None:
    with pytest.raises(NoChartError, match=sentence):
        chart(region(*figures), Question("ranking", VEHICLES, indicator), Words())
