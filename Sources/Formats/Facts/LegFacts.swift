internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// What files tell of a leg: its own facts, and those of its route that it does not tell better.
enum LegFacts {
    static let all: [Fact<LegRecord>] = {
        let names = Set(own.map(\.name))
        let others = RouteFacts.all.filter { !names.contains($0.name) }.map { fact in
            fact.of { (leg: LegRecord) in leg.record }
        }
        return Array(others.prefix(1)) + own + others.dropFirst()
    }()

    static let own: [Fact<LegRecord>] = ends + lengths + assumption

    private static let ends: [Fact<LegRecord>] = [
        Fact("leg", .integer, label: "Leg", "The number of the leg in its route, from 1") {
            .integer($0.number)
        },
        // The columns are those that kepler.gl takes for arcs.
        Fact("from", column: "source_name", label: "From", "Where it is drawn from", path: "from") {
            .text($0.start.name)
        },
        Fact("source_lat", .real, in: .degrees, label: "Latitude of the start", "Its latitude") {
            .degrees($0.start.position?.latitude)
        },
        Fact("source_lng", .real, in: .degrees, label: "Longitude of the start", "Its longitude") {
            .degrees($0.start.position?.longitude)
        },
        Fact("to", column: "target_name", label: "To", "Where it is drawn to", path: "to") {
            .text($0.end.name)
        },
        Fact("target_lat", .real, in: .degrees, label: "Latitude of the end", "Its latitude") {
            .degrees($0.end.position?.latitude)
        },
        Fact("target_lng", .real, in: .degrees, label: "Longitude of the end", "Its longitude") {
            .degrees($0.end.position?.longitude)
        },
        Fact("mode", label: "Way", "By what way it goes", path: "mode") {
            .text($0.leg.mode.rawValue)
        },
    ]

    private static let lengths: [Fact<LegRecord>] = [
        Fact(
            "drawn_km", .real, in: .kilometres, label: "As drawn",
            "The length of the line as drawn; none for a schematic one", path: "drawn_km"
        ) { .kilometres($0.leg.isSchematic ? nil : $0.leg.drawn) },
        Fact(
            "sailing_km", .real, in: .kilometres, label: "Sailing",
            "The sailing length, with the allowance for harbours and headlands", path: "sailing_km"
        ) { .kilometres($0.leg.sailing) },
        Fact(
            "geodesic_km", .real, in: .kilometres, label: "Straight",
            "The geodesic from end to end", path: "geodesic_km"
        ) { .kilometres($0.leg.geodesic) },
        Fact(
            "km_min", .real, in: .kilometres, label: "At least",
            "The least it can be, where only an interval is known", path: "km_range"
        ) { .kilometres($0.leg.range?.lowerBound) },
        Fact(
            "km_max", .real, in: .kilometres, label: "At most", "The most it can be",
            path: "km_range"
        ) { .kilometres($0.leg.range?.upperBound) },
        Fact(
            "passages", label: "Through", "The canals, straits and waterways used, in order",
            path: "passages"
        ) { .some($0.leg.passages) },
        Fact(
            "schematic", .flag, label: "Schematic",
            "Whether the line only joins the ends and poses as no real course"
        ) { .flag($0.leg.isSchematic) },
        Fact("method", label: "How", "How line and length were found", path: "method") {
            .text($0.leg.method)
        },
        Fact(
            "road_source", label: "Roads by",
            "The router that gave the line, and the day of its data"
        ) { .optional($0.leg.roadSource) },
    ]

    private static let assumption: [Fact<LegRecord>] = [
        Fact(
            "assumed", label: "Assumed",
            "What was taken for an end that is an area: a port, or the point where pictures show it",
            path: "assumed"
        ) { .optional($0.leg.assumed?.kind.rawValue) },
        Fact(
            "assumed_because", label: "Assumed because", "What was chosen and from what",
            path: "assumed_from/text"
        ) { .optional($0.leg.assumed?.text) },
        Fact(
            "assumed_from", label: "Could start at",
            "The ports that the start may be, the one drawn first", path: "assumed_from/from"
        ) { .places($0.leg.assumed?.from ?? []) },
        Fact(
            "assumed_to", label: "Could end at",
            "The ports that the end may be, the one drawn first", path: "assumed_from/to"
        ) { .places($0.leg.assumed?.to ?? []) },
        Fact(
            "assumed_km_min", .real, in: .kilometres, label: "Shortest between these",
            "The shortest way between these", path: "assumed_from/km_range"
        ) { .kilometres($0.leg.assumed?.range?.lowerBound) },
        Fact(
            "assumed_km_max", .real, in: .kilometres, label: "Longest between these",
            "The longest way between these", path: "assumed_from/km_range"
        ) { .kilometres($0.leg.assumed?.range?.upperBound) },
    ]
}

/// A leg with its route and what writers need beside it.
struct LegRecord {
    let record: RouteRecord
    let leg: Leg
    /// Counted from 1 in its route.
    let number: Int

    /// The place it is drawn from, and where that lies.
    var start: (name: String, position: Coordinate?) {
        leg.end(leg.from, leg.fromPlace, in: record.map)
    }
    /// The place it is drawn to, and where that lies.
    var end: (name: String, position: Coordinate?) { leg.end(leg.to, leg.toPlace, in: record.map) }
}

extension RouteRecord {
    /// Its legs, in order.
    var legs: [LegRecord] {
        route.legs.enumerated().map { LegRecord(record: self, leg: $1, number: $0 + 1) }
    }
}

extension Leg {
    /// The places it is drawn from and to, and where these lie.
    func ends(in map: RouteMap) -> [(name: String, position: Coordinate?)] {
        [end(from, fromPlace, in: map), end(to, toPlace, in: map)]
    }

    fileprivate func end(
        _ index: Int, _ place: Place?, in map: RouteMap
    ) -> (name: String, position: Coordinate?) {
        if let place { return (place.label, place.coordinate) }
        let position =
            map.toponyms.indices.contains(index) ? map.toponyms[index].displayCoordinate : nil
        return (RouteLabel.name(of: index, in: map), position)
    }
}
