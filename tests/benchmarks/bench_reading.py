"""How long reading the shipped dataset takes, as a multiple of tomli's parse of the same files alone.

Run it as a script: both are measured in turn in one process, and the best of each is compared. Aim: at most 1.4.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tomli

from heartland_gui.loading.folder import read_dataset
from heartland_gui.resources import resource

AIM = 1.4


def parse_alone(files: list[Path]) -> None:
    """Read the bytes, decode them and parse them: what any reader of these files has to do."""
    for file in files:
        tomli.loads(file.read_bytes().decode())


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, the disposal of its result included."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def ratio(folder: Path, rounds: int) -> tuple[float, float]:
    """Return the best times of parsing alone and of reading, in seconds.

    Both take turns, so that both meet the same state of the machine.
    """
    files = sorted(folder.rglob("*.toml"))
    parsing, reading = [], []
    for _ in range(rounds):
        parsing.append(seconds(lambda: parse_alone(files)))
        reading.append(seconds(lambda: read_dataset(folder)))
    return min(parsing), min(reading)


def main() -> int:
    """Print the ratio and return 1 where it misses the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=resource("datasets", "shanxi"))
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    parsing, reading = ratio(options.folder, options.rounds)
    found = reading / parsing
    sys.stdout.write(f"parse {parsing * 1e3:.1f} ms, read {reading * 1e3:.1f} ms, ratio {found:.3f} (aim {AIM})\n")
    return 0 if found <= AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
