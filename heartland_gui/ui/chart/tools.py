"""The head of a chart: what it shows at the left; kinds, indicator, scale and what else can be done at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QWidget

from heartland_gui.charts.choice import kind_name, missing_kinds, question_name, short_kind_name
from heartland_gui.charts.scales import LOG_FACTOR
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.screen.tooltips import plain_label
from heartland_gui.rendering.style import Theme
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.widgets.icons import icon
from heartland_gui.ui.widgets.menus import empty_menu, list_by_topic
from heartland_gui.ui.widgets.segments import SegmentedControl

_MOST_SEGMENTS: Final = 3
"""Further kinds of chart stand in the menu."""
_TABLE: Final = "table"
_ICONS: Final = {
    "over-time": "chart-over-time",
    "several-over-time": "chart-several",
    "multiples": "chart-several",
    "structure": "chart-structure",
    "ranking": "chart-ranking",
    "map": "chart-map",
    "targets": "chart-plan",
    "change": "chart-change",
    "timeline": "chart-timeline",
    "coverage": "table",
}
_GAP: Final = 8
_LEAST_TITLE: Final = 200
"""A title that has less room than this stands above what can be chosen."""
_SMALL_ICON: Final = 16


@dataclass(frozen=True, slots=True)
class ChartDeeds:
    """What the menu of a chart does, apart from asking other questions of it: names and deeds, in groups."""

    groups: tuple[tuple[tuple[str, Callable[[], object]], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Tools:
    """What stands at the right of a head of one width: the widgets with their sizes, and how kinds are named there."""

    placed: tuple[tuple[QWidget, QSize], ...]
    names: tuple[str, ...] = ()
    has_words: bool = True

    @property
    def width(self) -> int:
        """The width of all of them and the gaps before them, in pixels."""
        return sum(size.width() + _GAP for _, size in self.placed)


class ChartTools(QWidget):
    """What the chart shows, what can be chosen beside it, and what can be done with it."""

    chosen = Signal(object)
    """The Question that the chart is to answer instead."""
    table_chosen = Signal(object)
    """Whether the chart is to be seen as a table."""

    def __init__(self, session: Session, parent: QWidget, deeds: Callable[[], ChartDeeds] = ChartDeeds) -> None:
        super().__init__(parent)
        self._session, self._words, self._deeds = session, session.words, deeds
        words = self._words
        self._scale_tip = words.text("Switch between a linear and a logarithmic scale (L)")
        self._no_logarithm_tip = words.text(
            "A logarithmic scale would mislead here: "
            "it needs positive values, the largest at least {n} times the smallest.",
            n=words.number(LOG_FACTOR),
        )
        self._segments: list[Question] = []
        self._best: dict[str, Question] = {}
        self._question: Question | None = None
        self._chart: Chart | None = None
        self._of_kind: list[Question] = []
        self._switches, self._as_table, self._has_scale = False, False, False
        self._tools_at: dict[int, _Tools] = {}
        self._icons: dict[tuple[str, Theme], QIcon] = {}
        """What stands at the right at a width: layouts ask many times."""
        self._build()

    def _build(self) -> None:
        words, theme = self._words, self._session.theme
        self.title = QLabel(self)
        self.title.setProperty("card_title", "true")
        self.label = QLabel(self)
        self.label.setProperty("faint", "true")
        self.label.setProperty("small", "true")
        for text in (self.title, self.label):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
        self.kinds = SegmentedControl(self)
        self.kinds.setObjectName("chart_kinds")
        self.kinds.setAccessibleName(words.text("Kind of chart"))
        self.kinds.chosen.connect(self._choose_kind)
        self.scales = SegmentedControl(self)
        self.scales.setObjectName("chart_scales")
        self.scales.setAccessibleName(words.text("Scale"))
        self.scales.setToolTip(self._scale_tip)
        self.scales.offer([words.text("Linear"), words.text("Log")])
        self.scales.chosen.connect(lambda number: self.chosen.emit(replace(self._asked, logarithmic=bool(number))))
        self.indicator = QPushButton(self)
        self.indicator.setObjectName("chart_indicator")
        self.indicator.setIcon(icon("chevron-down", theme, size=_SMALL_ICON))
        self.indicator.setIconSize(QSize(_SMALL_ICON, _SMALL_ICON))
        self.indicator.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._add_menu(self.indicator, self._list_indicators)
        self.table = self._icon_button("chart_table", "table", words.text("Show as table (T)"))
        self.table.setCheckable(True)
        self.table.clicked.connect(lambda: self.table_chosen.emit(not self._as_table))
        self.more = self._icon_button("chart_more", "more", words.text("More commands of this chart"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add_menu(self.more, self._list_commands)

    def _icon_button(self, name: str, picture: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("icon_button", "true")
        button.setIcon(icon(picture, self._session.theme, size=_SMALL_ICON))
        button.setIconSize(QSize(_SMALL_ICON, _SMALL_ICON))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    @staticmethod
    def _add_menu(button: QPushButton | QToolButton, fill: Callable[[QMenu], None]) -> None:
        """Give a button a menu that is filled when somebody wants to see it: a page may offer a hundred charts."""
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)

    def tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, from left to right."""
        return [*self.kinds.buttons, self.indicator, *self.scales.buttons, self.table, self.more]

    @property
    def _asked(self) -> Question:
        if self._question is None:
            raise RuntimeError("no chart is shown")
        return self._question

    # -- showing ------------------------------------------------------------------------------------------------

    def show_question(self, chart: Chart, offered: Sequence[Question], *, switches: bool) -> None:
        """Show what can be chosen beside the present chart; kinds only with `switches`."""
        self._question, self._chart, self._switches = chart.question, chart, switches
        self._best = {}
        for question in offered:
            self._best.setdefault(question.kind, question)
        page = self._session.selection.page
        subject = chart.question.subject
        of_region = subject == self._session.dataset.region_ref
        own_page = subject == page or (page.kind is SubjectKind.INDICATOR and of_region)
        self.title.setText((chart.title if own_page else chart.full_title) or chart.full_title)
        self.label.setText(chart.subtitle)
        self.label.setVisible(bool(chart.subtitle))
        self._of_kind = [question for question in offered if question.kind == chart.question.kind]
        name = question_name(self._session.dataset, chart.question, self._words)
        self.indicator.setText(plain_label(name))
        self.indicator.setAccessibleName(self._words.text("Indicator: {name}", name=name))
        self._show_segments()
        self.show_as_table(shown=self._as_table)

    def _show_segments(self) -> None:
        """Offer the kinds in their order; the one that is shown has a segment even where it is far down."""
        kinds = list(self._best.values())
        shown = self._asked.kind
        if shown not in [question.kind for question in kinds[:_MOST_SEGMENTS]]:
            kinds = [*kinds[: _MOST_SEGMENTS - 1], self._asked]
        self._segments = kinds[:_MOST_SEGMENTS]

    def show_as_table(self, *, shown: bool) -> None:
        """Say whether the chart is seen as a table; a table has no scale."""
        self._as_table = shown
        chart = self._chart
        self._has_scale = chart is not None and bool(chart.can_be_logarithmic) and not shown
        if chart is not None:
            self.scales.set_chosen(int(chart.is_logarithmic))
        self.table.setChecked(shown)
        self._tools_at = {}
        self._fit(self.width())

    @property
    def _chosen_segment(self) -> int:
        if self._as_table:
            return len(self._segments)
        kinds = [question.kind for question in self._segments]
        return kinds.index(self._asked.kind)

    def _choose_kind(self, number: int) -> None:
        if number == len(self._segments):
            self.table_chosen.emit(number == len(self._segments))
            return
        if self._as_table:
            self.table_chosen.emit(number == len(self._segments))
        if self._segments[number].kind != self._asked.kind:
            self.chosen.emit(self._segments[number])

    # -- geometry -----------------------------------------------------------------------------------------------

    def height_for(self, width: int) -> int:
        """Return how high the head is at a width."""
        return self._arranged(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything anew."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        if self._question is not None and width > 0:
            self._arranged(width, move=True)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tools_at = {}

    def _tools(self, width: int) -> _Tools:
        """Return what stands at the right in a head of a width, with as many words as there is room for."""
        if width not in self._tools_at:
            beside = 0 if self._switches else _LEAST_TITLE
            tools = self._measured(width, roomy=True)
            if tools.width + beside > width:
                tools = self._measured(width, roomy=False)
            self._tools_at[width] = tools
        return self._tools_at[width]

    def _measured(self, width: int, *, roomy: bool) -> _Tools:
        """Return what stands at the right; without much room what is seldom chosen stands in the menu."""
        segmented = self._switches and roomy
        others = (
            (self.indicator, len(self._of_kind) > 1 and (roomy or not self._switches)),
            (self.scales, self._has_scale and roomy),
            (self.table, not segmented and (roomy or self._switches)),
            (self.more, True),
        )
        placed = tuple((each, each.sizeHint()) for each, shown in others if shown)
        if not segmented:
            return _Tools(placed)
        room = width - _LEAST_TITLE - _Tools(placed).width
        names, has_words, wide = self._named_segments(room)
        return _Tools(((self.kinds, QSize(wide, self._segments_height)), *placed), names, has_words)

    @property
    def _segments_height(self) -> int:
        return self.scales.sizeHint().height()

    def _named_segments(self, room: int) -> tuple[tuple[str, ...], bool, int]:
        """Return the names of the kinds, whether all are written, and the width of it all.

        The names are the long ones, else the short ones, else there are icons alone but for the chosen kind.
        """
        words, chosen = self._words, self._chosen_segment
        for name_of in (kind_name, short_kind_name):
            names = (*(name_of(each.kind, words) for each in self._segments), words.text("Table"))
            wide = self.kinds.width_of(names, self._pictures, chosen=chosen)
            if wide <= room:
                return names, True, wide
        return names, False, self.kinds.width_of(names, self._pictures, chosen=chosen, words=False)

    @property
    def _pictures(self) -> list[QIcon]:
        names = [*(_ICONS[each.kind] for each in self._segments), _TABLE]
        theme = self._session.theme
        for name in names:
            # Every question has its segments measured anew, with the same few icons.
            if (name, theme) not in self._icons:
                self._icons[name, theme] = icon(name, theme, size=_SMALL_ICON, on=theme.chosen.text)
        return [self._icons[name, theme] for name in names]

    def _show_tools(self, tools: _Tools) -> None:
        """Show what stands at the right, and hide the rest."""
        shown = [each for each, _ in tools.placed]
        for each in (self.kinds, self.indicator, self.scales, self.table):
            each.setVisible(each in shown)
        if tools.names:
            # Anew only where the names are others: the keyboard may be on one of them.
            if [button.accessibleName() for button in self.kinds.buttons] != list(tools.names):
                self.kinds.offer(tools.names, self._pictures, chosen=self._chosen_segment)
            self.kinds.set_chosen(self._chosen_segment)
            self.kinds.show_words(shown=tools.has_words)

    def _arranged(self, width: int, *, move: bool) -> int:
        """Return the height at a width; set everything there if it is to be moved."""
        arranged = self._tools(width)
        taken = arranged.width
        beside = width - taken >= min(_LEAST_TITLE, self.title.sizeHint().width())
        room = width - taken if beside else width
        title = self.title.heightForWidth(room)
        label = 0 if self.label.isHidden() else self.label.heightForWidth(room)
        texts, tools = title + label, max(size.height() for _, size in arranged.placed)
        if move:
            self._show_tools(arranged)
            self.title.setGeometry(0, 0, room, title)
            self.label.setGeometry(0, title, room, label)
            x = width - taken + _GAP
            y = 0 if beside else texts + _GAP
            for each, size in arranged.placed:
                wide = min(size.width(), width)
                each.setGeometry(max(0, x), y + (tools - size.height()) // 2, wide, size.height())
                x += size.width() + _GAP
        return max(texts, tools) if beside else texts + _GAP + tools

    # -- menus --------------------------------------------------------------------------------------------------

    def _list_indicators(self, menu: QMenu) -> None:
        """List what is offered of every indicator; what is about none stands first."""
        empty_menu(menu)
        for question in self._of_kind:
            if question.indicator is None:
                self._add_indicator(menu, question)
        choices = [(question.indicator, question) for question in self._of_kind if question.indicator is not None]
        list_by_topic(menu, choices, self._session.dataset, self._words, self._add_indicator)

    def _add_indicator(self, menu: QMenu, question: Question) -> None:
        name = question_name(self._session.dataset, question, self._words)
        self._add_choice(menu, name, question, chosen=question.indicator == self._asked.indicator)

    def _list_commands(self, menu: QMenu) -> None:
        """List what can be done with the chart, then every kind of chart."""
        empty_menu(menu)
        for group in self._deeds().groups:
            for name, deed in group:
                menu.addAction(plain_label(name)).triggered.connect(lambda _=False, deed=deed: deed())
            menu.addSeparator()
        if self.indicator.isHidden() and len(self._of_kind) > 1:
            self._list_indicators(menu.addMenu(self._words.text("Indicator")))
        if self._switches and self._asked.subject.kind is not SubjectKind.SOURCE:
            kinds = menu.addMenu(self._words.text("Kind of chart"))
            kinds.setToolTipsVisible(True)
            self._list_kinds(kinds)
        asked = self._asked.indicator
        page = None if asked is None else Ref(SubjectKind.INDICATOR, asked)
        if page is not None and page != self._session.selection.page:
            menu.addSeparator()
            name = question_name(self._session.dataset, self._asked, self._words)
            about = menu.addAction(plain_label(self._words.text("About “{name}”", name=name)))
            about.triggered.connect(lambda: self._session.go_to(page))

    def _list_kinds(self, menu: QMenu) -> None:
        """List the kinds of chart that have no segment beside it; those that the data does not support say why."""
        session, words = self._session, self._words
        beside = [] if self.kinds.isHidden() else [question.kind for question in self._segments]
        for question in self._best.values():
            if question.kind in beside:
                continue
            name = kind_name(question.kind, words)
            self._add_choice(menu, name, question, chosen=question.kind == self._asked.kind)
        for kind, reason in missing_kinds(session.dataset, session.selection.page, words):
            action = menu.addAction(kind_name(kind, words))
            action.setEnabled(False)
            action.setToolTip(reason)
            action.setStatusTip(reason)

    def _add_choice(self, menu: QMenu, name: str, question: Question, *, chosen: bool) -> None:
        action = menu.addAction(plain_label(name))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: self.chosen.emit(question))
