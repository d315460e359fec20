"""What somebody does with the program, from start to quit, in a real window."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from heartland_gui.export.reading import proof_in
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ref_of
from heartland_gui.model.queries import companies_of
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.text import Words
from tests.end_to_end.program import Program, named
from tests.pictures import picture, rasterised, structural_similarity

Start = Callable[..., Program]

NAVIGATION = ("list", named("Navigation"))
COMPANIES = ("list", named("Companies"))
SND = "SND New Energy Special Vehicle"
SND_CHART = f"{SND}: Vehicles produced, 2019"
FIND_FIELD = ("text", "^Find anything$")
FOUND = ("list", "^Results$")
EXPORT_DIALOG = "^Export chart$"
FILE_DIALOG = "^Save As$"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    found = read_dataset(resource("datasets", "shanxi")).dataset
    assert found is not None
    return found


def go_to_snd(program: Program) -> None:
    program.wait_for_title("^Shanxi ")
    program.click(NAVIGATION, ("list item", "^New energy and new materials "))
    program.wait_for_title("^New energy and new materials ")
    program.press("ctrl+f")
    program.write("SND")
    program.click(COMPANIES, ("list item", f"^{SND}"))
    program.wait_for_title(f"^{SND} ")


def save_as(program: Program, path: Path) -> None:
    """Press Return on `Save …` and answer the question for the file."""
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Return")
    program.wait_for_title(FILE_DIALOG)
    program.write(str(path))
    program.press("Return")
    program.wait_for_file(path)


def rgb_of(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as opened:
        return np.asarray(opened.convert("RGB"))


def test_each_pillar_can_be_chosen_with_the_mouse(start: Start, dataset: Dataset) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    assert len(dataset.pillars) == 8
    for pillar in dataset.pillars:
        name = pillar.name.text("en")
        companies = companies_of(dataset, ref_of(pillar))
        program.click(NAVIGATION, ("list item", f"{named(name)[:-1]} {len(companies)}$"))
        program.wait_for_title(f"{named(name)[:-1]} ")
        first = min((company.name.text("en") for company in companies), key=str.casefold)
        program.element(COMPANIES, ("list item", f"{named(first)[:-1]}"))
    program.quit()


def test_each_pillar_can_be_chosen_with_the_keyboard(start: Start, dataset: Dataset) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    for number, pillar in enumerate(dataset.pillars, start=1):
        program.press(f"ctrl+{number}")
        program.wait_for_title(f"{named(pillar.name.text('en'))[:-1]} ")
    program.press("alt+Left")
    program.wait_for_title(f"{named(dataset.pillars[-2].name.text('en'))[:-1]} ")
    program.press("ctrl+0")
    program.wait_for_title("^Shanxi ")
    program.quit()


def test_a_company_shows_its_figures_its_chart_and_its_sources(start: Start) -> None:
    program = start()
    go_to_snd(program)
    made = program.element(("push button", "^Vehicles produced; .*48"))
    assert "2019; actual" in made.name
    assert "China Daily" in made.description
    expected = program.element(("push button", "^Vehicles produced; .*5,000"))
    assert "2020; forecast" in expected.name
    # Two sources name two capacities: both are there, each with where it comes from.
    chart = program.element(("", f"^{SND_CHART}"))
    for number in ("48", "5,000", "10,000", "100,000"):
        assert number in chart.description
    figures = ("table", f"^Figures of {SND}")
    for value in ("48", "5,000", "10,000", "100,000"):
        program.element(figures, ("table cell", rf"(^|\s){value}(\s|$)"))
    for source in ("Industrial heartland reinvents itself", "goodlifetech"):
        program.element(("", "^Sources$", source))
    program.quit()


def test_a_chart_is_exported_and_the_file_shows_it(start: Start, dataset: Dataset, tmp_path: Path) -> None:
    program = start()
    go_to_snd(program)
    program.press("ctrl+e")
    save_as(program, tmp_path / "snd.png")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title(f"^{SND} ")
    program.quit()
    with Image.open(tmp_path / "snd.png") as opened:
        assert opened.size == (3200, 1800), "1600 by 900, twice as fine"
    pixels = rgb_of(tmp_path / "snd.png")
    pillar = next(slot for slot, each in enumerate(dataset.pillars) if each.id == "new-energy-and-new-materials")
    colour = tuple(bytes.fromhex(LIGHT.pillar[pillar].removeprefix("#")))
    assert (pixels == colour).all(axis=2).sum() > 500, "the marks have the colour of the company's pillar"
    assert (pixels.max(axis=2) < 70).sum() > 5000, "there is text"


def test_a_drawing_is_exported_without_a_mouse(start: Start, tmp_path: Path) -> None:
    program = start("--open", "snd-new-energy-special-vehicle")
    program.wait_for_title(f"^{SND} ")
    program.press("ctrl+e")
    save_as(program, tmp_path / "snd.png")
    program.wait_for_title(EXPORT_DIALOG)
    program.press_until_focused("Tab", ("", "^PNG picture$"))
    program.press("Right")
    program.element(("", "^SVG drawing$"), state="checked")
    save_as(program, tmp_path / "snd.svg")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title(f"^{SND} ")
    program.quit()
    with Image.open(tmp_path / "snd.png") as opened:
        opened.convert("RGB").reduce(2).save(tmp_path / "half.png")
    drawing = rasterised(tmp_path / "snd.svg", 1600, 900)
    assert structural_similarity(drawing, picture(tmp_path / "half.png")) >= 0.9


def test_an_exported_picture_leads_back_to_its_page(start: Start, tmp_path: Path) -> None:
    program = start("--open", "snd-new-energy-special-vehicle")
    program.wait_for_title(f"^{SND} ")
    program.press("ctrl+e")
    save_as(program, tmp_path / "snd.png")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title(f"^{SND} ")
    program.press("ctrl+0")
    program.wait_for_title("^Shanxi ")
    program.press("ctrl+shift+o")
    program.wait_for_title("^Open exported picture$")
    program.write(str(tmp_path / "snd.png"))
    program.press("Return")
    program.wait_for_title(f"^{SND} ")
    program.element(("", f"^{SND_CHART}"))
    program.quit()


def test_the_numbers_are_exported_as_a_table(start: Start, tmp_path: Path) -> None:
    program = start("--open", "snd-new-energy-special-vehicle")
    program.wait_for_title(f"^{SND} ")
    program.press("ctrl+e")
    program.wait_for_title(EXPORT_DIALOG)
    program.click(("", "^CSV table$"))
    save_as(program, tmp_path / "snd.csv")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title(f"^{SND} ")
    program.quit()
    with (tmp_path / "snd.csv").open(encoding="utf-8-sig", newline="") as opened:
        cells = {cell for row in csv.reader(opened) for cell in row}
    assert {"48", "5000", "10000", "100000"} <= cells


def test_what_is_selected_is_remembered(start: Start) -> None:
    program = start()
    go_to_snd(program)
    program.quit()
    again = start()
    again.wait_for_title(f"^{SND} ")
    again.quit()


def test_the_pictures_are_not_blank(start: Start, tmp_path: Path) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    program.element(COMPANIES, ("list item", ""))
    shot = picture(program.desktop.screenshot(tmp_path / "window.png"))
    assert np.std(shot) > 10
    program.quit()


def find(program: Program, letters: str, title: str) -> None:
    """Find a page by a few letters and go there."""
    program.press("ctrl+k")
    program.element(FIND_FIELD, state="focused")
    program.write(letters)
    program.element(FOUND, ("list item", f"^Companies; {title}"))
    program.press("Return")
    program.wait_for_title(f"^{title}")


def test_without_the_mouse_two_makers_are_found_compared_and_exported(start: Start, tmp_path: Path) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    find(program, "snd", SND)
    program.press("ctrl+d")
    find(program, "gee", "Geely Automobile, Jinzhong")
    program.press("ctrl+d")
    program.press("ctrl+shift+d")
    compared = f"{SND} · Geely Automobile, Jinzhong"
    program.wait_for_title(f"^Comparison: {compared} ")
    program.element(("table", "^Figures of Comparison"), ("table cell", r"48.*2019.*actual.*China Daily"))
    chart = program.element(("", f"^{compared}: Vehicles produced"))
    assert "Geely" in chart.description
    program.press("ctrl+e")
    save_as(program, tmp_path / "makers.png")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title("^Comparison: ")
    program.quit()
    proof = proof_in(tmp_path / "makers.png", Words())
    assert proof.question.subject == comparison_of(["snd-new-energy-special-vehicle", "geely-jinzhong"])
    assert (rgb_of(tmp_path / "makers.png").max(axis=2) < 70).sum() > 5000, "there is text"


def test_everything_is_done_by_assistive_technology_alone(start: Start, tmp_path: Path) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    program.do("choose", NAVIGATION, ("list item", "^New energy and new materials "))
    program.wait_for_title("^New energy and new materials ")
    program.do("choose", NAVIGATION, ("list item", "^Shanxi "))
    program.wait_for_title("^Shanxi ")
    for letters, name in (("SND", SND), ("Geely", "Geely Automobile, Jinzhong")):
        program.do("write", ("", "^Filter companies$"), text=letters)
        program.do("choose", COMPANIES, ("list item", f"^{name}"))
        program.wait_for_title(f"^{name} ")
        program.do("press", ("menu item", "^Go$"))
        program.do("press", ("", "^Add to comparison"))
    program.element(("table", f"^Figures of {name}"), ("table cell", "2022"))
    program.do("press", ("", r"^Compare \(2\)$"))
    program.wait_for_title(f"^Comparison: {SND} · Geely")
    assert "Geely" in program.element(("", f"^{SND} · Geely Automobile, Jinzhong: ")).description
    program.do("press", ("", "^Export chart"))
    program.wait_for_title(EXPORT_DIALOG)
    program.do("press", ("", "^SVG drawing$"))
    program.do("press", ("push button", "^Save"))
    program.wait_for_title(FILE_DIALOG)
    program.do("write", ("text", "^File name"), text=str(tmp_path / "makers.svg"))
    program.do("press", ("push button", "^Save$"))
    program.wait_for_file(tmp_path / "makers.svg")
    program.wait_for_title(EXPORT_DIALOG)
    program.do("press", ("push button", "^Close$"))
    program.wait_for_title("^Comparison: ")
    program.quit()


def test_a_figure_is_found_and_what_has_it_is_gathered_by_assistive_technology_alone(start: Start) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    program.do("press", ("menu item", "^Go$"))
    program.do("press", ("menu item", "^Find"))
    program.do("write", FIND_FIELD, text="coal output")
    program.element(FOUND, ("list item", "^Figures; Raw coal output; .*Shanxi 2025: "))
    assert program.element(FIND_FIELD).description.startswith("Figures; Raw coal output")
    program.do("choose", FOUND, ("list item", "^Places with raw coal output; Shuozhou"))
    program.do("press", ("", r"^Ctrl\+Enter add to comparison$"))
    program.element(("label", r"^Shuozhou is in the comparison \(1 of 8\)\.$"))
    program.do("press", ("", "^Close$"))
    program.wait_for_title("^Shanxi ")
    program.quit()
