"""A theme becomes a palette and one style sheet: the only place where the window gets its colours and its type."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import font_families
from heartland_gui.rendering.style import CONTRAST, DARK, FONT_FAMILY, Theme
from heartland_gui.resources import resource

TEXT_SIZE: Final = 13
"""Body, rows, buttons. All sizes of type are in pixels."""
SMALL_SIZE: Final = 12
"""Labels, lines below, heads of tables, chips and what stands in the head of a chart."""
GROUP_SIZE: Final = 11
"""Heads of groups in navigation and find; nothing on the screen is smaller."""
TITLE_SIZE: Final = 24
"""The title of a page."""
OTHER_NAME_SIZE: Final = 16
"""The name in the other language beside it."""
CARD_TITLE_SIZE: Final = 15
SHEET_TITLE_SIZE: Final = 17
FIND_SIZE: Final = 17
FIGURE_SIZE: Final = 21
"""A headline figure."""
TILE_FIGURE_SIZE: Final = 17
EDGE: Final = 16
"""What is free left and right of what stands in a card, also of its rows, in pixels."""
CHOSEN: Final = 3
"""How wide the bar is at the side of a chosen row, in pixels."""
SELECTABLE: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
TEXT_WIDTH: Final = 760
"""The widest that running text grows, in pixels: longer lines are hard to read."""

_SHEET: Final = Template("""
QToolBar, QMenuBar, QStatusBar, QWidget#navigation_pane { background: $window; }
QMenuBar { padding: 1px 4px; }
QToolBar { border: none; border-bottom: 1px solid $pane_border; padding: 0 10px; spacing: 4px; }
QFrame#tool_line { background: $pane_border; border: none; }
QToolBar QToolButton { background: transparent; color: $text; border: 2px solid transparent; border-radius: 6px;
  min-width: 28px; min-height: 28px; padding: 0; }
QToolBar QToolButton[words="true"] { padding: 0 8px 0 6px; }
QToolBar QToolButton:hover { background: $raised; border-color: $raised; }
QToolBar QToolButton:pressed { background: $pane_border; border-color: $pane_border; }
QToolBar QToolButton:checked { background: transparent; border-color: transparent; }
QToolBar QToolButton:checked:hover { background: $raised; border-color: $raised; }
QToolBar QToolButton:checked:focus { border-color: $focus; }
QToolBar QToolButton[badged="true"], QToolBar QToolButton[badged="true"]:focus { padding-right: 26px; }
QToolBar QToolButton[day="true"] { background: $selection; border-color: $selection; color: $chosen_text; }
QToolBar QToolButton:disabled { color: $axis; }
QToolBar QToolButton:focus { border-color: $focus; padding: 0; }
QToolBar QToolButton[words="true"]:focus { padding: 0 8px 0 6px; }
QPushButton#find_field { background: $surface; color: $third_text; border: 1px solid $pane_border; border-radius: 7px;
  min-height: 30px; padding: 0; text-align: left; }
QPushButton#find_field:hover { border-color: $control; background: $surface; }
QPushButton#find_field:focus { border: 2px solid $focus; min-height: 28px; }
QLabel[badge="true"] { background: $accent; color: $accent_text; border-radius: 8px; font-size: ${group}px;
  font-weight: bold; min-height: 16px; max-height: 16px; min-width: 8px; padding: 0 4px; }
QStatusBar { border-top: 1px solid $pane_border; color: $faint_text; min-height: 25px; max-height: 25px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 10px; }
QStatusBar QPushButton { min-height: 16px; padding: 1px 8px; color: $faint_text; }
QStatusBar QPushButton:focus { padding: 0 7px; }
QSplitter::handle { background: $pane_border; }
QListView#navigation { background: $window; border: none; }
QWidget#company_pane { background: $surface; }
QListView#companies { background: $surface; border: none; }
QMenu { border: 1px solid $control; }
QScrollArea#page_scroll, QWidget#page, QWidget[dataset_page="true"] {
  background: $page; border: none; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 9px; }
