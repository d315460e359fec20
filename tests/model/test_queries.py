"""Questions about a dataset: what belongs to what, which figures stand first, where sources differ."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import (
    Company,
    Event,
    EventKind,
    IndicatorKind,
    Ref,
    Source,
    SubjectKind,
    Unit,
    UnitScale,
    Zone,
    ref_of,
)
from heartland_gui.model.observations import DONE, Observation, Status
from heartland_gui.model.period import parse_period
from heartland_gui.model.queries import (
    breadcrumb,
    cities_of,
    companies_of,
    events_of,
    first_pillar,
    full_name,
    headline_figures,
    headline_ids,
    home_of,
    indicators_of,
    is_amount,
    is_comparable,
    latest,
    newest_comparable,
    newest_source_of,
    observations_of,
    page_sources,
    parent_of,
    pillars_of,
    series_of,
    short_name,
    technologies_of,
    uses_of_source,
)
from heartland_gui.text import Words
from heartland_gui.wording import citation, full_value_text, read_out, value_text
from tests.charts.small_region import measured_in, model_case, pillar, region, said, seen
from tests.loading.small_dataset import SOUND, reading_of

MORE = """
[[place]]
id = "hamlet"
name = "Hamlet"
kind = "township"
parent = "mill-town"

[[company]]
id = "new-mill"
name = "New Mill"
place = "hamlet"
zone = "mill-park"
pillars = ["milling"]

[[company]]
id = "smithy"
name = "Smithy"
place = "north"
headline = ["staff", "output"]
sources = ["almanac"]

[[indicator]]
id = "staff"
name = "Staff"
unit = "sacks"
kind = "stock"

[[series]]
subject = "smithy"
indicator = "output"
source = "gazette"
points = [
  { period = "2018", value = 10 },
  { period = "2019", value = 12 },
  { period = "2019-01/2019-09", value = 9 },
  { period = "2020-S1", value = 7 },
  { period = "2019", value = 11, scope = "Nails" },
  { period = "2020", value = 20, status = "forecast" },
  { period = "2019", value = 13, status = "target" },
  { period = "2020", value = 90, status = "capacity" },
]

[[series]]
subject = "smithy"
indicator = "output"
source = "almanac"
points = [
  { period = "2020", value = 40, status = "capacity" },
  { period = "2018", value = 10 },
  { period = "2019", value = 8, scope = "Nails" },
]

[[series]]
subject = "smithy"
indicator = "staff"
source = "almanac"
values = { 2018 = 3, 2019-06 = 4 }

[[event]]
subject = "smithy"
date = "2018"
kind = "founded"
text = "Founded."
source = "almanac"

[[event]]
subject = "north"
date = "2017-02"
kind = "policy"
text = "A law."
source = "gazette"
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder: Path = tmp_path_factory.mktemp("small")
    reading = reading_of(folder, SOUND + MORE)
    assert reading.problems == ()
    assert reading.dataset is not None
    return reading.dataset


def ref(dataset: Dataset, identifier: str) -> Ref:
    found = dataset.ref(identifier)
    assert found is not None
    return found


MEMBERS = {
    "north": ["old-mill", "new-mill", "smithy"],
    "mill-town": ["old-mill", "new-mill"],
    "hamlet": ["new-mill"],
    "mill-park": ["old-mill", "new-mill"],
    "old-park": ["old-mill"],
    "milling": ["old-mill", "new-mill"],
    "stones": ["old-mill"],
    "smithy": ["smithy"],
    "almanac": ["old-mill", "smithy"],
    "gazette": ["old-mill", "smithy"],
}


@pytest.mark.parametrize(("chosen", "members"), MEMBERS.items(), ids=MEMBERS.keys())
def test_companies_of_what_is_chosen(dataset: Dataset, chosen: str, members: list[str]) -> None:
    assert [company.id for company in companies_of(dataset, ref(dataset, chosen))] == members


def test_pages_are_found_by_kind_and_id(dataset: Dataset) -> None:
    for subject in dataset.subjects.values():
        assert dataset.entity(ref_of(subject)) is subject
    assert dataset.ref("gazette") == Ref(SubjectKind.SOURCE, "gazette")
    assert dataset.ref("nobody") is None
    assert dataset.find(Ref(SubjectKind.PILLAR, "smithy")) is None, "a company is no pillar"
    with pytest.raises(KeyError):
        dataset.entity(Ref(SubjectKind.SOURCE, "smithy"))
    assert dataset.region.id == "north"


