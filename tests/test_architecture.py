"""The rules of the house that a machine can check, beside those that ruff and mypy check."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted((ROOT / "heartland_gui").rglob("*.py"))
SCRIPTS = sorted((ROOT / "packaging").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_MODULE = 300
LONGEST_CLASS = 250
LONGEST_FUNCTION = 45
MOST_METHODS = 25
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def length(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def test_the_walk_finds_the_program() -> None:
    assert len(PROGRAM) > 20


def test_the_floors_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    broken = lint_imports(cache_dir=None)
    assert not broken, capsys.readouterr().out


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_a_module_is_one_thing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(tree), "a module says what it is for"
    too_long = [f"{each.name}: {length(each)} lines" for each in functions(tree) if length(each) > LONGEST_FUNCTION]
    assert not too_long
    for each in classes(tree):
        methods = [node for node in each.body if isinstance(node, Function)]
        assert length(each) <= LONGEST_CLASS, f"class {each.name}"
        assert len(methods) <= MOST_METHODS, f"class {each.name}"


@pytest.mark.parametrize("path", [*PROGRAM, *SCRIPTS, *TESTS], ids=name_of)
def test_names_say_something(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    assert not NAMES_THAT_SAY_NOTHING & {word for part in parts for word in part.split("_")}


@pytest.mark.parametrize("path", [*PROGRAM, *SCRIPTS, *TESTS], ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        f"line {node.lineno}"
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not hidden, "an import inside a function dodges the floors"
