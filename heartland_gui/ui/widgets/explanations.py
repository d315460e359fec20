"""What each part of the window is, in a sentence or two: for “What's this?” and for assistive technology."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWhatsThis, QWidget

from heartland_gui.text import Message, Words, message

PARTS: Final[Mapping[str, Message]] = {
    "tool_bar": message("Panes, history, the field that finds, and what can be done with the page that is open."),
    "navigation_pane": message(
        "The region, its pillars, zones, places and technologies, with the number of companies of each. "
        "Choosing one shows its page and lists its companies."
    ),
    "company_pane": message(
        "The companies of what is chosen in the navigation. Type to filter them by name, use Filters for what "
        "they have in common, sort them by any indicator. Choosing one shows its page; dragging one onto the "
        "page compares it."
    ),
    "facet_panel": message("Filters of the list. The number beside each is how many companies it would leave."),
    "page_pane": message(
        "The page of what was chosen, from its headline figures to its sources. Every name that is a link "
        "leads to its own page."
    ),
    "members": message(
        "What is compared, each with the colour and shape that it has in the chart and in the table. The cross takes "
        "one out, Add finds another."
    ),
    "facts": message(
        "What is known of this page: pillars, place, founding, people. Those with a page of their own are links."
    ),
    "figure_strip": message(
        "The headline figures. A mark says whether a figure is actual (disc), an estimate (half a disc), a forecast "
        "(ring), a target (diamond) or a designed capacity (dotted square). Below it stands its plan or what was "
        "before. Choosing a figure shows its source."
    ),
    "charts": message(
        "Charts of this page. Filled marks are actual figures, lightly filled ones estimates, hatched ones "
        "forecasts, hollow ones targets; a dotted line is a designed capacity. Arrow keys move from mark to "
        "mark, Enter opens the source of a mark, T shows the numbers, L changes the scale."
    ),
    "figures": message(
        "Every figure of this page with its period, status and source. A click on a heading sorts the rows, "
        "Ctrl+C copies the selected ones, Enter opens the source."
    ),
    "section_events": message("Events, the newest first, each with the number of its source."),
    "section_sources": message(
        "The sources of this page, with the numbers that they have at the figures and events above. Each title "
        "leads to the page of the source."
    ),
    "welcome": message("Hints for the first start. Once dismissed they do not come back."),
    "find_panel": message(
        "Finds figures, companies, places, people, events, sources and commands by any words of their names. "
        "Enter opens what is chosen, Ctrl+Enter adds it to the comparison, Tab goes to the next group."
    ),
    "date_panel": message("Shows the data as they were known on a day. Nothing changes before Enter or Show."),
    "source_sheet": message(
        "The source of the figure that was chosen: who published it and when, its figures, and how to cite it."
    ),
    "day_banner": message("Everything is shown as it was known on this day: figures, events, companies and sources."),
    "fault_banner": message("What could not be done, and why. It goes with the next page, or when dismissed."),
    "map_pane": message(
        "The map of the region: companies by place, or an indicator in shades. Choosing a place lists its companies."
    ),
    "all_sources": message("Every source of the dataset with its date, its grade and the number of its figures."),
    "disagreements": message("Every figure on which sources differ, with the difference."),
    "bookmarks": message("Your bookmarks. They are kept when the program is closed."),
    "history": message("The recent pages, newest first."),
    "problems": message("Problems in the files of the dataset: file, line, what is wrong and how to correct it."),
    "data_state": message("Whether the files of the dataset are valid. Choosing it lists the problems."),
}
"""By the names of widgets. What lies inside a part and has no words of its own is explained by those of the part."""


_CLEARS: Final = "_q_qlineeditclearaction"


def explain(root: QWidget, words: Words) -> None:
    """Give every part within `root`, and `root` itself, its explanation."""
    for part in (root, *root.findChildren(QWidget)):
        # The page that a table is on is explained by its table.
        said = PARTS.get(part.objectName().removesuffix("_page"))
        if said is None:
            continue
        part.setWhatsThis(words.say(said))
        if not part.accessibleDescription():
            part.setAccessibleDescription(words.say(said))
    for field in root.findChildren(QLineEdit):
        for button in field.findChildren(QToolButton):
            # Qt makes them and gives them no name: a sign before the words, and what clears them.
            sign = field.accessibleName() or field.placeholderText()
            clears = any(action.objectName() == _CLEARS for action in button.actions())
            button.setAccessibleName(words.text("Clear: {name}", name=sign) if clears else sign)


def explain_focused() -> None:
    """Show beside the part of the window that has the keyboard what it is; where nothing is known, ask for a click."""
    focused = part = QApplication.focusWidget()
    while part is not None and not part.whatsThis():
        part = part.parentWidget()
    if focused is None or part is None:
        QWhatsThis.enterWhatsThisMode()
    else:
        QWhatsThis.showText(focused.mapToGlobal(QPoint(0, focused.height())), part.whatsThis(), focused)
