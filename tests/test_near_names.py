"""Names that may have been meant."""

from __future__ import annotations

from heartland_gui.near_names import LONGEST, near_names


def test_the_nearest_names_come_first_and_only_so_many() -> None:
    known = ["datong", "taiyuan", "tayuan-north", "tai-yuan"]
    assert near_names("tayuan", known) == ["taiyuan"]
    assert near_names("tayuan", known, 2) == ["taiyuan", "tai-yuan"]
    assert near_names("tayuan", iter(known), 9) == ["taiyuan", "tai-yuan", "tayuan-north"]


def test_what_is_alike_by_less_than_six_tenths_is_not_near() -> None:
    assert near_names("abcde", ["abcxy"]) == ["abcxy"]
    assert near_names("abcdef", ["abcxyz"]) == []


def test_a_name_that_is_too_long_is_like_nothing() -> None:
    assert near_names("a" * LONGEST, ["a" * (LONGEST - 1)]) == ["a" * (LONGEST - 1)]
    assert near_names("a" * (LONGEST + 1), ["a" * LONGEST]) == []
