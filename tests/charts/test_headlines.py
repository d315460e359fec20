"""The sentence of a chart over time: it joins only what may be compared, or says what it is of."""

from __future__ import annotations

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Status
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, region, said, seen

PART = said("north works", "北厂")


def told(dataset: Dataset, indicator: str = "output", language: str = "en") -> str:
    """Return the sentence with ordinary spaces, without what it is of."""
    answer = chart(dataset, Question("over-time", MAKER, indicator), words_in(language))
    return answer.sentence.replace("\u00a0", " ").removeprefix("Vehicles produced of Maker Works: ")


def test_the_first_and_the_last_are_of_the_same_scope() -> None:
    dataset = region(seen(4, "2016", scope=PART), seen(10, "2017"), seen(12, "2018"), seen(5, "2019", scope=PART))
    assert told(dataset) == (
        "10 vehicles in 2017 (actual) and 12 vehicles in 2018 (actual). Not comparable with these: 5 vehicles "
        "in 2019 (actual, north works)."
    )


def test_a_course_of_a_part_says_of_which() -> None:
    dataset = region(seen(4, "2016", scope=PART), seen(5, "2019", scope=PART), seen(50, "2025", Status.TARGET))
    assert told(dataset) == (
        "4 vehicles in 2016 (actual, north works), 5 vehicles in 2019 (actual, north works) and "
        "50 vehicles in 2025 (target)."
    )


def test_a_course_of_a_part_goes_before_one_number_of_the_whole() -> None:
    dataset = region(seen(4, "2016", scope=PART), seen(5, "2019", scope=PART), seen(50, "2020"))
    assert told(dataset).endswith("Not comparable with these: 50 vehicles in 2020 (actual).")


def test_parts_of_years_are_not_told_as_if_they_were_years() -> None:
    dataset = region(seen(10, "2017"), seen(12, "2018"), seen(7, "2019-S1"), seen(8, "2020-S1"), seen(3, "2020-Q4"))
    assert told(dataset) == (
        "10 vehicles in 2017 (actual) and 12 vehicles in 2018 (actual). Not comparable with these: 8 vehicles "
        "in H1 2020 (actual) and 3 vehicles in Q4 2020 (actual)."
    )


def test_a_level_of_a_month_is_told_with_those_of_years() -> None:
    dataset = region(seen(10, "2017", indicator="staff"), seen(12, "2018-03", indicator="staff"))
    assert "10 people in 2017 (actual) and 12 people in Mar 2018 (actual)." in told(dataset, "staff")


def test_where_two_sources_give_the_ends_each_is_named() -> None:
    assert told(region(seen(10, "2017"), seen(12, "2018", source="paper"))) == (
        "10 vehicles in 2017 (actual, by Bureau of Statistics) and 12 vehicles in 2018 (actual, by Morning Paper)."
    )


def test_a_number_on_which_sources_differ_names_its_source() -> None:
    dataset = region(seen(10, "2017"), seen(12, "2018"), seen(14, "2017", source="paper"))
    assert "10 vehicles in 2017 (actual, by Bureau of Statistics) and 12 vehicles in 2018 (actual)." in told(dataset)


def test_a_changed_definition_between_the_ends_is_told() -> None:
    dataset = region(seen(10, "2017"), seen(12, "2018"), seen(14, "2019"), breaks=("2018",))
    assert told(dataset).endswith("Definition changed before 2018.")


def test_what_is_not_to_be_compared_is_said_in_chinese() -> None:
    dataset = region(seen(10, "2017"), seen(12, "2018"), seen(5, "2019", scope=PART))
    assert told(dataset, language="zh").endswith("与上述数据不可比：2019年5辆（实际值，北厂）。")
