"""The window: it builds the panes and the actions, and says which page is shown."""

from __future__ import annotations

import weakref
from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.observations import Observation
from heartland_gui.model.selection import View
from heartland_gui.pages.companies import CompaniesBlock
from heartland_gui.pages.names import selection_name
from heartland_gui.pages.plans import PlansBlock
from heartland_gui.ui.actions.action import Section, Tool
from heartland_gui.ui.actions.commands import Commands, MenuActions
from heartland_gui.ui.actions.files import Reader
from heartland_gui.ui.actions.go import FindFactory
from heartland_gui.ui.actions.parts import Pane, WindowParts
from heartland_gui.ui.chart.card import ChartFactory
from heartland_gui.ui.companies.pane import CompanyListPane
from heartland_gui.ui.companies.table import CompaniesCard
from heartland_gui.ui.dates.panel import DatePanel
from heartland_gui.ui.page.page import PagePane, set_tab_order
from heartland_gui.ui.page.plans import PlansCard
from heartland_gui.ui.sources.sheet import SourceSheetPane
from heartland_gui.ui.state.session import Session
from heartland_gui.ui.state.user import UserState
from heartland_gui.ui.views.base import DatasetPage, TablePage
from heartland_gui.ui.views.bookmarks import BookmarksPane
from heartland_gui.ui.views.disagreements import DisagreementsPane
from heartland_gui.ui.views.map import MapPane
from heartland_gui.ui.views.problems import ProblemsPane
from heartland_gui.ui.views.sources import SourcesPane
from heartland_gui.ui.widgets.dragging import DropTarget
from heartland_gui.ui.widgets.explanations import explain
from heartland_gui.ui.widgets.menus import Holds, quoting_entries, show_menu
from heartland_gui.ui.widgets.overlay import Overlay
from heartland_gui.ui.widgets.window_size import place_window
from heartland_gui.ui.window.banner import Banner, DayBanner, WelcomeBar
from heartland_gui.ui.window.columns import Columns
from heartland_gui.ui.window.navigation import NavigationPane
from heartland_gui.ui.window.status_bar import StatusBar
from heartland_gui.ui.window.tool_bar import ToolBar
from heartland_gui.ui.window.undo_button import UndoButton

