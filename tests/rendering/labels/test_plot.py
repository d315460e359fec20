"""The words at marks: each where it finds room, on no line and no other mark; those of events beside their stems."""

from __future__ import annotations

from itertools import combinations

import pytest

from heartland_gui.charts.spec import (
    FIRM,
    Details,
    Dot,
    Label,
    LaneAxis,
    Line,
    Mark,
    Milestone,
    Panel,
    Part,
    Reference,
    RowAxis,
    Span,
    Tile,
    ValueAxis,
)
from heartland_gui.model.observations import Status
from heartland_gui.rendering.canvas import Background, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.labels.plot import PanelLabels, labels_of_panel, widest_date
from heartland_gui.rendering.labels.rows import RowMargins
from heartland_gui.rendering.labels.text_lines import TextLine
from heartland_gui.rendering.picture.plot import Plot
from heartland_gui.rendering.style import MEASURES
from heartland_gui.text import Magnitude
from tests.golden.transcripts import changes

BOX = Box(40, 20, 500, 200)
PLOT = Plot(BOX, (2010, 2020), (0, 100))
NONE = Details("")
VALUES = ValueAxis(0, 100, Magnitude(1, ""))


def labelled(*marks: Mark, right: float = 100) -> PanelLabels:
    return labels_of_panel(Panel(VALUES, marks), PLOT, RowMargins(0, right))


def dot(x: float, y: float, label: str | None = None, faint: str = "", weight: int = FIRM) -> Dot:
    words = None if label is None else Label(label, faint)
    return Dot(x, y, Status.ACTUAL, 0, NONE, words, weight)


def texts(found: PanelLabels) -> list[str]:
    return [line.text for line in found.text_lines]


# As a whole: the drawings that are kept have every kind of label.
@pytest.mark.parametrize(
    "name",
    [
        *("over-time-all", "over-time-breaks", "over-time-sources-differ", "structure-all", "timeline-all"),
        *("timeline-actual", "coverage-all", "several-over-time-all", "multiples-all"),
    ],
)
def test_words_stand_as_they_are_kept(name: str) -> None:
    assert changes(name) == []


def test_a_number_stands_right_of_its_dot_in_the_middle_of_its_height() -> None:
    (line,) = labelled(dot(2015, 50, "48")).text_lines
    assert line.x == PLOT.x(2015) + MEASURES.dot + 1 + 4
    assert line.baseline == pytest.approx(PLOT.y(50) + 4.5, abs=0.2)


def test_faint_words_go_where_there_is_no_room_for_them() -> None:
    wide = labelled(dot(2015, 50, "48", "actual"))
    narrow = labelled(dot(2015, 50, "48", "actual and very long " * 12))
    assert texts(wide) == ["48", "actual"]
    assert texts(narrow) == ["48"]


def test_labels_may_use_the_room_right_of_the_plot() -> None:
    assert labelled(dot(2020, 50, "a long number"), right=100).text_lines[0].x > BOX.right
    assert labelled(dot(2020, 50, "a long number"), right=10).text_lines[0].x < BOX.right


def test_a_mark_out_of_sight_has_no_words_and_keeps_others_away() -> None:
    assert labelled(dot(2021, 50, "48")).text_lines == ()
    assert labelled(dot(2021, 50, "48")).left_out == 0
    assert labelled(dot(2020.01, 50, "48")).text_lines != ()


def test_a_light_label_is_left_out_rather_than_put_on_a_line() -> None:
    lines = [Line(((2010, y), (2020, y)), Status.ACTUAL, 0) for y in range(0, 100, 2)]
    light = labelled(*lines, dot(2015, 50, "48", weight=FIRM - 1))
    assert (light.text_lines, light.left_out) == ((), 1)
    assert texts(labelled(*lines, dot(2015, 50, "48"))) == ["48"]


def test_the_words_of_a_reference_stand_at_its_right_end_off_its_line() -> None:
    (line,) = labelled(Reference(50, None, NONE, Label("designed"))).text_lines
    assert line.x == BOX.right + 4, "in the room right of the plot"
    (line,) = labelled(Reference(50, None, NONE, Label("designed")), right=20).text_lines
    assert BOX.right - 80 < line.x + text_width(line.text, line.size, bold=True) <= BOX.right + 20
    assert not line.baseline - 9 < PLOT.y(50) < line.baseline


