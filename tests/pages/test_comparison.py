"""The page of a comparison: chips that can be taken away, advice, and figures side by side."""

from __future__ import annotations

import pytest

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.comparison import comparison_header, comparison_table
from heartland_gui.pages.page import Row, plain
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, company, region, said, seen

WORDS = Words()
RIVAL = company("rival")
TWO = comparison_of(["maker", "rival"])


def rows(dataset: Dataset, page: Ref = TWO) -> dict[str, Row]:
    return {row[0].text: row for row in comparison_table(dataset, page, WORDS).rows}


def advice(dataset: Dataset, *ids: str) -> str:
    header = comparison_header(dataset, comparison_of(ids), WORDS)
    return "".join(plain(paragraph.text) for paragraph in header.summary)


def test_members_are_chips_that_can_be_taken_away_in_their_own_colours() -> None:
    header = comparison_header(region(), TWO, WORDS)
    assert (header.title, header.other_title, header.facts) == ("Comparison", "2 of 8", ())
    assert [(chip.text, chip.ref, chip.removable) for chip in header.chips] == [
        ("Maker Works", MAKER, True),
        ("Rival Works", RIVAL, True),
    ]
    assert len({chip.colour for chip in header.chips}) == 2


def test_it_says_what_to_do_where_there_is_nothing_to_compare() -> None:
    how = "Add up to 8: with Ctrl+D on a page, from the menu of a row, or by dragging it here."
    assert advice(region()) == f"The comparison is empty. {how}"
    assert advice(region(), "maker") == f"One more is needed. {how}"


def test_it_says_nothing_where_there_is_a_chart_and_why_where_there_is_none() -> None:
    both = region(seen(5, "2019"), seen(7, "2019", subject="rival"))
    assert advice(both, "maker", "rival") == ""
    apart = region(seen(5, "2019"), seen(7, "2019", subject="rival", indicator="staff"))
    assert "Different units never share an axis." in advice(apart, "maker", "rival")


def test_figures_stand_side_by_side_with_period_and_publisher() -> None:
    dataset = region(seen(5, "2019", note=said("Trial.")), seen(7, "2019", subject="rival", source="paper"))
    table = comparison_table(dataset, TWO, WORDS)
    assert (table.title, table.headings, table.sortable) == (
        "Figures side by side",
        ("Indicator", "Maker Works", "Rival Works"),
        False,
    )
    name, ours, theirs = rows(dataset)["Vehicles produced"]
    assert (name.beneath, name.number) == ("vehicles", False)
    assert (ours.text, ours.beneath) == ("5\u00a0vehicles\u00a0*", "2019 · Bureau of Statistics")
    assert (ours.ref, ours.number, ours.warned) == (Ref(SubjectKind.SOURCE, "yearbook"), True, False)
    assert ours.tip.endswith("\nTrial.")
    assert ours.copied == "5\u00a0vehicles, 2019, actual, Bureau of Statistics"
    assert (theirs.beneath, theirs.warned) == ("2019 · Morning Paper", False)


def test_another_period_is_remarked() -> None:
    _, ours, theirs = rows(region(seen(5, "2019"), seen(7, "2018", subject="rival")))["Vehicles produced"]
    assert ours.beneath == "2019 (other period) · Bureau of Statistics"
    assert theirs.beneath == "2018 (other period) · Bureau of Statistics"
    assert ours.warned
    assert theirs.warned


def test_who_has_no_figure_is_said_faintly() -> None:
    _, ours, theirs = rows(region(seen(5, "2019")))["Vehicles produced"]
    assert (ours.faint, theirs.faint, theirs.text, theirs.ref) == (False, True, "no figure", None)


def test_where_sources_differ_it_is_remarked() -> None:
    dataset = region(seen(5, "2019"), seen(6, "2019", source="paper"), seen(7, "2019", subject="rival"))
    _, ours, theirs = rows(dataset)["Vehicles produced"]
    assert "sources differ" in ours.beneath
    assert ours.warned
    assert ours.tip.count("\n") == 1, "both are told"
    assert not theirs.warned


def test_what_is_computed_says_how_and_from_what() -> None:
    dataset = region(
        seen(5, "2018"), seen(10, "2019"), seen(7, "2018", subject="rival"), seen(7, "2019", subject="rival")
    )
    computed = [row for row in comparison_table(dataset, TWO, WORDS).rows if row[0].beneath.startswith("= ")]
    assert computed
    for name, *cells in computed:
        assert name.tip
        for cell in cells:
            if not cell.faint:
                assert cell.tip.startswith("computed: ")
                assert isinstance(cell.ref, Ref)
                assert "computed" in cell.beneath
                assert cell.copied.startswith(cell.text)
            else:
                assert (cell.beneath, cell.ref, cell.warned) == ("", None, False)


def test_what_is_computed_from_two_sources_is_remarked() -> None:
    figures = [seen(10, "2019", indicator="revenue", subject=each) for each in ("maker", "rival")]
    whole = seen(100, "2019", indicator="revenue", subject="valley", source="paper")
    _, cell, _ = rows(region(*figures, whole))["Revenue, share of Valley"]
    assert cell.beneath == "2019 · from two sources"
    assert (cell.warned, cell.ref) == (True, Ref(SubjectKind.SOURCE, "yearbook"))
    assert cell.tip.startswith("computed: value / value of Valley for the same period\n")
    assert cell.copied == f"{cell.text}, {cell.beneath}"
    same = seen(100, "2019", indicator="revenue", subject="valley")
    _, cell, _ = rows(region(*figures, same))["Revenue, share of Valley"]
    assert (cell.beneath, cell.warned) == ("2019 · computed", False)


def test_keys_keep_the_rows_in_their_order() -> None:
    dataset = region(seen(5, "2018"), seen(10, "2019"), seen(7, "2019", subject="rival"))
    table = comparison_table(dataset, TWO, WORDS)
    assert [row[0].key for row in table.rows] == list(range(len(table.rows)))


def test_only_a_comparison_can_be_compared() -> None:
    with pytest.raises(TypeError, match="valley"):
        comparison_header(region(), REGION, WORDS)
