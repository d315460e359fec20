"""Draw small faults over the whole program, to see whether its tests notice them: `python -m tests.faults.draw`.

The list is kept in `list.txt` and committed before `python -m tests.faults.run` tries it. The same seed over the same
code draws the same list. A fault is one change of the text of a module: a comparison or a boolean turned round, a call
left out, a constant changed, two arguments or the two branches of a condition swapped.

Faults stand only in what runs. Left out by rule, none by hand: annotations, docstrings, decorators, `__all__` and its
like, what only type checkers read, assertions (also zip's `strict`), sentences for people (a catalogue of another
language would miss them, no test of the program should repeat them), keys of mappings, and f-strings, whose parts have
no place of their own before Python 3.12.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PROGRAM: Final = "heartland_gui"
LIST: Final = Path(__file__).with_name("list.txt")
FAULTS: Final = 60
SEED: Final = 13
FEWEST: Final = 3
"""Of each package, however small it is."""

_TURNED: Final[Mapping[type[ast.cmpop], tuple[str, str]]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", ">="),
    ast.LtE: ("<=", ">"),
    ast.Gt: (">", "<="),
    ast.GtE: (">=", "<"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_SENTENCES: Final = {"text", "plural", "message"}
"""The functions whose strings are sentences for people; `packaging/languages.py` takes them from there."""
_ORDERLESS: Final = {"max", "min"}
"""What swapping arguments does not change."""
_OF_TYPES: Final = {"cast", "TypeVar", "NewType"}
_GIVEN_A_KEY: Final = {"get", "pop", "setdefault", "getattr", "hasattr", "setattr"}
_LINE: Final = re.compile(r"(\d+) (\S+):(\d+):(\d+) ([a-z]+) (\".*\") -> (\".*\")")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One change of a module: at `line` and `column` (from 1, in characters) `before` becomes `after`."""

    path: str
    line: int
    column: int
    kind: str
    before: str
    after: str

    def applied(self, text: str) -> str:
        """Return the module's text with this fault; ValueError where `before` does not stand at its place."""
        at = sum(map(len, text.splitlines(keepends=True)[: self.line - 1])) + self.column - 1
        if not text.startswith(self.before, at):
            raise ValueError(f"{self.path}:{self.line}:{self.column}: the code has changed; draw anew")
        return text[:at] + self.after + text[at + len(self.before) :]

    def __str__(self) -> str:
        before, after = (json.dumps(each, ensure_ascii=False) for each in (self.before, self.after))
        return f"{self.path}:{self.line}:{self.column} {self.kind} {before} -> {after}"


