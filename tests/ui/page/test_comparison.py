"""The tables of a comparison on the screen: groups, the filter, members sideways, what is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.pages.comparison import comparison_blocks
from heartland_gui.text import Words
from heartland_gui.ui.page.comparison import ComparisonCard
from heartland_gui.ui.state.session import Session
from tests.charts.small_region import region, seen

MEMBERS = ("maker", "rival", "third")
SHARED = region(
    *(seen(5 + number, "2019", subject=each) for number, each in enumerate(MEMBERS)),
    *(seen(5 + number, "2019", subject=each, indicator="staff") for number, each in enumerate(MEMBERS)),
    seen(1, "2019", indicator="revenue"),
)
APART = region(seen(5, "2019"), seen(7, "2019", subject="rival", indicator="staff"))


def shown(
    qtbot: QtBot, session: Session, dataset: Dataset = SHARED, members: tuple[str, ...] = MEMBERS, width: int = 1000
) -> ComparisonCard:
    session.open(Path("small"), dataset)
    (block,) = comparison_blocks(dataset, comparison_of(members), Words())
    card = ComparisonCard(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.resize(width, 800)
    card.show()
    card.show_block(block)
    return card


def names(card: ComparisonCard, table: int = 0) -> list[str]:
    cells = card.tables[table].cells
    return [cells.cell(row, 0).text for row in range(cells.rowCount())]


def headings(card: ComparisonCard) -> list[object]:
    cells = card.tables[0].cells
    return [cells.headerData(column, card.sideways.orientation()) for column in range(cells.columnCount())]


def test_it_takes_only_comparisons(qtbot: QtBot, session: Session) -> None:
    with pytest.raises(TypeError):
        shown(qtbot, session).show_block("nothing")


def test_what_all_have_is_seen_and_the_rest_is_unfolded(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session)
    assert (card.title.text(), card.count.text()) == ("Figures all three have", "2")
    assert names(card) == ["Vehicles produced", "Employees"]
    assert card.folds[0].text() == "Figures that only some have, 1"
    assert card.tables[1].isHidden()
    card.folds[0].click()
    assert (names(card, 1), card.tables[1].isHidden()) == (["Revenue"], False)
    assert card.focusWidget() is card.tables[1]
    card.folds[0].click()
    assert card.tables[1].isHidden()


def test_a_word_leaves_the_rows_that_have_it(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session)
    card.filter.setText("EMPL")
    assert names(card) == ["Employees"]
    assert not card.folds[0].isVisible(), "no other figure has the word"
    card.filter.clear()
    assert len(names(card)) == 2


def test_where_members_have_no_room_they_are_moved_and_the_names_stay(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session)
    assert card.sideways.isHidden()
    card.resize(500, 800)
    assert headings(card) == ["Figure", "Maker Works", "Rival Works"]
    assert not card.sideways.isHidden()
    card.sideways.setValue(1)
    assert headings(card) == ["Figure", "Rival Works", "Third Works"]
    slots = card.tables[0].head.slots
    assert list(slots) == [1, 2]
    card.resize(1000, 800)
    assert len(headings(card)) == 4


def test_what_is_copied_has_every_member_and_group(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session, width=500)
    card.tables[0].copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert "Third Works: Value" in lines[0].split("\t")
    assert [line.split("\t")[0] for line in lines[1:4]] == ["Vehicles produced", "Employees", "Revenue"]
    value = lines[0].split("\t").index("Rival Works: Value")
    assert lines[1].split("\t")[value] == "6"


def test_a_click_on_a_number_asks_for_its_source_and_one_on_the_name_for_the_figure(
    qtbot: QtBot, session: Session
) -> None:
    card = shown(qtbot, session)
    table = card.tables[0]
    asked: list[object] = []
    card.requested.connect(asked.append)
    card.figure_requested.connect(asked.append)
    for column in (0, 2):
        place = table.visualRect(table.cells.index(0, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked[0] == Ref(SubjectKind.INDICATOR, "output")
    assert isinstance(asked[1], Observation)
    assert asked[1].subject == "rival"


def test_nothing_in_common_is_said_with_a_way_to_what_each_has(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session, APART, ("maker", "rival"))
    assert card.nothing.sentence.text() == "These have no figure in common."
    assert not card.title.isVisible()
    card.nothing.button.click()
    assert names(card, 1) == ["Vehicles produced", "Employees"]
    assert card.nothing.button.isHidden()
