"""What the data says in the widgets of Qt that read signs in it: as plain as it is written."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a text as Qt's tooltips show it letter for letter.

    Qt guesses whether a tooltip is rich text, so a `<b>` in the data would become bold; and it wraps only rich text.
    """
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""


def plain_label(text: str) -> str:
    """Return a text as Qt's buttons and menus show it letter for letter: they take `&` for the mark of a key."""
    return text.replace("&", "&&")
