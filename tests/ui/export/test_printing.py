"""Charts and briefs on paper; a printer here is one that writes a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.ui.export.printing import Sheet, new_printer, print_on
from tests.ui.paper import seen, to_file

SND = Ref(SubjectKind.COMPANY, "snd")


UPRIGHT, LYING = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


@pytest.mark.parametrize("turned", [UPRIGHT, LYING])
def test_a_chart_fills_the_paper_however_it_lies(
    sheets: dict[str, Sheet], turned: QPageLayout.Orientation, tmp_path: Path
) -> None:
    printer = new_printer(sheets["chart"])
    to_file(printer, tmp_path / "page.pdf", turned)
    assert print_on(printer, sheets["chart"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "page.pdf")
    assert (width > height) == (turned is LYING)
    assert right - left > 0.8 * width
    assert bottom - top > 0.8 * height


def test_a_brief_is_upright_and_fits_even_on_paper_that_lies(sheets: dict[str, Sheet], tmp_path: Path) -> None:
    printer = new_printer(sheets["brief"])
    to_file(printer, tmp_path / "page.pdf")
    assert print_on(printer, sheets["brief"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "page.pdf")
    assert width < height
    assert right - left > 0.75 * width
    assert bottom - top > 0.75 * height
    to_file(printer, tmp_path / "lying.pdf", LYING)
    assert print_on(printer, sheets["brief"])
    (width, height), (left, top, right, bottom) = seen(tmp_path / "lying.pdf")
    assert width > height
    assert bottom - top > 0.75 * height
    assert abs((left + right) / 2 - width / 2) < 5, "it stands in the middle"
