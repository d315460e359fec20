"""Names stand in the order that the speakers of the language know."""

from __future__ import annotations

import pytest

from heartland_gui.ui.widgets.collation import ranks


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("zh", ["大同", "晋城", "吕梁", "太原", "忻州", "阳泉", "运城"]),
        ("en", ["AAG", "abc", "Äpfel", "Bank of Shanxi", "Shanxi 2", "Shanxi 10", "Zeta"]),
    ],
)
def test_names_in_order(language: str, ordered: list[str]) -> None:
    place = ranks(ordered[::-1], language)
    assert [place[name] for name in ordered] == list(range(len(ordered)))


def test_names_that_differ_in_case_alone_share_a_place() -> None:
    place = ranks(["shanxi", "Shanxi", "Shaanxi"], "en")
    assert place["shanxi"] == place["Shanxi"] > place["Shaanxi"]
