"""What names are compared by."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartland_gui.finding.index import forms, key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Taiyuan", "taiyuan"),
        ("Lüliang", "luliang"),
        ("tài yuán", "tai yuan"),
        ("tai4yuan2", "taiyuan"),
        ("5G base stations", "5g base stations"),
        ("  SND — New-Energy (2018) ", "snd new energy 2018"),
        ("ＳＮＤ", "snd"),
        ("太原", "太原"),
        ("🚛", ""),
        ("", ""),
    ],
)
def test_a_key_has_small_letters_and_single_spaces(text: str, found: str) -> None:
    assert key(text) == found


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("太原", "taiyuan"),
        ("长治", "changzhi"),
        ("吕梁", "lvliang"),
        ("吕梁", "luliang"),
        ("大同AI基地", "datongaijidi"),
    ],
)
def test_chinese_names_are_found_by_their_syllables(name: str, reading: str) -> None:
    assert reading in forms(name).readings
    assert reading not in forms(name).keys


def test_other_names_have_one_key() -> None:
    assert forms("Taiyuan Heavy Industry").keys == ("taiyuan heavy industry",)


@pytest.mark.parametrize(
    ("name", "found"),
    [("太原", "ty"), ("长治", "cz"), ("SND New Energy", "sne"), ("太原重工", "tyzg")],
)
def test_initials_are_of_syllables_or_words(name: str, found: str) -> None:
    assert found in forms(name).initials


def test_one_word_has_no_initials() -> None:
    assert forms("Taiyuan").initials == ()


@given(st.text(max_size=40))
@example("𝚨")
def test_any_text_has_keys(text: str) -> None:
    assert key(key(text)) == key(text)
    assert all(isinstance(each, str) for each in (*forms(text).keys, *forms(text).readings, *forms(text).initials))


def test_letters_beside_another_script_are_found() -> None:
    assert forms("Quagga कंपनी").keys[1:] == ("quagga",)
    assert forms("कंपनी").keys == (key("कंपनी"),)


def test_initials_of_chinese_words_are_those_of_their_syllables_alone() -> None:
    assert forms("太原 钢铁").initials == ("tygt",)
