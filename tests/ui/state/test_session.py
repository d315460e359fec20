"""What is looked at, and how it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, facets_at
from heartland_gui.model.selection import Selection, View
from heartland_gui.problems import Problem
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session, known_selection
from heartland_gui.ui.window.main_window import MainWindow

REGION = Ref(SubjectKind.PLACE, "province")


ENERGY = Ref(SubjectKind.PILLAR, "energy")


MAKING = Ref(SubjectKind.PILLAR, "making")


SND = Ref(SubjectKind.COMPANY, "snd")


MILL = Ref(SubjectKind.COMPANY, "mill")


DAILY = Ref(SubjectKind.SOURCE, "daily")


def test_a_session_begins_at_the_region(session: Session) -> None:
    assert session.selection == Selection(page=REGION, listing=REGION)
    assert not session.can_go_back


def test_choosing_a_pillar_shows_its_page_and_its_companies(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed):
        session.choose_listing(ENERGY)
    assert (session.selection.page, session.selection.listing) == (ENERGY, ENERGY)


@pytest.mark.parametrize(
    ("start", "page", "listing"),
    [
        (ENERGY, SND, ENERGY),  # it is in the list
        (ENERGY, MILL, MAKING),  # it is not: its first pillar
        (REGION, MILL, REGION),
        (ENERGY, DAILY, ENERGY),  # a source has no list
        (ENERGY, MAKING, MAKING),
    ],
)
def test_the_list_follows_the_page(session: Session, start: Ref, page: Ref, listing: Ref) -> None:
    session.choose_listing(start)
    session.go_to(page)
    assert (session.selection.page, session.selection.listing) == (page, listing)


@pytest.mark.parametrize("view", [View.DISAGREEMENTS, View.BOOKMARKS, View.SOURCES, View.PROBLEMS])
def test_pages_of_the_whole_dataset_belong_to_the_region(
    session: Session, dataset: Dataset, problem: Problem, view: View
) -> None:
    session.open(session.path, dataset, (problem,))
    session.choose_listing(ENERGY)
    session.go_to(SND)
    session.choose_view(view)
    assert session.selection == Selection(page=REGION, listing=REGION, view=view)


def test_back_and_forward_return_to_the_same_places(session: Session) -> None:
    session.choose_listing(ENERGY)
    session.choose_filter("snd")
    session.go_to(SND)
    session.back()
    assert session.selection.page == ENERGY
    assert session.selection.filter == "snd"
    session.back()
    assert not session.can_go_back
    session.forward()
    session.forward()
    assert session.selection.page == SND
    assert not session.can_go_forward


def test_a_page_that_is_not_there_changes_nothing(session: Session) -> None:
    before = session.selection
    session.go_to(Ref(SubjectKind.COMPANY, "nobody"))
    session.choose_listing(Ref(SubjectKind.PILLAR, "nothing"))
    assert session.selection == before


def test_filtering_and_sorting_make_no_steps_in_the_history(session: Session) -> None:
    session.choose_filter("a")
    session.choose_filter("ab")
    session.choose_sort("city")
    assert not session.can_go_back
    assert (session.selection.filter, session.selection.sort) == ("ab", "city")


def test_another_list_forgets_the_filter_but_not_the_order(session: Session) -> None:
    session.choose_filter("ab")
    session.choose_sort("city")
    session.choose_listing(ENERGY)
    assert (session.selection.filter, session.selection.sort) == ("", "city")
    session.choose_filter("snd")
    session.go_to(SND)
    assert session.selection.filter == "snd"
    session.go_to(MAKING)
    assert session.selection.filter == ""


def test_the_chosen_chart_stands_first_as_long_as_the_data_has_it(session: Session) -> None:
    session.go_to(SND)
    offered = session.questions
    other = next(question for question in offered if question.kind != offered[0].kind)
    session.choose_question(other)
    assert session.question == other
    session.choose_question(replace(other, kind="of no kind"))
    assert session.question is not None
    assert session.question.kind == offered[0].kind


def test_a_place_that_is_gone_is_replaced_by_the_region(dataset: Dataset) -> None:
    gone = Selection(page=Ref(SubjectKind.COMPANY, "nobody"), listing=ENERGY)
    assert known_selection(dataset, gone).page == REGION
    half_gone = Selection(page=SND, listing=Ref(SubjectKind.PILLAR, "nothing"))
    assert known_selection(dataset, half_gone) == Selection(page=SND, listing=REGION)


def test_without_a_dataset_the_problems_show(session: Session, problem: Problem) -> None:
    session.open(Path("elsewhere"), None, (problem,))
    assert not session.is_open
    session.choose_view(View.PROBLEMS)  # the button in the status bar and F8 work: they are shown already
    assert not session.is_open


def test_back_leads_from_the_problems_to_the_page(session: Session, dataset: Dataset, problem: Problem) -> None:
    session.open(Path("tiny"), dataset, (problem,))
    session.go_to(SND)
    session.choose_view(View.PROBLEMS)
    assert session.can_go_back
    session.back()
    assert (session.selection.page, session.selection.view) == (SND, View.SUBJECT)
    session.forward()
    assert session.selection.view is View.PROBLEMS


def test_an_empty_session_says_so_plainly() -> None:
    empty = Session(Words())
    with pytest.raises(RuntimeError, match="no dataset"):
        _ = empty.selection


def test_what_is_read_again_keeps_its_places(session: Session, dataset: Dataset) -> None:
    path = Path("somewhere")
    session.open(path, dataset)
    session.choose_listing(ENERGY)
    session.go_to(SND)
    session.back()
    again = replace(dataset)
    session.open(path, again)
    assert session.dataset is again
    assert session.selection.page == ENERGY
    session.forward()
    assert session.selection.page == SND
    session.back()
    session.back()
    assert session.selection.page == REGION


def test_places_survive_a_time_in_which_nothing_can_be_read(
    session: Session, dataset: Dataset, problem: Problem
) -> None:
    path = Path("somewhere")
    session.open(path, dataset)
    session.choose_listing(ENERGY)
    session.open(path, None, (problem,))
    assert not session.is_open
    assert not session.can_go_back
    session.open(path, dataset)
    assert session.selection.page == ENERGY
    session.open(Path("elsewhere"), dataset)
    assert session.selection.page == REGION
    assert not session.can_go_back


def test_whoever_looks_at_the_problems_sees_what_is_left_of_them(
    session: Session, dataset: Dataset, problem: Problem
) -> None:
    path = Path("somewhere")
    session.open(path, dataset, (problem,))
    session.go_to(SND)
    session.choose_view(View.PROBLEMS)
    session.open(path, dataset, (problem,))
    assert session.selection.view is View.PROBLEMS
    session.open(path, dataset)
    assert (session.selection.page, session.selection.view) == (SND, View.SUBJECT)
    assert not session.can_go_forward


def test_what_is_left_of_the_problems_is_seen_once_the_dataset_can_be_read(
    session: Session, dataset: Dataset, problem: Problem
) -> None:
    path = Path("somewhere")
    session.open(path, dataset)
    session.go_to(SND)
    session.open(path, None, (problem, problem))
    session.open(path, dataset, (problem,))
    assert session.selection.view is View.PROBLEMS
    session.back()
    assert session.selection.page == SND


def test_problems_are_not_shown_where_there_are_none(session: Session, dataset: Dataset) -> None:
    problems = Selection(page=REGION, listing=REGION, view=View.PROBLEMS)
    session.visit(problems)
    assert session.selection == Selection(page=REGION, listing=REGION)
    session.open(Path("elsewhere"), dataset, (), problems)
    assert session.selection == Selection(page=REGION, listing=REGION)


def names(window: MainWindow) -> list[object]:
    model = window.companies.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_another_list_forgets_the_facets_and_back_restores_them(window: MainWindow) -> None:
    session = window.session
    session.choose_facets(facets_at(["city:datong"]))
    session.choose_listing(ENERGY)
    assert session.selection.facets == NO_FACETS
    assert names(window) == ["SND Vehicles", "Abc Solar"]
    session.back()
    assert names(window) == ["Abc Solar", "Zhong Mill"]
    session.back()
    assert names(window) == ["SND Vehicles", "Abc Solar", "Zhong Mill"]


def test_facets_that_are_gone_after_reading_again_are_left_out(window: MainWindow, dataset: Dataset) -> None:
    session = window.session
    session.choose_facets(facets_at(["technology:big-data", "city:taiyuan"]))
    companies = tuple(replace(each, technologies=()) for each in dataset.companies)
    session.open(Path("tiny"), replace(dataset, technologies=(), companies=companies))
    assert session.selection.facets == facets_at(["city:taiyuan"])
    assert names(window) == ["SND Vehicles"]


def test_the_page_of_a_subject_is_seen_unless_one_of_the_whole_dataset_is(session: Session) -> None:
    assert session.shows_subject
    session.choose_view(View.MAP)
    assert not session.shows_subject
    assert not Session(Words()).shows_subject, "nothing is open"


def test_a_day_that_lacks_a_page_does_not_take_it_out_of_the_history(dataset: Dataset) -> None:
    session = Session(Words("en"))
    session.open(Path("tiny"), dataset)
    session.go_to(SND)
    session.choose_view(View.SOURCES)
    session.back()
    shown = session.selection
    session.show_as_of(date(2000, 1, 1))
    assert session.selection.page == session.dataset.region_ref
    session.forward()
    session.back()
    session.choose_sort(session.selection.sort)
    session.open(Path("tiny"), replace(dataset))
    session.show_as_of(None)
    assert session.selection == shown


def test_what_is_visited_on_a_day_comes_after_the_page_that_the_day_lacks(dataset: Dataset) -> None:
    session = Session(Words("en"))
    session.open(Path("tiny"), dataset)
    session.go_to(SND)
    session.show_as_of(date(2000, 1, 1))
    session.go_to(session.dataset.region_ref)
    session.go_to(ENERGY)
    assert [each.page for _, each in session.steps(back=True)] == [session.dataset.region_ref] * 2
    session.show_as_of(None)
    session.back()
    assert session.selection.page == SND
