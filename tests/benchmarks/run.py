"""Compare the program with bare windows, within one run, as ratios that mean the same on every machine.

    python tests/benchmarks/run.py [--rounds 9] [--platform offscreen|xcb]

Every measurement is a process of its own with an empty home; the program and what it is compared with take turns, and
the medians are compared. Nothing is written. Run it alone: other work on the machine shows in the numbers.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
# Without it the screen that is none measures 800 by 800, and the chart would lie below its edge.
SCREEN = {"screens": [{"name": "benchmark", "x": 0, "y": 0, "width": 1440, "height": 900}]}


@dataclass(frozen=True, slots=True)
class Samples:
    """What the processes of one kind said: seconds from their start to a painting, and peaks of memory in MiB."""

    painted: dict[str, list[float]] = field(default_factory=dict)
    peaks: list[float] = field(default_factory=list)

    def add(self, started: float, said: dict[str, Any]) -> None:
        """Keep what one process said."""
        for name, moment in said["painted"].items():
            self.painted.setdefault(name, []).append(moment - started)
        self.peaks.append(said["peak"] / 1024)

    def seconds(self, name: str) -> float:
        """Return the median time to the first painting of something."""
        return statistics.median(self.painted[name])

    @property
    def peak(self) -> float:
        """The median peak of memory in MiB."""
        return statistics.median(self.peaks)


def said_by(script: str, what: tuple[str, ...], platform: str) -> tuple[float, dict[str, Any]]:
    """Run a script in a process with an empty home; return when it was started and what it said."""
    with tempfile.TemporaryDirectory(prefix="heartland-benchmark-") as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps(SCREEN))
        environment = {
            # Modules are compiled once and kept, as on anybody's machine.
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_RUNTIME_DIR": home,
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}" if platform == "offscreen" else platform,
        }
        started = time.monotonic()
        command = [sys.executable, str(HERE / script), *what]
        # What the program does not catch it shows in its window, so a fault looks like waiting.
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode != 0:
        sys.exit(f"{script} {' '.join(what)} failed:\n{done.stderr}")
    return started, json.loads(done.stdout.splitlines()[-1])


def bare_clicks(written: list[float], platform: str) -> list[float]:
    """Return how long clicks take to a bare page with so many labels, rows and columns of tables, in seconds."""
    _, said = said_by("bare.py", ("page", *(str(round(number)) for number in written)), platform)
    taken: list[float] = said["whole_page"]
    return taken


def percentile_95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1] * 1000


def row(name: str, value: float, unit: str, aim: float | None, detail: str) -> str:
    """Return a line of the table; without an aim it only informs."""
    wanted, verdict = ("", "") if aim is None else (f"{aim:.1f}", "yes" if value <= aim else "NO")
    return f"{name:<44} {value:7.2f} {unit:<3} {wanted:>6}  {verdict:<4} {detail}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Compare the program with bare windows.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--platform", default="offscreen", help="Qt's platform: offscreen, or xcb with a display")
    chosen = parser.parse_args()
    kinds = {"program": ("program.py", "start"), "label": ("bare.py", "label"), "line": ("bare.py", "line")}
    samples = {name: Samples() for name in kinds}
    for number in range(chosen.rounds + 1):
        for name, (script, what) in kinds.items():
            started, said = said_by(script, (what,), chosen.platform)
            if number:  # the first round fills the caches of the disk and of compiled modules
                samples[name].add(started, said)
    _, clicks = said_by("program.py", ("clicks",), chosen.platform)
    bare = {page: bare_clicks(clicks[f"written_on_{page}"], chosen.platform) for page in ("region", "largest")}
    program, label, line = samples["program"], samples["label"], samples["line"]
    rows = (
        _ratio("start to window / bare window", program.seconds("window"), label.seconds("window"), "s", 1.8),
        _ratio("start to chart / bare pyqtgraph plot", program.seconds("chart"), line.seconds("chart"), "s", 1.5),
        _ratio("start to chart that zooms / the same", program.seconds("chart that zooms"), line.seconds("chart"), "s"),
        _ratio("peak memory / bare pyqtgraph plot", program.peak, line.peak, "MiB", 1.6),
        _clicks("click to the first screen, p95", clicks["first_screen"]),
        _clicks("click to the whole page, p95", clicks["whole_page"]),
        _beside("click on the region / a bare page, p95", clicks["region"], bare["region"]),
        _beside("click on the largest pillar / a bare page, p95", clicks["largest"], bare["largest"]),
        row("longest time without events, p95", percentile_95(clicks["longest_stall"]), "ms", 100.0, ""),
    )
    heading = f"{'measured':<44} {'value':>7}     {'aim':>6}  met\n"
    sys.stdout.write(heading + "\n".join(rows) + "\n")
    return 0


def _ratio(name: str, ours: float, bare: float, unit: str, aim: float | None = None) -> str:
    return row(name, ours / bare, "x", aim, f"{ours:.2f} / {bare:.2f} {unit}")


def _clicks(name: str, seconds: list[float]) -> str:
    return row(name, percentile_95(seconds), "ms", None, f"median {statistics.median(seconds) * 1000:.1f} ms")


def _beside(name: str, ours: list[float], bare: list[float]) -> str:
    one, other = percentile_95(ours), percentile_95(bare)
    return row(name, one / other, "x", 2.5, f"{one:.1f} / {other:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
