"""Whether entries fit together: each check, its place, and what is left out with what."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui.problems import Severity
from heartland_gui.text import Words
from tests.loading.small_dataset import SOUND, changed, lines_of, reading_of, taken_out, told

CASES = {
    "parent": ('parent = "north"', 'parent = §"nort"', "id-unknown", "did you mean “north”?"),
    "places of a zone": ('places = ["mill-town"]', 'places = ["mill-town", §"x"]', "id-unknown", "with the id “x”"),
    "part of a zone": ('part_of = "mill-park"', 'part_of = §"mil-park"', "id-unknown", "did you mean “mill-park”?"),
    "zone for a place": ('place = "mill-town"', 'place = §"mill-park"', "id-of-another-kind", "“mill-park” is a zone"),
    "zone of a company": ('zone = "old-park"', 'zone = §"new-park"', "id-unknown", "did you mean “old-park”?"),
    "pillar": ('pillars = ["milling"]', 'pillars = [§"miling"]', "id-unknown", "did you mean “milling”?"),
    "company for a pillar": (
        'pillars = ["milling"]',
        'pillars = [§"old-mill"]',
        "id-of-another-kind",
        "expected: pillar",
    ),
    "technology": ('technologies = ["stones"]', 'technologies = [§"stone"]', "id-unknown", "“stones”"),
    "source of a company": ('["gazette", "almanac"]', '["gazette", §"almanach"]', "id-unknown", "“almanac”"),
    "source of a person": ('source = "gazette" },', 'source = §"gazete" },', "id-unknown", "“gazette”"),
    "headline of a company": (
        'headline = ["output"]\nsources = ["gazette", ',
        'headline = [§"outputs"]\nsources = [',
        "id-unknown",
        "“output”",
    ),
    "headline of the dataset": ('headline = ["output"]', 'headline = [§"out"]', "id-unknown", "with the id “out”"),
    "unit": ('unit = "sacks"', 'unit = §"sack"', "id-unknown", "did you mean “sacks”?"),
    "topic": ('topic = "making"', 'topic = §"makin"', "id-unknown", "did you mean “making”?"),
    "unit for a topic": ('topic = "making"', 'topic = §"sacks"', "id-of-another-kind", "“sacks” is a unit"),
    "whole of an indicator": (
        'better = "more"',
        'better = "more"\npart_of = §"ouput"',
        "id-unknown",
        "did you mean “output”?",
    ),
    "unit for a whole": (
        'better = "more"',
        'better = "more"\npart_of = §"sacks"',
        "id-of-another-kind",
        "“sacks” is a unit",
    ),
    "indicator that is its own whole": (
        'better = "more"',
        'better = "more"\npart_of = §"output"',
        "circle",
        "“output” is a part of itself",
    ),
    "subject of a series": (
        'subject = "old-mill"\nindicator',
        'subject = §"old-mil"\nindicator',
        "id-unknown",
        "“old-mill”",
    ),
    "source for a subject": (
        'subject = "old-mill"\nindicator',
        'subject = §"gazette"\nindicator',
        "id-of-another-kind",
        "is a source",
    ),
    "indicator of a series": ('indicator = "output"', 'indicator = §"outptu"', "id-unknown", "“output”"),
    "source of a series": ('source = "almanac"', 'source = §"alamanac"', "id-unknown", "“almanac”"),
    "subject of an event": ('subject = "old-mill"\ndate', 'subject = §"nobody"\ndate', "id-unknown", "“nobody”"),
    "source of an event": ('turned."\nsource = "gazette"', 'turned."\nsource = §"gazett"', "id-unknown", "“gazette”"),
}


@pytest.mark.parametrize(("old", "new", "code", "said"), CASES.values(), ids=CASES.keys())
def test_an_unknown_id_is_told_at_its_place(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    text, expected = taken_out(changed(old, new))
    reading = reading_of(tmp_path, text)
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert len(errors) == 1, lines_of(reading.problems)
    (error,) = errors
    assert told(error) == (code, expected), lines_of(errors)
    assert said in error.sentence(Words())
    assert reading.dataset is not None


REPEATED = {
    "company and zone": ('id = "old-mill"', 'id = §"old-park"', "old-park"),
    "two pillars": ("[[technology]]", '[[pillar]]\nid = §"milling"\nname = "M"\n[[technology]]', "milling"),
    "two sources": ('id = "almanac"\ntitle', 'id = §"gazette"\ntitle', "gazette"),
    "two units": (
        "[[indicator]]",
        '[[unit]]\nid = §"sacks"\nname = "s"\nsymbol = "s"\nscale = "count"\n[[indicator]]',
        "sacks",
    ),
}


@pytest.mark.parametrize(("old", "new", "repeated"), REPEATED.values(), ids=REPEATED.keys())
def test_a_repeated_id_names_where_the_first_stands(tmp_path: Path, old: str, new: str, repeated: str) -> None:
    text, expected = taken_out(changed(old, new))
    reading = reading_of(tmp_path, text)
    (error,) = (problem for problem in reading.problems if problem.code == "id-repeated")
    assert (error.line, error.column) == (expected.line, expected.column)
    first = text[: text.index(f'id = "{repeated}"')].count("\n")
    assert f"dataset.toml:{first}." in error.sentence(Words())


def test_the_same_id_for_a_source_and_a_subject_is_no_problem(tmp_path: Path) -> None:
    text = SOUND.replace('"almanac"', '"old-mill"')
    assert reading_of(tmp_path, text).problems == ()


def test_a_source_that_contradicts_itself(tmp_path: Path) -> None:
    text, expected = taken_out(
        changed('  { period = "2020", value', '  { period = "2019", value = §49 },\n  { period = "2020", value')
    )
    reading = reading_of(tmp_path, text)
    (error,) = reading.problems
    assert told(error) == ("value-contradicted", expected)
    assert f"at {tmp_path / 'dataset.toml'}:{expected.line - 2}." in error.sentence(Words())
    assert reading.dataset is not None
    assert [item.value for item in reading.dataset.series[0].observations] == [20.5, 48, 5000]


def test_a_source_that_contradicts_itself_in_another_series(tmp_path: Path) -> None:
    again = SERIES + 'values = { 2030 = 1, 2020 = §6_000 }\nstatus = "forecast"\n[[event]]'
    text, expected = taken_out(changed("[[event]]", again))
    (error,) = reading_of(tmp_path, text).problems
    assert told(error) == ("value-contradicted", expected)


SERIES = '[[series]]\nsubject = "old-mill"\nindicator = "output"\nsource = "gazette"\n'
NO_CONTRADICTION = {
    "status": 'points = [{ period = "2019", value = 49, status = "target" }]',
    "scope": 'points = [{ period = "2019", value = 49, scope = "The north wing" }]',
    "period": 'points = [{ period = "2019-S1", value = 49 }]',
}


@pytest.mark.parametrize("points", NO_CONTRADICTION.values(), ids=NO_CONTRADICTION.keys())
def test_what_tells_figures_apart_is_no_contradiction(tmp_path: Path, points: str) -> None:
    reading = reading_of(tmp_path, changed("[[event]]", f"{SERIES}{points}\n[[event]]"))
    assert reading.problems == ()


def test_two_sources_that_differ_are_no_problem(tmp_path: Path) -> None:
    other = SERIES.replace("gazette", "almanac") + "values = { 2019 = 49 }\n[[event]]"
    assert reading_of(tmp_path, changed("[[event]]", other)).problems == ()


def test_the_same_figure_twice_is_kept_once(tmp_path: Path) -> None:
    text, expected = taken_out(changed("[[event]]", f"{SERIES}values = {{ 2019 = §48 }}\n[[event]]"))
    reading = reading_of(tmp_path, text)
    (warning,) = reading.problems
    assert (warning.code, warning.severity) == ("value-repeated", Severity.WARNING)
    assert (warning.line, warning.column) == (expected.line, expected.column)
    assert reading.dataset is not None
    assert reading.dataset.observation_count == 5


def test_a_place_that_is_a_part_of_itself(tmp_path: Path) -> None:
    text, expected = taken_out(changed('kind = "province"', 'kind = "province"\nparent = §"mill-town"'))
    reading = reading_of(tmp_path, text)
    circle = next(problem for problem in reading.problems if problem.code == "circle")
    assert (circle.line, circle.column) == (expected.line, expected.column)
    assert "north → mill-town → north" in circle.sentence(Words())
    assert reading.dataset is None, "the region is in the circle"


def test_a_zone_that_is_a_part_of_itself(tmp_path: Path) -> None:
    text, expected = taken_out(changed('part_of = "mill-park"', 'part_of = §"old-park"'))
    reading = reading_of(tmp_path, text)
    (circle,) = reading.problems
    assert told(circle) == ("circle", expected)
    assert reading.dataset is not None
    assert [zone.id for zone in reading.dataset.zones] == ["mill-park"]
    assert reading.dataset.companies[0].zone is None, "its zone is gone, and nothing else of it"


PART = """
[[unit]]
id = "pounds"
name = "pounds"
symbol = "pounds"
scale = "physical"
[[indicator]]
id = "flour"
name = "Flour"
unit = "pounds"
kind = "flow"
part_of = §"output"
"""


def test_a_part_in_another_unit_than_its_whole(tmp_path: Path) -> None:
    text, expected = taken_out(SOUND + PART)
    reading = reading_of(tmp_path, text)
    (error,) = reading.problems
    assert told(error) == ("part-of-another-unit", expected)
    assert lines_of([error])[0].endswith(
        "“output” is counted in another unit than this part of it. (the whole: sacks; the part: pounds)"
    )
    assert reading.dataset is not None
    assert [indicator.id for indicator in reading.dataset.indicators] == ["output"]


def test_a_part_stays_without_a_whole_that_was_left_out(tmp_path: Path) -> None:
    text, _ = taken_out(SOUND.replace('better = "more"', 'better = "x"') + PART)
    dataset = reading_of(tmp_path, text).dataset
    assert dataset is not None
    assert [(indicator.id, indicator.part_of) for indicator in dataset.indicators] == [("flour", None)]


@pytest.mark.parametrize("symbol", ["%", "％", "pct", "Percent", "per cent", "pct."])
def test_a_unit_that_is_written_as_a_percentage_says_whether_it_is_one(tmp_path: Path, symbol: str) -> None:
    unit = f'symbol = "{symbol}"\nscale = "ratio"\n'
    before = changed('symbol = "pct"\nscale = "ratio"\npercentage = true\n', unit)
    reading = reading_of(tmp_path, before)
    (warning,) = reading.problems
    line = before[: before.index(f'symbol = "{symbol}"')].count("\n") + 1
    assert (warning.code, warning.severity, warning.line) == ("percentage-unsaid", Severity.WARNING, line)
    assert lines_of([warning])[0].endswith(
        "This unit is written as a percentage, but without “percentage” its changes are not in points. "
        "(write percentage = true)"
    )
    assert reading.dataset is not None
    assert len(reading.dataset.units) == 3, "it is left as it is"


@pytest.mark.parametrize(
    "unit",
    [
        'symbol = "%"\nscale = "ratio"\npercentage = true\n',
        'symbol = "×"\nscale = "ratio"\n',
        'symbol = "%"\nscale = "count"\n',
    ],
)
def test_other_units_need_not_say_what_they_are(tmp_path: Path, unit: str) -> None:
    assert reading_of(tmp_path, changed('symbol = "pct"\nscale = "ratio"\npercentage = true\n', unit)).problems == ()


def test_a_role_is_given_once(tmp_path: Path) -> None:
    again = PART.replace('part_of = §"output"', 'role = §"population"')
    text, expected = taken_out(SOUND + again)
    reading = reading_of(tmp_path, text)
    (error,) = reading.problems
    assert told(error) == ("role-repeated", expected)
    first = text[: text.index('role = "population"')].count("\n") + 1
    where = f"{tmp_path / 'dataset.toml'}:{first}"
    said = f"Another indicator already has the role “population” at {where}."
    assert said in error.sentence(Words())
    assert reading.dataset is not None
    assert [indicator.id for indicator in reading.dataset.indicators] == ["output"]


TERMS = 'status = "forecast", set = "2019-12", base = { period = "2019", value = 48 }'


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        (
            'status = "forecast", set = ',
            "set = §",
            "terms-without-plan",
            "“set” is said of plans, and this figure is none.",
        ),
        (
            'status = "forecast", set = "2019-12"',
            'status = "capacity"',
            "terms-without-plan",
            "“base” is said of plans",
        ),
        ('set = "2019-12"', 'set = §"2021"', "terms-out-of-order", "“set” lies after the end of the plan."),
        ('base = { period = "2019"', 'base = §{ period = "2021"', "terms-out-of-order", "“base” lies after the end"),
    ],
)
def test_what_a_plan_says_of_itself_fits_the_figure(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    marked = TERMS.replace(old, new)
    text, expected = taken_out(changed(TERMS, marked if "§" in marked else marked.replace("base = ", "base = §")))
    reading = reading_of(tmp_path, text)
    (warning,) = reading.problems
    assert (*told(warning), warning.severity) == (code, expected, Severity.WARNING)
    assert said in warning.sentence(Words())
    assert reading.dataset is not None
    assert reading.dataset.observation_count == 5, "nothing is left out"


def test_a_plan_without_a_due_date_may_be_set_at_any_time(tmp_path: Path) -> None:
    assert reading_of(tmp_path, changed('set = "2019-12"', 'due = false, set = "2021"')).problems == ()


def test_a_company_that_is_a_part_of_itself(tmp_path: Path) -> None:
    text, expected = taken_out(changed('kind = "company"\n', 'kind = "company"\npart_of = §"old-mill"\n'))
    (circle,) = (problem for problem in reading_of(tmp_path, text).problems if problem.code == "circle")
    assert told(circle) == ("circle", expected)


@pytest.mark.parametrize(
    ("base", "code", "said"),
    [
        ("§48", "wrong-type", "A base must be a table with a period and a value."),
        ("§{ value = 48 }", "key-missing", "“period” is missing."),
        ('{ period = "2019", value = §"48" }', "wrong-type", "“value” must be a number."),
    ],
)
def test_a_plan_goes_with_a_base_that_will_not_do(tmp_path: Path, base: str, code: str, said: str) -> None:
    text, expected = taken_out(changed('{ period = "2019", value = 48 }', base))
    reading = reading_of(tmp_path, text)
    (error,) = reading.problems
    assert told(error) == (code, expected)
    assert said in error.sentence(Words())
    assert reading.dataset is not None
    assert reading.dataset.observation_count == 4


def test_an_indicator_stays_without_a_topic_that_was_left_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, changed('name = { en = "Making", zh = "制造" }', "name = 3"))
    assert [problem.code for problem in reading.problems] == ["wrong-type"]
    assert reading.dataset is not None
    assert [indicator.topic for indicator in reading.dataset.indicators] == [""]


def test_a_word_for_a_topic_stays_where_something_else_was_left_out(tmp_path: Path) -> None:
    text = changed('[[topic]]\nid = "making"\nname = { en = "Making", zh = "制造" }\n', "")
    reading = reading_of(tmp_path, text.replace("latitude = 37.5", "latitude = 137.5"))
    assert reading.dataset is not None
    assert [indicator.topic for indicator in reading.dataset.indicators] == ["making"]


REGIONS = {
    "unknown": ('region = "north"', 'region = §"nort"', "did you mean “north”?"),
    "no place": ('region = "north"', 'region = §"mill-park"', "is not a place of this dataset"),
    "left out": ('region = "north"', 'region = §"mill-town"', "was left out because of an error"),
}


@pytest.mark.parametrize(("old", "new", "said"), REGIONS.values(), ids=REGIONS.keys())
def test_without_its_region_there_is_no_dataset(tmp_path: Path, old: str, new: str, said: str) -> None:
    text, expected = taken_out(changed(old, new))
    if "left out" in said:
        text = text.replace("latitude = 37.5", "latitude = 99")
    reading = reading_of(tmp_path, text)
    error = next(problem for problem in reading.problems if problem.code == "region-unusable")
    assert (error.line, error.column) == (expected.line, expected.column)
    assert said in error.sentence(Words())
    assert reading.dataset is None


def test_what_refers_to_a_bad_entry_goes_with_it_and_is_counted(tmp_path: Path) -> None:
    text, expected = taken_out(changed("[[unit]]", "§[[unit]]").replace('scale = "count"', 'scale = "cuont"'))
    reading = reading_of(tmp_path, text)
    assert [problem.code for problem in reading.problems] == ["left-out-with-it", "choice-unknown"]
    warning = reading.problems[0]
    assert (warning.line, warning.column) == (expected.line, expected.column)
    assert "refer to it: 3" in warning.sentence(Words()), "the indicator and its two series"
    dataset = reading.dataset
    assert dataset is not None
    assert (dataset.indicators, dataset.series, dataset.manifest.headline) == ((), (), ())
    assert dataset.pillars[0].headline == dataset.companies[0].headline == ()


def test_a_bad_source_takes_along_only_what_rests_on_it(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, changed('grade = "press"', 'grade = "x"'))
    dataset = reading.dataset
    assert dataset is not None
    assert [series.source for series in dataset.series] == ["almanac"]
    assert dataset.events == ()
    assert dataset.companies[0].sources == ("almanac",)
    assert dataset.companies[0].people == ()


def test_places_stay_right_where_figures_before_were_left_out(tmp_path: Path) -> None:
    again = f'{SERIES}status = "forecast"\nvalues = {{ 2030 = nan, 20300 = 1, 2020 = §6_000 }}\n[[event]]'
    text, expected = taken_out(changed("[[event]]", again))
    error = reading_of(tmp_path, text).problems[-1]
    assert told(error) == ("value-contradicted", expected)


def test_an_id_where_none_belongs_is_only_unknown(tmp_path: Path) -> None:
    text = changed("[[event]]", '[[event]]\nid = "x"\nkind = "y"\n[[series]]\nid = "z"\n[[event]]')
    reading = reading_of(tmp_path, text)
    assert {problem.code for problem in reading.problems} == {
        "key-unknown",
        "key-missing",
        "choice-unknown",
        "series-empty",
    }
    assert reading.dataset is not None


def test_thousands_of_unknown_ids_are_told_in_seconds(tmp_path: Path) -> None:
    many = "".join(
        f'[[event]]\nsubject = "x{n}"\ndate = "2019"\nkind = "plan"\ntext = "t"\nsource = "y{n}"\n' for n in range(3000)
    )
    problems = reading_of(tmp_path, SOUND + many).problems
    assert len(problems) == 6000
