"""The charts whose pictures are kept: every kind with every status alone and with all of them, on a small region.

Nothing here depends on the shipped dataset, so its figures may change without a picture changing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import EventKind
from heartland_gui.model.observations import DONE, Qualifier, Status
from heartland_gui.text import Words
from tests.charts.small_region import (
    MAKER,
    MEMBERS,
    REGION,
    company,
    happened,
    mapped,
    model_case,
    pillar,
    region,
    said,
    seen,
)

Mix = tuple[Status, ...]

MIXES: Final[Mapping[str, Mix]] = {
    **{status.value: (status,) for status in Status},
    # The estimate comes first, so that a dashed line leads from what is done to what is hoped for.
    "all": (Status.ESTIMATE, Status.ACTUAL, Status.FORECAST, Status.TARGET, Status.CAPACITY),
}
"""What the figures of a picture are: all of one status, or one of each in turn.

A kind that compares what is done has actual figures before or beside them.
"""

_VEHICLES: Final = pillar("vehicles")
_VALUES: Final = (96, 71, 58, 33, 12)


def _over_time(mix: Mix) -> tuple[Dataset, Question]:
    figures = [seen(value, str(2016 + at), _turn(mix, at)) for at, value in enumerate((12, 18, 31, 44, 60))]
    return region(*figures), Question("over-time", MAKER, "output")


def _ranking(mix: Mix) -> tuple[Dataset, Question]:
    members = (*MEMBERS, "chemist")
    figures = [seen(_VALUES[at], "2019", _turn(mix, at), subject=name) for at, name in enumerate(members)]
    return region(*figures), Question("ranking", _VEHICLES, "output")


def _several_over_time(mix: Mix) -> tuple[Dataset, Question]:
    figures = [
        seen(_VALUES[at] + 3 * year * (1 - at % 2 * 2), str(2015 + year), _after(2, mix, year), subject=name)
        for at, name in enumerate(MEMBERS)
        for year in range(5)
    ]
    return region(*figures), Question("several-over-time", _VEHICLES, "output")


def _multiples(mix: Mix) -> tuple[Dataset, Question]:
    figures = [
        seen(factor * (5 + 2 * year), str(2015 + year), _after(2, mix, year), indicator=name)
        for name, factor in (("output", 100), ("revenue", 4e8), ("staff", 210), ("back-at-work", 7))
        for year in range(5)
    ]
    return region(*figures), Question("multiples", MAKER)


def _structure(mix: Mix) -> tuple[Dataset, Question]:
    figures = [
        seen(value, str(2015 + year), _after(2, mix, year), subject="valley", indicator=name)
        for year in range(5)
        for name, value in (("goods", 9e9 - year * 1e9), ("services", 3e9 + year * 1.5e9))
    ]
    return region(*figures), Question("structure", REGION, "revenue")


def _map(mix: Mix) -> tuple[Dataset, Question]:
    cities = enumerate(("north", "south"))
    figures = [seen(40 + 90 * at, "2019", _after(1, mix, at), subject=name) for at, name in cities]
    return mapped(*figures), Question("map", REGION, "output")


def _targets(mix: Mix) -> tuple[Dataset, Question]:
    done = [status for status in mix if status in DONE]
    aims = [status for status in mix if status not in DONE] or [Status.TARGET]
    figures = [seen(24, "2018"), *(seen(30, "2019", status) for status in done)]
    figures += [seen(40 * (at + 1), str(2021 + at), status) for at, status in enumerate(aims)]
    return region(*figures), Question("targets", MAKER)


def _change(mix: Mix) -> tuple[Dataset, Question]:
    figures = [seen(value, "2018", subject=name) for name, value in zip(MEMBERS, _VALUES, strict=False)]
    figures += [
        seen(_VALUES[at] * (1.5 - 0.3 * at), "2019", _after(2, mix, at), subject=name)
        for at, name in enumerate(MEMBERS)
    ]
    return region(*figures), Question("change", _VEHICLES, "output")


def _coverage(mix: Mix) -> tuple[Dataset, Question]:
    figures = [
        seen(1 + at, str(2014 + (at * at) % 6), _turn(mix, at), subject=name, indicator=indicator)
        for at, name in enumerate((*MEMBERS, *MEMBERS[:2]))
        for indicator in ("output", "staff")[: 1 + at % 2]
    ]
    return region(*figures), Question("coverage", _VEHICLES)


def _timeline(mix: Mix) -> tuple[Dataset, Question]:
    kinds = [EventKind.PLAN if status in (Status.TARGET, Status.FORECAST) else EventKind.MILESTONE for status in mix]
    dates = ("2018", "2018-11", "2020-02-14", "2020-03", "2020-04-26")
    events = tuple(
        happened(f"Event number {at + 1}, told in a sentence of usual length.", date, kinds[at % len(kinds)])
        for at, date in enumerate(dates)
    )
    return region(events=events), Question("timeline", MAKER)


_TOLD_APART: Final = {"coverage": ("all",), "timeline": ("actual", "target", "all")}
"""The mixes of kinds that do not tell every status apart."""

_KINDS: Final[Mapping[str, Callable[[Mix], tuple[Dataset, Question]]]] = {
    "over-time": _over_time,
    "several-over-time": _several_over_time,
    "multiples": _multiples,
    "structure": _structure,
    "ranking": _ranking,
    "map": _map,
    "targets": _targets,
    "change": _change,
    "timeline": _timeline,
    "coverage": _coverage,
}


def _model_case() -> tuple[Dataset, Question]:
    return model_case(), Question("over-time", MAKER, "output", logarithmic=True)


def _broken_and_hedged() -> tuple[Dataset, Question]:
    figures = [
        seen(10, "2014"),
        seen(14, "2015", qualifier=Qualifier.ABOUT),
        seen(11, "2016"),
        seen(13, "2017", note=said("Without the north works.")),
        seen(15, "2017", source="paper"),
        seen(40, "2018/2020", Status.TARGET),
        seen(21, "2019-S1", Status.ESTIMATE),
    ]
    return region(*figures, breaks=("2016",)), Question("over-time", MAKER, "output")


def _differing_periods() -> tuple[Dataset, Question]:
    years = ("2019", "2018", "2019", "2017")
    figures = [seen(_VALUES[at], years[at], subject=name) for at, name in enumerate(MEMBERS)]
    figures.append(seen(80, "2019", subject="maker", source="paper"))
    return region(*figures), Question("ranking", _VEHICLES, "output")


def _losses() -> tuple[Dataset, Question]:
    figures = [seen(value, "2019", subject=name) for name, value in zip(MEMBERS, (50, -20, 0, -75), strict=True)]
    return region(*figures), Question("ranking", _VEHICLES, "output")


def _companies_of_the_cities() -> tuple[Dataset, Question]:
    return mapped(), Question("map", REGION)


def _a_city_without_a_figure() -> tuple[Dataset, Question]:
    return mapped(seen(7, "2019", subject="north"), seen(3, "2018", subject="north")), Question("map", REGION, "output")


def _own_ranking() -> tuple[Dataset, Question]:
    figures = [seen(_VALUES[at], "2019", subject=name) for at, name in enumerate(MEMBERS)]
    return region(*figures), Question("ranking", company("third"), "output")


MORE: Final[Mapping[str, Callable[[], tuple[Dataset, Question]]]] = {
    "over-time-sources-differ": _model_case,
    "over-time-breaks": _broken_and_hedged,
    "ranking-periods": _differing_periods,
    "ranking-losses": _losses,
    "ranking-own": _own_ranking,
    "map-companies": _companies_of_the_cities,
    "map-missing": _a_city_without_a_figure,
}
"""What no mix of statuses shows."""


def kept() -> dict[str, Callable[[], Chart]]:
    """Return what makes each chart whose picture is kept, by the name of the picture."""
    found: dict[str, Callable[[], Chart]] = {
        f"{kind}-{mix}": partial(_asked, make, MIXES[mix])
        for kind, make in _KINDS.items()
        for mix in _TOLD_APART.get(kind, MIXES)
    }
    return found | {name: partial(_asked, make) for name, make in MORE.items()}


def briefed() -> Dataset:
    """Return a region whose maker has figures of every status and events, for the brief that is kept."""
    figures = [seen(value, str(2014 + at), _turn(MIXES["all"], at)) for at, value in enumerate((12, 18, 31, 44, 60))]
    figures += [seen(900 + 70 * at, str(2016 + at), indicator="staff") for at in range(4)]
    figures += [seen(1.2e9, "2019", indicator="revenue", source="paper", note=said("Without the north works."))]
    events = (happened("Founded as a works for cars.", "2014"), happened("Began to build again.", "2020-02-14"))
    return region(*figures, events=events)


def _asked(make: Callable[..., tuple[Dataset, Question]], *mix: Mix) -> Chart:
    return chart(*make(*mix), Words())


def _turn(mix: Mix, at: int) -> Status:
    return mix[at % len(mix)]


def _after(actual: int, mix: Mix, at: int) -> Status:
    """Return the status of a figure where the first ones are actual."""
    return Status.ACTUAL if at < actual else _turn(mix, at - actual)
