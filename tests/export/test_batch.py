"""One chart that is asked for in words, and all of them into a folder."""

from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from heartland_gui.charts.choice import questions
from heartland_gui.charts.spec import Question
from heartland_gui.export import batch
from heartland_gui.export.batch import (
    Gallery,
    Manner,
    RequestError,
    all_questions,
    asked_languages,
    asked_question,
    export_all,
    export_chart,
    file_stem,
)
from heartland_gui.export.formats import FORMATS
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.reading import carried_text
from heartland_gui.model.dataset import Dataset
from heartland_gui.text import Words
from tests.charts.shipped import shipped_questions
from tests.charts.small_region import MAKER, company, happened, pillar, region, seen

SMALL = Manner(PictureOptions(220, 124, 1.0))


def small() -> Dataset:
    return region(
        seen(1, "2018"),
        seen(2, "2019"),
        seen(4, "2018", indicator="staff"),
        seen(5, "2019", indicator="staff"),
        seen(3, "2019", subject="rival"),
        events=(happened("Founded.", "2018"), happened("Restarted.", "2020")),
    )


def asked(subject: str, kind: str | None = None, indicator: str | None = None) -> Question:
    return asked_question(small(), subject, kind, indicator, Words())


@pytest.mark.parametrize(
    ("subject", "kind", "indicator", "expected"),
    [
        ("maker", None, None, questions(small(), MAKER)[0]),
        ("maker", "over-time", "staff", Question("over-time", MAKER, "staff")),
        ("maker", None, "staff", Question("over-time", MAKER, "staff")),
        ("maker", "ranking", None, Question("ranking", MAKER, "output")),
        ("maker", "timeline", None, Question("timeline", MAKER)),
        ("vehicles", "ranking", None, Question("ranking", pillar("vehicles"), "output")),
    ],
)
def test_what_is_asked_for_is_found(subject: str, kind: str | None, indicator: str | None, expected: Question) -> None:
    assert asked(subject, kind, indicator) == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("makr", None, None), r"^There is no subject “makr”; did you mean maker"),
        (("nothing-like-it-at-all", None, None), r"^There is no subject “nothing-like-it-at-all”\.$"),
        (("yearbook", None, None), r"^There is no subject “yearbook”"),
        (("maker", "pie", None), r"There is no kind of chart “pie”; did you mean over-time, .* and coverage\?"),
        (("maker", "rankin", None), r"There is no kind of chart “rankin”; did you mean ranking\?"),
        (("maker", None, "outputs"), r"There is no indicator “outputs”; did you mean output\?"),
        (
            ("rival", "timeline", None),
            "^“rival” has no such chart; it has: ranking output\\.$",
        ),
        (("quiet", None, None), r"^There is not enough data for a chart of “quiet”\.$"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(arguments: tuple[str, str | None, str | None], sentence: str) -> None:
    with pytest.raises(RequestError, match=sentence):
        asked(*arguments)


def test_of_many_charts_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_MOST_NAMED", 1)
    with pytest.raises(RequestError, match=r"it has: [^,]* and [0-9]+ more\.$"):
        asked("maker", "map", None)


def test_all_questions_are_those_of_the_pages() -> None:
    found = list(all_questions(small()))
    assert len(set(found)) == len(found)
    assert Question("ranking", pillar("vehicles"), "output") in found
    assert Question("timeline", company("maker")) in found


def test_no_two_charts_of_the_shipped_dataset_have_one_name() -> None:
    names = [(question.subject.id, file_stem(question)) for question in shipped_questions()]
    assert len(set(names)) == len(names)
    assert all(set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for _, stem in names)


def gallery(dataset: Dataset, folder: Path, *languages: str, formats: tuple[str, ...] = tuple(FORMATS)) -> Gallery:
    return Gallery(dataset, folder, SMALL, formats, languages or ("en",))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_goes_into_a_folder_for_each_subject(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    folder = tmp_path / "new" / "folder"
    count = export_all(gallery(small(), folder), lambda *step: steps.append(step))
    found = list(all_questions(small()))
    assert count == len(found)
    expected = {f"{each.subject.id}/{file_stem(each)}.{end_label}" for each in found for end_label in FORMATS}
    written = files(folder)
    assert set(written) == expected | {"index.html"}
    assert all(len(content) > 100 for content in written.values())
    assert [step[:2] for step in steps] == [(number, count) for number in range(count + 1)]
    assert [step[2] for step in steps] == [*(each.subject.id for each in found), ""]


def test_another_language_goes_into_a_folder_of_its_own(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    once = region(seen(1, "2018"), seen(2, "2019"))
    count = export_all(gallery(once, tmp_path, "en", "zh", formats=("svg",)), lambda *step: steps.append(step))
    written = files(tmp_path)
    names = [f"{each.subject.id}/{file_stem(each)}.svg" for each in all_questions(once)]
    assert set(written) == {"index.html", "zh/index.html", *names, *(f"zh/{name}" for name in names)}
    assert "整车产量" in written["zh/maker/over-time-output.svg"].decode()
    assert "整车产量" not in written["maker/over-time-output.svg"].decode()
    assert [step[:2] for step in steps] == [(number, count) for number in range(count + 1)]


def test_a_second_export_replaces_the_first_with_the_same(tmp_path: Path) -> None:
    export_all(gallery(small(), tmp_path), lambda *_: None)
    before = files(tmp_path)
    assert len(before) > len(FORMATS)
    export_all(gallery(small(), tmp_path), lambda *_: None)
    assert files(tmp_path) == before


def test_all_at_once_and_one_by_one_are_the_same(tmp_path: Path) -> None:
    export_all(gallery(small(), tmp_path), lambda *_: None)
    for question in all_questions(small()):
        for format_id in FORMATS:
            path = tmp_path / "one"
            export_chart(small(), question, format_id, SMALL, path, Words())
            other = tmp_path / question.subject.id / f"{file_stem(question)}.{format_id}"
            assert path.read_bytes() == other.read_bytes()


def test_a_file_in_the_way_stops_the_export(tmp_path: Path) -> None:
    (tmp_path / "valley").write_text("in the way")
    with pytest.raises(FileExistsError):
        export_all(gallery(region(seen(1, "2018"), seen(2, "2019")), tmp_path), lambda *_: None)
    assert files(tmp_path) == {"valley": b"in the way"}


def test_a_disk_that_fills_up_stops_the_export_and_no_page_leads_astray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    once = region(seen(1, "2018"), seen(2, "2019"))
    assert len(list(all_questions(once))) <= 4, "all files are under way before the first fault is asked for"
    with pytest.raises(OSError, match=r"No space left on device: .*\.svg"):
        export_all(gallery(once, tmp_path, formats=("svg",)), lambda *_: None)
    assert files(tmp_path) == {}


def test_pictures_carry_their_data_where_it_is_wanted(tmp_path: Path) -> None:
    question = Question("over-time", MAKER, "output")
    for number, manner in enumerate((SMALL, replace(SMALL, proof=False))):
        export_chart(small(), question, "svg", manner, tmp_path / str(number), Words())
    carried = [carried_text(BytesIO((tmp_path / name).read_bytes())) for name in ("0", "1")]
    assert carried[0] is not None
    assert carried[1] is None


def test_languages_are_those_of_the_dataset() -> None:
    words, dataset = Words(), small()
    both = replace(dataset, manifest=replace(dataset.manifest, languages=("zh", "en"), default_language="en"))
    assert asked_languages(both, (), words) == ("en", "zh")
    assert asked_languages(both, ("zh",), words) == ("zh",)
    with pytest.raises(RequestError, match=r"There is no language “fr”; did you mean en and zh\?"):
        asked_languages(both, ("fr",), words)


@pytest.mark.parametrize("format_id", FORMATS)
def test_one_chart_is_written_as_asked(format_id: str, tmp_path: Path) -> None:
    path = tmp_path / "any-name"
    export_chart(small(), Question("over-time", MAKER, "output"), format_id, SMALL, path, Words())
    heads = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"\xef\xbb\xbfSUBJECT"}
    assert path.read_bytes().startswith(heads[format_id])
