"""Tables: their rows, their columns, and what the menu of a row offers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QHoverEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.charts.spec import Chart
from heartland_gui.model.entities import SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.model.period import parse_period
from heartland_gui.model.queries import observations_of
from heartland_gui.model.selection import View, page_at
from heartland_gui.pages.figure_tables import figures_block
from heartland_gui.pages.page import Cell, LateRows
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text.languages import words_in
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.tables import (
    SORT,
    CellDelegate,
    FrozenColumn,
    SidewaysBar,
    TableModel,
    TableWidget,
    shared_widths,
)
from heartland_gui.ui.widgets.theme import EDGE, apply_theme
from heartland_gui.ui.window.main_window import MainWindow
from tests.charts.shipped import shipped_dataset
from tests.ui.conftest import SND, go_to_snd
from tests.ui.menus import menu_at

pytestmark = pytest.mark.usefixtures("without_popups")


def inked(widget: QWidget, height: int) -> tuple[int, int]:
    """Return how far from the left and the right of the upper part of a widget its words stand, in pixels."""
    shown = widget.grab(QRect(0, 0, widget.width(), height)).toImage()
    rows = range(5, height - 5)
    columns = [x for x in range(shown.width()) if len({shown.pixelColor(x, y).name() for y in rows}) > 1]
    return columns[0], shown.width() - 1 - columns[-1]


@pytest.mark.parametrize("beneath", ["", "in Chinese"])
def test_words_keep_off_the_edges_of_a_card(session: Session, qtbot: QtBot, qapp: QApplication, beneath: str) -> None:
    apply_theme(qapp, LIGHT)
    table = TableWidget(session, fills=True)
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show()
    table.show_cells(("Name", "Number"), [(Cell("HHH", "HHH", beneath=beneath), Cell("888", 888, number=True))])
    head = table.horizontalHeader()
    for widget, height in ((table.viewport(), table.rowHeight(0)), (head, head.height())):
        assert all(EDGE - 1 <= free <= EDGE + 2 for free in inked(widget, height))


def test_a_row_of_figures_is_copied_and_its_source_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    table.selectRow(0)
    at = table.visualRect(table.model().index(0, 0)).center()
    entries = menu_at(table.viewport(), at)
    assert list(entries) == [
        "Open",
        "Show the source of the figure",
        "Copy row",
        "Copy all",
        "Copy as sentence",
        "Copy citation",
    ]
    entries["Copy row"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 2, "the headings and the row"
    entries["Copy all"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 1 + table.cells.total
    menu_at(table.viewport(), at)["Open"].trigger()
    assert window.session.selection.page.kind is SubjectKind.SOURCE


def test_the_menu_key_is_about_the_current_row(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    sources = [table.cells.cell(row, 4).ref for row in range(table.cells.rowCount())]
    other = next(row for row, ref in enumerate(sources) if ref != sources[0])
    table.setCurrentIndex(table.model().index(other, 0))
    menu_at(table, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)["Open"].trigger()
    assert window.session.selection.page == sources[other] != sources[0]


def test_a_row_that_is_gone_is_not_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    at = table.visualRect(table.model().index(table.cells.rowCount() - 1, 0)).center()
    entries = menu_at(table.viewport(), at)
    table.show_cells((), ())
    entries["Open"].trigger()
    assert window.session.selection.page == SND


def test_the_column_that_stays_offers_what_the_others_do(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    table = window.page.table
    frozen = FrozenColumn(table)
    frozen.setGeometry(0, 0, 100, 200)
    frozen.show()
    at = table.visualRect(table.model().index(0, 0)).center()
    QApplication.sendEvent(
        frozen.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    )
    menu = window.findChildren(QMenu, "context_menu")[-1]
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Open",
        "Show the source of the figure",
        "Copy row",
        "Copy all",
        "Copy as sentence",
        "Copy citation",
    ]


def test_a_heading_has_no_menu_of_what_lies_behind_the_table(window: MainWindow, qtbot: QtBot) -> None:
    card, _ = shown_card(window, qtbot)
    card.show_as_table(shown=True)
    header = card.table.horizontalHeader().viewport()
    before = len(window.findChildren(QMenu, "context_menu"))
    at = QPoint(5, 5)
    QApplication.sendEvent(header, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at)))
    assert len(window.findChildren(QMenu, "context_menu")) == before


def test_below_the_rows_nothing_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    go_to_snd(window, qtbot)
    entries = menu_at(window.page.table.viewport(), QPoint(5, 4000))
    assert list(entries) == ["Copy row", "Copy all"]


def shown_card(window: MainWindow, qtbot: QtBot) -> tuple[ChartCard, Chart]:
    go_to_snd(window, qtbot)
    card = window.page.charts.primary
    assert card is not None
    assert card.chart is not None
    return card, card.chart


# -- the model --------------------------------------------------------------------------------------------------


def rows_of(*keys: str | float) -> list[tuple[Cell, ...]]:
    return [(Cell(str(key), key), Cell(f"row {number}", number, number=True)) for number, key in enumerate(keys)]


def texts(model: TableModel) -> list[str]:
    return [model.cell(row, 0).text for row in range(model.rowCount())]


def test_rows_are_sorted_by_their_keys_numbers_before_words() -> None:
    model = TableModel()
    model.show_cells(["Key", "Row"], rows_of("b", 10, "A", 9))
    model.sort(0)
    assert texts(model) == ["9", "10", "A", "b"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert texts(model) == ["b", "A", "10", "9"]
    assert [model.source_row(row) for row in range(4)] == [0, 2, 1, 3]
    model.sort(-1)
    assert texts(model) == ["b", "10", "A", "9"]


def test_what_is_chosen_stays_chosen_when_rows_are_sorted() -> None:
    model = TableModel()
    model.show_cells(["Key", "Row"], rows_of(2, 1, 3), most=2)
    chosen, last = QPersistentModelIndex(model.index(0, 1)), QPersistentModelIndex(model.index(1, 1))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert (chosen.row(), chosen.column()) == (1, 1)
    assert not last.isValid(), "it is below what is shown"


def test_a_long_table_begins_with_some_of_its_rows() -> None:
    model = TableModel()
    model.show_cells(["Key", "Row"], rows_of(*range(5)), most=3)
    assert (model.rowCount(), model.total) == (3, 5)
    added: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: added.append((first, last)))
    model.show_all()
    assert model.rowCount() == 5
    assert added == [(3, 4)]
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)


def test_a_cell_says_its_text_and_its_tip() -> None:
    model = TableModel()
    model.show_cells(["A"], [(Cell("short", 7, tip="<b>long", copied="all of it"),), (Cell("plain"),)])
    first = model.index(0, 0)
    assert first.data() == "short"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "all of it"
    assert "&lt;b&gt;long" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert first.data(SORT) == 7
    assert "plain" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "plain"
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "A"
    assert model.headerData(1, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_what_is_copied_is_a_table_without_breaks_in_its_cells() -> None:
    model = TableModel()
    model.show_cells(["A", "B"], [(Cell("one\ttwo\nthree"), Cell("x", copied="more")), (Cell("y"), Cell("z"))])
    assert model.tab_separated([0, 1], [0, 1]) == "A\tB\none two three\tmore\ny\tz\n"
    assert model.tab_separated([1], [1]) == "B\nz\n"


def test_numbers_are_copied_as_spreadsheets_read_them() -> None:
    model = TableModel()
    rows = [
        (
            Cell("−1,234.5", -1234.5, number=True),
            Cell("> 5 bn", 5e9, number=True, parts=(("", 5e9), ("Bound", "over"))),
        ),
        (Cell("2,000,000", 2_000_000, number=True), Cell("7", 7, number=True, parts=(("", 7),))),
        (Cell("no figure", 3, number=True), Cell("1,5", 0, number=True)),
    ]
    model.show_cells(["Plain", "Told"], rows)
    assert model.tab_separated(range(3), range(2)) == (
        "Plain\tTold\tBound\n-1234.5\t5000000000.0\tover\n2000000\t7\t\nno figure\t1,5\t\n"
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", ["place/shanxi", "pillar/finance", "company/snd-new-energy-special-vehicle"])
def test_the_figures_of_every_page_paste_as_numbers_with_their_units(page: str, language: str) -> None:
    dataset, words = shipped_dataset(), words_in(language)
    ref = page_at(page)
    assert ref is not None
    figures = observations_of(dataset, ref.id)
    block = figures_block(dataset, ref, figures, words)
    model = TableModel()
    model.show_cells(block.every.headings, block.every.rows)
    lines = [
        line.split("\t") for line in model.tab_separated(range(len(figures)), range(model.columnCount())).splitlines()
    ]
    column, unit = lines[0].index(words.text("Value")), lines[0].index(words.text("Unit"))
    assert [float(line[column]) for line in lines[1:]] == [item.value for item in figures]
    symbols = [dataset.unit_of(item.indicator).name.text(language) for item in figures]
    assert [line[unit] for line in lines[1:]] == symbols
    if block.by_year is None:
        return
    model.show_cells(block.by_year.headings, block.by_year.rows)
    table = model.table(range(model.total), range(model.columnCount()))
    stems = [number for number, heading in enumerate(table.headings) if heading[:4].isdecimal() and len(heading) < 6]
    assert stems, "the years have columns"
    numbers = [row[number] for row in table.rows for number in stems if row[number] not in (None, "–")]
    assert all(isinstance(number, int | float) for number in numbers)
    known = {item.value for item in figures}
    assert set(numbers) <= known, "in base units, whatever the scale on the screen"
    assert all(row[1] for row in table.rows), "the base unit stands beside the name"


def test_late_rows_are_made_once_and_only_when_they_are_asked_for() -> None:
    made: list[int] = []

    def worded(number: int) -> tuple[Cell, ...]:
        made.append(number)
        return (Cell(str(number)),)

    late = LateRows(4, worded)
    assert len(late) == 4
    assert late[-1][0].text == "3"
    assert late[3][0].text == "3"
    assert [row[0].text for row in late[1:3]] == ["1", "2"]
    assert made == [3, 1, 2]


# -- columns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("needed", "room", "options", "widths"),
    [
        ([100, 60], 160, {}, [100, 60]),
        ([100, 60], 200, {}, [130, 70]),
        ([100, 60], 200, {"widest": 1}, [110, 90]),
        ([100, 60], 1000, {}, [920, 80]),
        ([300, 50], 250, {}, [200, 50]),
        ([300, 400, 50], 450, {}, [200, 200, 50]),
        ([300, 400], 100, {}, [110, 110]),
        ([300, 400], 100, {"least": 60}, [60, 60]),
        ([300, 400], 450, {"kept": [1]}, [110, 400]),
        ([300, 400], 650, {"kept": [1]}, [250, 400]),
    ],
)
def test_columns_share_the_room(needed: list[int], room: int, options: dict[str, Any], widths: list[int]) -> None:
    assert shared_widths(needed, room, **options) == widths


@pytest.fixture
def table(qtbot: QtBot, session: Session) -> TableWidget:
    made = TableWidget(session)
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    return made


def test_a_table_is_as_high_as_the_rows_that_it_shows(table: TableWidget, qtbot: QtBot) -> None:
    table.show_cells(["Key", "Row"], rows_of(*range(20)))
    assert (table.cells.rowCount(), table.hidden_rows) == (14, 6)
    before = table.height()
    with qtbot.waitSignal(table.resized):
        table.show_all()
    assert table.height() - before == 6 * 27
    assert table.hidden_rows == 0
    table.show_cells(["Key"], [(Cell("a", beneath="b"),)])
    assert table.verticalHeader().defaultSectionSize() == 44


def test_the_pointer_is_a_hand_over_what_a_click_opens(table: TableWidget) -> None:
    figure = Observation("snd", "vehicles", "daily", parse_period("2019"), 48)
    table.show_cells(["A", "B", "C"], [(Cell("a"), Cell("b", ref=SND), Cell("48", number=True, figure=figure))])
    shapes = []
    for column in range(3):
        at = table.visualRect(table.cells.index(0, column)).center()
        QCursor.setPos(table.viewport().mapToGlobal(at))
        place = QPointF(at)
        QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverMove, place, place, place))
        shapes.append(table.viewport().cursor().shape())
    arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
    assert shapes == [arrow, hand, hand]


def test_a_click_on_a_link_asks_for_its_page(table: TableWidget, qtbot: QtBot) -> None:
    table.show_cells(["A", "B", "C"], [(Cell("a"), Cell("b", ref=SND), Cell("c"))])
    asked: list[object] = []
    table.requested.connect(asked.append)
    table.clicked.emit(table.cells.index(0, 0))
    assert asked == []
    table.clicked.emit(table.cells.index(0, 1))
    assert asked == [SND]
    table.setCurrentIndex(table.cells.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked == [SND, SND], "Return follows the last link of the row"
    table.rows_lead = True
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked == [SND, SND], "where rows lead, Return is about the row"


def test_what_is_selected_is_copied_else_everything(table: TableWidget) -> None:
    table.show_cells(["Key", "Row"], rows_of(5, 6, 7))
    table.selectRow(1)
    QTest.keySequence(table, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == "Key\tRow\n6\trow 1\n"
    table.copy_all()
    assert QGuiApplication.clipboard().text().count("\n") == 4


def test_rows_of_different_units_are_not_sorted(table: TableWidget) -> None:
    table.show_cells(["Key", "Row"], rows_of(3, 1, 2))
    table.set_sortable(sortable=False)
    assert not table.horizontalHeader().sectionsClickable()
    assert not table.isSortingEnabled()
    table.set_sortable(sortable=True)
    assert table.horizontalHeader().isSortIndicatorShown()


def test_links_and_faint_cells_have_their_colours(table: TableWidget) -> None:
    table.show_cells(["A"], [(Cell("plain"),), (Cell("link", ref=SND),), (Cell("faint", faint=True),)])
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    colours = []
    for row in range(3):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, table.cells.index(row, 0))
        colours.append(option.palette.color(option.palette.ColorRole.Text).name())
    assert colours[1:] == [LIGHT.link, LIGHT.faint_text]
    assert colours[0] not in colours[1:]


def test_other_columns_are_scrolled_beside_the_first(table: TableWidget, qtbot: QtBot) -> None:
    table.resize(200, 100)
    wide = [tuple(Cell("a long text in a cell of its own") for _ in range(4))]
    table.show_cells(["A", "B", "C", "D"], wide)
    assert table.findChild(FrozenColumn) is None
    table.horizontalScrollBar().setValue(50)
    frozen = table.findChild(FrozenColumn)
    assert frozen is not None
    assert frozen.isVisible()
    assert frozen.width() == table.columnWidth(0)
    assert [frozen.isColumnHidden(column) for column in range(4)] == [False, True, True, True]
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROWS = tuple((Cell(f"row {number}"), Cell(f"{number}", key=number, number=True)) for number in range(3))


def test_numbers_and_their_heading_stand_at_the_right() -> None:
    model = TableModel()
    model.show_cells(("name", "number"), ROWS)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert [model.index(0, column).data(role) for column in (0, 1)] == [LEFT, RIGHT]
    assert [model.headerData(column, Qt.Orientation.Horizontal, role) for column in (0, 1)] == [LEFT, RIGHT]


def test_a_number_is_painted_at_the_right_of_its_column(qtbot: QtBot, session: Session) -> None:
    table = TableWidget(session)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show_cells(("name", "number"), ROWS)
    table.show()
    place = table.visualRect(table.cells.index(1, 1))
    image = table.viewport().grab(place).toImage()
    paper = image.pixelColor(2, 2)
    inked = [x for x in range(image.width()) for y in range(2, image.height() - 2) if image.pixelColor(x, y) != paper]
    assert min(inked) > image.width() / 2
    assert image.width() - 24 < max(inked) < image.width() - 8, "off what stands right of it"


def test_the_keyboard_reaches_the_first_row_and_the_last(qtbot: QtBot, session: Session) -> None:
    table = TableWidget(session)
    qtbot.addWidget(table)
    table.show_cells(("name", "number"), ROWS)
    table.show()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == 0
    for _ in range(4):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2


def test_a_table_that_is_shown_again_as_wide_as_before_is_not_measured_again(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    table = TableWidget(session, holder, wrapped=True)
    table.shares = (1, 1)
    holder.resize(800, 400)
    holder.show()
    table.setGeometry(0, 0, 600, 300)
    table.show_cells(("One", "Two"), [(Cell("1"), Cell("2"))])
    fitted: list[int] = []
    monkeypatch.setattr(table, "_fit_columns", lambda: fitted.append(table.width()))
    table.hide()
    # Qt tells a widget that it shows of its size, as of a new one.
    table.setFixedHeight(table.height() + 10)
    table.show()
    assert fitted == []
    table.setGeometry(10, 0, 500, table.height())
    assert fitted == [500]


def test_the_ring_of_the_keyboard_goes_round_the_whole_row_above_its_lines(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.session.choose_view(View.SOURCES)
    table = window.sources.table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(table.model().index(1, 2))
    seen = table.viewport().grab().toImage()
    top, height = table.rowViewportPosition(1), table.rowHeight(1)
    for y in (top, top + 1, top + height - 2, top + height - 1):
        assert {seen.pixelColor(x, y).name() for x in range(4, table.viewport().width() - 4)} == {LIGHT.focus}, y


@pytest.mark.parametrize(("turned", "value"), [(QPoint(0, -120), 0), (QPoint(-120, 0), 3)])
def test_a_wheel_that_turns_down_over_a_sideways_bar_is_for_the_page(qtbot: QtBot, turned: QPoint, value: int) -> None:
    bar = SidewaysBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 50)
    place = QPointF(5, 5)
    event = QWheelEvent(
        *(place, place, QPoint(), turned, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )
    bar.wheelEvent(event)
    assert bar.value() == value
    assert event.isAccepted() is bool(value)


def test_rows_that_are_not_seen_are_not_put_into_words(session: Session, qtbot: QtBot) -> None:
    table = TableWidget(session, wrapped=True)
    qtbot.addWidget(table)
    table.shares = (1,)
    asked: list[int] = []

    def row(number: int) -> tuple[Cell, ...]:
        asked.append(number)
        return (Cell(str(number), beneath="more"),)

    table.show_cells(("One",), LateRows(30, row), 3)
    assert asked == [0, 1, 2]


def test_a_number_is_not_broken_where_other_columns_have_room(session: Session, qtbot: QtBot) -> None:
    table = TableWidget(session, wrapped=True)
    qtbot.addWidget(table)
    table.shares = (4, 1)
    table.resize(500, 300)
    table.show_cells(("Name", "Value"), [(Cell("Revenue"), Cell("19,030,807,655.6 yuan", number=True, strong=True))])
    drawn = table.itemDelegate()
    assert isinstance(drawn, CellDelegate)
    laid = drawn.laid(table.cells.index(0, 1), table.columnWidth(1))
    assert laid.blocks[0].lines.layout.lineCount() == 1
