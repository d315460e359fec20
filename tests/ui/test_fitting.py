"""Everything that is written has room: in every language and in one that is longer, in small and large windows."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartland_gui.export.brief import brief_of
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import Facet, facets_at
from heartland_gui.model.selection import View
from heartland_gui.rendering.screen.view import ChartView
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.text import Words
from heartland_gui.text.languages import languages, words_in
from heartland_gui.tour import go_to, scenes
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.chart.card import ChartCard
from heartland_gui.ui.dialogs.about import AboutDialog
from heartland_gui.ui.dialogs.preferences import ForgetQuestion, PreferencesDialog
from heartland_gui.ui.dialogs.shortcuts import ShortcutsDialog
from heartland_gui.ui.dialogs.web_address import AddressQuestion
from heartland_gui.ui.export.choices import ExportSettings
from heartland_gui.ui.export.dialog import ExportDialog, LastExport
from heartland_gui.ui.export.print_preview import PrintPreview
from heartland_gui.ui.export.printing import brief_sheet, chart_sheet
from heartland_gui.ui.export.saving import ReplaceQuestion
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.page.tiles import TileView
from heartland_gui.ui.state.appearance import Appearance
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.settings import Settings
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.widgets.tables import TableWidget
from heartland_gui.ui.widgets.theme import apply_theme
from heartland_gui.ui.window.main_window import MainWindow
from tests.ui.painting import cut_texts, overlapping_texts, watched

_KEPT = re.compile(r"\{[^}]*\}|<[^>]*>|&\w")
_ACCENTS = str.maketrans("aceinousyACEINOUSY", "áçéíñóúšýÁÇÉÍÑÓÚŠÝ")
ELIDED = ("crumb_", "edition_shown")
"""Names of what gives way on purpose, with the whole text in its tooltip."""


class Longer(gettext.NullTranslations):
    """A language that is a third longer than English and full of accents."""

    def gettext(self, message: str) -> str:
        """Return the sentence with accents, and with words that say nothing at its end."""
        pieces, kept = _KEPT.split(message), _KEPT.findall(message)
        accented = [piece.translate(_ACCENTS) for piece in pieces]
        joined = "".join(part for pair in zip(accented, [*kept, ""], strict=True) for part in pair)
        return joined + "·" * max(1, len(message) // 3) if message.strip(" ,;·") else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


LANGUAGES = {**{tag: words_in(tag) for tag in languages()}, "longer": Words("en", Longer())}
SIZES = ((512, 350), (720, 560), (1024, 700), (1440, 900), (2560, 1440))
"""In effective pixels: the first is a window of 1024 × 700 at 200 percent."""
SIZES_OF_NIGHTS = ((683, 467), (720, 450), (1100, 700), (1280, 720))
"""1024 × 700 at 150 percent, 1440 × 900 at 200, the width at which both columns are drawers, 2560 × 1440 at 200."""


def in_every_language(*sizes: tuple[int, int], nights: tuple[tuple[int, int], ...] = ()) -> pytest.MarkDecorator:
    """Ask for a window in each language and size; by day the longest language alone has more than the smallest."""

    def seldom(language: str, size: tuple[int, int]) -> bool:
        return size in nights or (language != "longer" and size != sizes[0])

    cases = [
        pytest.param(language, size, marks=pytest.mark.nightly if seldom(language, size) else ())
        for size in (*sizes, *nights)
        for language in LANGUAGES
    ]
    return pytest.mark.parametrize(("fitted", "size"), cases, indirect=["fitted"], ids=str)


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    found = read_dataset(resource("datasets", "shanxi")).dataset
    assert found is not None
    return found


@pytest.fixture
def fitted(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path, shipped: Dataset
) -> MainWindow:
    """Return a window on the shipped dataset in a language."""
    apply_theme(qapp, LIGHT)
    session = Session(LANGUAGES[request.param])
    session.open(Path("shanxi"), shipped)
    saved = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow(session, lambda _: read_dataset(Path("nothing")), UserState.of(session, saved), FindPanel)
    qtbot.addWidget(window)
    window.use_charts(ChartView)
    window.show()
    return window


def too_narrow(window: QWidget) -> Iterator[str]:
    """Yield every button and label that is given less room than its words need."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith(ELIDED):
            continue
        is_icon = isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        if isinstance(widget, QAbstractButton) and widget.text() and not is_icon:
            if widget.width() + 1 < widget.minimumSizeHint().width():
                yield f"button {widget.objectName()} “{widget.text()}”: {widget.width()} of {widget.sizeHint().width()}"
        elif isinstance(widget, QComboBox):
            shown = widget.visibleRegion().boundingRect().width()
            if shown < widget.sizeHint().width():
                yield f"choice {widget.objectName()}: {shown} of {widget.sizeHint().width()}"
        elif isinstance(widget, QLabel) and widget.text():
            short = widget.wordWrap() and widget.height() + 1 < widget.heightForWidth(widget.width())
            narrow = not widget.wordWrap() and widget.width() + 1 < widget.sizeHint().width()
            if short or narrow:
                yield f"label {widget.objectName()} “{widget.text()}”: {widget.size()} of {widget.sizeHint()}"


