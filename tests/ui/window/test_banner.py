"""What is said above the columns, and how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ref_of
from heartland_gui.model.selection import View
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.banner import Banner, DayBanner, WelcomeBar
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.layout import as_read


def test_a_sentence_goes_with_the_page_that_it_was_about(window: MainWindow) -> None:
    window.banner.say("The dataset has no page “gone”.")
    window.session.choose_filter("s")
    assert window.banner.isVisible()
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert not window.banner.isVisible()


def test_a_fault_with_details_stays_until_it_is_put_away(window: MainWindow) -> None:
    window.banner.say("Something went wrong.", "details")
    window.session.choose_listing(ref_of(window.session.dataset.pillars[0]))
    assert window.banner.isVisible()


def test_a_sentence_is_said_with_its_details_behind_a_button(qtbot: QtBot) -> None:
    banner = Banner(Words())
    qtbot.addWidget(banner)
    assert banner.said is None
    banner.say("It failed.", "line 1")
    assert banner.said == ("It failed.", "line 1")
    assert (banner.more.isHidden(), banner.details.isHidden()) == (False, True)
    banner.more.click()
    assert not banner.details.isHidden()
    banner.say("Another.")
    assert banner.said == ("Another.", "")
    assert (banner.more.isHidden(), banner.more.isChecked(), banner.details.isHidden()) == (True, False, True)
    banner.close_button.click()
    assert banner.said is None


def test_what_has_no_details_goes_with_the_page(qtbot: QtBot) -> None:
    banner = Banner(Words())
    qtbot.addWidget(banner)
    banner.say("<b>It</b> failed.")
    assert banner.sentence.textFormat() is Qt.TextFormat.PlainText
    banner.move_on()
    assert banner.said is None
    banner.say("It failed.", "line 1")
    banner.move_on()
    assert banner.said is not None


def test_the_welcome_says_three_things_and_goes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = WelcomeBar(Words(), parent)
    assert bar.isHidden()
    assert Banner(Words(), parent).isHidden()
    bar.show()
    said = [label.text() for label in bar.findChildren(QLabel)]
    assert len(said) == 3
    assert all(sentence in bar.accessibleName() for sentence in said)
    bar.close_button.click()
    assert bar.isHidden()


def test_what_can_be_done_stands_behind_what_is_said(qtbot: QtBot) -> None:
    banner, welcome = Banner(Words()), WelcomeBar(Words())
    for bar in (banner, welcome):
        qtbot.addWidget(bar)
        bar.resize(1000, 60)
    banner.say("It failed.", "details")
    assert as_read(banner) == [["fault_sentence", "Details", "Dismiss"]]
    banner.more.click()
    banner.resize(1000, 200)
    assert as_read(banner)[1] == ["fault_details"]
    welcome.show()
    ((*said, last),) = as_read(welcome)
    assert (len(said), last) == (3, "welcome_close")


# -- as of a day ------------------------------------------------------------------------------------------------

DAY = date(2020, 4, 26)


@pytest.mark.parametrize("view", View)
def test_the_day_stands_above_every_page(window: MainWindow, view: View) -> None:
    assert not window.day_banner.isVisible()
    window.session.show_as_of(DAY)
    window.session.choose_view(view)
    assert window.day_banner.isVisible()
    assert window.day_banner.sentence.accessibleName().startswith("As of 26 April 2020. You see what was published")
    window.day_banner.today_button.click()
    assert not window.day_banner.isVisible()
    assert window.session.dataset.manifest.as_of is None


def test_an_early_day_leads_to_the_oldest_source(window: MainWindow) -> None:
    window.session.show_as_of(date(1990, 1, 1))
    banner = window.day_banner
    assert "Nothing was published by then." in banner.sentence.accessibleName()
    assert banner.oldest_button.isVisible()
    banner.oldest_button.click()
    assert window.session.dataset.manifest.as_of == date(2019, 12, 31), "inferred from what it tells"
    assert not banner.oldest_button.isVisible()


def test_reading_again_keeps_the_day(window: MainWindow, dataset: Dataset) -> None:
    window.session.open(Path("here"), dataset)
    window.session.show_as_of(DAY)
    window.session.open(Path("here"), replace(dataset))
    assert window.day_banner.isVisible()
    window.session.open(Path("here"), None)
    assert not window.day_banner.isVisible()
    window.session.open(Path("here"), dataset)
    assert window.day_banner.isVisible(), "also when it could not be read in between"
    window.session.open(Path("elsewhere"), dataset)
    assert not window.day_banner.isVisible()


def test_words_of_the_banner_are_no_markup(session: Session, qtbot: QtBot) -> None:
    banner = DayBanner(session)
    qtbot.addWidget(banner)
    session.show_as_of(DAY)
    assert as_read(banner)


def test_the_page_moves_up_with_the_banner_that_goes(window: MainWindow) -> None:
    before = window.pages.y()
    window.session.show_as_of(DAY)
    QApplication.processEvents()
    assert window.pages.y() > before
    window.session.show_as_of(None)
    assert window.pages.y() == before, "also while the page is being filled"
