"""Observations: their statuses, and in which order their parts stand."""

from __future__ import annotations

from heartland_gui.model.observations import DONE, HOPED, OBS_STATUS, Observation, Qualifier, Series, Status, Terms
from heartland_gui.model.period import parse_period


def test_statuses_have_the_codes_of_sdmx_where_it_has_any() -> None:
    assert OBS_STATUS == {"actual": "A", "estimate": "E", "forecast": "F"}


def test_what_has_happened_was_counted_or_estimated() -> None:
    assert {status for status in Status if status in DONE} == {"actual", "estimate"}


def test_what_is_hoped_for_is_expected_or_wanted() -> None:
    assert {status for status in Status if status in HOPED} == {"forecast", "target"}


def test_the_statuses_stand_from_the_surest_to_what_is_only_designed() -> None:
    assert [status.value for status in Status] == ["actual", "estimate", "forecast", "target", "capacity"]


def test_sources_hedge_in_the_words_of_the_format() -> None:
    assert [each.value for each in Qualifier] == ["about", "over", "nearly", "under", "at-least", "up-to", "only"]


def test_an_observation_is_an_actual_number_unless_something_else_is_said() -> None:
    period = parse_period("2019")
    plain = Observation("mill", "output", "gazette", period, 48)
    assert plain == ("mill", "output", "gazette", period, 48, "actual", None, None, None, None)


def test_a_plan_is_due_unless_it_says_that_it_is_not() -> None:
    plan = Observation("mill", "output", "gazette", parse_period("2019"), 48, Status.TARGET)
    assert plan.is_due
    assert plan._replace(terms=Terms(set=parse_period("2018"))).is_due
    assert not plan._replace(terms=Terms(due=False)).is_due


def test_a_series_begins_with_what_tells_it_from_others() -> None:
    assert Series("mill", "output", "gazette", ())[:3] == ("mill", "output", "gazette")
    assert Series("mill", "output", "gazette", ()).break_before == ()
