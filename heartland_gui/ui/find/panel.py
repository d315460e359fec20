"""The panel that finds: one field over everything, with what fits below it in groups as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.finding.answers import Answers, FoundGroup, FoundText
from heartland_gui.finding.entries import Entry, EntryKind, entries_of
from heartland_gui.finding.finder import Hit
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref
from heartland_gui.model.selection import AddressError, Selection, View, is_address, selection_at
from heartland_gui.pages.names import address_refusal, selection_name
from heartland_gui.ui.actions.action import Command
from heartland_gui.ui.find.names import NameReader
from heartland_gui.ui.find.rows import FOUND, FoundModel, FoundRow, FoundRows, Head
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import Bookmarks
from heartland_gui.ui.widgets.explanations import explain
from heartland_gui.ui.widgets.icons import icon, pixmap
from heartland_gui.ui.widgets.inputs import Inputs
from heartland_gui.ui.widgets.overlay import Edge, Overlay
from heartland_gui.ui.widgets.theme import FIND_SIZE, SMALL_SIZE, sized

_WIDTH: Final = 800
_BESIDE: Final = 48
"""What is left of the window beside the panel, in pixels."""
_FIELD: Final = 54
_FOOT: Final = 36
_BELOW: Final = 10
_MARGIN: Final = 18
_PADDING: Final = 4
"""What a button of the foot has around its words."""
_BETWEEN: Final = 10
_SHOWN: Final = 3
"""So many rows a group shows until it is unfolded."""
_MOST_BEFORE: Final = 6
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_LONGEST_SAID: Final = 60


class FindPanel(Overlay):
    """Lies over the window; `chosen` says what was chosen, an Entry, and `gathered` whose subject is to be compared."""

    chosen = Signal(object)
    gathered = Signal(object)

    def __init__(
        self, session: Session, bookmarks: Bookmarks, commands: Mapping[str, Command], parent: QWidget
    ) -> None:
        host = _window_around(parent)
        super().__init__(host, edge=Edge.TOP, width=_WIDTH, dims=True, freezes=True)
        words = session.words
        self.setObjectName("find_panel")
        self.setAccessibleName(words.text("Find"))
        self._session, self._bookmarks, self._commands, self._window = session, bookmarks, commands, host
        self._known = Inputs()
        self.names = NameReader(self)
        self._answers: Answers | None = None
        self._comparable = False
        self._unfolded: set[int] = set()
        self._groups: tuple[FoundGroup, ...] = ()
        self.model = FoundModel(words, self)
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.selectionModel().selectionChanged.connect(self._follow)
        self.names.finished.connect(self._answer)
        explain(self, words)

    def _lay_out(self) -> None:
        session, words = self._session, self._session.words
        glass = QLabel(self)
        glass.setPixmap(pixmap("search", session.theme.text, 20, self.devicePixelRatioF()))
        self.field = QLineEdit(self)
        self.field.setObjectName("find_text")
        self.field.setFont(sized(QFont(self.font()), FIND_SIZE))
        self.field.setAccessibleName(words.text("Find anything"))
        self.shut = QToolButton(self)
        self.shut.setProperty("icon_button", "true")
        self.shut.setIcon(icon("close", session.theme))
        self.shut.setIconSize(QSize(20, 20))
        self.shut.setToolTip(words.text("Close (Esc)"))
        self.shut.setAccessibleName(words.text("Close"))
        self.shut.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shut.clicked.connect(self.dismiss)
        top = QWidget(self)
        top.setObjectName("find_top")
        top.setFixedHeight(_FIELD)
        line = QHBoxLayout(top)
        line.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        line.setSpacing(12)
        for each in (glass, self.field, self.shut):
            line.addWidget(each)
        self.view = FoundRows(session.theme, self)
        self.view.setObjectName("found")
        self.view.setModel(self.model)
        self.view.setAccessibleName(words.text("Results"))
        self.nothing = QLabel(self)
        self.nothing.setObjectName("nothing_found")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("third", "true")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(self._foot())

    def _foot(self) -> QFrame:
        """Return what says below the rows which keys there are, or what was done; what a key does its button does."""
        words, foot = self._session.words, QFrame(self)
        foot.setObjectName("find_foot")
        foot.setFixedHeight(_FOOT)
        self.hint = QLabel(foot)
        self.hint.setObjectName("find_hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("faint", "true")
        self.opener, self.gatherer, self.onward, self.closer = (QPushButton(foot) for _ in range(4))
        self.onward.setText(words.text("Tab next group"))
        self.closer.setText(words.text("Esc close"))
        self.opener.clicked.connect(lambda: self._choose(self.view.currentIndex()))
        self.gatherer.clicked.connect(lambda: self._choose(self.view.currentIndex(), gathers=True))
        self.onward.clicked.connect(lambda: self._go_to_group(1))
        self.closer.clicked.connect(self.dismiss)
        line = QHBoxLayout(foot)
        line.setContentsMargins(_MARGIN, 0, _MARGIN - _PADDING, 0)
        line.setSpacing(_BETWEEN)
        line.addWidget(self.hint)
        for button in (self.opener, self.gatherer, self.onward):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.closer)
        for each in (self.hint, self.opener, self.gatherer, self.onward, self.closer):
            each.setFont(sized(QFont(self.font()), SMALL_SIZE))
            if isinstance(each, QPushButton):
                each.setProperty("crumb", "true")
                each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return foot

    def _tell_keys(self, said: str = "") -> None:
        """Say in the foot which keys there are, as many as have room, or instead what was done."""
        words = self._session.words
        if not said and self.names.is_reading:
            said = words.text("Loading names …")
        self.hint.setText(said or words.text("↑ ↓ choose"))
        self.opener.setText(words.text("Enter add to comparison") if self._comparable else words.text("Enter open"))
        stays = words.text("Ctrl+Enter add and stay"), words.text("Ctrl+Enter add to comparison")
        self.gatherer.setText(stays[not self._comparable])
        room = self._wide - 2 * _MARGIN - self.hint.sizeHint().width() - self.closer.sizeHint().width()
        for button in (self.opener, self.gatherer, self.onward):
            room -= button.sizeHint().width() + _BETWEEN
            button.setVisible(not said and self.model.rowCount() > 0 and room > 0)

    def begin(self, *, comparable: bool = False) -> None:
        """Show the panel, ready for typing, with what was typed last selected.

        With `comparable` it offers what can be compared, and what is chosen is gathered.
        """
        words = self._session.words
        self._learn()
        if comparable is not self._comparable:
            self._comparable = comparable
            self.field.clear()
        self.field.setPlaceholderText(
            words.text("Find a company, place or pillar to compare")
            if comparable
            else words.text("Find a company, place, figure or source")
        )
        self.set_width(self._wide)
        self._unfolded.clear()
        self._search(self.field.text())
        self.present(self.field)
        self.field.selectAll()

    @property
    def _wide(self) -> int:
        return min(_WIDTH, self._window.width() - _BESIDE)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width: events wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows with the field and the foot, in pixels."""
        found = self.view.height_in(width - 2) + _BELOW if self.model.rowCount() else 0
        nothing = self.nothing.heightForWidth(width - 2) if not self.model.rowCount() else 0
        return _FIELD + found + max(0, nothing) + _FOOT + 2

    def _learn(self) -> None:
        """Begin to read the names of the dataset where it is another one, or the language."""
        session = self._session
        if self._known.changed_to(session.dataset, session.words):
            self._answers = Answers(session.dataset, session.words)
            self.names.begin(chain(entries_of(session.dataset), self._command_entries()))

    def _command_entries(self) -> list[Entry]:
        """Return everything that can be done, by its name and by what it does."""
        words = self._session.words
        return [
            Entry(EntryKind.COMMAND, (each.name(words),), aside=(words.say(each.action.tip),), command=each.id)
            for each in self._commands.values()
        ]

    def _answer(self) -> None:
        """Look for what was typed while the names were read."""
        self._search(self.field.text())

    # -- looking ------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Show what fits; before anything is typed, what was seen and kept, and what may be typed."""
        self._unfolded.clear()
        refusal = ""
        if is_address(text) and not self._comparable:
            self._groups, refusal = self._at(text)
        elif text.strip():
            self._groups = self._found(text)
        else:
            self._groups = self._before()
        self._show(refusal or self._why_nothing(text))

    def _found(self, text: str) -> tuple[FoundGroup, ...]:
        answers, words = self._answers, self._session.words
        if answers is None or self.names.is_reading:
            return ()
        finder = self.names.finder
        found = answers.groups(finder, text, self._recent, comparable=self._comparable)
        if found:
            return found
        near = answers.alike(finder, text, comparable=self._comparable)
        title = words.text("Nothing matches “{text}”. Did you mean …?", text=_shortened(text))
        return (FoundGroup(None, title, near),) if near else ()

    def _before(self) -> tuple[FoundGroup, ...]:
        words, answers = self._session.words, self._answers
        recent = tuple(Hit(_of_page(ref)) for ref in self._recent if self._is_offered(ref))
        kept = tuple(
            self._bookmark(each.selection)
            for each in self._bookmarks.all
            if each.selection is not None and self._is_offered(each.selection.page)
        )
        examples = answers.examples if answers is not None and not self._comparable else ()
        groups = (
            FoundGroup(None, words.text("Recent"), recent[:_MOST_BEFORE]),
            FoundGroup(None, words.text("Bookmarks"), kept[:_MOST_BEFORE]),
            FoundGroup(None, words.text("For example"), examples),
        )
        return tuple(group for group in groups if group.hits)

    @property
    def _recent(self) -> list[Ref]:
        """The pages that were seen, the last first, without the one that is shown."""
        session = self._session
        pages = dict.fromkeys(seen.page for seen in session.seen if seen.view is View.SUBJECT)
        return [ref for ref in pages if ref != session.selection.page]

    def _is_offered(self, ref: Ref) -> bool:
        return not self._comparable or ref.kind not in WITHOUT_FIGURES

    def _bookmark(self, selection: Selection) -> Hit:
        session = self._session
        if self._comparable or selection.view is View.SUBJECT:
            return Hit(replace(_of_page(selection.page), selection=selection))
        name = selection_name(session.dataset, selection, session.words)
        return Hit(Entry(EntryKind.COMMAND, (name,), selection=selection))

    def _why_nothing(self, text: str) -> str:
        words = self._session.words
        if self.names.is_reading:
            return ""  # the hint says why
        if not text.strip():
            return words.text("No recent pages yet.")
        return words.text("Nothing matches “{text}”.", text=_shortened(text))

    def _at(self, address: str) -> tuple[tuple[FoundGroup, ...], str]:
        """Return the page of an address, or why there is none."""
        words = self._session.words
        try:
            selection = selection_at(self._session.dataset, address)
        except AddressError as error:
            return (), address_refusal(error, words)
        hit = Hit(replace(_of_page(selection.page), selection=selection))
        return (FoundGroup(None, words.text("Page of this address"), (hit,)),), ""

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self, nothing: str, current: int | None = None) -> None:
        """Show the groups; the first row is chosen, or that of the given number."""
        rows: list[Head | FoundRow] = []
        for number, group in enumerate(self._groups):
            shown = len(group.hits) if group.group is None or number in self._unfolded else _SHOWN
            rows.append(Head(group.title, self._more(group, shown), number))
            rows += [FoundRow(hit, group.title) for hit in group.hits[:shown]]
        self.model.show_rows(self._session.dataset, self._session.words, rows, self._text)
        self.view.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(nothing if not rows else "")
        if rows:
            wanted = current if current is not None else 1
            self.view.setCurrentIndex(self.model.index(min(wanted, len(rows) - 1), 0))
            if wanted <= 1:
                self.view.scrollToTop()
        # Where rows are exchanged, the list does not say that another one is chosen.
        self._tell(self.view.currentIndex())
        self._tell_keys()
        # Other rows of the same list need another height, of which no layout knows.
        self.set_width(self._wide)

    def _more(self, group: FoundGroup, shown: int) -> str:
        """Return how many rows a group has beyond those that are shown."""
        words, left = self._session.words, len(group.hits) - shown
        if left <= 0:
            return ""
        if group.is_cut:
            return words.plural("over {n} more", "over {n} more", left - 1)
        return words.plural("{n} more", "{n} more", left)

    def _text(self, hit: Hit) -> FoundText:
        if self._answers is None:
            raise RuntimeError("rows are asked for before there is a dataset")
        return self._answers.text(hit, self.field.text().strip())

    def say(self, text: str) -> None:
        """Say in the foot what was done, until the next key."""
        self._tell_keys(text)

    def _tell(self, current: QModelIndex) -> None:
        """Tell whoever listens which row is chosen: the keyboard stays in the field."""
        said = current.data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(said if isinstance(said, str) else "")

    def _follow(self, selected: QItemSelection) -> None:
        """Choose the row that assistive technology has selected, which is no current one yet."""
        rows = selected.indexes()
        if rows and rows[0] != self.view.currentIndex():
            self.view.setCurrentIndex(rows[0])

    # -- choosing -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the field keeps the cursor; keep as wide as the window allows."""
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.set_width(self._wide)
            self._tell_keys()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._tell_keys()
            key = event.key()
            if key in _STEPS:
                self._step(_STEPS[Qt.Key(key)])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                gathers = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._choose(self.view.currentIndex(), gathers=gathers)
                return True
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._go_to_group(1 if key == Qt.Key.Key_Tab else -1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Go so many rows up or down, over heads that lead nowhere."""
        numbers = self._numbers()
        if numbers:
            now = self.view.currentIndex().row()
            place = numbers.index(now) if now in numbers else 0
            self._go_to(numbers[min(max(place + by, 0), len(numbers) - 1)])

    def _numbers(self) -> list[int]:
        """Return the rows that can be chosen."""
        rows = range(self.model.rowCount())
        return [row for row in rows if self.model.index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled]

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))
        if row <= 1:
            self.view.scrollToTop()  # so that the head above is seen

    def _go_to_group(self, by: int) -> None:
        """Go to the first row of the next group or of the one before, round and round."""
        firsts = [row + 1 for row in range(self.model.rowCount()) if isinstance(self._row(row), Head)]
        if firsts:
            now = max((place for place, row in enumerate(firsts) if row <= self.view.currentIndex().row()), default=0)
            row = firsts[(now + by) % len(firsts)]
            self.view.scrollTo(self.model.index(row - 1, 0))
            self._go_to(row)

    def _row(self, number: int) -> object:
        return self.model.index(number, 0).data(FOUND)

    def _choose(self, index: QModelIndex, *, gathers: bool = False) -> None:
        row = index.data(FOUND) if index.isValid() else None
        if isinstance(row, Head) and row.more:
            self._unfolded.add(row.group)
            self._show("", index.row() + 1 + _SHOWN)
        elif isinstance(row, FoundRow) and row.hit.entry.kind is EntryKind.QUERY:
            self.field.setText(row.hit.entry.names[0])
        elif isinstance(row, FoundRow):
            self._take(row.hit.entry, gathers=gathers)

    def _take(self, entry: Entry, *, gathers: bool) -> None:
        if self._comparable or gathers:
            subject = entry.ref is not None and entry.ref.kind not in WITHOUT_FIGURES
            if not subject or entry.kind.value != (entry.ref.kind.value if entry.ref else ""):
                self.say(self._session.words.text("This cannot be compared."))
                return
            if self._comparable and not gathers:
                self.dismiss()
            self.gathered.emit(entry.ref)
            return
        self.dismiss()
        self.chosen.emit(entry)


def _window_around(widget: QWidget) -> QWidget:
    """Return the window with the menus and the tool bar: the panel lies over all of it."""
    each: QWidget | None = widget
    while each is not None and not isinstance(each, QMainWindow):
        each = each.parentWidget()
    return each or widget.window()


def _of_page(ref: Ref) -> Entry:
    return Entry(EntryKind(ref.kind.value), (), ref)


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_SAID else f"{text[:_LONGEST_SAID]}…"
