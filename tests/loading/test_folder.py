"""From a folder to a dataset: what makes one, and what a manifest must say."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from heartland_gui.loading import folder
from heartland_gui.loading.folder import read_dataset
from heartland_gui.problems import Severity
from heartland_gui.text import Words
from tests.loading.small_dataset import SOUND, changed, only, reading_of, taken_out, told, written


def parts() -> tuple[str, str, str]:
    """Return the sound text as three files: the manifest, the series and events, the rest."""
    manifest, rest = SOUND.split("[[place]]", 1)
    things, facts = rest.split("[[series]]", 1)
    facts, sources = facts.split("[[source]]", 1)
    return manifest, f"[[series]]{facts}", f"[[place]]{things}[[source]]{sources}"


def test_the_sound_dataset_has_no_problem(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, SOUND)
    assert reading.problems == ()
    assert reading.dataset is not None


def test_one_file_is_a_dataset_too(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    assert read_dataset(tmp_path / "dataset.toml").dataset == read_dataset(tmp_path).dataset


def test_files_may_be_cut_as_one_likes(tmp_path: Path) -> None:
    manifest, facts, things = parts()
    whole = reading_of(tmp_path / "whole", SOUND).dataset
    cut = tmp_path / "cut"
    written(cut, facts, "a/deep/facts.toml")
    written(cut, things, "z.toml")
    written(cut, manifest, "b/what-is-this.toml")
    reading = read_dataset(cut)
    assert reading.problems == ()
    assert reading.dataset == whole


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    reading = read_dataset(missing)
    problem = only(reading.problems)
    assert (problem.code, problem.file, problem.line) == ("folder-missing", str(missing), None)
    assert reading.dataset is None


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    _, _, things = parts()
    written(tmp_path, things, "things.toml")
    reading = read_dataset(tmp_path)
    problem = only(reading.problems)
    assert (problem.code, problem.file) == ("manifest-missing", str(tmp_path))
    assert reading.dataset is None


def test_an_empty_folder_has_no_manifest(tmp_path: Path) -> None:
    assert only(read_dataset(tmp_path).problems).code == "manifest-missing"


def test_a_second_manifest_names_the_first(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    written(tmp_path, '# two\n[dataset]\nformat = 1\nid = "x"\n', "other.toml")
    reading = read_dataset(tmp_path)
    problem = only(reading.problems)
    assert (problem.code, problem.file) == ("manifest-repeated", str(tmp_path / "other.toml"))
    assert (problem.line, problem.column) == (2, 1)
    assert f"{tmp_path / 'dataset.toml'}:1" in problem.sentence(Words())
    assert reading.dataset is not None
    assert reading.dataset.manifest.id == "small"


@pytest.mark.parametrize("number", ["2", "0", "1.0", '"1"', "true", "1979-05-27"])
def test_an_unknown_format_is_refused_and_nothing_else_is_judged(tmp_path: Path, number: str) -> None:
    text, expected = taken_out(changed("format = 1", f"format = §{number}"))
    reading = reading_of(tmp_path, text.replace('grade = "press"', "grade = 7"))
    problem = only(reading.problems)
    assert told(problem) == ("format-unknown", expected)
    assert "knows format 1" in problem.sentence(Words())
    assert reading.dataset is None


@pytest.mark.parametrize("key", ["format", "id", "title", "region"])
def test_what_a_manifest_must_have(tmp_path: Path, key: str) -> None:
    lines = SOUND.splitlines()
    lines.remove(next(line for line in lines if line.startswith(f"{key} = ")))
    reading = reading_of(tmp_path, "\n".join(lines))
    problem = only(reading.problems)
    assert (problem.code, problem.line, problem.column) == ("key-missing", 1, 1)
    assert f"“{key}”" in problem.sentence(Words())
    assert reading.dataset is None


def test_what_a_manifest_can_do_without_costs_nothing_else(tmp_path: Path) -> None:
    text, expected = taken_out(changed('edition = "2020-01"', "edition = §2020"))
    reading = reading_of(tmp_path, text)
    problem = only(reading.problems)
    assert (problem.line, problem.column, problem.severity) == (expected.line, expected.column, Severity.ERROR)
    assert reading.dataset is not None
    assert reading.dataset.manifest.edition == ""


@pytest.mark.parametrize("manifest", ["dataset = 3\n", '[[dataset]]\nformat = 1\nid = "x"\n'])
def test_a_manifest_that_is_no_table(tmp_path: Path, manifest: str) -> None:
    reading = reading_of(tmp_path, manifest)
    assert reading.problems[0].code == "table-form"
    assert reading.problems[0].line == 1
    assert reading.dataset is None


def test_a_file_that_is_not_toml_does_not_flood(tmp_path: Path) -> None:
    manifest, facts, things = parts()
    written(tmp_path, manifest)
    written(tmp_path, things.replace("[[source]]", "[[source]\n", 1), "things.toml")
    written(tmp_path, facts, "facts.toml")
    problems = read_dataset(tmp_path).problems
    assert sum(problem.severity is Severity.ERROR for problem in problems) == 2, "not-toml, and no region"
    broken = tmp_path / "broken"
    written(broken, SOUND.split("[[source]]")[0])
    written(broken, "[[source]\n", "sources.toml")
    reading = read_dataset(broken)
    assert [problem.code for problem in reading.problems] == ["left-out-with-it", "not-toml"]
    assert "may be in this file: 3" in reading.problems[0].sentence(Words())
    assert reading.dataset is not None
    assert reading.dataset.companies[0].sources == ()


@pytest.mark.parametrize("text", [SOUND, "not toml"])
def test_the_collector_runs_again_afterwards(tmp_path: Path, text: str) -> None:
    assert gc.isenabled()
    reading_of(tmp_path, text)
    assert gc.isenabled()
    gc.disable()
    try:
        reading_of(tmp_path, text)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_runs_again_after_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(folder, "read_contents", fault)
    with pytest.raises(RuntimeError):
        reading_of(tmp_path, SOUND)
    assert gc.isenabled()
