"""The window: it builds the panes and the actions, and says which page is shown."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
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
from heartland_gui.model.observations import Observation
from heartland_gui.model.selection import View
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.pages.names import selection_name
from heartland_gui.pages.plans import PlansBlock
from heartland_gui.ui.actions.action import Tool
from heartland_gui.ui.actions.commands import Commands, MenuActions
from heartland_gui.ui.actions.files import Reader
from heartland_gui.ui.actions.go import FindFactory
from heartland_gui.ui.actions.parts import WindowParts
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.companies.table import CompaniesCard
from heartland_gui.ui.dates.panel import DatePanel
from heartland_gui.ui.page.page import PagePane, set_tab_order
from heartland_gui.ui.page.plans import PlansCard
from heartland_gui.ui.sources.sheet import SourceSheetPane
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.views.base import TablePage
from heartland_gui.ui.views.bookmarks import BookmarksPane
from heartland_gui.ui.views.disagreements import DisagreementsPane
from heartland_gui.ui.views.map import MapPane
from heartland_gui.ui.views.problems import ProblemsPane
from heartland_gui.ui.views.sources import SourcesPane
from heartland_gui.ui.widgets.dragging import DropTarget
from heartland_gui.ui.widgets.explanations import explain
from heartland_gui.ui.widgets.menus import quoting_entries, show_menu
from heartland_gui.ui.widgets.window_size import default_columns, place_window
from heartland_gui.ui.window.banner import Banner, DayBanner, WelcomeBar
from heartland_gui.ui.window.navigation import NavigationPane
from heartland_gui.ui.window.status_bar import StatusBar
from heartland_gui.ui.window.tool_bar import ToolBar
from heartland_gui.ui.window.undo_button import UndoButton


class MainWindow(QMainWindow):
    """Navigation, companies and page side by side, below the menus and tools.

    It stands alone or in the outer window that was on the screen before it.
    """

    def __init__(self, session: Session, reader: Reader, user: UserState, new_find: FindFactory) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.session = session
        self._settings = user.settings
        self.banner = Banner(session.words, self)
        self.welcome = WelcomeBar(session.words, self)
        self.navigation = NavigationPane(session, self)
        self.companies = CompanyListPane(session, self)
        self.page = PagePane(session, self, blocks={CompaniesBlock: self._companies_card, PlansBlock: PlansCard})
        self.user, self.comparing = user, user.comparing
        self.status = StatusBar(session, self)
        self.undo_button = UndoButton(self.status, user.undoing, session.words)
        parts = WindowParts(
            session,
            user,
            self.page,
            self.companies,
            self.status.say_briefly,
            self.banner.say,
            self.banner.hide,
            self._ask_day,
        )
        self.commands = Commands(parts, reader, new_find)
        self._menus = MenuActions(self, self.commands.by_id.values(), session.words, session.theme)
        self.actions_by_id = self._menus.by_id
        self._shown: tuple[Ref, View] | None = None
        self._chart_factory: ChartFactory | None = None
        self._charted: list[PagePane | MapPane] = [self.page]
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

    def _lay_out(self) -> None:
        words = self.session.words
        self.tools = ToolBar(self.session, self._menus.tools(Tool.LEFT), self._menus.tools(Tool.RIGHT), self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("columns")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.day_banner = DayBanner(self.session, self)
        main = QWidget(self)
        main.setProperty("dataset_page", "true")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.day_banner)
        column.addWidget(self.pages, 1)
        for pane, least in ((self.navigation, 150), (self.companies, 200), (main, 360)):
            pane.setMinimumWidth(least)
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(2, 1)
        self._body = body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.banner)
        layout.addWidget(self.welcome)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)
        self.setAccessibleName(words.text("Heartland"))

    def _connect(self) -> None:
        for command in self.commands.by_id.values():
            if command.action.of_chart:
                of_chart = self.actions_by_id[command.id]
                of_chart.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.page.charts.addAction(of_chart)
        self.page.copy_requested.connect(self.commands.chart.copy_this)
        self.page.export_requested.connect(self.commands.chart.export_this)
        self.page.address_requested.connect(self.commands.page.ask_about_address)
        self.page.removal_requested.connect(self.comparing.remove)
        self.page.figure_requested.connect(self._show_figure)
        self.page.source_requested.connect(self._show_source)
        self.comparing.changed.connect(self._menus.refresh)
        self.user.undoing.changed.connect(self._menus.refresh)
        self.user.bookmarks.changed.connect(self._menus.refresh)
        for pane in (self.navigation, self.companies):
            pane.compare_requested.connect(self.commands.page.gather)
        DropTarget(self, self.pages, self.commands.files.open_dropped, self.commands.page.gather_dropped)
        self.page.completed.connect(self._menus.refresh)
        self.page.completed.connect(lambda: explain(self.page, self.session.words))
        self.session.changed.connect(self.refresh)

    def _companies_card(self, session: Session, parent: QWidget) -> CompaniesCard:
        """Return a table of companies whose rows are gathered, kept and cited as pages are."""
        made = CompaniesCard(session, parent)

        # The page is filled before there are commands.
        def gather(page: object) -> None:
            self.commands.page.gather(page)

        def keep(page: object) -> None:
            self.commands.page.bookmark_page(page)

        def cite(figure: object) -> None:
            self.commands.page.cite_figure(figure)

        def save(table: object) -> None:
            self.commands.chart.save_companies(table)

        made.compare_requested.connect(gather)
        made.bookmark_requested.connect(keep)
        made.citation_requested.connect(cite)
        made.save_requested.connect(save)
        return made

    # -- showing ------------------------------------------------------------------------------------------------

    def use_charts(self, factory: ChartFactory) -> None:
        """Take what draws charts; the window can be shown before it is there."""
        self._chart_factory = factory
        for pane in self._charted:
            pane.use_charts(factory)
        self._menus.refresh()

    def refresh(self) -> None:
        """Show the page or the problems, and name it in the title."""
        session, words = self.session, self.session.words
        pane = self._current_pane()
        if pane is not self.pages.currentWidget():
            self.pages.setCurrentWidget(pane)
            explain(pane, words)
            if isinstance(pane, TablePage | DisagreementsPane):
                pane.take_keyboard()
        shown = (session.selection.page, session.selection.view) if session.is_open else None
        if shown != self._shown:
            self._shown = shown
            self.banner.move_on()
        self.navigation.setVisible(session.is_open)
        self.companies.setVisible(session.is_open)
        self._menus.refresh()
        if not session.is_open:
            self.setWindowTitle(words.text("Heartland"))
            return
        title = session.dataset.manifest.title.text(words.language)
        name = selection_name(session.dataset, session.selection, words)
        self.setWindowTitle(words.text("{name} – {dataset} – Heartland", name=name, dataset=title))

    def _current_pane(self) -> QWidget:
        session = self.session
        match session.selection.view if session.is_open else View.PROBLEMS:
            case View.PROBLEMS:
                return self.problems
            case View.DISAGREEMENTS:
                return self.disagreements
            case View.BOOKMARKS:
                return self.bookmarks
            case View.SOURCES:
                return self.sources
            case View.MAP:
                return self.map
        return self.page

    def _ask_day(self) -> None:
        self.dates.begin()

    @cached_property
    def dates(self) -> DatePanel:
        """The panel that asks for a day."""
        return DatePanel(self.session, self._body)

    @cached_property
    def sheet(self) -> SourceSheetPane:
        """The sheet of a source."""
        made = SourceSheetPane(self.session, self._body)
        made.said.connect(self.status.say_briefly)
        made.address_requested.connect(self.commands.page.ask_about_address)
        return made

    def _show_figure(self, figure: Observation) -> None:
        """Show where a number comes from."""
        self.sheet.show_figure(figure)

    def _offer_quoting(self, figure: Observation, at: QPoint) -> None:
        """Offer a number as a sentence, and its citation."""
        show_menu(self, at, quoting_entries(self.session.dataset, figure, self.session.words))

    def _show_source(self, source: Ref) -> None:
        self.sheet.show_source(source)

    # -- pages that are made when they are first shown ----------------------------------------------------------

    @cached_property
    def problems(self) -> ProblemsPane:
        """What is wrong with the files."""
        made = ProblemsPane(self.session, self)
        made.again_requested.connect(self.commands.files.reload)
        made.open_requested.connect(self.commands.files.open_dataset)
        made.shipped_requested.connect(self.commands.files.open_shipped)
        self.pages.addWidget(made)
        return made

    @cached_property
    def disagreements(self) -> DisagreementsPane:
        """Where sources disagree."""
        made = DisagreementsPane(self.session, self)
        made.chart_requested.connect(self.session.show_figure)
        made.menu_requested.connect(self._offer_quoting)
        made.figure_requested.connect(self._show_figure)
        self.pages.addWidget(made)
        return made

    @cached_property
    def bookmarks(self) -> BookmarksPane:
        """Bookmarks and history."""
        made = BookmarksPane(self.session, self.user.bookmarks, self)
        self.pages.addWidget(made)
        return made

    @cached_property
    def sources(self) -> SourcesPane:
        """All sources."""
        made = SourcesPane(self.session, self)
        made.sheet_requested.connect(self._show_source)
        self.pages.addWidget(made)
        return made

    @cached_property
    def map(self) -> MapPane:
        """The map of the region."""
        made = MapPane(self.session, self)
        made.copy_requested.connect(self.commands.chart.copy_this)
        made.export_requested.connect(self.commands.chart.export_this)
        made.figure_requested.connect(self._show_figure)
        made.source_requested.connect(self._show_source)
        self.companies.pointed.connect(made.point_at)
        self.commands.chart.use_map(made.charts)
        if self._chart_factory is not None:
            made.use_charts(self._chart_factory)
        self._charted.append(made)
        self.pages.addWidget(made)
        return made

    # -- remembering --------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        place_window(self, self._settings.geometry)
        self.splitter.setSizes(list(self._settings.columns or default_columns(self.width())))

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
        self._settings.save_window(self.window().saveGeometry(), tuple(self.splitter.sizes()))
        if self.session.is_open:
            self._settings.save_selection(self.session.selection)
        self._settings.save()
        super().closeEvent(event)