def test_figures_come_by_indicator_and_then_in_order_of_time(dataset: Dataset) -> None:
    figures = observations_of(dataset, "smithy")
    assert [item.indicator for item in figures] == ["output"] * 11 + ["staff"] * 2
    orders = [item.period.order for item in figures[:11]]
    assert orders == sorted(orders)
    assert observations_of(dataset, "smithy", "staff") == figures[11:]
    assert observations_of(dataset, "new-mill") == observations_of(dataset, "north", "staff") == ()
    assert len(series_of(dataset, "smithy")) == 3
    assert len(series_of(dataset, "smithy", "output")) == 2


def test_headline_indicators_come_first(dataset: Dataset) -> None:
    assert headline_ids(dataset, "north") == ("output",), "those of the manifest"
    assert headline_ids(dataset, "mill-town") == ()
    assert [indicator.id for indicator in indicators_of(dataset, "smithy")] == ["staff", "output"]


def shown(item: Observation | None) -> tuple[str, float, str] | None:
    return None if item is None else (item.period.label, item.value, item.status)


def test_the_latest_figure(dataset: Dataset) -> None:
    figures = observations_of(dataset, "smithy", "output")
    assert shown(latest(figures, DONE)) == ("2020-S1", 7, "actual")
    assert shown(latest(figures, DONE, whole_years=True)) == ("2019", 12, "actual"), "not the nails, not a half-year"
    assert latest(figures, {Status.ESTIMATE}) is None
    nails = [item for item in figures if item.scope is not None]
    assert shown(latest(nails, DONE)) is not None, "a part is better than nothing"


def test_cards_show_what_is_done_what_lies_ahead_and_what_is_designed(dataset: Dataset) -> None:
    cards = headline_figures(dataset, "smithy")
    *others, capacity = cards
    assert [shown(card.figure) for card in others] == [
        ("2019-06", 4, "actual"),
        ("2019", 12, "actual"),
    ]
    # What is expected for 2020 does not hide that a target for 2019 was promised, which lies not ahead.
    assert {capacity.figure.value, *(other.value for other in capacity.others)} == {90, 40}
    assert cards[1].others == ()
    assert len(headline_figures(dataset, "smithy", limit=2)) == 2


def test_cards_without_headline_indicators_show_what_there_is(dataset: Dataset) -> None:
    assert headline_figures(dataset, "hamlet") == ()
    assert [shown(card.figure) for card in headline_figures(dataset, "old-mill")] == [
        ("2019", 48, "actual"),
        ("2020", 5_000, "forecast"),
    ]


def test_events_of_a_page_are_in_order_of_time(dataset: Dataset) -> None:
    assert [event.text.text("en") for event in events_of(dataset, dataset.region_ref)] == ["A law."]
    assert [event.date.label for event in events_of(dataset, ref(dataset, "almanac"))] == ["2018", "2019-05"]
    assert [event.subject for event in events_of(dataset, ref(dataset, "milling"))] == ["old-mill"]


def test_uses_of_a_source(dataset: Dataset) -> None:
    uses = uses_of_source(dataset, "almanac")
    assert [subject.id for subject in uses.subjects] == ["north", "old-mill", "smithy"]
    assert len(uses.observations) == 7
    assert [event.subject for event in uses.events] == ["smithy"]


def test_sources_of_a_page_are_in_the_order_of_their_marks(dataset: Dataset) -> None:
    assert [source.id for source in page_sources(dataset, ref(dataset, "smithy"))] == ["almanac", "gazette"]
    assert [source.id for source in page_sources(dataset, ref(dataset, "old-mill"))] == ["gazette", "almanac"]
    assert [source.id for source in page_sources(dataset, ref(dataset, "gazette"))] == ["gazette"]
    assert page_sources(dataset, Ref(SubjectKind.SOURCE, "nobody")) == ()
    assert page_sources(dataset, ref(dataset, "hamlet")) == ()


def test_a_company_is_at_home_in_its_first_pillar() -> None:
    valley = region()
    by_id = {each.id: each for each in valley.companies}
    chemist, homeless = by_id["chemist"], by_id["homeless"]
    assert (first_pillar(chemist), home_of(valley, chemist)) == (pillar("chemicals"), pillar("chemicals"))
    assert (first_pillar(homeless), home_of(valley, homeless)) == (None, valley.region_ref)
    assert first_pillar(valley.pillars[0]) is None


