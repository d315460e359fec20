"""What can be computed of colours: contrast, how different two of them look, and how they look to the colour-blind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum
from itertools import combinations

Triple = tuple[float, float, float]


class Vision(Enum):
    """How somebody sees: the matrix of linear RGB by Machado, Oliveira and Fernandes (2009) at severity 1.0."""

    NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTANOPIA = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPIA = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPIA = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)
"""D65, as sRGB has it."""


def linear(colour: str) -> Triple:
    """Return the linear parts, from 0 to 1, of `#rrggbb` (IEC 61966-2-1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.1)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: str, vision: Vision) -> Triple:
    """Return the linear parts of a colour as it looks to somebody."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in _product(vision.value, linear(colour)))
    return red, green, blue


def lab(parts: Triple) -> Triple:
    """Return linear RGB as CIELAB under D65."""
    scaled = [part / white for part, white in zip(_product(_XYZ, parts), _WHITE, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def lightness(colour: str) -> float:
    """Return the lightness of CIELAB, from 0 to 100."""
    return lab(linear(colour))[0]


def distance(one: str, other: str, vision: Vision = Vision.NORMAL) -> float:
    """Return how different two colours look to somebody, by CIEDE2000."""
    return ciede2000(lab(seen(one, vision)), lab(seen(other, vision)))


def least_distance(colours: Sequence[str], vision: Vision) -> tuple[float, str, str]:
    """Return the two of several colours that look most alike to somebody, behind how different they look."""
    return min((distance(one, other, vision), one, other) for one, other in combinations(colours, 2))


def ciede2000(first: Triple, second: Triple) -> float:
    """Return the difference of two CIELAB colours by the formula of Sharma, Wu and Dalal (2005)."""
    (light1, a1, b1), (light2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - _seventh(mean))
    chroma1, chroma2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    hue1, hue2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn = hue2 - hue1
    grey = chroma1 * chroma2 == 0
    if grey:
        turn = 0.0
    elif abs(turn) > 180:
        turn -= math.copysign(360, turn)
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = _mean_hue(hue1, hue2, grey=grey)
    across = 2 * math.sqrt(chroma1 * chroma2) * math.sin(math.radians(turn) / 2)
    step_light = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    step_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    step_hue = across / (1 + 0.015 * chroma * _hue_weight(hue))
    rotation = -math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))) * 2 * _seventh(chroma)
    return math.sqrt(step_light**2 + step_chroma**2 + step_hue**2 + rotation * step_chroma * step_hue)


def _seventh(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _hue(a: float, b: float) -> float:
    return 0.0 if a == b == 0 else math.degrees(math.atan2(b, a)) % 360


def _mean_hue(one: float, other: float, *, grey: bool) -> float:
    if grey:
        return one + other
    if abs(one - other) <= 180:
        return (one + other) / 2
    return (one + other + 360) / 2 if one + other < 360 else (one + other - 360) / 2


def _hue_weight(hue: float) -> float:
    parts = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(share * math.cos(math.radians(times * hue + shift)) for share, times, shift in parts)


def _product(matrix: Sequence[Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
