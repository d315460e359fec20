"""What is read where all is well: every table, both forms of series, every optional key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import tomli

from heartland_gui.loading import diagnostics, reader, values
from heartland_gui.loading.folder import read_dataset
from heartland_gui.loading.positions import KeyPath, Positions, positions
from heartland_gui.loading.tables import TABLES
from heartland_gui.model.dataset import Dataset, Manifest
from heartland_gui.model.entities import (
    ActorKind,
    Better,
    Company,
    Compare,
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
from heartland_gui.model.observations import Base, Observation, Qualifier, Series, Status, Terms
from heartland_gui.model.period import parse_period
from heartland_gui.resources import resource
from tests.loading.small_dataset import SOUND, changed, lines_of, reading_of, taken_out, written


def said(english: str, chinese: str = "") -> Localized:
    return Localized((("en", english), ("zh", chinese)) if chinese else (("en", english),))


@pytest.fixture(params=["alone", "beside what is wrong"])
def dataset(request: pytest.FixtureRequest, tmp_path: Path) -> Dataset:
    if request.param != "alone":
        written(tmp_path, "".join(f"{table.name} = [3]\n" for table in TABLES), "wrong.toml")
    reading = reading_of(tmp_path, SOUND)
    assert len(reading.problems) == (0 if request.param == "alone" else len(TABLES))
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
            compare=Compare.NEVER,
            plan_size=True,
            short=said("Flour"),
            verb=said("milled", "磨"),
            plural=True,
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
                seen(
                    "2020", 5_000, Status.FORECAST, terms=Terms(parse_period("2019-12"), Base(parse_period("2019"), 48))
                ),
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
            serial="gazette-yearly",
            via=said("Town News", "镇报"),
            accessed=parse_period("2020-02-03"),
        ),
        Source("almanac", said("Almanac"), said("The Gazette")),
    )


def test_a_company_may_be_a_part_of_another(tmp_path: Path) -> None:
    part = '[[company]]\nid = "stone-works"\nname = "Stone Works"\npart_of = "old-mill"\n'
    reading = reading_of(tmp_path, SOUND + part)
    assert reading.problems == ()
    assert reading.dataset is not None
    assert [company.part_of for company in reading.dataset.companies] == [None, "old-mill"]


def test_only_what_a_plan_says_of_itself_makes_terms(tmp_path: Path) -> None:
    points = """points = [
  { period = "2021", value = 1, status = "target", due = false },
  { period = "2022", value = 2, status = "target", due = true },
]"""
    text = SOUND.replace("values = { 2017 = 7, 2018 = 9 }", f"{points}\nvalues = {{ 2017 = 7, 2018 = 9 }}")
    reading = reading_of(tmp_path, text)
    assert reading.problems == ()
    assert reading.dataset is not None
    found = {item.period.label: item.terms for item in reading.dataset.series[1].observations}
    assert found == {"2017": None, "2018": None, "2021": Terms(due=False), "2022": None}
    assert [item.is_due for item in reading.dataset.series[1].observations] == [True, True, False, True]


def test_an_indicator_may_be_a_part_of_another(tmp_path: Path) -> None:
    part = '[[indicator]]\nid = "flour"\nname = "Flour"\nunit = "sacks"\nkind = "flow"\npart_of = "output"\n'
    reading = reading_of(tmp_path, SOUND + part)
    assert reading.problems == ()
    assert reading.dataset is not None
    assert [indicator.part_of for indicator in reading.dataset.indicators] == [None, "output"]


def test_without_topics_any_word_is_one(tmp_path: Path) -> None:
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


def test_a_pillar_may_ask_for_a_colour(tmp_path: Path) -> None:
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


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that the parser gets, as they come."""
    seen: list[str] = []
    loads = tomli.loads

    def counted(text: str) -> dict[str, Any]:
        seen.append(text)
        return loads(text)

    monkeypatch.setattr(tomli, "loads", counted)
    return seen


def written_in_three(folder: Path, text: str) -> list[str]:
    manifest, facts = text.split("[[series]]", 1)
    facts, things = facts.split("[[event]]", 1)
    texts = [manifest, f"[[series]]{facts}", f"[[event]]{things}"]
    # The manifest comes last, and its name stands in the first file too.
    texts[1] = f"# not the [dataset]\n{texts[1]}"
    for name, each in zip("zab", texts, strict=True):
        written(folder, each, f"{name}.toml")
    return texts


