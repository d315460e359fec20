"""The words of a label, as lines of text one behind the other."""

from __future__ import annotations

from heartland_gui.charts.spec import Label
from heartland_gui.rendering.canvas import text_width
from heartland_gui.rendering.labels.text_lines import SPACE, TextLine, label_lines, label_width, strong_width
from heartland_gui.rendering.style import MEASURES

BOTH, STRONG, FAINT = Label("12.3 bn", "actual, 2019"), Label("12.3 bn"), Label("", "actual, 2019")


def widths() -> tuple[float, float]:
    return text_width("12.3 bn", MEASURES.label, bold=True), text_width("actual, 2019", MEASURES.small)


def test_a_label_is_as_wide_as_its_words_and_the_space_between_them() -> None:
    number, words = widths()
    assert SPACE == 4
    assert [strong_width(label) for label in (BOTH, STRONG, FAINT)] == [number + SPACE, number + SPACE, 0]
    assert [label_width(label) for label in (BOTH, STRONG, FAINT)] == [number + SPACE + words, number, words]


def test_the_number_is_strong_and_what_it_is_stands_faint_behind_it() -> None:
    strong = TextLine(10, 50, "12.3 bn", MEASURES.label, bold=True)
    faint = TextLine(10 + widths()[0] + SPACE, 50, "actual, 2019", MEASURES.small, faint=True)
    assert label_lines(BOTH, 10, 50) == (strong, faint)
    assert label_lines(BOTH, 10, 50, full=False) == label_lines(STRONG, 10, 50) == (strong,)
    assert label_lines(FAINT, 10, 50) == (TextLine(10, 50, "actual, 2019", MEASURES.small, faint=True),)
    assert label_lines(FAINT, 10, 50, full=False) == ()


def test_a_line_of_text_is_plain_on_the_paper_unless_it_is_said() -> None:
    line = TextLine(0, 0, "a", 12)
    assert (line.bold, line.faint, line.background) == (False, False, None)
