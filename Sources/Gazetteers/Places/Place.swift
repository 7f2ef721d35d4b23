public import Geodesy

/// A place of the gazetteer, with its parents, position, size, surroundings and provenance.
public struct Place: Sendable, Hashable {
    /// The identifier, which carries its source.
    public var id: PlaceID
    /// The name to display.
    public var name: String
    /// What the place is.
    public var kind: PlaceKind
    /// The ISO 3166-1 alpha-2 code of the country, or nil for what belongs to none or several.
    public var country: String?
    /// The GeoNames code of the first-level division, "RU.73".
    public var admin1: String?
    /// The GeoNames code of the second-level division, "US.CA.037", where known.
    public var admin2: String?
    /// The point that stands for the place; for countries and divisions GeoNames' own where there is one.
    public var coordinate: Coordinate
    /// Where a picture puts an area that has inhabitants: inside it, near most of them; nil for all else.
    public var display: Coordinate?
    /// The number of inhabitants; 0 when unknown or none.
    public var population: Int
    /// How well known the place is, from 0 (obscure) to 15 (a great power, an ocean).
    public var rank: Int
    /// Whether the place is the capital of its country.
    public var isCapital: Bool
    /// The GeoNames feature code, "PPLC", "PRT"; nil for other sources.
    public var featureCode: String?
    /// The box around the place, for areas and lines.
    public var extent: BoundingBox?
    /// A rough radius of the place, for areas without a box.
    public var radius: Distance?
    /// The key of the source, as in the metadata.
    public var source: String
    /// The distance to the nearest shore of a sea, or of a lake with ports.
    public var distanceToSea: Distance?
    /// The basin (`basins.tsv`) of that nearest sea.
    public var basin: Int?
    /// The landmass (`basins.tsv`) on which the place stands.
    public var landmass: Int?
    /// The nearest port, within 500 km.
    public var nearestPort: PlaceID?
    /// The distance to the nearest port.
    public var nearestPortDistance: Distance?
    /// The nearest airport with scheduled flights, within 500 km.
    public var nearestAirport: PlaceID?
    /// The distance to the nearest airport.
    public var nearestAirportDistance: Distance?
    /// How large a port is and what it loads; nil where no source says.
    public var harbour: Harbour?

    /// A place; what is unknown may be left out.
    public init(
        id: PlaceID, name: String, kind: PlaceKind, country: String? = nil, admin1: String? = nil,
        admin2: String? = nil, coordinate: Coordinate, display: Coordinate? = nil,
        population: Int = 0, rank: Int = 0,
        isCapital: Bool = false, featureCode: String? = nil, extent: BoundingBox? = nil,
        radius: Distance? = nil, source: String = "", distanceToSea: Distance? = nil,
        basin: Int? = nil, landmass: Int? = nil, nearestPort: PlaceID? = nil,
        nearestPortDistance: Distance? = nil, nearestAirport: PlaceID? = nil,
        nearestAirportDistance: Distance? = nil, harbour: Harbour? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.admin1 = admin1
        self.admin2 = admin2
        self.coordinate = coordinate
        self.display = display
        self.population = population
        self.rank = rank
        self.isCapital = isCapital
        self.featureCode = featureCode
        self.extent = extent
        self.radius = radius
        self.source = source
        self.distanceToSea = distanceToSea
        self.basin = basin
        self.landmass = landmass
        self.nearestPort = nearestPort
        self.nearestPortDistance = nearestPortDistance
        self.nearestAirport = nearestAirport
        self.nearestAirportDistance = nearestAirportDistance
        self.harbour = harbour
    }
}
