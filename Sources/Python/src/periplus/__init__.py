"""Text in, routes on a map out: offline, with the evidence for every point.

    import periplus

    map = periplus.map("The ferry sails from Aktau to Baku.")
    map.routes[0].legs[0].drawn_km
    map.show()
"""

from ._mapper import Mapper, batch, map
from ._measure import Distance, distance, route
from ._places import Leg, Place, Route, Span, Toponym
from ._result import Page, RouteMap, save
from .errors import BadInput, DocumentError, PeriplusError, ProgramFailed, ProgramMissing, TimedOut

__version__ = "0.1.0"

__all__ = [
    "BadInput", "Distance", "DocumentError", "Leg", "Mapper", "Page", "PeriplusError", "Place", "ProgramFailed",
    "ProgramMissing", "Route", "RouteMap", "Span", "TimedOut", "Toponym", "batch", "distance", "map", "route", "save",
]
