"""The virtual environment in `.venv`: made, filled, found again, and made anew where it is broken.

What is installed has the exact versions of `packaging/constraints/`, so that every fresh clone is the same. Somebody
who sets HEARTLAND_NEWEST gets the newest of everything that `pyproject.toml` allows, as `pip install` does.

Standard library only, and no syntax newer than Python 3.7 (see `bootstrap.py`).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PROGRAMS = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
_STAMP = FOLDER / "heartland.json"
NEWEST = "HEARTLAND_NEWEST"
"""The environment variable that turns the exact versions off."""


class SetUpError(Exception):
    """What went wrong, in words for the person who typed the command, with the way out."""


def is_ready(extra: str) -> bool:
    """Whether the environment holds this version of the project with that extra; reads files only, so it is quick."""
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
        return (
            stamp["project"] == _fingerprint()
            and extra in ("", *stamp["extras"])
            and set(stamp["packages"]) <= _installed()
            and PYTHON.exists()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False  # No stamp, or half a one: whatever it was, it is set up again.


def make(extra: str) -> None:
    """Create the environment if need be and install the project, editable, with an extra."""
    fresh = not _is_sound()
    _STAMP.unlink(missing_ok=True)
    if fresh:
        _create()
    try:
        _install(extra)
    except SetUpError:
        if fresh:
            raise
        # An interrupted installation can leave an environment that no installation mends.
        _create()
        _install(extra)
    stamp = {"project": _fingerprint(), "extras": [extra] if extra else [], "packages": sorted(_installed())}
    partial = _STAMP.with_suffix(".part")
    partial.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    partial.replace(_STAMP)


def _fingerprint() -> str:
    """Return what an installation depends on: dependencies declared and locked, our version, and the Python."""
    version = re.search(r'__version__ = "(.+)"', (ROOT / "heartland_gui" / "__init__.py").read_text(encoding="utf-8"))
    locked = constraints()
    parts = (
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
        locked.read_text(encoding="utf-8") if locked else "the newest",
        version and version.group(1),
        sys.version,
        str(ROOT),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _installed() -> set[str]:
    """Return the installed distributions, as the names of their folders of metadata."""
    folders = (*FOLDER.glob("lib/python3*/site-packages"), FOLDER / "Lib" / "site-packages")
    return {found.name for folder in folders for found in folder.glob("*.dist-info")}


def _is_sound() -> bool:
    """Whether there is an environment of this very Python in which pip answers."""
    question = "import sys, pip; print(*sys.version_info[:2])"
    try:
        asked = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0 and asked.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _create() -> None:
    _run(
        [_base_python(), "-m", "venv", "--clear", str(FOLDER)],
        f"The virtual environment {FOLDER} could not be made. If it belongs to somebody else, delete it and try again.",
    )


def _base_python() -> str:
    """Return the Python outside the environment, also where the one inside was used to start this script."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")


def constraints() -> Path | None:
    """Return the file of exact versions for this Python, or None where the newest are wanted or none are known."""
    path = ROOT / "packaging" / "constraints" / f"{sys.version_info[0]}.{sys.version_info[1]}.txt"
    return path if path.exists() and not os.environ.get(NEWEST) else None


def _install(extra: str) -> None:
    wanted, locked = f"{ROOT}[{extra}]" if extra else str(ROOT), constraints()
    environment = dict(os.environ)
    if locked:
        # Not as an argument, so that it also holds for what builds the project. Pip splits it at spaces: a path from
        # the folder of the project has none. (The second name is what pip asks from 25.3 on.)
        for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"):
            environment[name] = locked.relative_to(ROOT).as_posix()
    newest = [] if locked else ["--upgrade", "--upgrade-strategy", "eager"]
    _run(
        [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *newest, "--editable", wanted],
        "The packages could not be installed. With a network and a package index that pip can reach, type the command"
        " again: it goes on where it stopped.",
        environment,
    )


def _run(command: list[str], way_out: str, environment: dict[str, str] | None = None) -> None:
    """Run a command in silence; if it fails, raise with the end of what it said and the way out."""
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
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-25:])
        raise SetUpError(f"{tail}\n\n{way_out}\n(The command was: {' '.join(command)})")
