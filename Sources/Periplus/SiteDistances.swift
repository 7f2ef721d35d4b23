internal import Gazetteers
internal import Geodesy
public import RouteMaps
internal import Routing

/// Measures the ways by sea between the sites a document cites, where ships can reach both.
public struct SiteDistances: Sendable {
    /// The most sites on the shore that are measured; more make a document slow to map.
    public static let maximumSites = 12
    /// How far from the sea a site may lie that is spoken of as a harbour.
    private static let farthestShore = Distance(kilometres: 10)

    private let planner: LegPlanner

    init(planner: LegPlanner) {
        self.planner = planner
    }

    /// The same distances with the lengths by sea added.
    ///
    /// A site is on the shore when it is a port or lies within 10 km of the sea. Where the distances
    /// have more than `maximumSites` of these, none is measured by sea; nor is a pair whose waters
    /// are not joined.
    public func addingSea(to distances: [SiteDistance]) -> [SiteDistance] {
        let shore = Set(
            distances.flatMap { [$0.from, $0.to] }.filter(Self.isOnShore).map(\.id))
        guard (2...Self.maximumSites).contains(shore.count) else { return distances }
        return distances.map { pair in
            guard shore.contains(pair.from.id), shore.contains(pair.to.id) else { return pair }
            var pair = pair
            let leg = try? planner.plan(
                from: pair.from.coordinate, to: pair.to.coordinate, mode: .sea)
            pair.bySea = leg?.sailing ?? leg?.drawn
            return pair
        }
    }

    private static func isOnShore(_ place: Place) -> Bool {
        place.kind == .port || place.distanceToSea.map { $0 <= farthestShore } ?? false
    }
}
