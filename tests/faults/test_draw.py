from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.faults.draw import ROOT, Fault, Places, drawn, package, read, shares, written

MODULE = '''"""A docstring is no constant."""
from __future__ import annotations

from typing import Literal

__all__ = ["area"]
Shape = Literal["round", "square"]

def area(width: float, shape: "Shape" = "round", *, words: Words) -> "float":
    """Nor is this."""
    assert width > 0
    if width < 1 and not shape:
        draw((width), "宽")
        raise ValueError("too narrow")
    else:
        words.text("One sentence")
    sides = {"one": 1.5}
    return sides["one"] if shape is None else (max(width, 2))
'''


def changes(text: str) -> list[tuple[str, str, str]]:
    return [(fault.kind, fault.before, fault.after) for fault in Places("heartland_gui/area.py", text).faults()]


def test_faults_of_a_module() -> None:
    assert changes(MODULE) == [
        ("string", '"round"', '"round?"'),
        ("boolean", "width < 1 and not shape", "width < 1 or not shape"),
        ("branches", "width < 1 and not shape", "not (width < 1 and not shape)"),
        ("comparison", "width < 1", "width >= 1"),
        ("number", "1", "2"),
        ("boolean", "not shape", "shape"),
        ("arguments", 'draw((width), "宽")', 'draw("宽", (width))'),
        ("call", 'draw((width), "宽")', "pass"),
        ("string", '"宽"', '"宽?"'),
        ("call", 'words.text("One sentence")', "pass"),
        ("number", "1.5", "3.0"),
        (
            "branches",
            'sides["one"] if shape is None else (max(width, 2))',
            '(max(width, 2)) if shape is None else sides["one"]',
        ),
        ("comparison", "shape is None", "shape is not None"),
        ("number", "2", "4"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a == b", "a != b"),
        ("a != b", "a == b"),
        ("a <= b", "a > b"),
        ("a > b", "a <= b"),
        ("a >= b", "a < b"),
        ("a is not b", "a is b"),
        ("a in b", "a not in b"),
        ("a not in b", "a in b"),
        ("(a) < (b)", "(a) >= (b)"),
        ("0", "1"),
        ("7", "14"),
        ("0.0", "1.0"),
        ("f(a)(b) or c", "f(a)(b) and c"),
        ("a or (b and c) or d", "a and (b and c) and d"),
        ("f(a).x if (b) else g(c)", "g(c) if (b) else f(a).x"),
    ],
)
def test_what_is_turned(before: str, after: str) -> None:
    text = f"x = [{before}]"
    assert f"x = [{after}]" in [fault.applied(text) for fault in Places("heartland_gui/x.py", text).faults()]


def test_of_each_comparison_in_a_row_one_sign_changes() -> None:
    assert [after for kind, _, after in changes("x = a < b <= c") if kind == "comparison"] == [
        "a < b > c",
        "a >= b <= c",
    ]


def test_a_fault_stands_where_it_was_found() -> None:
    text = 'x = "宽"; y = 1\nz = 1\n'
    first, second = (fault for fault in Places("heartland_gui/x.py", text).faults() if fault.kind == "number")
    assert (first.line, first.column) == (1, 14)
    assert first.applied(text) == 'x = "宽"; y = 2\nz = 1\n'
    assert second.applied(text) == 'x = "宽"; y = 1\nz = 2\n'


def test_a_fault_of_older_code_is_refused() -> None:
    with pytest.raises(ValueError, match=r"x\.py:1:1: the code has changed"):
        Fault("x.py", 1, 1, "number", "1", "2").applied("3\n")


def test_packages() -> None:
    assert package("heartland_gui/app.py") == "heartland_gui"
    assert package("heartland_gui/charts/kinds/map.py") == "charts"


def test_shares_follow_the_lines_with_three_at_least() -> None:
    assert shares({"big": 900, "middle": 90, "small": 10}, 60) == {"big": 52, "middle": 5, "small": 3}
    assert shares({"one": 1, "other": 1}, 6) == {"one": 3, "other": 3}
    assert sum(shares({"a": 1, "b": 1, "c": 1}, 11).values()) == 11
    with pytest.raises(ValueError, match="too few"):
        shares({"one": 1, "other": 1}, 5)


@pytest.mark.nightly
def test_the_program_s_list_is_spread_and_compiles() -> None:
    faults = drawn(ROOT, 60, 1)
    assert len(set(faults)) == 60
    assert min(Counter(package(fault.path) for fault in faults).values()) >= 3
    for fault in faults:
        compile(fault.applied((ROOT / fault.path).read_text(encoding="utf-8")), fault.path, "exec")


def test_a_list_is_that_of_its_seed_and_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "heartland_gui").mkdir()
    (tmp_path / "heartland_gui" / "area.py").write_text(MODULE, encoding="utf-8")
    faults = drawn(tmp_path, 5, 1)
    assert faults == drawn(tmp_path, 5, 1)
    assert faults != drawn(tmp_path, 5, 2)
    assert list(read(written(faults, 1)).values()) == faults
    with pytest.raises(ValueError, match="not a line"):
        read("1 heartland_gui/app.py")
