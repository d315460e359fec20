"""Try the faults of `list.txt`, one after the other: `python -m tests.faults.run`.

Each is put into a copy of the last commit, never into the files one works on. The mirror of the module comes first
(`heartland_gui/a/b.py` is tested by `tests/a/test_b.py`); what it does not notice goes through all tests that need no
real window, up to the first that fails. Before that, mirrors and suite must pass in the copy as it is. A fault that
makes the tests hang counts as noticed: a run ends after a few times what it takes without a fault.

Each outcome is written to `result.txt` at once, and a second start goes on where the first one ended. With
`--workers N` the whole suite runs in N processes, for which pytest-xdist must be installed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.draw import LIST, PROGRAM, ROOT, Fault, package, read

RESULT: Final = LIST.with_name("result.txt")
MIRROR: Final = "mirror"
SUITE: Final = "suite"
SURVIVED: Final = "survived"
# What is tested here is neither the list of faults nor the whole window: the one would notice every fault.
SUITE_ARGUMENTS: Final = ("--ignore=tests/end_to_end", "--ignore=tests/faults")
LEAST_LIMIT: Final = 60.0
"""Seconds that any run may take, on a machine that does other things too."""
PATIENCE: Final = 4.0
"""How many times as long as without a fault a run may take."""
_FAILED: Final = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What noticed a fault: the mirror, the suite or nothing; and how, in words."""

    by: str
    how: str = ""


class Copy:
    """The last commit of a repository in a folder of its own, in which faults are tried."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._folder = folder / "tree"
        self._runtime = folder / "runtime"
        self._runtime.mkdir(mode=0o700)
        subprocess.run(["git", "clone", "--quiet", "--shared", str(root), str(self._folder)], check=True)

    def exists(self, path: str) -> bool:
        """Whether the copy has this file."""
        return (self._folder / path).is_file()

    def fits(self, fault: Fault) -> None:
        """Raise ValueError where the fault does not stand in this code."""
        fault.applied(self._file(fault.path).read_text(encoding="utf-8"))

    def passes(self, arguments: Sequence[str], limit: float | None) -> tuple[bool, str]:
        """Run pytest until the first failure, for at most `limit` seconds: whether all passed, and what did not."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", *arguments]
        running = subprocess.Popen(
            command,
            cwd=self._folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        try:
            said, _ = running.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            # Its workers too: they are in the session that was begun for it.
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            return False, f"no end after {limit:.0f} s"
        if running.returncode == 0:
            return True, ""
        named = _FAILED.search(said)
        last = said.strip().splitlines()[-1:] or [""]
        return False, named[1] if named else f"status {running.returncode}: {last[0]}"

    def with_fault(self, fault: Fault, arguments: Sequence[str], limit: float) -> tuple[bool, str]:
        """Do what `passes` does while the fault is in the copy."""
        file = self._file(fault.path)
        sound = file.read_text(encoding="utf-8")
        try:
            self._write(file, fault.applied(sound))
            return self.passes(arguments, limit)
        finally:
            self._write(file, sound)

    def _file(self, path: str) -> Path:
        return self._folder / path

    @staticmethod
    def _write(file: Path, text: str) -> None:
        file.write_text(text, encoding="utf-8")
        # Python takes compiled code for that of a file of the same size written in the same second.
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
            compiled.unlink()

    def _environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(self._runtime),
        }


class Results:
    """The outcomes that were written down, for one list of faults."""

    def __init__(self, path: Path, faults: Mapping[int, Fault]) -> None:
        self._path = path
        self._faults = faults
        whole = "\n".join(f"{number} {fault}" for number, fault in faults.items())
        self._list = hashlib.sha256(whole.encode()).hexdigest()[:16]
        self.outcomes: dict[int, Outcome] = {}
        if path.is_file():
            self._read(path.read_text(encoding="utf-8"))

    def _read(self, text: str) -> None:
        head, *lines = text.splitlines()
        if self._list not in head:
            raise ValueError(f"{self._path} has the outcomes of another list of faults: remove it first")
        for line in lines:
            if line and not line.startswith("#"):
                number, by, *how = line.split(maxsplit=2)
                self.outcomes[int(number)] = Outcome(by, how[0].split(" | ")[0] if how else "")

    def add(self, number: int, outcome: Outcome) -> None:
        """Write one outcome down."""
        self.outcomes[number] = outcome
        self.write()

    def write(self) -> None:
        """Write all outcomes and the table."""
        lines = [f"# outcomes of list {self._list}: number, noticed by, how | fault"]
        for number, outcome in sorted(self.outcomes.items()):
            lines.append(f"{number} {outcome.by} {outcome.how or '-'} | {self._faults[number]}")
        lines += [f"# {line}".rstrip() for line in table(self._faults, self.outcomes)]
        self._path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def mirror(path: str) -> str:
    """Return the file of tests that mirrors a module."""
    inner = Path(path).relative_to(PROGRAM)
    return (Path("tests") / inner.parent / f"test_{inner.name}").as_posix()


