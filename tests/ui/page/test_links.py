"""Links in running text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from heartland_gui.ui.page.links import linked_address, linked_page, web_link

ADDRESS = "https://example.org/path?a=1&b=%20#part"


@pytest.mark.parametrize("address", [ADDRESS, "http://example.org/“x”<b>&amp;", "https://example.org/太原?q='a b'"])
def test_a_link_gives_its_address_back(address: str) -> None:
    anchor = web_link(address)
    reference = anchor.split('"')[1]
    assert linked_address(QUrl(reference).toString(QUrl.ComponentFormattingOption.FullyEncoded)) == address
    assert linked_page(reference) is None
    assert "<b>" not in anchor
