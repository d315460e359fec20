"""The page of an indicator: what is counted, and the newest figure of each subject."""

from __future__ import annotations

from dataclasses import replace

from heartland_gui.model.entities import Indicator, IndicatorKind, Ref, SubjectKind
from heartland_gui.model.observations import Status
from heartland_gui.pages.figure_tables import FiguresBlock
from heartland_gui.pages.indicator import indicator_facts, newest_figures
from heartland_gui.pages.page import Link, plain
from heartland_gui.pages.subject import page_of
from heartland_gui.text import Words
from tests.charts.small_region import region, said, seen

WORDS = Words()
OUTPUT = Ref(SubjectKind.INDICATOR, "output")
FIGURES = (
    seen(5, "2018"),
    seen(6, "2019"),
    seen(9, "2018", subject="rival"),
    seen(90, "2030", Status.TARGET, subject="third"),
)


def test_the_newest_of_each_is_there_the_largest_first_and_plans_last() -> None:
    dataset = region(*FIGURES)
    found = newest_figures(dataset, dataset.indicator_by_id["output"])
    assert [(item.subject, item.value) for item in found] == [("rival", 9), ("maker", 6), ("third", 90)]


def test_it_is_said_what_is_counted() -> None:
    dataset = region(*FIGURES)
    part = Indicator("trucks", said("Trucks"), "vehicles", IndicatorKind.STOCK, part_of="output")
    dataset = replace(dataset, indicators=(*dataset.indicators, part))
    facts = {fact.label: fact for fact in indicator_facts(dataset, part, WORDS)}
    assert plain(facts["Unit"].text) == "vehicles"
    assert plain(facts["Kind"].text) == "level at the end of a period"
    assert facts["Part of"].text == (Link("Vehicles produced", OUTPUT),)
    whole = {fact.label: fact for fact in indicator_facts(dataset, dataset.indicator_by_id["output"], WORDS)}
    assert plain(whole["In the data"].text) == "4 figures, 3 subjects"


def test_its_page_has_a_row_for_each_subject_and_its_sources() -> None:
    page = page_of(region(*FIGURES), OUTPUT, WORDS)
    assert page.header.title == "Vehicles produced"
    (figures,) = (block for block in page.blocks if isinstance(block, FiguresBlock))
    assert (figures.title, figures.every.headings[0], figures.by_year) == ("Newest figures", "Subject", None)
    first = figures.every.rows[0]
    assert (first[0].text, first[0].ref) == ("Rival Works", Ref(SubjectKind.COMPANY, "rival"))
    assert first[2].figure is not None
    assert [section.id for section in page.sections] == ["sources"]


def test_names_of_figures_on_other_pages_lead_to_it() -> None:
    page = page_of(region(*FIGURES), Ref(SubjectKind.COMPANY, "maker"), WORDS)
    (figures,) = (block for block in page.blocks if isinstance(block, FiguresBlock))
    name = figures.every.rows[0][0]
    assert (name.ref, name.quiet) == (OUTPUT, True)
