"""The companies of a choice: their orders, what words and facets leave, and what a table says of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Ref, SubjectKind
from heartland_gui.model.facets import FacetIndex, facets_at
from heartland_gui.model.key_figures import KeyFigure, key_figure
from heartland_gui.model.observations import Status
from heartland_gui.model.period import parse_period
from heartland_gui.pages import companies
from heartland_gui.pages.companies import (
    NOTHING,
    Column,
    CompanyOrders,
    CompanyRows,
    ListedCompanies,
    age_text,
    columns_of,
    folded,
    sort_direction,
    sort_name,
    sorted_by,
    sorting_indicator,
)
from heartland_gui.pages.page import Cell
from heartland_gui.text import Words

WORDS = Words()
REGION = Ref(SubjectKind.PLACE, "province")
DATONG = Ref(SubjectKind.PLACE, "datong")
ENERGY = Ref(SubjectKind.PILLAR, "energy")


def listed(dataset: Dataset, sort: str = "name") -> ListedCompanies:
    places = {name: place for place, name in enumerate(sorted({each.name.text("en") for each in dataset.companies}))}
    places |= {each.name.text("en"): place for place, each in enumerate(dataset.places)}
    return ListedCompanies(CompanyOrders(FacetIndex(dataset), WORDS, places), dataset.companies, sort)


def ids(found: ListedCompanies) -> list[str]:
    return [found.company(row).id for row in range(len(found.kept))]


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("source", ["snd", "solar", "mill"]),
        ("-source", ["snd", "solar", "mill"]),  # who has no dated source stays last
        ("name", ["solar", "snd", "mill"]),
        ("-name", ["mill", "snd", "solar"]),
        ("city,-name", ["snd", "mill", "solar"]),
        ("city", ["snd", "solar", "mill"]),
        ("makes", ["snd", "solar", "mill"]),
        ("pillar", ["solar", "snd", "mill"]),
        ("figure", ["snd", "solar", "mill"]),
        ("plan", ["snd", "solar", "mill"]),
        ("founded,name", ["solar", "snd", "mill"]),
        ("unknown", ["solar", "snd", "mill"]),
    ],
)
def test_companies_are_ordered_by_several_keys_each_of_which_may_be_turned(
    dataset: Dataset, sort: str, found: list[str]
) -> None:
    assert ids(listed(dataset, sort)) == found


def test_key_figures_are_ordered_by_indicator_then_by_value(dataset: Dataset) -> None:
    known = dataset.series[0]
    made = known.observations[0]
    series = [
        known._replace(subject=subject, indicator=indicator, observations=(figure,))
        for subject, indicator, value in (("mill", "gdp", 1), ("solar", "vehicles", 100), ("snd", "vehicles", 7))
        for figure in [made._replace(subject=subject, indicator=indicator, value=value)]
    ]
    changed = replace(dataset, series=tuple(series))
    assert ids(listed(changed, "figure")) == ["mill", "solar", "snd"]
    assert ids(listed(changed, "-figure")) == ["snd", "solar", "mill"]


def test_a_click_on_a_heading_sorts_and_the_next_one_turns() -> None:
    assert sorted_by("name", "city") == "city"
    assert sorted_by("city", "city") == "-city"
    assert sorted_by("-city", "city") == "city"
    assert sorted_by("name,city", "city") == "city", "another key alone begins anew"
    assert sorted_by("city", "name", further=True) == "city,name"
    assert sorted_by("city,name", "name", further=True) == "city,-name"
    assert [sort_direction("source,-name", key) for key in ("source", "name", "city")] == [True, True, None]
    assert sort_direction("-source", "source") is False


def test_an_order_is_called_by_its_first_key(dataset: Dataset) -> None:
    assert sort_name(dataset, "-source,name", WORDS) == "Newest source"
    assert sort_name(dataset, "indicator:vehicles", WORDS) == "Vehicles produced"
    assert sorting_indicator(dataset, "name,-indicator:vehicles") == "vehicles"
    assert sorting_indicator(dataset, "indicator:gone") is None


def test_words_and_facets_narrow_together(dataset: Dataset) -> None:
    found = listed(dataset)
    found.narrow("datong")
    assert (ids(found), found.total, found.all_of_them) == (["solar", "mill"], 3, 3)
    found.narrow("datong", facets_at(["pillar:making"]))
    assert (ids(found), found.total) == (["mill"], 2)
    assert found.matching_set.bit_count() == 2
    assert found.whole_set.bit_count() == 3
    assert found.row_of(Ref(SubjectKind.COMPANY, "mill")) == 0
    assert found.row_of(Ref(SubjectKind.COMPANY, "snd")) is None
    assert found.row_of(ENERGY) is None


def test_in_a_city_the_pillar_has_a_column_instead_of_the_city(dataset: Dataset) -> None:
    assert Column.CITY in columns_of(dataset, ENERGY)
    assert Column.CITY in columns_of(dataset, REGION)
    assert Column.PILLAR in columns_of(dataset, DATONG)
    assert Column.CITY not in columns_of(dataset, DATONG)


def row_of(dataset: Dataset, company: str, sort: str = "source", listing: Ref = ENERGY) -> dict[Column, Cell]:
    columns = columns_of(dataset, listing)
    rows = CompanyRows(FacetIndex(dataset), columns, sort, WORDS)
    found = next(each for each in dataset.companies if each.id == company)
    return dict(zip(columns, rows.row(found), strict=True))


def test_a_row_says_what_a_company_makes_does_and_plans(dataset: Dataset) -> None:
    row = row_of(dataset, "snd")
    assert (row[Column.NAME].text, row[Column.NAME].ref) == ("SND Vehicles", Ref(SubjectKind.COMPANY, "snd"))
    assert row[Column.MAKES].text == "cold-storage vehicles"
    assert row[Column.CITY].text == "Taiyuan"
    figure = row[Column.FIGURE]
    assert (figure.text, figure.after, figure.beneath) == ("only\u00a048\u00a0vehicles", "2019", "Vehicles produced")
    assert (figure.mark, figure.remark, figure.figure) == (Status.ACTUAL, "", dataset.series[0].observations[0])
    plan = row[Column.PLAN]
    assert (plan.text, plan.after, plan.lead) == ("5,000\u00a0vehicles", "2020", Status.FORECAST)
    assert row[Column.SOURCE].text == "2020"


def test_a_company_of_which_nothing_is_known_says_so(dataset: Dataset) -> None:
    row = row_of(dataset, "mill", listing=DATONG)
    assert row[Column.FIGURE].text == "no figure"
    assert row[Column.PILLAR].text == "Advanced manufacturing"
    assert [row[each].text for each in (Column.MAKES, Column.PLAN, Column.SOURCE)] == [NOTHING] * 3


def test_numbers_are_copied_in_base_units_with_unit_and_period_beside_them(dataset: Dataset) -> None:
    parts = dict(row_of(dataset, "snd")[Column.FIGURE].parts)
    assert (parts["Value"], parts["Unit"], parts["Period"]) == (48, "vehicles", "2019")
    assert (parts["Qualifier"], parts["Status"]) == ("only", "actual")
    planned = dict(row_of(dataset, "snd")[Column.PLAN].parts)
    assert (planned["Plan: Value"], planned["Plan: Period"]) == (5000, "2020")
    assert set(dict(row_of(dataset, "mill")[Column.FIGURE].parts).values()) == {None}


def test_an_order_by_an_indicator_shows_that_of_all(dataset: Dataset) -> None:
    late = dataset.series[0].observations[0]._replace(indicator="gdp", value=5, period=parse_period("2022"))
    changed = replace(
        dataset, series=(*dataset.series, dataset.series[0]._replace(indicator="gdp", observations=(late,)))
    )
    assert row_of(changed, "snd")[Column.FIGURE].remark == "3 years older"
    shown = row_of(changed, "snd", "indicator:gdp")[Column.FIGURE]
    assert (shown.beneath, shown.after, shown.remark) == ("GDP", "2022", "")
    rows = CompanyRows(FacetIndex(changed), columns_of(changed, ENERGY), "indicator:gdp", WORDS)
    assert "GDP" in rows.headings()
    assert "Plan" in rows.headings(short=True)


def test_years_older() -> None:
    assert [age_text(years, WORDS) for years in (0, 1, 5)] == ["", "1 year older", "5 years older"]


def test_columns_without_room_become_lines_below_the_name(dataset: Dataset) -> None:
    columns = columns_of(dataset, ENERGY)
    rows = CompanyRows(FacetIndex(dataset), columns, "source", WORDS)
    row = rows.row(dataset.companies[0])
    narrow = folded(row, [0, 3], rows.headings(short=True), WORDS)
    assert [cell.text for cell in narrow] == ["SND Vehicles", "only\u00a048\u00a0vehicles"]
    assert narrow[0].folded == (
        "cold-storage vehicles · Taiyuan",
        "Plan: 5,000\u00a0vehicles 2020, Vehicles produced",
        "Newest source: 2020",
    )
    assert folded(row, range(6), rows.headings(), WORDS) == row
    mill = folded(rows.row(dataset.companies[2]), [0, 3], rows.headings(), WORDS)
    assert mill[0].folded == ("Datong",), "what has nothing to say takes no line"


def test_ranks_are_looked_up_once_for_all_choices(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(of: Dataset, company: Company) -> KeyFigure | None:
        asked.append(company.id)
        return key_figure(of, company)

    monkeypatch.setattr(companies, "key_figure", counted)
    orders = CompanyOrders(
        FacetIndex(dataset), WORDS, dict.fromkeys((each.name.text("en") for each in dataset.companies), 0)
    )
    orders.sorted(dataset.companies[:2], "figure")
    orders.sorted(dataset.companies, "-figure")
    orders.sorted(dataset.companies, "figure,name")
    assert sorted(asked) == ["mill", "snd", "solar"]


def test_where_not_all_places_are_cities_their_column_says_place(dataset: Dataset) -> None:
    assert sort_name(dataset, "city", WORDS) == "City"
    county = replace(dataset.places[1], id="county", kind="county", parent="taiyuan")
    mixed = replace(dataset, places=(*dataset.places, county))
    columns = columns_of(mixed, ENERGY)
    assert CompanyRows(FacetIndex(mixed), columns, "name", WORDS).headings()[2] == sort_name(mixed, "city", WORDS)
    assert sort_name(mixed, "city", WORDS) == "Place"


def test_names_that_occur_twice_carry_where_they_are(dataset: Dataset) -> None:
    snd, second = dataset.companies[:2]
    twin = replace(second, name=snd.name, place="datong")
    county = replace(dataset.places[1], id="county", kind="county", parent="datong")
    twins = replace(
        dataset,
        places=(*dataset.places, county),
        companies=(replace(snd, place="county"), twin, *dataset.companies[2:]),
    )
    rows = CompanyRows(FacetIndex(twins), columns_of(twins, ENERGY), "name", WORDS)
    assert [rows.row(twins.companies[number])[0].text for number in (0, 1)] == [
        "SND Vehicles (Taiyuan)",
        "SND Vehicles (Datong)",
    ]
    assert rows.row(twins.companies[0])[2].text == "Taiyuan (Datong)"
