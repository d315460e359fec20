"""What was cleared or removed comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import Facets, facets_at
from heartland_gui.ui.state.undoing import Undoing
from heartland_gui.ui.window.main_window import MainWindow

SND = Ref(SubjectKind.COMPANY, "snd")
ENERGY = Ref(SubjectKind.PILLAR, "energy")


def test_the_last_deed_alone_is_undone_once(window: MainWindow) -> None:
    undoing = Undoing(window.session)
    said: list[str] = []
    done: list[int] = []
    undoing.offered.connect(said.append)
    assert not undoing.is_possible
    undoing.undo()
    undoing.offer("One is gone.", lambda: done.append(1))
    undoing.offer("Two is gone.", lambda: done.append(2))
    assert undoing.is_possible
    undoing.undo()
    undoing.undo()
    assert (said, done) == (["One is gone.", "Two is gone."], [2])
    assert not undoing.is_possible


def test_another_dataset_lets_go_and_the_same_read_again_does_not(window: MainWindow, dataset: Dataset) -> None:
    undoing = window.user.undoing
    undoing.offer("One is gone.", lambda: None)
    window.session.open(window.session.path, replace(dataset))
    assert undoing.is_possible
    other = replace(dataset, manifest=replace(dataset.manifest, id="other"))
    window.session.open(Path("other"), other)
    assert not undoing.is_possible


def test_bookmarks_come_back_in_their_order(window: MainWindow) -> None:
    bookmarks = window.user.bookmarks
    for page in (SND, ENERGY):
        window.session.go_to(page)
        bookmarks.toggle()
    before = [each.address for each in bookmarks.all]
    bookmarks.remove(before[1])
    assert len(bookmarks.all) == 1
    window.user.undoing.undo()
    assert [each.address for each in bookmarks.all] == before


def test_a_member_of_a_comparison_comes_back_where_it_stood(window: MainWindow) -> None:
    comparing = window.user.comparing
    for page in (SND, ENERGY):
        comparing.add(page)
    comparing.show()
    comparing.remove(SND)
    assert window.session.selection.page.id == "energy"
    window.user.undoing.undo()
    assert window.session.selection.page.id == "snd,energy"
    assert comparing.members == ("snd", "energy")


def test_filters_come_back(window: MainWindow) -> None:
    session, chosen = window.session, facets_at(["kind:company", "city:taiyuan"])
    session.choose_facets(chosen)
    assert session.selection.facets
    shown = session.selection
    session.choose_facets(Facets())
    assert not session.selection.facets
    window.user.undoing.undo()
    assert session.selection == shown


def test_what_was_removed_comes_back_on_another_day_as_far_as_it_is_there(window: MainWindow) -> None:
    session, comparing = window.session, window.user.comparing
    for page in (SND, ENERGY):
        comparing.add(page)
    comparing.show()
    comparing.remove(ENERGY)
    session.show_as_of(date(2000, 1, 1))
    assert session.dataset.find(SND) is None
    window.user.undoing.undo()
    assert session.selection.page.id == "energy"
    assert comparing.members == ("energy",)


def test_filters_come_back_on_another_day_as_far_as_they_are_there(window: MainWindow) -> None:
    session = window.session
    session.go_to(SND)
    session.choose_facets(facets_at(["kind:company"]))
    session.choose_facets(Facets())
    session.show_as_of(date(2000, 1, 1))
    window.user.undoing.undo()
    assert session.selection.page == session.dataset.region_ref
