"""What somebody does with the program, from start to quit, in a real window."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from heartland_gui.export.reading import proof_in
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import ref_of
from heartland_gui.model.queries import companies_of
from heartland_gui.rendering.style import LIGHT
from heartland_gui.resources import resource
from heartland_gui.text import Words
from tests.end_to_end.desktop import waited_for
from tests.end_to_end.program import Program, named
from tests.pictures import picture, rasterised, structural_similarity

Start = Callable[..., Program]

NAVIGATION = ("list", named("Navigation"))
COMPANIES = ("table", named("Companies"))
FOUND = ("list", named("Results"))
FIND_FIELD = ("", named("Find anything"))
SND = "SND New Energy Special Vehicle"
SND_CHART = f"{SND}: Plans and results"
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
    """Go with the mouse to the pillar, find SND in its table, and open its page."""
    program.wait_for_title("^Shanxi ")
    program.click(NAVIGATION, ("list item", "^New energy and new materials "))
    program.wait_for_title("^New energy and new materials ")
    program.click(("", "^Filter companies by a word$"))
    program.write("SND")
    program.click(COMPANIES, ("table cell", f"^{SND}"))
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
        program.element(COMPANIES, ("table cell", "|".join(re.escape(each.name.text("en")) for each in companies)))
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
    made = program.element(("push button", "^Vehicles a year, .*48"))
    assert "2019, actual" in made.name
    assert "China Daily" in made.description
    expected = program.element(("push button", "^Vehicles a year, .*5,000"))
    assert "2020, forecast" in expected.name
    # Two sources name two capacities: both are there, each with where it comes from.
    designed = program.element(("push button", "^Designed vehicles a year, 100,000 or 10,000.*two sources differ"))
    assert "goodlifetech" in designed.description
    chart = program.element(("chart", f"^{SND_CHART}"))
    assert SND in chart.description
    figures = ("table", "^Figures$")
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
    program.element(("chart", "^Shanxi: "))
    shot = picture(program.desktop.screenshot(tmp_path / "window.png"))
    assert np.std(shot) > 10
    program.quit()


def find(program: Program, letters: str, title: str) -> None:
    """Find a page by a few letters and go there."""
    program.press("ctrl+k")
    program.element(FIND_FIELD, state="focused")
    program.write(letters)
    program.element(FOUND, ("list item", f"; {title}"), state="selected")
    program.press("Return")
    program.wait_for_title(f"^{title}")


def test_without_the_mouse_the_whole_task_is_done(start: Start, tmp_path: Path) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    find(program, "snd", SND)
    # From a number to its source, to its citation, and back to the number.
    first = ("push button", "^Vehicles a year, only.*48")
    program.press_until_focused("Tab", first)
    program.press("Return")
    program.press_until_focused("Tab", ("push button", "^Copy citation$"))
    program.press("space")
    program.element(("", "^Citation copied"))
    program.press("Escape")
    program.element(first, state="focused")
    program.press("ctrl+k")
    program.element(FIND_FIELD, state="focused")
    program.press("ctrl+a", "ctrl+v")
    program.element(("", FIND_FIELD[1], "^China Daily, .*As used in Shanxi"))
    program.press("Escape")
    program.press("alt+Left")
    program.wait_for_title("^Shanxi ")
    # The table of a pillar, sorted by its names and narrowed by a word.
    program.press("ctrl+7")
    program.wait_for_title("^Advanced manufacturing ")
    program.press_until_focused("Tab", ("", "^Filter companies by a word$"))
    program.write("jinzhong")
    # The heads of the columns come before the rows; for assistive technology they are part of the table.
    program.element(COMPANIES, ("table cell", "^Jinneng"))
    program.press("Tab", "Return")
    first_cell = (COMPANIES, ("table cell", ""))
    waited_for(lambda: program.element(*first_cell).name.startswith("Geely"), "rows by name", program.desktop.pause)
    program.press("Tab")
    program.element(COMPANIES, state="focused")
    program.press("ctrl+Home", "ctrl+Return")
    program.element(("", r"^Compare.*1"))
    program.press("Down", "ctrl+Return")
    program.element(("", r"^Compare.*2"))
    program.press("ctrl+shift+d")
    program.wait_for_title("^Comparison: ")
    program.press("ctrl+e")
    save_as(program, tmp_path / "makers.png")
    program.wait_for_title(EXPORT_DIALOG)
    program.press("Escape")
    program.wait_for_title("^Comparison: ")
    program.quit()
    proof = proof_in(tmp_path / "makers.png", Words())
    assert len(proof.question.subject.id.split(",")) == 2
    assert (rgb_of(tmp_path / "makers.png").max(axis=2) < 70).sum() > 5000, "there is text"


def test_f6_leads_round_the_parts_of_the_window_and_back(start: Start) -> None:
    program = start("--open", "snd-new-energy-special-vehicle")
    program.wait_for_title(f"^{SND} ")
    parts = (("tool bar", "^Tools$"), NAVIGATION, ("list", "^Companies$"), ("", "^Page of "))
    for part in (*parts, parts[0]):
        program.press("F6")
        program.element(part, ("", "", "", "focused"))
    program.press("shift+F6")
    program.element(parts[-1], ("", "", "", "focused"))
    program.quit()


def test_everything_is_done_by_assistive_technology_alone(start: Start, tmp_path: Path) -> None:
    program = start()
    program.wait_for_title("^Shanxi ")
    program.do("press", ("", "^Find"))
    program.do("write", FIND_FIELD, text="SND")
    program.do("choose", FOUND, ("list item", f"; {SND}"))
    program.do("press", ("push button", "^Enter open$"))
    program.wait_for_title(f"^{SND} ")
    program.do("press", ("push button", "^Vehicles a year, only.*48"))
    program.element(("", "^Citation: China Daily"))
    program.do("press", ("push button", "^Copy citation$"))
    program.element(("", "^Citation copied"))
    program.do("press", ("push button", "^Close$"))
    program.do("press", ("menu item", "^Go$"))
    program.do("press", ("", "^Add to comparison"))
    program.do("choose", NAVIGATION, ("list item", "^Advanced manufacturing "))
    program.wait_for_title("^Advanced manufacturing ")
    program.do("write", ("", "^Filter companies by a word$"), text="Geely")
    program.do("choose", COMPANIES, ("table cell", "^Geely Automobile, Jinzhong"))
    program.wait_for_title("^Geely Automobile, Jinzhong ")
    program.do("press", ("menu item", "^Go$"))
    program.do("press", ("", "^Add to comparison"))
    program.element(("table", "^Figures"), ("table cell", "2022"))
    program.do("press", ("", "^Compare"))
    program.wait_for_title(f"^Comparison: {SND} · Geely")
    assert "Geely" in program.element(("", f"^{SND} · Geely Automobile, Jinzhong: ")).description
    program.do("press", ("", "^Export"))
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
