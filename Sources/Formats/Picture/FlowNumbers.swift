internal import RouteMaps

/// The numbers that flows have on a picture: those of their routes in the list under it and in every other file.
struct FlowNumbers {
    private let firstNumbers: [Int]
    /// How routes are listed, which brings those of one title together.
    private let groups: RouteGroups

    init(_ atlas: Atlas) {
        groups = RouteGroups(atlas, most: PictureFoot.maximumRoutes)
        var first = 1
        firstNumbers = atlas.maps.map { map in
            defer { first += map.routes.count }
            return first
        }
    }

    /// The numbers of the list's entries, at most three; nil where the list has none.
    func label(of flow: Flow) -> String? { label(of: [flow]) }

    /// The numbers of the entries of several flows that are drawn as one.
    func label(of flows: [Flow]) -> String? {
        var entries: [Int] = []
        for leg in flows.flatMap(\.legs) {
            let entry = groups.entry(ofRoute: firstNumbers[leg.map] + leg.route)
            if let entry, !entries.contains(entry) { entries.append(entry) }
        }
        guard !entries.isEmpty else { return nil }
        let shown = entries.prefix(3).map(String.init).joined(separator: ", ")
        return entries.count > 3 ? shown + " …" : shown
    }
}
