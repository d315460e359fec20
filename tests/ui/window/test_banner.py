"""What is said above the columns, and how long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import ref_of
from heartland_gui.text import Words
from heartland_gui.ui.window.banner import Banner, WelcomeBar
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
    assert as_read(banner) == [["fault_sentence", "Details", "Put away"]]
    banner.more.click()
    banner.resize(1000, 200)
    assert as_read(banner)[1] == ["fault_details"]
    welcome.show()
    ((*said, last),) = as_read(welcome)
    assert (len(said), last) == (3, "welcome_close")
