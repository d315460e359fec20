"""Links in rich text that lead to pages of the program."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote, unquote

from heartland_gui.model.entities import Ref
from heartland_gui.model.selection import page_at, path_of

_SCHEME: Final = "page:"
_WEB: Final = "web:"


def link(ref: Ref, text: str) -> str:
    """Return an anchor that leads to a page."""
    return f'<a href="{_SCHEME}{escape(path_of(ref))}" style="text-decoration:none">{escape(text)}</a>'


def web_link(address: str) -> str:
    """Return an anchor that shows an address of the web whole and asks before it leads there."""
    shown = escape(address)
    return f'<a href="{_WEB}{escape(quote(address, safe=""))}" style="text-decoration:none">{shown}</a>'


def linked_address(address: str) -> str | None:
    """Return the address of the web that an anchor is about, None where it leads elsewhere."""
    return unquote(address.removeprefix(_WEB)) if address.startswith(_WEB) else None


def linked_page(address: str) -> Ref | None:
    """Return the page that an anchor leads to, None where it leads elsewhere."""
    return page_at(address.removeprefix(_SCHEME)) if address.startswith(_SCHEME) else None
