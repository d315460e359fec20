"""Whom a page compares, which period they share, and what is said of those that are left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.comparing.comparable import (
    common_period,
    groups,
    groups_with,
    indicator_of_members,
    left_out_notes,
    newest,
    own_slot,
    peer_group,
    shared_period,
    with_others,
)
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
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
    assert [own_slot(dataset, mixed, dataset.subjects[each]) for each in ("maker", "vehicles", "rival")] == [0, 1, None]
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
