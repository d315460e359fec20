"""The cities of the region on a map: shaded by an indicator, with circles for their companies; or circles alone.

A number of companies is an amount, not a density: a city with much land would look full of them if it were shaded by
it. So the number is shown by circles of proportional area, with a legend of sizes (J. J. Flannery, "The Relative
Effectiveness of Some Common Graduated Point Symbols in the Presentation of Quantitative Data", Cartographica 8, 1971).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Final

from heartland_gui.charts.comparing.comparable import (
    NOT_DONE,
    OTHER_PERIOD,
    common_period,
    left_out,
    left_out_notes,
    newest,
    shared_period,
    with_others,
)
from heartland_gui.charts.counts import counts_table
from heartland_gui.charts.furniture import (
    NoChartError,
    cited_sources,
    details,
    edition_line,
    listed_names,
    periods_subtitle,
)
from heartland_gui.charts.number_labels import shown_number
from heartland_gui.charts.scales import Classes, natural_classes
from heartland_gui.charts.spec import (
    Area,
    Chart,
    Circle,
    Details,
    Label,
    LegendEntry,
    ListedRow,
    Listing,
    MapAxis,
    Mark,
    Panel,
    Pin,
    Question,
    Symbol,
    Table,
    ValueAxis,
)
from heartland_gui.charts.tables import figures_table
from heartland_gui.charts.weights import MAP, MAP_OF_COMPANIES, MAP_OF_HEADLINE
from heartland_gui.model.dataset import Boundary, Dataset
from heartland_gui.model.disagreements import others_of
from heartland_gui.model.entities import Company, Indicator, Place, Ref, Zone, ref_of
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import (
    cities_of,
    companies_of,
    comparable_figures,
    headline_ids,
    observations_of,
    short_name,
)
from heartland_gui.text import EN_DASH, Message, Words, message
from heartland_gui.wording import read_out, value_text

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

_MARGIN: Final = 0.02
_LINES: Final = 12


def land_of(dataset: Dataset, place: str) -> tuple[Polygon, ...]:
    """Return the outline of a place as polygons of rings, empty where it has none."""
    return next((boundary.polygons for boundary in dataset.boundaries if boundary.place == place), ())


def seat_of(place: Place) -> Point | None:
    """Return the longitude and latitude that the dataset gives a place, None where it gives none."""
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def middle_of(dataset: Dataset, place: Place) -> Point | None:
    """Return where the words for a place stand: well inside its land, else at its coordinates, else nowhere.

    Seats of neighbours may lie so close to their common border that their words would have no room.
    """
    land = land_of(dataset, place.id)
    return point_inside(max(land, key=lambda polygon: abs(_area(polygon[0])))) if land else seat_of(place)


@lru_cache(maxsize=1024)
def point_inside(polygon: Polygon) -> Point:
    """Return a point inside a polygon with much land to its left and right, above and below.

    The middles of its chords along some parallels are tried; the one with the longest shorter way to a border is taken.
    """
    ring = polygon[0]
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    stretch = math.cos(math.radians((low + high) / 2))
    swapped = tuple(tuple((y, x) for x, y in each) for each in polygon)
    best = (-1.0, ring[0])
    for number in range(_LINES):
        y = low + (high - low) * (number + 0.5) / _LINES
        for west, east in _chords(polygon, y):
            x = (west + east) / 2
            up = next(((south, north) for south, north in _chords(swapped, x) if south < y < north), (y, y))
            room = min((east - west) / 2 * stretch, y - up[0], up[1] - y)
            best = max(best, (room, (x, y)))
    return best[1]


def _chords(polygon: Sequence[Sequence[Point]], y: float) -> list[Point]:
    """Return the stretches of a parallel that lie inside, by the even-odd rule."""
    crossings = sorted(
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for ring in polygon
        for (x0, y0), (x1, y1) in pairwise(ring)
        if (y0 > y) != (y1 > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _area(ring: Ring) -> float:
    """Return the area in square degrees, negative where the ring runs clockwise (shoelace formula)."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def map_axes(boundaries: Iterable[Boundary], points: Iterable[Point]) -> tuple[MapAxis, MapAxis]:
    """Return the axes of longitude and latitude that hold outlines and points. Raises ValueError where none is given.

    A lone point gets a degree around it.
    """
    held = [*points, *(point for one in boundaries for polygon in one.polygons for ring in polygon for point in ring)]
    (west, east), (south, north) = (_held(coordinates) for coordinates in zip(*held, strict=True))
    return MapAxis(west, east, math.cos(math.radians((south + north) / 2))), MapAxis(south, north)


