"""Computed percentages as they are written."""

from __future__ import annotations

import pytest

from heartland_gui.charts.number_labels import percent_text
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (0, "0"),
        (0.048, "0.05"),
        (0.48, "0.5"),
        (0.96, "1.0"),
        (12.34, "12.3"),
        (99.97, "99.97"),
        (99.762, "99.8"),
        (100, "100"),
        (100.04, "100.04"),
        (134.2, "134"),
        (12_345.6, "12,346"),
        (-5.25, "\u22125.3"),
        (12.5, "12.5"),
        (112.5, "113"),
        (2.675, "2.7"),
        (0.045, "0.05"),
    ],
)
def test_percentages_are_short_and_never_rounded_to_a_whole(percent: float, shown: str) -> None:
    assert percent_text(percent, Words()) == f"{shown}\u00a0%"
    assert percent_text(percent, words_in("zh")) == f"{shown}%"