def test_the_way_to_a_page_names_each_place_once(dataset: Dataset) -> None:
    region, pillar, company = dataset.region_ref, ref(dataset, "milling"), ref(dataset, "old-mill")
    assert breadcrumb(dataset, company, pillar) == (region, pillar, company)
    assert breadcrumb(dataset, pillar, pillar) == (region, pillar)
    assert breadcrumb(dataset, region, region) == (region,)


def test_names(dataset: Dataset) -> None:
    park, source, mill = (dataset.entity(ref(dataset, name)) for name in ("mill-park", "gazette", "old-mill"))
    assert isinstance(park, Zone)
    assert isinstance(source, Source)
    assert isinstance(mill, Company)
    assert (short_name(park, "en"), full_name(park, "en")) == ("Park", "Mill Park")
    assert (short_name(source, "en"), full_name(source, "en")) == ("The Gazette", "Of mills")
    assert (short_name(mill, "zh"), full_name(mill, "en")) == ("老磨坊", "Old Mill")
    assert [pillar.id for pillar in pillars_of(dataset, mill)] == ["milling"]
    assert [technology.id for technology in technologies_of(dataset, mill)] == ["stones"]
    assert [city.id for city in cities_of(dataset)] == ["mill-town"]


def test_figures_in_words(dataset: Dataset) -> None:
    figures = observations_of(dataset, "old-mill", "output")
    made = next(item for item in figures if item.value == 48)
    words = Words("en")
    assert value_text(dataset, made, words).replace("\u00a0", " ") == "only 48 sacks"
    assert full_value_text(dataset, made, words).replace("\u00a0", " ") == "only 48 sacks"
    assert citation(dataset, dataset.source_by_id["gazette"], words) == "The Gazette via Town News, 2 Jan 2020"
    assert citation(dataset, dataset.source_by_id["almanac"], words) == "The Gazette, 2019 (inferred)"
    nails = next(item for item in observations_of(dataset, "smithy") if item.value == 8)
    assert (
        read_out(dataset, nails, words).replace("\u00a0", " ")
        == "8 sacks · 2019 · actual · Nails · The Gazette, 2019 (inferred)"
    )


# -- what can be compared ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "period"),
    [("output", "2019"), ("growth", "2019"), ("staff", "2019"), ("staff", "2019-03"), ("back-at-work", "2020-02-20")],
)
def test_years_are_compared_and_levels_of_any_moment(indicator: str, period: str) -> None:
    assert is_comparable(seen(1, period, indicator=indicator), region().indicator_by_id[indicator])


@pytest.mark.parametrize(
    ("indicator", "period"), [("output", "2019-S1"), ("output", "2019-01/2019-09"), ("growth", "2019-Q1")]
)
def test_amounts_and_growth_of_less_than_a_year_are_not_compared(indicator: str, period: str) -> None:
    assert not is_comparable(seen(1, period, indicator=indicator), region().indicator_by_id[indicator])


@pytest.mark.parametrize(
    ("kind", "symbol", "percentage", "amount"),
    [
        (IndicatorKind.FLOW, "yuan", False, True),
        (IndicatorKind.STOCK, "yuan/m³", False, True),
        (IndicatorKind.STOCK, "％", True, False),
        (IndicatorKind.FLOW, "pct", True, False),
        (IndicatorKind.RATIO, "yuan/m³", False, False),
        (IndicatorKind.GROWTH, "%", True, False),
        (IndicatorKind.INDEX, "", False, False),
    ],
)
def test_flows_and_stocks_that_are_no_percentages_are_amounts(
    kind: IndicatorKind,
    symbol: str,
    percentage: bool,  # noqa: FBT001
    amount: bool,  # noqa: FBT001
) -> None:
    unit = Unit("percent", said("unit"), said(symbol), UnitScale.RATIO, percentage=percentage)
    dataset = measured_in(region(), unit)
    assert is_amount(dataset, replace(dataset.indicator_by_id["back-at-work"], kind=kind)) is amount


