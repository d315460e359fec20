"""What narrows the company list: which companies are kept, how many each choice would keep, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.dataset import Dataset, Manifest
from heartland_gui.model.entities import (
    ActorKind,
    Company,
    Indicator,
    IndicatorKind,
    Localized,
    Pillar,
    Place,
    Technology,
    Unit,
    UnitScale,
    Zone,
)
from heartland_gui.model.facets import (
    NO_FACETS,
    Choice,
    Facet,
    FacetIndex,
    Facets,
    HasFigures,
    HasPlan,
    choice_at,
    facets_at,
    known_facets,
)
from heartland_gui.model.observations import DONE, Observation, Series, Status
from heartland_gui.model.period import parse_period


def _named(text: str) -> Localized:
    return Localized((("en", text),))


PLACES = (
    Place("region", _named("Region"), "province"),
    Place("north", _named("North"), "city", "region"),
    Place("south", _named("South"), "city", "region"),
    Place("hills", _named("Hills"), "county", "north"),
)
ZONES = (Zone("zone", _named("Zone")), Zone("part", _named("Part"), part_of="zone"), Zone("other", _named("Other")))
PILLARS = tuple(Pillar(name, _named(name)) for name in ("coal", "gas", "art"))
TECHNOLOGIES = tuple(Technology(name, _named(name)) for name in ("data", "light"))
INDICATORS = (
    Indicator("sold", _named("Sold"), "piece", IndicatorKind.FLOW),
    Indicator("staff", _named("Staff"), "piece", IndicatorKind.STOCK),
    Indicator("unheard", _named("Unheard of"), "piece", IndicatorKind.STOCK),
)
YEARS = ("1990", "2000", "2010-05", "1995/2005")


def region(companies: Iterable[Company], series: Iterable[Series] = ()) -> Dataset:
    return Dataset(
        Manifest("made-up", _named("Made up"), "region"),
        places=PLACES,
        zones=ZONES,
        pillars=PILLARS,
        technologies=TECHNOLOGIES,
        companies=tuple(companies),
        units=(Unit("piece", _named("pieces"), _named("pieces"), UnitScale.COUNT),),
        indicators=INDICATORS,
        series=tuple(series),
    )


def some(names: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(names)), unique=True, max_size=2).map(tuple)


companies = st.builds(
    Company,
    id=st.just("x"),
    name=st.just(_named("X")),
    kind=st.sampled_from([ActorKind.COMPANY, ActorKind.PARK]),
    founded=st.none() | st.sampled_from(YEARS).map(parse_period),
    place=st.none() | st.sampled_from([place.id for place in PLACES]),
    zone=st.none() | st.sampled_from([zone.id for zone in ZONES]),
    pillars=some(pillar.id for pillar in PILLARS),
    technologies=some(technology.id for technology in TECHNOLOGIES),
    products=st.lists(st.sampled_from([_named("Coke"), _named("Fuel: cells")]), unique=True).map(tuple),
)
figures = st.builds(
    Observation,
    subject=st.just("x"),
    indicator=st.sampled_from(["sold", "staff"]),
    source=st.just("paper"),
    period=st.sampled_from(["2019", "2020", "2020-S1"]).map(parse_period),
    value=st.integers(0, 5),
    status=st.sampled_from([Status.ACTUAL, Status.ESTIMATE, Status.TARGET, Status.FORECAST]),
    qualifier=st.none(),
    note=st.none(),
    scope=st.none() | st.just(_named("One plant")),
)


@st.composite
def regions(draw: st.DrawFn) -> Dataset:
    made = [replace(each, id=f"c{number}") for number, each in enumerate(draw(st.lists(companies, max_size=12)))]
    series = [
        Series(company.id, item.indicator, "paper", (item._replace(subject=company.id),))
        for company in made
        for item in draw(st.lists(figures, max_size=3))
    ]
    return region(made, series)


VALUES: dict[Facet, list[str]] = {
    Facet.PILLAR: [each.id for each in PILLARS],
    Facet.CITY: ["north", "south"],
    Facet.ZONE: [each.id for each in ZONES],
    Facet.TECHNOLOGY: [each.id for each in TECHNOLOGIES],
    Facet.KIND: list(ActorKind),
    Facet.SINCE: ["1990", "1996", "2000", "2011"],
    Facet.UNTIL: ["1989", "2000", "2005", "2010"],
    Facet.FIGURES: list(HasFigures),
    Facet.PLAN: list(HasPlan),
    Facet.STATUS: list(Status),
    Facet.PRODUCT: ["coke", "fuel cells"],
    Facet.INDICATOR: ["sold", "staff"],
}
EVERY_VALUE = [Choice(facet, value) for facet, values in VALUES.items() for value in values]
EVERY_VALUE += [Choice(Facet.INDICATOR, value, 3.0) for value in VALUES[Facet.INDICATOR]]
OF_FACET = {facet: [each for each in EVERY_VALUE if each.facet is facet] for facet in Facet}
# Few facets with several values each: what was chosen at random among all would rarely be alternatives.
chosen = (
    st.lists(st.sampled_from(Facet), unique=True, max_size=3)
    .flatmap(lambda facets: st.tuples(*(st.lists(st.sampled_from(OF_FACET[each]), max_size=3) for each in facets)))
    .map(lambda groups: reduce(Facets.with_choice, (each for group in groups for each in group), NO_FACETS))
)


# -- a slow and plain answer to the same questions ----------------------------------------------------------------


def fits(dataset: Dataset, company: Company, choice: Choice) -> bool:
    items = [item for series in dataset.series if series.subject == company.id for item in series.observations]
    founded, value, known = company.founded, choice.value, ("actual", "estimate", "capacity")
    return {
        Facet.PILLAR: lambda: value in company.pillars,
        Facet.CITY: lambda: company.place == value or (company.place, value) == ("hills", "north"),
        Facet.ZONE: lambda: company.zone == value or (company.zone, value) == ("part", "zone"),
        Facet.TECHNOLOGY: lambda: value in company.technologies,
        Facet.KIND: lambda: company.kind == value,
        Facet.SINCE: lambda: founded is not None and founded.first.year >= int(value),
        Facet.UNTIL: lambda: founded is not None and founded.last.year <= int(value),
        Facet.FIGURES: lambda: any(item.status in known for item in items) == (value == "yes"),
        Facet.PLAN: lambda: any(item.status in ("target", "forecast") for item in items) == (value == "yes"),
        Facet.PRODUCT: lambda: value in [each.text("en").replace(":", "").lower() for each in company.products],
        Facet.STATUS: lambda: any(item.status == value for item in items),
        Facet.INDICATOR: lambda: has(items, choice),
    }[choice.facet]()


def has(items: Iterable[Observation], choice: Choice) -> bool:
    items = [item for item in items if item.indicator == choice.value]
    if choice.least is None:
        return bool(items)
    whole = [item for item in items if item.scope is None and (choice.value == "staff" or "-" not in item.period.label)]
    done = [item for item in whole if item.status in DONE]
    # Of several figures of the newest period any one may be taken; the properties hold for the one that is.
    newest = max(done, key=lambda item: item.period.order, default=None)
    return newest is not None and newest.value >= choice.least


def listed(dataset: Dataset, facets: Facets) -> list[str]:
    groups: dict[object, list[Choice]] = {}
    for choice in facets.choices:
        # Indicators are asked for each on its own, the values of every other facet are alternatives.
        alone = choice.value if choice.facet is Facet.INDICATOR else ""
        groups.setdefault((choice.facet, alone), []).append(choice)
    return [
        company.id
        for company in dataset.companies
        if all(any(fits(dataset, company, each) for each in group) for group in groups.values())
    ]


def matching(dataset: Dataset, facets: Facets) -> list[str]:
    index = FacetIndex(dataset)
    flags = index.flags(index.matching(facets))
    return [company.id for company, flag in zip(dataset.companies, flags, strict=False) if flag == "1"]


@given(regions(), chosen)
def test_any_value_of_a_facet_will_do_and_every_facet_must_hold(dataset: Dataset, facets: Facets) -> None:
    assert matching(dataset, facets) == listed(dataset, facets)


@given(regions(), chosen, st.sets(st.integers(0, 11)))
def test_a_count_is_the_length_of_the_list_with_that_value_alone(
    dataset: Dataset, facets: Facets, numbers: set[int]
) -> None:
    index = FacetIndex(dataset)
    here = [number for number in range(len(dataset.companies)) if number in numbers]
    among, ids = index.set_of(here), {dataset.companies[number].id for number in here}

    def expected(choice: Choice) -> int:
        return len(ids & set(listed(dataset, facets.of_other_groups(choice).with_choice(choice))))

    for choice in EVERY_VALUE:
        assert index.count(choice, facets, among) == expected(choice)
    for facet in Facet:
        for value, count in index.counts(facet, facets, among).items():
            assert count == expected(facets.of(facet, value) or Choice(facet, value))


@given(chosen)
def test_facets_are_read_as_they_are_written(facets: Facets) -> None:
    assert facets_at(facets.texts) == facets
    assert facets_at(reversed(facets.texts)) == facets


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_least_value_is_kept_exactly(least: float) -> None:
    choice = Choice(Facet.INDICATOR, "sold", least)
    assert choice_at(choice.text) == choice


@given(st.text(max_size=40) | st.from_regex(r"(indicator|since|kind|city):[^\n]{0,20}"))
def test_any_text_is_a_choice_or_none(text: str) -> None:
    choice = choice_at(text)
    assert choice is None or choice_at(choice.text) == choice


def test_two_cities_are_alternatives_and_a_pillar_beside_them_is_not() -> None:
    dataset = region([Company("a", _named("A"), place="north"), Company("b", _named("B"), place="south")])
    both = facets_at(["city:north", "city:south"])
    assert matching(dataset, both) == ["a", "b"]
    assert matching(dataset, both.with_choice(Choice(Facet.PILLAR, "coal"))) == []
    assert set(FacetIndex(dataset).counts(Facet.CITY, both, 0b11).values()) == {1}


# -- examples -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "city",
        "city:",
        "town:north",
        "kind:firm",
        "status:sure",
        "figures:maybe",
        "since:soon",
        "since:19990",
        "since:١٩٩٩",
        "city:north:5",
        "indicator:sold:much",
        "indicator:sold:nan",
        "indicator:sold:inf",
    ],
)
def test_what_is_of_no_known_form_is_passed_over(text: str) -> None:
    assert facets_at([text, "city:north"]) == Facets((Choice(Facet.CITY, "north"),))


def test_a_later_year_takes_the_place_of_the_one_before() -> None:
    facets = facets_at(["since:1990", "until:2010", "since:2000", "indicator:sold:5", "indicator:sold:7"])
    assert facets.texts == ("since:2000", "until:2010", "indicator:sold:7")


def test_what_was_chosen_first_makes_no_difference() -> None:
    one, other = Choice(Facet.CITY, "north"), Choice(Facet.PILLAR, "coal")
    assert NO_FACETS.with_choice(one).with_choice(other) == NO_FACETS.with_choice(other).with_choice(one)
    assert NO_FACETS.with_choice(one).with_choice(one).without(one) == NO_FACETS


def test_choices_that_the_dataset_no_longer_has_are_left_out() -> None:
    gone = ["pillar:gone", "city:hills", "city:gone", "zone:gone", "technology:gone", "indicator:gone:5"]
    known = ["pillar:coal", "city:north", "zone:zone", "kind:park", "since:1990", "status:target", "indicator:sold:5"]
    assert known_facets(region(()), facets_at([*gone, *known])).texts == facets_at(known).texts


@pytest.mark.parametrize("text", ["pillar:gone", "city:gone", "indicator:gone", "indicator:gone:5", "zone:gone"])
def test_an_unknown_id_keeps_nobody_and_breaks_nothing(text: str) -> None:
    dataset = region([Company("c", _named("C"), place="gone", zone="gone", pillars=("gone",))])
    index = FacetIndex(dataset)
    facets = facets_at([text])
    assert index.matching(facets) == 0
    assert index.counts(Facet.CITY, facets, index.everybody)["north"] == 0


def test_an_empty_dataset_has_nothing_to_count() -> None:
    index = FacetIndex(region(()))
    assert index.matching(NO_FACETS) == 0
    assert set(index.counts(Facet.PILLAR, NO_FACETS, index.everybody).values()) == {0}


def test_a_company_in_a_county_is_one_of_its_city() -> None:
    dataset = region([Company("a", _named("A"), place="hills"), Company("b", _named("B"), place="south")])
    assert matching(dataset, facets_at(["city:north"])) == ["a"]


def test_places_and_zones_in_a_circle_end_somewhere() -> None:
    circle = (Place("region", _named("R"), "x", "north"), Place("north", _named("N"), "x", "region"))
    zones = (Zone("zone", _named("Z"), part_of="zone"),)
    dataset = replace(region([Company("c", _named("C"), place="north", zone="zone")]), places=circle, zones=zones)
    assert matching(dataset, facets_at(["city:north", "zone:zone"])) == ["c"]


def test_each_chosen_indicator_must_be_there() -> None:
    def said(subject: str, indicator: str) -> Series:
        return Series(subject, indicator, "paper", (Observation(subject, indicator, "paper", parse_period("2020"), 5),))

    three = [Company(name, _named(name)) for name in ("a", "b", "c")]
    dataset = region(three, [said("a", "sold"), said("a", "staff"), said("b", "sold"), said("c", "staff")])
    assert matching(dataset, facets_at(["indicator:sold", "indicator:staff"])) == ["a"]


@pytest.mark.parametrize("status", Status)
def test_a_least_value_asks_for_what_is_done(status: Status) -> None:
    item = Observation("a", "sold", "paper", parse_period("2020"), 5, status)
    dataset = region([Company("a", _named("A"))], [Series("a", "sold", "paper", (item,))])
    assert matching(dataset, facets_at(["indicator:sold:5"])) == (["a"] if status in DONE else [])
    assert matching(dataset, facets_at(["indicator:sold"])) == ["a"]


def test_indicators_of_no_company_are_not_offered() -> None:
    item = Observation("region", "unheard", "paper", parse_period("2020"), 5)
    dataset = region([Company("c", _named("C"))], [Series("region", "unheard", "paper", (item,))])
    assert FacetIndex(dataset).values(Facet.INDICATOR) == {}
