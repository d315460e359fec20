"""The newest events in short."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.pages.page import Link, NewestEvents, Paragraph
from heartland_gui.ui.page.events import NewestEventsCard
from heartland_gui.ui.state.session import Session

SND = Ref(SubjectKind.COMPANY, "snd")
EVENT = Paragraph(("Won <orders>.",), lead="Apr 2020", below=(Link("SND Vehicles", SND),))


def test_an_event_stands_below_its_date_and_whom_it_is_about(qtbot: QtBot, session: Session) -> None:
    card = NewestEventsCard(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.show()
    card.show_block(NewestEvents("Newest events", "All 251", (EVENT, EVENT)))
    assert card.title.text() == "Newest events"
    lines = [line for line in card.text.toPlainText().splitlines() if line]
    assert lines == ["Apr 2020 · SND Vehicles", "Won <orders>."] * 2
    with qtbot.waitSignal(card.requested) as asked:
        card.text.requested.emit(SND)
    assert asked.args == [SND]
    with qtbot.waitSignal(card.all_requested):
        card.more.click()
    assert card.tab_order() == [card.more, card.text]
    card.show_block(NewestEvents("Newest events", "", ()))
    assert not card.more.isVisible()
    with pytest.raises(TypeError):
        card.show_block(EVENT)
