"""Classes of shade: groups that lie together, with round limits that move no value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartland_gui.charts.scales import MOST_CLASSES, natural_classes, roundest
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.units import unit

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
