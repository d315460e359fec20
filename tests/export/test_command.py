"""`heartland export`: what the options ask for is in the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from heartland_gui.cli import ExportOptions, parsed
from heartland_gui.export.command import export_asked
from heartland_gui.export.reading import ProofError, proof_in
from heartland_gui.rendering.style import DARK
from heartland_gui.text import Words

SND = "snd-new-energy-special-vehicle"
WORDS = Words()


def done(line: str) -> int:
    options = parsed(["export", *line.split()])
    assert isinstance(options, ExportOptions)
    return export_asked(options, WORDS)


def test_width_theme_and_language_are_those_of_the_picture(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    assert done(f"--subject {SND} --width 640 --theme dark --language zh -o {path}") == 0
    with Image.open(path) as opened:
        assert opened.size == (640, 360)
        assert opened.getpixel((3, 3)) == tuple(bytes.fromhex(DARK.surface.removeprefix("#")))
    found = proof_in(path, WORDS)
    assert (found.language, found.theme, found.question.subject.id) == ("zh", "dark", SND)
    assert "规划与结果" in found.title


def test_data_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    assert done(f"--subject {SND} --no-data -o {path}") == 0
    with pytest.raises(ProofError, match="contains no Heartland data"):
        proof_in(path, WORDS)


@pytest.mark.parametrize("line", [f"--subject {SND} --language fr -o x.png", "--all --languages en,fr -o x"])
def test_a_language_that_is_not_there_is_told_with_those_that_are(
    line: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert done(line) == 2
    assert capsys.readouterr().err == ("heartland export: There is no language “fr”; did you mean en and zh?\n")
    assert list(tmp_path.iterdir()) == []
