"""The command `heartland`: parses the command line and calls what it asks for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from heartland_gui.cli import CheckOptions, ExportOptions, Options, TourOptions, parsed
from heartland_gui.loading.folder import read_dataset
from heartland_gui.problems import Severity, has_errors
from heartland_gui.text import Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    words = Words()
    try:
        code = _run(parsed(sys.argv[1:] if arguments is None else arguments), words)
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
        sys.stderr.write(_missing(error, words) + "\n")
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
    sys.stderr.write(f"{options.dataset}: {counted}\n")
    return 1 if has_errors(problems) else 0


def _missing(error: ImportError, words: Words) -> str:
    return words.text(
        "heartland: Qt cannot start, a library of the system is missing ({error}). "
        "`python3 packaging/bootstrap.py run` installs it or says how.",
        error=str(error),
    )


if __name__ == "__main__":
    sys.exit(main())