def test_what_is_for_each_person_already_is_no_amount() -> None:
    dataset = region()
    indicator = replace(dataset.indicator_by_id["back-at-work"], kind=IndicatorKind.FLOW)
    dataset = measured_in(dataset, Unit("percent", said("unit"), said("yuan"), UnitScale.MONEY))
    assert is_amount(dataset, indicator)
    assert not is_amount(dataset, replace(indicator, per_person=True))


def test_a_part_is_not_compared_with_wholes() -> None:
    dataset = region()
    assert not is_comparable(seen(1, "2019", scope=said("north works")), dataset.indicator_by_id["output"])


def test_the_newest_stands_for_a_subject_what_is_done_before_what_is_hoped_for() -> None:
    dataset = region(
        seen(10, "2018"),
        seen(20, "2019"),
        seen(5, "2020-S1"),
        seen(90, "2025", Status.TARGET),
        seen(1, "2020", scope=said("part")),
    )
    found = newest_comparable(dataset, "maker", dataset.indicator_by_id["output"])
    assert found is not None
    assert found.value == 20


@pytest.mark.parametrize(
    ("statuses", "chosen"),
    [
        ((Status.CAPACITY, Status.TARGET, Status.FORECAST), Status.FORECAST),
        ((Status.CAPACITY, Status.TARGET), Status.TARGET),
        ((Status.CAPACITY,), Status.CAPACITY),
    ],
)
def test_where_nothing_is_done_hopes_go_before_plans_and_designs(statuses: tuple[Status, ...], chosen: Status) -> None:
    dataset = region(*(seen(10, "2025", status) for status in statuses))
    found = newest_comparable(dataset, "maker", dataset.indicator_by_id["output"])
    assert found is not None
    assert found.status is chosen


def test_without_a_comparable_figure_there_is_none() -> None:
    dataset = region(seen(5, "2020-S1"))
    assert newest_comparable(dataset, "maker", dataset.indicator_by_id["output"]) is None


@pytest.mark.parametrize(("newer", "shown_period"), [("2021-09", "2019"), ("2022-09", "2022-09")])
def test_a_year_goes_before_parts_of_years_that_are_two_years_newer_at_most(newer: str, shown_period: str) -> None:
    figures = [seen(5, "2019"), seen(1, newer)]
    found = latest(figures, DONE, whole_years=True)
    assert found is not None
    assert found.period.label == shown_period


def test_a_parent_is_what_a_subject_lies_in() -> None:
    dataset = region()
    valley, north = dataset.places[:2]
    park = replace(dataset.zones[0], places=("south",))
    inner = Zone("inner", park.name, part_of="park", places=("north",))
    dataset = replace(dataset, zones=(park, inner))
    assert parent_of(dataset, north) == valley
    assert parent_of(dataset, valley) is None
    assert parent_of(dataset, inner) == park
    assert parent_of(dataset, park) == dataset.places[2]
    assert parent_of(dataset, dataset.companies[0]) == north
    assert parent_of(dataset, replace(dataset.companies[0], place=None, zone="park")) == park
    assert parent_of(dataset, dataset.pillars[0]) is None


def test_without_plans_each_indicator_has_one_figure() -> None:
    dataset = model_case()
    assert [each.figure.status for each in headline_figures(dataset, "maker")] == [
        Status.ACTUAL, Status.FORECAST, Status.CAPACITY,
    ]  # fmt: skip
    assert [each.figure.status for each in headline_figures(dataset, "maker", plans=False)] == [Status.ACTUAL]


def test_the_newest_source_of_a_company_may_be_that_of_a_figure_an_event_or_its_summary() -> None:
    known = region(seen(5, "2019"))
    maker = next(each for each in known.companies if each.id == "maker")
    bare = replace(maker, sources=(), people=())

    def newest(company: Company, dataset: Dataset) -> str | None:
        found = newest_source_of(dataset, company)
        return None if found is None else found.id

    silent = replace(known, series=(), events=())
    assert newest(bare, silent) is None
    assert newest(bare, replace(known, events=())) == "yearbook"
    assert newest(replace(bare, sources=("paper",)), silent) == "paper"
    assert newest(replace(bare, sources=("report",)), silent) is None, "of this one not even a date can be inferred"
    event = Event("maker", parse_period("2020"), EventKind.FOUNDED, said("Founded."), "paper")
    assert newest(bare, replace(silent, events=(event,))) == "paper"
    assert newest(replace(bare, sources=("paper", "yearbook")), silent) == "yearbook"
