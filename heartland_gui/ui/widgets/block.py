"""What a widget that shows one block of a page has in common with the others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.filter_field import FilterField


class BlockView(QFrame):
    """Shows blocks of one type. Views are kept and refilled from page to page.

    A view has `heightForWidth` or a layout that has it.
    """

    filter: FilterField | None = None
    """The field that narrows what is shown, of views that have one."""
    requested = Signal(object)
    """The page that a link leads to, a Ref."""
    address_requested = Signal(str)
    """An address of the web."""
    figure_requested = Signal(object)
    """The Observation whose number was clicked."""

    def show_block(self, block: object) -> None:
        """Show another block. Raises TypeError where it is none of those that the view shows."""
        raise NotImplementedError

    def tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        raise NotImplementedError


BlockFactory = Callable[[Session, QWidget], BlockView]
"""Makes the view of a type of blocks."""
