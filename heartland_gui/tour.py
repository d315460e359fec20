"""A tour through the window: every step is done as a person would do it and kept as a picture.

It makes the pictures of the README, tests every packaged form of the program, and shows the program on a machine
without a screen. It shows what the window can do, of which `scenes` is the table, and then one page of each kind.
Nothing here knows the dataset: what is shown is chosen by rule, and what a dataset does not have is left out.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from heartland_gui.app import Program, application, build_program
from heartland_gui.charts.choice import best_of_each_kind
from heartland_gui.cli import TourOptions, WindowOptions
from heartland_gui.export.batch import Manner, export_chart, file_stem
from heartland_gui.export.files import write_whole
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import png_file
from heartland_gui.model.comparison import comparison_of
from heartland_gui.model.dataset import Dataset
from heartland_gui.model.disagreements import disagreements_in
from heartland_gui.model.entities import WITHOUT_FIGURES, Company, Place, Ref, SubjectKind, ref_of
from heartland_gui.model.observations import DONE
from heartland_gui.model.queries import cities_of, observations_of
from heartland_gui.model.selection import View
from heartland_gui.rendering.style import DARK
from heartland_gui.start import has_display
from heartland_gui.text import Words
from heartland_gui.text.languages import ENGLISH, languages, words_in
from heartland_gui.ui.actions.parts import Pane
from heartland_gui.ui.find.panel import FindPanel
from heartland_gui.ui.views.map import map_selection
from heartland_gui.ui.widgets.overlay import Overlay
from heartland_gui.ui.widgets.theme import dim_colour
from heartland_gui.ui.window.main_window import MainWindow

_COMPANIES: Final = 3
_COMPARED: Final = 4
_SIZE: Final = (1440, 900)
_NARROW: Final = (1024, 700)
_TYPED: Final = 2
"""So many words are typed into the panel that finds."""
_MONTH: Final = timedelta(days=31)
_LONGEST_STEP: Final = 20_000
"""Milliseconds after which a page that does not finish ends the tour."""


class TourError(RuntimeError):
    """The tour could not go on; the text is a sentence for people."""


def run_tour(options: TourOptions) -> int:
    """Go through the window, on the display or without one, and return the exit code."""
    words = words_in(options.language)
    if not has_display(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_without_size_hints)
    application()
    # Settings of the person who runs the tour are neither read nor changed.
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "tour.ini"), QSettings.Format.IniFormat)
        program = build_program(WindowOptions(language=options.language, theme=options.theme), settings)
        window = program.window
        window.resize(*_SIZE)
        window.show()
        program.complete()
        try:
            count = guided_tour(program, options.folder, lambda path: print(path, flush=True))  # noqa: T201 - its output
        except (TourError, OSError) as error:
            sys.stderr.write(f"heartland tour: {error}\n")
            return 1
        program.window.close()
    sys.stderr.write(
        words.plural("{n} picture in {folder}", "{n} pictures in {folder}", count, folder=str(options.folder)) + "\n"
    )
    return 0


def _without_size_hints(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001 - Qt's form
    """Pass on what Qt says, but for the remark that windows without a screen have no least size."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the tour and the name of its picture."""

    name: str
    page: Ref
    view: View = View.SUBJECT
    listing: Ref | None = None
    """Where somebody comes from, if not from the list that is there."""


Keep = Callable[[QImage], None]
"""Keeps a picture."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stop at which something is done: at a size, in a language and theme if not in those that were asked for."""

    stop: Stop
    do: Callable[[MainWindow, Keep], None]
    """Does it, keeps the picture, and leaves the window as it was."""
    size: tuple[int, int] = _SIZE
    theme: str | None = None
    language: str | None = None


