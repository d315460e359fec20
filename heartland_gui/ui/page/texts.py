"""Running text with links: summaries, events, sources."""

from __future__ import annotations

import math
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextBrowser, QWidget

from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.page.body import Section
from heartland_gui.ui.page.column import ColumnLayout
from heartland_gui.ui.page.links import linked_address, linked_page
from heartland_gui.ui.widgets.theme import TITLE_SIZE, sized

_FIRST_LINES: Final = 8
ALL: Final = "all:"
"""What the link to the rest of a long text leads to."""


class LinkedText(QTextBrowser):
    """Rich text that can be selected; its links are reached by Tab and ask for their pages.

    It is laid out once for a text and a width, where a label would do so at every question for its size.
    """

    requested = Signal(object)
    """The page that a link leads to, a Ref."""
    address_requested = Signal(str)
    """An address of the web."""
    rest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._follow)

    def show_html(self, html: str) -> None:
        """Show another text."""
        self._heights = {}
        # Tab stops only where there is something to follow.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in html else Qt.FocusPolicy.ClickFocus)
        self.setHtml(html)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole text."""
        if width not in self._heights:
            self._wrap_at(width)
            self._heights[width] = math.ceil(self.document().size().height())
        return self._heights[width]

    def _wrap_at(self, width: int) -> None:
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap at the new width."""
        self._wrap_at(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights = {}
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, wrapped at the real width even if another was asked about since."""
        self._wrap_at(self.width())
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        """Return a size that asks for no layout: the height follows from the width."""
        return QSize(200, 20)

    def minimumSizeHint(self) -> QSize:
        """Return a size that asks for no layout."""
        return QSize(200, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: the text is always shown whole."""
        event.ignore()

    def _follow(self, address: QUrl) -> None:
        if address.toString() == ALL:
            self.rest_requested.emit()
            return
        web = linked_address(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if web is not None:
            self.address_requested.emit(web)
            return
        ref = linked_page(address.toString())
        if ref is not None:
            self.requested.emit(ref)


class SectionCard(QFrame):
    """A titled card of rich text; a long one shows its beginning and offers the rest."""

    requested = Signal(object)
    address_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._section: Section | None = None
        self._words = Words()
        self.title = QLabel(self)
        self.title.setProperty("section", "true")
        self.text = LinkedText(self)
        layout = ColumnLayout(self, gap=6, margins=(14, 10, 14, 12))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        self.text.requested.connect(self.requested)
        self.text.address_requested.connect(self.address_requested)
        self.text.rest_requested.connect(self._show_all)

    def show_section(self, section: Section, words: Words) -> None:
        """Show another section."""
        self._section, self._words = section, words
        self.setObjectName(f"section_{section.id}")
        self.title.setText(section.title)
        self.text.setAccessibleName(section.title)
        self._fill(section, _FIRST_LINES)

    def _fill(self, section: Section, most: int) -> None:
        shown = section.lines[:most]
        rest = len(section.lines) - len(shown)
        if len(shown) == 1 and not shown[0].startswith("<td"):
            html = shown[0]
        else:
            html = "<table cellspacing=0 cellpadding=2>" + "".join(f"<tr>{line}</tr>" for line in shown) + "</table>"
        if rest:
            more = self._words.plural("Show {n} more", "Show {n} more", rest)
            html += f'<a href="{ALL}" style="text-decoration:none">{more}</a>'
        self.text.show_html(html)

    def _show_all(self) -> None:
        if self._section is not None:
            self._fill(self._section, len(self._section.lines))


def title_html(name: str, other: str, room: int, font: QFont, theme: Theme) -> str:
    """Return a name with the one in the other language beside it, or below where it would be broken.

    `room` is what there is in pixels.
    """
    title = f"<b>{escape(name)}</b>"
    if not other:
        return title
    plain, bold = sized(font, TITLE_SIZE), sized(font, TITLE_SIZE, bold=True)
    needed = QFontMetrics(bold).horizontalAdvance(name) + QFontMetrics(plain).horizontalAdvance(f"   {other}  ")
    joint = "&nbsp;&nbsp;" if needed <= room else "<br>"
    return f'{title}<span style="color:{theme.faint_text}">{joint}{escape(other)}</span>'
