"""`heartland check` from end to end: every problem in a line, their number, and the exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from heartland_gui.cli import CheckOptions
from heartland_gui.loading.command import run_check
from heartland_gui.resources import resource
from tests.loading.small_dataset import SOUND, changed, taken_out, written

ROOT = Path(__file__).resolve().parents[2]


def test_check_prints_every_problem_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, at = taken_out(changed('grade = "press"', 'grade = §"pres"').replace('publisher = "The Gazette"\n"', ""))
    assert run_check(CheckOptions(written(tmp_path, text), "en")) == 1
    out, error = capsys.readouterr()
    file = tmp_path / "dataset.toml"
    assert (
        f"{file}:{at.line}:{at.column}: error[choice-unknown]: “pres” is not a value of “grade” in this format." in out
    )
    assert "(did you mean “press”?)" in out
    assert [line.startswith(str(tmp_path)) for line in out.splitlines()] == [True, True]
    assert error == f"{tmp_path}: 1 error and 1 warning\n"


def test_check_of_warnings_alone_is_a_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, changed('grade = "press"', 'graed = "press"'))
    assert run_check(CheckOptions(tmp_path, "en")) == 0
    out, error = capsys.readouterr()
    assert ": warning[key-unknown]: " in out
    assert error == f"{tmp_path}: 0 errors and 1 warning\n"


def test_check_of_a_sound_dataset_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, SOUND)
    assert run_check(CheckOptions(tmp_path, "en")) == 0
    assert capsys.readouterr() == ("", f"{tmp_path}: 0 errors and 0 warnings\n")


def test_check_of_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check(CheckOptions(tmp_path / "x", "en")) == 1
    out, _ = capsys.readouterr()
    assert out.startswith(f"{tmp_path / 'x'}:1:1: error[folder-missing]: ")


def test_check_loads_no_qt() -> None:
    code = (
        "import sys; from heartland_gui.__main__ import main; code = main(['check', sys.argv[1]]); "
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken', 'pyqtgraph', 'numpy'))));"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, resource("datasets", "shanxi")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


@pytest.mark.parametrize(
    ("language", "environment", "counted"),
    [("zh", "en", "0个错误"), (None, "zh_CN.UTF-8", "0个错误"), ("en", "zh_CN.UTF-8", "0 errors")],
)
def test_it_speaks_the_language_that_is_asked_for(
    language: str | None,
    environment: str,
    counted: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", environment)
    assert run_check(CheckOptions(written(tmp_path, SOUND), language)) == 0
    assert counted in capsys.readouterr().err
