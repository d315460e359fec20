"""What is found while reading: shown in one line, with near names, and put into lines at the end."""

from __future__ import annotations

import re

import pytest

from heartland_gui.loading import diagnostics
from heartland_gui.loading.diagnostics import Code, Diagnostic, Diagnostics, Location, NearNames, problems, shown
from heartland_gui.loading.positions import Position
from heartland_gui.problems import Problem, Severity
from heartland_gui.text import Words, message

FIRST = 'name = "a"\n\n[[place]]\nid = "x"\n'
SECOND = '[[place]]\nid = "y"\n  colour = "red"\n'
TEXTS = {"b.toml": FIRST, "a.toml": SECOND}
SAID = message("Wrong.")


def places(found: tuple[Problem, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(each.file, each.line, each.column) for each in found]


@pytest.mark.parametrize("code", list(Code))
def test_codes_are_words_for_scripts(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert code.name == code.upper().replace("-", "_"), "scripts rely on it: it is never renamed"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("coal", "coal"),
        ("a\nb\x1b[2J", "a\\nb\\x1b[2J"),
        ("煤", "煤"),
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 79 + "…"),
        ("\u2028", "\\u2028"),
    ],
)
def test_texts_of_others_stand_in_one_line(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_place_inside_another_is_of_its_file() -> None:
    outer = Location("a.toml", ("place", 0))
    assert outer.inside(("id",)) == Location("a.toml", ("place", 0, "id"), at_key=False)
    assert outer.inside(("id",), at_key=True) == Location("a.toml", ("place", 0, "id"), at_key=True)


# -- near names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("nort", "north"), ("mill-twon", "mill-town"), ("xyz", None), ("", None), ("north", "north"), ("ncdef", None)],
)
def test_the_nearest_name_is_found(wrong: str, near: str | None) -> None:
    assert NearNames().nearest(wrong, ["north", "mill-town", "northern"]) == near


def test_a_hint_asks_for_the_near_name_in_one_line() -> None:
    hint = NearNames().hint("nort\nh", ["nort\nh!"])
    assert hint is not None
    assert Words().say(hint) == "did you mean “nort\\nh!”?"
    assert NearNames().hint("xyz", ["north"]) is None


def test_so_many_names_are_looked_up_and_no_more() -> None:
    assert NearNames().left == diagnostics.MOST_NAMES_LOOKED_UP == 200
    near = NearNames(2)
    assert near.nearest("nort", ["north"]) == "north"
    assert near.nearest("nort", ["north"]) == "north"
    assert near.left == 1, "what was asked before costs nothing"
    assert near.nearest("nort", ["norte"]) == "norte", "other names are another question"
    assert near.nearest("sout", ["south"]) is None
    assert near.nearest("nort", ["north"]) == "north"


def test_endless_names_are_not_looked_up() -> None:
    near = NearNames(5)
    assert near.nearest("a" * 200, ["a" * 199]) == "a" * 199
    assert near.nearest("a" * 201, ["a" * 200]) is None
    assert near.left == 4


# -- lines and columns ------------------------------------------------------------------------------------------


def test_errors_and_warnings_are_noted_in_order() -> None:
    noted, at, other = Diagnostics(), Location("a.toml"), Location("b.toml")
    hint = message("mend it")
    noted.error(at, "one", SAID, hint, first=other)
    noted.warn(other, "two", SAID, hint, first=at)
    assert noted.items == [
        Diagnostic(at, "one", SAID, hint, Severity.ERROR, other),
        Diagnostic(other, "two", SAID, hint, Severity.WARNING, at),
    ]


def test_problems_stand_by_file_as_read_and_then_by_line() -> None:
    noted = [
        Diagnostic(Location("a.toml", ("place", 0, "colour"), at_key=True), "x", SAID),
        Diagnostic(Location("a.toml", ("place", 0, "id")), "x", SAID),
        Diagnostic(Location("b.toml", ("place", 0, "id")), "x", SAID),
        Diagnostic(Location("b.toml", ("name",)), "x", SAID),
        Diagnostic(Location("b.toml", ("name",), at_key=True), "x", SAID),
        Diagnostic(Location("a.toml"), "x", SAID),
        Diagnostic(Location("b.toml"), "x", SAID),
        Diagnostic(Location("elsewhere.json"), "x", SAID),
    ]
    assert places(problems(noted, TEXTS)) == [
        ("elsewhere.json", None, None),
        ("b.toml", None, None),
        ("b.toml", 1, 1),
        ("b.toml", 1, 8),
        ("b.toml", 4, 6),
        ("a.toml", None, None),
        ("a.toml", 2, 6),
        ("a.toml", 3, 3),
    ]


def test_what_is_known_at_once_is_not_looked_for() -> None:
    noted = [Diagnostic(Location("a.toml", ("place", 0, "id")), "x", SAID, known=Position(9, 5))]
    assert places(problems(noted, TEXTS)) == [("a.toml", 9, 5)]


def test_a_problem_keeps_what_was_noted_of_it() -> None:
    noted = Diagnostic(Location("a.toml"), Code.CIRCLE, SAID, message("mend it"), Severity.WARNING)
    assert problems([noted], {}) == (
        Problem("a.toml", None, None, Severity.WARNING, "circle", SAID, message("mend it")),
    )


@pytest.mark.parametrize(
    ("first", "where"),
    [
        (Location("b.toml", ("place", 0, "id")), "b.toml:4"),
        (Location("b.toml"), "b.toml"),
        (Location("elsewhere.json", ("x",)), "elsewhere.json"),
    ],
)
def test_a_sentence_tells_where_the_other_one_stands(first: Location, where: str) -> None:
    said = message("“{id}” stands at {where}.", id="x")
    (found,) = problems([Diagnostic(Location("a.toml"), "x", said, first=first)], TEXTS)
    assert found.sentence(Words()) == f"“x” stands at {where}."
