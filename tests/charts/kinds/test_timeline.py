"""Events on a true scale of time."""

from __future__ import annotations

import pytest

from heartland_gui.charts.choice import chart
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.spec import ANY_COLOUR, Chart, Milestone, Question, Symbol, TimeAxis
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import EventKind, Ref, SubjectKind
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, company, happened, pillar, region

RESTART = happened("Resumed operations.", "2020-02-14", EventKind.OPERATIONS_RESUMED)
FOUNDED = happened("Founded.", "2018", EventKind.FOUNDED)
PLAN = happened("Plans a second line.", "2020-04", EventKind.PLAN)


def timeline(dataset: Dataset, subject: Ref = MAKER) -> Chart:
    return chart(dataset, Question("timeline", subject), Words())


def milestones(answer: Chart) -> list[Milestone]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Milestone)]


def test_events_stand_where_they_were_and_as_long_as_they_are_dated() -> None:
    answer = timeline(region(events=(RESTART, FOUNDED)))
    assert [(mark.label.strong, mark.label.faint) for mark in milestones(answer)] == [
        ("2018", "Founded."),
        ("14 Feb 2020", "Resumed operations."),
    ]
    assert [(round(mark.first, 3), round(mark.last, 3)) for mark in milestones(answer)] == [
        (2018, 2019),
        (2020.12, 2020.123),
    ]
    assert isinstance(answer.x, TimeAxis)
    assert answer.x.bounds == (2018, 2021)
    assert answer.title == "Events, 2018–2020"
    assert answer.subtitle == "2 events, dates to scale"


def test_a_plan_is_never_drawn_like_what_happened() -> None:
    answer = timeline(region(events=(RESTART, PLAN)))
    assert [mark.planned for mark in milestones(answer)] == [False, True]
    assert [entry.label for entry in answer.legend] == ["happened", "plan announced"]


def test_an_event_reads_out_its_source_and_leads_to_it() -> None:
    (mark, _) = milestones(timeline(region(events=(RESTART, PLAN))))
    assert mark.details.read_out == "14 Feb 2020 · Maker Works\nResumed operations.\nMorning Paper, 26 Apr 2020"
    assert mark.details.source == "paper"
    assert mark.details.subject == MAKER


def test_on_the_page_of_a_pillar_an_event_says_whose_it_is() -> None:
    answer = timeline(region(events=(RESTART, FOUNDED)), pillar("vehicles"))
    assert milestones(answer)[0].label.faint == "Maker Works: Founded."


def test_the_table_holds_every_event() -> None:
    table = timeline(region(events=(RESTART, FOUNDED, PLAN))).table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["TIME_PERIOD"], row["KIND"], row["TEXT"], row["SOURCE"]) for row in rows] == [
        ("2018", "founded", "Founded.", "paper"),
        ("2020-02-14", "operations-resumed", "Resumed operations.", "paper"),
        ("2020-04", "plan", "Plans a second line.", "paper"),
    ]


def test_a_straggler_is_left_to_the_table_and_said_to_be() -> None:
    many = tuple(happened("Milestone.", str(year)) for year in range(2010, 2021))
    answer = timeline(region(events=(happened("Founded.", "1907"), *many)))
    assert len(milestones(answer)) == 11
    assert answer.notes == ("Earlier, in the table: 1907.",)
    assert len(answer.table.rows) == 12
    assert answer.title == "Events, 2010–2020"


def test_a_few_events_are_never_left_out() -> None:
    answer = timeline(region(events=(happened("Founded.", "1907"), FOUNDED, PLAN)))
    assert len(milestones(answer)) == 3
    assert answer.notes == ()


def test_the_sentence_tells_the_time() -> None:
    assert timeline(region(events=(RESTART, FOUNDED))).sentence == "2 events of Maker Works from 2018 to 14 Feb 2020."


@pytest.mark.parametrize("subject", [company("quiet"), pillar("silent")])
def test_without_events_there_is_no_timeline(subject: Ref) -> None:
    with pytest.raises(NoChartError, match="There are no events here"):
        timeline(region(events=(RESTART,)), subject)


def test_where_events_have_the_colours_of_several_pillars_the_key_names_them() -> None:
    opened = happened("Opened.", "2019", subject="chemist")
    dataset = region(events=(RESTART, opened))
    answer = timeline(dataset, pillar("vehicles"))
    assert [(entry.symbol, entry.label, entry.colour) for entry in answer.legend] == [
        (Symbol.MILESTONE, "happened", ANY_COLOUR),
        (Symbol.MILESTONE, "Vehicles", 0),
        (Symbol.MILESTONE, "Modern chemicals", 1),
    ]
    assert [entry.label for entry in timeline(region(events=(RESTART,)), pillar("vehicles")).legend] == ["happened"]
    of_places = timeline(
        region(events=(RESTART, happened("Zone opened.", "2019", subject="north"))), Ref(SubjectKind.PLACE, "north")
    )
    assert [(entry.label, entry.colour) for entry in of_places.legend[1:]] == [("Vehicles", 0), ("no pillar", None)]


def test_events_of_one_day_are_not_said_to_last_from_one_day_to_the_same() -> None:
    restart = [happened(f"Restarted hall {number}.", "2020-02-14") for number in range(1200)]
    assert timeline(region(events=(RESTART,))).sentence == "1 event of Maker Works: 14 Feb 2020."
    assert timeline(region(events=tuple(restart))).sentence == "1,200 events of Maker Works: 14 Feb 2020."
