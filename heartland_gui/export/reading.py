"""An exported picture is read back: its proof, and the view that it shows, or a sentence why there is none."""

from __future__ import annotations

import os
import re
import stat
import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final
from xml.parsers import expat

from heartland_gui.charts import choice
from heartland_gui.charts.spec import Question
from heartland_gui.export.pdf import ATTACHMENT
from heartland_gui.export.picture import PNG_KEYWORD, SIGNATURE, SVG_ID
from heartland_gui.export.proof import LONGEST, DamagedProofError, NewerProofError, Proof, parsed_proof
from heartland_gui.model.dataset import Dataset
from heartland_gui.text import Words
from heartland_gui.wording import edition_text

LARGEST: Final = 256_000_000
"""The most bytes of a file that are read; of a PNG up to a chunk more."""
_BLOCK: Final = 65_536
_MOST_CHUNKS: Final = 100_000


def carried_text(file: BinaryIO) -> str | None:
    """Return the text of the proof in a PNG, SVG or PDF, None in any other file. Raises OSError too."""
    head = file.read(1024)
    file.seek(0)
    if head.startswith(SIGNATURE):
        return _in_png(file)
    if b"%PDF-" in head:
        return _in_pdf(file)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return _in_svg(file)
    return None


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise DamagedProofError(str(error)) from error


