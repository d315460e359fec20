"""Whom a page compares, which period they share, and what is said of those that are left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.comparing.comparable import (
    common_period,
    default_indicator,
    groups,
    groups_with,
    in_one_period,
    indicator_of_members,
    left_out_notes,
    newest,
    own_slot,
    peer_group,
    shared_period,
    with_others,
)
from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ActorKind, Compare, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, MEMBERS, REGION, company, pillar, region, said, seen

VEHICLES = pillar("vehicles")


def test_the_newest_is_of_the_latest_period_then_of_the_latest_source() -> None:
    old, late, later = seen(1, "2018"), seen(2, "2019", source="paper"), seen(3, "2019")
    undated = seen(4, "2019", source="report")
    assert newest(region(), (old, late, later, undated)) is later
    assert newest(region(), (undated, late)) is late
    assert newest(region(), ()) is None


def test_a_common_period_is_that_of_all() -> None:
    assert common_period((seen(1, "2019"), seen(2, "2019", source="paper"))) == "2019"
    assert common_period((seen(1, "2019"), seen(2, "2018"))) is None


@pytest.mark.parametrize(("with_it", "label"), [(4, "2020"), (3, "2019")])
def test_a_period_is_shared_by_four_of_five(with_it: int, label: str) -> None:
    figures = [[seen(1, "2019")] for _ in range(5)]
    for each in figures[:with_it]:
        each.append(seen(2, "2020"))
    shared = shared_period(figures)
    assert shared is not None
    assert shared.label == label
    assert shared_period([[seen(1, "2019")], [seen(1, "2018")]]) is None


def test_what_other_sources_say_follows_each_figure() -> None:
    first, second, other = seen(1, "2018"), seen(5, "2019"), seen(6, "2019", source="paper")
    assert with_others(region(first, second, other), (first, second)) == [first, second, other]


LEFT_OUT = {
    "a part": ((seen(1, "2019", scope=said("town")),), "Left out, figures cover only a part: Maker Works."),
    "half a year": ((seen(1, "2019-S1"),), "Left out, no full year: Maker Works."),
    "both": (
        (seen(1, "2019", scope=said("town")), seen(1, "2019-S1")),
        "Left out, figures cover only a part or less than a year: Maker Works.",
    ),
}


@pytest.mark.parametrize(("figures", "note"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_who_is_left_out_is_named_with_the_true_reason(figures: tuple[Observation, ...], note: str) -> None:
    dataset = region(*figures)
    members = [dataset.subjects[each] for each in MEMBERS]
    output = dataset.indicator_by_id["output"]
    assert left_out_notes(dataset, members, (), output, Words()) == (note,)
    assert left_out_notes(dataset, members, ("maker",), output, Words()) == ()


def test_a_company_is_compared_with_those_of_its_first_pillar() -> None:
    dataset = region()
    assert peer_group(dataset, MAKER) == VEHICLES
    assert peer_group(dataset, company("chemist")) == pillar("chemicals")
    assert peer_group(dataset, company("homeless")) == company("homeless")
    assert peer_group(dataset, REGION) == REGION
    (members,) = groups(dataset, MAKER)
    assert [each.id for each in members] == [*MEMBERS, "chemist"]


def test_the_region_compares_cities_pillars_or_companies() -> None:
    dataset = region(seen(1, "2019"), seen(1, "2019", subject="south"))
    assert [group[0].id for group in groups(dataset, REGION)] == ["north", "vehicles", "maker"]
    assert [[each.id for each in group] for group in groups_with(dataset, REGION, "output")] == [
        ["south"],
        [],
        ["maker"],
    ]


def test_members_of_a_comparison_have_colours_of_their_own_unless_all_are_pillars() -> None:
    dataset = region()
    mixed = Ref(SubjectKind.COMPARISON, "maker,vehicles")
    pillars = Ref(SubjectKind.COMPARISON, "vehicles,chemicals")
    slots = [own_slot(dataset, mixed, dataset.subjects[each]) for each in ("maker", "vehicles", "rival")]
    assert slots == [FIRST_MEMBER, FIRST_MEMBER + 1, None]
    assert own_slot(dataset, pillars, dataset.subjects["chemicals"]) is None
    assert own_slot(dataset, VEHICLES, dataset.subjects["maker"]) is None
    (group,) = groups(dataset, mixed)
    assert [each.id for each in group] == ["maker", "vehicles"]


def test_a_title_says_who_is_compared() -> None:
    dataset = replace(region())
    output = dataset.indicator_by_id["output"]
    titles = [
        indicator_of_members(dataset, page, dataset.subjects[member], output, Words())
        for page, member in (
            (REGION, "north"),
            (REGION, "vehicles"),
            (VEHICLES, "maker"),
            (MAKER, "rival"),
            (Ref(SubjectKind.COMPARISON, "maker,rival"), "maker"),
        )
    ]
    assert titles == [
        "Vehicles produced by city",
        "Vehicles produced by pillar",
        "Vehicles produced by company",
        "Vehicles produced, compared with others in Vehicles",
        "Vehicles produced",
    ]


# -- who is ranked in one period -------------------------------------------------------------------------------------

FIVE = ("maker", "rival", "third", "fourth", "chemist")


def ranked(
    *figures: Observation, focus: str | None = None, dataset: Dataset | None = None
) -> tuple[str, list[str]] | None:
    """Return the period and the ids of those who are ranked by output, the largest first."""
    known = dataset or region(*figures)
    found = in_one_period(known, known.companies, known.indicator_by_id["output"], focus)
    if not found:
        return None
    (period,) = {item.period.label for item in found}
    return period, [item.subject for item in found]


def outputs(period: str, *names: str) -> list[Observation]:
    """Return figures of one period, the first the largest."""
    return [seen(100 - rank, period, subject=name) for rank, name in enumerate(names)]


def test_the_newest_period_that_four_fifths_have_is_ranked() -> None:
    assert ranked(*outputs("2018", *FIVE), *outputs("2019", *FIVE[:4])) == ("2019", list(FIVE[:4]))
    assert ranked(*outputs("2018", *FIVE), *outputs("2019", *FIVE[:3])) == ("2018", list(FIVE))
    assert ranked() is None


def test_the_largest_is_never_missing() -> None:
    largest = seen(500, "2018", subject="chemist")
    assert ranked(*outputs("2018", *FIVE[:4]), largest, *outputs("2019", *FIVE[:4])) == (
        "2018",
        ["chemist", *FIVE[:4]],
    )
    assert ranked(*outputs("2019", *FIVE[:4]), seen(500, "2010", subject="chemist")) is None


def test_the_one_that_is_asked_about_is_never_missing() -> None:
    figures = [*outputs("2018", *FIVE), *outputs("2019", *FIVE[:4])]
    assert ranked(*figures, focus="chemist") == ("2018", list(FIVE))
    assert ranked(*figures, focus="quiet") == ("2019", list(FIVE[:4]))


def test_only_what_is_done_by_the_whole_in_whole_years_is_ranked() -> None:
    parts = (
        seen(1, "2019", subject="rival", scope=said("town")),
        seen(1, "2019-S1", subject="third"),
        seen(1, "2019", Status.TARGET, subject="fourth"),
    )
    assert ranked(*outputs("2019", "maker"), *parts) == ("2019", ["maker"])


def test_those_of_the_largest_kind_are_ranked_or_of_the_kind_that_is_asked_about() -> None:
    dataset = region(*outputs("2019", *FIVE))
    mixed = tuple(replace(each, kind=ActorKind.PARK) if each.id in FIVE[:2] else each for each in dataset.companies)
    dataset = replace(dataset, companies=mixed)
    assert ranked(dataset=dataset) == ("2019", list(FIVE[2:]))
    assert ranked(dataset=dataset, focus="rival") == ("2019", list(FIVE[:2]))


def test_a_part_is_not_ranked_beside_its_whole() -> None:
    dataset = region(*outputs("2019", *FIVE))
    parted = tuple(replace(each, part_of="maker" if each.id == "rival" else None) for each in dataset.companies)
    dataset = replace(dataset, companies=parted)
    assert ranked(dataset=dataset) == ("2019", ["maker", "third", "fourth", "chemist"])
    assert ranked(dataset=dataset, focus="rival") == ("2019", ["rival", "third", "fourth", "chemist"])


def test_what_stands_for_different_things_is_not_ranked() -> None:
    dataset = region(*outputs("2019", *FIVE))
    indicators = tuple(replace(each, compare=Compare.NEVER) for each in dataset.indicators)
    assert ranked(dataset=replace(dataset, indicators=indicators)) is None


# -- on what a comparison opens --------------------------------------------------------------------------------------


def course(indicator: str, subject: str, *labels: str) -> list[Observation]:
    return [seen(1, label, indicator=indicator, subject=subject) for label in labels]


def opened(*figures: Observation, headline: tuple[str, ...] = ()) -> str | None:
    """Return the indicator on which the comparison of two companies opens."""
    dataset = region(*figures)
    dataset = replace(dataset, manifest=replace(dataset.manifest, headline=headline))
    found = default_indicator(dataset, [dataset.subjects["maker"], dataset.subjects["rival"]])
    return None if found is None else found.id


def test_a_comparison_opens_on_what_has_most_shared_periods() -> None:
    both = [
        figure
        for name in ("maker", "rival")
        for figure in (*course("output", name, "2018", "2019"), *course("revenue", name, "2017", "2018", "2019"))
    ]
    assert opened(*both) == "revenue"
    assert opened(*both, headline=("output",)) == "output"
    assert opened(*both, headline=("output", "revenue")) == "revenue"
    assert opened(*both, headline=("growth",)) == "revenue"


def test_of_equally_many_the_first_of_the_headline_is_taken_then_of_the_alphabet() -> None:
    both = [
        figure
        for name in ("maker", "rival")
        for each in ("output", "revenue", "staff")
        for figure in course(each, name, "2018", "2019")
    ]
    assert opened(*both) == "staff"  # Employees, Revenue, Vehicles produced
    assert opened(*both, headline=("revenue", "output")) == "revenue"
    assert opened(*both, headline=("output", "revenue")) == "output"


def test_without_a_shared_period_a_comparison_opens_on_nothing() -> None:
    assert opened(*course("output", "maker", "2018"), *course("output", "rival", "2019")) is None
    assert opened(*course("output", "maker", "2018"), *course("revenue", "rival", "2018")) is None
    assert opened(*course("output", "maker", "2018"), seen(1, "2018", Status.TARGET, subject="rival")) is None
    assert default_indicator(region(), []) is None
