"""What is looked at, and the way back and forward."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.selection import History, Selection


def place(name: str) -> Selection:
    ref = Ref(SubjectKind.PLACE, name)
    return Selection(ref, ref)


def names(history: History) -> list[str]:
    return [selection.page.id for selection in history.places]


def test_a_visit_goes_to_the_end() -> None:
    history = History((place("a"),)).visit(place("b")).visit(place("c"))
    assert names(history) == ["a", "b", "c"]
    assert history.current == place("c")
    assert history.can_go_back
    assert not history.can_go_forward


def test_the_same_place_again_changes_nothing() -> None:
    history = History((place("a"),)).visit(place("b"))
    assert history.visit(place("b")) is history


def test_back_and_forward_stop_at_the_ends() -> None:
    history = History((place("a"),)).visit(place("b"))
    back = history.back()
    assert back.current == place("a")
    assert (back.can_go_back, back.can_go_forward) == (False, True)
    assert back.back() == back
    assert back.forward() == history
    assert history.forward() == history


def test_a_visit_forgets_what_was_ahead() -> None:
    history = History((place("a"),)).visit(place("b")).visit(place("c")).back().back().visit(place("d"))
    assert names(history) == ["a", "d"]
    assert not history.can_go_forward


def test_what_changes_in_passing_is_no_step() -> None:
    history = History((place("a"),)).visit(place("b")).visit(place("c")).back()
    amended = history.amend(replace(history.current, filter="mill"))
    assert names(amended) == ["a", "b", "c"]
    assert amended.current.filter == "mill"
    assert amended.forward().current == place("c")
    assert amended.back().forward().current.filter == "mill"


def test_old_places_are_forgotten() -> None:
    history = History((place("0"),), limit=3)
    for number in range(1, 6):
        history = history.visit(place(str(number)))
    assert names(history) == ["3", "4", "5"]
    assert history.current == place("5")


@given(st.lists(st.sampled_from(["a", "b", "c", "back", "forward"]), max_size=40), st.integers(1, 5))
def test_there_is_always_a_current_place(steps: list[str], limit: int) -> None:
    history = History((place("start"),), limit=limit)
    for step in steps:
        if step in ("back", "forward"):
            history = history.back() if step == "back" else history.forward()
        else:
            history = history.visit(place(step))
            assert history.current == place(step)
        assert 0 <= history.index < len(history.places) <= limit
        assert history.can_go_back == (history.index > 0)
