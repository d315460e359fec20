"""The picture of the program's packages and the table of their sizes in docs/architecture.md, made from the code.

    .venv/bin/python packaging/architecture.py update             # after a package came, went or imports another one
    .venv/bin/python packaging/architecture.py check              # say whether the picture is the one of the code
    .venv/bin/python packaging/architecture.py table COMMIT       # print modules and lines, then and now

The picture is a diagram in Mermaid's language, which GitHub draws. It has an arrow from each package to those that it
imports, without the arrows that only repeat a way over other packages. Imports are taken from the syntax, so that those
inside functions count too. Dotted arrows lead to what is loaded late, by its name in a string.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PROGRAM: Final = "heartland_gui"
PAGE: Final = ROOT / "docs" / "architecture.md"
BEGIN: Final = "<!-- made by packaging/architecture.py: do not edit -->"
END: Final = "<!-- end -->"
_ROOMS_A_LINE: Final = 6
_MODULE: Final = re.compile(rf"{PROGRAM}(\.\w+)+")


def modules(root: Path) -> Iterator[tuple[tuple[str, ...], ast.Module]]:
    """Yield each module of the program below `root` as the names that lead to it, and its syntax."""
    for path in sorted((root / PROGRAM).rglob("*.py")):
        names = path.relative_to(root).with_suffix("").parts
        yield names[:-1] if names[-1] == "__init__" else names, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """Yield what a module imports from the program, as names that lead there; the last one may be within a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from ((*node.module.split("."), alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)


def named(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """Yield the modules of the program that stand in strings of a module, to be loaded later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _MODULE.fullmatch(node.value):
            yield tuple(node.value.split("."))


def packages(
    found: Mapping[tuple[str, ...], ast.Module], wanted: Callable[[ast.Module], Iterable[tuple[str, ...]]]
) -> dict[str, set[str]]:
    """Return each package and module directly below the program with those others that it wants."""
    arrows: dict[str, set[str]] = {names[1]: set() for names in found if len(names) > 1}
    for names, tree in found.items():
        if len(names) > 1:
            tops = {other[1] for other in wanted(tree) if other[0] == PROGRAM and len(other) > 1}
            arrows[names[1]] |= (tops & arrows.keys()) - {names[1]}
    return arrows


def rooms(root: Path) -> dict[str, list[str]]:
    """Return the packages inside each package."""
    inner: dict[str, list[str]] = defaultdict(list)
    for path in sorted((root / PROGRAM).glob("*/*/__init__.py")):
        inner[path.parts[-3]].append(path.parts[-2])
    return inner


def shortest(arrows: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Return the arrows without those that only repeat a way over others; CycleError where there is a cycle."""
    reached: dict[str, set[str]] = {}
    for name in TopologicalSorter(arrows).static_order():
        reached[name] = set().union(*(reached[other] | {other} for other in arrows[name]))
    return {
        name: sorted(other for other in below if not any(other in reached[third] for third in below - {other}))
        for name, below in sorted(arrows.items())
    }


def diagram(root: Path) -> str:
    """Return the picture of the packages in Mermaid's language."""
    inner, found = rooms(root), dict(modules(root))
    arrows = packages(found, imported)
    late = {name: sorted(below - arrows[name]) for name, below in packages(found, named).items()}
    lines = ["```mermaid", "flowchart TB"]
    for name in sorted(arrows):
        listed = [inner[name][at : at + _ROOMS_A_LINE] for at in range(0, len(inner.get(name, ())), _ROOMS_A_LINE)]
        label = "<br/>".join([f"<b>{name}</b>", *(", ".join(each) for each in listed)])
        lines.append(f'  {_node(name)}["{label}"]')
    for name, below in shortest(arrows).items():
        lines += [f"  {_node(name)} --> {_node(other)}" for other in below]
        lines += [f"  {_node(name)} -.-> {_node(other)}" for other in late[name]]
    return "\n".join([*lines, "```"])


def _node(name: str) -> str:
    """Return the name of a package within the picture; the language has words of its own, such as `end`."""
    return f"p_{name.strip('_')}"


def with_picture(page: str, picture: str) -> str:
    """Return the page with this picture between its marks; ValueError where it has none."""
    pattern = re.compile(f"{re.escape(BEGIN)}\n.*?{re.escape(END)}", re.DOTALL)
    if len(pattern.findall(page)) != 1:
        raise ValueError(f"the page needs one pair of the lines {BEGIN} and {END}")
    return pattern.sub(lambda _: f"{BEGIN}\n{picture}\n{END}", page)


def sizes(files: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return modules and lines of each folder of these files, `""` for the program's own; each counts all below it."""
    counted: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for path, text in files:
        inner = PurePosixPath(path).relative_to(PROGRAM)
        for folder in inner.parents:
            name = "" if folder == PurePosixPath() else folder.as_posix()
            counted[name] += 1
            lines[name] += len(text.splitlines())
    return {name: (counted[name], lines[name]) for name in counted}


def now(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each module of the program."""
    for path in sorted((root / PROGRAM).rglob("*.py")):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def then(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each module of the program as a commit has it."""
    listed = _git(root, "ls-tree", "-r", "--name-only", commit, PROGRAM)
    for path in listed.splitlines():
        if path.endswith(".py"):
            yield path, _git(root, "show", f"{commit}:{path}")


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True).stdout


def table(before: Mapping[str, tuple[int, int]], after: Mapping[str, tuple[int, int]]) -> str:
    """Return the sizes of all rooms as a table; a room that was not, or is no more, has dashes."""
    lines = ["| room | modules before | now | lines before | now |", "|---|---:|---:|---:|---:|"]
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        cells = (f"{pair[at]:,}" if pair else "–" for at in (0, 1) for pair in (old, new))
        said = "**all**" if not name else f"`{name}`" if "/" in name else f"**`{name}`**"
        lines.append(f"| {said} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for; `check` returns 1 where the picture is not the one of the code."""
    parser = argparse.ArgumentParser(description="Make what docs/architecture.md says of the packages.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update", help="put the picture of the packages into the page")
    commands.add_parser("check", help="say whether the picture in the page is the one of the code")
    commands.add_parser("table", help="print the sizes of all rooms").add_argument("commit", metavar="COMMIT")
    chosen = parser.parse_args(arguments)
    if chosen.command == "table":
        sys.stdout.write(f"{table(sizes(then(ROOT, chosen.commit)), sizes(now(ROOT)))}\n")
        return 0
    page = PAGE.read_text(encoding="utf-8")
    updated = with_picture(page, diagram(ROOT))
    if chosen.command == "update":
        PAGE.write_text(updated, encoding="utf-8")
        return 0
    if updated != page:
        sys.stdout.write("the picture of the packages is not the one of the code: update\n")
    return int(updated != page)


if __name__ == "__main__":
    sys.exit(main())
