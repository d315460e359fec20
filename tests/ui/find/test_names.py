"""Reading names between events."""

from __future__ import annotations

from itertools import count, repeat

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.finding.entries import Entry, EntryKind
from heartland_gui.ui.find.names import NameReader
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.window.main_window import MainWindow


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
    assert [hit.name for hits in reader.finder.find("the") for hit in hits.hits] == ["the second"]
    assert not reader.is_reading


def test_the_window_can_be_closed_while_names_are_read(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["find"].trigger()
    (panel,) = window.findChildren(FindPanel)
    names, gone = count(), []
    panel.names.begin(Entry(EntryKind.COMMAND, (f"name {number}",)) for number in names)
    panel.destroyed.connect(lambda: gone.append(True))
    QApplication.processEvents()
    assert next(names) > 1
    window.close()
    panel.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    read = next(names)
    QApplication.processEvents()
    assert next(names) == read + 1, "what is gone reads no more"
