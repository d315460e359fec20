"""What stands where something is missing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.pages.page import Emptiness
from heartland_gui.ui.page.emptiness import EmptinessCard
from heartland_gui.ui.state.session import Session


def test_it_says_what_is_missing_and_offers_the_one_thing_to_do(qtbot: QtBot, session: Session) -> None:
    card = EmptinessCard(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.show()
    card.show_block(Emptiness("info", "No figure is in the data.", "Show its sources", "sources"))
    assert card.state.sentence.text() == card.accessibleName() == "No figure is in the data."
    assert not card.state.icon.pixmap().isNull()
    with qtbot.waitSignal(card.deed_requested) as asked:
        card.state.button.click()
    assert asked.args == ["sources"]
    card.show_block(Emptiness("info", "No event is in the data."))
    assert not card.state.button.isVisible()
    with pytest.raises(TypeError):
        card.show_block("nothing")
