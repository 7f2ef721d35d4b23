"""The map of a document."""

from __future__ import annotations

import html
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _program
from ._documents import Document, Options, fields
from ._places import Place, Route, Toponym
from .errors import DocumentError

if TYPE_CHECKING:
    import geopandas


class Page:
    """A page with a map; a notebook shows it in a frame of its own."""

    def __init__(self, text: str, height: int) -> None:
        self.html = text
        self.height = height

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" width="100%" height="{self.height}"'
            ' style="border: 0" title="Map of routes"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<periplus.Page, {len(self.html):,} characters; in a notebook it is a map>"


class RouteMap:
    """What a document says: its places, its routes with measured legs, its checked claims.

    Attributes:
        data: the result as the program gives it, one line of ``periplus batch``; its JSON Schema is that program's.
        text: the text, where it is known; offsets count its code points.
        error: why there is no result, if there is none; then there are neither places nor routes.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        document: Document | None = None,
        *,
        options: Options | None = None,
        exporter: Callable[[Path], None] | None = None,
    ) -> None:
        given = fields(document) if document is not None else {}
        text = given.get("text", data.get("text"))
        self.data = data
        self.text: str | None = text if isinstance(text, str) else None
        self._date, self._source = given.get("date"), given.get("source")
        self._options = options or Options()
        self._exporter = exporter
        failed = data.get("error")
        self.error = DocumentError(failed["message"], failed["code"]) if failed else None

    @property
    def id(self) -> str | None:
        """The document's own name."""
        return self.data.get("id")

    @cached_property
    def toponyms(self) -> tuple[Toponym, ...]:
        """All names of places, in the order of the text."""
        return tuple(Toponym.of(toponym) for toponym in self.data.get("toponyms", ()))

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The routes that the text states."""
        return tuple(Route.of(route, self.toponyms) for route in self.data.get("routes", ()))

    @property
    def places(self) -> tuple[Place, ...]:
        """The places named, each once, as it was surest."""
        found: dict[str, Place] = {}
        for toponym in self.toponyms:
            place = toponym.place
            if place and (place.confidence or 0) > (
                (found[place.id].confidence or 0) if place.id in found else -1
            ):
                found[place.id] = place
        return tuple(found.values())

    @property
    def claims(self) -> tuple[Mapping[str, Any], ...]:
        """What the text says of distances and bearings, and whether that is so."""
        return tuple(self.data.get("claims", ()))

    def save(self, path: str | PathLike[str]) -> None:
        """Writes it to a file, in the format of its extension: ``.geojson``, ``.gpkg``, ``.kml``, ``.html``, ``.csv`` ...

        Raises:
            BadInput: there is no such format.
            DocumentError: the document has no result.
        """
        save([self], path)

    def to_geojson(self) -> dict[str, Any]:
        """A FeatureCollection by RFC 7946: a point for each place, a line for each leg."""
        found: dict[str, Any] = json.loads(self._geojson)
        return found

    @cached_property
    def _geojson(self) -> str:
        return _written([self], ".geojson")

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        return self.to_geojson()

    def to_geodataframe(self) -> geopandas.GeoDataFrame:
        """Its places and legs (column ``kind``) in WGS 84; needs GeoPandas (``pip install periplus[geo]``)."""
        import geopandas

        features = [
            feature for feature in self.to_geojson()["features"] if feature["geometry"] is not None
        ]
        if not features:
            return geopandas.GeoDataFrame({"kind": []}, geometry=[], crs="EPSG:4326")
        return geopandas.GeoDataFrame.from_features(features, crs="EPSG:4326")

    def to_html(self) -> str:
        """The page with the map, the text and the evidence; it needs no network."""
        return _written([self], ".html")

    def show(self, *, height: int = 640) -> Page:
        """The page in a frame of the notebook, so many pixels high."""
        return Page(self.to_html(), height)

    def _repr_html_(self) -> str:
        if self.error:
            return f"<p>{html.escape(repr(self))}</p>"
        return self.show()._repr_html_()

    def __repr__(self) -> str:
        if self.error:
            return f"<periplus.RouteMap without a result: {self.error.code}, {self.error}>"
        return f"<periplus.RouteMap: {len(self.places)} places, {len(self.routes)} routes>"

    def _line(self) -> str:
        """The result as `periplus map` reads it, with the text, where it is known."""
        line = dict(self.data)
        if self.text is not None:
            line.update(text=self.text, media_type=self.data.get("media_type", "text/plain"))
        if self._date is not None or self._source is not None:
            about = {"file": None, "media_type": "text/plain", "title": None}
            day = None if self._date is None else str(self._date)[:10]
            line.setdefault("document", about | {"date": day, "source": self._source})
        return json.dumps(line) + "\n"


def save(maps: Iterable[RouteMap], path: str | PathLike[str]) -> None:
    """Writes the maps of many documents to one file, in the format of its extension.

    Each place stands once in it, and routes that several documents state alike are one line. Maps without a result are
    left out.

    Raises:
        BadInput: there is no such format.
        DocumentError: none of them has a result.
    """
    maps = list(maps)
    if len(maps) == 1 and maps[0]._exporter:
        maps[0]._exporter(Path(path))
        return
    whole = [map for map in maps if not map.error]
    if not whole:
        raise next((map.error for map in maps if map.error), DocumentError("there is no map", "empty"))
    with tempfile.TemporaryDirectory(prefix="periplus-") as folder:
        results = Path(folder) / "results.jsonl"
        results.write_text("".join(map._line() for map in whole), encoding="utf-8")
        _program.run(
            ["map", "--quiet", *whole[0]._options.writing_arguments, str(results), f"--output={path}"]
        )


def _written(maps: list[RouteMap], extension: str) -> str:
    with tempfile.TemporaryDirectory(prefix="periplus-") as folder:
        path = Path(folder) / f"map{extension}"
        save(maps, path)
        return path.read_text(encoding="utf-8")
