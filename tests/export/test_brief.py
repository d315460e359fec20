"""The brief: one page, nothing over anything else, nothing left out without saying so, the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from heartland_gui.cli import ExportOptions, parsed
from heartland_gui.export.brief import (
    CHART_SCALE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
    WIDTH,
    BriefPage,
    Sheet,
    brief_bytes,
    brief_of,
    write_companies,
    write_header,
    write_section,
    write_strip,
    write_table,
)
from heartland_gui.export.command import export_asked
from heartland_gui.export.reading import proof_in, question_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref, SubjectKind
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import headline_figures, observations_of
from heartland_gui.pages.brief import CompanyTable
from heartland_gui.pages.figures import Amount, FigureCell, Proportion
from heartland_gui.pages.page import Cell, Fact, FigureTable, Header, Link, Paragraph, Section
from heartland_gui.rendering.canvas import Canvas, line_height, text_width
from heartland_gui.rendering.geometry import Box
from heartland_gui.rendering.picture.layout import least_height
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.text.languages import words_for_data
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, company, happened, region, seen

SND = "snd-new-energy-special-vehicle"
WORDS = Words()
SHIPPED = (SND, "taiyuan", "new-energy-and-new-materials", "shanxi", "huaxiang-group", "shanxi-securities")


class Written(Canvas):
    """Keeps what is written on the page itself; the chart has a canvas of its own."""

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter, LIGHT)
        self.texts: list[tuple[Box, str, str]] = []
        self.bold: list[str] = []
        self.boxes: list[Box] = []
        self.lines: list[float] = []

    def text(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        box = Box(x, baseline - size * 0.8, text_width(text, size, bold=bold), size)
        self.texts.append((box, text, colour))
        if bold:
            self.bold.append(text)
        super().text(x, baseline, text, size, colour, bold=bold)

    def rectangle(
        self, box: Box, fill: str | None, outline: str | None = None, width: float = 1.0, dash: Sequence[float] = ()
    ) -> None:
        self.boxes.append(box)
        super().rectangle(box, fill, outline, width, dash)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float,
        dash: Sequence[float] = (),
    ) -> None:
        self.lines.append(start[1])
        super().line(start, end, colour, width, dash)


def drawn(draw: Callable[[Sheet], object]) -> tuple[Written, float]:
    """Return what is written from the height 100 on, and where it ends; measuring alone ends there too."""
    image = QImage(round(PAGE_WIDTH), round(PAGE_HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Written(painter)
    sheet, measured = Sheet(canvas, 100.0), Sheet(None, 100.0)
    draw(sheet)
    draw(measured)
    painter.end()
    assert sheet.y == measured.y
    return canvas, sheet.y


def texts_at(canvas: Written) -> dict[str, tuple[float, float]]:
    """Return where the texts begin, and the tops of their lines."""
    return {text: (round(box.x, 1), round(box.y + box.height * 0.8 - box.height, 1)) for box, text, _ in canvas.texts}


def written(page: BriefPage) -> Written:
    image = QImage(round(PAGE_WIDTH), round(PAGE_HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Written(painter)
    page.paint(canvas)
    painter.end()
    return canvas


def page_of(dataset: Dataset, ref: Ref, language: str = "en") -> BriefPage:
    return brief_of(dataset, ref, words_for_data(language)).page


def assert_is_neat(page: BriefPage) -> None:
    """Everything lies on the page, and no line on another."""
    boxes = [box for box, text, _ in written(page).texts if text]
    whole = Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
    assert all(whole.holds(box) for box in boxes)
    assert not [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)]


def text_of(page: BriefPage) -> str:
    return " ".join(text for _, text, _ in written(page).texts).replace("\u00a0", " ")


def known(identifier: str) -> Ref:
    ref = shipped_dataset().ref(identifier)
    assert ref is not None
    return ref


def crowded(count: int = 100) -> Dataset:
    """Return a region whose maker has very many figures and events, and the longest of names."""
    figures = [
        seen(1000 + year, str(1900 + year), indicator=indicator)
        for year in range(count // 5)
        for indicator in ("output", "revenue", "staff", "goods", "services")
    ]
    made = region(*figures, events=tuple(happened(f"Event {year}.", str(1950 + year)) for year in range(60)))
    long = Localized((("en", "Very Long Name of Works " * 6), ("zh", "名称很长的公司" * 20)))
    named = Localized((language, text.strip()) for language, text in long)
    companies = tuple(
        replace(each, name=named, summary=Localized((("en", "A sentence of words. " * 80),)), headline=("output",))
        if each.id == "maker"
        else each
        for each in made.companies
    )
    return replace(made, companies=companies)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("subject", SHIPPED)
def test_nothing_stands_on_anything_else(subject: str, language: str) -> None:
    assert_is_neat(page_of(shipped_dataset(), known(subject), language))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_too_much_of_everything_is_still_one_page(language: str) -> None:
    page = page_of(crowded(), MAKER, language)
    assert_is_neat(page)
    assert "…" in text_of(page), "what is cut ends in an ellipsis"
    pdf = brief_bytes(brief_of(crowded(), MAKER, words_for_data(language)))
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_what_is_left_out_is_counted() -> None:
    page = page_of(crowded(), MAKER)
    said = text_of(page)
    found = re.search(r"([\d,]+) more figures are not on this page", said)
    assert found is not None
    charted = 20 if page.extent.chart else 0
    heads = {id(each.figure) for each in headline_figures(page.content.dataset, "maker")}
    left = len(observations_of(page.content.dataset, "maker")) - charted - page.extent.rows
    heads_apart = sum(1 for each in page.content.others(0, charted=bool(charted)) if id(each) in heads)
    assert int(found[1]) == left - heads_apart
    events = re.search(r"([\d,]+) earlier events are not on this page", said)
    assert events is not None
    assert int(events[1]) + page.extent.events == 60
    assert "Event 59." in said, "the newest stay"


def test_a_subject_without_figures_says_so() -> None:
    page = page_of(region(), company("rival"))
    assert "There are no figures here." in text_of(page)
    assert_is_neat(page)


def test_every_mark_has_its_source_with_date_and_address() -> None:
    for subject in SHIPPED:
        said = text_of(page_of(shipped_dataset(), known(subject)))
        body, _, sources = said.rpartition(" Sources ")
        marks = set(re.findall(r"\[(\d+)\]", body))
        assert marks == set(re.findall(r"\[(\d+)\]", sources))
        assert marks == {str(number) for number in range(1, len(marks) + 1)}
    assert "castings for wind power. [1] [3] [4]" in text_of(page_of(shipped_dataset(), known("huaxiang-group")))
    snd = text_of(page_of(shipped_dataset(), known(SND)))
    assert "China Daily via Ferro-Alloys.com, 26 Apr 2020: “Industrial heartland reinvents itself" in snd
    assert "goodlifetech.cn" in snd


def test_what_is_planned_does_not_look_like_what_is_done() -> None:
    figures: tuple[Observation, ...] = (seen(5, "2019"), seen(9, "2030", Status.TARGET, indicator="staff"))
    texts = {text: colour for _, text, colour in written(page_of(region(*figures), MAKER)).texts}
    done = next(colour for text, colour in texts.items() if text.startswith("5\u00a0"))
    hoped = next(colour for text, colour in texts.items() if text.startswith("9\u00a0"))
    assert (done, hoped) == (LIGHT.text, LIGHT.status_target)


def test_the_same_subject_gives_the_same_bytes(tmp_path: Path) -> None:
    here = brief_bytes(brief_of(shipped_dataset(), known(SND), words_for_data("zh")))
    assert brief_bytes(brief_of(shipped_dataset(), known(SND), words_for_data("zh"))) == here
    path = tmp_path / "brief.pdf"
    command = [sys.executable, "-m", "heartland_gui", "export", "--subject", SND, "--brief", "--language", "zh"]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    environment.pop("DISPLAY", None)
    subprocess.run([*command, "-o", str(path)], check=True, env=environment, capture_output=True)
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(here).digest()


def test_a_brief_leads_back_to_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    assert done(f"--subject {SND} --brief -o {path}") == 0
    proof = proof_in(path, WORDS)
    assert question_of(proof, shipped_dataset(), WORDS).subject.id == SND
    assert proof.table.count("\n") == 1 + len(observations_of(shipped_dataset(), SND))


def done(line: str) -> int:
    options = parsed(["export", *line.split()])
    assert isinstance(options, ExportOptions)
    return export_asked(options, WORDS)


@pytest.mark.parametrize(
    ("subject", "said"),
    [("taiyuan,datong", "A brief is about one subject"), ("tayuan", "did you mean")],
)
def test_what_has_no_brief_is_told_so(
    subject: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(f"--subject {subject} --brief -o {tmp_path / 'brief.pdf'}") == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_brief_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(f"--subject {SND} --brief -o {tmp_path / 'gone' / 'brief.pdf'}") == 1
    assert "could not be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


MARK = Link("[1]", Ref(SubjectKind.SOURCE, "paper"))
MARKS = {"yearbook": "[1]", "paper": "[2]"}
CELL = FigureCell("Output", (Amount("48", "", "\u00a0vehicles"),), (seen(48, "2019"),), Status.ACTUAL, "2019", "")
LINE = line_height(SMALL)


def test_only_names_headings_and_what_is_done_are_bold() -> None:
    canvas = written(page_of(shipped_dataset(), known(SND)))
    written_bold = {*canvas.bold}
    assert "SND New Energy Special Vehicle" in " ".join(canvas.bold)
    assert {"Sources", "Events"} <= written_bold
    assert not any("[1]" in text or "Products" in text for text in written_bold)
    assert len(canvas.bold) < len(canvas.texts) / 3


def test_a_header_has_its_names_facts_and_texts_below_a_bar_of_its_colour() -> None:
    summary = (Paragraph(("Makes cars.",), marks=(MARK, MARK)), Paragraph(("cars",), lead="Products"))
    facts = (Fact("Pillar", ("New energy",)), Fact("President", ("Que",), faint="Apr 2020", source=MARK))
    header = Header("Maker", "厂", summary, facts, colour=0)
    canvas, end = drawn(lambda sheet: write_header(sheet, header, WORDS))
    assert canvas.boxes == [Box(LEFT, 100, 72, 6)]
    texts = [text for _, text, _ in canvas.texts]
    assert texts[:2] == ["Maker", "厂"]
    assert texts[2] == "Pillar: New energy · President: Que (Apr 2020) [1]"
    assert texts[-2:] == ["Makes cars.\u00a0[1]\u00a0[1]", "Products: cars"]
    assert canvas.bold == ["Maker"]
    first, last = canvas.texts[0][0], canvas.texts[-1][0]
    assert round(first.y + 34 * 0.8, 1) == (100 + 14 + 34)
    assert round(end - (last.y + 17 * 0.8 - 17 + line_height(17)), 1) == 16


@pytest.mark.parametrize(("count", "rows", "columns"), [(1, 1, 1), (5, 1, 5), (6, 2, 3)])
def test_headline_figures_stand_in_rows_of_nearly_equal_length(count: int, rows: int, columns: int) -> None:
    canvas, end = drawn(lambda sheet: write_strip(sheet, [CELL] * count, MARKS, WORDS))
    labels = [box for box, text, _ in canvas.texts if text == "Output"]
    assert (len(labels), len({box.y for box in labels}), len({box.x for box in labels})) == (count, rows, columns)
    (card,) = canvas.boxes
    assert (card.x, card.y, card.width, card.y + card.height + 16) == (LEFT, 100, WIDTH, end)
    assert drawn(lambda sheet: write_strip(sheet, [], MARKS, WORDS))[1] == 100


def test_what_a_headline_figure_says_on_paper() -> None:
    noted = seen(10, "2019", source="paper", note=Localized((("en", "Trial."),)))
    cell = replace(
        CELL,
        amounts=(Amount("48"), Amount("10", "", "\u00a0vehicles")),
        figures=(*CELL.figures, noted),
        remark="two sources differ",
        proportion=Proportion("target for 2020: 9, ", Status.TARGET, "missed by 1"),
    )
    canvas, _ = drawn(lambda sheet: write_strip(sheet, [cell], MARKS, WORDS))
    assert [text for _, text, _ in canvas.texts] == [
        "Output",
        "48 or 10\u00a0vehicles",
        "2019 · two sources differ [1] [2]",
        "target for 2020: 9, missed by 1",
        "Trial.",
    ]
    assert canvas.bold == ["48 or 10\u00a0vehicles"]


def test_a_row_of_the_table_has_its_columns() -> None:
    row = (
        Cell("Output"),
        Cell("2019"),
        Cell("48", number=True),
        Cell("target", status=Status.TARGET),
        Cell("[1]", number=True),
    )
    table = FigureTable("Other figures", (), (row, row), "* has a note")
    canvas, end = drawn(lambda sheet: write_table(sheet, table, WORDS))
    assert [text for _, text, _ in canvas.texts] == [
        "Other figures",
        *["Output", "2019", "48", "[1]"] * 2,
        "* has a note",
    ]
    assert canvas.bold == ["Other figures"]
    title, name, period, value, mark = (box for box, _, _ in canvas.texts[:5])
    assert (name.x, period.x) == (LEFT, LEFT + 530)
    assert round(value.x + value.width) == LEFT + 700 + 210
    assert round(mark.x + mark.width) == LEFT + WIDTH
    assert canvas.texts[3][2] == LIGHT.status_target
    under_title = 100 + line_height(18) + 4
    assert canvas.lines == [under_title, under_title + LINE + 8]
    assert round(end, 1) == round(under_title + 2 * (LINE + 8) + 2 + LINE + 16, 1)
    assert title.x == LEFT


def test_a_table_without_anything_takes_no_room() -> None:
    assert drawn(lambda sheet: write_table(sheet, FigureTable("Other figures", (), ()), WORDS))[1] == 100
    canvas, end = drawn(lambda sheet: write_table(sheet, FigureTable("", (), (), "The data has none."), WORDS))
    assert [text for _, text, _ in canvas.texts] == ["The data has none."]
    assert round(end, 1) == round(100 + 2 + LINE + 16, 1)


def test_events_stand_behind_their_dates_and_sources_behind_their_marks() -> None:
    paragraphs = (Paragraph(("Founded.",), "2018", (MARK,)), Paragraph(("Won orders.",), "14 Feb 2020"))
    canvas, end = drawn(lambda sheet: write_section(sheet, Section("events", "Events", paragraphs, "1 earlier")))
    places = texts_at(canvas)
    assert canvas.bold == ["Events"]
    indent = text_width("14 Feb 2020", SMALL) + 18
    assert places["Founded.\u00a0[1]"] == (round(LEFT + indent, 1), places["2018"][1])
    assert places["14 Feb 2020"] == (LEFT, round(places["2018"][1] + LINE + 3, 1))
    assert round(end, 1) == round(places["14 Feb 2020"][1] + LINE + 3 + 2 + LINE + 16, 1)
    colours = {text: colour for _, text, colour in canvas.texts}
    assert (colours["2018"], colours["Won orders."]) == (LIGHT.faint_text, LIGHT.text)
    cited = (Paragraph(("Paper: “Title”.",), "[1]"), Paragraph(("Other.",), "[2]"))
    canvas, end = drawn(lambda sheet: write_section(sheet, Section("sources", "Sources", cited)))
    places = texts_at(canvas)
    beside = (WIDTH + 28) / 2
    assert places["Other."][0] == round(LEFT + beside + text_width("[2]", SMALL) + 10, 1)
    assert places["[2]"] == (LEFT + beside, places["[1]"][1])
    assert round(end, 1) == round(places["[2]"][1] + LINE, 1)
    assert {colour for _, text, colour in canvas.texts[1:]} == {LIGHT.faint_text}


@pytest.mark.parametrize(("count", "lines"), [(8, 2), (9, 1)])
def test_sources_stand_in_two_columns_with_a_line_each_where_they_are_many(count: int, lines: int) -> None:
    title = "“A title that is much too long for a line of half the page, and for another one that follows it too, so”"
    sources = tuple(Paragraph(("Paper, 2020", ": ", title), f"[{number}]") for number in range(count))
    canvas, end = drawn(lambda sheet: write_section(sheet, Section("sources", "Sources", sources)))
    assert round(end, 1) == round(100 + line_height(18) + 4 + -(-count // 2) * lines * LINE, 1)
    assert [text for _, text, _ in canvas.texts].count(f"[{count - 1}]") == 1
    named = replace(sources[0], text=("A name " * 12, ": ", title))
    canvas, longer = drawn(lambda sheet: write_section(sheet, Section("sources", "Sources", (named, *sources[1:]))))
    assert round(longer - end, 1) == (LINE if lines == 1 else 0), "a name is not cut for its title"


def test_companies_stand_in_a_table() -> None:
    row = (
        Cell("Maker", strong=True),
        Cell("cars", faint=True),
        Cell("North City"),
        Cell("Output: 48, 2019", status=Status.ACTUAL),
        Cell("Output: 99, 2030", status=Status.TARGET),
        Cell("[1] [2]"),
    )
    table = CompanyTable("Companies", ("Company", "Makes", "City", "Key figure", "Plan"), (row, row), "3 more")
    canvas, end = drawn(lambda sheet: write_companies(sheet, table))
    assert [text for _, text, _ in canvas.texts] == [
        "Companies",
        *table.headings,
        *[cell.text for cell in row] * 2,
        "3 more",
    ]
    assert canvas.bold == ["Companies", "Maker", "Maker"]
    colours = {text: colour for _, text, colour in canvas.texts}
    assert (colours["Output: 48, 2019"], colours["Output: 99, 2030"]) == (
        LIGHT.text,
        LIGHT.status_target,
    )
    assert (colours["cars"], colours["North City"], colours["[1] [2]"]) == (
        LIGHT.faint_text,
        LIGHT.text,
        LIGHT.faint_text,
    )
    headings, cells = canvas.texts[1:6], canvas.texts[6:11]
    assert [box.x for box, _, _ in headings] == [box.x for box, _, _ in cells]
    first = 100 + line_height(18) + 4 + LINE + 2
    assert [round(y, 1) for y in canvas.lines] == [round(first, 1), round(first + LINE + 6, 1)]
    assert round(end, 1) == round(first + 2 * (LINE + 6) + 2 + LINE + 16, 1)


def test_a_figure_of_a_plan_has_its_source_too() -> None:
    told = Proportion("target for 2020: 9", Status.TARGET, figures=(seen(9, "2020", Status.TARGET, source="paper"),))
    canvas, _ = drawn(lambda sheet: write_strip(sheet, [replace(CELL, proportion=told)], MARKS, WORDS))
    assert canvas.texts[-1][1] == "target for 2020: 9 [2]"
    told = replace(told, figures=(seen(9, "2020", Status.TARGET),))
    canvas, _ = drawn(lambda sheet: write_strip(sheet, [replace(CELL, proportion=told)], MARKS, WORDS))
    assert canvas.texts[-1][1] == "target for 2020: 9", "the source of the figure is named already"


def test_pillars_of_a_company_have_a_sign_between() -> None:
    pillars = (Link("New energy", MARK.target), "  ", Link("Chemicals", MARK.target))
    header = Header("Maker", "", (), (Fact("Pillars", pillars, (0, 1)),))
    canvas, _ = drawn(lambda sheet: write_header(sheet, header, WORDS))
    assert canvas.texts[-1][1] == "Pillars: New energy, Chemicals"


def test_a_chart_on_a_brief_is_never_lower_than_its_words_need() -> None:
    for subject in SHIPPED:
        page = page_of(shipped_dataset(), known(subject))
        if page.extent.chart:
            assert page.content.chart is not None
            assert page.extent.chart >= least_height(page.content.chart, WIDTH / CHART_SCALE)
    assert page_of(shipped_dataset(), known("taiyuan")).extent.chart


def test_texts_that_are_too_long_are_cut_after_so_many_lines() -> None:
    long = "word " * 400
    header = Header(long, long, (Paragraph((long,)),), (Fact("Makes", (long,)),))
    canvas, end = drawn(lambda sheet: write_header(sheet, header, WORDS))
    sizes = [round(box.height) for box, _, _ in canvas.texts]
    assert [sizes.count(size) for size in (34, 18, 17)] == [3, 2, 4 + 7]
    needed = 3 * line_height(34) + 2 * line_height(18) + 11 * line_height(17)
    assert round(end, 1) == round(100 + 14 + 6 + 8 + 16 + needed, 1)
    row = (Cell(long), Cell(long), Cell(long, number=True), Cell("actual", status=Status.ACTUAL), Cell("[1]"))
    canvas, end = drawn(lambda sheet: write_table(sheet, FigureTable("", (), (row,)), WORDS))
    assert len(canvas.texts) == 3 + 2 + 2 + 1
    assert round(end, 1) == round(100 + 4 + 3 * LINE + 4 + 16, 1)
    for start, width in ((LEFT, 515), (LEFT + 530, 170), (LEFT + 700, 210)):
        reach = max(box.x + box.width for box, _, _ in canvas.texts if start <= box.x < start + width)
        assert start + width - text_width("word w", SMALL) < reach <= start + width
    cited = Section("sources", "Sources", (Paragraph((long,), "[1]"),))
    assert len(drawn(lambda sheet: write_section(sheet, cited))[0].texts) == 2 + 2
    told = Section("events", "Events", (Paragraph((long,), "2019"),))
    assert len(drawn(lambda sheet: write_section(sheet, told))[0].texts) == 2 + 3


def test_rows_and_events_give_way_first_then_the_chart_shrinks_and_goes_then_cards_and_sources() -> None:
    made = crowded()
    companies = tuple(replace(each, headline=("output", "staff")) for each in made.companies)
    page = page_of(replace(made, companies=companies), MAKER)
    least = page._least_chart_height
    plans = list(page._extents())
    first, last = plans[0], plans[-1]
    assert (first.cards, first.rows, first.events, first.sources) == (2, 45, 30, len(page.content.all_sources))
    assert (last.cards, last.rows, last.events, last.chart, last.sources) == (0, 0, 0, 0.0, 0)
    charted, bare = [plan for plan in plans if plan.chart], [plan for plan in plans if not plan.chart]
    assert plans == charted + bare
    for run in (charted, bare):
        assert all(
            sum(before_[field] != after_[field] for field in range(6)) <= 1
            for before_, after_ in pairwise([(p.cards, p.rows, p.events, p.chart, p.listed, p.sources) for p in run])
        ), "one thing at a time"
    shrunk = next(plan for plan in charted if plan.chart < first.chart)
    assert (shrunk.rows, shrunk.events) == (6, 3)
    assert least <= min(plan.chart for plan in charted) < least + 20
    assert (charted[-1].rows, charted[-1].events, charted[-1].cards) == (0, 2, 2)
    assert (bare[0].rows, bare[0].events) == (45, 30), "what the chart leaves is for everything"
    fewer = next(plan for plan in plans if plan.sources < first.sources)
    assert (fewer.cards, fewer.listed) == (0, 0)
    shared = [plan.rows - 2 * plan.events for plan in charted if plan.rows > 10 and 3 < plan.events < 20]
    assert max(shared) - min(shared) <= 3, "about two rows to an event"


def test_what_is_listed_gives_way_to_a_few_but_the_pillars_stand_together() -> None:
    for subject, fewest in (("shanxi", 8), ("taiyuan", 4)):
        page = page_of(shipped_dataset(), known(subject))
        assert min(plan.listed for plan in page._extents() if plan.chart) == fewest
    assert page_of(shipped_dataset(), known("shanxi")).extent.listed == 8
