"""The shipped dataset: every fact of the founding article, asked of the model; and what its notes count."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from heartland_gui.loading.folder import Reading, read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import (
    Company,
    EventKind,
    Grade,
    Localized,
    PillarBasis,
    Place,
    Ref,
    Source,
    SubjectKind,
    Zone,
)
from heartland_gui.model.observations import HOPED, Observation, Qualifier, Status
from heartland_gui.model.queries import (
    breadcrumb,
    cities_of,
    companies_of,
    events_of,
    headline_figures,
    observations_of,
    page_sources,
    pillars_of,
    uses_of_source,
)
from heartland_gui.resources import resource

ARTICLE = "chinadaily-2020-04-26-heartland"
REPORT = "snd-2020-04-14-jinzhong"
SND = "snd-new-energy-special-vehicle"
ZONE = "shanxi-transition-zone"
RUIDING = "ruiding-new-energy-automobile"

PILLARS = {
    "Information technology": "信息技术",
    "Civil aviation": "民用航空",
    "Finance": "金融",
    "Cultural tourism": "文化旅游",
    "New energy and new materials": "新能源和新材料",
    "Natural gas": "天然气",
    "Advanced manufacturing": "先进制造业",
    "Modern chemicals": "现代化工",
}
TECHNOLOGIES = {
    "Cloud computing": "云计算",
    "Big data": "大数据",
    "Mobile internet": "移动互联网",
    "Internet of things": "物联网",
    "Industrial internet": "工业互联网",
    "Blockchain": "区块链",
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_dataset(resource("datasets", "shanxi"))


@pytest.fixture(scope="module")
def shanxi(reading: Reading) -> Dataset:
    assert reading.dataset is not None
    return reading.dataset


@pytest.fixture(scope="module")
def snd(shanxi: Dataset) -> Company:
    found = shanxi.subjects[SND]
    assert isinstance(found, Company)
    return found


@pytest.fixture(scope="module")
def zone(shanxi: Dataset) -> Zone:
    found = shanxi.subjects[ZONE]
    assert isinstance(found, Zone)
    return found


def figure(dataset: Dataset, subject: str, indicator: str, source: str, status: Status = Status.ACTUAL) -> Observation:
    """Return the one figure that a source gives of an indicator with a status."""
    (found,) = (
        item for item in observations_of(dataset, subject, indicator) if item.source == source and item.status is status
    )
    return found


def both(names: dict[str, str]) -> list[tuple[str, str]]:
    return list(names.items())


def in_both(texts: list[Localized]) -> list[tuple[str, str]]:
    return [(text.text("en"), text.text("zh")) for text in texts]


# -- the founding article -----------------------------------------------------------------------------------------


def test_the_article(shanxi: Dataset) -> None:
    article = shanxi.source_by_id[ARTICLE]
    assert article.title.text("en") == "Industrial heartland reinvents itself for new-age technology"
    assert "China Daily" in article.publisher.text("en")
    assert article.date is not None
    assert article.date.label == "2020-04-26"
    assert article.grade is Grade.PRESS
    assert article.url is not None


def test_the_eight_pillars_by_name_and_in_order(shanxi: Dataset) -> None:
    assert in_both([pillar.name for pillar in shanxi.pillars]) == both(PILLARS)
    assert all(ARTICLE in pillar.sources for pillar in shanxi.pillars)


def test_the_six_technologies_by_name(shanxi: Dataset) -> None:
    assert in_both([technology.name for technology in shanxi.technologies]) == both(TECHNOLOGIES)
    assert all(ARTICLE in technology.sources for technology in shanxi.technologies)


def test_the_policy_is_told_with_its_pillars_and_technologies(shanxi: Dataset) -> None:
    (event,) = (
        event
        for event in events_of(shanxi, shanxi.region_ref)
        if event.source == ARTICLE and event.date.label == "2020-04-26"
    )
    assert event.kind is EventKind.POLICY
    told = event.text.text("en").lower()
    assert all(name.lower() in told for name in (*PILLARS, *TECHNOLOGIES))


def test_the_zone_on_the_border_of_taiyuan_and_jinzhong(shanxi: Dataset, zone: Zone) -> None:
    places = [shanxi.subjects[place] for place in zone.places]
    assert all(isinstance(place, Place) for place in places)
    assert [place.name.text("en") for place in places] == ["Taiyuan", "Jinzhong"]
    assert zone.name.text("en") == "Shanxi Transition and Comprehensive Reform Demonstration Zone"
    assert zone.summary is not None
    assert "on the border of Taiyuan and Jinzhong" in zone.summary.text("en")
    assert "太原、晋中交界" in zone.summary.text("zh")


def test_the_threshold_of_20_million_yuan(shanxi: Dataset) -> None:
    (event,) = (event for event in shanxi.events_by_subject[ZONE] if event.source == ARTICLE)
    assert event.kind is EventKind.OPERATIONS_RESUMED
    assert "more than 20 million yuan of annual sales" in event.text.text("en")
    assert "2000万元以上" in event.text.text("zh")


def test_all_enterprises_above_the_threshold_are_back_at_work(shanxi: Dataset) -> None:
    share = figure(shanxi, ZONE, "back-to-work-share", ARTICLE)
    assert (share.value, share.period.label) == (100, "2020-04-26")
    assert share.scope is not None
    assert share.scope.text("en") == "enterprises above designated size"
    assert shanxi.unit_of("back-to-work-share").id == "percent"


def test_snd_is_found_where_it_belongs(shanxi: Dataset, snd: Company) -> None:
    assert snd.name.text("en") == "SND New Energy Special Vehicle"
    assert snd.name.text("zh") == "山西斯纳德新能源汽车科技有限公司"
    assert snd.zone == ZONE
    names = [pillar.name.text("en") for pillar in pillars_of(shanxi, snd)]
    assert names == ["New energy and new materials", "Advanced manufacturing"]
    assert snd.pillar_basis is PillarBasis.ASSIGNED
    for chosen in (Ref(SubjectKind.PILLAR, snd.pillars[0]), Ref(SubjectKind.ZONE, ZONE), shanxi.region_ref):
        assert snd in companies_of(shanxi, chosen)


def test_snd_was_founded_in_2018(shanxi: Dataset, snd: Company) -> None:
    assert snd.founded is not None
    assert snd.founded.label == "2018"
    (founding,) = (event for event in shanxi.events_by_subject[SND] if event.kind is EventKind.FOUNDED)
    assert (founding.date.label, founding.source) == ("2018", ARTICLE)


def test_snd_1_billion_yuan_invested(shanxi: Dataset) -> None:
    invested = figure(shanxi, SND, "investment-total", ARTICLE)
    assert (invested.value, invested.period.label) == (1_000_000_000, "2018")
    assert shanxi.unit_of("investment-total").id == "yuan"


def test_snd_100_000_special_vehicles_a_year_designed(shanxi: Dataset) -> None:
    designed = figure(shanxi, SND, "vehicles-produced", ARTICLE, Status.CAPACITY)
    assert (designed.value, designed.period.label) == (100_000, "2020")
    assert shanxi.unit_of("vehicles-produced").id == "vehicles"


def test_snd_four_uses(snd: Company) -> None:
    uses = [use.text("en") for use in snd.uses]
    assert uses == ["cold-storage transport", "street cleaning", "snow removal", "emergency rescue"]
    assert len(snd.products) == 4


def test_snd_restarted_on_14_february(shanxi: Dataset) -> None:
    (restart,) = (event for event in shanxi.events_by_subject[SND] if event.kind is EventKind.OPERATIONS_RESUMED)
    assert (restart.date.label, restart.source) == ("2020-02-14", ARTICLE)


def test_snd_about_99_percent_of_the_employees_are_back(shanxi: Dataset) -> None:
    back = figure(shanxi, SND, "back-to-work-share", ARTICLE)
    assert (back.value, back.qualifier) == (99, Qualifier.ABOUT)
    assert back.note is not None
    assert "Wuhan" in back.note.text("en")


def test_snd_286_cold_storage_vehicles_ordered(shanxi: Dataset) -> None:
    ordered = figure(shanxi, SND, "vehicles-ordered", ARTICLE)
    assert ordered.value == 286
    assert ordered.note is not None
    assert "Cold-storage vehicles" in ordered.note.text("en")


def test_snd_48_made_in_2019(shanxi: Dataset) -> None:
    made = figure(shanxi, SND, "vehicles-produced", ARTICLE)
    assert (made.value, made.period.label, made.qualifier) == (48, "2019", Qualifier.ONLY)


def test_snd_5_000_and_1_5_billion_yuan_expected_in_2020(shanxi: Dataset) -> None:
    vehicles = figure(shanxi, SND, "vehicles-produced", ARTICLE, Status.FORECAST)
    revenue = figure(shanxi, SND, "revenue", ARTICLE, Status.FORECAST)
    assert (vehicles.value, vehicles.period.label) == (5_000, "2020")
    assert (revenue.value, revenue.period.label) == (1_500_000_000, "2020")
    assert shanxi.unit_of("revenue").id == "yuan"


def test_snd_president_que_wenxiu(snd: Company) -> None:
    (person,) = snd.people
    assert (person.name.text("en"), person.role.text("en"), person.source) == ("Que Wenxiu", "president", ARTICLE)
    assert person.as_of is not None
    assert person.as_of.label == "2020-04-26"


def test_the_second_source_gives_10_000_and_both_are_shown(shanxi: Dataset) -> None:
    assert figure(shanxi, SND, "vehicles-produced", REPORT, Status.CAPACITY).value == 10_000
    (disagreement,) = disagreements_in(shanxi, SND)
    assert {item.source: item.value for item in disagreement.observations} == {ARTICLE: 100_000, REPORT: 10_000}
    assert disagreement.distance == 90_000
    (card,) = (card for card in headline_figures(shanxi, SND) if card.figure.status is Status.CAPACITY)
    assert {card.figure.source, *(other.source for other in card.others)} == {ARTICLE, REPORT}
    marks = [source.id for source in page_sources(shanxi, Ref(SubjectKind.COMPANY, SND))]
    assert {ARTICLE, REPORT} <= set(marks)
    chinese = shanxi.source_by_id[REPORT]
    assert chinese.language == "zh"
    assert chinese.date is not None
    assert chinese.date.label == "2020-04-14"


# -- the dataset as a whole ---------------------------------------------------------------------------------------


def test_reading_finds_nothing_to_mend(reading: Reading) -> None:
    assert reading.problems == ()


def test_the_counts_are_those_of_the_notes(shanxi: Dataset) -> None:
    notes = " ".join((Path(__file__).parent.parent / "docs" / "dataset-notes.md").read_text(encoding="utf-8").split())
    counted = (
        f"Totals: {len(shanxi.places)} places, {len(shanxi.zones)} zones, {len(shanxi.pillars)} pillars, "
        f"{len(shanxi.technologies)} technologies, {len(shanxi.companies)} companies and other actors, "
        f"{len(shanxi.indicators)} indicators, {len(shanxi.series):,} series with {shanxi.observation_count:,} points, "
        f"{len(shanxi.events)} events, {len(shanxi.sources)} sources."
    )
    assert counted in notes
    weak = sum(
        shanxi.source_by_id[item.source].grade in {Grade.COPY, Grade.AGGREGATOR} for item in shanxi.observations()
    )
    assert f"({weak})" in notes
    assert f"{sum(item.scope is not None for item in shanxi.observations())} points cover less" in notes
    silent = sum(company.id not in shanxi.series_by_subject for company in shanxi.companies)
    assert f"{silent} actors have no figure" in notes


DISAGREEMENTS = {
    ("xinzhou", "gdp", "2020", Status.ACTUAL): {103_500_000_000, 106_110_000_000},
    ("yangquan", "budget-expenditure", "2023", Status.ACTUAL): {16_820_910_000, 16_870_000_000},
    ("lvliang", "budget-expenditure", "2023", Status.ACTUAL): {62_297_760_000, 62_555_000_000},
    ("changzhi", "budget-expenditure", "2022", Status.ACTUAL): {48_780_000_000, 49_180_850_000},
    ("linfen", "budget-expenditure", "2022", Status.ACTUAL): {50_150_000_000, 50_246_120_000},
    ("linfen", "budget-expenditure", "2023", Status.ACTUAL): {54_380_000_000, 54_410_500_000},
    ("daning-jixian-field", "gas-output", "2024", Status.ACTUAL): {1_690_000_000, 1_960_000_000},
    (SND, "vehicles-produced", "2020", Status.CAPACITY): {10_000, 100_000},
    ("shanxi", "gdp", "2003", Status.ACTUAL): {285_430_000_000, 285_523_000_000},
    ("shanxi", "gdp", "2004", Status.ACTUAL): {349_600_000_000, 357_137_000_000},
    ("shanxi", "gdp", "2005", Status.ACTUAL): {407_940_000_000, 423_053_000_000},
    ("shanxi", "gdp", "2006", Status.ACTUAL): {471_360_000_000, 487_861_000_000},
    ("shanxi", "gdp", "2007", Status.ACTUAL): {593_560_000_000, 602_445_000_000},
    ("shanxi", "gdp", "2008", Status.ACTUAL): {722_300_000_000, 731_540_000_000},
    ("shanxi", "gdp", "2009", Status.ACTUAL): {714_760_000_000, 735_831_000_000},
    ("shanxi", "gdp", "2010", Status.ACTUAL): {890_390_000_000, 920_086_000_000},
    ("shanxi", "gdp", "2011", Status.ACTUAL): {1_089_440_000_000, 1_123_755_000_000},
    ("shanxi", "gdp", "2012", Status.ACTUAL): {1_168_310_000_000, 1_211_283_000_000},
    ("shanxi", "gdp", "2013", Status.ACTUAL): {1_198_720_000_000, 1_260_220_000_000, 1_266_525_000_000},
    ("shanxi", "gdp", "2014", Status.ACTUAL): {1_209_470_000_000, 1_275_940_000_000, 1_276_149_000_000},
    ("shanxi", "gdp", "2015", Status.ACTUAL): {1_183_640_000_000, 1_276_649_000_000},
    ("shanxi", "gdp", "2016", Status.ACTUAL): {1_194_640_000_000, 1_305_041_000_000},
    ("shanxi", "gdp", "2017", Status.ACTUAL): {1_448_430_000_000, 1_552_842_000_000},
    ("shanxi", "gdp", "2018", Status.ACTUAL): {1_595_810_000_000, 1_681_810_000_000},
    ("shanxi", "gdp", "2019", Status.ACTUAL): {1_696_160_000_000, 1_702_668_000_000},
    ("shanxi", "gdp", "2020", Status.ACTUAL): {1_765_190_000_000, 1_783_560_000_000},
    ("shanxi", "gdp", "2021", Status.ACTUAL): {2_259_016_000_000, 2_287_040_000_000},
    ("shanxi", "raw-coal-output", "2016", Status.ACTUAL): {816_000_000, 832_000_000},
    ("shanxi", "coal-capacity-cut", "2018", Status.ACTUAL): {23_300_000, 30_900_000},
    ("shanxi", "clean-energy-capacity-share", "2024", Status.ACTUAL): {49.7, 50},
}


def test_the_disagreements_are_those_of_the_notes_and_no_others(shanxi: Dataset) -> None:
    found = {
        (first.subject, first.indicator, first.period.label, first.status): {item.value for item in each.observations}
        for each in disagreements_in(shanxi)
        for first in each.observations[:1]
    }
    assert found == DISAGREEMENTS


def test_plans_of_which_no_source_says_by_when(shanxi: Dataset) -> None:
    told = ("once at capacity", "once complete", "no year given", "Once in use")
    plans = [item for item in shanxi.observations() if item.status in HOPED]
    undue = [item for item in plans if not item.is_due]
    assert len(undue) == 15
    for plan in plans:
        note = plan.note.text("en") if plan.note else ""
        assert not plan.is_due or not any(words.casefold() in note.casefold() for words in told) or _size(shanxi, plan)


def _size(dataset: Dataset, plan: Observation) -> bool:
    return dataset.indicator_by_id[plan.indicator].plan_size


def test_what_a_city_meant_to_buy_is_no_plan_of_the_maker(shanxi: Dataset) -> None:
    assert [item for item in shanxi.observations() if item.subject == RUIDING and item.status in HOPED] == []
    meant = figure(shanxi, "datong", "investment-planned", "ofweek-2018-10-qingxiong", Status.TARGET)
    assert meant.value == 1_080_000_000
    assert _size(shanxi, meant)


def test_sources_that_are_gone_are_told_and_nothing_rests_on_them(shanxi: Dataset) -> None:
    changes = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    for identifier in ("guzhangting-2022-03-14-city-gdp", "peoples-daily-2026-01-26-coal-2025"):
        assert identifier not in shanxi.source_by_id
        assert identifier in changes


def test_serials_join_editions_of_one_work(shanxi: Dataset) -> None:
    serials = Counter(source.serial for source in shanxi.sources if source.serial is not None)
    assert (len(serials), sum(serials.values())) == (17, 50)
    assert sum(source.via is not None for source in shanxi.sources) == 200
    assert {source.accessed.label for source in shanxi.sources if source.accessed} == {"2026-11-30"}


def test_nothing_stands_there_unused(shanxi: Dataset) -> None:
    used = {series.indicator for series in shanxi.series}
    assert [indicator.id for indicator in shanxi.indicators if indicator.id not in used] == []
    units = {indicator.unit for indicator in shanxi.indicators}
    assert [unit.id for unit in shanxi.units if unit.id not in units] == []
    for source in shanxi.sources:
        uses = uses_of_source(shanxi, source.id)
        assert uses.subjects or uses.observations or uses.events, source.id


def test_headlines_have_figures(shanxi: Dataset) -> None:
    wanted = [(pillar.id, pillar.headline) for pillar in shanxi.pillars]
    wanted += [(company.id, company.headline) for company in shanxi.companies]
    wanted.append((shanxi.manifest.region, shanxi.manifest.headline))
    without = [
        (subject, each) for subject, several in wanted for each in several if (subject, each) not in shanxi.figures
    ]
    assert without == []


def test_every_page_can_be_asked_everything(shanxi: Dataset) -> None:
    refs = [shanxi.ref(identifier) for identifier in shanxi.subjects]
    refs += [Ref(SubjectKind.SOURCE, source.id) for source in shanxi.sources]
    for ref in refs:
        assert ref is not None
        assert shanxi.find(ref) is not None
        companies_of(shanxi, ref)
        events_of(shanxi, ref)
        assert page_sources(shanxi, ref) or isinstance(shanxi.entity(ref), Place)
        assert breadcrumb(shanxi, ref, shanxi.region_ref)[-1] == ref


def test_names_and_texts_are_there_in_chinese(shanxi: Dataset) -> None:
    english_only = [
        subject.id for subject in shanxi.subjects.values() if subject.name.text("zh") == subject.name.text("en")
    ]
    assert len(english_only) == 9
    assert all(isinstance(shanxi.subjects[identifier], Company) for identifier in english_only)
    for event in shanxi.events:
        assert event.text.text("zh") != event.text.text("en")
    for indicator in shanxi.indicators:
        assert indicator.description is not None
        assert len(indicator.description.all_texts()) == 2


def test_eleven_cities_each_with_an_outline_and_coordinates(shanxi: Dataset) -> None:
    cities = cities_of(shanxi)
    assert len(cities) == 11
    assert {boundary.place for boundary in shanxi.boundaries} == {city.id for city in cities}
    for city in cities:
        assert city.latitude is not None
        assert city.longitude is not None
        assert _contains(shanxi, city.id, city.longitude, city.latitude), city.id


def _contains(dataset: Dataset, place: str, longitude: float, latitude: float) -> bool:
    """Whether a point lies inside the outline of a place: the even-odd rule over all its rings."""
    (boundary,) = (each for each in dataset.boundaries if each.place == place)
    inside = False
    for polygon in boundary.polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1):
                    inside = not inside
    return inside


def test_a_source_without_an_address_is_a_copy_or_says_why(shanxi: Dataset) -> None:
    bare: list[Source] = [source for source in shanxi.sources if source.url is None]
    assert bare
    for source in bare:
        assert source.grade is Grade.COPY or source.note is not None, source.id
