"""Conventions of a language: how it writes something, read from the translation of an English example or pattern.

They stand in the catalogues between the sentences. `packaging/languages.py check` finds what cannot be read; the
program takes the English convention there, and goes on.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from string import Formatter
from typing import Generic, TypeVar

from heartland_gui.text.messages import NO_BREAK_SPACE, Message

Pattern = Callable[..., str]
"""Puts values, in the order in which the English pattern names them, where the language has them."""

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Convention(Generic[_Read]):
    """One convention: what is translated, and what reads the translation.

    `read` raises ValueError, with a sentence for the translator, where a translation is not made like the English text.
    """

    said: Message
    read: Callable[[str], _Read]

    def of(self, catalogue: gettext.NullTranslations) -> _Read:
        """Return the convention of a language; the English one where its catalogue has none, or none to be read."""
        try:
            return self.read(catalogue.gettext(self.said.template))
        except ValueError:
            return self.read(self.said.template)


def pattern(said: Message) -> Convention[Pattern]:
    """Return the convention of how what stands in `{braces}` is put together."""
    return Convention(said, partial(read_pattern, names=_names(said.template)))


def unparted(said: Message) -> Convention[Pattern]:
    """Return the convention of a pattern that is never parted at the end of a line: its spaces are no-break ones."""
    names = _names(said.template)
    return Convention(said, lambda text: read_pattern(text.replace(" ", NO_BREAK_SPACE), names))


def items(said: Message) -> Convention[tuple[str, ...]]:
    """Return the convention of names with commas between, as many as in English."""
    return Convention(said, partial(read_items, count=said.template.count(",") + 1))


def patterns(said: Message) -> Convention[tuple[Pattern, ...]]:
    """Return the convention of patterns with commas between, as many as in English and all with the same `{braces}`."""
    first = read_items(said.template, None)[0]
    return Convention(said, partial(_read_patterns, count=said.template.count(",") + 1, names=_names(first)))


def read_items(text: str, count: int | None) -> tuple[str, ...]:
    """Return what stands between commas; ValueError where something is empty, or there are not `count` of them."""
    found = tuple(each.strip(" ") for each in text.split(","))
    if count is not None and len(found) != count:
        raise ValueError(f"{len(found)} between commas instead of {count}")
    if not all(found):
        raise ValueError("nothing between two commas")
    return found


def read_pattern(text: str, names: tuple[str, ...]) -> Pattern:
    """Return what fills a pattern that has all these `names` in braces, and no others; else raise ValueError."""
    parts, left = [], set(names)
    for literal, name, form, conversion in Formatter().parse(text):
        parts.append(literal.replace("{", "{{").replace("}", "}}"))
        if name is None:
            continue
        if name not in names or form or conversion:
            raise ValueError(f"{{{name}}} is none of {_listed(names)}")
        parts.append(f"{{{names.index(name)}}}")
        left.discard(name)
    if left:
        raise ValueError(f"without {_listed(sorted(left))}")
    return "".join(parts).format


def _read_patterns(text: str, count: int, names: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(read_pattern(each, names) for each in read_items(text, count))


def _names(template: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(template) if name is not None))


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
