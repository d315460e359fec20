"""The plans of a page as a table."""

from __future__ import annotations

from dataclasses import replace

from heartland_gui.charts.plans import PlanGroup, PlanState
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.model.period import parse_period
from heartland_gui.pages.companies import NOTHING
from heartland_gui.pages.plans import PlansBlock, plans_block
from heartland_gui.text import Words

WORDS = Words()
ENERGY = Ref(SubjectKind.PILLAR, "energy")
SND = Ref(SubjectKind.COMPANY, "snd")


def with_targets(dataset: Dataset, *targets: tuple[str, float]) -> Dataset:
    """Return the dataset with targets of vehicles of the pillar, each for a period."""
    made = dataset.series[0].observations[0]
    found = tuple(
        made._replace(
            subject="energy", period=parse_period(period), value=value, status=Status.TARGET, qualifier=None, note=None
        )
        for period, value in targets
    )
    series = [dataset.series[0]._replace(subject="energy", observations=(each,)) for each in found]
    return replace(dataset, series=(*dataset.series, *series))


def block_of(dataset: Dataset, ref: Ref = ENERGY) -> PlansBlock:
    found = plans_block(dataset, ref, WORDS)
    assert found is not None
    return found


def test_a_page_without_plans_has_no_such_block(dataset: Dataset) -> None:
    assert plans_block(dataset, Ref(SubjectKind.PLACE, "datong"), WORDS) is None


def test_a_row_says_when_what_how_much_and_what_became_of_it(dataset: Dataset) -> None:
    (row,) = block_of(dataset).rows
    due, what, plan, newest, outcome = row
    assert (due.text, due.ref) == ("2020", SND)
    assert (what.text, what.beneath, what.ref) == ("Vehicles produced", "SND Vehicles", SND)
    assert (plan.text, plan.after, plan.lead) == ("5,000\u00a0vehicles", "expected", Status.FORECAST)
    assert (newest.text, newest.after) == ("only\u00a048\u00a0vehicles", "2019")
    assert (outcome.text, outcome.outcome) == ("no figure since 2019", PlanState.NO_FIGURE_SINCE)


def test_the_pillar_s_own_plan_is_called_so_and_leads_nowhere(dataset: Dataset) -> None:
    found = block_of(with_targets(dataset, ("2027", 9000)))
    due, what, plan, *_ = found.rows[0]
    assert (due.text, due.ref, what.beneath, what.ref) == ("2027", None, "the pillar as a whole", None)
    assert (plan.lead, plan.after) == (None, "")


def test_several_years_together_are_due_with_the_last(dataset: Dataset) -> None:
    due, what, *_ = block_of(with_targets(dataset, ("2026/2030", 9000))).rows[0]
    assert (due.text, what.text) == ("2030", "Vehicles produced, 2026–2030 together")


def test_chips_count_the_groups_and_leave_their_rows(dataset: Dataset) -> None:
    found = block_of(with_targets(dataset, ("2027", 9000)))
    assert [(chip.name, chip.count) for chip in found.chips] == [
        ("All", 2),
        ("Not yet due", 1),
        ("Met", 0),
        ("Missed", 0),
        ("No figure", 1),
        ("Announced", 0),
    ]
    assert found.rows_of(None) == (0, 1)
    assert found.rows_of(PlanGroup.NO_FIGURE) == (1,)
    assert found.rows_of(PlanGroup.MET) == ()


def test_what_a_newer_plan_replaced_follows_without_a_verdict(dataset: Dataset) -> None:
    found = block_of(with_targets(dataset, ("2022", 1000), ("2027", 9000)))
    (older,) = found.others
    assert [cell.text for cell in older] == [
        "2022",
        "Vehicles produced",
        "1,000\u00a0vehicles",
        NOTHING,
        "an older plan",
    ]


def test_a_plan_for_a_later_day_is_no_older_one(dataset: Dataset) -> None:
    found = block_of(with_targets(dataset, ("2027", 9000), ("2030", 12000)))
    assert found.rows[0][0].text == "2027"
    assert [(row[0].text, row[4].text) for row in found.others] == [("2030", "a later plan")]
    expected = block_of(with_targets(dataset, ("2027", 9000), ("2027", 9500)))
    assert [row[4].text for row in expected.others] == ["another plan"]


def test_plan_and_figure_are_copied_as_numbers(dataset: Dataset) -> None:
    (row,) = block_of(dataset).rows
    assert dict(row[2].parts)["Plan: Value"] == 5000
    assert dict(row[3].parts)["Newest figure: Value"] == 48
    assert dict(row[1].parts)["Whose"] == "SND Vehicles"