def stops(dataset: Dataset) -> Iterator[Stop]:
    """Yield the region and its map, every pillar, a few companies with many figures, one of each other kind of page."""
    yield Stop("region", dataset.region_ref)
    yield Stop("map", dataset.region_ref, View.MAP)
    for pillar in dataset.pillars:
        yield Stop(f"pillar-{pillar.id}", ref_of(pillar))
    for company in best_covered_companies(dataset):
        yield Stop(f"company-{company.id}", ref_of(company))
    cities = [place for place in dataset.places if place.id != dataset.manifest.region]
    for kind, group in (("zone", dataset.zones), ("city", cities), ("technology", dataset.technologies)):
        if group:
            yield Stop(f"{kind}-{group[0].id}", ref_of(group[0]))
    compared = cities_of(dataset)[: _COMPARED - 1] or best_covered_companies(dataset)
    yield Stop("comparison", comparison_of(each.id for each in compared))
    if dataset.sources:
        used = next((item.source for item in dataset.observations()), dataset.sources[0].id)
        yield Stop(f"source-{used}", ref_of(dataset.source_by_id[used]))


def scenes(dataset: Dataset, words: Words) -> Iterator[Scene]:
    """Yield what the window can do, each once, with the name of its picture."""
    region = Stop("region", dataset.region_ref)
    yield Scene(region, look)
    asked = question_of(dataset, words)
    if asked:
        yield Scene(replace(region, name="find"), partial(find, asked=asked))
    best = best_covered_companies(dataset)[:1]
    for company in best:
        day = known_day(dataset, company)
        if day is not None:
            yield Scene(replace(region, name="as-of"), partial(show_day, typed=words.day(day).lower()))
        yield from _scenes_of(dataset, company)
    yield Scene(Stop("disagreements", dataset.region_ref, View.DISAGREEMENTS), look)
    members = compared_cities(dataset, best[0] if best else None)
    if members:
        compared = Stop("compare", comparison_of(each.id for each in members))
        yield Scene(compared, look)
        yield Scene(replace(compared, name="narrow-compare"), look, size=_NARROW)


def _scenes_of(dataset: Dataset, company: Company) -> Iterator[Scene]:
    """Yield what is shown of a company, of its pillar, and of the best covered company of another pillar."""
    home = Stop("company", ref_of(company), listing=pillar_of(dataset, company))
    if home.listing is not None:
        pillar = Stop("pillar", home.listing, listing=home.listing)
        yield Scene(pillar, look)
        yield Scene(replace(pillar, name="pillar-full"), look_at_all)
        yield Scene(replace(pillar, name="pillar-dark"), look, theme=DARK.name)
    yield Scene(home, look)
    for other in rich_companies(dataset, company):
        yield Scene(Stop("company-rich", ref_of(other), listing=pillar_of(dataset, other)), look)
    if observations_of(dataset, company.id):
        yield Scene(replace(home, name="source-sheet"), look_behind_a_plan)
    yield Scene(replace(home, name="export"), export)
    yield Scene(replace(home, name="narrow"), look, size=_NARROW)
    yield Scene(replace(home, name="narrow-drawer"), look_into_the_list, size=_NARROW)
    other_language = next((tag for tag in languages() if tag != ENGLISH and tag in dataset.manifest.languages), None)
    if other_language is not None:
        name = f"company-{other_language}"
        yield Scene(replace(home, name=name), look, language=other_language)
        yield Scene(replace(home, name=f"{name}-dark"), look, theme=DARK.name, language=other_language)


# -- what is shown --------------------------------------------------------------------------------------------------


def best_covered_companies(dataset: Dataset) -> tuple[Company, ...]:
    """Return the companies on which sources differ most, then those with the most statuses, then the most figures."""

    def weight(company: Company) -> tuple[float, int, int]:
        figures = observations_of(dataset, company.id)
        apart = (each.high / each.low for each in disagreements_in(dataset, company.id) if each.low > 0)
        return max(apart, default=0.0), len({item.status for item in figures}), len(figures)

    return tuple(sorted(dataset.companies, key=weight, reverse=True)[:_COMPANIES])


def rich_companies(dataset: Dataset, beside: Company) -> tuple[Company, ...]:
    """Return the company with most figures of those that share no pillar with another one; none where all do."""
    others = [each for each in dataset.companies if each.pillars and not set(each.pillars) & set(beside.pillars)]
    return tuple(sorted(others, key=lambda each: -len(observations_of(dataset, each.id)))[:1])


def pillar_of(dataset: Dataset, company: Company) -> Ref | None:
    """Return the first pillar of a company."""
    return next((ref_of(each) for each in dataset.pillars if each.id in company.pillars[:1]), None)


def compared_cities(dataset: Dataset, company: Company | None) -> tuple[Place, ...]:
    """Return the cities with most companies of a company's pillar, of those that the newest of the headline has."""
    headline = dataset.manifest.headline[:1]

    def end(city: Place) -> date:
        figures = (item for each in headline for item in dataset.figures.get((city.id, each), ()))
        return max((item.period.last for item in figures if item.status in DONE), default=date.min)

    newest = max(map(end, cities_of(dataset)), default=date.min)
    pillars = set(company.pillars[:1]) if company is not None else set()
    hosts = Counter(each.place for each in dataset.companies if pillars & set(each.pillars))
    cities = [city for city in cities_of(dataset) if end(city) == newest]
    found = tuple(sorted(cities, key=lambda city: -hosts[city.id])[:_COMPARED])
    return found if len(found) > 1 else ()


def question_of(dataset: Dataset, words: Words) -> str:
    """Return what somebody would type to find a figure of the region: the end of its last name of three words."""
    indicators = [dataset.indicator_by_id[each] for each in dataset.manifest.headline]
    names = [indicator.name.text(words.language).lower() for indicator in reversed(indicators)]
    longer = (name for name in names if len(name.split()) > _TYPED and "," not in name)
    return " ".join(next(longer, names[0] if names else "").split()[-_TYPED:])


def known_day(dataset: Dataset, company: Company) -> date | None:
    """Return the first day of a month that is a month at least after what a source says of a company's plans."""
    plan = next((item for item in observations_of(dataset, company.id) if item.status not in DONE), None)
    if plan is None or dataset.source_by_id[plan.source].date is None:
        return None
    day = dataset.published(dataset.source_by_id[plan.source]).last + _MONTH
    return day if day.day == 1 else (day.replace(day=1) + _MONTH).replace(day=1)


# -- what is done ---------------------------------------------------------------------------------------------------


def look(window: MainWindow, keep: Keep) -> None:
    """Look at the page."""
    keep(window.grab().toImage())


def look_at_all(window: MainWindow, keep: Keep) -> None:
    """Make the window as high as the whole page needs."""
    size = window.size()
    # What has more room may be laid out anew.
    for _ in range(2):
        hidden = window.page.scroll_area.verticalScrollBar().maximum()
        window.resize(size.width(), window.height() + hidden)
        settle(window)
    look(window, keep)
    window.resize(size)


def find(window: MainWindow, keep: Keep, asked: str) -> None:
    """Type into the panel that finds."""
    window.actions_by_id["find"].trigger()
    for panel in window.findChildren(FindPanel):
        wait_until(window, lambda: not panel.names.is_reading)  # noqa: B023 - it is asked at once
        panel.field.setText(asked)
        settle(window)
        look(window, keep)
    leave(window)


def show_day(window: MainWindow, keep: Keep, typed: str) -> None:
    """Show what was known on a day, and how it is asked for."""
    for _ in range(2):
        window.actions_by_id["as_of"].trigger()
        window.dates.field.setText(typed)
        if window.session.dataset.manifest.as_of is None:
            window.dates.show_button.click()
            settle(window)
    look(window, keep)
    leave(window)
    window.actions_by_id["back_to_today"].trigger()


def look_behind_a_plan(window: MainWindow, keep: Keep) -> None:
    """Click on the first figure of the strip that is planned, or on the first one."""
    cells = window.page.strip.cells
    planned = (cell for cell in cells if cell.texts.cell.status not in DONE)
    for cell in [*planned, *cells][:1]:
        cell.click()
    settle(window)
    look(window, keep)
    leave(window)


def look_into_the_list(window: MainWindow, keep: Keep) -> None:
    """Open the list of companies, a drawer where there is little room."""
    window.splitter.show_pane(Pane.COMPANIES)
    settle(window)
    look(window, keep)
    leave(window)


