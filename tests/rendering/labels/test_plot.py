"""The numbers inside the bars of a whole: equally exact side by side, and only where they have room."""

from __future__ import annotations

import pytest

from heartland_gui.charts.spec import Datum, Label, Panel, Part, ValueAxis
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.plot import labels_of_panel
from heartland_gui.rendering.labels.rows import RowMargins
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.text import Magnitude

AXIS = ValueAxis(0, 100, Magnitude(1.0, "%"))


def told(width: float, *parts: tuple[float, str, str]) -> list[str]:
    """Return the words in one bar of a year for each part: its share, its label and its short one."""
    marks = tuple(
        Part(2018 + place, 2019 + place, 0, share, 0, Datum(""), Label(label), short=short)
        for place, (share, label, short) in enumerate(parts)
    )
    plot = Plot(Box(0, 0, width * len(parts), 400), (2018, 2018 + len(parts)), (0, 100))
    return [line.text for line in labels_of_panel(Panel(AXIS, marks), plot, RowMargins(0, 0)).text_lines]


@pytest.mark.parametrize(("width", "words"), [(80, ["12.5", "50"]), (25, ["13", "50"]), (12, [])])
def test_narrow_bars_have_the_short_label_all_of_them(width: float, words: list[str]) -> None:
    assert told(width, (12.5, "12.5", "13"), (50, "50", "50")) == words


def test_one_that_does_not_fit_makes_all_short() -> None:
    assert told(25, (12.5, "12.5", "13"), (9.5, "9", "10")) == ["13", "10"]


def test_a_low_part_has_no_label() -> None:
    assert told(80, (1, "1", "1"), (50, "50", "50")) == ["50"]


def test_without_a_short_label_the_long_one_stays_away() -> None:
    assert told(25, (12.5, "12.555", ""), (50, "50", "")) == ["50"]
