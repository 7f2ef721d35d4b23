// One import is enough for a client: the types of the maps, and what they are made of, live in these rooms.
@_exported public import Documents
@_exported public import Formats
@_exported public import Gazetteers
@_exported public import Geodesy
@_exported public import Geoparsing
@_exported public import Movements
@_exported public import Resolving
@_exported public import RouteMaps
@_exported public import Routing
