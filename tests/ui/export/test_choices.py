"""How a chart is to be written: what can be chosen, and what has a meaning."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from heartland_gui.text import Words
from heartland_gui.ui.export.choices import PRESETS, ExportChoices, ExportSettings
from heartland_gui.ui.export.dialog import ExportDialog
from tests.ui.export.conftest import press
from tests.ui.layout import as_read


def test_own_sizes_show_their_fields(dialog: ExportDialog) -> None:
    assert not dialog.choices.width_field.isVisible()
    dialog.choices.sizes.setCurrentIndex(3)
    assert dialog.choices.width_field.isVisible()
    dialog.choices.width_field.setValue(900)
    options = dialog.choices.settings.options
    assert (options.width, options.height) == (900, 900)


def test_only_what_has_a_meaning_can_be_chosen(dialog: ExportDialog) -> None:
    def enabled(*names: str) -> list[bool]:
        parts = (dialog.findChild(QAbstractButton, f"export_{name}") for name in names)
        return [part.isEnabled() for part in parts if part is not None]

    assert enabled("2×", "dark", "title", "data", "zh") == [True] * 5
    press(dialog, "export_svg")
    assert enabled("2×", "dark", "title", "data", "zh") == [False, True, True, True, True]
    press(dialog, "export_csv")
    assert enabled("2×", "dark", "title", "data", "zh") == [False, False, False, False, True]


def test_no_picture_is_larger_than_memory(dialog: ExportDialog) -> None:
    press(dialog, "export_4×")
    dialog.choices.sizes.setCurrentIndex(3)
    dialog.choices.width_field.setValue(6000)
    dialog.choices.height_field.setValue(6000)
    assert dialog.choices.settings.scale == 2
    assert dialog.choices.outcome.text() == "12,000 × 12,000 pixels"


@pytest.mark.parametrize(
    ("preset", "page"), [(0, (960, 540)), (1, (595, 842)), (2, (600, 600))], ids=["slide", "page", "square"]
)
def test_a_page_has_the_size_that_its_name_says(preset: int, page: tuple[int, int]) -> None:
    size = PRESETS[preset].size
    assert size is not None
    options = ExportSettings("pdf", preset, *size).options
    assert (options.width * options.points, options.height * options.points) == page
    assert ExportSettings("svg", preset, *size).options.pixels == size


def test_each_choice_stands_beside_its_name(dialog: ExportDialog) -> None:
    assert as_read(dialog.choices) == [
        ["Format", "export_png", "export_svg", "export_pdf", "export_csv"],
        ["Size", "export_size"],
        ["Resolution", "export_1×", "export_2×", "export_3×", "export_4×"],
        ["3,200 × 1,800 pixels"],
        ["Theme", "export_light", "export_dark", "export_high contrast"],
        ["Language", "export_en", "export_zh"],
        ["export_title", "export_legend", "export_sources"],
        ["export_data"],
        ["This is the picture that will be saved. “File › Open exported picture” brings this view back."],
    ]


def test_a_choice_is_shown_as_it_was_made(qtbot: QtBot) -> None:
    made = ExportSettings(
        format_id="svg", preset=3, width=900, height=700, theme="dark", language="zh", title=False, data=False
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    choices = ExportChoices(made, ("en", "zh"), "en", Words(), parent)
    assert choices.settings == made
    elsewhere = ExportChoices(made, ("en", "fr"), "en", Words(), parent)
    assert (elsewhere.language, elsewhere.settings.language) == ("en", None)
