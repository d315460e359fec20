"""Every way in which a value, a key or a table can be wrong: what is said, and exactly where."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.problems import Severity
from heartland_gui.text import Words
from tests.loading.small_dataset import SOUND, changed, lines_of, reading_of, taken_out, told

HEAD = 'subject = "north"\nindicator = "output"\nsource = "almanac"\n'

# What is replaced, what stands there instead (§ before the spot), the code, and a part of the sentence or its hint.
CASES = {
    "text: number": ('name = "Mill Town"', "name = §7", "wrong-type", "a text or a table of languages"),
    "text: unquoted year": ('founded = "1890"', "founded = §1890", "wrong-type", "put it in quotes: “1890”"),
    "text: unquoted day": ('date = "2020-01-02"', "date = §2020-01-02", "date-unquoted", "in quotes: “2020-01-02”"),
    "text: unquoted time": ('date = "2019-05"', "date = §2019-05-01T10:00:00Z", "date-unquoted", "put it in quotes"),
    "text: empty": ('name = "Mill Town"', 'name = §" "', "text-empty", "“name” is empty"),
    "text: control character": ('"Mill Town"', '§"Mill\\u0000Town"', "text-control-character", "U+0000"),
    "text: escape of a terminal": ('"Almanac"', '§"\\u001b[2J"', "text-control-character", "U+001B"),
    "text: list of texts": ('aliases = ["The Mill"]', 'aliases = §"The Mill"', "wrong-type", "square brackets"),
    "text: in a list": ('aliases = ["The Mill"]', 'aliases = ["a", §3]', "wrong-type", "aliases[2]"),
    "text: table in a list": ('{ en = "bran", zh = "麸" }', '{ en = §"", zh = "麸" }', "text-empty", "products[2].en"),
    "language: no tag": ('zh = "磨粉"', '§"z h" = "磨粉"', "language-invalid", "is not a language tag"),
    "language: empty table": ('name = "Mill Town"', "name = §{}", "text-empty", "“name” is empty"),
    "language of a source": ('language = "en"\ngrade', 'language = §"e_n"\ngrade', "language-invalid", "zh-Hant"),
    "choice: near": ('grade = "press"', 'grade = §"pres"', "choice-unknown", "did you mean “press”?"),
    "choice: far": ('kind = "company"', 'kind = §"xyz"', "choice-unknown", "known: company, institution, project"),
    "choice: number": ('scale = "count"', "scale = §1", "wrong-type", "must be a text"),
    "choice: list": ('scale = "count"', 'scale = §["count"]', "wrong-type", "must be a text"),
    "number: text": ("latitude = 37.5", 'latitude = §"37.5"', "wrong-type", "without quotes"),
    "number: boolean": ("value = 48", "value = §true", "wrong-type", "“value” must be a number"),
    "number: nan": ("value = 48", "value = §nan", "number-not-finite", "must be a finite number"),
    "number: infinite": ("value = 48", "value = §-inf", "number-not-finite", "must be a finite number"),
    "number: beyond floats": ("value = 48", "value = §1e999", "number-not-finite", "must be a finite number"),
    "number: endless whole": ("value = 48", "value = §0x" + "f" * 400, "number-not-finite", "must be a finite number"),
    "number: nan in values": ("2018 = 9", "2018 = §nan", "number-not-finite", "must be a finite number"),
    "number: boolean in values": ("2018 = 9", "2018 = §false", "wrong-type", "must be a number"),
    "number: zero for a factor": ("factor = 1_000", "factor = §0", "number-out-of-range", "must be larger than 0"),
    "truth: text": ("percentage = true", 'percentage = §"true"', "wrong-type", "write it without quotes"),
    "truth: number": ("percentage = true", "percentage = §1", "wrong-type", "must be true or false"),
    "number: south of the pole": ("latitude = 37.5", "latitude = §-90.1", "number-out-of-range", "−90 and 90 degrees"),
    "number: east of the east": ("longitude = 112", "longitude = §181", "number-out-of-range", "−180 and 180"),
    "period: no month": ('period = "2019"', 'period = §"2019-13"', "period-invalid", "does not exist in the calendar"),
    "period: no period": ('period = "2019"', 'period = §"last year"', "period-invalid", "periods look like 2019"),
    "period: reversed": ('"2018-Q1/2018-Q2"', '§"2018-Q3/2018-Q2"', "period-reversed", "ends before it starts"),
    "period: number": ('period = "2019"', "period = §2019", "wrong-type", "put it in quotes: “2019”"),
    "period: in values": ("2018 = 9", "§18 = 9", "period-invalid", "“18” is not a time period"),
    "period: before a break": ('break_before = ["2018"]', 'break_before = ["2017", §"x"]', "period-invalid", "“x”"),
    "date: a quarter": ('date = "2019-05"', 'date = §"2019-Q2"', "date-too-wide", "a day, a month or a year"),
    "address: another scheme": ('"https://gazette', '§"file://gazette', "address-invalid", "begins with https://"),
    "address: script": (
        '"https://gazette.example/mills?page=1"',
        '§"javascript:x"',
        "address-invalid",
        "is not a web address",
    ),
    "address: space": ('"https://gazette.', '§"https://gazette .', "address-invalid", "is not a web address"),
    "address: two": (
        '"https://gazette.',
        '§"https://x.example https://gazette.',
        "address-invalid",
        "is not a web address",
    ),
    "address: no host": (
        '"https://gazette.example/mills?page=1"',
        '§"https:///x"',
        "address-invalid",
        "is not a web address",
    ),
    "id: capitals": ('id = "stones"', 'id = §"Mill Stones"', "id-invalid", "like mill-stones"),
    "id: two hyphens": ('id = "stones"', 'id = §"mill--stones"', "id-invalid", "like mill-stones"),
    "id: path": ('id = "stones"', 'id = §"../stones"', "id-invalid", "is not a valid id"),
    "id: two lines": (
        "[[technology]]",
        '[[technology]]\nid = §"mill\\nwheel"\nname = "W"\n[[technology]]',
        "id-invalid",
        "like mill-wheel",
    ),
    "id: too long": ('id = "stones"', 'id = §"' + "a" * 101 + '"', "id-invalid", "is not a valid id"),
    "id: Chinese": ('id = "stones"', 'id = §"石"', "id-invalid", "like natural-gas"),
    "key: missing": (
        '[[technology]]\nid = "stones"',
        '§[[technology]]\nid = "s"\n[[technology]]\nid = "stones"',
        "key-missing",
        "“name”",
    ),
    "key: missing beside another": (
        '[[unit]]\nid = "kwh"',
        '§[[unit]]\nid = "f"\nname = "f"\nsymbol = "f"\nscale = "physical"\nfactor = 5\n[[unit]]\nid = "kwh"',
        "key-missing",
        "“si” is missing. (“factor” needs it)",
    ),
    "key: missing in a point": ('{ period = "2020",', "§{", "key-missing", "“period” is missing"),
    "key: missing in a person": ('{ name = "Ann Miller",', "§{", "key-missing", "“name” is missing"),
    "table: single": ("[[technology]]", "§[technology]", "table-form", "write [[technology]]"),
    "points: no list": ("values = { 2017 = 7, 2018 = 9 }", "points = §{}", "wrong-type", "“points” must be a list"),
    "points: number": ('  { period = "2020",', '  §"x", { period = "2020",', "wrong-type", "a period and a value"),
    "values: no table": ("values = { 2017 = 7, 2018 = 9 }", "values = §[7, 9]", "wrong-type", "periods and values"),
    "people: no list": ("people = [\n", "people = §4\nuses = []\nrest = [\n", "wrong-type", "“people” must be a list"),
}


@pytest.mark.parametrize(("old", "new", "code", "said"), CASES.values(), ids=CASES.keys())
def test_a_bad_value_is_told_at_its_place(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    text, expected = taken_out(changed(old, new))
    reading = reading_of(tmp_path, text)
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    error, *consequences = errors
    assert all(each.code == "id-unknown" for each in consequences), lines_of(reading.problems)
    assert told(error) == (code, expected), lines_of(errors)
    assert error.file == str(tmp_path / "dataset.toml")
    assert said in error.sentence(Words())
    assert reading.dataset is not None, "everything else stays usable"


WARNINGS = {
    "key: unknown": ('grade = "press"', '§graed = "press"', "key-unknown", "did you mean “grade”?"),
    "key: in a point": ("value = 48,", "§valeu = 1, value = 48,", "key-unknown", "did you mean “value”?"),
    "key: in a person": ('role = "owner"', 'role = "owner", §"rôle" = 1', "key-unknown", "did you mean “role”?"),
    "key: in the manifest": ('edition = "2020-01"', '§editoin = "2020-01"', "key-unknown", "“edition”"),
    "key: not here": ('kind = "county"', 'kind = "county"\n§founded = "2000"', "key-unknown", "“founded”"),
    "key: dotted": ('kind = "county"', 'kind = "county"\n§a."b.c" . d = 1', "key-unknown", "“a”"),
    "table: unknown": ("[[technology]]", "§[[tecnology]]\n[[technology]]", "table-unknown", "“technology”"),
    "table: a value": ("[dataset]", "§colour = 3\n[dataset]", "table-unknown", "no table “colour”"),
    "language: undeclared": ('zh = "北"', '§fr = "Nord"', "language-undeclared", "known: en, zh"),
    "language: no default": ('{ en = "North", zh = "北" }', '§{ zh = "北" }', "language-missing", "language en"),
    "colour: near": ('id = "milling"', 'id = "milling"\ncolour = §"Magenta"', "colour-unknown", "mean “magenta”?"),
    "colour: far": ('id = "milling"', 'id = "milling"\ncolour = §"#ff0000"', "colour-unknown", "known: blue, cyan"),
    "series: empty": ("[[unit]]", f"§[[series]]\n{HEAD}points = []\n[[unit]]", "series-empty", "add points or values"),
}


@pytest.mark.parametrize(("old", "new", "code", "said"), WARNINGS.values(), ids=WARNINGS.keys())
def test_a_doubtful_value_is_a_warning(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    text, expected = taken_out(changed(old, new))
    reading = reading_of(tmp_path, text)
    assert len(reading.problems) == 1, lines_of(reading.problems)
    (warning,) = reading.problems
    assert warning.severity is Severity.WARNING
    assert told(warning) == (code, expected)
    assert said in warning.sentence(Words())
    assert reading.dataset is not None


def test_an_id_that_is_too_long_to_name_a_file(tmp_path: Path) -> None:
    assert reading_of(tmp_path, SOUND.replace('"stones"', '"' + "a" * 100 + '"')).problems == ()
    problems = reading_of(tmp_path, SOUND.replace('"stones"', '"' + "a" * 101 + '"')).problems
    assert [problem.code for problem in problems if problem.severity is Severity.ERROR] == ["id-invalid"]


@pytest.mark.parametrize(("key", "value"), [("status", '"x"'), ("note", "7"), ("scope", '""')])
def test_what_no_point_takes_from_its_series_is_read_all_the_same(tmp_path: Path, key: str, value: str) -> None:
    point = '{ period = "2017", value = 7, status = "actual", scope = "a", note = "b" }'
    whole = 'status = "estimate"\nscope = "The valley"\nbreak_before = ["2018"]\nvalues = { 2017 = 7, 2018 = 9 }'
    text, expected = taken_out(changed(whole, f"points = [{point}]\n{key} = §{value}"))
    (error,) = reading_of(tmp_path, text).problems
    assert (error.severity, error.line, error.column) == (Severity.ERROR, expected.line, expected.column)


def test_one_bad_point_leaves_out_that_point_alone(tmp_path: Path) -> None:
    text, _ = taken_out(changed('period = "2019"', 'period = §"2019-Q5"'))
    reading = reading_of(tmp_path, text)
    assert reading.dataset is not None
    first = reading.dataset.series[0]
    assert [item.period.label for item in first.observations] == ["2018-Q1/2018-Q2", "2020"]


def test_one_bad_person_leaves_out_that_person_alone(tmp_path: Path) -> None:
    text, _ = taken_out(changed('role = "owner"', "role = §1"))
    reading = reading_of(tmp_path, text)
    assert reading.dataset is not None
    (company,) = reading.dataset.companies
    assert company.people == ()


def test_all_problems_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = changed("latitude = 37.5", "latitude = 137.5")
    text = text.replace('grade = "press"', 'grade = "pres"').replace("value = 48", "value = nan")
    text = text.replace('role = "owner", ', "").replace("symbol =", "simbol =")
    problems = reading_of(tmp_path, text).problems
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)
    assert {problem.code for problem in problems if problem.severity is Severity.ERROR} == {
        "number-out-of-range",
        "choice-unknown",
        "number-not-finite",
        "key-missing",
    }


def test_a_sentence_stays_on_one_line(tmp_path: Path) -> None:
    text = changed('kind = "company"', 'kind = "com\\npany\\u001b[2J"').replace(
        'id = "stones"', 'id = "' + "x y" * 500 + '"'
    )
    problems = reading_of(tmp_path, text).problems
    assert len(problems) >= 2
    for line in lines_of(problems):
        assert line.isprintable()
        assert len(line) < 500 + len(str(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "stones"', 'id = §" "', "text-empty"),
        ('"https://gazette.example/mills?page=1"', '§"a\\u0000 b"', "text-control-character"),
        ("factor = 1_000", "factor = §-inf", "number-not-finite"),
        ("latitude = 37.5", "latitude = §inf", "number-not-finite"),
    ],
)
def test_of_a_value_that_is_wrong_twice_one_thing_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    text, expected = taken_out(changed(old, new))
    found = [
        problem.code
        for problem in reading_of(tmp_path, text).problems
        if (problem.line, problem.column) == (expected.line, expected.column)
    ]
    assert found == [code]
