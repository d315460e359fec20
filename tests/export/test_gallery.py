"""The page with all charts: sound HTML that leads only to files that are there."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from heartland_gui.export.batch import Gallery, Manner, export_all
from heartland_gui.export.gallery import gallery_page
from heartland_gui.export.picture import PictureOptions
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, ref_of
from heartland_gui.pages.gallery import GalleryEntry, gallery_of
from heartland_gui.text.languages import words_for_data
from tests.charts.shipped import shipped_dataset, shipped_questions
from tests.charts.small_region import MAKER, happened, region, seen

VOID = {"meta", "img", "br", "link"}


class Page(HTMLParser):
    """Reads a page and complains of every tag that is not closed in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute stands twice"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def small() -> Dataset:
    return region(
        seen(1, "2018"), seen(2, "2019"), seen(3, "2019", subject="rival"), events=(happened("Founded.", "2018"),)
    )


def entry(subject: Ref, title: str = "T", *formats: str) -> GalleryEntry:
    return GalleryEntry(
        subject, "ranking-x", title, "A sentence.", (1600, 900), formats or ("png", "svg", "pdf", "csv")
    )


def shipped_page(language: str) -> Page:
    dataset = shipped_dataset()
    entries = [entry(question.subject) for question in shipped_questions()]
    return Page(gallery_page(gallery_of(dataset, entries, words_for_data(language)), ("en", "zh"), language))


def small_page(one: GalleryEntry) -> Page:
    return Page(gallery_page(gallery_of(small(), [one], words_for_data("en")), ("en",), "en"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a gallery in two languages."""
    made = tmp_path_factory.mktemp("gallery")
    manner = Manner(PictureOptions(220, 124, 1.0))
    export_all(Gallery(small(), made, manner, ("png", "svg", "pdf", "csv"), ("en", "zh")), lambda *_: None)
    return made


@pytest.mark.parametrize("name", ["index.html", "zh/index.html"])
def test_every_link_leads_to_a_file_or_a_place_on_the_page(name: str, folder: Path) -> None:
    path = folder / name
    page = Page(path.read_text(encoding="utf-8"))
    places = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    leads = [value for _, attributes in page.tags for key, value in attributes.items() if key in ("href", "src")]
    assert len(leads) > 20
    for lead in leads:
        parts = urlsplit(lead)
        assert (parts.scheme, parts.netloc) == ("", "")
        assert not lead.startswith("/")
        if parts.path:
            assert (path.parent / parts.path).is_file(), lead
        else:
            assert parts.fragment in places


def test_every_file_is_linked(folder: Path) -> None:
    linked = set()
    for name in ("index.html", "zh/index.html"):
        page = Page((folder / name).read_text(encoding="utf-8"))
        linked |= {(folder / name).parent.joinpath(link["href"]).resolve() for link in page.all("a")}
    written = {path.resolve() for path in folder.rglob("*") if path.is_file()}
    assert written <= linked


def test_the_page_stands_alone(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    assert {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "base"} == set()
    assert not re.search(r"https?:|url\(|@import|\son\w+=", text)
    assert "prefers-color-scheme: dark" in text


def test_the_languages_lead_to_each_other(folder: Path) -> None:
    english, chinese = (Page((folder / name).read_text(encoding="utf-8")) for name in ("index.html", "zh/index.html"))
    assert english.all("html") == [{"lang": "en"}]
    assert chinese.all("html") == [{"lang": "zh"}]
    there = [link for link in english.all("a") if link.get("hreflang")]
    back = [link for link in chinese.all("a") if link.get("hreflang")]
    assert there == [{"href": "zh/index.html", "hreflang": "zh", "lang": "zh"}]
    assert back == [{"href": "../index.html", "hreflang": "en", "lang": "en"}]


def test_every_picture_has_its_sentence_and_waits_until_it_is_seen(folder: Path) -> None:
    pictures = Page((folder / "index.html").read_text(encoding="utf-8")).all("img")
    assert pictures
    assert all(each["alt"].endswith(".") and each["loading"] == "lazy" for each in pictures)
    assert all((each["width"], each["height"]) == ("220", "124") for each in pictures)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shipped_page_has_every_chart_once_under_its_heading(language: str) -> None:
    page = shipped_page(language)
    dataset = shipped_dataset()
    assert len(page.all("figure")) == len(shipped_questions())
    ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
    assert max(ids.values()) == 1
    assert all(re.fullmatch(r"[a-z0-9-]+", each) for each in ids)
    headings = [link["href"] for link in page.all("a") if link["href"].startswith("#")]
    expected = ["region", *(f"pillar-{pillar.id}" for pillar in dataset.pillars), "zones", "places", "technologies"]
    assert headings == [f"#{each}" for each in expected]
    for pillar in dataset.pillars:
        assert pillar.name.text(language) in page.texts


def test_words_of_the_data_are_no_tags() -> None:
    page = small_page(entry(MAKER, 'A & B <script> "x"'))
    assert page.all("script") == []
    assert any(text.startswith('A & B <script> "x"') for text in page.texts)


def test_a_subject_outside_every_group_is_not_lost() -> None:
    loner = next(ref_of(each) for each in small().companies if not each.pillars)
    page = small_page(entry(loner))
    assert "Others" in page.texts
    assert len(page.all("figure")) == 1


def test_only_what_was_written_is_linked() -> None:
    page = small_page(entry(MAKER, "T", "png", "csv"))
    assert [link["href"] for link in page.all("a")][-3:] == ["maker/ranking-x.png"] * 2 + ["maker/ranking-x.csv"]
    assert page.all("img")[0]["src"] == "maker/ranking-x.png"
    without = small_page(entry(MAKER, "T", "pdf"))
    assert without.all("img") == []
