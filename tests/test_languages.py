"""The catalogues: every sentence of the program is in every language, and fits."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import languages as catalogues
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from heartland_gui.text.languages import words_in
from heartland_gui.ui.actions import commands
from heartland_gui.ui.actions.action import MENU_NAMES, Menu, actions_of
from heartland_gui.ui.actions.parts import Actions

PROGRAM = sorted(catalogues.PROGRAM.rglob("*.py"))
# The messages of `cli` are those of argparse.
SPEAKING = [path for path in PROGRAM if path.name != "cli.py"]
every_language = pytest.mark.parametrize("language", catalogues.languages())

Sentence = str | tuple[str, str]


# -- what is in the catalogues ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sentences() -> Catalog:
    return catalogues.template()


@every_language
def test_a_catalogue_says_all_that_the_program_says(language: str, sentences: Catalog) -> None:
    """To mend: `packaging/languages.py update`, translate, `packaging/languages.py compile`."""
    assert list(catalogues.faults(language, sentences)) == []


@every_language
def test_a_catalogue_is_written_as_the_script_writes_it(language: str, sentences: Catalog) -> None:
    committed = (catalogues.FOLDER / f"{language}.po").read_bytes()
    assert catalogues.po_bytes(language, sentences) == committed, "packaging/languages.py update"


def test_every_sentence_of_the_code_is_found(sentences: Catalog) -> None:
    """The extraction reads tokens, and passes over calls that the syntax tree has, such as those inside f-strings."""
    written = {each for path in PROGRAM for each in _sentences(path)}
    assert len(written) > 300
    assert written == {each.id for each in sentences if each.id}


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return everything in the syntax tree of a module."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def test_sentences_stand_where_they_are_found() -> None:
    """A template in a variable, or the method under another name, would never be translated."""
    lost = [f"{path.relative_to(catalogues.ROOT)}:{line}" for path in SPEAKING for line in _lost_sentences(nodes(path))]
    assert not lost, "give the sentence itself to Words.text, Words.plural or message"


def test_no_module_asks_which_language_it_is() -> None:
    """What one language needs stands in its catalogue, or the next language would need code."""
    tags = {"en", *catalogues.languages()}
    asked = [
        f"{path.relative_to(catalogues.ROOT)}:{node.lineno}"
        for path in PROGRAM
        for node in nodes(path)
        if isinstance(node, ast.Compare)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "startswith")
        if any(isinstance(each, ast.Constant) and each.value in tags for each in ast.iter_child_nodes(node))
    ]
    assert not asked


def _lost_sentences(nodes: tuple[ast.AST, ...]) -> Iterator[int]:
    """Yield the lines where something is put into words that is not a sentence itself."""
    calls = {id(node.func): node for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        if (isinstance(node, ast.Attribute) and node.attr in ("text", "plural") and _is_words(node.value)) or (
            isinstance(node, ast.Name) and node.id == "message" and isinstance(node.ctx, ast.Load)
        ):
            call = calls.get(id(node))
            if call is None or not _sentence(call):
                yield node.lineno


def _sentences(path: Path) -> Iterator[Sentence]:
    for node in nodes(path):
        if isinstance(node, ast.Call) and (found := _sentence(node)):
            yield found


def _sentence(call: ast.Call) -> Sentence | None:
    """Return the sentence that a call puts into words, None where it does something else."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if name == "plural" and len(given) == 2:
        return given[0], given[1]
    return given[0] if name in ("text", "message") and len(given) == len(call.args) == 1 else None


def _is_words(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name.endswith("words")


@pytest.mark.parametrize("language", ["en", *catalogues.languages()])
def test_keys_of_menus_open_one_thing_each(language: str) -> None:
    words = words_in(language)
    groups = [[words.say(name) for name in MENU_NAMES.values()]]
    kinds = [kind for kind in vars(commands).values() if isinstance(kind, type) and issubclass(kind, Actions)]
    actions = [one for kind in kinds for one in actions_of(kind)]
    groups += [[words.say(one.text) for one in actions if one.section.menu is menu] for menu in Menu]
    assert all(groups)
    for names in groups:
        keys = [name[name.index("&") + 1].lower() for name in names if "&" in name]
        assert len(keys) == len(set(keys)), names


# -- faults are found -------------------------------------------------------------------------------------------

DAMAGED = [
    ("", "", "not translated: {n} of <b>{all}</b>"),
    ("{n} von <b>{alle}</b>", "", "other braces, ['alle', 'n'] instead of ['all', 'n']: {n} of <b>{all}</b>"),
    ("{n} von {all}", "", "other tags, [] instead of ['</b>', '<b>']: {n} of <b>{all}</b>"),
    ("{n} von <b>{all}</b>", "fuzzy", "to be looked at (fuzzy): {n} of <b>{all}</b>"),
]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    return tmp_path


def committed(folder: Path, *entries: tuple[str, str, str]) -> None:
    """Write a German catalogue of sentences, their translations and flags, and compile it."""
    written = Catalog("de", fuzzy=False)
    for sentence, translation, flag in entries:
        written.add(sentence, translation, flags=[flag] if flag else [])
    with (folder / "de.po").open("wb") as file:
        write_po(file, written)
    (folder / "de.mo").write_bytes(catalogues.mo_bytes("de"))


@pytest.mark.parametrize(("translation", "flag", "fault"), DAMAGED)
def test_a_translation_that_does_not_fit_is_found(folder: Path, translation: str, flag: str, fault: str) -> None:
    sentence = "{n} of <b>{all}</b>"
    wanted = Catalog()
    wanted.add(sentence)
    committed(folder, (sentence, translation, flag))
    assert list(catalogues.faults("de", wanted)) == [fault]
    committed(folder, (sentence, "{n} von <b>{all}</b>", ""))
    assert list(catalogues.faults("de", wanted)) == []


def test_what_is_missing_too_much_or_not_compiled_is_found(folder: Path) -> None:
    wanted = Catalog()
    wanted.add("&Save")
    committed(folder, ("&Store", "&Lagern", ""))
    assert list(catalogues.faults("de", wanted)) == ["missing: &Save", "no longer said: &Store"]
    committed(folder, ("&Save", "Sichern", ""))
    assert list(catalogues.faults("de", wanted)) == ["other mnemonic, [] instead of ['S']: &Save"]
    committed(folder, ("&Save", "&Sichern", ""))
    (folder / "de.mo").write_bytes(b"")
    assert list(catalogues.faults("de", wanted)) == ["the compiled catalogue is not the one of the text: compile"]


def test_a_new_language_begins_with_every_sentence(
    folder: Path, sentences: Catalog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogues, "template", lambda: sentences)
    assert catalogues.main(["update", "fr"]) == 0
    said = capsys.readouterr().out
    assert "fr: not translated: Ranking" in said
    assert "msgid_plural" in (folder / "fr.po").read_text(encoding="utf-8")
    assert "nplurals=2" in (folder / "fr.po").read_text(encoding="utf-8")
    assert catalogues.main(["check"]) == 1
