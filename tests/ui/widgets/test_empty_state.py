"""What stands where something is missing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from heartland_gui.rendering.style import LIGHT
from heartland_gui.ui.widgets.empty_state import EmptyState


def test_it_has_an_icon_a_sentence_and_a_button_where_something_can_be_done(qtbot: QtBot) -> None:
    state = EmptyState(LIGHT)
    qtbot.addWidget(state)
    state.show()
    state.say("info", "No company <b>matches</b>.", "Clear all filters")
    assert state.sentence.text() == state.accessibleName() == "No company <b>matches</b>."
    assert state.sentence.sizeHint().width() > state.sentence.fontMetrics().horizontalAdvance("No company <b>")
    assert not state.icon.pixmap().isNull()
    assert state.button.isVisible()
    state.say("info", "No company is here.")
    assert not state.button.isVisible()
