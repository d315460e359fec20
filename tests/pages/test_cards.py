"""The cards of a page in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.model.queries import headline_figures, page_sources
from heartland_gui.pages.cards import cards_of, figure_tip, source_marks
from heartland_gui.pages.page import Card, Link, Paragraph
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, region, said, seen

WORDS = Words()
SND = Ref(SubjectKind.COMPANY, "snd")
DAILY = Link("[1]", Ref(SubjectKind.SOURCE, "daily"))
MONTHLY = Link("[2]", Ref(SubjectKind.SOURCE, "monthly"))


def cards(dataset: Dataset, page: Ref) -> tuple[Card, ...]:
    marks = source_marks(page_sources(dataset, page))
    return cards_of(dataset, headline_figures(dataset, page.id), WORDS, marks)


def test_cards_show_value_status_mark_and_what_others_say(dataset: Dataset) -> None:
    found = cards(dataset, SND)
    assert [(card.label, card.value, card.period, card.status.value, card.mark) for card in found] == [
        ("Vehicles produced", "only\u00a048\u00a0vehicles", "2019", "actual", DAILY),
        ("Vehicles produced", "5,000\u00a0vehicles", "2020", "forecast", DAILY),
        ("Vehicles produced, designed", "100,000\u00a0vehicles", "2021", "capacity", DAILY),
    ]
    assert found[0].note == "Trial operation."
    assert found[0].tip.splitlines() == [
        "only\u00a048\u00a0vehicles · 2019 · actual · Daily, 26 Apr 2020",
        "Trial operation.",
    ]
    assert found[1].disagreement == ()
    assert found[2].disagreement == (Paragraph(("another source: 10,000\u00a0vehicles",), marks=(MONTHLY,)),)


def test_a_figure_of_a_part_says_of_which() -> None:
    dataset = region(seen(5, "2019", scope=said("The old plant")))
    (card,) = cards(dataset, MAKER)
    assert (card.scope, card.note) == ("The old plant", "")
    assert figure_tip(dataset, seen(5, "2019", scope=said("The old plant")), WORDS).count("\n") == 0


@pytest.mark.parametrize(
    ("edition", "as_of", "period"),
    [
        ("2027-11", None, "2019, 8 years old"),
        ("2026-11", None, "2019"),
        ("2040-01", date(2026, 12, 31), "2019"),
        ("2019-01", date(2027, 1, 1), "2019, 8 years old"),
        ("spring", None, "2019"),
    ],
)
def test_an_old_figure_has_its_age_beside_the_edition_or_the_day(edition: str, as_of: date | None, period: str) -> None:
    dataset = region(seen(5, "2019"))
    dataset = replace(dataset, manifest=replace(dataset.manifest, edition=edition, as_of=as_of))
    (card,) = cards(dataset, MAKER)
    assert card.period == period


def test_what_is_not_done_has_no_age() -> None:
    dataset = region(seen(5, "2010", Status.TARGET))
    (card,) = cards(dataset, MAKER)
    assert card.period == "2010"
