"""What is read from the settings before the program is loaded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.style import CONTRAST, DARK, LIGHT, Theme
from heartland_gui.ui.state.early import ZOOM, ZOOMS, first_theme, system_theme, theme_named, zoom_of
from heartland_gui.ui.state.settings import Settings


def test_the_first_frame_has_the_colours_of_the_window(qapp: QApplication, settings: QSettings) -> None:
    del qapp
    assert first_theme(settings, None) is LIGHT
    assert first_theme(settings, "contrast") is CONTRAST
    Settings(settings).save_theme("dark")
    assert first_theme(settings, None) is DARK


@pytest.mark.parametrize(("kept", "expected"), [("150", 150), ("", 100), ("1000", 100), ("large", 100), ("-100", 100)])
def test_the_size_of_everything_is_one_of_those_that_are_offered(settings: QSettings, kept: str, expected: int) -> None:
    settings.setValue(ZOOM, kept)
    assert Settings(settings).zoom == expected


def test_only_sizes_that_are_offered_are_read_before_the_start(settings: QSettings) -> None:
    assert zoom_of(settings) == 100
    for zoom in ZOOMS:
        settings.setValue(ZOOM, str(zoom))
        assert zoom_of(settings) == zoom
    settings.setValue(ZOOM, "110")
    assert zoom_of(settings) == 100


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_an_unknown_theme_is_that_of_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, expected: Theme
) -> None:
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
    assert theme_named("nothing") is expected
    assert system_theme() is expected
    assert theme_named("contrast") is CONTRAST
