internal import Gazetteers
internal import Geodesy
internal import RouteMaps

/// The distances between sites as a square, each site a row and a column.
struct DistanceMatrix {
    /// The sites, in the order of the pairs.
    let sites: [Place]
    private let pairs: [Set<PlaceID>: SiteDistance]

    init(_ distances: [SiteDistance]) {
        var sites: [Place] = []
        var known: Set<PlaceID> = []
        var pairs: [Set<PlaceID>: SiteDistance] = [:]
        for pair in distances {
            for place in [pair.from, pair.to] where known.insert(place.id).inserted {
                sites.append(place)
            }
            pairs[[pair.from.id, pair.to.id]] = pair
        }
        self.sites = sites
        self.pairs = pairs
    }

    /// The pair of two sites; nil for a site and itself, and for what is not measured.
    func pair(_ row: Place, _ column: Place) -> SiteDistance? {
        pairs[[row.id, column.id]]
    }

    /// The square with the sites' names over the columns and before the rows, in kilometres.
    func rows(
        _ title: String, _ length: (SiteDistance) -> Distance?
    ) -> [[FieldValue]] {
        let header: [FieldValue] = [.text(title)] + sites.map { .text($0.label) }
        return [header]
            + sites.map { row in
                [.text(row.label)]
                    + sites.map { column in
                        guard row.id != column.id else { return .real(0, decimals: 1) }
                        return .kilometres(pair(row, column).flatMap(length))
                    }
            }
    }
}
