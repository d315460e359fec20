"""Finding: typing shows what fits in groups, the keyboard chooses it, and the window goes there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from heartland_gui.finding.answers import FoundText
from heartland_gui.finding.entries import EntryKind
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Company, Localized, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Series
from heartland_gui.model.period import parse_period
from heartland_gui.model.selection import View
from heartland_gui.ui.find import panel as panel_module
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.find.rows import FOUND, TEXTS, FoundRow, Head
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read

SND = Ref(SubjectKind.COMPANY, "snd")
DATONG = Ref(SubjectKind.PLACE, "datong")


def opened(window: MainWindow, action: str = "find") -> FindPanel:
    window.actions_by_id[action].trigger()
    (panel,) = window.findChildren(FindPanel)
    return panel


@pytest.fixture
def finding(window: MainWindow, qtbot: QtBot) -> FindPanel:
    panel = opened(window)
    qtbot.waitUntil(lambda: panel.isVisible() and not panel.names.is_reading)
    return panel


def rows(panel: FindPanel) -> list[Head | FoundRow]:
    found = [panel.model.index(row, 0).data(FOUND) for row in range(panel.model.rowCount())]
    assert all(isinstance(each, Head | FoundRow) for each in found)
    return found


def shown(panel: FindPanel) -> list[str]:
    """Return the titles of groups in brackets, with how many more there are, and of the rows below them."""
    found = []
    for number, row in enumerate(rows(panel)):
        if isinstance(row, Head):
            found.append(f"[{row.title}{', ' if row.more else ''}{row.more}]")
        else:
            texts = panel.model.index(number, 0).data(TEXTS)
            assert isinstance(texts, FoundText)
            found.append(texts.text.title)
    return found


def chosen(panel: FindPanel) -> str:
    return shown(panel)[panel.view.currentIndex().row()]


def press(panel: FindPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.field, key)


def test_what_is_typed_while_names_are_read_is_answered_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window)
    assert panel.isVisible()
    assert panel.names.is_reading
    panel.field.setText("snd")
    assert (panel.model.rowCount(), panel.nothing.text()) == (0, "")
    assert panel.hint.text() == "Loading names …"
    press(panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.names.is_reading)
    assert panel.isVisible()
    assert chosen(panel) == "SND Vehicles"
    assert panel.hint.text() == "↑ ↓ choose"
    assert panel.opener.isVisible()


def test_names_of_a_dataset_that_was_left_are_not_read_on(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window)
    panel.dismiss()
    before = window.session.dataset
    window.session.open(None, replace(before, companies=before.companies[1:], series=(), events=()))
    opened(window)
    qtbot.waitUntil(lambda: not panel.names.is_reading)
    assert panel.names.finder.find("snd vehicles") == ()
    assert panel.names.finder.find("abc solar")


def test_what_is_typed_and_entered_is_the_page(window: MainWindow, finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "snd")
    assert shown(finding)[:2] == ["[Companies]", "SND Vehicles"]
    assert chosen(finding) == "SND Vehicles"
    press(finding, Qt.Key.Key_Return)
    assert not finding.isVisible()
    assert window.session.selection.page == SND


def test_it_lies_over_the_window_as_wide_as_there_is_room(window: MainWindow, finding: FindPanel, qtbot: QtBot) -> None:
    assert finding.parentWidget() is window
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: finding.width() == 800)
    window.resize(700, 600)
    qtbot.waitUntil(lambda: finding.width() == window.width() - 48)
    assert finding.geometry().center().x() == pytest.approx(window.rect().center().x(), abs=1)


def test_it_is_as_high_as_what_was_found(window: MainWindow, finding: FindPanel, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    finding.field.setText("snd")
    view = finding.view
    assert finding.height() == finding.heightForWidth(finding.width())
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0 and view.height() > 60)
    high = finding.height()
    finding.field.setText("nothing of the kind")
    assert finding.height() == finding.heightForWidth(finding.width()) < high


def test_what_was_typed_last_is_selected_when_it_opens_again(window: MainWindow, finding: FindPanel) -> None:
    finding.field.setText("snd")
    press(finding, Qt.Key.Key_Escape)
    assert not finding.isVisible()
    opened(window)
    assert finding.field.selectedText() == "snd"
    assert chosen(finding) == "SND Vehicles"


def test_arrows_walk_over_heads_while_the_field_keeps_the_cursor(finding: FindPanel) -> None:
    finding.field.setText("vehicles")
    assert shown(finding)[:6] == [
        "[Figures]",
        "Vehicles produced",
        "[Companies]",
        "SND Vehicles",
        "[Companies with vehicles produced]",
        "SND Vehicles",
    ]
    press(finding, Qt.Key.Key_Down)
    assert finding.view.currentIndex().row() == 3
    press(finding, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert finding.view.currentIndex().row() == 1
    press(finding, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert finding.view.currentIndex().row() == finding.model.rowCount() - 1
    assert finding.focusWidget() is finding.field


def test_tab_goes_round_the_groups(finding: FindPanel) -> None:
    finding.field.setText("vehicles")
    rows_of_groups = []
    for _ in range(3):
        press(finding, Qt.Key.Key_Tab)
        rows_of_groups.append(finding.view.currentIndex().row())
    assert rows_of_groups[:2] == [3, 5]
    press(finding, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert finding.view.currentIndex().row() == 1
    press(finding, Qt.Key.Key_Backtab)
    last = max(number for number, row in enumerate(rows(finding)) if isinstance(row, Head))
    assert finding.view.currentIndex().row() == last + 1
    assert finding.focusWidget() is finding.field


def crowded(window: MainWindow, qtbot: QtBot, count: int) -> FindPanel:
    """Return the panel on a dataset with so many companies of one name."""
    before = window.session.dataset
    made = tuple(Company(f"mine-{n}", Localized((("en", f"Mine {n}"),))) for n in range(count))
    window.session.open(None, replace(before, companies=(*before.companies, *made)))
    panel = opened(window)
    qtbot.waitUntil(lambda: not panel.names.is_reading)
    panel.field.setText("mine")
    return panel


def test_a_group_shows_three_and_unfolds(window: MainWindow, qtbot: QtBot) -> None:
    panel = crowded(window, qtbot, 6)
    assert shown(panel)[:4] == ["[Companies, 3 more]", "Mine 0", "Mine 1", "Mine 2"]
    press(panel, Qt.Key.Key_Up)
    assert chosen(panel) == "[Companies, 3 more]"
    press(panel, Qt.Key.Key_Return)
    assert shown(panel)[:7] == ["[Companies]", *(f"Mine {n}" for n in range(6))]
    assert chosen(panel) == "Mine 3"
    panel.field.setText("min")
    assert shown(panel)[0] == "[Companies, 3 more]"
    head = panel.view.visualRect(panel.model.index(0, 0))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=head.center())
    assert shown(panel)[0] == "[Companies]"
    assert panel.isVisible()


def test_beyond_a_hundred_it_is_said_that_there_are_more(window: MainWindow, qtbot: QtBot) -> None:
    assert shown(crowded(window, qtbot, 150))[0] == "[Companies, over 96 more]"


def test_a_click_opens(window: MainWindow, finding: FindPanel) -> None:
    finding.field.setText("snd")
    place = finding.view.visualRect(finding.model.index(1, 0)).center()
    QTest.mouseClick(finding.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not finding.isVisible()
    assert window.session.selection.page == SND


def test_a_click_on_a_head_that_leads_nowhere_does_nothing(finding: FindPanel) -> None:
    finding.field.setText("snd")
    place = finding.view.visualRect(finding.model.index(0, 0)).center()
    QTest.mouseClick(finding.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert finding.isVisible()


def test_control_and_enter_gather_and_stay(window: MainWindow, finding: FindPanel) -> None:
    finding.field.setText("datong")
    before = window.session.selection
    QTest.keyClick(finding.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.comparing.members == ("datong",)
    assert finding.isVisible()
    assert finding.hint.text() == "Datong is in the comparison (1 of 8)."
    QTest.keyClick(finding.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.comparing.members == ("datong",), "and twice lets nothing go"
    assert window.session.selection == before
    finding.field.setText("que wenxiu")
    QTest.keyClick(finding.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finding.hint.text() == "This cannot be compared."
    assert window.comparing.members == ("datong",)
    assert not finding.opener.isVisible()
    press(finding, Qt.Key.Key_Right)
    assert finding.hint.text() == "↑ ↓ choose"
    assert finding.opener.isVisible()


def test_no_more_are_gathered_than_can_be_compared(window: MainWindow, qtbot: QtBot) -> None:
    panel = crowded(window, qtbot, 12)
    press(panel, Qt.Key.Key_Up, Qt.Key.Key_Return)
    for _ in range(9):
        QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        press(panel, Qt.Key.Key_Down)
    assert len(window.comparing.members) == 8
    QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.hint.text() == "At most 8 can be compared. Remove one first."


def test_for_a_comparison_it_offers_only_what_can_be_compared(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.session.go_to(Ref(SubjectKind.SOURCE, "daily"))
    window.session.go_to(window.session.dataset.region_ref)
    panel = opened(window, "find_member")
    qtbot.waitUntil(lambda: not panel.names.is_reading)
    assert shown(panel) == ["[Recent]", "SND Vehicles"]
    panel.field.setText("vehicles")
    assert {row.title for row in rows(panel) if isinstance(row, Head)} == {
        "Companies",
        "Companies with vehicles produced",
    }
    press(panel, Qt.Key.Key_Return)
    assert window.comparing.members == ("snd",)
    assert not panel.isVisible()
    opened(window)
    assert panel.field.text() == "", "what was typed for the comparison is no last search"
    panel.field.setText("vehicles prod")
    assert shown(panel)[0] == "[Figures]"


def test_before_anything_is_typed_there_is_what_was_seen_and_kept_and_examples(
    window: MainWindow, finding: FindPanel
) -> None:
    examples = ["[For example]", "GDP", "cold-storage vehicles", "Datong", "who is in new energy & materials"]
    assert shown(finding) == examples
    finding.dismiss()
    window.session.go_to(SND)
    window.user.bookmarks.toggle()
    window.session.choose_view(View.MAP)
    window.user.bookmarks.toggle()
    window.session.go_to(window.session.dataset.region_ref)
    opened(window)
    assert shown(finding) == [
        "[Recent]",
        "SND Vehicles",
        "[Bookmarks]",
        "Map of Province",
        "SND Vehicles",
        *examples,
    ]
    press(finding, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert window.session.selection.view is View.MAP


def test_an_example_is_typed(finding: FindPanel) -> None:
    press(finding, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert finding.field.text() == "who is in new energy & materials"
    assert shown(finding) == ["[Companies in New energy & materials]", "SND Vehicles", "Abc Solar"]


def test_six_of_what_was_seen_are_enough(window: MainWindow, qtbot: QtBot) -> None:
    panel = crowded(window, qtbot, 9)
    panel.dismiss()
    for number in range(9):
        window.session.go_to(Ref(SubjectKind.COMPANY, f"mine-{number}"))
    panel.field.clear()
    opened(window)
    assert shown(panel)[:7] == ["[Recent]", *(f"Mine {number}" for number in range(7, 1, -1))]


def test_an_indicator_leads_to_its_page(window: MainWindow, finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "vehicles prod")
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.page == Ref(SubjectKind.INDICATOR, "vehicles")


def test_a_pillar_is_chosen_with_its_companies(window: MainWindow, finding: FindPanel) -> None:
    name = window.session.dataset.pillars[0].name.text("en")
    QTest.keyClicks(finding.field, name)
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.listing == Ref(SubjectKind.PILLAR, window.session.dataset.pillars[0].id)


def test_a_command_is_done(window: MainWindow, finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "where sources dif")
    row = rows(finding)[finding.view.currentIndex().row()]
    assert isinstance(row, FoundRow)
    assert row.hit.entry.kind is EntryKind.COMMAND
    press(finding, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.disagreements


def test_a_command_that_cannot_be_done_says_so(window: MainWindow, finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "forward")
    press(finding, Qt.Key.Key_Return)
    assert "Forward" in window.banner.sentence.text()


def test_what_compares_leads_to_the_comparison(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.dataset
    cities = tuple(
        Series(city, "gdp", "daily", (Observation(city, "gdp", "daily", parse_period("2019"), value),))
        for city, value in (("taiyuan", 4e11), ("datong", 5e11))
    )
    window.session.open(None, replace(before, series=(*before.series, *cities)))
    panel = opened(window)
    qtbot.waitUntil(lambda: not panel.names.is_reading)
    panel.field.setText("gdp")
    assert shown(panel)[-1] == "Compare the cities by GDP"
    press(panel, Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert window.session.selection.page == comparison_of(["datong", "taiyuan"])


@pytest.mark.parametrize("text", ["xyzzy", "*", "[q(z", "\\", "🚛", "x" * 10_000])
def test_what_nothing_is_called_is_said(finding: FindPanel, text: str) -> None:
    finding.field.setText(text)
    assert finding.model.rowCount() == 0
    assert finding.nothing.isVisible()
    assert finding.nothing.text().startswith("Nothing matches “")
    assert len(finding.nothing.text()) < 100
    press(finding, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert finding.isVisible()


def test_what_may_have_been_meant_is_offered(window: MainWindow, finding: FindPanel) -> None:
    finding.field.setText("dattonng")
    assert shown(finding) == ["[Nothing matches “dattonng”. Did you mean …?]", "Datong"]
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.page == DATONG


def test_escape_closes_and_leaves_everything(window: MainWindow, finding: FindPanel) -> None:
    before = window.session.selection
    QTest.keyClicks(finding.field, "snd")
    press(finding, Qt.Key.Key_Escape)
    assert not finding.isVisible()
    assert window.session.selection == before


def test_the_cross_and_a_click_beside_it_close(window: MainWindow, finding: FindPanel) -> None:
    finding.shut.click()
    assert not finding.isVisible()
    opened(window)
    beside = window.childAt(QPoint(4, window.height() // 2))
    assert beside is not None
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton)
    assert not finding.isVisible()


def test_an_address_leads_to_its_place(window: MainWindow, finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "heartland:company/snd?indicator=vehicles&chart=over-time&scale=linear")
    assert shown(finding) == ["[Page of this address]", "SND Vehicles"]
    press(finding, Qt.Key.Key_Return)
    selection = window.session.selection
    assert (selection.page, selection.chart, selection.indicator) == (SND, "over-time", "vehicles")
    assert selection.logarithmic is False


def test_an_address_of_what_is_gone_is_a_sentence(finding: FindPanel) -> None:
    finding.field.setText("heartland:company/gone")
    assert finding.nothing.text() == "The dataset has no page “gone”."


def test_the_address_of_the_place_can_be_copied(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["copy_address"].trigger()
    assert QGuiApplication.clipboard().text().startswith("heartland:company/snd?")


def test_the_chosen_row_is_told_at_the_field_that_has_the_keyboard(finding: FindPanel) -> None:
    QTest.keyClicks(finding.field, "vehicles")
    assert finding.field.accessibleDescription().startswith("Figures; Vehicles produced; ")
    press(finding, Qt.Key.Key_Down)
    assert finding.field.accessibleDescription().startswith("Companies; SND Vehicles; 斯纳德")
    finding.field.setText("xyzzy")
    assert finding.field.accessibleDescription() == ""


def test_what_assistive_technology_selects_is_chosen(finding: FindPanel) -> None:
    finding.field.setText("vehicles")
    row = finding.model.index(3, 0)
    finding.view.selectionModel().select(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert finding.view.currentIndex() == row
    assert finding.field.accessibleDescription().startswith("Companies; SND Vehicles")


def test_what_is_found_stands_below_the_field(finding: FindPanel) -> None:
    finding.field.setText("snd")
    QApplication.processEvents()
    assert [line for line in as_read(finding) if line != [""]] == [
        ["find_text"],
        ["found"],
        ["find_hint", "Enter open", "Ctrl+Enter add to comparison", "Tab next group", "Esc close"],
    ]
    finding.field.setText("nothing of the kind")
    QApplication.processEvents()
    assert as_read(finding)[1] == ["nothing_found"]


def test_what_a_key_does_its_button_does(window: MainWindow, finding: FindPanel) -> None:
    window.resize(1440, 900)
    finding.field.setText("vehicles")
    finding.onward.click()
    assert finding.view.currentIndex().row() == 3
    finding.gatherer.click()
    assert window.comparing.members == ("snd",)
    finding.opener.click()
    assert window.session.selection.page == SND
    opened(window)
    finding.closer.click()
    assert not finding.isVisible()
    assert {button.focusPolicy() for button in finding.findChildren(QPushButton)} == {Qt.FocusPolicy.NoFocus}


def test_where_the_window_is_narrow_the_keys_that_have_no_room_are_left_out(
    finding: FindPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding.field.setText("vehicles")
    assert finding.onward.isVisible()
    monkeypatch.setattr(panel_module, "_WIDTH", 464)
    finding.field.setText("vehicle")
    QApplication.processEvents()
    assert finding.width() == 464
    assert finding.opener.isVisible()
    assert not finding.onward.isVisible()
    as_read(finding)


def test_a_person_who_was_found_leads_to_the_company(window: MainWindow, finding: FindPanel) -> None:
    finding.field.setText("que wenxiu")
    assert shown(finding) == ["[People]", "Que Wenxiu"]
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.page == SND
