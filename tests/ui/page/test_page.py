"""The page of a subject: what it says, and where its links and marks lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.period import parse_period
from heartland_gui.model.selection import View
from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.page import Cell, FigureTable, LateRows
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.ui.companies.table import CompaniesCard
from heartland_gui.ui.page.emptiness import EmptinessCard
from heartland_gui.ui.page.events import NewestEventsCard
from heartland_gui.ui.widgets.tables import TableModel, TableWidget, shared_widths
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.conftest import FakeChart, Goer

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
        assert not window.page.figures.isVisible()
    assert window.page.figures.isVisible()


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
    for page in (SND, MAKING, ENERGY):  # the first time makes the parts
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
    parts = (window.page.title, window.page.facts, window.page.strip, card, card.drawing_widget)
    places = [part.geometry() for part in parts]
    qtbot.waitUntil(lambda: bool(at_first))
    assert [part.geometry() for part in parts] == places
    assert at_first == [{"body": 1, "chart": 1, "companies": 0}], "beside a pillar stands no list"


def test_a_page_without_charts_has_no_empty_frame(window: MainWindow, go: Goer) -> None:
    go(MONTHLY)
    assert not window.page.charts.isVisible()
    assert window.page.chart() is None
    assert not window.actions_by_id["export"].isEnabled()


def test_a_company_has_one_chart_with_a_switch_to_each_other_kind(window: MainWindow, go: Goer) -> None:
    go(SND)
    charts = window.page.charts
    (card,) = charts.cards
    QTest.mouseClick(card.tools.kinds.buttons[1], Qt.MouseButton.LeftButton)
    assert window.session.selection.chart == "timeline"
    assert card.chart is not None
    assert card.chart.question.kind == "timeline"
    assert window.session.selection.page == SND


def test_cards_and_drawings_are_kept_from_page_to_page(window: MainWindow, go: Goer) -> None:
    go(SND)
    before = window.page.charts.cards[0].drawing
    go(REGION)
    go(SND)
    assert window.page.charts.cards[0].drawing is before


def test_a_page_waits_with_its_lower_part_until_charts_are_used_once_more(window: MainWindow, qtbot: QtBot) -> None:
    window.session.go_to(SND)
    window.page.wait_for_charts()
    with qtbot.assertNotEmitted(window.page.completed):
        QApplication.processEvents()
        QApplication.processEvents()
    with qtbot.waitSignal(window.page.completed):
        window.use_charts(ChartView)


def leaves_before_the_rest(window: MainWindow) -> None:
    window.session.go_to(SND)
    assert not window.page.is_complete


def starts_without_charts(window: MainWindow) -> None:
    window.session.go_to(SND)
    window.page.wait_for_charts()


@pytest.mark.parametrize("start", [leaves_before_the_rest, starts_without_charts])
def test_what_was_half_filled_below_a_view_is_filled_with_its_own_page(
    window: MainWindow, go: Goer, qtbot: QtBot, start: Callable[[MainWindow], None]
) -> None:
    go(REGION)
    start(window)
    with qtbot.assertNotEmitted(window.page.completed):
        window.session.choose_view(View.SOURCES)
        window.use_charts(FakeChart)
        QApplication.processEvents()
        QApplication.processEvents()
    with qtbot.waitSignal(window.page.completed):
        window.session.back()
    page = window.page
    assert page.title.toPlainText().startswith("SND Vehicles")
    assert page.figures.isVisible()
    assert page.table.cells.cell(0, 0).text == "Vehicles produced"
    assert [card.chart.question.subject for card in page.charts.cards if card.chart] == [SND]
    assert not any(view.isVisible() for view in page.findChildren(NewestEventsCard)), "only the region has it"


def with_course(dataset: Dataset) -> Dataset:
    """Return the dataset with enough figures of the region for charts of several kinds."""
    gdp = dataset.series[3]
    years = tuple(
        gdp.observations[0]._replace(period=parse_period(f"{year}"), value=year * 1e9) for year in range(2012, 2020)
    )
    return replace(dataset, series=(*dataset.series[:3], gdp._replace(observations=years)))


def test_the_region_is_read_on_one_screen_that_follows_the_width(
    window: MainWindow, dataset: Dataset, qtbot: QtBot
) -> None:
    window.session.open(Path("tiny"), with_course(dataset))
    window.session.go_to(REGION)
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: window.page.is_complete)
    card = window.page.charts.primary
    news, tiles = (window.page.findChild(QWidget, name) for name in ("newest_events", "tiles"))
    assert card is not None
    assert news is not None
    assert tiles is not None
    top = card.mapTo(window.page, QPoint()).y()
    assert news.mapTo(window.page, QPoint()).y() == top
    assert tiles.mapTo(window.page, QPoint()).y() > top
    window.resize(1100, 900)
    qtbot.waitUntil(lambda: news.mapTo(window.page, QPoint()).y() > tiles.mapTo(window.page, QPoint()).y())


def test_all_events_are_a_click_away(window: MainWindow, dataset: Dataset, qtbot: QtBot) -> None:
    window.session.open(Path("tiny"), replace(dataset, events=dataset.events * 2))
    window.session.go_to(REGION)
    qtbot.waitUntil(lambda: window.page.is_complete)
    window.resize(1000, 500)
    news = window.page.findChild(NewestEventsCard, "newest_events")
    assert news is not None
    assert news.more.text() == "All 6"
    news.more.click()
    assert window.page.scrolled > 0


def test_a_page_says_the_way_to_it_and_follows_the_list(window: MainWindow, go: Goer) -> None:
    go(ENERGY)
    go(SND)
    assert window.page.way.toPlainText() == "Province › New energy & materials"
    go(REGION)
    assert not window.page.way.isVisible()


def test_a_brief_is_a_click_away(window: MainWindow, go: Goer, qtbot: QtBot) -> None:
    go(SND)
    window.page.deed_requested.disconnect()
    with qtbot.waitSignal(window.page.deed_requested) as asked:
        window.page.brief.click()
    assert asked.args == ["brief"]
    go(DAILY)
    assert not window.page.brief.isVisible()


def test_a_number_of_the_strip_asks_for_what_stands_behind_it(window: MainWindow, go: Goer, qtbot: QtBot) -> None:
    go(SND)
    cell = window.page.strip.cells[0]
    with qtbot.waitSignal(window.page.figure_requested) as asked:
        cell.click()
    assert asked.args[0].value == 48
    assert cell in window.page.tab_order()


def test_what_is_missing_is_said_and_leads_on(window: MainWindow, dataset: Dataset, qtbot: QtBot) -> None:
    solar = Ref(SubjectKind.COMPANY, "solar")
    cited = tuple(replace(each, sources=("daily",)) for each in dataset.companies)
    window.session.open(Path("tiny"), replace(dataset, companies=cited))
    window.session.go_to(solar)
    qtbot.waitUntil(lambda: window.page.is_complete)
    card = window.page.findChild(EmptinessCard)
    assert card is not None
    assert card.state.sentence.text() == "No figure of this company is in the data."
    assert not window.page.figures.isVisible()
    card.state.button.click()
    qtbot.waitUntil(lambda: window.page.is_complete)


@pytest.mark.parametrize("without", ["places", "pillars", "events", "boundaries", "series"])
def test_a_dataset_that_lacks_something_has_its_pages(
    window: MainWindow, dataset: Dataset, qtbot: QtBot, without: str
) -> None:
    kept = dataset.places[:1] if without == "places" else ()
    lacking = replace(dataset, **{without: kept})  # type: ignore[arg-type]
    if without in ("places", "pillars"):
        companies = tuple(replace(each, place=None, zone=None, pillars=()) for each in dataset.companies)
        lacking = replace(lacking, companies=companies, zones=())
    window.session.open(Path("tiny"), lacking)
    for page in (REGION, SND):
        window.session.go_to(page)
        qtbot.waitUntil(lambda: window.page.is_complete)
        assert window.page.title.toPlainText()


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
        "Figure\tPeriod\tScope\tQualifier\tValue\tUnit\tStatus\tSource\tNote",
        "Vehicles produced\t2021\t\t\t10000\tvehicles\tcapacity\tMonthly, 2019 (inferred)\t",
    ]


def test_the_name_of_a_source_shows_its_sheet_at_the_figure(window: MainWindow, go: Goer) -> None:
    go(SND)
    table = window.page.table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (window.sheet.isVisible(), window.sheet.title.text()) == (True, "The month")
    assert window.session.selection.page == SND
    window.sheet.dismiss()
    other = table.cells.index(2, 4)
    at = table.visualRect(other).topLeft() + QPoint(16, 14)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (window.sheet.isVisible(), window.sheet.title.text()) == (True, "Heartland reinvents itself")
    assert window.session.selection.page == SND


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
    table, button = window.page.table, window.page.figures.rest
    rows = [(Cell(f"row {number}", number),) for number in range(40)]
    window.page.figures.show_block(FiguresBlock("Rows", FigureTable("", ("Row",), rows)))
    before = table.height()
    assert (table.cells.rowCount(), table.hidden_rows) == (14, 26)
    assert button.text() == "Show 26 more"
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


def test_columns_of_numbers_are_not_cut() -> None:
    assert shared_widths([300, 300, 250], 600, kept=[2]) == [175, 175, 250]
    assert shared_widths([300, 300, 250], 300, kept=[2]) == [110, 110, 250]


def test_a_column_of_numbers_has_room_for_those_that_come_later(window: MainWindow) -> None:
    table = TableWidget(window.session, window)
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
