"""The picture of the packages in docs/architecture.md, and the command that makes it."""

from __future__ import annotations

from graphlib import CycleError
from pathlib import Path

import architecture
import pytest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a program of four packages, one of them with two rooms."""
    for name, text in {
        "__init__.py": "",
        "top.py": "import heartland_gui.upper.left.a\nfrom heartland_gui import lower\n",
        "upper/__init__.py": "",
        "upper/left/__init__.py": "",
        "upper/left/a.py": 'from heartland_gui.middle.m import M\nLATE = "heartland_gui.start"\n',
        "upper/right/__init__.py": "",
        "middle/__init__.py": "",
        "middle/m.py": "import os\n\n\ndef late():\n    from heartland_gui.lower import L\n\n    return L\n",
        "lower.py": "L = 1\n",
        "start.py": "",
    }.items():
        path = tmp_path / "heartland_gui" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_page_has_the_picture_of_the_code() -> None:
    assert architecture.main(["check"]) == 0, "make it anew: packaging/architecture.py update"


def test_the_picture_has_every_import_that_no_other_way_repeats(root: Path) -> None:
    assert architecture.diagram(root).splitlines() == [
        "```mermaid",
        "flowchart TB",
        '  p_lower["<b>lower</b>"]',
        '  p_middle["<b>middle</b>"]',
        '  p_start["<b>start</b>"]',
        '  p_top["<b>top</b>"]',
        '  p_upper["<b>upper</b><br/>left, right"]',
        "  p_middle --> p_lower",
        "  p_top --> p_upper",
        "  p_upper --> p_middle",
        "  p_upper -.-> p_start",
        "```",
    ]


def test_a_cycle_has_no_picture(root: Path) -> None:
    (root / "heartland_gui" / "lower.py").write_text("from heartland_gui import top\n", encoding="utf-8")
    with pytest.raises(CycleError):
        architecture.diagram(root)


def test_the_picture_stands_between_its_marks() -> None:
    marks = f"{architecture.BEGIN}\nold\n{architecture.END}"
    assert architecture.with_picture(f"a\n{marks}\nb\n", r"new \1") == (
        f"a\n{architecture.BEGIN}\nnew \\1\n{architecture.END}\nb\n"
    )
    with pytest.raises(ValueError, match="needs one pair"):
        architecture.with_picture(marks * 2, "new")


def test_sizes_of_rooms() -> None:
    before = architecture.sizes([("heartland_gui/app.py", "a\n"), ("heartland_gui/old/a.py", "a\n" * 1200)])
    after = architecture.sizes([("heartland_gui/app.py", "a\nb\n"), ("heartland_gui/new/inner/a.py", "a\n")])
    assert architecture.table(before, after).splitlines()[2:] == [
        "| **all** | 2 | 2 | 1,201 | 3 |",
        "| **`new`** | – | 1 | – | 1 |",
        "| `new/inner` | – | 1 | – | 1 |",
        "| **`old`** | 1 | – | 1,200 | – |",
    ]
