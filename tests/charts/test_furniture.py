"""What every chart says around its marks: colours, sources, edition, legends, lists of names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartland_gui.charts.furniture import (
    cited_sources,
    colour_slot,
    details,
    edition_line,
    listed_names,
    logarithmic_subtitle,
    periods_subtitle,
    pillar_legend,
    status_legend,
    years_text,
)
from heartland_gui.charts.spec import CitedSource, LegendEntry, Symbol
from heartland_gui.model.entities import Source
from heartland_gui.model.observations import Status
from heartland_gui.model.period import parse_period
from heartland_gui.text import Words
from tests.charts.small_region import region, said, seen


def test_a_company_has_the_colour_of_its_first_pillar() -> None:
    dataset = region()
    slots = [colour_slot(dataset, dataset.subjects[each]) for each in ("vehicles", "chemicals", "maker", "chemist")]
    assert slots == [0, 1, 0, 1]
    assert [colour_slot(dataset, dataset.subjects[each]) for each in ("homeless", "north")] == [None, None]


def test_the_edition_names_title_edition_and_the_day_that_is_shown() -> None:
    dataset = region()
    manifest = replace(dataset.manifest, as_of=date(2020, 5, 1))
    assert edition_line(dataset, Words()) == "The valley, edition 2026-11"
    assert edition_line(replace(dataset, manifest=manifest), Words()) == "The valley, edition 2026-11, as of 1 May 2020"
    assert edition_line(replace(dataset, manifest=replace(dataset.manifest, edition="")), Words()) == "The valley"


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        (["2019"], "Office, 2019"),
        (["2020", "2019"], "Office, 2019 and 2020"),
        (["2021", "2019", "2020"], "Office, 3 reports, 2019–2021"),
        ([None], "Office"),
        (["2019", None], "Office, 2019"),
    ],
)
def test_reports_of_one_publisher_are_one_entry(dates: list[str | None], text: str) -> None:
    sources = tuple(
        Source(f"s{number}", said(f"Report {number}"), said("Office"), parse_period(each) if each else None)
        for number, each in enumerate(dates)
    )
    dataset = replace(region(), sources=sources)
    ids = [source.id for source in sources]
    assert cited_sources(dataset, [*ids, *ids], Words()) == (CitedSource("s0", text),)


def test_a_source_in_a_footer_says_where_it_was_read_and_what_is_inferred() -> None:
    read = Source("s0", said("Report"), said("Office"), via=said("Metals"), accessed=parse_period("2020-05-01"))
    dataset = replace(region(), sources=(read, Source("s1", said("Report"), said("Office"), parse_period("2019"))))
    assert [each.text for each in cited_sources(dataset, ["s0", "s1"], Words())] == [
        "Office via Metals, 1 May 2020 (inferred)",
        "Office, 2019",
    ]


def test_years_reach_from_the_first_to_the_last() -> None:
    assert years_text((seen(1, "2019"), seen(1, "2012/2013"), seen(1, "2015")), Words()) == "2012–2019"


def test_of_more_than_five_names_the_rest_is_counted() -> None:
    names = ["a", "b", "c", "d", "e", "f", "g"]
    assert listed_names(names[:5], Words()) == "a, b, c, d and e"
    assert listed_names(names, Words()) == "a, b, c, d, e and 2 more"
    assert listed_names(names, Words(), 2) == "a, b and 5 more"
    assert listed_names([], Words()) == ""


def test_a_legend_of_statuses_is_ordered_from_done_to_designed() -> None:
    found = status_legend([Status.CAPACITY, Status.ACTUAL, Status.CAPACITY], Symbol.DOT, 3, Words())
    assert found == (
        LegendEntry(Symbol.DOT, "actual", Status.ACTUAL, 3),
        LegendEntry(Symbol.DOT, "capacity", Status.CAPACITY, 3),
    )


def test_a_legend_of_pillars_has_those_whose_colours_are_shown() -> None:
    found = pillar_legend(region(), [1, None, 0], Symbol.BAR, Words())
    assert found == (
        LegendEntry(Symbol.BAR, "Vehicles", Status.ACTUAL, 0),
        LegendEntry(Symbol.BAR, "Modern chemicals", Status.ACTUAL, 1),
    )


def test_a_mark_reads_out_its_figure_its_subject_where_asked_and_its_note() -> None:
    item = seen(48, "2019", note=said("Trial operation."))
    read = "48\u00a0vehicles · 2019 · actual · Bureau of Statistics, Sep 2021"
    plain = details(region(), item, Words())
    assert plain.read_out == f"{read}\nTrial operation."
    assert (plain.source, plain.subject, plain.observation) == ("yearbook", None, item)
    assert details(region(), item, Words(), named=True).read_out == f"Maker Works\n{read}\nTrial operation."


def test_a_subtitle_names_the_period_or_the_years_of_which_the_figures_are() -> None:
    figures = [seen(1, "2021"), seen(2, "2019"), seen(3, "2020-05")]
    assert periods_subtitle("yuan", figures, "2020-05", Words()) == "yuan, May 2020"
    assert periods_subtitle("yuan", figures, None, Words()) == (
        "yuan, newest figure of each; periods differ: 2019 to 2021"
    )
    assert logarithmic_subtitle("yuan", Words()) == "yuan · logarithmic scale"
