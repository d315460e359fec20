"""Data that nobody would draw on purpose: each gives a picture that can be read, or a sentence why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import Bar, Chart, Dot, Milestone, Question
from heartland_gui.export.batch import all_questions
from heartland_gui.export.formats import FORMATS, encoded
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Status
from heartland_gui.rendering.marks.drawing import mark_box
from heartland_gui.rendering.picture.layout import layout, natural_height
from heartland_gui.rendering.picture.margins import ON_PAGE, LayoutOptions
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, REGION, happened, pillar, region, said, seen, with_outlines
from tests.examples import examples
from tests.rendering.recording import faults, written

pytestmark = pytest.mark.usefixtures("qapp")

MAKERS = pillar("vehicles")
DATES = ("2019", "2020", "2021", "2019-S1", "2019-Q3", "2020-04", "2020-04-26", "2019-01/2019-09")


def over_time(*figures: Observation, logarithmic: bool | None = None) -> Chart:
    return chart(region(*figures), Question("over-time", MAKER, "output", logarithmic), Words())


def all_faults(drawn: Chart) -> list[str]:
    """Return what cannot be read of a chart as a slide, as a square, and on a wide and a narrow page."""
    found = [
        fault for size in ((880, 495), (880, 880)) for fault in faults(drawn, layout(drawn, *size, LayoutOptions()))
    ]
    for width in (400, 816):
        found += faults(drawn, layout(drawn, width, natural_height(drawn, width), ON_PAGE))
    return found


def assert_readable(drawn: Chart) -> None:
    """See that a chart has a sentence and numbers, that nothing covers anything, and that it can be exported."""
    assert drawn.sentence
    assert all_faults(drawn) == []
    placed = layout(drawn, 880, 495, LayoutOptions())
    numbers = [text_line.text for panel in placed.panels for text_line in panel.text_lines] + [
        tick.label or "" for panel in placed.panels for tick in (*panel.x_ticks, *panel.y_ticks)
    ]
    assert any(character.isdigit() for text in numbers for character in text)
    for format_id in FORMATS:
        assert encoded(drawn, format_id)


# -- few, and on the wrong side of zero -------------------------------------------------------------------------


@pytest.mark.parametrize("values", [(0.0, 1.0, 5000.0), (-20.0, 48.0, 5000.0), (0.0, 0.0), (-5.0, -5000.0)], ids=str)
def test_values_without_a_logarithm_stay_on_a_linear_axis(values: Sequence[float]) -> None:
    figures = [seen(value, str(2018 + number)) for number, value in enumerate(values)]
    drawn = over_time(*figures, logarithmic=True)
    assert not drawn.is_logarithmic
    assert not drawn.can_be_logarithmic
    assert sum(isinstance(mark, Dot) for mark in drawn.panels[0].marks) == len(values)
    assert_readable(drawn)


@pytest.mark.parametrize("value", [0.0, -3.0, 1e-9, 48.0, 1e15])
def test_one_point_is_a_picture(value: float) -> None:
    assert_readable(over_time(seen(value, "2019")))


@pytest.mark.parametrize("kind", ["over-time", "ranking", "timeline", "several-over-time", "change", "targets"])
def test_no_point_is_a_sentence(kind: str) -> None:
    with pytest.raises(NoChartError, match=r"^[A-Z“].*\.$"):
        chart(region(), Question(kind, MAKER, "output"), Words())


def test_a_dataset_without_figures_and_events_still_offers_what_can_be_counted() -> None:
    empty = region()
    offered = list(all_questions(empty))
    assert [(question.kind, question.subject) for question in offered] == [("ranking", empty.region_ref)]
    for question in offered:
        assert_readable(chart(empty, question, Words()))


# -- very many --------------------------------------------------------------------------------------------------


def many_makers(count: int) -> Dataset:
    figures = [seen(float(number % 97 + 1), "2019", subject=f"maker-{number:02d}") for number in range(count)]
    return region(*figures, more_makers=count)


def test_five_hundred_companies_are_ranked_by_the_largest() -> None:
    drawn = chart(many_makers(500), Question("ranking", MAKERS, "output"), Words())
    bars = [mark for mark in drawn.panels[0].marks if isinstance(mark, Bar)]
    assert 10 <= len(bars) <= 25
    assert min(bar.value for bar in bars) >= 90
    assert len(drawn.table.rows) == 500
    assert drawn.notes == ("The largest 20 of 500 are shown.",)
    assert_readable(drawn)


def test_a_thousand_events_on_one_day_are_counted_where_they_find_no_room() -> None:
    events = tuple(happened(f"Opened hall {number}.", "2020-04-26") for number in range(1000))
    drawn = chart(region(events=events), Question("timeline", MAKER), Words())
    assert sum(isinstance(mark, Milestone) for mark in drawn.panels[0].marks) == 1000
    assert len(drawn.table.rows) == 1000
    assert any(
        "of 1,000 labelled, all in the table" in each.text for each in written(layout(drawn, 880, 495, LayoutOptions()))
    )
    assert_readable(drawn)


def test_a_thousand_events_over_a_thousand_months_are_readable() -> None:
    events = tuple(happened("Opened.", f"{1930 + number // 12}-{number % 12 + 1:02}") for number in range(1000))
    assert_readable(chart(region(events=events), Question("timeline", MAKER), Words()))


def test_figures_of_two_thousand_years_are_readable() -> None:
    drawn = over_time(*(seen(float(number * 37 % 1009), f"{number:04}") for number in range(20, 2020)))
    assert sum(isinstance(mark, Dot) for mark in drawn.panels[0].marks) == 2000
    assert_readable(drawn)


def test_figures_of_every_month_of_fifty_years_are_readable() -> None:
    months = [f"{1970 + number // 12}-{number % 12 + 1:02}" for number in range(600)]
    figures = [seen(float(1000 + number * 37 % 101), month, indicator="staff") for number, month in enumerate(months)]
    drawn = chart(region(*figures), Question("over-time", MAKER, "staff"), Words())
    (panel,) = layout(drawn, 880, 495, LayoutOptions()).panels
    common = [mark_box(mark, panel.plot) for mark in panel.panel.marks if isinstance(mark, Dot) and not mark.label]
    assert len(common) > 590
    assert all(box is not None and box.width < 5 for box in common), "dots side by side do not hide their line"
    assert_readable(drawn)


# -- very small and very large ----------------------------------------------------------------------------------

magnitudes = st.builds(
    lambda digits, power, sign: sign * digits * 10.0**power,
    st.integers(1, 999),
    st.integers(-11, 12),
    st.sampled_from((1, 1, 1, -1, 0)),
)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """Draw a region with any figures of any period, status, subject and source, and any events."""
    subjects = ("maker", "rival", "third", "chemist", "valley", "north", "south")
    figures = {}
    for _ in range(draw(st.integers(1, 14))):
        subject, indicator = draw(st.sampled_from(subjects)), draw(st.sampled_from(("output", "staff", "revenue")))
        source, period = draw(st.sampled_from(("yearbook", "paper"))), draw(st.sampled_from(DATES))
        status = draw(st.sampled_from(list(Status)))
        figure = seen(draw(magnitudes), period, status, subject=subject, indicator=indicator, source=source)
        figures[subject, indicator, source, period, status] = figure
    events = tuple(happened("Opened.", draw(st.sampled_from(DATES))) for _ in range(draw(st.integers(0, 5))))
    return with_outlines(region(*figures.values(), events=events))


def answers(dataset: Dataset, words: Words) -> Iterator[Chart]:
    for question in all_questions(dataset):
        yield chart(dataset, question, words)


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(dataset=datasets(), language=st.sampled_from(("en", "zh")), width=st.sampled_from((400, 560, 816)))
def test_whole_layouts_of_any_figures_can_be_read(dataset: Dataset, language: str, width: int) -> None:
    found = []
    for drawn in answers(dataset, words_in(language)):
        found += faults(drawn, layout(drawn, 880, 495, LayoutOptions()))
        found += faults(drawn, layout(drawn, width, natural_height(drawn, width), ON_PAGE))
    assert found == []


@pytest.mark.parametrize("logarithmic", [None, True, False])
def test_values_from_a_billionth_to_a_quadrillion_are_readable_in_one_chart(*, logarithmic: bool | None) -> None:
    figures = [seen(10.0**power, str(2000 + power)) for power in range(-9, 16)]
    drawn = over_time(*figures, logarithmic=logarithmic)
    assert drawn.is_logarithmic is (logarithmic is True)
    assert_readable(drawn)


@pytest.mark.parametrize("values", [(1e-9, 2e-9, 3e-9), (1e15, 1.1e15, 1.2e15), (1e-9, 1e15)], ids=str)
def test_companies_with_very_small_and_very_large_values_are_ranked(values: Sequence[float]) -> None:
    names = ("maker", "rival", "third")
    figures = [seen(value, "2019", subject=name) for value, name in zip(values, names, strict=False)]
    assert_readable(chart(region(*figures), Question("ranking", MAKERS, "output"), Words()))


# -- words ------------------------------------------------------------------------------------------------------

STRANGE = {
    "from right to left": "إنتاج المركبات في المقاطعة ",
    "both directions": "Output of مصنع المركبات (2019) שלום ",
    "marks of direction": "\u202eOutput\u202c of \u2067vehicles\u2069 ",
    "control characters": "Output\x00of\x07vehicles\x1b[31m\x7f ",
    "emoji": "👩🏽‍🏭🇨🇳🚛 ",
    "nothing that is seen": "\u200b\u00a0\ufeff",
}


@pytest.mark.parametrize("kind", ["over-time", "ranking", "timeline", "map", "coverage", "change"])
@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("times", [1, 12])
def test_strange_words_are_kept_in_their_place(kind: str, text: str, times: int) -> None:
    drawn = strangely_worded(text * times, kind)
    assert all_faults(drawn) == []
    # The longer texts have every character of the shorter ones.
    for format_id in FORMATS if times > 1 else ():
        assert encoded(drawn, format_id)


def strangely_worded(text: str, kind: str) -> Chart:
    name = said(text)
    figures = [
        seen(value, year, subject=subject, note=name)
        for subject in ("maker", "rival", "north")
        for value, year in ((7.0, "2018"), (9.0, "2019"))
    ]
    plain = with_outlines(region(*figures, events=tuple(happened(text, year) for year in ("2018", "2019", "2020"))))
    dataset = replace(
        plain,
        places=tuple(replace(each, name=name) for each in plain.places),
        companies=tuple(replace(each, name=name) for each in plain.companies),
        pillars=tuple(replace(each, name=name) for each in plain.pillars),
        indicators=tuple(replace(each, name=name) for each in plain.indicators),
        sources=tuple(replace(each, publisher=name, title=name) for each in plain.sources),
    )
    subject = {"map": REGION, "coverage": REGION, "ranking": MAKERS, "change": MAKERS}.get(kind, MAKER)
    indicator = None if kind in ("timeline", "coverage") else "output"
    return chart(dataset, Question(kind, subject, indicator), Words())
