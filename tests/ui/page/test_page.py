"""The page of a subject: what it says, and where its links and marks lead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Cell, LateRows
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.ui.chart.column import ChartColumn
from heartland_gui.ui.companies.table import CompaniesCard
from heartland_gui.ui.widgets.tables import TableModel, TableWidget, shared_widths
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import Goer

REGION = Ref(SubjectKind.PLACE, "province")
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
ENERGY = Ref(SubjectKind.PILLAR, "energy")
MAKING = Ref(SubjectKind.PILLAR, "making")
ZONE = Ref(SubjectKind.ZONE, "reform-zone")


def test_sections_wait_until_the_first_screen_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page.completed):
        window.session.go_to(SND)
        assert not window.page.is_complete
        assert window.page.title.toPlainText().startswith("SND Vehicles")
        assert not window.page.table_card.isVisible()
    assert window.page.table_card.isVisible()


class Paintings(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, **widgets: QWidget) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        self._names = {widget: name for name, widget in widgets.items()}
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.counts[self._names[watched]] += 1
        return False


def test_a_page_is_painted_once_in_its_place_and_the_list_with_it(window: MainWindow, go: Goer, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    for page in (ENERGY, MAKING, ZONE, SND):  # the first time makes the parts
        go(page)
    QApplication.processEvents()
    card = window.page.charts.primary
    assert card is not None
    body = window.page.scroll_area.widget()
    assert body is not None
    paintings = Paintings(body=body, chart=card.drawing_widget, companies=window.companies.view.viewport())
    at_first: list[dict[str, int]] = []
    window.page.completed.connect(lambda: at_first.append(dict(paintings.counts)))
    window.session.choose_listing(MAKING)
    parts = (window.page.title, window.page.chips, window.page.cards, card, card.drawing_widget)
    places = [part.geometry() for part in parts]
    qtbot.waitUntil(lambda: bool(at_first))
    assert [part.geometry() for part in parts] == places
    assert at_first == [{"body": 1, "chart": 1, "companies": 1}]


def test_a_page_without_charts_has_no_empty_frame(window: MainWindow, go: Goer) -> None:
    go(MONTHLY)
    assert not window.page.charts.isVisible()
    assert window.page.chart() is None
    assert not window.actions_by_id["export"].isEnabled()


def test_the_first_chart_has_switches_and_the_others_follow(window: MainWindow, go: Goer, qtbot: QtBot) -> None:
    go(SND)
    charts = window.page.charts
    kinds = [card.chart.question.kind for card in charts.cards if card.chart]
    assert len(kinds) == len(set(kinds)) > 1
    other = charts.cards[0]._tools._kinds[1]
    assert other.isVisible()
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert window.session.selection.chart == kinds[1]
    changed = [card.chart.question.kind for card in charts.cards if card.chart]
    assert changed[0] == kinds[1]
    assert not window.session.can_go_back or window.session.selection.page == SND


def test_cards_and_drawings_are_kept_from_page_to_page(window: MainWindow, go: Goer) -> None:
    go(SND)
    before = window.page.charts.cards[0].drawing
    go(REGION)
    go(SND)
    assert window.page.charts.cards[0].drawing is before


def test_the_scale_is_a_switch_of_two_parts(window: MainWindow, go: Goer) -> None:
    go(SND)
    card = window.page.charts.cards[0]
    linear, logarithmic = (
        card.findChild(QPushButton, "chart_linear"),
        card.findChild(QPushButton, "chart_logarithmic"),
    )
    assert linear is not None
    assert logarithmic is not None
    assert linear.isVisible()
    assert card.chart is not None
    assert logarithmic.isChecked() is card.chart.is_logarithmic
    for button, found in ((linear, False), (logarithmic, True), (logarithmic, True), (linear, False)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert card.chart.is_logarithmic is found
        assert (linear.isChecked(), logarithmic.isChecked()) == (not found, found)


def test_a_logarithm_that_would_mislead_is_not_offered_and_says_why(window: MainWindow, go: Goer) -> None:
    go(REGION)
    card = window.page.charts.cards[0]
    assert card.chart is not None
    assert not card.chart.can_be_logarithmic
    button = card.findChild(QPushButton, "chart_logarithmic")
    assert button is not None
    assert button.isVisible()
    assert not button.isEnabled()
    assert "at least 30 times" in button.toolTip()


def test_a_chart_without_values_on_an_axis_has_no_scale(window: MainWindow, go: Goer) -> None:
    go(SND)
    card = next(card for card in window.page.charts.cards if card.chart and card.chart.question.kind == "timeline")
    button = card.findChild(QPushButton, "chart_logarithmic")
    assert button is not None
    assert not button.isVisible()


def test_a_page_waits_with_its_lower_part_until_charts_are_used_once_more(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.page.wait_for_charts()
    with qtbot.assertNotEmitted(window.page.completed):
        QApplication.processEvents()
        QApplication.processEvents()
    with qtbot.waitSignal(window.page.completed):
        window.use_charts(ChartView)


def test_wide_pages_set_charts_side_by_side(window: MainWindow, go: Goer, qtbot: QtBot) -> None:
    go(SND)
    charts = window.page.charts
    assert isinstance(charts, ChartColumn)
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: len({card.x() for card in charts.cards}) == 1)
    window.resize(2400, 1200)
    qtbot.waitUntil(lambda: len({card.x() for card in charts.cards}) == 2)


def test_values_are_sorted_as_numbers_and_back_again(window: MainWindow, go: Goer) -> None:
    go(SND)
    table = window.page.table
    value = 2
    given = [table.cells.cell(row, value).key for row in range(4)]
    table.sortByColumn(value, Qt.SortOrder.AscendingOrder)
    assert [table.cells.cell(row, value).key for row in range(4)] == [48, 5000, 10_000, 100_000]
    table.sortByColumn(value, Qt.SortOrder.DescendingOrder)
    assert table.cells.cell(0, value).key == 100_000
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [table.cells.cell(row, value).key for row in range(4)] == given


def test_rows_are_worded_when_they_are_seen(qtbot: QtBot) -> None:
    worded: list[int] = []

    def row(number: int) -> tuple[Cell, ...]:
        worded.append(number)
        return (Cell(f"row {number}", -number),)

    model = TableModel()
    model.show_cells(["Name"], LateRows(1000, row))
    assert (model.rowCount(), worded) == (1000, [])
    assert model.cell(7, 0).text == model.cell(7, 0).text == "row 7"
    assert worded == [7]
    model.sort(0)
    assert model.cell(0, 0).text == "row 999"
    assert sorted(worded) == list(range(1000))


def test_chosen_rows_are_copied_with_their_headings(window: MainWindow, qtbot: QtBot, go: Goer) -> None:
    go(SND)
    table = window.page.table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == [
        "Indicator\tPeriod\tValue\tUnit\tStatus\tSource",
        "Vehicles produced\t2020\t5,000\tvehicles\tforecast\t[1] Daily, 26 Apr 2020",
    ]


def test_return_on_a_row_leads_to_its_source(window: MainWindow, qtbot: QtBot, go: Goer) -> None:
    go(SND)
    window.page.table.selectRow(3)
    QTest.keyClick(window.page.table, Qt.Key.Key_Return)
    assert window.session.selection.page == MONTHLY


def test_a_small_table_does_not_scroll_by_itself(window: MainWindow, go: Goer) -> None:
    go(SND)
    assert isinstance(window.page.table, TableWidget)
    assert window.page.table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("needed", "room", "widths"),
    [
        ([100, 50], 200, [138, 62]),
        ([300, 200, 60], 400, [170, 170, 60]),
        ([500, 90], 150, [110, 90]),
    ],
)
def test_columns_share_the_room(needed: list[int], room: int, widths: list[int]) -> None:
    assert shared_widths(needed, room) == widths


def test_what_is_selected_stays_selected_when_the_table_is_sorted(window: MainWindow, go: Goer) -> None:
    go(SND)
    table = window.page.table
    table.selectRow(1)
    chosen = table.cells.tab_separated([1], range(table.cells.columnCount()))
    table.copy()
    assert QGuiApplication.clipboard().text() == chosen
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    QGuiApplication.clipboard().clear()
    table.copy()
    assert QGuiApplication.clipboard().text() == chosen


def test_a_long_table_begins_with_some_rows_and_shows_the_rest_when_asked(window: MainWindow, go: Goer) -> None:
    go(SND)
    table, button = window.page.table, window.page.all_figures
    rows = [(Cell(f"row {number}", number),) for number in range(40)]
    table.show_cells(("Row",), rows)
    before = table.height()
    assert (table.cells.rowCount(), table.hidden_rows) == (14, 26)
    button.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (table.cells.rowCount(), table.hidden_rows) == (40, 0)
    assert table.height() > before
    assert not button.isVisible()


def test_the_wheel_over_a_table_scrolls_the_page(window: MainWindow, go: Goer) -> None:
    go(SND)
    place = QPointF(window.page.table.viewport().rect().center())
    event = QWheelEvent(
        place,
        window.page.table.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's constructor takes it in this place
    )
    window.page.table.wheelEvent(event)
    assert not event.isAccepted()


def test_signs_in_the_table_are_explained(window: MainWindow, go: Goer) -> None:
    go(SND)
    assert window.page.signs.isVisible()
    assert window.page.signs.text().startswith("* has a note, ≠ sources differ: ")
    go(MONTHLY)
    assert "≠ sources differ" in window.page.signs.text()
    go(REGION)
    assert not window.page.signs.isVisible()


def test_columns_of_numbers_are_not_cut() -> None:
    assert shared_widths([300, 300, 250], 600, kept=[2]) == [175, 175, 250]
    assert shared_widths([300, 300, 250], 300, kept=[2]) == [110, 110, 250]


def test_a_column_of_numbers_has_room_for_those_that_come_later(window: MainWindow) -> None:
    table = window.page.table
    rows = [(Cell("a", "a"), Cell("1", 1, number=True)) for _ in range(30)]
    rows.append((Cell("a", "a"), Cell("123,456,789,012,345", 123_456_789_012_345, number=True)))
    table.show_cells(("Name", "Value"), rows)
    table.show_all()
    needed = table.fontMetrics().horizontalAdvance("123,456,789,012,345")
    assert table.columnWidth(1) >= needed + 20


def test_what_was_filled_first_is_not_filled_again_with_the_rest(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[object] = []
    show = CompaniesCard.show_block

    def show_block(card: CompaniesCard, block: object) -> None:
        filled.append(block)
        show(card, block)

    monkeypatch.setattr(CompaniesCard, "show_block", show_block)
    window.session.go_to(ENERGY)
    assert len(filled) == 1
    assert not window.page.is_complete
    qtbot.waitUntil(lambda: window.page.is_complete)
    assert len(filled) == 1
    window.session.go_to(MAKING)
    assert len(filled) == 2
