"""What is said above the columns, and how long."""

from __future__ import annotations

from heartland_gui.model.entities import ref_of
from heartland_gui.ui.window.main_window import MainWindow


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