def _held(coordinates: Sequence[float]) -> tuple[float, float]:
    low, high = min(coordinates), max(coordinates)
    margin = (high - low) * _MARGIN or 0.5
    return low - margin, high + margin


_SIZES: Final = 3


def companies_by_city(dataset: Dataset) -> Mapping[str, tuple[Company, ...]]:
    """Return the companies of every city, those of its counties included."""
    return {city.id: companies_of(dataset, ref_of(city)) for city in cities_of(dataset)}


def city_marks(
    dataset: Dataset, words: Words, shade: Callable[[Place], int | None], about: Callable[[Place], tuple[str, Details]]
) -> tuple[Mark, ...]:
    """Return the land of every city, a circle for its companies, and the zones.

    `about` gives what is printed with a city's name and what its marks stand for. A city without an outline has its
    circle alone; one without coordinates either cannot be shown.
    """
    companies = companies_by_city(dataset)
    largest = max((len(found) for found in companies.values()), default=0)
    areas: list[Mark] = []
    circles: list[Mark] = []
    for city in cities_of(dataset):
        middle, land = middle_of(dataset, city), land_of(dataset, city.id)
        value, details = about(city)
        name, count = short_name(city, words.language), len(companies[city.id])
        if land and middle is not None:
            areas.append(Area(land, middle, shade(city), details, Label(name, value)))
        if middle is not None and (count or not land):
            # Beside a value the number of companies would be taken for another one.
            number = "" if value and not land else words.number(count)
            beside = words.text("{name}: {text}", name=name, text=value) if value else name
            label = Label(number, "" if land else beside)
            circles.append(Circle(*middle, count / max(1, largest), None, details, label))
    # Small circles lie on large ones, where they meet.
    circles.sort(key=lambda mark: -mark.share if isinstance(mark, Circle) else 0)
    return (*areas, *circles, *_pins(dataset, words))


def companies_line(dataset: Dataset, city: Place, words: Words) -> str:
    """Return how many companies a city has, said to be counted."""
    count = len(companies_of(dataset, ref_of(city)))
    return words.plural(
        "computed: {n} company of this dataset in {city}",
        "computed: {n} companies of this dataset in {city}",
        count,
        city=short_name(city, words.language),
    )


def _zones(dataset: Dataset) -> tuple[tuple[Zone, Point], ...]:
    """Return the zones that are no parts of others, each with the middle of the seats of its places."""
    found = []
    for zone in dataset.zones:
        places = [dataset.subjects[identifier] for identifier in zone.places]
        seats = [seat for place in places if isinstance(place, Place) and (seat := seat_of(place)) is not None]
        if zone.part_of is None and seats:
            middle = sum(x for x, _ in seats) / len(seats), sum(y for _, y in seats) / len(seats)
            found.append((zone, middle))
    return tuple(found)


def _pins(dataset: Dataset, words: Words) -> tuple[Pin, ...]:
    zones = _zones(dataset)
    found = []
    for zone, (x, y) in zones:
        names = [short_name(dataset.subjects[identifier], words.language) for identifier in zone.places]
        text = words.text(
            "{name}\nin {places}; shown midway between their centres",
            name=zone.name.text(words.language),
            places=words.listing(names),
        )
        # A lone zone has its name in the legend.
        label = Label(short_name(zone, words.language) if len(zones) > 1 else "")
        found.append(Pin(x, y, None, Details(text, subject=ref_of(zone)), label))
    return tuple(found)


