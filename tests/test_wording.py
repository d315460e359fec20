"""Figures in words."""

from __future__ import annotations

from heartland_gui.model.entities import Localized
from heartland_gui.wording import starred


def test_a_star_says_that_there_is_a_note() -> None:
    assert starred("48", Localized((("en", "Trial operation."),))) == "48\u00a0*"
    assert starred("48", "Trial operation.") == "48\u00a0*"
    assert starred("48", None) == starred("48", "") == "48"
