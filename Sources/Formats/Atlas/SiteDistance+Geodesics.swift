internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import RouteMaps

extension SiteDistance {
    /// The geodesics between all cited sites, each pair once, in the order of the places.
    ///
    /// A site is a place that is a point on the ground, as towns and ports are, and is spoken of as such,
    /// not only as a dateline or a government; the label points of countries and seas are none. Of many sites only the first ones are measured, those of routes
    /// before the others.
    static func geodesics(
        between places: [CitedPlace], in maps: [RouteMap]
    ) -> [SiteDistance] {
        let points = places.filter { place in
            place.place?.kind.isPoint == true && place.isNamed
                && (!place.roles.isEmpty
                    || place.mentions.contains {
                        maps[$0.map].toponyms[$0.toponym].mention.use == .literal
                    })
        }
        let ends = points.filter { !$0.roles.isEmpty }
        let others = points.filter { $0.roles.isEmpty }
        let sites = (ends + others).prefix(maximumSites).compactMap(\.place)
        var distances: [SiteDistance] = []
        for (index, from) in sites.enumerated() {
            for to in sites.dropFirst(index + 1) {
                let geodesic = Ellipsoid.wgs84.distance(from: from.coordinate, to: to.coordinate)
                distances.append(SiteDistance(from: from, to: to, geodesic: geodesic))
            }
        }
        return distances
    }

    /// 50 sites make 1,225 pairs: more is not a table anybody reads.
    private static let maximumSites = 50
}
