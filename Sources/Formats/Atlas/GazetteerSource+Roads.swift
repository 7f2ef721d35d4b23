internal import Gazetteers
internal import RouteMaps

extension GazetteerSource {
    /// The road data that legs of maps follow, one source a router; none where no router was asked.
    ///
    /// OSRM and Valhalla run on OpenStreetMap's data, whose licence asks for its notice.
    static func roads(of maps: [RouteMap]) -> [GazetteerSource] {
        var legs: [String: Int] = [:]
        for leg in maps.lazy.flatMap(\.routes).flatMap(\.legs) {
            if let source = leg.roadSource { legs[source, default: 0] += 1 }
        }
        return legs.sorted { $0.key < $1.key }.map { source, count in
            GazetteerSource(
                key: "openstreetmap", name: "OpenStreetMap roads", version: source,
                licence: "ODbL 1.0",
                attribution: "Roads © OpenStreetMap contributors, ODbL 1.0, by \(source)",
                rows: count)
        }
    }
}
