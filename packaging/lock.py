"""Writes the exact versions that the tests run against: one file for each Python in `packaging/constraints/`.

    python3 packaging/lock.py

They are the newest versions that `pyproject.toml` allows, found by uv, which is installed into a temporary environment
for it. `bootstrap.py` installs these versions; what somebody installs with pip is not bound to them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from environment import ROOT

FOLDER = ROOT / "packaging" / "constraints"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def main() -> int:
    """Write the files and return the exit status."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="heartland-lock-") as temporary:
        venv.create(temporary, with_pip=True)
        programs = Path(temporary) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
        for python in PYTHONS:
            path = FOLDER / f"{python}.txt"
            path.unlink(missing_ok=True)  # or uv would keep the versions that stand there
            subprocess.run(_command(str(programs / "uv"), python, path), cwd=ROOT, check=True)
            print(f"{path.relative_to(ROOT)}: {_count(path)} packages")
    return 0


def _command(uv: str, python: str, path: Path) -> list[str]:
    return [
        *(uv, "pip", "compile", "pyproject.toml", "--all-extras", "--python-version", python, "--quiet"),
        *("--no-annotate", "--custom-compile-command", "python3 packaging/lock.py", "--output-file", str(path)),
    ]


def _count(path: Path) -> int:
    return sum("==" in line for line in path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
