"""Ticks, ranges and classes."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from heartland_gui.charts.scales import (
    LOG_FACTOR,
    MOST_CLASSES,
    MOST_TICKS,
    can_be_logarithmic,
    natural_classes,
    nice_step,
    roundest,
    time_range,
    time_ticks,
    value_range,
    value_ticks,
)
from heartland_gui.charts.spec import Tick, ValueAxis
from heartland_gui.model.entities import PERCENT, Unit
from heartland_gui.model.period import decimal_year, parse_period
from heartland_gui.text import Magnitude, Words
from heartland_gui.text.languages import words_in
from tests.examples import examples
from tests.units import unit

properties = settings(derandomize=True, max_examples=examples(100))

sizes = st.one_of(st.floats(1e-9, 1e15), st.floats(1e-300, 1e300))
numbers = st.one_of(
    sizes,
    sizes.map(lambda size: -size),
    st.sampled_from([0.0, 5e-324, -5e-324, 1e300, -1e300, 0.1 + 0.2]),
    st.integers(-(10**15), 10**15),
    st.integers(10**16, 10**25),
)
samples = st.one_of(
    st.lists(numbers, min_size=1, max_size=300),
    st.builds(lambda value, count: [value] * count, numbers, st.integers(1, 300)),
    # Many at once, and whole numbers that no binary fraction can tell apart.
    st.builds(lambda value, count: [value + part for part in range(count)], numbers, st.integers(1, 10_000)),
    st.integers(10**16, 10**25).map(lambda value: [value, value + 1]),
    # Values of one size that hardly differ.
    st.builds(
        lambda base, parts: [base * (1 + part) for part in parts], sizes, st.lists(st.floats(0, 1e-4), min_size=1)
    ),
)
languages = st.sampled_from(["en", "zh"]).map(words_in)
unit_scales = st.sampled_from([unit("yuan", "money"), unit("vehicles"), unit("kW", "physical"), PERCENT])


def labelled(ticks: tuple[Tick, ...]) -> list[Tick]:
    return [tick for tick in ticks if tick.label is not None]


POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def number_of(shown: str) -> float:
    return float(shown.replace(",", "").replace("−", "-").replace("×10", "e").translate(POWERS))


def assert_readable(ticks: tuple[Tick, ...], low: float, high: float, most: int) -> None:
    places = [tick.position for tick in ticks]
    labels = [tick.label for tick in labelled(ticks)]
    edge = (high - low) * 1e-6
    assert places == sorted(places), "in order"
    assert len(set(places)) == len(places), "one tick at a place"
    assert all(low - edge <= place <= high + edge for place in places), "inside"
    assert len(set(labels)) == len(labels), "distinct as printed"
    # So many parts have one tick more.
    assert len(labels) <= min(most + 1, MOST_TICKS), "few enough to read"
    assert all(label and "-" not in label for label in labels), "a minus is no hyphen"


def axis_of(values: list[float], words: Words, measured: Unit, *, logarithmic: bool, from_zero: bool) -> ValueAxis:
    low, high = value_range(values, from_zero=from_zero, logarithmic=logarithmic)
    magnitude = words.magnitude(max(abs(value) for value in values), measured)
    return ValueAxis(low, high, magnitude, logarithmic, measured)


# -- values -----------------------------------------------------------------------------------------------------


@properties
@given(values=samples, from_zero=st.booleans())
def test_a_range_holds_its_values(*, values: list[float], from_zero: bool) -> None:
    low, high = value_range(values, from_zero=from_zero, logarithmic=False)
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low < high
    assert low <= min(values)
    assert high >= max(values)
    if from_zero:
        assert low <= 0 <= high


@properties
@given(st.lists(sizes, min_size=1, max_size=300))
def test_a_logarithmic_range_holds_its_values(values: list[float]) -> None:
    low, high = value_range(values, from_zero=False, logarithmic=True)
    assert 0 < low < min(values) <= max(values) < high


@properties
@given(values=samples, from_zero=st.booleans(), words=languages, unit=unit_scales, most=st.integers(1, 20))
def test_ticks_of_values_can_be_read(
    *,
    values: list[float],
    from_zero: bool,
    words: Words,
    unit: Unit,
    most: int,
) -> None:
    axis = axis_of(values, words, unit, logarithmic=False, from_zero=from_zero)
    ticks = value_ticks(axis, *axis.bounds, words, most)
    assert_readable(ticks, *axis.bounds, most)
    for tick in ticks:
        printed = number_of(str(tick.label)) * axis.magnitude.divisor
        assert math.isclose(printed, tick.position, rel_tol=1e-8, abs_tol=(axis.high - axis.low) * 1e-4)


@properties
@given(samples, languages, unit_scales)
def test_an_axis_of_values_has_ticks(values: list[float], words: Words, unit: Unit) -> None:
    axis = axis_of(values, words, unit, logarithmic=False, from_zero=False)
    assert len(value_ticks(axis, *axis.bounds, words)) >= 2


@properties
@given(st.lists(sizes, min_size=1, max_size=300), languages, unit_scales, st.integers(1, 20))
def test_ticks_of_logarithms_can_be_read(values: list[float], words: Words, unit: Unit, most: int) -> None:
    axis = axis_of(values, words, unit, logarithmic=True, from_zero=False)
    ticks = value_ticks(axis, *axis.bounds, words, most)
    assert_readable(ticks, *axis.bounds, most)


@properties
@given(st.lists(sizes, min_size=1, max_size=300), languages, unit_scales)
def test_a_logarithmic_axis_has_ticks(values: list[float], words: Words, unit: Unit) -> None:
    axis = axis_of(values, words, unit, logarithmic=True, from_zero=False)
    assert len(value_ticks(axis, *axis.bounds, words)) >= 2


def test_ticks_are_round() -> None:
    axis = ValueAxis(0, 1080, Magnitude(1, "vehicles"))
    assert [tick.label for tick in value_ticks(axis, 0, 1080, Words())] == ["0", "200", "400", "600", "800", "1,000"]
    billions = ValueAxis(0, 2.6e9, Magnitude(1e9, "billion yuan"))
    shown = [tick.label for tick in value_ticks(billions, 0, 2.6e9, Words())]
    assert shown == ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]


def test_decades_are_ticks_of_a_logarithmic_axis() -> None:
    low, high = value_range([48, 5000, 100_000], from_zero=False, logarithmic=True)
    axis = ValueAxis(low, high, Magnitude(1, "vehicles"), logarithmic=True)
    assert [tick.label for tick in value_ticks(axis, *axis.bounds, Words())] == ["100", "1,000", "10,000", "100,000"]
    assert [tick.position for tick in value_ticks(axis, *axis.bounds, Words())] == [2, 3, 4, 5]


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, 1), (math.nan, 1), (0, math.inf)])
def test_a_range_that_is_none_has_no_ticks(low: float, high: float) -> None:
    assert value_ticks(ValueAxis(low, high, Magnitude(1, "")), low, high, Words()) == ()


@properties
@given(st.floats(1e-12, 1e15), st.integers(1, 20))
def test_a_step_is_the_smallest_round_one(span: float, most: int) -> None:
    step = nice_step(span, most)
    mantissa = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - nice) for nice in (1, 2, 2.5, 5)) < 1e-6
    assert span / step <= most * (1 + 1e-6)
    assert span / (step / 2.51) > most * (1 - 1e-6)


# -- when a logarithm is offered --------------------------------------------------------------------------------


@properties
@given(st.lists(numbers, min_size=1, max_size=50))
@example([1.0, 30.0])
@example([1.0, 29.999])
@example([0.0, 30.0, 1.0])
@example([-1.0, 30.0, 1.0])
def test_a_logarithm_is_offered_exactly_from_the_factor_on(values: list[float]) -> None:
    expected = all(value > 0 for value in values) and max(values) >= LOG_FACTOR * min(values)
    assume(not math.isclose(max(values), LOG_FACTOR * min(values)) or max(values) == 30)
    assert can_be_logarithmic(values) is expected


def test_the_factor_is_thirty() -> None:
    assert can_be_logarithmic([48, 48 * 30])
    assert not can_be_logarithmic([48, 48 * 30 - 1])
    assert not can_be_logarithmic([])
    assert not can_be_logarithmic([0, 1, 100])


# -- time -------------------------------------------------------------------------------------------------------

days = st.dates(date(1, 1, 1), date(9990, 12, 31))
times = st.one_of(st.floats(1, 9999.99), st.floats(1, 1.2), st.floats(9998, 9999.99))


@properties
@given(st.lists(st.tuples(days, st.integers(0, 3000)), min_size=1, max_size=50))
def test_a_range_of_time_holds_its_stretches(stretches: list[tuple[date, int]]) -> None:
    held = [(decimal_year(day), decimal_year(day + timedelta(days=length + 1))) for day, length in stretches]
    axis = time_range(held)
    assert axis.low < axis.high
    assert axis.low <= min(start for start, _ in held) + 1e-9
    assert axis.high >= max(end for _, end in held) - 1e-9


@pytest.mark.parametrize(
    ("labels", "finest"), [(["2019", "2020"], 1.0), (["2019"], 1.0), (["2019", "2020-03"], 0.0), (["2019-S1"], 0.0)]
)
def test_years_alone_are_not_cut_into_months(labels: list[str], finest: float) -> None:
    periods = [parse_period(label) for label in labels]
    assert time_range([(period.start, period.end) for period in periods]).finest == finest


@properties
@given(
    times,
    st.one_of(st.floats(0.01, 0.3), st.floats(0.3, 4), st.floats(4, 900), st.floats(900, 9998)),
    languages,
    st.integers(1, 20),
    st.sampled_from([0.0, 1.0]),
)
@example(1.0, 4001.0, Words(), 2, 0.0)
@example(2000.5, 2.0, Words(), 2, 0.0)
@example(2000.5, 2.0, Words(), 1, 0.0)
@example(2000.1, 0.15, Words(), 2, 0.0)
def test_ticks_of_time_can_be_read(low: float, length: float, words: Words, most: int, finest: float) -> None:
    length = min(length, 10_000 - low)
    assume(length > 0)
    ticks = time_ticks(low, low + length, words, most, finest)
    assert_readable_times(ticks, low, low + length, most)
    if finest >= 1 and len(labelled(ticks)) > 1:
        steps = [
            second.position - first.position
            for first, second in zip(labelled(ticks), labelled(ticks)[1:], strict=False)
        ]
        assert min(steps) >= finest - 1e-9
    assert labelled(ticks) or length < max(finest, 3 / 365) or most < 2


def assert_readable_times(ticks: tuple[Tick, ...], low: float, high: float, most: int) -> None:
    places = [tick.position for tick in ticks]
    labels = [tick.label for tick in labelled(ticks)]
    assert places == sorted(places), "in order"
    assert all(low - 1e-9 <= place <= high + 1e-9 for place in places), "inside"
    assert len(set(labels)) == len(labels), "distinct as printed"
    assert len(labels) <= min(most, MOST_TICKS), "few enough to read"


def test_the_label_of_a_year_stands_in_its_middle() -> None:
    ticks = time_ticks(2018, 2021, Words())
    assert [(tick.position, tick.label) for tick in labelled(ticks)] == [
        (2018.5, "2018"),
        (2019.5, "2019"),
        (2020.5, "2020"),
    ]
    assert [tick.position for tick in ticks if tick.label is None] == [2018, 2019, 2020, 2021]


def test_the_label_of_a_month_stands_in_its_middle() -> None:
    (january, *_, june) = labelled(time_ticks(2020, 2020.5, Words()))
    assert (january.label, june.label) == ("Jan 2020", "Jun 2020")
    assert january.position == pytest.approx(2020 + 0.5 / 12)


def test_the_label_of_a_day_stands_in_its_middle() -> None:
    first = parse_period("2020-04-20")
    ticks = labelled(time_ticks(first.start, parse_period("2020-04-25").end, Words()))
    assert ticks[0].label == "20 Apr 2020"
    assert ticks[0].position == pytest.approx(first.middle)


@properties
@given(st.lists(st.tuples(st.dates(), st.dates()), min_size=1, max_size=300), languages, st.integers(1, 20))
def test_any_dates_of_the_calendar_have_an_axis_with_ticks(
    stretches: list[tuple[date, date]], words: Words, most: int
) -> None:
    labels = [f"{min(pair).isoformat()}/{max(pair).isoformat()}" for pair in stretches]
    axis = time_range([(period.start, period.end) for period in map(parse_period, labels)])
    ticks = time_ticks(axis.low, axis.high, words, most, axis.finest)
    assert_readable_times(ticks, axis.low, axis.high, most)
    assert labelled(ticks) or most < 2


@pytest.mark.parametrize("label", ["0001", "0001-01-01", "0001-01", "9999", "9999-12-31", "9999-12", "9999-S2"])
def test_the_ends_of_the_calendar_have_ticks(label: str) -> None:
    period = parse_period(label)
    axis = time_range([(period.start, period.end)])
    assert labelled(time_ticks(axis.low, axis.high, Words(), 8, axis.finest))


@pytest.mark.parametrize(("low", "high"), [(math.nan, 2000), (2001, 2000), (-5, 0), (10_001, 10_002)])
def test_what_is_no_stretch_of_the_calendar_has_no_ticks(low: float, high: float) -> None:
    assert time_ticks(low, high, Words()) == ()


# -- classes ---------------------------------------------------------------------------------------------------------

VALUES = st.lists(st.floats(-1e15, 1e15, allow_subnormal=False).map(lambda value: round(value, 9)), min_size=1)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (207.14, 231.11, 220),
        (91.66, 134.44, 100),
        (-2, 3, 0),
        (9.1, 9.2, 9.2),
        (0.28, 0.31, 0.3),
        (1, 2, 2),
        (1_593_444, 2_188_600, 2_000_000),
        (-500, -90, -200),
    ],
)
def test_a_limit_is_the_roundest_number_between(low: float, high: float, expected: float) -> None:
    assert roundest(low, high) == expected


def test_one_that_is_far_ahead_has_a_class_of_its_own() -> None:
    values = [92, 134, 142, 169, 184, 191, 191, 205, 207, 231, 512]
    classes = natural_classes(values)
    assert classes.limits == (100, 150, 200, 500)
    assert [classes.shade(value) for value in values] == [0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4]


def test_few_values_have_few_classes_from_the_lightest_to_the_darkest() -> None:
    assert natural_classes([3, 3, 3]).limits == ()
    two = natural_classes([1, 9, 9])
    assert [two.shade(value) for value in (1, 9)] == [0, 4]
    three = natural_classes([1, 5, 9])
    assert [three.shade(value) for value in (1, 5, 9)] == [0, 2, 4]


def test_the_key_names_the_classes_in_the_magnitude_of_the_numbers() -> None:
    words = Words()
    classes = natural_classes([1e9, 2.5e9, 7e9])
    assert classes.labels(words.magnitude(7e9, unit("yuan", "money")), words) == (
        (4, "5 and more"),
        (2, "2 to 5"),
        (0, "under 2"),
    )
    close = natural_classes([2_663_200, 2_663_900, 9_000_000])
    assert close.labels(words.magnitude(9e6, unit("", "count")), words)[1] == (2, "2.6635 to 5")
    chinese = natural_classes([9e10, 5e11])
    assert chinese.labels(words_in("zh").magnitude(5e11, unit("元", "money")), words_in("zh"))[1] == (0, "5000以下")
    assert natural_classes([4, 4]).labels(words.magnitude(4, unit("", "count")), words) == ((2, "all the same"),)


@given(VALUES)
def test_limits_rise_and_part_the_values(values: list[float]) -> None:
    classes = natural_classes(values)
    assert list(classes.limits) == sorted(set(classes.limits))
    assert len(classes.limits) == min(MOST_CLASSES, len(set(values))) - 1
    assert len({classes.shade(value) for value in values}) == len(classes.limits) + 1


@given(VALUES)
def test_no_other_parting_keeps_values_closer_together(values: list[float]) -> None:
    values = sorted(values)[:9]
    limit = natural_classes(values, 2).limits
    if not limit:
        return

    def deviation(group: list[float]) -> float:
        mean = sum(group) / len(group)
        return sum((value - mean) ** 2 for value in group)

    def cost(cut: float) -> float:
        return deviation([value for value in values if value < cut]) + deviation(
            [value for value in values if value >= cut]
        )

    least = min(cost(cut) for cut in values if cut > values[0])
    assert cost(limit[0]) <= least * (1 + 1e-6) + deviation(values) * 1e-9
