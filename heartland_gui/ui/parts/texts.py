"""Running text with links: summaries, events, sources."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from heartland_gui.text import Words
from heartland_gui.ui.links import linked_page
from heartland_gui.ui.page_content import Section

_FIRST_LINES: Final = 25
_ALL: Final = "all:"


class LinkedText(QLabel):
    """Rich text that can be selected; its links are reached by Tab and ask for their pages."""

    requested = Signal(object)
    """The page that a link leads to, a Ref."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(self._follow)

    def _follow(self, address: str) -> None:
        ref = linked_page(address)
        if ref is not None:
            self.requested.emit(ref)


class SectionCard(QFrame):
    """A titled card of rich text; a long one shows its beginning and offers the rest."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._section: Section | None = None
        self._words = Words()
        self.title = QLabel(self)
        self.title.setProperty("section", "true")
        self.text = LinkedText(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        self.text.requested.connect(self.requested)
        self.text.linkActivated.connect(self._show_all)

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
            html += f'<a href="{_ALL}" style="text-decoration:none">{more}</a>'
        self.text.setText(html)

    def _show_all(self, address: str) -> None:
        if address == _ALL and self._section is not None:
            self._fill(self._section, len(self._section.lines))
