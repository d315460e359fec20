"""The marks of a page's sources, and what a tooltip says of a figure."""

from __future__ import annotations

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Link
from heartland_gui.pages.sources import figure_tip, mark_of, source_marks
from heartland_gui.text import Words
from tests.charts.small_region import region, said, seen


def test_sources_are_numbered_in_their_order() -> None:
    marks = source_marks(region().sources)
    assert marks == {"yearbook": "[1]", "paper": "[2]", "report": "[3]"}
    assert mark_of("paper", marks) == Link("[2]", Ref(SubjectKind.SOURCE, "paper"))


def test_a_tooltip_reads_a_figure_out_with_its_note() -> None:
    figure = seen(48, "2019", source="paper", note=said("Trial."))
    tip = figure_tip(region(figure), figure, Words())
    assert tip == "48\u00a0vehicles · 2019 · actual · Morning Paper, 26 Apr 2020\nTrial."
