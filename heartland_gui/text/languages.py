"""The languages of the program: English, and one gettext catalogue for each of the others."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from heartland_gui.resources import resource
from heartland_gui.text import Words, message

ENGLISH: Final = "en"
# Translators: the name of your own language, as those who speak it write it.
_OWN_NAME: Final = message("English")


def words_in(language: str) -> Words:
    """Return the words of a language, given as a BCP 47 tag (`zh`, `zh-Hans-CN`) or a name of a locale (`zh_CN.UTF-8`).

    The longest beginning of the tag that has a catalogue is taken (RFC 4647, "lookup"); English where none has.
    """
    return _words(_looked_up(language) or ENGLISH)


def words_for_data(language: str) -> Words:
    """Return the words for charts and briefs in a language of a dataset (BCP 47).

    In one that the program does not speak, the data speaks it and the program English.
    """
    found = words_in(language)
    return found if found.language.split("-")[0] == language.split("-", maxsplit=1)[0] else Words(language)


def is_known(language: str) -> bool:
    """Whether the program speaks a language, given as for `words_in`."""
    return _looked_up(language) is not None


def environment_language(environment: Mapping[str, str]) -> str:
    """Return the first language that the environment asks for and the program speaks, as gettext reads it.

    Source: GNU gettext manual, "Locale Environment Variables". English where none is spoken.
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    asked = (
        [*environment.get("LANGUAGE", "").split(":"), locale] if locale.partition(".")[0] not in ("C", "POSIX") else []
    )
    return next((each for each in asked if each and is_known(each)), ENGLISH)


def _looked_up(language: str) -> str | None:
    wanted = language.partition(".")[0].replace("_", "-").lower().split("-")
    for length in range(len(wanted), 0, -1):
        found = _tags().get("-".join(wanted[:length]))
        if found is not None:
            return found
    return None


def languages() -> Mapping[str, str]:
    """Return the name of each language as its speakers write it, by tag: English first."""
    return {tag: _words(tag).say(_OWN_NAME) for tag in _tags().values()}


def language_name(language: str) -> str:
    """Return what a language calls itself, its code where the program does not speak it."""
    return languages().get(words_for_data(language).language, language)


def catalogue_path(tag: str) -> Path:
    """Return where the compiled catalogue of a language is."""
    return resource("languages", f"{tag}.mo")


@cache
def _tags() -> Mapping[str, str]:
    """Return the tag of each language by the same in lower case: tags do not depend on case."""
    return {tag.lower(): tag for tag in (ENGLISH, *sorted(path.stem for path in resource("languages").glob("*.mo")))}


@cache
def _words(tag: str) -> Words:
    """Return the words of a language that is there; its catalogue is read once, when it is first asked for."""
    if tag == ENGLISH:
        return Words()
    with catalogue_path(tag).open("rb") as file:
        return Words(tag, gettext.GNUTranslations(file))
