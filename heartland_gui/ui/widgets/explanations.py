"""What each part of the window is, in a sentence or two: for “What's this?” and for assistive technology."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from heartland_gui.text import Message, Words, message

PARTS: Final[Mapping[str, Message]] = {
    "breadcrumb": message("The way from the region to this page. Every step leads to its own page."),
    "navigation_pane": message(
        "The region, its pillars, zones, cities and technologies, with the number of companies of each. "
        "Choosing one shows its page and lists its companies."
    ),
    "company_pane": message(
        "The companies of what is chosen in the navigation. Type to filter them, choose by Filters what they have in "
        "common, sort them by any indicator. Choosing one shows its page; dragging one onto the page compares it."
    ),
    "facet_panel": message(
        "Choices by which the list is narrowed. The number at each is how many companies would be left."
    ),
    "page_pane": message(
        "The page of what was chosen, from its leading figures to its sources. "
        "Every name that is a link leads to its own page."
    ),
    "chips": message("What belongs to this page: pillars, place, founding, people. Those that are pages lead there."),
    "figure_cards": message(
        "The leading figures. A badge says whether a number is done, estimated, expected, planned or designed; "
        "a number in brackets is that of the source. Choosing a card opens its source."
    ),
    "charts": message(
        "Charts of this page. Filled marks are done, lightly filled ones estimated, hatched ones expected, hollow ones "
        "planned; a dotted line is what was designed. Arrow keys walk the points, Enter opens the source of a point, "
        "T shows the numbers, L changes the scale."
    ),
    "figures": message(
        "Every figure of this page with its period, status and source. A heading sorts the rows, Ctrl+C copies the "
        "chosen ones, Enter opens the source."
    ),
    "section_events": message("What happened, in order of time, each event with the number of its source."),
    "section_sources": message(
        "The sources of this page. The same numbers stand at the figures and events above. "
        "Each title leads to the page of the source."
    ),
    "welcome": message("Hints for those who are here for the first time; once put away they do not come back."),
    "fault_banner": message("What could not be done, and why. It goes with the next page, or when it is put away."),
    "map_pane": message(
        "The region's land with its companies by city, or an indicator by shades. Choosing a city lists its companies."
    ),
    "all_sources": message("Every source of the dataset with its date, its grade and how many figures rest on it."),
    "disagreements": message("Every number that different sources give differently, with the spread between them."),
    "bookmarks": message("The pages that you keep. They stay when the program is closed."),
    "history": message("The pages that were seen last, the latest first."),
    "problems": message("What is wrong in the files of the dataset: the file, the line, what it is and the way out."),
    "data_state": message("Whether the files of the dataset are in order. Choosing it lists what is wrong in them."),
}
"""By the names of widgets. What lies inside a part and has no words of its own is explained by those of the part."""


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


def explain_focused() -> None:
    """Show beside the part of the window that has the keyboard what it is; where nothing is known, ask for a click."""
    focused = part = QApplication.focusWidget()
    while part is not None and not part.whatsThis():
        part = part.parentWidget()
    if focused is None or part is None:
        QWhatsThis.enterWhatsThisMode()
    else:
        QWhatsThis.showText(focused.mapToGlobal(QPoint(0, focused.height())), part.whatsThis(), focused)