def test_words_are_kept_off_lines_spans_and_marks_without_words() -> None:
    right = labelled(dot(2015, 50, "48")).text_lines[0]
    for hindrance in (dot(2015.3, 50), Span(2015.2, 2016, 50, Status.ACTUAL, 0, NONE)):
        (moved,) = labelled(dot(2015, 50, "48"), hindrance).text_lines
        assert (moved.x, moved.baseline) != (right.x, right.baseline)
    (moved,) = labelled(dot(2015, 50, "48"), Line(((2010, 50), (2020, 50)), Status.ACTUAL, 0)).text_lines
    assert not moved.baseline - 9 < PLOT.y(50) < moved.baseline
    (spanned,) = labelled(Span(2014, 2016, 50, Status.ACTUAL, 0, NONE, Label("9"), FIRM)).text_lines
    assert spanned.x > PLOT.x(2016)


# -- in parts and tiles -----------------------------------------------------------------------------------------


def test_a_share_stands_in_the_middle_of_its_part_where_it_has_room() -> None:
    part = Part(2012, 2013, 20, 60, 1, NONE, Label("40"))
    (line,) = labelled(part).text_lines
    width = text_width("40", MEASURES.small)
    assert line.x + width / 2 == pytest.approx(PLOT.x(2012.5))
    assert line.baseline == pytest.approx(PLOT.y(40) + MEASURES.small * 0.36)
    assert line.background == Background(tone=1)
    low = Part(2012, 2013, 20, 20 + MEASURES.small * 1.1 / 2, 1, NONE, Label("40"))
    assert labelled(low).text_lines == ()
    high_enough = Part(2012, 2013, 20, 20 + MEASURES.small * 1.3 / 2, 1, NONE, Label("40"))
    assert texts(labelled(high_enough)) == ["40"]
    assert labelled(Part(2012, 2013, 20, 60, 1, NONE, Label("4,000,000"))).text_lines == ()
    assert labelled(Part(2009.5, 2010.5, 20, 60, 1, NONE, Label("40"))).text_lines == ()
    assert labelled(Part(2012, 2013, 20, 60, 1, NONE)).text_lines == ()


def tile_numbers(*tiles: Tile) -> tuple[TextLine, ...]:
    plot = Plot(Box(40, 20, 500, 60), (0, 10), (1.5, -0.5))
    return labels_of_panel(Panel(RowAxis(()), tiles), plot, RowMargins(0, 0)).text_lines


def test_a_tile_has_its_number_where_it_is_seen_whole_and_has_room() -> None:
    (line,) = tile_numbers(Tile(0, 2, 3, 2, NONE, Label("7")))
    assert line.x + text_width("7", MEASURES.small) / 2 == pytest.approx(165)
    assert line.baseline == pytest.approx(35 + MEASURES.small * 0.36)
    assert line.background == Background(shade=2)
    assert tile_numbers(Tile(0, 2, 3, None, NONE, Label("7")))[0].background is None
    assert tile_numbers(Tile(0, -0.5, 0.5, 2, NONE, Label("7"))) == ()
    assert tile_numbers(Tile(0, 2, 2.1, 2, NONE, Label("7"))) == ()
    assert tile_numbers(Tile(0, 2, 3, 2, NONE, Label(""))) == ()


# -- at events --------------------------------------------------------------------------------------------------


def events(*starts: float, words: str = "Opened a hall.", height: float = 400) -> PanelLabels:
    marks = tuple(Milestone(x, x, 0, NONE, Label("26 Apr 2020", words)) for x in starts)
    plot = Plot(Box(40, 20, 800, height), (2010, 2020), (0, 1))
    return labels_of_panel(Panel(LaneAxis(), marks), plot, RowMargins(0, 100))


def test_the_words_of_an_event_stand_right_of_its_stem_below_its_date() -> None:
    found = events(2015)
    ((start, end),) = found.stems
    date, words = found.text_lines
    assert start == (440, 220)
    assert end[0] == 440
    assert date.x == words.x == 445
    assert date.bold
    assert not words.bold
    assert words.baseline - date.baseline == pytest.approx(MEASURES.small * 1.3)
    assert end[1] < date.baseline < words.baseline < 220 - 8, "the first stands above the line"


