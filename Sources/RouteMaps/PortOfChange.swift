internal import Gazetteers
internal import Geodesy
internal import Routing

/// Finds the port at which what goes by sea to or from an inland place changes ship for road or rail.
struct PortOfChange: Sendable {
    private let ports: PortList
    private let ways: SeaLengths

    init(ports: PortList, ways: SeaLengths) {
        self.ports = ports
        self.ways = ways
    }

    /// How far inland a place may lie, in kilometres: Kampala from Mombasa, Kabul from Karachi.
    private static let farthest = 1_500.0
    /// The most that the way over land may be of the way by sea: from Dakar nothing is shipped to Bamako.
    private static let share = 0.5
    /// What a kilometre over land weighs in kilometres at sea.
    private static let landWeight = 2.0
    /// Up to how far apart the ends may be for all of the way to be over land instead, in kilometres.
    private static let neighbours = 3_000.0
    /// How many ports are tried, the nearest first.
    private static let most = 6

    /// A port, and how far the inland place is from it.
    struct Found {
        var port: Place
        var overLand: Distance
    }

    /// The port for an inland place of what is shipped to or from another; nil where most of the way would
    /// lie over land.
    func port(
        for inland: Coordinate, of place: Place?, other: Coordinate, isOneLand: Bool,
        _ constraints: LegConstraints
    ) -> Found? {
        let near = ports.all.map { port in
            Found(
                port: port,
                overLand: Ellipsoid.wgs84.distance(from: inland, to: port.coordinate))
        }.filter { found in
            found.overLand.kilometres <= Self.farthest
                && Self.areOne(found.port.landmass, place?.landmass)
        }.sorted { ($0.overLand, $0.port.id) < ($1.overLand, $1.port.id) }
        let main = near.filter { ($0.port.harbour?.size ?? .verySmall) >= .main }
        let best = (main.isEmpty ? near : main).prefix(Self.most).compactMap { found in
            ways.lengths(from: other, to: found.port.coordinate, constraints).map { lengths in
                (
                    found: found,
                    cost: lengths.sailed.kilometres + Self.landWeight * found.overLand.kilometres,
                    isSensible: found.overLand.metres <= Self.share * lengths.sailed.metres
                )
            }
        }.min { $0.cost < $1.cost }
        guard let best, best.isSensible else { return nil }
        let straight = Ellipsoid.wgs84.distance(from: inland, to: other).kilometres
        let isShorterOverLand =
            isOneLand && straight <= Self.neighbours && Self.landWeight * straight <= best.cost
        return isShorterOverLand ? nil : best.found
    }

    /// Whether two landmasses are the same, as far as both are known.
    private static func areOne(_ one: Int?, _ other: Int?) -> Bool {
        one == nil || other == nil || one == other
    }
}
