"""A printer that writes a PDF, and what is seen on its page."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image, ImageOps
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter


def to_file(printer: QPrinter, path: Path, turned: QPageLayout.Orientation | None = None) -> None:
    """Have a printer write A4 into a file."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if turned is not None:
        printer.setPageOrientation(turned)


def seen(path: Path) -> tuple[tuple[int, int], tuple[int, int, int, int]]:
    """Return the size of the one page at 36 dots to the inch, and the box of what is not white on it."""
    stem = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "36", "-png", "-singlefile", str(path), str(stem)], check=True)
    with Image.open(stem.with_suffix(".png")) as opened:
        box = ImageOps.invert(opened.convert("L")).getbbox()
        assert box is not None
        return opened.size, box