def export(window: MainWindow, keep: Keep) -> None:
    """Open the dialog that exports, which waits for its end in front of the window."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            settle(window)
            keep(_in_front(window, dialog))
            dialog.close()

    QTimer.singleShot(0, window, take)
    window.actions_by_id["export"].trigger()


def leave(window: MainWindow) -> None:
    """Dismiss what floats over the window, as Escape does."""
    for overlay in window.findChildren(Overlay):
        overlay.dismiss()
    settle(window)


def _in_front(window: MainWindow, dialog: QWidget) -> QImage:
    """Return the window as it looks with a dialog in its middle."""
    seen, front = window.grab().toImage(), dialog.grab().toImage()
    painter = QPainter(seen)
    painter.fillRect(window.rect(), QColor(*dim_colour(window.palette())))
    painter.drawImage((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2, front)
    painter.end()
    return seen


# -- going ----------------------------------------------------------------------------------------------------------


def guided_tour(program: Program, folder: Path, report: Callable[[str], None]) -> int:
    """Go through scenes and stops, keep a picture of each and the files of charts; return how many files were written.

    The window must be shown and have its charts. Raises TourError and OSError.
    """
    dataset, words = program.session.dataset, program.session.words
    (folder / "charts").mkdir(parents=True, exist_ok=True)
    written = 0

    def keep(image: QImage, name: str) -> None:
        nonlocal written
        path = folder / f"{name}.png"
        write_whole(path, png_file(image))
        report(str(path))
        written += 1

    # Before anything is gathered for a comparison.
    look_of_person = (program.session.theme.name, words.language)
    for scene in scenes(dataset, words):
        dress(program, scene.theme or look_of_person[0], scene.language or look_of_person[1])
        program.window.resize(*scene.size)
        go_to(program.window, scene.stop)
        scene.do(program.window, partial(keep, name=scene.stop.name))
    dress(program, *look_of_person)
    program.window.resize(*_SIZE)
    for number, stop in enumerate(stops(dataset), 1):
        go_to(program.window, stop)
        keep(program.window.grab().toImage(), f"{number:02d}-{stop.name}")
        if stop.page.kind is SubjectKind.COMPANY:
            for path in export_charts(dataset, stop.page, folder / "charts", words):
                report(str(path))
                written += 1
    return written


def export_charts(dataset: Dataset, page: Ref, folder: Path, words: Words) -> Iterator[Path]:
    """Write the best chart of each kind in each format, and yield the files."""
    for question in best_of_each_kind(dataset, page):
        for format_id in FORMATS:
            path = folder / f"{page.id}-{file_stem(question)}.{format_id}"
            export_chart(dataset, question, format_id, Manner(), path, words)
            yield path


def dress(program: Program, theme: str, language: str) -> None:
    """Choose theme and language in the menu, and wait for the window that is made anew."""
    old = program.window
    if theme != program.session.theme.name:
        old.actions_by_id[f"theme_{theme}"].trigger()
    if language != program.session.words.language:
        old.actions_by_id[f"language_{language}"].trigger()
    if (theme, language) != (program.session.theme.name, program.session.words.language):
        wait_until(old, lambda: program.window is not old)


def go_to(window: MainWindow, stop: Stop) -> None:
    """Show a page and return when all of it is there. Raises TourError where it is not finished in good time."""
    page, session = stop.page, window.session
    if stop.listing is not None:
        session.choose_listing(stop.listing)
    if stop.view is View.MAP:
        session.visit(map_selection(session))
    elif stop.view is not View.SUBJECT:
        session.choose_view(stop.view)
    elif page.kind in WITHOUT_FIGURES or page.kind is SubjectKind.COMPANY:
        session.go_to(page)
    else:
        session.choose_listing(page)
    settle(window)


def settle(window: MainWindow) -> None:
    """Return when all of the page is there and painted. Raises TourError where it is not finished in good time."""
    wait_until(window, lambda: window.page.is_complete)
    # What was laid out last is painted before the picture is taken.
    QApplication.processEvents()
    QApplication.processEvents()


def wait_until(window: MainWindow, is_done: Callable[[], bool]) -> None:
    """Let the program work until something is there. Raises TourError where it is not in good time."""
    limit = QDeadlineTimer(_LONGEST_STEP)
    while not is_done():
        if limit.hasExpired():
            page = window.session.selection.page
            raise TourError(window.session.words.text("The page of “{id}” did not finish.", id=page.id))
        QApplication.processEvents()
