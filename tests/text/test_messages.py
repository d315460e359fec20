"""Messages that are not yet in a language."""

from __future__ import annotations

import unicodedata

import pytest

from heartland_gui.text.messages import EN_DASH, MINUS, NO_BREAK_SPACE, Message, message


def test_a_message_keeps_its_template_and_what_fills_it_in_order() -> None:
    assert message("{b} of {a}", b=2, a="x") == Message("{b} of {a}", (("b", 2), ("a", "x")))
    assert message("Nothing") == Message("Nothing", ()) == Message("Nothing")


def test_a_value_may_have_the_name_of_the_template() -> None:
    assert message("{template}", template="x").values == (("template", "x"),)


def test_equal_messages_count_as_one() -> None:
    assert len({message("a", n=1), message("a", n=1), message("a", n=2)}) == 2


@pytest.mark.parametrize(
    ("sign", "name"), [(NO_BREAK_SPACE, "NO-BREAK SPACE"), (MINUS, "MINUS SIGN"), (EN_DASH, "EN DASH")]
)
def test_signs_are_what_they_are_called(sign: str, name: str) -> None:
    assert unicodedata.name(sign) == name
