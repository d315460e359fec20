"""Where sources differ, as a value: figures with their periods, what is chosen of them, and the lines of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.observations import Observation, Qualifier, Status
from heartland_gui.pages.disagreements import (
    Choice,
    DifferingFigure,
    Group,
    chosen_figures,
    count_text,
    differing_figures,
    explanation,
    group_offers,
    indicator_offers,
    lines_of,
    status_line,
    tab_separated,
)
from heartland_gui.text import Words
from tests.charts.small_region import MAKER, REGION, region, said, seen

WORDS = Words()


def both(first: float, second: float, period: str, **known: Any) -> tuple[Observation, Observation]:
    return seen(first, period, **known), seen(second, period, source="paper", **known)


def differing() -> Dataset:
    """Return a region whose maker differs in six periods, the region in one, and whose rest is rounding or a bound."""
    return region(
        *both(100, 110, "2014"),
        *both(101, 102.01, "2015"),
        *both(151, 154.02, "2016"),
        *both(100, 130, "2017"),
        *both(100, 140, "2018"),
        *both(100, 150, "2019"),
        *both(99.4, 50, "2020", subject="valley", indicator="back-at-work"),
        *both(123, 120, "2020", subject="rival", note=said("Without the works abroad.")),
        *both(50, 60, "2020", status=Status.TARGET, qualifier=Qualifier.OVER),
    )


def of(figures: tuple[DifferingFigure, ...], subject: str) -> DifferingFigure:
    return next(each for each in figures if each.subject.id == subject)


def test_one_figure_has_all_its_periods_and_the_widest_stands_first() -> None:
    found = differing_figures(differing(), WORDS)
    assert [(each.name, each.status, len(each.periods)) for each in found] == [
        ("Valley", Status.ACTUAL, 1),
        ("Maker Works", Status.ACTUAL, 6),
        ("Rival Works", Status.ACTUAL, 1),
        ("Maker Works", Status.TARGET, 1),
    ]
    assert [each.period for each in found[1].periods] == ["2019", "2018", "2017", "2016", "2015", "2014"]
    assert [each.apart for each in found[1].periods] == [
        "50.0\u00a0%",
        "40.0\u00a0%",
        "30.0\u00a0%",
        "2.0\u00a0%",
        "1.0\u00a0%",
        "10.0\u00a0%",
    ]
    assert found[3].periods[0].apart == ""


def test_the_highest_value_stands_first_with_its_source() -> None:
    (said_first, said_last) = of(differing_figures(differing(), WORDS), "valley").periods[0].said
    assert (said_first.value, said_first.source) == ("99.4\u00a0%", "Bureau of Statistics, Sep 2021")
    assert (said_last.value, said_last.source) == ("50.0\u00a0%", "Morning Paper, 26 Apr 2020")
    assert said_last.figure.value == 50


def test_a_figure_begins_with_the_periods_that_differ_most() -> None:
    maker = of(differing_figures(differing(), WORDS), "maker")
    assert [each.period for each in maker.first] == ["2019", "2018", "2017", "2014"]
    assert status_line(maker, WORDS) == "actual, 6 periods"
    assert status_line(of(differing_figures(differing(), WORDS), "valley"), WORDS) == "actual"


def test_a_note_is_that_of_the_figures_else_that_of_their_sources() -> None:
    dataset = differing()
    found = differing_figures(dataset, WORDS)
    assert of(found, "rival").note == "Without the works abroad."
    assert of(found, "valley").note == ""
    noted = replace(dataset, sources=(replace(dataset.sources[0], note=said("First print.")), *dataset.sources[1:]))
    assert of(differing_figures(noted, WORDS), "valley").note == "Bureau of Statistics: First print."


def test_rounding_is_shown_only_where_it_is_asked_for() -> None:
    figures = differing_figures(differing(), WORDS)
    assert count_text(chosen_figures(figures, Choice()), WORDS) == "8 periods of 3 figures"
    assert count_text(chosen_figures(figures, Choice(rounding=True)), WORDS) == "9 periods of 4 figures"
    assert explanation(figures, WORDS).endswith("1 more differs only because one source rounds.")
    assert "rounds" not in explanation(chosen_figures(figures, Choice()), WORDS)


def test_a_choice_is_a_kind_of_subject_an_indicator_and_words() -> None:
    figures = differing_figures(differing(), WORDS)

    def names(choice: Choice) -> list[str]:
        return [each.name for each in chosen_figures(figures, choice)]

    assert names(Choice(Group.REGION)) == ["Valley"]
    assert names(Choice(Group.COMPANIES)) == ["Maker Works", "Maker Works"]
    assert names(Choice(indicator="back-at-work")) == ["Valley"]
    assert names(Choice(text="morning MAKER 2018")) == ["Maker Works"]
    assert names(Choice(text="abroad")) == []
    assert names(Choice(text="abroad", rounding=True)) == ["Rival Works"]
    assert names(Choice(Group.REGION, text="maker")) == []


def test_what_can_be_chosen_says_how_many_periods_it_leaves() -> None:
    dataset = differing()
    figures = differing_figures(dataset, WORDS)
    offered = [(each.name, each.count, each.group) for each in group_offers(dataset, figures, Choice(), WORDS)]
    assert offered == [("All", 8, None), ("Valley", 1, Group.REGION), ("Companies", 7, Group.COMPANIES)]
    named = [(each.name, each.count) for each in indicator_offers(dataset, figures, Choice(), WORDS)]
    assert named == [("All figures", 8), ("Vehicles produced", 7), ("Employees back at work", 1)]
    of_companies = indicator_offers(dataset, figures, Choice(Group.COMPANIES), WORDS)
    assert [(each.name, each.count) for each in of_companies] == [("All figures", 7), ("Vehicles produced", 7)]
    alone = differing_figures(region(*both(1, 5, "2020")), WORDS)
    assert [each.name for each in group_offers(dataset, alone, Choice(), WORDS)] == ["All"]


def test_the_lines_of_a_figure_reach_over_all_that_is_said() -> None:
    figures = chosen_figures(differing_figures(differing(), WORDS), Choice(text="maker", rounding=False))
    folded = lines_of(figures, ())
    maker = figures[0]
    assert maker.subject == MAKER
    assert [(line.figure_lines, line.period_lines, line.more) for line in folded[:9]] == [
        (9, 2, 0),
        *[(0, 0, 0), (0, 2, 0)] * 3,
        (0, 0, 0),
        (0, 1, 2),
    ]
    unfolded = lines_of(figures, {maker.key})
    assert (len(unfolded), unfolded[0].figure_lines) == (14, 12)
    assert not any(line.more for line in unfolded)


def test_a_copied_table_has_plain_numbers_and_every_period() -> None:
    figures = chosen_figures(differing_figures(differing(), WORDS), Choice(Group.REGION))
    assert tab_separated(figures, WORDS) == (
        "Subject\tFigure\tStatus\tPeriod\tValue\tAs shown\tSource\tApart\tNote\n"
        "Valley\tEmployees back at work\tactual\t2020\t99.4\t99.4 %\tBureau of Statistics, Sep 2021\t49.4 points\t\n"
        "Valley\tEmployees back at work\tactual\t2020\t50\t50.0 %\tMorning Paper, 26 Apr 2020\t49.4 points\t\n"
    )
    assert figures[0].subject == REGION
