"""Pictures read back: each that cannot be is refused in one plain sentence."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from heartland_gui.charts.choice import KINDS, chart, questions
from heartland_gui.charts.spec import Question
from heartland_gui.export import reading
from heartland_gui.export.formats import encoded
from heartland_gui.export.picture import PictureOptions
from heartland_gui.export.proof import Proof, parsed_proof, proof_of, proof_text
from heartland_gui.export.reading import ProofError, edition_remark, proof_in, question_of
from heartland_gui.model.dataset import Dataset, as_of
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import LIGHT
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset, shipped_questions
from tests.charts.small_region import MAKER, company, model_case

WORDS = Words()
ASKED = Question("over-time", MAKER, "output")


def proof(question: Question = ASKED) -> Proof:
    return proof_of(model_case(), chart(model_case(), question, WORDS), LIGHT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a picture with its proof."""
    made = tmp_path / "chart.png"
    made.write_bytes(encoded(chart(model_case(), ASKED, WORDS), "png", PictureOptions(400, 225, 1.0), proof()))
    return made


def svg(text: str, folder: Path) -> Path:
    path = folder / "chart.svg"
    path.write_text(f'<svg><metadata id="heartland">{text}</metadata></svg>', encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(ProofError) as refused:
        proof_in(path, WORDS)
    return str(refused.value)


def test_a_picture_tells_its_proof_whatever_its_name(path: Path) -> None:
    renamed = path.rename(path.with_name("no ending"))
    assert proof_in(renamed, WORDS) == proof()


# -- files that are refused -------------------------------------------------------------------------------------


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.png") == f"There is no file “{tmp_path / 'gone.png'}”."
    assert refusal(Path("null\0null")).startswith("There is no file")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"“{tmp_path.name}” is a folder, not a picture."


def test_a_device_is_not_read() -> None:
    assert refusal(Path(os.devnull)).startswith("“null” contains no Heartland data")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(path: Path) -> None:
    path.chmod(0)
    assert refusal(path) == "“chart.png” cannot be read: Permission denied."


def test_a_disk_that_fails_is_said_to_fail(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(reading, "carried_text", failing)
    assert refusal(path) == "“chart.png” cannot be read: Input/output error."


@pytest.mark.parametrize("content", [b"", b"plain text", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"%PDF-1.4\n%%EOF\n"])
def test_a_foreign_file_is_said_to_be_foreign(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "foreign.png"
    path.write_bytes(content)
    assert refusal(path) == (
        "“foreign.png” contains no Heartland data: another program made it, or it was saved without data."
    )


def test_a_damaged_file_is_said_to_be_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"iTXtHeartland\0\1", b"iTXtHeartland\0\0"))
    assert refusal(path) == "The Heartland data in “chart.png” is damaged and cannot be used."


def test_changed_numbers_are_damage(tmp_path: Path) -> None:
    assert '"48' not in proof_text(proof())
    forged = proof_text(proof()).replace(",48,", ",84,")
    assert "damaged" in refusal(svg(forged, tmp_path))


def test_a_newer_format_is_named_with_its_program(tmp_path: Path) -> None:
    text = json.dumps({"heartland": {"format": 9, "program": "Heartland 4.2"}})
    assert refusal(svg(text, tmp_path)) == (
        "“chart.svg” was made by a newer version, Heartland 4.2; this version cannot read its data."
    )


# -- views that are gone ----------------------------------------------------------------------------------------


def test_every_view_is_found_again() -> None:
    dataset = model_case()
    offered = questions(dataset, MAKER)
    assert offered
    for question in offered:
        kept = proof(question)
        found = question_of(kept, dataset, WORDS)
        again = chart(dataset, found, WORDS)
        assert replace(again, question=question) == chart(dataset, question, WORDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_shipped_charts_is_found_again(kind: str) -> None:
    dataset = shipped_dataset()
    offered = [question for question in shipped_questions() if question.kind == kind]
    assert offered
    for question in (offered[0], offered[-1]):
        drawn = chart(dataset, question, WORDS)
        kept = parsed_proof(proof_text(proof_of(dataset, drawn, LIGHT)))
        again = chart(dataset, question_of(kept, dataset, WORDS), WORDS)
        assert replace(again, question=question) == drawn
        assert {source.id for source in drawn.sources} <= {source.id for source in kept.sources}


@pytest.mark.parametrize("logarithmic", [True, False])
def test_the_scale_is_that_of_the_picture(logarithmic: bool) -> None:  # noqa: FBT001 - a parameter of the test
    kept = proof(replace(ASKED, logarithmic=logarithmic))
    assert question_of(kept, model_case(), WORDS).logarithmic is logarithmic


def edited(edition: str) -> Dataset:
    dataset = model_case()
    return replace(dataset, manifest=replace(dataset.manifest, edition=edition))


def unseen(kept: Proof, dataset: Dataset | None = None) -> str:
    with pytest.raises(ProofError) as refused:
        question_of(kept, dataset or model_case(), WORDS)
    return str(refused.value)


def test_another_dataset_is_named_with_its_edition() -> None:
    kept = replace(proof(), dataset="elsewhere", dataset_title="Another valley", edition="2031-02")
    ours = model_case().manifest
    assert unseen(kept) == (
        "The picture shows “Another valley”, edition 2031-02; open that dataset first. "
        f"This one is “{ours.title.text('en')}”, edition {ours.edition}."
    )


def test_a_dataset_is_named_as_on_its_charts_in_every_language() -> None:
    chinese = words_in("zh")
    manifest = replace(model_case().manifest, as_of=date(2024, 1, 1))
    kept = replace(proof(), dataset="elsewhere", dataset_title="山谷", edition="2026-11", as_of=date(2024, 1, 1))
    with pytest.raises(ProofError) as refused:
        question_of(kept, replace(model_case(), manifest=manifest), chinese)
    assert "《山谷》，2026-11版，截至2024年1月1日" in str(refused.value)


def test_another_edition_is_shown_with_a_remark() -> None:
    later = edited("2099-01")
    assert question_of(proof(), later, WORDS) == replace(ASKED, logarithmic=False)
    assert edition_remark(proof(), later, WORDS) == (
        f"The picture was made from edition {model_case().manifest.edition}; this is edition 2099-01. "
        "The numbers may differ."
    )
    assert edition_remark(proof(), model_case(), WORDS) == ""
    then = as_of(model_case(), date(2020, 4, 26))
    assert edition_remark(replace(proof(), as_of=date(2020, 4, 26)), then, WORDS) == ""
    assert f"this is edition {then.manifest.edition}, as of 26 April 2020." in edition_remark(proof(), then, WORDS)
    assert "this is an unnamed edition" in edition_remark(proof(), edited(""), WORDS)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (Question("over-time", company("nobody"), "output"), "The picture shows “nobody”, which is not in “"),
        (Question("over-time", Ref(SubjectKind.ZONE, "maker"), "output"), "The picture shows “maker”, which is not"),
        (Question("over-time", MAKER, "happiness"), "The picture shows the indicator “happiness”, which is not in “"),
        (Question("pie", MAKER, "output"), "a kind of chart that this version does not know: “pie”."),
        (Question("over-time", company("quiet"), "output"), "has not enough data."),
        (Question("over-time", MAKER), "has not enough data."),
    ],
)
def test_what_is_gone_is_named(question: Question, sentence: str) -> None:
    assert sentence in unseen(replace(proof(), question=question))
