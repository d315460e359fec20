"""The outlines of places: what is read, and what is told of a file that will not do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from heartland_gui.loading.folder import Reading, read_dataset
from heartland_gui.model.dataset import Boundary
from heartland_gui.text import Words
from tests.loading.small_dataset import MARK, changed, lines_of, taken_out, told, written

SQUARE = [[112.0, 37.0], [113.0, 37.0], [113.0, 38.0], [112.0, 37.0]]


def feature(identifier: str | None, geometry: object) -> dict[str, object]:
    return {"type": "Feature", "id": identifier, "properties": {}, "geometry": geometry}


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def reading_with(folder: Path, content: bytes | str | dict[str, Any], path: str = "map.geojson") -> Reading:
    written(folder, changed("[[place]]", f'boundaries = "{path}"\n[[place]]'))
    if isinstance(content, dict):
        content = json.dumps(content)
    target = folder / "map.geojson"
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_dataset(folder)


def collection(*features: object) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_polygons_are_read_with_their_holes_and_without_heights(tmp_path: Path) -> None:
    high = [[*position, 700.0] for position in SQUARE]
    several = {"type": "MultiPolygon", "coordinates": [[SQUARE], [high, SQUARE]]}
    reading = reading_with(tmp_path, collection(feature("mill-town", several)))
    assert reading.problems == ()
    assert reading.dataset is not None
    ring = tuple((longitude, latitude) for longitude, latitude in SQUARE)
    assert reading.dataset.boundaries == (Boundary("mill-town", ((ring,), (ring, ring))),)


def test_the_id_may_stand_among_the_properties(tmp_path: Path) -> None:
    one = {"type": "Feature", "properties": {"id": "north"}, "geometry": polygon(SQUARE)}
    reading = reading_with(tmp_path, collection(one))
    assert reading.problems == ()
    assert reading.dataset is not None
    assert [boundary.place for boundary in reading.dataset.boundaries] == ["north"]


BAD_FEATURES = {
    "is not a valid id": (feature(None, polygon(SQUARE)), "boundary-invalid", "Feature 2 does not say which place"),
    "no feature": (7, "boundary-invalid", "Feature 2"),
    "unknown place": (feature("mil-town", polygon(SQUARE)), "boundary-unknown", "did you mean “mill-town”?"),
    "zone": (feature("mill-park", polygon(SQUARE)), "boundary-unknown", "does not belong to a place of the dataset"),
    "twice": (feature("north", polygon(SQUARE)), "boundary-invalid", "second outline of “north”"),
    "point": (feature("mill-town", {"type": "Point", "coordinates": [1, 2]}), "boundary-invalid", "is not a polygon"),
    "nothing": (feature("mill-town", None), "boundary-invalid", "is not a polygon"),
    "no rings": (feature("mill-town", polygon()), "boundary-invalid", "is not a polygon"),
    "open ring": (feature("mill-town", polygon([*SQUARE[:3], [1.0, 1.0]])), "boundary-invalid", "is not a polygon"),
    "short ring": (feature("mill-town", polygon(SQUARE[:3])), "boundary-invalid", "is not a polygon"),
    "ragged": (feature("mill-town", polygon([*SQUARE[:3], [112.0]])), "boundary-invalid", "is not a polygon"),
    "text": (feature("mill-town", polygon([["a", "b"]] * 4)), "boundary-invalid", "is not a polygon"),
    "numbers": (feature("mill-town", polygon(5)), "boundary-invalid", "is not a polygon"),
    "off the earth": (feature("mill-town", polygon([[1000.0, 1000.0]] * 4)), "boundary-invalid", "is not a polygon"),
    "not finite": (feature("mill-town", polygon([[float("nan"), 1.0]] * 4)), "boundary-invalid", "is not a polygon"),
    "endless": (feature("mill-town", polygon([[10**400, 1.0]] * 4)), "boundary-invalid", "is not a polygon"),
}


@pytest.mark.parametrize(("bad", "code", "said"), BAD_FEATURES.values(), ids=BAD_FEATURES.keys())
def test_a_bad_outline_is_left_out_alone(tmp_path: Path, bad: object, code: str, said: str) -> None:
    reading = reading_with(tmp_path, collection(feature("north", polygon(SQUARE)), bad))
    (problem,) = reading.problems
    assert (problem.code, problem.file) == (code, str(tmp_path / "map.geojson"))
    assert said in problem.sentence(Words())
    assert reading.dataset is not None
    assert [boundary.place for boundary in reading.dataset.boundaries] == ["north"]


BAD_FILES = {
    "not JSON": ('{"features":\n [1,, 2]}', "boundaries-invalid", (2, 5)),
    "not UTF-8": (b'{"features": "\xb6\xab"}', "boundaries-invalid", (None, None)),
    "too deep": ("[" * 100_000, "boundaries-invalid", (None, None)),
    "a list": ("[]", "boundaries-invalid", (None, None)),
    "no features": ('{"type": "FeatureCollection"}', "boundaries-invalid", (None, None)),
    "too many digits": ('{"features": [' + "9" * 5000 + "]}", "boundaries-invalid", (None, None)),
}


@pytest.mark.parametrize(("content", "code", "place"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_costs_the_outlines_only(
    tmp_path: Path, content: str, code: str, place: tuple[int | None, int | None]
) -> None:
    reading = reading_with(tmp_path, content)
    (problem,) = reading.problems
    assert (problem.code, problem.file) == (code, str(tmp_path / "map.geojson"))
    assert (problem.line, problem.column) == place
    assert reading.dataset is not None
    assert reading.dataset.boundaries == ()


PATHS = {
    "up": ("../map.geojson", "path-leaves-folder"),
    "up and down": ("maps/../../map.geojson", "path-leaves-folder"),
    "absolute": ("/etc/passwd", "path-leaves-folder"),
    "of Windows": ("C:\\\\map.geojson", "path-leaves-folder"),
    "up, of Windows": ("..\\\\map.geojson", "path-leaves-folder"),
    "not there": ("maps.geojson", "boundaries-unreadable"),
    "folder": (".", "boundaries-unreadable"),
    "too long": ("a" * 5000, "boundaries-unreadable"),
}


@pytest.mark.parametrize(("path", "code"), PATHS.values(), ids=PATHS.keys())
def test_a_path_that_will_not_do_is_told_in_the_manifest(tmp_path: Path, path: str, code: str) -> None:
    reading = reading_with(tmp_path, "{}", path)
    text, expected = taken_out(changed("[[place]]", f"boundaries = {MARK}"))
    assert text
    (problem,) = reading.problems
    assert told(problem) == (code, expected), lines_of([problem])
    assert reading.dataset is not None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.geojson"
    outside.write_text(json.dumps(collection(feature("north", polygon(SQUARE)))))
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.geojson").symlink_to(outside)
    reading = reading_with(inside, "{}", "link.geojson")
    (problem,) = reading.problems
    assert problem.code == "link-leaves-folder"
    assert reading.dataset is not None
    assert reading.dataset.boundaries == ()
