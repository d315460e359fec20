"""The page of a comparison: its members, what all have and what only some have, and what is computed."""

from __future__ import annotations

import pytest

from heartland_gui.charts.spec import FIRST_MEMBER
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages.comparison import ComparisonBlock, comparison_blocks, comparison_header
from heartland_gui.pages.page import Emptiness, Row, plain
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, region, said, seen

WORDS = Words()
RIVAL = company("rival")
TWO = comparison_of(["maker", "rival"])


def block(dataset: Dataset, page: Ref = TWO) -> ComparisonBlock:
    (found,) = comparison_blocks(dataset, page, WORDS)
    assert isinstance(found, ComparisonBlock)
    return found


def rows(dataset: Dataset, group: int = 0, page: Ref = TWO) -> dict[str, Row]:
    return {row[0].text: row for row in block(dataset, page).groups[group].rows}


def advice(dataset: Dataset, *ids: str) -> str:
    header = comparison_header(dataset, comparison_of(ids), WORDS)
    return "".join(plain(paragraph.text) for paragraph in header.summary)


def test_members_have_colours_and_shapes_of_their_own() -> None:
    header = comparison_header(region(), TWO, WORDS)
    assert (header.title, header.other_title) == ("Compare", "2 of 8")
    assert header.members is not None
    assert [(member.text, member.ref, member.slot) for member in header.members] == [
        ("Maker Works", MAKER, FIRST_MEMBER),
        ("Rival Works", RIVAL, FIRST_MEMBER + 1),
    ]


def test_pillars_keep_their_colours() -> None:
    header = comparison_header(region(), comparison_of(["vehicles", "chemicals"]), WORDS)
    assert header.members is not None
    assert all(member.slot is not None and member.slot < FIRST_MEMBER for member in header.members)


@pytest.mark.parametrize("ids", [(), ("maker",)])
def test_with_less_than_two_it_says_what_to_do(ids: tuple[str, ...]) -> None:
    (found,) = comparison_blocks(region(), comparison_of(ids), WORDS)
    assert isinstance(found, Emptiness)
    assert found.sentence == "Add two to eight companies, places or pillars to see them side by side."
    assert (found.action, found.deed) == ("Add", "find_member")


def test_it_says_why_there_is_no_chart_only_where_there_are_figures_to_compare() -> None:
    both = region(seen(5, "2019"), seen(7, "2019", subject="rival"))
    assert advice(both, "maker", "rival") == ""
    parts = region(seen(5, "2019-S1"), seen(7, "2019-S1", subject="rival"))
    assert advice(parts, "maker", "rival") == "Their figures cannot share a chart; the table says why."


def test_what_all_have_stands_first_and_what_only_some_have_behind_it() -> None:
    found = block(region(seen(5, "2019"), seen(7, "2019", subject="rival"), seen(3, "2018", indicator="staff")))
    assert [group.title for group in found.groups] == [
        "Figures both have",
        "Figures that only some have",
        "Computed from these figures",
    ]
    assert [[row[0].text for row in group.rows] for group in found.groups[:2]] == [["Vehicles produced"], ["Employees"]]
    assert found.headings == ("Figure", "Maker Works", "Rival Works")
    assert found.slots == (FIRST_MEMBER, FIRST_MEMBER + 1)
    assert found.warned in found.hint


def test_nothing_in_common_is_said_with_the_way_to_what_each_has() -> None:
    apart = block(region(seen(5, "2019"), seen(7, "2019", subject="rival", indicator="staff")))
    assert apart.groups[0].rows == ()
    assert (apart.nothing.sentence, apart.nothing.action) == (
        "These have no figure in common.",
        "Show what each has",
    )
    assert block(region()).nothing.action == "", "there is nothing to show"


def test_figures_of_one_period_have_it_once_below_the_name() -> None:
    dataset = region(seen(5, "2019", note=said("Trial.")), seen(10, "2019", subject="rival", source="paper"))
    name, ours, theirs = rows(dataset)["Vehicles produced"]
    assert (name.beneath, name.ref) == ("all 2019", Ref(SubjectKind.INDICATOR, "output"))
    assert (ours.text, ours.remark, ours.beneath) == ("5\u00a0vehicles", "", "")
    assert ours.figure is not None
    assert ours.figure.source == "yearbook"
    assert ours.cited
    assert ours.tip.endswith("\nTrial.")
    assert ours.gauge is not None
    assert theirs.gauge is not None
    assert (ours.gauge.share, theirs.gauge.share) == (0.5, 1.0)


