"""A region small enough to keep in mind: pillars with companies and one without, two cities, figures as tests need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any, Final

from heartland_gui.model.dataset import Boundary, Dataset, Manifest
from heartland_gui.model.entities import (
    Company,
    Event,
    EventKind,
    Indicator,
    IndicatorKind,
    Localized,
    Pillar,
    Place,
    Ref,
    Source,
    SubjectKind,
    Technology,
    Unit,
    UnitScale,
    Zone,
)
from heartland_gui.model.observations import Observation, Series, Status
from heartland_gui.model.period import parse_period


def said(english: str, chinese: str = "") -> Localized:
    forms = (("en", english), ("zh", chinese)) if chinese else (("en", english),)
    return Localized(forms)


def company(identifier: str) -> Ref:
    return Ref(SubjectKind.COMPANY, identifier)


def pillar(identifier: str) -> Ref:
    return Ref(SubjectKind.PILLAR, identifier)


REGION: Final = Ref(SubjectKind.PLACE, "valley")
MAKER: Final = company("maker")

_UNITS: Final = (
    Unit("vehicles", said("vehicles", "辆"), said("vehicles", "辆"), UnitScale.COUNT),
    Unit("yuan", said("yuan", "元"), said("yuan", "元"), UnitScale.MONEY),
    Unit("percent", said("percent", "百分比"), said("%", "%"), UnitScale.RATIO, percentage=True),
    Unit("people", said("people", "人"), said("people", "人"), UnitScale.COUNT),
)
_INDICATORS: Final = (
    Indicator("output", said("Vehicles produced", "整车产量"), "vehicles", IndicatorKind.FLOW),
    Indicator("revenue", said("Revenue", "营业收入"), "yuan", IndicatorKind.FLOW),
    Indicator("staff", said("Employees", "员工人数"), "people", IndicatorKind.STOCK),
    Indicator("back-at-work", said("Employees back at work", "复工率"), "percent", IndicatorKind.RATIO),
    Indicator("growth", said("Growth", "增长"), "percent", IndicatorKind.GROWTH),
    Indicator("goods", said("Goods", "商品"), "yuan", IndicatorKind.FLOW, part_of="revenue"),
    Indicator("services", said("Services", "服务"), "yuan", IndicatorKind.FLOW, part_of="revenue"),
)
_SOURCES: Final = (
    Source("yearbook", said("Statistical yearbook"), said("Bureau of Statistics", "统计局"), parse_period("2021-09")),
    Source("paper", said("Heartland reinvents itself"), said("Morning Paper", "晨报"), parse_period("2020-04-26")),
    Source("report", said("年度报告"), said("Company report", "公司年报"), None, "https://example.org/report"),
)
_PILLARS: Final = (
    Pillar("vehicles", said("Vehicles", "汽车")),
    Pillar("chemicals", said("Modern chemicals", "现代煤化工")),
    Pillar("silent", said("A pillar without data", "没有数据的产业")),
)
MEMBERS: Final = ("maker", "rival", "third", "fourth")
"""The companies of the pillar `vehicles`, in the order of the dataset."""


def seen(value: float, period: str, status: Status = Status.ACTUAL, **known: Any) -> Observation:
    """Return a figure: by default the maker's output by the yearbook."""
    return Observation(
        subject=known.pop("subject", "maker"),
        indicator=known.pop("indicator", "output"),
        source=known.pop("source", "yearbook"),
        period=parse_period(period),
        value=value,
        status=status,
        **known,
    )


def happened(text: str, date: str, kind: EventKind = EventKind.MILESTONE, subject: str = "maker") -> Event:
    return Event(subject, parse_period(date), kind, said(text), "paper")


def region(
    *figures: Observation, breaks: tuple[str, ...] = (), events: tuple[Event, ...] = (), more_makers: int = 0
) -> Dataset:
    """Return the region with these figures; `breaks` hold for every series."""
    grouped: defaultdict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for figure in figures:
        grouped[figure.subject, figure.indicator, figure.source].append(figure)
    series = tuple(
        Series(*key, tuple(sorted(items, key=lambda item: item.period.order)), breaks) for key, items in grouped.items()
    )
    more = tuple(f"maker-{number:02d}" for number in range(more_makers))
    members = tuple(
        Company(name, said(f"{name.title()} Works", f"{name}厂"), place="north", pillars=("vehicles",))
        for name in (*MEMBERS, *more)
    )
    return Dataset(
        manifest=Manifest("valley", said("The valley", "山谷"), "valley", "2026-11"),
        places=(
            Place("valley", said("Valley", "山谷"), "province"),
            Place("north", said("North City", "北城"), "prefecture-level-city", "valley"),
            Place("south", said("South City", "南城"), "prefecture-level-city", "valley"),
        ),
        zones=(Zone("park", said("Park", "园区")),),
        pillars=_PILLARS,
        technologies=(Technology("cloud", said("Cloud", "云")),),
        companies=(
            *members,
            Company("chemist", said("Chemist"), place="south", pillars=("chemicals", "vehicles")),
            Company("quiet", said("Quiet Works"), pillars=("silent",)),
            Company("homeless", said("Company of no pillar")),
        ),
        units=_UNITS,
        indicators=_INDICATORS,
        sources=_SOURCES,
        series=series,
        events=events,
    )


def measured_in(dataset: Dataset, *units: Unit) -> Dataset:
    """Return the region with these units in the place of those with the same ids."""
    given = {each.id: each for each in units}
    return replace(dataset, units=tuple(given.get(each.id, each) for each in dataset.units))


def square(west: float, south: float, size: float = 1.0) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return a polygon: a square of degrees, without holes."""
    east, north = west + size, south + size
    return (((west, south), (east, south), (east, north), (west, north), (west, south)),)


def with_outlines(dataset: Dataset) -> Dataset:
    """Return the region with outlines of both cities, one above the other, and coordinates near their border."""
    valley, north, south = dataset.places
    places = (valley, replace(north, longitude=110.1, latitude=36.1), replace(south, longitude=110.9, latitude=35.9))
    outlines = (Boundary("north", (square(110, 36),)), Boundary("south", (square(110, 35),)))
    return replace(dataset, places=places, boundaries=outlines)


def mapped(*figures: Observation) -> Dataset:
    """Return the region with these figures and with outlines."""
    return with_outlines(region(*figures))


def model_case() -> Dataset:
    """Return what the founding article says of SND, and what another source says of its designed capacity."""
    return region(
        seen(48, "2019", source="paper", note=said("Trial operation.")),
        seen(5_000, "2020", Status.FORECAST, source="paper", note=said("Expected by the company's president.")),
        seen(100_000, "2020", Status.CAPACITY, source="paper"),
        seen(10_000, "2020", Status.CAPACITY, source="report"),
    )
