"""The outlines of places, from a GeoJSON file of the dataset (RFC 7946)."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from typing import Any, Final

from heartland_gui.loading.diagnostics import Code, Diagnostic, Diagnostics, Location, shown
from heartland_gui.loading.positions import Position
from heartland_gui.model.dataset import Boundary
from heartland_gui.text import message

Ring = tuple[tuple[float, float], ...]

_SHAPE_HINT: Final = message("it must be a FeatureCollection of Polygons and MultiPolygons (RFC 7946)")


class _ShapeError(ValueError):
    """A geometry is not what RFC 7946 asks for."""


def read_boundaries(
    name: str, content: bytes, places: Collection[str], diagnostics: Diagnostics
) -> tuple[Boundary, ...]:
    """Return the outlines in a file; a feature that will not do is left out alone."""
    location = Location(name)
    try:
        collection = json.loads(content)
    except json.JSONDecodeError as error:
        said = message("This is not valid JSON: {reason}.", reason=error.msg)
        diagnostics.items.append(
            Diagnostic(location, Code.BOUNDARIES_INVALID, said, known=Position(error.lineno, error.colno))
        )
        return ()
    except (ValueError, RecursionError):
        diagnostics.error(location, Code.BOUNDARIES_INVALID, message("The boundaries cannot be read."), _SHAPE_HINT)
        return ()
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        diagnostics.error(location, Code.BOUNDARIES_INVALID, message("The file has no list of features."), _SHAPE_HINT)
        return ()
    found: dict[str, Boundary] = {}
    for number, feature in enumerate(features, start=1):
        boundary = _boundary(feature, number, location, diagnostics)
        if boundary is None:
            continue
        if boundary.place not in places:
            said = message("The outline of “{id}” does not belong to a place of the dataset.", id=shown(boundary.place))
            diagnostics.error(
                location, Code.BOUNDARY_UNKNOWN, said, diagnostics.near.hint(boundary.place, sorted(places))
            )
        elif boundary.place in found:
            said = message("There is a second outline of “{id}”.", id=shown(boundary.place))
            diagnostics.error(location, Code.BOUNDARY_INVALID, said)
        else:
            found[boundary.place] = boundary
    return tuple(found.values())


def _boundary(feature: Any, number: int, location: Location, diagnostics: Diagnostics) -> Boundary | None:
    identifier = _identifier(feature)
    if identifier is None:
        said = message("Feature {number} does not say which place it is.", number=number)
        hint = message("put the place's id into “id”")
        diagnostics.error(location, Code.BOUNDARY_INVALID, said, hint)
        return None
    try:
        return Boundary(identifier, _polygons(feature.get("geometry")))
    except (_ShapeError, TypeError, ValueError, OverflowError):
        said = message("The outline of “{id}” is not a polygon.", id=shown(identifier))
        diagnostics.error(location, Code.BOUNDARY_INVALID, said, _SHAPE_HINT)
        return None


def _identifier(feature: Any) -> str | None:
    if not isinstance(feature, dict):
        return None
    properties = feature.get("properties")
    for table in (feature, properties):
        identifier = table.get("id") if isinstance(table, dict) else None
        if isinstance(identifier, str):
            return identifier
    return None


def _polygons(geometry: Any) -> tuple[tuple[Ring, ...], ...]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _ShapeError
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons or not all(polygons):
        raise _ShapeError
    return tuple([tuple([_ring(ring) for ring in polygon]) for polygon in polygons])


def _ring(positions: Any) -> Ring:
    """Return a closed ring of at least four positions; heights are dropped."""
    longitudes, latitudes, *_ = zip(*positions, strict=True)
    ring = tuple(zip(longitudes, latitudes, strict=True))
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise _ShapeError
    # Sums find what is no number (text, null) and what is not finite, at the speed of C.
    if not math.isfinite(sum(longitudes) + sum(latitudes)):
        raise _ShapeError
    if min(longitudes) < -180 or max(longitudes) > 180 or min(latitudes) < -90 or max(latitudes) > 90:
        raise _ShapeError
    return ring
