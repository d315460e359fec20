"""The description of the format: it fits the records, and the page of the format is written from it."""

from __future__ import annotations

import re
from dataclasses import MISSING

import format_page
import pytest

from heartland_gui.loading.tables import BASE, MANIFEST, POINT, SERIES, TABLES, TERMS, RecordOf, RecordsOf, Table

RECORDS = [table for table in (*TABLES, MANIFEST, BASE, TERMS) if table is not SERIES]
ALL = [*format_page.DESCRIBED]


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: table.name)
def test_every_key_is_an_attribute_of_its_record(table: Table) -> None:
    attributes = table.defaults.keys() - ({"as_of"} if table is MANIFEST else set())
    assert table.key_names == attributes


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: table.name)
def test_required_is_what_has_no_default(table: Table) -> None:
    without = {name for name, default in table.defaults.items() if default is MISSING}
    required = {key.name for key in table.keys if key.required} - ({"format"} if table is MANIFEST else set())
    assert required == without


def test_points_and_series_give_all_that_a_figure_has() -> None:
    of_points = (POINT.key_names - TERMS.key_names) | {"terms"}
    assert of_points | {key.name for key in SERIES.keys if key.required} == POINT.defaults.keys()
    assert TERMS.key_names <= POINT.key_names


def test_references_are_to_tables_with_ids() -> None:
    with_ids = {table.name for table in TABLES if table.ids}
    for table in ALL:
        for key in table.keys:
            assert with_ids.issuperset(key.refers), key
            assert not key.of_whole or key.refers == (table.name,), key


def test_every_table_is_described() -> None:
    kinds = [key.kind for table in (*TABLES, POINT) for key in table.keys]
    inner = [kind.table for kind in kinds if isinstance(kind, RecordsOf | RecordOf)]
    assert [table.name for table in (*TABLES, MANIFEST, POINT, *inner) if table not in ALL] == []
    assert [key for table in ALL for key in table.keys if not key.says or not key.kind.says] == []


def test_the_page_lists_the_keys_as_they_are_described() -> None:
    page = format_page.PAGE.read_text(encoding="utf-8")
    assert page == format_page.written(page), "packaging/format_page.py update writes it"
    assert sorted(re.findall(r"<!-- keys: (\w+) -->", page)) == sorted(table.name for table in ALL)


def test_a_key_that_is_not_on_the_page_is_noticed() -> None:
    page = format_page.PAGE.read_text(encoding="utf-8")
    lines = page.splitlines(keepends=True)
    lines.remove(next(line for line in lines if line.startswith("| `percentage`")))
    assert "".join(lines) != format_page.written("".join(lines)) == page
