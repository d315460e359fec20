"""What is open and what is looked at: the one state of the window, with one signal that says it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Question
from heartland_gui.charts.thresholds import offered
from heartland_gui.model.comparison import known_comparison
from heartland_gui.model.dataset import Dataset, as_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.model.facets import Facets, known_facets
from heartland_gui.model.queries import listing_for, own_listing
from heartland_gui.model.selection import History, Selection, View, filter_of
from heartland_gui.problems import Problem
from heartland_gui.rendering.style import LIGHT, Theme
from heartland_gui.text import Words


class Session(QObject):
    """The dataset, its problems, the language, the theme and the history of selections.

    Panes read it when `changed` is emitted and compare with what they show; they never talk to each other.
    """

    changed = Signal()
    facets_cleared = Signal(object)
    """The Selection whose choices of companies were all taken away at once."""

    def __init__(self, words: Words, theme: Theme = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.theme = theme
        self.path: Path | None = None
        self.problems: tuple[Problem, ...] = ()
        self.whole: Dataset | None = None
        """All that was read, also while only a part of it is shown."""
        self._day: date | None = None
        self._dataset: Dataset | None = None
        self._history: History | None = None
        self._questions: dict[Ref, tuple[Question, ...]] = {}
        self.came_back = False
        """Whether what is shown was reached by going back or forward."""

    # -- what is open -------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether there is a dataset to look at."""
        return self._dataset is not None

    @property
    def shows_subject(self) -> bool:
        """Whether the page of a subject, source or comparison is seen, not one of the whole dataset."""
        return self.is_open and self.selection.view is View.SUBJECT

    @property
    def dataset(self) -> Dataset:
        """The dataset. Raises RuntimeError where none is open."""
        if self._dataset is None:
            raise RuntimeError("no dataset is open")
        return self._dataset

    @property
    def selection(self) -> Selection:
        """What is looked at. Raises RuntimeError where no dataset is open."""
        return self._known(self._open_history.current)

    def _known(self, selection: Selection) -> Selection:
        """Return what stands for a selection on a day that does not have it: the history keeps it for another day."""
        return selection if self._day is None else known_selection(self.dataset, selection)

    @property
    def _open_history(self) -> History:
        if self._history is None or self._dataset is None:
            raise RuntimeError("no dataset is open")
        return self._history

    def open(
        self,
        path: Path | None,
        dataset: Dataset | None,
        problems: Sequence[Problem] = (),
        selection: Selection | None = None,
    ) -> None:
        """Look at another dataset, or at the same one read again.

        `selection` is where to begin, the region's page where it is None or gone. Without it, a dataset that is read
        again keeps its history and its day, also when it could not be read in between. Whoever looked at the problems
        sees what is left of them, and where nothing is, the page before. Without a dataset the problems show.
        """
        again = path is not None and path == self.path
        read_problems = again and self._dataset is None
        self.path, self.problems, self.whole = path, tuple(problems), dataset
        if not again:
            self._history = self._day = None
        self._dataset, self._questions = dataset, {}
        if dataset is not None:
            self._dataset = dataset if self._day is None else as_of(dataset, self._day)
            before = self._history if selection is None else None
            if before is not None and not self.problems:
                before = before.without(View.PROBLEMS)
            selections = before.selections if before else (selection,)
            known = tuple(self._shown(known_selection(dataset, each)) for each in selections)
            self._history = History(known, before.index if before else 0)
            if read_problems and self.problems:
                self._history = self._history.visit(self._selection_of_view(View.PROBLEMS))
        self.changed.emit()

    def show_as_of(self, day: date | None) -> None:
        """Show only what had been published by the end of a day, or all of it again."""
        if self.whole is None:
            return
        dataset = self.whole if day is None else as_of(self.whole, day)
        self._day = day
        self._dataset, self._questions = dataset, {}
        self.changed.emit()

    # -- what is looked at --------------------------------------------------------------------------------------

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self._history is not None and self.is_open and self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody went back from something."""
        return self._history is not None and self.is_open and self._history.can_go_forward

    @property
    def seen(self) -> tuple[Selection, ...]:
        """What was seen, the last first, each once, without the view of bookmarks and history."""
        selections = [each for each in self._open_history.selections if each.view is not View.BOOKMARKS]
        return tuple(dict.fromkeys(self._known(each) for each in reversed(selections)))

    def go_to(self, ref: Ref) -> None:
        """Show the page of a subject; the list keeps its choice as far as the subject belongs to it."""
        if self.dataset.find(ref) is None:
            return
        self.visit(_page_beside(self.dataset, self.selection, ref))

    def visit(self, selection: Selection) -> None:
        """Show a selection, as one step in the history."""
        selection = self._shown(selection)
        if selection != self.selection:
            self._move(self._open_history.visit(selection))

    def choose_listing(self, ref: Ref) -> None:
        """Show the page of a choice in the navigation, and its companies."""
        if self.dataset.find(ref) is not None:
            self.visit(Selection(page=ref, listing=ref, sort=self.selection.sort))

    def choose_view(self, view: View) -> None:
        """Show a page of the whole dataset, which belongs to the region; without a dataset its problems stay."""
        if not self.is_open:
            return
        self.visit(self._selection_of_view(view))

    def show_figure(self, subject: Ref, indicator: str) -> None:
        """Show the page of a subject with the chart of an indicator that tells most."""
        if self.dataset.find(subject) is None:
            return
        found = next((item for item in choice.questions(self.dataset, subject) if item.indicator == indicator), None)
        selection = _page_beside(self.dataset, self.selection, subject)
        if found is not None:
            selection = replace(selection, chart=found.kind, indicator=indicator)
        self.visit(selection)

    def back(self) -> None:
        """Show what was shown before."""
        self._move(self._open_history.back(), back=True)

    def forward(self) -> None:
        """Show again what somebody went back from."""
        self._move(self._open_history.forward(), back=True)

    def steps(self, *, back: bool) -> list[tuple[int, Selection]]:
        """Return what lies before in the history, or after, the nearest first, each with how many steps away it is."""
        history = self._open_history
        places = range(history.index - 1, -1, -1) if back else range(history.index + 1, len(history.selections))
        return [(place - history.index, self._known(history.selections[place])) for place in places]

    def step(self, by: int) -> None:
        """Go that many steps through the history, back where it is below 0."""
        history = self._open_history
        place = min(max(0, history.index + by), len(history.selections) - 1)
        self._move(replace(history, index=place), back=True)

    def choose_filter(self, text: str) -> None:
        """Narrow the company list to what contains the text."""
        self._amend(replace(self.selection, filter=filter_of(text)))

    def choose_facets(self, facets: Facets) -> None:
        """Narrow the company list to what is chosen; `History.narrow` says which choices are a step of their own."""
        before = self.selection
        if facets != before.facets:
            self._move(self._open_history.amend(before).narrow(facets))
        if before.facets and not facets:
            self.facets_cleared.emit(before)

    def choose_sort(self, sort: str) -> None:
        """Put the company list in another order."""
        self._amend(replace(self.selection, sort=sort))

    def choose_question(self, question: Question) -> None:
        """Show another kind of chart, another indicator, or the other scale."""
        chosen = replace(
            self.selection, chart=question.kind, indicator=question.indicator, logarithmic=question.logarithmic
        )
        self._amend(chosen)

    # -- charts -------------------------------------------------------------------------------------------------

    @property
    def questions(self) -> tuple[Question, ...]:
        """The charts that have enough to show on the page; of a comparison all that its data supports."""
        page = self.selection.page
        if page not in self._questions:
            self._questions[page] = offered(self.dataset, page)
        return self._questions[page]

    @property
    def question(self) -> Question | None:
        """The chart that stands first on the page: the one that was chosen if the data supports it, else the best."""
        chosen, found = self.selection, self.questions
        if chosen.chart is not None:
            # What is too little to be offered can still be asked for: addresses of before have to open.
            supported = choice.questions(self.dataset, chosen.page)
            same_kind = [question for question in supported if question.kind == chosen.chart]
            exact = tuple(question for question in same_kind if question.indicator == chosen.indicator)
            found = exact or tuple(each for each in found if each.kind == chosen.chart) or tuple(same_kind) or found
        return replace(found[0], logarithmic=chosen.logarithmic) if found else None

    # -- inside -------------------------------------------------------------------------------------------------

    def _amend(self, selection: Selection) -> None:
        """Change what is shown in passing."""
        if selection != self.selection:
            self._move(self._open_history.amend(selection))

    def _move(self, history: History, *, back: bool = False) -> None:
        if history != self._history:
            self._history, self.came_back = history, back
            self.changed.emit()

    def _selection_of_view(self, view: View) -> Selection:
        region = self.dataset.region_ref
        return Selection(region, region, sort=self.selection.sort, view=view)

    def _shown(self, selection: Selection) -> Selection:
        """Return a selection, or the page below the problems where there are none: they are not shown empty."""
        if self.problems or selection.view is not View.PROBLEMS:
            return selection
        return replace(selection, view=View.SUBJECT)


def known_selection(dataset: Dataset, selection: Selection | None) -> Selection:
    """Return a saved selection if the dataset still has it, else the region's page.

    A comparison keeps those of its members that are there, and the list those of its facets.
    """
    region = dataset.region_ref
    if selection is not None and selection.page.kind is SubjectKind.COMPARISON:
        selection = replace(selection, page=known_comparison(dataset.subjects, selection.page))
    if selection is None or dataset.find(selection.page) is None:
        return Selection(page=region, listing=region)
    selection = replace(selection, facets=known_facets(dataset, selection.facets))
    return selection if dataset.find(selection.listing) is not None else replace(selection, listing=region)


def _page_beside(dataset: Dataset, now: Selection, page: Ref) -> Selection:
    """Return the selection of a page; the list stays as it was narrowed as far as the page belongs to it."""
    listing = listing_for(dataset, page, now.listing)
    if listing == now.listing:
        return Selection(page, listing, filter=now.filter, sort=now.sort, facets=now.facets)
    return Selection(page, listing, sort=now.sort)


def selection_of(session: Session, question: Question) -> Selection:
    """Return the page of a question with its chart first, what is shown now where that page is gone."""
    page = question.subject
    if session.dataset.find(page) is None:
        return session.selection
    return Selection(
        page=page,
        listing=own_listing(session.dataset, page),
        chart=question.kind,
        indicator=question.indicator,
        logarithmic=question.logarithmic,
        sort=session.selection.sort,
    )
