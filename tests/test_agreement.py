"""What is said of the shipped dataset in two places is the same in both."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from heartland_gui.charts.plans import plans_of
from heartland_gui.export.batch import asked_question
from heartland_gui.model.dataset import as_of
from heartland_gui.model.entities import ref_of
from heartland_gui.model.facets import Choice, Facet, FacetIndex, HasFigures
from heartland_gui.model.key_figures import key_figure
from heartland_gui.model.observations import DONE, HOPED
from heartland_gui.pages.as_of import day_asked
from heartland_gui.pages.brief import brief_content
from heartland_gui.pages.companies import Column, CompanyRows
from heartland_gui.pages.strip import headlines_of
from heartland_gui.text import Words
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.window.status_bar import counts_by_then, counts_of
from tests.charts.shipped import shipped_dataset

WORDS = Words()


def test_a_day_counts_companies_as_the_navigation_and_the_status_bar_do() -> None:
    whole = shipped_dataset()
    for day in (date(2020, 6, 1), date(2026, 11, 30)):
        then = as_of(whole, day)
        companies, figures, sources = counts_of(then, WORDS)
        # The region's row of the navigation and its table count these.
        assert companies == f"{len(then.companies)} companies"
        asked = day_asked(whole, day.isoformat(), day, WORDS)
        assert asked.text.startswith(f"{figures} from {sources} on {companies} ")
        known = [said.partition(" of ")[0] for said in counts_by_then(then, whole, WORDS)]
        assert known == [said.partition(" ")[0] for said in (companies, figures, sources)]


def test_the_chip_of_companies_without_a_figure_leaves_the_rows_that_say_so() -> None:
    dataset = shipped_dataset()
    index = FacetIndex(dataset)
    without = index.flags(index.chosen(Choice(Facet.FIGURES, HasFigures.NO)))
    rows = CompanyRows(index, (Column.NAME, Column.FIGURE), "", WORDS)
    said = [rows.row(company)[1].text == "no figure" for company in dataset.companies]
    assert said == [flag == "1" for flag in without]
    assert any(said)


def test_the_strip_of_a_company_shows_the_plan_that_its_plans_show() -> None:
    dataset = shipped_dataset()
    compared = 0
    for company in dataset.companies:
        judged = {id(plan.target) for plan in plans_of(dataset, ref_of(company))}
        hoped = [each.figure for each in headlines_of(dataset, ref_of(company)) if each.figure.status in HOPED]
        compared += len(hoped)
        assert [item for item in hoped if id(item) not in judged] == []
    assert compared


@pytest.mark.usefixtures("qapp")
def test_a_brief_leads_with_the_chart_of_its_page() -> None:
    dataset = shipped_dataset()
    subjects = random.Random(2).sample(list(dataset.subjects.values()), 12)  # noqa: S311 - no secret
    session = Session(WORDS)
    session.open(Path("shanxi"), dataset)
    for subject in (dataset.region, dataset.subjects["taiyuan"], *subjects):
        session.go_to(ref_of(subject))
        brief = brief_content(dataset, ref_of(subject), WORDS).chart
        asked = session.question
        assert (None if brief is None else brief.question) == asked
        if asked is not None:
            assert asked_question(dataset, subject.id, None, None, WORDS) == asked


def test_the_key_figure_of_a_company_leads_its_strip_where_it_is_not_too_old() -> None:
    dataset = shipped_dataset()
    compared = 0
    for company in dataset.companies:
        key, strip = key_figure(dataset, company), headlines_of(dataset, ref_of(company))
        of_key = [each.figure for each in strip if key is not None and each.figure.indicator == key.figure.indicator]
        if key is not None and of_key and key.figure.status in DONE:
            compared += 1
            assert of_key[0] is key.figure
    assert compared