def places_legend(dataset: Dataset, words: Words) -> tuple[LegendEntry, ...]:
    """Return the legend of the circles, with some sizes, and of the zones."""
    largest = max((len(found) for found in companies_by_city(dataset).values()), default=0)
    legend = []
    if largest:
        legend.append(LegendEntry(Symbol.HEADING, words.text("Number of companies in this dataset, computed")))
        legend += [
            LegendEntry(Symbol.CIRCLE, words.number(size), share=size / largest) for size in round_sizes(largest)
        ]
    zones = _zones(dataset)
    if zones:
        name = short_name(zones[0][0], words.language) if len(zones) == 1 else words.text("development zone")
        legend.append(LegendEntry(Symbol.HEADING, words.text("Zones, in the middle of their cities")))
        legend.append(LegendEntry(Symbol.PIN, name))
    return tuple(legend)


def round_sizes(largest: int) -> tuple[int, ...]:
    """Return up to three round numbers for a legend of sizes, each about a quarter of the one before it."""
    found: list[int] = []
    limit = largest
    while limit >= 1 and len(found) < _SIZES:
        power = 10 ** (len(str(limit)) - 1)
        found.append(max(factor * power for factor in (1, 2, 5) if factor * power <= limit))
        limit = found[-1] // 4
    return tuple(found)


def city_panel(dataset: Dataset, marks: Sequence[Mark]) -> tuple[MapAxis, Panel]:
    """Return the axis of longitude and the plot that hold all marks."""
    points = [(mark.x, mark.y) for mark in marks if isinstance(mark, Circle | Pin)]
    cities = {city.id for city in cities_of(dataset)}
    x, y = map_axes((one for one in dataset.boundaries if one.place in cities), points)
    return x, Panel(y, tuple(marks))


def map_notes(dataset: Dataset, words: Words) -> tuple[str, ...]:
    """Return what the reader of any map of the cities must know: who is on none of it, and whose borders these are."""
    found = []
    hidden = [short_name(city, words.language) for city in cities_of(dataset) if middle_of(dataset, city) is None]
    if hidden:
        found.append(
            words.text("Not on the map, no outline and no coordinates: {names}.", names=listed_names(hidden, words))
        )
    found.append(words.text("Boundaries: for overview only; origin and licence in the dataset's notice."))
    return tuple(found)


def cities_table(dataset: Dataset, words: Words) -> Table:
    """Return one row for each city: how many companies, which ones, and the sources that name them."""
    counted = [(dataset.subjects[identifier], found) for identifier, found in companies_by_city(dataset).items()]
    return counts_table(counted, words.text("companies of this dataset that are in the city, counted"), words)


def city_figures(dataset: Dataset, indicator: Indicator) -> dict[str, Observation]:
    """Return the actual figure of each city that is shown: of one period where most have it, else the newest of each.

    Only what covers the whole of a city is compared and, for flows and growth, only full years.
    """
    known = {}
    for city in cities_of(dataset):
        comparable = comparable_figures(dataset, city.id, indicator)
        actual = [item for item in comparable if item.status is Status.ACTUAL]
        if actual:
            known[city.id] = actual
    common = shared_period(known.values())
    if common is not None:
        known = {city: [item for item in actual if item.period == common] for city, actual in known.items()}
    chosen = {city: newest(dataset, actual) for city, actual in known.items()}
    return {city: item for city, item in chosen.items() if item is not None}


class Absence(Enum):
    """Why a city has no shade."""

    NO_FIGURE = auto()
    NOT_COMPARABLE = auto()
    """It has figures, of parts of itself or of a year."""
    NOT_DONE = auto()
    ESTIMATED = auto()
    OTHER_PERIOD = auto()


def absence_of(dataset: Dataset, city: Place, indicator: Indicator) -> Absence:
    """Return why a city that has no figure among those of `city_figures` has none."""
    if not observations_of(dataset, city.id, indicator.id):
        return Absence.NO_FIGURE
    statuses = {item.status for item in comparable_figures(dataset, city.id, indicator)}
    if not statuses:
        return Absence.NOT_COMPARABLE
    if Status.ACTUAL in statuses:
        return Absence.OTHER_PERIOD
    return Absence.ESTIMATED if Status.ESTIMATE in statuses else Absence.NOT_DONE


