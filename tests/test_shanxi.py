"""The founding article (China Daily, 26 April 2020), fact by fact, as the shipped dataset's model has it."""

from __future__ import annotations

import pytest

from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.entities import Company, Zone, ref_of
from heartland_gui.model.facts import Observation, Qualifier, Status
from heartland_gui.model.queries import conflicts, headline_figures, observations_of, page_sources
from heartland_gui.resources import resource
from tests.charts.shipped import shipped_dataset

ARTICLE = "chinadaily-2020-04-26-heartland"
SND = "snd-new-energy-special-vehicle"
ZONE = "shanxi-transition-zone"


def snd() -> Company:
    company = shipped_dataset().subjects[SND]
    assert isinstance(company, Company)
    return company


def figure(indicator: str, period: str, status: Status, source: str = ARTICLE) -> Observation:
    """Return the one figure of SND that fits."""
    found = [
        item
        for item in observations_of(shipped_dataset(), SND, indicator)
        if (item.period.label, item.status, item.source) == (period, status, source)
    ]
    assert len(found) == 1
    return found[0]


def events(subject: str) -> str:
    found = shipped_dataset().events_by_subject[subject]
    return "\n".join(f"{event.date.label} {event.kind} {event.text.text('en')}" for event in found)


def test_the_dataset_is_read_without_any_problem() -> None:
    assert read_dataset(resource("datasets", "shanxi")).problems == ()


def test_it_has_eight_pillars_in_the_order_of_the_article() -> None:
    assert [pillar.name.text("en") for pillar in shipped_dataset().pillars] == [
        "Information technology",
        "Civil aviation",
        "Finance",
        "Cultural tourism",
        "New energy and new materials",
        "Natural gas",
        "Advanced manufacturing",
        "Modern chemicals",
    ]


def test_it_has_six_technologies() -> None:
    assert [technology.name.text("en") for technology in shipped_dataset().technologies] == [
        "Cloud computing",
        "Big data",
        "Mobile internet",
        "Internet of things",
        "Industrial internet",
        "Blockchain",
    ]


def test_the_zone_lies_on_the_border_of_taiyuan_and_jinzhong() -> None:
    zone = shipped_dataset().subjects[ZONE]
    assert isinstance(zone, Zone)
    assert zone.places == ("taiyuan", "jinzhong")
    assert zone.summary is not None
    assert "border of Taiyuan and Jinzhong" in zone.summary.text("en")


def test_all_enterprises_of_the_zone_above_the_threshold_are_back_at_work() -> None:
    said = events(ZONE)
    assert "20 million yuan" in said
    assert "all enterprises above" in said.lower() or "all of the zone's enterprises" in said.lower()
    assert "back at work" in said or "resumed" in said


def test_snd_was_founded_in_2018_with_a_billion_yuan() -> None:
    founded = snd().founded
    assert founded is not None
    assert founded.label == "2018"
    assert figure("investment-total", "2018", Status.ACTUAL).value == 1_000_000_000


def test_snd_has_four_uses() -> None:
    uses = [use.text("en") for use in snd().uses]
    assert uses == ["cold-storage transport", "street cleaning", "snow removal", "emergency rescue"]


def test_snd_restarted_on_14_february_2020() -> None:
    assert "2020-02-14 operations-resumed" in events(SND)


def test_about_99_percent_of_its_people_are_back() -> None:
    back = figure("back-to-work-share", "2020-04-26", Status.ACTUAL)
    assert (back.value, back.qualifier) == (99, Qualifier.ABOUT)


def test_286_cold_storage_vehicles_are_ordered() -> None:
    ordered = figure("vehicles-ordered", "2020-04-26", Status.ACTUAL)
    assert ordered.value == 286
    assert ordered.note is not None
    assert "Cold-storage" in ordered.note.text("en")


def test_only_48_were_made_and_5000_are_expected() -> None:
    made = figure("vehicles-produced", "2019", Status.ACTUAL)
    assert (made.value, made.qualifier) == (48, Qualifier.ONLY)
    assert figure("vehicles-produced", "2020", Status.FORECAST).value == 5_000
    assert figure("revenue", "2020", Status.FORECAST).value == 1_500_000_000


def test_its_president_is_named_with_day_and_source() -> None:
    (president,) = snd().people
    assert (president.name.text("en"), president.role.text("en")) == ("Que Wenxiu", "president")
    assert president.source == ARTICLE
    assert president.as_of is not None
    assert president.as_of.label == "2020-04-26"


def test_both_designed_capacities_stand_with_their_sources() -> None:
    assert figure("vehicles-produced", "2020", Status.CAPACITY).value == 100_000
    assert figure("vehicles-produced", "2020", Status.CAPACITY, "snd-2020-04-14-jinzhong").value == 10_000
    (clash,) = conflicts(shipped_dataset(), SND)
    assert clash.spread == 90_000
    (card,) = [head for head in headline_figures(shipped_dataset(), SND) if head.figure.status is Status.CAPACITY]
    assert [rival.value for rival in card.rivals] == [10_000]
    cited = {source.id for source in page_sources(shipped_dataset(), ref_of(snd()))}
    assert {ARTICLE, "snd-2020-04-14-jinzhong"} <= cited


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("places", 12),
        ("zones", 2),
        ("pillars", 8),
        ("technologies", 6),
        ("companies", 129),
        ("indicators", 179),
        ("series", 1198),
        ("events", 228),
        ("sources", 533),
        ("boundaries", 11),
    ],
)
def test_nothing_is_missing(table: str, count: int) -> None:
    assert len(getattr(shipped_dataset(), table)) == count


def test_it_has_as_many_figures_as_its_notes_say() -> None:
    assert shipped_dataset().observation_count == 1557


def test_its_conflicts_are_those_that_its_notes_list() -> None:
    found = {
        (clash.observations[0].subject, clash.observations[0].indicator, clash.observations[0].period.label)
        for clash in conflicts(shipped_dataset())
    }
    assert found == {
        ("shanxi", "gdp", "2013"),
        ("shanxi", "gdp", "2014"),
        ("shanxi", "gdp", "2018"),
        ("shanxi", "raw-coal-output", "2016"),
        ("shanxi", "coal-capacity-cut", "2018"),
        ("shanxi", "clean-energy-capacity-share", "2024"),
        (SND, "vehicles-produced", "2020"),
    }
