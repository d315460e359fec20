"""Figures in words."""

from __future__ import annotations

from datetime import date

import pytest

from heartland_gui.model.entities import Localized
from heartland_gui.text import Words
from heartland_gui.wording import edition_text, starred


def test_a_star_says_that_there_is_a_note() -> None:
    assert starred("48", Localized((("en", "Trial operation."),))) == "48\u00a0*"
    assert starred("48", "Trial operation.") == "48\u00a0*"
    assert starred("48", None) == starred("48", "") == "48"


@pytest.mark.parametrize(
    ("edition", "day", "title", "text"),
    [
        ("2026-11", date(2020, 5, 1), "Shanxi", "Shanxi, edition 2026-11, as of 1 May 2020"),
        ("2026-11", None, "Shanxi", "Shanxi, edition 2026-11"),
        ("", date(2020, 5, 1), "Shanxi", "Shanxi, as of 1 May 2020"),
        ("", None, "Shanxi", "Shanxi"),
        ("2026-11", date(2020, 5, 1), "", "edition 2026-11, as of 1 May 2020"),
        ("", None, "", "an unnamed edition"),
    ],
)
def test_an_edition_has_the_day_that_is_shown_behind_it(edition: str, day: date | None, title: str, text: str) -> None:
    assert edition_text(edition, day, Words(), title) == text