_ABSENT: Final = {
    Absence.NO_FIGURE: message("{name}\nno figure"),
    Absence.NOT_COMPARABLE: message("{name}\nno comparable figure"),
    Absence.NOT_DONE: message("{name}\nno actual figure yet"),
    Absence.ESTIMATED: message("{name}\nonly an estimate"),
    Absence.OTHER_PERIOD: message("{name}\nno figure for the same period"),
}
_LEFT_OUT: Final = {
    Absence.OTHER_PERIOD: OTHER_PERIOD,
    Absence.ESTIMATED: message("Left out, only an estimate: {names}."),
    Absence.NOT_DONE: NOT_DONE,
}
"""What is said of figures that could be compared; of others see `left_out_notes`."""


def indicator_map(
    dataset: Dataset, question: Question, indicator: Indicator, figures: Mapping[str, Observation], words: Words
) -> Chart:
    """Return the map of the figures, at least one, that are given by city."""
    unit = dataset.unit_of(indicator.id)
    values = [item.value for item in figures.values()]
    magnitude = words.magnitude(max(abs(value) for value in values), unit)
    axis = ValueAxis(min(values), max(values), magnitude, unit=unit)
    common = common_period(figures.values())
    return _IndicatorMap(dataset, indicator, figures, words, common, natural_classes(values), axis).chart(question)


