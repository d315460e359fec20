"""The founding case as a small picture with its proof, made once for all tests."""

from __future__ import annotations

from functools import cache
from typing import Final

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.proof import Proof, proof_of
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text.languages import words_in
from tests.charts.small_region import MAKER, model_case

SMALL: Final = PictureOptions(400, 225, 1.0)


@cache
def answer(language: str = "zh") -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output"), words_in(language))


@cache
def proof() -> Proof:
    return proof_of(model_case(), answer(), LIGHT)