_SIDE_BUTTONS: Final = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


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
        self.navigation = NavigationPane(session, user.settings, self, holds=user.comparing.holds)
        self.companies = CompanyListPane(session, self, holds=user.comparing.holds)
        # What the page makes must not hold the window: it would outlive the one that is made anew.
        companies_card = partial(_companies_card, weakref.proxy(self), user.comparing.holds)
        self.page = PagePane(session, self, blocks={CompaniesBlock: companies_card, PlansBlock: PlansCard})
        self.user, self.comparing = user, user.comparing
        self.status = StatusBar(session, self)
        self.undo_button = UndoButton(self.status, user.undoing, session.words)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.page)
        self.day_banner = DayBanner(session, self)
        beside = {Pane.NAVIGATION: self.navigation, Pane.COMPANIES: self.companies}
        self.splitter = Columns(beside, self._below_banner(), self)
        parts = WindowParts(
            session,
            user,
            self.page,
            self.companies,
            self.status.say_briefly,
            self.banner.say,
            self.banner.hide,
            self.splitter,
            self._filter_field,
            self.ask_day,
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
        self._order_tabs()

    # -- building -----------------------------------------------------------------------------------------------

    def _order_tabs(self) -> None:
        page = self.page.tab_order()
        set_tab_order(
            [*self.tools.tab_order(), self.navigation.view, *self.companies.tab_order(), *page, self.status.state]
        )

    def _lay_out(self) -> None:
        words = self.session.words
        self.tools = ToolBar(words, self.session.theme, self._menus.tools, self)
        self.addToolBar(self.tools)
        self._fill_tools()
        body = self._body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.welcome)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(body)
        self.splitter.use_host(body, self.tools)
        self.setStatusBar(self.status)
        self.setAccessibleName(words.text("Heartland"))

    def _below_banner(self) -> QWidget:
        """Return the pages with the banner of the day above them."""
        main = QWidget(self)
        main.setProperty("dataset_page", "true")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.day_banner)
        column.addWidget(self.pages, 1)
        return main

    def _fill_tools(self) -> None:
        """Give buttons of the tool bar their menus."""
        words, menus, buttons = self.session.words, self._menus, self.tools.buttons
        buttons[Tool.BACK].offer(partial(self.commands.go.history_entries, back=True))
        buttons[Tool.FORWARD].offer(partial(self.commands.go.history_entries, back=False))
        buttons[Tool.BOOKMARK].offer(self.commands.page.bookmark_entries)
        self.tools.settings.offer(
            (
                (words.text("Language"), menus.of(Section.LANGUAGE)),
                (words.text("Theme"), menus.of(Section.THEME)),
                (words.text("Text size"), menus.of(Section.TEXT_SIZE)),
                (words.text("Panes"), menus.of(Section.PANES)),
            ),
            [menus.by_id["full_screen"]],
        )
        self.tools.settings.menu().aboutToShow.connect(menus.refresh)

    def _connect(self) -> None:
        for command in self.commands.by_id.values():
            if command.action.of_chart:
                of_chart = self.actions_by_id[command.id]
                of_chart.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for column in self.page.chart_columns:
                    column.addAction(of_chart)
        self.page.copy_requested.connect(self.commands.chart.copy_this)
        self.page.deed_requested.connect(lambda deed: self.actions_by_id[deed].trigger())
        self.page.export_requested.connect(self.commands.chart.export_this)
        self.page.address_requested.connect(self.commands.page.ask_about_address)
        self.page.removal_requested.connect(self.comparing.remove)
        self.page.figure_requested.connect(self._show_figure)
        self.page.source_requested.connect(self._show_source)
        self.user.undoing.changed.connect(self._menus.refresh)
        self.comparing.changed.connect(self._refresh_tools)
        self.user.bookmarks.changed.connect(self._menus.refresh)
        self.splitter.arranged.connect(self._menus.refresh)
        self.navigation.chosen.connect(self.splitter.close_drawers)
        self.companies.chosen.connect(self.splitter.close_drawers)
        self.companies.close_requested.connect(partial(self.splitter.toggle, Pane.COMPANIES))
        for pane in (self.navigation, self.companies):
            pane.compare_requested.connect(self.commands.page.gather)
        DropTarget(self, self.pages, self.commands.files.open_dropped, self.commands.page.gather_dropped)
        self.page.completed.connect(self._menus.refresh)
        self.page.completed.connect(lambda: explain(self.page, self.session.words))
        self.session.changed.connect(self.refresh)

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
        self.splitter.offer(self._offered_panes())
        self._refresh_tools()
        if not session.is_open:
            self.setWindowTitle(words.text("Heartland"))
            return
        title = session.dataset.manifest.title.text(words.language)
        name = selection_name(session.dataset, session.selection, words)
        day = session.dataset.manifest.as_of
        if day is None:
            said = words.text("{name} – {dataset} – Heartland", name=name, dataset=title)
        else:
            said = words.text(
                "{name} – {dataset} – Heartland – as of {day}",
                name=name,
                dataset=title,
                day=words.day(day),
            )
        self.setWindowTitle(said)

    def _offered_panes(self) -> list[Pane]:
        """Return what stands beside the page: the list of companies beside one of them, and beside the map."""
        session = self.session
        if not session.is_open:
            return []
        beside_company = session.shows_subject and session.selection.page.kind is SubjectKind.COMPANY
        has_list = beside_company or session.selection.view is View.MAP
        return [Pane.NAVIGATION, Pane.COMPANIES] if has_list else [Pane.NAVIGATION]

    def _refresh_tools(self) -> None:
        self._menus.refresh()
        is_day = self.session.is_open and self.session.dataset.manifest.as_of is not None
        self.tools.show_state(day=is_day, compared=len(self.comparing.members))

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

    def _filter_field(self) -> QLineEdit | None:
        """Return the field that narrows what is shown: the list beside the page, else the table on it."""
        if Pane.COMPANIES in self._offered_panes():
            return self.companies.filter
        pane = self.pages.currentWidget()
        return pane.filter if isinstance(pane, PagePane | DatasetPage) else None

    def ask_day(self) -> None:
        """Ask for the day of which everything is shown."""
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
        made.list_requested.connect(partial(self.splitter.show_pane, Pane.COMPANIES))
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
        widths = dict(zip((Pane.NAVIGATION, Pane.COMPANIES), self._settings.columns, strict=False))
        self.splitter.restore(widths, [pane for pane in Pane if pane in self._settings.hidden])
        # Whoever begins reads: keys scroll the page, and no list says that it would move on with the next one.
        self.page.scroll_area.setFocus()

    def remember(self) -> None:
        """Remember where the window is and what stands beside the page."""
        widths = [self.splitter.widths.get(pane, 0) for pane in (Pane.NAVIGATION, Pane.COMPANIES)]
        columns = (*widths, max(1, self.pages.width()))
        self._settings.save_window(self.window().saveGeometry(), columns, sorted(self.splitter.hidden))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the buttons at the side of the mouse, where nothing below has use for them."""
        step = _SIDE_BUTTONS.get(event.button())
        if step is None:
            super().mousePressEvent(event)
        else:
            self.actions_by_id[step].trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard on Enter, as in dialogs; close what is topmost on Escape."""
        overlay = Overlay.topmost(self) or Overlay.topmost(self._body)
        focused, window = QApplication.focusWidget(), self.window()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and overlay is not None:
            overlay.dismiss()
        elif event.key() == Qt.Key.Key_Escape and window.isFullScreen():
            window.showNormal()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was and what it showed."""
        self.remember()
        if self.session.is_open:
            self._settings.save_selection(self.session.selection)
        self._settings.save()
        super().closeEvent(event)


def _companies_card(window: MainWindow, holds: Holds, session: Session, parent: QWidget) -> CompaniesCard:
    """Return a table of companies whose rows are gathered, kept and cited as pages are."""
    made = CompaniesCard(session, parent)

    # The page is filled before there are commands.
    def gather(page: object) -> None:
        window.commands.page.gather(page)

    def keep(page: object) -> None:
        window.commands.page.bookmark_page(page)

    def cite(figure: object) -> None:
        window.commands.page.cite_figure(figure)

    def save(table: object) -> None:
        window.commands.chart.save_companies(table)

    made.table.holds = holds
    made.compare_requested.connect(gather)
    made.bookmark_requested.connect(keep)
    made.citation_requested.connect(cite)
    made.save_requested.connect(save)
    return made