@dataclass(frozen=True, slots=True)
class _IndicatorMap:
    """The making of one map: what the steps below share.

    `figures` are by city, `common` is the period of all of them or None, `axis` has the magnitude of their numbers.
    """

    dataset: Dataset
    indicator: Indicator
    figures: Mapping[str, Observation]
    words: Words
    common: str | None
    classes: Classes
    axis: ValueAxis

    def chart(self, question: Question) -> Chart:
        dataset, words = self.dataset, self.words
        marks = city_marks(dataset, words, self.shade, self.about)
        x, panel = city_panel(dataset, marks)
        ordered = sorted(self.figures.values(), key=lambda item: (-item.value, item.subject))
        shown = with_others(dataset, ordered)
        name = self.indicator.name.text(words.language)
        return Chart(
            question=question,
            subject=short_name(dataset.region, words.language),
            title=words.text("{indicator} by city", indicator=name),
            subtitle=self.subtitle(),
            x=x,
            panels=(panel,),
            words=words,
            legend=(*self.shade_legend(), *places_legend(dataset, words)),
            notes=(*self.notes(), *map_notes(dataset, words)),
            sources=cited_sources(dataset, (item.source for item in shown), words),
            edition=edition_line(dataset, words),
            sentence=self.sentence(ordered),
            table=figures_table(dataset, shown, words),
            listing=self.listing(ordered),
        )

    @property
    def absences(self) -> dict[str, Absence]:
        """Why each of the cities without a shade has none, by city."""
        return {
            city.id: absence_of(self.dataset, city, self.indicator)
            for city in cities_of(self.dataset)
            if city.id not in self.figures
        }

    def shade(self, city: Place) -> int | None:
        item = self.figures.get(city.id)
        return None if item is None else self.classes.shade(item.value)

    def about(self, city: Place) -> tuple[str, Details]:
        """Return what is printed with a city's name, and what its marks stand for: a click leads to the city."""
        item, words = self.figures.get(city.id), self.words
        companies = companies_line(self.dataset, city, words)
        if item is None:
            absence = absence_of(self.dataset, city, self.indicator)
            text = words.say(Message(_ABSENT[absence].template, (("name", city.name.text(words.language)),)))
            return "", Details(f"{text}\n{companies}", subject=ref_of(city))
        others = [read_out(self.dataset, other, words) for other in others_of(self.dataset, item)]
        about = details(self.dataset, item, words, named=True)
        text = "\n".join((about.read_out, *others, companies))
        return self.number(item), replace(about, read_out=text, source=None, subject=ref_of(city))

    def number(self, item: Observation) -> str:
        """Return a number as it is printed: with its period where periods differ, and with what other sources say."""
        words, others = self.words, others_of(self.dataset, item)
        every = (item, *others)
        values = [
            shown_number(each, [other for other in every if other.value != each.value], self.axis, words)
            for each in every
        ]
        shown = reduce(lambda one, other: words.text("{one} or {other}", one=one, other=other), values)
        if self.common is not None:
            return shown
        return words.text("{value} ({period})", value=shown, period=words.period(item.period.label))

    def subtitle(self) -> str:
        return periods_subtitle(self.axis.magnitude.unit, self.figures.values(), self.common, self.words)

    def shade_legend(self) -> tuple[LegendEntry, ...]:
        heading = self.axis.magnitude.unit
        if self.common is not None:
            period = self.words.period(self.common)
            heading = self.words.text("{unit}, {period}", unit=heading, period=period)
        labels = self.classes.labels(self.axis.magnitude, self.words)
        legend = [LegendEntry(Symbol.HEADING, heading)]
        legend += [LegendEntry(Symbol.SHADE, label, fill=shade) for shade, label in labels]
        if self.absences:
            known = set(self.absences.values()) != {Absence.NO_FIGURE}
            label = self.words.text("no comparable figure") if known else self.words.text("no figure")
            legend.append(LegendEntry(Symbol.SHADE, label))
        return tuple(legend)

    def notes(self) -> tuple[str, ...]:
        dataset, words = self.dataset, self.words
        cities, absences = cities_of(dataset), self.absences
        found = []
        for absence, said in _LEFT_OUT.items():
            names = [short_name(city, words.language) for city in cities if absences.get(city.id) is absence]
            if names:
                found.append(left_out(said, names, words))
        present = {*self.figures, *(city for city, absence in absences.items() if absence in _LEFT_OUT)}
        found += left_out_notes(dataset, cities, present, self.indicator, words)
        if any(others_of(dataset, item) for item in self.figures.values()):
            found.append(words.text("Where sources differ, the shade is that of the newest source."))
        return tuple(found)

    def sentence(self, ordered: Sequence[Observation]) -> str:
        words = self.words
        named = [
            words.text(
                "{value} in {name} ({period})",
                value=value_text(self.dataset, item, words),
                name=short_name(self.dataset.subjects[item.subject], words.language),
                period=words.period(item.period.label),
            )
            for item in (ordered[0], ordered[-1])
        ]
        return words.text(
            "{indicator} of {n} of {all} cities: from {low} to {high}.",
            indicator=self.indicator.name.text(words.language),
            n=len(ordered),
            all=len(cities_of(self.dataset)),
            low=named[1],
            high=named[0],
        )

    def listing(self, ordered: Sequence[Observation]) -> Listing:
        """Return the cities with their numbers, the largest first, those without one at the end."""
        dataset, words = self.dataset, self.words
        companies = companies_by_city(dataset)
        ranked = [item.subject for item in ordered]
        cities = sorted(
            cities_of(dataset), key=lambda city: ranked.index(city.id) if city.id in ranked else len(ranked)
        )
        rows = []
        for city in cities:
            value, about = self.about(city)
            sign = LegendEntry(Symbol.SHADE, "", fill=self.shade(city))
            cells = (value or EN_DASH, words.number(len(companies[city.id])))
            rows.append(ListedRow(short_name(city, words.language), cells, about, sign))
        return Listing((self.axis.magnitude.unit, words.text("companies")), tuple(rows))


KIND: Final = "map"
NAME: Final = message("Map")
WITHOUT_INDICATOR: Final = message("Number of companies")
"""What a map shows that is asked for without an indicator."""

_FEWEST_CITIES: Final = 2


def questions(dataset: Dataset, subject: Ref) -> tuple[tuple[float, Question], ...]:
    """Return the questions about the region: the number of companies, and every indicator that half of its cities have.

    Headline indicators go first, then the number of companies.
    """
    cities = cities_of(dataset)
    if subject != dataset.region_ref or len(cities) < _FEWEST_CITIES or not _has_outlines(dataset):
        return ()
    found = []
    if any(companies_by_city(dataset).values()):
        found.append((MAP_OF_COMPANIES.of(), Question(KIND, subject)))
    headline = headline_ids(dataset, subject.id)
    for indicator in dataset.indicators:
        figures = city_figures(dataset, indicator)
        if 2 * len(figures) < len(cities) or len({item.value for item in figures.values()}) < _FEWEST_CITIES:
            continue
        weight = MAP.of(len(figures), len(cities))
        if indicator.id in headline:
            weight = MAP_OF_HEADLINE.of(headline=1 - headline.index(indicator.id) / len(headline))
        found.append((weight, Question(KIND, subject, indicator.id)))
    return tuple(found)


