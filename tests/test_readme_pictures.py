"""The pictures of the README are those that a command makes, of the dataset that ships."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import readme_pictures

from heartland_gui.export.reading import proof_in
from heartland_gui.loading.folder import read_dataset
from heartland_gui.resources import resource
from heartland_gui.text import Words

ROOT = Path(__file__).resolve().parent.parent


def test_every_picture_is_made_by_the_command_and_shown() -> None:
    shown = re.findall(r"docs/pictures/([\w-]+)\.png", (ROOT / "README.md").read_text(encoding="utf-8"))
    made = [*readme_pictures.WINDOW, *readme_pictures.CHARTS]
    assert sorted(shown) == sorted(made) == sorted(path.stem for path in readme_pictures.FOLDER.iterdir())


@pytest.mark.parametrize("name", readme_pictures.CHARTS)
def test_charts_are_those_of_the_shipped_edition(name: str) -> None:
    dataset = read_dataset(resource("datasets", "shanxi")).dataset
    assert dataset is not None
    carried = proof_in(readme_pictures.FOLDER / f"{name}.png", Words())
    subject, kind, indicator = readme_pictures.CHARTS[name]
    asked = carried.question
    assert asked is not None
    assert (asked.subject.id, asked.kind, asked.indicator or "") == (subject, kind, indicator)
    assert carried.edition == dataset.manifest.edition
