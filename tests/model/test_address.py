"""Addresses lead back to the selection they were made of, and say why where they do not."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import reduce
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import Localized, Ref, SubjectKind, Zone
from heartland_gui.model.facets import NO_FACETS, Choice, Facet, FacetIndex, Facets, facets_at
from heartland_gui.model.selection import (
    LONGEST_FILTER,
    AddressError,
    AddressFault,
    Selection,
    View,
    address_of,
    filter_of,
    is_address,
    selection_at,
)
from tests.charts.shipped import shipped_dataset

SND = Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle")
MAKING = Ref(SubjectKind.PILLAR, "advanced-manufacturing")
TAIYUAN = Ref(SubjectKind.PLACE, "taiyuan")


def at(address: str) -> Selection:
    return selection_at(shipped_dataset(), address)


def refused(address: str) -> AddressError:
    with pytest.raises(AddressError) as caught:
        at(address)
    return caught.value


def test_an_address_names_the_page_and_what_was_chosen() -> None:
    selection = Selection(SND, TAIYUAN, "over-time", "vehicles-produced", logarithmic=False, filter="蓝 焰")
    assert address_of(shipped_dataset(), selection) == (
        "heartland:company/snd-new-energy-special-vehicle?chart=over-time&indicator=vehicles-produced&scale=linear"
        "&list=place/taiyuan&filter=%E8%93%9D%20%E7%84%B0&dataset=shanxi"
    )


def test_an_address_names_what_narrows_the_list_and_orders_it() -> None:
    chosen = facets_at(["city:taiyuan", "city:datong", "indicator:revenue:1000000"])
    selection = Selection(TAIYUAN, TAIYUAN, facets=chosen, sort="indicator:revenue")
    assert address_of(shipped_dataset(), selection) == (
        "heartland:place/taiyuan?sort=indicator:revenue&facet=city:datong&facet=city:taiyuan"
        "&facet=indicator:revenue:1000000&dataset=shanxi"
    )


def test_the_address_of_every_choice_at_once_leads_back() -> None:
    offered = FacetIndex(shipped_dataset()).values(Facet.INDICATOR)
    every = [Choice(Facet.INDICATOR, each, 1234567.5) for each in offered]
    every += [Choice(Facet.PILLAR, each.id) for each in shipped_dataset().pillars]
    selection = Selection(TAIYUAN, TAIYUAN, facets=reduce(Facets.with_choice, every, NO_FACETS))
    assert at(address_of(shipped_dataset(), selection)) == selection


def test_facets_that_mean_nothing_here_are_ignored() -> None:
    wrong = "facet=city:gone&facet=town:x&facet=&facet=since:soon&facet=indicator:revenue:nan&facet=%FF&facet=kind:"
    assert at(f"heartland:place/taiyuan?{wrong}&facet=city:datong").facets.texts == ("city:datong",)


subjects = st.sampled_from([shipped_dataset().ref(each) for each in list(shipped_dataset().subjects)[::7]])
listings = st.sampled_from([MAKING, TAIYUAN, shipped_dataset().region_ref])
indicators = st.none() | st.sampled_from([each.id for each in shipped_dataset().indicators])
facets = st.lists(
    st.sampled_from(["pillar:finance", "city:taiyuan", "city:datong", "since:1990", "kind:park", "status:target"])
    | st.floats(0, 1e300).map(lambda least: Choice(Facet.INDICATOR, "revenue", least).text),
    max_size=5,
).map(facets_at)
selections = st.builds(
    Selection,
    page=subjects,
    listing=listings,
    chart=st.none() | st.sampled_from(["over-time", "ranking"]),
    indicator=indicators,
    logarithmic=st.sampled_from([None, True, False]),
    filter=st.text(max_size=20) | st.text(min_size=180, max_size=1_000).map(filter_of),
    sort=st.sampled_from(["name", "city", "-source,name", "indicator:revenue"]),
    view=st.sampled_from(list(View)),
    facets=facets,
)


@given(selections)
def test_every_address_leads_back(selection: Selection) -> None:
    if selection.view is not View.SUBJECT:  # what is of the whole dataset belongs to the region
        selection = replace(selection, page=shipped_dataset().region_ref)
    assert at(address_of(shipped_dataset(), selection)) == selection


def test_a_page_of_the_whole_dataset_belongs_to_the_region_whatever_an_address_says() -> None:
    selection = at("heartland:company/snd-new-energy-special-vehicle?view=map")
    assert selection.page == shipped_dataset().region_ref


def test_an_address_of_before_still_leads_to_where_sources_differ() -> None:
    assert at("heartland:place/taiyuan?view=conflicts").view is View.DISAGREEMENTS
    assert "view=disagreements" in address_of(shipped_dataset(), at("heartland:place/taiyuan?view=conflicts"))


@pytest.mark.parametrize("sign", ["x", "太", "😀", "%", "\ud800"])
def test_of_a_long_filter_the_address_carries_what_the_field_takes(sign: str) -> None:
    selection = Selection(TAIYUAN, TAIYUAN, filter=sign * 1_000)
    carried = at(address_of(shipped_dataset(), selection))
    assert carried == replace(selection, filter=filter_of(selection.filter))
    assert at(f"heartland:place/taiyuan?filter={'太' * 1_000}").filter == "太" * LONGEST_FILTER


@given(st.sampled_from(["chart", "sort", "filter", "facet", "view"]), st.text(min_size=1, max_size=8), st.just(3_000))
def test_what_any_address_leads_to_has_an_address(name: str, text: str, times: int) -> None:
    selection = at(f"heartland:place/taiyuan?{name}={quote(text)}{'太' * times}")
    assert at(address_of(shipped_dataset(), selection)) == selection


def test_a_choice_of_hundreds_of_facets_has_an_address() -> None:
    zones = tuple(Zone(f"a-zone-with-a-rather-long-name-{n}", Localized((("en", "Z"),))) for n in range(400))
    dataset = replace(shipped_dataset(), zones=zones)
    chosen = reduce(Facets.with_choice, (Choice(Facet.ZONE, zone.id) for zone in zones), NO_FACETS)
    selection = Selection(TAIYUAN, TAIYUAN, facets=chosen)
    assert selection_at(dataset, address_of(dataset, selection)) == selection


def test_a_short_address_is_enough() -> None:
    selection = at(" heartland:company/snd-new-energy-special-vehicle ")
    assert (selection.page, selection.chart, selection.view) == (SND, None, View.SUBJECT)
    assert selection.listing.kind is SubjectKind.PILLAR


def test_what_is_not_known_beyond_the_page_is_ignored() -> None:
    selection = at("heartland:place/taiyuan?indicator=gone&scale=cubic&view=gone&list=pillar/gone&sort=&x=1&chart=")
    assert selection == Selection(TAIYUAN, TAIYUAN)


@pytest.mark.parametrize(
    ("address", "fault", "asked", "known"),
    [
        ("heartland:company/gone", AddressFault.PAGE, "gone", ()),
        ("heartland:company/snd-new-energy-special-vehicl", AddressFault.PAGE, SND.id[:-1], (SND.id,)),
        ("heartland:city/taiyuan", AddressFault.PAGE, "taiyuan", ("taiyuan",)),
        ("heartland:place/taiyuan?dataset=hunan", AddressFault.DATASET, "hunan", ("shanxi",)),
        ("heartland:", AddressFault.PAGE, "", ()),
        ("heartland://[", AddressFault.FORM, "heartland://[", ()),
        ("https://example.org", AddressFault.FORM, "https://example.org", ()),
        ("heartland:" + "x" * 32_758, AddressFault.FORM, "heartland:" + "x" * 32_758, ()),
        ("heartland:" + "x" * 32_757, AddressFault.PAGE, "x" * 32_757, ()),
    ],
)
def test_an_address_that_leads_nowhere_tells_why(
    address: str, fault: AddressFault, asked: str, known: tuple[str, ...]
) -> None:
    error = refused(address)
    assert (error.fault, error.asked, error.known) == (fault, asked, known)


@given(st.text(max_size=300))
def test_any_text_is_a_selection_or_a_sentence(text: str) -> None:
    with contextlib.suppress(AddressError):
        assert at(f"heartland:{text}").page


def test_an_address_is_known_by_its_beginning() -> None:
    assert is_address(" Heartland:place/taiyuan")
    assert not is_address("heartland")
