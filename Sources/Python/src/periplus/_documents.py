"""Documents as lines of `periplus batch`, and the options of a run."""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from typing import Any, Union

#: A text, a file's bytes, or the fields of a line of `periplus batch`.
Document = Union[str, bytes, Mapping[str, Any]]
Day = Union[str, datetime.date]


def line(document: Document, id: str = "") -> bytes:
    """A document as a line of `periplus batch`, by a name of ours where it has none.

    Raises:
        TypeError: it is none.
    """
    return json.dumps({"id": id, **fields(document)}, default=_plain).encode() + b"\n"


def fields(document: Document) -> dict[str, Any]:
    """The fields of a document's line; those that are None are left out."""
    if isinstance(document, str):
        return {"text": document}
    if isinstance(document, (bytes, bytearray, memoryview)):
        return {"bytes": base64.b64encode(document).decode()}
    if isinstance(document, Mapping):
        found = {key: value for key, value in document.items() if value is not None}
        if isinstance(found.get("bytes"), (bytes, bytearray)):
            found["bytes"] = base64.b64encode(found["bytes"]).decode()
        return found
    raise TypeError(f"a document is a text, bytes or a mapping with a text, not {type(document).__name__}")


def _plain(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"a document holds no {type(value).__name__}")


@dataclass(frozen=True)
class Options:
    """How documents are read; None is the program's own way.

    Attributes:
        routes: whether routes are looked for, or places only.
        bar: how sure a route must be to be given, from 0 to 1.
        gazetteer: another gazetteer.
        places: a file of one's own decisions on names, CSV or GeoJSON.
        decisions: a file of decisions saved on a page.
        router: a router of one's own for legs by road, ``osrm:URL`` or ``valhalla:URL``.
        limit: seconds of a processor that a document may take; the program's own is 300.
        memory: megabytes that a document may take; the program's own is 4,000.
    """

    routes: bool = True
    bar: float | None = None
    gazetteer: str | PathLike[str] | None = None
    places: str | PathLike[str] | None = None
    decisions: str | PathLike[str] | None = None
    router: str | None = None
    limit: float | None = None
    memory: int | None = None

    @property
    def batch_arguments(self) -> list[str]:
        """As options of `periplus batch`."""
        return [
            *([] if self.routes else ["--no-routes"]),
            *self._given("bar", "places", "decisions", "limit", "memory"),
            *self.writing_arguments,
        ]

    @property
    def writing_arguments(self) -> list[str]:
        """Those that matter when a result is written to a file."""
        return self._given("gazetteer", "router")

    def _given(self, *names: str) -> list[str]:
        return [f"--{name}={getattr(self, name)}" for name in names if getattr(self, name) is not None]
