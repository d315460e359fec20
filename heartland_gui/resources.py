"""Where the files that ship with the program are: in a checkout, an editable install, a wheel and a frozen app."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example `resource("datasets", "shanxi")`."""
    return _ROOT.joinpath(*parts)