def _unpacked(content: bytes) -> bytes:
    """Return what deflated bytes hold, whatever follows them."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(content, LONGEST)
    except zlib.error as error:
        raise DamagedProofError(str(error)) from error
    if not unpacker.eof:
        raise DamagedProofError("cut off, or too long")
    return found


# -- PNG --------------------------------------------------------------------------------------------------------


_END: Final = b"\0\0\0\0IEND"
"""The last chunk has nothing in it; one that says otherwise was changed."""


def _in_png(file: BinaryIO) -> str | None:
    """Walk from chunk to chunk and put the texts with our keyword together; a picture that has them is whole."""
    file.seek(len(SIGNATURE))
    start = PNG_KEYWORD.encode() + b"\0"
    found: list[bytes] = []
    whole = ended = True
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        ended = head == _END
        if len(head) < 8 or ended:
            break
        length, kind = struct.unpack(">I4s", head)
        content = file.read(min(length, LONGEST))
        intact = length <= LONGEST and file.read(4) == struct.pack(">I", zlib.crc32(kind + content))
        whole = whole and intact
        if kind == b"iTXt" and content.startswith(start):
            if not intact:
                raise DamagedProofError("the checksum of the chunk differs")
            found.append(_text_of_chunk(content[len(start) :]))
            if sum(map(len, found)) > LONGEST:
                raise DamagedProofError("too long")
        if length > LONGEST or file.tell() > LARGEST:
            break
    if found and not (whole and ended):
        raise DamagedProofError("the picture is cut off or changed")
    return _decoded(b"".join(found)) if found else None


def _text_of_chunk(content: bytes) -> bytes:
    """Return the text of an iTXt chunk from behind its keyword: flags, language, translated keyword, text."""
    parts = content[2:].split(b"\0", 2)
    if len(parts) < 3 or content[:1] not in (b"\0", b"\1"):
        raise DamagedProofError("no text in the chunk")
    return _unpacked(parts[2]) if content[0] else parts[2]


# -- SVG --------------------------------------------------------------------------------------------------------


class _EndOfReadingError(Exception):
    """Nothing that matters can follow."""


class _SvgReader:
    """Keeps the text of our element and ends the reading behind it."""

    def __init__(self) -> None:
        self.is_inside = False
        self._text: list[str] = []
        # The encoding is given: what the file says of it could name any that Python knows.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler = self._keep
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.buffer_text = True

    @property
    def text(self) -> str | None:
        return "".join(self._text) if self.is_inside else None

    def read(self, file: BinaryIO) -> None:
        """Read up to the end of our element. Raises ExpatError where the file is no sound XML until then."""
        try:
            for _ in range(LARGEST // _BLOCK):
                block = file.read(_BLOCK)
                self._parser.Parse(block, not block)
                if not block:
                    return
        except _EndOfReadingError:
            return

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.is_inside = self.is_inside or (name == "metadata" and attributes.get("id") == SVG_ID)

    def _end(self, name: str) -> None:
        if self.is_inside and name == "metadata":
            raise _EndOfReadingError

    def _keep(self, data: str) -> None:
        if self.is_inside:
            self._text.append(data)

    def _refuse(self, *_: object) -> None:
        """End at a document type: it could hold bombs, and no picture of ours has one."""
        raise _EndOfReadingError


def _in_svg(file: BinaryIO) -> str | None:
    reader = _SvgReader()
    try:
        reader.read(file)
    except expat.ExpatError as error:
        if reader.is_inside:
            raise DamagedProofError(str(error)) from error
    return reader.text


# -- PDF --------------------------------------------------------------------------------------------------------

_NAME: Final = re.escape(b"/F (" + ("\ufeff" + ATTACHMENT).encode("utf-16-be") + b")")
_ENTRY: Final = re.compile(_NAME + rb"\s*/EF\s*<<\s*/F (\d{1,9}) 0 R")
"""The entry of our attachment as Qt writes it; a PDF that another program wrote anew is not read."""


def _in_pdf(file: BinaryIO) -> str | None:
    data = file.read(LARGEST)
    entry = _ENTRY.search(data)
    if entry is None:
        return None
    number = entry[1]
    found = re.search(rb"(?:^|\n)" + number + rb" 0 obj\n<<([^>]{0,300})>>\nstream\n", data)
    if found is None:
        raise DamagedProofError("the attachment is missing")
    start = found.end()
    if b"/FlateDecode" in found[1]:
        return _decoded(_unpacked(data[start : start + LONGEST]))
    return _decoded(data[start : data.find(b"\nendstream", start, start + LONGEST)])


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
                "“{file}” contains no Heartland data: another program made it, or it was saved without data.",
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
            "“{file}” was made by a newer version, {program}; this version cannot read its data.",
            file=name,
            program=str(error),
        )
    if isinstance(error, DamagedProofError):
        return words.text("The Heartland data in “{file}” is damaged and cannot be used.", file=name)
    if isinstance(error, IsADirectoryError):
        return words.text("“{file}” is a folder, not a picture.", file=name)
    if isinstance(error, FileNotFoundError | ValueError):  # no name of a file has a null in it
        return words.text("There is no file “{file}”.", file=str(path))
    return words.text("“{file}” cannot be read: {reason}.", file=name, reason=error.strerror or str(error))


def question_of(proof: Proof, dataset: Dataset, words: Words) -> Question:
    """Return what a picture answers, as the dataset offers it. Raises ProofError where the dataset has no such view."""
    asked, manifest = proof.question, dataset.manifest
    ours = _named(manifest.title.text(words.language), manifest.edition, manifest.as_of, words)
    if proof.dataset != dataset.manifest.id:
        raise ProofError(
            words.text(
                "The picture shows {theirs}; open that dataset first. This one is {ours}.",
                theirs=_named(proof.dataset_title or proof.dataset, proof.edition, proof.as_of, words),
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
        return words.text("The picture shows a kind of chart that this version does not know: “{id}”.", id=asked.kind)
    return ""


def edition_remark(proof: Proof, dataset: Dataset, words: Words) -> str:
    """Return a sentence where the picture was made from another edition of the dataset, else nothing."""
    theirs, ours = (proof.edition, proof.as_of), (dataset.manifest.edition, dataset.manifest.as_of)
    if theirs == ours:
        return ""
    return words.text(
        "The picture was made from {theirs}; this is {ours}. The numbers may differ.",
        theirs=edition_text(*theirs, words),
        ours=edition_text(*ours, words),
    )


def _named(title: str, edition: str, day: date | None, words: Words) -> str:
    return edition_text(edition, day, words, words.text("“{title}”", title=title))
