"""Which files are read, what happens to those that cannot be, and that nothing is ever raised."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
import tomli

from heartland_gui.loading import files
from heartland_gui.loading.files import syntax_error
from heartland_gui.loading.folder import read_dataset
from heartland_gui.text import Words
from tests.loading.small_dataset import SOUND, changed, only, reading_of, taken_out, told, written


def test_hidden_and_other_files_are_not_read(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    written(tmp_path, "no toml", ".hidden.toml")
    written(tmp_path, "no toml", ".git/config.toml")
    written(tmp_path, "no toml", "notes.txt")
    written(tmp_path, "no toml", "backup.toml~")
    assert read_dataset(tmp_path).problems == ()


@pytest.mark.parametrize(
    "name", ["a" * 5000, "nul\0byte", "new\nline", "b\udcffad"], ids=["long", "nul", "line", "bytes"]
)
def test_a_strange_name_is_no_trouble(tmp_path: Path, name: str) -> None:
    problem = only(read_dataset(tmp_path / name).problems)
    assert problem.code == "folder-missing"
    line = problem.report_line(Words())
    assert line.encode("utf-8")
    assert line.isprintable()


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
    assert told(problem) == ("not-toml", expected)
    assert reading.dataset is None


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
    assert told(problem) == ("not-utf8", expected)
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
    assert files.LARGEST_FILE == 64 * 1024 * 1024
    written(tmp_path, SOUND)
    (tmp_path / "huge.toml").write_bytes(b"#" * 5000)
    monkeypatch.setattr(files, "LARGEST_FILE", 4999)
    problem = only(read_dataset(tmp_path).problems)
    assert (problem.code, problem.file) == ("file-too-large", str(tmp_path / "huge.toml"))


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


# A text that is no TOML, and what is said of it.
MESSAGES = {
    "line: sign": ("§?", "A line must begin with a key, a table in square brackets, or “#”."),
    "line: more": ("a = 1 §b", "There is more on this line than belongs to it. (write texts in quotes, and"),
    "key: no value": ("a§", "“=” is missing after the key."),
    "key: none": ("[§]", "A key is missing here, or begins with a character that needs quotes. (bare keys have only"),
    "table: open": ("[a§", "“]” is missing after the name of the table."),
    "array of tables: open": ("[[a§]", "“]]” is missing after the name of the table."),
    "table: twice": ("[a.'b c']\n[a.'b c'§]", "“a.b c” is given a second time here. (write it once)"),
    "table: of a value": ("a = 1\n[[a§]]", "This key already has a value. (a key is given once in its table)"),
    "key: twice": ("a = 1\na = 2§", "This key already has a value."),
    "inline: twice": ("a = {b = 1, b = 2§}", "“b” is given a second time here."),
    "inline: more": ("a = {b = 1}\na.c = 2§", "“a” is already complete: nothing can be added to it here."),
    "inline: inside": ("a = {b = [], b.c = 2§}", "“b.c” is already complete"),
    "table: more": ("[a.b]\n[a]\nb.c = 1§", "“a.b” is already complete: nothing can be added to it here. (write all"),
    "array: more": ("a = []\n[[a§]]", "“a” is already complete"),
    "list: open": ("a = [1 §2]", "A comma or “]” is missing in this list."),
    "inline: open": ("a = {b = 1 §c = 2}", "A comma or “}” is missing in this table."),
    "text: backslash": (
        'a = "\\q§"',
        "“\\” has a meaning of its own in this text. (write “\\\\”, or put the text in single quotes)",
    ),
    "text: hex": (
        'a = "\\u§12"',
        "The digits after “\\” do not name a character. (write \\u and four digits from 0 to F)",
    ),
    "text: surrogate": ('a = "\\ud800§"', "The digits after “\\” do not name a Unicode character."),
    "text: open": ('a = "x§', "A text in quotes does not end. (add the quotation mark at its end)"),
    "text: open, single": ("a = 'x§", "A text in quotes does not end."),
    "text: open, long": ("a = '''x§", "A text in quotes does not end."),
    "text: line": ('a = "x§\ny"', "A text in quotes does not end in its line. (add the quotation mark at its end)"),
    "text: line, single": ("a = 'x§\ny'", "A text in quotes does not end in its line."),
    "text: control": ('a = "x§\x00"', "The character U+0000 cannot be used here."),
    "comment: control": ("# §\x7f", "The character U+007F cannot be used here."),
    "text: quotes in quotes": ("a = 'x§\x1b'", "The character U+001B cannot be used here."),
    "value: none": ("a = §", "A value is missing here, or it is not a TOML value. (write texts in quotes)"),
    "value: word": ("a = §word", "A value is missing here, or it is not a TOML value."),
    "value: day": ("a = §2019-02-30", "There is no such day or time."),
}


@pytest.mark.parametrize(("marked", "said"), MESSAGES.values(), ids=MESSAGES.keys())
def test_what_is_no_toml_is_told_in_a_sentence_of_ours(tmp_path: Path, marked: str, said: str) -> None:
    text, expected = taken_out(marked)
    problem = only(reading_of(tmp_path, text).problems)
    assert told(problem) == ("not-toml", expected)
    assert problem.sentence(Words()).startswith(said)


def parser_reasons() -> list[str]:
    """Return every reason that stands in the source of the parser, with something in each gap."""
    source = Path(tomli.__file__).with_name("_parser.py")
    if not source.is_file():
        pytest.skip("the parser came without its source")
    calls = [
        node.args[0]
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TOMLDecodeError"
    ]
    return ["".join(part_of_reason(part) for part in getattr(call, "values", [call])) for call in calls]


def part_of_reason(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return repr("'" if part.conversion == ord("r") else ("a", "b"))


def test_there_is_a_sentence_for_everything_that_the_parser_says() -> None:
    reasons = parser_reasons()
    assert len(reasons) > 20
    unknown, _ = syntax_error("something that no parser says")
    assert Words().say(unknown) == "This is not valid TOML."
    assert [reason for reason in reasons if syntax_error(reason)[0] == unknown] == []


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Cannot declare ('a', \"b'c\", '\\u200b') twice", "“a.b'c.\\u200b” is given a second time here."),
        ("Duplicate inline table key '\\x00'", "“\\x00” is given a second time here."),
        ("Illegal character '\\x1f'", "The character U+001F cannot be used here."),
        ("Found invalid character '\\r'", "A text in quotes does not end in its line."),
    ],
)
def test_names_stand_in_sentences_without_signs_of_python(reason: str, said: str) -> None:
    assert Words().say(syntax_error(reason)[0]) == said
