"""The command line: what arguments mean, and how wrong ones are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from heartland_gui import __version__
from heartland_gui.cli import FORMATS, THEMES, CheckOptions, ExportOptions, Options, TourOptions, WindowOptions, parsed
from heartland_gui.export import formats
from heartland_gui.export.picture import PictureOptions
from heartland_gui.rendering import style

MEANT: dict[str, Options] = {
    "": WindowOptions(),
    "data": WindowOptions(Path("data")),
    "--open finance": WindowOptions(open="finance"),
    "data --open finance": WindowOptions(Path("data"), "finance"),
    "./check": WindowOptions(Path("check")),
    "--open check": WindowOptions(open="check"),
    "check data": CheckOptions(Path("data")),
    "check ./check": CheckOptions(Path("check")),
    "check check": CheckOptions(Path("check")),
    "data --language zh --theme contrast": WindowOptions(Path("data"), None, "zh", "contrast"),
    "check data --language zh_CN": CheckOptions(Path("data"), "zh_CN"),
    "tour pictures --theme dark --language zh": TourOptions(Path("pictures"), "zh", "dark"),
    "tour pictures": TourOptions(Path("pictures")),
    "export --subject s -o f.svg": ExportOptions(Path("f.svg"), subject="s", format="svg"),
    "export data --subject s --format csv -o f": ExportOptions(Path("f"), Path("data"), "s", format="csv"),
    "export --subject s --chart ranking --indicator i --size 800x400 --scale 1.5 -o f.PNG": ExportOptions(
        Path("f.PNG"), None, "s", "ranking", "i", "png", 800, 400, 1.5
    ),
    "export data --all -o folder": ExportOptions(Path("folder"), Path("data"), all_charts=True),
    "export --subject s --theme dark --language zh --no-data -o f.pdf": ExportOptions(
        Path("f.pdf"), subject="s", format="pdf", theme="dark", language="zh", data=False
    ),
    "export --subject s --width 1000 -o f.png": ExportOptions(
        Path("f.png"), subject="s", format="png", width=1000, height=562, scale=1.0
    ),
    "export --subject s --size 500x1000 --width 300 -o f.png": ExportOptions(
        Path("f.png"), subject="s", format="png", width=300, height=600, scale=1.0
    ),
    "export --all --formats csv,svg,csv --languages zh,en -o f": ExportOptions(
        Path("f"), all_charts=True, formats=("svg", "csv"), languages=("zh", "en")
    ),
    "export --subject s --brief --language zh -o f.pdf": ExportOptions(
        Path("f.pdf"), subject="s", brief=True, format="pdf", language="zh"
    ),
    "export --all --size 1000x500 --output folder": ExportOptions(
        Path("folder"), all_charts=True, width=1000, height=500
    ),
}


@pytest.mark.parametrize(("line", "meant"), MEANT.items(), ids=MEANT.keys())
def test_arguments_mean(line: str, meant: Options) -> None:
    assert parsed(line.split()) == meant


WRONG = {
    "one two": "unrecognized arguments: two",
    "--language tlh": "the program does not speak “tlh”; known: en, zh",
    "--theme blue": "invalid choice: 'blue'",
    "check data --language tlh": "the program does not speak “tlh”",
    "--opne x": "unrecognized arguments: --opne",
    "--ope x": "unrecognized arguments: --ope",
    "--open": "expected one argument",
    "exprt": "“exprt” is neither a dataset nor a command; did you mean export?",
    "exprot --subject taiyuan -o x.png": "“exprot” is neither a dataset nor a command; did you mean export?",
    "chek mydata": "did you mean check?",
    "tuor pictures": "did you mean tour?",
    "check": "arguments are required: DATASET",
    "check a b": "unrecognized arguments: b",
    "tour": "arguments are required: FOLDER",
    "export": "arguments are required",
    "export --subject s": "arguments are required: -o",
    "export -o f.png": "one of the arguments --subject --all is required",
    "export --subject s --all -o f": "not allowed with",
    "export --subject s -o f": "--format is missing; known: png, svg, pdf, csv",
    "export --subject s --format png -o f.svg": "the file ends in .svg, but --format is png",
    "export --subject s -o f.jpeg": "--format is missing",
    "export --subject s --format gif -o f": "invalid choice: 'gif'",
    "export --all --format png -o f": "--format cannot be given with it",
    "export --all --chart ranking -o f": "--chart cannot be given with it",
    "export --all --indicator gdp -o f": "--indicator cannot be given with it",
    "export --all --language zh -o f": "--languages takes a list",
    "export --subject s --formats png -o f.png": "for one chart it is --format",
    "export --subject s --languages zh -o f.png": "for one chart it is --language",
    "export --all --formats png,gif -o f": "“gif” is not a format; known: png, svg, pdf, csv",
    "export --all --formats , -o f": "the list is empty",
    "export --all --languages , -o f": "the list is empty",
    "export --subject s --brief --chart ranking -o f.pdf": "--chart cannot be given with --brief",
    "export --subject s --brief --width 800 -o f.pdf": "--width cannot be given with --brief",
    "export --subject s --brief --size 1600x900 -o f.pdf": "--size cannot be given with --brief",
    "export --subject s --brief --scale 2 -o f.pdf": "--scale cannot be given with --brief",
    "export --subject s --brief --theme light -o f.pdf": "--theme cannot be given with --brief",
    "export --all --brief -o f.pdf": "--all cannot be given with --brief",
    "export --subject s --brief -o f.png": "a name that ends in .pdf",
    "export --subject s --brief --format png -o f": "a brief is a PDF, but --format is png",
    "export --subject s --brief --format pdf -o f.svg": "the file ends in .svg, but --format is pdf",
    "export --subject s --theme blue -o f.png": "invalid choice: 'blue'",
    "export --subject s --width 199 -o f.png": "pixels from 200 to 10000",
    "export --subject s --width 10001 -o f.png": "pixels from 200 to 10000",
    "export --subject s --width ² -o f.png": "pixels from 200 to 10000",
    "export --subject s --width 1000 --scale 2 -o f.png": "not allowed with",
    "export --subject s --size 200x10000 --width 10000 -o f.png": "at most 150 million pixels",
    "export --subject s --size 800 -o f.png": "write it like 1600x900",
    "export --subject s --size 0x900 -o f.png": "write it like 1600x900",
    "export --subject s --size -800x900 -o f.png": "expected one argument",
    "export --subject s --size 100x900 -o f.png": "sides from 200 to 10000",
    "export --subject s --size 1600x10001 -o f.png": "sides from 200 to 10000",
    "export --subject s --size 10000x10000 -o f.png": "at most 150 million pixels",
    "export --subject s --scale 0 -o f.png": "from 1 to 4",
    "export --subject s --scale 4.1 -o f.png": "from 1 to 4",
    "export --subject s --scale nan -o f.png": "from 1 to 4",
    "export --subject s --scale inf -o f.png": "from 1 to 4",
    "export --subject s --scale two -o f.png": "from 1 to 4",
}


@pytest.mark.parametrize(("line", "said"), WRONG.items(), ids=WRONG.keys())
def test_wrong_use_is_one_sentence_and_exit_code_2(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(line.split())
    assert ended.value.code == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error
    assert error.startswith("heartland")
    assert error.count("\n") == 1
    assert "--help)" in error


@pytest.mark.parametrize("line", ["--help", "check --help", "export --help", "tour --help", "export -h"])
def test_help_is_there_for_every_command(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(line.split())
    assert ended.value.code == 0
    assert "usage: heartland" in capsys.readouterr().out


def test_a_dataset_may_be_named_nearly_like_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "exprt").mkdir()
    assert parsed(["exprt"]) == WindowOptions(Path("exprt"))
    assert parsed(["nowhere"]) == WindowOptions(Path("nowhere")), "the window says that it is not there"


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Heartland {__version__}\n"


def test_the_formats_are_those_of_the_export() -> None:
    assert tuple(formats.FORMATS) == FORMATS
    assert tuple(style.THEMES) == THEMES
    blank, pictures = ExportOptions(Path("x")), PictureOptions()
    assert (blank.width, blank.height, blank.scale) == (pictures.width, pictures.height, pictures.scale)
    assert style.THEMES[blank.theme] == pictures.theme
