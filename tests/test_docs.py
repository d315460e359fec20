"""What the documents say of the tree is true: links lead somewhere, and the modules that they name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NAMED = re.compile(r"`((?:[\w.]+/)+(?:\w+\.(?:py|toml|po|mo|txt|md))?)`")
# Examples and what is made, which are not in the repository.
ELSEWHERE = {"my-region/", "heartland-tour/", "resources/languages/TAG.po"}


def anchors(page: Path) -> set[str]:
    """Return what a link to a heading of a page ends in, as GitHub makes it."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_there(name: str) -> bool:
    """Whether a path is one of the repository, or one of the program as documents shorten it."""
    return any((folder / name).exists() for folder in (ROOT, ROOT / "heartland_gui"))


def test_links_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            name, _, anchor = target.partition("#")
            if "://" in target:
                continue
            file = (page.parent / name) if name else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken


def test_the_files_that_documents_name_are_there() -> None:
    gone = [
        f"{page.relative_to(ROOT)}: {name}"
        for page in PAGES
        for name in NAMED.findall(page.read_text(encoding="utf-8"))
        if name not in ELSEWHERE and not is_there(name)
    ]
    assert not gone


@pytest.mark.parametrize("name", ["charts/spec.py", "tests/golden/", "charts/kinds/"])
def test_paths_are_found_in_both_places(name: str) -> None:
    assert NAMED.fullmatch(f"`{name}`")
    assert is_there(name)
    assert not is_there(f"x{name}")


def test_contributing_is_one_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= 80
