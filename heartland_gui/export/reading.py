"""An exported picture is read back: the view that it shows, or a plain sentence why there is none."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Question
from heartland_gui.export.carriers import carried_text
from heartland_gui.export.proof import DamagedProofError, NewerProofError, Proof, edition_of, parsed_proof
from heartland_gui.model.dataset import Dataset
from heartland_gui.text import Words


class ProofError(Exception):
    """A picture cannot be brought back; the text is a sentence for people."""


def proof_in(path: Path, words: Words) -> Proof:
    """Return the proof that a picture carries. Raises ProofError."""
    try:
        text = _text_in(path)
        proof = None if text is None else parsed_proof(text)
    except (OSError, ValueError) as error:
        raise ProofError(_reason(error, path, words)) from error
    if proof is None:
        raise ProofError(
            words.text(
                "“{file}” holds no data of Heartland: another program made it, or it was saved without its data.",
                file=path.name,
            )
        )
    return proof


def _text_in(path: Path) -> str | None:
    with path.open("rb") as file:
        return carried_text(file) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None


def _reason(error: OSError | ValueError, path: Path, words: Words) -> str:
    name = path.name or str(path)
    if isinstance(error, NewerProofError):
        return words.text(
            "“{file}” was made by a newer program, {program}; this one cannot read its data.",
            file=name,
            program=str(error),
        )
    if isinstance(error, DamagedProofError):
        return words.text("The data of Heartland in “{file}” is damaged; nothing of it can be trusted.", file=name)
    if isinstance(error, IsADirectoryError):
        return words.text("“{file}” is a folder and no picture.", file=name)
    if isinstance(error, FileNotFoundError | ValueError):  # no name of a file has a null in it
        return words.text("There is no file “{file}”.", file=str(path))
    return words.text("“{file}” cannot be read: {reason}.", file=name, reason=error.strerror or str(error))


def question_of(proof: Proof, dataset: Dataset, words: Words) -> Question:
    """Return what a picture answers, as the dataset offers it. Raises ProofError where the dataset has no such view."""
    asked, ours = proof.question, _named(dataset.manifest.title.text(words.language), edition_of(dataset), words)
    if proof.dataset != dataset.manifest.id:
        raise ProofError(
            words.text(
                "The picture shows {theirs}; open that dataset first. This one is {ours}.",
                theirs=_named(proof.dataset_title or proof.dataset, proof.edition, words),
                ours=ours,
            )
        )
    gone = _gone(asked, dataset, ours, words)
    if gone:
        raise ProofError(gone)
    for offered in choice.questions(dataset, asked.subject):
        if (offered.kind, offered.indicator) == (asked.kind, asked.indicator):
            return replace(offered, logarithmic=asked.logarithmic)
    raise ProofError(
        words.text(
            "The picture shows “{title}”, for which {ours} has not enough data.",
            title=proof.title,
            ours=ours,
        )
    )


def _gone(asked: Question, dataset: Dataset, ours: str, words: Words) -> str:
    """Return a sentence that names what the dataset or the program does not know, else nothing."""
    if dataset.find(asked.subject) is None:
        return words.text("The picture shows “{id}”, which is not in {ours}.", id=asked.subject.id, ours=ours)
    if asked.indicator is not None and asked.indicator not in dataset.indicator_by_id:
        return words.text(
            "The picture shows the indicator “{id}”, which is not in {ours}.", id=asked.indicator, ours=ours
        )
    if asked.kind not in choice.KINDS:
        return words.text("The picture shows a kind of chart that this program does not know: “{id}”.", id=asked.kind)
    return ""


def edition_remark(proof: Proof, dataset: Dataset, words: Words) -> str:
    """Return a sentence where the picture was made from another edition of the dataset, else nothing."""
    theirs, ours = proof.edition, edition_of(dataset)
    if theirs == ours:
        return ""
    return words.text(
        "The picture was made from {theirs}; this is {ours}. The numbers may differ.",
        theirs=_edition(theirs, words),
        ours=_edition(ours, words),
    )


def _named(title: str, edition: str, words: Words) -> str:
    if not edition:
        return words.text("“{title}”", title=title)
    return words.text("“{title}”, edition {edition}", title=title, edition=edition)


def _edition(edition: str, words: Words) -> str:
    return words.text("edition {edition}", edition=edition) if edition else words.text("an edition without a name")
