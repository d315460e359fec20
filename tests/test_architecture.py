"""The rules of the house that a machine can check, beside those that ruff and mypy check.

Each test reads all files and lists every fault at once.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted((ROOT / "heartland_gui").rglob("*.py"))
EVERYTHING = [*PROGRAM, *sorted((ROOT / "packaging").rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]

LONGEST_FUNCTION = 45
LOADED_BEHIND_THE_OUTER_WINDOW = ("heartland_gui.start", "heartland_gui.app")
"""The start shows the outer window first, and the program that is loaded into it knows the start."""
INDENTED_IMPORT = re.compile(r"(?:^[ \t]+|[:;][ \t]*)(?:import|from)\s", re.MULTILINE)
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_the_walk_finds_the_program() -> None:
    assert len(PROGRAM) > 20


def test_the_floors_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    broken = lint_imports(cache_dir=None)
    assert not broken, capsys.readouterr().out


def test_a_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in PROGRAM if not ast.get_docstring(tree_of(path))] == []


def test_every_module_has_its_mirror() -> None:
    """`heartland_gui/a/b.py` is tested by `tests/a/test_b.py`, so that everybody knows where its tests are."""
    modules = (path.relative_to(ROOT / "heartland_gui") for path in PROGRAM if path.name != "__init__.py")
    mirrors = (ROOT / "tests" / path.with_name(f"test_{path.name}") for path in modules)
    assert [name_of(mirror) for mirror in mirrors if not mirror.is_file()] == []


def test_functions_are_short() -> None:
    long = [
        f"{name_of(path)}:{each.lineno} {each.name}: {length(each)} lines"
        for path in PROGRAM
        for each in functions(tree_of(path))
        if length(each) > LONGEST_FUNCTION
    ]
    assert not long


def test_names_say_something() -> None:
    empty = [
        name_of(path)
        for path in EVERYTHING
        if NAMES_THAT_SAY_NOTHING & {word for part in module_of(path).split(".") for word in part.split("_")}
    ]
    assert not empty


def test_imports_stand_at_the_top() -> None:
    # Few files have an import that is indented; the others need not be parsed.
    suspects = [path for path in EVERYTHING if INDENTED_IMPORT.search(path.read_text(encoding="utf-8"))]
    hidden = {
        f"{name_of(path)}:{node.lineno}"
        for path in suspects
        for function in functions(tree_of(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert not hidden, "an import inside a function dodges the floors"


def test_no_module_imports_itself_by_a_detour() -> None:
    imports, (start, program) = imports_of(PROGRAM), LOADED_BEHIND_THE_OUTER_WINDOW
    imports[start].remove(program)
    assert cycle_in(imports) == []


def test_a_cycle_of_late_imports_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    written = {
        "one.py": "def first():\n    from heartland_gui import two\n",
        "two.py": "import importlib\nimportlib.import_module('heartland_gui.three')\n",
        "three/__init__.py": "from heartland_gui.three.four import FOUR\n",
        "three/four.py": "FOUR = 4\n",
    }
    for name, text in written.items():
        path = tmp_path / "heartland_gui" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    paths = sorted(tmp_path.rglob("*.py"))
    assert cycle_in(imports_of(paths)) == []
    (tmp_path / "heartland_gui" / "three" / "four.py").write_text("def last():\n    import heartland_gui.one\n")
    tree_of.cache_clear()
    assert set(cycle_in(imports_of(paths))) == {
        f"heartland_gui.{name}" for name in ("one", "two", "three", "three.four")
    }


def imports_of(paths: list[Path]) -> dict[str, set[str]]:
    """Return which of these modules each one imports: anywhere, also inside functions and by a name in a string."""
    modules = {module_of(path): path for path in paths}
    return {name: set(_named(tree_of(path))) & modules.keys() - {name} for name, path in modules.items()}


def _named(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{each.name}" for each in node.names))
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value  # what importlib is given


def cycle_in(imports: Mapping[str, set[str]]) -> list[str]:
    """Return the modules of one cycle, in the order of their imports, or nothing."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []
