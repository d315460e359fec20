"""Every colour, width and size: of the charts and of the window around them.

Lengths are in points of the chart's own scale: a chart is laid out as if it were about 880 wide, whatever its pixels.
Status is drawn by fill and line, never by colour; a subject has a colour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from heartland_gui import cli
from heartland_gui.text import Message, message

FONT_FAMILIES: Final = ("Heartland Sans", "Heartland Sans SC")
"""The bundled families, Latin before Chinese, so that a picture looks the same on every machine."""

FIRST_MEMBER: Final = 100
"""As in `charts.spec`, of which a test sees to it: the first window does not wait for that to be loaded."""

FONT_FAMILY: Final = FONT_FAMILIES[0]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as `#rrggbb`.

    `pillar` are the eight slots of the subjects: at least 3:1 against `surface`, apart for the colour-blind.
    """

    name: str
    title: Message
    """What it is called in the window."""
    window: str
    """Behind the navigation and the tool bar."""
    page: str
    """Behind the cards."""
    surface: str
    """Cards, lists and charts."""
    raised: str
    """What lies deeper than a surface: the track of segments, the base of bars."""
    border: str
    """Lines in and around cards and between rows."""
    pane_border: str
    """Lines between panes, below the heads of tables and around controls."""
    control: str
    """The outline of what can be used: fields and buttons, at least 3:1."""
    text: str
    faint_text: str
    """The second level: labels, lines below."""
    third_text: str
    """The third level: counts, what stands in an empty field."""
    accent: str
    accent_text: str
    selection: str
    """Behind what is chosen; what stands on it has the colours of `chosen`."""
    hover: str
    """Behind what is under the pointer; where it is that of the surface, an outline says so instead."""
    link: str
    focus: str
    grid: str
    axis: str
    status_actual: str
    status_estimate: str
    status_forecast: str
    status_target: str
    status_capacity: str
    met: str
    """A plan that was reached."""
    missed: str
    """A plan that was not."""
    error: str
    warning: str
    banner: str
    """Behind the sentence that only what was known on a day is shown."""
    banner_border: str
    neutral: str
    """Marks of subjects without a colour of their own: the region, cities, zones. Apart from those of all pillars."""
    disagreement: str
    """Brackets between sources that differ."""
    border_of_land: str
    count: str
    """Discs on maps, apart from every shade of land."""
    pin: str
    pillar: tuple[str, ...]
    members: tuple[str, ...]
    """The first of several subjects that are compared, apart from each other and from all pillars; others are grey."""
    member_words: tuple[str, ...]
    """The names of these, at least 4.5:1 against `surface`."""
    tones: tuple[str, ...]
    """The parts of a whole, each apart from the next."""
    shades: tuple[str, ...]
    """Classes of a value from the least to the most."""

    @property
    def chosen(self) -> Theme:
        """The colours of what stands on `selection`: these, or in high contrast the inverse ones."""
        return _INVERSE if self is CONTRAST else self

    def tone(self, number: int) -> str:
        """Return the colour of a part of a whole, counted from 0."""
        return self.tones[number % len(self.tones)]

    def shade(self, number: int) -> str:
        """Return the colour of a class, counted from 0; beyond the last one it stays the last."""
        return self.shades[min(number, len(self.shades) - 1)]

    def text_colour_on(self, fill: str) -> str:
        """Return the colour in which words on a filled surface are read best: that of text or of a ground."""
        return max((self.text, self.surface, self.window), key=lambda colour: contrast(colour, fill))

    def name_of(self, slot: int | None) -> str:
        """Return the colour of the name of a subject beside its line: its own where several are compared."""
        number = -1 if slot is None else slot - FIRST_MEMBER
        if number < 0:
            return self.text
        return self.member_words[number] if number < len(self.member_words) else self.faint_text

    def mark(self, slot: int | None) -> str:
        """Return the colour of a subject's marks; None is a subject without a colour of its own.

        Negative slots are grey: -1 is a sign in the legend that holds for every colour, below that and paler is what
        only stands beside. From `FIRST_MEMBER` on they are subjects that are compared.
        """
        if slot is None:
            return self.neutral
        if slot >= FIRST_MEMBER:
            number = slot - FIRST_MEMBER
            return self.members[number] if number < len(self.members) else self.axis
        if slot < 0:
            return self.faint_text if slot == -1 else self.control
        return self.pillar[slot % len(self.pillar)]


