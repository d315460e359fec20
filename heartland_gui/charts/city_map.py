"""What every map of the region's cities has: their land, circles for their companies, pins for the zones, the key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from heartland_gui.charts.axes import MapAxis
from heartland_gui.charts.counts import counts_table
from heartland_gui.charts.marks import Area, Circle, Datum, Label, Mark, Pin
from heartland_gui.charts.places import Point, land_of, map_axes, middle_of, seat_of
from heartland_gui.charts.spec import KeyEntry, Panel, Symbol, Table
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Company, Place, Zone, ref_of
from heartland_gui.model.queries import cities_of, companies_of, short_name
from heartland_gui.text import Words

_SIZES: Final = 3


def companies_by_city(dataset: Dataset) -> Mapping[str, tuple[Company, ...]]:
    """Return the companies of every city, those of its counties included."""
    return {city.id: companies_of(dataset, ref_of(city)) for city in cities_of(dataset)}


def city_marks(
    dataset: Dataset, words: Words, shade: Callable[[Place], int | None], about: Callable[[Place], tuple[str, Datum]]
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
        value, datum = about(city)
        name, count = short_name(city, words.language), len(companies[city.id])
        if land and middle is not None:
            areas.append(Area(land, middle, shade(city), datum, Label(name, value)))
        if middle is not None and (count or not land):
            # Beside a value the number of companies would be taken for another one.
            number = "" if value and not land else words.number(count)
            beside = words.text("{name}: {text}", name=name, text=value) if value else name
            label = Label(number, "" if land else beside)
            circles.append(Circle(*middle, count / max(1, largest), None, datum, label))
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
            "{name}\nin {places}; marked in the middle of their seats",
            name=zone.name.text(words.language),
            places=words.listing(names),
        )
        # A lone zone has its name in the key.
        label = Label(short_name(zone, words.language) if len(zones) > 1 else "")
        found.append(Pin(x, y, None, Datum(text, subject=ref_of(zone)), label))
    return tuple(found)


def places_key(dataset: Dataset, words: Words) -> tuple[KeyEntry, ...]:
    """Return the key of the circles, with some sizes, and of the zones."""
    largest = max((len(found) for found in companies_by_city(dataset).values()), default=0)
    key = []
    if largest:
        key.append(KeyEntry(Symbol.HEADING, words.text("Companies of this dataset, computed")))
        key += [KeyEntry(Symbol.CIRCLE, words.number(size), share=size / largest) for size in round_sizes(largest)]
    zones = _zones(dataset)
    if zones:
        name = short_name(zones[0][0], words.language) if len(zones) == 1 else words.text("development zone")
        key.append(KeyEntry(Symbol.HEADING, words.text("Zones, in the middle of their cities")))
        key.append(KeyEntry(Symbol.PIN, name))
    return tuple(key)


def round_sizes(largest: int) -> tuple[int, ...]:
    """Return up to three round numbers for a key of sizes, each about a quarter of the one before it."""
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
        found.append(words.text("Without outline and coordinates: {names}.", names=words.listing(hidden)))
    found.append(words.text("Boundaries: for overview only; origin and licence in the dataset's notice."))
    return tuple(found)


def cities_table(dataset: Dataset, words: Words) -> Table:
    """Return one row for each city: how many companies, which ones, and the sources that name them."""
    counted = [(dataset.subjects[identifier], found) for identifier, found in companies_by_city(dataset).items()]
    return counts_table(counted, words.text("companies of this dataset that are in the city, counted"), words)
