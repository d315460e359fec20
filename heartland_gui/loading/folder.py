"""From a folder, or a single file, to a dataset and everything that is wrong with it. Nothing is ever raised."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from heartland_gui.collector import collector_paused
from heartland_gui.loading.boundaries import read_boundaries
from heartland_gui.loading.checks import CHECKS, leave_out_refused
from heartland_gui.loading.diagnostics import Code, Diagnostic, Diagnostics, Location, problems, shown
from heartland_gui.loading.files import content, decoded, is_relative_inside, link_that_leaves, shown_path, toml_files
from heartland_gui.loading.reader import Contents, NamedText, read_contents
from heartland_gui.model.dataset import Boundary, Dataset, Manifest
from heartland_gui.problems import Problem
from heartland_gui.text import message


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the dataset as far as it can be used, or None, and every problem found."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]


def read_dataset(path: Path) -> Reading:
    """Read the dataset in a folder, with its sub-folders, or in one single TOML file.

    The files' names in the problems begin with `path` as it was given.
    """
    diagnostics = Diagnostics()
    with collector_paused():
        texts, unread = _read_texts(path, diagnostics)
        contents = read_contents(shown_path(path), texts, diagnostics, unread)
        dataset = None if contents is None else _fitted(path, contents)
        return Reading(dataset, problems(diagnostics.items, dict(texts)))


def _read_texts(path: Path, diagnostics: Diagnostics) -> tuple[list[NamedText], str | None]:
    """Return the names and texts of the files that can be read, and the name of the first one that cannot."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, it has an answer to every path
        paths = toml_files(path, diagnostics)
    elif os.path.lexists(path):
        paths = [path]
    else:
        said = message("There is no such folder or file.")
        diagnostics.error(Location(shown_path(path)), Code.FOLDER_MISSING, said)
        return [], shown_path(path)
    texts: list[NamedText] = []
    unread = diagnostics.items[0].location.file if diagnostics.items else None
    for each in paths:
        name = shown_path(each)
        read = content(each)
        text = read if isinstance(read, Diagnostic) else decoded(name, read)
        if isinstance(text, Diagnostic):
            diagnostics.items.append(text)
            unread = unread or name
        else:
            texts.append((name, text))
    return texts, unread


def _fitted(path: Path, contents: Contents) -> Dataset | None:
    """Return the dataset that the contents of the files make, without what does not fit; None where nothing is left."""
    for check in CHECKS:
        check(contents)
    usable = all(diagnostic.code != Code.REGION_UNUSABLE for diagnostic in contents.diagnostics.items)
    leave_out_refused(contents)
    if contents.manifest is None or not usable:
        return None
    return _dataset(contents.manifest, contents, _boundaries(path, contents))


def _boundaries(path: Path, contents: Contents) -> tuple[Boundary, ...]:
    diagnostics = contents.diagnostics
    if contents.manifest is None or contents.manifest_location is None or contents.manifest.boundaries is None:
        return ()
    written = contents.manifest.boundaries
    location = contents.manifest_location.inside(("boundaries",))
    folder = path if path.is_dir() else path.parent
    target = folder / written
    if not is_relative_inside(written):
        said = message("The path “{path}” is outside the dataset's folder.", path=shown(written))
        diagnostics.error(location, Code.PATH_LEAVES_FOLDER, said, message("name a file inside the folder"))
        return ()
    if not Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
        diagnostics.items.append(link_that_leaves(target))
        return ()
    read = content(target)
    if isinstance(read, Diagnostic):
        said = message("The boundaries “{path}” cannot be read.", path=shown(written))
        diagnostics.error(location, Code.BOUNDARIES_UNREADABLE, said, read.message)
        return ()
    return read_boundaries(shown_path(target), read, set(contents.rows["place"].column("id")), diagnostics)


def _dataset(manifest: Manifest, contents: Contents, boundaries: tuple[Boundary, ...]) -> Dataset:
    records = {name: tuple(rows.records) for name, rows in contents.rows.items()}
    return Dataset(
        manifest=manifest,
        places=records["place"],
        zones=records["zone"],
        pillars=records["pillar"],
        technologies=records["technology"],
        companies=records["company"],
        units=records["unit"],
        indicators=records["indicator"],
        sources=records["source"],
        series=tuple(contents.series.finished()),
        events=records["event"],
        boundaries=boundaries,
        topics=records["topic"],
    )
