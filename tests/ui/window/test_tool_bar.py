"""The tool bar: the way to the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.tool_bar import elided_names

SND = Ref(SubjectKind.COMPANY, "snd")


ENERGY = Ref(SubjectKind.PILLAR, "energy")


def test_the_breadcrumb_leads_back_up(window: MainWindow) -> None:
    window.resize(1200, 700)
    window.session.choose_listing(ENERGY)
    window.session.go_to(SND)
    crumbs = [window.findChild(QPushButton, f"crumb_{number}") for number in range(3)]
    names = [crumb.text() for crumb in crumbs if crumb]
    assert names == ["Province", "New energy && materials", "SND Vehicles"]
    assert crumbs[1] is not None
    QTest.mouseClick(crumbs[1], Qt.MouseButton.LeftButton)
    assert window.session.selection.page == ENERGY


def test_long_steps_of_the_breadcrumb_give_way_first(window: MainWindow) -> None:
    metrics = window.fontMetrics()
    names = ["Shanxi", "A very long name of something that takes much room", "Short"]
    assert elided_names(names, metrics, 2000) == names
    short = elided_names(names, metrics, 260)
    assert short[0] == "Shanxi"
    assert short[1].endswith("…")
    assert short[2] == "Short"
