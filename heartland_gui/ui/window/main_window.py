"""The window: it builds the panes and the actions, and says which page is shown."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import Ref
from heartland_gui.model.selection import View
from heartland_gui.pages.names import place_name
from heartland_gui.ui.actions.files import Reader
from heartland_gui.ui.actions.made import made_action
from heartland_gui.ui.actions.spec import MENU_NAMES, ActionSpec, Menu, Tool, without_key
from heartland_gui.ui.actions.table import ACTIONS
from heartland_gui.ui.actions.window import FindFactory, WindowCommands
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.page.page import PagePane, set_tab_order
from heartland_gui.ui.state.kept import Kept
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.views.bookmarks import BookmarksPane
from heartland_gui.ui.views.disagreements import ConflictsPane
from heartland_gui.ui.views.map import MapPane
from heartland_gui.ui.views.problems import ProblemsPane
from heartland_gui.ui.views.sources import SourcesPane
from heartland_gui.ui.widgets.dragging import DropTarget
from heartland_gui.ui.window.banner import Banner, Hints
from heartland_gui.ui.window.explanations import explain
from heartland_gui.ui.window.frame import default_columns, place_window
from heartland_gui.ui.window.navigation import NavigationPane
from heartland_gui.ui.window.status_bar import StatusLine
from heartland_gui.ui.window.tool_bar import ToolRow


class MainWindow(QMainWindow):
    """Navigation, companies and page side by side, below the menus and tools.

    It stands alone or in the frame that was on the screen before it.
    """

    def __init__(self, session: Session, reader: Reader, kept: Kept, new_find: FindFactory) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.session = session
        self._remembered = kept.remembered
        self.banner = Banner(session.words, self)
        self.hints = Hints(session.words, self)
        self.navigation = NavigationPane(session, self)
        self.companies = CompanyListPane(session, self)
        self.page = PagePane(session, self)
        self.bookmarks, self.comparing = kept.bookmarks, kept.comparing
        self.status = StatusLine(session, self)
        self.commands = WindowCommands(
            session,
            reader,
            self.page,
            self.companies,
            self.banner,
            self.status.say_briefly,
            new_find,
            kept,
        )
        self.actions_by_id: dict[str, QAction] = {}
        self._shown: tuple[Ref, View] | None = None
        self._chart_factory: ChartFactory | None = None
        self._charted: list[PagePane | MapPane] = [self.page]
        self._build_actions()
        self._build_menus()
        self._lay_out()
        self._connect()
        explain(self, session.words)
        self._restore()
        self.refresh()
        page = self.page.tab_order()
        set_tab_order(
            [*self.tools.tab_order(), self.navigation.view, *self.companies.tab_order(), *page, self.status.state]
        )

    # -- building -----------------------------------------------------------------------------------------------

    def _build_actions(self) -> None:
        words = self.session.words
        for spec in ACTIONS:
            action = made_action(spec, self.commands, words, self.session.theme, self)
            if spec.of_chart:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.page.charts.addAction(action)
            self.actions_by_id[spec.id] = action

    def _build_menus(self) -> None:
        bar = self.menuBar()
        for menu in Menu:
            made = bar.addMenu(self.session.words.say(MENU_NAMES[menu]))
            made.setObjectName(f"menu_{menu.value}")
            for spec in ACTIONS:
                if spec.menu is menu:
                    if spec.separated:
                        made.addSeparator()
                    made.addAction(self.actions_by_id[spec.id])
            # Pressed by assistive technology, an entry leaves its menu open.
            made.triggered.connect(made.hide)
            # Whether a copy or a chart is possible may change without the session saying so.
            made.aboutToShow.connect(self._enable_actions)

    def _lay_out(self) -> None:
        words = self.session.words
        self.tools = ToolRow(self.session, self._tools(Tool.LEFT), self._tools(Tool.RIGHT), self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("columns")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, least in ((self.navigation, 150), (self.companies, 200), (self.pages, 360)):
            pane.setMinimumWidth(least)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(2, 1)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.banner)
        layout.addWidget(self.hints)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)
        self.setAccessibleName(words.text("Heartland"))

    def _tools(self, place: Tool) -> list[QAction]:
        return [self.actions_by_id[spec.id] for spec in ACTIONS if spec.tool is place]

    def _connect(self) -> None:
        self.page.copy_requested.connect(self.commands.chart.copy_this)
        self.page.export_requested.connect(self.commands.chart.export_this)
        self.page.address_requested.connect(self.commands.ask_about_address)
        self.page.removal_requested.connect(self.comparing.remove)
        self.comparing.changed.connect(self._enable_actions)
        for pane in (self.navigation, self.companies):
            pane.compare_requested.connect(self.commands.compare)
        DropTarget(self, self.pages, self.commands.open_dropped, self.commands.compare_dropped)
        self.page.completed.connect(self._enable_actions)
        self.page.completed.connect(lambda: explain(self.page, self.session.words))
        self.session.changed.connect(self.refresh)

    # -- showing ------------------------------------------------------------------------------------------------

    def use_charts(self, factory: ChartFactory) -> None:
        """Take what draws charts; the window can be shown before it is there."""
        self._chart_factory = factory
        for pane in self._charted:
            pane.use_charts(factory)
        self._enable_actions()

    def refresh(self) -> None:
        """Show the page or the problems, and name it in the title."""
        session, words = self.session, self.session.words
        pane = self._current_pane()
        if pane is not self.pages.currentWidget():
            self.pages.setCurrentWidget(pane)
            explain(pane, words)
            if isinstance(pane, TablePage):
                pane.take_keyboard()
        shown = (session.selection.page, session.selection.view) if session.is_open else None
        if shown != self._shown:
            self._shown = shown
            self.banner.move_on()
        self.navigation.setVisible(session.is_open)
        self.companies.setVisible(session.is_open)
        self._enable_actions()
        if not session.is_open:
            self.setWindowTitle(words.text("Heartland"))
            return
        title = session.dataset.manifest.title.text(words.language)
        name = place_name(session.dataset, session.selection, words)
        self.setWindowTitle(words.text("{name} – {dataset} – Heartland", name=name, dataset=title))

    def _current_pane(self) -> QWidget:
        session = self.session
        match session.selection.view if session.is_open else View.PROBLEMS:
            case View.PROBLEMS:
                return self.problems
            case View.CONFLICTS:
                return self.conflicts
            case View.BOOKMARKS:
                return self.kept
            case View.SOURCES:
                return self.sources
            case View.MAP:
                return self.map
        return self.page

    # -- pages that are made when they are first shown ----------------------------------------------------------

    @cached_property
    def problems(self) -> ProblemsPane:
        """What is wrong with the files."""
        made = ProblemsPane(self.session, self)
        made.again_requested.connect(self.commands.reload)
        made.open_requested.connect(self.commands.open_dataset)
        made.shipped_requested.connect(self.commands.open_shipped)
        self.pages.addWidget(made)
        return made

    @cached_property
    def conflicts(self) -> ConflictsPane:
        """Where sources disagree."""
        made = ConflictsPane(self.session, self)
        made.figure_requested.connect(self.session.show_figure)
        self.pages.addWidget(made)
        return made

    @cached_property
    def kept(self) -> BookmarksPane:
        """Bookmarks and history."""
        made = BookmarksPane(self.session, self.bookmarks, self)
        self.pages.addWidget(made)
        return made

    @cached_property
    def sources(self) -> SourcesPane:
        """All sources."""
        made = SourcesPane(self.session, self)
        self.pages.addWidget(made)
        return made

    @cached_property
    def map(self) -> MapPane:
        """The map of the region."""
        made = MapPane(self.session, self)
        made.copy_requested.connect(self.commands.chart.copy_this)
        made.export_requested.connect(self.commands.chart.export_this)
        self.companies.pointed.connect(made.point_at)
        self.commands.chart.use_map(made.charts)
        if self._chart_factory is not None:
            made.use_charts(self._chart_factory)
        self._charted.append(made)
        self.pages.addWidget(made)
        return made

    def _enable_actions(self) -> None:
        for spec in ACTIONS:
            action = self.actions_by_id[spec.id]
            action.setEnabled(spec.enabled(self.session, self.commands))
            if spec.checked is not None:
                action.setChecked(spec.checked(self.session, self.commands))
            if spec.name or spec.live_name:
                self._name_action(spec, action)

    def _name_action(self, spec: ActionSpec, action: QAction) -> None:
        name = spec.name(self.session) if spec.name else ""
        name = spec.live_name(self.session, self.commands) if spec.live_name else name
        if name and name != without_key(action.text()):
            action.setText(name.replace("&", "&&"))
            action.setIconText(name)

    # -- remembering --------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        place_window(self, self._remembered.geometry)
        self.splitter.setSizes(list(self._remembered.columns or default_columns(self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard on Enter, as in dialogs; leave the full screen on Escape."""
        focused, window = QApplication.focusWidget(), self.window()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and window.isFullScreen():
            window.showNormal()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was and what it showed."""
        self._remembered.keep_window(self.window().saveGeometry(), tuple(self.splitter.sizes()))
        if self.session.is_open:
            self._remembered.keep_place(self.session.selection)
        self._remembered.save()
        super().closeEvent(event)
