from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path

import pytest

from tests.faults.draw import Fault, Places
from tests.faults.run import (
    LEAST_LIMIT,
    MIRROR,
    SUITE,
    SURVIVED,
    Copy,
    Outcome,
    Results,
    Trial,
    limit_of,
    mirror,
    table,
)

SIGN = '"""Signs."""\n\n\ndef sign(value):\n    if value < 0:\n        return -1\n    return 1 if value else 0\n'
LOOP = (
    '"""Counting."""\n\n\ndef counted(most):\n    n = 0\n    while n < most:\n        n = sum((n, 1))\n    return n\n'
)
TEST_SIGN = "from heartland_gui.sign import sign\n\n\ndef test_sign():\n    assert sign(-5) == -1\n"
TEST_ALL = """from heartland_gui.loop import counted
from heartland_gui.sign import sign


def test_all():
    assert sign(5) == 1
    assert counted(3) == 3
"""


@pytest.fixture(autouse=True)
def few_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each pytest with what it needs here: loading Qt and hypothesis takes longer than the tests."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    if importlib.util.find_spec("xdist"):
        monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a repository of two small modules, of which one has a mirror."""
    root = tmp_path / "program"
    for name, text in {
        "heartland_gui/__init__.py": "",
        "heartland_gui/sign.py": SIGN,
        "heartland_gui/loop.py": LOOP,
        "tests/test_sign.py": TEST_SIGN,
        "tests/test_all.py": TEST_ALL,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "Begin"], check=True)
    return root


def faults_of(path: str, text: str, *afters: str) -> list[Fault]:
    return [fault for after in afters for fault in Places(path, text).faults() if fault.after == after]


def test_mirrors() -> None:
    assert mirror("heartland_gui/app.py") == "tests/test_app.py"
    assert mirror("heartland_gui/charts/kinds/map.py") == "tests/charts/kinds/test_map.py"


def test_a_limit_is_never_short() -> None:
    assert limit_of(1) == LEAST_LIMIT
    assert limit_of(100) == 400


@pytest.mark.nightly
def test_who_notices_a_fault(program: Path, tmp_path: Path) -> None:
    (turned,) = faults_of("heartland_gui/sign.py", SIGN, "value >= 0")
    unseen = Fault("heartland_gui/sign.py", 7, 28, "number", "0", "1")
    (swapped,) = faults_of("heartland_gui/sign.py", SIGN, "0 if value else 1")
    (other,) = faults_of("heartland_gui/loop.py", LOOP, "n >= most")
    faults = {1: turned, 2: unseen, 3: swapped, 4: other}
    results = Results(tmp_path / "result.txt", faults)
    copy = Copy(program, tmp_path)
    trial = Trial(copy, faults, results, 0)
    trial.mirrors([1, 2, 3, 4])
    assert results.outcomes == {
        1: Outcome(MIRROR, "tests/test_sign.py::test_sign"),
        2: Outcome(SURVIVED, "mirror passed"),
        3: Outcome(SURVIVED, "mirror passed"),
        4: Outcome(SURVIVED, "no mirror"),
    }
    trial.suite([2, 3, 4])
    assert results.outcomes[2] == Outcome(SURVIVED, "suite passed")
    assert results.outcomes[3] == Outcome(SUITE, "tests/test_all.py::test_all")
    assert results.outcomes[4] == Outcome(SUITE, "tests/test_all.py::test_all")
    assert (program / "heartland_gui/sign.py").read_text(encoding="utf-8") == SIGN
    assert Results(tmp_path / "result.txt", faults).outcomes == results.outcomes
    assert table(faults, results.outcomes) == [
        "package                all    mirror     suite  survived",
        "heartland_gui            4         1         2         1",
        "all                      4         1         2         1",
    ]


@pytest.mark.nightly
def test_tests_without_an_end_are_ended(program: Path, tmp_path: Path) -> None:
    endless = Fault("heartland_gui/loop.py", 7, 21, "number", "1", "0")
    assert Copy(program, tmp_path).with_fault(endless, ["tests/test_all.py"], 1.0) == (False, "no end after 1 s")


@pytest.mark.nightly
def test_tests_that_fail_without_a_fault_end_the_trial(program: Path, tmp_path: Path) -> None:
    (program / "tests/test_sign.py").write_text("def test_sign():\n    assert False\n", encoding="utf-8")
    git = ["git", "-C", str(program), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "commit", "--quiet", "-a", "-m", "Break"], check=True)
    faults = dict(enumerate(faults_of("heartland_gui/sign.py", SIGN, "value >= 0"), 1))
    trial = Trial(Copy(program, tmp_path), faults, Results(tmp_path / "result.txt", faults), 0)
    with pytest.raises(ValueError, match=r"fails without a fault: tests/test_sign\.py::test_sign"):
        trial.mirrors([1])


def test_outcomes_of_another_list_are_refused(tmp_path: Path) -> None:
    one, other = (dict(enumerate(faults_of("heartland_gui/sign.py", SIGN, after), 1)) for after in ("value >= 0", "2"))
    Results(tmp_path / "result.txt", one).add(1, Outcome(SURVIVED, "suite passed"))
    with pytest.raises(ValueError, match="another list"):
        Results(tmp_path / "result.txt", other)
