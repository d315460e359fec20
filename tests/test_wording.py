"""Figures in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.model.entities import Localized
from heartland_gui.text import Words
from heartland_gui.wording import edition_text, inner_name, label_name, starred
from tests.charts.small_region import region, said, seen


def test_a_star_says_that_there_is_a_note() -> None:
    assert starred("48", Localized((("en", "Trial operation."),))) == "48\u00a0*"
    assert starred("48", "Trial operation.") == "48\u00a0*"
    assert starred("48", None) == starred("48", "") == "48"


@pytest.mark.parametrize(
    ("edition", "day", "title", "text"),
    [
        ("2026-11", date(2020, 5, 1), "Shanxi", "Shanxi, edition 2026-11, as of 1 May 2020"),
        ("2026-11", None, "Shanxi", "Shanxi, edition 2026-11"),
        ("", date(2020, 5, 1), "Shanxi", "Shanxi, as of 1 May 2020"),
        ("", None, "Shanxi", "Shanxi"),
        ("2026-11", date(2020, 5, 1), "", "edition 2026-11, as of 1 May 2020"),
        ("", None, "", "an unnamed edition"),
    ],
)
def test_an_edition_has_the_day_that_is_shown_behind_it(edition: str, day: date | None, title: str, text: str) -> None:
    assert edition_text(edition, day, Words(), title) == text


def test_a_label_has_the_short_name_and_the_part() -> None:
    dataset = region()
    assert label_name(dataset, seen(1, "2019"), Words()) == "Vehicles produced"
    short = tuple(replace(each, short=said("Vehicles", "整车")) for each in dataset.indicators)
    dataset = replace(dataset, indicators=short)
    assert label_name(dataset, seen(1, "2019"), Words("zh")) == "整车"
    assert label_name(dataset, seen(1, "2019", scope=said("north works")), Words()) == "Vehicles (north works)"


@pytest.mark.parametrize(
    ("language", "name", "inside"),
    [
        ("en", "Revenue", "revenue"),
        ("en-GB", "Revenue", "revenue"),
        ("en", "GDP growth", "GDP growth"),
        ("en", "5G base stations", "5G base stations"),
        ("en", "R&D spending", "R&D spending"),
        ("en", "A", "A"),
        ("en", "", ""),
        ("de", "Umsatz", "Umsatz"),
        ("zh", "营业收入", "营业收入"),
    ],
)
def test_a_name_inside_an_english_sentence_has_no_capital(language: str, name: str, inside: str) -> None:
    assert inner_name(name, Words(language)) == inside
