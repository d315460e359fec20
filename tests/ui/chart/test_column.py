"""The charts of a page: which are shown, where each stands, and which one is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Question
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.state.session import Session
from tests.ui.conftest import FakeChart

SND = Ref(SubjectKind.COMPANY, "snd")


@pytest.fixture
def column(qtbot: QtBot, session: Session) -> ChartColumn:
    made = ChartColumn(session)
    qtbot.addWidget(made)
    made.use_factory(FakeChart)
    session.go_to(SND)
    made.resize(900, 900)
    made.refresh()
    made.show()
    return made


def kinds(column: ChartColumn) -> list[str]:
    return [card.chart.question.kind for card in column.cards if card.chart is not None]


def test_the_first_chart_is_the_chosen_one_and_each_other_kind_follows_once(
    column: ChartColumn, session: Session
) -> None:
    offered = list(dict.fromkeys(question.kind for question in session.questions))
    assert len(offered) > 1
    assert kinds(column) == offered[:4]
    session.choose_question(next(question for question in session.questions if question.kind == offered[1]))
    column.refresh()
    assert kinds(column)[0] == offered[1]
    assert sorted(kinds(column)) == sorted(offered[:4])


def test_the_rest_may_follow_later(column: ChartColumn) -> None:
    every = kinds(column)
    column.refresh(most=1)
    assert kinds(column) == every[:1]
    assert [card.isVisible() for card in column._cards] == [True] + [False] * (len(every) - 1)
    column.refresh()
    assert kinds(column) == every


def test_without_what_draws_charts_there_are_none(qtbot: QtBot, session: Session) -> None:
    empty = ChartColumn(session)
    qtbot.addWidget(empty)
    session.go_to(SND)
    empty.refresh()
    assert (empty.cards, empty.primary, empty.active, empty.chart()) == ((), None, None, None)
    assert empty.isHidden()


def test_below_the_chart_of_a_comparison_stands_no_other(column: ChartColumn, session: Session) -> None:
    session.go_to(comparison_of(("snd", "solar")))
    column.refresh()
    assert len(column.questions_of_page()) <= 1


def test_a_column_of_one_kind_has_one_chart_of_it(qtbot: QtBot, session: Session) -> None:
    session.go_to(SND)
    kind = session.questions[-1].kind
    only = ChartColumn(session, only=kind)
    qtbot.addWidget(only)
    only.use_factory(FakeChart)
    only.refresh()
    assert kinds(only) == [kind]
    indicator = next(question.indicator for question in session.questions if question.kind == kind)
    session.choose_question(Question("other", SND, indicator))
    assert [question.indicator for question in only.questions_of_page()] == [indicator]


def test_charts_stand_below_one_another_or_side_by_side(column: ChartColumn) -> None:
    column.refresh(most=2)
    first, second = column.cards
    column.resize(1239, 900)
    assert (first.x(), first.width(), second.x()) == (0, 1239, 0)
    assert second.y() == first.height() + 12
    assert column.heightForWidth(1239) == first.height() + 12 + second.height()
    column.resize(1240, 900)
    assert (first.x(), first.y(), second.y()) == (0, 0, 0)
    assert (first.width(), second.x()) == (614, 626)
    assert first.height() == second.height() == column.heightForWidth(1240)


def test_an_odd_chart_takes_both_columns(column: ChartColumn) -> None:
    if len(kinds(column)) < 3:
        pytest.skip("the small dataset offers fewer kinds")
    column.refresh(most=3)
    column.resize(1300, 900)
    first, second, third = column.cards
    assert (first.width(), second.x(), third.x()) == (1300, 0, second.width() + 12)


def test_the_chart_with_the_keyboard_is_meant(column: ChartColumn, qtbot: QtBot) -> None:
    first, second = column.cards[:2]
    assert column.active is first
    column.activateWindow()
    second.drawing_widget.setFocus()
    qtbot.waitUntil(second.drawing_widget.hasFocus)
    assert column.active is second
    assert column.chart() is second.chart


def test_the_scale_of_the_chart_that_is_meant_is_switched(column: ChartColumn, session: Session) -> None:
    session.choose_question(Question("over-time", SND, "vehicles"))
    column.refresh()
    chart = column.chart()
    assert chart is not None
    assert chart.can_be_logarithmic
    column.switch_scale()
    column.refresh()
    after = column.chart()
    assert after is not None
    assert after.is_logarithmic is not chart.is_logarithmic


def test_a_further_chart_is_changed_in_passing(column: ChartColumn, session: Session) -> None:
    before, second = session.selection, column.cards[1]
    assert second.chart is not None
    other = replace(second.chart.question, logarithmic=not second.chart.question.logarithmic)
    second.question_chosen.emit(other)
    assert column.questions_of_page()[1] == other
    assert session.selection == before
    session.go_to(session.dataset.region_ref)
    column.refresh()
    session.go_to(SND)
    column.refresh()
    assert column.questions_of_page()[1] != other, "on another page it is forgotten"


def test_what_cards_ask_for_is_asked_of_the_page(column: ChartColumn) -> None:
    asked: list[object] = []
    for signal in (
        column.figure_requested,
        column.source_requested,
        column.subject_requested,
        column.copy_requested,
        column.export_requested,
    ):
        signal.connect(asked.append)
    card: ChartCard = column.cards[0]
    card.figure_requested.emit(0)
    card.source_requested.emit("daily")
    card.subject_requested.emit(SND)
    card.copy_requested.emit(1)
    card.export_requested.emit(2)
    assert asked == [0, "daily", SND, 1, 2]


def test_every_chart_has_the_least_height(column: ChartColumn) -> None:
    column.set_least_height(700)
    assert all(card.height() > 700 for card in column.cards)
    column.set_least_height(10)
    assert all(120 <= card.height() < 700 for card in column.cards)
    assert column.minimumSizeHint().width() == 330


def test_columns_of_one_page_share_its_charts(qtbot: QtBot, session: Session) -> None:
    first, others = ChartColumn(session, part=slice(0, 1)), ChartColumn(session, part=slice(1, None))
    first.lead(others)
    for each in (first, others):
        qtbot.addWidget(each)
        each.use_factory(FakeChart)
        each.resize(900, 700)
    session.go_to(SND)
    for each in (first, others):
        each.refresh()
    offered = list(dict.fromkeys(question.kind for question in session.questions))
    assert (len(first.own_cards), len(others.own_cards)) == (1, len(offered) - 1)
    assert kinds(first) == offered
    others.left_out = frozenset(offered[1:2])
    others.refresh()
    assert kinds(first) == [offered[0], *offered[2:]]


def test_the_one_card_of_a_column_is_as_high_as_what_stands_beside_it(column: ChartColumn) -> None:
    column.refresh(most=1)
    column.resize(900, 2000)
    (card,) = column.own_cards
    assert card.height() == 2000


def test_no_chart_is_higher_than_the_page(column: ChartColumn) -> None:
    before = [card.height_for(900) for card in column.cards]
    column.set_most_height(125)
    assert all(card.height_for(900) <= height for card, height in zip(column.cards, before, strict=True))
    assert column.tab_order()