def test_figures_of_different_periods_have_each_its_own() -> None:
    name, ours, theirs = rows(region(seen(5, "2019"), seen(7, "2018", subject="rival")))["Vehicles produced"]
    assert name.beneath == "years differ"
    assert (ours.remark, theirs.remark) == ("2019", "2018")


def test_what_is_copied_are_numbers() -> None:
    _, ours, _ = rows(region(seen(5, "2019"), seen(7, "2019", subject="rival")))["Vehicles produced"]
    assert dict(ours.parts)["Maker Works: Value"] == 5


def test_who_has_no_figure_is_said_faintly() -> None:
    name, ours, theirs = rows(region(seen(5, "2019")), 1)["Vehicles produced"]
    assert name.beneath == "2019"
    assert (ours.faint, theirs.faint, theirs.text, theirs.tip) == (False, True, "–", "no figure")
    assert ours.gauge is None, "there is nothing beside it"


def test_below_zero_and_percentages_have_no_bar() -> None:
    _, ours, theirs = rows(region(seen(-5, "2019"), seen(7, "2019", subject="rival")))["Vehicles produced"]
    assert (ours.gauge, theirs.gauge) == (None, None)


def test_a_part_is_not_measured_against_the_whole() -> None:
    part = seen(50, "2019", subject="third", scope=said("one plant"))
    dataset = region(seen(5, "2019"), seen(10, "2019", subject="rival"), part)
    _, ours, theirs, third = rows(dataset, page=comparison_of(["maker", "rival", "third"]))["Vehicles produced"]
    assert third.gauge is None
    assert ours.gauge is not None
    assert theirs.gauge is not None
    assert (ours.gauge.share, theirs.gauge.share) == (0.5, 1.0)
    assert (third.beneath, third.warned) == ("one plant", True)


def test_where_sources_differ_it_is_remarked() -> None:
    dataset = region(seen(5, "2019"), seen(6, "2019", source="paper"), seen(7, "2019", subject="rival"))
    _, ours, theirs = rows(dataset)["Vehicles produced"]
    assert (ours.beneath, ours.warned) == ("sources differ", True)
    assert ours.tip.count("\n") == 1, "both are told"
    assert not theirs.warned


def test_what_is_computed_says_how_and_from_what() -> None:
    figures = [seen(10, "2019", indicator="revenue", subject=each) for each in ("maker", "rival")]
    whole = seen(100, "2019", indicator="revenue", subject="valley", source="paper")
    name, cell, _ = rows(region(*figures, whole), 2)["Revenue, share of Valley"]
    assert name.beneath == "= value / value of Valley for the same period"
    assert (cell.beneath, cell.warned) == ("from two sources", True)
    assert cell.figure is not None
    assert cell.tip.startswith("computed: value / value of Valley for the same period\n")
    copied = dict(cell.parts)
    assert (copied["Maker Works: Value"], copied["Maker Works: Unit"]) == (10.0, "percent")
    assert copied["Maker Works: Status"] == "computed"
    same = seen(100, "2019", indicator="revenue", subject="valley")
    _, cell, _ = rows(region(*figures, same), 2)["Revenue, share of Valley"]
    assert (cell.beneath, cell.warned) == ("", False)


def test_only_a_comparison_can_be_compared() -> None:
    with pytest.raises(TypeError, match="valley"):
        comparison_header(region(), REGION, WORDS)


def test_a_cell_is_copied_with_its_part_status_and_source_and_says_what_is_of_several_years() -> None:
    part = seen(7, "2021-01/2024-12", Status.TARGET, subject="rival", scope=said("vans"))
    span = seen(5, "2021-01/2024-12")
    cells = rows(region(span, part))["Vehicles produced"]
    assert cells[1].beneath == "several years"
    copied = dict(cells[2].parts)
    assert copied["Rival Works: Scope"] == "vans"
    assert copied["Rival Works: Status"] == "target"
    assert str(copied["Rival Works: Source"]).startswith("Bureau of Statistics")
