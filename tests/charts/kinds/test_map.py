"""Maps of the cities: shaded by an indicator, circles for companies, and where words stand on land."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartland_gui.charts.choice import KINDS, chart, missing_kinds, questions
from heartland_gui.charts.furniture import NoChartError
from heartland_gui.charts.kinds.map import map_axes, middle_of, point_inside, round_sizes
from heartland_gui.charts.spec import Area, Chart, Circle, Mark, Pin, Question, Symbol
from heartland_gui.model.dataset import Boundary, Dataset
from heartland_gui.model.entities import Place, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import cities_of
from heartland_gui.rendering.geometry import holds
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, REGION, mapped, region, said, seen, square


def map_of(dataset: Dataset, indicator: str | None = "output", language: str = "en") -> Chart:
    return chart(dataset, Question("map", REGION, indicator), words_in(language))


def of(city: str, value: float, period: str = "2019", status: Status = Status.ACTUAL, **known: object) -> Observation:
    return seen(value, period, status, subject=city, **known)


def marks(answer: Chart, kind: type[Mark]) -> list[Mark]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, kind)]


def areas(answer: Chart) -> dict[str, Area]:
    found = [mark for mark in answer.panels[0].marks if isinstance(mark, Area)]
    return {mark.label.strong: mark for mark in found}


def circles(answer: Chart) -> list[Circle]:
    return [mark for mark in answer.panels[0].marks if isinstance(mark, Circle)]


def with_more_cities(dataset: Dataset, count: int) -> Dataset:
    """Return the region with cities c0, c1 … of known coordinates besides."""
    more = tuple(
        Place(f"c{number}", said(f"City {number}"), "city", "valley", 35.0 + number / 10, 112.0)
        for number in range(count)
    )
    return replace(dataset, places=(*dataset.places, *more))


# -- what is offered --------------------------------------------------------------------------------------------


def offered(dataset: Dataset, subject: Ref = REGION) -> list[str | None]:
    return [question.indicator for question in questions(dataset, subject) if question.kind == "map"]


def test_only_the_region_has_a_map() -> None:
    dataset = mapped(of("north", 1), of("south", 2))
    assert offered(dataset) == [None, "output"]
    assert offered(dataset, Ref(SubjectKind.PLACE, "north")) == []
    assert offered(dataset, MAKER) == []
    reasons = dict(missing_kinds(dataset, MAKER, Words()))
    assert reasons["map"] == "Only the region has a map."
    with pytest.raises(NoChartError, match="Only the region"):
        chart(dataset, Question("map", MAKER, "output"), Words())


def test_without_any_outline_there_is_no_map() -> None:
    dataset = replace(mapped(of("north", 1), of("south", 2)), boundaries=())
    assert offered(dataset) == []
    assert dict(missing_kinds(dataset, REGION, Words()))["map"] == "The dataset has no outlines of the cities."
    with pytest.raises(NoChartError, match="no outlines"):
        map_of(dataset)


def test_what_half_of_the_cities_have_is_offered() -> None:
    dataset = with_more_cities(mapped(of("north", 1), of("south", 2)), 2)
    assert offered(dataset) == [None, "output"]
    assert offered(with_more_cities(mapped(of("north", 1), of("south", 2)), 3)) == [None]


def test_headlines_go_first_then_companies_then_the_rest() -> None:
    figures = [
        of(city, value, indicator=name) for name in ("output", "staff") for city, value in (("north", 1), ("south", 2))
    ]
    dataset = mapped(*figures)
    dataset = replace(dataset, manifest=replace(dataset.manifest, headline=("staff",)))
    assert offered(dataset) == ["staff", None, "output"]


def test_the_same_everywhere_is_no_map() -> None:
    assert offered(mapped(of("north", 1), of("south", 1))) == [None]


# -- which figures ----------------------------------------------------------------------------------------------


def test_a_period_that_most_have_is_used_for_all() -> None:
    cities = ("north", "south", "c0", "c1", "c2")
    figures = [of(city, number, "2019") for number, city in enumerate(cities)]
    dataset = with_more_cities(mapped(*figures, of("north", 99, "2021")), 3)
    answer = map_of(dataset)
    assert answer.subtitle == "vehicles, 2019"
    assert areas(answer)["North City"].label.faint == "0"


def test_a_city_without_the_common_period_is_left_out_and_named() -> None:
    cities = ("south", "c0", "c1", "c2")
    figures = [of(city, number, "2019") for number, city in enumerate(cities)]
    dataset = with_more_cities(mapped(*figures, of("north", 99, "2021")), 3)
    answer = map_of(dataset)
    assert areas(answer)["North City"].shade is None
    assert areas(answer)["North City"].label.faint == ""
    assert "Left out, no figure of the same period: North City." in answer.notes


def test_differing_periods_are_said_in_the_subtitle_and_at_the_names() -> None:
    answer = map_of(mapped(of("north", 10, "2018"), of("south", 20, "2021")))
    assert answer.subtitle == "vehicles, newest figure of each; periods differ: 2018 to 2021"
    assert areas(answer)["North City"].label.faint == "10 (2018)"
    assert answer.listing is not None
    assert [row.cells[0] for row in answer.listing.rows] == ["20 (2021)", "10 (2018)"]


@pytest.mark.parametrize(
    ("figure", "note"),
    [
        (of("north", 5, "2019-S1"), "Left out, no full year: North City."),
        (of("north", 5, scope=said("town")), "Left out, figures cover only a part: North City."),
        (of("north", 5, "2025", Status.TARGET), "Left out, no actual figure yet: North City."),
    ],
)
def test_what_cannot_be_compared_is_hatched_and_named(figure: Observation, note: str) -> None:
    answer = map_of(mapped(figure, of("south", 2)))
    assert areas(answer)["North City"].shade is None
    assert note in answer.notes
    shades = [entry.label for entry in answer.legend if entry.symbol is Symbol.SHADE]
    assert shades == ["all the same", "no comparable figure"]
    assert answer.listing is not None
    assert answer.listing.rows[-1].cells[0] == "–"
    assert answer.listing.rows[-1].name == "North City"


ABSENCES = {
    "nothing": ((), "no figure"),
    "a half-year": ((of("north", 5, "2019-S1"),), "no comparable figure"),
    "a plan": ((of("north", 5, "2025", Status.TARGET),), "no actual figure yet"),
    "an estimate": ((of("north", 5, "2019", Status.ESTIMATE),), "only an estimate"),
}


@pytest.mark.parametrize(("figures", "why"), ABSENCES.values(), ids=ABSENCES)
def test_a_city_without_a_shade_says_why(figures: tuple[Observation, ...], why: str) -> None:
    answer = map_of(mapped(*figures, of("south", 2)))
    assert areas(answer)["North City"].details.read_out.splitlines()[:2] == ["North City", why]
    told = [note for note in answer.notes if "Left out" in note]
    assert told == ([f"Left out, {why}: North City."] if "estimate" in why or "yet" in why else told)
    assert [entry.label for entry in answer.legend if entry.symbol is Symbol.SHADE][-1] == (
        "no figure" if not figures else "no comparable figure"
    )


def test_cities_that_do_not_differ_are_no_map_for_that_reason() -> None:
    dataset = replace(mapped(of("north", 5), of("south", 5)), companies=())
    assert KINDS["map"].reason(dataset, REGION, Words()) == (
        "No indicator that half of the cities have differs between them."
    )
    assert KINDS["map"].reason(replace(dataset, series=()), REGION, Words()) == (
        "No indicator has comparable actual figures for half of the cities."
    )


def test_no_figure_at_all_is_no_map() -> None:
    with pytest.raises(NoChartError, match="No city has an actual figure"):
        map_of(mapped(of("north", 5, "2025", Status.TARGET)))


def test_sources_that_differ_are_both_shown() -> None:
    answer = map_of(mapped(of("north", 14, source="paper"), of("north", 10), of("south", 2)))
    # The yearbook is newer than the paper.
    assert areas(answer)["North City"].label.faint == "10 or 14"
    assert "Where sources differ, the shade is that of the newest source." in answer.notes
    assert [row[5] for row in answer.table.rows] == [10, 14, 2]
    assert "Morning Paper" in areas(answer)["North City"].details.read_out


# -- what is drawn ----------------------------------------------------------------------------------------------


def test_more_is_darker_and_the_key_has_the_limits() -> None:
    answer = map_of(mapped(of("north", 30_000_000), of("south", 2_000_000)))
    assert [areas(answer)[name].shade for name in ("North City", "South City")] == [4, 0]
    shades = [(entry.label, entry.fill) for entry in answer.legend if entry.symbol is Symbol.SHADE]
    assert shades == [("20 and more", 4), ("under 20", 0)]
    assert answer.legend[0].symbol is Symbol.HEADING
    assert answer.legend[0].label == "million vehicles, 2019"


def test_land_leads_to_its_city_and_names_its_source() -> None:
    details = areas(map_of(mapped(of("north", 10), of("south", 2))))["North City"].details
    assert details.source is None
    assert details.subject == Ref(SubjectKind.PLACE, "north")
    assert details.observation is not None
    assert details.read_out.splitlines() == [
        "North City",
        "10\u00a0vehicles · 2019 · actual · Bureau of Statistics, Sep 2021",
        "computed: 4 companies of this dataset in North City",
    ]


def test_circles_are_as_large_as_their_numbers() -> None:
    # Four makers in the north, one chemist in the south.
    north, south = circles(map_of(mapped(), None))
    assert (north.share, south.share) == (1.0, 0.25)
    assert [circle.label and circle.label.strong for circle in (north, south)] == ["4", "1"]
    area = areas(map_of(mapped(), None))["North City"]
    assert (north.x, north.y) == area.anchor
    assert north.details is not None


def test_the_map_of_companies_says_that_it_counts() -> None:
    answer = map_of(mapped(), None)
    assert "computed" in answer.subtitle
    assert answer.notes[0].startswith("Computed: number of companies in this dataset by city")
    assert "2 companies are in no city." in answer.notes
    assert answer.sentence == (
        "5 companies of this dataset in 2 cities; the most are in North City (4) and South City (1)."
    )
    assert {area.shade for area in areas(answer).values()} == {0}
    sizes = [entry.label for entry in answer.legend if entry.symbol is Symbol.CIRCLE]
    assert sizes == ["2"]


def test_the_table_of_companies_has_formula_and_inputs() -> None:
    table = map_of(mapped(), None).table
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert (first["SUBJECT"], first["OBS_VALUE"], first["VALUE_TYPE"]) == ("north", 4, "computed")
    assert first["INPUTS"] == "maker rival third fourth"
    assert "counted" in str(first["FORMULA"])


def test_a_city_without_companies_has_a_zero_and_no_circle() -> None:
    dataset = mapped()
    dataset = replace(dataset, companies=tuple(each for each in dataset.companies if each.id != "chemist"))
    answer = map_of(dataset, None)
    assert len(circles(answer)) == 1
    assert areas(answer)["South City"].label.faint == "0"


def test_a_city_without_outline_has_its_circle_and_its_words() -> None:
    dataset = mapped(of("north", 10), of("south", 2))
    dataset = replace(dataset, boundaries=dataset.boundaries[:1])
    answer = map_of(dataset)
    assert list(areas(answer)) == ["North City"]
    south = circles(answer)[-1]
    assert (south.x, south.y) == (110.9, 35.9)
    assert south.label is not None
    assert (south.label.strong, south.label.faint) == ("", "South City: 2")
    by_number = circles(map_of(dataset, None))[-1].label
    assert by_number is not None
    assert (by_number.strong, by_number.faint) == ("1", "South City")


def test_a_city_that_is_nowhere_is_named() -> None:
    dataset = mapped(of("north", 10), of("south", 2))
    dataset = replace(dataset, places=(*dataset.places, Place("lost", said("Lost City"), "city", "valley")))
    assert "Not on the map, no outline and no coordinates: Lost City." in map_of(dataset).notes
    lost = [Place(f"lost-{number}", said(f"Lost {number}"), "city", "valley") for number in range(7)]
    (note,) = [each for each in map_of(replace(dataset, places=(*dataset.places, *lost))).notes if "outline" in each]
    assert note.endswith(": Lost City, Lost 0, Lost 1, Lost 2, Lost 3 and 3 more.")


def test_a_zone_stands_in_the_middle_of_the_seats_of_its_cities() -> None:
    dataset = mapped(of("north", 10), of("south", 2))
    park = replace(dataset.zones[0], places=("north", "south"))
    part = replace(park, id="corner", part_of="park")
    answer = map_of(replace(dataset, zones=(park, part)))
    (pin,) = (mark for mark in answer.panels[0].marks if isinstance(mark, Pin))
    assert (pin.x, pin.y) == pytest.approx((110.5, 36.0))
    assert pin.details.subject == Ref(SubjectKind.ZONE, "park")
    assert pin.label.strong == "", "its name stands in the legend"
    assert answer.legend[-1].label == "Park"
    several = map_of(replace(dataset, zones=(park, replace(part, part_of=None))))
    assert [mark.label.strong for mark in several.panels[0].marks if isinstance(mark, Pin)] == ["Park", "Park"]


def test_boundaries_are_credited() -> None:
    for indicator in (None, "output"):
        answer = map_of(mapped(of("north", 10), of("south", 2)), indicator)
        assert any("notice" in note for note in answer.notes)


def test_outlines_of_counties_do_not_widen_the_map() -> None:
    dataset = mapped(of("north", 10), of("south", 2))
    far = replace(dataset.boundaries[0], place="valley", polygons=(square(0, 0, 90),))
    assert map_of(replace(dataset, boundaries=(*dataset.boundaries, far))).x == map_of(dataset).x


def test_the_shipped_map_shades_every_city() -> None:
    dataset = shipped_dataset()
    answer = chart(dataset, Question("map", dataset.region_ref, "gdp"), Words())
    assert len(areas(answer)) == 11
    assert None not in {area.shade for area in areas(answer).values()}
    assert answer.subtitle == "billion yuan, 2024"
    assert answer.sentence.replace("\u00a0", " ") == (
        "Gross domestic product of 11 of 11 cities: "
        "from 85.6 bn yuan in Yangquan (2024) to 542 bn yuan in Taiyuan (2024)."
    )


def test_a_region_without_cities_says_so() -> None:
    dataset = region()
    dataset = replace(dataset, places=dataset.places[:1])
    assert KINDS["map"].reason(dataset, REGION, Words()) == "There are fewer than two cities here."


# -- places on the map -----------------------------------------------------------------------------------------------

HORSESHOE = (
    ((0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (5.0, 6.0), (5.0, 1.0), (1.0, 1.0), (1.0, 6.0), (0.0, 6.0), (0.0, 0.0)),
)
HOLED = (square(0, 0, 6)[0], square(2, 2, 2)[0])


@pytest.mark.parametrize("polygon", [HORSESHOE, HOLED, square(10, 20)])
def test_the_middle_of_land_lies_on_it(polygon: tuple[tuple[tuple[float, float], ...], ...]) -> None:
    assert holds(polygon, point_inside(polygon))


def test_the_middle_of_a_square_is_its_middle() -> None:
    assert point_inside(square(10, 0, 2)) == pytest.approx((11, 1), abs=0.2)


def test_every_shipped_city_has_its_words_on_its_own_land() -> None:
    dataset = shipped_dataset()
    land = {boundary.place: boundary.polygons for boundary in dataset.boundaries}
    for city in cities_of(dataset):
        middle = middle_of(dataset, city)
        assert middle is not None
        inside = [place for place, polygons in land.items() if any(holds(polygon, middle) for polygon in polygons)]
        assert inside == [city.id]


def test_the_largest_of_several_islands_has_the_words() -> None:
    dataset = mapped()
    islands = Boundary("north", (square(110, 36, 0.1), square(112, 36, 2)))
    dataset = replace(dataset, boundaries=(islands,))
    middle = middle_of(dataset, dataset.places[1])
    assert middle is not None
    assert holds(square(112, 36, 2), middle)


def test_a_place_without_outline_stands_at_its_coordinates_or_nowhere() -> None:
    dataset = replace(mapped(), boundaries=())
    assert middle_of(dataset, dataset.places[1]) == (110.1, 36.1)
    assert middle_of(dataset, Place("far", said("Far"), "county")) is None


def test_the_axes_hold_land_and_points_and_are_true_in_the_middle() -> None:
    x, y = map_axes(mapped().boundaries, [(112.0, 35.5)])
    assert x.low < 110
    assert x.high > 112
    assert y.low < 35
    assert y.high > 37
    assert x.stretch == pytest.approx(0.809, abs=0.001)
    assert y.stretch == 1
    lone, _ = map_axes((), [(110.0, 36.0)])
    assert lone.low < 110 < lone.high


@pytest.mark.parametrize(
    ("largest", "sizes"), [(1, (1,)), (9, (5, 1)), (37, (20, 5, 1)), (100, (100, 20, 5)), (2400, (2000, 500, 100))]
)
def test_sizes_of_circles_are_explained_by_round_numbers(largest: int, sizes: tuple[int, ...]) -> None:
    assert round_sizes(largest) == sizes
