"""The card of plans: chips, table, and the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.pages.plans import PlansBlock, plans_block
from heartland_gui.text import Words
from heartland_gui.ui.page.plans import PlansCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.tables import TableHead
from tests.pages.test_plans import with_targets

ENERGY = Ref(SubjectKind.PILLAR, "energy")
SND = Ref(SubjectKind.COMPANY, "snd")


def shown(qtbot: QtBot, session: Session, dataset: Dataset, targets: Sequence[str], width: int = 800) -> PlansCard:
    changed = with_targets(dataset, *((period, 9000) for period in targets))
    session.open(Path("plans"), changed)
    block = plans_block(changed, ENERGY, Words())
    assert isinstance(block, PlansBlock)
    card = PlansCard(session)
    qtbot.addWidget(card)
    card.resize(width, 600)
    card.show()
    card.show_block(block)
    return card


def firsts(card: PlansCard, column: int = 0) -> list[str]:
    return [card.table.cells.cell(row, column).text for row in range(card.table.cells.rowCount())]


def test_it_takes_only_plans(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    with pytest.raises(TypeError):
        shown(qtbot, session, dataset, ["2027"]).show_block("nothing")


def test_chips_choose_among_the_plans(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2027"])
    assert firsts(card) == ["2027", "2020"]
    card.chips[4].click()
    assert (card.chips[4].accessibleName(), firsts(card)) == ("No figure, 1", ["2020"])
    assert [chip.isChecked() for chip in card.chips] == [False, False, False, False, True, False]
    card.chips[0].click()
    assert firsts(card) == ["2027", "2020"]


def test_others_follow_when_all_are_shown(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2022", "2027"])
    assert card.all_button.text() == "Show all 2 plans and 1 other"
    card.all_button.click()
    assert firsts(card) == ["2027", "2020", "2022"]
    assert not card.all_button.isVisibleTo(card)
    card.chips[1].click()
    assert firsts(card) == ["2027"], "others belong to no group"
    card.show_block(plans_block(session.dataset, ENERGY, Words()))
    assert firsts(card) == ["2027", "2020"], "another page begins anew"


def test_the_same_plans_again_are_not_laid_out_anew(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2027"])
    with qtbot.assertNotEmitted(card.table.cells.modelReset):
        card.show_block(plans_block(session.dataset, ENERGY, Words()))
    changed = with_targets(session.dataset, ("2028", 5))
    with qtbot.waitSignal(card.table.cells.modelReset):
        card.show_block(plans_block(changed, ENERGY, Words()))


def test_without_others_nothing_is_offered(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2027"])
    assert not card.all_button.isVisibleTo(card)


def test_numbers_lead_to_their_sources_and_rows_to_their_companies(
    qtbot: QtBot, session: Session, dataset: Dataset
) -> None:
    card = shown(qtbot, session, dataset, ["2027"])
    pages: list[object] = []
    figures: list[Observation] = []
    card.requested.connect(pages.append)
    card.figure_requested.connect(figures.append)
    table = card.table
    place = table.visualRect(table.cells.index(1, 2))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 24, place.center().y()))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.cells.index(1, 1)).center()
    )
    assert ([each.value for each in figures], pages) == ([5000], [SND])
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.cells.index(0, 1)).center()
    )
    assert pages == [SND], "the pillar's own plan leads nowhere"


def test_a_narrow_card_keeps_what_how_much_and_the_outcome(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2027"], width=500)
    assert card.table.cells.columnCount() == 3
    assert firsts(card) == ["Vehicles produced", "Vehicles produced"]
    assert card.table.cells.cell(1, 0).folded == ("2020", "Newest figure: only\u00a048\u00a0vehicles 2019")
    card.resize(800, 600)
    assert card.table.cells.columnCount() == 5


def test_the_keyboard_reaches_chips_and_table(qtbot: QtBot, session: Session, dataset: Dataset) -> None:
    card = shown(qtbot, session, dataset, ["2027"])
    assert card.tab_order()[-2:] == [card.table, card.all_button]
    assert card.table.accessibleName() == "Plans"


@pytest.mark.parametrize(
    ("width", "heading"), [(400, "Outcome"), (530, "Outcome, 1 Nov 2026"), (700, "Outcome, 1 Nov 2026")]
)
def test_the_head_of_the_outcomes_says_as_of_which_day_where_it_has_room(
    qtbot: QtBot, session: Session, dataset: Dataset, width: int, heading: str
) -> None:
    card = shown(qtbot, session, dataset, ["2027"], width=width)
    header, last = card.table.horizontalHeader(), card.table.cells.columnCount() - 1
    assert isinstance(header, TableHead)
    assert card.table.cells.headerData(last, Qt.Orientation.Horizontal) == heading
    assert card.table.columnWidth(last) >= header.needed(last), "the day is never cut"
