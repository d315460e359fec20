"""Links in rich text that lead to pages of the program."""

from __future__ import annotations

from html import escape
from typing import Final

from heartland_gui.model.entities import Ref, SubjectKind

_SCHEME: Final = "page:"


def link(ref: Ref, text: str) -> str:
    """Return an anchor that leads to a page."""
    return f'<a href="{_SCHEME}{ref.kind}/{escape(ref.id)}" style="text-decoration:none">{escape(text)}</a>'


def linked_page(address: str) -> Ref | None:
    """Return the page that an anchor leads to, None where it leads elsewhere."""
    kind, slash, identifier = address.removeprefix(_SCHEME).partition("/")
    if not address.startswith(_SCHEME) or not slash or kind not in tuple(SubjectKind):
        return None
    return Ref(SubjectKind(kind), identifier)
