"""The values that a page is made of."""

from __future__ import annotations

from dataclasses import fields

import pytest

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages import page
from heartland_gui.pages.page import (
    Beside,
    Cell,
    ChartBlock,
    FigureTable,
    Header,
    LateRows,
    Link,
    Page,
    Section,
    filled,
    joined,
    plain,
)
from tests.pages.frozen import thawed

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


def test_a_page_knows_its_sections_among_its_blocks() -> None:
    events, sources = Section("events", "Events", ()), Section("sources", "Sources", ())
    found = Page(Header("x", ""), (ChartBlock(), events, Beside((ChartBlock(),), (0,), 1), sources))
    assert found.sections == (events, sources)
    assert found.strip == ()


def test_what_stands_on_a_page_cannot_be_changed() -> None:
    assert thawed(page) == []
    assert [each.default for each in fields(page.Cell) if each.name in ("number", "warned", "faint")] == [False] * 3
    assert FigureTable("", (), ()).sortable


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
