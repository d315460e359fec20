"""What outlives the window: bookmarks, and what is gathered for a comparison."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import MOST_MEMBERS, comparison_of, members_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Localized, Ref, SubjectKind
from heartland_gui.model.selection import View
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.undoing import Undoing
from heartland_gui.ui.state.user import Bookmarks, Comparing, UserState

SND = Ref(SubjectKind.COMPANY, "snd")
SOLAR = Ref(SubjectKind.COMPANY, "solar")
DAILY = Ref(SubjectKind.SOURCE, "daily")


@pytest.fixture
def saved(settings: QSettings) -> Settings:
    return Settings(settings)


@pytest.fixture
def bookmarks(session: Session, saved: Settings) -> Bookmarks:
    return Bookmarks(session, saved, Undoing(session))


@pytest.fixture
def comparing(session: Session, saved: Settings) -> Comparing:
    return Comparing(session, saved, Undoing(session))


def test_bookmarks_are_saved_at_once_the_newest_first(
    session: Session, bookmarks: Bookmarks, saved: Settings, qtbot: QtBot
) -> None:
    for page in (SND, SOLAR):
        session.go_to(page)
        with qtbot.waitSignal(bookmarks.changed):
            assert bookmarks.toggle()
    assert [each.selection.page for each in bookmarks.all if each.selection] == [SOLAR, SND]
    assert saved.bookmarks("tiny") == tuple(each.address for each in reversed(bookmarks.all))
    with qtbot.waitSignal(bookmarks.changed):
        assert not bookmarks.toggle()
    assert [each.selection.page for each in bookmarks.all if each.selection] == [SND]
    assert not bookmarks.holds_current


def test_the_words_of_the_filter_are_no_part_of_a_bookmark(session: Session, bookmarks: Bookmarks) -> None:
    session.choose_filter("snd")
    bookmarks.toggle()
    session.choose_filter("")
    assert bookmarks.holds_current


def test_a_bookmark_that_leads_nowhere_says_why(session: Session, bookmarks: Bookmarks, dataset: Dataset) -> None:
    session.go_to(SND)
    bookmarks.toggle()
    session.open(Path("tiny"), replace(dataset, companies=(), series=(), events=()))
    (gone,) = bookmarks.all
    assert gone.selection is None
    assert "snd" in gone.refusal
    bookmarks.remove(gone.address)
    assert bookmarks.all == ()


def test_without_a_dataset_there_are_no_bookmarks(session: Session, bookmarks: Bookmarks) -> None:
    bookmarks.toggle()
    session.open(Path("elsewhere"), None)
    assert bookmarks.all == ()
    assert not bookmarks.holds_current


def test_what_is_gathered_is_let_go_again(session: Session, comparing: Comparing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(comparing.changed):
        assert comparing.add(SND)
    assert list(comparing.members) == ["snd"]
    assert (comparing.holds(SND), comparing.holds(SOLAR)) == (True, False)
    with qtbot.assertNotEmitted(comparing.changed):
        assert comparing.add(SND)
        comparing.remove(SOLAR)
    with qtbot.waitSignal(comparing.changed):
        comparing.remove(SND)
    assert list(comparing.members) == []


def test_sources_comparisons_and_what_is_not_there_cannot_be_gathered(session: Session, comparing: Comparing) -> None:
    for page in (DAILY, comparison_of(("snd",)), Ref(SubjectKind.COMPANY, "nobody")):
        assert not comparing.can_hold(page)
        assert not comparing.add(page)
    session.open(Path("elsewhere"), None)
    assert not comparing.can_hold(SND)


def test_no_more_than_the_most_are_gathered(session: Session, dataset: Dataset, saved: Settings) -> None:
    more = tuple(Company(f"more-{number}", Localized((("en", str(number)),))) for number in range(MOST_MEMBERS))
    session.open(Path("tiny"), replace(dataset, companies=(*dataset.companies, *more)))
    comparing = Comparing(session, saved, Undoing(session))
    for number, company in enumerate(more):
        assert comparing.is_full == (number >= MOST_MEMBERS)
        assert comparing.add(Ref(SubjectKind.COMPANY, company.id))
    assert comparing.is_full
    assert not comparing.add(SND)
    assert len(comparing.members) == MOST_MEMBERS


def test_what_was_gathered_is_there_at_the_next_start_each_dataset_with_its_own(
    session: Session, dataset: Dataset, saved: Settings, comparing: Comparing
) -> None:
    comparing.add(SND)
    comparing.add(SOLAR)
    assert Comparing(session, saved, Undoing(session)).members == ("snd", "solar")
    session.open(Path("other"), replace(dataset, manifest=replace(dataset.manifest, id="other")))
    assert not comparing.members
    comparing.add(SOLAR)
    session.open(Path("tiny"), dataset)
    assert comparing.members == ("snd", "solar")
    comparing.clear()
    assert not Comparing(session, saved, Undoing(session)).members


def test_a_comparison_that_is_shown_is_changed_where_it_is_shown(session: Session, comparing: Comparing) -> None:
    comparing.add(SND)
    comparing.show()
    assert members_of(session.selection.page) == ("snd",)
    chosen = replace(session.selection, chart="ranking", indicator="vehicles")
    session.visit(chosen)
    comparing.add(SOLAR)
    assert members_of(session.selection.page) == ("snd", "solar")
    assert (session.selection.chart, session.selection.indicator) == ("ranking", "vehicles")
    session.choose_view(View.SOURCES)
    comparing.show()
    assert session.selection.view is View.SUBJECT


def test_going_back_changes_nothing_that_was_gathered_since(session: Session, comparing: Comparing) -> None:
    session.go_to(comparison_of(("snd",)))
    assert list(comparing.members) == ["snd"]
    comparing.add(SOLAR)
    session.back()
    assert list(comparing.members) == ["snd", "solar"]
    session.forward()
    session.visit(replace(session.selection, page=comparison_of(("mill",))))
    assert list(comparing.members) == ["mill"]


def test_what_another_dataset_lacks_is_let_go(session: Session, comparing: Comparing, dataset: Dataset) -> None:
    comparing.add(SND)
    comparing.add(SOLAR)
    few = tuple(each for each in dataset.companies if each.id != "snd")
    session.open(Path("tiny"), replace(dataset, companies=few, series=(), events=()))
    assert list(comparing.members) == ["solar"]


def test_the_state_of_a_user_is_of_one_session(session: Session, saved: Settings) -> None:
    saved.save_theme("dark")
    user = UserState.of(session, saved)
    assert user.settings is saved
    assert user.appearance.theme == "dark"
    user.comparing.add(SND)
    assert user.comparing.members == ("snd",)
    assert not user.bookmarks.holds_current
