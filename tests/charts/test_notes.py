"""What is said below a chart: notes of its figures, what breaks its lines, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from heartland_gui.charts.notes import (
    broken_at,
    broken_courses,
    counted_notes,
    cut_axes,
    figures_left_out,
    joining_rule,
    listed_years,
    note_text,
    notes_by_name,
    notes_by_period,
    remarks,
    titled_by_scale,
)
from heartland_gui.charts.spec import Panel, ValueAxis
from heartland_gui.model.observations import Observation, Status
from heartland_gui.text import Magnitude, Words
from tests.charts.small_region import region, said, seen

WORDS = Words()
AXIS = ValueAxis(0, 100, Magnitude(1.0, "vehicles"))
PANEL = Panel(AXIS, ())


def said_of(*figures: Observation, breaks: tuple[str, ...] = ()) -> Sequence[str]:
    ordered = sorted(figures, key=lambda item: item.period.order)
    return remarks(region(*figures, breaks=breaks), ordered, [PANEL], WORDS)


# -- notes of figures -------------------------------------------------------------------------------------------


def test_notes_stand_behind_their_periods() -> None:
    figures = [seen(1, "2018", note=said("Old.")), seen(2, "2019", note=said("New.")), seen(3, "2020")]
    assert note_text(figures[0], WORDS) == "Old."
    assert note_text(figures[2], WORDS) == ""
    assert notes_by_period(region(*figures), figures, WORDS) == ("2018: Old.", "2019: New.")


def test_a_note_of_several_figures_is_said_once_and_one_of_all_for_all() -> None:
    some = [seen(1, "2018", note=said("Revised.")), seen(2, "2019", note=said("Revised.")), seen(3, "2020")]
    assert notes_by_period(region(*some), some, WORDS) == ("2018 and 2019: Revised.",)
    assert notes_by_period(region(*some), some[:2], WORDS) == ("All figures: Revised.",)
    assert notes_by_period(region(*some), some[:1], WORDS) == ("2018: Revised.",)


@pytest.mark.parametrize(("count", "printed"), [(4, True), (5, False)])
def test_up_to_four_notes_are_printed_and_more_are_counted(count: int, printed: bool) -> None:  # noqa: FBT001
    figures = [seen(year, str(year), note=said(f"Note {year}.")) for year in range(2010, 2010 + count)]
    by_period = notes_by_period(region(*figures), figures, WORDS)
    by_name = notes_by_name(region(*figures), figures, WORDS, lambda item: item.period.label)
    assert len(by_period) == len(by_name) == (count if printed else 1)
    if not printed:
        assert by_period == counted_notes(figures, WORDS) == ("5 figures have notes in the data.",)
        assert by_name == ("* 5 figures have notes in the data.",)


def test_a_figure_is_told_apart_from_another_of_the_same_head() -> None:
    figures = [seen(1, "2019", note=said("New.")), seen(2, "2019", source="paper")]
    assert notes_by_period(region(*figures), figures, WORDS) == ("2019, 1\u00a0vehicles: New.",)
    alike = [seen(1, "2019", note=said("New.")), seen(1, "2019", source="paper")]
    assert notes_by_period(region(*alike), alike, WORDS) == ("2019, 1\u00a0vehicles, by Bureau of Statistics: New.",)


def test_notes_by_name_are_starred() -> None:
    figures = [seen(1, "2019", note=said("New.")), seen(2, "2019", subject="rival")]
    assert notes_by_name(region(*figures), figures, WORDS) == ("*\u00a0Maker Works: New.",)
    assert notes_by_name(region(*figures), figures[1:], WORDS) == ()
    assert counted_notes(figures[1:], WORDS) == ()
    assert counted_notes(figures, WORDS) == ("1 figure has a note in the data.",)


# -- lines and gaps ---------------------------------------------------------------------------------------------


def test_where_all_is_plain_nothing_is_said() -> None:
    assert said_of(seen(1, "2018"), seen(2, "2019")) == ()


def test_zeros_are_named() -> None:
    assert said_of(seen(0, "2018"), seen(2, "2019")) == ("Zero in 2018.",)


def test_a_changed_definition_is_named_where_it_lies_between_the_figures() -> None:
    figures = (seen(1, "2018"), seen(2, "2019"))
    assert said_of(*figures, breaks=("2019",)) == ("Definition changed before 2019: the line breaks there.",)
    assert said_of(*figures, breaks=("2018", "2020")) == ()
    assert broken_at(region(*figures, breaks=("2019",)), figures, WORDS) == ["2019"]


@pytest.mark.parametrize(
    ("years", "note"),
    [
        ((2010, 2012), "No actual figure for 2011."),
        ((2010, 2014, 2016), "No actual figure for 2011–2013 and 2015."),
        ((2010, 2012, 2014, 2016, 2018), "No actual figure for 2011, 2013, 2015 and 2017."),
        ((2010, 2012, 2014, 2016, 2018, 2021), "6 years have no actual figure."),
    ],
)
def test_gaps_are_named_or_counted(years: tuple[int, ...], note: str) -> None:
    assert note in said_of(*(seen(1, str(year)) for year in years))


@pytest.mark.parametrize(
    ("second", "note"),
    [
        (seen(2, "2019", source="paper"), "The source changes before 2019: no line leads across."),
        (seen(2, "2019", scope=said("town")), "The scope changes before 2019: no line leads across."),
        (seen(2, "2019", Status.ESTIMATE), "Lines do not join estimates."),
    ],
)
def test_why_a_line_is_interrupted(second: Observation, note: str) -> None:
    assert said_of(seen(1, "2018"), second) == (note,)


def test_of_many_changes_of_the_source_the_rule_is_said() -> None:
    figures = [seen(1, str(2010 + number), source=("paper", "report")[number % 2]) for number in range(5)]
    assert said_of(*figures[:4]) == ("The source changes before 2011, 2012 and 2013: no line leads across.",)
    assert said_of(*figures) == ("Lines join consecutive years of one source.",)


def test_what_lines_join_is_said_where_one_of_several_courses_is_not_joined() -> None:
    whole, gap = (seen(1, "2018"), seen(2, "2019")), (seen(1, "2010"), seen(2, "2012"))
    other, rough = (
        (seen(1, "2018"), seen(2, "2019", source="paper")),
        (seen(1, "2018"), seen(2, "2019", Status.ESTIMATE)),
    )
    rule, estimates = "Lines join consecutive years of one source.", "Lines do not join estimates."
    told = [joining_rule(region(*each), [whole, each], WORDS) for each in (whole, gap, other, rough)]
    assert told == [(), (rule,), (rule,), (estimates,)]


def test_changed_definitions_of_several_courses_are_told_together() -> None:
    first, second = (
        (seen(1, "2018"), seen(2, "2019")),
        (seen(1, "2018", subject="rival"), seen(2, "2019", subject="rival")),
    )
    dataset = region(*first, *second, breaks=("2019",))
    assert broken_courses(dataset, [("A", first), ("B", second)], WORDS) == ("Definition changed before 2019: all.",)
    assert broken_courses(dataset, [("A", first)], WORDS) == ("Definition changed before 2019: A.",)
    assert broken_courses(dataset, [("A", first), ("B", second[:1])], WORDS) == ("Definition changed before 2019: A.",)


# -- axes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("axis", "is_cut"),
    [
        (ValueAxis(0, 10, AXIS.magnitude), False),
        (ValueAxis(-5, 10, AXIS.magnitude), False),
        (ValueAxis(-5, 0, AXIS.magnitude), False),
        (ValueAxis(1, 10, AXIS.magnitude), True),
        (ValueAxis(-5, -1, AXIS.magnitude), True),
        (ValueAxis(1, 10, AXIS.magnitude, logarithmic=True), False),
    ],
)
def test_an_axis_that_does_not_start_at_zero_is_said_to(axis: ValueAxis, is_cut: bool) -> None:  # noqa: FBT001
    assert bool(cut_axes([Panel(axis, ())], WORDS)) is is_cut


def test_panels_name_their_scale_where_one_of_several_is_logarithmic() -> None:
    linear = Panel(AXIS, (), "Years")
    logarithmic = Panel(ValueAxis(1, 10, AXIS.magnitude, logarithmic=True), (), "Parts")
    assert [panel.title for panel in titled_by_scale([linear, logarithmic], WORDS)] == [
        "Years, vehicles",
        "Parts (logarithmic scale)",
    ]
    assert titled_by_scale([linear, linear], WORDS) == (linear, linear)
    assert titled_by_scale([logarithmic], WORDS) == (logarithmic,)


def test_counts_and_years_in_words() -> None:
    assert figures_left_out(0, WORDS) == ()
    assert figures_left_out(1, WORDS) == ("Left out: 1 figure of a part, of less than a year, or of a capacity.",)
    assert listed_years([2012, 2010, 2011, 2015, 2011], WORDS) == "2010–2012 and 2015"
