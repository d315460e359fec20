"""Set everything up, then start the program or test it; needs nothing but Python 3.11 or newer.

    python3 packaging/bootstrap.py run [ARGUMENTS OF THE PROGRAM]
    python3 packaging/bootstrap.py test [ARGUMENTS OF PYTEST]
    python3 packaging/bootstrap.py nightly [ARGUMENTS OF PYTEST]

It makes a virtual environment in `.venv`, installs the package and what it depends on, and on Debian and Ubuntu the
system's libraries that Qt needs for a real window: as root with apt, otherwise it says what to type. A second start
finds everything done. `nightly` is `test` with the tests that take long and with more examples of each property; with
HEARTLAND_NEWEST set, everything is installed in its newest version instead of the one in `packaging/constraints/`.

Standard library only, and no syntax newer than Python 3.7, so that an old Python can say that it is too old.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import checks
import environment
import system_packages
from environment import PYTHON, SetUpError

OLDEST_PYTHON = (3, 11)
USAGE = (
    "usage: bootstrap.py run [ARGUMENTS OF THE PROGRAM] | test [ARGUMENTS OF PYTEST] | nightly [ARGUMENTS OF PYTEST]"
)
TOUR_FOLDER = "heartland-tour"
# What the program does without a window; everything else opens one.
WINDOWLESS = frozenset({"export", "check", "tour", "-h", "--help", "--version"})
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def main(arguments: list[str]) -> int:
    """Set up, then do what was asked; return the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"Heartland needs Python 3.11 or newer; this is Python {found}.", file=sys.stderr)
        print("Install a newer Python and type: python3.11 packaging/bootstrap.py run", file=sys.stderr)
        return 2
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("run", "test", "nightly"):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        set_up(with_tests=command != "run")
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return run(rest) if command == "run" else checks.run_all(rest, nightly=command == "nightly")


def set_up(*, with_tests: bool) -> None:
    """Bring the system's packages and the virtual environment to what is needed; raise SetUpError where it cannot."""
    extra = "test" if with_tests else ""
    ready = environment.is_ready(extra)
    missing = system_packages.missing_libraries()
    packages = system_packages.packages_of(missing)
    if with_tests:
        packages += system_packages.missing_test_programs()
    if not ready:
        packages += system_packages.missing_python_packages(sys.executable)
    if packages:
        _provide(packages, missing)
    if not ready:
        _say("Setting up .venv (this takes a minute the first time) ...")
        environment.make(extra)


def _provide(packages: list[str], libraries: list[str]) -> None:
    """Install system packages where we may; otherwise say how."""
    if not system_packages.is_debian():
        named = ", ".join(libraries) or "none"
        raise SetUpError(
            "Some of what Heartland needs from the system is missing. Install it with your system's package manager.\n"
            f"Shared libraries: {named}\nIn Debian's names: {' '.join(sorted(set(packages)))}"
        )
    command = system_packages.apt_command(packages)
    if os.geteuid() != 0:
        raise SetUpError(
            "Some system packages are missing. Type this, then the same command as before:\n"
            f"    sudo apt-get update && sudo {' '.join(command)}"
        )
    _say(f"Installing system packages: {' '.join(sorted(set(packages)))} ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A fresh machine has no package lists; old ones name files that are gone.
    for step in (["apt-get", "update"], command):
        done = subprocess.run(
            step, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
        )
        if done.returncode != 0:
            tail = "\n".join(done.stdout.splitlines()[-25:])
            raise SetUpError(f"{tail}\n\nInstalling system packages failed. The command was: {' '.join(step)}")


def run(arguments: list[str]) -> int:
    """Start the program; without a display say so and make the tour, which shows the same in pictures."""
    command = [str(PYTHON), "-P", "-m", "heartland_gui", *arguments]
    if not (arguments and arguments[0] in WINDOWLESS):
        problem = display_problem()
        if problem:
            _say(f"{problem} Making the tour instead: pictures of every page in {Path(TOUR_FOLDER).resolve()}")
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            command = [str(PYTHON), "-P", "-m", "heartland_gui", "tour", TOUR_FOLDER]
    return subprocess.call(command)


def display_problem() -> str | None:
    """Return in a sentence why no window can be opened, or None."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    # Qt ends the process if it cannot reach the display, so a child has to try.
    probe = subprocess.run([str(PYTHON), "-c", _PROBE], capture_output=True, check=False)
    if probe.returncode != 0:
        named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        return f"The display {named} cannot be used."
    return None


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
