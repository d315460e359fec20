"""The catalogues of the program's languages: taken from the code, brought up to date, compiled, checked.

    .venv/bin/python -m pip install -e ".[languages]"
    .venv/bin/python packaging/languages.py extract              # print the sentences of the program as a template
    .venv/bin/python packaging/languages.py update [LANGUAGE …]  # bring catalogues up to date; begin a new one if named
    .venv/bin/python packaging/languages.py compile              # make the .mo files that the program reads
    .venv/bin/python packaging/languages.py check                # say what is missing or does not fit

A translator edits `resources/languages/LANGUAGE.po` with any program for gettext catalogues. English sentences are the
keys: a sentence that was reworded keeps its old translation, marked as fuzzy, until somebody looks at it. The same
catalogue gives the same bytes with the same Babel, and a test compares the committed .mo files with fresh ones.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from heartland_gui import __version__
from heartland_gui.text import numbers, periods, words
from heartland_gui.text.conventions import Convention

ROOT: Final = Path(__file__).resolve().parent.parent
PROGRAM: Final = ROOT / "heartland_gui"
FOLDER: Final = ROOT / "resources" / "languages"
KEYWORDS: Final = {"text": None, "message": None, "plural": (1, 2)}
"""The functions and methods of `heartland_gui.text` whose arguments are sentences."""

CONVENTIONS: Final[Mapping[str, Convention[object]]] = {
    each.said.template: each
    for module in (numbers, periods, words)
    for each in vars(module).values()
    if isinstance(each, Convention)
}
"""The conventions of numbers and dates, by their English text."""

_COMMENT: Final = "Translators:"
_BRACES: Final = re.compile(r"{(\w+)}")
_TAG: Final = re.compile(r"</?\w+>")
_MNEMONIC: Final = re.compile(r"&(\w)")


def template() -> Catalog:
    """Return every sentence of the program, in the order of the modules."""
    found = Catalog(project="Heartland", copyright_holder="The Heartland maintainers", fuzzy=False)
    extracted = extract_from_dir(
        PROGRAM, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=(_COMMENT,), strip_comment_tags=True
    )
    for file, line, sentence, comments, _ in sorted(extracted, key=lambda item: item[:2]):
        found.add(sentence, None, [(f"{PROGRAM.name}/{file}", line)], auto_comments=comments)
    return found


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a catalogue."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.po")))


def catalogue(language: str) -> Catalog:
    """Return the catalogue of a language as it stands in its file, a new one where there is no file."""
    path = FOLDER / f"{language}.po"
    locale = language.replace("-", "_")
    if not path.is_file():
        team = "The Heartland maintainers"
        return Catalog(
            locale,
            project="Heartland",
            version=__version__,
            msgid_bugs_address="the issues of the project",
            last_translator=team,
            language_team=team,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale)


def po_bytes(language: str, sentences: Catalog) -> bytes:
    """Return the catalogue of a language with exactly these sentences, as the text that translators edit."""
    updated = catalogue(language)
    updated.header_comment = f"# {updated.locale.english_name if updated.locale else language}: the words of Heartland."
    updated.update(sentences, update_creation_date=False)
    written = io.BytesIO()
    # Without numbers of lines: else every change of the code would change the catalogue.
    write_po(written, updated, width=120, ignore_obsolete=True, include_lineno=False)
    return written.getvalue()


def mo_bytes(language: str) -> bytes:
    """Return the compiled catalogue of a language; sentences that nobody has looked at are left out."""
    written = io.BytesIO()
    write_mo(written, catalogue(language))
    return written.getvalue()


def faults(language: str, sentences: Catalog) -> Iterator[str]:
    """Yield what has to be done before a catalogue says all that the program says."""
    present = catalogue(language)
    for wanted in sentences:
        if wanted.id and wanted.id not in present:
            yield f"missing: {_key(wanted)}"
    for entry in present:
        if not entry.id:
            continue
        if entry.id not in sentences:
            yield f"no longer said: {_key(entry)}"
        elif not all(_forms(entry.string)) or len(_forms(entry.string)) < (
            present.num_plurals if entry.pluralizable else 1
        ):
            yield f"not translated: {_key(entry)}"
        elif entry.fuzzy:
            yield f"to be looked at (fuzzy): {_key(entry)}"
        else:
            yield from misfits(entry)
    if present.obsolete:
        yield f"obsolete sentences: {len(present.obsolete)}"
    compiled = FOLDER / f"{language}.mo"
    if not compiled.is_file() or compiled.read_bytes() != mo_bytes(language):
        yield "the compiled catalogue is not the one of the text: compile"


def misfits(entry: Message) -> Iterator[str]:
    """Yield where a translation has other braces, tags or mnemonics than the sentence, or cannot be read."""
    if convention := CONVENTIONS.get(_key(entry)):
        try:
            convention.read(_forms(entry.string)[0])
        except ValueError as fault:
            yield f"the program takes English here, {fault}: {_key(entry)}"
        return
    for name, pattern in (("braces", _BRACES), ("tags", _TAG), ("mnemonic", _MNEMONIC)):
        wanted = {found for form in _forms(entry.id) for found in pattern.findall(form)}
        for form in _forms(entry.string):
            given = set(pattern.findall(form))
            if {each.lower() for each in given} != {each.lower() for each in wanted}:
                yield f"other {name}, {sorted(given)} instead of {sorted(wanted)}: {_key(entry)}"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _key(entry: Message) -> str:
    return " / ".join(_forms(entry.id))


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for; `check` returns 1 where something has to be done."""
    parser = argparse.ArgumentParser(description="Bring the catalogues of the program's languages up to date.")
    parser.add_argument("command", choices=("extract", "update", "compile", "check"))
    parser.add_argument("languages", metavar="LANGUAGE", nargs="*", help="all that have a catalogue where left out")
    chosen = parser.parse_args(arguments)
    sentences = template()
    if chosen.command == "extract":
        write_po(sys.stdout.buffer, sentences, width=120, include_lineno=False)
        return 0
    failed = False
    for language in chosen.languages or languages():
        if chosen.command == "update":
            (FOLDER / f"{language}.po").write_bytes(po_bytes(language, sentences))
        if chosen.command != "check":
            (FOLDER / f"{language}.mo").write_bytes(mo_bytes(language))
        for fault in faults(language, sentences):
            failed = True
            print(f"{language}: {fault}")
    return 1 if failed and chosen.command == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
