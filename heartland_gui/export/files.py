"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from heartland_gui.text import Words


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there complete or not at all; an existing one is replaced only then.

    The bytes go to a file beside the wanted one, reach the disk, and take its name in one step. Raises OSError that
    names `path`; then nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A terminal or a pipe takes bytes as they come, and `/dev/null` must never be replaced by a file.
            path.write_bytes(content)
        else:
            # Not Path.resolve, which raises something else for links that lead round in a circle.
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        # The name of the unfinished file would tell nobody anything.
        raise type(error)(error.errno, error.strerror, str(path)) from error


def not_written(path: Path, fault: OSError, words: Words) -> str:
    """Return the sentence for a file that could not be written."""
    return words.text("“{file}” could not be written: {reason}.", file=str(path), reason=fault.strerror or str(fault))


def _replace(path: Path, content: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.part")
    try:
        # A new file has the mode of any new file; asking for the mask would change it for a moment, for all threads.
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