def out_of_sight(window: QWidget) -> Iterator[str]:
    """Yield everything that scrolls sideways where nobody can scroll."""
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if content is not None and area.isVisible() and not area.horizontalScrollBar().isVisible():
            over = content.width() - area.viewport().width()
            if over > 0:
                yield f"{over} pixels of {content.objectName() or type(content).__name__} are out of sight"


def overlapping(window: QWidget) -> Iterator[str]:
    """Yield every pair of buttons, labels and fields within one widget that lie over each other."""
    for parent in (window, *window.findChildren(QWidget)):
        inside = [
            child
            for child in parent.children()
            if isinstance(child, QAbstractButton | QLabel | QLineEdit) and child.isVisible()
        ]
        if isinstance(parent, QLineEdit):
            continue  # its own button stands inside it
        for one, other in combinations(inside, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"“{_said(one)}” and “{_said(other)}” in {parent.objectName()}"


def _said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.objectName()


PAGES = {
    "region": Ref(SubjectKind.PLACE, "shanxi"),
    "pillar": Ref(SubjectKind.PILLAR, "new-energy-and-new-materials"),
    "company": Ref(SubjectKind.COMPANY, "snd-new-energy-special-vehicle"),
    "company with many figures": Ref(SubjectKind.COMPANY, "jinshang-bank"),
    "city": Ref(SubjectKind.PLACE, "taiyuan"),
    "zone": Ref(SubjectKind.ZONE, "shanxi-transition-zone"),
    "technology": Ref(SubjectKind.TECHNOLOGY, "cloud-computing"),
    "source": Ref(SubjectKind.SOURCE, "citypopulation-shanxi-censuses"),
    "comparison": comparison_of(["taiyuan", "datong", "snd-new-energy-special-vehicle"]),
    "empty comparison": comparison_of([]),
}


def painted(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield what widgets paint with too little room; also what the page has below the fold.

    What stands inside a chart is measured where charts are drawn.
    """
    with watched(monkeypatch) as writing:
        window.grab()
        for area in window.pages.findChildren(QScrollArea):
            content = area.widget()
            if area.isVisible() and content is not None:
                content.grab()
    writing.texts = [each for each in writing.texts if not isinstance(each.widget, ChartView)]
    yield from dict.fromkeys((*cut_texts(writing), *overlapping_texts(writing)))


def resize(window: MainWindow, size: tuple[int, int]) -> None:
    """Give a window a size; its columns go one after the other when it becomes smaller."""
    for _ in range(2):
        window.resize(*size)
        QApplication.processEvents()
    assert (window.width(), window.height()) == size


@in_every_language(*SIZES, nights=SIZES_OF_NIGHTS)
def test_everything_that_is_written_has_room(
    qtbot: QtBot, fitted: MainWindow, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    window, session = fitted, fitted.session
    resize(window, size)
    found: list[str] = []

    def look(name: str) -> None:
        drawn = painted(window, monkeypatch) if name != "comparison" else ()
        faults = (*too_narrow(window), *overlapping(window), *out_of_sight(window), *drawn)
        found.extend(f"{name}: {fault}" for fault in faults)

    for name, page in PAGES.items():
        session.go_to(page)
        qtbot.waitUntil(lambda: window.page.is_complete)
        QApplication.processEvents()
        look(name)
    for view in (View.DISAGREEMENTS, View.BOOKMARKS, View.SOURCES, View.MAP):
        session.choose_view(view)
        QApplication.processEvents()
        look(view)
    assert not found


OVER_THE_PAGE = ("find", "as-of", "source-sheet", "narrow-drawer")
"""What the tour opens over the page."""


@in_every_language(*SIZES, nights=SIZES_OF_NIGHTS)
def test_what_lies_over_the_page_has_room(
    fitted: MainWindow, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    resize(fitted, size)
    found: list[str] = []
    for scene in scenes(fitted.session.dataset, fitted.session.words):
        name = scene.stop.name
        if name in OVER_THE_PAGE:

            def look(_: QImage, name: str = name) -> None:
                faults = (*too_narrow(fitted), *overlapping(fitted), *out_of_sight(fitted))
                found.extend(f"{name}: {fault}" for fault in (*faults, *painted(fitted, monkeypatch)))

            go_to(fitted, scene.stop)
            scene.do(fitted, look)
    assert not found


@pytest.mark.parametrize("fitted", ["en"], indirect=True)
def test_a_company_has_its_chart_and_first_figures_above_the_fold(qtbot: QtBot, fitted: MainWindow) -> None:
    window = fitted
    resize(window, (1440, 900))
    window.session.go_to(PAGES["company"])
    qtbot.waitUntil(lambda: window.page.is_complete)
    QApplication.processEvents()
    card = next(card for card in window.page.findChildren(ChartCard) if card.isVisible())
    table = next(table for table in window.page.findChildren(TableWidget, "figures") if table.isVisible())
    assert above_the_fold(window, card, card.height()), "the whole chart"
    rows = [table.rowViewportPosition(row) + table.rowHeight(row) for row in range(2)]
    assert above_the_fold(window, table.viewport(), rows[-1]), "two rows of figures"


@pytest.mark.parametrize("fitted", ["en", "zh"], indirect=True)
def test_the_region_is_on_one_screen(qtbot: QtBot, fitted: MainWindow) -> None:
    window = fitted
    resize(window, (1440, 900))
    window.session.go_to(PAGES["region"])
    qtbot.waitUntil(lambda: window.page.is_complete)
    QApplication.processEvents()
    tiles = [tile for tile in window.page.findChildren(TileView) if tile.isVisible()]
    assert len(tiles) == 8
    for tile in tiles:
        assert above_the_fold(window, tile, tile.height()), tile.accessibleName()


def above_the_fold(window: MainWindow, widget: QWidget, height: int) -> bool:
    """Say whether the upper part of a widget, so many pixels of it, is seen in the window before anybody scrolls."""
    return widget.mapTo(window, QPoint(0, height)).y() <= window.status.mapTo(window, QPoint()).y()


class Spoken(Appearance):
    """The look of a window in the language of a test."""

    def __init__(self, saved: Settings, words: Words) -> None:
        self._spoken = words
        super().__init__(saved)

    @property
    def words(self) -> Words:
        return self._spoken


def dialogs(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    """Yield every dialog of the program, not yet shown, and the longer questions."""
    session, words = window.session, window.session.words
    page, dataset = session.selection.page, session.dataset
    chart = window.page.charts.chart()
    assert chart is not None
    saved = Settings(QSettings(str(folder / "dialogs.ini"), QSettings.Format.IniFormat))
    yield ShortcutsDialog(session, window.commands.by_id, window)
    yield AboutDialog(session, window)
    yield ExportDialog(dataset, chart, LastExport(folder, ExportSettings()), window)
    yield PreferencesDialog(Spoken(saved, words), saved, window)
    sheets = {
        words.text("Chart"): chart_sheet(chart),
        words.text("Brief"): brief_sheet(brief_of(dataset, page, words)),
    }
    yield PrintPreview(sheets, words, lambda *_: True, window)
    yield AddressQuestion("https://example.org/" + "long/" * 20, words, window)
    yield ReplaceQuestion(folder / "a picture of many vehicles.png", words, window)
    yield ForgetQuestion(words, window)


@in_every_language(*SIZES[1:4])
def test_every_dialog_has_room_and_fits_on_the_screen(
    qtbot: QtBot, fitted: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*size))
    fitted.resize(*size)
    fitted.session.go_to(PAGES["company"])
    qtbot.waitUntil(lambda: fitted.page.is_complete)
    found: list[str] = []
    for dialog in dialogs(fitted, tmp_path):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        QApplication.processEvents()
        name = type(dialog).__name__
        found += [f"{name}: {fault}" for fault in (*too_narrow(dialog), *overlapping(dialog), *out_of_sight(dialog))]
        if dialog.width() > size[0] or dialog.height() > size[1] - 32:
            found.append(f"{name}: {dialog.width()} × {dialog.height()} on {size}")
        dialog.close()
        dialog.deleteLater()
    assert not found


def test_what_is_too_narrow_is_found(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    label, other = QLabel("A long text without room", place), QLabel("Another", place)
    label.setGeometry(0, 0, 30, 20)
    other.setGeometry(20, 0, 300, 20)
    place.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    place.show()
    assert len(list(too_narrow(place))) == 1
    assert len(list(overlapping(place))) == 1


class Painted(QWidget):
    """Paints texts with too little room: one is cut, one shortened, and one lies over another."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, 20, 30), 0, "A text without room")
        painter.drawText(QRect(0, 40, 300, 30), 0, "One and")
        painter.drawText(QPointF(2, 52), "another")
        shown = QFontMetrics(self.font()).elidedText("A long text", Qt.TextElideMode.ElideRight, 40)
        painter.drawText(QRect(0, 80, 300, 30), 0, shown)
        painter.end()


def test_what_is_painted_without_room_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Painted()
    qtbot.addWidget(place)
    place.resize(400, 200)
    with watched(monkeypatch) as writing:
        place.grab()
    assert [fault.split("“")[0] for fault in cut_texts(writing)] == ["Painted cuts ", "Painted shortens "]
    assert [fault.split(" (")[0] for fault in overlapping_texts(writing)] == ["Painted draws “One and” over “another”"]


@in_every_language(*SIZES)
def test_the_panel_of_the_facets_and_its_chips_have_room(fitted: MainWindow, size: tuple[int, int]) -> None:
    window, head = fitted, fitted.companies.head
    resize(window, size)
    window.session.go_to(PAGES["company"])
    window.splitter.show_pane(Pane.COMPANIES)
    window.session.choose_facets(facets_at(["city:taiyuan", "kind:company", "since:1950", "indicator:revenue:1e9"]))
    head.facets_button.click()
    head.panel.groups[Facet.INDICATOR].all_button.click()
    QApplication.processEvents()
    assert head.panel.isVisible()
    assert [*too_narrow(window), *overlapping(window)] == []
    head.panel.close_panel()
    window.splitter.restore({Pane.COMPANIES: 200}, ())
    QApplication.processEvents()
    assert [*too_narrow(head), *overlapping(head)] == []
