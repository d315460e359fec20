"""Names stand in the order that the speakers of the language know."""

from __future__ import annotations

import pytest

from heartland_gui.ui.collation import name_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("zh", ["大同", "晋城", "吕梁", "太原", "忻州", "阳泉", "运城"]),
        ("en", ["AAG", "abc", "Äpfel", "Bank of Shanxi", "Shanxi 2", "Shanxi 10", "Zeta"]),
    ],
)
def test_names_in_order(language: str, ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda name: name_key(name, language)) == ordered


def test_names_that_differ_in_case_alone_are_equal_in_order() -> None:
    assert name_key("shanxi", "en") == name_key("Shanxi", "en")
    assert name_key("shanxi", "en") != name_key("Shaanxi", "en")
    assert min([(name_key("a", "en"), 2), (name_key("A", "en"), 1)])[1] == 1, "then what follows decides"
