"""The table of companies on a page: chips, words, orders, keys, what is copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Table
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized, Ref, SubjectKind
from heartland_gui.model.facets import facets_at
from heartland_gui.model.observations import Observation
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.text.languages import words_in
from heartland_gui.ui.companies.table import CompaniesCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.filter_chips import ChoiceList
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import Goer
from tests.ui.menus import menu_at

pytestmark = pytest.mark.usefixtures("without_popups")

REGION = Ref(SubjectKind.PLACE, "province")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
DATONG = Ref(SubjectKind.PLACE, "datong")
SND = Ref(SubjectKind.COMPANY, "snd")

Shower = Callable[..., CompaniesCard]


@pytest.fixture
def shown(qtbot: QtBot, session: Session) -> Shower:
    """Return what shows the companies of a page."""

    def show(page: Ref = REGION, width: int = 1172, of: Session | None = None) -> CompaniesCard:
        used = of or session
        used.go_to(page)
        card = CompaniesCard(used)
        qtbot.addWidget(card)
        card.resize(width, 700)
        card.show()
        card.show_block(CompaniesBlock(page))
        return card

    return show


def names(card: CompaniesCard) -> list[str]:
    return [card.table.cells.cell(row, 0).text for row in range(card.table.cells.total)]


def chips(card: CompaniesCard) -> dict[str, bool]:
    return {chip.accessibleName(): chip.isChecked() for chip in card.tab_order_of_chips() if chip.isVisibleTo(card)}


def press(card: CompaniesCard, name: str) -> None:
    next(chip for chip in card.tab_order_of_chips() if chip.accessibleName().startswith(name)).click()


def test_it_takes_only_companies(shown: Shower) -> None:
    with pytest.raises(TypeError):
        shown().show_block("nothing")


def test_companies_stand_in_the_order_of_the_session_newest_source_first(shown: Shower) -> None:
    card = shown()
    assert names(card) == ["SND Vehicles", "Abc Solar", "Zhong Mill"]
    assert card.table.head.directions == {5: True}


def test_a_click_on_a_heading_sorts_another_turns_and_with_shift_it_is_a_further_key(
    shown: Shower, session: Session
) -> None:
    card = shown()
    head = card.table.head
    middle = head.sectionViewportPosition(0) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
    assert (session.selection.sort, names(card)) == ("name", ["Abc Solar", "SND Vehicles", "Zhong Mill"])
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
    assert (session.selection.sort, names(card)) == ("-name", ["Zhong Mill", "SND Vehicles", "Abc Solar"])
    place = QPoint(head.sectionViewportPosition(2) + 20, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    assert session.selection.sort == "-name,city"
    assert head.directions == {0: True, 2: False}


def test_the_head_is_used_by_keyboard_alone(shown: Shower, session: Session) -> None:
    head = shown().table.head
    QTest.keyClick(head, Qt.Key.Key_Return)
    assert session.selection.sort == "name"
    QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection.sort == "name,city"
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert head.window().findChild(ChoiceList) is None, "this heading offers nothing"
    QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert head.window().findChild(ChoiceList) is not None


def test_chips_of_one_kind_exclude_each_other_and_kinds_combine(shown: Shower, session: Session) -> None:
    card = shown()
    assert chips(card) == {
        "All, 3": True,
        "Datong, 2": False,
        "Taiyuan, 1": False,
        "Pillar": False,
        "Makes": False,
        "With a plan, 1": False,
        "No figure, 2": False,
    }
    press(card, "Datong")
    assert names(card) == ["Abc Solar", "Zhong Mill"]
    press(card, "Taiyuan")
    assert names(card) == ["SND Vehicles"]
    press(card, "With a plan")
    assert session.selection.facets == facets_at(["city:taiyuan", "plan:yes"])
    assert chips(card)["Taiyuan, 1"]
    assert not chips(card)["All, 3"]
    press(card, "Taiyuan")
    assert session.selection.facets == facets_at(["plan:yes"]), "a second click takes a choice back"


def test_filters_are_cleared_together(shown: Shower, session: Session) -> None:
    card = shown()
    assert not card.clear_button.isVisibleTo(card)
    press(card, "No figure")
    QTest.keyClicks(card.filter, "mill")
    assert names(card) == ["Zhong Mill"]
    QTest.keyClicks(card.filter, "x")
    assert card.empty.sentence.text() == "No company matches these filters."
    assert not card.table.isVisibleTo(card)
    assert card.empty.button.isVisibleTo(card)
    card.empty.button.click()
    assert (session.selection.filter, bool(session.selection.facets), len(names(card))) == ("", False, 3)
    assert card.filter.text() == ""


def test_what_the_session_chose_before_is_shown(shown: Shower, session: Session) -> None:
    session.go_to(ENERGY)
    session.choose_facets(facets_at(["product:cold-storage vehicles"]))
    card = CompaniesCard(session)
    card.show_block(CompaniesBlock(ENERGY))
    assert names(card) == ["SND Vehicles"]
    card.deleteLater()


def test_six_stand_at_first_and_the_rest_unfolds_in_place(shown: Shower, session: Session, dataset: Dataset) -> None:
    many = tuple(Company(f"c{number}", Localized((("en", f"Company {number}"),))) for number in range(9))
    session.open(Path("many"), replace(dataset, companies=many))
    card = shown()
    table = card.table
    assert (table.cells.rowCount(), card.all_button.text()) == (6, "Show all 9 companies")
    before = table.height()
    card.all_button.click()
    assert table.cells.rowCount() == 9
    assert table.height() - before == 3 * 34
    assert not card.all_button.isVisibleTo(card)


def test_the_page_follows_the_row_that_has_the_keyboard_and_the_head_stays(
    qtbot: QtBot, session: Session, dataset: Dataset
) -> None:
    many = tuple(Company(f"c{number}", Localized((("en", f"Company {number}"),))) for number in range(40))
    session.open(Path("many"), replace(dataset, companies=many))
    area = QScrollArea()
    qtbot.addWidget(area)
    card = CompaniesCard(session, area)
    area.setWidgetResizable(True)
    area.setWidget(card)
    area.resize(1100, 400)
    area.show()
    card.show_block(CompaniesBlock(REGION))
    card.all_button.click()
    table = card.table
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(table.cells.index(30, 0))
    assert area.verticalScrollBar().value() > 600
    head = table.horizontalHeader()
    assert head.mapTo(area.viewport(), QPoint(0, 0)).y() == 0, "the head stands at the top of what is seen"
    table.setCurrentIndex(table.cells.index(2, 0))
    place = table.visualRect(table.cells.index(2, 0))
    below_head = head.mapTo(area.viewport(), QPoint(0, head.height())).y()
    assert table.viewport().mapTo(area.viewport(), place.topLeft()).y() >= below_head


def test_thousands_of_rows_are_laid_out_where_they_are_seen(shown: Shower, session: Session, dataset: Dataset) -> None:
    many = tuple(Company(f"c{number}", Localized((("en", f"Company {number}"),))) for number in range(4000))
    session.open(Path("many"), replace(dataset, companies=many))
    card = shown()
    card.all_button.click()
    table = card.table
    assert table.cells.rowCount() == 4000
    assert table.height() == 640, "it scrolls by itself"
    assert len(table._fitted) < 60
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    assert len(table._fitted) < 120
    before = table.verticalScrollBar().value()
    at = QPointF(200, 200)
    down = QWheelEvent(
        at,
        table.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes no name here
    )
    QApplication.sendEvent(table.viewport(), down)
    assert table.verticalScrollBar().value() > before


def test_a_click_on_a_number_asks_for_its_source_and_one_elsewhere_for_the_page(shown: Shower) -> None:
    table = shown().table
    asked: list[object] = []
    figures: list[Observation] = []
    table.requested.connect(asked.append)
    table.figure_requested.connect(figures.append)
    place = table.visualRect(table.cells.index(0, 3))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 20, place.center().y()))
    assert ([each.value for each in figures], asked) == ([48], [])
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.right() - 4, place.center().y()))
    assert (len(figures), asked) == (1, [SND])
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place.center())
    assert (len(figures), asked) == (1, [SND]), "with a key held rows are chosen"


def test_return_opens_a_row_and_with_control_adds_it_to_the_comparison(shown: Shower) -> None:
    card = shown()
    asked: list[object] = []
    gathered: list[object] = []
    card.requested.connect(asked.append)
    card.compare_requested.connect(gathered.append)
    card.table.setCurrentIndex(card.table.cells.index(0, 3))
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    QTest.keyClick(card.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (asked, gathered) == ([SND], [SND])


def test_the_menu_of_a_row(shown: Shower) -> None:
    card = shown()
    table = card.table
    asked: list[object] = []
    for signal in (card.requested, card.compare_requested, card.bookmark_requested, card.citation_requested):
        signal.connect(asked.append)
    table.setCurrentIndex(table.cells.index(0, 0))
    entries = menu_at(table, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert list(entries) == ["Open", "Add to comparison", "Add bookmark", "Copy row", "Copy citation", "Copy all"]
    for name in ("Open", "Add to comparison", "Add bookmark", "Copy citation"):
        entries[name].trigger()
    assert asked[:3] == [SND] * 3
    assert isinstance(asked[3], Observation)
    entries["Copy row"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 2
    table.setCurrentIndex(table.cells.index(1, 0))
    without = menu_at(table, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert "Copy citation" not in without, "there is no figure to cite"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_copied_pastes_as_numbers(shown: Shower, dataset: Dataset, language: str) -> None:
    loss = dataset.series[0].observations[0]._replace(subject="mill", value=-1_250_000.5, qualifier=None)
    known = dataset.series[0]._replace(subject="mill", observations=(loss,))
    session = Session(words_in(language))
    session.open(Path("tiny"), replace(dataset, series=(*dataset.series, known)))
    card = shown(of=session)
    card.table.copy_all()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert {len(row) for row in rows} == {18}
    values = [row[6] for row in rows[1:]]
    assert values == ["48", "-1250000.5", ""]
    assert [float(value) for value in values if value] == [48, -1250000.5]
    assert rows[1][7:10] == [rows[1][7], "2019", "actual"]
    assert [row[13] for row in rows[1:]] == ["5000", "", ""], "the value of the plan"


def test_all_of_it_is_saved_not_only_what_is_seen(shown: Shower, qtbot: QtBot) -> None:
    card = shown(width=500)
    with qtbot.waitSignal(card.save_requested) as saved:
        card.save_button.click()
    (table,) = saved.args or [None]
    assert isinstance(table, Table)
    assert len(table.rows) == 3
    assert "Makes" in table.headings


def test_further_columns_become_lines_where_the_card_is_narrow(shown: Shower) -> None:
    card = shown(width=1172)
    assert card.table.cells.columnCount() == 6
    found = []
    for width in (930, 750, 500):
        card.resize(width, 700)
        found.append(card.table.cells.columnCount())
    assert found == [5, 4, 2]
    assert card.table.cells.cell(0, 0).folded[0] == "cold-storage vehicles · Taiyuan"


def test_one_indicator_can_be_shown_of_all(shown: Shower, session: Session) -> None:
    card = shown()
    head = card.table.head
    x = head.sectionViewportPosition(3) + 16 + head.fontMetrics().horizontalAdvance("Key figure") + 12
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    listed = card.window().findChild(ChoiceList)
    assert isinstance(listed, ChoiceList)
    texts = [listed.list.item(row).text() for row in range(listed.list.count())]
    assert texts == ["Key figure of each", "Vehicles produced"]
    QTest.keyClick(listed.list, Qt.Key.Key_Down)
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    assert session.selection.sort == "indicator:vehicles"
    assert card.table.cells.headerData(3, Qt.Orientation.Horizontal) == "Vehicles produced"
    assert head.directions == {3: True}


def test_the_same_companies_again_are_not_laid_out_anew(shown: Shower, qtbot: QtBot, session: Session) -> None:
    card = shown(ENERGY)
    with qtbot.assertNotEmitted(card.table.cells.modelReset):
        card.show_block(CompaniesBlock(ENERGY))
    session.go_to(DATONG)
    with qtbot.waitSignal(card.table.cells.modelReset):
        card.show_block(CompaniesBlock(DATONG))


def test_a_card_of_another_page_is_left_alone(shown: Shower, session: Session) -> None:
    card = shown(ENERGY)
    session.go_to(DATONG)
    session.choose_filter("mill")
    assert names(card) == ["SND Vehicles", "Abc Solar"]


# -- in the window --------------------------------------------------------------------------------------------------


def test_what_is_asked_of_a_row_is_done(window: MainWindow, go: Goer, tmp_path: Path) -> None:
    go(ENERGY)
    card = window.findChild(CompaniesCard)
    assert isinstance(card, CompaniesCard)
    card.compare_requested.emit(SND)
    assert window.comparing.holds(SND)
    before = len(window.user.bookmarks.all)
    card.bookmark_requested.emit(SND)
    card.bookmark_requested.emit(SND)
    assert len(window.user.bookmarks.all) == before + 1, "it is kept once"
    figure = card.table.cells.cell(0, 3).figure
    card.citation_requested.emit(figure)
    assert "Heartland reinvents itself" in QGuiApplication.clipboard().text()
    saved = tmp_path / "companies.csv"
    window.commands.chart.ask_file = lambda *_: saved
    card.save_button.click()
    first, *rows = saved.read_text("utf-8-sig").splitlines()
    assert first.startswith("Company,Makes,City,Indicator,Scope,Qualifier,Value,Unit,Period,Status,Plan: Indicator")
    assert rows[0].startswith("SND Vehicles,cold-storage vehicles,Taiyuan,Vehicles produced,,only,48,vehicles,2019")


def test_a_row_leads_to_its_page_where_the_list_keeps_order_and_filter(window: MainWindow, go: Goer) -> None:
    go(ENERGY)
    window.session.choose_sort("-name")
    window.session.choose_facets(facets_at(["plan:yes"]))
    card = window.findChild(CompaniesCard)
    assert isinstance(card, CompaniesCard)
    card.requested.emit(SND)
    selection = window.session.selection
    assert (selection.page, selection.listing, selection.sort) == (SND, ENERGY, "-name")
    assert selection.facets == facets_at(["plan:yes"])
    model = window.companies.model
    assert [model.index(row).data() for row in range(model.rowCount())] == ["SND Vehicles"]
