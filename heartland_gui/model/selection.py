"""What is looked at: one frozen value, the history of them, and the address of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from heartland_gui.model.comparison import MOST_MEMBERS
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.entities import WITHOUT_FIGURES, Ref, SubjectKind
from heartland_gui.model.facets import NO_FACETS, Facets, facets_at, known_facets
from heartland_gui.model.queries import own_listing
from heartland_gui.near_names import near_names


class View(StrEnum):
    """What stands in the third column."""

    SUBJECT = "subject"
    DISAGREEMENTS = "disagreements"
    BOOKMARKS = "bookmarks"
    SOURCES = "sources"
    MAP = "map"
    PROBLEMS = "problems"


_FORMER_VIEWS: Final = {"conflicts": View.DISAGREEMENTS.value}
"""What addresses that somebody kept call a view that has another name now."""

LONGEST_FILTER: Final = 200
"""So many signs, as UTF-16 counts them, the filter takes: no company is told apart by more, and addresses carry it."""


def filter_of(text: str) -> str:
    """Return as much of a text as the filter takes, without halves of signs, which no address can carry."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_FILTER].decode("utf-16-le", "ignore")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the window shows.

    `page` is the subject of the page; `listing` is the choice in the navigation whose companies are listed.
    `view` may put another page of the whole dataset in its selection.
    `chart` and `indicator` are a chart's kind and indicator where somebody chose them, else None: the page chooses.
    `logarithmic` is None where the rule decides. `sort` is the id of an order, or `indicator:` and an indicator's id.
    """

    page: Ref
    listing: Ref
    chart: str | None = None
    indicator: str | None = None
    logarithmic: bool | None = None
    filter: str = ""
    sort: str = "source"
    view: View = View.SUBJECT
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True)
class History:
    """The selections that were seen, oldest first, and which of them is current."""

    selections: tuple[Selection, ...]
    index: int = 0
    limit: int = 200

    @property
    def current(self) -> Selection:
        """The selection that is shown."""
        return self.selections[self.index]

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self.index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody went back from something."""
        return self.index < len(self.selections) - 1

    def visit(self, selection: Selection) -> History:
        """Return the history after another selection: what was ahead is forgotten, the same again changes nothing."""
        if selection == self.current:
            return self
        selections = (*self.selections[: self.index + 1], selection)[-self.limit :]
        return replace(self, selections=selections, index=len(selections) - 1)

    def amend(self, selection: Selection) -> History:
        """Return the history with the current selection changed in passing, as by typing into the filter."""
        selections = (*self.selections[: self.index], selection, *self.selections[self.index + 1 :])
        return replace(self, selections=selections)

    def narrow(self, facets: Facets) -> History:
        """Return the history after other facets were chosen for the list that is shown.

        The first choice is a step, and those after it change that step: whoever tries this and that and goes back wants
        to be where the choosing began, not at each attempt. Taking all of them away is a step again, so that a list
        that was put together with care is one step back when it was cleared by mistake.
        """
        now = self.current
        narrowed = replace(now, facets=facets)
        if narrowed == now:
            return self
        before = self.selections[self.index - 1] if self.index else now
        begun = (
            replace(before, facets=now.facets, filter=now.filter, sort=now.sort) == now and before.facets != now.facets
        )
        return self.amend(narrowed) if facets and now.facets and begun else self.visit(narrowed)

    def without(self, view: View) -> History | None:
        """Return the history without the selections of a view, None where nothing is left.

        Where it was shown, what was shown before it is now, or else what was shown after it.
        """
        selections: list[Selection] = []
        index = 0
        for number, selection in enumerate(self.selections):
            if selection.view is not view and selection not in selections[-1:]:
                selections.append(selection)
            if number == self.index:
                index = max(0, len(selections) - 1)
        return replace(self, selections=tuple(selections), index=index) if selections else None

    def back(self) -> History:
        """Return the history one step back, or itself at the beginning."""
        return replace(self, index=max(0, self.index - 1))

    def forward(self) -> History:
        """Return the history one step forward, or itself at the end."""
        return replace(self, index=min(len(self.selections) - 1, self.index + 1))


SCHEME: Final = "heartland"
_LONGEST: Final = 32_767
"""So much a field takes in one line: room for hundreds of facets beside the filter."""
_LONGEST_NAME: Final = 200
"""Ids have at most a hundred signs; what is longer names no chart and no order."""
_WITHOUT_LIST: Final = WITHOUT_FIGURES | {SubjectKind.COMPANY}
_SCALES: Final = {"log": True, "linear": False}


class AddressFault(StrEnum):
    """Why an address leads nowhere."""

    FORM = "form"
    DATASET = "dataset"
    PAGE = "page"
    MEMBERS = "members"


