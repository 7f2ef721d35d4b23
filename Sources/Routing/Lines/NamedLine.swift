internal import Geodesy

/// A pipeline or railway that texts name, by its stations.
struct NamedLine: Sendable, Hashable {
    /// What it is called: "Druzhba pipeline"; branches are lines of one name.
    var name: String
    /// What goes along it: `pipeline` or `rail`.
    var mode: TravelMode
    /// What it is called beside its name.
    var aliases: [String]
    /// Its stations, in order.
    var stations: [Station]

    /// A town or terminal on a line, or a bend of it.
    struct Station: Sendable, Hashable {
        /// What it is called; nil for a bend.
        var name: String?
        /// The ISO 3166-1 alpha-2 code of its country; nil for a bend.
        var country: String?
        /// Where it is.
        var coordinate: Coordinate

        /// How far a place may lie from a station to be on the line.
        static let reach = Distance(kilometres: 25)
    }

    /// The stations that an end may be: the one nearest to a position, those in a country.
    func stations(at end: LineEnd) -> [Int] {
        switch end {
        case .position(let position):
            let near = stations.indices.compactMap { index -> (index: Int, away: Distance)? in
                guard stations[index].name != nil else { return nil }
                let away = Ellipsoid.wgs84.distance(
                    from: position, to: stations[index].coordinate)
                return away <= Station.reach ? (index, away) : nil
            }
            return near.min { $0.away < $1.away }.map { [$0.index] } ?? []
        case .country(let code):
            return stations.indices.filter { stations[$0].country == code }
        }
    }
}