class Places:
    """All faults that one module can have."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._lines = [line.encode() for line in text.splitlines()]

    def faults(self) -> Iterator[Fault]:
        """Yield every fault of the module, in the order of its text."""
        yield from sorted(set(self._within(ast.parse(self._text))))

    def _within(self, node: ast.AST) -> Iterator[Fault]:
        yield from self._of(node)
        for child in _that_run(node):
            yield from self._within(child)

    def _of(self, node: ast.AST) -> Iterator[Fault]:
        match node:
            case ast.Compare():
                yield from self._comparisons(node)
            case ast.BoolOp():
                yield self._other_word(node)
            case ast.UnaryOp(op=ast.Not()):
                whole = self._source(node)
                yield self._fault(node, "boolean", whole.removeprefix("not").lstrip())
            case ast.Constant():
                yield from self._constant(node)
            case ast.Expr(value=ast.Call()):
                yield self._fault(node, "call", "pass")
            case ast.Call():
                yield from self._arguments(node)
            case ast.IfExp():
                whole, start = self._source(node), self._at(node)[0]
                yes, no = (self._bracketed(each, start, whole) for each in (node.body, node.orelse))
                yield self._fault(node, "branches", no[2] + whole[yes[1] : no[0]] + yes[2] + whole[no[1] :])
            case ast.If() if node.orelse:
                yield self._fault(node.test, "branches", f"not ({self._source(node.test)})")

    def _comparisons(self, node: ast.Compare) -> Iterator[Fault]:
        whole, start = self._source(node), self._at(node)[0]
        operands = [node.left, *node.comparators]
        for operator, left, right in zip(node.ops, operands, operands[1:], strict=False):
            sign, other = _TURNED[type(operator)]
            first, last = self._at(left)[1] - start, self._at(right)[0] - start
            pattern = re.escape(sign).replace(r"\ ", r"\s+")
            between = re.sub(pattern, other, whole[first:last], count=1)
            yield self._fault(node, "comparison", whole[:first] + between + whole[last:])

    def _other_word(self, node: ast.BoolOp) -> Fault:
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        whole, start = self._source(node), self._at(node)[0]
        changed, done = "", 0
        for left, right in zip(node.values, node.values[1:], strict=False):
            first, last = self._at(left)[1] - start, self._at(right)[0] - start
            changed += whole[done:first] + re.sub(rf"\b{word}\b", other, whole[first:last], count=1)
            done = last
        return self._fault(node, "boolean", changed + whole[done:])

    def _constant(self, node: ast.Constant) -> Iterator[Fault]:
        match node.value:
            case bool():
                yield self._fault(node, "boolean", str(not node.value))
            case int():
                # By one where that is much; else doubled, since a pixel more is hardly a fault.
                yield self._fault(node, "number", str(node.value + 1 if node.value < 2 else node.value * 2))
            case float():
                yield self._fault(node, "number", repr(node.value * 2 or 1.0))
            case str():
                yield self._fault(node, "string", json.dumps(node.value + "?", ensure_ascii=False))

    def _arguments(self, node: ast.Call) -> Iterator[Fault]:
        if _name(node.func) in _ORDERLESS or any(isinstance(each, ast.Starred) for each in node.args):
            return
        whole, start = self._source(node), self._at(node)[0]
        for left, right in zip(node.args, node.args[1:], strict=False):
            one, two = (self._bracketed(each, start, whole) for each in (left, right))
            if one[2] != two[2]:
                swapped = whole[: one[0]] + two[2] + whole[one[1] : two[0]] + one[2] + whole[two[1] :]
                yield self._fault(node, "arguments", swapped)

    def _fault(self, node: ast.AST, kind: str, after: str) -> Fault:
        first, _ = self._at(node)
        line = getattr(node, "lineno", 1)
        return Fault(self._path, line, first - self._starts[line - 1] + 1, kind, self._source(node), after)

    def _source(self, node: ast.AST) -> str:
        first, last = self._at(node)
        return self._text[first:last]

    def _bracketed(self, node: ast.expr, start: int, whole: str) -> tuple[int, int, str]:
        """Return from where to where an operand stands within `whole`, with the brackets around it, and its text."""
        first, last = (each - start for each in self._at(node))
        while True:
            before, after = whole[:first].rstrip(), whole[last:]
            rest = after.lstrip()
            # A bracket after a name or a closing one is that of a call, not one around the operand.
            if not before.endswith("(") or not rest.startswith(")") or re.search(r"[\w\])]\($", before):
                return first, last, whole[first:last]
            first, last = len(before) - 1, last + len(after) - len(rest) + 1

    def _at(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends in the text; `ast` counts columns in bytes of UTF-8."""
        assert isinstance(node, ast.expr | ast.stmt)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._index(node.lineno, node.col_offset), self._index(node.end_lineno, node.end_col_offset)

    def _index(self, line: int, offset: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1][:offset].decode())


