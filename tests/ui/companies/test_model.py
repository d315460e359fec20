"""The rows of the company list: filtered and sorted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized
from heartland_gui.text import Words
from heartland_gui.ui.companies.model import ROW, CompanyModel
from heartland_gui.ui.window.main_window import MainWindow


def _names(model: CompanyModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_companies_are_sorted_with_the_unknown_last(window: MainWindow) -> None:
    found = {}
    for sort in ("name", "city", "founded", "figures"):
        window.session.choose_sort(sort)
        found[sort] = _names(window.companies.model)
    assert found == {
        "name": ["Abc Solar", "SND Vehicles", "Zhong Mill"],
        "city": ["Abc Solar", "Zhong Mill", "SND Vehicles"],
        "founded": ["Abc Solar", "SND Vehicles", "Zhong Mill"],
        "figures": ["SND Vehicles", "Abc Solar", "Zhong Mill"],
    }


def test_rows_are_looked_up_when_they_are_drawn(dataset: Dataset) -> None:
    many = tuple(Company(f"c{number}", Localized((("en", f"Company {number}"),))) for number in range(5000))
    large = replace(dataset, companies=many)
    model = CompanyModel()
    model.show_companies(large, Words(), many, "name")
    model.apply_filter("company 49")
    assert model.rowCount() == 199  # both words anywhere: also 149 and 1149
    assert len(model._rows) == 0
    assert model.index(3).data(ROW) is not None
    assert len(model._rows) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vehicles snd", ["SND Vehicles"]),  # in any order
        ("datong", ["Abc Solar", "Zhong Mill"]),  # where it is
        ("大同", ["Abc Solar", "Zhong Mill"]),
        ("cold-storage", ["SND Vehicles"]),  # what it makes
        ("snow", ["SND Vehicles"]),  # what that is for
        ("solar taiyuan", []),
    ],
)
def test_every_word_of_the_filter_is_looked_for(dataset: Dataset, text: str, found: list[str]) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies, "name")
    model.apply_filter(text)
    assert [model.index(row).data() for row in range(model.rowCount())] == found


@pytest.mark.parametrize("texts", [("a", "ab", "abc s"), ("solar d", "solar", "s"), ("solar", "mill"), ("AB", "Abc")])
def test_a_filter_leaves_the_same_whatever_was_typed_before(dataset: Dataset, texts: tuple[str, ...]) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies, "name")
    for text in texts:
        model.apply_filter(text)
        fresh = CompanyModel()
        fresh.show_companies(dataset, Words(), dataset.companies, "name")
        fresh.apply_filter(text)
        assert [model.ref(model.index(row)) for row in range(model.rowCount())] == [
            fresh.ref(fresh.index(row)) for row in range(fresh.rowCount())
        ]


def test_other_companies_are_filtered_anew(dataset: Dataset) -> None:
    model = CompanyModel()
    model.show_companies(dataset, Words(), dataset.companies[:1], "name")
    model.apply_filter("mill")
    assert model.rowCount() == 0
    model.show_companies(dataset, Words(), dataset.companies, "name")
    model.apply_filter("mill")
    assert model.rowCount() == 1
