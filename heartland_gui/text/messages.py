"""Messages that are not yet in a language, and the signs of typography that no keyboard has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in a language: an English template and what fills its `{braces}`."""

    template: str
    values: tuple[tuple[str, str | int | float], ...] = ()


def message(template: str, /, **values: str | float) -> Message:
    """Return a message to be put into words later; `template` is found by the catalogue's extraction."""
    return Message(template, tuple(values.items()))
