"""A theme becomes a palette, one style sheet and icons: the only place where the window gets its colours."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.fonts import font_families
from heartland_gui.rendering.style import CONTRAST, FONT_FAMILY, LIGHT, Theme
from heartland_gui.resources import resource


def icon(name: str, theme: Theme, size: int = 16) -> QIcon:
    """Return a shipped icon; what is `currentColor` in the file takes the theme's text colour, faint when disabled."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.border)):
        data = QByteArray(drawing.replace("currentColor", colour).encode())
        for scale in (1, 2):
            made.addPixmap(_picture(data, size * scale, scale), mode)
    return made


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "heartland.svg")))


def _picture(data: QByteArray, pixels: int, scale: int) -> QPixmap:
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(data).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture


TEXT_SIZE: Final = 13
SMALL_SIZE: Final = 12
TITLE_SIZE: Final = 22
FIGURE_SIZE: Final = 19
CHOSEN: Final = 3
"""How wide the bar is at the side of a chosen row, in pixels."""
SELECTABLE: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
TEXT_WIDTH: Final = 760
"""The widest that running text grows, in pixels: longer lines are hard to read."""

_SHEET: Final = Template("""
QWidget#tool_bar, QMenuBar, QStatusBar, QWidget#navigation_pane { background: $window; }
QMenuBar { padding: 1px 4px; }
QWidget#tool_bar { border-bottom: 1px solid $border; }
QStatusBar { border-top: 1px solid $border; color: $faint_text; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $border; }
QListView#navigation { background: $window; border: none; }
QWidget#company_pane { background: $surface; }
QListView#companies { background: $surface; border: 1px solid $surface; }
QListView#companies:focus { border-color: $focus; }
QMenu { border: 1px solid $control; }
QScrollArea#page_scroll, QWidget#page, QWidget[dataset_page="true"] {
  background: $page; border: none; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QLabel { background: transparent; }
QLabel[faint="true"] { color: $faint_text; }
QPushButton, QToolButton, QLineEdit {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 4px; padding: 3px 9px; }
QLineEdit { padding: 5px 8px; border-color: $control; placeholder-text-color: $faint_text; }
QLineEdit:focus { border: 2px solid $focus; padding: 4px 7px; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 2px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:disabled, QToolButton:disabled { color: $control; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $accent_text; border-color: $accent; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[flat_row="true"], QToolButton[flat_row="true"] { background: transparent; border-color: transparent; }
QPushButton[flat_row="true"]:hover, QToolButton[flat_row="true"]:hover { background: $hover; }
QPushButton[flat_row="true"]:focus, QToolButton[flat_row="true"]:focus { border-color: $focus; }
QPushButton[crumb="true"] {
  background: transparent; border-color: transparent; color: $faint_text; padding: 3px 4px; }
QPushButton[crumb="true"]:hover { color: $link; }
QPushButton[crumb="true"]:focus { border-color: $focus; }
QPushButton[chip="true"] {
  background: $raised; border: 1px solid $border; border-radius: 10px; padding: 2px 9px; font-size: ${small}px; }
QPushButton[chip="true"]:hover { background: $hover; border-color: $accent; }
QPushButton[chip="true"]:focus { border-color: $focus; background: $hover; }
QLabel[chip="true"] {
  background: $raised; border: 1px solid $raised; border-radius: 10px; padding: 2px 9px; font-size: ${small}px; }
QTextBrowser { background: transparent; border: none; }
QTextBrowser#page_title, QLabel#page_title { font-size: ${title}px; }
QLabel#page_title { font-weight: bold; }
QPushButton[choice="true"] { border-radius: 10px; padding: 2px 8px; font-size: ${small}px; }
QPushButton[choice="true"]:focus { padding: 1px 7px; }
QFrame[floating="true"] { background: $surface; border: 1px solid $control; border-radius: 6px; }
QScrollArea#floating_scroll, QWidget#floating_content { background: $surface; border: none; }
QLabel[facet="true"] { color: $faint_text; font-weight: bold; font-size: ${small}px; padding: 3px 5px; }
QLineEdit#least_value { margin: 1px 5px 3px 27px; padding: 2px 6px; }
QLineEdit#least_value:focus { padding: 1px 5px; }
QLineEdit[wrong="true"] { border-color: $error; }
QLabel[section="true"] { font-weight: bold; font-size: 14px; }
QTableView { background: $surface; border: none; gridline-color: $border; selection-background-color: $selection;
  selection-color: $text; }
QTableView:focus { border: 1px solid $focus; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $faint_text; border: none; border-bottom: 1px solid $border;
  padding: 4px 13px 4px 3px; }
QFrame#fault_banner { background: $surface; border: none; border-bottom: 2px solid $error; }
QFrame#welcome { background: $selection; border: none; border-bottom: 1px solid $border; }
QTableView#frozen_column { border-right: 1px solid $border; }
QPushButton#data_state:disabled { color: $faint_text; }
QStatusBar QLabel[warning="true"] { color: $error; font-weight: bold; }
QDialog#find_dialog { background: $surface; border: 1px solid $control; }
QDialog#find_dialog QListView { border: none; background: $surface; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 2px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; }
""")


_BOXES: Final = Template("""
QCheckBox::indicator, QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $control; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border: 3px double $surface; }
""")
_FIELDS: Final = Template("""
QComboBox, QSpinBox, QDateEdit { border: 1px solid $control; padding: 2px 6px; }
QComboBox:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid $focus; padding: 1px 5px; }
QCheckBox:focus { border: 1px solid $focus; }
""")
"""Fusion makes its outlines darker than the window: on dark ones they are hardly seen, on a black one not at all."""


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme for the Fusion style."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint_text,
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
            *("window", "page", "surface", "raised", "border", "control", "text", "faint_text", "accent"),
            *("accent_text", "selection", "hover", "link", "focus", "error"),
        )
    }
    sheet = _SHEET.substitute(colours, title=TITLE_SIZE, small=SMALL_SIZE)
    if theme is LIGHT:
        return sheet
    return sheet + _BOXES.substitute(colours) + (_FIELDS.substitute(colours) if theme is CONTRAST else "")


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
