"""The strip: which figures stand on it, how they are labelled, and what puts each in proportion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.joins import Join
from heartland_gui.charts.plans import PlanState
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.model.queries import Headline
from heartland_gui.pages.figures import Amount, FigureCell, Proportion
from heartland_gui.pages.strip import amount_of, figure_cell, period_text, proportion_of, spark_of, strip_of
from heartland_gui.text import Words
from heartland_gui.text.languages import words_for_data
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, model_case, region, said, seen

WORDS = Words()
ZH = words_for_data("zh")
SND = Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle")


def cells(dataset: Dataset, ref: Ref = MAKER, words: Words = WORDS) -> tuple[FigureCell, ...]:
    return strip_of(dataset, ref, words)


def proportion(*figures: Observation, breaks: tuple[str, ...] = ()) -> Proportion | None:
    dataset = region(*figures, breaks=breaks)
    return proportion_of(dataset, max(figures, key=lambda item: item.period.order), WORDS, planned=False)


def test_a_company_shows_what_is_done_expected_and_designed_in_cells_of_their_own() -> None:
    made, hoped, designed = cells(model_case())
    assert [made.label, hoped.label, designed.label] == [
        "Vehicles produced",
        "Expected for 2020",
        "Designed vehicles produced",
    ]
    assert [made.status, hoped.status, designed.status] == [Status.ACTUAL, Status.FORECAST, Status.CAPACITY]
    assert (made.period, made.remark, hoped.period, hoped.remark) == ("2019", "", "2020", "forecast")
    assert made.proportion is None


def test_what_is_hoped_for_says_what_became_of_it_and_how_old_it_is() -> None:
    dataset = region(seen(9, "2016", Status.TARGET), seen(5e9, "2017", Status.TARGET, indicator="revenue"))
    sizes = tuple(replace(each, plan_size=each.id == "revenue") for each in dataset.indicators)
    made, size = cells(replace(dataset, indicators=sizes))
    assert (made.remark, made.warned) == ("target", True)
    assert made.proportion == Proportion("", outcome="no figure known", state=PlanState.NO_FIGURE, figures=made.figures)
    assert [item.value for item in made.figures] == [9]
    assert made.spoken == "Vehicles produced, 9\u00a0vehicles, 2016, 10 years old, target; no figure known"
    assert (size.remark, size.proportion) == ("announced", None)
    ahead = cells(region(seen(9, "2030", Status.TARGET)))[0]
    assert (ahead.warned, ahead.proportion) == (False, None)


def test_a_plan_for_a_part_does_not_stand_below_the_figure_of_the_whole() -> None:
    part = seen(100, "2030", Status.TARGET, subject="vehicles", scope=said("methanol cars"))
    done = seen(5, "2020", subject="vehicles")
    dataset = region(seen(4, "2019", subject="vehicles"), done, part)
    found = proportion_of(dataset, done, WORDS)
    assert found is not None
    assert found.text == "Year before: 4\u00a0vehicles"
    own = seen(6, "2020", subject="vehicles", scope=said("methanol cars"))
    of_part = proportion_of(region(own, part), own, WORDS)
    assert of_part is not None
    assert of_part.text.startswith("target for 2030: 100")


def test_two_sources_that_differ_stand_together_with_their_unit_once() -> None:
    designed = cells(model_case())[2]
    assert designed.amounts == (Amount("100,000"), Amount("10,000", "", "\u00a0vehicles"))
    assert [item.source for item in designed.figures] == ["paper", "report"]
    assert (designed.differs, designed.remark, designed.period) == (True, "two sources differ", "")
    assert designed.spoken == (
        "Designed vehicles produced, 100,000 or 10,000\u00a0vehicles, 2020, capacity, two sources differ"
    )
    third = region(
        *(seen(value, "2019", source=name) for value, name in ((1, "paper"), (2, "report"), (3, "yearbook")))
    )
    assert cells(third)[0].remark == "3 sources differ"


def test_what_reads_the_same_does_not_differ() -> None:
    alike = region(
        seen(1_234_567_890, "2019", indicator="revenue"),
        seen(1_234_567_999, "2019", indicator="revenue", source="paper"),
    )
    (cell,) = cells(alike)
    assert (cell.differs, len(cell.figures)) == (False, 1)


def test_an_amount_is_parted_in_any_language() -> None:
    dataset = region(seen(48, "2019", qualifier=Qualifier.ONLY), seen(15e8, "2019", indicator="revenue"))
    made, revenue = (dataset.figures["maker", each][0] for each in ("output", "revenue"))
    assert amount_of(dataset, made, WORDS) == Amount("48", "only\u00a0", "\u00a0vehicles")
    assert amount_of(dataset, revenue, WORDS) == Amount("1.5", "", "\u00a0bn\u00a0yuan")
    assert amount_of(dataset, made, ZH) == Amount("48", "仅", "辆")
    assert amount_of(dataset, revenue, ZH) == Amount("15", "", "亿元")


def test_a_step_stays_where_two_values_share_a_unit() -> None:
    dataset = region(seen(100_000, "2020", Status.CAPACITY, source="paper"), seen(10_000, "2020", Status.CAPACITY))
    (cell,) = cells(dataset, words=ZH)
    assert [(each.text, each.unit) for each in cell.amounts] == [("10", "万"), ("1", "万辆")]


def test_others_show_one_figure_of_each_indicator_and_at_most_five() -> None:
    names = ("output", "revenue", "staff", "goods", "services", "growth")
    figures = [seen(1, "2019", indicator=name, subject="vehicles") for name in names]
    figures.append(seen(9, "2025", Status.TARGET, subject="vehicles"))
    found = cells(region(*figures), Ref(SubjectKind.PILLAR, "vehicles"))
    assert [cell.figures[0].indicator for cell in found] == ["output", "revenue", "staff", "growth", "goods"]
    assert {cell.status for cell in found} == {Status.ACTUAL}


def test_sources_and_comparisons_have_no_strip() -> None:
    dataset = region(seen(1, "2019"))
    assert cells(dataset, Ref(SubjectKind.SOURCE, "paper")) == ()
    assert cells(dataset, comparison_of(["maker", "rival"])) == ()


def test_a_plan_of_the_same_indicator_stands_below_the_figure() -> None:
    pillar = Ref(SubjectKind.PILLAR, "vehicles")
    figures = [seen(value, period, subject="vehicles") for value, period in ((8, "2019"), (9, "2020"))]
    dataset = region(*figures, seen(10, "2020", Status.TARGET, subject="vehicles", source="paper"))
    dataset = replace(dataset, indicators=tuple(replace(each, better=each.better.MORE) for each in dataset.indicators))
    (cell,) = cells(dataset, pillar)
    told = cell.proportion
    assert told is not None
    assert (told.text, told.outcome) == ("target for 2020: 10\u00a0vehicles, ", "missed by 1\u00a0vehicles")
    assert (told.status, told.state) == (Status.TARGET, PlanState.MISSED)
    assert cell.spoken.endswith("; target for 2020: 10\u00a0vehicles, missed by 1\u00a0vehicles")


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        ([seen(7, "2019")], "Year before: 7\u00a0vehicles"),
        ([seen(7, "2018"), seen(6, "2017")], "2018: 7\u00a0vehicles"),
        ([seen(7, "2016")], "from 7\u00a0vehicles in 2016"),
        ([seen(7, "2019-01-01/2019-09-30")], None),
        ([seen(7, "2019", scope=said("a plant"))], None),
        ([seen(7, "2019", Status.FORECAST)], None),
        # What is exact says more than a bound that is nearer.
        ([seen(7, "2018"), seen(9, "2019", qualifier=Qualifier.OVER)], "2018: 7\u00a0vehicles"),
    ],
)
def test_without_a_plan_the_year_before_stands_there(earlier: list[Observation], text: str | None) -> None:
    told = proportion(*earlier, seen(9, "2020"))
    assert (told.text if told else None) == text


def test_a_level_is_compared_with_the_end_of_a_year() -> None:
    told = proportion(
        *(seen(value, period, indicator="staff") for value, period in ((5, "2024"), (6, "2025-03"), (7, "2025-06")))
    )
    assert told is not None
    assert told.text == "2024: 5\u00a0people"


def test_both_have_as_many_digits_and_a_new_definition_is_told() -> None:
    told = proportion(seen(5.796e9, "2019", indicator="revenue"), seen(5.79e9, "2020", indicator="revenue"))
    assert told is not None
    assert told.text == "Year before: 5.80\u00a0bn\u00a0yuan"
    broken = proportion(seen(7, "2019"), seen(9, "2020"), breaks=("2020",))
    assert broken is not None
    assert broken.text == "Year before: 7\u00a0vehicles, new definition"


def test_a_small_line_has_four_points_at_least() -> None:
    years = [seen(value, f"{2015 + value}") for value in range(1, 5)]
    short = region(*years[:3])
    assert spark_of(short, years[0]) is None
    spark = spark_of(region(*years), years[0])
    assert spark is not None
    assert [value for _, value in spark.points] == [1.0, 2.0, 3.0, 4.0]
    assert spark.joins == (Join.THICK,) * 3
    gap = spark_of(region(*years[:3], seen(9, "2020")), years[0])
    assert gap is not None
    assert gap.joins[-1] is Join.DOTTED


def test_what_is_long_ago_warns_and_says_its_age() -> None:
    dataset = region(seen(1, "2017"))
    (old,) = cells(dataset)
    assert (old.period, old.warned) == ("2017", True)
    assert "2017, 9 years old" in old.spoken
    assert period_text(dataset, seen(1, "2018"), WORDS) == ("2018", False)
    assert period_text(dataset, seen(1, "2010", Status.CAPACITY), WORDS) == ("2010", False)


def test_the_founding_company_says_all_of_it_in_six_cells() -> None:
    found = cells(shipped_dataset(), SND)
    assert len(found) == 6
    assert [cell.label for cell in found[1:3]] == ["Expected for 2020", "Designed vehicles a year"]
    assert [each.text for each in found[2].amounts] == ["100,000", "10,000"]


def test_a_note_is_told_by_the_tooltip_and_by_no_star() -> None:
    figure = seen(48, "2019", note=Localized((("en", "Trial."),)))
    cell = figure_cell(region(figure), Headline(figure), WORDS)
    assert cell.tip.endswith("\nTrial.")
    assert "*" not in "".join(each.text + each.unit for each in cell.amounts)


def test_two_numbers_that_would_read_the_same_have_digits_enough_to_differ() -> None:
    (cell,) = cells(
        region(seen(11.97e9, "2024", indicator="revenue"), seen(11.99e9, "2025", indicator="revenue", source="paper"))
    )
    assert cell.amounts[0].whole == "11.99\u00a0bn\u00a0yuan"
    assert cell.proportion is not None
    assert cell.proportion.text == "Year before: 11.97\u00a0bn\u00a0yuan"
    assert cell.spoken.startswith("Revenue, 11.99\u00a0bn\u00a0yuan, 2025, actual; Year before: 11.97")
    far = cells(region(seen(10e9, "2024", indicator="revenue"), seen(11.99e9, "2025", indicator="revenue")))[0]
    assert far.amounts[0].text == "12"
    near = cells(region(seen(11.98999e9, "2024", indicator="revenue"), seen(11.99e9, "2025", indicator="revenue")))[0]
    assert near.amounts[0].text == "12", "a headline has no room for five decimals"


def test_a_plan_that_was_long_over_says_nothing_of_a_figure() -> None:
    def below(year: int) -> str:
        done = seen(5, f"{year}", subject="vehicles")
        aimed = seen(9, "2019", Status.TARGET, subject="vehicles")
        found = proportion_of(region(seen(4, f"{year - 1}", subject="vehicles"), done, aimed), done, WORDS)
        return "" if found is None else found.text

    assert below(2020).startswith("target for 2019")
    assert below(2021) == "Year before: 4\u00a0vehicles"


def test_a_figure_that_is_much_older_than_the_others_warns_and_says_so() -> None:
    dataset = region(seen(5, "2021"), seen(7e9, "2025", indicator="revenue"))
    made, revenue = cells(dataset)
    assert (made.warned, revenue.warned) == (True, False)
    assert made.spoken.endswith("; 4 years older")
    assert not any(cell.warned for cell in cells(region(seen(5, "2022"), seen(7e9, "2025", indicator="revenue"))))
