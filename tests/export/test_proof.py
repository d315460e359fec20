"""The proof: what it says, that it is one text, and that nothing but a whole one is believed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartland_gui.charts.choice import chart, questions
from heartland_gui.charts.spec import Chart, Question
from heartland_gui.export.proof import (
    FORMAT,
    DamagedProofError,
    NewerProofError,
    Proof,
    ProofSource,
    parsed_proof,
    proof_of,
    proof_text,
)
from heartland_gui.export.table import csv_text
from heartland_gui.model.entities import Ref, SubjectKind
from heartland_gui.rendering.style import DARK, LIGHT
from heartland_gui.text import Words
from heartland_gui.text.languages import words_in
from tests.charts.shipped import shipped_dataset
from tests.charts.small_region import MAKER, model_case
from tests.examples import examples

properties = settings(derandomize=True, max_examples=examples(200))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
sources = st.builds(ProofSource, texts, texts, texts, texts, texts, texts, texts)
asked = st.builds(
    Question, texts, st.builds(Ref, st.sampled_from(SubjectKind), texts), st.none() | texts, st.none() | st.booleans()
)
editions = texts.filter(lambda each: "as of" not in each)
proofs = st.builds(
    Proof,
    texts,
    texts,
    editions,
    st.none() | st.dates(),
    texts,
    asked,
    texts,
    texts,
    texts,
    st.lists(sources, max_size=3).map(tuple),
    texts,
)


def answer(language: str = "en", *, logarithmic: bool | None = None) -> Chart:
    return chart(model_case(), Question("over-time", MAKER, "output", logarithmic), words_in(language))


def test_a_proof_says_what_the_picture_shows_and_from_where() -> None:
    found = proof_of(model_case(), answer("zh"), DARK)
    manifest = model_case().manifest
    assert (found.dataset, found.dataset_title) == (manifest.id, manifest.title.text("zh"))
    assert (found.edition, found.language, found.theme) == (manifest.edition, "zh", "dark")
    assert found.table == csv_text(answer("zh").table)
    assert [source.id for source in found.sources] == ["paper", "report"]
    assert found.sources[0].publisher == model_case().source_by_id["paper"].publisher.text("zh")


def test_the_scale_is_kept_whether_a_rule_or_somebody_chose_it() -> None:
    assert answer().can_be_logarithmic
    kept = [proof_of(model_case(), answer(logarithmic=each), LIGHT).question for each in (None, True, False)]
    assert [question.logarithmic for question in kept] == [False, True, False]


def test_every_source_of_every_table_is_named() -> None:
    dataset, words = shipped_dataset(), Words()
    for subject in ("shanxi", "natural-gas", "snd-new-energy-special-vehicle"):
        ref = dataset.ref(subject)
        assert ref is not None
        for question in questions(dataset, ref):
            found = chart(dataset, question, words)
            column = next(n for n, name in enumerate(found.table.columns) if name in ("SOURCE", "NEWEST_SOURCE"))
            named = {source.id for source in proof_of(dataset, found, LIGHT).sources}
            assert {each for row in found.table.rows for each in str(row[column]).split()} <= named


@properties
@given(proofs)
def test_every_proof_comes_back_from_its_text(proof: Proof) -> None:
    text = proof_text(proof)
    assert parsed_proof(text) == proof
    assert not set(text) & set("\n\r\x00\x7f\x85\ufffe\uffff"), "it is one line and may stand in XML"


def test_the_text_does_not_depend_on_the_order_of_its_making() -> None:
    found = proof_of(model_case(), answer(), LIGHT)
    read = json.loads(proof_text(found))
    assert list(read) == sorted(read)
    assert list(read["heartland"]) == sorted(read["heartland"])


@properties
@given(st.data())
def test_one_changed_character_is_noticed(data: st.DataObject) -> None:
    found = proof_of(model_case(), answer(), LIGHT)
    text = proof_text(found)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(min_codepoint=32, max_codepoint=126).filter(lambda each: each != text[place]))
    try:
        read = parsed_proof(text[:place] + other + text[place + 1 :])
    except (DamagedProofError, NewerProofError):
        return
    assert read == found


@properties
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts, lambda each: st.dictionaries(texts, each), max_leaves=20
    )
)
def test_other_json_is_damaged(value: object) -> None:
    with pytest.raises(DamagedProofError):
        parsed_proof(json.dumps(value))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"heartland":' * 50_000, "9" * 10_000, "NaN"])
def test_what_is_made_to_harm_is_damaged(text: str) -> None:
    with pytest.raises(DamagedProofError):
        parsed_proof(text)


def changed(path: tuple[str, ...], value: object) -> str:
    """Return the text of a proof with another value in one place and a checksum that fits."""
    content = json.loads(proof_text(proof_of(model_case(), answer(), LIGHT)))["heartland"]
    place = content
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    canonical = canonical.replace("\ud800", "\\ud800")
    checksum = hashlib.sha256(canonical.encode()).hexdigest()
    return json.dumps({"heartland": content, "sha256": checksum})


def test_the_day_that_is_shown_is_a_field_of_its_own() -> None:
    dataset, day = model_case(), date(2020, 5, 1)
    dated = replace(dataset, manifest=replace(dataset.manifest, as_of=day))
    found = proof_of(dated, answer(), LIGHT)
    assert (found.edition, found.as_of) == ("2026-11", day)
    written = json.loads(proof_text(found))["heartland"]
    assert written["dataset"]["as_of"] == "2020-05-01"
    assert written["format"] == FORMAT, "a reader of the first format would overlook the day"
    without = json.loads(proof_text(proof_of(dataset, answer(), LIGHT)))["heartland"]
    assert without["format"] == 1, "without a day nothing changes"
    assert set(without["dataset"]) == {"id", "title", "edition"}


@pytest.mark.parametrize(
    ("kept", "edition", "day"),
    [
        ("2026-11 as of 2024-01-01", "2026-11", date(2024, 1, 1)),
        ("as of 2024-01-01", "", date(2024, 1, 1)),
        ("as of spring", "as of spring", None),
        ("2026-11", "2026-11", None),
    ],
)
def test_an_old_picture_has_its_day_behind_the_edition(kept: str, edition: str, day: date | None) -> None:
    found = parsed_proof(changed(("dataset", "edition"), kept))
    assert (found.edition, found.as_of) == (edition, day)


def test_a_proof_forged_with_care_is_believed() -> None:
    assert parsed_proof(changed(("dataset", "edition"), "forged")).edition == "forged"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("view", "subject_kind"), "planet"),
        (("view", "logarithmic"), 1),
        (("view", "indicator"), ["output"]),
        (("view", "chart"), None),
        (("dataset",), "shanxi"),
        (("dataset", "edition"), 7),
        (("dataset", "as_of"), "spring"),
        (("dataset", "as_of"), None),
        (("dataset", "edition"), "2026-11 as of 2024-02-31"),
        (("sources",), {"id": "x"}),
        (("sources",), ["x"]),
        (("sources",), [{"id": "x"}]),
        (("table",), None),
        (("table",), "half a character: \ud800"),
        (("format",), 0),
        (("format",), "1"),
    ],
)
def test_a_fitting_checksum_does_not_make_sense_of_nonsense(path: tuple[str, ...], value: object) -> None:
    with pytest.raises(DamagedProofError):
        parsed_proof(changed(path, value))


def test_a_newer_format_is_told_from_damage_whatever_its_checksum() -> None:
    text = json.dumps({"heartland": {"format": FORMAT + 1, "program": "Heartland 9.1"}, "other-sum": "?"})
    with pytest.raises(NewerProofError, match=r"^Heartland 9\.1$"):
        parsed_proof(text)


def test_another_view_has_another_text() -> None:
    found = proof_of(model_case(), answer(), LIGHT)
    assert proof_text(found) != proof_text(replace(found, edition="another"))
