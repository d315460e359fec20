"""What is computed from a whole dataset: what had been published by a day, its texts, the colours of its pillars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.charts.choice import chart
from heartland_gui.export.batch import all_questions
from heartland_gui.model.dataset import (
    SLOTS,
    Dataset,
    Manifest,
    as_of,
    pillar_slot,
    pillars_painted,
    texts_beyond_ascii,
)
from heartland_gui.model.entities import IndicatorRole, Localized, Pillar, Topic
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import region, said, seen

days = st.dates(date(2000, 1, 1), date(2026, 12, 31))


def cited(dataset: Dataset) -> set[str]:
    """Return every source that something of a dataset names."""
    found = {each.source for each in dataset.series} | {each.source for each in dataset.events}
    groups = (dataset.companies, dataset.zones, dataset.pillars, dataset.technologies)
    found |= {source for group in groups for entity in group for source in entity.sources}
    return found | {person.source for company in dataset.companies for person in company.people}


@given(days)
def test_everything_that_is_left_rests_on_what_had_been_published(day: date) -> None:
    shown = as_of(shipped_dataset(), day)
    known = {source.id for source in shown.sources}
    assert all(shown.published(source).by(day) for source in shown.sources)
    assert cited(shown) <= known
    assert shown.manifest.as_of == day


@given(days)
def test_nothing_is_left_that_was_not_there(day: date) -> None:
    whole, shown = shipped_dataset(), as_of(shipped_dataset(), day)
    assert set(shown.series) <= set(whole.series)
    assert {each.id for each in shown.companies} <= {each.id for each in whole.companies}
    assert set(shown.subjects) >= {each.subject for each in shown.series} | {each.subject for each in shown.events}


def test_on_the_last_day_only_that_is_missing_of_which_no_date_is_known() -> None:
    whole = shipped_dataset()
    shown = as_of(whole, date(2100, 1, 1))
    assert shown.observation_count == whole.observation_count
    missing = set(whole.sources) - set(shown.sources)
    assert missing == {source for source in whole.sources if whole.published(source).period is None}


def test_on_the_day_of_the_founding_article_snd_expects_five_thousand() -> None:
    figures = as_of(shipped_dataset(), date(2020, 4, 26)).figures["snd-new-energy-special-vehicle", "vehicles-produced"]
    assert {item.value for item in figures} == {48, 5_000, 100_000, 10_000}
    before = as_of(shipped_dataset(), date(2020, 4, 13))
    assert ("snd-new-energy-special-vehicle", "vehicles-produced") not in before.figures


def test_a_month_counts_from_its_end() -> None:
    # The yearbook is of September 2021.
    figures = region(seen(10, "2019"))
    assert as_of(figures, date(2021, 9, 29)).series == ()
    assert as_of(figures, date(2021, 9, 30)).series == figures.series


def test_every_chart_of_a_day_can_be_made_and_says_of_which_day_it_is() -> None:
    shown = as_of(shipped_dataset(), date(2020, 4, 26))
    for question in all_questions(shown):
        assert chart(shown, question, Words()).edition == "Shanxi in transition, edition 2026-12, as of 26 April 2020"


def test_on_a_day_before_everything_the_order_of_the_region_stays() -> None:
    shown = as_of(shipped_dataset(), date(1900, 1, 1))
    assert (shown.companies, shown.series, shown.events, shown.sources) == ((), (), (), ())
    assert len(shown.pillars) == 8
    assert list(all_questions(shown)) == []


def test_a_founding_after_the_day_was_not_known_on_it() -> None:
    dataset = region(seen(1, "2019"), seen(2, "2019", source="paper"))
    companies = tuple(
        replace(each, founded=parse_period("2021-04-28" if each.id == "maker" else "2018"), sources=("paper",))
        for each in dataset.companies
    )
    shown = as_of(replace(dataset, companies=companies), date(2021, 1, 1))
    founded = {each.id: each.founded and each.founded.label for each in shown.companies}
    assert founded["maker"] is None
    assert founded["rival"] == "2018"


@given(days)
def test_no_company_is_a_part_of_one_that_was_not_known(day: date) -> None:
    shown = as_of(shipped_dataset(), day)
    assert {each.part_of for each in shown.companies} - {None} <= set(shown.subjects)


def test_a_part_stays_without_its_whole() -> None:
    dataset = region(seen(1, "2019"), seen(2, "2019", source="paper", subject="rival"))
    companies = tuple(
        replace(each, part_of={"maker": "homeless", "rival": "maker"}.get(each.id)) for each in dataset.companies
    )
    shown = as_of(replace(dataset, companies=companies), date(2100, 1, 1))
    assert {each.id: each.part_of for each in shown.companies} == {"maker": None, "rival": "maker"}


def test_the_population_is_the_indicator_with_that_role() -> None:
    dataset = region()
    assert dataset.population is None
    first, second, *rest = dataset.indicators
    named = replace(dataset, indicators=(first, replace(second, role=IndicatorRole.POPULATION), *rest))
    assert named.population == named.indicators[1]


def test_texts_beyond_ascii_are_those_of_every_table() -> None:
    dataset = replace(region(seen(1, "2019", note=said("Äh"))), topics=(Topic("wood", said("Wood", "木材")),))
    texts = {text for texts in texts_beyond_ascii(dataset) for text in texts}
    assert {"Äh", "木材", "山谷", "北城", "园区", "汽车", "云", "元", "营业收入", "统计局"} <= texts
    assert not {"Wood", "Valley"} & texts


# -- colours of pillars -------------------------------------------------------------------------------------------


def dataset_of(*colours: str | None) -> Dataset:
    pillars = tuple(Pillar(f"p{number}", Localized(()), colour) for number, colour in enumerate(colours))
    return Dataset(Manifest("x", Localized(()), "x"), pillars=pillars)


def names(dataset: Dataset) -> list[str]:
    return [SLOTS[pillar_slot(dataset, pillar)] for pillar in dataset.pillars]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ([None, None], ["blue", "cyan"]),
        ([None] * 8, list(SLOTS)),
        (["rust", None, "blue", None], ["rust", "cyan", "blue", "green"]),
        (["leaf", "leaf", None], ["leaf", "leaf", "blue"]),
    ],
)
def test_a_pillar_has_the_colour_that_it_asks_for_or_the_next_free_one(
    asked: list[str | None], given: list[str]
) -> None:
    assert names(dataset_of(*asked)) == given


def test_a_ninth_pillar_shares_a_colour() -> None:
    assert names(dataset_of(*[None] * 10)) == [*SLOTS, "blue", "cyan"]
    assert names(dataset_of(*SLOTS, None)) == [*SLOTS, "blue"]
    assert names(dataset_of("cyan", *[None] * 8)) == ["cyan", "blue", *SLOTS[2:], "blue"]


def test_a_shared_colour_stands_for_every_pillar_that_has_it() -> None:
    dataset = dataset_of("cyan", None, "cyan")
    assert [(slot, pillar.id) for slot, pillar in pillars_painted(dataset, {1, None})] == [(1, "p0"), (1, "p2")]


def test_names_are_shared_within_a_kind() -> None:
    dataset = region()
    maker, rival, *others = dataset.companies
    twin = replace(rival, name=said("Other", "maker厂"))
    park = replace(dataset.zones[0], name=said("Vehicles"), short=said("Cloud"))
    yard = replace(park, id="yard", name=said("Cloud"), short=None)
    named = replace(dataset, companies=(maker, twin, *others), zones=(park, yard))
    assert named.shared_names == {"maker厂", "Cloud"}
    assert dataset.shared_names == frozenset()


def test_who_has_figures_of_an_indicator_is_who_has_it_among_theirs() -> None:
    dataset = shipped_dataset()
    pairs = {(subject, name) for name, found in dataset.subjects_by_indicator.items() for subject in found}
    assert pairs == {(subject, name) for subject, names in dataset.indicators_by_subject.items() for name in names}
