"""The legend: each symbol drawn as its marks are, with its word right of it."""

from __future__ import annotations

import pytest

from heartland_gui.charts.spec import LegendEntry, Symbol
from heartland_gui.model.observations import Status
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.marks.legend import SYMBOLS, draw_legend_entry
from tests.rendering.recording import sections, transcript

PLACE = Box(100, 50, 26, 16)
ENTRIES = {
    "dot": LegendEntry(Symbol.DOT, "", Status.FORECAST, 1),
    "line": LegendEntry(Symbol.LINE, "", Status.ACTUAL, 1),
    "span": LegendEntry(Symbol.SPAN, "", Status.TARGET, 1),
    "bar": LegendEntry(Symbol.BAR, "", Status.ESTIMATE, 1),
    "reference": LegendEntry(Symbol.REFERENCE, ""),
    "event": LegendEntry(Symbol.MILESTONE, "", Status.ACTUAL, 1),
    "planned event": LegendEntry(Symbol.MILESTONE, "", Status.TARGET, 1),
    "bracket": LegendEntry(Symbol.BRACKET, ""),
    "goal": LegendEntry(Symbol.GOAL, "", Status.CAPACITY, 1),
    "move": LegendEntry(Symbol.MOVE, "", Status.ACTUAL, 1),
    "part": LegendEntry(Symbol.PART, "", fill=2),
    "first part": LegendEntry(Symbol.PART, ""),
    "shade": LegendEntry(Symbol.SHADE, "", fill=1),
    "no value": LegendEntry(Symbol.SHADE, ""),
    "circle": LegendEntry(Symbol.CIRCLE, "", share=0.25),
    "pin": LegendEntry(Symbol.PIN, ""),
    "heading": LegendEntry(Symbol.HEADING, ""),
}
DRAWN = sections("""
[dot]
circle 110,58 4.5 #ffffff #289eca 2
text 126,62  11 #5c5c57
[line]
line 100,58 120,58 #289eca 2
text 126,62  11 #5c5c57
[span]
line 100,58 120,58 #289eca 2 5,3.5
line 100,54 100,62 #289eca 1.5
line 120,54 120,62 #289eca 1.5
line 110,50 110,66 #289eca 2
text 126,62  11 #5c5c57
[bar]
rectangle 100.8,53.8 18.5,8.5 #b4ddec #289eca 1.5
text 126,62  11 #5c5c57
[reference]
line 100,58 120,58 #1d1d1b 1.6 1.4,3
line 100,54 100,62 #1d1d1b 1.6
line 120,54 120,62 #1d1d1b 1.6
text 126,62  11 #5c5c57
[event]
polygon 110,52.5 115.5,58 110,63.5 104.5,58 #289eca #ffffff 1
text 126,62  11 #5c5c57
[planned event]
polygon 110,52.5 115.5,58 110,63.5 104.5,58 #ffffff #289eca 1.5
text 126,62  11 #5c5c57
[bracket]
line 102,58 118,58 #8f1734 1.4
line 102,54 102,62 #8f1734 1.4
line 118,54 118,62 #8f1734 1.4
text 126,62  11 #5c5c57
[goal]
line 110,51 110,65 #289eca 2.4 1.4,3
text 126,62  11 #5c5c57
[move]
line 102,58 118,58 #7ec5df 2
polygon 113,58 106,53.8 106,62.2 #289eca #289eca 0.5
circle 102,58 3.5 #7ec5df #ffffff 1
circle 118,58 5 #289eca #ffffff 1
text 126,62  11 #5c5c57
[part]
rectangle 100,53 20,10 #c17b1d - 1
text 126,62  11 #5c5c57
[first part]
rectangle 100,53 20,10 #577037 - 1
text 126,62  11 #5c5c57
[shade]
shape 100,53 120,53 120,63 100,63 #a9cbe3 - 1
shape 100,53 120,53 120,63 100,63 - #868680 0.8
rectangle 100,53 20,10 - #8f8f89 0.8
text 126,62  11 #5c5c57
[no value]
shape 100,53 120,53 120,63 100,63 #ffffff - 1
hatching 100,53 120,53 120,63 100,63 #8f8f89 0.8
shape 100,53 120,53 120,63 100,63 - #8f8f89 0.8
rectangle 100,53 20,10 - #8f8f89 0.8
text 126,62  11 #5c5c57
[circle]
circle 110,58 7.5 #e69b43 #ffffff 1.2
text 126,62  11 #5c5c57
[pin]
polygon 110,52.5 115.5,58 110,63.5 104.5,58 #1d1d1b #ffffff 1
text 126,62  11 #5c5c57
[heading]
text 126,62  11 #5c5c57
""")
"""Where a symbol is meant to change, change it here by hand."""


def test_every_symbol_has_a_drawing() -> None:
    assert set(SYMBOLS) == set(Symbol) == {entry.symbol for entry in ENTRIES.values()}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_symbol_is_drawn_in_its_place(name: str) -> None:
    assert transcript(lambda canvas: draw_legend_entry(PLACE, ENTRIES[name], 100, canvas)) == DRAWN[name]


def test_the_word_stands_right_of_the_symbol_and_is_cut_where_the_room_ends() -> None:
    entry = LegendEntry(Symbol.HEADING, "designed capacity")
    whole = transcript(lambda canvas: draw_legend_entry(PLACE, entry, 200, canvas))
    assert whole == "text 126,62 designed capacity 11 #5c5c57"
    assert "…" in transcript(lambda canvas: draw_legend_entry(PLACE, entry, 60, canvas))
