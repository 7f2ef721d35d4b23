public import Gazetteers
public import Geodesy

/// Land, with its borders, and lakes: what a map draws under its routes.
public struct Basemap: Sendable {
    /// The areas of countries; their edges are coasts and borders.
    public var land: [Polygon]
    /// Lakes that lie in the land.
    public var lakes: [Polygon]

    /// A basemap from its areas.
    public init(land: [Polygon], lakes: [Polygon]) {
        self.land = land
        self.lakes = lakes
    }

    /// A basemap of the shapes in a gazetteer.
    public init(gazetteer: Gazetteer) {
        func shapes(of kind: PlaceKind) -> [Polygon] {
            // Half the Earth's circumference reaches everything.
            let all = gazetteer.places(
                near: Coordinate(latitude: 0, longitude: 0),
                within: Distance(kilometres: 20_040), kinds: [kind], limit: 100_000)
            return all.sorted { $0.id < $1.id }.flatMap { gazetteer.shape(of: $0.id) ?? [] }
        }
        self.init(land: shapes(of: .country), lakes: shapes(of: .lake))
    }

    /// Nothing but water.
    public static let empty = Basemap(land: [], lakes: [])
}
