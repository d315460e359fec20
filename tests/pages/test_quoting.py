"""A number as a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Indicator
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.pages.quoting import figure_sentence
from heartland_gui.text import Words
from tests.charts.small_region import region, said, seen

WORDS = Words()
SOURCE = "Morning Paper, “Heartland reinvents itself”, 26 Apr 2020"


def changed(figure: Observation, **keys: object) -> Dataset:
    found = region(figure)

    def of(indicator: Indicator) -> Indicator:
        return replace(indicator, **keys) if indicator.id == figure.indicator else indicator  # type: ignore[arg-type]

    return replace(found, indicators=tuple(of(each) for each in found.indicators))


@pytest.mark.parametrize(
    ("keys", "status", "sentence"),
    [
        ({}, Status.ACTUAL, "Vehicles produced of Maker Works was only 48\u00a0vehicles (2019, actual; {source})."),
        (
            {"plural": True},
            Status.ESTIMATE,
            "Vehicles produced of Maker Works were only 48\u00a0vehicles (2019, estimate; {source}).",
        ),
        (
            {"verb": said("made")},
            Status.ACTUAL,
            "Maker Works made only 48\u00a0vehicles (2019, actual; {source}).",
        ),
        (
            {"verb": said("made")},
            Status.TARGET,
            "Vehicles produced of Maker Works: only 48\u00a0vehicles (2019, target; {source}).",
        ),
    ],
)
def test_a_number_stands_alone(keys: dict[str, object], status: Status, sentence: str) -> None:
    figure = seen(48, "2019", status, source="paper", qualifier=Qualifier.ONLY)
    told = figure_sentence(changed(figure, **keys), figure, WORDS)
    assert told.replace("only\u00a0", "only ") == sentence.format(source=SOURCE)


def test_of_a_part_of_a_subject_the_part_is_said_and_no_verb() -> None:
    figure = seen(48, "2019", source="paper", scope=said("north works"))
    told = figure_sentence(changed(figure, verb=said("made")), figure, WORDS)
    assert told.startswith("Vehicles produced (north works) of Maker Works was 48\u00a0vehicles (2019")


@pytest.mark.parametrize("status", [Status.ACTUAL, Status.TARGET])
def test_a_name_with_a_comma_stands_behind_its_subject(status: Status) -> None:
    figure = seen(48, "2019", status, source="paper")
    told = figure_sentence(changed(figure, name=said("Services, value added")), figure, WORDS)
    assert told.startswith(f"Maker Works: services, value added 48\u00a0vehicles (2019, {status}; ")
