"""The one figure that stands for a company: what it makes, done before guessed before designed, and not too old."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Better, Company, Indicator, IndicatorKind, Localized
from heartland_gui.model.key_figures import KeyFigure, key_figure
from heartland_gui.model.observations import Observation, Status
from tests.charts.small_region import region, said, seen

_INDICATORS: Final = (
    Indicator("employees", said("Employees"), "people", IndicatorKind.STOCK),
    Indicator("area", said("Area"), "people", IndicatorKind.STOCK, better=Better.MORE, plan_size=True),
    Indicator("margin", said("Margin"), "percent", IndicatorKind.RATIO, better=Better.MORE),
    Indicator("assets", said("Assets"), "yuan", IndicatorKind.STOCK, better=Better.MORE),
    Indicator("sales", said("Sales"), "yuan", IndicatorKind.FLOW, better=Better.MORE),
    Indicator("coal", said("Coal output", "煤炭产量"), "vehicles", IndicatorKind.FLOW),
    Indicator("cells", said("Solar cell output", "光伏电池产量"), "vehicles", IndicatorKind.FLOW, better=Better.MORE),
)


def figure(value: float, period: str, indicator: str = "coal", status: Status = Status.ACTUAL) -> Observation:
    return seen(value, period, status, indicator=indicator)


def chosen(*figures: Observation, **of: Any) -> KeyFigure | None:
    """Return the key figure of the maker, of which `of` is known."""
    dataset, maker = with_maker(*figures, **of)
    return key_figure(dataset, maker)


def with_maker(*figures: Observation, **of: Any) -> tuple[Dataset, Company]:
    dataset = replace(region(*figures), indicators=_INDICATORS)
    return dataset, replace(dataset.companies[0], **of)


def test_the_first_headline_indicator_with_a_figure_goes_first() -> None:
    figures = figure(1, "2020", "coal"), figure(2, "2021", "employees")
    assert chosen(*figures, headline=("cells", "employees", "coal")) == KeyFigure(figures[1])
    assert chosen(*figures, headline=("coal",)) == KeyFigure(figures[0], 1)


def test_the_newest_done_goes_before_what_is_designed() -> None:
    designed, guessed = figure(9, "2022", status=Status.CAPACITY), figure(8, "2021", status=Status.ESTIMATE)
    actual = figure(7, "2020")
    assert chosen(designed, guessed, actual) == KeyFigure(guessed)
    assert chosen(designed, guessed) == KeyFigure(guessed)
    assert chosen(designed) == KeyFigure(designed)


@pytest.mark.parametrize("status", [Status.TARGET, Status.FORECAST])
def test_what_is_hoped_for_is_no_key_figure(status: Status) -> None:
    assert chosen(figure(1, "2025", status=status)) is None


def test_a_company_without_figures_has_none() -> None:
    assert chosen(headline=("coal",)) is None


def test_what_is_more_than_eight_years_older_gives_way() -> None:
    newest = figure(2, "2020", "employees")
    assert chosen(figure(1, "2012"), newest, headline=("coal",)) == KeyFigure(figure(1, "2012"), 8)
    assert chosen(figure(1, "2011"), newest, headline=("coal",)) == KeyFigure(newest)
    designed = figure(3, "2019", status=Status.CAPACITY)
    assert chosen(figure(1, "2011"), designed, newest, headline=("coal",)) == KeyFigure(designed, 1)


def test_where_all_are_too_old_the_first_has_to_do() -> None:
    old = figure(1, "2005")
    part = figure(2, "2020")._replace(indicator="coal", status=Status.ACTUAL, scope=said("town"))
    # The newest figure covers a part: it dates the company, and the whole stands before it.
    assert chosen(old, part) == KeyFigure(old, 15)


@pytest.mark.parametrize(
    ("label", "newest", "years"),
    [
        ("2019", "2019", 0),
        ("2019-03", "2019", 0),
        ("2019", "2020-04-26", 1),
        ("2017", "2024-05", 6),
        ("2017", "2024-12", 7),
        ("2022", "2020", 0),
    ],
)
def test_the_age_is_in_whole_years_and_one_across_a_new_year(label: str, newest: str, years: int) -> None:
    figures = figure(1, label, status=Status.CAPACITY), figure(2, newest, "employees")
    assert chosen(*figures, headline=("coal",)) == KeyFigure(figures[0], years)


def test_without_a_headline_what_is_made_goes_before_money_and_levels_and_employees_last() -> None:
    figures = [figure(1, "2020", indicator.id) for indicator in _INDICATORS]
    order = []
    while figures:
        found = chosen(*figures)
        assert found is not None
        order.append(found.figure.indicator)
        figures.remove(found.figure)
    assert order == ["coal", "cells", "sales", "assets", "margin", "employees", "area"]


@pytest.mark.parametrize(
    "products", [said("solar cells"), said("modules and CELLS"), Localized((("zh", "光伏电池产量"),))]
)
def test_what_the_products_name_goes_first(products: Localized) -> None:
    figures = figure(1, "2020", "coal"), figure(2, "2020", "cells")
    found = chosen(*figures, products=(said("pig iron"), products))
    assert found == KeyFigure(figures[1])


def test_short_words_name_no_product() -> None:
    figures = figure(1, "2020", "coal"), figure(2, "2020", "margin")
    dataset, maker = with_maker(*figures, products=(said("parts of it"),))
    named = tuple(
        replace(each, name=said(f"{each.id} of it") if each.id == "margin" else each.name)
        for each in dataset.indicators
    )
    assert key_figure(replace(dataset, indicators=named), maker) == KeyFigure(figures[0])
