"""The languages in which a dataset's charts can be drawn."""

from __future__ import annotations

from heartland_gui.text import Words
from heartland_gui.text.languages import languages, words_in


def words_of(language: str) -> Words:
    """Return the words for charts in a language of a dataset (BCP 47).

    In one that the program does not speak, the data speaks it and the program English.
    """
    found = words_in(language)
    return found if found.language.split("-")[0] == language.split("-", maxsplit=1)[0] else Words(language)


def language_name(language: str) -> str:
    """Return what a language calls itself, its code where the program does not speak it."""
    return languages().get(words_of(language).language, language)
