"""What stands around the plots: the legend, notes, sources and edition, and what is right of a map."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, LegendEntry, Question, Symbol
from heartland_gui.rendering.canvas import line_height, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.picture.margins import (
    LEGEND_SYMBOL,
    ON_PAGE,
    LayoutOptions,
    footer_texts,
    labelled_text,
    legend_rows,
    map_column,
    natural_map_height,
    stacked,
)
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, happened, model_case, region
from tests.golden.cases import kept
from tests.golden.transcripts import changes


def over_time() -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), Words())


@pytest.mark.parametrize(
    "name",
    [
        "map-missing",
        "map-companies",
        "map-all",
        "over-time-breaks",
        "over-time-sources-differ",
        "timeline-all",
        "change-all",
    ],
)
def test_what_stands_around_is_as_it_is_kept(name: str) -> None:
    assert changes(name) == []


# -- the legend -------------------------------------------------------------------------------------------------


def entries(*labels: str) -> tuple[LegendEntry, ...]:
    return tuple(LegendEntry(Symbol.DOT, label) for label in labels)


def test_entries_stand_side_by_side_until_the_row_is_full() -> None:
    answer = replace(over_time(), legend=entries("one", "two", "three"))
    first = LEGEND_SYMBOL + text_width("one", MEASURES.small) + 18
    second = LEGEND_SYMBOL + text_width("two", MEASURES.small) + 18
    assert LEGEND_SYMBOL == 26
    (row,) = legend_rows(answer, 500)
    assert [x for x, _ in row] == [0, first, first + second]
    assert [len(row) for row in legend_rows(answer, first + second)] == [2, 1]
    assert [len(row) for row in legend_rows(answer, first + second - 0.5)] == [1, 1, 1]
    assert legend_rows(answer, 500, shown=False) == []


def test_events_have_room_for_the_remark_behind_the_legend() -> None:
    events = tuple(happened(f"Event {year}.", str(year)) for year in (2018, 2019))
    answer = chart(region(events=events), Question("timeline", MAKER), Words())
    one = replace(answer, legend=entries("one"))
    width = LEGEND_SYMBOL + text_width("one", MEASURES.small) + 18
    remark = text_width(labelled_text(one, 2, 2), MEASURES.small)
    assert len(legend_rows(one, width + remark)) == 1
    assert legend_rows(one, width + remark - 1)[1:] == [[]]
    assert legend_rows(one, 800, shown=False) == [[]]


# -- notes and sources ------------------------------------------------------------------------------------------


def test_notes_come_before_sources_and_the_edition_behind() -> None:
    answer = replace(over_time(), notes=("A note.",))
    note, source = footer_texts(answer, LayoutOptions(), 860)
    assert note == "A note."
    assert source.startswith("Sources: ")
    assert source.endswith(f" · {answer.edition}")
    assert answer.edition not in footer_texts(answer, ON_PAGE, 860)[1]
    assert footer_texts(answer, LayoutOptions(sources=False), 860) == ("A note.",)
    alone = replace(answer, notes=(), sources=())
    assert footer_texts(alone, LayoutOptions(), 860) == (answer.edition,)
    assert footer_texts(alone, ON_PAGE, 860) == ()


def test_one_source_is_one_and_many_are_counted() -> None:
    answer = replace(over_time(), notes=())
    (source,) = footer_texts(replace(answer, sources=answer.sources[:1]), ON_PAGE, 860)
    assert source.startswith("Source: ")
    many = replace(answer, sources=tuple(replace(answer.sources[0], text="x" * 60 + str(n)) for n in range(40)))
    lines = footer_texts(many, LayoutOptions(), 600)
    assert len(lines) == 3
    assert len(footer_texts(many, ON_PAGE, 600)) == 2
    said = " ".join(lines)
    shown = said.count("x" * 60)
    assert f"and {40 - shown} more in the data" in said


def test_notes_end_after_six_lines() -> None:
    answer = replace(over_time(), notes=("A note of many words. " * 80,), sources=())
    lines = footer_texts(answer, ON_PAGE, 500)
    assert len(lines) == 6
    assert lines[-1].endswith("…")


def test_lines_stand_below_one_another() -> None:
    step = line_height(MEASURES.small)
    assert stacked(("a", "b"), 18, 100) == (
        TextLine(18, 100 + step - 3, "a", MEASURES.small, faint=True),
        TextLine(18, 100 + 2 * step - 3, "b", MEASURES.small, faint=True),
    )


# -- right of a map ---------------------------------------------------------------------------------------------

ROOM = Box(10, 20, 800, 300)


def land() -> Chart:
    return kept()["map-companies"]()


def test_the_map_keeps_its_shape_and_the_legend_stands_right_of_it() -> None:
    column = map_column(land(), ROOM)
    assert (column.area.x, column.area.y, column.area.height) == (10, 20, 300)
    left = column.area.right + 34
    assert all(box.x >= left for box, _ in column.legend)
    assert min(line.x for line in column.text_lines) == left
    assert all(line.x + text_width(line.text, line.size, bold=line.bold) <= ROOM.right for line in column.text_lines)
    narrow = map_column(land(), Box(10, 20, 200, 300))
    assert narrow.area.width < column.area.width
    assert map_column(land(), Box(10, 20, 60, 300)).area.width == 30
    assert narrow.rows == ()


def test_each_row_of_the_list_can_be_hit_and_what_has_no_room_is_counted() -> None:
    answer = land()
    assert answer.listing is not None
    whole = map_column(answer, ROOM)
    assert [details for _, details in whole.rows] == [row.details for row in answer.listing.rows]
    tops = [box.y for box, _ in whole.rows]
    assert tops == [tops[0] + 18 * number for number in range(len(tops))]
    assert {box.height for box, _ in whole.rows} == {16}
    many = replace(answer, listing=replace(answer.listing, rows=answer.listing.rows * 20))
    cut = map_column(many, ROOM)
    left = len(many.listing.rows) - len(cut.rows) if many.listing else 0
    (remark,) = (line for line in cut.text_lines if line.text == f"and {left} more in the table")
    assert (remark.faint, remark.size, remark.bold) == (True, MEASURES.small, False)
    assert remark.baseline - cut.rows[-1][0].y == 18 + 12
    assert max(line.baseline for line in cut.text_lines) <= ROOM.bottom
    assert len(cut.rows) == int((300 - line_height(MEASURES.small) - 4) // 18) - 1


def test_a_legend_without_room_ends_where_the_room_does() -> None:
    answer = land()
    assert answer.legend
    assert len(map_column(answer, Box(10, 20, 300, 30)).legend) < len(map_column(answer, Box(10, 20, 300, 300)).legend)


def test_a_map_is_as_high_as_its_land_but_not_too_high_and_not_lower_than_its_legend() -> None:
    answer = land()
    wide, narrow = natural_map_height(answer, 900), natural_map_height(answer, 300)
    assert wide == 520
    assert natural_map_height(answer, 60) <= narrow <= wide
    long = replace(answer, legend=entries(*"abcdefgh" * 5))
    assert natural_map_height(long, 300) == 40 * 18 + 18
