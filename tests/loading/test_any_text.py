"""Whatever stands in the files: reading ends, raises nothing, and says the same whatever stands beside it."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartland_gui.loading.diagnostics import Code
from heartland_gui.loading.folder import Reading, read_dataset
from heartland_gui.loading.tables import TABLES
from heartland_gui.model.queries import companies_of, headline_figures, observations_of, page_sources
from heartland_gui.problems import Severity
from tests.examples import examples
from tests.loading.small_dataset import SOUND, lines_of

TOKENS = re.findall(r'"[^"\n]*"|[\w.+-]+|\s+|.', SOUND)
STRANGE = (
    *("nan", "-inf", "true", "2019-01-01", "1e400", "9e307", "-91", "0x" + "f" * 300),
    *(
        '""',
        '"x"',
        '"2019/2018"',
        '"2019"',
        '"2018-Q1"',
        '"\\u0000"',
        '"　"',
        '"../x"',
        '"old-mill"',
        '"north"',
        '"mill-town"',
    ),
    *(
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "{ 2019 = 1 }",
        '["gazette"]',
        '{ zh = "x" }',
        '{ fr = "x" }',
        '{ en = "x", zh = 1 }',
    ),
)
WORDS = ("id", "kind", "points", "values", "parent", "source", "=", ",", "[[", "\n", "[[series]]\n", "")
VALUES = [number for number, token in enumerate(TOKENS) if token[0] == '"' or token[0].isdigit()]
SOUND_VALUES = sorted({TOKENS[number] for number in VALUES})
CODES = {str(code) for code in Code}
ANY_FOLDER = settings(
    max_examples=examples(120), suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def check(reading: Reading) -> None:
    for problem in reading.problems:
        assert problem.code in CODES
        assert problem.line is None or problem.line >= 1
    assert all(line.isprintable() for line in lines_of(reading.problems))
    if reading.dataset is None:
        assert any(problem.severity is Severity.ERROR for problem in reading.problems)
        return
    dataset = reading.dataset
    for subject in dataset.subjects:
        ref = dataset.ref(subject)
        assert ref is not None
        companies_of(dataset, ref)
        observations_of(dataset, subject)
        headline_figures(dataset, subject)
        page_sources(dataset, ref)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return the sound text with a few of its words replaced, most often a value by another value."""
    tokens = list(TOKENS)
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 9)):
            tokens[draw(st.sampled_from(VALUES))] = draw(st.sampled_from(STRANGE) | st.sampled_from(SOUND_VALUES))
        else:
            tokens[draw(st.integers(0, len(tokens) - 1))] = draw(st.sampled_from(WORDS))
    return "".join(tokens)


@ANY_FOLDER
@given(damaged())
def test_any_damage_is_told_and_not_raised(tmp_path: Path, text: str) -> None:
    (tmp_path / "dataset.toml").write_text(text, encoding="utf-8")
    beside = tmp_path / "wrong.toml"
    beside.unlink(missing_ok=True)
    alone = read_dataset(tmp_path)
    check(alone)
    beside.write_text("".join(f"{table.name} = [3]\n" for table in TABLES), encoding="utf-8")
    together = read_dataset(tmp_path)
    beside.unlink()
    assert together.dataset == alone.dataset
    assert [problem for problem in together.problems if problem.file != str(beside)] == list(alone.problems)


@ANY_FOLDER
@given(st.binary(max_size=200), st.integers(0, len(SOUND)))
def test_any_bytes_are_told_and_not_raised(tmp_path: Path, content: bytes, at: int) -> None:
    sound = SOUND.encode()
    (tmp_path / "dataset.toml").write_bytes(sound[:at] + content + sound[at:])
    check(read_dataset(tmp_path))
    (tmp_path / "dataset.toml").write_bytes(content)
    check(read_dataset(tmp_path))
