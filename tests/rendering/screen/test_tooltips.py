"""What the data says in tooltips, buttons and menus: letter for letter."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from heartland_gui.rendering.screen.tooltips import plain_label, plain_tip


def test_signs_of_markup_are_shown_as_they_are_written() -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip("a <b>bold</b> note & more\nnext line"))
    assert shown.toPlainText().replace("\u2028", "\n") == "a <b>bold</b> note & more\nnext line"


def test_nothing_to_say_is_no_tooltip() -> None:
    assert plain_tip("") == ""


def test_an_ampersand_marks_no_key() -> None:
    assert plain_label("R&D & more") == "R&&D && more"
