"""What is read where all is well: every table, both forms of series, every optional key."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.loading import folder
from heartland_gui.loading.references import CHECKS
from heartland_gui.loading.soundness import VOUCHES
from heartland_gui.model.dataset import Dataset, Manifest
from heartland_gui.model.entities import (
    ActorKind,
    Better,
    Company,
    Event,
    EventKind,
    Grade,
    Indicator,
    IndicatorKind,
    IndicatorRole,
    Localized,
    Person,
    Pillar,
    PillarBasis,
    Place,
    Source,
    Technology,
    Topic,
    Unit,
    UnitScale,
    Zone,
)
from heartland_gui.model.observations import Observation, Qualifier, Series, Status
from heartland_gui.model.period import parse_period
from tests.loading.small_dataset import SOUND, changed, reading_of


def said(english: str, chinese: str = "") -> Localized:
    return Localized((("en", english), ("zh", chinese)) if chinese else (("en", english),))


@pytest.fixture(params=["quick", "careful"])
def dataset(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    if request.param == "careful":
        monkeypatch.setattr(folder, "sound_records", lambda *_: None)
    reading = reading_of(tmp_path, SOUND)
    assert reading.dataset is not None
    return reading.dataset


def test_the_manifest(dataset: Dataset) -> None:
    assert dataset.manifest == Manifest(
        "small", said("A small region", "小地区"), "north", "2020-01", 1, "en", ("en", "zh"), headline=("output",)
    )


def test_the_things(dataset: Dataset) -> None:
    assert dataset.places == (
        Place("north", said("North", "北"), "province"),
        Place("mill-town", said("Mill Town"), "county", "north", 37.5, 112),
    )
    assert dataset.zones == (
        Zone("mill-park", said("Mill Park"), said("Park"), ("mill-town",), founded=parse_period("2017-02")),
        Zone("old-park", said("Old Park"), part_of="mill-park"),
    )
    assert dataset.pillars == (Pillar("milling", said("Milling", "磨粉"), headline=("output",), sources=("gazette",)),)
    assert dataset.technologies == (Technology("stones", said("Mill stones"), sources=("gazette",)),)
    assert dataset.units == (
        Unit("sacks", said("sacks"), said("sacks"), UnitScale.COUNT),
        Unit("sacks-percent", said("percent of the sacks"), said("pct"), UnitScale.RATIO, percentage=True),
        Unit("kwh", said("kilowatt-hours"), said("kWh"), UnitScale.PHYSICAL, si=said("Wh"), factor=1000),
    )
    assert dataset.topics == (Topic("making", said("Making", "制造")),)
    assert dataset.indicators == (
        Indicator(
            "output",
            said("Output"),
            "sacks",
            IndicatorKind.FLOW,
            "making",
            Better.MORE,
            role=IndicatorRole.POPULATION,
        ),
    )


def test_the_company_with_its_default_language_first(dataset: Dataset) -> None:
    person = Person(said("Ann Miller"), said("owner"), "gazette", parse_period("2019-05-01"))
    assert dataset.companies == (
        Company(
            "old-mill",
            said("Old Mill", "老磨坊"),
            ActorKind.COMPANY,
            ("The Mill",),
            parse_period("1890"),
            "mill-town",
            "old-park",
            ("milling",),
            PillarBasis.STATED,
            ("stones",),
            products=(said("flour"), said("bran", "麸")),
            people=(person,),
            headline=("output",),
            sources=("gazette", "almanac"),
        ),
    )


def test_both_forms_of_series_in_order_of_time(dataset: Dataset) -> None:
    def seen(period: str, value: float, status: Status, **more: object) -> Observation:
        return Observation("old-mill", "output", "gazette", parse_period(period), value, status, **more)  # type: ignore[arg-type]

    def valley(period: str, value: float) -> Observation:
        return Observation(
            "north", "output", "almanac", parse_period(period), value, Status.ESTIMATE, scope=said("The valley")
        )

    assert dataset.series == (
        Series(
            "old-mill",
            "output",
            "gazette",
            (
                seen("2018-Q1/2018-Q2", 20.5, Status.ESTIMATE),
                seen("2019", 48, Status.ACTUAL, qualifier=Qualifier.ONLY, note=said("A dry year.")),
                seen("2020", 5_000, Status.FORECAST),
            ),
        ),
        Series("north", "output", "almanac", (valley("2017", 7), valley("2018", 9)), ("2018",)),
    )


def test_events_and_sources(dataset: Dataset) -> None:
    text = said("The new wheel turned.")
    assert dataset.events == (Event("old-mill", parse_period("2019-05"), EventKind.OPENING, text, "gazette"),)
    assert dataset.sources == (
        Source(
            "gazette",
            said("Of mills"),
            said("The Gazette"),
            parse_period("2020-01-02"),
            "https://gazette.example/mills?page=1",
            "en",
            Grade.PRESS,
        ),
        Source("almanac", said("Almanac"), said("The Gazette")),
    )


@pytest.mark.parametrize("way", ["quick", "careful"])
def test_an_indicator_may_be_a_part_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    part = '[[indicator]]\nid = "flour"\nname = "Flour"\nunit = "sacks"\nkind = "flow"\npart_of = "output"\n'
    if way == "careful":
        monkeypatch.setattr(folder, "sound_records", lambda *_: None)
    reading = reading_of(tmp_path, SOUND + part)
    assert reading.problems == ()
    assert reading.dataset is not None
    assert [indicator.part_of for indicator in reading.dataset.indicators] == [None, "output"]


@pytest.mark.parametrize("way", ["quick", "careful"])
def test_without_topics_any_word_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "careful":
        monkeypatch.setattr(folder, "sound_records", lambda *_: None)
    reading = reading_of(tmp_path, changed('[[topic]]\nid = "making"\nname = { en = "Making", zh = "制造" }\n', ""))
    assert reading.problems == ()
    assert reading.dataset is not None
    assert (reading.dataset.topics, reading.dataset.indicators[0].topic) == ((), "making")


def test_points_and_values_may_stand_side_by_side_and_have_their_own_status(tmp_path: Path) -> None:
    text = changed(
        "values = { 2017 = 7, 2018 = 9 }",
        'note = "As printed."\nvalues = { 2017 = 7 }\npoints = [{ period = "2016", value = 1, status = "target", '
        'scope = "The hill", note = "Read off." }]',
    )
    reading = reading_of(tmp_path, text)
    assert reading.problems == ()
    assert reading.dataset is not None
    early, late = reading.dataset.series[1].observations
    assert (early.value, early.status, early.scope, early.note) == (
        1,
        Status.TARGET,
        said("The hill"),
        said("Read off."),
    )
    assert (late.value, late.status, late.scope, late.note) == (
        7,
        Status.ESTIMATE,
        said("The valley"),
        said("As printed."),
    )


def test_values_may_be_a_table_of_their_own(tmp_path: Path) -> None:
    text = changed("values = { 2017 = 7, 2018 = 9 }", '[series.values]\n2017 = 7\n"2018-01/2018-09" = 9')
    reading = reading_of(tmp_path, text)
    assert reading.problems == ()
    assert reading.dataset is not None
    assert [item.period.label for item in reading.dataset.series[1].observations] == ["2017", "2018-01/2018-09"]


def test_another_default_language(tmp_path: Path) -> None:
    text = SOUND.replace('default_language = "en"', 'default_language = "zh"')
    reading = reading_of(tmp_path, text)
    assert reading.dataset is not None
    assert reading.dataset.manifest.title == (("zh", "小地区"), ("en", "A small region"))
    assert reading.dataset.units[0].name == Localized((("zh", "sacks"),))
    assert reading.problems == ()


@pytest.mark.parametrize("careful", [False, True])
def test_a_pillar_may_ask_for_a_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, careful: bool) -> None:  # noqa: FBT001
    if careful:
        monkeypatch.setattr(folder, "sound_records", lambda *_: None)
    reading = reading_of(tmp_path, changed('id = "milling"', 'id = "milling"\ncolour = "leaf"'))
    assert reading.problems == ()
    assert reading.dataset is not None
    assert reading.dataset.pillars[0].colour == "leaf"


def test_a_dataset_of_nothing_but_a_region(tmp_path: Path) -> None:
    manifest = '[dataset]\nformat = 1\nid = "x"\ntitle = "X"\nregion = "x"\n'
    reading = reading_of(tmp_path, manifest + '[[place]]\nid = "x"\nname = "X"\nkind = "province"\n')
    assert reading.problems == ()
    assert reading.dataset is not None
    assert reading.dataset.region.id == "x"
    assert reading.dataset.observation_count == 0


def test_every_check_has_its_quick_form() -> None:
    assert set(VOUCHES) == set(CHECKS)
