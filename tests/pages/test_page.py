"""The values that a page is made of."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType

import pytest

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages import brief, card_layout, gallery, page
from heartland_gui.pages.page import Card, Cell, LateRows, Link, filled, joined, plain

MAKER = Link("Maker", Ref(SubjectKind.COMPANY, "maker"))
WEB = Link("example.org", "https://example.org")


def test_a_text_without_its_links_is_what_is_read() -> None:
    assert plain(("Built by ", MAKER, ", see ", WEB)) == "Built by Maker, see example.org"
    assert plain(()) == ""


def test_a_sentence_is_filled_with_runs_in_its_own_order() -> None:
    assert filled("{name}: {text}", name=MAKER, text="Won orders.") == (MAKER, ": ", "Won orders.")
    assert filled("关于{text}（{name}）", name=MAKER, text=("a ", WEB)) == ("关于", "a ", WEB, "（", MAKER, "）")
    assert filled("{text}", text="") == ()
    assert filled("Nothing to fill") == ("Nothing to fill",)
    assert filled("{{{text}}}", text=MAKER) == ("{", MAKER, "}")


def test_runs_are_joined_between_any_two() -> None:
    assert joined([MAKER, WEB, "x"], " · ") == (MAKER, " · ", WEB, " · ", "x")
    assert joined([MAKER], " · ") == (MAKER,)
    assert joined([], " · ") == ()


def test_a_number_with_a_note_has_a_star() -> None:
    card = Card("Output", "48\u00a0vehicles", "2019", Status.ACTUAL, MAKER)
    assert card.number == "48\u00a0vehicles"
    assert Card("Output", "48", "2019", Status.ACTUAL, MAKER, note="Trial.").number == "48\u00a0*"


@pytest.mark.parametrize("module", [page, card_layout, gallery, brief], ids=lambda module: module.__name__)
def test_what_stands_on_a_page_cannot_be_changed(module: ModuleType) -> None:
    values = [each for each in vars(module).values() if is_dataclass(each) and each.__module__ == module.__name__]
    assert values
    for each in values:
        assert each.__dataclass_params__.frozen, each  # type: ignore[union-attr]
        assert "__slots__" in vars(each) or each is brief.BriefContent, each


def test_rows_are_worded_once_and_when_they_are_asked_for() -> None:
    worded: list[int] = []

    def row(number: int) -> tuple[Cell, ...]:
        worded.append(number)
        return (Cell(f"row {number}"),)

    rows = LateRows(5, row)
    assert (len(rows), worded) == (5, [])
    assert rows[3] == rows[3] == (Cell("row 3"),)
    assert rows[-1] == (Cell("row 4"),)
    assert worded == [3, 4]
    assert [each[0].text for each in rows[1:4]] == ["row 1", "row 2", "row 3"]
    assert worded == [3, 4, 1, 2]
    with pytest.raises(IndexError):
        rows[5]
