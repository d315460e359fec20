"""The values that strips, tiles and rows share."""

from __future__ import annotations

from heartland_gui.pages import figures
from heartland_gui.pages.figures import Amount
from tests.pages.frozen import thawed


def test_figures_cannot_be_changed() -> None:
    assert thawed(figures) == []
    assert (Amount("48").qualifier, Amount("48").unit) == ("", "")
