"""The sheet of a source: it slides over the page beside the figure that somebody came from, and leaves it usable."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.pages.source_sheet import Rival, SourceSheet, source_sheet
from heartland_gui.ui.sources.figures import FigureList
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.explanations import explain
from heartland_gui.ui.widgets.icons import icon, pixmap
from heartland_gui.ui.widgets.menus import quoting_entries, show_menu
from heartland_gui.ui.widgets.overlay import Edge, Overlay
from heartland_gui.ui.widgets.theme import SELECTABLE, SHEET_TITLE_SIZE, sized

_WIDTH: Final = 424
_FULL_BELOW: Final = 700
"""In a window that is narrower the sheet takes all of its width, in pixels."""
_LOW: Final = 300
"""A sheet that is lower has no room for a title and a citation that stay, in pixels."""
_EDGE: Final = 18
_LABELS: Final = 78


class SourceSheetPane(Overlay):
    """Shows a source. Another figure exchanges it, the same one closes it, and so do Escape and ×."""

    said = Signal(str)
    """What was done, to be said for a moment."""
    address_requested = Signal(str)
    """An address of the web that somebody wants to open."""

    def __init__(self, session: Session, host: QWidget) -> None:
        super().__init__(host, edge=Edge.RIGHT, width=_WIDTH, dims=False, stays=True)
        words = session.words
        self._session, self._over = session, host
        self._shown: SourceSheet | None = None
        self._of: Dataset | None = None
        """The dataset that what is shown was taken from."""
        self._asked: tuple[Ref, Observation | None] | None = None
        self.setObjectName("source_sheet")
        self.setAccessibleName(words.text("Source"))
        self.close_button = QToolButton(self)
        self.close_button.setProperty("icon_button", "true")
        self.close_button.setIcon(icon("close", session.theme))
        self.close_button.setToolTip(words.text("Close (Esc)"))
        self.close_button.setAccessibleName(words.text("Close"))
        self.title = QLabel(self)
        self.title.setObjectName("sheet_title")
        self.title.setFont(sized(self.font(), SHEET_TITLE_SIZE, bold=True))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(SELECTABLE)
        self._facts = QGridLayout()
        self._rivals = QVBoxLayout()
        self._build_figures()
        self._build_citation()
        self._lay_out()
        self._connect()
        explain(self, words)

    # -- building -----------------------------------------------------------------------------------------------

    def _build_figures(self) -> None:
        session, words = self._session, self._session.words
        self.counted = QLabel(words.text("Figures from it"), self)
        self.counted.setProperty("card_title", "true")
        self.count = QLabel(self)
        self.count.setProperty("third", "true")
        self.hint = QLabel(words.text("you came from the marked one"), self)
        self.hint.setProperty("third_small", "true")
        self.figures = FigureList(session, self)
        self.figures.setAccessibleName(words.text("Figures from this source"))
        self.all_button = QPushButton(self)
        self.all_button.setProperty("link", "true")

    def _build_citation(self) -> None:
        session, words = self._session, self._session.words
        self.citation = QLabel(self)
        self.citation.setObjectName("citation")
        self.citation.setWordWrap(True)
        self.citation.setTextFormat(Qt.TextFormat.PlainText)
        self.citation.setTextInteractionFlags(SELECTABLE)
        self.cite_button = QPushButton(words.text("Copy citation"), self)
        self.cite_button.setProperty("primary", "true")
        self.open_button = QPushButton(words.text("Open address"), self)
        self.page_button = QPushButton(words.text("Show all"), self)
        self.page_button.setToolTip(words.text("Open the page of this source"))
        ratio = self.devicePixelRatioF()
        self.cite_button.setIcon(pixmap("quote", session.theme.accent_text, 16, ratio))
        self.open_button.setIcon(icon("open-outside", session.theme, size=16))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        # What the sheet is of stays in sight wherever its figures are scrolled.
        self._named = QVBoxLayout()
        self._named.setContentsMargins(_EDGE, 0, _EDGE, 12)
        self._named.addWidget(self.title)
        column.addLayout(self._named)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("floating_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = self._content()
        self._scroll.setWidget(self._body)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        session = self._session
        mark, name = QLabel(self), QLabel(session.words.text("Source"), self)
        mark.setPixmap(pixmap("source", session.theme.text, 18, self.devicePixelRatioF()))
        name.setProperty("faint", "true")
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(mark)
        head.addWidget(name, 1)
        head.addWidget(self.close_button)
        return head

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("floating_content")
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnMinimumWidth(0, _LABELS)
        self._facts.setColumnStretch(1, 1)
        self._rivals.setSpacing(0)
        self._known = known = QVBoxLayout()
        known.setContentsMargins(_EDGE, 0, _EDGE, 12)
        known.setSpacing(12)
        known.addLayout(self._facts)
        known.addLayout(self._rivals)
        counted = QHBoxLayout()
        counted.setContentsMargins(_EDGE, 8, _EDGE, 0)
        counted.setSpacing(6)
        counted.addWidget(self.counted)
        counted.addWidget(self.count, 1)
        counted.addWidget(self.hint)
        leading = QHBoxLayout()
        leading.setContentsMargins(_EDGE - 6, 6, _EDGE, 12)
        leading.addWidget(self.all_button)
        leading.addStretch()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(known)
        column.addWidget(_rule(content))
        column.addLayout(counted)
        column.addWidget(self.figures)
        column.addLayout(leading)
        column.addStretch()
        return content

    def _foot(self) -> QWidget:
        foot = QFrame(self)
        foot.setProperty("sheet_foot", "true")
        label = QLabel(self._session.words.text("Citation"), foot)
        label.setProperty("faint", "true")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.cite_button, self.open_button, self.page_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(foot)
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(6)
        column.addWidget(label)
        self._cited = QVBoxLayout()
        self._cited.addWidget(self.citation)
        column.addLayout(self._cited)
        column.addSpacing(4)
        column.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.dismiss)
        self.cite_button.clicked.connect(self.copy_citation)
        self.open_button.clicked.connect(self._open_address)
        self.page_button.clicked.connect(self._open_page)
        self.all_button.clicked.connect(self._open_page)
        self.figures.opened.connect(self._open_subject)
        self.figures.walked.connect(self._follow)
        self.figures.menu_requested.connect(self._offer)
        self._session.changed.connect(self._check)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let title and citation scroll with the rest where the sheet is so low that nothing else would have room."""
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW
        if is_low is not (self._known.indexOf(self.title) >= 0):
            if is_low:
                self._known.insertWidget(0, self.title)
                self._known.insertWidget(1, self.citation)
            else:
                self._named.addWidget(self.title)
                self._cited.addWidget(self.citation)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_figure(self, figure: Observation) -> None:
        """Show the source of a figure, which is marked; where it is shown already, close the sheet."""
        self._show(Ref(SubjectKind.SOURCE, figure.source), figure)

    def show_source(self, source: Ref) -> None:
        """Show a source; where it is shown already, close the sheet."""
        self._show(source, None)

    def _show(self, source: Ref, figure: Observation | None) -> None:
        if not self.isHidden() and self._asked == (source, figure):
            self.dismiss()
            return
        sheet = self._sheet_of(source, figure)
        if sheet is None:
            return
        self._asked = (source, figure)
        self._fill(sheet, marked=figure is not None)
        width = self._over.width()
        self.set_width(width if width < _FULL_BELOW else _WIDTH)
        self.present(self.figures if sheet.groups else self.cite_button)
        self._follow()

    def _sheet_of(self, source: Ref, figure: Observation | None) -> SourceSheet | None:
        """Return what there is to say, None where the dataset does not have the source."""
        session = self._session
        found = session.dataset.source_by_id.get(source.id) if session.is_open else None
        if found is None:
            return None
        return source_sheet(session.dataset, found, session.words, figure=figure, page=session.selection.page)

    def _fill(self, sheet: SourceSheet, *, marked: bool) -> None:
        words = self._session.words
        self._shown, self._of = sheet, self._session.dataset
        self.title.setText(sheet.title)
        facts, rivals = self._fill_facts(sheet.facts), self._fill_rivals(sheet.rivals)
        self.count.setText(words.number(sheet.count))
        for part in (self.counted, self.count):
            part.setVisible(bool(sheet.count))
        self.hint.setVisible(marked)
        self.figures.show_groups(sheet.groups)
        self.all_button.setText(sheet.all_text)
        self.all_button.setVisible(bool(sheet.all_text))
        self.citation.setText(sheet.citation)
        self.citation.setAccessibleName(words.text("Citation: {text}", text=sheet.citation))
        self.open_button.setEnabled(bool(sheet.address))
        self.open_button.setToolTip(sheet.address or words.text("This source has no address"))
        self._scroll.verticalScrollBar().setValue(0)
        # As it is read; Qt's own order is that in which the parts came into what scrolls.
        read = [self.close_button, self.title, *facts, *rivals, self.figures, self.all_button, self.citation]
        for before, after in pairwise([*read, self.cite_button, self.open_button, self.page_button]):
            QWidget.setTabOrder(before, after)

    def _fill_facts(self, facts: tuple[tuple[str, str], ...]) -> list[QWidget]:
        _clear(self._facts)
        texts: list[QWidget] = []
        for row, (name, said) in enumerate(facts):
            label, text = QLabel(name, self), QLabel(said, self)
            label.setProperty("faint", "true")
            text.setWordWrap(True)
            text.setTextInteractionFlags(SELECTABLE)
            text.setAccessibleName(f"{name}: {said}")
            for part in (label, text):
                part.setTextFormat(Qt.TextFormat.PlainText)
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text, row, 1)
            texts.append(text)
        return texts

    def _fill_rivals(self, rivals: tuple[Rival, ...]) -> list[QWidget]:
        """List what each source says of a number on which they differ; a click exchanges the sheet."""
        _clear(self._rivals)
        rows: list[QWidget] = []
        if not rivals:
            return rows
        head = QLabel(self._session.words.text("Sources differ on this figure"), self)
        head.setProperty("differ", "true")
        self._rivals.addWidget(head)
        for rival in rivals:
            row = RivalRow(rival, self)
            row.clicked.connect(lambda _=False, figure=rival.figure: self._exchange(figure))
            self._rivals.addWidget(row)
            rows.append(row)
        return rows

    def _exchange(self, figure: Observation) -> None:
        if self._asked is not None and self._asked[1] != figure:
            self.show_figure(figure)

    def _follow(self) -> None:
        """Keep the row that has the keyboard in sight."""
        index = self.figures.currentIndex()
        if index.isValid():
            row = self.figures.visualRect(index)
            at = self.figures.mapTo(self._body, row.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, row.height())

    def _check(self) -> None:
        """Say what a changed dataset says, and go where it does not have the source; on another page it stays."""
        session = self._session
        if self.isHidden() or self._asked is None or (session.is_open and session.dataset is self._of):
            return
        source, figure = self._asked
        if figure is not None and not (session.is_open and figure in session.dataset.observations()):
            figure = None
        sheet = self._sheet_of(source, figure)
        if sheet is None:
            self.dismiss()
        else:
            self._asked = (source, figure)
            self._fill(sheet, marked=figure is not None)

    # -- doing --------------------------------------------------------------------------------------------------

    def copy_citation(self) -> None:
        """Put the citation on the clipboard."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.citation)
            self.said.emit(self._session.words.text("Citation copied."))

    def _open_address(self) -> None:
        if self._shown is not None and self._shown.address:
            self.address_requested.emit(self._shown.address)

    def _open_page(self) -> None:
        if self._shown is not None:
            self.dismiss()
            self._session.go_to(self._shown.source)

    def _open_subject(self, subject: Ref) -> None:
        self.dismiss()
        self._session.go_to(subject)

    def _offer(self, figure: Observation, at: QPoint) -> None:
        show_menu(self, at, quoting_entries(self._session.dataset, figure, self._session.words))


class RivalRow(QPushButton):
    """What one of several sources says that differ."""

    def __init__(self, rival: Rival, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("rival", "true")
        self.setCheckable(True)
        self.setChecked(rival.is_shown)
        self.setAccessibleName(f"{rival.value}, {rival.source}")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(10)
        value, source = QLabel(rival.value, self), QLabel(rival.source, self)
        value.setProperty("strong", "true")
        source.setWordWrap(True)
        for label in (value, source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(source, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Leave the state alone: the sheet shows which source it is of."""

    def sizeHint(self) -> QSize:
        """Return the size of both texts."""
        return self._row.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say that a long name of a source takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts."""
        return self._row.heightForWidth(width)


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("rule", "true")
    return line


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    """Take all widgets out of a layout and delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
