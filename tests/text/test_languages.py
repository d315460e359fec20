"""Which words a language has, and which language the environment asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.resources import resource
from heartland_gui.text import Words, languages
from heartland_gui.text.languages import (
    catalogue_path,
    environment_language,
    is_known,
    language_name,
    words_for_data,
    words_in,
)


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans", "zh-Hans-CN", "ZH-cn", "zh_CN.UTF-8"])
def test_chinese_is_found_by_any_of_its_tags(tag: str) -> None:
    words = words_in(tag)
    assert words.language == "zh"
    assert words.text("Ranking") == "排名"
    assert words is words_in("zh"), "a catalogue is read once"


@pytest.mark.parametrize("tag", ["en", "en-GB", "qaa", "zhx", "", "C", "../zh"])
def test_the_rest_is_english(tag: str) -> None:
    assert words_in(tag) == Words()


def test_languages_have_the_names_that_their_speakers_use() -> None:
    assert languages.languages().items() >= {"en": "English", "zh": "简体中文"}.items()


def test_english_stands_first() -> None:
    assert next(iter(languages.languages())) == "en"


@pytest.mark.parametrize(
    ("tag", "known"), [("zh-Hans-CN", True), ("EN_gb", True), ("zh.UTF-8", True), ("qaa", False), ("", False)]
)
def test_a_language_is_known_by_any_of_its_tags(tag: str, known: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_known(tag) is known


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-Hant", "zh"), ("en-GB", "en"), ("qaa", "qaa"), ("qaa-CA", "qaa-CA"), ("enx", "enx")],
)
def test_the_words_for_data_are_in_its_language(language: str, words: str) -> None:
    assert words_for_data(language).language == words
    assert words_for_data("qaa").text("Ranking") == "Ranking"


@pytest.mark.parametrize(("language", "name"), [("zh-CN", "简体中文"), ("en", "English"), ("qaa-CA", "qaa-CA")])
def test_a_language_is_called_as_it_calls_itself(language: str, name: str) -> None:
    assert language_name(language) == name


def test_the_longest_beginning_that_has_a_catalogue_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_tags", lambda: {"en": "en", "zh": "zh", "zh-hant": "zh-Hant"})
    asked = ["zh_Hant_TW", "zh-Hant", "zh-TW", "zh_TW.UTF-8", "ZH-HANT-hk"]
    assert [languages._looked_up(tag) for tag in asked] == ["zh-Hant", "zh-Hant", "zh", "zh", "zh-Hant"]


def test_catalogues_lie_beside_each_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert catalogue_path("zh") == resource("languages", "zh.mo")
    for name in ("fr", "de"):
        (tmp_path / f"{name}.mo").touch()
    (tmp_path / "it.po").touch()
    monkeypatch.setattr(languages, "resource", lambda *_: tmp_path)
    assert languages._tags.__wrapped__() == {"en": "en", "de": "de", "fr": "fr"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:zh:en"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, "zh_CN"),
    ],
)
def test_commands_speak_as_the_environment_says(environment: dict[str, str], expected: str) -> None:
    assert environment_language(environment) == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en", "LANG": "en"}, "zh_CN.UTF-8"),
        ({"LC_MESSAGES": "zh", "LANG": "en_US.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "POSIX", "LANGUAGE": "zh"}, "en"),
        ({"LANG": "zh_CN", "LANGUAGE": "qaa::en"}, "en"),
        ({"LANG": "zh_CN", "LANGUAGE": "qaa"}, "zh_CN"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environment: dict[str, str], expected: str) -> None:
    assert environment_language(environment) == expected
