"""The rows of the panel that finds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartland_gui.finding.answers import FoundText
from heartland_gui.finding.entries import Entry, EntryKind, EntryText
from heartland_gui.finding.finder import Hit
from heartland_gui.model.dataset import Dataset, pillar_slot
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.screen.tooltips import plain_tip
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.ui.find.rows import FOUND, PICTURE, TEXTS, FoundModel, FoundRow, FoundRows, Head

LONG = "The coal plan lowered output to about 1.3 billion tonnes, the first deliberate cut after years of growth. " * 6


def hit(kind: EntryKind = EntryKind.PLACE, ref: Ref | None = None, title: str = "Taiyuan") -> Hit:
    return Hit(Entry(kind, (title,), ref), title)


def text_of(each: Hit) -> FoundText:
    return FoundText(EntryText(each.name, "太原", "33 companies"), ((0, 3),))


@pytest.fixture
def model(qapp: QApplication, dataset: Dataset) -> FoundModel:
    made = FoundModel(Words())
    rows: list[Head | FoundRow] = [
        Head("Places", "2 more", 0),
        FoundRow(hit(), "Places"),
        Head("Events", "", 1),
        FoundRow(hit(EntryKind.EVENT, title=LONG), "Events"),
        FoundRow(hit(EntryKind.EVENT, title="Short"), "Events"),
    ]
    made.show_rows(dataset, Words(), rows, text_of)
    return made


@pytest.fixture
def view(model: FoundModel, qtbot: QtBot) -> FoundRows:
    made = FoundRows(LIGHT)
    made.setModel(model)
    made.resize(700, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def said(model: FoundModel, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> object:
    return model.index(row, 0).data(role)


def test_a_row_says_its_group_its_name_and_its_value(model: FoundModel) -> None:
    assert said(model, 1) == "Places; Taiyuan; 太原; 33 companies"
    assert said(model, 1, Qt.ItemDataRole.ToolTipRole) == plain_tip("Taiyuan; 太原; 33 companies")
    assert said(model, 0) == "Places; 2 more"
    assert said(model, 2) == "Events"
    assert said(model, 0, Qt.ItemDataRole.ToolTipRole) is None
    assert said(model, 1, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex(), FOUND) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_head_can_be_chosen_where_it_leads_on(model: FoundModel) -> None:
    can = [bool(model.index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled) for row in range(model.rowCount())]
    assert can == [True, True, False, True, True]


def test_a_row_is_looked_up_once(model: FoundModel, dataset: Dataset) -> None:
    asked: list[Hit] = []

    def text(each: Hit) -> FoundText:
        asked.append(each)
        return text_of(each)

    model.show_rows(dataset, Words(), [FoundRow(hit(), "Places")], text)
    assert model.index(0, 0).data(TEXTS) == model.index(0, 0).data(TEXTS)
    assert len(asked) == 1


def test_every_kind_has_a_picture(model: FoundModel, dataset: Dataset) -> None:
    pillar = dataset.pillars[1]
    compared = Entry(EntryKind.COMMAND, ("Compare",), indicator="gdp")
    rows = [hit(kind) for kind in EntryKind if kind is not EntryKind.PILLAR]
    rows += [hit(EntryKind.PILLAR, Ref(SubjectKind.PILLAR, pillar.id)), Hit(compared)]
    model.show_rows(dataset, Words(), [FoundRow(each, "") for each in rows], text_of)
    pictures = [model.index(row, 0).data(PICTURE) for row in range(len(rows))]
    assert all(isinstance(each, str) and each for each in pictures[:-2])
    assert pictures[-2:] == [pillar_slot(dataset, pillar), "compare"]


def heights(view: FoundRows, model: FoundModel) -> list[int]:
    return [view.visualRect(model.index(row, 0)).height() for row in range(model.rowCount())]


def test_events_wrap_into_three_lines_at_most(view: FoundRows, model: FoundModel) -> None:
    assert heights(view, model) == [29, 32, 29, 66, 32]
    assert view.height_in(view.width()) == sum(heights(view, model))
    assert view.height_in(3_000) == sum(heights(view, model)) - 66 + 48


def strokes(image: QImage, colour: str, left: int, right: int, top: int, bottom: int) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(left, right) for y in range(top, bottom))


def test_the_row_that_is_chosen_is_marked(view: FoundRows, model: FoundModel) -> None:
    view.setCurrentIndex(model.index(1, 0))
    seen = view.viewport().grab().toImage()
    first, other = (view.visualRect(model.index(row, 0)) for row in (1, 4))
    assert seen.pixelColor(first.right() - 10, first.top() + 3).name() == LIGHT.selection
    assert seen.pixelColor(other.right() - 10, other.top() + 3).name() == LIGHT.surface
    assert seen.pixelColor(first.left() + 2, first.center().y()).name() == LIGHT.surface


def test_letters_that_were_typed_are_bold(view: FoundRows, model: FoundModel, dataset: Dataset) -> None:
    def image(bold: bool) -> QImage:  # noqa: FBT001 - a helper of one test
        def text(each: Hit) -> FoundText:
            return FoundText(EntryText("Taiyuan", "", ""), ((0, 7),) if bold else ())

        model.show_rows(dataset, Words(), [FoundRow(hit(), "Places")], text)
        return view.viewport().grab().toImage()

    thin, thick = (strokes(image(bold), LIGHT.text, 48, 150, 0, 32) for bold in (False, True))
    assert thick > 1.2 * thin > 0


def test_a_text_is_never_markup(view: FoundRows, model: FoundModel, dataset: Dataset) -> None:
    model.show_rows(
        dataset,
        Words(),
        [FoundRow(hit(), "Places")],
        lambda _: FoundText(EntryText("<b>T</b>", "<i>x</i>", "<u>y</u>")),
    )
    assert "<b>T</b>" in str(said(model, 0))
    assert "<b>" not in str(said(model, 0, Qt.ItemDataRole.ToolTipRole)).replace("&lt;b&gt;", "")


@pytest.mark.parametrize("width", [120, 300, 700])
def test_long_names_and_values_never_overlap(width: int, view: FoundRows, model: FoundModel, dataset: Dataset) -> None:
    def text(_: Hit) -> FoundText:
        return FoundText(EntryText("😀" * 3 + "W" * 200, "重" * 90, "8" * 120), ((0, 40), (190, 203)), (), ((3, 9),))

    model.show_rows(dataset, Words(), [FoundRow(hit(EntryKind.COMPANY), "x")], text)
    view.resize(width, 60)
    seen = view.viewport().grab().toImage()
    between = 50 + (view.viewport().width() - 68) // 2
    assert strokes(seen, LIGHT.text, 0, 48, 0, 32) == 0
    assert strokes(seen, LIGHT.text, between + 1, view.viewport().width(), 0, 32) == 0
