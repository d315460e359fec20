"""Shipped charts at the sizes of slides, squares and pages: nothing is cut off, no text covers another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from heartland_gui.charts.choice import KINDS, chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.entities import EventKind
from heartland_gui.rendering.picture.layout import layout, least_height, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import SAMPLED_OR_ALL, sampled_charts
from tests.charts.small_region import MAKER, REGION, happened, model_case, pillar, region, said, seen, with_outlines
from tests.golden.transcripts import changes
from tests.rendering.recording import faults, written

PICTURES = ((880.0, 495.0), (880.0, 880.0))
PAGE_WIDTHS = (400.0, 560.0, 816.0)


@pytest.mark.parametrize(
    "name",
    [
        "over-time-all",
        "multiples-all",
        "multiples-actual",
        "structure-all",
        "ranking-all",
        "change-all",
        "targets-all",
        "timeline-all",
        "coverage-all",
        "map-all",
        "map-missing",
    ],
)
def test_charts_are_laid_out_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


Charts = Callable[[str], tuple[Chart, ...]]


@pytest.mark.parametrize("charts", SAMPLED_OR_ALL)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", PICTURES, ids=str)
def test_no_text_of_a_picture_is_cut_off_or_covered(charts: Charts, language: str, size: tuple[float, float]) -> None:
    found = [fault for each in charts(language) for fault in faults(each, layout(each, *size, LayoutOptions()))]
    assert not found, f"{len(found)} faults"


@pytest.mark.parametrize("charts", SAMPLED_OR_ALL)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", PAGE_WIDTHS)
def test_no_text_on_a_page_is_cut_off_or_covered(charts: Charts, language: str, width: float) -> None:
    found = []
    for each in charts(language):
        found += faults(each, layout(each, width, natural_height(each, width), ON_PAGE))
    assert not found, f"{len(found)} faults"


@pytest.mark.parametrize("charts", SAMPLED_OR_ALL)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_off_or_covered_at_the_least_height(charts: Charts, language: str) -> None:
    found = []
    for each in charts(language):
        least = least_height(each, 816)
        assert least <= natural_height(each, 816)
        found += faults(each, layout(each, 816, least, ON_PAGE))
    assert not found, f"{len(found)} faults"


# -- words that nobody reckoned with ----------------------------------------------------------------------------

LONG = {
    "a word without an end": "x" * 300,
    "many words": "of the province " * 20,
    "Chinese without spaces": "山西转型综合改革示范区" * 15,
    "beyond the basic plane": "𠮷𡈽" * 60,
    "combining marks": "e\u0301\u0302\u0323" * 100,
}


def long_worded(text: str, kind: str) -> Chart:
    dataset = model_case()
    name, note = said(text), said(text)
    figures = [item._replace(note=note, scope=note if item.value == 48 else None) for item in dataset.observations()]
    figures += [
        seen(10, "2019", subject="rival"),
        seen(9, "2019", subject="chemist"),
        seen(8, "2018", subject="chemist"),
        seen(7, "2018", subject="rival"),
        seen(7, "2018"),
        seen(10, "2018-S1"),
        seen(10, "2019-S1", scope=note),
        seen(30, "2019", subject="north"),
        seen(11, "2021"),
        *(seen(9, year, indicator="staff") for year in ("2018", "2019")),
        *(seen(9, "2018", indicator=part, subject="valley") for part in ("goods", "services")),
    ]
    events = tuple(happened(text, str(year)) for year in range(2010, 2020))
    fresh = region(*figures, events=events)
    dataset = replace(
        with_outlines(fresh),
        places=tuple(replace(each, name=name) for each in with_outlines(fresh).places),
        zones=tuple(replace(each, name=name, places=("north",)) for each in fresh.zones),
        companies=tuple(replace(each, name=name) for each in fresh.companies),
        pillars=tuple(replace(each, name=name) for each in fresh.pillars),
        indicators=tuple(replace(each, name=name) for each in fresh.indicators),
        sources=tuple(replace(each, publisher=name) for each in fresh.sources),
        manifest=replace(fresh.manifest, title=name),
    )
    subjects = {"map": REGION, "coverage": REGION, "structure": REGION, "ranking": REGION, "change": pillar("vehicles")}
    return chart(dataset, Question(kind, subjects.get(kind, MAKER), LONG_WORDED[kind]), Words())


LONG_WORDED = {
    "over-time": "output",
    "ranking": "output",
    "timeline": None,
    "several-over-time": "output",
    "multiples": None,
    "structure": "revenue",
    "map": "output",
    "coverage": None,
    "targets": None,
    "change": "output",
}


def test_every_kind_of_chart_is_tried_with_long_words() -> None:
    assert LONG_WORDED.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", LONG_WORDED)
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("size", [(880, 495), (400, None), (816, None)], ids=str)
def test_long_words_are_cut_or_wrapped(kind: str, text: str, size: tuple[float, float | None]) -> None:
    answer = long_worded(text, kind)
    width, height = size
    if height is None:
        placed = layout(answer, width, natural_height(answer, width), ON_PAGE)
    else:
        placed = layout(answer, width, height, LayoutOptions())
    assert not faults(answer, placed)


def crowded(years: range) -> Chart:
    events = tuple(
        happened("Opened a hall.", str(year), kind) for year in years for kind in (EventKind.PLAN, EventKind.OPENING)
    )
    return chart(region(events=events), Question("timeline", MAKER), words_in("zh"))


def test_no_year_of_a_timeline_loses_its_label() -> None:
    answer = crowded(range(2010, 2026))
    (panel,) = layout(answer, 400, natural_height(answer, 400), ON_PAGE).panels
    assert len([tick for tick in panel.x_ticks if tick.label]) >= 3
    assert all(tick.label for tick in panel.x_ticks if tick.position % 1 == 0.5)


def test_events_without_words_are_counted_beside_the_legend() -> None:
    answer = crowded(range(2000, 2026))
    for width in (320, 360, 400, 816):
        placed = layout(answer, width, natural_height(answer, width), ON_PAGE)
        assert not faults(answer, placed)
        assert any("全部见表格" in each.text for each in written(placed))


@pytest.mark.parametrize("without", ["title", "legend", "sources", "all"])
def test_a_picture_stays_readable_without_what_is_not_wanted(without: str) -> None:
    bare = LayoutOptions(title=False, legend=False, sources=False)
    options = {
        "title": LayoutOptions(title=False),
        "legend": LayoutOptions(legend=False),
        "sources": LayoutOptions(sources=False),
    }.get(without, bare)
    assert [fault for drawn in sampled_charts("en") for fault in faults(drawn, layout(drawn, 880, 495, options))] == []


def test_only_what_is_not_wanted_is_left_out() -> None:
    drawn = chart(model_case(), Question("over-time", MAKER, "output"), Words())
    whole = layout(drawn, 880, 495, LayoutOptions())
    texts = {text_line.text for text_line in whole.text_lines}
    without_title = layout(drawn, 880, 495, LayoutOptions(title=False))
    assert texts - {text_line.text for text_line in without_title.text_lines} == {drawn.full_title}
    assert without_title.panels[0].plot.box.height > whole.panels[0].plot.box.height
    without_key = layout(drawn, 880, 495, LayoutOptions(legend=False))
    assert (bool(whole.legend), without_key.legend) == (True, ())
    without_sources = layout(drawn, 880, 495, LayoutOptions(sources=False))
    gone = texts - {text_line.text for text_line in without_sources.text_lines}
    assert gone
    assert all(text.startswith("Source") for text in gone)
    assert drawn.notes
    assert any(drawn.notes[0][:20] in text_line.text for text_line in without_sources.text_lines)


def test_events_without_words_are_counted_even_without_a_key() -> None:
    many = region(events=tuple(happened(f"Event {number}.", f"20{number:02}") for number in range(60)))
    drawn = chart(many, Question("timeline", MAKER), Words())
    placed = layout(drawn, 880, 495, LayoutOptions(legend=False))
    (counted,) = [text_line for text_line in placed.text_lines if "labelled, all in the table" in text_line.text]
    assert counted.baseline - counted.size > placed.panels[0].plot.box.bottom + 18, "it stands below the years"
    assert faults(drawn, placed) == []


def test_without_legend_notes_and_sources_the_plot_reaches_down_to_the_margin() -> None:
    drawn = chart(model_case(), Question("over-time", MAKER, "output"), Words())
    bare = replace(drawn, notes=(), sources=(), edition="")
    options = LayoutOptions(legend=False, sources=False)
    (panel,) = layout(bare, 880, 495, options).panels
    assert panel.plot.box.bottom == pytest.approx(495 - 18 - 22), "above the years and the margin"
    (panel,) = layout(bare, 880, 495, LayoutOptions(sources=False)).panels
    assert panel.plot.box.bottom == pytest.approx(495 - 18 - 22 - 18 - 8), (
        "a row of the legend takes 18, and 8 above it"
    )
