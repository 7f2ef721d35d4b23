import Documents
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps

/// Maps with many routes, each from a port of its own over a line of some hundred kilometres.
enum CrowdedMap {
    /// So many maps of so many routes each.
    static func maps(_ count: Int, routes: Int) -> [RouteMap] {
        (0..<count).map { map(routes: routes, first: $0 * routes) }
    }

    private static func map(routes count: Int, first: Int) -> RouteMap {
        var text = ""
        var toponyms: [ResolvedToponym] = []
        var routes: [Route] = []
        for number in first..<first + count {
            let start = text.utf8.count
            let shift = Double(number % 4_000)
            let from = place(
                10_000_000 + number, "Port \(number)", .port, "IR", 30 + shift / 400,
                -170 + shift / 12)
            let to = place(
                20_000_000 + number, "Haven \(number)", .city, "RU", 38 + shift / 500,
                -172 + shift / 12)
            text += "The freighter Example \(number) carried grain from "
            toponyms.append(toponym(from, at: text.utf8.count))
            text += from.name + " to "
            toponyms.append(toponym(to, at: text.utf8.count))
            text += to.name + " in the spring, the harbour master said."
            let line = LineString([from.coordinate, to.coordinate]).densified(on: .wgs84)
            let ends = (toponyms.count - 2, toponyms.count - 1)
            routes.append(
                Route(
                    movement: Movement(
                        origin: ends.0, destination: ends.1, mode: .sea, modeBasis: .stated,
                        status: number.isMultiple(of: 5) ? .planned : .asserted,
                        evidence: [start..<text.utf8.count], rule: "carry-from-to",
                        confidence: 0.9),
                    legs: [
                        Leg(
                            from: ends.0, to: ends.1, mode: .sea,
                            lines: line.cutAtAntimeridian(on: .wgs84),
                            drawn: line.length(on: .wgs84), geodesic: line.length(on: .wgs84),
                            method: "geodesic, WGS 84", isSchematic: false)
                    ], confidence: 0.9))
            text += "\n\n"
        }
        return RouteMap(
            document: Document(text: text, source: "https://example.org/\(first)"),
            toponyms: toponyms, routes: routes, claims: [],
            producer: Producer(version: "0", gazetteer: "none", model: "none", graph: "none"))
    }

    private static func toponym(_ place: Place, at offset: Int) -> ResolvedToponym {
        let match = NameMatch(place: place, name: place.name, kind: .primary, quality: 1)
        let range = offset..<offset + place.name.utf8.count
        return ResolvedToponym(
            mention: Mention(utf8Range: range, text: place.name),
            choice: .resolved(
                Candidate(match: match, score: Score(), confidence: 0.9), runnersUp: []),
            because: ["on a shore, for a leg by sea"])
    }

    private static func place(
        _ number: Int, _ name: String, _ kind: PlaceKind, _ country: String, _ latitude: Double,
        _ longitude: Double
    ) -> Place {
        Place(
            id: PlaceID(geonameID: number), name: name, kind: kind, country: country, admin1: nil,
            coordinate: Coordinate(latitude: latitude, longitude: longitude), radius: nil,
            source: "geonames")
    }
}
