"""Words on a button give way where room is scarce."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.elided_button import ElidedButton


def test_words_give_way_but_the_sign_stays(qtbot: QtBot) -> None:
    button = ElidedButton("▼")
    qtbot.addWidget(button)
    button.show()
    button.show_words("Revenue of a & b in the last year that is known")
    button.resize(button.sizeHint())
    assert button.text() == "Revenue of a && b in the last year that is known ▼"
    whole = button.sizeHint().width()
    button.resize(whole - 40, button.height())
    assert button.text().endswith("… ▼")
    assert abs(button.sizeHint().width() - whole) <= 2, "what it would like to be does not shrink with it"
    assert button.minimumSizeHint().width() == 64
    button.show_words("A")
    assert button.text() == "A ▼"
    assert button.minimumSizeHint().width() <= 64


def test_words_without_a_sign_give_way_too(qtbot: QtBot) -> None:
    button = ElidedButton("")
    qtbot.addWidget(button)
    button.show()
    button.show_words("Clear all filters that are set")
    button.resize(button.sizeHint())
    assert button.text() == "Clear all filters that are set"
    button.resize(button.width() - 40, button.height())
    assert button.text().startswith("Clear all")
    assert button.text().endswith("…")
