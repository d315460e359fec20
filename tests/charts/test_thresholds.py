"""Which charts have enough to show, and what stands in the place of one that has not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from heartland_gui.charts.choice import KINDS, questions
from heartland_gui.charts.spec import Question
from heartland_gui.charts.thresholds import (
    NumberPair,
    capacities_in_use,
    default_map,
    may_compare_sources,
    may_relate,
    number_pair,
    offered,
    pair_text,
    worth_showing,
)
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset, shipped_questions
from tests.charts.small_region import MAKER, MEMBERS, REGION, happened, mapped, pillar, region, said, seen

VEHICLES: Final = pillar("vehicles")


def worth(kind: str, dataset: Dataset, subject: Ref = MAKER, indicator: str | None = "output") -> bool:
    return worth_showing(dataset, Question(kind, subject, indicator))


def years(count: int, subject: str = "maker", indicator: str = "output", first: int = 2010) -> list[Observation]:
    return [seen(year, str(year), subject=subject, indicator=indicator) for year in range(first, first + count)]


def test_four_years_are_a_course() -> None:
    assert worth("over-time", region(*years(4)))
    assert not worth("over-time", region(*years(3)))
    assert worth("over-time", region(*years(3), seen(9, "2025", Status.TARGET)))
    assert not worth("over-time", region(*years(2), seen(9, "2025", Status.TARGET)))
    assert not worth("over-time", region(*years(3), seen(9, "2025", Status.FORECAST)))


def test_one_period_by_two_sources_is_one_mark() -> None:
    assert not worth("over-time", region(*years(3), seen(1, "2010", source="paper")))


def test_years_of_a_part_do_not_fill_a_course_of_the_whole() -> None:
    assert not worth("over-time", region(*years(3), seen(1, "2020", scope=said("town"))))


def test_six_parts_of_years_of_one_length_are_a_course() -> None:
    quarters = [seen(1, f"{year}-Q{quarter}") for year in (2018, 2019) for quarter in (1, 2, 3)]
    assert worth("over-time", region(*quarters))
    assert not worth("over-time", region(*quarters[:5], seen(1, "2020-S1"), *years(3)))


def test_each_date_of_a_level_is_a_mark() -> None:
    staff = [seen(1, label, indicator="staff") for label in ("2018", "2019-03", "2019", "2020-03-01")]
    assert worth("over-time", region(*staff), indicator="staff")
    assert not worth("over-time", region(*staff[:3]), indicator="staff")


def test_two_subjects_of_one_kind_with_three_shared_periods_are_compared() -> None:
    assert worth("several-over-time", region(*years(3), *years(3, "rival")), VEHICLES)
    assert not worth("several-over-time", region(*years(3), *years(3, "rival", first=2011)), VEHICLES)
    dataset = region(*years(3), *years(3, "rival"))
    parks = (replace(dataset.companies[0], kind=ActorKind.PARK), *dataset.companies[1:])
    assert not worth("several-over-time", replace(dataset, companies=parks), VEHICLES)


def test_on_its_own_page_a_company_is_one_of_those_compared() -> None:
    dataset = region(*years(3, "rival"), *years(3, "third"), *years(1))
    assert worth("several-over-time", dataset, VEHICLES)
    assert not worth("several-over-time", dataset, MAKER)


def test_four_of_one_period_are_ranked() -> None:
    four = [seen(1, "2019", subject=name) for name in MEMBERS]
    assert worth("ranking", region(*four), VEHICLES)
    assert not worth("ranking", region(*four[:3]), VEHICLES)
    assert not worth("ranking", region(*four[:3], seen(1, "2018", subject="fourth")), VEHICLES)


def test_pillars_are_ranked_by_their_companies_where_there_are_four() -> None:
    dataset = region()
    assert not worth("ranking", dataset, REGION, None)
    more = replace(dataset, pillars=(*dataset.pillars, replace(dataset.pillars[0], id="more")))
    assert worth("ranking", more, REGION, None)


def test_a_map_shows_four_fifths_of_the_places_in_one_period() -> None:
    dataset = mapped()
    towns = tuple(replace(dataset.places[1], id=f"town-{number}") for number in range(3))
    places = (*dataset.places, *towns)

    def shown(*periods: str) -> bool:
        names = [place.id for place in places[1:]]
        figures = [seen(1, period, subject=name) for name, period in zip(names, periods, strict=False)]
        return worth("map", replace(mapped(*figures), places=places), REGION)

    assert shown("2019", "2019", "2019", "2019")
    assert not shown("2019", "2019", "2019")
    assert not shown("2019", "2019", "2019", "2018", "2018")
    assert worth("map", dataset, REGION, None)
    both = seen(1, "2019", subject="north"), seen(2, "2019", subject="south")
    assert not worth("map", mapped(*both), REGION), "two places are no map, even if there are no others"


def test_a_change_is_shown_of_four_with_the_same_two_years() -> None:
    both = [seen(1, year, subject=name) for name in MEMBERS for year in ("2018", "2019")]
    assert worth("change", region(*both), VEHICLES)
    assert not worth("change", region(*both[:-1]), VEHICLES)


def test_four_indicators_of_four_periods_stand_side_by_side() -> None:
    names = ("output", "revenue", "staff", "growth")
    assert worth("multiples", region(*(item for name in names for item in years(4, indicator=name))))
    assert not worth("multiples", region(*(item for name in names[:3] for item in years(4, indicator=name))))
    fewer = [*(item for name in names[:3] for item in years(4, indicator=name)), *years(3, indicator="growth")]
    assert not worth("multiples", region(*fewer))


def test_three_events_are_enough() -> None:
    events = tuple(happened(f"Event {number}", f"201{number}") for number in range(3))
    assert worth("timeline", region(events=events), indicator=None)
    assert not worth("timeline", region(events=events[:2]), indicator=None)


def test_plans_and_parts_need_no_four_and_coverage_is_not_for_readers() -> None:
    assert worth("targets", region(), indicator=None)
    assert worth("structure", region())
    assert not worth("coverage", region(), indicator=None)


def test_every_kind_is_known() -> None:
    for kind in KINDS:
        worth(kind, region())


def test_a_third_of_what_the_shipped_dataset_offers_has_enough() -> None:
    questions = shipped_questions()
    enough = [question for question in questions if worth_showing(shipped_dataset(), question)]
    assert 0.3 < len(enough) / len(questions) < 0.5


# -- kinds that no module draws yet ------------------------------------------------------------------------------------


def test_a_capacity_is_held_against_what_was_done_a_year_before_or_after() -> None:
    capacity = seen(100, "2020", Status.CAPACITY)

    def used(*figures: Observation) -> tuple[tuple[float, float], ...]:
        pairs = capacities_in_use(region(*figures), "maker", "output")
        return tuple((one.value, other.value) for one, other in pairs)

    assert used(capacity, seen(48, "2019")) == ((100, 48),)
    assert used(capacity, seen(48, "2018"), seen(49, "2022")) == ()
    assert used(capacity, seen(1, "2019"), seen(2, "2020"), seen(3, "2021")) == ((100, 2),)
    assert used(capacity, seen(1, "2019"), seen(3, "2021")) == ((100, 3),)
    assert used(capacity, seen(1, "2020-S1"), seen(2, "2020", Status.ESTIMATE)) == ()
    assert used(capacity, seen(1, "2020", scope=said("town"))) == ()


def test_sources_are_compared_where_they_differ_often_or_much() -> None:
    def differ(*others: float) -> bool:
        figures = [
            figure
            for year, other in enumerate(others, 2010)
            for figure in (seen(100, str(year)), seen(other, str(year), source="paper"))
        ]
        return may_compare_sources(region(*figures), "maker", "output")

    assert differ(101, 101, 101)
    assert not differ(101, 101, 100.9)
    assert differ(110)
    assert not differ(109)
    assert not differ()
    plans = seen(1, "2025", Status.TARGET), seen(2, "2025", Status.TARGET, source="paper")
    assert not may_compare_sources(region(*plans), "maker", "output")


def test_two_indicators_are_related_by_six_subjects() -> None:
    names = (*MEMBERS, "chemist", "quiet")

    def related(count: int, other_year: str = "2019") -> bool:
        both = [
            figure
            for name in names[:count]
            for figure in (seen(1, "2019", subject=name), seen(1, other_year, subject=name, indicator="revenue"))
        ]
        dataset = region(*both)
        return may_relate(dataset, dataset.companies, "output", "revenue")

    assert related(6)
    assert not related(5)
    assert not related(6, "2018")


# -- the pair of numbers -----------------------------------------------------------------------------------------------


def test_the_newest_two_stand_in_the_place_of_a_chart() -> None:
    dataset = region(
        seen(10, "2018"), seen(12, "2019"), seen(11, "2019", source="paper"), seen(9, "2025", Status.TARGET)
    )
    pair = number_pair(dataset, "maker", "output")
    assert pair == NumberPair(seen(12, "2019"), seen(10, "2018"))
    assert pair is not None
    assert pair_text(dataset, pair, Words()).replace("\u00a0", " ") == "12 vehicles in 2019 · 10 vehicles in 2018"


def test_a_pair_is_of_one_scope_and_one_length() -> None:
    others = seen(5, "2018-S1"), seen(6, "2018", scope=said("town"))
    newest = seen(12, "2019")
    dataset = region(newest, *others)
    pair = number_pair(dataset, "maker", "output")
    assert pair == NumberPair(newest)
    assert pair is not None
    assert pair_text(dataset, pair, Words()).replace("\u00a0", " ") == "12 vehicles in 2019"
    part = seen(7, "2020", scope=said("town"))
    assert number_pair(region(newest, part), "maker", "output") == NumberPair(newest)
    assert number_pair(region(part), "maker", "output") == NumberPair(part)


def test_nothing_done_is_no_pair() -> None:
    assert number_pair(region(seen(9, "2025", Status.TARGET)), "maker", "output") is None
    assert number_pair(region(), "maker", "output") is None


# -- what a page offers ------------------------------------------------------------------------------------------------


def test_a_page_offers_its_own_course_first_then_its_plans() -> None:
    course = [seen(value, f"{2015 + value}") for value in range(1, 5)]
    others = [seen(1, "2019", subject=name) for name in MEMBERS[1:]]
    dataset = region(*course, *others, seen(9, "2030", Status.TARGET))
    assert [question.kind for question in offered(dataset, MAKER)][:2] == ["over-time", "targets"]
    assert "ranking" in {question.kind for question in offered(dataset, MAKER)}
    few = region(seen(1, "2019"), seen(9, "2030", Status.TARGET))
    assert [question.kind for question in offered(few, MAKER)] == ["targets"]


def test_a_map_opens_on_what_is_no_amount() -> None:
    def known(indicator: str, *values: float) -> list[Observation]:
        places = ("valley", "north", "south")
        return [
            seen(value, "2019", subject=place, indicator=indicator) for place, value in zip(places, values, strict=True)
        ]

    asked = [Question("map", REGION, each) for each in (None, "revenue", "back-at-work", "goods")]
    # The region has no more goods than one of its places: they are told by head.
    amounts = known("revenue", 9, 5, 4), known("back-at-work", 90, 95, 80), known("goods", 3, 4, 2)
    found = default_map(mapped(*(item for each in amounts for item in each)), asked)
    assert found is not None
    assert found.indicator == "goods"
    shares = default_map(mapped(*amounts[0], *amounts[1]), asked)
    assert shares is not None
    assert shares.indicator == "back-at-work"
    assert default_map(mapped(*amounts[0]), asked) is None


def test_a_comparison_opens_on_what_its_members_share_most() -> None:
    early = [seen(1, str(year)) for year in range(2010, 2015)]
    late = [seen(1, str(year), subject="rival") for year in range(2014, 2019)]
    shared = [
        seen(2, str(year), indicator="staff", subject=each) for year in (2016, 2017) for each in ("maker", "rival")
    ]
    dataset, page = region(*early, *late, *shared), comparison_of(["maker", "rival"])
    assert questions(dataset, page)[0].indicator == "output", "there is more to see"
    found = offered(dataset, page)
    assert (found[0].kind, found[0].indicator) == ("several-over-time", "staff")
    assert set(found) == set(questions(dataset, page)), "all that its data supports is offered"


def test_an_indicator_has_the_charts_of_the_region_that_are_of_it() -> None:
    dataset = shipped_dataset()
    found = offered(dataset, Ref(SubjectKind.INDICATOR, "gdp"))
    assert [question.kind for question in found][:3] == ["ranking", "several-over-time", "map"]
    assert {question.indicator for question in found} == {"gdp"}


def test_an_indicator_that_nobody_else_has_shows_its_longest_course() -> None:
    dataset = region(*(seen(value, f"{2015 + value}", indicator="staff") for value in range(1, 6)))
    assert offered(dataset, Ref(SubjectKind.INDICATOR, "staff")) == (Question("over-time", MAKER, "staff"),)
    assert offered(dataset, Ref(SubjectKind.INDICATOR, "revenue")) == ()
