"""How long pictures take, as a share of matplotlib's time for the same marks and words.

Run it as a script; it needs the extra `bench`. Aims: a picture of 1600 by 900 at twice the scale as PNG, drawn and
packed, at most 0.6; every chart of the shipped dataset in three formats, as `heartland export --all` writes them, at
most a third. Both take turns within one process. Of the charts every fifteenth is drawn, `--every 1` draws them all.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import peer_picture
from PySide6.QtGui import QGuiApplication

from heartland_gui.charts.choice import chart
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.batch import Manner, Writers, all_questions, file_stem
from heartland_gui.export.formats import FORMATS, encoded
from heartland_gui.export.picture import Picture, PictureOptions
from heartland_gui.loading.folder import read_dataset
from heartland_gui.model.dataset import Dataset
from heartland_gui.resources import resource
from heartland_gui.text import Words

PNG_AIM, ALL_AIM = 0.6, 1 / 3
PICTURES = ("png", "svg", "pdf")


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def png_times(drawn: Chart, rounds: int) -> tuple[float, float]:
    """Return the median seconds of one PNG of a chart that is there already: ours and matplotlib's."""
    ours, peer = [], []
    for _ in range(rounds):
        ours.append(seconds(lambda: encoded(drawn, "png")))
        peer.append(seconds(lambda: peer_picture.pictures(drawn, ("png",))))
    return statistics.median(ours), statistics.median(peer)


def write_ours(dataset: Dataset, asked: Sequence[Question], folder: Path) -> None:
    """Answer each question, draw the chart in each format with its proof, and write the files: as `--all` does."""
    words, manner = Words(), Manner()
    with Writers() as writers:
        for question in asked:
            answer = chart(dataset, question, words)
            picture = Picture(answer, PictureOptions(), manner.proof_of(dataset, answer))
            for name in PICTURES:
                path = folder / f"{question.subject.id}-{file_stem(question)}.{name}"
                writers.write(path, FORMATS[name].draw(picture))
        writers.finish()


def write_peers(drawn: Sequence[Chart], folder: Path) -> None:
    """Let matplotlib draw charts that are there already, without proof, and write the files."""
    for number, each in enumerate(drawn):
        for name, content in peer_picture.pictures(each, PICTURES).items():
            (folder / f"{number}.{name}").write_bytes(content)


def main() -> int:
    """Print both ratios and return 1 where one misses its aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=15)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication(sys.argv[:1])
    dataset = read_dataset(resource("datasets", "shanxi")).dataset
    assert dataset is not None
    asked = list(all_questions(dataset))[:: options.every]
    drawn = [chart(dataset, question, Words()) for question in asked]
    model_case = next(each for each in drawn if each.question.kind == "over-time")
    png_times(model_case, 1)  # fonts and modules are loaded once
    ours, peer = png_times(model_case, options.rounds)
    one = ours / peer
    with tempfile.TemporaryDirectory(prefix="heartland-benchmark-") as name:
        folder = Path(name)
        all_ours = seconds(lambda: write_ours(dataset, asked, folder)) / len(asked)
        all_peer = seconds(lambda: write_peers(drawn, folder)) / len(asked)
    every = all_ours / all_peer
    sys.stdout.write(
        f"PNG of {model_case.full_title}: {ours * 1e3:.0f} ms, matplotlib {peer * 1e3:.0f} ms, "
        f"ratio {one:.2f} (aim {PNG_AIM})\n"
        f"{len(asked)} charts in {len(PICTURES)} formats: {all_ours * 1e3:.0f} ms each, matplotlib "
        f"{all_peer * 1e3:.0f} ms, ratio {every:.2f} (aim {ALL_AIM:.2f})\n"
    )
    return 0 if one <= PNG_AIM and every <= ALL_AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
