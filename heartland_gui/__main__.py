"""The command `heartland`: parses the command line and calls what it asks for."""

from __future__ import annotations

import importlib
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import Final

from heartland_gui.cli import CheckOptions, ExportOptions, Options, TourOptions, parsed
from heartland_gui.loading.folder import read_dataset
from heartland_gui.loading.walking import shown_path
from heartland_gui.problems import Severity, has_errors
from heartland_gui.text import Words

_LIBRARY: Final = re.compile(r"lib[\w.+-]*\.so[\w.]*")
_PACKAGES: Final = frozenset({"PySide6", "shiboken6", "pyqtgraph", "numpy"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not so where there is no terminal at all
            stream.reconfigure(errors="backslashreplace")
    words = Words()
    try:
        code = _run(parsed(sys.argv[1:] if arguments is None else arguments), words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has closed it; what is still buffered must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _run(options: Options, words: Words) -> int:
    if isinstance(options, CheckOptions):
        return check(options, words)
    try:
        # The one late import: `check` must work without Qt, and Qt without its libraries must end in a sentence.
        app = importlib.import_module("heartland_gui.app")
    except ImportError as error:
        said = _missing(error, words)
        if said is None:
            raise
        sys.stderr.write(said + "\n")
        return 1
    if isinstance(options, ExportOptions):
        return int(app.run_export(options))
    if isinstance(options, TourOptions):
        return int(app.run_tour(options))
    return int(app.run_window(options))


def check(options: CheckOptions, words: Words) -> int:
    """Print every problem of a dataset; return 0 where it is usable and 1 where something has to be mended."""
    problems = read_dataset(options.dataset).problems
    for problem in problems:
        sys.stdout.write(problem.report_line(words) + "\n")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counted = words.listing(
        [
            words.plural("{n} error", "{n} errors", errors),
            words.plural("{n} warning", "{n} warnings", len(problems) - errors),
        ]
    )
    sys.stderr.write(f"{shown_path(options.dataset)}: {counted}\n")
    return 1 if has_errors(problems) else 0


def _missing(error: ImportError, words: Words) -> str | None:
    """Return what is missing on this machine, or None where the fault is the program's own."""
    library = _LIBRARY.search(str(error))
    if library is not None:
        return words.text(
            "heartland: Qt cannot start, because the system's library {library} is missing. "
            "Run `python3 packaging/bootstrap.py run`: it installs the library or says how.",
            library=library[0],
        )
    if (error.name or "").partition(".")[0] in _PACKAGES:
        return words.text(
            "heartland: the Python package {package} is missing. "
            "Run `python3 packaging/bootstrap.py run`: it sets everything up.",
            package=str(error.name),
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
