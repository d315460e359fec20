"""Where things stand in a text: every form that TOML has, against the place of a mark."""

from __future__ import annotations

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.loading.positions import KeyPath, positions
from tests.examples import examples
from tests.loading.small_dataset import SOUND, Expected, taken_out

VALUES: dict[str, tuple[str, KeyPath]] = {
    "plain": ("a = 1\nb = §2", ("b",)),
    "dotted": ("a . b . c = §2", ("a", "b", "c")),
    "quoted keys": ('"a.b" . \'c"\' = §2', ("a.b", 'c"')),
    "escaped key": ('"\\u0061\\"" = §2', ('a"',)),
    "header": ("[x]\n[a.b]\nc = §2", ("a", "b", "c")),
    "header with space and comment": ('[ a . "b" ] # [c]\nc = §2', ("a", "b", "c")),
    "array of tables": ("[[a]]\nb = 1\n[[a]]\nb = §2", ("a", 1, "b")),
    "arrays in arrays": ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\n[[a.b]]\nc = §2", ("a", 1, "b", 1, "c")),
    "table under an array": ("[[a]]\n[[a]]\n[a.b]\nc = §2", ("a", 1, "b", "c")),
    "array": ("a = [1, [2, 3], # ]\n [4, §5]]", ("a", 2, 1)),
    "array with comments": ("a = [ # 1,\n 1, # 2,\n §2,\n]", ("a", 1)),
    "inline table": ('a = { b = "}", c = { d = §2 } }', ("a", "c", "d")),
    "inline tables in an array": ("a = [\n {b = 1},\n {b = 1, c.d = §2},\n]", ("a", 1, "c", "d")),
    "after strings": ('a = "\\"[{#"\nb = \'\\\'\nc = §2', ("c",)),
    "after long strings": ('a = """x\n""y\\"""""\nb = \'\'\'\n[z]\'\'\'\'\nc = §2', ("c",)),
    "after dates": ("a = 1979-05-27 07:32:00\nb = [1979-05-27, 07:32:00]\nc = §2", ("c",)),
    "a text": ('a = §"""\nx"""', ("a",)),
    "characters, not bytes": ('a = { zh = "山西", en = §"Shanxi" }', ("a", "en")),
}


@pytest.mark.parametrize(("marked", "path"), VALUES.values(), ids=VALUES.keys())
def test_a_value_is_found(marked: str, path: KeyPath) -> None:
    text, expected = taken_out(marked)
    tomli.loads(text)
    place = positions(text, [path]).of(path)
    assert place is not None
    assert Expected(place.line, place.column) == expected


KEYS: dict[str, tuple[str, KeyPath]] = {
    "plain": ("a = 1\n§b = 2", ("b",)),
    "dotted": ("a . §b . c = 2", ("a", "b")),
    "header": ("[x]\n§[a.b]\nc = 2", ("a",)),
    "array": ("[[a]]\n  §[[a]]\nb = 2", ("a", 1)),
    "inline": ("a = [{ b = 1, §c = 2 }]", ("a", 0, "c")),
}


@pytest.mark.parametrize(("marked", "path"), KEYS.values(), ids=KEYS.keys())
def test_a_key_is_found(marked: str, path: KeyPath) -> None:
    text, expected = taken_out(marked)
    tomli.loads(text)
    place = positions(text, [path]).of(path, at_key=True)
    assert place is not None
    assert Expected(place.line, place.column) == expected


def test_what_is_not_there_stands_where_its_table_does() -> None:
    text, expected = taken_out("[[a]]\n§[[a]]\nb = 2")
    path: KeyPath = ("a", 1, "c", 3)
    place = positions(text, [path]).of(path)
    assert place is not None
    assert Expected(place.line, place.column) == expected
    assert positions(text, [("x",)]).of(("x",)) is None


def every_path(value: object, path: KeyPath = ()) -> list[KeyPath]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in parts for found in [(*path, key), *every_path(part, (*path, key))]]


def test_every_value_of_a_whole_file_is_found_where_it_begins() -> None:
    paths = every_path(tomli.loads(SOUND))
    found = positions(SOUND, paths)
    lines = SOUND.splitlines()
    assert len(paths) > 150
    for path in paths:
        place = found.of(path)
        assert place is not None
        rest = lines[place.line - 1][place.column - 1 :]
        value: object = tomli.loads(SOUND)
        for part in path:
            value = value[part]  # type: ignore[index]
        if isinstance(value, str):
            assert rest.startswith(f'"{value}"')
        elif isinstance(value, bool):
            assert rest.startswith(str(value).lower())
        elif isinstance(value, int | float):
            assert rest.replace("_", "").startswith(str(value))
        else:
            assert rest[0] in "[{"


@settings(max_examples=examples(300))
@given(st.text(alphabet="[]{}=.,'\"#\n ab1", max_size=60), st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=3))
def test_any_text_comes_to_an_end(text: str, path: list[str | int]) -> None:
    positions(text, [tuple(path)]).of(tuple(path))
