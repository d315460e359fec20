"""The pictures of the README: those of the window from the tour, those of charts as they are exported.

    .venv/bin/python packaging/readme_pictures.py    # take them all anew into docs/pictures/

They are taken last, when everything else is as it will be.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WINDOW = {
    "region": "region",
    "pillar": "pillar",
    "company": "company",
    "source": "source-sheet",
    "find": "find",
    "day": "as-of",
    "comparison": "compare",
}
"""Each with the name that it has in the tour."""
_SND = "snd-new-energy-special-vehicle"
CHARTS = {
    "chart": (_SND, "over-time", "vehicles-produced"),
    "gdp": ("shanxi", "over-time", "gdp"),
    "map": ("shanxi", "map", "gdp"),
    "structure": ("shanxi", "structure", "gdp"),
    "banks": ("finance", "several-over-time", "revenue"),
    "events": (_SND, "timeline", ""),
}
"""Each with its subject, kind and indicator."""
_WIDTH = "1320"


def heartland(*arguments: str) -> None:
    """Run the program; it needs no display. Raises CalledProcessError where it does not end well."""
    subprocess.run([sys.executable, "-m", "heartland_gui", *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Take every picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        heartland("tour", folder)
        for name, scene in WINDOW.items():
            shutil.copyfile(Path(folder) / f"{scene}.png", FOLDER / f"{name}.png")
    for name, (subject, kind, indicator) in CHARTS.items():
        asked = ["--subject", subject, "--chart", kind, *(["--indicator", indicator] if indicator else [])]
        heartland("export", *asked, "--width", _WIDTH, "-o", str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