QFrame[banner="true"] { background: $banner; border: 1px solid $banner_border; border-radius: 9px; }
QLabel { background: transparent; }
QLabel[faint="true"] { color: $faint_text; }
QLabel[small="true"], QPushButton[small="true"], QTextBrowser[small="true"] { font-size: ${small}px; }
QLabel[third="true"] { color: $third_text; }
QLabel[third_small="true"] { color: $third_text; font-size: ${small}px; }
QLabel[strong="true"] { font-weight: bold; }
QPushButton[rival="true"] { background: transparent; border: 1px solid transparent; padding: 0; }
QPushButton[rival="true"]:hover { background: $hover; }
QPushButton[rival="true"]:checked { background: $selection; color: $chosen_text; border-color: $selection; }
QPushButton[rival="true"]:focus { border: 1px solid $focus; padding: 0; }
QLabel[beside_title="true"] { color: $faint_text; font-size: ${other_name}px; }
QLabel[differ="true"] { color: $disagreement; font-weight: bold; }
QFrame[sheet_foot="true"] { background: $page; border: none; border-top: 1px solid $border; }
QLabel[wrong="true"] { color: $error; }
QFrame[rule="true"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QLabel[card_title="true"] { font-size: ${card_title}px; font-weight: bold; }
QPushButton, QToolButton, QLineEdit {
  background: $surface; color: $text; border: 1px solid $pane_border; border-radius: 6px; padding: 3px 9px; }
QPushButton { min-height: 20px; padding: 4px 11px; }
QLineEdit { min-height: 20px; padding: 5px 8px; border-color: $control; placeholder-text-color: $third_text; }
QLineEdit:focus { border: 2px solid $focus; padding: 4px 7px; }
QPushButton:focus { border: 2px solid $focus; padding: 3px 10px; }
QToolButton:focus { border: 2px solid $focus; padding: 2px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:disabled, QToolButton:disabled { color: $control; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $accent_text; border-color: $accent; font-weight: bold; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton:checked, QToolButton:checked { background: $selection; color: $chosen_text; border-color: $accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[flat_row="true"], QToolButton[flat_row="true"] { background: transparent; border-color: transparent; }
QPushButton[flat_row="true"]:hover, QToolButton[flat_row="true"]:hover { background: $hover; }
QPushButton[flat_row="true"]:focus, QToolButton[flat_row="true"]:focus { border-color: $focus; }
QPushButton[link="true"], QToolButton[link="true"] {
  background: transparent; border: 2px solid transparent; color: $link; padding: 2px 4px; min-height: 18px; }
QPushButton[link="true"]:hover, QToolButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:focus, QToolButton[link="true"]:focus { border-color: $focus; }
QToolButton[icon_button="true"] { background: transparent; border: 2px solid transparent; padding: 0;
  min-width: 24px; min-height: 24px; max-width: 24px; max-height: 24px; }
QToolButton[icon_button="true"]:hover { background: $hover; border-color: $hover; }
QToolButton[icon_button="true"]:focus { border-color: $focus; padding: 0; }
QFrame[segments="true"] { background: $raised; border: none; border-radius: 7px; }
QToolButton[segment="true"] { background: transparent; color: $faint_text; border: 2px solid transparent;
  border-radius: 6px; font-size: ${small}px; min-height: 20px; max-height: 20px; padding: 0 8px; }
QToolButton[segment="true"]:hover { color: $text; background: transparent; }
QToolButton[segment="true"]:checked { background: $segment; color: $segment_text; border: 1px solid $pane_border;
  min-height: 22px; max-height: 22px; padding: 0 9px; }
QToolButton[segment="true"]:focus { border: 2px solid $focus; min-height: 20px; max-height: 20px; padding: 0 8px; }
QPushButton[crumb="true"] { min-height: 16px;
  background: transparent; border: 2px solid transparent; color: $faint_text; padding: 1px 2px; }
QPushButton[crumb="true"]:hover { color: $link; }
QPushButton[crumb="true"]:focus { border-color: $focus; }
QPushButton[chip="true"], QPushButton[choice="true"] { background: $surface; border: 1px solid $pane_border;
  border-radius: 13px; min-height: 16px; padding: 4px 10px; font-size: ${small}px; }
QPushButton[chip="true"]:hover, QPushButton[choice="true"]:hover { background: $hover; }
QPushButton[chip="true"]:checked, QPushButton[choice="true"]:checked { background: $selection; color: $chosen_text;
  border-color: $accent; }
QPushButton[chip="true"]:focus, QPushButton[choice="true"]:focus { border: 2px solid $focus; padding: 3px 9px; }
QPushButton[member="true"] { background: transparent; border: 2px solid transparent; border-radius: 13px;
  min-height: 22px; padding: 0 2px 0 4px; font-weight: bold; }
QPushButton[member="true"]:hover { background: $hover; }
QPushButton[member="true"]:focus { border-color: $focus; padding: 0 2px 0 4px; }
QPushButton[chip="add"] { background: transparent; border: 1px dashed $control; border-radius: 13px; color: $faint_text;
  min-height: 16px; padding: 4px 10px; font-size: ${small}px; }
QPushButton[chip="add"]:focus { border: 2px solid $focus; padding: 3px 9px; }
QLabel[chip="true"] {
  background: $raised; border: 1px solid $border; border-radius: 13px; padding: 4px 10px; font-size: ${small}px; }
QTextBrowser { background: transparent; border: none; }
QTextBrowser#page_summary { color: $faint_text; }
QTextBrowser#page_title, QLabel#page_title { font-size: ${title}px; }
QLabel#page_title { font-weight: bold; }
QFrame[floating="true"] { background: $surface; border: 1px solid $pane_border; border-radius: 11px; }
QFrame[drawer="true"] { background: $surface; border: none; border-left: 1px solid $pane_border;
  border-right: 1px solid $pane_border; }
QScrollArea#floating_scroll, QWidget#floating_content { background: $surface; border: none; }
QLabel[facet="true"] { color: $faint_text; font-weight: bold; font-size: ${small}px; padding: 3px 5px; }
QLineEdit#least_value { margin: 1px 5px 3px 27px; padding: 2px 6px; }
QLineEdit#least_value:focus { padding: 1px 5px; }
QLineEdit[wrong="true"] { border-color: $error; }
QLabel[section="true"] { font-weight: bold; font-size: ${card_title}px; }
QAbstractItemView { activate-on-singleclick: 0; }
QTableView { background: $surface; border: none; gridline-color: $border; selection-background-color: $selection;
  selection-color: $chosen_text; }
QHeaderView { background: $surface; font-size: ${small}px; }
QHeaderView::section { background: $surface; color: $faint_text; border: none; border-bottom: 1px solid $pane_border;
  padding: 4px 13px 4px 3px; }
QHeaderView::section:first, QHeaderView::section:only-one { padding-left: ${edge}px; }
QHeaderView::section:last { padding-right: ${edge}px; }
QFrame#fault_banner { background: $surface; border: none; border-bottom: 2px solid $error; }
QFrame#welcome { background: $selection; color: $chosen_text; border: none; border-bottom: 1px solid $border; }
QFrame#welcome QLabel { color: $chosen_text; }
QTableView#frozen_column { border-right: 1px solid $border; }
QPushButton#data_state:disabled { color: $faint_text; }
QStatusBar QLabel[warning="true"] { color: $error; font-weight: bold; }
QLineEdit#find_text, QLineEdit#find_text:focus { background: transparent; border: none; padding: 0;
  font-size: ${find}px; }
QWidget#find_top { border-bottom: 1px solid $border; }
QListView#found { background: transparent; border: none; }
QFrame#find_foot { background: $page; border: none; border-top: 1px solid $border; border-bottom-left-radius: 10px;
  border-bottom-right-radius: 10px; }
QComboBox { background: $surface; color: $text; border: 1px solid $pane_border; border-radius: 6px;
  min-height: 18px; padding: 4px 4px 4px 9px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $focus; padding: 3px 3px 3px 8px; }
QComboBox:disabled { color: $control; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/open.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; selection-background-color: $selection;
  selection-color: $chosen_text; }
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:focus { border: 2px solid $focus; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/tick.svg"); }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { border-color: $axis; }
QCheckBox::indicator:checked:disabled { background: $axis; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 8px;
  background: $surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $accent_text; }
QRadioButton::indicator:disabled { border-color: $axis; }
QCheckBox:focus, QRadioButton:focus { color: $text; text-decoration: underline; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 2px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $surface; color: $text; border: 1px solid $pane_border; padding: 4px 6px;
  font-size: ${small}px; }
""")


_OUTLINES: Final = Template("""
QPushButton:hover, QToolButton:hover, QToolBar QToolButton:hover, QComboBox:hover,
QToolButton[segment="true"]:hover { border-color: $text; }
QToolBar QToolButton:pressed, QPushButton:pressed, QToolButton:pressed { background: $selection; color: $chosen_text; }
QToolBar QToolButton[day="true"] { background: $surface; border-color: $accent; color: $text; }
QFrame[segments="true"], QSpinBox, QDoubleSpinBox, QDateEdit { border: 1px solid $control; }
QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus { border: 2px solid $focus; }
""")
"""In high contrast what is under the pointer has an outline, and what Fusion would draw dark on black has one too."""

_DIM: Final = {False: (24, 26, 28, 87), True: (0, 0, 0, 140)}
_SHADOW: Final = {False: (20, 22, 26, 56), True: (0, 0, 0, 140)}


def dim_colour(palette: QPalette) -> tuple[int, int, int, int]:
    """Return what is laid over what a drawer or a panel keeps from being used: red, green, blue and opacity to 255."""
    return _DIM[_is_dark(palette)]


def shadow_colour(palette: QPalette) -> tuple[int, int, int, int]:
    """Return the shadow of what floats, where it is strongest: red, green, blue and opacity to 255."""
    return _SHADOW[_is_dark(palette)]


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme for the Fusion style."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.third_text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.accent_text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.Link: theme.link,
        QPalette.ColorRole.LinkVisited: theme.link,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Dark: theme.control,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.control))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    colours = {
        name: getattr(theme, name)
        for name in (
            *("window", "page", "surface", "raised", "border", "pane_border", "control", "text", "faint_text"),
            *("third_text", "accent", "accent_text", "selection", "hover", "link", "focus", "axis", "error"),
            *("banner", "banner_border", "disagreement"),
        )
    }
    colours["chosen_text"] = theme.chosen.text
    colours["segment"], colours["segment_text"] = _segment(theme)
    sizes = {
        "title": TITLE_SIZE,
        "other_name": OTHER_NAME_SIZE,
        "card_title": CARD_TITLE_SIZE,
        "find": FIND_SIZE,
        "small": SMALL_SIZE,
        "group": GROUP_SIZE,
        "edge": EDGE,
    }
    sheet = _SHEET.substitute(colours, **sizes, icons=resource("icons", theme.name).as_posix())
    return sheet + _OUTLINES.substitute(colours) if theme is CONTRAST else sheet


def _segment(theme: Theme) -> tuple[str, str]:
    """Return the fill of the chosen segment and the colour of its words: it has to stand out from its track."""
    if theme is CONTRAST:
        return theme.selection, theme.chosen.text
    return (theme.pane_border if theme is DARK else theme.surface), theme.text


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program the colours and the type of a theme."""
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    font = QFont(app.font())
    if FONT_FAMILY in QFontDatabase.families():
        font.setFamilies(font_families())
    font.setPixelSize(TEXT_SIZE)
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme))


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """Return a font at another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made
