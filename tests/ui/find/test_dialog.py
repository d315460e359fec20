"""Quick find: typing shows what fits, the keyboard chooses it, and the window goes there."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, repeat

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.finding.entries import Entry, EntryKind, EntryText
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.find.dialog import FindDialog, NameReader
from heartland_gui.ui.find.rows import FOUND, TEXTS, FoundRow
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def finding(window: MainWindow, qtbot: QtBot) -> FindDialog:
    window.actions_by_id["find"].trigger()
    (dialog,) = window.findChildren(FindDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and not dialog.names.is_reading)
    return dialog


def titles(dialog: FindDialog) -> list[str]:
    found = []
    for row in range(dialog.model.rowCount()):
        texts = dialog.model.index(row, 0).data(TEXTS)
        assert isinstance(texts, EntryText)
        found.append(texts.title)
    return found


def kinds(dialog: FindDialog) -> list[EntryKind]:
    found = []
    for row in range(dialog.model.rowCount()):
        value = dialog.model.index(row, 0).data(FOUND)
        assert isinstance(value, FoundRow)
        found.append(value.entry.kind)
    return found


def press(dialog: FindDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.field, key)


def test_what_is_typed_while_names_are_read_is_answered_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["find"].trigger()
    (dialog,) = window.findChildren(FindDialog)
    assert dialog.isVisible()
    assert dialog.names.is_reading
    dialog.field.setText("snd")
    assert (dialog.model.rowCount(), dialog.nothing.text()) == (0, "")
    assert dialog.hint.text() == "Loading names …"
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.names.is_reading)
    assert dialog.isVisible()
    assert titles(dialog)[0] == "SND Vehicles"
    assert dialog.view.currentIndex().row() == 0
    assert "Enter open" in dialog.hint.text()


def test_names_of_a_dataset_that_was_left_are_not_read_on(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["find"].trigger()
    (dialog,) = window.findChildren(FindDialog)
    dialog.reject()
    before = window.session.dataset
    window.session.open(None, replace(before, companies=before.companies[1:], series=(), events=()))
    window.actions_by_id["find"].trigger()
    qtbot.waitUntil(lambda: not dialog.names.is_reading)
    assert dialog.names.finder.find("snd vehicles") == ()
    assert dialog.names.finder.find("abc solar")


def test_what_is_read_long_holds_nothing_up(qapp: QApplication, qtbot: QtBot) -> None:
    reader = NameReader(qapp)
    reader.begin(repeat(Entry(EntryKind.COMMAND, ("a name",))))
    typed: list[bool] = []
    QTimer.singleShot(0, lambda: typed.append(reader.is_reading))
    qtbot.waitUntil(lambda: bool(typed))
    assert typed == [True]
    reader.begin(())
    qtbot.waitUntil(lambda: not reader.is_reading)


def test_only_what_was_begun_last_is_finished(qapp: QApplication, qtbot: QtBot) -> None:
    reader = NameReader(qapp)
    reader.begin(repeat(Entry(EntryKind.COMMAND, ("the first",))))
    QApplication.processEvents()
    assert reader.is_reading
    with qtbot.waitSignal(reader.finished):
        reader.begin([Entry(EntryKind.COMMAND, ("the second",))])
    assert [hit.name for hit in reader.finder.find("the")] == ["the second"]
    assert not reader.is_reading


def test_the_window_can_be_closed_while_names_are_read(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["find"].trigger()
    (dialog,) = window.findChildren(FindDialog)
    names, gone = count(), []
    dialog.names.begin(Entry(EntryKind.COMMAND, (f"name {number}",)) for number in names)
    dialog.destroyed.connect(lambda: gone.append(True))
    QApplication.processEvents()
    assert next(names) > 1
    window.close()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    read = next(names)
    QApplication.processEvents()
    assert next(names) == read + 1, "what is gone reads no more"


def test_what_is_typed_and_entered_is_the_page(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "snd")
    assert titles(finding)[0] == "SND Vehicles"
    press(finding, Qt.Key.Key_Return)
    assert not finding.isVisible()
    assert window.session.selection.page == SND


def test_arrows_walk_while_the_field_keeps_the_cursor(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "a")
    assert finding.model.rowCount() > 2
    press(finding, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert finding.view.currentIndex().row() == 1
    press(finding, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert finding.view.currentIndex().row() == 0
    assert finding.focusWidget() is finding.field


def test_without_words_the_last_places_are_offered(window: MainWindow, finding: FindDialog) -> None:
    assert finding.model.rowCount() == 0
    assert finding.nothing.text() == "No recent pages yet."
    finding.reject()
    window.session.go_to(SND)
    window.session.go_to(window.session.dataset.region_ref)
    window.actions_by_id["find"].trigger()
    assert titles(finding) == ["SND Vehicles"]
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.page == SND


def test_tab_keeps_to_one_kind_and_leaves_it_again(finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "a")
    every = kinds(finding)
    assert len(set(every)) > 1
    press(finding, Qt.Key.Key_Tab)
    assert set(kinds(finding)) == {every[0]}
    assert finding.focusWidget() is finding.field
    press(finding, Qt.Key.Key_Tab)
    assert kinds(finding) == every


def test_an_indicator_leads_to_its_chart(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "vehicles prod")
    assert kinds(finding)[0] is EntryKind.INDICATOR
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.indicator == "vehicles"


def test_a_pillar_is_chosen_with_its_companies(window: MainWindow, finding: FindDialog) -> None:
    name = window.session.dataset.pillars[0].name.text("en")
    QTest.keyClicks(finding.field, name)
    press(finding, Qt.Key.Key_Return)
    assert window.session.selection.listing == Ref(SubjectKind.PILLAR, window.session.dataset.pillars[0].id)


def test_a_command_is_done(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "where sources dis")
    assert kinds(finding)[0] is EntryKind.COMMAND
    press(finding, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.disagreements


def test_a_command_that_cannot_be_done_says_so(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "forward")
    press(finding, Qt.Key.Key_Return)
    assert "Forward" in window.banner.sentence.text()


@pytest.mark.parametrize("text", ["xyzzy", "*", "[q(z", "\\", "🚛", "x" * 10_000])
def test_what_nothing_is_called_is_said(finding: FindDialog, text: str) -> None:
    finding.field.setText(text)
    assert finding.model.rowCount() == 0
    assert finding.nothing.isVisible()
    assert finding.nothing.text().startswith("No results for “")
    assert len(finding.nothing.text()) < 100
    press(finding, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert finding.isVisible()


def test_escape_closes_and_leaves_everything(window: MainWindow, finding: FindDialog) -> None:
    before = window.session.selection
    QTest.keyClicks(finding.field, "snd")
    press(finding, Qt.Key.Key_Escape)
    assert not finding.isVisible()
    assert window.session.selection == before


def test_an_address_leads_to_its_place(window: MainWindow, finding: FindDialog) -> None:
    QTest.keyClicks(finding.field, "heartland:company/snd?indicator=vehicles&chart=over-time&scale=linear")
    assert titles(finding) == ["SND Vehicles"]
    press(finding, Qt.Key.Key_Return)
    chosen = window.session.selection
    assert (chosen.page, chosen.chart, chosen.indicator, chosen.logarithmic) == (SND, "over-time", "vehicles", False)


def test_an_address_of_what_is_gone_is_a_sentence(finding: FindDialog) -> None:
    finding.field.setText("heartland:company/gone")
    assert finding.nothing.text() == "The dataset has no page “gone”."


def test_the_address_of_the_place_can_be_copied(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.actions_by_id["copy_address"].trigger()
    assert QGuiApplication.clipboard().text().startswith("heartland:company/snd?")


def test_what_is_found_stands_below_the_field(finding: FindDialog) -> None:
    finding.field.setText("snd")
    assert as_read(finding) == [["find_field"], ["found"], ["find_hint"]]
    finding.field.setText("nothing of the kind")
    assert as_read(finding) == [["find_field"], ["nothing_found"], ["find_hint"]]
    assert finding.objectName() == "find_dialog"
