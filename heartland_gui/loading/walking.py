"""Which files belong to a dataset, and their bytes. Nothing outside the folder is ever opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from heartland_gui.loading.findings import Code, Finding, Findings, Spot
from heartland_gui.loading.toml_file import LARGEST_FILE
from heartland_gui.text import message


def shown_path(path: Path) -> str:
    """Return a path as it can be printed: bytes that are no text in the file system's encoding are escaped."""
    text = str(path)
    if text.isprintable():
        return text
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def toml_files(folder: Path, findings: Findings) -> list[Path]:
    """Return the paths of all TOML files in a folder and below it, in order; hidden ones are skipped.

    Links are not followed into folders. A link to a file is read where its target is not read anyway, and refused
    where it leaves the folder.
    """
    root = folder.resolve()
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    path, is_link = current / entry.name, entry.is_symlink()
                    if not is_link and entry.is_dir():
                        waiting.append(path)
                    elif _is_ours(path, root, findings, is_link=is_link):
                        found.append(path)
        except OSError as error:
            findings.items.append(unreadable(current, error))
    return sorted(found)


def _is_ours(path: Path, root: Path, findings: Findings, *, is_link: bool) -> bool:
    if not is_link:
        return path.suffix == ".toml"
    target = Path(os.path.realpath(path))  # unlike resolve(), it does not mind links in a circle
    if path.suffix != ".toml" and not target.is_dir():
        return False
    if not target.is_relative_to(root):
        findings.items.append(link_that_leaves(path))
        return False
    return not target.is_dir() and (target.suffix != ".toml" or not target.exists())


def link_that_leaves(path: Path) -> Finding:
    """Return the problem of a link out of the folder."""
    said = message("This link leads out of the dataset's folder and was not followed.")
    return Finding(Spot(shown_path(path)), Code.LINK_LEAVES_FOLDER, said, message("put a copy there"))


def is_relative_inside(path: str) -> bool:
    """Whether a path written in a manifest can only mean something below the folder, on any system."""
    windows = PureWindowsPath(path)
    return not (PurePosixPath(path).is_absolute() or windows.anchor or ".." in windows.parts or "\0" in path)


def content(path: Path) -> bytes | Finding:
    """Return the bytes of a regular file, or why there are none."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Finding(Spot(shown_path(path)), Code.FILE_UNREADABLE, message("This is not a file."))
        if state.st_size > LARGEST_FILE:
            said = message("The file is larger than {limit} MiB.", limit=LARGEST_FILE // 1024**2)
            return Finding(Spot(shown_path(path)), Code.FILE_TOO_LARGE, said, message("divide it into several files"))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        return unreadable(path, error)


def unreadable(path: Path, error: OSError | ValueError) -> Finding:
    """Return the problem of what the system does not let us read."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    said = message("The system cannot read this: {reason}.", reason=reason)
    return Finding(Spot(shown_path(path)), Code.FILE_UNREADABLE, said)
