"""Problems as lines for scripts and as sentences for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.problems import Problem, Severity, has_errors
from heartland_gui.text import Words, message
from heartland_gui.text.languages import words_in

ERROR = Problem("a.toml", 7, 3, Severity.ERROR, "id-unknown", message("There is no “{id}”.", id="x"))
WARNING = replace(ERROR, severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (ERROR, "a.toml:7:3: error[id-unknown]: There is no “x”."),
        (WARNING, "a.toml:7:3: warning[id-unknown]: There is no “x”."),
        (
            replace(ERROR, hint=message("try {id}", id="y")),
            "a.toml:7:3: error[id-unknown]: There is no “x”. (try y)",
        ),
        (replace(ERROR, line=None, column=None), "a.toml:1:1: error[id-unknown]: There is no “x”."),
        (replace(ERROR, column=None), "a.toml:7:1: error[id-unknown]: There is no “x”."),
    ],
)
def test_a_problem_is_one_line_of_one_form(problem: Problem, line: str) -> None:
    assert problem.report_line(Words()) == line


def test_a_sentence_is_in_the_language_of_its_reader() -> None:
    words = words_in("zh")
    problem = replace(ERROR, message=message("Ranking"), hint=message("Ranking"))
    assert problem.sentence(words) == words.text("{sentence} ({hint})", sentence="排名", hint="排名")
    assert replace(problem, hint=None).sentence(words) == "排名"


@pytest.mark.parametrize(
    ("problems", "has"), [([], False), ([WARNING], False), ([WARNING, ERROR], True), ([ERROR, WARNING], True)]
)
def test_one_error_among_warnings_counts(problems: list[Problem], has: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert has_errors(problems) is has