class AddressError(ValueError):
    """An address that leads nowhere here.

    `asked` is what cannot be found: the address, the dataset's id or the page's. `known` are the open dataset's id, the
    ids that may have been meant, or the members of which there are too many.
    """

    def __init__(self, fault: AddressFault, asked: str, known: Sequence[str] = ()) -> None:
        super().__init__(f"{fault}: {asked}")
        self.fault, self.asked, self.known = fault, asked, tuple(known)


def is_address(text: str) -> bool:
    """Whether a text is meant as an address."""
    return text.strip().casefold().startswith(f"{SCHEME}:")


def address_of(dataset: Dataset, selection: Selection) -> str:
    """Return the address of a selection: only what differs from what the page chooses by itself."""
    asked = {
        "chart": selection.chart,
        "indicator": selection.indicator,
        "scale": next((name for name, value in _SCALES.items() if value is selection.logarithmic), None),
        "list": None if selection.listing == own_listing(dataset, selection.page) else path_of(selection.listing),
        "filter": filter_of(selection.filter) or None,
        "sort": None if selection.sort == Selection(selection.page, selection.listing).sort else selection.sort,
        "view": None if selection.view is View.SUBJECT else selection.view.value,
        "dataset": dataset.manifest.id,
    }
    known = [(name, value) for name, value in asked.items() if value is not None]
    known[-1:-1] = [("facet", text) for text in selection.facets.texts]
    return f"{SCHEME}:{path_of(selection.page)}?{urlencode(known, safe='/:', quote_via=quote)}"


def path_of(page: Ref) -> str:
    """Return `company/snd-new-energy-special-vehicle`."""
    return f"{page.kind.value}/{page.id}"


def page_at(path: str) -> Ref | None:
    """Return the page that `company/snd-new-energy-special-vehicle` names, None where a text is not of that form."""
    kind, _, identifier = path.partition("/")
    if kind not in tuple(SubjectKind) or not (identifier or kind == SubjectKind.COMPARISON):
        return None
    return Ref(SubjectKind(kind), identifier)


def selection_at(dataset: Dataset, address: str) -> Selection:
    """Return the selection that an address leads to; what it asks for beyond a known page may be ignored.

    Raises AddressError where it is no address, is one of another dataset, or leads to what is not there.
    """
    text = address.strip()
    if not is_address(text) or len(text) > _LONGEST:
        raise AddressError(AddressFault.FORM, text)
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise AddressError(AddressFault.FORM, text) from error
    every = parse_qs(parts.query)
    asked = {name: values[-1] for name, values in every.items()}
    named = {name: value for name, value in asked.items() if len(value) <= _LONGEST_NAME}
    of = asked.get("dataset", dataset.manifest.id)
    if of != dataset.manifest.id:
        raise AddressError(AddressFault.DATASET, of, [dataset.manifest.id])
    page = page_at(parts.path)
    if page is None or dataset.find(page) is None:
        raise no_page(dataset, parts.path.rpartition("/")[2])
    listing = page_at(asked.get("list", ""))
    if listing is None or dataset.find(listing) is None or listing.kind in _WITHOUT_LIST:
        listing = own_listing(dataset, page)
    view = asked.get("view")
    view = _FORMER_VIEWS.get(view or "", view)
    return Selection(
        # What is of the whole dataset belongs to the region, whatever an address says.
        page=dataset.region_ref if view in tuple(View) and view != View.SUBJECT else page,
        listing=listing,
        chart=named.get("chart"),
        indicator=asked.get("indicator") if asked.get("indicator") in dataset.indicator_by_id else None,
        logarithmic=_SCALES.get(asked.get("scale", "")),
        filter=filter_of(asked.get("filter", "")),
        sort=named.get("sort", Selection(page, listing).sort),
        view=View(view) if view in tuple(View) else View.SUBJECT,
        facets=known_facets(dataset, facets_at(every.get("facet", ()))),
    )


def no_page(dataset: Dataset, identifier: str) -> AddressError:
    """Return the error that there is no page of that id, with the ids that may have been meant.

    Of a comparison's ids the first that will not do is spoken of.
    """
    members = identifier.split(",") if "," in identifier else []
    if len(members) > MOST_MEMBERS:
        return AddressError(AddressFault.MEMBERS, identifier, members)
    identifier = next((each for each in members if each not in dataset.subjects), identifier)
    known = [*dataset.subjects, *dataset.source_by_id, *dataset.indicator_by_id]
    near = near_names(identifier, known)
    near = near or [each for each in dataset.subjects if identifier and identifier.casefold() in each][:3]
    return AddressError(AddressFault.PAGE, identifier, near)
