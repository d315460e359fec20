"""A dataset of one file in which every table and both forms of series occur, and nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from heartland_gui.loading.folder import Reading, read_dataset
from heartland_gui.problems import Problem
from heartland_gui.text import Words

SOUND: Final = """\
[dataset]
format = 1
id = "small"
title = { en = "A small region", zh = "小地区" }
edition = "2020-01"
region = "north"
default_language = "en"
languages = ["en", "zh"]
headline = ["output"]

[[place]]
id = "north"
name = { en = "North", zh = "北" }
kind = "province"

[[place]]
id = "mill-town"
name = "Mill Town"
kind = "county"
parent = "north"
latitude = 37.5
longitude = 112

[[zone]]
id = "mill-park"
name = "Mill Park"
short = "Park"
places = ["mill-town"]
founded = "2017-02"

[[zone]]
id = "old-park"
name = "Old Park"
part_of = "mill-park"

[[pillar]]
id = "milling"
name = { en = "Milling", zh = "磨粉" }
headline = ["output"]
sources = ["gazette"]

[[technology]]
id = "stones"
name = "Mill stones"
sources = ["gazette"]

[[company]]
id = "old-mill"
name = { zh = "老磨坊", en = "Old Mill" }
kind = "company"
aliases = ["The Mill"]
founded = "1890"
place = "mill-town"
zone = "old-park"
pillars = ["milling"]
pillar_basis = "stated"
technologies = ["stones"]
products = ["flour", { en = "bran", zh = "麸" }]
people = [
  { name = "Ann Miller", role = "owner", as_of = "2019-05-01", source = "gazette" },
]
headline = ["output"]
sources = ["gazette", "almanac"]

[[unit]]
id = "sacks"
name = "sacks"
symbol = "sacks"
scale = "count"

[[unit]]
id = "sacks-percent"
name = "percent of the sacks"
symbol = "pct"
scale = "ratio"
percentage = true

[[unit]]
id = "kwh"
name = "kilowatt-hours"
symbol = "kWh"
scale = "physical"
si = "Wh"
factor = 1_000

[[topic]]
id = "making"
name = { en = "Making", zh = "制造" }

[[indicator]]
id = "output"
name = "Output"
unit = "sacks"
kind = "flow"
topic = "making"
better = "more"
role = "population"
compare = "never"
plan_size = true
short = "Flour"
verb = { en = "milled", zh = "磨" }
plural = true

[[series]]
subject = "old-mill"
indicator = "output"
source = "gazette"
points = [
  { period = "2019", value = 48, qualifier = "only", note = "A dry year." },
  { period = "2018-Q1/2018-Q2", value = 20.5, status = "estimate" },
  { period = "2020", value = 5_000, status = "forecast", set = "2019-12", base = { period = "2019", value = 48 } },
]

[[series]]
subject = "north"
indicator = "output"
source = "almanac"
status = "estimate"
scope = "The valley"
break_before = ["2018"]
values = { 2017 = 7, 2018 = 9 }

[[event]]
subject = "old-mill"
date = "2019-05"
kind = "opening"
text = "The new wheel turned."
source = "gazette"

[[source]]
id = "gazette"
title = "Of mills"
publisher = "The Gazette"
date = "2020-01-02"
serial = "gazette-yearly"
via = { en = "Town News", zh = "镇报" }
accessed = "2020-02-03"
url = "https://gazette.example/mills?page=1"
language = "en"
grade = "press"

[[source]]
id = "almanac"
title = "Almanac"
publisher = "The Gazette"
"""

MARK: Final = "§"
"""Stands in a text where a problem is expected; it is taken out before the text is written."""


@dataclass(frozen=True, slots=True)
class Expected:
    line: int
    column: int


def taken_out(text: str) -> tuple[str, Expected]:
    before, mark, after = text.partition(MARK)
    assert mark, "the text has no mark"
    assert MARK not in after
    return before + after, Expected(before.count("\n") + 1, len(before) - before.rfind("\n"))


def changed(old: str, new: str) -> str:
    assert SOUND.count(old) >= 1, old
    return SOUND.replace(old, new, 1)


def written(folder: Path, text: str, name: str = "dataset.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def reading_of(folder: Path, text: str) -> Reading:
    return read_dataset(written(folder, text))


def lines_of(problems: Iterable[Problem]) -> list[str]:
    return [problem.report_line(Words()) for problem in problems]


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, lines_of(problems)
    return problems[0]


def told(problem: Problem) -> tuple[str, Expected]:
    """Return the code of a problem that has a line, and where it stands."""
    assert problem.line is not None
    assert problem.column is not None
    return problem.code, Expected(problem.line, problem.column)