def contrast(one: str, other: str) -> float:
    """Return how far two colours `#rrggbb` are apart in lightness, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, from sRGB)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


LIGHT: Final = Theme(
    name=cli.LIGHT,
    title=message("Light"),
    window="#f2f2ef",
    page="#fafaf8",
    surface="#ffffff",
    raised="#ededea",
    border="#e3e3de",
    pane_border="#d2d2cc",
    control="#868680",
    text="#1d1d1b",
    faint_text="#5c5c57",
    third_text="#656560",
    accent="#2c6aa0",
    accent_text="#ffffff",
    selection="#dce8f3",
    hover="#ebf1f6",
    link="#1f639e",
    focus="#2c6aa0",
    grid="#e9e9e5",
    axis="#8f8f89",
    status_actual="#236b34",
    status_estimate="#4a5d7a",
    status_forecast="#8f5600",
    status_target="#7a3f96",
    status_capacity="#5a5a55",
    met="#236b34",
    missed="#a8261c",
    error="#a8261c",
    warning="#8f5600",
    banner="#fdf3df",
    banner_border="#ecd6a6",
    neutral="#33475b",
    disagreement="#8f1734",
    border_of_land="#868680",
    count="#e08214",
    pin="#1d1d1b",
    pillar=("#2d6ee0", "#289eca", "#1a7d5a", "#b8598f", "#749f5e", "#e66501", "#5c399b", "#a84320"),
    members=("#2b4560", "#c08a00", "#6a1b2f", "#8f8577"),
    member_words=("#2b4560", "#8a6300", "#6a1b2f", "#6b6357"),
    tones=("#577037", "#2c4158", "#c17b1d", "#7c498f", "#8d8c86"),
    shades=("#dbe9f4", "#a9cbe3", "#6fa5cf", "#3a7ab3", "#174f86"),
)

DARK: Final = Theme(
    name=cli.DARK,
    title=message("Dark"),
    window="#1b1c1e",
    page="#1f2022",
    surface="#26272a",
    raised="#323438",
    border="#37393d",
    pane_border="#4a4d52",
    control="#84878e",
    text="#e9e9e6",
    faint_text="#b4b5b1",
    third_text="#adaea9",
    accent="#4a90cc",
    accent_text="#10161c",
    selection="#2a4259",
    hover="#2d3843",
    link="#86baea",
    focus="#6aa8de",
    grid="#34363a",
    axis="#75777d",
    status_actual="#7cc98f",
    status_estimate="#a9bbd6",
    status_forecast="#e3a750",
    status_target="#cf9be6",
    status_capacity="#b4b4ae",
    met="#7cc98f",
    missed="#f49b93",
    error="#f49b93",
    warning="#e3a750",
    banner="#3a3120",
    banner_border="#5f4e2a",
    neutral="#d5dde6",
    disagreement="#f8abb4",
    border_of_land="#8b8e94",
    count="#f0a050",
    pin="#e9e9e6",
    pillar=("#6e8fe0", "#5cc0d7", "#1d8a68", "#c05c94", "#a5d585", "#e0931b", "#795ad8", "#d04423"),
    members=("#eef2f6", "#e6c34a", "#5f9ea0", "#c7bfae"),
    member_words=("#eef2f6", "#e6c34a", "#5f9ea0", "#c7bfae"),
    tones=("#d3ed89", "#92b7e5", "#dca24a", "#a67cae", "#a8a9a3"),
    shades=("#26394a", "#2f5575", "#366c99", "#6ba3d0", "#b3d6ef"),
)

CONTRAST: Final = Theme(
    name=cli.CONTRAST,
    title=message("High contrast"),
    window="#000000",
    page="#000000",
    surface="#000000",
    raised="#000000",
    border="#8c8c8c",
    pane_border="#b4b4b4",
    control="#b4b4b4",
    text="#ffffff",
    faint_text="#e2e2e2",
    third_text="#e2e2e2",
    accent="#ffd84d",
    accent_text="#000000",
    selection="#ffffff",
    hover="#000000",
    link="#8fd0ff",
    focus="#ffd84d",
    grid="#4a4a4a",
    axis="#8a8a8a",
    status_actual="#8fe8a4",
    status_estimate="#bcd4ff",
    status_forecast="#ffc45e",
    status_target="#e6b3ff",
    status_capacity="#dcdcdc",
    met="#8fe8a4",
    missed="#ff9d94",
    error="#ff9d94",
    warning="#ffc45e",
    banner="#000000",
    banner_border="#ffd84d",
    neutral="#d5dde6",
    disagreement="#f8abb4",
    border_of_land="#ffffff",
    count="#f0a050",
    pin="#ffffff",
    pillar=DARK.pillar,
    members=DARK.members,
    member_words=DARK.member_words,
    tones=DARK.tones,
    shades=DARK.shades,
)

_INVERSE: Final = replace(
    LIGHT,
    name=CONTRAST.name,
    title=CONTRAST.title,
    selection=CONTRAST.selection,
    surface=CONTRAST.selection,
    raised=CONTRAST.selection,
    hover=CONTRAST.selection,
    border="#000000",
    pane_border="#000000",
    control="#000000",
    text="#000000",
    faint_text="#1d1d1b",
    third_text="#1d1d1b",
)
"""What stands on a chosen row in high contrast: black and the dark colours of the light theme, on white."""

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
"""Every theme by its name, as the command line has it."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of type, lines and gaps, in points of the chart's own scale."""

    base_width: float = 880.0
    base_height: float = 495.0
    margin: float = 18.0
    title: float = 16.0
    subtitle: float = 12.0
    label: float = 12.0
    small: float = 11.0
    line: float = 2.0
    thin: float = 1.0
    dot: float = 5.0
    bar: float = 20.0
    circle: float = 15.0
    row: float = 56.0
    gap: float = 8.0
    dash: tuple[float, float] = (5.0, 3.5)
    dots: tuple[float, float] = (1.4, 3.0)
    leader: tuple[float, float] = (1.0, 2.5)
    hatch: float = 5.0
    halo: float = 3.0


MEASURES: Final = Measures()
