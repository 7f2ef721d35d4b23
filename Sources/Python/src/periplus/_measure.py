"""How far it is between places, and the ways between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

from . import _program
from ._documents import Day
from ._places import Place
from ._result import RouteMap

#: A name, an id, a UN/LOCODE or a position in words; latitude and longitude in degrees; or a place of a map.
PlaceLike = Union[str, "tuple[float, float]", Place]


@dataclass(frozen=True)
class Distance:
    """A measured way.

    Attributes:
        km: its length in kilometres.
        nmi: the same in nautical miles.
        legs: each leg as the program measures it: ``from``, ``to``, ``measured`` with its ``method``.
    """

    km: float
    nmi: float
    legs: tuple[Mapping[str, Any], ...]


def distance(*places: PlaceLike, mode: str = "geodesic", timeout: float | None = 120.0) -> Distance:
    """How far it is between two places, or along several.

    Args:
        places: names ("Amirabad, Iran"), ids, UN/LOCODEs, positions, ``(latitude, longitude)``, or places of a map.
        mode: ``geodesic``, ``sea``, ``land`` or ``air``.
        timeout: seconds it may take.

    Raises:
        BadInput: a place is not known, or there is no such way.
    """
    found = json.loads(
        _program.run(
            ["distance", "--quiet", "--json", f"--mode={mode}", *(_word(place) for place in places)],
            timeout=timeout,
        )
    )
    return Distance(found["km"], found["nmi"], tuple(found["legs"]))


def route(
    start: PlaceLike,
    end: PlaceLike,
    *,
    mode: str,
    via: Iterable[PlaceLike] = (),
    avoid: Iterable[str] = (),
    cargo: str | None = None,
    date: Day | None = None,
    timeout: float | None = 120.0,
) -> RouteMap:
    """A route between two places, drawn and measured.

    Args:
        start: where it starts.
        end: where it ends.
        mode: ``sea``, ``air``, ``road``, ``rail``, ``river``, ``pipeline`` or ``land``.
        via: places, seas, straits and canals on the way.
        avoid: canals and straits not to use.
        cargo: ``oil``, ``gas``, ``grain``, ``ore`` or ``coal``: which ports stand for a country.
        date: the day: canals opened later are not used.
        timeout: seconds it may take.

    Raises:
        BadInput: a place is not known, or there is no such way.
    """
    arguments = [
        "route",
        "--quiet",
        f"--mode={mode}",
        *(f"--via={_word(place)}" for place in via),
        *(f"--avoid={name}" for name in avoid),
        *([f"--cargo={cargo}"] if cargo else []),
        *([f"--date={str(date)[:10]}"] if date else []),
        _word(start),
        _word(end),
    ]

    def export(path: Path) -> None:
        _program.run([*arguments, f"--output={path}"], timeout=timeout)

    found = json.loads(_program.run([*arguments, "--json"], timeout=timeout))
    return RouteMap(found, exporter=export)


def _word(place: PlaceLike) -> str:
    if isinstance(place, Place):
        return place.id
    if isinstance(place, tuple):
        latitude, longitude = place
        return f"{latitude},{longitude}"
    return place