def reason(dataset: Dataset, subject: Ref, words: Words) -> str:
    """Return why there is no map."""
    if subject != dataset.region_ref:
        return words.text("Only the region has a map.")
    cities = cities_of(dataset)
    if len(cities) < _FEWEST_CITIES:
        return words.text("There are fewer than two cities here.")
    if not _has_outlines(dataset):
        return words.text("The dataset has no outlines of the cities.")
    enough = [figures for each in dataset.indicators if 2 * len(figures := city_figures(dataset, each)) >= len(cities)]
    if any(enough):
        return words.text("No indicator that half of the cities have differs between them.")
    return words.text("No indicator has comparable actual figures for half of the cities.")


def chart(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the map of an indicator, or of the number of companies where none is asked for.

    Raises NoChartError where the subject is not the region, and where there is nothing to show of its cities.
    """
    if question.subject != dataset.region_ref or not _has_outlines(dataset):
        raise NoChartError(reason(dataset, question.subject, words))
    if question.indicator is None:
        return _company_map(dataset, question, words)
    indicator = dataset.indicator_by_id[question.indicator]
    figures = city_figures(dataset, indicator)
    if not figures:
        raise NoChartError(words.text("No city has an actual figure of this indicator that can be compared."))
    return indicator_map(dataset, question, indicator, figures, words)


def _has_outlines(dataset: Dataset) -> bool:
    return any(land_of(dataset, city.id) for city in cities_of(dataset))


def _company_map(dataset: Dataset, question: Question, words: Words) -> Chart:
    """Return the map of the number of companies: plain land with circles."""
    companies = companies_by_city(dataset)
    cities = sorted(cities_of(dataset), key=lambda city: (-len(companies[city.id]), city.id))
    if not any(companies.values()):
        raise NoChartError(words.text("No city has a company in this dataset."))

    def about(city: Place) -> tuple[str, Details]:
        # The number itself stands in the circle, or below the name where the circle is too small.
        none = "" if companies[city.id] else words.number(0)
        text = f"{city.name.text(words.language)}\n{companies_line(dataset, city, words)}"
        return none, Details(text, subject=ref_of(city))

    marks = city_marks(dataset, words, lambda _: 0, about)
    x, panel = city_panel(dataset, marks)
    inside = [company for found in companies.values() for company in found]
    outside = len(dataset.companies) - len(inside)
    rows = tuple(
        ListedRow(short_name(city, words.language), (words.number(len(companies[city.id])),), about(city)[1])
        for city in cities
    )
    notes = [
        words.text("Computed: number of companies in this dataset by city. The dataset does not have every company.")
    ]
    if outside:
        notes.append(words.plural("{n} company is in no city.", "{n} companies are in no city.", outside))
    return Chart(
        question=question,
        subject=short_name(dataset.region, words.language),
        title=words.text("Companies by city"),
        subtitle=words.text("number of companies in this dataset, computed"),
        x=x,
        panels=(panel,),
        words=words,
        legend=places_legend(dataset, words),
        notes=(*notes, *map_notes(dataset, words)),
        sources=cited_sources(dataset, (source for one in inside for source in one.sources), words),
        edition=edition_line(dataset, words),
        sentence=_company_sentence(cities, companies, words),
        table=cities_table(dataset, words),
        listing=Listing((words.text("companies"),), rows),
    )


def _company_sentence(cities: Sequence[Place], companies: Mapping[str, Sequence[Company]], words: Words) -> str:
    named = [
        words.text("{name} ({n})", name=short_name(city, words.language), n=len(companies[city.id])) for city in cities
    ]
    return words.plural(
        "{n} company of this dataset in {cities} cities; the most are in {names}.",
        "{n} companies of this dataset in {cities} cities; the most are in {names}.",
        sum(len(companies[city.id]) for city in cities),
        cities=len(cities),
        names=words.listing(named[:3]),
    )
