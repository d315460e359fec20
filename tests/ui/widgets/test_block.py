"""What the views of blocks have in common."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from heartland_gui.ui.widgets.block import BlockView


def test_a_view_has_to_say_what_it_shows(qtbot: QtBot) -> None:
    view = BlockView()
    qtbot.addWidget(view)
    with pytest.raises(NotImplementedError):
        view.show_block(None)
    with pytest.raises(NotImplementedError):
        view.tab_order()
