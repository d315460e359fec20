"""The brief: one page, nothing over anything else, nothing left out without saying so, the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from heartland_gui.cli import ExportOptions, parsed
from heartland_gui.export.brief import PAGE_HEIGHT, PAGE_WIDTH, BriefPage, brief_bytes, brief_of
from heartland_gui.export.command import export_asked
from heartland_gui.export.languages import words_of
from heartland_gui.export.reading import proof_in, question_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Localized, Ref
from heartland_gui.model.observations import Observation, Status
from heartland_gui.model.queries import headline_figures, observations_of
from heartland_gui.rendering.canvas import Canvas, text_width
from heartland_gui.rendering.labels.placement import Box
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
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

    def text(self, x: float, baseline: float, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        box = Box(x, baseline - size * 0.8, text_width(text, size, bold=bold), size)
        self.texts.append((box, text, colour))
        super().text(x, baseline, text, size, colour, bold=bold)


def written(page: BriefPage) -> Written:
    image = QImage(round(PAGE_WIDTH), round(PAGE_HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Written(painter)
    page.paint(canvas)
    painter.end()
    return canvas


def page_of(dataset: Dataset, ref: Ref, language: str = "en") -> BriefPage:
    return brief_of(dataset, ref, words_of(language)).page


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
    pdf = brief_bytes(brief_of(crowded(), MAKER, words_of(language)))
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_what_is_left_out_is_counted() -> None:
    page = page_of(crowded(), MAKER)
    said = text_of(page)
    found = re.search(r"([\d,]+) more figures are not on this page", said)
    assert found is not None
    charted = 20 if page.plan.chart else 0
    heads = {id(each.figure) for each in headline_figures(page.content.dataset, "maker")}
    left = len(observations_of(page.content.dataset, "maker")) - charted - page.plan.rows
    heads_apart = sum(1 for each in page.content.others(0, charted=bool(charted)) if id(each) in heads)
    assert int(found[1]) == left - heads_apart
    events = re.search(r"([\d,]+) earlier events are not on this page", said)
    assert events is not None
    assert int(events[1]) + page.plan.events == 60
    assert "Event 59." in said, "the newest stay"


def test_a_subject_without_figures_says_so() -> None:
    page = page_of(region(), company("rival"))
    assert "The data has no figures here." in text_of(page)
    assert_is_neat(page)


def test_every_mark_has_its_source_with_date_and_address() -> None:
    for subject in SHIPPED:
        said = text_of(page_of(shipped_dataset(), known(subject)))
        body, _, sources = said.rpartition(" Sources ")
        marks = set(re.findall(r"\[(\d+)\]", body))
        assert marks == set(re.findall(r"\[(\d+)\]", sources))
        assert marks == {str(number) for number in range(1, len(marks) + 1)}
    assert "castings for wind power. [1] [2]" in text_of(page_of(shipped_dataset(), known("huaxiang-group")))
    snd = text_of(page_of(shipped_dataset(), known(SND)))
    assert "China Daily, via Ferro-Alloys.com, 26 Apr 2020: “Industrial heartland reinvents itself" in snd
    assert "http://goodlifetech.cn" in snd


def test_what_is_planned_does_not_look_like_what_is_done() -> None:
    figures: tuple[Observation, ...] = (seen(5, "2019"), seen(9, "2030", Status.TARGET, indicator="staff"))
    texts = {text: colour for _, text, colour in written(page_of(region(*figures), MAKER)).texts}
    done = next(colour for text, colour in texts.items() if text.startswith("5\u00a0"))
    hoped = next(colour for text, colour in texts.items() if text.startswith("9\u00a0"))
    assert (done, hoped) == (LIGHT.text, LIGHT.status_target)


def test_the_same_subject_gives_the_same_bytes(tmp_path: Path) -> None:
    here = brief_bytes(brief_of(shipped_dataset(), known(SND), words_of("zh")))
    assert brief_bytes(brief_of(shipped_dataset(), known(SND), words_of("zh"))) == here
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
    [("taiyuan,datong", "a brief of a single subject only"), ("tayuan", "did you mean")],
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
