"""The navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Place, Ref, SubjectKind, Technology
from heartland_gui.model.selection import View
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.window.main_window import MainWindow
from heartland_gui.ui.window.navigation import navigation_rows

ENERGY = Ref(SubjectKind.PILLAR, "energy")


SND = Ref(SubjectKind.COMPANY, "snd")


def test_the_navigation_names_everything_with_its_number_of_companies(dataset: Dataset) -> None:
    rows = [(row.text, row.beside, row.count, row.colour, row.icon) for row in navigation_rows(dataset, Words())]
    assert rows == [
        ("Province", "overview", "", None, "overview"),
        ("Pillars", "", "", None, ""),
        ("New energy & materials", "", "2", 0, ""),
        ("Advanced manufacturing", "", "2", 1, ""),
        ("Places", "", "", None, ""),
        ("Zone", "", "1", None, "zone"),
        ("Datong", "大同", "2", None, "place"),
        ("Taiyuan", "太原", "1", None, "place"),
        ("Technologies", "", "", None, ""),
        ("Big data", "", "1", None, "technology"),
        ("About the data", "", "", None, ""),
        ("All sources", "", "2", None, "source"),
        ("Where sources differ", "", "0", None, "sources-differ"),
    ]


def with_places(dataset: Dataset, count: int) -> Dataset:
    more = tuple(Place(f"p{n}", Localized((("en", f"Place {n}"),)), "county", "province") for n in range(count))
    technologies = (*dataset.technologies, Technology("ai", Localized((("en", "AI"),))))
    return replace(dataset, places=(*dataset.places, *more), technologies=technologies)


def test_most_places_and_all_technologies_are_folded(dataset: Dataset) -> None:
    large = with_places(dataset, 6)
    folded = navigation_rows(large, Words())
    assert [(row.text, row.unfolded) for row in folded if row.fold] == [
        ("3 more places", False),
        ("2 technologies", False),
    ]
    assert not any(row.within for row in folded)
    unfolded = navigation_rows(large, Words(), unfolded={"places", "technologies"})
    assert [row.text for row in unfolded if row.within] == ["Place 3", "Place 4", "Place 5", "Big data", "AI"]


def test_what_would_be_folded_alone_is_not(dataset: Dataset) -> None:
    assert not [row for row in navigation_rows(with_places(dataset, 4), Words()) if row.fold == "places"]


def test_a_kind_of_place_that_is_not_that_of_most_is_said(dataset: Dataset) -> None:
    rows = navigation_rows(with_places(dataset, 1), Words())
    assert [row.beside for row in rows if row.icon == "place"] == ["大同", "太原", "county"]


def test_a_day_changes_the_counts_and_not_the_order(dataset: Dataset) -> None:
    then = replace(dataset, companies=dataset.companies[:1])
    rows = navigation_rows(then, Words(), dataset)
    assert [(row.text, row.count) for row in rows if row.icon == "place"] == [("Datong", "0"), ("Taiyuan", "1")]


def row_of(window: MainWindow, text: str) -> QModelIndex:
    model = window.navigation.view.model()
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == text)


def click(window: MainWindow, text: str) -> None:
    view = window.navigation.view
    view.scrollTo(row_of(window, text))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row_of(window, text)).center())


@pytest.fixture
def large(window: MainWindow, dataset: Dataset, qtbot: QtBot) -> MainWindow:
    window.session.open(window.session.path, with_places(dataset, 6))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_click_unfolds_and_is_remembered(large: MainWindow) -> None:
    page = large.session.selection.page
    click(large, "3 more places")
    assert row_of(large, "Place 5").isValid()
    assert large.session.selection.page == page, "folding leads nowhere"
    assert large.user.settings.unfolded == ("places",)
    spoken = row_of(large, "3 more places").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3 more places; unfolded"
    click(large, "3 more places")
    assert not large.user.settings.unfolded


def test_the_keyboard_folds_and_unfolds(large: MainWindow) -> None:
    view = large.navigation.view
    view.setFocus()
    view.setCurrentIndex(row_of(large, "2 technologies"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().data() == "2 technologies"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert large.session.selection.page.id == "big-data"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().data() == "2 technologies"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert large.user.settings.unfolded == ("technologies",)


def test_what_is_open_is_unfolded_for_as_long_as_it_is_open(large: MainWindow) -> None:
    large.session.choose_listing(Ref(SubjectKind.PLACE, "p5"))
    assert large.navigation.view.currentIndex().data() == "Place 5"
    assert large.user.settings.unfolded == ()
    large.session.choose_listing(ENERGY)
    assert "Place 5" not in [row.text for row in large.navigation._model.rows]


def test_views_and_sources_are_marked_and_a_comparison_is_not(window: MainWindow) -> None:
    session, view = window.session, window.navigation.view
    ways: tuple[tuple[Callable[[], object], str | None], ...] = (
        (lambda: session.choose_view(View.DISAGREEMENTS), "Where sources differ"),
        (lambda: session.choose_view(View.SOURCES), "All sources"),
        (lambda: session.go_to(Ref(SubjectKind.SOURCE, "daily")), "All sources"),
        (lambda: session.go_to(comparison_of(("snd", "solar"))), None),
        (lambda: session.choose_listing(ENERGY), "New energy & materials"),
        (lambda: session.go_to(SND), "New energy & materials"),
        (lambda: session.choose_view(View.BOOKMARKS), None),
    )
    for open_it, marked in ways:
        open_it()
        assert view.currentIndex().data() == marked
        assert len(view.selectionModel().selectedIndexes()) == (marked is not None)


def test_entering_the_list_leaves_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.go_to(comparison_of(("snd", "solar")))
    view = window.navigation.view
    assert not view.hasFocus()
    assert not view.currentIndex().isValid()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus()
    assert window.session.selection.page.kind is SubjectKind.COMPARISON


def test_a_view_is_chosen_by_a_click(window: MainWindow) -> None:
    click(window, "All sources")
    assert window.session.selection.view is View.SOURCES


def test_a_click_on_a_pillar_shows_it(window: MainWindow) -> None:
    click(window, "New energy & materials")
    assert window.session.selection.page == ENERGY


def test_a_second_click_leads_back_from_a_company_to_its_pillar(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_listing(ENERGY)
    window.session.go_to(SND)
    view = window.navigation.view
    place = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection.page == ENERGY


def test_arrow_keys_pass_over_headings(window: MainWindow, qtbot: QtBot) -> None:
    window.navigation.view.setFocus()
    QTest.keyClick(window.navigation.view, Qt.Key.Key_Down)
    assert window.session.selection.page == ENERGY


def test_the_ring_around_the_choice_stays_inside_its_row(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = window.navigation.view
    view.setFocus()
    window.session.choose_listing(ENERGY)
    row = view.visualRect(view.currentIndex())
    seen = view.viewport().grab().toImage()
    across = range(20, row.width() - 20)
    for y, colour in ((row.top(), LIGHT.focus), (row.top() + 1, LIGHT.focus), (row.top() - 1, LIGHT.window)):
        assert {seen.pixelColor(x, y).name() for x in across} == {colour}, y


def test_long_names_wrap(window: MainWindow) -> None:
    view = window.navigation.view
    one_line = view.sizeHintForIndex(row_of(window, "New energy & materials")).height()
    window.splitter.restore({Pane.NAVIGATION: 160}, ())
    two_lines = view.sizeHintForIndex(row_of(window, "New energy & materials")).height()
    assert (one_line, two_lines) == (28, 38)


def test_the_keyboard_that_comes_in_chooses_nothing_where_what_is_open_has_no_row(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.go_to(comparison_of(["snd", "solar"]))
    view = window.navigation.view
    window.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.selectionModel().selectedIndexes() == []
    assert window.session.selection.page == comparison_of(["snd", "solar"])
