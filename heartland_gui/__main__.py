"""The command `heartland`: parses the command line and calls what it asks for."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import Final

from heartland_gui.cli import CheckOptions, ExportOptions, Options, TourOptions, WindowOptions, parsed
from heartland_gui.text import Words

_LIBRARY: Final = re.compile(r"lib[\w.+-]*\.so[\w.]*")
_COMMANDS: Final[dict[type[Options], tuple[str, str]]] = {
    CheckOptions: ("heartland_gui.loading.command", "run_check"),
    WindowOptions: ("heartland_gui.start", "run_window"),
    ExportOptions: ("heartland_gui.export.command", "run_export"),
    TourOptions: ("heartland_gui.tour", "run_tour"),
}
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
    except OSError as error:
        # What was to be printed could not be: the disk is full, or the stream is closed.
        reason = error.strerror or str(error)
        _complain(words.text("heartland: the output could not be written: {reason}.", reason=reason))
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _complain(sentence: str) -> None:
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.write(f"{sentence}\n")


def _run(options: Options, words: Words) -> int:
    module, function = _COMMANDS[type(options)]
    try:
        # The one late import: each command loads what it needs. `check` works without Qt, the window is shown before
        # the rest is loaded, and Qt without its libraries ends in a sentence.
        command = getattr(importlib.import_module(module), function)
    except ImportError as error:
        said = _missing(error, words)
        if said is None:
            raise
        sys.stderr.write(said + "\n")
        return 1
    return int(command(options))


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
