"""The command line: arguments become frozen options. Nothing here loads Qt."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from heartland_gui import __version__
from heartland_gui.near_names import near_names
from heartland_gui.text.languages import is_known, languages

_SIZE: Final = re.compile(r"(\d{2,5})x(\d{2,5})", re.ASCII)
_SHORTEST_SIDE: Final = 200
_LONGEST_SIDE: Final = 10_000
_MOST_SCALE: Final = 4.0
MOST_PIXELS: Final = 150_000_000
"""A picture takes four bytes for each pixel while it is drawn, and once more while it is packed."""


def size_of(text: str) -> tuple[int, int]:
    """Return the width and height that a text like `1600x900` means."""
    found = _SIZE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write it like 1600x900")
    width, height = int(found[1]), int(found[2])
    if min(width, height) < _SHORTEST_SIDE or max(width, height) > _LONGEST_SIDE:
        raise argparse.ArgumentTypeError(f"a size has sides from {_SHORTEST_SIDE} to {_LONGEST_SIDE}, not “{text}”")
    return width, height


def scale_of(text: str) -> float:
    """Return how many pixels a unit is, from 1 to 4."""
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    # A comparison with not-a-number is false, so that is refused here too.
    if not 1.0 <= scale <= _MOST_SCALE:
        raise argparse.ArgumentTypeError(f"a scale is a number from 1 to 4, not “{text}”")
    return scale


def width_of(text: str) -> int:
    """Return a number of pixels."""
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not _SHORTEST_SIDE <= int(text) <= _LONGEST_SIDE:
        raise argparse.ArgumentTypeError(
            f"a width is a number of pixels from {_SHORTEST_SIDE} to {_LONGEST_SIDE}, not “{text}”"
        )
    return int(text)


FORMATS: Final = ("png", "svg", "pdf", "csv")
"""The formats that a chart can be written in, by their ids."""
PNG, SVG, PDF, CSV = FORMATS

THEMES: Final = ("light", "dark", "contrast")
"""The themes of the window and of pictures, by their ids."""
LIGHT, DARK, CONTRAST = THEMES

_NOT_OF_BRIEF: Final = ("all", "chart", "indicator", "size", "scale", "width", "theme", "formats", "languages")
"""None of them has a default, so that what was given is known even where it is what would be taken without it."""

_SIZE_OPTION: Final = (1600, 900)
_SCALE: Final = 2.0
_THEME: Final = LIGHT
"""Of a picture about which nothing else is said."""

COMMANDS: Final = ("check", "export", "tour")


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """`heartland [DATASET] [--open ID]`: the window, on the shipped dataset where none is named.

    Without `language` and `theme` what was chosen last holds, else what the system has.
    """

    dataset: Path | None = None
    open: str | None = None
    language: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`heartland export`: one chart into a file or, with `all_charts`, every chart into a folder."""

    output: Path
    dataset: Path | None = None
    subject: str | None = None
    chart: str | None = None
    indicator: str | None = None
    format: str | None = None
    width: int = _SIZE_OPTION[0]
    height: int = _SIZE_OPTION[1]
    scale: float = _SCALE
    all_charts: bool = False
    brief: bool = False
    """Whether it is the page about the subject that is wanted, not a chart."""
    theme: str = _THEME
    language: str | None = None
    data: bool = True
    """Whether each picture carries its numbers, sources and view."""
    formats: tuple[str, ...] = FORMATS
    """Of all charts."""
    languages: tuple[str, ...] = ()
    """Of all charts; every language of the dataset where there is none."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """`heartland check DATASET`: print every problem, in the language of the environment where none is given."""

    dataset: Path
    language: str | None = None


@dataclass(frozen=True, slots=True)
class TourOptions:
    """`heartland tour FOLDER`: go through the window and keep pictures."""

    folder: Path
    language: str = "en"
    theme: str = LIGHT


Options = WindowOptions | ExportOptions | CheckOptions | TourOptions


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and where to find help, instead of a page of usage."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        # Shortened options would become part of the interface, and every new option could break them.
        super().__init__(prog=prog, description=description, epilog=epilog, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Print the sentence and end with exit code 2."""
        sys.stderr.write(f"{self.prog}: {message} (see {self.prog} --help)\n")
        raise SystemExit(2)


