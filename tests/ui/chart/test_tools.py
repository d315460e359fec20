"""The row of tools above a chart: every kind, its reasons, the indicators by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts import choice
from heartland_gui.charts.choice import KINDS, chart, kind_name
from heartland_gui.charts.spec import Question
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.ui.chart.tools import ChartTools
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.main_window import MainWindow
from tests.charts.shipped import shipped_dataset
from tests.ui.conftest import Goer

REGION = Ref(SubjectKind.PLACE, "province")


SND = Ref(SubjectKind.COMPANY, "snd")


Shown = tuple[Session, ChartTools, list[Question]]


def listed(window: MainWindow) -> list[QAction]:
    """Return the kinds in the menu of the first chart."""
    more = window.page.charts.cards[0].tools.more.menu()
    more.aboutToShow.emit()
    kinds = next(action.menu() for action in more.actions() if action.text() == "Kind of chart")
    assert isinstance(kinds, QMenu)
    return kinds.actions()


def test_every_kind_of_chart_is_listed_and_those_that_are_not_offered_say_why(window: MainWindow, go: Goer) -> None:
    go(SND)
    actions = listed(window)
    names = [action.text() for action in actions]
    assert set(names) <= {kind_name(kind, Words()) for kind in KINDS}
    offered = {kind_name(question.kind, Words()) for question in window.session.questions}
    beside = {button.accessibleName() for button in window.page.charts.cards[0].tools.kinds.buttons}
    assert set(names) & offered == offered - beside, "what stands beside the menu is not said twice"
    for action in actions:
        assert action.isEnabled() is (action.text() in offered)
        assert action.isEnabled() or action.toolTip().endswith(".")
    assert not all(action.isEnabled() for action in actions)


def test_another_kind_is_chosen_in_the_list(window: MainWindow, go: Goer) -> None:
    go(SND)
    # So narrow that no kind stands beside the menu.
    window.page.charts.cards[0].tools.resize(120, 80)
    other = next(action for action in listed(window) if action.isEnabled() and not action.isChecked())
    other.trigger()
    card = window.page.charts.cards[0]
    assert card.chart is not None
    assert kind_name(card.chart.question.kind, Words()) == other.text()
    assert [button.accessibleName() for button in card.tools.kinds.buttons if button.isChecked()] == [other.text()]


def test_kinds_stand_in_one_control_with_the_table_at_its_end(window: MainWindow, go: Goer) -> None:
    go(SND)
    card = window.page.charts.cards[0]
    names = [button.accessibleName() for button in card.tools.kinds.buttons]
    assert names == ["Plans and results", "Events", "Table"]
    card.tools.kinds.buttons[2].click()
    assert card.as_table
    card.tools.kinds.buttons[0].click()
    assert not card.as_table
    card.tools.kinds.buttons[1].click()
    assert window.session.selection.chart == "timeline"


def test_what_has_no_room_at_the_right_stands_in_the_menu(shown: Shown) -> None:
    session, tools, _ = shown
    offered = session.questions
    tools.show_question(choice.chart(session.dataset, offered[0], session.words), offered, switches=True)
    parent = tools.parentWidget()
    assert parent is not None
    parent.show()
    for width, segmented in ((1000, True), (420, False)):
        tools.resize(width, tools.height_for(width))
        assert tools.kinds.isHidden() is not segmented
        assert tools.indicator.isHidden() is not segmented
        assert tools.table.isHidden() is segmented
        every = (tools.kinds, tools.indicator, tools.scales, tools.table, tools.more)
        right = [each for each in every if not each.isHidden()]
        for one, other in pairwise(right):
            assert one.geometry().right() < other.geometry().left()
        assert right[-1].geometry().right() <= width
        tools.more.menu().aboutToShow.emit()
        assert ("Indicator" in [action.text() for action in tools.more.menu().actions()]) is not segmented


def test_the_scale_is_a_switch_where_a_logarithm_would_not_mislead(shown: Shown) -> None:
    session, tools, asked = shown
    gdp = Question("over-time", session.dataset.region_ref, "gdp")
    tools.resize(1000, 60)
    tools.show_question(choice.chart(session.dataset, gdp, session.words), (gdp,), switches=True)
    assert not tools.scales.isHidden()
    assert tools.scales.current == 0
    tools.scales.buttons[1].click()
    assert asked == [replace(gdp, logarithmic=True)]
    growth = Question("over-time", session.dataset.region_ref, "gdp-growth")
    tools.show_question(choice.chart(session.dataset, growth, session.words), (growth,), switches=True)
    assert tools.scales.isHidden()


@pytest.fixture
def shown() -> Iterator[Shown]:
    """Yield a session with the shipped dataset, tools for charts of it, and what they ask for."""
    session, parent = Session(Words()), QWidget()
    session.open(None, shipped_dataset())
    tools = ChartTools(session, parent)
    asked: list[Question] = []
    tools.chosen.connect(asked.append)
    # What is not on the screen is told of its size late.
    parent.show()
    yield session, tools, asked
    parent.deleteLater()


def test_the_number_of_companies_is_chosen_like_an_indicator(shown: Shown) -> None:
    session, tools, asked = shown
    offered = tuple(question for question in session.questions if question.kind == "ranking")
    tools.show_question(choice.chart(session.dataset, offered[0], session.words), offered, switches=True)
    tools.indicator.menu().aboutToShow.emit()
    count = next(action for action in tools.indicator.menu().actions() if action.text() == "Number of companies")
    assert not count.isChecked()
    count.trigger()
    assert [question.indicator for question in asked] == [None]


def test_many_indicators_are_grouped_by_topic(shown: Shown) -> None:
    session, tools, asked = shown
    offered = session.questions
    tools.show_question(choice.chart(session.dataset, offered[0], session.words), offered, switches=True)
    tools.indicator.menu().aboutToShow.emit()
    topics = {action.text(): action for action in tools.indicator.menu().actions()}
    assert {"Economy", "Coal", "Energy"} <= set(topics)
    coal = topics["Coal"].menu()
    assert isinstance(coal, QMenu)
    chosen = next(action for action in coal.actions() if action.text() == "Raw coal output")
    chosen.trigger()
    assert [(question.kind, question.indicator) for question in asked] == [(offered[0].kind, "raw-coal-output")]


def test_the_map_of_companies_is_in_the_list_of_what_a_map_can_show(qtbot: QtBot) -> None:
    dataset = read_dataset(resource("datasets", "shanxi")).dataset
    session, parent = Session(Words()), QWidget()
    qtbot.addWidget(parent)
    session.open(None, dataset)
    tools = ChartTools(session, parent)
    asked: list[Question] = []
    tools.chosen.connect(asked.append)
    best = next(question for question in session.questions if question.kind == "map")
    tools.show_question(choice.chart(session.dataset, best, session.words), session.questions, switches=True)
    tools.indicator.menu().aboutToShow.emit()
    first = tools.indicator.menu().actions()[0]
    assert first.text() == "Number of companies"
    first.trigger()
    assert asked == [Question("map", session.dataset.region_ref)]
    session.choose_question(asked[0])
    assert session.question == asked[0]


def test_the_menu_leads_to_the_page_of_what_is_counted_and_repeats_no_segment(shown: Shown) -> None:
    session, tools, _ = shown
    tools.resize(1000, 60)
    tools.show()
    asked = Question("several-over-time", session.dataset.region_ref, "gdp")
    tools.show_question(chart(session.dataset, asked, session.words), session.questions, switches=True)
    menu = tools.more.menu()
    menu.aboutToShow.emit()
    kinds = next(action.menu() for action in menu.actions() if action.text() == "Kind of chart")
    assert isinstance(kinds, QMenu)
    beside = {button.accessibleName() for button in tools.kinds.buttons}
    assert not beside & {action.text() for action in kinds.actions()}
    next(action for action in menu.actions() if action.text().startswith("About")).trigger()
    assert session.selection.page == Ref(SubjectKind.INDICATOR, "gdp")
    menu.aboutToShow.emit()
    assert not [action for action in menu.actions() if action.text().startswith("About")], "that page is open"


def test_a_height_is_measured_without_a_change_of_what_is_shown(shown: Shown) -> None:
    session, tools, _ = shown
    tools.resize(1200, 40)
    tools.show_question(
        choice.chart(session.dataset, session.questions[0], session.words), session.questions, switches=True
    )
    before = [(button, button.text()) for button in tools.kinds.buttons]
    for width in (1200, 500, 300):
        assert tools.height_for(width) > 0
    assert [(button, button.text()) for button in tools.kinds.buttons] == before
    assert not tools.kinds.isHidden()
