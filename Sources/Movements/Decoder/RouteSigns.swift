/// Where the words stand that tell a route and the other routes of its sentence: those that state them, and where they go.
///
/// A word for a mode belongs to the route told nearest to it: "by ship to Mombasa, and on to Nairobi by rail".
struct RouteSigns {
    /// Byte offsets of the route's own words.
    let own: [Int]
    /// The same of each other route.
    let others: [[Int]]

    /// Whether what stands at a byte offset belongs to the route, if to others as well.
    func own(_ offset: Int) -> Bool {
        let reach = Self.reach(of: own, to: offset)
        return others.allSatisfy { reach <= Self.reach(of: $0, to: offset) }
    }

    private static func reach(of signs: [Int], to offset: Int) -> Int {
        signs.map { abs($0 - offset) }.min() ?? .max
    }
}