def test_events_take_both_sides_and_then_stand_higher() -> None:
    found = events(2014, 2014.1, 2014.2, 2014.3)
    ends = [end[1] for _, end in found.stems]
    assert sum(end < 220 for end in ends) == sum(end > 220 for end in ends) == 2
    assert len({round(abs(end - 220)) for end in ends}) >= 2
    assert found.left_out == 0


def test_words_of_events_never_cover_each_other() -> None:
    found = events(*(2010.2 + number * 0.45 for number in range(18)), words="Opened a hall for forging. " * 8)
    boxes = [
        Box(line.x, line.baseline - 8, text_width(line.text, line.size, bold=line.bold), 10)
        for line in found.text_lines
    ]
    assert len(boxes) > 18
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.right <= 940 for box in boxes)


def test_an_event_with_nothing_beside_it_is_wide() -> None:
    words = "Opened a hall for forging. " * 20
    one = events(2015, words=words).text_lines[1:]
    widest = max(text_width(line.text, line.size) for line in one)
    assert 200 < widest <= 255, "with nothing beside it, up to 260 with its margins"


def test_a_stem_goes_from_the_line_of_time_to_the_end_of_its_words() -> None:
    for start, end in events(2014, 2014.1, 2014.2).stems:
        assert start == (end[0], 220)
        words = [line for line in events(2014, 2014.1, 2014.2).text_lines if line.x == end[0] + 5]
        if end[1] < 220:
            assert min(line.baseline for line in words) - end[1] == pytest.approx(MEASURES.small * 1.3 - 2)
        else:
            assert end[1] - max(line.baseline for line in words) == pytest.approx(2)


def test_events_without_room_are_counted_and_those_out_of_sight_are_not() -> None:
    crowd = events(*(2015 + number / 1000 for number in range(40)))
    assert crowd.left_out == 40 - len(crowd.stems) > 0
    assert events(2009, 2021).stems == ()
    assert events(2009, 2021).left_out == 0


def test_an_event_with_room_above_it_has_more_lines() -> None:
    words = "Opened a hall for forging. " * 20
    alone = events(2015, words=words)
    beside = events(*(2013 + number * 0.4 for number in range(10)), words=words)
    assert len(alone.text_lines) == 1 + 7
    assert len(beside.text_lines) / len(beside.stems) < 7


def test_the_widest_date_is_measured_in_strong_type() -> None:
    marks = [Milestone(1, 1, 0, NONE, Label(date)) for date in ("2019", "26 Apr 2020")]
    assert widest_date(marks) == text_width("26 Apr 2020", MEASURES.small, bold=True)
    assert widest_date([]) == 0


# -- in parts, all of one exactness ----------------------------------------------------------------------------

PERCENT_AXIS = ValueAxis(0, 100, Magnitude(1.0, "%"))


def told(width: float, *parts: tuple[float, str, str]) -> list[str]:
    """Return the words in one bar of a year for each part: its share, its label and its short one."""
    marks = tuple(
        Part(2018 + place, 2019 + place, 0, share, 0, Details(""), Label(label), short=short)
        for place, (share, label, short) in enumerate(parts)
    )
    plot = Plot(Box(0, 0, width * len(parts), 400), (2018, 2018 + len(parts)), (0, 100))
    return [line.text for line in labels_of_panel(Panel(PERCENT_AXIS, marks), plot, RowMargins(0, 0)).text_lines]


@pytest.mark.parametrize(("width", "words"), [(80, ["12.5", "50"]), (25, ["13", "50"]), (12, [])])
def test_narrow_bars_have_the_short_label_all_of_them(width: float, words: list[str]) -> None:
    assert told(width, (12.5, "12.5", "13"), (50, "50", "50")) == words


def test_one_that_does_not_fit_makes_all_short() -> None:
    assert told(25, (12.5, "12.5", "13"), (9.5, "9", "10")) == ["13", "10"]


def test_a_low_part_has_no_label() -> None:
    assert told(80, (1, "1", "1"), (50, "50", "50")) == ["50"]


def test_without_a_short_label_the_long_one_stays_away() -> None:
    assert told(25, (12.5, "12.555", ""), (50, "50", "")) == ["50"]