def parsed(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for.

    Prints help or the version and raises SystemExit(0) where they ask for that, SystemExit(2) where they make no sense.
    """
    if arguments and arguments[0] in COMMANDS:
        command, rest = arguments[0], arguments[1:]
        if command == "check":
            return CheckOptions(**vars(_check_parser().parse_args(rest)))
        if command == "tour":
            return TourOptions(**vars(_tour_parser().parse_args(rest)))
        return _export_options(rest)
    # Whoever writes ./chek means a dataset.
    if arguments and arguments[0].isidentifier() and not os.path.lexists(arguments[0]):
        meant = near_names(arguments[0], COMMANDS)
        if meant:
            _window_parser().error(f"“{arguments[0]}” is neither a dataset nor a command; did you mean {meant[0]}?")
    return WindowOptions(**vars(_window_parser().parse_args(arguments)))


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="heartland",
        description="A desktop browser for a region's economy in transition.",
        epilog="Other commands: heartland export, heartland check, heartland tour; each has its own --help. "
        "A dataset that is named like a command is given as ./check.",
    )
    _add_dataset(parser)
    parser.add_argument("--open", metavar="ID", help="the subject, source or address (heartland:…) to show first")
    _add_look(parser, None, None, "(default: as chosen last, else as the system)")
    parser.add_argument("--version", action="version", version=f"Heartland {__version__}")
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="heartland check",
        description="Print every problem of a dataset as file:line:column: severity[code]: sentence (hint). "
        "Exit code 0: usable, with warnings at most; 1: errors; 2: wrong use.",
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="a folder of TOML files, or one TOML file")
    parser.add_argument(
        "--language", metavar="CODE", type=_language, help="the language (default: that of the environment)"
    )
    return parser


def _tour_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="heartland tour",
        description="Go through the window as a person would and keep a picture of each step; needs no display.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the pictures go")
    _add_look(parser, "en", LIGHT, "(default: %(default)s)")
    return parser


def _export_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="heartland export", description="Write charts as pictures and tables; needs no display.")
    _add_dataset(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--subject", metavar="ID", help="the subject of the chart; ids with commas between compare")
    what.add_argument(
        "--all", action="store_true", help="every chart of every subject, and index.html to look at them all"
    )
    parser.add_argument("--brief", action="store_true", help="one page of A4 about the subject, as PDF, and no chart")
    parser.add_argument("--chart", metavar="KIND", help="the kind of chart; the most informative one where left out")
    parser.add_argument("--indicator", metavar="ID", help="the indicator of the chart")
    parser.add_argument("--format", choices=FORMATS, help="the format; by the ending of the file where left out")
    parser.add_argument(
        "--size", metavar="WIDTHxHEIGHT", type=size_of, help=f"in units (default: {_SIZE_OPTION[0]}x{_SIZE_OPTION[1]})"
    )
    pixels = parser.add_mutually_exclusive_group()
    pixels.add_argument(
        "--scale", metavar="FACTOR", type=scale_of, help=f"pixels for each unit, from 1 to 4 (default: {_SCALE:g})"
    )
    pixels.add_argument(
        "--width", metavar="PIXELS", type=width_of, help="the width of the picture; its height follows from the size"
    )
    parser.add_argument("--theme", choices=THEMES, help=f"the colours (default: {_THEME})")
    parser.add_argument("--language", metavar="CODE", help="a language of the dataset (default: en)")
    parser.add_argument("--no-data", action="store_true", help="leave numbers, sources and view out of the pictures")
    parser.add_argument("--formats", metavar="A,B", type=_formats, help="of --all: which formats (default: every one)")
    parser.add_argument(
        "--languages", metavar="A,B", type=_codes, help="of --all: which languages (default: every one of the dataset)"
    )
    parser.add_argument("-o", "--output", metavar="PATH", type=Path, required=True, help="the file, or the folder")
    return parser


def _export_options(arguments: Sequence[str]) -> ExportOptions:
    parser = _export_parser()
    chosen = parser.parse_args(arguments)
    _check_export(parser, chosen)
    width, height = chosen.size or _SIZE_OPTION
    scale = chosen.scale or _SCALE
    if chosen.width is not None:
        width, height, scale = chosen.width, max(1, round(chosen.width * height / width)), 1.0
    if width * height * scale**2 > MOST_PIXELS:
        parser.error(f"a picture has at most {MOST_PIXELS // 1_000_000} million pixels; choose a smaller size or scale")
    return ExportOptions(
        output=chosen.output,
        dataset=chosen.dataset,
        subject=chosen.subject,
        chart=chosen.chart,
        indicator=chosen.indicator,
        format=chosen.format,
        width=width,
        height=height,
        scale=scale,
        all_charts=chosen.all,
        brief=chosen.brief,
        theme=chosen.theme or _THEME,
        language=chosen.language,
        data=not chosen.no_data,
        formats=chosen.formats or FORMATS,
        languages=chosen.languages or (),
    )


def _check_export(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """Refuse what makes no sense together, and find the format in the name of the file."""
    if chosen.brief:
        _check_brief(parser, chosen)
    if chosen.all:
        for name in ("chart", "indicator", "format", "language"):
            if getattr(chosen, name) is not None:
                hint = f"; --{name}s takes a list" if hasattr(chosen, f"{name}s") else ""
                parser.error(f"--all writes everything, so --{name} cannot be given with it{hint}")
        return
    for name in ("formats", "languages"):
        if getattr(chosen, name) is not None:
            parser.error(f"--{name} goes with --all; for one chart it is --{name.removesuffix('s')}")
    ending = chosen.output.suffix.lower().removeprefix(".")
    if ending in FORMATS and chosen.format not in (None, ending):
        parser.error(f"the file ends in .{ending}, but --format is {chosen.format}")
    if chosen.format is None:
        if ending not in FORMATS:
            parser.error(f"--format is missing; known: {', '.join(FORMATS)}")
        chosen.format = ending


def _check_brief(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """Refuse what has no meaning for a page whose size, colours and content are given."""
    for name in _NOT_OF_BRIEF:
        if getattr(chosen, name):
            parser.error(f"a brief is a page of its own kind, so --{name} cannot be given with --brief")
    if chosen.format not in (None, "pdf"):
        parser.error(f"a brief is a PDF, but --format is {chosen.format}")
    if chosen.output.suffix.lower() not in (".pdf", "") and chosen.format is None:
        parser.error("a brief is a PDF; give the file a name that ends in .pdf")
    chosen.format = "pdf"


def _add_dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "dataset",
        metavar="DATASET",
        nargs="?",
        type=Path,
        help="a folder of TOML files, or one TOML file; the shipped dataset where left out",
    )


def _add_look(parser: argparse.ArgumentParser, language: str | None, theme: str | None, default: str) -> None:
    parser.add_argument(
        "--language", metavar="CODE", type=_language, default=language, help=f"the language of the window {default}"
    )
    parser.add_argument("--theme", choices=THEMES, default=theme, help=f"the colours {default}")


def _language(text: str) -> str:
    if not is_known(text):
        raise argparse.ArgumentTypeError(f"the program does not speak “{text}”; known: {', '.join(languages())}")
    return text


def _codes(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not found:
        raise argparse.ArgumentTypeError("the list is empty; separate its parts by commas")
    return found


def _formats(text: str) -> tuple[str, ...]:
    asked = _codes(text)
    for name in asked:
        if name not in FORMATS:
            raise argparse.ArgumentTypeError(f"“{name}” is not a format; known: {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)
