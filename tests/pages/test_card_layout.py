"""Where everything stands on a card, measured in characters: each is 10 wide and 20 high."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages import card_layout
from heartland_gui.pages.card_layout import CardLayout, CardMeasures, Part, card_columns, lay_out_card
from heartland_gui.pages.page import Card, Link, Paragraph
from tests.pages.frozen import thawed

DAILY = Ref(SubjectKind.SOURCE, "daily")
MONTHLY = Ref(SubjectKind.SOURCE, "monthly")
CARD = Card("Output", "48\u00a0t", "2019", Status.ACTUAL, Link("[1]", DAILY))
MEASURES = CardMeasures(side=5, top=7, bottom=9, below_text=2, above_foot=3, before_badge=12, before_mark=1)
BADGE = (60.0, 24.0)


class Characters:
    """A ruler for type that is as wide as it is."""

    def width(self, text: str, part: Part) -> float:  # noqa: ARG002 - as of every ruler
        return len(text) * 10.0

    def height(self, text: str, part: Part, width: float) -> float:  # noqa: ARG002
        return -(-len(text) * 10 // int(width)) * 20.0

    def badge(self, status: Status) -> tuple[float, float]:  # noqa: ARG002
        return BADGE


def laid_out(card: Card, width: float = 210, height: float = 0.0, *, notes: bool = False) -> CardLayout:
    return lay_out_card(card, width, Characters(), replace(MEASURES, has_notes=notes), height)


def parts(layout: CardLayout) -> dict[Part, str]:
    return {text.part: text.text for text in layout.texts}


def test_texts_stand_below_one_another_and_the_period_at_the_bottom() -> None:
    found = laid_out(CARD)
    assert [(text.part, text.text, text.x, text.y) for text in found.texts] == [
        (Part.LABEL, "Output", 5, 7),
        (Part.NUMBER, "48\u00a0t", 5, 29),
        (Part.PERIOD, "2019", 5, 54),
        (Part.MARK, "[1]", 5 + 50 + 1, 54),
    ]
    assert found.badge == (210 - 5 - 60, 54, *BADGE)
    assert found.height == 54 + 24 + 9


def test_a_card_in_a_higher_row_keeps_its_period_at_the_bottom() -> None:
    found = laid_out(CARD, height=200)
    assert [text.y for text in found.texts] == [7, 29, 200 - 9 - 24, 200 - 9 - 24]
    assert found.badge[1] == 200 - 9 - 24
    assert found.height == laid_out(CARD).height, "what it needs is the same"
    assert laid_out(CARD, height=10).texts == laid_out(CARD).texts


def test_a_badge_that_does_not_fit_beside_its_period_stands_above_it() -> None:
    room = len("2019 [1]") * 10 + 12 + 60  # period, mark, distance, badge
    beside, above = laid_out(CARD, room + 10), laid_out(CARD, room + 9)
    assert beside.badge[1] == beside.texts[-1].y
    assert above.badge[1] == above.texts[-1].y - 24 - 2
    assert above.height == beside.height + 24 + 2


def test_scope_and_what_others_say_stand_below_the_number_with_their_sources() -> None:
    other = Paragraph(("another source: 10",), marks=(Link("[2]", MONTHLY),))
    found = laid_out(replace(CARD, scope="The plant", disagreement=(other,)))
    assert [(text.part, text.text, text.source) for text in found.texts][2:4] == [
        (Part.SCOPE, "The plant", None),
        (Part.DISAGREEMENT, "another source: 10 [2]", MONTHLY),
    ]
    label, number, scope, disagreement, *_ = found.texts
    assert [text.height for text in (label, number, scope, disagreement)] == [20, 20, 20, 40]
    assert [text.y for text in (label, number, scope, disagreement)] == [7, 29, 51, 73]
    assert all(text.width == 200 for text in (label, number, scope, disagreement))


def test_a_note_is_written_out_where_there_are_no_tooltips() -> None:
    for notes, written in ((True, "*\u00a0Trial."), (False, None)):
        found = parts(laid_out(replace(CARD, note="Trial."), notes=notes))
        assert found[Part.NUMBER] == "48\u00a0t\u00a0*"
        assert found.get(Part.NOTE) == written
    assert Part.NOTE not in parts(laid_out(CARD, notes=True))


def test_a_long_number_parts_from_its_unit_but_never_from_its_star() -> None:
    card = replace(CARD, value="only\u00a048\u00a0vehicles", note="Trial.")
    length = len(card.number) * 10
    assert parts(laid_out(card, length + 10))[Part.NUMBER] == card.number
    assert parts(laid_out(card, length + 9))[Part.NUMBER] == "only 48 vehicles\u00a0*"


def test_a_mark_stays_on_the_card_however_long_the_period_is() -> None:
    card = replace(CARD, period="January to September 2019, 12 years old")
    found = laid_out(card)
    period, mark = found.texts[-2:]
    assert mark.x + mark.width == 205
    assert (period.x, period.width) == (5, mark.x - 5)


@pytest.mark.parametrize(
    ("count", "fitting", "columns"),
    [(0, 4, 1), (1, 4, 1), (4, 4, 4), (5, 4, 3), (6, 4, 3), (7, 4, 4), (8, 4, 4), (9, 4, 3), (3, 0, 1), (3, 9, 3)],
)
def test_rows_are_nearly_equally_long(count: int, fitting: int, columns: int) -> None:
    assert card_columns(count, fitting) == columns


def test_its_values_cannot_be_changed() -> None:
    assert thawed(card_layout) == []
    assert not MEASURES.has_notes
    assert CardMeasures(1, 1, 1, 1, 1, 1) == CardMeasures(1, 1, 1, 1, 1, 1, 0.0, has_notes=False)