def table(faults: Mapping[int, Fault], outcomes: Mapping[int, Outcome]) -> list[str]:
    """Return how many faults of each package were noticed by what."""
    counted: dict[str, Counter[str]] = {}
    for number, fault in faults.items():
        row = counted.setdefault(package(fault.path), Counter())
        row["all"] += 1
        if number in outcomes:
            row[outcomes[number].by] += 1
    columns = ("all", MIRROR, SUITE, SURVIVED)
    lines = [f"{'package':<16}" + "".join(f"{name:>10}" for name in columns)]
    whole: Counter[str] = Counter()
    for name, row in counted.items():
        whole.update(row)
        lines.append(f"{name:<16}" + "".join(f"{row[column]:>10}" for column in columns))
    return [*lines, f"{'all':<16}" + "".join(f"{whole[column]:>10}" for column in columns)]


def limit_of(seconds: float) -> float:
    """Return how long a run may take that takes `seconds` without a fault."""
    return max(LEAST_LIMIT, PATIENCE * seconds)


class Trial:
    """Faults in a copy: first each one's mirror, then for those that are left the whole suite."""

    def __init__(self, copy: Copy, faults: Mapping[int, Fault], results: Results, workers: int) -> None:
        self._copy = copy
        self._faults = faults
        self._results = results
        spread = importlib.util.find_spec("xdist") is not None
        self._alone = ("-n", "0") if spread else ()
        self._suite = (*SUITE_ARGUMENTS, *(("-n", str(workers), "--dist", "worksteal") if spread else ()))

    def mirrors(self, numbers: Iterable[int]) -> None:
        """Try each fault with the mirror of its module; what is not noticed stands as survived until the suite ran."""
        limits: dict[str, float] = {}
        for number in numbers:
            fault = self._faults[number]
            tests = mirror(fault.path)
            if not self._copy.exists(tests):
                self._say(number, Outcome(SURVIVED, "no mirror"))
                continue
            arguments = (tests, *self._alone)
            if tests not in limits:
                limits[tests] = self._limit(arguments)
            passed, how = self._copy.with_fault(fault, arguments, limits[tests])
            self._say(number, Outcome(SURVIVED, "mirror passed") if passed else Outcome(MIRROR, how))

    def suite(self, numbers: Sequence[int]) -> None:
        """Try what the mirrors left with the whole suite."""
        if not numbers:
            return
        limit = self._limit(self._suite)
        for number in numbers:
            passed, how = self._copy.with_fault(self._faults[number], self._suite, limit)
            self._say(number, Outcome(SURVIVED, "suite passed") if passed else Outcome(SUITE, how))

    def _limit(self, arguments: Sequence[str]) -> float:
        """Return how long these tests may take; ValueError where they fail without any fault."""
        started = time.monotonic()
        passed, how = self._copy.passes(arguments, None)
        if not passed:
            raise ValueError(f"fails without a fault: {how}")
        return limit_of(time.monotonic() - started)

    def _say(self, number: int, outcome: Outcome) -> None:
        self._results.add(number, outcome)
        sys.stdout.write(f"{number:>3} {outcome.by:<9} {outcome.how} | {self._faults[number]}\n")
        sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Try all faults that have no outcome yet, and print the table."""
    parser = argparse.ArgumentParser(description="Try the faults of the list in a copy of the last commit.")
    parser.add_argument("--stage", choices=(MIRROR, SUITE), help="only the mirrors, or only the suite after them")
    parser.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="only these faults")
    parser.add_argument("--workers", type=int, default=0, help="processes of the suite (needs pytest-xdist)")
    chosen = parser.parse_args(arguments)
    faults = read(LIST.read_text(encoding="utf-8"))
    results = Results(RESULT, faults)
    numbers = [number for number in faults if not chosen.only or number in chosen.only]
    with tempfile.TemporaryDirectory(prefix="heartland-faults-") as folder:
        copy = Copy(ROOT, Path(folder))
        for number in numbers:
            copy.fits(faults[number])
        trial = Trial(copy, faults, results, chosen.workers)
        if chosen.stage != SUITE:
            trial.mirrors(number for number in numbers if number not in results.outcomes)
        if chosen.stage != MIRROR:
            left = (number for number in numbers if number in results.outcomes)
            trial.suite([each for each in left if _waits(results.outcomes[each])])
    sys.stdout.write("\n".join(table(faults, results.outcomes)) + "\n")
    return 0


def _waits(outcome: Outcome) -> bool:
    """Whether the whole suite has not been tried yet."""
    return outcome.by == SURVIVED and outcome.how != "suite passed"


if __name__ == "__main__":
    sys.exit(main())
