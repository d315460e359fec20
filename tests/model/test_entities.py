"""What is known of an entity without asking a dataset."""

from __future__ import annotations

from datetime import date

from heartland_gui.model.entities import Source
from heartland_gui.model.period import parse_period
from tests.charts.small_region import said


def test_a_source_without_a_date_was_published_before_all_others() -> None:
    dated = Source("a", said("A"), said("B"), parse_period("2021-09"))
    assert dated.published == date(2021, 9, 30)
    assert Source("c", said("A"), said("B")).published == date.min
