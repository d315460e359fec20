"""The numbers as a table: every one exact, none of the words a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import CellValue, Chart, Question, Table
from heartland_gui.export.table import csv_bytes, csv_text, markdown_text, tsv_text
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, model_case
from tests.examples import examples

properties = settings(derandomize=True, max_examples=examples(200))

numbers = st.one_of(st.integers(-(10**18), 10**18), st.floats(allow_nan=False, allow_infinity=False))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def answer(language: str = "en") -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), words_in(language))


def with_cells(*rows: tuple[CellValue, ...]) -> Table:
    columns = tuple(f"C{number}" for number in range(len(rows[0])))
    return Table(columns, columns, rows)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@properties
@given(st.lists(numbers, min_size=1, max_size=8))
def test_every_number_comes_back_exactly(values: list[int | float]) -> None:
    (_, row) = read(csv_text(with_cells(tuple(values))))
    assert [type(value)(cell) for cell, value in zip(row, values, strict=True)] == values


@properties
@given(st.lists(texts, min_size=1, max_size=5))
def test_every_text_comes_back_and_none_is_a_formula(values: list[str]) -> None:
    (_, row) = read(csv_text(with_cells(tuple(values))))
    for cell, value in zip(row, values, strict=True):
        assert cell in (value, f"'{value}")
        assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_text_that_looks_like_a_formula_is_defused(text: str) -> None:
    assert read(csv_text(with_cells((text,))))[1] == [f"'{text}"]


def test_numbers_below_zero_stay_numbers() -> None:
    assert read(csv_text(with_cells((-5, -0.25, None))))[1] == ["-5", "-0.25", ""]


def test_a_spreadsheet_reads_the_chinese() -> None:
    content = csv_bytes(answer("zh").table)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert "整车产量" in content.decode("utf-8-sig")
    assert content.endswith(b"\r\n")


def test_every_figure_has_its_source() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(answer().table), newline="")))
    assert [(row["OBS_VALUE"], row["VALUE_TYPE"], row["SOURCE"]) for row in rows] == [
        ("48", "actual", "paper"),
        ("5000", "forecast", "paper"),
        ("100000", "capacity", "paper"),
        ("10000", "capacity", "report"),
    ]


def test_pasted_rows_keep_their_columns() -> None:
    pasted = tsv_text(with_cells(("one\ttwo", "three\r\nfour", "=1", 5)))
    assert pasted.split("\n")[1].split("\t") == ["one two", "three four", "'=1", "5"]


def test_markdown_keeps_its_columns_whatever_the_words() -> None:
    told = markdown_text(with_cells(("a|b\\", "two\r\nlines", 5), ("c", None, 0.25)))
    assert told == "| C0 | C1 | C2 |\n| --- | --- | ---: |\n| a\\|b\\\\ | two lines | 5 |\n| c |  | 0.25 |\n"


def test_a_table_without_rows_is_markdown_too() -> None:
    empty = Table(("A", "B"), ("One", "Two"), ())
    assert markdown_text(empty) == "| One | Two |\n| --- | --- |\n"
