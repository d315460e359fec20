"""Running text with links, made HTML here: titles, summaries, events, sources.

The tooltips of charts and the gallery have HTML of their own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import quote, unquote

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextBrowser, QWidget

from heartland_gui.model.entities import Ref
from heartland_gui.model.selection import page_at, path_of
from heartland_gui.pages.page import Fact, Header, Link, Paragraph, Section, Text, plain
from heartland_gui.rendering.style import Theme
from heartland_gui.text import Words
from heartland_gui.ui.widgets.block import BlockView
from heartland_gui.ui.widgets.icons import pixmap
from heartland_gui.ui.widgets.layouts import ColumnLayout, finish_layouts
from heartland_gui.ui.widgets.theme import OTHER_NAME_SIZE, SMALL_SIZE, TITLE_SIZE, sized

_FIRST_LINES: Final = 8
_ALL: Final = "all:"
"""What the link to the rest of a long text leads to."""
_PAGE: Final = "page:"
_WEB: Final = "web:"
_BETWEEN_FACTS: Final = 16
_SQUARE: Final = 11
_TITLE_SQUARE: Final = 15
_MARK: Final = 14
_BEHIND_LEAD: Final = 14
_BEHIND_MARK: Final = 8
"""Pixels between a date, or the mark of a source, and the text behind it."""


def html_of(text: Text) -> str:
    """Return a text as HTML, its links as anchors."""
    return "".join(_anchor(run) if isinstance(run, Link) else escape(run) for run in text)


def _anchor(link: Link) -> str:
    target = link.target
    leads = f"{_PAGE}{path_of(target)}" if isinstance(target, Ref) else f"{_WEB}{quote(target, safe='')}"
    return f'<a href="{escape(leads)}" style="text-decoration:none">{escape(link.text)}</a>'


def target_of(address: str) -> Ref | str | None:
    """Return the page or the address of the web that an anchor leads to, None where it leads elsewhere."""
    if address.startswith(_WEB):
        return unquote(address.removeprefix(_WEB))
    return page_at(unquote(address.removeprefix(_PAGE))) if address.startswith(_PAGE) else None


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

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], words: Words) -> None:
        """Show other paragraphs below one another, each after its name where it has one."""
        self._show_html("<br>".join(_named(paragraph, words) for paragraph in paragraphs))

    def show_way(self, way: Text, theme: Theme) -> None:
        """Show the way to a page, quieter than other links."""
        colour = f'style="text-decoration:none; color:{theme.faint_text}"'
        html = html_of(way).replace('style="text-decoration:none"', colour)
        self._show_html(f'<span style="color:{theme.faint_text}">{html}</span>' if way else "")

    def show_section(self, section: Section, most: int, words: Words) -> None:
        """Show at most so many paragraphs of a section, and how many more there are."""
        shown = section.paragraphs[:most]
        rest = len(section.paragraphs) - len(shown)
        if len(shown) == 1 and not shown[0].lead:
            html = html_of(shown[0].text)
        else:
            gap = _BEHIND_MARK if section.id == "sources" else _BEHIND_LEAD
            html = f"<table cellspacing=0 cellpadding=2>{''.join(_table_row(each, gap) for each in shown)}</table>"
        if rest:
            more = words.plural("Show {n} more", "Show {n} more", rest)
            html += f'<a href="{_ALL}" style="text-decoration:none">{more}</a>'
        self._show_html(html)

    def show_title(self, header: Header, room: int, theme: Theme) -> None:
        """Show the name of a page, the one in the other language beside it, or below where it would be broken.

        `room` is what there is in pixels.
        """
        title, other = f"<b>{escape(header.title)}</b>", header.other_title
        if header.colour is not None:
            title = f"{self._square(theme.mark(header.colour), theme, _TITLE_SQUARE)}&nbsp;{title}"
        if other:
            other_type, bold = sized(self.font(), OTHER_NAME_SIZE), sized(self.font(), TITLE_SIZE, bold=True)
            needed = QFontMetrics(bold).horizontalAdvance(header.title)
            needed += QFontMetrics(other_type).horizontalAdvance(f"    {other}  ") + 2 * _TITLE_SQUARE
            joint = "&nbsp;&nbsp; " if needed <= room else "<br>"
            style = f"color:{theme.faint_text}; font-size:{OTHER_NAME_SIZE}px"
            title += f'<span style="{style}">{joint}{escape(other)}</span>'
        self._show_html(title)

    @property
    def wanted_width(self) -> int:
        """The width of the text on one line, in pixels."""
        unbroken = self.document().clone()
        unbroken.setTextWidth(-1)
        return int(unbroken.idealWidth()) + 2

    def show_facts(self, facts: Sequence[Fact], room: int, theme: Theme) -> None:
        """Show facts beside each other, each below its label, in as many rows as `room` in pixels makes of them.

        What gives way begins no further row.
        """
        rows: list[list[Fact]] = []
        left = 0
        for fact in facts:
            needed = self._fact_width(fact) + _BETWEEN_FACTS
            if not rows or needed - _BETWEEN_FACTS > left:
                if rows and fact.gives_way:
                    continue
                rows.append([])
                left = room
            rows[-1].append(fact)
            left -= needed
        style = f"padding-right:{_BETWEEN_FACTS}px; padding-bottom:4px"
        tables = []
        for row in rows:
            kept = ' style="white-space:nowrap"' if len(row) > 1 else ""
            cells = "".join(f'<td style="{style}"><span{kept}>{self._fact(each, theme)}</span></td>' for each in row)
            tables.append(f"<table cellspacing=0 cellpadding=0><tr>{cells}</tr></table>")
        self._show_html("".join(tables))

    def _fact_width(self, fact: Fact) -> int:
        """Return how wide a fact is with its text in one line."""
        metrics = QFontMetrics(self.font())
        text = metrics.horizontalAdvance(f"{plain(fact.text)} {fact.faint}") + (_SQUARE + 5) * len(fact.colours)
        label = QFontMetrics(sized(self.font(), SMALL_SIZE)).horizontalAdvance(fact.label)
        return max(label, text + (_MARK + 5 if fact.source is not None else 0))

    def _fact(self, fact: Fact, theme: Theme) -> str:
        runs, squares = [], list(fact.colours)
        for run in fact.text:
            if isinstance(run, Link) and squares:
                runs.append(f"{self._square(theme.mark(squares.pop(0)), theme, _SQUARE)}&nbsp;")
            runs.append(_anchor(run) if isinstance(run, Link) else escape(run))
        text = "".join(runs)
        if fact.faint:
            text += f' <span style="color:{theme.faint_text}">{escape(fact.faint)}</span>'
        if fact.source is not None:
            picture = self._picture("source", pixmap("source", theme.link, _MARK, self.devicePixelRatioF()))
            target = fact.source.target
            leads = f"{_PAGE}{path_of(target)}" if isinstance(target, Ref) else ""
            text += f'&nbsp;<a href="{escape(leads)}">{picture}</a>'
        label = f'<span style="color:{theme.faint_text}; font-size:{SMALL_SIZE}px">{escape(fact.label)}</span>'
        return f"{label}<br>{text}"

    def show_news(self, events: Sequence[Paragraph], theme: Theme) -> None:
        """Show events below each other, each below its date and whom it is about."""
        rows = []
        for event in events:
            head = f'<span style="color:{theme.faint_text}">{escape(event.lead)} · </span>{html_of(event.below)}'
            small = f'<span style="font-size:{SMALL_SIZE}px">{head}</span>'
            style = f"padding-top:6px; padding-bottom:6px; border-top:1px solid {theme.border}"
            rows.append(f'<tr><td style="{style}">{small}<br>{html_of(event.text)}</td></tr>')
        self._show_html(f'<table width="100%" cellspacing=0 cellpadding=0>{"".join(rows)}</table>' if rows else "")

    def _square(self, colour: str, theme: Theme, size: int) -> str:
        """Return the small square of a pillar as an image of the text."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.axis))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3)
        painter.end()
        return self._picture(f"square{colour}-{size}", picture)

    def _picture(self, name: str, picture: QPixmap) -> str:
        address = QUrl(f"picture:{quote(name)}")
        self.document().addResource(QTextDocument.ResourceType.ImageResource, address, picture)
        size = picture.deviceIndependentSize()
        return f'<img src="{address.toString()}" width={size.width():.0f} height={size.height():.0f} align="middle">'

    def _show_html(self, html: str) -> None:
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
        if address.toString() == _ALL:
            self.rest_requested.emit()
            return
        target = target_of(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if isinstance(target, Ref):
            self.requested.emit(target)
        elif target is not None:
            self.address_requested.emit(target)


def _named(paragraph: Paragraph, words: Words) -> str:
    text = html_of(paragraph.text)
    return words.text("<b>{name}:</b> {items}", name=escape(paragraph.lead), items=text) if paragraph.lead else text


def _table_row(paragraph: Paragraph, gap: int) -> str:
    """Return a row of two columns; what stands in the first one is not broken."""
    lead = escape(paragraph.lead).replace(" ", "&nbsp;")
    text = " ".join([html_of(paragraph.text), *(_anchor(mark) for mark in paragraph.marks)])
    if paragraph.below:
        text += f"<br>{html_of(paragraph.below)}"
    return f'<tr><td style="padding-right:{gap}px">{lead}</td><td>{text}</td></tr>'


class SectionCard(BlockView):
    """A titled card of rich text; a long one shows its beginning and offers the rest."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._section: Section | None = None
        self._words = words
        self.title = QLabel(self)
        self.title.setProperty("section", "true")
        self.text = LinkedText(self)
        layout = ColumnLayout(self, gap=6, margins=(14, 10, 14, 12))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        self.text.requested.connect(self.requested)
        self.text.address_requested.connect(self.address_requested)
        self.text.rest_requested.connect(self._show_all)

    def show_block(self, block: object) -> None:
        """Show another section."""
        if not isinstance(block, Section):
            raise TypeError(f"{type(block).__name__} is no section")
        self._section = block
        self.setObjectName(f"section_{block.id}")
        self.title.setText(block.title)
        self.text.setAccessibleName(block.title)
        self.text.show_section(block, _FIRST_LINES, self._words)

    def tab_order(self) -> list[QWidget]:
        """Return the text."""
        return [self.text]

    def mark(self, said: str) -> int | None:
        """Mark what a paragraph says, with the rest unfolded where it is there, and return where it stands in pixels.

        Return None where no paragraph says it.
        """
        found = self.text.document().find(said)
        if found.isNull() and self._section is not None:
            self._show_all()
            finish_layouts()
            found = self.text.document().find(said)
        if found.isNull():
            return None
        self.text.setTextCursor(found)
        found.setPosition(found.selectionStart())
        return self.text.y() + self.text.cursorRect(found).top()

    def _show_all(self) -> None:
        if self._section is not None:
            self.text.show_section(self._section, len(self._section.paragraphs), self._words)
