"""Actions that lead somewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import Selection, View
from heartland_gui.problems import Problem
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.page.texts import SectionCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.filter_field import FilterField
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
DAILY = Ref(SubjectKind.SOURCE, "daily")


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PILLAR, "making")),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, Ref(SubjectKind.PLACE, "province")),
    ],
)
def test_keys_lead_to_pages(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, page: Ref
) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, key, modifier)
    assert window.session.selection.page == page


def test_alt_arrows_go_back_and_forward(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == window.session.dataset.region_ref
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session.selection.page == SND


def test_problems_can_be_shown_only_where_there_are_any(
    window: MainWindow, session: Session, dataset: Dataset, problem: Problem
) -> None:
    assert not window.actions_by_id["problems"].isEnabled()
    session.open(session.path, dataset, (problem,))
    window.actions_by_id["problems"].trigger()
    assert window.pages.currentWidget() is window.problems


def test_each_view_has_its_action(window: MainWindow) -> None:
    for name, view in (("disagreements", View.DISAGREEMENTS), ("all_sources", View.SOURCES), ("map", View.MAP)):
        window.actions_by_id[name].trigger()
        assert window.session.selection.view is view


def test_the_region_and_a_pillar_are_listed_where_they_are_shown(window: MainWindow) -> None:
    window.actions_by_id["pillar_1"].trigger()
    assert window.session.selection.listing == ENERGY
    window.actions_by_id["region"].trigger()
    assert window.session.selection.listing == window.session.dataset.region_ref


def test_the_region_is_called_by_its_name(window: MainWindow, problem: Problem) -> None:
    region = window.actions_by_id["region"]
    assert region.text() == "Province"
    window.session.open(Path("elsewhere"), None, (problem,))
    assert (region.text(), region.isEnabled()) == ("Region", False)


def test_back_and_forward_can_be_done_while_there_is_something(window: MainWindow) -> None:
    back, forward = window.actions_by_id["back"], window.actions_by_id["forward"]
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    window.session.go_to(SND)
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    window.session.back()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


def test_a_day_is_asked_for(window: MainWindow) -> None:
    window.actions_by_id["as_of"].trigger()
    assert window.dates.isVisible()


def test_one_key_shows_everything_again(window: MainWindow) -> None:
    back = window.actions_by_id["back_to_today"]
    assert not back.isEnabled()
    window.session.show_as_of(date(2020, 4, 26))
    assert back.isEnabled()
    back.trigger()
    assert window.session.dataset.manifest.as_of is None


def test_the_filter_takes_the_keyboard_with_all_of_its_words(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.session.go_to(SND)
    window.splitter.toggle(Pane.COMPANIES)
    window.session.choose_filter("snd")
    window.actions_by_id["filter"].trigger()
    qtbot.waitUntil(window.companies.filter.hasFocus)
    assert window.companies.filter.selectedText() == "snd"


def test_the_keys_of_the_filter_reach_the_field_of_every_page_that_has_one(window: MainWindow, qtbot: QtBot) -> None:
    session, key = window.session, window.actions_by_id["filter"]
    window.activateWindow()
    fields: list[QWidget] = []
    for page in (
        ENERGY,
        Ref(SubjectKind.PLACE, "datong"),
        Ref(SubjectKind.ZONE, "reform-zone"),
        comparison_of(["snd", "mill"]),
    ):
        session.go_to(page)
        qtbot.waitUntil(lambda: window.page.is_complete)
        key.trigger()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), FilterField))
        field = QApplication.focusWidget()
        assert field is not None
        assert window.page.isAncestorOf(field)
        fields.append(field)
    assert fields[0] is fields[1] is fields[2] is not fields[3]
    for view, field in ((View.SOURCES, window.sources.filter), (View.DISAGREEMENTS, window.disagreements.filter)):
        session.choose_view(view)
        key.trigger()
        qtbot.waitUntil(field.hasFocus)
    session.choose_view(View.BOOKMARKS)
    assert not key.isEnabled()


def test_what_is_found_is_shown(window: MainWindow) -> None:
    go, session = window.commands.go, window.session
    go.open_found(Entry(EntryKind.COMPANY, (), SND))
    assert (session.selection.page, session.selection.listing) == (SND, session.dataset.region_ref)
    go.open_found(Entry(EntryKind.PILLAR, (), ENERGY))
    assert (session.selection.page, session.selection.listing) == (ENERGY, ENERGY)
    go.open_found(Entry(EntryKind.INDICATOR, (), SND, indicator="vehicles"))
    assert session.selection.page == Ref(SubjectKind.INDICATOR, "vehicles")
    elsewhere = Selection(DAILY, session.dataset.region_ref)
    go.open_found(Entry(EntryKind.SOURCE, (), selection=elsewhere))
    assert session.selection == elsewhere


def test_a_command_that_is_found_is_run_where_it_can_be(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.commands.go.open_found(Entry(EntryKind.COMMAND, ("Back",), command="back"))
    assert window.session.selection.page == window.session.dataset.region_ref
    window.commands.go.open_found(Entry(EntryKind.COMMAND, ("Back",), command="back"))
    assert window.banner.said is not None
    assert window.banner.said[0] == "“Back” is not available here."


def test_one_panel_finds_everything(window: MainWindow) -> None:
    for action in ("find", "find_member", "find"):
        window.actions_by_id[action].trigger()
        (panel,) = window.findChildren(FindPanel)
        assert panel.isVisible()
        panel.dismiss()


def test_what_is_found_for_a_comparison_is_said_once_it_is_gathered(window: MainWindow) -> None:
    window.actions_by_id["find_member"].trigger()
    window.commands.go.gather_found(SND)
    assert window.comparing.members == ("snd",)
    assert window.status.currentMessage() == "SND Vehicles is in the comparison (1 of 8)."


def test_a_step_leads_to_the_next_company_of_the_list(window: MainWindow) -> None:
    session = window.session
    session.choose_sort("name")
    session.go_to(SND)
    window.actions_by_id["previous_company"].trigger()
    assert session.selection.page.id == "solar"
    window.actions_by_id["previous_company"].trigger()
    assert session.selection.page.id == "solar", "the first one is the end"
    for _ in range(2):
        window.actions_by_id["next_company"].trigger()
    assert session.selection.page.id == "mill"
    session.choose_view(View.SOURCES)
    assert not window.actions_by_id["next_company"].isEnabled()


def test_menus_of_the_history_lead_several_steps(window: MainWindow) -> None:
    session, go = window.session, window.commands.go
    session.go_to(SND)
    session.choose_view(View.SOURCES)
    assert [name for name, _ in go.history_entries(back=True)] == ["SND Vehicles", "Province"]
    go.history_entries(back=True)[1][1]()
    assert session.selection.page == session.dataset.region_ref
    assert [name for name, _ in go.history_entries(back=False)] == ["SND Vehicles", "All sources"]
    go.history_entries(back=False)[0][1]()
    assert session.selection.page == SND


def test_the_button_of_the_day_says_which_day_is_shown(window: MainWindow) -> None:
    assert window.actions_by_id["as_of"].iconText() == "As of today"
    window.session.show_as_of(date(2020, 6, 1))
    assert window.actions_by_id["as_of"].iconText() == "1 June 2020"
    assert window.actions_by_id["as_of"].text() == "As &of a day …"
    assert window.windowTitle().endswith("as of 1 June 2020")


def test_an_event_that_was_found_is_in_sight_and_marked(window: MainWindow, qtbot: QtBot, dataset: Dataset) -> None:
    said = "Founded."
    position = next(number for number, each in enumerate(dataset.events) if each.text.text("en") == said)
    window.resize(900, 420)
    for _ in ("from another page", "on the page that is open"):
        window.page.scroll_to(0)
        window.commands.go.open_found(Entry(EntryKind.EVENT, (said,), SND, position=position))
        qtbot.waitUntil(lambda: window.page.is_complete)
        QApplication.processEvents()
        card = window.page.findChild(SectionCard, "section_events")
        assert card is not None
        assert card.text.textCursor().selectedText() == said
        cursor = card.text.textCursor()
        place = card.text.viewport().mapTo(window.page.scroll_area.viewport(), card.text.cursorRect(cursor).center())
        assert window.page.scroll_area.viewport().rect().contains(place)
