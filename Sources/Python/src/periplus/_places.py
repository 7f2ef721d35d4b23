"""What a result is made of: places, toponyms, legs, routes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Span:
    """Words of the text, from `start` up to but not with `end`, in code points: ``text[start:end]``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Span:
        """That of an object of a result."""
        return cls(fields["start"], fields["end"], fields["text"])


@dataclass(frozen=True)
class Place:
    """A place of the gazetteer, or a position of the text.

    Attributes:
        id: with its source, as in ``gn:587084`` (GeoNames).
        kind: ``city``, ``port``, ``country``, ``sea`` ...
        country: its code by ISO 3166-1; None for waters.
        latitude: in degrees, WGS 84.
        longitude: in degrees, WGS 84.
        confidence: how likely it is the one meant, from 0 to 1.
    """

    id: str
    name: str
    kind: str
    country: str | None
    latitude: float
    longitude: float
    source: str
    confidence: float | None = None
    admin1: str | None = None
    geonameid: int | None = None
    radius_km: float | None = None

    @classmethod
    def of(cls, fields: Mapping[str, Any], confidence: float | None = None) -> Place:
        """That of an object of a result."""
        return cls(
            id=fields["id"],
            name=fields["name"],
            kind=fields["class"],
            country=fields["country"],
            latitude=fields["lat"],
            longitude=fields["lon"],
            source=fields.get("source", ""),
            confidence=fields.get("confidence", confidence),
            admin1=fields.get("admin1"),
            geonameid=fields.get("geonameid"),
            radius_km=fields.get("radius_km"),
        )

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        return {"type": "Point", "coordinates": (self.longitude, self.latitude)}


@dataclass(frozen=True)
class Toponym(Span):
    """A name of a place in the text.

    Attributes:
        place: the place it stands for; None where that could not be told.
        confidence: how sure the place is, from 0 to 1.
        alternatives: other places it may be.
        because: why this place was chosen.
        kind: ``name``, ``demonym``, ``coordinate`` or ``description``.
        use: ``literal``, ``government``, ``dateline`` ...
    """

    place: Place | None
    confidence: float
    alternatives: tuple[Place, ...]
    because: tuple[str, ...]
    kind: str
    use: str

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Toponym:
        place = fields["place"]
        return cls(
            start=fields["start"],
            end=fields["end"],
            text=fields["text"],
            place=Place.of(place, fields["confidence"]) if place else None,
            confidence=fields["confidence"],
            alternatives=tuple(
                Place.of({"source": "", "country": None, **other}) for other in fields["alternatives"]
            ),
            because=tuple(fields["because"]),
            kind=fields["kind"],
            use=fields["use"],
        )


@dataclass(frozen=True)
class Leg:
    """A way by one mode between two stops.

    Attributes:
        start: where it starts; `Place`, chosen by the program where the text names an area only.
        end: where it ends.
        drawn_km: the length of the line as drawn; None where it is schematic.
        sailing_km: by sea, with an allowance for harbours.
        geodesic_km: end to end.
        km_range: the least and the most it may be, where that is all that can be said.
        method: how the length was found.
    """

    start: Place | None
    end: Place | None
    mode: str
    drawn_km: float | None
    sailing_km: float | None
    geodesic_km: float | None
    km_range: tuple[float, float] | None
    passages: tuple[str, ...]
    method: str

    @classmethod
    def of(cls, fields: Mapping[str, Any], toponyms: Sequence[Toponym]) -> Leg:
        def stop(end: str) -> Place | None:
            taken = fields.get(f"{end}_place")
            return Place.of(taken) if taken else toponyms[fields[end]].place

        span = fields.get("km_range")
        return cls(
            start=stop("from"),
            end=stop("to"),
            mode=fields["mode"],
            drawn_km=fields.get("drawn_km"),
            sailing_km=fields.get("sailing_km"),
            geodesic_km=fields.get("geodesic_km"),
            km_range=(span[0], span[1]) if span else None,
            passages=tuple(fields.get("passages", ())),
            method=fields["method"],
        )


@dataclass(frozen=True)
class Route:
    """A movement that a sentence states, by one mode between two stops.

    Attributes:
        origin: where from; None where the text does not say.
        destination: where to.
        via: what is passed, in order.
        mode: ``sea``, ``air``, ``road``, ``rail``, ``river``, ``pipeline``, ``land`` or ``unknown``.
        status: ``asserted``, ``planned``, ``alleged`` or ``negated``.
        relation: ``transport``, ``trade``, ``link`` or ``use``.
        evidence: the sentences that state it.
        continues: the number of the route that it goes on from.
        data: all that the program says of it, as in a result of ``periplus batch``.
    """

    origin: Toponym | None
    destination: Toponym | None
    via: tuple[Toponym, ...]
    mode: str
    status: str
    relation: str
    confidence: float
    cargo: Span | None
    evidence: tuple[Span, ...]
    legs: tuple[Leg, ...]
    continues: int | None
    data: Mapping[str, Any]

    @classmethod
    def of(cls, fields: Mapping[str, Any], toponyms: Sequence[Toponym]) -> Route:
        def end(key: str) -> Toponym | None:
            index = fields[key]
            return None if index is None else toponyms[index]

        return cls(
            origin=end("origin"),
            destination=end("destination"),
            via=tuple(toponyms[index] for index in fields["via"]),
            mode=fields["mode"],
            status=fields["status"],
            relation=fields["relation"],
            confidence=fields["confidence"],
            cargo=Span.of(fields["cargo"]) if fields["cargo"] else None,
            evidence=tuple(Span.of(words) for words in fields["evidence"]),
            legs=tuple(Leg.of(leg, toponyms) for leg in fields["legs"]),
            continues=fields.get("continues"),
            data=fields,
        )

    def __str__(self) -> str:
        stops = [self.origin, *self.via, self.destination]
        return " → ".join(stop.text if stop else "?" for stop in stops) + f" ({self.mode})"
