"""The command `heartland`: what it loads, what it says where something is missing, and how it ends."""

from __future__ import annotations

import importlib
import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from heartland_gui import __main__ as program
from heartland_gui.cli import CheckOptions, ExportOptions, Options, TourOptions, WindowOptions
from heartland_gui.loading import command
from tests.loading.small_dataset import SOUND, changed, written

ROOT = Path(__file__).resolve().parent.parent


def started(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "heartland_gui", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_check_prints_what_the_terminal_cannot_show(tmp_path: Path) -> None:
    written(tmp_path, changed('id = "stones"', 'id = "石"'))
    done = started("check", tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "\\u77f3" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_reader_that_closes_early_is_no_fault(tmp_path: Path) -> None:
    many = "".join(f'[[event]]\nsubject = "x{n}"\n' for n in range(5000))
    written(tmp_path, SOUND + many)
    with subprocess.Popen(
        [sys.executable, "-m", "heartland_gui", "check", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert "key-missing" in child.stdout.readline()
        child.stdout.close()
        said = child.stderr.read()
        child.wait(timeout=60)
    assert child.returncode == 1
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_path: Path) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(command, "read_dataset", interrupted)
    # A shell lets what it starts in the background ignore interruptions, tests too.
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert program.main(["check", "x"]) == 130
    finally:
        signal.signal(signal.SIGINT, former)
    assert capsys.readouterr() == ("", "")


MISSING = {
    "library": (
        ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"),
        "the system's library libEGL.so.1 is missing",
    ),
    "package": (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "the Python package PySide6"),
    "another package": (ModuleNotFoundError("No module named 'numpy'", name="numpy"), "the Python package numpy is"),
    "bindings": (ImportError("shiboken6 is broken", name="shiboken6"), "the Python package shiboken6 is"),
    "plots": (
        ModuleNotFoundError("No module named 'pyqtgraph'", name="pyqtgraph.Qt"),
        "the Python package pyqtgraph.Qt",
    ),
    "part": (ModuleNotFoundError("No module named 'PySide6.QtSvg'", name="PySide6.QtSvg"), "package PySide6.QtSvg"),
}


@pytest.mark.parametrize(("error", "said"), MISSING.values(), ids=MISSING.keys())
@pytest.mark.parametrize("line", ["", "tour x", "export --all -o x"])
def test_what_qt_lacks_is_said_in_a_sentence(
    line: str, error: ImportError, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_name: str) -> None:
        raise error

    monkeypatch.setattr(importlib, "import_module", failing)
    assert program.main(line.split()) == 1
    out, told = capsys.readouterr()
    assert out == ""
    assert said in told
    assert "python3 packaging/bootstrap.py run" in told
    assert told.count("\n") == 1


def test_a_fault_of_our_own_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_name: str) -> None:
        raise ImportError("cannot import name 'x' from 'heartland_gui.ui'", name="heartland_gui.ui")

    monkeypatch.setattr(importlib, "import_module", failing)
    with pytest.raises(ImportError, match="cannot import name"):
        program.main([])


def test_a_program_without_a_terminal_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    class App:
        @staticmethod
        def run_window(options: WindowOptions) -> int:
            assert options == WindowOptions()
            return 7

    monkeypatch.setattr(importlib, "import_module", lambda _name: App)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert program.main([]) == 7


COMMANDS = {
    "check x --language zh": ("heartland_gui.loading.command", "run_check", CheckOptions(Path("x"), "zh")),
    "": ("heartland_gui.start", "run_window", WindowOptions()),
    "export --all -o x": (
        "heartland_gui.export.command",
        "run_export",
        ExportOptions(Path("x"), all_charts=True),
    ),
    "tour x": ("heartland_gui.tour", "run_tour", TourOptions(Path("x"))),
}


@pytest.mark.parametrize(("line", "asked"), COMMANDS.items(), ids=COMMANDS.keys())
def test_a_command_loads_what_does_it_and_gives_its_code(
    line: str, asked: tuple[str, str, Options], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, function, meant = asked
    loaded: list[str] = []
    given: list[Options] = []

    def done(options: Options) -> int:
        given.append(options)
        return 5

    def load(name: str) -> SimpleNamespace:
        loaded.append(name)
        return SimpleNamespace(**{function: done})

    monkeypatch.setattr(importlib, "import_module", load)
    monkeypatch.setattr(sys, "argv", ["heartland", *line.split()])
    assert program.main() == 5
    assert (loaded, given) == ([module], [meant])


@pytest.mark.parametrize(("module", "function", "_"), COMMANDS.values(), ids=COMMANDS.keys())
def test_what_a_command_loads_is_there(module: str, function: str, _: Options) -> None:
    assert callable(getattr(importlib.import_module(module), function))


class Full(io.StringIO):
    """A file on a disk that is full."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_output_that_cannot_be_written_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    written(tmp_path, SOUND)
    monkeypatch.setattr(sys, "stdout", Full())
    assert program.main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "heartland: the output could not be written: No space left on device."
    )


def test_nothing_is_said_where_complaining_fails_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_options: Options) -> int:
        raise OSError("no medium")

    monkeypatch.setattr(importlib, "import_module", lambda _name: SimpleNamespace(run_window=failing))
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main([]) == 1


def test_an_error_without_a_reason_of_the_system_tells_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_options: Options) -> int:
        raise OSError("no medium")

    monkeypatch.setattr(importlib, "import_module", lambda _name: SimpleNamespace(run_window=failing))
    assert program.main([]) == 1
    assert capsys.readouterr().err == "heartland: the output could not be written: no medium.\n"
