"""Which files are read, what happens to those that cannot be, and that nothing is ever raised."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from heartland_gui.loading import folder, soundness, toml_file, walking
from heartland_gui.loading.folder import read_dataset
from heartland_gui.problems import Problem, Severity
from heartland_gui.resources import resource
from heartland_gui.text import Words
from tests.loading.small_dataset import SOUND, changed, lines_of, reading_of, taken_out, written


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, lines_of(problems)
    return problems[0]


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


def test_hidden_and_other_files_are_not_read(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    written(tmp_path, "no toml", ".hidden.toml")
    written(tmp_path, "no toml", ".git/config.toml")
    written(tmp_path, "no toml", "notes.txt")
    written(tmp_path, "no toml", "backup.toml~")
    assert read_dataset(tmp_path).problems == ()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    reading = read_dataset(missing)
    problem = only(reading.problems)
    assert (problem.code, problem.file, problem.line) == ("folder-missing", str(missing), None)
    assert reading.dataset is None


@pytest.mark.parametrize(
    "name", ["a" * 5000, "nul\0byte", "new\nline", "b\udcffad"], ids=["long", "nul", "line", "bytes"]
)
def test_a_strange_name_is_no_trouble(tmp_path: Path, name: str) -> None:
    problem = only(read_dataset(tmp_path / name).problems)
    assert problem.code == "folder-missing"
    line = problem.report_line(Words())
    assert line.encode("utf-8")
    assert line.isprintable()


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
    assert (problem.code, problem.line, problem.column) == ("format-unknown", expected.line, expected.column)
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


SYNTAX = {
    "unquoted text": ('name = "Mill Town"', "name = §Mill Town"),
    "twice the same key": ('edition = "2020-01"', 'edition = "2020-01"\nedition = "2020-02"§'),
    "open text": ('name = "Mill Town"', 'name = "Mill Town§'),
    "equals": ('name = "Mill Town"', 'name §"Mill Town"'),
}


@pytest.mark.parametrize(("old", "new"), SYNTAX.values(), ids=SYNTAX.keys())
def test_a_text_that_is_not_toml_is_told_at_line_and_column(tmp_path: Path, old: str, new: str) -> None:
    text, expected = taken_out(changed(old, new))
    reading = reading_of(tmp_path, text)
    problem = only(reading.problems)
    assert (problem.code, problem.line, problem.column) == ("not-toml", expected.line, expected.column)
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
    assert "may stand in this file: 3" in reading.problems[0].sentence(Words())
    assert reading.dataset is not None
    assert reading.dataset.companies[0].sources == ()


def test_windows_line_ends_and_a_mark_at_the_beginning_change_no_place(tmp_path: Path) -> None:
    text, expected = taken_out(changed("latitude = 37.5", "latitude = §99"))
    (tmp_path / "dataset.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.line, problem.column) == (expected.line, expected.column)
    text, expected = taken_out(SOUND.replace("[dataset]", "§?[dataset]"))
    (tmp_path / "dataset.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.line, problem.column) == (1, 1)


def test_bytes_that_are_not_utf8_are_told_at_line_and_column(tmp_path: Path) -> None:
    text, expected = taken_out(changed('zh = "北"', 'zh = "北§@"'))
    (tmp_path / "dataset.toml").write_bytes(text.encode().replace(b"@", "东".encode("gb18030")))
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.code, problem.line, problem.column) == ("not-utf8", expected.line, expected.column)
    assert "0xB6" in problem.sentence(Words())
    assert "save the file in the encoding UTF-8" in problem.sentence(Words())


DEEP = {
    "brackets": "x = " + "[" * 100_000,
    "closed brackets": "x = " + "[" * 100_000 + "]" * 100_000,
    "tables": "x = " + "{x = " * 100_000 + "1" + "}" * 100_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_what_is_nested_too_deeply_is_told(tmp_path: Path, text: str) -> None:
    problem = only(reading_of(tmp_path, f"# deep\n{text}\n").problems)
    assert problem.code == "too-deep"
    assert problem.line == 2
    assert problem.column is not None
    assert 400 < problem.column < 5 * 402 + 5


@pytest.mark.parametrize(
    "text", [".".join("x" * 100_000) + " = 1", "[" + ".".join("x" * 100_000) + "]"], ids=["key", "header"]
)
def test_a_key_of_too_many_parts_is_told(tmp_path: Path, text: str) -> None:
    assert only(reading_of(tmp_path, text).problems).code == "too-deep"


def test_depth_below_the_limit_of_the_parser_is_only_strange(tmp_path: Path) -> None:
    deep = "\n".join(["[[event]]", "subject = " + "[" * 390 + "]" * 390, ".".join("a" * 900) + " = 1"])
    codes = {problem.code for problem in reading_of(tmp_path, SOUND + deep).problems}
    assert codes == {"wrong-type", "key-unknown", "key-missing"}


def test_a_number_of_thousands_of_digits_is_told(tmp_path: Path) -> None:
    problem = only(reading_of(tmp_path, "x = " + "9" * 5000).problems)
    assert problem.code == "not-toml"
    assert "too many digits" in problem.sentence(Words())


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, SOUND)
    (tmp_path / "huge.toml").write_bytes(b"#" * 5000)
    monkeypatch.setattr(walking, "LARGEST_FILE", 4999)
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.code, problem.file) == ("file-too-large", str(tmp_path / "huge.toml"))
    assert toml_file.LARGEST_FILE == 64 * 1024 * 1024


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    written(inside, SOUND)
    written(outside, '[[unit]]\nid = "secret"\nname = "s"\nsymbol = "s"\nscale = "count"\n', "more.toml")
    (inside / "link.toml").symlink_to(outside / "more.toml")
    (inside / "folder").symlink_to(outside, target_is_directory=True)
    (inside / "harmless.txt").symlink_to(outside / "more.toml")
    reading = read_dataset(inside)
    assert {(problem.code, problem.file) for problem in reading.problems} == {
        ("link-leaves-folder", str(inside / "link.toml")),
        ("link-leaves-folder", str(inside / "folder")),
    }
    assert reading.dataset is not None
    assert "secret" not in [unit.id for unit in reading.dataset.units]


def test_links_inside_the_folder_read_nothing_twice(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    (tmp_path / "again.toml").symlink_to(tmp_path / "dataset.toml")
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    assert read_dataset(tmp_path).problems == ()


def test_a_link_to_a_file_of_another_name_is_read(tmp_path: Path) -> None:
    written(tmp_path, SOUND, "data.txt")
    (tmp_path / "dataset.toml").symlink_to("data.txt")
    reading = read_dataset(tmp_path)
    assert reading.problems == ()
    assert reading.dataset is not None


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    written(tmp_path / "real", SOUND)
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert read_dataset(tmp_path / "link").problems == ()


def test_links_to_nothing_and_to_themselves_are_told(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    (tmp_path / "broken.toml").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "self.toml").symlink_to(tmp_path / "self.toml")
    reading = read_dataset(tmp_path)
    assert [problem.code for problem in reading.problems] == ["file-unreadable", "file-unreadable"]
    assert reading.dataset is not None


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    os.mkfifo(tmp_path / "pipe.toml")
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.code, problem.file) == ("file-unreadable", str(tmp_path / "pipe.toml"))
    assert only(read_dataset(tmp_path / "pipe.toml").problems).code == "file-unreadable"


def test_what_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, SOUND)
    written(tmp_path, "", "locked.toml")
    written(tmp_path, "", "closed/file.toml")
    read, scan = Path.read_bytes, os.scandir

    def refusing(path: Path) -> bytes:
        if path.name == "locked.toml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    def refusing_folder(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    monkeypatch.setattr(os, "scandir", refusing_folder)
    reading = read_dataset(tmp_path)
    assert [(problem.code, Path(problem.file).name) for problem in reading.problems] == [
        ("file-unreadable", "closed"),
        ("file-unreadable", "locked.toml"),
    ]
    assert "Permission denied" in reading.problems[0].sentence(Words())
    assert reading.dataset is not None


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

    monkeypatch.setattr(folder, "read_manifest", fault)
    with pytest.raises(RuntimeError):
        reading_of(tmp_path, SOUND)
    assert gc.isenabled()


def test_both_ways_of_reading_make_the_same_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, SOUND)
    for path in (tmp_path, resource("datasets", "shanxi")):
        quick = read_dataset(path)
        with monkeypatch.context() as patched:
            patched.setattr(folder, "sound_records", lambda *_: None)
            careful = read_dataset(path)
        assert quick.problems == careful.problems == ()
        assert quick.dataset == careful.dataset
        assert quick.dataset is not None


@pytest.mark.parametrize("size", [0, 10**9])
def test_it_makes_no_difference_how_many_files_are_read_together(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    usual = read_dataset(resource("datasets", "shanxi"))
    monkeypatch.setattr(soundness, "_NEAR", size)
    assert read_dataset(resource("datasets", "shanxi")) == usual


def test_the_quick_way_is_taken_where_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(folder, "read_drafts", fault)
    for path in (written(tmp_path, SOUND), resource("datasets", "shanxi")):
        assert read_dataset(path).dataset is not None