PROBLEMS = {
    "none": ("", ""),
    "a wrong value": ("value = 48", "value = §nan"),
    "an unknown id": ('unit = "sacks"', 'unit = §"sack"'),
    "a contradiction": ('  { period = "2020"', '  { period = "2019", value = §49 },\n  { period = "2020"'),
    "no TOML": ('kind = "opening"', "kind = §opening"),
    "no manifest": ("[dataset]", "§[data]"),
    "an unknown format": ("format = 1", "format = §2"),
}


@pytest.mark.parametrize(("old", "new"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_nothing_is_parsed_twice(tmp_path: Path, parses: list[str], old: str, new: str) -> None:
    text = taken_out(changed(old, new))[0] if new else SOUND
    texts = written_in_three(tmp_path, text)
    problems = read_dataset(tmp_path).problems
    assert bool(problems) == bool(new)
    assert sorted(parses) == sorted(texts), lines_of(problems)


def test_positions_are_looked_up_only_in_files_with_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def counted(text: str, paths: Iterable[KeyPath]) -> Positions:
        searched.append(text)
        return positions(text, paths)

    monkeypatch.setattr(diagnostics, "positions", counted)
    assert reading_of(tmp_path / "sound", SOUND).problems == ()
    assert searched == []
    texts = written_in_three(tmp_path / "wrong", changed("value = 48", "value = nan"))
    assert len(read_dataset(tmp_path / "wrong").problems) == 1
    assert searched == [texts[1]]


UNUSUAL = {
    "no-break space": "\u00a0",
    "ideographic space": "\u3000",
    "joiner": "\u200d",
    "new line": "\\n",
    "tabulator": "\t",
}


@pytest.mark.parametrize("sign", UNUSUAL.values(), ids=UNUSUAL.keys())
def test_an_unusual_sign_in_a_text_is_no_problem_and_sends_nothing_another_way(
    tmp_path: Path, parses: list[str], monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    def told(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(values.Column, "name", told)  # every sentence about a value begins with the name of its key
    text = SOUND.replace('"A dry year."', f'"A{sign}dry year."').replace('"Old Mill"', f'"Old{sign}Mill"')
    reading = reading_of(tmp_path, text)
    assert reading.problems == ()
    assert len(parses) == 1
    assert reading.dataset is not None
    expected = sign.replace("\\n", "\n")
    assert reading.dataset.companies[0].name.text("en") == f"Old{expected}Mill"
    assert reading.dataset.series[0].observations[1].note == said(f"A{expected}dry year.")


@pytest.mark.parametrize("size", [0, 10**9])
def test_it_makes_no_difference_how_many_files_are_read_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    wrong, _ = taken_out(changed('role = "owner"', "role = §1").replace('place = "mill-town"', 'place = "mil-town"'))
    written_in_three(tmp_path, wrong)
    paths = (resource("datasets", "shanxi"), tmp_path)
    usual = [read_dataset(path) for path in paths]
    assert len(usual[1].problems) == 3, "the event of the company goes with it"
    monkeypatch.setattr(reader, "_TOGETHER", size)
    assert [read_dataset(path) for path in paths] == usual


SECOND = """
[[company]]
id = "new-mill"
name = "New Mill"
people = [
  { name = 1, role = "owner", source = "gazette" },
  { name = "Bob", role = "owner", source = "nobody" },
  { name = "Cec", role = "owner", source = "gazette" },
]
[[company]]
id = "last-mill"
name = ""
[[series]]
subject = "new-mill"
indicator = "output"
source = "gazette"
points = [
  { period = "spring", value = 1 },
  { period = "2019", value = 3 },
  { period = "2019", value = 4 },
]
[[event]]
subject = "no-mill"
date = "2019"
kind = "plan"
text = "More."
source = "gazette"
"""


@pytest.mark.parametrize("size", [0, 10**9])
def test_every_problem_of_a_second_file_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(reader, "_TOGETHER", size)
    written(tmp_path, SECOND, "second.toml")
    reading = reading_of(tmp_path, SOUND)
    assert {problem.file for problem in reading.problems} == {str(tmp_path / "second.toml")}
    assert [(problem.line, problem.column, problem.code) for problem in reading.problems] == [
        (6, 12, "wrong-type"),
        (7, 44, "id-unknown"),
        (12, 8, "text-empty"),
        (18, 14, "period-invalid"),
        (20, 30, "value-contradicted"),
        (23, 11, "id-unknown"),
    ]
    dataset = reading.dataset
    assert dataset is not None
    assert [company.id for company in dataset.companies] == ["old-mill", "new-mill"]
    assert [person.name for person in dataset.companies[1].people] == [said("Cec")]
    assert [item.value for item in dataset.series[2].observations] == [3]
    assert len(dataset.events) == 1