def _that_run(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children of a node that a running program may come through and a fault may stand in."""
    if not isinstance(node, ast.Assert | ast.JoinedStr | ast.Raise | ast.Import | ast.ImportFrom):
        skipped = _skipped(node)
        yield from (child for child in ast.iter_child_nodes(node) if child not in skipped)


def _skipped(node: ast.AST) -> Sequence[ast.AST | None]:
    skipped: Sequence[ast.AST | None] = ()
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            skipped = [node.returns, *node.decorator_list]
        case ast.ClassDef():
            skipped = node.decorator_list
        case ast.arg() | ast.AnnAssign():
            skipped = [node.annotation]
        case ast.Call():
            skipped = _said_in_call(node)
        case ast.Dict():
            skipped = [key for key in node.keys if _is_string(key)]
        case ast.Subscript() if _is_string(node.slice) or _name(node.value) == "Literal":
            skipped = [node.slice]
        case ast.If() if _name(node.test) == "TYPE_CHECKING":
            skipped = [node.test, *node.body]
        case ast.Assign() if any(_name(target).startswith("__") for target in node.targets):
            skipped = [node.value]
        case ast.Expr(value=ast.Constant()):  # docstrings
            skipped = [node.value]
    return skipped


def _said_in_call(node: ast.Call) -> list[ast.AST | None]:
    name = _name(node.func)
    skipped: list[ast.AST | None] = [each for each in node.keywords if name == "zip" and each.arg == "strict"]
    if name in _OF_TYPES:
        return [*skipped, *node.args]
    if name in _SENTENCES | _GIVEN_A_KEY:
        return [*skipped, *(each for each in node.args if _is_string(each))]
    return skipped


def _is_string(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def package(path: str) -> str:
    """Return the package of a module as faults are spread over them: `charts`, or the program's own name."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else parts[0]


def shares(lines: Mapping[str, int], total: int, fewest: int = FEWEST) -> dict[str, int]:
    """Return how many of `total` faults each package gets: by its lines, but no package fewer than `fewest`."""
    if fewest * len(lines) > total:
        raise ValueError(f"{total} faults are too few for {len(lines)} packages")
    small: set[str] = set()
    while True:
        rest = {name: count for name, count in lines.items() if name not in small}
        left, whole = total - fewest * len(small), sum(rest.values())
        exact = {name: left * count / whole for name, count in rest.items()}
        too_small = {name for name, share in exact.items() if share < fewest}
        if not too_small:
            break
        small |= too_small
    given = {name: int(exact.get(name, fewest)) for name in lines}
    # What is left over from whole numbers goes to the largest fractions; names decide between equals.
    by_fraction = sorted(exact, key=lambda name: (given[name] - exact[name], name))
    for name in by_fraction[: total - sum(given.values())]:
        given[name] += 1
    return given


def drawn(root: Path, total: int, seed: int) -> list[Fault]:
    """Return the faults of a seed, by place: each draw takes a kind first, then one of its places in the package."""
    found: dict[str, dict[str, list[Fault]]] = defaultdict(lambda: defaultdict(list))
    lines: dict[str, int] = defaultdict(int)
    for file in sorted((root / PROGRAM).rglob("*.py")):
        path, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        lines[package(path)] += len(text.splitlines())
        for fault in Places(path, text).faults():
            found[package(path)][fault.kind].append(fault)
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    chosen: list[Fault] = []
    for name, count in sorted(shares(lines, total).items()):
        kinds = found[name]
        for _ in range(count):
            places = kinds[chance.choice(sorted(kind for kind in kinds if kinds[kind]))]
            chosen.append(places.pop(chance.randrange(len(places))))
    return sorted(chosen)


def written(faults: Sequence[Fault], seed: int) -> str:
    """Return the list as it is kept, one fault a line."""
    lines = [f"# {len(faults)} faults, seed {seed}: number, file:line:column, kind, before -> after"]
    lines += [f"{number} {fault}" for number, fault in enumerate(faults, 1)]
    return "\n".join(lines) + "\n"


def read(text: str) -> dict[int, Fault]:
    """Return the faults of a kept list by their numbers; ValueError where a line is none."""
    faults = {}
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not (found := _LINE.fullmatch(line)):
            raise ValueError(f"not a line of the list of faults: {line}")
        number, path, row, column, kind, before, after = found.groups()
        faults[int(number)] = Fault(path, int(row), int(column), kind, *_said(f"[{before}, {after}]"))
    return faults


def _said(pair: str) -> tuple[str, str]:
    before, after = json.loads(pair)
    return before, after


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list of faults of a seed."""
    parser = argparse.ArgumentParser(description="Draw small faults over the whole program.")
    parser.add_argument("--faults", type=int, default=FAULTS)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    LIST.write_text(written(drawn(ROOT, chosen.faults, chosen.seed), chosen.seed), encoding="utf-8")
    sys.stdout.write(f"{chosen.faults} faults in {LIST.relative_to(ROOT)}: commit it, then run them\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
