"""From a folder, or a single file, to a dataset and everything that is wrong with it. Nothing is ever raised."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heartland_gui.loading.boundaries import read_boundaries
from heartland_gui.loading.collecting import collector_paused
from heartland_gui.loading.drafts import Draft, read_drafts
from heartland_gui.loading.fields import Context
from heartland_gui.loading.findings import Code, Finding, Findings, Spot, problems, shown
from heartland_gui.loading.leaving_out import leave_out_refused
from heartland_gui.loading.manifest import read_manifest
from heartland_gui.loading.references import CHECKS
from heartland_gui.loading.soundness import Records, sound_records
from heartland_gui.loading.toml_file import TomlFile, read_text, read_toml
from heartland_gui.loading.walking import content, is_relative_inside, link_that_leaves, shown_path, toml_files
from heartland_gui.model.dataset import Boundary, Dataset, Manifest
from heartland_gui.model.entities import Place
from heartland_gui.problems import Problem
from heartland_gui.text import message

NamedText = tuple[str, str]
"""The name of a file for people, and its text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the dataset as far as it can be used, or None, and every problem found."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]


def read_dataset(path: Path) -> Reading:
    """Read the dataset in a folder, with its sub-folders, or in one single TOML file.

    The files' names in the problems begin with `path` as it was given.
    """
    findings = Findings()
    with collector_paused():
        texts, unread = _read_texts(path, findings)
        dataset = None if findings.items else _read_sound(path, texts, findings)
        if dataset is None:
            dataset = _read(path, texts, unread, findings)
        return Reading(dataset, problems(findings.items, dict(texts)))


def _read_texts(path: Path, findings: Findings) -> tuple[list[NamedText], str | None]:
    """Return the names and texts of the files that can be read, and the name of the first one that cannot."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, it has an answer to every path
        paths = toml_files(path, findings)
    elif os.path.lexists(path):
        paths = [path]
    else:
        said = message("There is nothing here: no folder and no file.")
        findings.error(Spot(shown_path(path)), Code.FOLDER_MISSING, said)
        return [], shown_path(path)
    texts: list[NamedText] = []
    unread = findings.items[0].spot.file if findings.items else None
    for each in paths:
        name = shown_path(each)
        read = content(each)
        text = read if isinstance(read, Finding) else read_text(name, read)
        if isinstance(text, Finding):
            findings.items.append(text)
            unread = unread or name
        else:
            texts.append((name, text))
    return texts, unread


def _read_sound(path: Path, texts: Sequence[NamedText], findings: Findings) -> Dataset | None:
    """Return the dataset where all that stands in its files is sound, else None: then `_read` finds what is wrong."""
    asked = (read_toml(name, text) for name, text in texts if "[dataset]" in text)
    file = next((file for file in asked if not isinstance(file, Finding) and "dataset" in file.table), None)
    if file is None:
        return None
    context = Context(Findings())
    manifest = read_manifest(shown_path(path), [file], context, None)
    if manifest is None or context.findings.items:
        return None
    rest = (file if text is file.text else read_toml(name, text) for name, text in texts)
    sound = sound_records(rest, manifest, context)
    if sound is None:
        return None
    return _dataset(manifest.record, sound, _boundaries(path, manifest, sound["place"], findings))


def _read(path: Path, texts: Sequence[NamedText], unread: str | None, findings: Findings) -> Dataset | None:
    files: list[TomlFile] = []
    for name, text in texts:
        file = read_toml(name, text)
        if isinstance(file, Finding):
            findings.items.append(file)
            unread = unread or name
        else:
            files.append(file)
    context = Context(findings)
    manifest = read_manifest(shown_path(path), files, context, unread)
    if any(finding.code == Code.FORMAT_UNKNOWN for finding in findings.items):
        return None  # what another format means by its words cannot be judged
    drafts = read_drafts(files, context, manifest, unread)
    before = len(findings.items)
    for check in CHECKS:
        check(drafts, findings)
    usable = all(finding.code != Code.REGION_UNUSABLE for finding in findings.items[before:])
    leave_out_refused(drafts, findings)
    if drafts.manifest is None or not usable:
        return None
    records = drafts.records()
    boundaries = _boundaries(path, drafts.manifest, records["place"], findings)
    return _dataset(drafts.manifest.record, records, boundaries)


def _boundaries(path: Path, manifest: Draft[Manifest], places: list[Place], findings: Findings) -> tuple[Boundary, ...]:
    written = manifest.record.boundaries
    if written is None:
        return ()
    spot = manifest.entry.spot(("boundaries",))
    folder = path if path.is_dir() else path.parent
    target = folder / written
    if not is_relative_inside(written):
        said = message("The path “{path}” leads out of the dataset's folder.", path=shown(written))
        findings.error(spot, Code.PATH_LEAVES_FOLDER, said, message("name a file inside the folder"))
        return ()
    if not Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
        findings.items.append(link_that_leaves(target))
        return ()
    read = content(target)
    if isinstance(read, Finding):
        said = message("The boundaries “{path}” cannot be read.", path=shown(written))
        findings.error(spot, Code.BOUNDARIES_UNREADABLE, said, read.message)
        return ()
    return read_boundaries(shown_path(target), read, {place.id for place in places}, findings)


def _dataset(manifest: Manifest, records: Records, boundaries: tuple[Boundary, ...]) -> Dataset:
    return Dataset(
        manifest=manifest,
        places=tuple(records["place"]),
        zones=tuple(records["zone"]),
        pillars=tuple(records["pillar"]),
        technologies=tuple(records["technology"]),
        companies=tuple(records["company"]),
        units=tuple(records["unit"]),
        indicators=tuple(records["indicator"]),
        sources=tuple(records["source"]),
        series=tuple(records["series"]),
        events=tuple(records["event"]),
        boundaries=boundaries,
        topics=tuple(records["topic"]),
    )
