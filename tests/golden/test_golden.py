"""Every kind of chart, with every status, and the brief look as they did when somebody last looked at them.

Where something is meant to change: `python -m tests.golden.remake`, look at what it names, commit it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from heartland_gui.charts.choice import KINDS
from heartland_gui.charts.spec import Area, Bar, Chart, Circle, Dot, Line, Mark, Milestone, Move, Part, Tile
from heartland_gui.rendering.canvas import Canvas
from heartland_gui.rendering.marks import drawing
from heartland_gui.rendering.style import LIGHT, THEMES
from tests.golden.cases import MIXES, kept
from tests.golden.remake import BRIEF, FOLDER, brief_drawing, drawn, drawn_brief, is_alike, kept_files, pictured, wanted
from tests.golden.transcripts import changes, differences, kept_drawing

CASES = kept()
PICTURES = [(name, theme) for name, themes in pictured().items() for theme in themes]
PLAIN = [f"{kind}-all" for kind in KINDS]
"""One picture of each kind."""


def kept_picture(name: str, theme: str = "light") -> Path:
    return FOLDER / theme / f"{name}.png"


def is_as_kept(name: str, folder: Path, theme: str = "light") -> bool:
    """Whether a chart drawn now looks as its kept picture does."""
    (folder / "now.png").write_bytes(drawn(CASES[name](), theme))
    return is_alike(kept_picture(name, theme), folder / "now.png")


@pytest.mark.parametrize(("name", "theme"), PICTURES)
def test_it_looks_as_kept(name: str, theme: str, tmp_path: Path) -> None:
    assert is_as_kept(name, tmp_path, theme), "see above how pictures are made anew"


@pytest.mark.parametrize("name", CASES)
def test_it_is_drawn_as_kept(name: str) -> None:
    assert changes(name) == [], "see above how transcripts are made anew"


def test_the_brief_looks_and_is_written_as_kept(tmp_path: Path) -> None:
    assert differences(kept_drawing(BRIEF), brief_drawing()) == []
    (tmp_path / "now.png").write_bytes(drawn_brief())
    assert is_alike(kept_picture(BRIEF), tmp_path / "now.png")


def test_a_brief_in_bold_does_not_look_as_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Canvas.text

    def bold(self: Canvas, *place: Any, **more: Any) -> None:
        text(self, *place, **{**more, "bold": True})

    monkeypatch.setattr(Canvas, "text", bold)
    (tmp_path / "now.png").write_bytes(drawn_brief())
    assert not is_alike(kept_picture(BRIEF), tmp_path / "now.png")


def test_nothing_is_kept_of_what_is_no_more() -> None:
    assert kept_files() == wanted().keys()


def test_a_transcript_notices_a_step_that_is_moved_changed_or_gone() -> None:
    before = "line 10,20 30,40 #2d6ee0 2\ncircle 5,5 3 #ffffff"
    assert differences(before, before.replace("30,40", "30.3,39.8")) == [], "Qt rounds in more than one way"
    for after in (
        before.replace("30,40", "30.5,40"),
        before.replace("2d6ee0", "289eca"),
        before.replace(" 2\n", " 2 5,3\n"),
        before.partition("\n")[0],
    ):
        assert len(differences(before, after)) == 1


def test_every_kind_and_every_status_is_among_them() -> None:
    assert set(PLAIN) <= CASES.keys()
    assert MARKS.keys() == set(PLAIN)
    assert {f"over-time-{mix}" for mix in MIXES} <= CASES.keys()


def test_statuses_never_look_alike() -> None:
    for kind in ("over-time", "ranking"):
        pictures = [kept_picture(f"{kind}-{mix}") for mix in MIXES]
        pairs = [(one, other) for at, one in enumerate(pictures) for other in pictures[at + 1 :]]
        assert not [pair for pair in pairs if is_alike(*pair)]


# -- what the measure must notice -------------------------------------------------------------------------------


@pytest.mark.nightly
@pytest.mark.parametrize("name", PLAIN)
def test_a_black_picture_fails(name: str, tmp_path: Path) -> None:
    for theme in pictured()[name]:
        with Image.open(kept_picture(name, theme)) as opened:
            Image.new("RGB", opened.size).save(tmp_path / "black.png")
        assert not is_alike(kept_picture(name, theme), tmp_path / "black.png")


MARKS: dict[str, tuple[type[Mark], ...]] = {
    "over-time-all": (Dot, Line),
    "several-over-time-all": (Dot, Line),
    "multiples-all": (Dot, Line),
    "structure-all": (Part,),
    "ranking-all": (Bar,),
    "map-all": (Area, Circle),
    "targets-all": (Bar,),
    "change-all": (Move,),
    "timeline-all": (Milestone,),
    "coverage-all": (Tile,),
}


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in MARKS.items() for kind in kinds])
def test_any_one_dropped_mark_fails(
    name: str, kind: type[Mark], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = CASES[name]()
    found = [mark for panel in answer.panels for mark in panel.marks if type(mark) is kind]
    shown = [mark for mark in found if not (isinstance(mark, Tile) and not mark.label.strong)]
    assert shown
    for dropped in shown:
        with monkeypatch.context() as patch:
            patch.setitem(drawing.DRAWINGS, kind, _all_but(dropped, drawing.DRAWINGS[kind]))
            assert not is_as_kept(name, tmp_path), dropped


@pytest.mark.nightly
@pytest.mark.parametrize("name", PLAIN)
def test_any_one_shifted_label_fails(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for said in _texts(CASES[name](), monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(Canvas, "text", _shifted(said, Canvas.text))
            assert not is_as_kept(name, tmp_path), said


@pytest.mark.nightly
@pytest.mark.parametrize("name", PLAIN)
def test_other_colours_fail(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turned = {slot: getattr(LIGHT, slot) for slot in ("pillar", "tones", "shades")}
    turned = {slot: (*colours[1:], colours[0]) for slot, colours in turned.items()}
    monkeypatch.setitem(THEMES, "light", replace(LIGHT, count=LIGHT.pillar[0], neutral=LIGHT.pillar[1], **turned))
    assert not is_as_kept(name, tmp_path)


def _all_but(dropped: Mark, draw: Callable[..., None]) -> Callable[..., None]:
    return lambda mark, *rest: None if mark is dropped or mark == dropped else draw(mark, *rest)


def _texts(answer: Chart, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return every text that is drawn, once."""
    found: dict[str, None] = {}
    text = Canvas.text

    def noted(self: Canvas, x: float, baseline: float, said: str, *rest: Any, **more: Any) -> None:
        if said.strip():
            found[said] = None
        text(self, x, baseline, said, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "text", noted)
        drawn(answer, "light")
    return list(found)


def _shifted(said: str, text: Callable[..., None]) -> Callable[..., None]:
    def drawing(self: Canvas, x: float, baseline: float, drawn_text: str, *rest: Any, **more: Any) -> None:
        shift = 4 if drawn_text == said else 0
        text(self, x + shift, baseline - shift, drawn_text, *rest, **more)

    return drawing
