"""The steps of `bootstrap.py test`: the quick ones side by side, then the tests, up to the first step that fails.

Standard library only, and no syntax newer than Python 3.7 (see `bootstrap.py`).
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from environment import PROGRAMS, PYTHON, ROOT

_PYTEST = [str(PYTHON), "-m", "pytest"]
_ON_ALL_CORES = ["--numprocesses", "auto", "--dist", "worksteal"]
_NIGHTLY = ["-m", "", "--hypothesis-profile", "nightly"]
"""Also the tests that are marked `nightly`, and more examples of each property."""
QUICK = (
    ("format", [str(PYTHON), "-m", "ruff", "format", "--check", "."]),
    ("lint", [str(PYTHON), "-m", "ruff", "check", "."]),
    ("types", [str(PYTHON), "-m", "mypy"]),
    ("floors", [str(PROGRAMS / "lint-imports")]),
)
TESTS = (
    ("tests, windows offscreen", [*_PYTEST, *_ON_ALL_CORES, "--ignore=tests/end_to_end"]),
    ("tests in a real window", [*_PYTEST, "tests/end_to_end"]),
)


def run_all(pytest_arguments: list[str], *, nightly: bool = False) -> int:
    """Run every step and return the exit status: 0 only if all of them hold.

    With arguments for pytest there is one step of tests, the chosen ones, instead of two.
    """
    started = time.monotonic()
    tests = (("tests", [*_PYTEST, *pytest_arguments]),) if pytest_arguments else TESTS
    with tempfile.TemporaryDirectory(prefix="heartland-test-") as runtime:
        environment = _environment(runtime)
        with ThreadPoolExecutor() as side_by_side:
            passed = side_by_side.map(lambda step: _quick_step(step[0], step[1], environment), QUICK)
        failed = [step[0] for step, has_passed in zip(QUICK, passed, strict=True) if not has_passed]
        if not failed:
            for name, command in tests:
                if not _shown_step(name, [*command, *_NIGHTLY] if nightly else command, environment):
                    failed.append(name)
                    break
    verdict = f"FAILED: {', '.join(failed)}" if failed else "all steps passed"
    print(f"== {verdict} ({time.monotonic() - started:.0f} s)", flush=True)
    return 1 if failed else 0


def _environment(runtime: str) -> dict[str, str]:
    """Return the children's environment: the same locale everywhere, and what Qt would otherwise warn about."""
    return {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": runtime,
        # The program is started anew by many tests: it is compiled once, also where somebody has this turned off.
        "PYTHONDONTWRITEBYTECODE": "",
    }


def _quick_step(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run a step whose output matters only if it fails."""
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    _report(name, passed=done.returncode == 0, seconds=time.monotonic() - started)
    if done.returncode != 0:
        print(done.stdout, flush=True)
    return done.returncode == 0


def _shown_step(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run a step whose output is shown as it comes, its closing line included."""
    print(f"-- {name}", flush=True)
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    _report(name, passed=done.returncode == 0, seconds=time.monotonic() - started)
    return done.returncode == 0


def _report(name: str, *, passed: bool, seconds: float) -> None:
    print(f"-- {name:<26} {'passed' if passed else 'FAILED'} {seconds:7.1f} s", flush=True)
