"""What is looked at, and the way back and forward."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, facets_at
from heartland_gui.model.selection import History, Selection, View


def selection(name: str) -> Selection:
    ref = Ref(SubjectKind.PLACE, name)
    return Selection(ref, ref)


def names(history: History) -> list[str]:
    return [selection.page.id for selection in history.selections]


def test_a_visit_goes_to_the_end() -> None:
    history = History((selection("a"),)).visit(selection("b")).visit(selection("c"))
    assert names(history) == ["a", "b", "c"]
    assert history.current == selection("c")
    assert history.can_go_back
    assert not history.can_go_forward


def test_the_same_selection_again_changes_nothing() -> None:
    history = History((selection("a"),)).visit(selection("b"))
    assert history.visit(selection("b")) is history


def test_back_and_forward_stop_at_the_ends() -> None:
    history = History((selection("a"),)).visit(selection("b"))
    back = history.back()
    assert back.current == selection("a")
    assert (back.can_go_back, back.can_go_forward) == (False, True)
    assert back.back() == back
    assert back.forward() == history
    assert history.forward() == history


def test_a_visit_forgets_what_was_ahead() -> None:
    history = History((selection("a"),)).visit(selection("b")).visit(selection("c")).back().back().visit(selection("d"))
    assert names(history) == ["a", "d"]
    assert not history.can_go_forward


def test_what_changes_in_passing_is_no_step() -> None:
    history = History((selection("a"),)).visit(selection("b")).visit(selection("c")).back()
    amended = history.amend(replace(history.current, filter="mill"))
    assert names(amended) == ["a", "b", "c"]
    assert amended.current.filter == "mill"
    assert amended.forward().current == selection("c")
    assert amended.back().forward().current.filter == "mill"


COAL = facets_at(["pillar:coal"])
COAL_IN_NORTH = facets_at(["pillar:coal", "city:north"])


def test_choosing_facets_is_one_step_however_many_are_tried() -> None:
    history = History((selection("a"),)).narrow(COAL).narrow(COAL_IN_NORTH)
    assert history.current.facets == COAL_IN_NORTH
    assert history.back().current == selection("a")
    assert not history.back().can_go_back


def test_words_and_order_between_two_choices_make_no_step() -> None:
    history = History((selection("a"),)).narrow(COAL)
    history = history.amend(replace(history.current, filter="mill", sort="city")).narrow(COAL_IN_NORTH)
    assert (history.current.facets, history.current.filter) == (COAL_IN_NORTH, "mill")
    assert history.back().current == selection("a")


def test_what_was_cleared_is_one_step_back() -> None:
    history = History((selection("a"),)).narrow(COAL).narrow(NO_FACETS)
    assert history.current == selection("a")
    assert history.back().current.facets == COAL
    chosen_again = history.narrow(COAL_IN_NORTH)
    assert chosen_again.back().current.facets == NO_FACETS


def test_facets_are_a_step_of_their_own_on_each_page() -> None:
    narrowed = History((selection("a"),)).narrow(COAL)
    history = narrowed.visit(replace(narrowed.current, page=selection("b").page)).narrow(COAL_IN_NORTH)
    assert history.current.page == selection("b").page
    assert history.back().current.facets == COAL
    assert history.back().current.page == selection("b").page
    assert history.back().back().current == narrowed.current


def test_the_same_facets_again_change_nothing() -> None:
    history = History((selection("a"),)).narrow(COAL)
    assert history.narrow(COAL) is history
    assert History((selection("a"),)).narrow(NO_FACETS) == History((selection("a"),))


def test_old_selections_are_forgotten() -> None:
    history = History((selection("0"),), limit=3)
    for number in range(1, 6):
        history = history.visit(selection(str(number)))
    assert names(history) == ["3", "4", "5"]
    assert history.current == selection("5")


@given(st.lists(st.sampled_from(["a", "b", "c", "back", "forward"]), max_size=40), st.integers(1, 5))
def test_there_is_always_a_current_selection(steps: list[str], limit: int) -> None:
    history = History((selection("start"),), limit=limit)
    for step in steps:
        if step in ("back", "forward"):
            history = history.back() if step == "back" else history.forward()
        else:
            history = history.visit(selection(step))
            assert history.current == selection(step)
        assert 0 <= history.index < len(history.selections) <= limit
        assert history.can_go_back == (history.index > 0)


def test_the_selections_of_a_view_can_be_taken_out_of_the_history() -> None:
    problems = replace(selection("region"), view=View.PROBLEMS)
    begun = History((problems,))
    assert begun.without(View.PROBLEMS) is None
    assert begun.without(View.MAP) == begun
    history = begun.visit(selection("a")).visit(problems).visit(selection("a")).visit(selection("b")).visit(problems)
    left = history.without(View.PROBLEMS)
    assert left == History((selection("a"), selection("b")), 1)
    for steps, index in ((1, 1), (2, 0), (3, 0), (4, 0), (5, 0)):
        history = history.back()
        found = history.without(View.PROBLEMS)
        assert found is not None
        assert found.index == index, steps
