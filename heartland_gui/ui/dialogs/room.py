"""How large a dialog is when it opens: as large as it likes to be, as far as the screen has room."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from heartland_gui.ui.frame import DECORATION


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size; where everything is twice as large, screens are half as large."""
    available = dialog.screen().availableSize()
    dialog.resize(min(width, available.width()), min(height, available.height() - DECORATION))
