public import Gazetteers
public import Geodesy

/// Land and lakes: what a map draws under its routes.
public struct Basemap: Sendable {
    /// The areas of countries; their edges are coasts and borders.
    public var land: [Polygon]
    /// Lakes that lie in the land.
    public var lakes: [Polygon]
    /// The shores that legs by sea keep clear of, with land on their left: drawn near stops and ways by sea.
    public var shores: [[Coordinate]]
    /// Names for orientation, the weightiest first.
    public var names: [Name]

    /// A name of a country, a sea or a large city.
    public struct Name: Sendable, Hashable {
        /// The identifier of the place.
        public var id: PlaceID
        /// What stands on the map.
        public var text: String
        /// What sort of place it is.
        public var kind: PlaceKind
        /// Where it stands.
        public var position: Coordinate
        /// How many people live there.
        public var population: Int
    }

    /// A basemap from its areas.
    public init(
        land: [Polygon], lakes: [Polygon], shores: [[Coordinate]] = [], names: [Name] = []
    ) {
        self.land = land
        self.lakes = lakes
        self.shores = shores
        self.names = names
    }

    /// A basemap of the shapes and names in a gazetteer, and of shores.
    public init(gazetteer: Gazetteer, shores: [[Coordinate]] = []) {
        let countries = Self.places([.country], in: gazetteer)
        func shapes(of places: [Place]) -> [Polygon] {
            places.sorted { $0.id < $1.id }.flatMap { gazetteer.shape(of: $0.id) ?? [] }
        }
        let cities = gazetteer.cities(atLeast: Self.largeCity)
        let seas = Self.places([.sea], in: gazetteer).filter {
            gazetteer.shape(of: $0.id) != nil
        }
        self.init(
            land: shapes(of: countries), lakes: shapes(of: Self.places([.lake], in: gazetteer)),
            shores: shores, names: Self.names(of: countries + seas + cities))
    }

    /// Nothing but water.
    public static let empty = Basemap(land: [], lakes: [])

    /// Cities of fewer people are no help to find one's way.
    private static let largeCity = 400_000

    private static func places(_ kinds: Set<PlaceKind>, in gazetteer: Gazetteer) -> [Place] {
        // Half the Earth's circumference reaches everything.
        gazetteer.places(
            near: Coordinate(latitude: 0, longitude: 0), within: Distance(kilometres: 20_040),
            kinds: kinds, limit: 100_000)
    }

    private static func names(of places: [Place]) -> [Name] {
        places.map { place in
            Name(
                id: place.id, text: place.name, kind: place.kind,
                position: place.displayCoordinate, population: place.population)
        }.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
    }
}

extension Basemap.Name {
    /// How early it gets its room: countries by their people, then seas, then cities.
    fileprivate var weight: Int {
        switch kind {
        case .country: 10_000_000_000 + population
        case .sea: 5_000_000_000
        default: population
        }
    }
}

extension Basemap {
    /// The names that documents do not cite themselves, the weightiest of each kind.
    func names(besides atlas: Atlas) -> [Name] {
        let cited = Set(atlas.places.compactMap { $0.place?.id })
        let kinds: [(PlaceKind, Int)] = [(.country, 200), (.sea, 60), (.city, 140)]
        return kinds.flatMap { kind, most in
            names.lazy.filter { $0.kind == kind && !cited.contains($0.id) }.prefix(most)
        }
    }
}
